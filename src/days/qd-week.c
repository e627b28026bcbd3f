/* qd-week.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-week"

#include "qd-week.h"

#include <langinfo.h>

static int first_weekday; /* 0: as the locale has it */

/* @weekday: 1 for Monday to 7 for Sunday, or 0 for what the locale has */
void
qd_week_set_first_weekday (int weekday)
{
  g_return_if_fail (weekday >= 0 && weekday <= 7);

  g_atomic_int_set (&first_weekday, weekday);
}

/* The locale counts from 1 on from a day it names, itself a date such as
 * 19971130, a Sunday, or 19971201, a Monday. */
static int
read_locale (void)
{
  gintptr number = (gintptr)nl_langinfo (_NL_TIME_WEEK_1STDAY);
  int     offset = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY) - 1;
  int     base = (int)(number & 0xffffffff) == 19971201 ? 0 : 6;

  return (base + offset) % 7 + 1;
}

/* Returns: 1 for Monday to 7 for Sunday */
int
qd_week_get_first_weekday (void)
{
  int weekday = g_atomic_int_get (&first_weekday);

  return weekday != 0 ? weekday : read_locale ();
}

/* Returns: the first day of the week that @day is in */
int
qd_week_get_start (int day)
{
  return day - (qd_day_get_weekday (day) - qd_week_get_first_weekday () + 7) % 7;
}

/* How many days of the new year a week must have to be its first. Weeks from Monday are
 * those of ISO 8601, where it is four; else it is as the locale has it. */
static int
get_days_of_first_week (void)
{
  int days;

  if (qd_week_get_first_weekday () == 1)
    return 4;

  days = *nl_langinfo (_NL_TIME_WEEK_1STWEEK);

  return days >= 1 && days <= 7 && g_atomic_int_get (&first_weekday) == 0 ? days : 1;
}

/* The first day of the first week of @year. */
static int
find_first_week (int year)
{
  int new_year = qd_day_from_ymd (year, 1, 1);
  int week = qd_week_get_start (new_year);

  return week + 7 - new_year >= get_days_of_first_week () ? week : week + 7;
}

/* Returns: the number of the week that @day is in, from 1 on, in the year that the week counts to */
int
qd_week_get_number (int day)
{
  int year, month, day_of_month;
  int first;

  qd_day_get_ymd (day, &year, &month, &day_of_month);
  first = find_first_week (MIN (year + 1, 9999));

  if (day < first)
    first = find_first_week (year);

  if (day < first)
    first = find_first_week (MAX (year - 1, 1));

  return (day - first) / 7 + 1;
}
