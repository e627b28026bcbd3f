/* test-schedule-update.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-random-plan.h"

/* Following changes one after the other is the same as working it all out. */

static void
assert_same (QdSchedule *a,
             QdSchedule *b)
{
  g_assert_cmpint (qd_schedule_get_end (a), ==, qd_schedule_get_end (b));

  for (guint i = 0; i < qd_schedule_get_n_tasks (a); i++)
    {
      QdScheduleDates one = qd_schedule_get_dates (a, i), other = qd_schedule_get_dates (b, i);
      int             link, other_link;

      g_assert_cmpint (one.start, ==, other.start);
      g_assert_cmpint (one.finish, ==, other.finish);
      g_assert_cmpint (one.late_start, ==, other.late_start);
      g_assert_cmpint (one.late_finish, ==, other.late_finish);
      g_assert_cmpint (qd_schedule_get_total_float (a, i), ==, qd_schedule_get_total_float (b, i));
      g_assert_cmpint (qd_schedule_get_free_float (a, i), ==, qd_schedule_get_free_float (b, i));
      g_assert_cmpint (qd_schedule_get_driver (a, i, &link), ==, qd_schedule_get_driver (b, i, &other_link));
      g_assert_cmpint (link, ==, other_link);
    }
}

/* Returns: what it was before, so that it can be put back */
static QdScheduleTask
change_task (QdSchedule  *schedule,
             GRand       *rand,
             PlanFeatures features,
             guint        index)
{
  QdScheduleTask before = *qd_schedule_get_task (schedule, index);
  QdScheduleTask task = before;

  switch (g_rand_int_range (rand, 0, features & PLAN_SUMMARIES ? 6 : 5))
    {
    case 0:
      task.duration = pick_duration (rand, features);
      break;

    case 1:
      task.anchor = one_in (rand, 5) ? QD_MINUTE_NONE : pick_minute (rand, features);
      break;

    case 2:
      constrain (&task, g_rand_int_range (rand, -1, 3), pick_minute (rand, features));
      break;

    case 3:
      task.progress = one_in (rand, 2) ? 0 : g_rand_int_range (rand, 0, 101);
      break;

    case 4:
      task.calendar = g_rand_int_range (rand, 0, N_CALENDARS);
      break;

    default:
      task.parent = index > 0 && one_in (rand, 2) ? g_rand_int_range (rand, MAX (0, (int)index - 10), index) : -1;
      break;
    }

  qd_schedule_set_task (schedule, index, &task);

  return before;
}

static void
change_link (QdSchedule  *schedule,
             GRand       *rand,
             PlanFeatures features)
{
  guint          n_tasks = qd_schedule_get_n_tasks (schedule);
  guint          to = g_rand_int_range (rand, 1, n_tasks);
  guint          from = to - g_rand_int_range (rand, 1, MIN (to, 14) + 1);
  QdScheduleLink link = { from, to, g_rand_int_range (rand, -2, 3) * HOUR, g_rand_int_range (rand, 0, 4), one_in (rand, 3) };
  guint          index = g_rand_int_range (rand, 0, qd_schedule_get_n_links (schedule));

  if (one_in (rand, 3))
    qd_schedule_add_link (schedule, &link);
  else if (one_in (rand, 2))
    qd_schedule_remove_link (schedule, index);
  else
    qd_schedule_set_link (schedule, index, &link);
}

/* What a task has come out as */
typedef struct
{
  QdScheduleDates dates;
  int             total_float;
  gboolean        critical;
} Outcome;

static Outcome
get_outcome (QdSchedule *schedule,
             guint       task)
{
  return (Outcome){ qd_schedule_get_dates (schedule, task),
                    qd_schedule_get_total_float (schedule, task),
                    qd_schedule_is_critical (schedule, task) };
}

static Outcome *
get_outcomes (QdSchedule *schedule)
{
  Outcome *outcomes = g_new (Outcome, qd_schedule_get_n_tasks (schedule));

  for (guint i = 0; i < qd_schedule_get_n_tasks (schedule); i++)
    outcomes[i] = get_outcome (schedule, i);

  return outcomes;
}

