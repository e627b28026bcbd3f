/* qd-plan-outline-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-outline-time"

#include "qd-plan-outline.h"

/* On a day on which nobody works, as QD_WORK_WEEK_USUAL has the others */
#define USUAL_BEGIN (9 * 60)
#define USUAL_END (17 * 60)

/* Where it does not say whose days it is done in, those of whoever does it. */
static QdCalendarSide
get_side (const QdOutlineTask *task)
{
  switch ((int)task->side)
    {
    case QD_TASK_SIDE_OURS:
      return QD_CALENDAR_SIDE_OURS;

    case QD_TASK_SIDE_THEIRS:
      return QD_CALENDAR_SIDE_THEIRS;

    case QD_TASK_SIDE_BOTH:
      return QD_CALENDAR_SIDE_BOTH;

    default:
      return task->owner == NULL && task->customer_owner != NULL ? QD_CALENDAR_SIDE_THEIRS : QD_CALENDAR_SIDE_OURS;
    }
}

/* Returns: (transfer none): when @task can be done */
QdWorkTime *
qd_plan_outline_get_calendar (const QdPlanOutline *self,
                              const QdOutlineTask *task)
{
  gboolean meeting = task->kind == QD_TASK_KIND_WORKSHOP || task->kind == QD_TASK_KIND_CALL;

  return qd_plan_calendars_get (self->calendars, get_side (task), meeting);
}

/* Whether it says at what time it begins or ends, rather than the days alone. */
gboolean
qd_plan_outline_has_time (const QdOutlineTask *task)
{
  return (task->start != QD_DAY_NONE && task->start_time != QD_INTEGER_NONE) ||
         (task->due != QD_DAY_NONE && task->due_time != QD_INTEGER_NONE);
}

/* When work on @task begins on @day. */
QdMinute
qd_plan_outline_begin_of_work (const QdPlanOutline *self,
                               const QdOutlineTask *task,
                               int                  day)
{
  QdMinute begin = qd_work_time_next (qd_plan_outline_get_calendar (self, task), qd_minute_from_day (day));

  return qd_minute_get_day (begin) == day ? begin : qd_minute_from_day (day) + USUAL_BEGIN;
}

/* When work on @task ends on @day. */
QdMinute
qd_plan_outline_end_of_work (const QdPlanOutline *self,
                             const QdOutlineTask *task,
                             int                  day)
{
  QdMinute end = qd_work_time_previous (qd_plan_outline_get_calendar (self, task), qd_minute_from_day (day + 1));

  return end > qd_minute_from_day (day) ? end : qd_minute_from_day (day) + USUAL_END;
}

static gboolean
has_duration (const QdOutlineTask *task)
{
  return task->duration != QD_INTEGER_NONE && task->duration > 0;
}

/* When the duration is over that begins at @from; the evening of that day where the calendar does not reach so far */
static QdMinute
run (const QdPlanOutline *self,
     const QdOutlineTask *task,
     QdMinute             from)
{
  int      done;
  QdMinute start = from;
  QdMinute end = qd_work_time_run (qd_plan_outline_get_calendar (self, task), &start, (int)task->duration, &done);

  return end < QD_MINUTE_LAST ? end : qd_plan_outline_end_of_work (self, task, qd_minute_get_day (from));
}

static QdMinute
run_back (const QdPlanOutline *self,
          const QdOutlineTask *task,
          QdMinute             until)
{
  QdWorkTime *calendar = qd_plan_outline_get_calendar (self, task);
  int         done = qd_work_time_count (calendar, until);

  return done >= task->duration ? qd_work_time_begin_at (calendar, done - (int)task->duration)
                                : qd_plan_outline_begin_of_work (self, task, qd_minute_get_day (until));
}

static QdMinute
get_finish (const QdPlanOutline *self,
            const QdOutlineTask *task,
            QdMinute             from)
{
  QdMinute end;

  if (task->due == QD_DAY_NONE)
    return has_duration (task) ? run (self, task, from)
                               : qd_plan_outline_end_of_work (self, task, task->start);

  if (task->due_time != QD_INTEGER_NONE)
    return qd_minute_from_day (task->due) + (QdMinute)task->due_time;

  /* A workshop that begins at ten and takes ninety minutes does not last until the evening. */
  if (task->start == task->due && task->start_time != QD_INTEGER_NONE && has_duration (task))
    {
      end = from + (QdMinute)task->duration;

      if (qd_minute_get_day (end) == task->due)
        return end;
    }

  return qd_plan_outline_end_of_work (self, task, task->due);
}

