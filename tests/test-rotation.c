/* test-rotation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-rotation.h"

/* Instants are written as in ISO 8601, with or without a zone; without one they are in the zone
 * of the test. */
static gint64
parse (const char *text,
       GTimeZone  *zone)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time);
}

static GTimeZone *
open_zone (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (zone);

  return zone;
}

/* @expected: what stays, in the order of @texts */
static void
assert_kept (const QdRotation *rotation,
             const char       *zone_name,
             const char       *now,
             const char       *texts,
             const char       *expected)
{
  g_autoptr(GTimeZone) zone = open_zone (zone_name);
  g_auto(GStrv) list = g_strsplit (texts, " ", -1);
  guint                n = g_strv_length (list);
  g_autofree gint64   *instants = g_new0 (gint64, n + 1);
  g_autofree gboolean *keep = g_new0 (gboolean, n + 1);
  g_autoptr(GString) kept = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    instants[i] = parse (list[i], zone);

  qd_rotation_choose (rotation, instants, n, parse (now, zone), zone, keep);

  for (guint i = 0; i < n; i++)
    {
      if (keep[i])
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", list[i]);
    }

  g_assert_cmpstr (kept->str, ==, expected);
}

/* The example of restic's manual, “Removing snapshots according to a policy”: a backup every
 * Sunday for twelve weeks, and --keep-daily 4. */
static void
test_twelve_sundays (void)
{
  const QdRotation four_days = { 4, 0, 0 };

  assert_kept (&four_days,
               "UTC",
               "2019-11-20T11:00:00",
               "2019-09-01T11:00:00 2019-09-08T11:00:00 2019-09-15T11:00:00 2019-09-22T11:00:00 "
               "2019-09-29T11:00:00 2019-10-06T11:00:00 2019-10-13T11:00:00 2019-10-20T11:00:00 "
               "2019-10-27T11:00:00 2019-11-03T11:00:00 2019-11-10T11:00:00 2019-11-17T11:00:00",
               "2019-10-27T11:00:00 2019-11-03T11:00:00 2019-11-10T11:00:00 2019-11-17T11:00:00");
}

/* The second example of the same page, without its years: a backup a day for a long time, and 7,
 * 5 and 12. It says that 7 days stay, and about 4 more for their week and 11 for their month: a
 * Sunday or the end of a month may be one of those already. */
static void
test_every_day_for_years (void)
{
  const QdRotation rotation = { 7, 5, 12 };
  g_autoptr(GTimeZone) zone = open_zone ("UTC");
  gint64               begin = parse ("2020-01-01T09:00:00", zone);
  const guint          n = 3000;
  g_autofree gint64   *instants = g_new0 (gint64, n);
  g_autofree gboolean *keep = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    instants[i] = begin + i * 86400;

  for (guint end = n - 60; end < n; end++)
    {
      guint n_kept = 0;

      qd_rotation_choose (&rotation, instants, end, instants[end - 1], zone, keep);

      for (guint i = 0; i < end; i++)
        n_kept += keep[i];

      g_assert_cmpuint (n_kept, >=, 7 + 3 + 9);
      g_assert_cmpuint (n_kept, <=, 7 + 4 + 11);
    }
}

