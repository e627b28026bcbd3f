/* test-work-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-work-time.h"

#include <string.h>

/* A model that looks at every minute: of some days before and after 1970 */
#define FIRST_DAY -4
#define N_DAYS 32
#define FIRST_MINUTE (FIRST_DAY * QD_MINUTES_PER_DAY)
#define N_MINUTES (N_DAYS * QD_MINUTES_PER_DAY)

typedef struct
{
  gboolean work[N_MINUTES];
} Model;

static gboolean
model_works (const Model *model,
             QdMinute     minute)
{
  return minute >= FIRST_MINUTE && minute < FIRST_MINUTE + N_MINUTES && model->work[minute - FIRST_MINUTE];
}

static void
model_add (Model       *model,
           QdMinuteSpan span)
{
  for (QdMinute minute = span.from; minute < span.until; minute++)
    model->work[minute - FIRST_MINUTE] = TRUE;
}

/* Each function of @time at each minute, and at each minute of work */
static void
assert_model (QdWorkTime  *time,
              const Model *model)
{
  int      count = 0;
  QdMinute previous = QD_MINUTE_NONE, next = QD_MINUTE_LAST;

  for (QdMinute minute = FIRST_MINUTE - 5; minute < FIRST_MINUTE + N_MINUTES + 5; minute++)
    {
      if (model_works (model, minute - 1))
        previous = minute;

      g_assert_cmpint (qd_work_time_count (time, minute), ==, count);
      g_assert_cmpint (qd_work_time_is_work (time, minute), ==, model_works (model, minute));
      g_assert_cmpint (qd_work_time_previous (time, minute), ==, previous);

      if (model_works (model, minute))
        {
          g_assert_cmpint (qd_work_time_begin_at (time, count), ==, minute);
          g_assert_cmpint (qd_work_time_end_at (time, count + 1), ==, minute + 1);

          if (count == 0)
            {
              g_assert_cmpint (qd_work_time_begin_at (time, -1), ==, minute);
              g_assert_cmpint (qd_work_time_end_at (time, 0), ==, minute);
            }

          count++;
        }
    }

  g_assert_cmpint (qd_work_time_begin_at (time, count), ==, QD_MINUTE_LAST);
  g_assert_cmpint (qd_work_time_end_at (time, count + 1), ==, QD_MINUTE_LAST);
  g_assert_cmpint (qd_work_time_is_empty (time), ==, count == 0);

  for (QdMinute minute = FIRST_MINUTE + N_MINUTES; minute >= FIRST_MINUTE - 5; minute--)
    {
      if (model_works (model, minute))
        next = minute;

      g_assert_cmpint (qd_work_time_next (time, minute), ==, next);
    }
}

static void
assert_days (QdWorkTime  *time,
             const Model *model)
{
  for (int day = FIRST_DAY - 1; day <= FIRST_DAY + N_DAYS; day++)
    {
      gboolean works = FALSE;

      for (int minute = 0; minute < QD_MINUTES_PER_DAY; minute++)
        works |= model_works (model, qd_minute_from_day (day) + minute);

      g_assert_cmpint (qd_work_time_is_working_day (time, day), ==, works);
    }
}

/* The stretches are those of the model: in order, none empty, none that touch. */
static void
assert_spans (QdWorkTime  *time,
              const Model *model)
{
  guint n_spans = 0;

  for (QdMinute minute = FIRST_MINUTE; minute < FIRST_MINUTE + N_MINUTES; minute++)
    {
      QdMinuteSpan span;

      if (!model_works (model, minute) || model_works (model, minute - 1))
        continue;

      g_assert_cmpuint (n_spans, <, qd_work_time_get_n_spans (time));
      span = qd_work_time_get_span (time, n_spans++);
      g_assert_cmpint (span.from, ==, minute);
      g_assert_false (model_works (model, span.until));
      g_assert_true (model_works (model, span.until - 1));
    }

  g_assert_cmpuint (n_spans, ==, qd_work_time_get_n_spans (time));
}

