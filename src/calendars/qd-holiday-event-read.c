/* qd-holiday-event-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-holiday-event-read"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <string.h>

#include "qd-holiday-event-private.h"

/* What libical takes of the days that stand in one line; of more it says nothing. */
#define MAX_DAYS_IN_LINE 500

#define MAX_NAME 200

/**
 * qd_holiday_event_find_zone:
 * @name: such as “Europe/Berlin”, perhaps with a path before it
 *
 * Returns: (transfer full) (nullable): the time zone, if it is of the database
 */
GTimeZone *
qd_holiday_event_find_zone (const char *name)
{
  for (; name != NULL; name = strchr (name, '/'))
    {
      GTimeZone *zone = NULL;

      if (*name == '/')
        name++;

      /* GLib opens a file of that name. */
      if (*name != '\0' && *name != '/' && strlen (name) < 64 &&
          strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_+-/") == strlen (name))
        zone = g_time_zone_new_identifier (name);

      if (zone != NULL)
        return zone;
    }

  return NULL;
}

/* One line, without what would turn or break it */
static char *
clean_name (const char *text)
{
  g_autoptr(GString) name = g_string_new (NULL);
  glong    n_characters = 0;
  gboolean space = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character) || g_unichar_iscntrl (character) ||
          (character >= 0x2028 && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069))
        {
          space = name->len > 0;
          continue;
        }

      if (n_characters + space + 1 >= MAX_NAME)
        {
          g_string_append (name, "…");
          break;
        }

      if (space)
        g_string_append_c (name, ' ');

      g_string_append_unichar (name, character);
      n_characters += space + 1;
      space = FALSE;
    }

  return g_string_free_and_steal (g_steal_pointer (&name));
}

static GTimeZone *
keep_zone (QdHolidayEvent *self,
           GTimeZone      *zone)
{
  if (zone != NULL)
    g_ptr_array_add (self->zones, zone);

  return zone;
}

static gboolean
read_moment (QdHolidayEvent     *self,
             icalproperty       *property,
             struct icaltimetype time,
             guint               line,
             QdMoment           *moment,
             GError            **error)
{
  const char    *name = icalproperty_get_property_name (property);
  icalparameter *zone = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  int            day = qd_day_from_ymd (time.year, time.month, time.day);

  if (day == QD_DAY_NONE)
    return qd_content_line_fail (line, error, _ ("“%s” is no day that there is"), name);

  if (!time.is_date && (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59))
    return qd_content_line_fail (line, error, _ ("“%s” is no time that there is"), name);

  /* Minutes do not reach to the year 9999. */
  moment->minute = qd_minute_from_day (MIN (day, qd_day_from_ymd (QD_DAY_LAST_YEAR + 1, 1, 1)));
  moment->is_day = time.is_date;
  moment->zone = NULL;

  if (time.is_date)
    return TRUE;

  moment->minute += time.hour * 60 + time.minute;

  if (icaltime_is_utc (time))
    moment->zone = keep_zone (self, g_time_zone_new_utc ());
  else if (zone != NULL)
    moment->zone = keep_zone (self, qd_holiday_event_find_zone (icalparameter_get_tzid (zone)));

  return TRUE;
}

/* Returns: -1 for what is longer than an event may be, or of no length that there is */
static int
get_length (struct icaldurationtype duration)
{
  gint64 minutes = (gint64)duration.weeks * 7 * QD_MINUTES_PER_DAY + (gint64)duration.days * QD_MINUTES_PER_DAY +
                   (gint64)duration.hours * 60 + duration.minutes;

  if (icaldurationtype_is_bad_duration (duration) || duration.is_neg || minutes < 0 ||
      minutes > QD_HOLIDAY_EVENT_MAX_DAYS * QD_MINUTES_PER_DAY)
    return -1;

  return minutes;
}

