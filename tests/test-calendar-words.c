/* test-calendar-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-account.h"
#include "qd-calendar-edits.h"
#include "qd-calendar-words.h"
#include "qd-clock-time.h"
#include "qd-day-words.h"
#include "qd-holiday-file.h"
#include "qd-plan-calendars.h"
#include "qd-test.h"

/* A Tuesday */
#define TODAY 20782

static int
day (const char *text)
{
  int day = 0;

  g_assert_true (qd_day_parse (text, &day));

  return day;
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    int         minute; /* -1: refused */
    const char *shown;
  } times[] = {
    { "9", 540, "9:00" },
    { "9:30", 570, "9:30" },
    { "09.30", 570, "9:30" },
    { "0930", 570, "9:30" },
    { " 17:05 ", 1025, "17:05" },
    { "9 pm", 1260, "21:00" },
    { "12am", 0, "0:00" },
    { "12:15 p.m.", 735, "12:15" },
    { "24:00", 1440, "24:00" },
    { "24:01", -1, NULL },
    { "9:60", -1, NULL },
    { "9:5", -1, NULL },
    { "13 pm", -1, NULL },
    { "0 am", -1, NULL },
    { "noonish", -1, NULL },
    { "", -1, NULL },
    { "-1", -1, NULL },
    { "99999", -1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int              minute = -1;
      g_autofree char *words = NULL;

      g_test_message ("“%s”", times[i].text);
      g_assert_true (qd_clock_time_parse (times[i].text, &minute) == (times[i].minute >= 0));

      if (times[i].minute < 0)
        continue;

      g_assert_cmpint (minute, ==, times[i].minute);
      words = qd_clock_time_dup_words (minute);
      g_assert_cmpstr (words, ==, times[i].shown);
    }
}

