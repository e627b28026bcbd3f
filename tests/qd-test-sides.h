/* qd-test-sides.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-calendars.h"

/*
 * Two sides with their hours and closures, of which the tests work out by themselves, half
 * hour by half hour, when they are open.
 */

#define QD_TEST_CELL 30

typedef struct
{
  const char *hours;
  const char *zone; /* (nullable) */
  GPtrArray  *closures;
} QdTestSide;

static inline void
qd_test_side_init (QdTestSide *side,
                   const char *hours,
                   const char *zone)
{
  *side = (QdTestSide){ hours, zone, g_ptr_array_new_with_free_func (g_object_unref) };
}

/* @begins: %QD_INTEGER_NONE for whole days */
static inline void
qd_test_side_close (QdTestSide   *side,
                    QdClosureKind kind,
                    int           first,
                    int           last,
                    gint64        begins,
                    gint64        minutes,
                    gboolean      weekly)
{
  QdClosure *closure = qd_record_new_draft (QD_TYPE_CLOSURE);

  g_object_set (closure,
                "kind", kind,
                "name", "Closed",
                "first", first,
                "last", last,
                "begins", begins,
                "minutes", minutes,
                "weekly", weekly,
                "stops", qd_closure_kind_get_usual_stop (kind),
                NULL);
  g_ptr_array_add (side->closures, closure);
}

static inline void
qd_test_side_holiday (QdTestSide *side,
                      int         first,
                      int         last)
{
  qd_test_side_close (side, QD_CLOSURE_KIND_HOLIDAY, first, last, QD_INTEGER_NONE, QD_INTEGER_NONE, FALSE);
}

static inline QdWorkingCalendar *
qd_test_side_create_calendar (const QdTestSide *side)
{
  QdWorkingCalendar *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);

  g_object_set (calendar, "hours", side->hours, "time-zone", side->zone, NULL);

  return calendar;
}

static inline QdPlanCalendars *
qd_test_sides_create (const QdTestSide *ours,
                      const QdTestSide *theirs,
                      int               first_day,
                      int               last_day)
{
  g_autoptr(QdWorkingCalendar) our_calendar = qd_test_side_create_calendar (ours);
  g_autoptr(QdWorkingCalendar) their_calendar = qd_test_side_create_calendar (theirs);

  return qd_plan_calendars_new (our_calendar, ours->closures, their_calendar, theirs->closures, first_day, last_day);
}

/* What a clock in @to says when one in @from says @minute; the same where one is unknown. */
static inline QdMinute
qd_test_convert (QdMinute   minute,
                 GTimeZone *from,
                 GTimeZone *to)
{
  g_autoptr(GDateTime) epoch = NULL;
  g_autoptr(GDateTime) there = NULL;
  g_autoptr(GDateTime) here = NULL;
  int year, month, day;

  if (from == NULL || to == NULL)
    return minute;

  qd_day_get_ymd (qd_minute_get_day (minute), &year, &month, &day);
  here = g_date_time_new (
      from, year, month, day, qd_minute_get_time (minute) / 60, qd_minute_get_time (minute) % 60, 0);
  there = g_date_time_to_timezone (here, to);
  g_date_time_get_ymd (there, &year, &month, &day);

  return qd_minute_from_day (qd_day_from_ymd (year, month, day)) + g_date_time_get_hour (there) * 60 +
         g_date_time_get_minute (there);
}

static inline gboolean
qd_test_is_closed (QdClosure *closure,
                   QdMinute   minute)
{
  int last = closure->last != QD_DAY_NONE ? closure->last : closure->weekly ? G_MAXINT
                                                                            : closure->first;

  for (int day = qd_minute_get_day (minute) - 7; day <= qd_minute_get_day (minute); day++)
    {
      int from = closure->begins != QD_INTEGER_NONE ? (int)closure->begins : 0;
      int length = closure->minutes != QD_INTEGER_NONE ? (int)closure->minutes : QD_MINUTES_PER_DAY - from;
      int into = minute - qd_minute_from_day (day) - from;

      if (day >= closure->first && day <= last && (!closure->weekly || (day - closure->first) % 7 == 0) && into >= 0 &&
          into < length)
        return TRUE;
    }

  return FALSE;
}

/**
 * qd_test_side_is_open:
 * @clock: (nullable): of @minute
 * @by_hours: whether to look at the hours alone
 *
 * Returns: whether people of @side meet at @minute
 */
static inline gboolean
qd_test_side_is_open (const QdTestSide *side,
                      GTimeZone        *clock,
                      QdMinute          minute,
                      gboolean          by_hours)
{
  g_autoptr(GTimeZone) zone = side->zone != NULL ? g_time_zone_new_identifier (side->zone) : NULL;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  QdMinute   local = qd_test_convert (minute, clock, zone);
  int        weekday = qd_day_get_weekday (qd_minute_get_day (local)) - 1;
  int        time = qd_minute_get_time (local);
  gboolean   open = FALSE;
  QdWorkWeek week;

  g_assert_true (qd_work_week_parse (side->hours, &week, NULL));

  for (guint i = 0; i < week.n_spans[weekday]; i++)
    open = open || (time >= week.spans[weekday][i].from && time < week.spans[weekday][i].until);

  for (guint i = 0; i < side->closures->len && open && !by_hours; i++)
    {
      QdClosure *closure = g_ptr_array_index (side->closures, i);
      gboolean   universal = qd_closure_kind_is_universal (closure->kind);

      if (closure->stops != QD_CLOSURE_STOP_ALL && closure->stops != QD_CLOSURE_STOP_MEETINGS)
        continue;

      open = !qd_test_is_closed (closure, universal ? qd_test_convert (minute, clock, utc) : local);
    }

  return open;
}
