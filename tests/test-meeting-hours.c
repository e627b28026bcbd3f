/* test-meeting-hours.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-test-sides.h"

/* When both sides can meet, by hand. In 2027 clocks are put forward on 14 March in the USA and on
 * 28 March in Europe; in Japan never (IANA time zone database). */
static void
test_weeks (void)
{
  const struct
  {
    const char *our_zone;
    const char *their_zone;
    const char *day;
    gboolean    common;
    int         from; /* minute of the day, on our clock; -1 for not at all */
    int         minutes;
  } cases[] = {
    /* Tokyo's nine to five is one to nine in Berlin's winter, two to ten in its summer. */
    { "Europe/Berlin", "Asia/Tokyo", "2027-01-13", FALSE, 540, 480 },
    { "Europe/Berlin", "Asia/Tokyo", "2027-06-16", TRUE, 540, 60 },
    { "Europe/Berlin", "Asia/Tokyo", "2027-01-16", FALSE, -1, 0 }, /* a Saturday */
    /* Los Angeles' begins at five in the evening in London, but at four for two weeks of March. */
    { "Europe/London", "America/Los_Angeles", "2027-03-10", FALSE, 540, 480 },
    { "Europe/London", "America/Los_Angeles", "2027-03-17", TRUE, 960, 60 },
    { "Europe/London", "America/Los_Angeles", "2027-03-24", TRUE, 960, 60 },
    { "Europe/London", "America/Los_Angeles", "2027-03-31", FALSE, 540, 480 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdTestSide ours, theirs;
      g_autoptr(QdPlanCalendars) calendars = NULL;
      QdWorkTime *hours;
      QdMinute    midnight;
      int         day;

      qd_test_side_init (&ours, "Mo-Fr 09:00-17:00", cases[i].our_zone);
      qd_test_side_init (&theirs, "Mo-Fr 09:00-17:00", cases[i].their_zone);
      calendars = qd_test_sides_create (&ours, &theirs, qd_day_from_ymd (2027, 1, 1), qd_day_from_ymd (2027, 12, 31));
      hours = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_BOTH, TRUE);
      g_assert_true (qd_day_parse (cases[i].day, &day));
      midnight = qd_minute_from_day (day);
      g_assert_true (qd_plan_calendars_have_common_hours (calendars));
      g_assert_cmpint (qd_plan_calendars_have_common_hours_on (calendars, day), ==, cases[i].common);
      g_assert_cmpint (qd_work_time_count (hours, midnight + QD_MINUTES_PER_DAY) - qd_work_time_count (hours, midnight),
                       ==,
                       cases[i].minutes);

      if (cases[i].from >= 0)
        g_assert_cmpint (qd_work_time_next (hours, midnight), ==, midnight + cases[i].from);

      g_ptr_array_unref (ours.closures);
      g_ptr_array_unref (theirs.closures);
    }
}

/* What is closed in the only hours in common does not open others. */
static void
test_closed (void)
{
  QdTestSide ours, theirs;
  g_autoptr(QdPlanCalendars) calendars = NULL;
  QdWorkTime *hours;
  int         monday = qd_day_from_ymd (2027, 6, 14);

  qd_test_side_init (&ours, "Mo-Fr 09:00-17:00", "Europe/Berlin");
  qd_test_side_init (&theirs, "Mo-Fr 09:00-17:00", "Asia/Tokyo");
  qd_test_side_close (&ours, QD_CLOSURE_KIND_MAINTENANCE_WINDOW, monday, monday + 6, 6 * 60, 240, FALSE);
  qd_test_side_holiday (&theirs, monday + 8, monday + 8);
  calendars = qd_test_sides_create (&ours, &theirs, monday - 30, monday + 30);
  hours = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_BOTH, TRUE);

  for (int day = monday; day < monday + 7; day++)
    g_assert_false (qd_work_time_is_working_day (hours, day));

  g_assert_true (qd_work_time_is_working_day (hours, monday + 7));
  g_assert_false (qd_work_time_is_working_day (hours, monday + 8));
  g_ptr_array_unref (ours.closures);
  g_ptr_array_unref (theirs.closures);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/meeting-hours/weeks", test_weeks);
  g_test_add_func ("/meeting-hours/closed", test_closed);

  return g_test_run ();
}
