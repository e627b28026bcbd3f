/* qd-holiday-event.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-holiday-event"

#include "qd-holiday-event.h"

#include <glib/gi18n.h>

#include "qd-holiday-event-private.h"

/* What the clock by which the event begins says at @moment */
static QdMinute
get_minute (QdHolidayEvent *self,
            const QdMoment *moment)
{
  if (moment->is_day || self->start.is_day || moment->zone == NULL || self->start.zone == NULL ||
      g_str_equal (g_time_zone_get_identifier (moment->zone), g_time_zone_get_identifier (self->start.zone)))
    return moment->minute;

  return qd_minute_convert (moment->minute, moment->zone, self->start.zone);
}

/**
 * qd_holiday_event_finish:
 *
 * Returns: whether it says when it is; call it when all lines have been read
 */
gboolean
qd_holiday_event_finish (QdHolidayEvent *self,
                         GError        **error)
{
  int day = qd_minute_get_day (self->start.minute);

  if (!self->has_start)
    return qd_content_line_fail (self->line, error, _ ("the event has no “DTSTART”, the day it begins"));

  /* What repeats may have begun whenever it did. */
  if (day > qd_day_from_ymd (QD_DAY_LAST_YEAR, 12, 31) ||
      (day < qd_day_from_ymd (QD_DAY_FIRST_YEAR, 1, 1) && self->rules->len + self->added->len == 0))
    return qd_content_line_fail (self->line,
                                 error,
                                 _ ("the event is not in the years from %d to %d"),
                                 QD_DAY_FIRST_YEAR,
                                 QD_DAY_LAST_YEAR);

  if (self->has_end)
    {
      self->length = get_minute (self, &self->end) - self->start.minute;

      if (self->length < 0)
        return qd_content_line_fail (self->end_line, error, _ ("“DTEND” is before “DTSTART”"));

      if (self->length > QD_HOLIDAY_EVENT_MAX_DAYS * QD_MINUTES_PER_DAY)
        return qd_content_line_fail (self->end_line, error, _ ("the event is longer than %d days"), QD_HOLIDAY_EVENT_MAX_DAYS);
    }

  self->length = MAX (self->length, 0);

  return TRUE;
}

/* Returns: the last day on which the event may begin by @rule */
static int
get_until (QdHolidayEvent    *self,
           const QdEventRule *rule)
{
  const struct icaltimetype *time = &rule->recurrence.until;
  int                        day;
  QdMinute                   minute;

  if (icaltime_is_null_time (*time))
    return G_MAXINT;

  day = qd_day_from_ymd (time->year, time->month, time->day);

  if (time->is_date || self->start.is_day || day > qd_day_from_ymd (QD_DAY_LAST_YEAR, 12, 31))
    return day;

  minute = qd_minute_from_day (day) + time->hour * 60 + time->minute;

  if (icaltime_is_utc (*time))
    {
      g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

      minute = get_minute (self, &(QdMoment){ minute, FALSE, utc });
    }

  day = qd_minute_get_day (minute);

  return qd_minute_get_time (minute) >= qd_minute_get_time (self->start.minute) ? day : day - 1;
}

typedef struct
{
  int     first_day;
  int     last_day;
  int    *effort;
  GArray *spans;
} Window;

/* Of days an end is not a part, nor is midnight of the day that begins then. */
static void
append_span (QdHolidayEvent *self,
             const Window   *window,
             QdMinute        from,
             int             length)
{
  QdMinute  until = from + MAX (length, 1);
  QdDaySpan span;

  if (self->zone != NULL && self->start.zone != NULL && !self->start.is_day &&
      g_str_equal (g_time_zone_get_identifier (self->start.zone), "UTC"))
    {
      from = qd_minute_convert (from, self->start.zone, self->zone);
      until = MAX (qd_minute_convert (until, self->start.zone, self->zone), from + 1);
    }

  span.first = qd_minute_get_day (from);
  span.last = qd_minute_get_day (until - 1);

  if (span.last >= window->first_day && span.first <= window->last_day)
    g_array_append_val (window->spans, span);
}

