/* qd-plan-network.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-network"

#include "qd-plan-network.h"

#include "qd-duration.h"

/* When a day begins and ends on which nobody works: as any other. */
#define DAY_BEGINS (9 * 60)
#define DAY_ENDS (17 * 60)

/* Calendars reach this many days beyond the days of a plan, and further for work and lags
 * in it; but not further than a hundred years. */
#define HORIZON 1461
#define LONGEST_HORIZON 36525

struct _QdPlanNetwork
{
  GPtrArray       *tasks;    /* of QdTask */
  GPtrArray       *links;    /* of QdLink, those in the schedule */
  GHashTable      *rows;     /* id -> row + 1 */
  GHashTable      *link_ids; /* id -> number + 1 */
  QdPlanCalendars *calendars;
  QdSchedule      *schedule;
  guint8          *linked; /* whether a link of its own holds it */

  /* The links at either end of each task; made when they are asked for */
  guint           *links_of;
  guint           *first_link; /* one more than tasks */
  int             *progress;   /* (nullable): of each task, once it was asked for */
};

G_DEFINE_QUARK (qd-plan-error-quark, qd_plan_error)

/* Whose days and hours @task is done in: as it says, else those of who owns it. */
QdCalendarSide
qd_task_get_side (QdTask *task)
{
  if ((int)task->side != QD_ENUM_NONE)
    return (QdCalendarSide)task->side;

  if (task->customer_owner == NULL)
    return task->owner != NULL ? QD_CALENDAR_SIDE_OURS : QD_CALENDAR_SIDE_BOTH;

  return task->owner != NULL ? QD_CALENDAR_SIDE_BOTH : QD_CALENDAR_SIDE_THEIRS;
}

/* Whether people meet for it, rather than work on it. */
gboolean
qd_task_is_meeting (QdTask *task)
{
  return task->kind == QD_TASK_KIND_WORKSHOP || task->kind == QD_TASK_KIND_CALL;
}

/* Whether it has a day at all. */
gboolean
qd_task_is_placed (QdTask *task)
{
  return task->start != QD_DAY_NONE || task->due != QD_DAY_NONE;
}

/* Returns: (transfer none) */
QdWorkTime *
qd_task_get_work_time (QdTask          *task,
                       QdPlanCalendars *calendars)
{
  return qd_plan_calendars_get (calendars, qd_task_get_side (task), qd_task_is_meeting (task));
}

static QdMinute
get_day_begin (QdWorkTime *time,
               int         day)
{
  QdMinute midnight = qd_minute_from_day (day);

  return qd_work_time_is_working_day (time, day) ? qd_work_time_next (time, midnight) : midnight + DAY_BEGINS;
}

static QdMinute
get_day_end (QdWorkTime *time,
             int         day)
{
  QdMinute midnight = qd_minute_from_day (day + 1);

  return qd_work_time_is_working_day (time, day) ? qd_work_time_previous (time, midnight)
                                                 : qd_minute_from_day (day) + DAY_ENDS;
}

/* A day in another century is a typing error, and must not break what is reckoned with. */
static int
get_sensible_day (int day)
{
  return CLAMP (day, qd_day_from_ymd (QD_DAY_FIRST_YEAR, 1, 1), qd_day_from_ymd (QD_DAY_LAST_YEAR, 12, 31));
}

/* Returns: when it starts; %QD_MINUTE_NONE if it has no day */
QdMinute
qd_task_get_start_minute (QdTask          *task,
                          QdPlanCalendars *calendars)
{
  int day = task->start != QD_DAY_NONE ? task->start : task->due;

  if (day == QD_DAY_NONE)
    return QD_MINUTE_NONE;

  day = get_sensible_day (day);

  if (task->kind == QD_TASK_KIND_MILESTONE)
    return qd_task_get_finish_minute (task, calendars);

  if (task->start != QD_DAY_NONE && task->start_time != QD_INTEGER_NONE)
    return qd_minute_from_day (day) + task->start_time;

  /* Of what only has a day it is due, its length says when it starts. */
  if (task->start == QD_DAY_NONE && task->duration > 0)
    {
      QdWorkTime *time = qd_task_get_work_time (task, calendars);
      int         done = qd_work_time_count (time, qd_task_get_finish_minute (task, calendars));

      return qd_work_time_begin_at (time, done - (int)MIN (task->duration, QD_DURATION_LONGEST));
    }

  return get_day_begin (qd_task_get_work_time (task, calendars), day);
}

