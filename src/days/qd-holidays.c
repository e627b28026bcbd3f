/* qd-holidays.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-holidays"

#include "qd-holidays.h"

#include <glib/gi18n.h>

#include "qd-day.h"
#include "qd-holidays-private.h"

/*
 * The public holidays of whole countries, worked out from rules. What only a
 * part of a country has is not here: for that a file of holidays can be read.
 */

/* Saturday’s on Friday, Sunday’s on Monday */
const QdHolidayShift          qd_holiday_shift_nearest = { { 0, 0, 0, 0, 0, -1, 1 } };

/* On Monday for both */
const QdHolidayShift          qd_holiday_shift_monday = { { 0, 0, 0, 0, 0, 2, 1 } };
const QdHolidayShift          qd_holiday_shift_sunday = { { 0, 0, 0, 0, 0, 0, 1 } };

/* On Monday, or later if that is a holiday */
const QdHolidayShift          qd_holiday_shift_free = { { 0, 0, 0, 0, 0, 2, 1 }, .free = TRUE };
const QdHolidayShift          qd_holiday_shift_sunday_free = { { 0, 0, 0, 0, 0, 0, 1 }, .free = TRUE };

static const QdHolidayCountry countries[] = {
  { "AT", N_ ("Austria"), &qd_holidays_at },
  { "AU", N_ ("Australia"), &qd_holidays_au },
  { "BE", N_ ("Belgium"), &qd_holidays_be },
  { "BR", N_ ("Brazil"), &qd_holidays_br },
  { "CA", N_ ("Canada"), &qd_holidays_ca },
  { "CH", N_ ("Switzerland"), &qd_holidays_ch },
  { "DE", N_ ("Germany"), &qd_holidays_de },
  { "DK", N_ ("Denmark"), &qd_holidays_dk },
  { "ES", N_ ("Spain"), &qd_holidays_es },
  { "FI", N_ ("Finland"), &qd_holidays_fi },
  { "FR", N_ ("France"), &qd_holidays_fr },
  { "GB", N_ ("United Kingdom"), &qd_holidays_gb },
  { "IE", N_ ("Ireland"), &qd_holidays_ie },
  { "IN", N_ ("India"), &qd_holidays_in },
  { "IT", N_ ("Italy"), &qd_holidays_it },
  { "JP", N_ ("Japan"), &qd_holidays_jp },
  { "MX", N_ ("Mexico"), &qd_holidays_mx },
  { "NL", N_ ("Netherlands"), &qd_holidays_nl },
  { "NO", N_ ("Norway"), &qd_holidays_no },
  { "NZ", N_ ("New Zealand"), &qd_holidays_nz },
  { "PL", N_ ("Poland"), &qd_holidays_pl },
  { "PT", N_ ("Portugal"), &qd_holidays_pt },
  { "SE", N_ ("Sweden"), &qd_holidays_se },
  { "US", N_ ("United States"), &qd_holidays_us },
  { "ZA", N_ ("South Africa"), &qd_holidays_za },
};

/* More than any country has in a year, the days given off included */
#define MAX_IN_YEAR 64

typedef struct
{
  QdHoliday             holiday;
  const QdHolidayShift *shift;
} Found;

typedef struct
{
  Found found[MAX_IN_YEAR];
  guint n_found;
} Year;

/* Easter Sunday of the Gregorian calendar, after the algorithm of Meeus, Jones and Butcher */
static int
get_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int days = h + l - 7 * ((a + 11 * h + 22 * l) / 451);

  return qd_day_from_ymd (year, 3, 22) + days;
}

static int
count_leap_years (int year)
{
  return year / 4 - year / 100 + year / 400;
}

/*
 * The day of the equinox by Japan’s clock. It came on 20.8431 March and 23.2488
 * September of 1980, comes 0.242194 days later each year and a day earlier for
 * each leap day: that is right for each year that the almanac of the National
 * Astronomical Observatory has announced.
 */
static int
get_equinox (int year,
             int month)
{
  int first = month == 3 ? 20843100 : 23248800;
  int drift = 242194 * (year - 1980) - 1000000 * (count_leap_years (year) - count_leap_years (1980));

  return qd_day_from_ymd (year, month, (first + drift) / 1000000);
}

