/* qd-meeting-slot.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-meeting-slot"

#include "qd-meeting-slot.h"

/* Whether all of @minutes from @start on are common hours. */
static gboolean
is_free (QdWorkTime *hours,
         QdMinute    start,
         int         minutes)
{
  return qd_work_time_count (hours, start + minutes) - qd_work_time_count (hours, start) == minutes;
}

static gboolean
find_on_day (QdWorkTime *hours,
             int         day,
             QdMinute    from,
             int         minutes,
             int         time,
             QdMinute   *start)
{
  QdMinute midnight = qd_minute_from_day (day);
  QdMinute at = MAX (midnight, from);

  *start = midnight + time;

  if (*start >= from && is_free (hours, *start, minutes))
    return TRUE;

  for (;;)
    {
      *start = qd_work_time_next (hours, at);

      if (*start >= midnight + QD_MINUTES_PER_DAY)
        return FALSE;

      if (is_free (hours, *start, minutes))
        return TRUE;

      /* On to where these hours end; they are fewer than it takes. */
      for (at = *start; qd_work_time_is_work (hours, at); at++)
        {
        }
    }
}

/**
 * qd_meeting_slot_find:
 * @first_day: on which they may meet
 * @last_day: the last such
 * @from: before which they do not
 * @minutes: how long, more than 0
 * @time: the minute of the day at which they would like to begin
 * @slot: (out):
 *
 * The first day on which both sides can meet for as long as that: at @time if that lies in
 * hours that they have in common, else in the first that are long enough.
 *
 * Returns: whether there is such a day
 */
gboolean
qd_meeting_slot_find (QdPlanCalendars *calendars,
                      int              first_day,
                      int              last_day,
                      QdMinute         from,
                      int              minutes,
                      int              time,
                      QdMeetingSlot   *slot)
{
  QdWorkTime *hours = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_BOTH, TRUE);

  g_return_val_if_fail (minutes > 0, FALSE);

  last_day = MIN (last_day, qd_plan_calendars_get_last_day (calendars));

  for (int day = MAX (first_day, qd_minute_get_day (from)); day <= last_day; day++)
    {
      if (find_on_day (hours, day, from, minutes, time, &slot->start))
        {
          slot->finish = slot->start + minutes;
          return TRUE;
        }
    }

  return FALSE;
}

/* The same where no hours are long enough: they meet as soon as they can, and again until
 * @minutes are over. Returns: whether they ever do */
gboolean
qd_meeting_slot_find_sittings (QdPlanCalendars *calendars,
                               QdMinute         from,
                               int              minutes,
                               QdMeetingSlot   *slot)
{
  QdWorkTime *hours = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_BOTH, TRUE);
  int         done;

  g_return_val_if_fail (minutes > 0, FALSE);

  slot->start = from;
  slot->finish = qd_work_time_run (hours, &slot->start, minutes, &done);

  return slot->start != QD_MINUTE_LAST && slot->finish != QD_MINUTE_LAST;
}