/* Of what begins at a time of @day and ends on it, be it with the work of that day. A
 * meeting has a time and a length rather than two times; work stands still over lunch. */
static QdMinute
get_finish_on_day (QdTask          *task,
                   QdPlanCalendars *calendars,
                   int              day)
{
  QdMinute    start = qd_minute_from_day (day) + task->start_time;
  QdWorkTime *time = qd_task_get_work_time (task, calendars);
  int         length = MIN (task->duration, QD_DURATION_LONGEST);
  QdMinute    finish = start + length;

  if (qd_task_is_meeting (task))
    return MIN (finish, qd_minute_from_day (day + 1));

  if (qd_work_time_is_working_day (time, day))
    finish = qd_work_time_end_at (time, qd_work_time_count (time, start) + length);

  return MAX (start, MIN (finish, get_day_end (time, day)));
}

/* Returns: when it ends; %QD_MINUTE_NONE if it has no day */
QdMinute
qd_task_get_finish_minute (QdTask          *task,
                           QdPlanCalendars *calendars)
{
  int         day = task->due != QD_DAY_NONE ? task->due : task->start;
  QdWorkTime *time = qd_task_get_work_time (task, calendars);

  if (day == QD_DAY_NONE)
    return QD_MINUTE_NONE;

  day = get_sensible_day (day);

  if (task->due != QD_DAY_NONE && task->due_time != QD_INTEGER_NONE)
    return qd_minute_from_day (day) + task->due_time;

  if (task->kind != QD_TASK_KIND_MILESTONE && task->start_time != QD_INTEGER_NONE && task->duration > 0 &&
      task->start != QD_DAY_NONE && get_sensible_day (task->start) == day)
    return get_finish_on_day (task, calendars, day);

  return get_day_end (time, day);
}

/* Whether @task is to happen some time within its days, rather than to fill them. */
static gboolean
is_window (QdTask *task)
{
  return qd_task_is_meeting (task) && task->start_time == QD_INTEGER_NONE && task->start != QD_DAY_NONE &&
         task->due > task->start;
}

/* Returns: how many working minutes it takes from its start to its end */
int
qd_task_get_length (QdTask          *task,
                    QdPlanCalendars *calendars)
{
  QdWorkTime *time;
  int         length;

  if (task->kind == QD_TASK_KIND_MILESTONE)
    return 0;

  if (task->duration > 0 && !is_window (task))
    return MIN (task->duration, QD_DURATION_LONGEST);

  if (!qd_task_is_placed (task))
    return QD_DURATION_DAY;

  time = qd_task_get_work_time (task, calendars);
  length = qd_work_time_count (time, qd_task_get_finish_minute (task, calendars)) -
           qd_work_time_count (time, qd_task_get_start_minute (task, calendars));

  /* One that lies on days off alone still is something. */
  return length > 0 ? length : QD_DURATION_DAY;
}

static void
set_minute (QdTask     *draft,
            const char *day_property,
            const char *time_property,
            int         day,
            gint64      time)
{
  int    old_day;
  gint64 old_time;

  g_object_get (draft, day_property, &old_day, time_property, &old_time, NULL);

  if (old_day != day)
    g_object_set (draft, day_property, day, NULL);

  if (old_time != time)
    g_object_set (draft, time_property, time, NULL);
}

/* What ends at midnight ends on the day before; a milestone too, if it is then that work
 * ends, and not just a day begins. */
static gboolean
is_end_of_work (QdTask     *task,
                QdWorkTime *time,
                QdMinute    minute)
{
  return task->kind == QD_TASK_KIND_MILESTONE && qd_work_time_is_work (time, minute - 1);
}

