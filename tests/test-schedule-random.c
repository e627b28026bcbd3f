/* test-schedule-random.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-random-plan.h"

/* What must hold of any plan, tried on many; with “-m slow” on more. */

#define N_SEEDS 60
#define N_SEEDS_SLOW 3000
#define N_TASKS 40

static const PlanFeatures mixtures[] = {
  0,
  PLAN_ODD_TIMES,
  PLAN_CALENDARS,
  PLAN_CALENDARS | PLAN_ODD_TIMES,
  PLAN_SUMMARIES | PLAN_ANCHORS,
  PLAN_SUMMARIES | PLAN_CALENDARS | PLAN_ANCHORS | PLAN_NOT_BEFORE | PLAN_ODD_TIMES,
  PLAN_CALENDARS | PLAN_ANCHORS | PLAN_CONSTRAINTS | PLAN_ODD_TIMES,
  PLAN_CALENDARS | PLAN_PROGRESS | PLAN_STATUS | PLAN_ODD_TIMES,
  PLAN_EVERYTHING & ~PLAN_ODD_TIMES,
  PLAN_EVERYTHING,
};

typedef void (*PropertyFunc) (Plan        *plan,
                              QdSchedule  *schedule,
                              GRand       *rand,
                              PlanFeatures features);

static void
check_plans (gconstpointer data)
{
  PropertyFunc check = *(const PropertyFunc *)data;
  guint32      n_seeds = g_test_slow () ? N_SEEDS_SLOW : N_SEEDS;

  for (guint i = 0; i < G_N_ELEMENTS (mixtures); i++)
    {
      for (guint32 seed = 0; seed < n_seeds; seed++)
        {
          const guint32 seeds[] = { i, seed };
          g_autoptr(GRand) rand = g_rand_new_with_seed_array (seeds, 2);
          g_autoptr(QdSchedule) schedule = NULL;
          Plan plan;

          plan_init (&plan);
          fill_plan (&plan, rand, mixtures[i], N_TASKS);
          schedule = solve (&plan);
          g_test_message ("Mixture %u, seed %u", i, seed);
          check (&plan, schedule, rand, mixtures[i]);
          plan_clear (&plan);
        }
    }
}

static gboolean
has_begun (const QdScheduleTask *task)
{
  return task->progress > 0 && task->anchor != QD_MINUTE_NONE && (task->duration > 0 || task->progress == 100);
}

/* Whether its links say when it starts. */
static gboolean
is_free (QdSchedule *schedule,
         guint       task)
{
  const QdScheduleTask *data = qd_schedule_get_task (schedule, task);

  return !qd_schedule_is_summary (schedule, task) && !has_begun (data) && data->constraint != QD_CONSTRAINT_KIND_FIXED;
}

static gboolean
holds_finish (const QdScheduleLink *link)
{
  return link->kind == QD_LINK_KIND_FINISH_FINISH || link->kind == QD_LINK_KIND_START_FINISH;
}

/* Whether @link lets @task, which it holds itself or by its summary, be from @start to
 * @finish. Minutes between which nobody works are as one to an end, but not to a moment: a
 * lead leads that to where work goes on. */
static gboolean
is_kept (QdSchedule           *schedule,
         const QdScheduleLink *link,
         guint                 task,
         QdMinute              start,
         QdMinute              finish)
{
  QdScheduleDates from = qd_schedule_get_dates (schedule, link->from);
  QdMinute        begin = link->kind == QD_LINK_KIND_FINISH_START || link->kind == QD_LINK_KIND_FINISH_FINISH ? from.finish : from.start;
  QdMinute        end = holds_finish (link) ? finish : start;
  QdWorkTime     *calendar = qd_schedule_get_calendar (schedule, link->to);
  gboolean        moment = !holds_finish (link) || qd_schedule_get_task (schedule, task)->duration == 0;

  if (link->lag < 0 && !link->elapsed && moment)
    return end >= qd_work_time_begin_at (calendar, qd_work_time_count (calendar, begin) + link->lag);

  if (link->lag != 0 && !link->elapsed)
    return qd_work_time_count (calendar, end) >= qd_work_time_count (calendar, begin) + link->lag;

  begin += link->lag;

  return moment ? end >= begin : qd_work_time_count (calendar, end) >= qd_work_time_count (calendar, begin);
}

