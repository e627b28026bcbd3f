/* test-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-test-plan.h"

/* When tasks are done: tables worked out by hand. */

/* A of two days, then B of three and C of one, then D of one: the textbook's diamond. */
static void
test_diamond (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, 2 * WORKING_DAY);
  add_task (&plan, 3 * WORKING_DAY);
  add_task (&plan, 1 * WORKING_DAY);
  add_task (&plan, 1 * WORKING_DAY);
  add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, 0);
  add_link (&plan, 0, 2, QD_LINK_KIND_FINISH_START, 0);
  add_link (&plan, 1, 3, QD_LINK_KIND_FINISH_START, 0);
  add_link (&plan, 2, 3, QD_LINK_KIND_FINISH_START, 0);
  schedule = solve (&plan);

  assert_dates (schedule, 0, at (0, 9, 0), at (1, 17, 0));
  assert_dates (schedule, 1, at (2, 9, 0), at (4, 17, 0));
  assert_dates (schedule, 2, at (2, 9, 0), at (2, 17, 0));
  assert_dates (schedule, 3, at (7, 9, 0), at (7, 17, 0));
  assert_minute (qd_schedule_get_start (schedule), at (0, 9, 0));
  assert_minute (qd_schedule_get_end (schedule), at (7, 17, 0));
  assert_floats (schedule, 2, 2 * WORKING_DAY, 2 * WORKING_DAY);
  assert_late (schedule, 2, at (4, 9, 0), at (4, 17, 0));

  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (qd_schedule_is_critical (schedule, i), ==, i != 2);

  plan_clear (&plan);
}

/* What comes of a link from a task that is known to one of @duration minutes */
typedef struct
{
  QdLinkKind kind;
  int        lag; /* in hours */
  gboolean   elapsed;
  int        duration; /* in hours */
  int        start_day, start_hour, end_day, end_hour;
} LinkCase;

static void
check_link (const LinkCase *expected,
            guint           from_calendar,
            guint           to_calendar,
            QdMinute        start,
            int             duration)
{
  Plan            plan;
  QdScheduleTask *task;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  task = add_task (&plan, duration);
  task->anchor = start;
  task->calendar = from_calendar;
  task = add_task (&plan, expected->duration * HOUR);
  task->calendar = to_calendar;
  add_link (&plan, 0, 1, expected->kind, expected->lag * HOUR)->elapsed = expected->elapsed;
  schedule = solve (&plan);
  assert_dates (schedule,
                1,
                at (expected->start_day, expected->start_hour, 0),
                at (expected->end_day, expected->end_hour, 0));
  plan_clear (&plan);
}

#define CHECK_LINKS(cases, from_calendar, to_calendar, start, duration)    \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)                         \
    {                                                                      \
      g_test_message ("Case %" G_GSIZE_FORMAT, i);                         \
      check_link (&cases[i], from_calendar, to_calendar, start, duration); \
    }

