/* qd-calendar-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-calendar-words"

#include "qd-calendar-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-clock-time.h"
#include "qd-day-words.h"
#include "qd-holidays.h"
#include "qd-plan-calendars.h"

/* From Monday on */
static const char *const weekdays[] = {
  N_ ("Monday"),
  N_ ("Tuesday"),
  N_ ("Wednesday"),
  N_ ("Thursday"),
  N_ ("Friday"),
  N_ ("Saturday"),
  N_ ("Sunday"),
};

/* Holidays are looked for this far ahead, in days: each country has some in a year. */
#define HORIZON 400

/* Returns: (transfer full) (nullable): “A, B and C” */
static char *
join (GPtrArray *parts)
{
  GString *words;

  if (parts->len == 0)
    return NULL;

  words = g_string_new (g_ptr_array_index (parts, 0));

  for (guint i = 1; i + 1 < parts->len; i++)
    /* Translators: between the parts of a list but the last two */
    g_string_append_printf (words, "%s%s", C_ ("list", ", "), (const char *)g_ptr_array_index (parts, i));

  if (parts->len > 1)
    /* Translators: between the last two parts of a list */
    g_string_append_printf (words, "%s%s", C_ ("list", " and "), (const char *)g_ptr_array_index (parts, parts->len - 1));

  return g_string_free_and_steal (words);
}

static gboolean
are_alike (const QdWorkWeek *week,
           int               a,
           int               b)
{
  return week->n_spans[a] == week->n_spans[b] &&
         memcmp (week->spans[a], week->spans[b], sizeof (QdWorkSpan) * week->n_spans[a]) == 0;
}

/* The day a week begins with: the first after a day off, so that Sunday to Thursday is one stretch. */
static int
find_first (const QdWorkWeek *week)
{
  for (int day = 0; day < 7; day++)
    {
      if (week->n_spans[day] > 0 && week->n_spans[(day + 6) % 7] == 0)
        return day;
    }

  return 0;
}

static char *
dup_days (int first,
          int n_days)
{
  int last = (first + n_days - 1) % 7;

  if (n_days == 1)
    return g_strdup (_ (weekdays[first]));

  /* Translators: two weekdays in a row */
  if (n_days == 2)
    return g_strdup_printf (_ ("%1$s and %2$s"), _ (weekdays[first]), _ (weekdays[last]));

  /* Translators: two weekdays: “Monday to Friday” */
  return g_strdup_printf (_ ("%1$s to %2$s"), _ (weekdays[first]), _ (weekdays[last]));
}

static char *
dup_span (int from,
          int until)
{
  g_autofree char *first = qd_clock_time_dup_words (from);
  g_autofree char *last = qd_clock_time_dup_words (until);

  /* Translators: two times of a day: “9:00–17:00” */
  return g_strdup_printf (C_ ("times", "%1$s–%2$s"), first, last);
}

static char *
dup_hours (const QdWorkWeek *week,
           int               day)
{
  g_autoptr(GPtrArray) spans = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < week->n_spans[day]; i++)
    g_ptr_array_add (spans, dup_span (week->spans[day][i].from, week->spans[day][i].until));

  return join (spans);
}

/* “Monday to Friday, 9:00–12:00 and 13:00–17:00; Saturday, 10:00–12:00”; empty for no work at all */
char *
qd_work_week_dup_words (const QdWorkWeek *week)
{
  GString *words = g_string_new (NULL);
  int      first = find_first (week);

  for (int i = 0, n_days; i < 7; i += n_days)
    {
      int              day = (first + i) % 7;
      g_autofree char *days = NULL;
      g_autofree char *hours = NULL;

      for (n_days = 1; i + n_days < 7 && are_alike (week, day, (day + n_days) % 7); n_days++)
        {
        }

      if (week->n_spans[day] == 0)
        continue;

      days = dup_days (day, n_days);
      hours = dup_hours (week, day);
      g_string_append (words, words->len > 0 ? "; " : "");
      /* Translators: days and their hours: “Monday to Friday, 9:00–17:00” */
      g_string_append_printf (words, _ ("%1$s, %2$s"), days, hours);
    }

  return g_string_free_and_steal (words);
}

/**
 * qd_holidays_dup_next_words:
 * @country: (nullable): a code
 * @n_holidays: how many at most
 *
 * Returns: (transfer full): “Fri 25 Dec Christmas Day · …”, from @today on; empty where none is known
 */
char *
qd_holidays_dup_next_words (const char *country,
                            int         today,
                            guint       n_holidays)
{
  GString *words = g_string_new (NULL);
  g_autoptr(GArray) holidays = NULL;

  if (country == NULL)
    return g_string_free_and_steal (words);

  holidays = qd_holidays_list (country, today, today + HORIZON);

  for (guint i = 0; i < MIN (holidays->len, n_holidays); i++)
    {
      const QdHoliday *holiday = &g_array_index (holidays, QdHoliday, i);
      g_autofree char *day = qd_day_dup_short (holiday->day, today);

      g_string_append_printf (words, "%s%s %s", i > 0 ? " · " : "", day, _ (holiday->name));
    }

  return g_string_free_and_steal (words);
}