static void
check_links (Plan        *plan,
             QdSchedule  *schedule,
             GRand       *rand,
             PlanFeatures features)
{
  for (guint i = 0; i < plan->links->len; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (schedule, i);

      if (holds_finish (link) && qd_schedule_is_summary (schedule, link->to))
        continue;

      for (guint task = link->to; task < plan->tasks->len && is_within (plan, task, link->to); task++)
        {
          QdScheduleDates dates = qd_schedule_get_dates (schedule, task);

          if (is_free (schedule, task))
            g_assert_true (is_kept (schedule, link, task, dates.start, dates.finish));
        }
    }
}

/* Tasks that begin and end in the middle of work, and take as long as they are said to */
static void
check_work (Plan        *plan,
            QdSchedule  *schedule,
            GRand       *rand,
            PlanFeatures features)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const QdScheduleTask *task = qd_schedule_get_task (schedule, i);
      QdWorkTime           *calendar = qd_schedule_get_calendar (schedule, i);
      QdScheduleDates       dates = qd_schedule_get_dates (schedule, i);

      g_assert_cmpint (dates.start, <=, dates.finish);

      if (qd_schedule_is_summary (schedule, i) || has_begun (task))
        continue;

      g_assert_cmpint (
          qd_work_time_count (calendar, dates.finish) - qd_work_time_count (calendar, dates.start), ==, task->duration);

      if (task->duration == 0)
        continue;

      g_assert_true (qd_work_time_is_work (calendar, dates.start));
      g_assert_true (qd_work_time_is_work (calendar, dates.finish - 1));
    }
}

/* Whether anything but a day off keeps @task from being from @start to @finish. */
static gboolean
is_allowed (Plan       *plan,
            QdSchedule *schedule,
            guint       task,
            QdMinute    start,
            QdMinute    finish)
{
  const QdScheduleTask *data = qd_schedule_get_task (schedule, task);
  gboolean              linked = FALSE;

  for (guint i = 0; i < plan->links->len; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (schedule, i);

      if (!is_within (plan, task, link->to) || (holds_finish (link) && qd_schedule_is_summary (schedule, link->to)))
        continue;

      linked |= link->to == task;

      if (!is_kept (schedule, link, task, start, finish))
        return FALSE;
    }

  if (data->anchor == QD_MINUTE_NONE ? start < plan->start : !linked && start < data->anchor)
    return FALSE;

  if (plan->status != QD_MINUTE_NONE && start < plan->status)
    return FALSE;

  if (data->constraint == QD_CONSTRAINT_KIND_NOT_BEFORE && start < data->constraint_at)
    return FALSE;

  for (int parent = data->parent; parent >= 0; parent = qd_schedule_get_task (schedule, parent)->parent)
    {
      const QdScheduleTask *summary = qd_schedule_get_task (schedule, parent);

      if ((summary->constraint == QD_CONSTRAINT_KIND_NOT_BEFORE || summary->constraint == QD_CONSTRAINT_KIND_FIXED) &&
          start < summary->constraint_at)
        return FALSE;
    }

  return TRUE;
}

/* As soon as possible: a minute earlier, something says no. */
static void
check_soonest (Plan        *plan,
               QdSchedule  *schedule,
               GRand       *rand,
               PlanFeatures features)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const QdScheduleTask *task = qd_schedule_get_task (schedule, i);
      QdWorkTime           *calendar = qd_schedule_get_calendar (schedule, i);
      QdScheduleDates       dates = qd_schedule_get_dates (schedule, i);
      int                   work = qd_work_time_count (calendar, dates.start);

      if (!is_free (schedule, i))
        continue;

      g_assert_true (is_allowed (plan, schedule, i, dates.start, dates.finish));

      if (task->duration == 0)
        g_assert_false (is_allowed (plan, schedule, i, dates.start - 1, dates.finish - 1));
      else
        g_assert_false (is_allowed (plan,
                                    schedule,
                                    i,
                                    qd_work_time_begin_at (calendar, work - 1),
                                    qd_work_time_end_at (calendar, work - 1 + task->duration)));
    }
}

