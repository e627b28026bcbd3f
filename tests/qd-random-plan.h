/* qd-random-plan.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-test-plan.h"

/* Plans at random in which nothing goes in circles: tasks stand in the order of an
 * outline, and wait only for what ends before them in it. */

typedef enum
{
  PLAN_SUMMARIES = 1 << 0,
  PLAN_CALENDARS = 1 << 1,
  PLAN_ANCHORS = 1 << 2,
  PLAN_NOT_BEFORE = 1 << 3,
  PLAN_CONSTRAINTS = 1 << 4, /* of every kind */
  PLAN_PROGRESS = 1 << 5,
  PLAN_STATUS = 1 << 6,
  PLAN_ODD_TIMES = 1 << 7, /* of any minute, rather than of half days */

  PLAN_EVERYTHING = (1 << 8) - 1,
} PlanFeatures;

static inline gboolean
one_in (GRand *rand,
        int    n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static inline QdMinute
pick_minute (GRand       *rand,
             PlanFeatures features)
{
  int day = g_rand_int_range (rand, 0, 60);

  return features & PLAN_ODD_TIMES ? at (day, 0, g_rand_int_range (rand, 0, QD_MINUTES_PER_DAY)) : at (day, 9, 0);
}

static inline int
pick_duration (GRand       *rand,
               PlanFeatures features)
{
  if (one_in (rand, 6))
    return 0;

  return features & PLAN_ODD_TIMES ? g_rand_int_range (rand, 1, 3000) : g_rand_int_range (rand, 1, 6) * 4 * HOUR;
}

static inline gboolean
is_within (Plan *plan,
           int   task,
           int   summary)
{
  for (; task >= 0; task = g_array_index (plan->tasks, QdScheduleTask, task).parent)
    {
      if (task == summary)
        return TRUE;
    }

  return FALSE;
}

/* The task before it, one of those that sum that up, or none */
static inline int
pick_parent (Plan  *plan,
             GRand *rand,
             int    task)
{
  int parent = task - 1;

  while (parent >= 0 && !one_in (rand, 5))
    parent = g_array_index (plan->tasks, QdScheduleTask, parent).parent;

  return parent;
}

static inline void
fill_task (QdScheduleTask *task,
           GRand          *rand,
           PlanFeatures    features)
{
  if (features & PLAN_CALENDARS)
    task->calendar = g_rand_int_range (rand, 0, N_CALENDARS);

  if (features & PLAN_ANCHORS && one_in (rand, 4))
    task->anchor = pick_minute (rand, features);

  if (features & PLAN_NOT_BEFORE && one_in (rand, 8))
    constrain (task, QD_CONSTRAINT_KIND_NOT_BEFORE, pick_minute (rand, features));

  if (features & PLAN_CONSTRAINTS && one_in (rand, 8))
    constrain (task, g_rand_int_range (rand, 0, 3), pick_minute (rand, features));

  if (features & PLAN_PROGRESS && one_in (rand, 6))
    {
      task->anchor = pick_minute (rand, features);
      task->progress = one_in (rand, 2) ? 100 : g_rand_int_range (rand, 1, 100);

      if (task->progress == 100 && one_in (rand, 2))
        task->finish = task->anchor + g_rand_int_range (rand, 0, 5000);
    }
}

/* Returns: whether there is one from @from to @to that makes no circle */
static inline gboolean
pick_link (Plan           *plan,
           GRand          *rand,
           PlanFeatures    features,
           QdScheduleLink *link)
{
  guint n_tasks = plan->tasks->len;
  guint to = g_rand_int_range (rand, 1, n_tasks);
  guint from = to - g_rand_int_range (rand, 1, MIN (to, 14) + 1);
  int   lag = 0;

  if (one_in (rand, 2))
    lag = features & PLAN_ODD_TIMES ? g_rand_int_range (rand, -2000, 2001) : g_rand_int_range (rand, -3, 4) * 4 * HOUR;

  *link = (QdScheduleLink){ from, to, lag, one_in (rand, 2) ? g_rand_int_range (rand, 0, 4) : 0, one_in (rand, 3) };

  return !is_within (plan, to, from);
}

static inline void
fill_plan (Plan        *plan,
           GRand       *rand,
           PlanFeatures features,
           guint        n_tasks)
{
  QdScheduleLink link;

  if (features & PLAN_STATUS)
    plan->status = at (g_rand_int_range (rand, 0, 20), 0, 0);

  for (guint i = 0; i < n_tasks; i++)
    {
      QdScheduleTask *task = add_task (plan, pick_duration (rand, features));

      if (features & PLAN_SUMMARIES && one_in (rand, 3))
        task->parent = pick_parent (plan, rand, i);
      else if (features & PLAN_SUMMARIES && i > 0)
        task->parent = g_array_index (plan->tasks, QdScheduleTask, i - 1).parent;

      fill_task (task, rand, features);
    }

  for (guint i = 0; i < n_tasks * 3 / 2; i++)
    {
      if (pick_link (plan, rand, features, &link))
        g_array_append_val (plan->links, link);
    }
}
