/* test-schedule-limits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-test-plan.h"

/* What goes in circles, what has no end, and what is as large as can be. */

/* Letters for tasks, from A on */
static char *
dup_letters (GArray *tasks)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    g_string_append_c (letters, 'A' + g_array_index (tasks, guint, i));

  return g_string_free_and_steal (letters);
}

/* “BC AD”: of each knot, a circle */
static void
assert_cycles (QdSchedule *schedule,
               const char *expected)
{
  g_autoptr(GPtrArray) cycles = qd_schedule_find_cycles (schedule);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < cycles->len; i++)
    {
      g_autofree char *letters = dup_letters (g_ptr_array_index (cycles, i));

      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", letters);
    }

  g_assert_cmpstr (words->str, ==, expected);
}

static void
assert_cycle (QdSchedule *schedule,
              guint       task,
              const char *expected)
{
  g_autoptr(GArray) cycle = qd_schedule_find_cycle (schedule, task);
  g_autofree char *letters = dup_letters (cycle);

  g_assert_cmpstr (letters, ==, expected);
  g_assert_cmpint (cycle == NULL, ==, *expected == '\0');
}

static void
assert_path (QdSchedule *schedule,
             guint       from,
             guint       to,
             const char *expected)
{
  g_autoptr(GArray) path = qd_schedule_find_path (schedule, from, to);
  g_autofree char *letters = dup_letters (path);

  g_assert_cmpstr (letters, ==, expected);
}

/* How many tasks are found to be in circles */
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

/* Links as pairs of letters: “AB BC” */
static QdSchedule *
create_linked (Plan       *plan,
               guint       n_tasks,
               const char *links)
{
  plan_init (plan);

  for (guint i = 0; i < n_tasks; i++)
    add_task (plan, WORKING_DAY);

  for (const char *c = links; *c != '\0'; c += c[2] == ' ' ? 3 : 2)
    add_link (plan, c[0] - 'A', c[1] - 'A', QD_LINK_KIND_FINISH_START, 0);

  return solve (plan);
}

