/* qd-day-parse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-day-parse"

#include "qd-day-parse.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Days as people type them. The words are English ones and, for the names of
 * months and weekdays, those of the person's locale. Everything is counted from
 * a given today, so that the rules are the same on every day.
 */

/* A month named without a year is of the year to come, unless it passed lately. */
#define LATELY 60

/* More than any plan needs; keeps the sums inside of an int. */
#define MAX_COUNT 9999

typedef enum
{
  UNIT_NONE,
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

static const char *const month_names[] = {
  "january", "february", "march", "april", "may", "june", "july",
  "august", "september", "october", "november", "december"
};

static const char *const weekday_names[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
};

/* Whether @word is @name or a beginning of it of at least three letters. */
static gboolean
is_short_for (const char *word,
              const char *name)
{
  gsize length = strlen (word);

  return g_utf8_strlen (word, -1) >= 3 && strncmp (word, name, length) == 0;
}

static gboolean
is_local_name (const char        *word,
               int                day,
               const char *const *formats)
{
  g_autoptr(GDateTime) date = NULL;
  int year, month, day_of_month;

  qd_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);

  for (; *formats != NULL; formats++)
    {
      g_autofree char *name = g_date_time_format (date, *formats);
      g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

      /* Some locales end a short name with a full stop, which no word here has. */
      if (folded != NULL && g_str_has_suffix (folded, "."))
        folded[strlen (folded) - 1] = '\0';

      if (folded != NULL && *folded != '\0' && g_str_equal (folded, word))
        return TRUE;
    }

  return FALSE;
}

/* Returns: 1 to 12, or 0 */
static int
parse_month (const char *word)
{
  static const char *const formats[] = { "%B", "%OB", "%b", "%Ob", NULL };

  for (int month = 1; month <= 12; month++)
    {
      if (is_short_for (word, month_names[month - 1]) ||
          is_local_name (word, qd_day_from_ymd (2024, month, 1), formats))
        return month;
    }

  return 0;
}

/* Returns: 1 for Monday to 7 for Sunday, or 0 */
static int
parse_weekday (const char *word)
{
  static const char *const formats[] = { "%A", "%a", NULL };

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      /* 1 January 2024 was a Monday. */
      if (is_short_for (word, weekday_names[weekday - 1]) ||
          is_local_name (word, qd_day_from_ymd (2024, 1, weekday), formats))
        return weekday;
    }

  return 0;
}

static Unit
parse_unit (const char *word)
{
  static const struct
  {
    const char *words[5];
    Unit        unit;
  } units[] = {
    { { "d", "day", "days", NULL }, UNIT_DAY },
    { { "w", "wk", "week", "weeks", NULL }, UNIT_WEEK },
    { { "m", "mo", "month", "months", NULL }, UNIT_MONTH },
    { { "y", "yr", "year", "years", NULL }, UNIT_YEAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_strv_contains (units[i].words, word))
        return units[i].unit;
    }

  return UNIT_NONE;
}

static int
add_units (int  today,
           int  count,
           Unit unit)
{
  switch (unit)
    {
    case UNIT_DAY:
      return today + count;

    case UNIT_WEEK:
      return today + 7 * count;

    case UNIT_MONTH:
      return qd_day_add_months (today, count);

    case UNIT_YEAR:
      return qd_day_add_months (today, 12 * CLAMP (count, -200, 200));

    case UNIT_NONE:
    default:
      return QD_DAY_NONE;
    }
}

/* Digits and nothing else, or followed by @rest if that is given. */
static gboolean
parse_number (const char  *word,
              int         *number,
              const char **rest)
{
  char  *end = NULL;
  gint64 value;

  if (!g_ascii_isdigit (*word))
    return FALSE;

  value = g_ascii_strtoll (word, &end, 10);

  if (value > MAX_COUNT || (rest == NULL && *end != '\0'))
    return FALSE;

  *number = value;

  if (rest != NULL)
    *rest = end;

  return TRUE;
}

/* “+3d”, “2 weeks”, “in 4 months”, “3 days ago” */
static gboolean
parse_distance (char **words,
                int    today,
                int   *day)
{
  gboolean    in = g_str_equal (words[0], "in");
  int         n = in ? 1 : 0, sign = 1, count;
  const char *rest;
  Unit        unit;

  if (words[n] == NULL)
    return FALSE;

  rest = words[n];

  if (!in && (*rest == '+' || *rest == '-'))
    sign = *rest++ == '-' ? -1 : 1;

  if (in && (g_str_equal (rest, "a") || g_str_equal (rest, "an") || g_str_equal (rest, "one")))
    count = 1, rest = "";
  else if (!parse_number (rest, &count, &rest))
    return FALSE;

  n++;

  if (*rest == '\0')
    rest = words[n] != NULL ? words[n++] : (sign < 0 || *words[0] == '+') ? "d"
                                                                          : "";

  unit = parse_unit (rest);

  if (!in && words[n] != NULL && g_str_equal (words[n], "ago"))
    sign = -1, n++;

  if (unit == UNIT_NONE || words[n] != NULL)
    return FALSE;

  *day = add_units (today, sign * count, unit);

  return TRUE;
}

