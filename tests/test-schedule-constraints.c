/* test-schedule-constraints.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-test-plan.h"

/* Constraints, summaries, progress and the status day: worked out by hand. */

static void
assert_driver (QdSchedule      *schedule,
               guint            task,
               QdScheduleDriver driver,
               int              link)
{
  int found;

  g_assert_cmpint (qd_schedule_get_driver (schedule, task, &found), ==, driver);
  g_assert_cmpint (found, ==, link);
}

static void
assert_no_finding (QdSchedule *schedule)
{
  g_autoptr(GArray) findings = qd_schedule_find (schedule);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* That it is the only one */
static void
assert_finding (QdSchedule           *schedule,
                QdScheduleFindingKind kind,
                guint                 task,
                int                   link,
                QdMinute              wanted)
{
  g_autoptr(GArray) findings = qd_schedule_find (schedule);
  QdScheduleFinding finding;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_array_index (findings, QdScheduleFinding, 0);
  g_assert_cmpint (finding.kind, ==, kind);
  g_assert_cmpuint (finding.task, ==, task);
  g_assert_cmpint (finding.link, ==, link);
  assert_minute (finding.wanted, wanted);
}

/* A task that ends on Wednesday evening, and one of a day that waits for it and is
 * constrained: on its own, against the link and along with it. */
static void
test_constraints (void)
{
  static const struct
  {
    QdConstraintKind kind;
    int              day, hour; /* of the constraint */
    gboolean         linked;
    int              start_day, end_day;
    QdScheduleDriver driver;
  } cases[] = {
    { QD_CONSTRAINT_KIND_NONE, 0, 0, FALSE, 0, 0, QD_SCHEDULE_DRIVER_START },
    { QD_CONSTRAINT_KIND_NONE, 0, 0, TRUE, 3, 3, QD_SCHEDULE_DRIVER_LINK },
    { QD_CONSTRAINT_KIND_NOT_BEFORE, 1, 0, FALSE, 1, 1, QD_SCHEDULE_DRIVER_CONSTRAINT },
    { QD_CONSTRAINT_KIND_NOT_BEFORE, 5, 0, FALSE, 7, 7, QD_SCHEDULE_DRIVER_CONSTRAINT },
    { QD_CONSTRAINT_KIND_NOT_BEFORE, -3, 0, FALSE, 0, 0, QD_SCHEDULE_DRIVER_START },
    { QD_CONSTRAINT_KIND_NOT_BEFORE, 1, 0, TRUE, 3, 3, QD_SCHEDULE_DRIVER_LINK },
    { QD_CONSTRAINT_KIND_NOT_BEFORE, 4, 0, TRUE, 4, 4, QD_SCHEDULE_DRIVER_CONSTRAINT },
    { QD_CONSTRAINT_KIND_NOT_BEFORE, 2, 17, TRUE, 3, 3, QD_SCHEDULE_DRIVER_LINK },
    { QD_CONSTRAINT_KIND_NOT_AFTER, 3, 24, FALSE, 0, 0, QD_SCHEDULE_DRIVER_START },
    { QD_CONSTRAINT_KIND_NOT_AFTER, 3, 24, TRUE, 3, 3, QD_SCHEDULE_DRIVER_LINK },
    { QD_CONSTRAINT_KIND_NOT_AFTER, 1, 24, TRUE, 3, 3, QD_SCHEDULE_DRIVER_LINK },
    { QD_CONSTRAINT_KIND_FIXED, 4, 0, FALSE, 4, 4, QD_SCHEDULE_DRIVER_CONSTRAINT },
    { QD_CONSTRAINT_KIND_FIXED, 8, 9, TRUE, 8, 8, QD_SCHEDULE_DRIVER_CONSTRAINT },
    { QD_CONSTRAINT_KIND_FIXED, 1, 0, TRUE, 1, 1, QD_SCHEDULE_DRIVER_CONSTRAINT },
    { QD_CONSTRAINT_KIND_FIXED, 5, 0, TRUE, 7, 7, QD_SCHEDULE_DRIVER_CONSTRAINT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Plan            plan;
      QdScheduleTask *task;
      g_autoptr(QdSchedule) schedule = NULL;

      plan_init (&plan);
      add_task (&plan, 3 * WORKING_DAY);
      task = add_task (&plan, WORKING_DAY);

      if (cases[i].kind != QD_CONSTRAINT_KIND_NONE)
        constrain (task, cases[i].kind, at (cases[i].day, cases[i].hour, 0));

      if (cases[i].linked)
        add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, 0);

      schedule = solve (&plan);
      g_test_message ("Case %" G_GSIZE_FORMAT, i);
      assert_dates (schedule, 1, at (cases[i].start_day, 9, 0), at (cases[i].end_day, 17, 0));
      assert_driver (schedule, 1, cases[i].driver, cases[i].driver == QD_SCHEDULE_DRIVER_LINK ? 0 : -1);
      plan_clear (&plan);
    }
}

/* What cannot be as it was asked for says so, and what it would take. */
static void
test_findings (void)
{
  static const struct
  {
    QdConstraintKind kind;
    int              day, hour;
    int              finding; /* or -1 */
    int              link;
    int              wanted_day, wanted_hour;
  } cases[] = {
    { QD_CONSTRAINT_KIND_NOT_BEFORE, 1, 0, -1, 0, 0, 0 },
    { QD_CONSTRAINT_KIND_NOT_AFTER, 3, 17, -1, 0, 0, 0 },
    { QD_CONSTRAINT_KIND_NOT_AFTER, 3, 16, QD_SCHEDULE_FINDING_LATE, -1, 3, 16 },
    { QD_CONSTRAINT_KIND_FIXED, 3, 0, -1, 0, 0, 0 },
    { QD_CONSTRAINT_KIND_FIXED, 3, 9, -1, 0, 0, 0 },
    { QD_CONSTRAINT_KIND_FIXED, 2, 9, QD_SCHEDULE_FINDING_FIXED, 0, 3, 9 },
    { QD_CONSTRAINT_KIND_FIXED, 3, 8, QD_SCHEDULE_FINDING_NOT_FIXED, -1, 3, 8 },
    { QD_CONSTRAINT_KIND_FIXED, 3, 17, QD_SCHEDULE_FINDING_NOT_FIXED, -1, 3, 17 },
    { QD_CONSTRAINT_KIND_FIXED, 5, 0, QD_SCHEDULE_FINDING_NOT_FIXED, -1, 5, 0 },
    { QD_CONSTRAINT_KIND_FIXED, 5, 12, QD_SCHEDULE_FINDING_NOT_FIXED, -1, 5, 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Plan plan;
      g_autoptr(QdSchedule) schedule = NULL;

      plan_init (&plan);
      add_task (&plan, 3 * WORKING_DAY);
      constrain (add_task (&plan, WORKING_DAY), cases[i].kind, at (cases[i].day, cases[i].hour, 0));
      add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, 0);
      schedule = solve (&plan);
      g_test_message ("Case %" G_GSIZE_FORMAT, i);

      if (cases[i].finding < 0)
        assert_no_finding (schedule);
      else
        assert_finding (schedule, cases[i].finding, 1, cases[i].link, at (cases[i].wanted_day, cases[i].wanted_hour, 0));

      plan_clear (&plan);
    }
}

/* Outer sums up Inner and Last; Inner sums up First and Second, of a day each. */
enum
{
  OUTER,
  INNER,
  FIRST,
  SECOND,
  LAST,
  OTHER, /* stands outside */
};

static void
fill_outline (Plan *plan)
{
  plan_init (plan);
  add_task (plan, 0);
  add_task (plan, 0)->parent = OUTER;
  add_task (plan, WORKING_DAY)->parent = INNER;
  add_task (plan, WORKING_DAY)->parent = INNER;
  add_task (plan, WORKING_DAY)->parent = OUTER;
  add_task (plan, 2 * WORKING_DAY);
  add_link (plan, FIRST, SECOND, QD_LINK_KIND_FINISH_START, 0);
  add_link (plan, SECOND, LAST, QD_LINK_KIND_FINISH_START, 0);
}

/* It spans what it sums up, however deep that is. */
static void
test_summaries (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  fill_outline (&plan);
  schedule = solve (&plan);
  g_assert_true (qd_schedule_is_summary (schedule, OUTER));
  g_assert_false (qd_schedule_is_summary (schedule, FIRST));
  assert_dates (schedule, OUTER, at (0, 9, 0), at (2, 17, 0));
  assert_dates (schedule, INNER, at (0, 9, 0), at (1, 17, 0));
  assert_dates (schedule, LAST, at (2, 9, 0), at (2, 17, 0));
  assert_driver (schedule, INNER, QD_SCHEDULE_DRIVER_CHILD, -1);
  assert_no_finding (schedule);
  plan_clear (&plan);
}

/* Links from a summary and to one, of every kind */
static void
test_summary_links (void)
{
  static const struct
  {
    guint      from, to;
    QdLinkKind kind;
    int        lag; /* in hours */
    guint      task;
    int        start_day, start_hour, end_day, end_hour; /* of that task */
  } cases[] = {
    { OUTER, OTHER, QD_LINK_KIND_FINISH_START, 0, OTHER, 3, 9, 4, 17 },
    { INNER, OTHER, QD_LINK_KIND_FINISH_START, 8, OTHER, 3, 9, 4, 17 },
    { INNER, OTHER, QD_LINK_KIND_START_START, 4, OTHER, 0, 13, 2, 13 },
    { INNER, OTHER, QD_LINK_KIND_FINISH_FINISH, 0, OTHER, 0, 9, 1, 17 },
    { OUTER, OTHER, QD_LINK_KIND_START_FINISH, 16, OTHER, 0, 9, 1, 17 },
    { OTHER, OUTER, QD_LINK_KIND_FINISH_START, 0, FIRST, 2, 9, 2, 17 },
    { OTHER, OUTER, QD_LINK_KIND_FINISH_START, 0, OUTER, 2, 9, 4, 17 },
    { OTHER, INNER, QD_LINK_KIND_START_START, 4, FIRST, 0, 13, 1, 13 },
    { OTHER, INNER, QD_LINK_KIND_START_START, 4, INNER, 0, 13, 2, 13 },
    { OTHER, INNER, QD_LINK_KIND_FINISH_START, -8, OUTER, 1, 9, 3, 17 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Plan plan;
      g_autoptr(QdSchedule) schedule = NULL;

      fill_outline (&plan);
      add_link (&plan, cases[i].from, cases[i].to, cases[i].kind, cases[i].lag * HOUR);
      schedule = solve (&plan);
      g_test_message ("Case %" G_GSIZE_FORMAT, i);
      assert_dates (schedule,
                    cases[i].task,
                    at (cases[i].start_day, cases[i].start_hour, 0),
                    at (cases[i].end_day, cases[i].end_hour, 0));
      assert_no_finding (schedule);
      plan_clear (&plan);
    }
}

/* The finish of a summary follows from its tasks: a link that holds it counts for nothing, and is found. */
static void
test_summary_finish (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  fill_outline (&plan);
  add_link (&plan, OTHER, INNER, QD_LINK_KIND_FINISH_FINISH, 24 * HOUR);
  schedule = solve (&plan);
  assert_dates (schedule, INNER, at (0, 9, 0), at (1, 17, 0));
  assert_finding (schedule, QD_SCHEDULE_FINDING_SUMMARY, INNER, 2, QD_MINUTE_NONE);
  plan_clear (&plan);
}

/* Constraints on a summary hold what it sums up. */
static void
test_summary_constraints (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  fill_outline (&plan);
  constrain (&g_array_index (plan.tasks, QdScheduleTask, OUTER), QD_CONSTRAINT_KIND_NOT_BEFORE, at (1, 0, 0));
  schedule = solve (&plan);
  assert_dates (schedule, FIRST, at (1, 9, 0), at (1, 17, 0));
  assert_dates (schedule, OUTER, at (1, 9, 0), at (3, 17, 0));
  assert_driver (schedule, FIRST, QD_SCHEDULE_DRIVER_PARENT, -1);
  assert_no_finding (schedule);

  g_clear_pointer (&schedule, qd_schedule_free);
  constrain (&g_array_index (plan.tasks, QdScheduleTask, OUTER), QD_CONSTRAINT_KIND_NOT_AFTER, at (2, 16, 0));
  schedule = solve (&plan);
  assert_finding (schedule, QD_SCHEDULE_FINDING_LATE, OUTER, -1, at (2, 16, 0));
  g_assert_cmpint (qd_schedule_get_total_float (schedule, LAST), ==, -HOUR);
  g_assert_true (qd_schedule_is_critical (schedule, FIRST));

  /* It is fixed on Monday, and what it sums up starts on Tuesday. */
  g_clear_pointer (&schedule, qd_schedule_free);
  constrain (&g_array_index (plan.tasks, QdScheduleTask, OUTER), QD_CONSTRAINT_KIND_FIXED, at (0, 0, 0));
  constrain (&g_array_index (plan.tasks, QdScheduleTask, FIRST), QD_CONSTRAINT_KIND_NOT_BEFORE, at (1, 0, 0));
  schedule = solve (&plan);
  assert_dates (schedule, OUTER, at (1, 9, 0), at (3, 17, 0));
  assert_finding (schedule, QD_SCHEDULE_FINDING_NOT_FIXED, OUTER, -1, at (0, 0, 0));
  plan_clear (&plan);
}

/* Monday's task is done, Tuesday's half done, Wednesday's not begun; the last waits for that. */
static void
fill_progress (Plan *plan)
{
  QdScheduleTask *task;

  plan_init (plan);
  task = add_task (plan, WORKING_DAY);
  task->anchor = at (0, 9, 0);
  task->finish = at (0, 15, 0);
  task->progress = 100;
  task = add_task (plan, WORKING_DAY);
  task->anchor = at (1, 9, 0);
  task->progress = 50;
  add_task (plan, WORKING_DAY)->anchor = at (2, 9, 0);
  add_task (plan, WORKING_DAY);
  add_link (plan, 2, 3, QD_LINK_KIND_FINISH_START, 0);
}

static void
test_status_day (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  fill_progress (&plan);
  schedule = solve (&plan);
  assert_dates (schedule, 0, at (0, 9, 0), at (0, 15, 0));
  assert_dates (schedule, 1, at (1, 9, 0), at (1, 17, 0));
  assert_dates (schedule, 2, at (2, 9, 0), at (2, 17, 0));
  assert_dates (schedule, 3, at (3, 9, 0), at (3, 17, 0));

  /* On Thursday what is left of the second is done then, and what is not begun, too. */
  g_clear_pointer (&schedule, qd_schedule_free);
  plan.status = at (3, 0, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 0, at (0, 9, 0), at (0, 15, 0));
  assert_dates (schedule, 1, at (1, 9, 0), at (3, 13, 0));
  assert_dates (schedule, 2, at (3, 9, 0), at (3, 17, 0));
  assert_dates (schedule, 3, at (4, 9, 0), at (4, 17, 0));
  assert_driver (schedule, 0, QD_SCHEDULE_DRIVER_ACTUAL, -1);
  assert_driver (schedule, 2, QD_SCHEDULE_DRIVER_STATUS, -1);
  assert_driver (schedule, 3, QD_SCHEDULE_DRIVER_LINK, 0);
  g_assert_false (qd_schedule_is_critical (schedule, 0));

  /* Half of it was done on its first morning: that is no promise of the evening. */
  g_clear_pointer (&schedule, qd_schedule_free);
  plan.status = at (1, 0, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 1, at (1, 9, 0), at (1, 17, 0));
  plan.status = at (1, 10, 0);
  g_clear_pointer (&schedule, qd_schedule_free);
  schedule = solve (&plan);
  assert_dates (schedule, 1, at (1, 9, 0), at (1, 17, 0));

  /* One that is not over by a status day on a weekend goes on on Monday. */
  g_clear_pointer (&schedule, qd_schedule_free);
  plan.status = at (5, 0, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 1, at (1, 9, 0), at (7, 13, 0));
  plan_clear (&plan);
}

/* A milestone is there or not: half of one waits for its links and the status day as one of which
 * nothing is done. */
static void
test_milestone_progress (void)
{
  Plan            plan;
  QdScheduleTask *task;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, WORKING_DAY);
  task = add_task (&plan, 0);
  task->anchor = at (0, 9, 0);
  task->progress = 50;
  task = add_task (&plan, 0);
  task->anchor = at (0, 9, 0);
  task->progress = 100;
  add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, 0);
  add_link (&plan, 0, 2, QD_LINK_KIND_FINISH_START, 0);
  plan.status = at (1, 0, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 1, at (1, 17, 0), at (1, 17, 0));
  assert_dates (schedule, 2, at (0, 9, 0), at (0, 9, 0));
  plan_clear (&plan);
}

