/* test-holidays.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-day.h"
#include "qd-holidays.h"

#include <string.h>

/*
 * Days as they were published; check-holidays.py compares all of sixteen years
 * with another program.
 */

static int
day (const char *text)
{
  int value;

  g_assert_true (qd_day_parse (text, &value));

  return value;
}

/* Returns: (nullable): the holiday of that name on that day */
static const QdHoliday *
find (GArray     *holidays,
      int         on,
      const char *name)
{
  for (guint i = 0; i < holidays->len; i++)
    {
      const QdHoliday *holiday = &g_array_index (holidays, QdHoliday, i);

      if (holiday->day == on && (name == NULL || g_str_equal (holiday->name, name)))
        return holiday;
    }

  return NULL;
}

typedef struct
{
  const char *code;
  const char *day;
  const char *name;
} Case;

/* @observed: whether each is a day that is given off for a holiday at a weekend */
static void
check_cases (const Case *cases,
             gsize       n_cases,
             gboolean    observed)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      int on = day (cases[i].day);
      g_autoptr(GArray) holidays = qd_holidays_list (cases[i].code, on, on);
      const QdHoliday *holiday = find (holidays, on, cases[i].name);

      g_test_message ("%s %s %s", cases[i].code, cases[i].day, cases[i].name);
      g_assert_nonnull (holiday);
      g_assert_cmpint (holiday->observed, ==, observed);
    }
}

static void
check_working_days (const char        *code,
                    const char *const *days)
{
  for (guint i = 0; days[i] != NULL; i++)
    {
      g_autoptr(GArray) holidays = qd_holidays_list (code, day (days[i]), day (days[i]));

      g_test_message ("%s %s", code, days[i]);
      g_assert_cmpuint (holidays->len, ==, 0);
    }
}

/* U.S. Census Bureau, “Easter Dates from 1600 to 2099” */
static void
test_easter (void)
{
  static const Case cases[] = {
    { "NL", "1970-03-29", "Easter Sunday" },
    { "NL", "2000-04-23", "Easter Sunday" },
    { "NL", "2008-03-23", "Easter Sunday" },
    { "NL", "2011-04-24", "Easter Sunday" },
    { "NL", "2024-03-31", "Easter Sunday" },
    { "NL", "2025-04-20", "Easter Sunday" },
    { "NL", "2026-04-05", "Easter Sunday" },
    { "NL", "2038-04-25", "Easter Sunday" },
    { "NL", "2049-04-18", "Easter Sunday" },
    { "NL", "2076-04-19", "Easter Sunday" },
    { "NL", "2099-04-12", "Easter Sunday" },
    { "DE", "2024-03-29", "Good Friday" },
    { "DE", "2024-04-01", "Easter Monday" },
    { "DE", "2024-05-09", "Ascension Day" },
    { "DE", "2024-05-20", "Whit Monday" },
    { "AT", "2024-05-30", "Corpus Christi" },
    { "DK", "2023-04-06", "Maundy Thursday" },
    { "DK", "2023-05-05", "Great Prayer Day" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), FALSE);
}

/* U.S. Office of Personnel Management, “Federal Holidays” */
static void
test_united_states (void)
{
  static const Case holidays[] = {
    { "US", "2024-01-15", "Martin Luther King Jr. Day" },
    { "US", "2024-02-19", "Presidents’ Day" },
    { "US", "2024-05-27", "Memorial Day" },
    { "US", "2025-05-26", "Memorial Day" },
    { "US", "2024-06-19", "Juneteenth" },
    { "US", "2024-09-02", "Labor Day" },
    { "US", "2024-10-14", "Columbus Day" },
    { "US", "2024-11-11", "Veterans Day" },
    { "US", "2024-11-28", "Thanksgiving Day" },
    { "US", "2023-11-23", "Thanksgiving Day" },
    { "US", "2021-07-04", "Independence Day" },
  };
  static const Case observed[] = {
    { "US", "2020-07-03", "Independence Day" },
    { "US", "2021-06-18", "Juneteenth" },
    { "US", "2021-07-05", "Independence Day" },
    { "US", "2021-12-24", "Christmas Day" },
    { "US", "2021-12-31", "New Year’s Day" },
    { "US", "2022-06-20", "Juneteenth" },
    { "US", "2022-12-26", "Christmas Day" },
    { "US", "2023-01-02", "New Year’s Day" },
    { "US", "2023-11-10", "Veterans Day" },
    { "US", "2026-07-03", "Independence Day" },
    { "US", "2027-12-31", "New Year’s Day" },
  };
  static const char *const working[] = { "2020-06-19", "2021-11-12", "2022-01-03", "2024-12-24", "2024-11-29", NULL };

  check_cases (holidays, G_N_ELEMENTS (holidays), FALSE);
  check_cases (observed, G_N_ELEMENTS (observed), TRUE);
  check_working_days ("US", working);
}

