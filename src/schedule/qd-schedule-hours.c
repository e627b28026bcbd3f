/* qd-schedule-hours.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-hours"

#include "qd-schedule-hours.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-json-field.h"

#define DAY_LENGTH (QD_DAY_TEXT_SIZE - 1)

static void
hours_free (QdScheduleHours *self)
{
  g_free (self->name);
  g_clear_pointer (&self->holidays, g_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self);
}

static QdMinute
convert (QdMinute   minute,
         GTimeZone *zone)
{
  g_autoptr(GTimeZone) utc = NULL;

  if (zone == NULL)
    return minute;

  utc = g_time_zone_new_utc ();

  return qd_minute_convert (minute, zone, utc);
}

/* Returns: when @day begins in @zone, on a clock in UTC */
QdMinute
qd_schedule_minute_from_day (int        day,
                             GTimeZone *zone)
{
  return convert (qd_minute_from_day (day), zone);
}

static gboolean
parse_day (const char *text,
           int        *day)
{
  g_autofree char *start = g_strndup (text, DAY_LENGTH);

  return qd_day_parse (start, day) && qd_day_is_sensible (*day);
}

/* “T09:00”, “T09:00:00”, either with a “Z” or without. Seconds are none. */
static gboolean
parse_time (const char *text,
            int        *minute,
            gboolean   *universal)
{
  if (text[0] != 'T' || !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[2]) || text[3] != ':' ||
      !g_ascii_isdigit (text[4]) || !g_ascii_isdigit (text[5]))
    return FALSE;

  *minute = (text[1] - '0') * 600 + (text[2] - '0') * 60 + (text[4] - '0') * 10 + (text[5] - '0');

  if (text[4] > '5' || *minute >= QD_MINUTES_PER_DAY)
    return FALSE;

  text += 6;

  if (g_str_has_prefix (text, ":00"))
    text += 3;

  *universal = *text == 'Z';

  return strcmp (text, *universal ? "Z" : "") == 0;
}

/**
 * qd_schedule_minute_read:
 * @zone: (nullable): of which a time is that does not say “Z”; %NULL for UTC
 * @end_of_day: whether a day is meant with all of it, rather than from its beginning
 * @minute: (out): in UTC
 */
gboolean
qd_schedule_minute_read (JsonNode   *node,
                         GTimeZone  *zone,
                         gboolean    end_of_day,
                         QdMinute   *minute,
                         const char *path,
                         GError    **error)
{
  const char *text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
  gboolean    universal = FALSE;
  int         day, time = end_of_day ? QD_MINUTES_PER_DAY : 0;

  if (strlen (text) < DAY_LENGTH || !parse_day (text, &day) ||
      (text[DAY_LENGTH] != '\0' && !parse_time (text + DAY_LENGTH, &time, &universal)))
    {
      g_autofree char *what = g_strdup_printf (_ ("must be a day of the years %d to %d, such as “2026-05-03”, or a minute of one, such as “2026-05-03T09:00”"),
                                               QD_DAY_FIRST_YEAR,
                                               QD_DAY_LAST_YEAR);

      return qd_json_fail (path, what, error);
    }

  *minute = qd_minute_from_day (day) + time;

  if (!universal)
    *minute = convert (*minute, zone);

  return TRUE;
}

static gboolean
read_day (JsonNode   *node,
          int        *day,
          const char *path,
          GError    **error)
{
  const char *text = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";

  if (qd_day_parse (text, day) && qd_day_is_sensible (*day))
    return TRUE;

  return qd_json_fail (path, node != NULL ? _ ("must be a day such as “2026-05-03”") : _ ("must be given"), error);
}

/* {"first": …, "last": …, "name": …}, of which the first alone must be there */
static gboolean
read_stretch (JsonObject *object,
              int        *first,
              int        *last,
              const char *path,
              GError    **error)
{
  static const char *const keys[] = { "first", "last", "name", NULL };
  g_autofree char         *first_path = qd_json_join (path, "first");
  g_autofree char         *last_path = qd_json_join (path, "last");

  if (!qd_json_check_keys (object, keys, path, error) ||
      !read_day (json_object_get_member (object, "first"), first, first_path, error) ||
      (json_object_has_member (object, "name") && qd_json_get_text (object, "name", path, error) == NULL))
    return FALSE;

  *last = *first;

  if (json_object_has_member (object, "last") && !read_day (json_object_get_member (object, "last"), last, last_path, error))
    return FALSE;

  return *last >= *first || qd_json_fail (last_path, _ ("must not be before the first day"), error);
}