static int
get_month_end (int month,
               int year)
{
  int first = qd_day_from_ymd (year, month, 1);

  return qd_day_add_months (first, 1) - 1;
}

/* “end of month”, “eom” and the like; a week of work ends on Friday. */
static gboolean
parse_end (const char *word,
           int         today,
           int        *day)
{
  int year, month, day_of_month;

  qd_day_get_ymd (today, &year, &month, &day_of_month);

  if (g_str_equal (word, "week"))
    *day = today + (5 - qd_day_get_weekday (today) + 7) % 7;
  else if (g_str_equal (word, "month"))
    *day = get_month_end (month, year);
  else if (g_str_equal (word, "quarter"))
    *day = get_month_end ((month + 2) / 3 * 3, year);
  else if (g_str_equal (word, "year"))
    *day = qd_day_from_ymd (year, 12, 31);
  else
    return FALSE;

  return TRUE;
}

/* “next friday” is in the week to come, “this friday” the nearest from today on,
 * “last friday” the nearest behind. */
static gboolean
parse_relative_to_week (char **words,
                        int    today,
                        int   *day)
{
  int monday = today - qd_day_get_weekday (today) + 1;
  int weekday = parse_weekday (words[1]);

  if (g_str_equal (words[0], "next"))
    {
      if (weekday != 0)
        *day = monday + 7 + weekday - 1;
      else if (g_str_equal (words[1], "week"))
        *day = monday + 7;
      else if (parse_unit (words[1]) != UNIT_NONE)
        *day = add_units (today, 1, parse_unit (words[1]));
      else
        return FALSE;
    }
  else if (g_str_equal (words[0], "last") && weekday != 0)
    *day = today - ((qd_day_get_weekday (today) - weekday + 6) % 7 + 1);
  else if (g_str_equal (words[0], "this") && weekday != 0)
    *day = today + (weekday - qd_day_get_weekday (today) + 7) % 7;
  else
    return FALSE;

  return TRUE;
}

static gboolean
parse_one_word (const char *word,
                int         today,
                int        *day)
{
  static const char *const todays[] = { "today", "tod", "now", NULL };
  static const char *const tomorrows[] = { "tomorrow", "tom", "tmr", "tmrw", NULL };
  g_autofree char         *today_here = g_utf8_casefold (_ ("today"), -1);
  g_autofree char         *tomorrow_here = g_utf8_casefold (_ ("tomorrow"), -1);
  g_autofree char         *yesterday_here = g_utf8_casefold (_ ("yesterday"), -1);
  int                      weekday;

  if (g_strv_contains (todays, word) || g_str_equal (word, today_here))
    *day = today;
  else if (g_strv_contains (tomorrows, word) || g_str_equal (word, tomorrow_here))
    *day = today + 1;
  else if (g_str_equal (word, "yesterday") || g_str_equal (word, yesterday_here))
    *day = today - 1;
  else if (g_str_equal (word, "eow"))
    return parse_end ("week", today, day);
  else if (g_str_equal (word, "eom"))
    return parse_end ("month", today, day);
  else if (g_str_equal (word, "eoq"))
    return parse_end ("quarter", today, day);
  else if (g_str_equal (word, "eoy"))
    return parse_end ("year", today, day);
  else if ((weekday = parse_weekday (word)) != 0)
    *day = today + (weekday - qd_day_get_weekday (today) + 6) % 7 + 1;
  else
    return FALSE;

  return TRUE;
}

/* A day and a month without a year: of the nearest year ahead, or just passed. */
static int
place_in_year (int month,
               int day_of_month,
               int today)
{
  int year, this_month, this_day, day;

  qd_day_get_ymd (today, &year, &this_month, &this_day);

  /* 29 February may take some years to come. */
  for (int y = year; y <= year + 8; y++)
    {
      day = qd_day_from_ymd (y, month, day_of_month);

      if (day != QD_DAY_NONE && day >= today - LATELY)
        return day;
    }

  return QD_DAY_NONE;
}

static int
complete_year (int year)
{
  return year < 100 ? 2000 + year : year;
}