static gboolean
read_start (QdHolidayEvent *self,
            icalproperty   *property,
            guint           line,
            GError        **error)
{
  self->has_start = TRUE;

  return read_moment (self, property, icalproperty_get_dtstart (property), line, &self->start, error);
}

static gboolean
read_end (QdHolidayEvent *self,
          icalproperty   *property,
          guint           line,
          GError        **error)
{
  self->has_end = TRUE;
  self->end_line = line;

  return read_moment (self, property, icalproperty_get_dtend (property), line, &self->end, error);
}

static gboolean
read_duration (QdHolidayEvent *self,
               icalproperty   *property,
               guint           line,
               GError        **error)
{
  self->length = get_length (icalproperty_get_duration (property));

  if (self->length < 0)
    return qd_content_line_fail (line, error, _ ("“DURATION” is not from nothing to %d days"), QD_HOLIDAY_EVENT_MAX_DAYS);

  return TRUE;
}

static gboolean
read_original (QdHolidayEvent *self,
               icalproperty   *property,
               guint           line,
               GError        **error)
{
  self->has_original = TRUE;

  return read_moment (self, property, icalproperty_get_recurrenceid (property), line, &self->original, error);
}

static gboolean
read_rule (QdHolidayEvent *self,
           icalproperty   *property,
           guint           line,
           GError        **error)
{
  QdEventRule rule;

  if (!qd_event_rule_init (&rule, line, icalproperty_get_rrule (property), error))
    return FALSE;

  g_array_append_val (self->rules, rule);

  return TRUE;
}

static gboolean
read_exception_rule (QdHolidayEvent *self,
                     icalproperty   *property,
                     guint           line,
                     GError        **error)
{
  QdEventRule rule;

  if (!qd_event_rule_init (&rule, line, icalproperty_get_exrule (property), error))
    return FALSE;

  g_array_append_val (self->except, rule);

  return TRUE;
}

static gboolean
read_added (QdHolidayEvent *self,
            icalproperty   *property,
            guint           line,
            GError        **error)
{
  struct icaldatetimeperiodtype value = icalproperty_get_rdate (property);
  QdAddedTime                   added = { .length = -1 };

  if (self->added->len >= QD_EVENT_RULE_MAX_DAYS)
    return qd_content_line_fail (line, error, _ ("the event repeats more than %d times"), QD_EVENT_RULE_MAX_DAYS);

  if (icaltime_is_null_time (value.time))
    {
      if (!read_moment (self, property, value.period.start, line, &added.start, error))
        return FALSE;

      if (icaltime_is_null_time (value.period.end))
        added.length = get_length (value.period.duration);
      else if (!read_moment (self, property, value.period.end, line, &added.end, error))
        return FALSE;
      else
        added.length = added.end.minute - added.start.minute;

      if (added.length < 0 || added.length > QD_HOLIDAY_EVENT_MAX_DAYS * QD_MINUTES_PER_DAY)
        return qd_content_line_fail (line, error, _ ("“RDATE” is not from nothing to %d days"), QD_HOLIDAY_EVENT_MAX_DAYS);
    }
  else if (!read_moment (self, property, value.time, line, &added.start, error))
    {
      return FALSE;
    }

  g_array_append_val (self->added, added);

  return TRUE;
}

static gboolean
read_removed (QdHolidayEvent *self,
              icalproperty   *property,
              guint           line,
              GError        **error)
{
  QdMoment removed;

  if (!read_moment (self, property, icalproperty_get_exdate (property), line, &removed, error))
    return FALSE;

  g_array_append_val (self->removed, removed);

  return TRUE;
}

static gboolean
read_name (QdHolidayEvent *self,
           icalproperty   *property,
           guint           line,
           GError        **error)
{
  const char *text = icalproperty_get_summary (property);

  g_clear_pointer (&self->name, g_free);
  self->name = clean_name (text != NULL ? text : "");

  return TRUE;
}