/* The first is from Thursday morning to Friday evening, the second takes a day. */
static void
test_links (void)
{
  static const LinkCase cases[] = {
    { QD_LINK_KIND_FINISH_START, 0, FALSE, 8, 7, 9, 7, 17 },
    { QD_LINK_KIND_FINISH_START, 8, FALSE, 8, 8, 9, 8, 17 },
    { QD_LINK_KIND_FINISH_START, 4, FALSE, 8, 7, 13, 8, 13 },
    { QD_LINK_KIND_FINISH_START, -8, FALSE, 8, 4, 9, 4, 17 },
    { QD_LINK_KIND_FINISH_START, -4, FALSE, 8, 4, 13, 7, 13 },
    { QD_LINK_KIND_FINISH_START, 48, TRUE, 8, 7, 9, 7, 17 },
    { QD_LINK_KIND_FINISH_START, 64, TRUE, 8, 7, 9, 7, 17 },
    { QD_LINK_KIND_FINISH_START, 72, TRUE, 8, 8, 9, 8, 17 },
    { QD_LINK_KIND_FINISH_START, -4, TRUE, 8, 4, 13, 7, 13 },
    { QD_LINK_KIND_FINISH_START, -24, TRUE, 8, 4, 9, 4, 17 },
    { QD_LINK_KIND_START_START, 0, FALSE, 8, 3, 9, 3, 17 },
    { QD_LINK_KIND_START_START, 12, FALSE, 8, 4, 13, 7, 13 },
    { QD_LINK_KIND_START_START, -8, FALSE, 8, 2, 9, 2, 17 },
    { QD_LINK_KIND_START_START, 24, TRUE, 8, 4, 9, 4, 17 },
    { QD_LINK_KIND_START_START, 60, TRUE, 8, 7, 9, 7, 17 },
    { QD_LINK_KIND_START_START, -12, TRUE, 8, 3, 9, 3, 17 },
    { QD_LINK_KIND_START_START, -24, TRUE, 8, 2, 9, 2, 17 },
    { QD_LINK_KIND_FINISH_FINISH, 0, FALSE, 8, 4, 9, 4, 17 },
    { QD_LINK_KIND_FINISH_FINISH, 4, FALSE, 8, 4, 13, 7, 13 },
    { QD_LINK_KIND_FINISH_FINISH, -8, FALSE, 8, 3, 9, 3, 17 },
    { QD_LINK_KIND_FINISH_FINISH, 24, TRUE, 8, 4, 9, 4, 17 },
    { QD_LINK_KIND_FINISH_FINISH, 72, TRUE, 8, 7, 9, 7, 17 },
    { QD_LINK_KIND_FINISH_FINISH, -4, TRUE, 8, 3, 13, 4, 13 },
    { QD_LINK_KIND_START_FINISH, 8, FALSE, 8, 3, 9, 3, 17 },
    { QD_LINK_KIND_START_FINISH, 0, FALSE, 8, 2, 9, 2, 17 },
    { QD_LINK_KIND_START_FINISH, -8, FALSE, 8, 1, 9, 1, 17 },
    { QD_LINK_KIND_START_FINISH, 8, TRUE, 8, 3, 9, 3, 17 },
    { QD_LINK_KIND_START_FINISH, 2, TRUE, 8, 2, 11, 3, 11 },
    { QD_LINK_KIND_START_FINISH, -24, TRUE, 8, 1, 9, 1, 17 },
    /* A moment needs no working time. */
    { QD_LINK_KIND_FINISH_START, 0, FALSE, 0, 4, 17, 4, 17 },
    { QD_LINK_KIND_FINISH_START, 8, FALSE, 0, 7, 17, 7, 17 },
    { QD_LINK_KIND_FINISH_START, -8, FALSE, 0, 4, 9, 4, 9 },
    { QD_LINK_KIND_FINISH_START, 24, TRUE, 0, 5, 17, 5, 17 },
    { QD_LINK_KIND_START_START, 0, FALSE, 0, 3, 9, 3, 9 },
    { QD_LINK_KIND_FINISH_FINISH, 0, FALSE, 0, 4, 17, 4, 17 },
    { QD_LINK_KIND_START_FINISH, 0, FALSE, 0, 3, 9, 3, 9 },
  };

  CHECK_LINKS (cases, OFFICE, OFFICE, at (3, 9, 0), 2 * WORKING_DAY);
}

/* The same from the office to Mo-Th 07:00-11:00,12:00-16:00, in whose working time the lag runs */
static void
test_links_to_early (void)
{
  static const LinkCase cases[] = {
    { QD_LINK_KIND_FINISH_START, 0, FALSE, 8, 7, 7, 7, 16 },
    { QD_LINK_KIND_FINISH_START, 8, FALSE, 8, 8, 7, 8, 16 },
    { QD_LINK_KIND_FINISH_START, 4, FALSE, 8, 7, 12, 8, 11 },
    { QD_LINK_KIND_FINISH_START, -8, FALSE, 8, 3, 7, 3, 16 },
    { QD_LINK_KIND_START_START, 0, FALSE, 8, 3, 9, 7, 9 },
    { QD_LINK_KIND_START_START, 4, FALSE, 8, 3, 14, 7, 14 },
    { QD_LINK_KIND_FINISH_FINISH, 0, FALSE, 8, 3, 7, 3, 16 },
    { QD_LINK_KIND_FINISH_FINISH, 4, FALSE, 8, 3, 12, 7, 11 },
    { QD_LINK_KIND_FINISH_FINISH, -4, FALSE, 8, 2, 12, 3, 11 },
    { QD_LINK_KIND_START_FINISH, 0, FALSE, 8, 2, 9, 3, 9 },
    { QD_LINK_KIND_START_FINISH, 4, FALSE, 8, 2, 14, 3, 14 },
    { QD_LINK_KIND_FINISH_START, 12, TRUE, 8, 7, 7, 7, 16 },
    { QD_LINK_KIND_FINISH_START, -24, TRUE, 8, 7, 7, 7, 16 },
    { QD_LINK_KIND_FINISH_START, -26, TRUE, 8, 3, 15, 7, 15 },
    { QD_LINK_KIND_FINISH_START, 0, FALSE, 0, 4, 17, 4, 17 },
  };

  CHECK_LINKS (cases, OFFICE, EARLY, at (3, 9, 0), 2 * WORKING_DAY);
}

