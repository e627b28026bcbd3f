/* test-plan-calendars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-plan-calendars.h"
#include "qd-test.h"

#define MONDAY 20605 /* 2026-06-01 */

/* When both sides of a plan work. */

static QdWorkingCalendar *
create_calendar (const char *hours,
                 const char *zone)
{
  QdWorkingCalendar *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);

  g_object_set (calendar, "hours", hours, "time-zone", zone, NULL);

  return calendar;
}

static GPtrArray *
create_closure (int           first,
                int           last,
                QdClosureStop stops)
{
  GPtrArray *closures = g_ptr_array_new_with_free_func (g_object_unref);
  QdClosure *closure = qd_record_new_draft (QD_TYPE_CLOSURE);

  g_object_set (closure, "name", "Closed", "first", first, "last", last, "stops", stops, NULL);
  g_ptr_array_add (closures, closure);

  return closures;
}

/* From @hour on @day for @hours: whether that is one stretch of work, and no more of the day is */
static void
assert_day (QdWorkTime *time,
            int         day,
            int         hour,
            int         hours)
{
  QdMinute midnight = qd_minute_from_day (MONDAY + day);

  g_assert_cmpint (qd_work_time_count (time, midnight + QD_MINUTES_PER_DAY) - qd_work_time_count (time, midnight), ==, hours * 60);
  g_assert_cmpint (qd_work_time_count (time, midnight + (hour + hours) * 60) - qd_work_time_count (time, midnight + hour * 60), ==, hours * 60);
}

/* Who works day and night stops on the other side's day off, when both work on a task. */
static void
test_both_around_the_clock (void)
{
  g_autoptr(QdWorkingCalendar) ours = create_calendar ("Mo-Su 00:00-24:00", NULL);
  g_autoptr(QdWorkingCalendar) theirs = create_calendar ("Mo-Fr 09:00-17:00", NULL);
  g_autoptr(GPtrArray) closures = create_closure (MONDAY + 2, MONDAY + 2, QD_CLOSURE_STOP_ALL);
  g_autoptr(QdPlanCalendars) calendars = qd_plan_calendars_new (ours, NULL, theirs, closures, MONDAY, MONDAY + 13);
  QdWorkTime *both = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_BOTH, FALSE);
  QdWorkTime *meet = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_BOTH, TRUE);

  for (int day = 0; day < 14; day++)
    {
      gboolean works = day % 7 < 5 && day != 2;

      g_test_message ("Day %d", day);
      assert_day (qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_OURS, FALSE), day, 0, 24);
      assert_day (both, day, 0, works ? 24 : 0);
      assert_day (meet, day, 9, works ? 8 : 0);
    }
}

/* A task of both: in our hours, on the days of both; a meeting: in the hours they have in
 * common. What stops tasks alone leaves meetings, and the other way round. */
static void
test_both (void)
{
  g_autoptr(QdWorkingCalendar) ours = create_calendar ("Mo-Fr 09:00-17:00", "Europe/Berlin");
  g_autoptr(QdWorkingCalendar) theirs = create_calendar ("Mo-Th 09:00-17:00", "America/New_York");
  g_autoptr(GPtrArray) freeze = create_closure (MONDAY + 1, MONDAY + 1, QD_CLOSURE_STOP_TASKS);
  g_autoptr(GPtrArray) party = create_closure (MONDAY + 2, MONDAY + 2, QD_CLOSURE_STOP_MEETINGS);
  g_autoptr(QdPlanCalendars) calendars = qd_plan_calendars_new (ours, party, theirs, freeze, MONDAY, MONDAY + 6);
  QdWorkTime *both = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_BOTH, FALSE);
  QdWorkTime *meet = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_BOTH, TRUE);

  assert_day (both, 0, 9, 8);
  assert_day (both, 1, 9, 0);
  assert_day (both, 2, 9, 8);
  assert_day (both, 4, 9, 0);
  assert_day (meet, 0, 15, 2);
  assert_day (meet, 1, 15, 2);
  assert_day (meet, 2, 15, 0);
  assert_day (meet, 4, 15, 0);
  assert_day (qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_THEIRS, FALSE), 3, 15, 8);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-calendars/both", test_both);
  g_test_add_func ("/plan-calendars/both/around-the-clock", test_both_around_the_clock);

  return g_test_run ();
}
