/* test-schedule-limits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-test-plan.h"

/* What has no end, and what is as large as can be. */

static guint
count_findings (QdSchedule           *schedule,
                QdScheduleFindingKind kind)
{
  g_autoptr(GArray) findings = qd_schedule_find (schedule);
  guint n_found = 0;

  for (guint i = 0; i < findings->len; i++)
    n_found += g_array_index (findings, QdScheduleFinding, i).kind == kind;

  return n_found;
}

static void
test_chain (void)
{
  const guint n_tasks = 100000;
  Plan        plan;
  g_autoptr(QdSchedule) schedule = NULL;
  guint n_changed;

  plan_init (&plan);

  for (guint i = 0; i < n_tasks; i++)
    {
      add_task (&plan, 1)->calendar = ALWAYS;

      if (i > 0)
        add_link (&plan, i, i - 1, QD_LINK_KIND_FINISH_START, 0);
    }

  schedule = solve (&plan);
  assert_minute (qd_schedule_get_end (schedule), plan.start + n_tasks);
  g_assert_cmpint (qd_schedule_get_total_float (schedule, 0), ==, 0);
  qd_schedule_remove_link (schedule, 0);
  qd_schedule_update (schedule, &n_changed);
  assert_minute (qd_schedule_get_end (schedule), plan.start + n_tasks - 1);
  plan_clear (&plan);
}

/* One that ten thousand wait for, and that waits for ten thousand */
static void
test_many_links (void)
{
  const guint n_tasks = 10000;
  Plan        plan;
  g_autoptr(QdSchedule) schedule = NULL;
  QdScheduleTask task;
  guint          n_changed;

  plan_init (&plan);
  add_task (&plan, WORKING_DAY);

  for (guint i = 1; i <= n_tasks; i++)
    {
      add_task (&plan, HOUR);
      add_link (&plan, i, 0, QD_LINK_KIND_FINISH_START, 0);
    }

  for (guint i = n_tasks + 1; i <= 2 * n_tasks; i++)
    {
      add_task (&plan, HOUR);
      add_link (&plan, 0, i, QD_LINK_KIND_FINISH_START, 0);
    }

  schedule = solve (&plan);
  assert_dates (schedule, 0, at (0, 10, 0), at (1, 10, 0));
  assert_dates (schedule, 2 * n_tasks, at (1, 10, 0), at (1, 11, 0));

  task = *qd_schedule_get_task (schedule, 1);
  task.duration = 2 * HOUR;
  qd_schedule_set_task (schedule, 1, &task);
  qd_schedule_update (schedule, &n_changed);
  g_assert_cmpuint (n_changed, ==, 2 * n_tasks + 1);
  assert_floats (schedule, 2, HOUR, HOUR);
  assert_floats (schedule, 1, 0, 0);
  assert_minute (qd_schedule_get_end (schedule), at (1, 12, 0));
  plan_clear (&plan);
}

/* A calendar in which nobody works at all: what is to be done in it never is, nor what waits for that. */
static void
test_empty_calendar (void)
{
  QdMinuteSpan all = { at (-400, 0, 0), at (4001, 0, 0) };
  Plan         plan;
  g_autoptr(QdSchedule) schedule = NULL;
  guint          n_changed;
  QdScheduleTask task;

  plan_init (&plan);
  plan_set_calendar (&plan, EARLY, qd_work_time_subtract (plan.calendars[OFFICE], &all, 1));
  add_task (&plan, WORKING_DAY);
  add_task (&plan, WORKING_DAY)->calendar = EARLY;
  add_task (&plan, WORKING_DAY);
  add_task (&plan, 0)->calendar = EARLY;
  add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, HOUR);
  add_link (&plan, 1, 2, QD_LINK_KIND_FINISH_FINISH, -HOUR);
  add_link (&plan, 0, 3, QD_LINK_KIND_FINISH_START, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 0, at (0, 9, 0), at (0, 17, 0));
  assert_dates (schedule, 1, QD_MINUTE_LAST, QD_MINUTE_LAST);
  assert_dates (schedule, 2, QD_MINUTE_LAST, QD_MINUTE_LAST);
  assert_dates (schedule, 3, at (0, 17, 0), at (0, 17, 0));
  g_assert_cmpuint (count_findings (schedule, QD_SCHEDULE_FINDING_NO_WORK), ==, 2);

  /* In the office it can be done. */
  task = *qd_schedule_get_task (schedule, 1);
  task.calendar = OFFICE;
  qd_schedule_set_task (schedule, 1, &task);
  qd_schedule_update (schedule, &n_changed);
  g_assert_cmpuint (count_findings (schedule, QD_SCHEDULE_FINDING_NO_WORK), ==, 0);
  assert_minute (qd_schedule_get_end (schedule), at (2, 10, 0));
  plan_clear (&plan);
}

/* A minute of work in a week, and work that ends */
static void
test_little_work (void)
{
  QdMinuteSpan span = { at (0, 9, 0), at (0, 17, 0) };
  Plan         plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  plan_set_calendar (&plan, EARLY, create_hours ("Mo 09:00-09:01"));
  plan_set_calendar (&plan, SUNDAY, qd_work_time_new_spans (&span, 1));
  add_task (&plan, 3)->calendar = EARLY;
  add_task (&plan, WORKING_DAY)->calendar = SUNDAY;
  add_task (&plan, 1)->calendar = SUNDAY;
  add_task (&plan, 0)->calendar = SUNDAY;
  add_link (&plan, 1, 2, QD_LINK_KIND_FINISH_START, 0);
  add_link (&plan, 1, 3, QD_LINK_KIND_FINISH_START, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 0, at (0, 9, 0), at (14, 9, 1));
  assert_dates (schedule, 1, at (0, 9, 0), at (0, 17, 0));
  assert_dates (schedule, 2, QD_MINUTE_LAST, QD_MINUTE_LAST);
  assert_dates (schedule, 3, at (0, 17, 0), at (0, 17, 0));
  g_assert_cmpuint (count_findings (schedule, QD_SCHEDULE_FINDING_NO_WORK), ==, 1);
  plan_clear (&plan);
}

/* Moments only: all of them at once, whatever their number */
static void
test_moments (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, 0)->anchor = at (5, 12, 0);

  for (guint i = 1; i < 100; i++)
    {
      add_task (&plan, 0);
      add_link (&plan, i - 1, i, i % 4, 0);
    }

  schedule = solve (&plan);

  for (guint i = 0; i < 100; i++)
    {
      assert_dates (schedule, i, at (5, 12, 0), at (5, 12, 0));
      assert_late (schedule, i, at (5, 12, 0), at (5, 12, 0));
      g_assert_true (qd_schedule_is_critical (schedule, i));
    }

  plan_clear (&plan);
}

static void
test_nothing (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;
  guint n_changed;

  plan_init (&plan);
  schedule = solve (&plan);
  assert_minute (qd_schedule_get_start (schedule), at (0, 9, 0));
  assert_minute (qd_schedule_get_end (schedule), at (0, 9, 0));
  qd_schedule_update (schedule, &n_changed);
  g_assert_cmpuint (n_changed, ==, 0);
  plan_clear (&plan);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/limits/chain", test_chain);
  g_test_add_func ("/schedule/limits/many-links", test_many_links);
  g_test_add_func ("/schedule/limits/empty-calendar", test_empty_calendar);
  g_test_add_func ("/schedule/limits/little-work", test_little_work);
  g_test_add_func ("/schedule/limits/moments", test_moments);
  g_test_add_func ("/schedule/limits/nothing", test_nothing);

  return g_test_run ();
}