static void
check_end (Plan        *plan,
           QdSchedule  *schedule,
           GRand       *rand,
           PlanFeatures features)
{
  QdMinute start = QD_MINUTE_LAST, end = QD_MINUTE_NONE;

  for (guint i = 0; i < plan->tasks->len; i++)
    {
      QdScheduleDates dates = qd_schedule_get_dates (schedule, i);
      QdMinute        first = QD_MINUTE_LAST, last = QD_MINUTE_NONE;

      for (guint j = i; j < plan->tasks->len && is_within (plan, j, i); j++)
        {
          QdScheduleDates part = qd_schedule_get_dates (schedule, j);

          if (qd_schedule_is_summary (schedule, j))
            continue;

          first = MIN (first, part.start);
          last = MAX (last, part.finish);
        }

      /* A summary spans what it sums up. */
      assert_dates (schedule, i, first, last);
      start = MIN (start, dates.start);
      end = MAX (end, dates.finish);
    }

  assert_minute (qd_schedule_get_start (schedule), start);
  assert_minute (qd_schedule_get_end (schedule), end);
}

static void
check_late (Plan        *plan,
            QdSchedule  *schedule,
            GRand       *rand,
            PlanFeatures features)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      QdScheduleDates dates = qd_schedule_get_dates (schedule, i);
      int             total = qd_schedule_get_total_float (schedule, i);
      int             free_float = qd_schedule_get_free_float (schedule, i);

      g_assert_cmpint (free_float, >=, 0);

      if (qd_schedule_get_task (schedule, i)->progress >= 100)
        g_assert_cmpint (free_float, ==, 0);

      if (!(features & (PLAN_CONSTRAINTS | PLAN_PROGRESS)))
        {
          g_assert_cmpint (total, >=, 0);

          if (!qd_schedule_is_summary (schedule, i))
            g_assert_cmpint (free_float, <=, total);
        }

      /* Without any float a moment may be too late and yet no working minute be lost. */
      if (total < 0 || (total == 0 && features & (PLAN_CONSTRAINTS | PLAN_PROGRESS)))
        continue;

      g_assert_cmpint (dates.late_finish, >=, dates.finish);

      if (!qd_schedule_is_summary (schedule, i))
        g_assert_cmpint (dates.late_start, >=, dates.start);
    }
}

/* Of what does not hold as it was asked for */
static guint
count_broken (QdSchedule *schedule)
{
  g_autoptr(GArray) findings = qd_schedule_find (schedule);
  guint n_broken = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      QdScheduleFindingKind kind = g_array_index (findings, QdScheduleFinding, i).kind;

      n_broken += kind == QD_SCHEDULE_FINDING_LATE || kind == QD_SCHEDULE_FINDING_FIXED;
    }

  return n_broken;
}

/* Whether @task can start at @minute and the end and the constraints stay. */
static gboolean
can_start (QdSchedule *schedule,
           guint       task,
           QdMinute    minute)
{
  g_autoptr(QdSchedule) copy = qd_schedule_copy (schedule);
  QdScheduleTask data = *qd_schedule_get_task (schedule, task);
  guint          n_changed;

  constrain (&data, QD_CONSTRAINT_KIND_NOT_BEFORE, minute);
  qd_schedule_set_task (copy, task, &data);
  qd_schedule_update (copy, &n_changed);

  return qd_schedule_get_end (copy) <= qd_schedule_get_end (schedule) && count_broken (copy) <= count_broken (schedule);
}

/* As late as it may be, and not a minute later */
static void
check_total_float (Plan        *plan,
                   QdSchedule  *schedule,
                   GRand       *rand,
                   PlanFeatures features)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const QdScheduleTask *task = qd_schedule_get_task (schedule, i);
      QdWorkTime           *calendar = qd_schedule_get_calendar (schedule, i);
      QdScheduleDates       dates = qd_schedule_get_dates (schedule, i);

      if (!is_free (schedule, i) || task->constraint == QD_CONSTRAINT_KIND_NOT_AFTER || qd_schedule_get_total_float (schedule, i) < 0)
        continue;

      g_test_message ("Task %u", i);
      g_assert_true (can_start (schedule, i, dates.late_start));

      /* Of what begins a summary it is not asked whether another could begin it instead, and
       * what is broken already cannot be broken again. */
      if (features & (PLAN_SUMMARIES | PLAN_CONSTRAINTS))
        continue;

      g_assert_false (can_start (schedule, i, task->duration == 0 ? dates.late_start + 1 : qd_work_time_begin_at (calendar, qd_work_time_count (calendar, dates.late_start) + 1)));
    }
}