/* Returns: (transfer full): “Every Saturday”, with the days it begins and ends on where those matter */
static char *
dup_weekly (QdClosure *closure,
            int        today)
{
  const char      *weekday = _ (weekdays[qd_day_get_weekday (closure->first) - 1]);
  g_autofree char *first = qd_day_dup_short (closure->first, today);
  g_autofree char *last = qd_day_dup_short (closure->last, today);

  if (closure->last != QD_DAY_NONE && closure->first > today)
    /* Translators: a weekday, and the first and the last day: “Every Saturday from Sat 5 Dec until Sat 2 Jan 2027” */
    return g_strdup_printf (_ ("Every %1$s from %2$s until %3$s"), weekday, first, last);

  if (closure->last != QD_DAY_NONE)
    return g_strdup_printf (_ ("Every %1$s until %2$s"), weekday, last);

  if (closure->first > today)
    return g_strdup_printf (_ ("Every %1$s from %2$s"), weekday, first);

  return g_strdup_printf (_ ("Every %s"), weekday);
}

/* Returns: (transfer full) (nullable): “22:00–2:00 UTC”; %NULL for whole days */
static char *
dup_closure_hours (QdClosure *closure)
{
  gint64           until = QD_MINUTES_PER_DAY;
  g_autofree char *hours = NULL;

  if (closure->begins == QD_INTEGER_NONE)
    return NULL;

  if (closure->minutes != QD_INTEGER_NONE)
    until = closure->begins + closure->minutes;

  if (until > QD_MINUTES_PER_DAY)
    until %= QD_MINUTES_PER_DAY;

  hours = dup_span ((int)closure->begins, (int)until);

  return qd_closure_kind_is_universal (closure->kind) ? g_strdup_printf (_ ("%s UTC"), hours) : g_steal_pointer (&hours);
}

/* “Fri 25 Dec – Sat 26 Dec”, “Every Saturday, 22:00–2:00 UTC” */
char *
qd_closure_dup_when (QdClosure *closure,
                     int        today)
{
  g_autofree char *days = NULL;
  g_autofree char *hours = dup_closure_hours (closure);

  if (closure->weekly)
    {
      days = dup_weekly (closure, today);
    }
  else if (closure->last == QD_DAY_NONE || closure->last == closure->first)
    {
      days = qd_day_dup_short (closure->first, today);
    }
  else
    {
      g_autofree char *first = qd_day_dup_short (closure->first, today);
      g_autofree char *last = qd_day_dup_short (closure->last, today);

      /* Translators: two days: “Fri 25 Dec – Sat 26 Dec” */
      days = g_strdup_printf (C_ ("days", "%1$s – %2$s"), first, last);
    }

  return hours != NULL ? g_strdup_printf (_ ("%1$s, %2$s"), days, hours) : g_steal_pointer (&days);
}

/* “Change Freeze · Thu 10 Dec – Fri 8 Jan 2027 · Tasks, Not Meetings” */
char *
qd_closure_dup_words (QdClosure *closure,
                      int        today)
{
  g_autofree char *when = qd_closure_dup_when (closure, today);

  return g_strdup_printf ("%s · %s · %s",
                          qd_nicks_get_label (qd_closure_kinds, closure->kind),
                          when,
                          qd_nicks_get_label (qd_closure_stops, closure->stops));
}

/* “23:00”, with the weekday where it is another day than @day */
static char *
dup_moment (QdMinute minute,
            int      day)
{
  g_autofree char *time = qd_clock_time_dup_words (qd_minute_get_time (minute));
  int              other = qd_minute_get_day (minute);

  if (other == day)
    return g_steal_pointer (&time);

  /* Translators: a weekday and a time: “Sunday 3:00” */
  return g_strdup_printf (C_ ("weekday and time", "%1$s %2$s"), _ (weekdays[qd_day_get_weekday (other) - 1]), time);
}

/* Returns: (transfer full): the place of a zone as people say it: “New York” */
static char *
dup_place (const char *time_zone)
{
  const char *slash = strrchr (time_zone, '/');

  return g_strdelimit (g_strdup (slash != NULL ? slash + 1 : time_zone), "_", ' ');
}

/**
 * qd_closure_dup_hours_in:
 * @time_zone: (nullable): IANA
 *
 * Returns: (transfer full) (nullable): what the hours of the first day, which are of UTC, are on the clocks there;
 *   %NULL where they are of no other clock, or nobody knows of which
 */
