/* qd-task-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-place"

#include "qd-duration.h"
#include "qd-plan-network.h"

/* When a day begins and ends on which nobody works: as any other. */
#define DAY_BEGINS (9 * 60)
#define DAY_ENDS (17 * 60)

/* Calendars reach this many days beyond the days of a plan, and further for work and lags
 * in it; but not further than a hundred years. */
#define HORIZON 1461
#define LONGEST_HORIZON 36525

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
int
qd_plan_get_sensible_day (int day)
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

  day = qd_plan_get_sensible_day (day);

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

  day = qd_plan_get_sensible_day (day);

  if (task->due != QD_DAY_NONE && task->due_time != QD_INTEGER_NONE)
    return qd_minute_from_day (day) + task->due_time;

  if (task->kind != QD_TASK_KIND_MILESTONE && task->start_time != QD_INTEGER_NONE && task->duration > 0 &&
      task->start != QD_DAY_NONE && qd_plan_get_sensible_day (task->start) == day)
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

  *first_day = qd_plan_get_sensible_day (plan->start);
  *last_day = qd_plan_get_sensible_day (plan->target);
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

/* Returns: when its constraint, which it must have, holds it */
QdMinute
qd_task_get_constraint_minute (QdTask          *task,
                               QdPlanCalendars *calendars)
{
  int      day = qd_plan_get_sensible_day (task->constraint_day);
  QdMinute midnight = qd_minute_from_day (day);

  if (task->constraint_time != QD_INTEGER_NONE)
    return midnight + task->constraint_time;

  if (task->constraint_kind == QD_CONSTRAINT_KIND_NOT_AFTER)
    return midnight + QD_MINUTES_PER_DAY;

  return task->kind == QD_TASK_KIND_MILESTONE ? get_day_end (qd_task_get_work_time (task, calendars), day)
                                              : midnight;
}