/**
 * qd_task_place:
 * @start: when it is to start
 * @finish: when it is to end
 *
 * Sets the days, and times where they are not those at which work begins and ends
 * anyway. A meeting that has a time keeps one.
 */
void
qd_task_place (QdTask          *draft,
               QdPlanCalendars *calendars,
               QdMinute         start,
               QdMinute         finish)
{
  QdWorkTime *time = qd_task_get_work_time (draft, calendars);
  gboolean    timed = qd_task_is_meeting (draft) && draft->start_time != QD_INTEGER_NONE;
  int         day = qd_minute_get_day (start);
  int         last = finish > start || is_end_of_work (draft, time, finish) ? qd_minute_get_day (finish - 1) : day;
  QdMinute    due_time = finish - qd_minute_from_day (last);

  if (draft->kind == QD_TASK_KIND_MILESTONE)
    {
      set_minute (draft, "due", "due-time", last, finish == get_day_end (time, last) ? QD_INTEGER_NONE : due_time);

      if (draft->start != QD_DAY_NONE)
        set_minute (draft, "start", "start-time", last, QD_INTEGER_NONE);

      return;
    }

  set_minute (draft,
              "start",
              "start-time",
              day,
              !timed && start == get_day_begin (time, day) ? QD_INTEGER_NONE : qd_minute_get_time (start));
  set_minute (draft, "due", "due-time", last, timed || finish == get_day_end (time, last) ? QD_INTEGER_NONE : due_time);
}

static void
stretch (int  day,
         int *first_day,
         int *last_day)
{
  if (day == QD_DAY_NONE || !qd_day_is_sensible (day))
    return;

  *first_day = MIN (*first_day, day);
  *last_day = MAX (*last_day, day);
}

/* Days for so much working time: a year of calendar for half a year of work. */
static gint64
count_days (gint64 minutes)
{
  return MIN (minutes, QD_DURATION_LONGEST) / QD_DURATION_DAY * 3;
}

/**
 * qd_plan_find_horizon:
 * @tasks: (nullable) (element-type QdTask)
 * @links: (nullable) (element-type QdLink)
 *
 * How far calendars have to reach: to all days that are no typing errors, and as deep as
 * a chain of all work, and of all lags and leads, could.
 */
void
qd_plan_find_horizon (QdPlan    *plan,
                      GPtrArray *tasks,
                      GPtrArray *links,
                      int       *first_day,
                      int       *last_day)
{
  gint64 before = HORIZON, after = HORIZON;

  *first_day = get_sensible_day (plan->start);
  *last_day = get_sensible_day (plan->target);
  stretch (plan->status_day, first_day, last_day);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      stretch (task->start, first_day, last_day);
      stretch (task->due, first_day, last_day);
      stretch (task->constraint_day, first_day, last_day);
      after += task->duration > 0 ? count_days (task->duration) : 3;
    }

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      QdLink *link = g_ptr_array_index (links, i);

      before += link->lag < 0 ? count_days (-link->lag) : 0;
      after += link->lag > 0 ? count_days (link->lag) : 0;
    }

  *first_day = (int)MAX (*first_day - MIN (before, LONGEST_HORIZON), qd_day_from_ymd (QD_DAY_FIRST_YEAR, 1, 1));
  *last_day = (int)MIN (*last_day + MIN (after, LONGEST_HORIZON), qd_day_from_ymd (QD_DAY_LAST_YEAR, 12, 31));
}

static QdMinute
get_constraint_minute (QdTask          *task,
                       QdPlanCalendars *calendars)
{
  int      day = get_sensible_day (task->constraint_day);
  QdMinute midnight = qd_minute_from_day (day);

  if (task->constraint_time != QD_INTEGER_NONE)
    return midnight + task->constraint_time;

  if (task->constraint_kind == QD_CONSTRAINT_KIND_NOT_AFTER)
    return midnight + QD_MINUTES_PER_DAY;

  return task->kind == QD_TASK_KIND_MILESTONE ? get_day_end (qd_task_get_work_time (task, calendars), day)
                                              : midnight;
}