/* Work that begins somewhere, forwards and backwards, a minute at a time */
static void
assert_runs (QdWorkTime  *time,
             const Model *model)
{
  for (guint i = 0; i < 50; i++)
    {
      QdMinute start = g_test_rand_int_range (FIRST_MINUTE, FIRST_MINUTE + N_MINUTES);
      QdMinute finish = start, from = start, until, begin;
      int      work = g_test_rand_int_range (1, 4000), left = work, done;

      until = qd_work_time_run (time, &from, work, &done);
      g_assert_cmpint (from, ==, qd_work_time_next (time, start));
      g_assert_cmpint (done, ==, qd_work_time_count (time, start) + work);

      for (begin = start; left > 0 && begin < FIRST_MINUTE + N_MINUTES; begin++)
        left -= model_works (model, begin);

      g_assert_cmpint (until, ==, left > 0 ? QD_MINUTE_LAST : begin);

      begin = qd_work_time_run_back (time, &finish, work, &done);
      g_assert_cmpint (done, ==, qd_work_time_count (time, start));

      if (done < work)
        continue;

      g_assert_cmpint (finish, ==, qd_work_time_previous (time, start));

      for (left = work, until = start; left > 0; until--)
        left -= model_works (model, until - 1);

      g_assert_cmpint (begin, ==, until);
    }
}

static void
assert_same (QdWorkTime  *time,
             const Model *model)
{
  assert_model (time, model);
  assert_days (time, model);
  assert_spans (time, model);
  assert_runs (time, model);
}

/* Stretches in no order, some of which touch or overlap */
static GArray *
create_spans (Model *model)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (QdMinuteSpan));
  guint   n_spans = g_test_rand_int_range (0, 60);
  int     longest = g_test_rand_bit () ? 90 : 4000;

  memset (model, 0, sizeof *model);

  for (guint i = 0; i < n_spans; i++)
    {
      int          length = g_test_rand_int_range (0, longest);
      QdMinute     from = g_test_rand_int_range (FIRST_MINUTE, FIRST_MINUTE + N_MINUTES - length);
      QdMinuteSpan span = { from, from + length };

      /* On the quarter of an hour, where they meet more often */
      if (g_test_rand_bit ())
        span = (QdMinuteSpan){ MAX (from / 15 * 15, FIRST_MINUTE), MAX ((from + length) / 15 * 15, FIRST_MINUTE) };

      g_array_append_val (spans, span);
      model_add (model, span);
    }

  return spans;
}

static QdWorkTime *
create_time (Model *model)
{
  g_autoptr(GArray) spans = create_spans (model);

  return qd_work_time_new_spans ((QdMinuteSpan *)spans->data, spans->len);
}

static void
test_spans (void)
{
  for (guint round = 0; round < 40; round++)
    {
      Model model;
      g_autoptr(QdWorkTime) time = create_time (&model);

      assert_same (time, &model);
    }
}

static void
fill_week (QdWorkWeek *week)
{
  memset (week, 0, sizeof *week);

  for (guint i = 0; i < 7; i++)
    {
      int minute = 0;

      while (week->n_spans[i] < g_test_rand_int_range (0, QD_WORK_WEEK_MAX_SPANS + 1) && minute < QD_MINUTES_PER_DAY - 2)
        {
          int from = g_test_rand_int_range (minute, QD_MINUTES_PER_DAY - 1);
          int until = g_test_rand_int_range (from + 1, QD_MINUTES_PER_DAY + 1);

          week->spans[i][week->n_spans[i]++] = (QdWorkSpan){ from, until };
          minute = until + 1;
        }
    }
}

