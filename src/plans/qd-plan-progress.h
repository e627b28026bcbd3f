/* qd-plan-progress.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-task.h"

G_BEGIN_DECLS

/* A plan is on plan until it is this many points, of 100, off what the calendar expects. */
#define QD_PLAN_PACE_POINTS 5

/* A task is due soon this many days ahead. */
#define QD_TASK_SOON_DAYS 7

/**
 * QdPlanPace:
 *
 * What is done against what the calendar expects.
 */
typedef enum
{
  QD_PLAN_PACE_BEHIND,
  QD_PLAN_PACE_ON_PLAN,
  QD_PLAN_PACE_AHEAD,
} QdPlanPace;

/**
 * QdTaskUrgency:
 * @QD_TASK_URGENCY_NONE: it has no due day
 * @QD_TASK_URGENCY_DONE: it is done, so that no day matters any more
 * @QD_TASK_URGENCY_LATE: it was due before today
 * @QD_TASK_URGENCY_TODAY: it is due today
 * @QD_TASK_URGENCY_SOON: it is due within %QD_TASK_SOON_DAYS
 * @QD_TASK_URGENCY_LATER: it is due after that
 */
typedef enum
{
  QD_TASK_URGENCY_NONE,
  QD_TASK_URGENCY_DONE,
  QD_TASK_URGENCY_LATE,
  QD_TASK_URGENCY_TODAY,
  QD_TASK_URGENCY_SOON,
  QD_TASK_URGENCY_LATER,
} QdTaskUrgency;

/**
 * QdPlanCounts:
 *
 * How many tasks there are of each sort; late and today are among the open ones.
 */
typedef struct
{
  guint n_tasks;
  guint n_done;
  guint n_open;
  guint n_late;
  guint n_today;
} QdPlanCounts;

/* Pure functions. @tasks are #QdTask, of one plan; @today is a day. */

double        qd_plan_progress_done (GPtrArray *tasks);
double        qd_plan_progress_expected (GPtrArray *tasks,
                                         int        today);
int           qd_plan_progress_get_points (double done,
                                           double expected);
QdPlanPace    qd_plan_progress_get_pace (double done,
                                         double expected);
char         *qd_plan_progress_dup_pace_words (double done,
                                               double expected);
char         *qd_plan_progress_dup_words (double done,
                                          double expected);
QdPlanCounts  qd_plan_progress_count (GPtrArray *tasks,
                                      int        today);

QdTaskUrgency qd_task_get_urgency (QdTask *task,
                                   int     today);
char         *qd_task_dup_due_words (QdTask *task,
                                     int     today);

int           qd_plan_get_phase_first (QdPlan  *plan,
                                       QdPhase *phase);
int           qd_plan_get_phase_last (QdPlan  *plan,
                                      QdPhase *phase);
int           qd_plan_get_n_days (QdPlan *plan);
int           qd_plan_get_day_number (QdPlan *plan,
                                      int     today);
char         *qd_plan_dup_day_words (QdPlan *plan,
                                     int     today);

G_END_DECLS
