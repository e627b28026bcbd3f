/* qd-task-moves.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-moves"

#include "qd-task-moves.h"

#include "qd-duration.h"

/*
 * What it means to move a task, or one of its ends. What is written and what is only
 * shown while a person drags is reckoned here, so that they agree.
 */

gboolean
qd_task_is_start_moved (QdTask *before,
                        QdTask *after)
{
  return before->start != after->start || before->start_time != after->start_time;
}

gboolean
qd_task_is_finish_moved (QdTask *before,
                         QdTask *after)
{
  return before->due != after->due || before->due_time != after->due_time;
}

/* Whether a person said when it starts. Of what has no start, as a milestone, the end says so. */
gboolean
qd_task_is_put (QdTask *before,
                QdTask *after)
{
  gboolean by_finish = after->kind == QD_TASK_KIND_MILESTONE || after->start == QD_DAY_NONE;

  return qd_task_is_start_moved (before, after) || (by_finish && qd_task_is_finish_moved (before, after));
}

/* Whether both ends were moved by as many days, which is no other length. */
static gboolean
is_shifted (QdTask *before,
            QdTask *after)
{
  return before->start != QD_DAY_NONE && before->due != QD_DAY_NONE && after->start != before->start &&
         after->start - before->start == after->due - before->due;
}

static void
set_constraint (QdTask          *draft,
                QdPlanCalendars *calendars,
                QdMinute         start)
{
  QdWorkTime *time = qd_task_get_work_time (draft, calendars);
  int         day = qd_minute_get_day (start);
  gboolean    whole = start == qd_work_time_next (time, qd_minute_from_day (day));

  g_object_set (draft,
                "constraint-kind", QD_CONSTRAINT_KIND_NOT_BEFORE,
                "constraint-day", day,
                "constraint-time", whole ? QD_INTEGER_NONE : (gint64)qd_minute_get_time (start),
                NULL);
}

static void
clear_constraint (QdTask *draft)
{
  g_object_set (draft,
                "constraint-kind", QD_CONSTRAINT_KIND_NONE,
                "constraint-day", QD_DAY_NONE,
                "constraint-time", QD_INTEGER_NONE,
                NULL);
}

/**
 * qd_task_hold:
 * @schedule: with the task where @draft puts it
 * @linked: whether it waits for another
 *
 * Who puts a task that waits for another at a later day means that day; who puts it as
 * early as it can be, or earlier, wants it to follow the other. What is fixed moves
 * with the task.
 */
void
qd_task_hold (QdTask          *draft,
              QdPlanCalendars *calendars,
              QdSchedule      *schedule,
              guint            row,
              gboolean         linked)
{
  QdMinute start = qd_task_get_start_minute (draft, calendars);

  if (draft->constraint_kind == QD_CONSTRAINT_KIND_FIXED)
    {
      set_constraint (draft, calendars, start);
      g_object_set (draft, "constraint-kind", QD_CONSTRAINT_KIND_FIXED, NULL);
    }
  else if (draft->constraint_kind != QD_CONSTRAINT_KIND_NOT_AFTER && linked &&
           start > qd_schedule_get_earliest (schedule, row, NULL))
    {
      set_constraint (draft, calendars, start);
    }
  else if (draft->constraint_kind == QD_CONSTRAINT_KIND_NOT_BEFORE)
    {
      clear_constraint (draft);
    }
}

/* Where both ends were said, the length is what lies between; where one was, the other
 * follows from the length. */
void
qd_task_fit_length (QdTask          *draft,
                    QdTask          *before,
                    QdPlanCalendars *calendars)
{
  QdWorkTime *time = qd_task_get_work_time (draft, calendars);
  QdMinute    start = qd_task_get_start_minute (draft, calendars);
  QdMinute    finish = qd_task_get_finish_minute (draft, calendars);
  int         length;

  if (draft->duration <= 0 || draft->kind == QD_TASK_KIND_MILESTONE || qd_task_is_meeting (draft) ||
      draft->start == QD_DAY_NONE || draft->due == QD_DAY_NONE || draft->duration != before->duration ||
      !qd_task_is_finish_moved (before, draft) || is_shifted (before, draft))
    return;

  length = qd_work_time_count (time, finish) - qd_work_time_count (time, start);

  if (length > 0)
    g_object_set (draft, "duration", (gint64)length, NULL);
}