static gboolean
read_holidays (QdScheduleHours *self,
               JsonNode        *node,
               const char      *path,
               GError         **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return qd_json_fail (path, _ ("must be a list"), error);

  array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode        *item = json_array_get_element (array, i);
      g_autofree char *child = qd_json_join_index (path, i);
      int              first, last;
      QdMinuteSpan     span;

      if (JSON_NODE_HOLDS_OBJECT (item))
        {
          if (!read_stretch (json_node_get_object (item), &first, &last, child, error))
            return FALSE;
        }
      else
        {
          if (!read_day (item, &first, child, error))
            return FALSE;

          last = first;
        }

      span = (QdMinuteSpan){ qd_minute_from_day (first), qd_minute_from_day (last + 1) };
      g_array_append_val (self->holidays, span);
    }

  return TRUE;
}

static gboolean
read_week (QdScheduleHours *self,
           JsonObject      *object,
           const char      *path,
           GError         **error)
{
  const char      *hours = qd_json_get_text (object, "hours", path, error);
  g_autofree char *child = qd_json_join (path, "hours");

  if (hours == NULL)
    return FALSE;

  if (!qd_work_week_parse (hours, &self->week, NULL))
    return qd_json_fail (child, _ ("must be working hours such as “Mo-Fr 09:00-12:00,13:00-17:00”"), error);

  return !qd_work_week_is_empty (&self->week) ||
         qd_json_fail (child, _ ("must have at least one working day"), error);
}

static gboolean
read_zone (QdScheduleHours *self,
           JsonObject      *object,
           const char      *path,
           GError         **error)
{
  const char      *name;
  g_autofree char *child = qd_json_join (path, "time_zone");

  if (!json_object_has_member (object, "time_zone"))
    return TRUE;

  if (!(name = qd_json_get_text (object, "time_zone", path, error)))
    return FALSE;

  self->zone = g_time_zone_new_identifier (name);

  return self->zone != NULL || qd_json_fail (child, _ ("must be a time zone such as “Europe/Berlin”"), error);
}

static QdScheduleHours *
read_hours (const char *name,
            JsonNode   *node,
            const char *path,
            GError    **error)
{
  static const char *const keys[] = { "hours", "holidays", "time_zone", NULL };
  QdScheduleHours         *self = g_new0 (QdScheduleHours, 1);
  g_autofree char         *holidays = qd_json_join (path, "holidays");
  JsonObject              *object;

  self->name = g_strdup (name);
  self->holidays = g_array_new (FALSE, FALSE, sizeof (QdMinuteSpan));

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      qd_json_fail (path, _ ("must be an object"), error);
      g_clear_pointer (&self, hours_free);
      return NULL;
    }

  object = json_node_get_object (node);

  if (!qd_json_check_keys (object, keys, path, error) || !read_week (self, object, path, error) ||
      !read_zone (self, object, path, error) ||
      (json_object_has_member (object, "holidays") &&
       !read_holidays (self, json_object_get_member (object, "holidays"), holidays, error)))
    g_clear_pointer (&self, hours_free);

  return self;
}

/**
 * qd_schedule_hours_read:
 * @node: an object whose members are calendars, by their names
 *
 * Returns: (transfer full) (nullable) (element-type QdScheduleHours)
 */
GPtrArray *
qd_schedule_hours_read (JsonNode   *node,
                        const char *path,
                        GError    **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)hours_free);
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      qd_json_fail (path, _ ("must be an object"), error);
      return NULL;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));

  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *child = qd_json_join (path, name);
      QdScheduleHours *hours = read_hours (name, member, child, error);

      if (hours == NULL)
        return NULL;

      g_ptr_array_add (all, hours);
    }

  return g_steal_pointer (&all);
}

/* Returns: (transfer full): that working time, on a clock in UTC */
QdWorkTime *
qd_schedule_hours_create (const QdScheduleHours *self,
                          int                    first_day,
                          int                    last_day)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(QdWorkTime) hours = qd_work_time_new (&self->week, first_day, last_day, self->zone, utc);
  g_autoptr(GArray) holidays = g_array_copy (self->holidays);

  for (guint i = 0; i < holidays->len; i++)
    {
      QdMinuteSpan *span = &g_array_index (holidays, QdMinuteSpan, i);

      *span = (QdMinuteSpan){ convert (span->from, self->zone), convert (span->until, self->zone) };
    }

  return qd_work_time_subtract (hours, (const QdMinuteSpan *)holidays->data, holidays->len);
}