static void
test_lengths (void)
{
  static const struct
  {
    const char *text;
    gint64      minutes; /* -1: refused */
    const char *shown;
  } lengths[] = {
    { "4", 240, "4:00" },
    { "4:30", 270, "4:30" },
    { "4 h", 240, "4:00" },
    { "90 min", 90, "1:30" },
    { "7d", 10080, "168:00" },
    { "4:60", -1, NULL },
    { "4:3", -1, NULL },
    { "4 x", -1, NULL },
    { "", -1, NULL },
    { "99999", -1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      gint64           minutes = -1;
      g_autofree char *words = NULL;

      g_test_message ("“%s”", lengths[i].text);
      g_assert_true (qd_clock_length_parse (lengths[i].text, &minutes) == (lengths[i].minutes >= 0));

      if (lengths[i].minutes < 0)
        continue;

      g_assert_cmpint (minutes, ==, lengths[i].minutes);
      words = qd_clock_length_dup_words (minutes);
      g_assert_cmpstr (words, ==, lengths[i].shown);
    }
}

static void
test_weeks (void)
{
  static const char *const weeks[][2] = {
    { "Mo-Fr 09:00-17:00", "Monday to Friday, 9:00–17:00" },
    { "Su-Th 09:00-17:00", "Sunday to Thursday, 9:00–17:00" },
    { "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00", "Monday to Friday, 9:00–12:00 and 13:00–17:00; Saturday, 10:00–12:00" },
    { "Mo,We 08:00-10:00", "Monday, 8:00–10:00; Wednesday, 8:00–10:00" },
    { "Th-Fr 08:00-10:00,11:00-12:00,13:00-14:00", "Thursday and Friday, 8:00–10:00, 11:00–12:00 and 13:00–14:00" },
    { "Mo-Su 00:00-24:00", "Monday to Sunday, 0:00–24:00" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      QdWorkWeek       week;
      g_autofree char *words = NULL;

      g_assert_true (qd_work_week_parse (weeks[i][0], &week, NULL));
      words = qd_work_week_dup_words (&week);
      g_assert_cmpstr (words, ==, weeks[i][1]);
    }
}

static QdClosure *
closure (QdClosureKind kind,
         const char   *first,
         const char   *last)
{
  QdClosure *self = qd_record_new_draft (QD_TYPE_CLOSURE);

  g_object_set (self,
                "name", "Closed",
                "kind", kind,
                "stops", qd_closure_kind_get_usual_stop (kind),
                "first", day (first),
                "last", last != NULL ? day (last) : QD_DAY_NONE,
                NULL);

  return self;
}

static void
test_summary (void)
{
  g_autoptr(QdWorkingCalendar) calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
  g_autoptr(GPtrArray) closures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *plain = NULL;
  g_autofree char *placed = NULL;
  g_autofree char *whole = NULL;

  g_object_set (calendar, "hours", "Mo-Fr 09:00-17:00", NULL);
  plain = qd_working_calendar_dup_summary (calendar, NULL, TODAY);
  g_assert_cmpstr (plain, ==, "Work is planned Monday to Friday, 9:00–17:00.");

  g_object_set (calendar, "time-zone", "America/New_York", NULL);
  placed = qd_working_calendar_dup_summary (calendar, closures, TODAY);
  g_assert_cmpstr (placed, ==, "Work is planned Monday to Friday, 9:00–17:00 in New York.");

  /* What is over, or stops nothing, does not count. */
  g_object_set (calendar, "country", "DE", "time-zone", "Europe/Berlin", NULL);
  g_ptr_array_add (closures, closure (QD_CLOSURE_KIND_CHANGE_FREEZE, "2026-12-10", "2027-01-08"));
  g_ptr_array_add (closures, closure (QD_CLOSURE_KIND_CHANGE_FREEZE, "2026-11-20", "2026-11-24"));
  g_ptr_array_add (closures, closure (QD_CLOSURE_KIND_CHANGE_FREEZE, "2026-11-20", "2026-11-23"));
  g_ptr_array_add (closures, closure (QD_CLOSURE_KIND_CHANGE_LOCK, "2026-12-10", NULL));
  g_ptr_array_add (closures, closure (QD_CLOSURE_KIND_HOLIDAY, "2026-12-24", NULL));
  whole = qd_working_calendar_dup_summary (calendar, closures, day ("2026-11-24"));
  g_assert_cmpstr (whole, ==, "Work is planned Monday to Friday, 9:00–17:00 in Berlin, except for the public holidays of Germany, 1 holiday and 2 change freezes.");
}

static void
test_when (void)
{
  int today = day ("2026-11-24");
  g_autoptr(QdClosure) freeze = closure (QD_CLOSURE_KIND_CHANGE_FREEZE, "2026-12-10", "2027-01-08");
  g_autoptr(QdClosure) window = closure (QD_CLOSURE_KIND_MAINTENANCE_WINDOW, "2026-11-21", NULL);
  g_autofree char *frozen = qd_closure_dup_words (freeze, today);
  g_autofree char *every = NULL;
  g_autofree char *until = NULL;
  g_autofree char *winter = NULL;
  g_autofree char *summer = NULL;

  g_assert_cmpstr (frozen, ==, "Change Freeze · Thu 10 Dec – 8 Jan 2027 · Tasks, Not Meetings");
  g_object_set (window, "weekly", TRUE, "begins", G_GINT64_CONSTANT (1320), "minutes", G_GINT64_CONSTANT (240), NULL);
  every = qd_closure_dup_when (window, today);
  g_assert_cmpstr (every, ==, "Every Saturday, 22:00–2:00 UTC");

  /* Berlin is an hour ahead of UTC in winter, two in summer. */
  winter = qd_closure_dup_hours_in (window, "Europe/Berlin");
  g_assert_cmpstr (winter, ==, "On 21 Nov 2026 that is from 23:00 until Sunday 3:00 in Berlin");
  g_object_set (window, "first", day ("2026-07-04"), "last", day ("2026-12-26"), NULL);
  summer = qd_closure_dup_hours_in (window, "Europe/Berlin");
  g_assert_cmpstr (summer, ==, "On 4 Jul 2026 that is from Sunday 0:00 until Sunday 4:00 in Berlin");
  until = qd_closure_dup_when (window, today);
  g_assert_cmpstr (until, ==, "Every Saturday until Sat 26 Dec, 22:00–2:00 UTC");
  g_assert_null (qd_closure_dup_hours_in (freeze, "Europe/Berlin"));
  g_assert_null (qd_closure_dup_hours_in (window, NULL));
}

/* The next days off in Germany after 24 November 2026, by the law of each of its states. */
static void
test_next (void)
{
  g_autofree char *next = qd_holidays_dup_next_words ("DE", day ("2026-11-24"), 3);
  g_autofree char *none = qd_holidays_dup_next_words (NULL, TODAY, 3);

  g_assert_cmpstr (next, ==, "Fri 25 Dec Christmas Day · Sat 26 Dec St. Stephen’s Day · 1 Jan 2027 New Year’s Day");
  g_assert_cmpstr (none, ==, "");
}

static GPtrArray *
read_holidays (const char *events)
{
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n%sEND:VCALENDAR\r\n", events);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  GPtrArray *entries = qd_holiday_file_read (bytes, day ("2026-01-01"), day ("2031-12-31"), &error);

  g_assert_no_error (error);

  return entries;
}

#define EVENT(name, first, end) \
  "BEGIN:VEVENT\r\nUID:" name "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:" name "\r\nDTSTART;VALUE=DATE:" first "\r\nDTEND;VALUE=DATE:" end "\r\nEND:VEVENT\r\n"

/* A calendar that was not there comes with its holidays, in one step; what is there is left out the next time. */
static void
test_import (void)
{
  g_autoptr(QdStore) store = qd_test_store_new (":memory:");
  g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(QdWorkingCalendar) draft = NULL;
  QdWorkingCalendar *calendar;
  g_autoptr(GPtrArray) entries = read_holidays (EVENT ("Company Day", "20261103", "20261104") EVENT ("Plant Closed", "20261224", "20270102")
                                                    EVENT ("Weihnachten", "20261225", "20261227"));
  g_autoptr(GPtrArray) others = NULL;
  g_autoptr(GPtrArray) again = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  GPtrArray *closures;

  g_object_set (account, "name", "Harbour", "time-zone", "Europe/Berlin", NULL);
  account = qd_test_add (portfolio, account);
  draft = qd_working_calendar_new_draft (portfolio, qd_record_get_id (account));
  g_assert_cmpstr (draft->time_zone, ==, "Europe/Berlin");
  g_object_set (draft, "country", "DE", NULL);

  /* Both days of Christmas are public holidays. */
  others = qd_working_calendar_filter_new (draft, NULL, entries);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpuint (others->len, ==, 2);
  qd_working_calendar_import_async (draft, store, others, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (store, &slot, NULL));

  calendar = qd_working_calendar_find (portfolio, qd_record_get_id (account));
  g_assert_nonnull (calendar);
  g_assert_cmpstr (calendar->country, ==, "DE");
  closures = qd_portfolio_peek_children (portfolio, QD_TYPE_CLOSURE, qd_record_get_id (calendar));
  g_assert_cmpuint (closures->len, ==, 2);

  for (guint i = 0; i < closures->len; i++)
    {
      QdClosure *each = g_ptr_array_index (closures, i);
      gboolean   one = g_str_equal (each->name, "Company Day");

      g_assert_cmpint (each->kind, ==, QD_CLOSURE_KIND_HOLIDAY);
      g_assert_cmpint (each->stops, ==, QD_CLOSURE_STOP_ALL);
      g_assert_cmpint (each->first, ==, day (one ? "2026-11-03" : "2026-12-24"));
      g_assert_cmpint (each->last, ==, one ? QD_DAY_NONE : day ("2027-01-01"));
    }

  again = qd_working_calendar_filter_new (calendar, closures, entries);
  g_assert_cmpuint (again->len, ==, 0);

  qd_test_undo (store);
  g_assert_null (qd_working_calendar_find (portfolio, qd_record_get_id (account)));
  g_clear_object (&portfolio);
  qd_test_store_close (g_steal_pointer (&store));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  qd_day_set_style (QD_DAY_STYLE_DAY_MONTH);

  g_test_add_func ("/calendar-words/times", test_times);
  g_test_add_func ("/calendar-words/lengths", test_lengths);
  g_test_add_func ("/calendar-words/weeks", test_weeks);
  g_test_add_func ("/calendar-words/summary", test_summary);
  g_test_add_func ("/calendar-words/when", test_when);
  g_test_add_func ("/calendar-words/next", test_next);
  g_test_add_func ("/calendar-words/import", test_import);

  return g_test_run ();
}