/* After it was placed: says when it ends where neither its length nor the end of work does, as
 * of a meeting that goes on the next day, or over lunch. */
void
qd_task_fit_finish (QdTask          *draft,
                    QdPlanCalendars *calendars,
                    QdMinute         finish)
{
  if (draft->kind != QD_TASK_KIND_MILESTONE && draft->due != QD_DAY_NONE &&
      qd_task_get_finish_minute (draft, calendars) != finish)
    g_object_set (draft, "due-time", (gint64)(finish - qd_minute_from_day (draft->due)), NULL);
}

/* Whether it is nothing but a day by which something is due. */
static gboolean
has_due_alone (QdTask *task)
{
  return task->start == QD_DAY_NONE && task->due != QD_DAY_NONE && task->duration <= 0;
}

/**
 * qd_task_move_to:
 * @start: when it is to start; when nobody works then, it starts as soon as somebody does
 *
 * Moves it whole: it takes as long as it did. A milestone is moved to that minute.
 *
 * Returns: whether there is working time left for it; if not, it stays where it is
 */
gboolean
qd_task_move_to (QdTask          *draft,
                 QdPlanCalendars *calendars,
                 QdMinute         start)
{
  QdWorkTime *time = qd_task_get_work_time (draft, calendars);
  int         length = qd_task_get_length (draft, calendars);
  gboolean    due_alone = has_due_alone (draft);
  QdMinute    finish;
  int         done;

  if (draft->kind == QD_TASK_KIND_MILESTONE)
    {
      qd_task_place (draft, calendars, start, start);
      return TRUE;
    }

  finish = qd_work_time_run (time, &start, length, &done);

  if (finish >= QD_MINUTE_LAST)
    return FALSE;

  qd_task_place (draft, calendars, start, finish);
  qd_task_fit_finish (draft, calendars, finish);

  if (due_alone)
    g_object_set (draft, "start", QD_DAY_NONE, "start-time", QD_INTEGER_NONE, NULL);

  return TRUE;
}

static void
set_ends (QdTask          *draft,
          QdPlanCalendars *calendars,
          QdMinute         start,
          QdMinute         finish)
{
  QdWorkTime *time = qd_task_get_work_time (draft, calendars);
  int         length = qd_work_time_count (time, finish) - qd_work_time_count (time, start);
  gboolean    has_length = draft->duration > 0;

  /* What had a length of its own keeps having one; what was as long as its days is still. */
  if (has_length && length > 0)
    g_object_set (draft, "duration", (gint64)length, NULL);

  qd_task_place (draft, calendars, start, finish);
  qd_task_fit_finish (draft, calendars, finish);
}

/**
 * qd_task_set_finish:
 * @finish: when it is to end: it is at least one working minute long
 *
 * Makes it longer or shorter at its end.
 */
void
qd_task_set_finish (QdTask          *draft,
                    QdPlanCalendars *calendars,
                    QdMinute         finish)
{
  QdWorkTime *time = qd_task_get_work_time (draft, calendars);
  QdMinute    start = qd_task_get_start_minute (draft, calendars);

  g_return_if_fail (draft->kind != QD_TASK_KIND_MILESTONE);

  set_ends (draft, calendars, start, MAX (qd_work_time_previous (time, finish), qd_work_time_next (time, start) + 1));
}

/* @start: when it is to start, before its end. Makes it longer or shorter at its start. */
void
qd_task_set_start (QdTask          *draft,
                   QdPlanCalendars *calendars,
                   QdMinute         start)
{
  QdWorkTime *time = qd_task_get_work_time (draft, calendars);
  QdMinute    finish = qd_task_get_finish_minute (draft, calendars);

  g_return_if_fail (draft->kind != QD_TASK_KIND_MILESTONE);

  set_ends (draft, calendars, MIN (qd_work_time_next (time, start), qd_work_time_previous (time, finish) - 1), finish);
}