/* Returns: what the scheduler would be told of @task, which may be a draft */
QdScheduleTask
qd_plan_network_get_row_of (QdPlanNetwork *self,
                            QdTask        *task)
{
  QdScheduleTask row = { .anchor = qd_task_get_start_minute (task, self->calendars),
                         .finish = QD_MINUTE_NONE,
                         .duration = qd_task_get_length (task, self->calendars),
                         .parent = qd_plan_network_find_task (self, task->parent),
                         .constraint = task->constraint_kind,
                         .constraint_at = QD_MINUTE_NONE,
                         .calendar = qd_plan_calendars_index (qd_task_get_side (task), qd_task_is_meeting (task)),
                         .progress = task->status == QD_TASK_STATUS_DONE ? 100 : CLAMP (task->progress, 0, 99) };

  if (row.progress == 100)
    row.finish = qd_task_get_finish_minute (task, self->calendars);

  if (task->constraint_kind != QD_CONSTRAINT_KIND_NONE)
    row.constraint_at = get_constraint_minute (task, self->calendars);

  return row;
}

static GArray *
create_rows (QdPlanNetwork *self)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (QdScheduleTask), self->tasks->len);

  for (guint i = 0; i < self->tasks->len; i++)
    {
      QdScheduleTask row = qd_plan_network_get_row_of (self, g_ptr_array_index (self->tasks, i));

      g_array_append_val (rows, row);
    }

  return rows;
}

/* A link to what is in another plan, or gone, is none. */
static GArray *
create_links (QdPlanNetwork *self,
              GPtrArray     *links)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, sizeof (QdScheduleLink), links != NULL ? links->len : 0);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      QdLink        *link = g_ptr_array_index (links, i);
      int            from = qd_plan_network_find_task (self, link->predecessor);
      int            to = qd_plan_network_find_task (self, link->successor);
      QdScheduleLink row = { from, to, link->lag, link->kind, link->elapsed };
      gint64         id = qd_record_get_id (link);

      if (from < 0 || to < 0)
        continue;

      g_array_append_val (array, row);
      g_ptr_array_add (self->links, g_object_ref (link));
      g_hash_table_insert (self->link_ids, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (array->len));
      self->linked[to] = TRUE;
    }

  return array;
}

/**
 * qd_plan_network_new:
 * @tasks: (nullable) (element-type QdTask): those of the plan
 * @links: (nullable) (element-type QdLink): those of the plan
 * @calendars: that reach as far as qd_plan_find_horizon() says
 *
 * Works out the schedule.
 *
 * Returns: (transfer full)
 */
QdPlanNetwork *
qd_plan_network_new (QdPlan          *plan,
                     GPtrArray       *tasks,
                     GPtrArray       *links,
                     QdPlanCalendars *calendars)
{
  QdPlanNetwork *self = g_new0 (QdPlanNetwork, 1);
  g_autoptr(GArray) rows = NULL;
  g_autoptr(GArray) edges = NULL;
  QdScheduleInput input;

  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->link_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->calendars = qd_plan_calendars_ref (calendars);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      gint64 id = qd_record_get_id (g_ptr_array_index (tasks, i));

      g_ptr_array_add (self->tasks, g_object_ref (g_ptr_array_index (tasks, i)));
      g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }

  self->linked = g_new0 (guint8, self->tasks->len + 1);
  rows = create_rows (self);
  edges = create_links (self, links);
  input = (QdScheduleInput){ rows,
                             edges,
                             qd_plan_calendars_get_all (calendars),
                             QD_PLAN_CALENDARS_N,
                             qd_minute_from_day (get_sensible_day (plan->start)),
                             plan->status_day != QD_DAY_NONE ? qd_minute_from_day (get_sensible_day (plan->status_day))
                                                             : QD_MINUTE_NONE };
  self->schedule = qd_schedule_new (&input, NULL, NULL);

  return self;
}

void
qd_plan_network_free (QdPlanNetwork *self)
{
  g_clear_pointer (&self->schedule, qd_schedule_free);
  g_clear_pointer (&self->calendars, qd_plan_calendars_unref);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->link_ids);
  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->links);
  g_free (self->linked);
  g_free (self->links_of);
  g_free (self->first_link);
  g_free (self->progress);
  g_free (self);
}