static void
test_cycles (void)
{
  static const struct
  {
    const char *links;
    const char *cycles;
  } cases[] = {
    { "AB BC CD", "" },
    { "AA", "A" },
    { "AB BA", "AB" },
    { "BC CB", "BC" },
    { "AB BC CA", "ABC" },
    { "CB BA AC", "ACB" },
    /* The shortest in a knot, and one of each */
    { "AB BC CD DA CB", "ABCD" },
    { "AB BA CD DC", "AB CD" },
    { "AB BA BC CD DC DE", "AB CD" },
    { "AA BB", "A B" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Plan plan;
      g_autoptr(QdSchedule) schedule = create_linked (&plan, 5, cases[i].links);

      g_test_message ("%s", cases[i].links);
      assert_cycles (schedule, cases[i].cycles);
      plan_clear (&plan);
    }
}

/* What is in a knot is worked out as if it waited for nothing in it; the rest as ever. */
static void
test_beside_cycle (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = create_linked (&plan, 5, "AB BC CB CD");
  guint n_changed;

  assert_cycles (schedule, "BC");
  assert_cycle (schedule, 0, "");
  assert_cycle (schedule, 1, "BC");
  assert_cycle (schedule, 2, "CB");
  assert_cycle (schedule, 3, "");
  g_assert_cmpuint (count_findings (schedule, QD_SCHEDULE_FINDING_CYCLE), ==, 2);
  assert_dates (schedule, 1, at (1, 9, 0), at (1, 17, 0));
  assert_dates (schedule, 2, at (0, 9, 0), at (0, 17, 0));
  assert_dates (schedule, 3, at (1, 9, 0), at (1, 17, 0));

  /* Without the link back all is as it should be. */
  qd_schedule_remove_link (schedule, 2);
  qd_schedule_update (schedule, &n_changed);
  assert_cycles (schedule, "");
  g_assert_cmpuint (count_findings (schedule, QD_SCHEDULE_FINDING_CYCLE), ==, 0);
  assert_dates (schedule, 3, at (3, 9, 0), at (3, 17, 0));
  plan_clear (&plan);
}

/* A sums up B and C; D stands outside. Of what a summary sums up it says nothing that is
 * not to be known. */
static void
test_summary_cycles (void)
{
  static const struct
  {
    const char *links;
    const char *cycles;
  } cases[] = {
    { "AB", "BA" },
    { "BA", "AB" },
    { "AD DA", "AD" },
    { "AD DB", "BAD" },
    { "BD DA", "ABD" },
    { "BD DC CB", "BDC" },
    { "AD BC", "" },
    { "BD DC", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Plan plan;
      g_autoptr(QdSchedule) schedule = create_linked (&plan, 4, cases[i].links);

      g_array_index (plan.tasks, QdScheduleTask, 1).parent = 0;
      g_array_index (plan.tasks, QdScheduleTask, 2).parent = 0;
      g_clear_pointer (&schedule, qd_schedule_free);
      schedule = solve (&plan);
      g_test_message ("%s", cases[i].links);
      assert_cycles (schedule, cases[i].cycles);
      plan_clear (&plan);
    }
}

/* Tasks that sum each other up, as a damaged file may say */
static void
test_parents_in_circle (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = create_linked (&plan, 4, "AD");

  g_array_index (plan.tasks, QdScheduleTask, 0).parent = 1;
  g_array_index (plan.tasks, QdScheduleTask, 1).parent = 0;
  g_array_index (plan.tasks, QdScheduleTask, 2).parent = 2;
  g_clear_pointer (&schedule, qd_schedule_free);
  schedule = solve (&plan);
  assert_cycles (schedule, "AB C");
  assert_dates (schedule, 3, at (0, 9, 0), at (0, 17, 0));

  /* Nothing but that */
  g_clear_pointer (&schedule, qd_schedule_free);
  g_array_set_size (plan.tasks, 3);
  g_array_set_size (plan.links, 0);
  schedule = solve (&plan);
  assert_minute (qd_schedule_get_start (schedule), at (0, 9, 0));
  assert_minute (qd_schedule_get_end (schedule), at (0, 9, 0));
  plan_clear (&plan);
}

static void
test_paths (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = create_linked (&plan, 6, "AB BC CD AD DE");

  assert_path (schedule, 0, 3, "AD");
  assert_path (schedule, 0, 4, "ADE");
  assert_path (schedule, 1, 4, "BCDE");
  assert_path (schedule, 4, 0, "");
  assert_path (schedule, 0, 5, "");
  assert_path (schedule, 2, 2, "C");

  /* Over a summary: what waits for it waits for each of its tasks, and each for what it waits for. */
  g_clear_pointer (&schedule, qd_schedule_free);
  plan_clear (&plan);
  schedule = create_linked (&plan, 5, "AB BC");
  g_array_index (plan.tasks, QdScheduleTask, 3).parent = 1;
  g_clear_pointer (&schedule, qd_schedule_free);
  schedule = solve (&plan);
  assert_path (schedule, 0, 3, "ABD");
  assert_path (schedule, 3, 2, "DBC");
  assert_path (schedule, 3, 1, "DB");
  assert_path (schedule, 1, 3, "BD");
  assert_path (schedule, 0, 2, "ABC");
  assert_path (schedule, 3, 4, "");
  plan_clear (&plan);
}

/* Rings and chains that are as long as a plan, and more knots than anybody can count */
static void
test_long_circles (void)
{
  const guint n_tasks = 100000;
  Plan        plan;
  g_autoptr(QdSchedule) schedule = NULL;
  g_autoptr(GPtrArray) cycles = NULL;

  plan_init (&plan);

  for (guint i = 0; i < n_tasks; i++)
    {
      add_task (&plan, HOUR);
      add_link (&plan, i, (i + 1) % n_tasks, QD_LINK_KIND_FINISH_START, 0);
    }

  schedule = solve (&plan);
  cycles = qd_schedule_find_cycles (schedule);
  g_assert_cmpuint (cycles->len, ==, 1);
  g_assert_cmpuint (((GArray *)g_ptr_array_index (cycles, 0))->len, ==, n_tasks);

  /* Each pair a knot */
  g_clear_pointer (&schedule, qd_schedule_free);
  g_clear_pointer (&cycles, g_ptr_array_unref);

  for (guint i = 0; i < n_tasks; i++)
    g_array_index (plan.links, QdScheduleLink, i).to = i ^ 1;

  schedule = solve (&plan);
  cycles = qd_schedule_find_cycles (schedule);
  g_assert_cmpuint (cycles->len, ==, n_tasks / 2);
  plan_clear (&plan);
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

/* Each sums up the next. */
static void
test_deep (void)
{
  const guint n_tasks = 100000;
  Plan        plan;
  g_autoptr(QdSchedule) schedule = NULL;
  guint          n_changed;
  QdScheduleTask task;

  plan_init (&plan);

  for (guint i = 0; i < n_tasks; i++)
    add_task (&plan, WORKING_DAY)->parent = (int)i - 1;

  add_task (&plan, WORKING_DAY);
  add_task (&plan, 5 * WORKING_DAY);
  add_link (&plan, 0, n_tasks, QD_LINK_KIND_FINISH_START, WORKING_DAY);
  schedule = solve (&plan);
  assert_dates (schedule, 0, at (0, 9, 0), at (0, 17, 0));
  assert_dates (schedule, n_tasks, at (2, 9, 0), at (2, 17, 0));
  assert_floats (schedule, n_tasks - 1, 2 * WORKING_DAY, 0);

  task = *qd_schedule_get_task (schedule, n_tasks - 1);
  task.duration = 2 * WORKING_DAY;
  qd_schedule_set_task (schedule, n_tasks - 1, &task);
  qd_schedule_update (schedule, &n_changed);
  g_assert_cmpuint (n_changed, ==, n_tasks + 1);
  assert_dates (schedule, 0, at (0, 9, 0), at (1, 17, 0));
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

/* Durations, lags and leads as long as can be, of each kind of link, one after the other */
static void
test_longest (void)
{
  static const int lags[] = { QD_SCHEDULE_LONGEST, -QD_SCHEDULE_LONGEST };

  for (guint i = 0; i < 32; i++)
    {
      Plan plan;
      g_autoptr(QdSchedule) schedule = NULL;

      plan_init (&plan);

      for (guint n = 0; n < 5; n++)
        {
          QdScheduleTask *task = add_task (&plan, i & 16 && n % 2 == 0 ? QD_SCHEDULE_LONGEST : n);

          task->calendar = n % N_CALENDARS;

          if (n > 0)
            add_link (&plan, n - 1, n, i & 3, lags[i >> 2 & 1])->elapsed = i >> 3 & 1;
        }

      schedule = solve (&plan);

      for (guint n = 0; n < 5; n++)
        {
          QdScheduleDates dates = qd_schedule_get_dates (schedule, n);

          g_assert_cmpint (dates.start, >=, -QD_MINUTE_LAST);
          g_assert_cmpint (dates.start, <=, dates.finish);
          g_assert_cmpint (dates.finish, <=, QD_MINUTE_LAST);
          g_assert_cmpint (qd_schedule_get_free_float (schedule, n), >=, 0);
        }

      g_assert_cmpuint (count_findings (schedule, QD_SCHEDULE_FINDING_NO_WORK), >=, i & 16 ? 1 : 0);
      plan_clear (&plan);
    }
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
  g_test_add_func ("/schedule/cycles", test_cycles);
  g_test_add_func ("/schedule/cycles/beside", test_beside_cycle);
  g_test_add_func ("/schedule/cycles/summaries", test_summary_cycles);
  g_test_add_func ("/schedule/cycles/parents", test_parents_in_circle);
  g_test_add_func ("/schedule/cycles/long", test_long_circles);
  g_test_add_func ("/schedule/paths", test_paths);
  g_test_add_func ("/schedule/limits/chain", test_chain);
  g_test_add_func ("/schedule/limits/deep", test_deep);
  g_test_add_func ("/schedule/limits/many-links", test_many_links);
  g_test_add_func ("/schedule/limits/empty-calendar", test_empty_calendar);
  g_test_add_func ("/schedule/limits/little-work", test_little_work);
  g_test_add_func ("/schedule/limits/longest", test_longest);
  g_test_add_func ("/schedule/limits/moments", test_moments);
  g_test_add_func ("/schedule/limits/nothing", test_nothing);

  return g_test_run ();
}