/* From Friday noon until Saturday noon, day and night, to the office */
static void
test_links_from_always (void)
{
  static const LinkCase cases[] = {
    { QD_LINK_KIND_FINISH_START, 0, FALSE, 8, 7, 9, 7, 17 },
    { QD_LINK_KIND_FINISH_START, 8, FALSE, 8, 8, 9, 8, 17 },
    { QD_LINK_KIND_FINISH_START, -8, FALSE, 8, 4, 9, 4, 17 },
    { QD_LINK_KIND_START_START, 0, FALSE, 8, 4, 12, 7, 12 },
    { QD_LINK_KIND_FINISH_FINISH, 0, FALSE, 8, 4, 9, 4, 17 },
    { QD_LINK_KIND_FINISH_FINISH, 1, FALSE, 8, 4, 10, 7, 10 },
    { QD_LINK_KIND_START_FINISH, 0, FALSE, 8, 3, 12, 4, 12 },
    { QD_LINK_KIND_FINISH_START, 0, FALSE, 0, 5, 12, 5, 12 },
  };

  CHECK_LINKS (cases, ALWAYS, OFFICE, at (4, 12, 0), 24 * HOUR);
}

/* From the office, on Thursday and Friday, to what goes on day and night */
static void
test_links_to_always (void)
{
  static const LinkCase cases[] = {
    { QD_LINK_KIND_FINISH_START, 0, FALSE, 8, 4, 17, 5, 1 },
    { QD_LINK_KIND_FINISH_START, 8, FALSE, 8, 5, 1, 5, 9 },
    { QD_LINK_KIND_FINISH_START, 8, TRUE, 8, 5, 1, 5, 9 },
    { QD_LINK_KIND_FINISH_START, -8, FALSE, 8, 4, 9, 4, 17 },
    { QD_LINK_KIND_FINISH_FINISH, 0, FALSE, 8, 4, 9, 4, 17 },
    { QD_LINK_KIND_FINISH_FINISH, 8, FALSE, 8, 4, 17, 5, 1 },
    { QD_LINK_KIND_START_FINISH, 0, FALSE, 8, 3, 1, 3, 9 },
    { QD_LINK_KIND_START_START, -1, FALSE, 8, 3, 8, 3, 16 },
  };

  CHECK_LINKS (cases, OFFICE, ALWAYS, at (3, 9, 0), 2 * WORKING_DAY);
}

/* What comes after a milestone at the end of a day, at midnight, on a weekend */
static void
test_links_from_milestones (void)
{
  static const LinkCase next = { QD_LINK_KIND_FINISH_START, 0, FALSE, 8, 7, 9, 7, 17 };
  static const LinkCase later = { QD_LINK_KIND_FINISH_START, 8, FALSE, 8, 8, 9, 8, 17 };
  static const LinkCase same = { QD_LINK_KIND_FINISH_FINISH, 0, FALSE, 8, 4, 9, 4, 17 };
  static const LinkCase moment = { QD_LINK_KIND_FINISH_START, 0, FALSE, 0, 6, 0, 6, 0 };
  const QdMinute        moments[] = { at (4, 17, 0), at (4, 24, 0), at (5, 12, 0), at (6, 0, 0), at (7, 9, 0) };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      check_link (&next, OFFICE, OFFICE, moments[i], 0);
      check_link (&later, OFFICE, OFFICE, moments[i], 0);
      check_link (&same, OFFICE, OFFICE, moments[i], 0);
    }

  check_link (&moment, OFFICE, OFFICE, at (6, 0, 0), 0);
}