/* What has come out otherwise is among what is said to have changed. */
static void
assert_changed (QdSchedule    *schedule,
                const Outcome *before,
                const guint   *changed,
                guint          n_changed)
{
  g_autofree gboolean *is_changed = g_new0 (gboolean, qd_schedule_get_n_tasks (schedule));

  for (guint i = 0; i < n_changed; i++)
    {
      g_assert_false (is_changed[changed[i]]);
      is_changed[changed[i]] = TRUE;
    }

  for (guint i = 0; i < qd_schedule_get_n_tasks (schedule); i++)
    {
      Outcome now = get_outcome (schedule, i);

      if (!is_changed[i])
        g_assert_cmpmem (&now, sizeof now, &before[i], sizeof now);
    }
}

static gboolean
has_cycles (QdSchedule *schedule)
{
  g_autoptr(GPtrArray) cycles = qd_schedule_find_cycles (schedule);

  return cycles->len > 0;
}

static void
assert_whole (QdSchedule *schedule)
{
  g_autoptr(QdSchedule) whole = qd_schedule_copy (schedule);

  assert_same (schedule, whole);
}

static guint
update (QdSchedule *schedule,
        Outcome   **before)
{
  guint        n_changed;
  const guint *changed = qd_schedule_update (schedule, &n_changed);

  assert_changed (schedule, *before, changed, n_changed);
  g_free (*before);
  *before = get_outcomes (schedule);

  return n_changed;
}

/* One change, or several at once. What would go in circles is taken back if they are not wanted. */
static void
change (QdSchedule  *schedule,
        GRand       *rand,
        PlanFeatures features,
        gboolean     circles)
{
  guint               n_changes = one_in (rand, 4) ? 5 : 1;
  guint               n_changed;
  g_autofree Outcome *before_all = get_outcomes (schedule);

  for (guint i = 0; i < n_changes; i++)
    {
      guint          index = g_rand_int_range (rand, 0, qd_schedule_get_n_tasks (schedule));
      QdScheduleTask before;

      if (one_in (rand, 4))
        {
          change_link (schedule, rand, features);
          continue;
        }

      before = change_task (schedule, rand, features, index);

      if (circles)
        continue;

      update (schedule, &before_all);

      if (has_cycles (schedule))
        {
          assert_whole (schedule);
          qd_schedule_set_task (schedule, index, &before);
        }
    }

  n_changed = update (schedule, &before_all);
  assert_whole (schedule);
  g_test_message ("%u changed%s", n_changed, has_cycles (schedule) ? ", in circles" : "");
}

static void
run_changes (PlanFeatures features,
             gboolean     circles,
             guint        n_tasks,
             guint        n_changes,
             guint        n_seeds)
{
  guint n_circular = 0;

  for (guint32 seed = 0; seed < n_seeds; seed++)
    {
      const guint32 seeds[] = { features, seed };
      g_autoptr(GRand) rand = g_rand_new_with_seed_array (seeds, 2);
      g_autoptr(QdSchedule) schedule = NULL;
      Plan plan;

      plan_init (&plan);
      fill_plan (&plan, rand, features, n_tasks);
      schedule = solve (&plan);

      for (guint i = 0; i < n_changes; i++)
        {
          g_test_message ("Seed %u, change %u", seed, i);
          change (schedule, rand, features, circles);
          n_circular += has_cycles (schedule);
        }

      plan_clear (&plan);
    }

  if (circles)
    g_assert_cmpuint (n_circular, >, n_seeds);
  else
    g_assert_cmpuint (n_circular, <, n_changes * n_seeds / 2);
}

static void
test_tasks_and_links (void)
{
  run_changes (PLAN_EVERYTHING & ~PLAN_SUMMARIES, FALSE, 40, 30, 150);
}

static void
test_summaries (void)
{
  run_changes (PLAN_EVERYTHING & ~PLAN_ODD_TIMES, FALSE, 30, 30, 150);
  run_changes (PLAN_SUMMARIES, FALSE, 30, 30, 150);
}

static void
test_circles (void)
{
  run_changes (PLAN_EVERYTHING, TRUE, 30, 30, 100);
}

static void
test_large (void)
{
  run_changes (PLAN_EVERYTHING & ~PLAN_SUMMARIES, FALSE, 4000, 25, 4);
  run_changes (PLAN_EVERYTHING, FALSE, 4000, 25, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/update/tasks-and-links", test_tasks_and_links);
  g_test_add_func ("/schedule/update/summaries", test_summaries);
  g_test_add_func ("/schedule/update/circles", test_circles);
  g_test_add_func ("/schedule/update/large", test_large);

  return g_test_run ();
}