/* The first such weekday that is not before @day */
static int
get_weekday_from (int day,
                  int weekday)
{
  return day + (weekday - qd_day_get_weekday (day) + 7) % 7;
}

static int
get_nth_weekday (int year,
                 int month,
                 int weekday,
                 int nth)
{
  int first = qd_day_from_ymd (year, month, 1);

  if (nth > 0)
    return get_weekday_from (first, weekday) + 7 * (nth - 1);

  return get_weekday_from (qd_day_add_months (first, 1) - 7, weekday);
}

static int
get_day (const QdHolidayRule *rule,
         int                  year)
{
  switch (rule->kind)
    {
    case QD_HOLIDAY_KIND_FIXED:
      return qd_day_from_ymd (year, rule->month, rule->day);

    case QD_HOLIDAY_KIND_NTH:
      return get_nth_weekday (year, rule->month, rule->weekday, rule->nth);

    case QD_HOLIDAY_KIND_FROM:
      return get_weekday_from (qd_day_from_ymd (year, rule->month, rule->day), rule->weekday);

    case QD_HOLIDAY_KIND_EASTER:
      return get_easter (year) + rule->offset;

    case QD_HOLIDAY_KIND_EQUINOX:
      return get_equinox (year, rule->month);

    case QD_HOLIDAY_KIND_DAYS:
    default:
      g_return_val_if_reached (QD_DAY_NONE);
    }
}

static gboolean
is_in_force (const QdHolidayRule *rule,
             int                  year)
{
  return year >= rule->since && (rule->until == 0 || year <= rule->until) &&
         (rule->every == 0 || (year - rule->since) % rule->every == 0);
}

static gboolean
has_day_in (const QdHolidayRule *rule,
            int                  year)
{
  for (const int *days = rule->days; *days != 0; days++)
    {
      if (*days / 10000 == year)
        return TRUE;
    }

  return FALSE;
}