/* What has no links stands where it is put, and a task in working time. */
static void
test_anchors (void)
{
  Plan plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  add_task (&plan, WORKING_DAY)->anchor = at (5, 12, 0);
  add_task (&plan, WORKING_DAY)->anchor = at (2, 17, 0);
  add_task (&plan, 0)->anchor = at (5, 12, 0);
  add_task (&plan, 0)->anchor = at (4, 24, 0);
  add_task (&plan, 1)->anchor = at (4, 16, 59);
  add_task (&plan, 0);
  schedule = solve (&plan);
  assert_dates (schedule, 0, at (7, 9, 0), at (7, 17, 0));
  assert_dates (schedule, 1, at (3, 9, 0), at (3, 17, 0));
  assert_dates (schedule, 2, at (5, 12, 0), at (5, 12, 0));
  assert_dates (schedule, 3, at (5, 0, 0), at (5, 0, 0));
  assert_dates (schedule, 4, at (4, 16, 59), at (4, 17, 0));
  assert_dates (schedule, 5, at (0, 9, 0), at (0, 9, 0));
  plan_clear (&plan);
}

/* From Wednesday 30 December 2026 on, with 1 January off */
static void
test_end_of_year (void)
{
  int          day = qd_day_from_ymd (2026, 12, 30) - MONDAY;
  QdMinuteSpan holiday = { at (day + 2, 0, 0), at (day + 3, 0, 0) };
  Plan         plan;
  g_autoptr(QdSchedule) schedule = NULL;

  plan_init (&plan);
  plan_set_calendar (&plan, EARLY, qd_work_time_subtract (plan.calendars[OFFICE], &holiday, 1));
  add_task (&plan, 4 * WORKING_DAY)->anchor = at (day, 9, 0);
  add_task (&plan, 4 * WORKING_DAY)->calendar = EARLY;
  constrain (&g_array_index (plan.tasks, QdScheduleTask, 1), QD_CONSTRAINT_KIND_NOT_BEFORE, at (day, 9, 0));
  schedule = solve (&plan);
  assert_dates (schedule, 0, at (day, 9, 0), qd_minute_from_day (qd_day_from_ymd (2027, 1, 4)) + 17 * HOUR);
  assert_dates (schedule, 1, at (day, 9, 0), qd_minute_from_day (qd_day_from_ymd (2027, 1, 5)) + 17 * HOUR);
  plan_clear (&plan);
}

static QdMinute
on (int month,
    int day,
    int hour)
{
  return qd_minute_from_day (qd_day_from_ymd (2026, month, day)) + hour * HOUR;
}

/* Two days of work, nine to five in another zone, on a clock in Berlin. In 2026 that is put
 * forward on 29 March and back on 25 October; in New York on 8 March and 1 November, in
 * Sydney on 4 October and 5 April; in Tokyo never. */
static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    int         month, day, hour;      /* from when on */
    int         start_day, start_hour; /* of the month */
    int         end_month, end_day, end_hour;
  } cases[] = {
    { "America/New_York", 3, 6, 0, 6, 15, 3, 9, 22 },
    { "America/New_York", 3, 27, 0, 27, 14, 3, 30, 23 },
    { "America/New_York", 10, 23, 0, 23, 15, 10, 26, 22 },
    { "America/New_York", 10, 30, 0, 30, 14, 11, 2, 23 },
    { "Asia/Tokyo", 3, 27, 0, 27, 1, 3, 30, 10 },
    { "Asia/Tokyo", 10, 23, 0, 23, 2, 10, 26, 9 },
    { "Australia/Sydney", 3, 26, 12, 26, 23, 3, 30, 8 },
    { "Australia/Sydney", 4, 3, 0, 3, 0, 4, 6, 9 },
    { "Australia/Sydney", 10, 2, 0, 2, 1, 10, 5, 8 },
    { "Australia/Sydney", 10, 23, 0, 23, 0, 10, 26, 7 },
    { "Europe/Berlin", 3, 27, 0, 27, 9, 3, 30, 17 },
  };
  g_autoptr(GTimeZone) clock = g_time_zone_new_identifier ("Europe/Berlin");
  QdWorkWeek week;

  g_assert_nonnull (clock);
  qd_work_week_parse (QD_WORK_WEEK_USUAL, &week, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autoptr(QdSchedule) schedule = NULL;
      Plan plan;

      plan_init (&plan);
      plan_set_calendar (&plan, OFFICE, qd_work_time_new (&week, MONDAY - 200, MONDAY + 200, zone, clock));
      add_task (&plan, 2 * WORKING_DAY)->anchor = on (cases[i].month, cases[i].day, cases[i].hour);
      schedule = solve (&plan);
      g_test_message ("Case %" G_GSIZE_FORMAT ", %s", i, cases[i].zone);
      assert_dates (schedule,
                    0,
                    on (cases[i].month, cases[i].start_day, cases[i].start_hour),
                    on (cases[i].end_month, cases[i].end_day, cases[i].end_hour));
      plan_clear (&plan);
    }
}

