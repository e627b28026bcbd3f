/* perf-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-bench.h"
#include "qd-schedule.h"

#define N_TASKS 100000
#define N_LINKS 150000
#define N_RUNS 15
#define N_EDITS 500
#define MONDAY 20605 /* 2026-06-01 */

static double
ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

typedef struct
{
  guint           n_tasks;
  guint           n_links;
  GArray         *task_array;
  GArray         *link_array;
  QdScheduleTask *tasks; /* those in the array */
  QdScheduleLink *links;
  QdWorkTime     *calendars[2];
} Plan;

/* A plan in which most work waits for something not long before it, as in real ones. */
static void
plan_init (Plan *plan,
           guint n_tasks,
           guint n_links)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  QdWorkWeek week;

  qd_work_week_parse (QD_WORK_WEEK_USUAL, &week, NULL);
  *plan = (Plan){ .n_tasks = n_tasks, .n_links = n_links };
  plan->task_array = g_array_set_size (g_array_new (FALSE, TRUE, sizeof (QdScheduleTask)), n_tasks);
  plan->link_array = g_array_set_size (g_array_new (FALSE, TRUE, sizeof (QdScheduleLink)), n_links);
  plan->tasks = (QdScheduleTask *)plan->task_array->data;
  plan->links = (QdScheduleLink *)plan->link_array->data;
  plan->calendars[0] = qd_work_time_new (&week, MONDAY - 30, MONDAY + 60000, NULL, NULL);
  qd_work_week_parse ("Mo-Th 08:00-12:00,13:00-17:00", &week, NULL);
  plan->calendars[1] = qd_work_time_new (&week, MONDAY - 30, MONDAY + 60000, NULL, NULL);

  for (guint i = 0; i < n_tasks; i++)
    plan->tasks[i] = (QdScheduleTask){ .anchor = QD_MINUTE_NONE,
                                       .finish = QD_MINUTE_NONE,
                                       .duration = g_rand_int_range (rand, 0, 8) * 120,
                                       .parent = -1,
                                       .constraint = QD_CONSTRAINT_KIND_NONE,
                                       .calendar = i % 5 == 0 };

  for (guint i = 0; i < n_links; i++)
    {
      guint to = g_rand_int_range (rand, 1, n_tasks);
      guint back = g_rand_int_range (rand, 1, MIN (to, 2000) + 1);

      plan->links[i] = (QdScheduleLink){ to - back, to, i % 10 == 0 ? 480 : 0, i % 20 == 0 ? i / 20 % 4 : 0, FALSE };
    }
}

static void
plan_clear (Plan *plan)
{
  g_array_unref (plan->task_array);
  g_array_unref (plan->link_array);
  qd_work_time_unref (plan->calendars[0]);
  qd_work_time_unref (plan->calendars[1]);
}

static QdSchedule *
solve (Plan *plan)
{
  QdScheduleInput input = {
    plan->task_array, plan->link_array, plan->calendars, 2, qd_minute_from_day (MONDAY), QD_MINUTE_NONE
  };

  return qd_schedule_new (&input, NULL, NULL);
}

/* The least there is to do: who comes after whom, an order, and the longest way there
 * and back, in numbers without calendars. */
