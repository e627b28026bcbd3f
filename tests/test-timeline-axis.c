/* test-timeline-axis.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <math.h>

#include "qd-time-axis.h"
#include "qd-week.h"

/* Pixels a day: each level of the header, just inside of it, and both ends */
static const double scales[] = { QD_TIME_AXIS_MIN_SCALE, 0.1, 0.28, 1, 4.99, 5, 17.9, 18, 40, 110, 180, 360, 720, 1440, 2880,
                                 QD_TIME_AXIS_MAX_SCALE };

static QdMinute
get_minute (int year,
            int month,
            int day,
            int hour,
            int minute)
{
  return qd_minute_from_day (qd_day_from_ymd (year, month, day)) + hour * 60 + minute;
}

/* By hand: at ten pixels a day, half a day is five pixels. */
static void
test_places (void)
{
  QdTimeAxis axis = { get_minute (2026, 6, 1, 0, 0), 10 };

  g_assert_cmpfloat (qd_time_axis_get_x (&axis, get_minute (2026, 6, 1, 0, 0)), ==, 0);
  g_assert_cmpfloat (qd_time_axis_get_x (&axis, get_minute (2026, 6, 1, 12, 0)), ==, 5);
  g_assert_cmpfloat (qd_time_axis_get_x (&axis, get_minute (2026, 7, 1, 0, 0)), ==, 300);
  g_assert_cmpfloat (qd_time_axis_get_x (&axis, get_minute (2025, 6, 1, 0, 0)), ==, -3650);
  g_assert_cmpfloat (qd_time_axis_get_minute (&axis, 15), ==, get_minute (2026, 6, 2, 12, 0));

  /* The clock of a plan is that on the wall: the day the clocks are put forward is as wide as any. */
  axis.origin = get_minute (2026, 3, 29, 0, 0);
  g_assert_cmpfloat (qd_time_axis_get_x (&axis, get_minute (2026, 3, 30, 0, 0)), ==, 10);
}

static void
test_round_trip (void)
{
  const QdMinute minutes[] = { get_minute (1970, 1, 1, 0, 0), get_minute (1999, 12, 31, 23, 59), get_minute (2026, 6, 1, 9, 0),
                               get_minute (2199, 12, 31, 17, 0) };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (minutes); j++)
      {
        QdTimeAxis axis = { get_minute (2026, 6, 1, 7, 13), scales[i] };
        double     x = qd_time_axis_get_x (&axis, minutes[j]);

        g_assert_cmpfloat_with_epsilon (qd_time_axis_get_minute (&axis, x), minutes[j], 1e-4);
        g_assert_cmpfloat_with_epsilon (qd_time_axis_get_x (&axis, qd_time_axis_get_minute (&axis, 777)), 777, 1e-4);
      }
}

/* Whatever the zoom, what is under the pointer stays there. */
static void
test_zoom (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);

  for (int i = 0; i < 2000; i++)
    {
      QdTimeAxis axis = { g_rand_int_range (rand, 0, 100000000), scales[g_rand_int_range (rand, 0, G_N_ELEMENTS (scales))] };
      double     x = g_rand_double_range (rand, 0, 1500), factor = exp (g_rand_double_range (rand, -4, 4));
      double     minute = qd_time_axis_get_minute (&axis, x), scale = axis.scale;

      qd_time_axis_zoom (&axis, factor, x);
      g_assert_cmpfloat_with_epsilon (qd_time_axis_get_x (&axis, minute), x, 1e-3);
      g_assert_cmpfloat (axis.scale, >=, QD_TIME_AXIS_MIN_SCALE);
      g_assert_cmpfloat (axis.scale, <=, QD_TIME_AXIS_MAX_SCALE);

      if (scale * factor >= QD_TIME_AXIS_MIN_SCALE && scale * factor <= QD_TIME_AXIS_MAX_SCALE)
        g_assert_cmpfloat_with_epsilon (axis.scale, scale * factor, 1e-6 * axis.scale);
    }
}

