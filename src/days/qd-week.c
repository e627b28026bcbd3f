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