/* Whether @task can start at @minute and all others stay. */
static gboolean
moves_none (Plan       *plan,
            QdSchedule *schedule,
            guint       task,
            QdMinute    minute)
{
  g_autoptr(QdSchedule) copy = qd_schedule_copy (schedule);
  QdScheduleTask data = *qd_schedule_get_task (schedule, task);
  guint          n_changed;

  constrain (&data, QD_CONSTRAINT_KIND_NOT_BEFORE, minute);
  qd_schedule_set_task (copy, task, &data);
  qd_schedule_update (copy, &n_changed);

  for (guint i = 0; i < plan->tasks->len; i++)
    {
      QdScheduleDates now = qd_schedule_get_dates (copy, i), then = qd_schedule_get_dates (schedule, i);

      if (!is_within (plan, task, i) && (now.start != then.start || now.finish != then.finish))
        return FALSE;
    }

  return qd_schedule_get_end (copy) == qd_schedule_get_end (schedule);
}

static void
check_free_float (Plan        *plan,
                  QdSchedule  *schedule,
                  GRand       *rand,
                  PlanFeatures features)
{
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const QdScheduleTask *task = qd_schedule_get_task (schedule, i);
      QdWorkTime           *calendar = qd_schedule_get_calendar (schedule, i);
      QdScheduleDates       dates = qd_schedule_get_dates (schedule, i);
      int                   work = qd_work_time_count (calendar, dates.start);
      int                   room = qd_schedule_get_free_float (schedule, i);

      if (!is_free (schedule, i))
        continue;

      g_test_message ("Task %u", i);

      if (task->duration == 0)
        {
          if (room > 0)
            g_assert_true (moves_none (plan, schedule, i, qd_work_time_end_at (calendar, work + room)));

          continue;
        }

      g_assert_true (moves_none (plan, schedule, i, qd_work_time_begin_at (calendar, work + room)));

      if (!(features & (PLAN_SUMMARIES | PLAN_CONSTRAINTS)))
        g_assert_false (moves_none (plan, schedule, i, qd_work_time_begin_at (calendar, work + room + 1)));
    }
}

/* All tasks at once as late as they may be. */
static void
check_all_late (Plan        *plan,
                QdSchedule  *schedule,
                GRand       *rand,
                PlanFeatures features)
{
  g_autoptr(QdSchedule) copy = qd_schedule_copy (schedule);
  guint n_changed;

  for (guint i = 0; i < plan->tasks->len; i++)
    {
      QdScheduleTask task = *qd_schedule_get_task (schedule, i);

      if (!is_free (schedule, i) || task.constraint == QD_CONSTRAINT_KIND_NOT_AFTER || qd_schedule_get_total_float (schedule, i) < 0)
        continue;

      constrain (&task, QD_CONSTRAINT_KIND_NOT_BEFORE, qd_schedule_get_dates (schedule, i).late_start);
      qd_schedule_set_task (copy, i, &task);
    }

  qd_schedule_update (copy, &n_changed);
  assert_minute (qd_schedule_get_end (copy), qd_schedule_get_end (schedule));
  g_assert_cmpint (count_broken (copy), <=, count_broken (schedule));
}