char *
qd_closure_dup_hours_in (QdClosure  *closure,
                         const char *time_zone)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GTimeZone) zone = time_zone != NULL ? g_time_zone_new_identifier (time_zone) : NULL;
  QdMinute         from, until;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *day = NULL;
  g_autofree char *place = NULL;

  if (zone == NULL || !qd_closure_kind_is_universal (closure->kind) || closure->begins == QD_INTEGER_NONE ||
      closure->begins < 0 || closure->begins >= QD_MINUTES_PER_DAY || !qd_day_is_sensible (closure->first))
    return NULL;

  from = qd_minute_from_day (closure->first) + (QdMinute)closure->begins;
  until = closure->minutes > 0 ? from + (QdMinute)MIN (closure->minutes, 7 * QD_MINUTES_PER_DAY)
                               : qd_minute_from_day (closure->first + 1);
  first = dup_moment (qd_minute_convert (from, utc, zone), closure->first);
  last = dup_moment (qd_minute_convert (until, utc, zone), closure->first);
  day = qd_day_dup_display (closure->first);
  place = dup_place (time_zone);

  /* Translators: a day, two times and a place */
  return g_strdup_printf (_ ("On %1$s that is from %2$s until %3$s in %4$s"), day, first, last, place);
}

static gboolean
is_ahead (QdClosure *closure,
          int        today)
{
  if (closure->last == QD_DAY_NONE)
    return closure->weekly || closure->first >= today;

  return closure->last >= today;
}

static char *
dup_count (QdClosureKind kind,
           guint         n)
{
  switch (kind)
    {
    case QD_CLOSURE_KIND_CHANGE_FREEZE:
      return g_strdup_printf (ngettext ("%u change freeze", "%u change freezes", n), n);

    case QD_CLOSURE_KIND_MAINTENANCE_WINDOW:
      return g_strdup_printf (ngettext ("%u maintenance window", "%u maintenance windows", n), n);

    case QD_CLOSURE_KIND_CHANGE_LOCK:
      return g_strdup_printf (ngettext ("%u production change lock", "%u production change locks", n), n);

    case QD_CLOSURE_KIND_HOLIDAY:
    default:
      return g_strdup_printf (ngettext ("%u holiday", "%u holidays", n), n);
    }
}

static const char *
find_country_name (const char *code)
{
  guint                   n_countries;
  const QdHolidayCountry *countries = qd_holidays_get_countries (&n_countries);

  for (guint i = 0; code != NULL && i < n_countries; i++)
    {
      if (g_str_equal (countries[i].code, code))
        return _ (countries[i].name);
    }

  return NULL;
}

/* What takes away working time from @today on; what is only shown does not. */
static char *
dup_exceptions (QdWorkingCalendar *calendar,
                GPtrArray         *closures,
                int                today)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *country = find_country_name (calendar->country);
  guint       counts[QD_CLOSURE_KIND_CHANGE_LOCK + 1] = { 0 };

  /* Translators: %s is a country */
  if (country != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("the public holidays of %s"), country));

  for (guint i = 0; closures != NULL && i < closures->len; i++)
    {
      QdClosure *closure = g_ptr_array_index (closures, i);

      if (closure->stops != QD_CLOSURE_STOP_NOTHING && is_ahead (closure, today))
        counts[closure->kind]++;
    }

  for (guint kind = 0; kind < G_N_ELEMENTS (counts); kind++)
    {
      if (counts[kind] > 0)
        g_ptr_array_add (parts, dup_count (kind, counts[kind]));
    }

  return join (parts);
}

/**
 * qd_working_calendar_dup_summary:
 * @closures: (nullable) (element-type QdClosure): of @calendar
 *
 * Returns: (transfer full): what the calendar means, as a sentence
 */
char *
qd_working_calendar_dup_summary (QdWorkingCalendar *calendar,
                                 GPtrArray         *closures,
                                 int                today)
{
  QdWorkWeek       week;
  g_autofree char *hours = NULL;
  g_autofree char *place = NULL;
  g_autofree char *exceptions = NULL;

  if (!qd_work_week_parse (calendar->hours, &week, NULL))
    qd_work_week_parse (QD_WORK_WEEK_USUAL, &week, NULL);

  hours = qd_work_week_dup_words (&week);
  place = calendar->time_zone != NULL ? dup_place (calendar->time_zone) : NULL;
  exceptions = dup_exceptions (calendar, closures, today);

  if (place != NULL && exceptions != NULL)
    /* Translators: days and hours, a place, and what is left out */
    return g_strdup_printf (_ ("Work is planned %1$s in %2$s, except for %3$s."), hours, place, exceptions);

  if (place != NULL)
    return g_strdup_printf (_ ("Work is planned %1$s in %2$s."), hours, place);

  if (exceptions != NULL)
    return g_strdup_printf (_ ("Work is planned %1$s, except for %2$s."), hours, exceptions);

  return g_strdup_printf (_ ("Work is planned %s."), hours);
}

/* Of @account, or of ourselves for 0, as the portfolio has it now. */
char *
qd_account_dup_calendar_summary (QdPortfolio *portfolio,
                                 gint64       account,
                                 int          today)
{
  QdWorkingCalendar *calendar = qd_working_calendar_find (portfolio, account);

  if (calendar == NULL)
    return g_strdup (_ ("Not set up: Monday to Friday, 9:00–17:00, without holidays"));

  return qd_working_calendar_dup_summary (
      calendar, qd_portfolio_peek_children (portfolio, QD_TYPE_CLOSURE, qd_record_get_id (calendar)), today);
}
