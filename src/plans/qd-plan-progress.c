/* qd-plan-progress.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-progress"

#include "qd-plan-progress.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-day-words.h"

#define MINUTES_A_DAY 480.0

/* In working days: how much work it is, or else how long it takes. A task that nobody
 * sized counts as one, as a milestone does; a short call still counts for something. */
static double
get_weight (QdTask *task)
{
  gint64 minutes = task->work != QD_INTEGER_NONE ? task->work : task->duration;

  if (task->kind == QD_TASK_KIND_MILESTONE || minutes == QD_INTEGER_NONE || minutes <= 0)
    return 1;

  return MAX (minutes / MINUTES_A_DAY, 0.25);
}

static double
get_total_weight (GPtrArray *tasks)
{
  double total = 0;

  for (guint i = 0; i < tasks->len; i++)
    total += get_weight (g_ptr_array_index (tasks, i));

  return total;
}

/**
 * qd_plan_progress_done:
 *
 * How much of the work is done: each task counts by its work, an open one
 * by its progress.
 *
 * Returns: from 0 to 1; 0 without a task
 */
double
qd_plan_progress_done (GPtrArray *tasks)
{
  double total = get_total_weight (tasks);
  double done = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);
      double  share = task->status == QD_TASK_STATUS_DONE ? 1 : CLAMP (task->progress / 100.0, 0, 1);

      done += get_weight (task) * share;
    }

  return total > 0 ? done / total : 0;
}

/* A day counts once it is over, so a task that is due today is not yet expected whole. */
static double
get_expected_share (QdTask *task,
                    int     today)
{
  if (task->due == QD_DAY_NONE)
    return 0;

  if (today > task->due)
    return 1;

  if (task->start == QD_DAY_NONE || today <= task->start)
    return 0;

  return (double)(today - task->start) / (task->due - task->start + 1);
}

/**
 * qd_plan_progress_expected:
 *
 * How much of the work the calendar expects by the morning of @today: a task
 * evenly from its start to its due day. Of one without a due day nothing is
 * expected, but it is part of the whole, as in qd_plan_progress_done(), so that
 * the two can be compared.
 *
 * Returns: from 0 to 1; 0 without a task
 */
double
qd_plan_progress_expected (GPtrArray *tasks,
                           int        today)
{
  double total = get_total_weight (tasks);
  double expected = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      expected += get_weight (task) * get_expected_share (task, today);
    }

  return total > 0 ? expected / total : 0;
}

/* How far ahead, in points of 100, as a person would reckon from the two figures shown. */
int
qd_plan_progress_get_points (double done,
                             double expected)
{
  return (int)lround (done * 100) - (int)lround (expected * 100);
}

QdPlanPace
qd_plan_progress_get_pace (double done,
                           double expected)
{
  int points = qd_plan_progress_get_points (done, expected);

  if (points <= -QD_PLAN_PACE_POINTS)
    return QD_PLAN_PACE_BEHIND;

  return points >= QD_PLAN_PACE_POINTS ? QD_PLAN_PACE_AHEAD : QD_PLAN_PACE_ON_PLAN;
}

/* Returns: (transfer full): “12 points behind” */
char *
qd_plan_progress_dup_pace_words (double done,
                                 double expected)
{
  int points = ABS (qd_plan_progress_get_points (done, expected));

  switch (qd_plan_progress_get_pace (done, expected))
    {
    case QD_PLAN_PACE_BEHIND:
      /* Translators: of a plan: so many points of 100 behind what the calendar expects */
      return g_strdup_printf (ngettext ("%d point behind", "%d points behind", points), points);

    case QD_PLAN_PACE_AHEAD:
      /* Translators: of a plan: so many points of 100 ahead of what the calendar expects */
      return g_strdup_printf (ngettext ("%d point ahead", "%d points ahead", points), points);

    case QD_PLAN_PACE_ON_PLAN:
    default:
      return g_strdup (_ ("on plan"));
    }
}

/* Returns: (transfer full): “38 % done, 45 % expected by today” */
char *
qd_plan_progress_dup_words (double done,
                            double expected)
{
  /* Translators: of a plan; both are percentages */
  return g_strdup_printf (_ ("%1$ld%% done, %2$ld%% expected by today"), lround (done * 100), lround (expected * 100));
}