static QdMinute
get_milestone (const QdPlanOutline *self,
               const QdOutlineTask *task)
{
  int    day = task->due != QD_DAY_NONE ? task->due : task->start;
  gint64 time = task->due_time != QD_INTEGER_NONE ? task->due_time : task->start_time;

  return time != QD_INTEGER_NONE ? qd_minute_from_day (day) + (QdMinute)time
                                 : qd_plan_outline_end_of_work (self, task, day);
}

/**
 * qd_plan_outline_get_own_span:
 * @task: one of the plan, or as one was
 * @span: (out): when it is done by what it says itself
 *
 * Returns: %FALSE for a task without days
 */
gboolean
qd_plan_outline_get_own_span (const QdPlanOutline *self,
                              const QdOutlineTask *task,
                              QdMinuteSpan        *span)
{
  if (task->start == QD_DAY_NONE && task->due == QD_DAY_NONE)
    return FALSE;

  if (task->kind == QD_TASK_KIND_MILESTONE)
    {
      span->from = span->until = get_milestone (self, task);
      return TRUE;
    }

  if (task->start == QD_DAY_NONE)
    {
      span->until = get_finish (self, task, QD_MINUTE_NONE);
      span->from = has_duration (task) ? run_back (self, task, span->until)
                                       : qd_plan_outline_begin_of_work (self, task, task->due);
    }
  else
    {
      span->from = task->start_time != QD_INTEGER_NONE
                       ? qd_minute_from_day (task->start) + (QdMinute)task->start_time
                       : qd_plan_outline_begin_of_work (self, task, task->start);
      span->until = get_finish (self, task, span->from);
    }

  span->until = MAX (span->from, span->until);

  return TRUE;
}

/**
 * qd_plan_outline_get_span:
 * @span: (out): when it is done, on the plan's clock
 *
 * A summary is from the first to the last of what it sums up. What is not said
 * follows from the rest: the begin and end of work on a day, or the duration.
 *
 * Returns: %FALSE for a task without days
 */
gboolean
qd_plan_outline_get_span (const QdPlanOutline *self,
                          guint                index,
                          QdMinuteSpan        *span)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (self, index);
  gboolean             found = FALSE;

  for (guint i = index + 1; task->summary && i < self->tasks->len; i++)
    {
      const QdOutlineTask *child = qd_plan_outline_get_task (self, i);
      QdMinuteSpan         own;

      if (child->level <= task->level)
        break;

      if (child->summary || !qd_plan_outline_get_own_span (self, child, &own))
        continue;

      span->from = found ? MIN (span->from, own.from) : own.from;
      span->until = found ? MAX (span->until, own.until) : own.until;
      found = TRUE;
    }

  return found || qd_plan_outline_get_own_span (self, task, span);
}

/**
 * qd_plan_outline_get_days:
 * @last: (out): included
 *
 * Returns: %FALSE for a task without days
 */
gboolean
qd_plan_outline_get_days (const QdPlanOutline *self,
                          guint                index,
                          int                 *first,
                          int                 *last)
{
  QdMinuteSpan span;

  if (!qd_plan_outline_get_span (self, index, &span))
    return FALSE;

  /* What ends at midnight ends on the day before. */
  *first = qd_minute_get_day (span.from);
  *last = qd_minute_get_day (span.until > span.from ? span.until - 1 : span.until);

  return TRUE;
}

static int
count_work (const QdPlanOutline *self,
            const QdOutlineTask *task,
            QdMinuteSpan         span)
{
  QdWorkTime *calendar = qd_plan_outline_get_calendar (self, task);

  return qd_work_time_count (calendar, span.until) - qd_work_time_count (calendar, span.from);
}

/* Returns: working minutes by what @task says itself; where it says none, as many as its days have */
int
qd_plan_outline_get_own_duration (const QdPlanOutline *self,
                                  const QdOutlineTask *task)
{
  QdMinuteSpan span;

  if (task->kind == QD_TASK_KIND_MILESTONE)
    return 0;

  if (task->duration != QD_INTEGER_NONE)
    return (int)task->duration;

  return qd_plan_outline_get_own_span (self, task, &span) ? count_work (self, task, span) : 0;
}

/* Returns: working minutes; of a summary, those from its first task to its last */
int
qd_plan_outline_get_duration (const QdPlanOutline *self,
                              guint                index)
{
  const QdOutlineTask *task = qd_plan_outline_get_task (self, index);
  QdMinuteSpan         span;

  if (!task->summary)
    return qd_plan_outline_get_own_duration (self, task);

  return qd_plan_outline_get_span (self, index, &span) ? count_work (self, task, span) : 0;
}
