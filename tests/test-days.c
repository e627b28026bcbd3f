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
    { "€ 1.250.000,50", "EUR", 125000050 },
    { "EUR 1.250.000,50", "EUR", 125000050 },
    { "1,250,000.50 USD", "USD", 125000050 },
    { "US$ 1,250,000.50", "USD", 125000050 },
    { "CHF 1'250'000.50", "CHF", 125000050 },
    { "CHF 1’250’000.50", "CHF", 125000050 },
    { "1 250 000,50 €", "EUR", 125000050 },
    { "1\u00a0250\u00a0000,50\u00a0€", "EUR", 125000050 },
    { "1\u202f250\u202f000,50\u202f€", "EUR", 125000050 },
    { "₹12,50,000.50", "INR", 125000050 },
    { "Rs. 12,50,000", "INR", 125000000 },
    { "¥12,000,000", "JPY", 12000000 },
    { "12.000.000 JPY", "JPY", 12000000 },
    { "1.500,125 KWD", "KWD", 1500125 },
    { "1.500 KWD", "KWD", 1500 },
    { "1,500 KWD", "KWD", 1500000 },
    { "1250", "EUR", 125000 },
    { "0", "EUR", 0 },
    { "0.05", "EUR", 5 },
    { "0.500", "EUR", 50 },
    { "1250.5000", "EUR", 125050 },
    { "1234.500", "EUR", 123450 },
    { "480k", "USD", 48000000 },
    { "480 K€", "EUR", 48000000 },
    { "$1.2M", "USD", 120000000 },
    { "1,25 Mio. €", "EUR", 125000000 },
    { "1.25mn GBP", "GBP", 125000000 },
    { "2.5k", "JPY", 2500 },
    { "10 MXN", "MXN", 1000 },
    { "1,5", "EUR", 150 },
    { "1.234", "EUR", 123400 },
    { "1,234", "USD", 123400 },
    { " 1 234 ", "EUR", 123400 },
    { "90,000,000,000,000.00", "USD", 9000000000000000 },
  };
  static const char *const bad[] = {
    "",
    " ",
    "n/a",
    "€",
    "-5",
    "−5",
    "(500)",
    "$-5",
    "5-",
    "1,2,3",
    "1,23,45",
    "1.234,5.6",
    "1,234.567.8",
    "1 23",
    "1,500k",
    "1.500k",
    "1e6",
    "0x10",
    "5 EURO",
    "5 apples",
    "1.2.3",
    "5 6 EUR",
    "10%",
    "5k5",
    "99999999999999999999",
    "1..5",
    "1.,5",
    "٣",
    "\xff",
    "1,2345,678",
    "10;20",
  };
  gint64 amount;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (qd_money_parse (cases[i].text, cases[i].currency, &amount));
      g_assert_cmpint (amount, ==, cases[i].amount);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (qd_money_parse (bad[i], "USD", &amount));
    }

  /* Less than the smallest coin */
  g_assert_false (qd_money_parse ("1.5", "JPY", &amount));
  g_assert_false (qd_money_parse ("1234.567", "USD", &amount));
}

/* What is shown and what is written to a file is read again as the same. */
static void
test_money_goes_round (void)
{
  static const char *const currencies[] = { "EUR", "USD", "JPY", "KWD", "CHF", "SEK" };

  for (int round = 0; round < 5000; round++)
    {
      const char      *currency = currencies[g_test_rand_int_range (0, G_N_ELEMENTS (currencies))];
      gint64           amount = g_test_rand_int_range (0, G_MAXINT32) / g_test_rand_int_range (1, 1000000);
      g_autofree char *shown = qd_money_dup_display (amount, currency);
      g_autofree char *written = qd_money_format (amount, currency);
      gint64           back;

      g_assert_true (qd_money_parse (shown, currency, &back));
      g_assert_cmpint (back, ==, amount);

      g_assert_true (qd_money_parse (written, currency, &back));
      g_assert_cmpint (back, ==, amount);
    }
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
  g_test_add_func ("/money/goes-round", test_money_goes_round);

  return g_test_run ();
}