QdPlanCounts
qd_plan_progress_count (GPtrArray *tasks,
                        int        today)
{
  QdPlanCounts counts = { .n_tasks = tasks->len };

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTaskUrgency urgency = qd_task_get_urgency (g_ptr_array_index (tasks, i), today);

      counts.n_done += urgency == QD_TASK_URGENCY_DONE;
      counts.n_late += urgency == QD_TASK_URGENCY_LATE;
      counts.n_today += urgency == QD_TASK_URGENCY_TODAY;
    }

  counts.n_open = counts.n_tasks - counts.n_done;

  return counts;
}

QdTaskUrgency
qd_task_get_urgency (QdTask *task,
                     int     today)
{
  if (task->status == QD_TASK_STATUS_DONE)
    return QD_TASK_URGENCY_DONE;

  if (task->due == QD_DAY_NONE)
    return QD_TASK_URGENCY_NONE;

  if (task->due < today)
    return QD_TASK_URGENCY_LATE;

  if (task->due == today)
    return QD_TASK_URGENCY_TODAY;

  return task->due - today <= QD_TASK_SOON_DAYS ? QD_TASK_URGENCY_SOON : QD_TASK_URGENCY_LATER;
}

/* Returns: (transfer full): “due in 3 days”, “4 days late”; empty without a due day */
char *
qd_task_dup_due_words (QdTask *task,
                       int     today)
{
  g_autofree char *relative = qd_day_dup_relative (task->due, today);
  g_autofree char *day = qd_day_dup_short (task->due, today);
  int              n_days = today - task->due;

  switch (qd_task_get_urgency (task, today))
    {
    case QD_TASK_URGENCY_LATE:
      return g_strdup_printf (ngettext ("%d day late", "%d days late", n_days), n_days);

    case QD_TASK_URGENCY_TODAY:
    case QD_TASK_URGENCY_SOON:
      /* Translators: of a task: “due today”, “due in 3 days” */
      return g_strdup_printf (_ ("due %s"), relative);

    case QD_TASK_URGENCY_DONE:
    case QD_TASK_URGENCY_LATER:
      /* Translators: of a task: “due Tue 24 Nov” */
      return task->due != QD_DAY_NONE ? g_strdup_printf (_ ("due %s"), day) : g_strdup ("");

    case QD_TASK_URGENCY_NONE:
    default:
      return g_strdup ("");
    }
}

/* Returns: the day on which @phase begins */
int
qd_plan_get_phase_first (QdPlan  *plan,
                         QdPhase *phase)
{
  return plan->start + (int)CLAMP (phase->first, -40000, 40000);
}

/* Returns: the last day of @phase */
int
qd_plan_get_phase_last (QdPlan  *plan,
                        QdPhase *phase)
{
  return plan->start + (int)CLAMP (phase->last, -40000, 40000);
}

/* Returns: how many days @plan takes; its target is the day after the last of them */
int
qd_plan_get_n_days (QdPlan *plan)
{
  return MAX (plan->target - plan->start, 1);
}

/* Returns: which day of @plan is @today, 1 on its start; 0 or less before */
int
qd_plan_get_day_number (QdPlan *plan,
                        int     today)
{
  return today - plan->start + 1;
}

/* Returns: (transfer full): “Day 40 of 90”, “Starts in 3 days”, “12 days past its target” */
char *
qd_plan_dup_day_words (QdPlan *plan,
                       int     today)
{
  if (today < plan->start)
    {
      g_autofree char *relative = qd_day_dup_relative (plan->start, today);

      /* Translators: of a plan: “Starts in 3 days” */
      return g_strdup_printf (_ ("Starts %s"), relative);
    }

  if (today > plan->target)
    {
      int n_days = today - plan->target;

      return g_strdup_printf (ngettext ("%d day past its target", "%d days past its target", n_days), n_days);
    }

  if (today == plan->target)
    return g_strdup (_ ("The target is today"));

  /* Translators: of a plan: “Day 40 of 90” */
  return g_strdup_printf (_ ("Day %1$d of %2$d"), qd_plan_get_day_number (plan, today), qd_plan_get_n_days (plan));
}
