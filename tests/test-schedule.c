/* test-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-schedule.h"

#define MONDAY 20605 /* 2026-06-01 */
#define HOUR 60
#define WORKING_DAY (8 * HOUR)

static QdMinute
at (int day,
    int hour,
    int minute)
{
  return qd_minute_from_day (MONDAY + day) + hour * 60 + minute;
}

static QdWorkTime *
create_office (void)
{
  QdWorkWeek week;

  g_assert_true (qd_work_week_parse (QD_WORK_WEEK_USUAL, &week, NULL));

  return qd_work_time_new (&week, MONDAY - 400, MONDAY + 4000, NULL, NULL);
}

/* A plan put together a task and a link at a time */
typedef struct
{
  GArray     *tasks;
  GArray     *links;
  QdWorkTime *calendars[2];
  QdMinute    status;
} Plan;

static void
plan_init (Plan *plan)
{
  plan->tasks = g_array_new (FALSE, FALSE, sizeof (QdScheduleTask));
  plan->links = g_array_new (FALSE, FALSE, sizeof (QdScheduleLink));
  plan->calendars[0] = create_office ();
  plan->calendars[1] = qd_work_time_new_always (MONDAY - 400, MONDAY + 4000);
  plan->status = QD_MINUTE_NONE;
}

static void
plan_clear (Plan *plan)
{
  g_array_unref (plan->tasks);
  g_array_unref (plan->links);
  qd_work_time_unref (plan->calendars[0]);
  qd_work_time_unref (plan->calendars[1]);
}

static QdScheduleTask *
add_task (Plan *plan,
          int   duration)
{
  QdScheduleTask task = { .anchor = QD_MINUTE_NONE,
                          .finish = QD_MINUTE_NONE,
                          .duration = duration,
                          .parent = -1,
                          .constraint = QD_CONSTRAINT_KIND_NONE,
                          .constraint_at = QD_MINUTE_NONE };

  g_array_append_val (plan->tasks, task);

  return &g_array_index (plan->tasks, QdScheduleTask, plan->tasks->len - 1);
}

static void
add_link (Plan      *plan,
          guint      from,
          guint      to,
          QdLinkKind kind,
          int        lag)
{
  QdScheduleLink link = { from, to, lag, kind, FALSE };

  g_array_append_val (plan->links, link);
}

static QdSchedule *
solve (Plan *plan)
{
  QdScheduleInput input = { plan->tasks, plan->links, plan->calendars, 2, at (0, 9, 0), plan->status };

  return qd_schedule_new (&input, NULL, NULL);
}

static void
assert_dates (QdSchedule *schedule,
              guint       task,
              QdMinute    start,
              QdMinute    finish)
{
  QdScheduleDates dates = qd_schedule_get_dates (schedule, task);

  g_assert_cmpint (dates.start, ==, start);
  g_assert_cmpint (dates.finish, ==, finish);
}

/* A of two days, then B of three and C of one, then D of one: the textbook's diamond. */
static void
test_diamond (void)
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
  add_link (&plan, 1, 3, QD_LINK_KIND_FINISH_START, 0);
  add_link (&plan, 2, 3, QD_LINK_KIND_FINISH_START, 0);
  schedule = solve (&plan);

  assert_dates (schedule, 0, at (0, 9, 0), at (1, 17, 0));
  assert_dates (schedule, 1, at (2, 9, 0), at (4, 17, 0));
  assert_dates (schedule, 2, at (2, 9, 0), at (2, 17, 0));
  assert_dates (schedule, 3, at (7, 9, 0), at (7, 17, 0));
  g_assert_cmpint (qd_schedule_get_end (schedule), ==, at (7, 17, 0));
  g_assert_cmpint (qd_schedule_get_total_float (schedule, 2), ==, 2 * WORKING_DAY);
  g_assert_cmpint (qd_schedule_get_free_float (schedule, 2), ==, 2 * WORKING_DAY);
  g_assert_cmpint (qd_schedule_get_dates (schedule, 2).late_start, ==, at (4, 9, 0));

  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (qd_schedule_is_critical (schedule, i), ==, i != 2);

  plan_clear (&plan);
}