/* “24 nov”, “24th november 2026”, “nov 24 2026”, each with a weekday before it or not */
static gboolean
parse_named_month (char **words,
                   int    today,
                   int   *day)
{
  int         n = parse_weekday (words[0]) != 0 && words[1] != NULL ? 1 : 0;
  int         month = 0, number = 0, year = 0;
  const char *rest = "";

  for (; words[n] != NULL; n++)
    {
      int value;

      if (month == 0 && (value = parse_month (words[n])) != 0)
        month = value;
      else if (number == 0 && parse_number (words[n], &value, &rest) &&
               (*rest == '\0' || g_str_equal (rest, "st") || g_str_equal (rest, "nd") ||
                g_str_equal (rest, "rd") || g_str_equal (rest, "th")))
        number = value;
      else if (month != 0 && year == 0 && parse_number (words[n], &value, NULL))
        year = complete_year (value);
      else
        return FALSE;
    }

  if (month == 0 || number == 0)
    return FALSE;

  *day = year != 0 ? qd_day_from_ymd (year, month, number) : place_in_year (month, number, today);

  return *day != QD_DAY_NONE;
}

/* “24.11.2026”, “24.11.”, “11/24/26” */
static gboolean
parse_figures (const char *text,
               int         today,
               QdDayOrder  order,
               int        *day)
{
  int         parts[3] = { 0 }, n_parts = 0, swap;
  const char *c = text;
  char        separator = 0;

  while (n_parts < 3 && parse_number (c, &parts[n_parts], &c))
    {
      n_parts++;

      if (*c == '\0' || (separator != 0 && *c != separator) || strchr ("./-", *c) == NULL)
        break;

      separator = *c++;
    }

  if (*c != '\0' || n_parts < 2)
    return FALSE;

  if (separator == '.')
    order = QD_DAY_ORDER_DMY;

  if (n_parts == 3 && order == QD_DAY_ORDER_YMD)
    {
      *day = qd_day_from_ymd (complete_year (parts[0]), parts[1], parts[2]);
      return *day != QD_DAY_NONE;
    }

  if (order != QD_DAY_ORDER_DMY)
    swap = parts[0], parts[0] = parts[1], parts[1] = swap;

  *day = n_parts == 3 ? qd_day_from_ymd (complete_year (parts[2]), parts[1], parts[0])
                      : place_in_year (parts[1], parts[0], today);

  return *day != QD_DAY_NONE;
}

/* The words of @text, without the full stop that a short one may end with. */
static GStrv
split_words (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = g_strsplit_set (text, " ,\t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (length > 1 && parts[i][length - 1] == '.')
        parts[i][length - 1] = '\0';

      if (*parts[i] != '\0')
        g_strv_builder_add (builder, parts[i]);
    }

  return g_strv_builder_end (builder);
}

/**
 * qd_day_parse_words:
 * @text: “2026-11-24”, “24 Nov”, “next friday”, “+2w”, “in 4 months”
 * @order: of figures, see qd_day_get_locale_order()
 *
 * Returns: whether @text is understood, and is a day that a plan may have
 */
gboolean
qd_day_parse_words (const char *text,
                    int         today,
                    QdDayOrder  order,
                    int        *day)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto(GStrv) words = NULL;
  int found = QD_DAY_NONE;

  words = split_words (folded);

  if (words[0] == NULL)
    return FALSE;

  if (words[1] == NULL && !qd_day_parse (words[0], &found) && !parse_one_word (words[0], today, &found) &&
      !parse_distance (words, today, &found) && !parse_figures (words[0], today, order, &found))
    return FALSE;

  if (words[1] != NULL &&
      !(g_str_equal (words[0], "end") && g_str_equal (words[1], "of") && words[2] != NULL &&
        parse_end (words[2], today, &found)) &&
      !parse_distance (words, today, &found) && !(words[2] == NULL && parse_relative_to_week (words, today, &found)) &&
      !parse_named_month (words, today, &found))
    return FALSE;

  if (found == QD_DAY_NONE || !qd_day_is_sensible (found))
    return FALSE;

  *day = found;

  return TRUE;
}

/* What comes first where the person's locale writes a day in figures. */
QdDayOrder
qd_day_get_locale_order (void)
{
  g_autoptr(GDateTime) sample = g_date_time_new_utc (2033, 11, 22, 12, 0, 0);
  g_autofree char *text = g_date_time_format (sample, "%x");
  const char      *year = text != NULL ? strstr (text, "33") : NULL;
  const char      *month = text != NULL ? strstr (text, "11") : NULL;
  const char      *day = text != NULL ? strstr (text, "22") : NULL;

  if (year == NULL || month == NULL || day == NULL)
    return QD_DAY_ORDER_YMD;

  if (year < month && year < day)
    return QD_DAY_ORDER_YMD;

  return month < day ? QD_DAY_ORDER_MDY : QD_DAY_ORDER_DMY;
}

/* Returns: (transfer full): @day as qd_day_parse_words() reads it on any day;
 *   empty for %QD_DAY_NONE */
char *
qd_day_dup_editable (int day)
{
  g_autoptr(GDateTime) date = NULL;
  int year, month, day_of_month;

  if (day == QD_DAY_NONE)
    return g_strdup ("");

  qd_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);

  return g_date_time_format (date, "%-d %b %Y");
}
