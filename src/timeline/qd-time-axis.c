/* qd-time-axis.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-time-axis"

#include "qd-time-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-week.h"

#define MONTHS_PER_QUARTER 3

/* The calendar begins with the year 1, and every step that is in sight with it. */
#define FIRST_MINUTE (-718797 * QD_MINUTES_PER_DAY)

double
qd_time_axis_get_x (const QdTimeAxis *self,
                    double            minute)
{
  return (minute - self->origin) * self->scale / QD_MINUTES_PER_DAY;
}

double
qd_time_axis_get_minute (const QdTimeAxis *self,
                         double            x)
{
  return self->origin + x * QD_MINUTES_PER_DAY / self->scale;
}

/* Makes everything @factor times as wide; what is at @x stays there. */
void
qd_time_axis_zoom (QdTimeAxis *self,
                   double      factor,
                   double      x)
{
  double minute = qd_time_axis_get_minute (self, x);

  self->scale = CLAMP (self->scale * factor, QD_TIME_AXIS_MIN_SCALE, QD_TIME_AXIS_MAX_SCALE);
  self->origin = minute - x * QD_MINUTES_PER_DAY / self->scale;
}

/* Puts all from @from until @until into @width. */
void
qd_time_axis_fit (QdTimeAxis *self,
                  QdMinute    from,
                  QdMinute    until,
                  double      width)
{
  double days = MAX ((double)until - from, 1) / QD_MINUTES_PER_DAY;

  self->scale = CLAMP (width / days, QD_TIME_AXIS_MIN_SCALE, QD_TIME_AXIS_MAX_SCALE);
  self->origin = from - (width - days * self->scale) / 2 * QD_MINUTES_PER_DAY / self->scale;
}

/* From this many pixels a day on, the rows of the header count in these. */
static const struct
{
  double     scale;
  QdTimeStep upper;
  QdTimeStep lower;
} levels[] = {
  { 2880, { QD_TIME_UNIT_DAY, 1 }, { QD_TIME_UNIT_MINUTE, 15 } },
  { 1440, { QD_TIME_UNIT_DAY, 1 }, { QD_TIME_UNIT_MINUTE, 30 } },
  { 720, { QD_TIME_UNIT_DAY, 1 }, { QD_TIME_UNIT_HOUR, 1 } },
  { 360, { QD_TIME_UNIT_DAY, 1 }, { QD_TIME_UNIT_HOUR, 2 } },
  { 180, { QD_TIME_UNIT_DAY, 1 }, { QD_TIME_UNIT_HOUR, 4 } },
  { 110, { QD_TIME_UNIT_DAY, 1 }, { QD_TIME_UNIT_HOUR, 6 } },
  { 18, { QD_TIME_UNIT_WEEK, 1 }, { QD_TIME_UNIT_DAY, 1 } },
  { 5, { QD_TIME_UNIT_MONTH, 1 }, { QD_TIME_UNIT_WEEK, 1 } },
  { 1, { QD_TIME_UNIT_QUARTER, 1 }, { QD_TIME_UNIT_MONTH, 1 } },
  { 0.28, { QD_TIME_UNIT_YEAR, 1 }, { QD_TIME_UNIT_QUARTER, 1 } },
  { 0.1, { QD_TIME_UNIT_YEAR, 10 }, { QD_TIME_UNIT_YEAR, 1 } },
  { 0, { QD_TIME_UNIT_YEAR, 10 }, { QD_TIME_UNIT_YEAR, 2 } },
};

void
qd_time_axis_get_steps (const QdTimeAxis *self,
                        QdTimeStep       *upper,
                        QdTimeStep       *lower)
{
  guint level = 0;

  while (self->scale < levels[level].scale)
    level++;

  *upper = levels[level].upper;
  *lower = levels[level].lower;
}

/* What something that is dragged moves by: what can be told apart at that scale. */
QdTimeStep
qd_time_axis_get_snap (const QdTimeAxis *self)
{
  if (self->scale >= 2880)
    return (QdTimeStep){ QD_TIME_UNIT_MINUTE, 15 };

  if (self->scale >= 720)
    return (QdTimeStep){ QD_TIME_UNIT_MINUTE, 30 };

  return self->scale >= 110 ? (QdTimeStep){ QD_TIME_UNIT_HOUR, 1 } : (QdTimeStep){ QD_TIME_UNIT_DAY, 1 };
}

static int
floor_to (int number,
          int count)
{
  int rest = number % count;

  return number - (rest < 0 ? rest + count : rest);
}

