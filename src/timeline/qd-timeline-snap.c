/* qd-timeline-snap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-snap"

#include "qd-timeline-snap.h"

#include <math.h>

/* From a day off to the nearer of the working days around it */
QdMinute
qd_timeline_snap_to_work (QdWorkTime *time,
                          QdMinute    minute)
{
  int      day = qd_minute_get_day (minute);
  QdMinute next = qd_work_time_next (time, minute);
  QdMinute before = qd_work_time_previous (time, minute);

  if (qd_work_time_is_working_day (time, day) || before == QD_MINUTE_NONE)
    return next;

  if (next >= QD_MINUTE_LAST || day - qd_minute_get_day (before - 1) < qd_minute_get_day (next) - day)
    return qd_work_time_next (time, qd_minute_from_day (qd_minute_get_day (before - 1)));

  return next;
}

/* By days, the time of the day stays; else it is one that @step counts. */
QdMinute
qd_timeline_snap (QdMinute   minute,
                  double     by,
                  QdTimeStep step)
{
  double target = minute + by;

  if (step.unit == QD_TIME_UNIT_DAY)
    return minute + (QdMinute)round (by / QD_MINUTES_PER_DAY) * QD_MINUTES_PER_DAY;

  return qd_time_step_round (step, CLAMP (target, QD_MINUTE_NONE + 1.0, QD_MINUTE_LAST));
}

/* An end that is dragged stops before the other: by days, on the same day; else a step before it. */
static QdMinute
stop_at (QdMinute   moved,
         QdMinute   other,
         gboolean   is_end,
         QdTimeStep step)
{
  int unit = step.unit == QD_TIME_UNIT_HOUR ? step.count * 60 : step.count;
  int time = qd_minute_get_time (is_end ? moved - 1 : moved) + (is_end ? 1 : 0);

  if (step.unit != QD_TIME_UNIT_DAY)
    return is_end ? MAX (moved, other + unit) : MIN (moved, other - unit);

  if (is_end)
    return MAX (moved, qd_minute_from_day (qd_minute_get_day (other)) + time);

  return MIN (moved, qd_minute_from_day (qd_minute_get_day (other - 1)) + time);
}

/**
 * qd_timeline_snap_end:
 * @start: when @task starts
 * @finish: when it ends
 * @is_end: whether it is the end that is dragged
 * @by: minutes
 *
 * One end of a meeting that has a time stays on its day; one that has none is made longer by
 * days alone.
 *
 * Returns: where that end is then
 */
QdMinute
qd_timeline_snap_end (QdTask    *task,
                      QdMinute   start,
                      QdMinute   finish,
                      gboolean   is_end,
                      double     by,
                      QdTimeStep step)
{
  QdMinute   from = is_end ? finish : start, other = is_end ? start : finish;
  gboolean   meeting = qd_task_is_meeting (task), timed = task->start_time != QD_INTEGER_NONE;
  QdTimeStep day = { QD_TIME_UNIT_DAY, 1 };
  QdMinute   midnight = qd_minute_from_day (qd_minute_get_day (start));
  QdMinute   moved;

  if (meeting && timed && step.unit == QD_TIME_UNIT_DAY)
    return from;

  if (meeting && !timed)
    step = day;

  moved = stop_at (qd_timeline_snap (from, by, step), other, is_end, step);

  return meeting && timed ? CLAMP (moved, midnight, midnight + QD_MINUTES_PER_DAY) : moved;
}