/* Each kind of link, with lag and with lead, over a weekend */
static void
test_links (void)
{
  static const struct
  {
    QdLinkKind kind;
    int        lag; /* in hours */
    gboolean   elapsed;
    int        start_day, start_hour, end_day, end_hour;
  } cases[] = {
    /* The first is from Thursday morning to Friday evening, the second takes a day. */
    { QD_LINK_KIND_FINISH_START, 0, FALSE, 7, 9, 7, 17 },
    { QD_LINK_KIND_FINISH_START, 8, FALSE, 8, 9, 8, 17 },
    { QD_LINK_KIND_FINISH_START, 4, FALSE, 7, 13, 8, 13 },
    { QD_LINK_KIND_FINISH_START, -8, FALSE, 4, 9, 4, 17 },
    { QD_LINK_KIND_FINISH_START, 48, TRUE, 7, 9, 7, 17 },
    { QD_LINK_KIND_FINISH_START, 72, TRUE, 8, 9, 8, 17 },
    { QD_LINK_KIND_START_START, 0, FALSE, 3, 9, 3, 17 },
    { QD_LINK_KIND_START_START, 12, FALSE, 4, 13, 7, 13 },
    { QD_LINK_KIND_FINISH_FINISH, 0, FALSE, 4, 9, 4, 17 },
    { QD_LINK_KIND_FINISH_FINISH, 4, FALSE, 4, 13, 7, 13 },
    { QD_LINK_KIND_FINISH_FINISH, -8, FALSE, 3, 9, 3, 17 },
    { QD_LINK_KIND_START_FINISH, 8, FALSE, 3, 9, 3, 17 },
    { QD_LINK_KIND_START_FINISH, 0, FALSE, 2, 9, 2, 17 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Plan plan;
      g_autoptr(QdSchedule) schedule = NULL;

      plan_init (&plan);
      add_task (&plan, 2 * WORKING_DAY)->anchor = at (3, 9, 0);
      add_task (&plan, WORKING_DAY);
      add_link (&plan, 0, 1, cases[i].kind, cases[i].lag * HOUR);
      g_array_index (plan.links, QdScheduleLink, 0).elapsed = cases[i].elapsed;
      schedule = solve (&plan);
      g_test_message ("Case %" G_GSIZE_FORMAT, i);
      assert_dates (schedule,
                    1,
                    at (cases[i].start_day, cases[i].start_hour, 0),
                    at (cases[i].end_day, cases[i].end_hour, 0));
      plan_clear (&plan);
    }
}

static void
fill_at_random (Plan  *plan,
                GRand *rand,
                guint  n_tasks)
{
  for (guint i = 0; i < n_tasks; i++)
    {
      QdScheduleTask *task = add_task (plan, g_rand_int_range (rand, 0, 5) * 4 * HOUR);

      task->calendar = g_rand_int_range (rand, 0, 4) == 0;
      task->parent = i > 3 && g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 0, MIN (i, 12)) : -1;

      if (g_rand_int_range (rand, 0, 6) == 0)
        task->anchor = at (g_rand_int_range (rand, 0, 40), 10, 0);

      if (g_rand_int_range (rand, 0, 8) == 0)
        {
          task->constraint = g_rand_int_range (rand, 0, 3);
          task->constraint_at = at (g_rand_int_range (rand, 0, 60), 9, 0);
        }

      if (g_rand_int_range (rand, 0, 10) == 0)
        task->progress = g_rand_int_range (rand, 0, 101);
    }

  for (guint i = 0; i < n_tasks * 3 / 2; i++)
    {
      guint          to = g_rand_int_range (rand, 1, n_tasks);
      QdScheduleLink link = { g_rand_int_range (rand, 0, to), to, g_rand_int_range (rand, -3, 4) * 4 * HOUR, g_rand_int_range (rand, 0, 4), g_rand_boolean (rand) };

      g_array_append_val (plan->links, link);
    }
}

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

static void
change_at_random (QdSchedule *schedule,
                  GRand      *rand)
{
  guint          n_tasks = qd_schedule_get_n_tasks (schedule);
  guint          index = g_rand_int_range (rand, 0, n_tasks);
  QdScheduleTask task = *qd_schedule_get_task (schedule, index);
  guint          to = g_rand_int_range (rand, 1, n_tasks);
  QdScheduleLink link = { g_rand_int_range (rand, 0, to), to, 0, g_rand_int_range (rand, 0, 4), FALSE };

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      task.duration = g_rand_int_range (rand, 0, 8) * HOUR;
      break;

    case 1:
      task.anchor = at (g_rand_int_range (rand, 0, 40), 9, 0);
      break;

    case 2:
      task.constraint = g_rand_int_range (rand, -1, 3);
      task.constraint_at = at (g_rand_int_range (rand, 0, 40), 9, 0);
      break;

    case 3:
      task.parent = index > 0 && g_rand_boolean (rand) ? g_rand_int_range (rand, 0, index) : -1;
      break;

    case 4:
      task.progress = g_rand_int_range (rand, 0, 101);
      break;

    case 5:
      qd_schedule_add_link (schedule, &link);
      return;

    case 6:
      qd_schedule_remove_link (schedule, g_rand_int_range (rand, 0, qd_schedule_get_n_links (schedule)));
      return;

    default:
      task.calendar = !task.calendar;
      break;
    }

  qd_schedule_set_task (schedule, index, &task);
}

/* Following changes one after the other is the same as working it all out. */
static void
test_incremental (void)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      Plan plan;
      g_autoptr(QdSchedule) schedule = NULL;

      plan_init (&plan);

      if (seed % 3 == 0)
        plan.status = at (10, 0, 0);

      fill_at_random (&plan, rand, 60);
      schedule = solve (&plan);

      for (guint i = 0; i < 30; i++)
        {
          g_autoptr(QdSchedule) whole = NULL;
          guint n_changed;

          change_at_random (schedule, rand);
          qd_schedule_update (schedule, &n_changed);
          whole = qd_schedule_copy (schedule);
          g_test_message ("Seed %u, change %u: %u changed", seed, i, n_changed);
          assert_same (schedule, whole);
        }

      plan_clear (&plan);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/diamond", test_diamond);
  g_test_add_func ("/schedule/links", test_links);
  g_test_add_func ("/schedule/incremental", test_incremental);

  return g_test_run ();
}
