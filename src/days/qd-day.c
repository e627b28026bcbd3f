/* qd-day.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-day"

#include "qd-day.h"

/* What GDate calls 1970-01-01 */
#define EPOCH 719163

static gboolean
parse_digits (const char *text,
              int         n_digits,
              guint      *number)
{
  *number = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;

      *number = *number * 10 + (text[i] - '0');
    }

  return TRUE;
}

gboolean
qd_day_parse (const char *text,
              int        *day)
{
  GDate date;
  guint y, m, d;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!parse_digits (text, 4, &y) || text[4] != '-' ||
      !parse_digits (text + 5, 2, &m) || text[7] != '-' ||
      !parse_digits (text + 8, 2, &d) || text[10] != '\0' ||
      !g_date_valid_dmy (d, m, y))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, d, m, y);
  *day = (int)g_date_get_julian (&date) - EPOCH;

  return TRUE;
}

void
qd_day_format (int  day,
               char text[QD_DAY_TEXT_SIZE])
{
  GDate date;

  g_return_if_fail (day > -EPOCH && day < G_MAXINT - EPOCH);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day + EPOCH);
  g_snprintf (text,
              QD_DAY_TEXT_SIZE,
              "%04d-%02d-%02d",
              g_date_get_year (&date),
              g_date_get_month (&date),
              g_date_get_day (&date));
}

gboolean
qd_day_is_sensible (int day)
{
  return day >= qd_day_from_ymd (QD_DAY_FIRST_YEAR, 1, 1) && day <= qd_day_from_ymd (QD_DAY_LAST_YEAR, 12, 31);
}

/**
 * qd_day_from_ymd:
 *
 * Returns: the day, or %QD_DAY_NONE where the calendar has no such one
 */
int
qd_day_from_ymd (int year,
                 int month,
                 int day_of_month)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day_of_month < 1 || day_of_month > 31 ||
      !g_date_valid_dmy (day_of_month, month, year))
    return QD_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day_of_month, month, year);

  return (int)g_date_get_julian (&date) - EPOCH;
}

/* @month counts from 1. */
void
qd_day_get_ymd (int  day,
                int *year,
                int *month,
                int *day_of_month)
{
  GDate date;

  g_return_if_fail (day > -EPOCH && day < G_MAXINT - EPOCH);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day + EPOCH);
  *year = g_date_get_year (&date);
  *month = g_date_get_month (&date);
  *day_of_month = g_date_get_day (&date);
}

/* Returns: 1 for Monday to 7 for Sunday, as ISO 8601 counts */
int
qd_day_get_weekday (int day)
{
  /* 1970-01-01 was a Thursday. */
  int weekday = (day + 3) % 7;

  return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

/* The same day of another month, or that month's last: 31 January and one month
 * is 28 February. */
int
qd_day_add_months (int day,
                   int n_months)
{
  GDate date;

  g_return_val_if_fail (day > -EPOCH && day < G_MAXINT - EPOCH, QD_DAY_NONE);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day + EPOCH);

  if (n_months >= 0)
    g_date_add_months (&date, n_months);
  else
    g_date_subtract_months (&date, -n_months);

  return (int)g_date_get_julian (&date) - EPOCH;
}

/**
 * qd_day_from_instant:
 * @seconds: since 1970, in UTC
 *
 * Returns: the day it was then where the person is; %QD_DAY_NONE for what no calendar reaches
 */
int
qd_day_from_instant (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (seconds);

  if (time == NULL)
    return QD_DAY_NONE;

  return qd_day_from_ymd (
      g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time));
}

/* The day it is where the person is. For the edges of the app: rules are given
 * the day they are to work with. */
int
qd_day_today (void)
{
  return qd_day_from_instant (g_get_real_time () / G_USEC_PER_SEC);
}
