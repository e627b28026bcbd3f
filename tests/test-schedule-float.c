/* test-schedule-float.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-test-plan.h"

/* How much later tasks may be: of textbooks, and worked out by hand. */

/* An activity of a textbook and what it says of it, in units of its own */
typedef struct
{
  const char *predecessors; /* letters */
  int         duration;
  int         early_start;
  int         late_finish;
  int         total_float;
  int         free_float;
} Activity;

static void
check_textbook (const Activity *activities,
                guint           n_activities)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  plan.start = at (0, 0, 0);

  for (guint i = 0; i < n_activities; i++)
    {
      add_task (&plan, activities[i].duration * HOUR)->calendar = ALWAYS;

      for (const char *c = activities[i].predecessors; *c != '\0'; c++)
        add_link (&plan, *c - 'A', i, QD_LINK_KIND_FINISH_START, 0);
    }

  schedule = solve (&plan);

  for (guint i = 0; i < n_activities; i++)
    {
      QdScheduleDates dates = qd_schedule_get_dates (schedule, i);

      g_test_message ("Activity %c", 'A' + i);
      assert_minute (dates.start, at (0, activities[i].early_start, 0));
      assert_minute (dates.late_finish, at (0, activities[i].late_finish, 0));
      assert_floats (schedule, i, activities[i].total_float * HOUR, activities[i].free_float * HOUR);
      g_assert_cmpint (qd_schedule_is_critical (schedule, i), ==, activities[i].total_float == 0);
    }

  plan_clear (&plan);
}

static void
test_textbooks (void)
{
  /* bizhelp24.com, “Critical Path Analysis, Part 2”: its table of total and free float, in weeks */
  static const Activity bizhelp[] = {
    { "", 1, 0, 1, 0, 0 },
    { "A", 3, 1, 4, 0, 0 },
    { "A", 2, 1, 4, 1, 0 },
    { "B", 3, 4, 7, 0, 0 },
    { "C", 3, 3, 7, 1, 1 },
    { "DE", 2, 7, 9, 0, 0 },
    { "F", 2, 9, 11, 0, 0 },
  };
  /* studylib.net, document 8378728, “Example 1”, in hours; it gives no free float, which
   * is what lies between the end of an activity and the start of the next. */
  static const Activity studylib[] = {
    { "", 6, 0, 6, 0, 0 },
    { "A", 2, 6, 8, 0, 0 },
    { "A", 2, 6, 9, 1, 0 },
    { "B", 3, 8, 11, 0, 0 },
    { "DF", 4, 11, 15, 0, 0 },
    { "C", 2, 8, 11, 1, 1 },
    { "E", 1, 15, 16, 0, 0 },
  };

  check_textbook (bizhelp, G_N_ELEMENTS (bizhelp));
  check_textbook (studylib, G_N_ELEMENTS (studylib));
}

/* Two ends before the last of all: what leads to them may be late until that. */
static void
test_several_ends (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, 2 * WORKING_DAY);
  add_task (&plan, 3 * WORKING_DAY);
  add_task (&plan, 1 * WORKING_DAY);
  add_task (&plan, 1 * WORKING_DAY);
  add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, 0);
  add_link (&plan, 0, 2, QD_LINK_KIND_FINISH_START, 0);
  schedule = solve (&plan);
  assert_minute (qd_schedule_get_end (schedule), at (4, 17, 0));
  assert_floats (schedule, 0, 0, 0);
  assert_floats (schedule, 1, 0, 0);
  assert_floats (schedule, 2, 2 * WORKING_DAY, 2 * WORKING_DAY);
  assert_floats (schedule, 3, 4 * WORKING_DAY, 4 * WORKING_DAY);
  assert_late (schedule, 3, at (4, 9, 0), at (4, 17, 0));
  plan_clear (&plan);
}

/* From the office to Mo-Th 07:00-11:00,12:00-16:00 and back, where the last is held on Wednesday:
 * the second may end on that morning, two hours of its own later. The first cannot: it would
 * have to end by Tuesday at nine. */
static void
test_calendars (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, WORKING_DAY);
  add_task (&plan, WORKING_DAY)->calendar = EARLY;
  constrain (add_task (&plan, WORKING_DAY), QD_CONSTRAINT_KIND_NOT_BEFORE, at (2, 0, 0));
  add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, 0);
  add_link (&plan, 1, 2, QD_LINK_KIND_FINISH_START, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 1, at (1, 7, 0), at (1, 16, 0));
  assert_late (schedule, 1, at (1, 9, 0), at (2, 9, 0));
  assert_floats (schedule, 0, 0, 0);
  assert_floats (schedule, 1, 2 * HOUR, 2 * HOUR);
  assert_floats (schedule, 2, 0, 0);
  plan_clear (&plan);
}

/* What goes on until Saturday noon may take until Monday at nine before what is done in the
 * office until the evening of Friday is later for it, and nothing of it is late. */