/* As it goes from day to day: what was deleted is not there the next time. */
static void
test_day_by_day (void)
{
  g_autoptr(GTimeZone) zone = open_zone ("Europe/Berlin");
  g_autoptr(GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 begin = parse ("2026-01-01T09:00:00", zone);

  for (guint day = 0; day < 800; day++)
    {
      gint64               now = begin + (gint64)day * 86400;
      g_autofree gboolean *keep = g_new0 (gboolean, instants->len + 1);

      g_array_append_val (instants, now);
      qd_rotation_choose (&qd_rotation_usual, (gint64 *)(gpointer)instants->data, instants->len, now, zone, keep);

      for (guint i = instants->len; i > 0; i--)
        {
          if (!keep[i - 1])
            g_array_remove_index (instants, i - 1);
        }

      g_assert_cmpint (g_array_index (instants, gint64, instants->len - 1), ==, now);
      g_assert_cmpuint (instants->len, <=, 7 + 4 + 12);
    }

  /* The last seven days, and back to the end of the month eleven months ago */
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (g_array_index (instants, gint64, instants->len - 1 - i), ==, begin + (799 - i) * 86400);

  g_assert_cmpint (g_array_index (instants, gint64, 0), <, begin + (800 - 300) * 86400);
  g_assert_cmpint (g_array_index (instants, gint64, 0), >, begin + (800 - 340) * 86400);
}

static void
test_two_on_one_day (void)
{
  assert_kept (&qd_rotation_usual,
               "UTC",
               "2026-11-28T18:00:00",
               "2026-11-26T09:00:00 2026-11-26T17:00:00 2026-11-27T08:00:00 2026-11-27T17:59:00",
               "2026-11-26T17:00:00 2026-11-27T17:59:00");

  /* All of the last day stay. */
  assert_kept (&qd_rotation_usual,
               "UTC",
               "2026-11-27T18:00:00",
               "2026-11-26T09:00:00 2026-11-26T17:00:00 2026-11-26T18:01:00 2026-11-27T08:00:00 2026-11-27T17:59:00",
               "2026-11-26T18:01:00 2026-11-27T08:00:00 2026-11-27T17:59:00");
}

static void
test_gaps (void)
{
  /* Long unused: what there is stays, however old */
  assert_kept (&qd_rotation_usual,
               "UTC",
               "2029-01-01T00:00:00",
               "2021-03-03T09:00:00 2023-05-05T09:00:00 2026-11-27T09:00:00",
               "2021-03-03T09:00:00 2023-05-05T09:00:00 2026-11-27T09:00:00");

  assert_kept (&qd_rotation_usual, "UTC", "2026-11-27T09:00:00", "2026-11-27T08:59:00", "2026-11-27T08:59:00");
}

/* In Berlin the clocks went back on 25 October 2026 at 3 o’clock, and forward on 28 March 2027
 * at 2 (Directive 2000/84/EC): the days have 25 and 23 hours. */
static void
test_summer_time (void)
{
  const QdRotation two_days = { 2, 0, 0 };

  /* 25 hours apart, and yet of the first and the last hour of one day */
  assert_kept (&two_days,
               "Europe/Berlin",
               "2026-10-27T12:00:00",
               "2026-10-24T12:00:00 2026-10-25T00:10:00+02:00 2026-10-25T23:50:00+01:00",
               "2026-10-24T12:00:00 2026-10-25T23:50:00+01:00");

  /* 2:30 twice */
  assert_kept (&two_days,
               "Europe/Berlin",
               "2026-10-27T12:00:00",
               "2026-10-24T12:00:00 2026-10-25T02:30:00+02:00 2026-10-25T02:30:00+01:00",
               "2026-10-24T12:00:00 2026-10-25T02:30:00+01:00");

  /* Twenty minutes apart on two days, one of 23 hours */
  assert_kept (&two_days,
               "Europe/Berlin",
               "2027-03-30T12:00:00",
               "2027-03-27T12:00:00 2027-03-28T23:50:00+02:00 2027-03-29T00:10:00+02:00",
               "2027-03-28T23:50:00+02:00 2027-03-29T00:10:00+02:00");

  /* The same instants are of other days elsewhere */
  assert_kept (&two_days,
               "America/New_York",
               "2027-03-30T12:00:00",
               "2027-03-27T12:00:00 2027-03-28T23:50:00+02:00 2027-03-29T00:10:00+02:00",
               "2027-03-27T12:00:00 2027-03-29T00:10:00+02:00");
}

static void
test_weeks_begin_on_monday (void)
{
  const QdRotation two_weeks = { 0, 2, 0 };

  /* 22 November 2026 is a Sunday; ISO week 53 of 2026 goes on into 2027. */
  assert_kept (&two_weeks,
               "UTC",
               "2026-11-27T09:00:00",
               "2026-11-21T09:00:00 2026-11-22T09:00:00 2026-11-23T09:00:00 2026-11-27T08:00:00",
               "2026-11-22T09:00:00 2026-11-27T08:00:00");
  assert_kept (&two_weeks,
               "UTC",
               "2027-01-04T10:00:00",
               "2026-12-27T09:00:00 2026-12-28T09:00:00 2027-01-03T09:00:00 2027-01-04T09:00:00",
               "2027-01-03T09:00:00 2027-01-04T09:00:00");
}

/* What is of the future was made before: it stays, and takes no place. */
static void
test_clock_set_back (void)
{
  const QdRotation two_days = { 2, 0, 0 };

  assert_kept (&two_days,
               "UTC",
               "2026-11-27T09:00:00",
               "2026-11-24T09:00:00 2026-11-25T09:00:00 2026-11-27T08:59:00 2027-11-25T09:00:00 2027-11-26T09:00:00 2027-11-27T09:00:00",
               "2026-11-25T09:00:00 2026-11-27T08:59:00 2027-11-25T09:00:00 2027-11-26T09:00:00 2027-11-27T09:00:00");

  /* The one that was just made is the oldest of all: it stays. */
  assert_kept (&two_days,
               "UTC",
               "2020-01-01T00:00:00",
               "2026-11-26T09:00:00 2026-11-27T09:00:00 2020-01-01T00:00:00",
               "2026-11-26T09:00:00 2026-11-27T09:00:00 2020-01-01T00:00:00");

  /* By a few minutes */
  assert_kept (&two_days,
               "UTC",
               "2026-11-27T09:00:00",
               "2026-11-27T09:03:00 2026-11-26T09:00:00 2026-11-25T09:00:00",
               "2026-11-27T09:03:00 2026-11-26T09:00:00");
}

static void
test_none_is_deleted_of_none (void)
{
  g_autoptr(GTimeZone) zone = open_zone ("UTC");
  gboolean keep = FALSE;
  gint64   out_of_range = G_MAXINT64;

  qd_rotation_choose (&qd_rotation_usual, NULL, 0, 0, zone, NULL);
  qd_rotation_choose (&qd_rotation_usual, &out_of_range, 1, 0, zone, &keep);
  g_assert_true (keep);
  out_of_range = G_MININT64;
  qd_rotation_choose (&qd_rotation_usual, &out_of_range, 1, 0, zone, &keep);
  g_assert_true (keep);
}

static void
test_due (void)
{
  g_autoptr(GTimeZone) zone = open_zone ("UTC");
  gint64         now = parse ("2026-11-27T09:00:00", zone);
  const gint64   ages[] = { -3600, -301, -299, 0, 60, 86399, 86400, 90000 };
  const gboolean is_due[] = { TRUE, TRUE, FALSE, FALSE, FALSE, FALSE, TRUE, TRUE };

  g_assert_true (qd_rotation_is_due (NULL, 0, now));

  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      const gint64 instants[] = { now - 10 * 86400, now - ages[i], now + 400 * 86400 };

      g_assert_cmpint (qd_rotation_is_due (instants, G_N_ELEMENTS (instants), now), ==, is_due[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rotation/twelve-sundays", test_twelve_sundays);
  g_test_add_func ("/rotation/every-day-for-years", test_every_day_for_years);
  g_test_add_func ("/rotation/day-by-day", test_day_by_day);
  g_test_add_func ("/rotation/two-on-one-day", test_two_on_one_day);
  g_test_add_func ("/rotation/gaps", test_gaps);
  g_test_add_func ("/rotation/summer-time", test_summer_time);
  g_test_add_func ("/rotation/weeks-begin-on-monday", test_weeks_begin_on_monday);
  g_test_add_func ("/rotation/clock-set-back", test_clock_set_back);
  g_test_add_func ("/rotation/none-is-deleted-of-none", test_none_is_deleted_of_none);
  g_test_add_func ("/rotation/due", test_due);

  return g_test_run ();
}