/* What has begun before it could is found, and what is done is not asked. */
static void
test_begun_early (void)
{
  Plan            plan;
  QdScheduleTask *task;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, 2 * WORKING_DAY);
  task = add_task (&plan, WORKING_DAY);
  task->anchor = at (0, 9, 0);
  task->progress = 10;
  add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 1, at (0, 9, 0), at (0, 17, 0));
  assert_finding (schedule, QD_SCHEDULE_FINDING_ACTUAL, 1, 0, at (2, 9, 0));

  g_clear_pointer (&schedule, qd_schedule_free);
  g_array_index (plan.tasks, QdScheduleTask, 1).progress = 100;
  schedule = solve (&plan);
  assert_no_finding (schedule);
  plan_clear (&plan);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/constraints", test_constraints);
  g_test_add_func ("/schedule/findings", test_findings);
  g_test_add_func ("/schedule/summaries", test_summaries);
  g_test_add_func ("/schedule/summaries/links", test_summary_links);
  g_test_add_func ("/schedule/summaries/finish", test_summary_finish);
  g_test_add_func ("/schedule/summaries/constraints", test_summary_constraints);
  g_test_add_func ("/schedule/status-day", test_status_day);
  g_test_add_func ("/schedule/status-day/milestones", test_milestone_progress);
  g_test_add_func ("/schedule/begun-early", test_begun_early);

  return g_test_run ();
}