/* Returns: (transfer none) */
QdPlanCalendars *
qd_plan_network_get_calendars (QdPlanNetwork *self)
{
  return self->calendars;
}

/* Returns: (transfer none): whose tasks are the rows; changes may be tried on it */
QdSchedule *
qd_plan_network_get_schedule (QdPlanNetwork *self)
{
  return self->schedule;
}

guint
qd_plan_network_get_n_tasks (QdPlanNetwork *self)
{
  return self->tasks->len;
}

/* Returns: (transfer none) */
QdTask *
qd_plan_network_get_task (QdPlanNetwork *self,
                          guint          row)
{
  g_return_val_if_fail (row < self->tasks->len, NULL);

  return g_ptr_array_index (self->tasks, row);
}

/* Returns: (transfer none): the one with that number in the schedule */
QdLink *
qd_plan_network_get_link (QdPlanNetwork *self,
                          guint          link)
{
  g_return_val_if_fail (link < self->links->len, NULL);

  return g_ptr_array_index (self->links, link);
}

/* Returns: the row of the task with @id, or -1 */
int
qd_plan_network_find_task (QdPlanNetwork *self,
                           gint64         id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->rows, &id)) - 1;
}

/* Returns: the number of the link with @id in the schedule, or -1 */
int
qd_plan_network_find_link (QdPlanNetwork *self,
                           gint64         id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->link_ids, &id)) - 1;
}

gboolean
qd_plan_network_is_summary (QdPlanNetwork *self,
                            guint          row)
{
  return qd_schedule_is_summary (self->schedule, row);
}

/* Whether it waits for another task by a link of its own. */
gboolean
qd_plan_network_is_linked (QdPlanNetwork *self,
                           guint          row)
{
  g_return_val_if_fail (row < self->tasks->len, FALSE);

  return self->linked[row];
}

/* From the tasks to what sums them up: how much work there is, and how much of it is done */
static void
sum_up (QdPlanNetwork *self)
{
  guint              n_tasks = self->tasks->len;
  g_autofree double *work = g_new0 (double, n_tasks + 1);
  g_autofree double *done = g_new0 (double, n_tasks + 1);

  self->progress = g_new0 (int, n_tasks + 1);

  for (guint i = 0; i < n_tasks; i++)
    {
      QdTask *task = g_ptr_array_index (self->tasks, i);
      double  weight = MAX (qd_task_get_length (task, self->calendars), 1);
      double  share = task->status == QD_TASK_STATUS_DONE ? 1 : CLAMP (task->progress, 0, 100) / 100.0;
      int     parent = (int)i;

      if (qd_plan_network_is_summary (self, i))
        continue;

      /* In a damaged file summaries may go in a circle. */
      for (guint depth = 0; parent >= 0 && depth <= n_tasks; depth++)
        {
          work[parent] += weight;
          done[parent] += weight * share;
          parent = qd_schedule_get_task (self->schedule, parent)->parent;
        }
    }

  for (guint i = 0; i < n_tasks; i++)
    self->progress[i] = work[i] > 0 ? (int)(100 * done[i] / work[i] + 0.5) : 0;
}

/* Returns: how far it is, of 100; of what sums up others, as they are by the work in them */
int
qd_plan_network_get_progress (QdPlanNetwork *self,
                              guint          row)
{
  g_return_val_if_fail (row < self->tasks->len, 0);

  if (self->progress == NULL)
    sum_up (self);

  return self->progress[row];
}

/* Returns: how many tasks are elsewhere than their links, their constraints and the calendars put
 *   them, as when a holiday came after them */
guint
qd_plan_network_count_misplaced (QdPlanNetwork *self)
{
  guint n_misplaced = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      QdTask         *task = g_ptr_array_index (self->tasks, i);
      QdScheduleDates dates = qd_schedule_get_dates (self->schedule, i);

      /* What waits for nothing stands where a person put it, be that a Sunday. */
      if (task->status == QD_TASK_STATUS_DONE || !qd_task_is_placed (task) || qd_plan_network_is_summary (self, i) ||
          !self->linked[i])
        continue;

      n_misplaced += qd_task_get_start_minute (task, self->calendars) != dates.start ||
                     qd_task_get_finish_minute (task, self->calendars) != dates.finish;
    }

  return n_misplaced;
}