/* Whether the year has an exception from @rule. */
static gboolean
is_replaced (const QdHolidayTable *table,
             const QdHolidayRule  *rule,
             int                   year)
{
  for (guint i = 0; i < table->n_rules; i++)
    {
      const QdHolidayRule *other = &table->rules[i];

      if (other->kind == QD_HOLIDAY_KIND_DAYS && has_day_in (other, year) && g_str_equal (other->name, rule->name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_holiday (const Year *year,
            int         day)
{
  for (guint i = 0; i < year->n_found; i++)
    {
      if (year->found[i].holiday.day == day)
        return TRUE;
    }

  return FALSE;
}

/* In the order of days, since a day given off depends on those before it */
static void
insert (Year                 *year,
        int                   day,
        const char           *name,
        const QdHolidayShift *shift)
{
  Found found = { { day, name, FALSE }, shift };
  guint at = year->n_found;

  g_return_if_fail (year->n_found < MAX_IN_YEAR);

  while (at > 0 && year->found[at - 1].holiday.day > day)
    {
      year->found[at] = year->found[at - 1];
      at--;
    }

  year->found[at] = found;
  year->n_found++;
}

static void
insert_holiday (Year                 *year,
                const QdHolidayTable *table,
                const QdHolidayRule  *rule,
                int                   number,
                int                   day)
{
  int weekday = qd_day_get_weekday (day);

  if (weekday == SUN && number <= table->no_sundays_until)
    return;

  if (rule->shift != NULL && rule->shift->instead)
    insert (year, day + rule->shift->by_weekday[weekday - 1], rule->name, NULL);
  else
    insert (year, day, rule->name, rule->shift);
}

static void
append (Year       *year,
        int         day,
        const char *name,
        gboolean    observed)
{
  g_return_if_fail (year->n_found < MAX_IN_YEAR);

  year->found[year->n_found++].holiday = (QdHoliday){ day, name, observed };
}

/* The days that are given off for holidays at a weekend */
static void
append_observed (Year *year)
{
  guint n_holidays = year->n_found;

  for (guint i = 0; i < n_holidays; i++)
    {
      const QdHoliday      *holiday = &year->found[i].holiday;
      const QdHolidayShift *shift = year->found[i].shift;
      int                   by = shift != NULL ? shift->by_weekday[qd_day_get_weekday (holiday->day) - 1] : 0;
      int                   day = holiday->day + by;

      if (by == 0)
        continue;

      while (shift->free && (qd_day_get_weekday (day) >= SAT || is_holiday (year, day)))
        day++;

      append (year, day, holiday->name, TRUE);
    }
}

/* The days between two holidays; a Sunday needs not be made one. */
static void
append_bridges (Year       *year,
                guint       n_holidays,
                const char *name)
{
  for (guint i = 0; i + 1 < n_holidays; i++)
    {
      int day = year->found[i].holiday.day + 1;

      if (year->found[i + 1].holiday.day == day + 1 && qd_day_get_weekday (day) != SUN && !is_holiday (year, day))
        append (year, day, name, FALSE);
    }
}

static void
fill_year (Year                 *year,
           const QdHolidayTable *table,
           int                   number)
{
  guint n_holidays;

  year->n_found = 0;

  for (guint i = 0; i < table->n_rules; i++)
    {
      const QdHolidayRule *rule = &table->rules[i];

      if (rule->kind == QD_HOLIDAY_KIND_DAYS)
        {
          for (const int *days = rule->days; *days != 0; days++)
            {
              if (*days / 10000 == number)
                insert_holiday (
                    year, table, rule, number, qd_day_from_ymd (number, *days / 100 % 100, *days % 100));
            }
        }
      else if (is_in_force (rule, number) && !is_replaced (table, rule, number))
        {
          insert_holiday (year, table, rule, number, get_day (rule, number));
        }
    }

  n_holidays = year->n_found;
  append_observed (year);

  if (table->bridge != NULL && number >= table->bridge_since)
    append_bridges (year, n_holidays, table->bridge);
}

static int
compare_holidays (gconstpointer a,
                  gconstpointer b)
{
  const QdHoliday *first = a, *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

static const QdHolidayTable *
find_table (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      if (g_str_equal (countries[i].code, code))
        return countries[i].table;
    }

  return NULL;
}

/* Returns: (transfer none) (array length=n_countries): by code */
const QdHolidayCountry *
qd_holidays_get_countries (guint *n_countries)
{
  g_return_val_if_fail (n_countries != NULL, NULL);

  *n_countries = G_N_ELEMENTS (countries);

  return countries;
}

gboolean
qd_holidays_has_country (const char *code)
{
  g_return_val_if_fail (code != NULL, FALSE);

  return find_table (code) != NULL;
}

/**
 * qd_holidays_list:
 * @code: a country’s; one that is not known has no holidays
 * @last_day: included
 *
 * The rules are those of 1995 and later, and are taken to hold on; what follows
 * the moon is known from 2020 to 2035. There is nothing before 1970 or after 2199.
 *
 * Returns: (transfer full) (element-type QdHoliday): by day
 */
GArray *
qd_holidays_list (const char *code,
                  int         first_day,
                  int         last_day)
{
  GArray               *holidays = g_array_new (FALSE, FALSE, sizeof (QdHoliday));
  const QdHolidayTable *table;
  int                   first_year, last_year, month, day;

  g_return_val_if_fail (code != NULL, holidays);

  first_day = MAX (first_day, qd_day_from_ymd (QD_DAY_FIRST_YEAR, 1, 1));
  last_day = MIN (last_day, qd_day_from_ymd (QD_DAY_LAST_YEAR, 12, 31));
  table = find_table (code);

  if (table == NULL || last_day < first_day)
    return holidays;

  qd_day_get_ymd (first_day, &first_year, &month, &day);
  qd_day_get_ymd (last_day, &last_year, &month, &day);

  /* New Year’s Day may be given off at the end of the year before. */
  for (int number = first_year; number <= last_year + 1; number++)
    {
      Year year;

      fill_year (&year, table, number);

      for (guint i = 0; i < year.n_found; i++)
        {
          const QdHoliday *holiday = &year.found[i].holiday;

          if (holiday->day >= first_day && holiday->day <= last_day)
            g_array_append_val (holidays, *holiday);
        }
    }

  g_array_sort (holidays, compare_holidays);

  return holidays;
}