static gboolean
expand_rules (QdHolidayEvent *self,
              GArray         *rules,
              const Window   *window,
              GArray         *days,
              GError        **error)
{
  int start = qd_minute_get_day (self->start.minute);
  int first_day = window->first_day - self->length / QD_MINUTES_PER_DAY - 2;

  for (guint i = 0; i < rules->len; i++)
    {
      const QdEventRule *rule = &g_array_index (rules, QdEventRule, i);
      int                until = get_until (self, rule);

      if (!qd_event_rule_expand (
              rule, start, first_day, MIN (until, window->last_day + 1), window->effort, days, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): the days on which it does not begin after all */
static GHashTable *
collect_removed (QdHolidayEvent *self,
                 const Window   *window,
                 GError        **error)
{
  g_autoptr(GHashTable) removed = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  if (!expand_rules (self, self->except, window, days, error))
    return NULL;

  for (guint i = 0; i < days->len; i++)
    g_hash_table_add (removed, GINT_TO_POINTER (g_array_index (days, int, i)));

  for (guint i = 0; i < self->removed->len; i++)
    {
      QdMinute minute = get_minute (self, &g_array_index (self->removed, QdMoment, i));

      g_hash_table_add (removed, GINT_TO_POINTER (qd_minute_get_day (minute)));
    }

  return g_steal_pointer (&removed);
}

/**
 * qd_holiday_event_expand:
 * @last_day: included
 * @effort: (inout): see qd_event_rule_expand()
 * @spans: (element-type QdDaySpan): gets the days on which it is, in no order, perhaps some twice
 *
 * An event with times is on each day that it touches, by the clock of its own zone;
 * one in UTC is by that of the calendar’s. A zone that is not known is passed over,
 * and the clock taken as it is.
 */
gboolean
qd_holiday_event_expand (QdHolidayEvent *self,
                         int             first_day,
                         int             last_day,
                         int            *effort,
                         GArray         *spans,
                         GError        **error)
{
  Window window = { first_day, last_day, effort, spans };
  int    start = qd_minute_get_day (self->start.minute);
  g_autoptr(GHashTable) removed = NULL;
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  if (self->is_cancelled)
    return TRUE;

  if ((removed = collect_removed (self, &window, error)) == NULL ||
      !expand_rules (self, self->rules, &window, days, error))
    return FALSE;

  if (self->rules->len == 0)
    g_array_append_val (days, start);

  for (guint i = 0; i < days->len; i++)
    {
      int day = g_array_index (days, int, i);

      if (!g_hash_table_contains (removed, GINT_TO_POINTER (day)))
        append_span (
            self, &window, qd_minute_from_day (day) + qd_minute_get_time (self->start.minute), self->length);
    }

  for (guint i = 0; i < self->added->len; i++)
    {
      const QdAddedTime *added = &g_array_index (self->added, QdAddedTime, i);
      QdMinute           minute = get_minute (self, &added->start);

      if (!g_hash_table_contains (removed, GINT_TO_POINTER (qd_minute_get_day (minute))))
        append_span (self, &window, minute, added->length >= 0 ? added->length : self->length);
    }

  return TRUE;
}

/* Returns: (transfer none): one line, never empty */
const char *
qd_holiday_event_get_name (QdHolidayEvent *self)
{
  return self->name != NULL && *self->name != '\0' ? self->name : _ ("Holiday");
}

/* Returns: (transfer none) (nullable) */
const char *
qd_holiday_event_get_uid (QdHolidayEvent *self)
{
  return self->uid;
}

/* Whether it takes the place of one time at which another event of the same UID would be. */
gboolean
qd_holiday_event_is_change (QdHolidayEvent *self)
{
  return self->has_original;
}

/* Takes the time that @change takes the place of from @self. */
void
qd_holiday_event_remove (QdHolidayEvent *self,
                         QdHolidayEvent *change)
{
  QdMoment removed = change->original;

  if (removed.zone != NULL)
    g_ptr_array_add (self->zones, g_time_zone_ref (removed.zone));

  g_array_append_val (self->removed, removed);
}

/**
 * qd_holiday_event_new:
 * @line: where it begins
 * @zone: (nullable): that of the calendar
 */
QdHolidayEvent *
qd_holiday_event_new (guint      line,
                      GTimeZone *zone)
{
  QdHolidayEvent *self = g_new0 (QdHolidayEvent, 1);

  self->line = line;
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  self->zones = g_ptr_array_new_with_free_func ((GDestroyNotify)g_time_zone_unref);
  self->length = -1;
  self->rules = g_array_new (FALSE, FALSE, sizeof (QdEventRule));
  self->except = g_array_new (FALSE, FALSE, sizeof (QdEventRule));
  self->added = g_array_new (FALSE, FALSE, sizeof (QdAddedTime));
  self->removed = g_array_new (FALSE, FALSE, sizeof (QdMoment));

  return self;
}

void
qd_holiday_event_free (QdHolidayEvent *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_ptr_array_unref (self->zones);
  g_array_unref (self->rules);
  g_array_unref (self->except);
  g_array_unref (self->added);
  g_array_unref (self->removed);
  g_free (self->name);
  g_free (self->uid);
  g_free (self);
}
