/* qd-day-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-day-words"

#include "qd-day-words.h"

#include <glib/gi18n.h>

static char *
format_day (int         day,
            const char *format)
{
  g_autoptr(GDateTime) date = NULL;
  int year, month, day_of_month;

  if (day == QD_DAY_NONE)
    return g_strdup ("");

  qd_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);

  return date != NULL ? g_date_time_format (date, format) : g_strdup ("");
}

/* For each style: in figures, short in this year, short in another */
static const char *const formats[][3] = {
  /* Translators: days as strftime has them: “Tue 24 Nov”, and of another year “24 Nov 2027”; xgettext:no-c-format */
  [QD_DAY_STYLE_LOCALE] = { "%x", NC_ ("day format", "%a %-d %b"), NC_ ("day format", "%-d %b %Y") },
  [QD_DAY_STYLE_ISO] = { "%Y-%m-%d", "%a %Y-%m-%d", "%Y-%m-%d" },
  [QD_DAY_STYLE_DAY_MONTH] = { "%-d %b %Y", "%a %-d %b", "%-d %b %Y" },
  [QD_DAY_STYLE_MONTH_DAY] = { "%b %-d, %Y", "%a, %b %-d", "%b %-d, %Y" },
};

static int style = QD_DAY_STYLE_LOCALE;

void
qd_day_set_style (QdDayStyle new_style)
{
  g_return_if_fail (new_style <= QD_DAY_STYLE_MONTH_DAY);

  g_atomic_int_set (&style, (int)new_style);
}

static const char *
get_format (int which)
{
  const char *format = formats[g_atomic_int_get (&style)][which];

  return g_dpgettext2 (NULL, "day format", format);
}

/* The day in figures, as a person types it too. */
char *
qd_day_dup_display (int day)
{
  return format_day (day, get_format (0));
}

/* Short, for lists: “Tue 24 Nov”, with the year where it is not today's. */
char *
qd_day_dup_short (int day,
                  int today)
{
  int year, this_year, month, day_of_month;

  if (day == QD_DAY_NONE)
    return g_strdup ("");

  qd_day_get_ymd (day, &year, &month, &day_of_month);
  qd_day_get_ymd (today, &this_year, &month, &day_of_month);

  return format_day (day, get_format (year == this_year ? 1 : 2));
}

/* All of it, for tooltips and documents: “Tuesday 24 November 2026” */
char *
qd_day_dup_full (int day)
{
  /* Translators: a day in full: “Tuesday 24 November 2026” */
  return format_day (day, C_ ("day format", "%A %-d %B %Y"));
}

/* Of an instant in seconds since 1970: the day, and the time where the person is: “24 Nov 2026, 14:05” */
char *
qd_day_dup_moment (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autofree char *day = qd_day_dup_display (qd_day_from_instant (seconds));
  g_autofree char *clock = time != NULL ? g_date_time_format (time, "%H:%M") : NULL;

  /* Translators: a day, and a time of it: “24 Nov 2026, 14:05” */
  return clock != NULL ? g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), day, clock) : g_strdup ("");
}

static char *
dup_ahead (int n_days)
{
  if (n_days < 14)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", n_days), n_days);

  if (n_days < 60)
    return g_strdup_printf (ngettext ("in %d week", "in %d weeks", n_days / 7), n_days / 7);

  if (n_days < 730)
    return g_strdup_printf (ngettext ("in %d month", "in %d months", n_days * 12 / 365), n_days * 12 / 365);

  return g_strdup_printf (ngettext ("in %d year", "in %d years", n_days / 365), n_days / 365);
}

static char *
dup_ago (int n_days)
{
  if (n_days < 14)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", n_days), n_days);

  if (n_days < 60)
    return g_strdup_printf (ngettext ("%d week ago", "%d weeks ago", n_days / 7), n_days / 7);

  if (n_days < 730)
    return g_strdup_printf (ngettext ("%d month ago", "%d months ago", n_days * 12 / 365), n_days * 12 / 365);

  return g_strdup_printf (ngettext ("%d year ago", "%d years ago", n_days / 365), n_days / 365);
}

/* How far off: “today”, “in 3 days”, “in 4 months”, “2 weeks ago” */
char *
qd_day_dup_relative (int day,
                     int today)
{
  if (day == QD_DAY_NONE)
    return g_strdup ("");

  if (day == today)
    return g_strdup (_ ("today"));

  if (day == today + 1)
    return g_strdup (_ ("tomorrow"));

  if (day == today - 1)
    return g_strdup (_ ("yesterday"));

  return day > today ? dup_ahead (day - today) : dup_ago (today - day);
}