/* GOV.UK, “UK bank holidays” */
static void
test_united_kingdom (void)
{
  static const Case holidays[] = {
    { "GB", "2020-05-08", "Early May Bank Holiday" },
    { "GB", "2022-06-02", "Spring Bank Holiday" },
    { "GB", "2022-06-03", "Platinum Jubilee" },
    { "GB", "2022-09-19", "State Funeral of Queen Elizabeth II" },
    { "GB", "2023-05-01", "Early May Bank Holiday" },
    { "GB", "2023-05-08", "Coronation of King Charles III" },
    { "GB", "2023-05-29", "Spring Bank Holiday" },
    { "GB", "2022-12-26", "Boxing Day" },
  };
  static const Case observed[] = {
    { "GB", "2020-12-28", "Boxing Day" },
    { "GB", "2021-12-27", "Christmas Day" },
    { "GB", "2021-12-28", "Boxing Day" },
    { "GB", "2022-01-03", "New Year’s Day" },
    { "GB", "2022-12-27", "Christmas Day" },
    { "GB", "2023-01-02", "New Year’s Day" },
  };
  /* Moved in 2020 and 2022; the last two are not of all four nations. */
  static const char *const working[] = { "2020-05-04", "2022-05-30", "2024-04-01", "2024-08-26", NULL };

  check_cases (holidays, G_N_ELEMENTS (holidays), FALSE);
  check_cases (observed, G_N_ELEMENTS (observed), TRUE);
  check_working_days ("GB", working);
}

/* Cabinet Office of Japan, 国民の祝日について, and the almanacs of the National Astronomical Observatory */
static void
test_japan (void)
{
  static const Case holidays[] = {
    { "JP", "2020-07-23", "Marine Day" },
    { "JP", "2020-07-24", "Sports Day" },
    { "JP", "2020-08-10", "Mountain Day" },
    { "JP", "2021-07-22", "Marine Day" },
    { "JP", "2021-07-23", "Sports Day" },
    { "JP", "2021-08-08", "Mountain Day" },
    { "JP", "2022-10-10", "Sports Day" },
    { "JP", "2019-04-30", "Citizens’ Holiday" },
    { "JP", "2019-05-01", "The Emperor’s Enthronement" },
    { "JP", "2019-05-02", "Citizens’ Holiday" },
    { "JP", "2009-09-22", "Citizens’ Holiday" },
    { "JP", "2015-09-22", "Citizens’ Holiday" },
    { "JP", "2026-09-22", "Citizens’ Holiday" },
    { "JP", "2020-03-20", "Vernal Equinox Day" },
    { "JP", "2023-03-21", "Vernal Equinox Day" },
    { "JP", "2024-03-20", "Vernal Equinox Day" },
    { "JP", "2024-09-22", "Autumnal Equinox Day" },
    { "JP", "2025-09-23", "Autumnal Equinox Day" },
    { "JP", "2020-02-23", "Emperor’s Birthday" },
  };
  static const Case observed[] = {
    { "JP", "2020-02-24", "Emperor’s Birthday" },
    { "JP", "2020-05-06", "Constitution Memorial Day" },
    { "JP", "2021-08-09", "Mountain Day" },
    { "JP", "2023-01-02", "New Year’s Day" },
    { "JP", "2024-02-12", "National Foundation Day" },
    { "JP", "2024-05-06", "Children’s Day" },
    { "JP", "2024-08-12", "Mountain Day" },
    { "JP", "2024-09-23", "Autumnal Equinox Day" },
    { "JP", "2024-11-04", "Culture Day" },
    { "JP", "2026-05-06", "Constitution Memorial Day" },
  };
  static const char *const working[] = { "2020-07-20", "2020-08-11", "2020-10-12", "2021-07-19", "2021-08-11",
                                         "2021-10-11", "2019-02-25", "2024-09-17", "2023-09-22", NULL };

  check_cases (holidays, G_N_ELEMENTS (holidays), FALSE);
  check_cases (observed, G_N_ELEMENTS (observed), TRUE);
  check_working_days ("JP", working);
}