static void
test_weeks (void)
{
  for (guint round = 0; round < 40; round++)
    {
      QdWorkWeek week;
      Model      model = { 0 };
      g_autoptr(QdWorkTime) time = NULL;

      fill_week (&week);

      for (int day = FIRST_DAY; day < FIRST_DAY + N_DAYS; day++)
        {
          int weekday = qd_day_get_weekday (day) - 1;

          for (guint i = 0; i < week.n_spans[weekday]; i++)
            model_add (&model,
                       (QdMinuteSpan){ qd_minute_from_day (day) + week.spans[weekday][i].from,
                                       qd_minute_from_day (day) + week.spans[weekday][i].until });
        }

      time = qd_work_time_new (&week, FIRST_DAY, FIRST_DAY + N_DAYS - 1, NULL, NULL);
      assert_same (time, &model);
    }
}

static void
test_always (void)
{
  g_autoptr(QdWorkTime) time = qd_work_time_new_always (FIRST_DAY, FIRST_DAY + N_DAYS - 1);
  g_autoptr(QdWorkTime) never = qd_work_time_new_always (1, 0);
  Model model = { 0 };

  assert_same (never, &model);
  model_add (&model, (QdMinuteSpan){ FIRST_MINUTE, FIRST_MINUTE + N_MINUTES });
  assert_same (time, &model);
}

/* As little as can be: a minute a day, beside whole days */
static void
test_short_days (void)
{
  Model      model = { 0 };
  QdWorkWeek week;
  g_autoptr(QdWorkTime) time = NULL;

  g_assert_true (qd_work_week_parse ("Mo 00:00-24:00; Tu-Su 23:59-24:00", &week, NULL));

  for (int day = FIRST_DAY; day < FIRST_DAY + N_DAYS; day++)
    {
      QdMinute midnight = qd_minute_from_day (day + 1);
      int      length = qd_day_get_weekday (day) == 1 ? QD_MINUTES_PER_DAY : 1;

      model_add (&model, (QdMinuteSpan){ midnight - length, midnight });
    }

  time = qd_work_time_new (&week, FIRST_DAY, FIRST_DAY + N_DAYS - 1, NULL, NULL);
  assert_same (time, &model);
}

static void
test_subtract (void)
{
  for (guint round = 0; round < 40; round++)
    {
      Model model, gone;
      g_autoptr(QdWorkTime) time = create_time (&model);
      g_autoptr(GArray) spans = create_spans (&gone);
      g_autoptr(QdWorkTime) left = qd_work_time_subtract (time, (QdMinuteSpan *)spans->data, spans->len);

      for (guint i = 0; i < N_MINUTES; i++)
        model.work[i] &= !gone.work[i];

      assert_same (left, &model);
    }
}

static void
test_intersect (void)
{
  for (guint round = 0; round < 40; round++)
    {
      Model model, other;
      g_autoptr(QdWorkTime) time = create_time (&model);
      g_autoptr(QdWorkTime) other_time = create_time (&other);
      g_autoptr(QdWorkTime) both = qd_work_time_intersect (time, other_time);
      g_autoptr(QdWorkTime) again = qd_work_time_intersect (other_time, time);

      for (guint i = 0; i < N_MINUTES; i++)
        model.work[i] &= other.work[i];

      assert_same (both, &model);
      assert_same (again, &model);
    }
}

static void
test_keep_days (void)
{
  for (guint round = 0; round < 40; round++)
    {
      Model model, other, kept = { 0 };
      g_autoptr(QdWorkTime) time = create_time (&model);
      g_autoptr(QdWorkTime) other_time = create_time (&other);
      g_autoptr(QdWorkTime) kept_time = qd_work_time_keep_days (time, other_time);

      for (guint midnight = 0; midnight < N_MINUTES; midnight += QD_MINUTES_PER_DAY)
        {
          gboolean keep = FALSE;

          for (guint i = midnight; i < midnight + QD_MINUTES_PER_DAY; i++)
            keep |= other.work[i];

          for (guint i = midnight; keep && i < midnight + QD_MINUTES_PER_DAY; i++)
            kept.work[i] = model.work[i];
        }

      assert_same (kept_time, &kept);
    }
}