static QdMinute
get_month_begin (int year,
                 int month)
{
  /* Months count on: 13 is the next January. */
  int months = CLAMP (year * 12 + month - 1, 12, 9999 * 12 + 11);

  return qd_minute_from_day (qd_day_from_ymd (months / 12, months % 12 + 1, 1));
}

/* The beginning of the step that @minute is in. */
QdMinute
qd_time_step_floor (QdTimeStep step,
                    QdMinute   minute)
{
  int day;
  int year, month, day_of_month;

  minute = MAX (minute, FIRST_MINUTE);
  day = qd_minute_get_day (minute);

  switch (step.unit)
    {
    case QD_TIME_UNIT_MINUTE:
      return floor_to (minute, step.count);

    case QD_TIME_UNIT_HOUR:
      return floor_to (minute, step.count * 60);

    case QD_TIME_UNIT_DAY:
      return qd_minute_from_day (day);

    case QD_TIME_UNIT_WEEK:
      return qd_minute_from_day (qd_week_get_start (day));

    case QD_TIME_UNIT_MONTH:
      qd_day_get_ymd (day, &year, &month, &day_of_month);
      return get_month_begin (year, month);

    case QD_TIME_UNIT_QUARTER:
      qd_day_get_ymd (day, &year, &month, &day_of_month);
      return get_month_begin (year, floor_to (month - 1, MONTHS_PER_QUARTER) + 1);

    case QD_TIME_UNIT_YEAR:
    default:
      qd_day_get_ymd (day, &year, &month, &day_of_month);
      return get_month_begin (floor_to (year, step.count), 1);
    }
}

/* The beginning of the step after the one that begins at @minute. */
QdMinute
qd_time_step_next (QdTimeStep step,
                   QdMinute   minute)
{
  int year, month, day_of_month;

  switch (step.unit)
    {
    case QD_TIME_UNIT_MINUTE:
      return minute + step.count;

    case QD_TIME_UNIT_HOUR:
      return minute + step.count * 60;

    case QD_TIME_UNIT_DAY:
      return minute + QD_MINUTES_PER_DAY;

    case QD_TIME_UNIT_WEEK:
      return minute + 7 * QD_MINUTES_PER_DAY;

    case QD_TIME_UNIT_MONTH:
    case QD_TIME_UNIT_QUARTER:
    case QD_TIME_UNIT_YEAR:
    default:
      qd_day_get_ymd (qd_minute_get_day (minute), &year, &month, &day_of_month);
      return get_month_begin (
          year,
          month + (step.unit == QD_TIME_UNIT_YEAR ? 12 * step.count : step.unit == QD_TIME_UNIT_QUARTER ? MONTHS_PER_QUARTER
                                                                                                        : 1));
    }
}

/* The nearest beginning of a step; what is nearer to the next one is rounded up. */
QdMinute
qd_time_step_round (QdTimeStep step,
                    double     minute)
{
  QdMinute begin = qd_time_step_floor (step, (QdMinute)floor (minute));
  QdMinute end = qd_time_step_next (step, begin);

  return minute - begin < end - minute ? begin : end;
}

static char *
format (QdMinute    minute,
        const char *text)
{
  int year, month, day_of_month;
  g_autoptr(GDateTime) date = NULL;

  qd_day_get_ymd (qd_minute_get_day (minute), &year, &month, &day_of_month);
  date = g_date_time_new_utc (
      year, month, day_of_month, qd_minute_get_time (minute) / 60, qd_minute_get_time (minute) % 60, 0);

  return date != NULL ? g_date_time_format (date, text) : g_strdup ("");
}

/* Returns: (transfer full): a time of day as the locale writes it: “9:30”, “14:00” */
char *
qd_time_dup_words (int minute)
{
  /* 24:00 is the end of a day, which no clock shows. */
  if (minute == QD_MINUTES_PER_DAY)
    return g_strdup ("24:00");

  /* Translators: a time of day, as strftime has it: “14:30”, or “%-I:%M %p” for “2:30 PM” */
  return format (minute, C_ ("time format", "%-H:%M"));
}