static void
test_fit (void)
{
  QdTimeAxis axis = { 0, 1 };

  /* Twelve weeks in 840 pixels */
  qd_time_axis_fit (&axis, get_minute (2026, 6, 1, 0, 0), get_minute (2026, 8, 24, 0, 0), 840);
  g_assert_cmpfloat_with_epsilon (axis.scale, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (axis.origin, get_minute (2026, 6, 1, 0, 0), 1e-6);

  /* A moment stands in the middle of what there is at the closest. */
  qd_time_axis_fit (&axis, get_minute (2026, 6, 1, 9, 0), get_minute (2026, 6, 1, 9, 0), 800);
  g_assert_cmpfloat (axis.scale, ==, QD_TIME_AXIS_MAX_SCALE);
  g_assert_cmpfloat_with_epsilon (qd_time_axis_get_x (&axis, get_minute (2026, 6, 1, 9, 0)), 400, 5);

  /* Longer than any screen: as far away as it goes */
  qd_time_axis_fit (&axis, get_minute (1970, 1, 1, 0, 0), get_minute (2199, 12, 31, 0, 0), 800);
  g_assert_cmpfloat (axis.scale, ==, QD_TIME_AXIS_MIN_SCALE);
}

/* Which two rows there are at which zoom, and that a step of the lower one has room for its label. */
static void
test_steps (void)
{
  static const struct
  {
    double     scale;
    QdTimeUnit upper;
    QdTimeUnit lower;
    int        count;
  } cases[] = {
    { 5000, QD_TIME_UNIT_DAY, QD_TIME_UNIT_MINUTE, 15 },
    { 1500, QD_TIME_UNIT_DAY, QD_TIME_UNIT_MINUTE, 30 },
    { 800, QD_TIME_UNIT_DAY, QD_TIME_UNIT_HOUR, 1 },
    { 120, QD_TIME_UNIT_DAY, QD_TIME_UNIT_HOUR, 6 },
    { 30, QD_TIME_UNIT_WEEK, QD_TIME_UNIT_DAY, 1 },
    { 8, QD_TIME_UNIT_MONTH, QD_TIME_UNIT_WEEK, 1 },
    { 2, QD_TIME_UNIT_QUARTER, QD_TIME_UNIT_MONTH, 1 },
    { 0.5, QD_TIME_UNIT_YEAR, QD_TIME_UNIT_QUARTER, 1 },
    { 0.2, QD_TIME_UNIT_YEAR, QD_TIME_UNIT_YEAR, 1 },
    { 0.05, QD_TIME_UNIT_YEAR, QD_TIME_UNIT_YEAR, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdTimeAxis axis = { 0, cases[i].scale };
      QdTimeStep upper, lower;

      qd_time_axis_get_steps (&axis, &upper, &lower);
      g_assert_cmpint (upper.unit, ==, cases[i].upper);
      g_assert_cmpint (lower.unit, ==, cases[i].lower);
      g_assert_cmpint (lower.count, ==, cases[i].count);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      QdTimeAxis axis = { 0, scales[i] };
      QdMinute   begin = get_minute (2026, 1, 1, 0, 0);
      QdTimeStep upper, lower;

      qd_time_axis_get_steps (&axis, &upper, &lower);
      begin = qd_time_step_floor (lower, begin);
      g_assert_cmpfloat ((qd_time_step_next (lower, begin) - begin) * axis.scale / QD_MINUTES_PER_DAY, >=, 18);
    }
}

/* Steps cover the time without a gap, and each begins where the one before it ends. */
static void
test_step_after_step (void)
{
  const QdTimeStep steps[] = { { QD_TIME_UNIT_MINUTE, 15 }, { QD_TIME_UNIT_HOUR, 6 }, { QD_TIME_UNIT_DAY, 1 }, { QD_TIME_UNIT_WEEK, 1 }, { QD_TIME_UNIT_MONTH, 1 }, { QD_TIME_UNIT_QUARTER, 1 }, { QD_TIME_UNIT_YEAR, 1 }, { QD_TIME_UNIT_YEAR, 10 } };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      QdMinute minute = qd_time_step_floor (steps[i], get_minute (1969, 12, 30, 11, 50));

      for (int j = 0; j < 200; j++)
        {
          QdMinute next = qd_time_step_next (steps[i], minute);

          g_assert_cmpint (next, >, minute);
          g_assert_cmpint (qd_time_step_floor (steps[i], minute), ==, minute);
          g_assert_cmpint (qd_time_step_floor (steps[i], next - 1), ==, minute);
          g_assert_cmpint (qd_time_step_floor (steps[i], next), ==, next);
          minute = next;
        }
    }
}

static void
test_round (void)
{
  const QdTimeStep day = { QD_TIME_UNIT_DAY, 1 }, quarter = { QD_TIME_UNIT_MINUTE, 15 };

  g_assert_cmpint (qd_time_step_round (day, get_minute (2026, 6, 1, 11, 59)), ==, get_minute (2026, 6, 1, 0, 0));
  g_assert_cmpint (qd_time_step_round (day, get_minute (2026, 6, 1, 12, 0)), ==, get_minute (2026, 6, 2, 0, 0));
  g_assert_cmpint (qd_time_step_round (quarter, get_minute (2026, 6, 1, 9, 7)), ==, get_minute (2026, 6, 1, 9, 0));
  g_assert_cmpint (qd_time_step_round (quarter, get_minute (2026, 6, 1, 9, 8)), ==, get_minute (2026, 6, 1, 9, 15));

  /* Before 1970 too */
  g_assert_cmpint (qd_time_step_round (quarter, -8), ==, -15);
  g_assert_cmpint (qd_time_step_round (quarter, -7), ==, 0);
}

/* What is dragged goes by what can be told apart. */
static void
test_snap (void)
{
  static const struct
  {
    double scale;
    int    minutes;
  } cases[] = { { 0.5, 1440 }, { 109, 1440 }, { 110, 60 }, { 719, 60 }, { 720, 30 }, { 2879, 30 }, { 2880, 15 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdTimeAxis axis = { 0, cases[i].scale };
      QdTimeStep snap = qd_time_axis_get_snap (&axis);

      g_assert_cmpint (qd_time_step_next (snap, 0), ==, cases[i].minutes);
    }
}

static void
assert_label (QdTimeUnit  unit,
              int         count,
              QdMinute    minute,
              double      width,
              gboolean    upper,
              const char *expected)
{
  g_autofree char *label = qd_time_step_dup_label ((QdTimeStep){ unit, count }, minute, width, upper);

  g_assert_cmpstr (label, ==, expected);
}

/* The numbers of weeks are those of date.isocalendar() in Python. */
static void
test_weeks (void)
{
  static const struct
  {
    int         year, month, day;
    const char *label;
  } cases[] = {
    { 2020, 12, 28, "W53 · 28 Dec" },
    { 2021, 1, 4, "W1 · 4 Jan" },
    { 2021, 12, 27, "W52 · 27 Dec" },
    { 2024, 12, 30, "W1 · 30 Dec" },
    { 2025, 12, 29, "W1 · 29 Dec" },
    { 2026, 6, 1, "W23 · 1 Jun" },
    { 2026, 12, 28, "W53 · 28 Dec" },
    { 2027, 1, 4, "W1 · 4 Jan" },
    { 2032, 12, 27, "W53 · 27 Dec" },
  };
  QdMinute midweek = get_minute (2026, 6, 3, 15, 0);

  qd_week_set_first_weekday (1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_label (
        QD_TIME_UNIT_WEEK, 1, get_minute (cases[i].year, cases[i].month, cases[i].day, 0, 0), 120, FALSE, cases[i].label);

  g_assert_cmpint (qd_time_step_floor ((QdTimeStep){ QD_TIME_UNIT_WEEK, 1 }, midweek), ==, get_minute (2026, 6, 1, 0, 0));

  /* As in the United States: from Sunday on, and the week of New Year's Day is the first. */
  qd_week_set_first_weekday (7);
  g_assert_cmpint (qd_time_step_floor ((QdTimeStep){ QD_TIME_UNIT_WEEK, 1 }, midweek), ==, get_minute (2026, 5, 31, 0, 0));
  assert_label (QD_TIME_UNIT_WEEK, 1, get_minute (2025, 12, 28, 0, 0), 120, FALSE, "W1 · 28 Dec");
  assert_label (QD_TIME_UNIT_WEEK, 1, get_minute (2026, 5, 31, 0, 0), 120, FALSE, "W23 · 31 May");
  qd_week_set_first_weekday (1);
}

static void
test_labels (void)
{
  QdMinute june = get_minute (2026, 6, 1, 0, 0);

  assert_label (QD_TIME_UNIT_MINUTE, 15, get_minute (2026, 6, 1, 9, 45), 40, FALSE, "9:45");
  assert_label (QD_TIME_UNIT_HOUR, 1, get_minute (2026, 6, 1, 14, 0), 40, FALSE, "14:00");
  assert_label (QD_TIME_UNIT_DAY, 1, june, 400, TRUE, "Monday 1 June 2026");
  assert_label (QD_TIME_UNIT_DAY, 1, june, 120, TRUE, "Mon 1 Jun");
  assert_label (QD_TIME_UNIT_DAY, 1, june, 50, FALSE, "Mon 1");
  assert_label (QD_TIME_UNIT_DAY, 1, june, 20, FALSE, "1");
  assert_label (QD_TIME_UNIT_MONTH, 1, june, 140, TRUE, "June 2026");
  assert_label (QD_TIME_UNIT_MONTH, 1, june, 70, TRUE, "Jun ’26");
  assert_label (QD_TIME_UNIT_MONTH, 1, june, 40, TRUE, "Jun");
  assert_label (QD_TIME_UNIT_MONTH, 1, june, 80, FALSE, "June");

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *quarter = g_strdup_printf ("Q%d", (month - 1) / 3 + 1);
      QdMinute         begin = qd_time_step_floor ((QdTimeStep){ QD_TIME_UNIT_QUARTER, 1 }, get_minute (2026, month, 17, 8, 0));

      assert_label (QD_TIME_UNIT_QUARTER, 1, begin, 40, FALSE, quarter);
      g_assert_cmpint (begin, ==, get_minute (2026, (month - 1) / 3 * 3 + 1, 1, 0, 0));
    }

  assert_label (QD_TIME_UNIT_YEAR, 1, get_minute (2026, 1, 1, 0, 0), 300, TRUE, "2026");
  assert_label (QD_TIME_UNIT_YEAR, 10, get_minute (2020, 1, 1, 0, 0), 300, TRUE, "2020–2029");
}

/* No label is as wide as what there is for it only by luck: none is longer where there is less room. */
static void
test_labels_shrink (void)
{
  const QdTimeUnit units[] = {
    QD_TIME_UNIT_DAY, QD_TIME_UNIT_WEEK, QD_TIME_UNIT_MONTH, QD_TIME_UNIT_QUARTER, QD_TIME_UNIT_YEAR
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    for (int upper = 0; upper <= 1; upper++)
      {
        glong last = G_MAXLONG;

        for (double width = 400; width >= 0; width -= 2)
          {
            g_autofree char *label =
                qd_time_step_dup_label ((QdTimeStep){ units[i], 1 }, get_minute (2026, 9, 28, 0, 0), width, upper);
            glong length = g_utf8_strlen (label, -1);

            g_assert_cmpint (length, <=, last);
            last = length;
          }
      }
}

/* Out of any calendar there is nothing to say, and nothing that breaks. */
static void
test_far_away (void)
{
  const QdMinute   ends[] = { QD_MINUTE_NONE / 2, -1, QD_MINUTE_LAST };
  const QdTimeUnit units[] = { QD_TIME_UNIT_DAY, QD_TIME_UNIT_WEEK, QD_TIME_UNIT_MONTH, QD_TIME_UNIT_QUARTER, QD_TIME_UNIT_YEAR };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (units); j++)
      {
        QdTimeStep       step = { units[j], 1 };
        QdMinute         begin = qd_time_step_floor (step, ends[i]);
        g_autofree char *label = qd_time_step_dup_label (step, begin, 200, TRUE);

        g_assert_nonnull (label);
        g_assert_cmpint (qd_time_step_next (step, begin), >, begin);
      }
}

static void
test_times (void)
{
  static const struct
  {
    int         minute;
    const char *words;
  } cases[] = { { 0, "0:00" }, { 9 * 60 + 5, "9:05" }, { 13 * 60, "13:00" }, { 24 * 60, "24:00" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = qd_time_dup_words (cases[i].minute);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  qd_week_set_first_weekday (1);

  g_test_add_func ("/timeline-axis/places", test_places);
  g_test_add_func ("/timeline-axis/round-trip", test_round_trip);
  g_test_add_func ("/timeline-axis/zoom", test_zoom);
  g_test_add_func ("/timeline-axis/fit", test_fit);
  g_test_add_func ("/timeline-axis/steps", test_steps);
  g_test_add_func ("/timeline-axis/step-after-step", test_step_after_step);
  g_test_add_func ("/timeline-axis/round", test_round);
  g_test_add_func ("/timeline-axis/snap", test_snap);
  g_test_add_func ("/timeline-axis/weeks", test_weeks);
  g_test_add_func ("/timeline-axis/labels", test_labels);
  g_test_add_func ("/timeline-axis/labels-shrink", test_labels_shrink);
  g_test_add_func ("/timeline-axis/far-away", test_far_away);
  g_test_add_func ("/timeline-axis/times", test_times);

  return g_test_run ();
}