static gboolean
read_uid (QdHolidayEvent *self,
          icalproperty   *property,
          guint           line,
          GError        **error)
{
  g_set_str (&self->uid, icalproperty_get_uid (property));

  return TRUE;
}

static gboolean
read_status (QdHolidayEvent *self,
             icalproperty   *property,
             guint           line,
             GError        **error)
{
  self->is_cancelled = icalproperty_get_status (property) == ICAL_STATUS_CANCELLED;

  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*read) (QdHolidayEvent *self,
                    icalproperty   *property,
                    guint           line,
                    GError        **error);
  gboolean is_optional; /* what cannot be read is as if it were not there */
} properties[] = {
  { "DTSTART", read_start },
  { "DTEND", read_end },
  { "DURATION", read_duration },
  { "RECURRENCE-ID", read_original },
  { "RRULE", read_rule },
  { "EXRULE", read_exception_rule },
  { "RDATE", read_added },
  { "EXDATE", read_removed },
  { "SUMMARY", read_name, .is_optional = TRUE },
  { "UID", read_uid, .is_optional = TRUE },
  { "STATUS", read_status, .is_optional = TRUE },
};

static guint
count_commas (const char *text)
{
  guint n_commas = 0;

  while ((text = strchr (text, ',')) != NULL)
    {
      n_commas++;
      text++;
    }

  return n_commas;
}

static gboolean
check_line (const QdContentLines *line,
            const char           *name,
            gboolean              is_optional,
            GError              **error)
{
  if (line->is_cut)
    return qd_content_line_fail (
        line->line, error, _ ("“%s” is longer than %d kB"), name, QD_CONTENT_LINE_MAX_BYTES / 1024);

  if (!g_utf8_validate (line->text->str, line->text->len, NULL))
    return qd_content_line_fail (line->line, error, _ ("“%s” is not text in UTF-8"), name);

  if (!is_optional && count_commas (line->text->str) >= MAX_DAYS_IN_LINE)
    return qd_content_line_fail (line->line, error, _ ("“%s” has more than %d days"), name, MAX_DAYS_IN_LINE);

  return TRUE;
}

/* libical is given one line at a time, in an event of its own: so it sees no more
 * than what was looked at here, and it is known which line an error is in. */
static icalcomponent *
parse_line (const char *text)
{
  g_autofree char *clean = g_strdup (text);
  g_autofree char *component = NULL;

  for (char *c = clean; *c != '\0'; c++)
    {
      if (g_ascii_iscntrl (*c))
        *c = ' ';
    }

  component = g_strdup_printf ("BEGIN:VEVENT\r\n%s\r\nEND:VEVENT\r\n", clean);

  return icalparser_parse_string (component);
}

static gboolean
read_properties (QdHolidayEvent *self,
                 icalcomponent  *component,
                 guint           index,
                 guint           line,
                 GError        **error)
{
  const char *name = properties[index].name;

  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY))
    {
      if (icalproperty_isa (property) == icalproperty_string_to_kind (name))
        {
          if (!properties[index].read (self, property, line, error))
            return FALSE;
        }
      else if (!properties[index].is_optional)
        {
          return qd_content_line_fail (line, error, _ ("“%s” cannot be read"), name);
        }
    }

  return TRUE;
}

/* A line between the event’s beginning and its end; most are of no interest. */
gboolean
qd_holiday_event_read (QdHolidayEvent       *self,
                       const QdContentLines *line,
                       GError              **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      icalcomponent *component;
      gboolean       read;

      if (!qd_content_lines_has_name (line, properties[i].name))
        continue;

      if (!check_line (line, properties[i].name, properties[i].is_optional, error))
        return FALSE;

      if ((component = parse_line (line->text->str)) == NULL)
        return qd_content_line_fail (line->line, error, _ ("“%s” cannot be read"), properties[i].name);

      read = read_properties (self, component, i, line->line, error);
      icalcomponent_free (component);

      return read;
    }

  return TRUE;
}