static void
test_finish_on_day_off (void)
{
  static const QdLinkKind kinds[] = { QD_LINK_KIND_FINISH_FINISH, QD_LINK_KIND_START_FINISH };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean        by_start = kinds[i] == QD_LINK_KIND_START_FINISH;
      Plan            plan;
      QdScheduleTask *task;
      g_autoptr(QdSchedule) schedule = NULL;

      plan_init (&plan);
      task = add_task (&plan, 24 * HOUR);
      task->calendar = ALWAYS;
      task->anchor = by_start ? at (5, 12, 0) : at (4, 12, 0);
      add_task (&plan, WORKING_DAY);
      add_task (&plan, 10 * WORKING_DAY);
      add_link (&plan, 0, 1, kinds[i], 0);
      schedule = solve (&plan);
      assert_dates (schedule, 1, at (4, 9, 0), at (4, 17, 0));
      assert_minute (qd_schedule_get_end (schedule), at (11, 17, 0));
      assert_floats (schedule, 1, 5 * WORKING_DAY, 5 * WORKING_DAY);
      assert_floats (schedule, 0, (by_start ? 125 : 149) * HOUR, 45 * HOUR);
      plan_clear (&plan);
    }
}

/* A lead of a day to a moment on Monday evening at the latest. After what ends on Tuesday
 * evening it would be on Tuesday morning, when work goes on: that may end a minute earlier. */
static void
test_lead_to_moment (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, WORKING_DAY);
  constrain (add_task (&plan, 0), QD_CONSTRAINT_KIND_NOT_AFTER, at (0, 17, 0));
  add_task (&plan, 5 * WORKING_DAY);
  add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, -WORKING_DAY);
  schedule = solve (&plan);
  assert_dates (schedule, 1, at (0, 9, 0), at (0, 9, 0));
  assert_late (schedule, 1, at (0, 17, 0), at (0, 17, 0));
  assert_late (schedule, 0, at (0, 16, 59), at (1, 16, 59));
  g_assert_cmpint (qd_schedule_get_total_float (schedule, 0), ==, WORKING_DAY - 1);
  plan_clear (&plan);
}

/* What starts with another that may start at noon on Saturday at the latest must have begun
 * on Friday, be it in the last minute. */
static void
test_start_on_day_off (void)
{
  Plan            plan;
  QdScheduleTask *task;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, WORKING_DAY)->anchor = at (4, 9, 0);
  task = add_task (&plan, 24 * HOUR);
  task->calendar = ALWAYS;
  constrain (task, QD_CONSTRAINT_KIND_NOT_AFTER, at (6, 12, 0));
  add_task (&plan, 10 * WORKING_DAY);
  add_link (&plan, 0, 1, QD_LINK_KIND_START_START, 0);
  schedule = solve (&plan);
  assert_late (schedule, 1, at (5, 12, 0), at (6, 12, 0));
  assert_late (schedule, 0, at (4, 16, 59), at (7, 16, 59));
  assert_floats (schedule, 0, WORKING_DAY - 1, 0);
  plan_clear (&plan);
}

/* What a summary waits to hand over may be later within it until it is over, and then as it
 * may: in working time of its own, not of the summary. */
static void
test_summaries (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, 7 * WORKING_DAY); /* no length of its own */
  add_task (&plan, WORKING_DAY)->parent = 0;
  add_task (&plan, 3 * WORKING_DAY)->parent = 0;
  constrain (add_task (&plan, WORKING_DAY), QD_CONSTRAINT_KIND_NOT_BEFORE, at (4, 0, 0));
  add_link (&plan, 0, 3, QD_LINK_KIND_FINISH_START, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 0, at (0, 9, 0), at (2, 17, 0));
  assert_floats (schedule, 0, WORKING_DAY, WORKING_DAY);
  assert_floats (schedule, 1, 3 * WORKING_DAY, 3 * WORKING_DAY);
  assert_floats (schedule, 2, WORKING_DAY, WORKING_DAY);

  /* On Monday it works from nine, and is over on Tuesday at nine: 6 hours are left of that
   * day, 8 of each of the next two, and on Friday nobody works. */
  g_clear_pointer (&schedule, qd_schedule_free);
  g_array_index (plan.tasks, QdScheduleTask, 1).calendar = EARLY;
  schedule = solve (&plan);
  assert_dates (schedule, 1, at (0, 9, 0), at (1, 9, 0));
  assert_floats (schedule, 1, 22 * HOUR, 22 * HOUR);
  plan_clear (&plan);
}

/* What begins with a summary: its first task may not be later, all others may. */
static void
test_summary_start (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, 7 * WORKING_DAY);
  add_task (&plan, WORKING_DAY)->parent = 0;
  add_task (&plan, WORKING_DAY)->parent = 0;
  g_array_index (plan.tasks, QdScheduleTask, 2).anchor = at (1, 9, 0);
  add_task (&plan, 5 * WORKING_DAY);
  add_link (&plan, 0, 3, QD_LINK_KIND_START_START, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 3, at (0, 9, 0), at (4, 17, 0));
  assert_floats (schedule, 0, 3 * WORKING_DAY, 0);
  g_assert_cmpint (qd_schedule_get_free_float (schedule, 1), ==, 0);
  g_assert_cmpint (qd_schedule_get_total_float (schedule, 1), ==, 0);
  assert_floats (schedule, 2, 3 * WORKING_DAY, 3 * WORKING_DAY);
  plan_clear (&plan);
}