/*
 * Fair Work Ombudsman (Australia), Employment New Zealand, Government of Canada,
 * Boletín Oficial del Estado, Rijksoverheid, citizensinformation.ie, DoPT (India),
 * Diário Oficial da União, Diario Oficial de la Federación, gov.za
 */
static void
test_others (void)
{
  static const Case holidays[] = {
    { "AU", "2021-04-25", "Anzac Day" },
    { "AU", "2022-09-22", "National Day of Mourning for Queen Elizabeth II" },
    { "AU", "2024-01-26", "Australia Day" },
    { "BR", "2024-11-20", "Black Awareness Day" },
    { "CA", "2024-07-01", "Canada Day" },
    { "CA", "2025-09-01", "Labour Day" },
    { "DE", "2017-10-31", "Reformation Day" },
    { "DE", "2024-10-03", "German Unity Day" },
    { "ES", "2024-08-15", "Assumption Day" },
    { "FI", "2025-06-20", "Midsummer Eve" },
    { "FI", "2025-11-01", "All Saints’ Day" },
    { "FR", "2024-05-08", "Victory Day" },
    { "FR", "2024-07-14", "Bastille Day" },
    { "IE", "2023-02-06", "St. Brigid’s Day" },
    { "IE", "2025-02-03", "St. Brigid’s Day" },
    { "IE", "2030-02-01", "St. Brigid’s Day" },
    { "IE", "2022-03-18", "Day of Remembrance and Recognition" },
    { "IN", "2023-11-12", "Diwali" },
    { "IN", "2024-08-26", "Janmashtami" },
    { "IN", "2025-03-31", "Eid al-Fitr" },
    { "IN", "2025-10-02", "Gandhi Jayanti" },
    { "IN", "2025-10-02", "Dussehra" },
    { "IT", "2024-04-25", "Liberation Day" },
    { "MX", "2024-03-18", "Benito Juárez’s Birthday" },
    { "MX", "2024-10-01", "Inauguration Day" },
    { "MX", "2018-12-01", "Inauguration Day" },
    { "NL", "2020-05-05", "Liberation Day" },
    { "NL", "2024-04-27", "King’s Day" },
    { "NL", "2025-04-26", "King’s Day" },
    { "NZ", "2023-07-14", "Matariki" },
    { "PL", "2025-12-24", "Christmas Eve" },
    { "SE", "2024-06-22", "Midsummer Day" },
    { "ZA", "2024-05-29", "Day of Elections" },
  };
  static const Case observed[] = {
    { "CA", "2021-12-27", "Christmas Day" },
    { "CA", "2022-01-03", "New Year’s Day" },
    { "NZ", "2022-01-03", "New Year’s Day" },
    { "NZ", "2022-01-04", "Day After New Year’s Day" },
    { "NZ", "2021-04-26", "Anzac Day" },
    { "NZ", "2021-12-28", "Boxing Day" },
    { "NZ", "2022-02-07", "Waitangi Day" },
    { "ZA", "2024-06-17", "Youth Day" },
  };
  static const char *const danish[] = { "2024-04-26", "2024-06-05", NULL };
  static const char *const dutch[] = { "2025-04-27", "2021-05-05", "2024-03-29", NULL };
  static const char *const spanish[] = { "2021-08-15", "2022-12-25", "2025-10-12", NULL };

  check_cases (holidays, G_N_ELEMENTS (holidays), FALSE);
  check_cases (observed, G_N_ELEMENTS (observed), TRUE);
  check_working_days ("DK", danish);
  check_working_days ("NL", dutch);
  check_working_days ("ES", spanish);
  check_working_days ("PL", (const char *const[]){ "2024-12-24", NULL });
  check_working_days ("BR", (const char *const[]){ "2023-11-20", NULL });
}

