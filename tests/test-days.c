/* test-days.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>

#include "qd-day-words.h"
#include "qd-day.h"
#include "qd-money.h"
#include "qd-week.h"
#include "qd-zone.h"

static int
day (const char *text)
{
  int number;

  g_assert_true (qd_day_parse (text, &number));

  return number;
}

static void
test_parse (void)
{
  static const char *const bad[] = {
    "",
    "2026",
    "2026-5-3",
    "2026-05-03 ",
    " 2026-05-03",
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026/05/03",
    "٢٠٢٦-٠٥-٠٣",
  };
  int number;

  g_assert_cmpint (day ("1970-01-01"), ==, 0);
  g_assert_cmpint (day ("2024-02-29"), ==, 19782); /* GNU date: date -d 2024-02-29 +%s / 86400 */

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (qd_day_parse (bad[i], &number));
}

static void
test_weekday (void)
{
  g_assert_cmpint (qd_day_get_weekday (day ("2026-11-22")), ==, 7);
  g_assert_cmpint (qd_day_get_weekday (day ("2026-11-23")), ==, 1);
  g_assert_cmpint (qd_day_get_weekday (day ("1969-12-31")), ==, 3);
}

static void
test_months (void)
{
  g_assert_cmpint (qd_day_add_months (day ("2027-01-31"), 1), ==, day ("2027-02-28"));
  g_assert_cmpint (qd_day_add_months (day ("2028-01-31"), 1), ==, day ("2028-02-29"));
  g_assert_cmpint (qd_day_add_months (day ("2027-03-31"), -1), ==, day ("2027-02-28"));
}

static void
test_relative (void)
{
  static const struct
  {
    const char *day;
    const char *words;
  } cases[] = {
    { "2026-11-22", "today" },
    { "2026-11-23", "tomorrow" },
    { "2026-11-21", "yesterday" },
    { "2026-11-25", "in 3 days" },
    { "2026-11-08", "2 weeks ago" },
    { "2027-03-24", "in 4 months" },
    { "2026-12-06", "in 2 weeks" },
    { "2029-11-22", "in 3 years" },
    { "2026-11-09", "13 days ago" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = qd_day_dup_relative (day (cases[i].day), day ("2026-11-22"));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_words (void)
{
  g_autofree char *this_year = qd_day_dup_short (day ("2026-11-24"), day ("2026-11-22"));
  g_autofree char *next_year = qd_day_dup_short (day ("2027-01-04"), day ("2026-11-22"));
  g_autofree char *full = qd_day_dup_full (day ("2026-11-24"));

  g_assert_cmpstr (this_year, ==, "Tue 24 Nov");
  g_assert_cmpstr (next_year, ==, "4 Jan 2027");
  g_assert_cmpstr (full, ==, "Tuesday 24 November 2026");
}

/* C.UTF-8 begins its weeks on Sunday; 2026-11-22 is one. */
static void
test_week (void)
{
  g_assert_cmpint (qd_week_get_first_weekday (), ==, 7);
  g_assert_cmpint (qd_week_get_start (day ("2026-11-25")), ==, day ("2026-11-22"));

  qd_week_set_first_weekday (1);
  g_assert_cmpint (qd_week_get_start (day ("2026-11-25")), ==, day ("2026-11-23"));
  g_assert_cmpint (qd_week_get_start (day ("2026-11-22")), ==, day ("2026-11-16"));

  qd_week_set_first_weekday (6);
  g_assert_cmpint (qd_week_get_start (day ("2026-11-20")), ==, day ("2026-11-14"));
  qd_week_set_first_weekday (0);
}

static void
test_zone (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (qd_zone_check ("Europe/Berlin", NULL));
  g_assert_true (qd_zone_check (NULL, NULL));
  g_assert_false (qd_zone_check ("Europe/Atlantis", &error));
  g_assert_nonnull (strstr (error->message, "Time Zone"));
}

static void
test_money (void)
{
  static const struct
  {
    const char *text;
    const char *currency;
    gint64      amount;
  } cases[] = {
    { "$1,250,000.50", "USD", 125000050 },
    { "1.250.000,50 €", "EUR", 125000050 },
    { "¥12,000,000", "JPY", 12000000 },
    { "1250", "EUR", 125000 },
    { "480k", "USD", 48000000 },
    { "1.2M", "USD", 120000000 },
    { "1,5", "EUR", 150 },
    { "1.234", "EUR", 123400 },
  };
  gint64 amount;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (qd_money_parse (cases[i].text, cases[i].currency, &amount));
      g_assert_cmpint (amount, ==, cases[i].amount);
    }

  g_assert_false (qd_money_parse ("n/a", "USD", &amount));
  g_assert_false (qd_money_parse ("", "USD", &amount));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/days/parse", test_parse);
  g_test_add_func ("/days/weekday", test_weekday);
  g_test_add_func ("/days/months", test_months);
  g_test_add_func ("/days/relative", test_relative);
  g_test_add_func ("/days/words", test_words);
  g_test_add_func ("/days/week", test_week);
  g_test_add_func ("/days/zone", test_zone);
  g_test_add_func ("/money/parse", test_money);

  return g_test_run ();
}