/* Too late for a constraint: as much less than none, and critical with all that leads there */
static void
test_negative (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, 2 * WORKING_DAY);
  constrain (add_task (&plan, WORKING_DAY), QD_CONSTRAINT_KIND_NOT_AFTER, at (1, 17, 0));
  add_task (&plan, WORKING_DAY);
  add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, 0);
  schedule = solve (&plan);
  assert_floats (schedule, 0, -WORKING_DAY, 0);
  assert_floats (schedule, 1, -WORKING_DAY, 0);
  assert_floats (schedule, 2, 2 * WORKING_DAY, 2 * WORKING_DAY);
  g_assert_true (qd_schedule_is_critical (schedule, 0));
  g_assert_true (qd_schedule_is_critical (schedule, 1));
  g_assert_false (qd_schedule_is_critical (schedule, 2));

  /* What is fixed has none, and what it waits for has until then. */
  g_clear_pointer (&schedule, qd_schedule_free);
  constrain (&g_array_index (plan.tasks, QdScheduleTask, 1), QD_CONSTRAINT_KIND_FIXED, at (3, 0, 0));
  add_task (&plan, 10 * WORKING_DAY);
  schedule = solve (&plan);
  assert_floats (schedule, 0, WORKING_DAY, WORKING_DAY);
  g_assert_cmpint (qd_schedule_get_total_float (schedule, 1), ==, 0);
  g_assert_true (qd_schedule_is_critical (schedule, 1));
  plan_clear (&plan);
}

/* What has begun, or is done, does not make late what it should have waited for. */
static void
test_begun_early (void)
{
  static const int progress[] = { 1, 50, 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (progress); i++)
    {
      Plan            plan;
      QdScheduleTask *task;
      g_autoptr(QdSchedule) schedule = NULL;

      plan_init (&plan);
      add_task (&plan, WORKING_DAY);
      add_task (&plan, WORKING_DAY);
      task = add_task (&plan, WORKING_DAY);
      task->anchor = at (0, 9, 0);
      task->progress = progress[i];
      add_task (&plan, 5 * WORKING_DAY);
      add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, 0);
      add_link (&plan, 1, 2, QD_LINK_KIND_FINISH_START, 0);
      schedule = solve (&plan);
      assert_floats (schedule, 0, 3 * WORKING_DAY, 0);
      assert_floats (schedule, 1, 3 * WORKING_DAY, 3 * WORKING_DAY);
      g_assert_false (qd_schedule_is_critical (schedule, 0));
      plan_clear (&plan);
    }
}

/* It began when it did, and may take until the end. */
static void
test_begun (void)
{
  Plan            plan;
  QdScheduleTask *task;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  task = add_task (&plan, WORKING_DAY);
  task->anchor = at (0, 9, 0);
  task->progress = 50;
  add_task (&plan, 5 * WORKING_DAY);
  add_link (&plan, 0, 1, QD_LINK_KIND_START_START, 0);
  schedule = solve (&plan);
  assert_late (schedule, 0, at (0, 9, 0), at (4, 17, 0));
  assert_floats (schedule, 0, 4 * WORKING_DAY, 4 * WORKING_DAY);
  plan_clear (&plan);
}

/* With a lead that reaches beyond the end there is no more room than until the end. */
static void
test_lead_beyond_end (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, WORKING_DAY);
  constrain (add_task (&plan, WORKING_DAY), QD_CONSTRAINT_KIND_NOT_BEFORE, at (1, 0, 0));
  add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, -3 * WORKING_DAY);
  schedule = solve (&plan);
  assert_minute (qd_schedule_get_end (schedule), at (1, 17, 0));
  assert_floats (schedule, 0, WORKING_DAY, WORKING_DAY);
  plan_clear (&plan);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/float/textbooks", test_textbooks);
  g_test_add_func ("/schedule/float/several-ends", test_several_ends);
  g_test_add_func ("/schedule/float/calendars", test_calendars);
  g_test_add_func ("/schedule/float/finish-on-day-off", test_finish_on_day_off);
  g_test_add_func ("/schedule/float/lead-to-moment", test_lead_to_moment);
  g_test_add_func ("/schedule/float/start-on-day-off", test_start_on_day_off);
  g_test_add_func ("/schedule/float/summaries", test_summaries);
  g_test_add_func ("/schedule/float/summary-start", test_summary_start);
  g_test_add_func ("/schedule/float/negative", test_negative);
  g_test_add_func ("/schedule/float/begun-early", test_begun_early);
  g_test_add_func ("/schedule/float/begun", test_begun);
  g_test_add_func ("/schedule/float/lead-beyond-end", test_lead_beyond_end);

  return g_test_run ();
}