/* @part is what @all has from @at on. */
static void
assert_part (GArray *part,
             GArray *all,
             guint   at)
{
  g_assert_cmpuint (at + part->len, <=, all->len);

  for (guint i = 0; i < part->len; i++)
    {
      const QdHoliday *one = &g_array_index (part, QdHoliday, i);
      const QdHoliday *other = &g_array_index (all, QdHoliday, at + i);

      g_assert_cmpint (one->day, ==, other->day);
      g_assert_cmpstr (one->name, ==, other->name);
      g_assert_cmpint (one->observed, ==, other->observed);
    }
}

/* In order, once each, and the same whatever part of them is asked for */
static void
test_lists (void)
{
  guint                   n_countries;
  const QdHolidayCountry *countries = qd_holidays_get_countries (&n_countries);

  g_assert_cmpuint (n_countries, >=, 12);

  for (guint i = 0; i < n_countries; i++)
    {
      const char *code = countries[i].code;
      int         first = day ("1970-01-01"), last = day ("2199-12-31"), on = day ("2019-01-01");
      g_autoptr(GArray) all = qd_holidays_list (code, first, last);
      g_autoptr(GArray) wider = qd_holidays_list (code, G_MININT, G_MAXINT);
      guint next = 0;

      g_test_message ("%s", code);
      g_assert_true (qd_holidays_has_country (code));
      g_assert_cmpint (strlen (code), ==, 2);
      g_assert_true (i == 0 || strcmp (countries[i - 1].code, code) < 0);
      g_assert_cmpuint (all->len, >=, 230 * 4);
      g_assert_cmpuint (wider->len, ==, all->len);
      assert_part (wider, all, 0);

      for (guint j = 0; j < all->len; j++)
        {
          const QdHoliday *holiday = &g_array_index (all, QdHoliday, j);

          g_assert_cmpint (holiday->day, >=, j == 0 ? first : holiday[-1].day);
          g_assert_cmpint (holiday->day, <=, last);
          g_assert_true (find (all, holiday->day, holiday->name) == holiday);

          if (holiday->day < on)
            next++;
        }

      for (; on < day ("2029-01-01"); on++)
        {
          g_autoptr(GArray) one = qd_holidays_list (code, on, on);

          assert_part (one, all, next);
          next += one->len;
        }

      g_assert_cmpint (g_array_index (all, QdHoliday, next).day, >=, on);
    }
}

static void
test_nothing (void)
{
  static const char *const codes[] = { "", "XX", "de", "DEU", "UK" };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr(GArray) holidays = qd_holidays_list (codes[i], day ("2024-01-01"), day ("2024-12-31"));

      g_assert_false (qd_holidays_has_country (codes[i]));
      g_assert_cmpuint (holidays->len, ==, 0);
    }

  for (guint i = 0; i < 3; i++)
    {
      int firsts[] = { day ("2024-12-31"), day ("1960-01-01"), day ("2200-01-01") };
      int lasts[] = { day ("2024-01-01"), day ("1969-12-31"), day ("2300-01-01") };
      g_autoptr(GArray) holidays = qd_holidays_list ("DE", firsts[i], lasts[i]);

      g_assert_cmpuint (holidays->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/holidays/easter", test_easter);
  g_test_add_func ("/holidays/united-states", test_united_states);
  g_test_add_func ("/holidays/united-kingdom", test_united_kingdom);
  g_test_add_func ("/holidays/japan", test_japan);
  g_test_add_func ("/holidays/others", test_others);
  g_test_add_func ("/holidays/lists", test_lists);
  g_test_add_func ("/holidays/nothing", test_nothing);

  return g_test_run ();
}