/* From New York to Tokyo and back on Friday 6 March: each side goes on when it comes to work. */
static void
test_round_the_world (void)
{
  g_autoptr(GTimeZone) clock = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr(GTimeZone) west = g_time_zone_new_identifier ("America/New_York");
  g_autoptr(GTimeZone) east = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autoptr(QdSchedule) schedule = NULL;
  QdWorkWeek week;
  Plan       plan;

  plan_init (&plan);
  plan.start = on (3, 6, 0);
  qd_work_week_parse (QD_WORK_WEEK_USUAL, &week, NULL);
  plan_set_calendar (&plan, EARLY, qd_work_time_new (&week, MONDAY - 200, MONDAY + 200, west, clock));
  plan_set_calendar (&plan, SUNDAY, qd_work_time_new (&week, MONDAY - 200, MONDAY + 200, east, clock));

  for (guint i = 0; i < 3; i++)
    {
      QdScheduleTask *task = add_task (&plan, WORKING_DAY);

      task->calendar = i == 1 ? SUNDAY : EARLY;

      if (i > 0)
        add_link (&plan, i - 1, i, QD_LINK_KIND_FINISH_START, 0);
    }

  schedule = solve (&plan);
  assert_dates (schedule, 0, on (3, 6, 15), on (3, 6, 23));
  assert_dates (schedule, 1, on (3, 9, 1), on (3, 9, 9));
  assert_dates (schedule, 2, on (3, 9, 14), on (3, 9, 22));
  plan_clear (&plan);
}

/* A lead to before the plan starts: there it begins, if it stood nowhere else. */
static void
test_lead_to_before_start (void)
{
  for (int stood = FALSE; stood <= TRUE; stood++)
    {
      g_autoptr(QdSchedule) schedule = NULL;
      Plan plan;
      int  link;

      plan_init (&plan);
      add_task (&plan, WORKING_DAY);
      add_task (&plan, WORKING_DAY)->anchor = stood ? at (3, 9, 0) : QD_MINUTE_NONE;
      add_link (&plan, 0, 1, QD_LINK_KIND_FINISH_START, -2 * WORKING_DAY);
      schedule = solve (&plan);

      if (stood)
        assert_dates (schedule, 1, at (-3, 9, 0), at (-3, 17, 0));
      else
        assert_dates (schedule, 1, at (0, 9, 0), at (0, 17, 0));

      g_assert_cmpint (qd_schedule_get_driver (schedule, 1, &link), ==, stood ? QD_SCHEDULE_DRIVER_LINK : QD_SCHEDULE_DRIVER_START);
      plan_clear (&plan);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/diamond", test_diamond);
  g_test_add_func ("/schedule/links", test_links);
  g_test_add_func ("/schedule/links/to-early", test_links_to_early);
  g_test_add_func ("/schedule/links/from-always", test_links_from_always);
  g_test_add_func ("/schedule/links/to-always", test_links_to_always);
  g_test_add_func ("/schedule/links/from-milestones", test_links_from_milestones);
  g_test_add_func ("/schedule/anchors", test_anchors);
  g_test_add_func ("/schedule/end-of-year", test_end_of_year);
  g_test_add_func ("/schedule/zones", test_zones);
  g_test_add_func ("/schedule/lead-to-before-start", test_lead_to_before_start);
  g_test_add_func ("/schedule/round-the-world", test_round_the_world);

  return g_test_run ();
}
