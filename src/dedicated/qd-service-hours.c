/* qd-service-hours.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-service-hours"

#include "qd-service-hours.h"

#include <glib/gi18n.h>

#include "qd-holidays.h"

/* So far ahead one looks for the end of what is counted; who is never there never answers. */
#define MAX_DAYS 730

static void
add_closed (const QdHoursFact *self,
            int                first_day,
            int                last_day,
            GArray            *closed)
{
  g_autoptr(GArray) holidays = self->holidays != NULL ? qd_holidays_list (self->holidays, first_day, last_day) : NULL;

  for (guint i = 0; holidays != NULL && i < holidays->len; i++)
    g_array_append_val (closed, g_array_index (holidays, QdHoliday, i).day);

  for (guint i = 0; self->closed != NULL && self->closed[i] != NULL; i++)
    {
      int day;

      if (qd_day_parse (self->closed[i], &day) && day >= first_day && day <= last_day)
        g_array_append_val (closed, day);
    }
}

/* Returns: (transfer full): when somebody is there, on the clock of UTC, on these days and those beside them */
static QdWorkTime *
create_work_time (const QdHoursFact *self,
                  int                first_day,
                  int                last_day)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (self->time_zone);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GArray) closed = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (QdMinuteSpan));
  g_autoptr(QdWorkTime) open = NULL;
  QdWorkWeek week;

  if (zone == NULL || !qd_work_week_parse (self->hours, &week, NULL))
    return qd_work_time_new_spans (NULL, 0);

  open = qd_work_time_new (&week, first_day - 1, last_day + 1, zone, utc);
  add_closed (self, first_day - 1, last_day + 1, closed);

  for (guint i = 0; i < closed->len; i++)
    {
      int          day = g_array_index (closed, int, i);
      QdMinuteSpan span = { qd_minute_convert (qd_minute_from_day (day), zone, utc),
                            qd_minute_convert (qd_minute_from_day (day + 1), zone, utc) };

      g_array_append_val (spans, span);
    }

  return spans->len > 0 ? qd_work_time_subtract (open, (QdMinuteSpan *)spans->data, spans->len)
                        : g_steal_pointer (&open);
}

static QdMinute
get_minute (gint64 instant)
{
  return (QdMinute)(instant / QD_SECONDS_PER_MINUTE);
}

gboolean
qd_hours_is_open (const QdHoursFact *self,
                  gint64             now)
{
  g_autoptr(QdWorkTime) open = NULL;
  int day = qd_minute_get_day (get_minute (now));

  g_return_val_if_fail (self != NULL, FALSE);

  open = create_work_time (self, day, day);

  return qd_work_time_is_work (open, get_minute (now));
}

/**
 * qd_hours_add:
 * @minutes: in which somebody is there
 * @due: (out): when they are over
 *
 * Returns: whether they ever are
 */
gboolean
qd_hours_add (const QdHoursFact *self,
              gint64             from,
              gint64             minutes,
              gint64            *due)
{
  int day = qd_minute_get_day (get_minute (from));

  g_return_val_if_fail (self != NULL && due != NULL, FALSE);

  /* Most clocks are over within weeks; only what is not is looked for further. */
  for (int n_days = 21; n_days <= MAX_DAYS; n_days *= 6)
    {
      g_autoptr(QdWorkTime) open = create_work_time (self, day, day + n_days);
      QdMinute end = qd_work_time_end_at (open, qd_work_time_count (open, get_minute (from)) + (int)minutes);

      if (end < qd_minute_from_day (day + n_days))
        {
          *due = MAX ((gint64)end * QD_SECONDS_PER_MINUTE, from);
          return TRUE;
        }
    }

  return FALSE;
}

/* Returns: the minutes between both in which somebody is there */
gint64
qd_hours_count (const QdHoursFact *self,
                gint64             from,
                gint64             until)
{
  g_autoptr(QdWorkTime) open = NULL;

  g_return_val_if_fail (self != NULL, 0);

  if (until <= from)
    return 0;

  open = create_work_time (self, qd_minute_get_day (get_minute (from)), qd_minute_get_day (get_minute (until)));

  return qd_work_time_count (open, get_minute (until)) - qd_work_time_count (open, get_minute (from));
}

/* The first minute after @minute that is in no stretch it is in; %QD_MINUTE_LAST for none */
static QdMinute
find_close (QdWorkTime *open,
            QdMinute    minute)
{
  for (guint i = 0; i < qd_work_time_get_n_spans (open); i++)
    {
      QdMinuteSpan span = qd_work_time_get_span (open, i);

      if (span.until > minute)
        return span.from <= minute ? span.until : minute;
    }

  return QD_MINUTE_LAST;
}

/* Returns: whether somebody will ever be there */
gboolean
qd_hours_get_answer (const QdHoursFact *self,
                     gint64             now,
                     QdAnswer          *answer)
{
  g_autoptr(QdWorkTime) open = NULL;
  QdMinute minute = get_minute (now);
  QdMinute next;
  int      day = qd_minute_get_day (minute);

  g_return_val_if_fail (self != NULL && answer != NULL, FALSE);

  open = create_work_time (self, day, day + 30);
  next = qd_work_time_next (open, minute);

  if (qd_work_time_is_empty (open) || next >= qd_minute_from_day (day + 30))
    return FALSE;

  answer->is_there = qd_work_time_is_work (open, minute);
  answer->changes = (gint64)(answer->is_there ? find_close (open, minute) : next) * QD_SECONDS_PER_MINUTE;
  answer->by = answer->is_there ? now : answer->changes;

  return self->answer == QD_INTEGER_NONE || qd_hours_add (self, now, self->answer, &answer->by);
}

/* Returns: (transfer full): “There until 17:00” or “Back Mon 09:00”, on the clocks of @zone */
char *
qd_answer_dup_words (const QdAnswer *self,
                     gint64          now,
                     GTimeZone      *zone)
{
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) local = NULL;
  g_autofree char *time = NULL;
  gboolean         today;

  g_return_val_if_fail (self != NULL && zone != NULL, NULL);

  utc = g_date_time_new_from_unix_utc (self->changes);
  local = g_date_time_to_timezone (utc, zone);
  today = qd_instant_get_day (self->changes, zone) == qd_instant_get_day (now, zone);

  /* Translators: when people come or go, as strftime has it: today, or on another day */
  time = g_date_time_format (local, today ? C_ ("hours change", "%H:%M") : C_ ("hours change", "%a %H:%M"));

  return g_strdup_printf (self->is_there ? _ ("There until %s") : _ ("Back %s"), time);
}
