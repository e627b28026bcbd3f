/* list-holidays.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include "qd-day.h"
#include "qd-holidays.h"

/*
 * list-holidays FIRST LAST: the public holidays of every country that is known,
 * of two years and those between, for check-holidays.py: a line for each, with
 * its country, its day and its name.
 */

int
main (int   argc,
      char *argv[])
{
  const QdHolidayCountry *countries;
  guint                   n_countries;
  int                     first, last;

  if (argc != 3)
    {
      g_printerr ("list-holidays FIRST LAST\n");
      return EXIT_FAILURE;
    }

  first = qd_day_from_ymd (atoi (argv[1]), 1, 1);
  last = qd_day_from_ymd (atoi (argv[2]), 12, 31);
  countries = qd_holidays_get_countries (&n_countries);

  for (guint i = 0; i < n_countries; i++)
    {
      g_autoptr(GArray) holidays = qd_holidays_list (countries[i].code, first, last);

      for (guint j = 0; j < holidays->len; j++)
        {
          const QdHoliday *holiday = &g_array_index (holidays, QdHoliday, j);
          char             day[QD_DAY_TEXT_SIZE];

          qd_day_format (holiday->day, day);
          printf ("%s %s %s%s\n", countries[i].code, day, holiday->name, holiday->observed ? " (observed)" : "");
        }
    }

  return EXIT_SUCCESS;
}