/* A task that moves later moves no other earlier, nor the other way round. */
static void
check_direction (Plan        *plan,
                 QdSchedule  *schedule,
                 GRand       *rand,
                 PlanFeatures features)
{
  for (guint n = 0; n < 10; n++)
    {
      g_autoptr(QdSchedule) copy = qd_schedule_copy (schedule);
      guint           index = g_rand_int_range (rand, 0, plan->tasks->len);
      QdScheduleTask  task = *qd_schedule_get_task (schedule, index);
      QdScheduleDates dates = qd_schedule_get_dates (schedule, index);
      int             by = g_rand_int_range (rand, -8000, 8000);
      guint           n_changed;

      if (qd_schedule_is_summary (schedule, index) || has_begun (&task))
        continue;

      /* It is fixed in both, so that only where it is differs. */
      constrain (&task, QD_CONSTRAINT_KIND_FIXED, dates.start);
      qd_schedule_set_task (copy, index, &task);
      qd_schedule_update (copy, &n_changed);
      constrain (&task, QD_CONSTRAINT_KIND_FIXED, dates.start + by);
      qd_schedule_set_task (copy, index, &task);
      qd_schedule_update (copy, &n_changed);

      for (guint i = 0; i < plan->tasks->len; i++)
        {
          QdScheduleDates now = qd_schedule_get_dates (copy, i), then = qd_schedule_get_dates (schedule, i);

          if (by > 0)
            g_assert_true (now.start >= then.start && now.finish >= then.finish);
          else
            g_assert_true (now.start <= then.start && now.finish <= then.finish);
        }
    }
}

static void
assert_same_task (QdSchedule *a,
                  guint       task_a,
                  QdSchedule *b,
                  guint       task_b)
{
  QdScheduleDates one = qd_schedule_get_dates (a, task_a), other = qd_schedule_get_dates (b, task_b);

  assert_minute (one.start, other.start);
  assert_minute (one.finish, other.finish);
  assert_minute (one.late_start, other.late_start);
  assert_minute (one.late_finish, other.late_finish);
  assert_floats (a, task_a, qd_schedule_get_total_float (b, task_b), qd_schedule_get_free_float (b, task_b));
}

static void
shuffle (GRand *rand,
         guint *numbers,
         guint  n)
{
  for (guint i = 0; i < n; i++)
    numbers[i] = i;

  for (guint i = n; i > 1; i--)
    {
      guint other = g_rand_int_range (rand, 0, i), number = numbers[i - 1];

      numbers[i - 1] = numbers[other];
      numbers[other] = number;
    }
}

/* Neither the order of the tasks nor that of the links says anything. */
static void
check_order (Plan        *plan,
             QdSchedule  *schedule,
             GRand       *rand,
             PlanFeatures features)
{
  guint             n_tasks = plan->tasks->len, n_links = plan->links->len;
  g_autofree guint *places = g_new (guint, n_tasks);
  g_autofree guint *links = g_new (guint, n_links);
  g_autoptr(GArray) old_tasks = g_steal_pointer (&plan->tasks);
  g_autoptr(GArray) old_links = g_steal_pointer (&plan->links);
  g_autoptr(QdSchedule) other = NULL;

  shuffle (rand, places, n_tasks);
  shuffle (rand, links, n_links);
  plan->tasks = g_array_set_size (g_array_new (FALSE, TRUE, sizeof (QdScheduleTask)), n_tasks);
  plan->links = g_array_new (FALSE, TRUE, sizeof (QdScheduleLink));

  for (guint i = 0; i < n_tasks; i++)
    {
      QdScheduleTask task = g_array_index (old_tasks, QdScheduleTask, i);

      task.parent = task.parent >= 0 ? (int)places[task.parent] : -1;
      g_array_index (plan->tasks, QdScheduleTask, places[i]) = task;
    }

  for (guint i = 0; i < n_links; i++)
    {
      QdScheduleLink link = g_array_index (old_links, QdScheduleLink, links[i]);

      link.from = places[link.from];
      link.to = places[link.to];
      g_array_append_val (plan->links, link);
    }

  other = solve (plan);

  for (guint i = 0; i < n_tasks; i++)
    assert_same_task (schedule, i, other, places[i]);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char  *path;
    PropertyFunc check;
  } properties[] = {
    { "/schedule/random/links", check_links },
    { "/schedule/random/work", check_work },
    { "/schedule/random/soonest", check_soonest },
    { "/schedule/random/end", check_end },
    { "/schedule/random/late", check_late },
    { "/schedule/random/total-float", check_total_float },
    { "/schedule/random/free-float", check_free_float },
    { "/schedule/random/all-late", check_all_late },
    { "/schedule/random/direction", check_direction },
    { "/schedule/random/order", check_order },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_test_add_data_func (properties[i].path, &properties[i].check, check_plans);

  return g_test_run ();
}