static double
sweep (const Plan *plan)
{
  gint64            begun = g_get_monotonic_time ();
  g_autofree guint *first = g_new0 (guint, plan->n_tasks + 2);
  g_autofree guint *next = g_new (guint, plan->n_links);
  g_autofree guint *n_waiting = g_new0 (guint, plan->n_tasks);
  g_autofree guint *order = g_new (guint, plan->n_tasks);
  g_autofree int   *early = g_new0 (int, plan->n_tasks);
  g_autofree int   *late = g_new (int, plan->n_tasks);
  guint             n_done = 0;
  int               end = 0;

  for (guint i = 0; i < plan->n_links; i++)
    {
      first[plan->links[i].from + 2]++;
      n_waiting[plan->links[i].to]++;
    }

  for (guint i = 2; i < plan->n_tasks + 2; i++)
    first[i] += first[i - 1];

  for (guint i = 0; i < plan->n_links; i++)
    next[first[plan->links[i].from + 1]++] = plan->links[i].to;

  for (guint i = 0; i < plan->n_tasks; i++)
    {
      if (n_waiting[i] == 0)
        order[n_done++] = i;
    }

  for (guint i = 0; i < n_done; i++)
    {
      guint task = order[i];
      int   finish = early[task] + plan->tasks[task].duration;

      end = MAX (end, finish);

      for (guint j = first[task]; j < first[task + 1]; j++)
        {
          early[next[j]] = MAX (early[next[j]], finish);

          if (--n_waiting[next[j]] == 0)
            order[n_done++] = next[j];
        }
    }

  g_assert_cmpuint (n_done, ==, plan->n_tasks);

  for (guint i = n_done; i > 0; i--)
    {
      guint task = order[i - 1];

      late[task] = end;

      for (guint j = first[task]; j < first[task + 1]; j++)
        late[task] = MIN (late[task], late[next[j]] - plan->tasks[next[j]].duration);
    }

  g_assert_cmpint (late[order[0]], <=, end);

  return ms_since (begun);
}

static void
report_whole (Plan *plan)
{
  double whole[N_RUNS], bare[N_RUNS], free_floats[N_RUNS];
  gint64 floats = 0;

  for (int i = 0; i < N_RUNS; i++)
    {
      gint64 begun;
      g_autoptr(QdSchedule) schedule = NULL;

      bare[i] = sweep (plan);
      begun = g_get_monotonic_time ();
      schedule = solve (plan);

      for (guint j = 0; j < plan->n_tasks; j++)
        floats += qd_schedule_get_total_float (schedule, j);

      whole[i] = ms_since (begun);
      begun = g_get_monotonic_time ();

      for (guint j = 0; j < plan->n_tasks; j++)
        floats += qd_schedule_get_free_float (schedule, j);

      free_floats[i] = ms_since (begun);
    }

  g_assert_cmpint (floats, >, 0);
  qd_bench_report ("100,000 tasks and 150,000 links: early and late dates, total float, from nothing",
                   qd_bench_median (whole, N_RUNS),
                   "ms",
                   "bare topological sweep of the same",
                   qd_bench_median (bare, N_RUNS));
  qd_bench_report ("the free float of each of them, which is worked out when it is asked for",
                   qd_bench_median (free_floats, N_RUNS),
                   "ms",
                   "the same sweep",
                   qd_bench_median (bare, N_RUNS));
}

/* A task takes a day longer, and then not. */
static void
report_edits (Plan       *plan,
              const char *what)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);
  g_autoptr(QdSchedule) schedule = solve (plan);
  double ms[N_EDITS];
  double bare[N_RUNS];

  for (int i = 0; i < N_RUNS; i++)
    bare[i] = sweep (plan);

  for (int i = 0; i < N_EDITS; i++)
    {
      guint          index = g_rand_int_range (rand, 0, plan->n_tasks);
      QdScheduleTask task = *qd_schedule_get_task (schedule, index);
      gint64         begun = g_get_monotonic_time ();
      guint          n_changed;

      task.duration += i % 2 == 0 ? 480 : -MIN (task.duration, 480);
      qd_schedule_set_task (schedule, index, &task);
      qd_schedule_update (schedule, &n_changed);
      ms[i] = ms_since (begun);
    }

  qd_bench_report (what, qd_bench_median (ms, N_EDITS), "ms", "bare topological sweep of all", qd_bench_median (bare, N_RUNS));
}

int
main (void)
{
  Plan large, small;

  plan_init (&large, N_TASKS, N_LINKS);
  plan_init (&small, 3000, 4500);
  report_whole (&large);
  report_edits (&large, "a task of 100,000 takes another time");
  report_edits (&small, "a task of 3,000 takes another time");
  plan_clear (&large);
  plan_clear (&small);

  return 0;
}