static void
index_links (QdPlanNetwork *self)
{
  guint n_tasks = self->tasks->len;

  self->first_link = g_new0 (guint, n_tasks + 2);
  self->links_of = g_new (guint, 2 * self->links->len + 1);

  for (guint i = 0; i < self->links->len; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (self->schedule, i);

      self->first_link[link->from + 2]++;
      self->first_link[link->to + 2]++;
    }

  for (guint i = 2; i < n_tasks + 2; i++)
    self->first_link[i] += self->first_link[i - 1];

  for (guint i = 0; i < self->links->len; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (self->schedule, i);

      self->links_of[self->first_link[link->from + 1]++] = i;
      self->links_of[self->first_link[link->to + 1]++] = i;
    }
}

/* Returns: (transfer none) (array length=n_links): the numbers of those that tie the task to another, either way */
const guint *
qd_plan_network_get_links_of (QdPlanNetwork *self,
                              guint          row,
                              guint         *n_links)
{
  g_return_val_if_fail (row < self->tasks->len, NULL);

  if (self->first_link == NULL)
    index_links (self);

  *n_links = self->first_link[row + 1] - self->first_link[row];

  return self->links_of + self->first_link[row];
}

/* Whether the task sums under another one now than when this was made. */
gboolean
qd_plan_network_is_reparented (QdPlanNetwork *self,
                               guint          row)
{
  QdTask *task = qd_plan_network_get_task (self, row);

  return qd_schedule_get_task (self->schedule, row)->parent != qd_plan_network_find_task (self, task->parent);
}

/* @task: the same one, read again; to be followed by qd_plan_network_update() */
void
qd_plan_network_set_task (QdPlanNetwork *self,
                          guint          row,
                          QdTask        *task)
{
  g_return_if_fail (row < self->tasks->len);
  g_return_if_fail (qd_record_get_id (task) == qd_record_get_id (g_ptr_array_index (self->tasks, row)));

  g_object_ref (task);
  g_object_unref (g_ptr_array_index (self->tasks, row));
  g_ptr_array_index (self->tasks, row) = task;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/**
 * qd_plan_network_update:
 * @ids: (element-type gint64): of live tasks that have changed, and perhaps of others;
 *   none came, went, or got another summary
 * @before: takes, of each row that came out otherwise, the #QdScheduleDates it had; what
 *   it has of a row already is older, and stays
 *
 * Works out anew what depends on them.
 */
void
qd_plan_network_update (QdPlanNetwork *self,
                        GHashTable    *ids,
                        GHashTable    *before)
{
  g_autofree QdScheduleDates *dates = g_new (QdScheduleDates, self->tasks->len);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (int));
  GHashTableIter iter;
  gpointer       id;
  const guint   *changed;
  guint          n_changed;

  g_clear_pointer (&self->progress, g_free);

  for (guint i = 0; i < self->tasks->len; i++)
    dates[i] = qd_schedule_get_dates (self->schedule, i);

  g_hash_table_iter_init (&iter, ids);

  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      int row = qd_plan_network_find_task (self, *(gint64 *)id);

      if (row >= 0)
        g_array_append_val (rows, row);
    }

  g_array_sort (rows, compare_rows);

  for (guint i = 0; i < rows->len; i++)
    {
      guint          row = g_array_index (rows, int, i);
      QdScheduleTask task = qd_plan_network_get_row_of (self, g_ptr_array_index (self->tasks, row));

      qd_schedule_set_task (self->schedule, row, &task);
    }

  changed = qd_schedule_update (self->schedule, &n_changed);

  for (guint i = 0; i < n_changed; i++)
    if (!g_hash_table_contains (before, GUINT_TO_POINTER (changed[i])))
      g_hash_table_insert (before, GUINT_TO_POINTER (changed[i]), g_memdup2 (&dates[changed[i]], sizeof *dates));
}
