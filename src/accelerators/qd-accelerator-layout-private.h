/* qd-accelerator-layout-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-accelerator-layout.h"
#include "qd-meeting-slot.h"

G_BEGIN_DECLS

/* The weeks of delivery: five sprints of two weeks, from week 3 to week 12. */
#define QD_LAYOUT_FIRST_SPRINT_WEEK 3
#define QD_LAYOUT_WEEKS_OF_SPRINT 2

/* Nothing waits for anything yet. */
#define QD_LAYOUT_NO_TASK G_MAXUINT

enum
{
  QD_LAYOUT_PHASE_DISCOVERY,
  QD_LAYOUT_PHASE_PLANNING,
  QD_LAYOUT_PHASE_DELIVERY,
  QD_LAYOUT_PHASE_REPORTING,
};

/**
 * QdLayoutBuilder:
 * @horizon: the last day on which anything is looked for
 * @apart: whether both sides have no hour in common in any of the weeks, which is said once
 * @cursor: when what was placed last is finished
 * @last: that task
 *
 * A layout that is being made, one task after the other.
 */
typedef struct
{
  const QdAcceleratorDraft *draft;
  QdAcceleratorLayout      *layout;
  GPtrArray                *modules; /* of QdCatalogueModule */
  int                       horizon;
  gboolean                  apart;
  QdMinute                  cursor;
  guint                     last;
} QdLayoutBuilder;

/**
 * QdLayoutMeeting:
 * @week: in which it is to be, counted from 1
 * @finding: #QdLayoutFindingKind, or -1
 *
 * When people of both sides meet, before there is a task for it.
 */
typedef struct
{
  QdMeetingSlot slot;
  int           minutes;
  int           week;
  int           finding;
} QdLayoutMeeting;

/**
 * QdLayoutSprint:
 * @begin: when its backlog review is finished
 * @until: when what is done for modules has to be
 * @end: when the next review begins
 */
typedef struct
{
  int      number;
  QdMinute begin;
  QdMinute until;
  QdMinute end;
  int      capacity; /* working minutes of the customer from @begin to @until */
} QdLayoutSprint;

QdLayoutTask *qd_layout_get_task (QdLayoutBuilder *builder,
                                  guint            task);
guint         qd_layout_add_task (QdLayoutBuilder *builder,
                                  QdLayoutRole     role,
                                  guint            phase,
                                  const char      *title,
                                  QdTaskKind       kind,
                                  QdTaskSide       side);
void          qd_layout_add_link (QdLayoutBuilder *builder,
                                  guint            from,
                                  guint            to);
void          qd_layout_add_finding (QdLayoutBuilder    *builder,
                                     QdLayoutFindingKind kind,
                                     int                 task,
                                     char               *words);
gboolean      qd_layout_run (QdLayoutBuilder *builder,
                             guint            task,
                             QdMinute         from,
                             int              minutes);
void          qd_layout_follow (QdLayoutBuilder *builder,
                                guint            task);
void          qd_layout_add_deliverable (QdLayoutBuilder *builder,
                                         guint            phase,
                                         guint            after,
                                         const char      *title);
void          qd_layout_find_meeting (QdLayoutBuilder *builder,
                                      QdLayoutMeeting *meeting,
                                      int              first_day,
                                      int              last_day,
                                      QdMinute         from);
void          qd_layout_place_meeting (QdLayoutBuilder       *builder,
                                       guint                  task,
                                       const QdLayoutMeeting *meeting);
int           qd_layout_count (QdLayoutBuilder *builder,
                               QdTaskSide       side,
                               QdMinute         from,
                               QdMinute         until);

GArray       *qd_layout_spread_modules (QdLayoutBuilder      *builder,
                                        const QdLayoutSprint *sprints);
void          qd_layout_fill_sprint (QdLayoutBuilder      *builder,
                                     GArray               *blocks,
                                     const QdLayoutSprint *sprint);

G_END_DECLS