static char *
dup_week_label (QdMinute minute,
                double   width,
                gboolean upper)
{
  int              number = qd_week_get_number (qd_minute_get_day (minute));
  g_autofree char *day = NULL;

  if (upper)
    {
      if (width < 24)
        return g_strdup ("");

      if (width < 52)
        /* Translators: the number of a week, where there is hardly any room: “W23” */
        return g_strdup_printf (C_ ("axis", "W%d"), number);

      if (width < 124)
        /* Translators: the number of a week: “Week 23” */
        return g_strdup_printf (C_ ("axis", "Week %d"), number);

      /* Translators: the first day of a week, above its days: “1 June 2026”; xgettext:no-c-format */
      day = format (minute, width >= 205 ? C_ ("axis", "%-d %B %Y") : C_ ("axis", "%-d %b"));

      /* Translators: %1$d is the number of a week, %2$s its first day: “Week 23 · 1 June 2026” */
      return g_strdup_printf (C_ ("axis", "Week %1$d · %2$s"), number, day);
    }

  /* The month stands above. */
  if (width < 58)
    return format (minute, "%-d");

  /* Translators: a day on an axis, such as “24 Nov”; xgettext:no-c-format */
  day = format (minute, C_ ("axis", "%-d %b"));

  if (width < 96)
    return g_steal_pointer (&day);

  /* Translators: %1$d is the number of a week, %2$s its first day: “W23 · 1 Jun” */
  return g_strdup_printf (C_ ("axis", "W%1$d · %2$s"), number, day);
}

static char *
dup_day_label (QdMinute minute,
               double   width,
               gboolean upper)
{
  if (upper)
    /* Translators: a day above its hours: “Monday 1 June 2026”, and narrower “Mon 1 Jun”; xgettext:no-c-format */
    return format (minute, width >= 190  ? C_ ("axis", "%A %-d %B %Y")
                           : width >= 60 ? /* xgettext:no-c-format */ C_ ("axis", "%a %-d %b")
                           : width >= 14 ? "%-d"
                                         : "");

  /* Translators: a day among others of its week: “Mon 1”; xgettext:no-c-format */
  return format (minute, width >= 46 ? C_ ("axis", "%a %-d") : "%-d");
}

static char *
dup_quarter_label (QdMinute minute,
                   double   width,
                   gboolean upper)
{
  int year, month, day_of_month, quarter;

  if (upper && width < 24)
    return g_strdup ("");

  qd_day_get_ymd (qd_minute_get_day (minute), &year, &month, &day_of_month);
  quarter = (month - 1) / MONTHS_PER_QUARTER + 1;

  if (upper && width >= 64)
    /* Translators: a quarter of a year above its months: “Q3 2026” */
    return g_strdup_printf (C_ ("axis", "Q%1$d %2$d"), quarter, year);

  /* Translators: a quarter of a year: “Q3” */
  return g_strdup_printf (C_ ("axis", "Q%d"), quarter);
}

static char *
dup_year_label (QdTimeStep step,
                QdMinute   minute,
                double     width,
                gboolean   upper)
{
  g_autofree char *first = format (minute, "%Y");
  g_autofree char *last = NULL;

  if (upper && width < (step.count < 10 ? 30 : 66))
    return g_strdup ("");

  if (step.count < 10)
    return g_steal_pointer (&first);

  last = format (qd_time_step_next (step, minute) - 1, "%Y");

  return g_strdup_printf ("%s–%s", first, last);
}

/**
 * qd_time_step_dup_label:
 * @minute: the beginning of the step
 * @width: there is for it, in pixels
 * @upper: whether it stands in the upper row
 *
 * Returns: (transfer full): as long as the width allows; empty where there is no room for any
 *   in the upper row
 */
char *
qd_time_step_dup_label (QdTimeStep step,
                        QdMinute   minute,
                        double     width,
                        gboolean   upper)
{
  switch (step.unit)
    {
    case QD_TIME_UNIT_MINUTE:
    case QD_TIME_UNIT_HOUR:
      return qd_time_dup_words (qd_minute_get_time (minute));

    case QD_TIME_UNIT_DAY:
      return dup_day_label (minute, width, upper);

    case QD_TIME_UNIT_WEEK:
      return dup_week_label (minute, width, upper);

    case QD_TIME_UNIT_MONTH:
      if (upper)
        /* Translators: a month above its weeks: “June 2026”, and narrower “Jun ’26” */
        return format (minute, width >= 130 ? C_ ("axis", "%B %Y") : width >= 66 ? C_ ("axis", "%b ’%y")
                                                                 : width >= 26   ? "%b"
                                                                                 : "");

      return format (minute, width >= 76 ? "%B" : "%b");

    case QD_TIME_UNIT_QUARTER:
      return dup_quarter_label (minute, width, upper);

    case QD_TIME_UNIT_YEAR:
    default:
      return dup_year_label (step, minute, width, upper);
    }
}
