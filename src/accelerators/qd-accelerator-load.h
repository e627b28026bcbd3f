/* qd-accelerator-load.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-calendars.h"
#include "qd-plan.h"
#include "qd-task.h"

G_BEGIN_DECLS

/* More accelerators in delivery than this at once are too many for one person, unless they say otherwise. */
#define QD_LOAD_USUAL_MOST 4

/**
 * QdLoadTask:
 * @owner: (nullable): ours who does it
 * @is_meeting: whether it is a workshop or a call
 * @start: on our clock
 * @minutes: of our work
 */
typedef struct
{
  gint64   id;
  char    *title;
  char    *owner;
  gboolean is_meeting;
  QdMinute start;
  QdMinute finish;
  gint64   minutes;
} QdLoadTask;

/**
 * QdLoadAccelerator:
 * @name: as it may be read
 * @owner: (nullable): ours who runs it
 * @first: the first day of delivery
 * @last: the last
 * @tasks: (element-type QdLoadTask): those that take time of ours
 */
typedef struct
{
  gint64     id;
  char      *name;
  char      *owner;
  int        first;
  int        last;
  GPtrArray *tasks;
} QdLoadAccelerator;

/**
 * QdLoadWeek:
 * @first: the day it begins with
 * @minutes: of work
 *
 * What one person does in one week.
 */
typedef struct
{
  const char *owner;
  int         first;
  gint64      minutes;
  guint       n_meetings;
} QdLoadWeek;

/**
 * QdLoadClashKind:
 * @QD_LOAD_CLASH_OVERLAP: two meetings at the same time
 * @QD_LOAD_CLASH_HALF_DAY: two meetings of two accelerators on the same morning or afternoon
 * @QD_LOAD_CLASH_TOO_MANY: accelerators in delivery at once
 */
typedef enum
{
  QD_LOAD_CLASH_OVERLAP,
  QD_LOAD_CLASH_HALF_DAY,
  QD_LOAD_CLASH_TOO_MANY,
} QdLoadClashKind;

/**
 * QdLoadClash:
 * @first: the day, or the first of them
 * @last: the last
 * @task: of a meeting; else 0
 * @other: the later meeting; else 0
 * @n_accelerators: that are in delivery at once; else 0
 * @words: a sentence for people
 */
typedef struct
{
  QdLoadClashKind kind;
  const char     *owner;
  int             first;
  int             last;
  gint64          task;
  gint64          other;
  guint           n_accelerators;
  char           *words;
} QdLoadClash;

/**
 * QdAcceleratorLoad:
 * @weeks: (element-type QdLoadWeek): by owner, then by week; weeks without work are left out
 * @clashes: (element-type QdLoadClash): by owner
 */
typedef struct
{
  GPtrArray    *weeks;
  GPtrArray    *clashes;
  GStringChunk *owners;
} QdAcceleratorLoad;

QdLoadAccelerator *qd_load_accelerator_new (gint64      id,
                                            const char *name,
                                            const char *owner,
                                            int         first,
                                            int         last);
QdLoadAccelerator *qd_load_accelerator_new_from_plan (QdPortfolio *portfolio,
                                                      QdPlan      *plan,
                                                      const char  *name,
                                                      QdWorkTime  *hours);
void               qd_load_accelerator_free (QdLoadAccelerator *self);
void               qd_load_accelerator_add (QdLoadAccelerator *self,
                                            gint64             id,
                                            const char        *title,
                                            const char        *owner,
                                            gboolean           is_meeting,
                                            QdMinute           start,
                                            QdMinute           finish,
                                            gint64             minutes);

QdAcceleratorLoad *qd_accelerator_load_new (GPtrArray  *accelerators,
                                            QdWorkTime *hours,
                                            guint       most);
void               qd_accelerator_load_free (QdAcceleratorLoad *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdLoadAccelerator, qd_load_accelerator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdAcceleratorLoad, qd_accelerator_load_free)

G_END_DECLS
