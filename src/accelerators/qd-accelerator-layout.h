/* qd-accelerator-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-accelerator-draft.h"
#include "qd-catalogue.h"
#include "qd-task.h"

G_BEGIN_DECLS

#define QD_ACCELERATOR_N_PHASES 4

/**
 * QdLayoutRole:
 * @QD_LAYOUT_ROLE_DISCOVERY: the discovery workshop, in week 1
 * @QD_LAYOUT_ROLE_OUTCOMES: our writing of the outcomes document
 * @QD_LAYOUT_ROLE_PLANNING: the planning workshop, in week 2
 * @QD_LAYOUT_ROLE_BACKLOG: the issues go into the shared project
 * @QD_LAYOUT_ROLE_REVIEW: the backlog review workshop that opens a sprint
 * @QD_LAYOUT_ROLE_MODULE: sums up what is done for a module
 * @QD_LAYOUT_ROLE_MODULE_TASK: something that is done for a module
 * @QD_LAYOUT_ROLE_SESSION: the meeting that a session or a lab is
 * @QD_LAYOUT_ROLE_EXECUTION: a sprint in which no module has its turn
 * @QD_LAYOUT_ROLE_RESULTS: our working out of the results
 * @QD_LAYOUT_ROLE_CLOSE_OUT: the call that closes it
 * @QD_LAYOUT_ROLE_HAND_OVER: the results go to the EBR
 * @QD_LAYOUT_ROLE_DELIVERABLE: a milestone: something is handed over
 *
 * What a task of an accelerator is for.
 */
typedef enum
{
  QD_LAYOUT_ROLE_DISCOVERY,
  QD_LAYOUT_ROLE_OUTCOMES,
  QD_LAYOUT_ROLE_PLANNING,
  QD_LAYOUT_ROLE_BACKLOG,
  QD_LAYOUT_ROLE_REVIEW,
  QD_LAYOUT_ROLE_MODULE,
  QD_LAYOUT_ROLE_MODULE_TASK,
  QD_LAYOUT_ROLE_SESSION,
  QD_LAYOUT_ROLE_EXECUTION,
  QD_LAYOUT_ROLE_RESULTS,
  QD_LAYOUT_ROLE_CLOSE_OUT,
  QD_LAYOUT_ROLE_HAND_OVER,
  QD_LAYOUT_ROLE_DELIVERABLE,
} QdLayoutRole;

/**
 * QdLayoutTask:
 * @phase: in which of the phases
 * @parent: the task that sums it up, or -1; that one stands before it
 * @sprint: from 1 to 5; 0 outside of the sprints
 * @start: on the plan's clock; %QD_MINUTE_NONE where there is no time for it
 * @duration: working minutes of its calendar from start to finish; 0 for a milestone
 * @work: minutes of work, or %QD_INTEGER_NONE
 * @held: whether it is not to begin before @start, even where what it waits for would let it
 * @module: (nullable): the module that it is for
 */
typedef struct
{
  QdLayoutRole       role;
  guint              phase;
  int                parent;
  int                sprint;
  char              *title;
  QdTaskKind         kind;
  QdTaskSide         side;
  QdMinute           start;
  QdMinute           finish;
  int                duration;
  gint64             work;
  gboolean           held;
  QdCatalogueModule *module;
} QdLayoutTask;

/* @to begins when @from is finished, or later. */
typedef struct
{
  guint from;
  guint to;
} QdLayoutLink;

/* @last is included. */
typedef struct
{
  char *name;
  int   first;
  int   last;
} QdLayoutPhase;

/**
 * QdLayoutFindingKind:
 * @QD_LAYOUT_FINDING_NO_COMMON_HOURS: a meeting is in our hours, since both sides never work at the same time
 * @QD_LAYOUT_FINDING_LATE: a meeting is after the week it belongs to
 * @QD_LAYOUT_FINDING_SITTINGS: a meeting takes more than one sitting
 * @QD_LAYOUT_FINDING_NO_TIME: there is no working time for it at all
 * @QD_LAYOUT_FINDING_SPRINT: a sprint has no time for modules
 * @QD_LAYOUT_FINDING_OUTSIDE: something for a module is done after its sprint
 * @QD_LAYOUT_FINDING_LONG: a module takes longer than an accelerator does
 * @QD_LAYOUT_FINDING_UNKNOWN: a module is no longer in the catalogue
 */
typedef enum
{
  QD_LAYOUT_FINDING_NO_COMMON_HOURS,
  QD_LAYOUT_FINDING_LATE,
  QD_LAYOUT_FINDING_SITTINGS,
  QD_LAYOUT_FINDING_NO_TIME,
  QD_LAYOUT_FINDING_SPRINT,
  QD_LAYOUT_FINDING_OUTSIDE,
  QD_LAYOUT_FINDING_LONG,
  QD_LAYOUT_FINDING_UNKNOWN,
} QdLayoutFindingKind;

/**
 * QdLayoutFinding:
 * @task: of the layout, or -1
 * @words: a sentence for people
 *
 * Something that could not be as an accelerator usually is.
 */
typedef struct
{
  QdLayoutFindingKind kind;
  int                 task;
  char               *words;
} QdLayoutFinding;

/**
 * QdAcceleratorLayout:
 * @start: the first day of week 1
 * @target: the last day of work
 * @phases: (element-type QdLayoutPhase): %QD_ACCELERATOR_N_PHASES of them
 * @tasks: (element-type QdLayoutTask): in the order in which they begin, a summary before its tasks
 * @links: (element-type QdLayoutLink):
 * @findings: (element-type QdLayoutFinding):
 *
 * An accelerator as it would be: what a person sees before it is made.
 */
typedef struct
{
  int        start;
  int        target;
  GPtrArray *phases;
  GPtrArray *tasks;
  GArray    *links;
  GPtrArray *findings;
} QdAcceleratorLayout;

QdAcceleratorLayout *qd_accelerator_lay_out (const QdAcceleratorDraft *draft,
                                             QdCatalogue              *catalogue);
QdAcceleratorLayout *qd_accelerator_layout_new (void);
void                 qd_accelerator_layout_free (QdAcceleratorLayout *self);
QdWorkTime          *qd_layout_task_get_hours (const QdLayoutTask *self,
                                               QdPlanCalendars    *calendars);
gboolean             qd_layout_task_is_meeting (const QdLayoutTask *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdAcceleratorLayout, qd_accelerator_layout_free)

G_END_DECLS