static void
test_parse (void)
{
  /* The last is what it is written as. */
  static const struct
  {
    const char *text;
    int         minutes;
    const char *written;
  } cases[] = {
    { "", 0, "" },
    { "  ", 0, "" },
    { QD_WORK_WEEK_USUAL, 2400, "Mo-Fr 09:00-17:00" },
    { "mo-fr 9:00-17:00", 2400, "Mo-Fr 09:00-17:00" },
    { "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00", 2220, "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00" },
    { " Mo-Fr  09:00-12:00 , 13:00-17:00 ;", 2100, "Mo-Fr 09:00-12:00,13:00-17:00" },
    { "Mo,Tu,We,Th,Fr 09:00-17:00", 2400, "Mo-Fr 09:00-17:00" },
    { "Mo,We,Fr 09:00-17:00", 1440, "Mo 09:00-17:00; We 09:00-17:00; Fr 09:00-17:00" },
    { "Su-Th 08:00-16:00", 2400, "Mo-Th 08:00-16:00; Su 08:00-16:00" },
    { "Sa-Mo 08:00-16:00", 1440, "Mo 08:00-16:00; Sa-Su 08:00-16:00" },
    { "Mo-Su 00:00-24:00", 10080, "Mo-Su 00:00-24:00" },
    { "Fr-Fr 23:59-24:00", 1, "Fr 23:59-24:00" },
    { "Sa 10:00-12:00; Mo 09:00-10:00", 180, "Mo 09:00-10:00; Sa 10:00-12:00" },
    { "Mo 01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00", 240, "Mo 01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00" },
  };
  static const char *const bad[] = {
    "Monday 09:00-17:00", "Mo", "Mo-Fr", "09:00-17:00", "Mo 17:00-09:00", "Mo 09:00-09:00", "Mo 09:00-24:01",
    "Mo 09:00-25:00", "Mo 09:60-10:00", "Mo 9-17", "Mo 9:0-17:00", "Mo 009:00-17:00", "Mo 09:000-17:00",
    "Mo 09:00–17:00", "Mo 09:00-12:00,12:00-17:00", "Mo 13:00-17:00,09:00-12:00", "Mo 09:00-12:00,11:00-17:00",
    "Mo 01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00,09:00-10:00", "Mo 09:00-17:00; Mo 18:00-19:00",
    "Mo-We 09:00-17:00; Tu 18:00-19:00", "Mo 09:00-17:00 Tu 09:00-17:00", "Mo 09:00-17:00;;", ";", "Mo, 09:00-17:00",
    "Mo- 09:00-17:00", "Mo 22:00-06:00", "Xx 09:00-17:00", "Mo 09:00-17:00,", "Mo 09:00-17:00x", "Mo -9:00-17:00",
    "\xff"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdWorkWeek       week;
      g_autofree char *written = NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (qd_work_week_parse (cases[i].text, &week, NULL));
      g_assert_cmpint (qd_work_week_get_minutes (&week), ==, cases[i].minutes);
      g_assert_cmpint (qd_work_week_is_empty (&week), ==, cases[i].minutes == 0);
      written = qd_work_week_format (&week);
      g_assert_cmpstr (written, ==, cases[i].written);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      QdWorkWeek week;
      g_autoptr(GError) error = NULL;

      g_test_message ("“%s”", bad[i]);
      g_assert_false (qd_work_week_parse (bad[i], &week, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_round_trip (void)
{
  for (guint round = 0; round < 500; round++)
    {
      QdWorkWeek       week, again;
      g_autofree char *text = NULL;
      g_autofree char *second = NULL;

      fill_week (&week);
      text = qd_work_week_format (&week);
      g_test_message ("%s", text);
      g_assert_true (qd_work_week_parse (text, &again, NULL));
      second = qd_work_week_format (&again);
      g_assert_cmpstr (second, ==, text);

      for (guint i = 0; i < 7; i++)
        g_assert_cmpmem (again.spans[i],
                         again.n_spans[i] * sizeof (QdWorkSpan),
                         week.spans[i],
                         week.n_spans[i] * sizeof (QdWorkSpan));
    }
}

/* “2026-03-29 01:59” */
static QdMinute
minute (const char *text)
{
  g_autofree char *date = g_strndup (text, 10);
  int              day;

  g_assert_true (qd_day_parse (date, &day));

  return qd_minute_from_day (day) + g_ascii_strtoll (text + 11, NULL, 10) * 60 + g_ascii_strtoll (text + 14, NULL, 10);
}

static GTimeZone *
zone (const char *name)
{
  GTimeZone *self = g_time_zone_new_identifier (name);

  g_assert_nonnull (self);

  return self;
}

/* As Python’s zoneinfo has them, with fold=0 where a clock shows an hour twice */
static void
test_convert (void)
{
  static const struct
  {
    const char *minute;
    const char *from;
    const char *expected;
    const char *to;
  } cases[] = {
    { "2026-01-15 09:00", "Europe/Berlin", "2026-01-15 03:00", "America/New_York" },
    { "2026-07-15 09:00", "Europe/Berlin", "2026-07-15 03:00", "America/New_York" },
    { "2026-03-10 09:00", "America/New_York", "2026-03-10 14:00", "Europe/Berlin" },
    { "2026-03-30 09:00", "America/New_York", "2026-03-30 15:00", "Europe/Berlin" },
    { "2026-10-26 09:00", "America/New_York", "2026-10-26 14:00", "Europe/Berlin" },
    { "2026-11-02 09:00", "America/New_York", "2026-11-02 15:00", "Europe/Berlin" },
    { "2026-06-01 09:00", "Asia/Tokyo", "2026-05-31 17:00", "America/Los_Angeles" },
    { "2026-06-01 17:00", "America/Los_Angeles", "2026-06-02 09:00", "Asia/Tokyo" },
    { "2026-06-01 09:00", "Asia/Kolkata", "2026-06-01 03:30", "UTC" },
    { "2026-06-01 09:00", "Asia/Kathmandu", "2026-06-01 03:15", "UTC" },
    { "2026-06-01 09:00", "UTC", "2026-06-01 14:45", "Asia/Kathmandu" },
    { "2026-06-01 09:00", "America/Sao_Paulo", "2026-06-01 22:00", "Australia/Sydney" },
    { "2026-06-01 09:00", "Pacific/Auckland", "2026-05-31 14:00", "America/Los_Angeles" },
    { "2026-12-01 09:00", "Pacific/Auckland", "2026-11-30 12:00", "America/Los_Angeles" },
    { "2026-06-01 23:30", "America/Los_Angeles", "2026-06-02 18:30", "Pacific/Auckland" },

    /* Clocks are put forward and back. */
    { "2026-03-29 01:59", "Europe/Berlin", "2026-03-29 00:59", "UTC" },
    { "2026-03-29 03:00", "Europe/Berlin", "2026-03-29 01:00", "UTC" },
    { "2026-10-25 01:59", "Europe/Berlin", "2026-10-24 23:59", "UTC" },
    { "2026-10-25 02:30", "Europe/Berlin", "2026-10-25 00:30", "UTC" },
    { "2026-10-25 03:00", "Europe/Berlin", "2026-10-25 02:00", "UTC" },
    { "2026-03-29 00:59", "UTC", "2026-03-29 01:59", "Europe/Berlin" },
    { "2026-03-29 01:00", "UTC", "2026-03-29 03:00", "Europe/Berlin" },
    { "2026-10-25 00:59", "UTC", "2026-10-25 02:59", "Europe/Berlin" },
    { "2026-10-25 01:00", "UTC", "2026-10-25 02:00", "Europe/Berlin" },
    { "2026-03-08 01:59", "America/New_York", "2026-03-08 06:59", "UTC" },
    { "2026-03-08 03:00", "America/New_York", "2026-03-08 07:00", "UTC" },
    { "2026-11-01 00:59", "America/New_York", "2026-11-01 04:59", "UTC" },
    { "2026-11-01 01:30", "America/New_York", "2026-11-01 05:30", "UTC" },
    { "2026-11-01 02:00", "America/New_York", "2026-11-01 07:00", "UTC" },
    { "2026-03-08 10:00", "UTC", "2026-03-08 03:00", "America/Los_Angeles" },
    { "2026-11-01 09:00", "UTC", "2026-11-01 01:00", "America/Los_Angeles" },
    { "2026-04-05 01:59", "Australia/Sydney", "2026-04-04 14:59", "UTC" },
    { "2026-04-05 02:30", "Australia/Sydney", "2026-04-04 15:30", "UTC" },
    { "2026-04-05 03:00", "Australia/Sydney", "2026-04-04 17:00", "UTC" },
    { "2026-10-04 01:59", "Australia/Sydney", "2026-10-03 15:59", "UTC" },
    { "2026-10-04 03:00", "Australia/Sydney", "2026-10-03 16:00", "UTC" },
    { "2026-04-05 02:30", "Pacific/Auckland", "2026-04-04 13:30", "UTC" },
    { "2026-09-27 03:00", "Pacific/Auckland", "2026-09-26 14:00", "UTC" },
    { "2018-02-17 23:30", "America/Sao_Paulo", "2018-02-18 01:30", "UTC" },
    { "2018-11-04 01:00", "America/Sao_Paulo", "2018-11-04 03:00", "UTC" },

    /* Where it is winter that is the exception, and where a zone moved for good */
    { "2026-10-25 01:30", "Europe/Dublin", "2026-10-25 00:30", "UTC" },
    { "2026-03-29 02:00", "Europe/Dublin", "2026-03-29 01:00", "UTC" },
    { "2014-10-26 01:30", "Europe/Moscow", "2014-10-25 21:30", "UTC" },
    { "2007-12-09 02:45", "America/Caracas", "2007-12-09 06:45", "UTC" },

    /* The turn of a year */
    { "2026-12-31 23:30", "Europe/Berlin", "2027-01-01 07:30", "Asia/Tokyo" },
    { "2027-01-01 00:15", "Asia/Tokyo", "2026-12-31 07:15", "America/Los_Angeles" },
    { "2026-12-31 20:00", "America/New_York", "2027-01-01 01:00", "UTC" },
    { "2027-01-01 00:00", "Pacific/Auckland", "2026-12-31 03:00", "America/Los_Angeles" },
    { "2026-12-31 18:15", "UTC", "2027-01-01 00:00", "Asia/Kathmandu" },

    /* Long from now, and long ago */
    { "2050-07-01 12:00", "Europe/Berlin", "2050-07-01 06:00", "America/New_York" },
    { "2050-01-01 12:00", "America/New_York", "2050-01-02 04:00", "Australia/Sydney" },
    { "2100-07-01 12:00", "America/New_York", "2100-07-01 16:00", "UTC" },
    { "2199-12-31 23:59", "Europe/Berlin", "2199-12-31 22:59", "UTC" },
    { "1971-07-01 12:00", "America/New_York", "1971-07-01 16:00", "UTC" },
    { "1970-01-01 00:00", "Asia/Tokyo", "1969-12-31 15:00", "UTC" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) from = zone (cases[i].from);
      g_autoptr(GTimeZone) to = zone (cases[i].to);

      g_test_message ("%s %s %s", cases[i].minute, cases[i].from, cases[i].to);
      g_assert_cmpint (qd_minute_convert (minute (cases[i].minute), from, to), ==, minute (cases[i].expected));
    }
}

/* There is no such time: work that would begin then begins when the clock goes on. */
static void
test_skipped (void)
{
  static const char *const cases[][4] = {
    { "Europe/Berlin", "2026-03-29 02:00", "2026-03-29 02:30", "2026-03-29 01:00" },
    { "America/New_York", "2026-03-08 02:00", "2026-03-08 02:59", "2026-03-08 07:00" },
    { "America/Los_Angeles", "2026-03-08 02:01", "2026-03-08 02:30", "2026-03-08 10:00" },
    { "Australia/Sydney", "2026-10-04 02:00", "2026-10-04 02:30", "2026-10-03 16:00" },
    { "Pacific/Auckland", "2026-09-27 02:15", "2026-09-27 02:45", "2026-09-26 14:00" },
    { "America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04 00:30", "2018-11-04 03:00" },
  };
  g_autoptr(GTimeZone) utc = zone ("UTC");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) from = zone (cases[i][0]);

      g_test_message ("%s %s", cases[i][0], cases[i][1]);
      g_assert_cmpint (qd_minute_convert (minute (cases[i][1]), from, utc), ==, minute (cases[i][3]));
      g_assert_cmpint (qd_minute_convert (minute (cases[i][2]), from, utc), ==, minute (cases[i][3]));
    }
}

/* From nine to five there, by a clock here: as Python’s zoneinfo has it */
static void
test_work_abroad (void)
{
  static const struct
  {
    const char *zone;
    const char *clock;
    const char *day;
    const char *from;
    const char *until;
  } cases[] = {
    { "America/New_York", "Europe/Berlin", "2026-03-06", "2026-03-06 15:00", "2026-03-06 23:00" },
    { "America/New_York", "Europe/Berlin", "2026-03-09", "2026-03-09 14:00", "2026-03-09 22:00" },
    { "America/New_York", "Europe/Berlin", "2026-03-27", "2026-03-27 14:00", "2026-03-27 22:00" },
    { "America/New_York", "Europe/Berlin", "2026-03-30", "2026-03-30 15:00", "2026-03-30 23:00" },
    { "America/Los_Angeles", "Australia/Sydney", "2026-10-02", "2026-10-03 02:00", "2026-10-03 10:00" },
    { "America/Los_Angeles", "Australia/Sydney", "2026-10-05", "2026-10-06 03:00", "2026-10-06 11:00" },
    { "Asia/Kolkata", "America/Sao_Paulo", "2018-11-02", "2018-11-02 00:30", "2018-11-02 08:30" },
    { "Asia/Kolkata", "America/Sao_Paulo", "2018-11-05", "2018-11-05 01:30", "2018-11-05 09:30" },
    { "Pacific/Auckland", "America/Los_Angeles", "2026-04-03", "2026-04-02 13:00", "2026-04-02 21:00" },
    { "Pacific/Auckland", "America/Los_Angeles", "2026-04-06", "2026-04-05 14:00", "2026-04-05 22:00" },
    { "Asia/Kathmandu", "UTC", "2026-12-31", "2026-12-31 03:15", "2026-12-31 11:15" },
    { "Asia/Tokyo", "America/New_York", "2026-10-30", "2026-10-29 20:00", "2026-10-30 04:00" },
    { "Asia/Tokyo", "America/New_York", "2026-11-02", "2026-11-01 19:00", "2026-11-02 03:00" },
  };
  QdWorkWeek week;

  g_assert_true (qd_work_week_parse (QD_WORK_WEEK_USUAL, &week, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) there = zone (cases[i].zone);
      g_autoptr(GTimeZone) here = zone (cases[i].clock);
      g_autoptr(QdWorkTime) time = NULL;
      int day;

      g_test_message ("%s %s", cases[i].zone, cases[i].day);
      g_assert_true (qd_day_parse (cases[i].day, &day));
      time = qd_work_time_new (&week, day, day, there, here);
      g_assert_cmpuint (qd_work_time_get_n_spans (time), ==, 1);
      g_assert_cmpint (qd_work_time_get_span (time, 0).from, ==, minute (cases[i].from));
      g_assert_cmpint (qd_work_time_get_span (time, 0).until, ==, minute (cases[i].until));
    }
}

/* A whole day there is 23, 24 or 25 hours by the clock of UTC, and 24 by its own: as Python’s zoneinfo has it. */
static void
test_long_days (void)
{
  static const struct
  {
    const char *zone;
    const char *day;
    int         minutes;
  } cases[] = {
    { "Europe/Berlin", "2026-03-29", 1380 },
    { "Europe/Berlin", "2026-10-25", 1500 },
    { "America/New_York", "2026-03-08", 1380 },
    { "America/New_York", "2026-11-01", 1500 },
    { "America/Los_Angeles", "2026-03-08", 1380 },
    { "America/Los_Angeles", "2026-11-01", 1500 },
    { "Australia/Sydney", "2026-10-04", 1380 },
    { "Australia/Sydney", "2026-04-05", 1500 },
    { "Pacific/Auckland", "2026-09-27", 1380 },
    { "Pacific/Auckland", "2026-04-05", 1500 },
    { "America/Sao_Paulo", "2018-11-04", 1380 },
    { "America/Sao_Paulo", "2018-02-17", 1500 },
    { "America/Sao_Paulo", "2018-11-03", 1440 },
    { "America/Sao_Paulo", "2018-02-18", 1440 },
    { "Asia/Tokyo", "2026-03-29", 1440 },
    { "Asia/Kolkata", "2026-10-25", 1440 },
    { "Asia/Kathmandu", "2026-10-25", 1440 },
    { "UTC", "2026-03-29", 1440 },
  };
  g_autoptr(GTimeZone) utc = zone ("UTC");
  QdWorkWeek week;

  g_assert_true (qd_work_week_parse ("Mo-Su 00:00-24:00", &week, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) there = zone (cases[i].zone);
      g_autoptr(QdWorkTime) time = NULL;
      g_autoptr(QdWorkTime) own = NULL;
      g_autoptr(QdWorkTime) three = NULL;
      int day;

      g_test_message ("%s %s", cases[i].zone, cases[i].day);
      g_assert_true (qd_day_parse (cases[i].day, &day));
      time = qd_work_time_new (&week, day, day, there, utc);
      own = qd_work_time_new (&week, day, day, there, there);
      three = qd_work_time_new (&week, day - 1, day + 1, there, utc);
      g_assert_cmpint (qd_work_time_count (time, QD_MINUTE_LAST), ==, cases[i].minutes);
      g_assert_cmpint (qd_work_time_count (own, QD_MINUTE_LAST), ==, QD_MINUTES_PER_DAY);

      /* With the days beside it, it has no gap. */
      g_assert_cmpuint (qd_work_time_get_n_spans (three), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/work-week/parse", test_parse);
  g_test_add_func ("/work-week/round-trip", test_round_trip);
  g_test_add_func ("/work-time/spans", test_spans);
  g_test_add_func ("/work-time/weeks", test_weeks);
  g_test_add_func ("/work-time/always", test_always);
  g_test_add_func ("/work-time/short-days", test_short_days);
  g_test_add_func ("/work-time/subtract", test_subtract);
  g_test_add_func ("/work-time/intersect", test_intersect);
  g_test_add_func ("/work-time/keep-days", test_keep_days);
  g_test_add_func ("/work-time/convert", test_convert);
  g_test_add_func ("/work-time/skipped", test_skipped);
  g_test_add_func ("/work-time/work-abroad", test_work_abroad);
  g_test_add_func ("/work-time/long-days", test_long_days);

  return g_test_run ();
}
