/* qd-mspdi-calendars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-mspdi-calendars"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-mspdi-private.h"

/*
 * Working calendars as Microsoft Project has them: a week, and the days that are
 * not as that weekday usually is. Ours are minutes of work, whatever they came
 * from – holidays, freezes, hours of another zone – so the week is what most weeks
 * are like, and every other day is an exception.
 */

/* As many stretches as a day has there */
#define MAX_SPANS 5

typedef struct
{
  guint      n_spans;
  QdWorkSpan spans[MAX_SPANS];
} Pattern;

typedef struct
{
  Pattern pattern;
  guint   n_days;
} Candidate;

static const struct
{
  QdCalendarSide side;
  gboolean       meeting;
  const char    *name;
} calendars[QD_PLAN_CALENDARS_N] = {
  { QD_CALENDAR_SIDE_OURS, FALSE, N_ ("Our Working Days") },
  { QD_CALENDAR_SIDE_OURS, TRUE, N_ ("Our Meetings") },
  { QD_CALENDAR_SIDE_THEIRS, FALSE, N_ ("The Customer’s Working Days") },
  { QD_CALENDAR_SIDE_THEIRS, TRUE, N_ ("The Customer’s Meetings") },
  { QD_CALENDAR_SIDE_BOTH, FALSE, N_ ("Working Days of Both") },
  { QD_CALENDAR_SIDE_BOTH, TRUE, N_ ("Meetings of Both") },
};

static QdWorkTime *
get_work_time (const QdPlanOutline *outline,
               guint                calendar)
{
  return qd_plan_calendars_get (outline->calendars, calendars[calendar].side, calendars[calendar].meeting);
}

/* Returns: the number of the calendar of @task, from 1 */
int
qd_mspdi_get_calendar (const QdPlanOutline *outline,
                       const QdOutlineTask *task)
{
  QdWorkTime *work_time = qd_plan_outline_get_calendar (outline, task);

  for (guint i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      if (get_work_time (outline, i) == work_time)
        return (int)i + 1;
    }

  g_return_val_if_reached (1);
}

/* The stretches of each day of @work_time, walked from day to day. */
typedef struct
{
  QdWorkTime *work_time;
  guint       span; /* the first that is not over before the day */
} Walk;

static Pattern
get_pattern (Walk *walk,
             int   day)
{
  QdMinute midnight = qd_minute_from_day (day);
  Pattern  pattern = { 0 };
  guint    n_spans = qd_work_time_get_n_spans (walk->work_time);

  while (walk->span < n_spans && qd_work_time_get_span (walk->work_time, walk->span).until <= midnight)
    walk->span++;

  for (guint i = walk->span; i < n_spans && pattern.n_spans < MAX_SPANS; i++)
    {
      QdMinuteSpan span = qd_work_time_get_span (walk->work_time, i);

      if (span.from >= midnight + QD_MINUTES_PER_DAY)
        break;

      pattern.spans[pattern.n_spans].from = MAX (span.from - midnight, 0);
      pattern.spans[pattern.n_spans++].until = MIN (span.until - midnight, QD_MINUTES_PER_DAY);
    }

  return pattern;
}

static gboolean
is_alike (const Pattern *first,
          const Pattern *second)
{
  return first->n_spans == second->n_spans &&
         memcmp (first->spans, second->spans, sizeof (QdWorkSpan) * first->n_spans) == 0;
}

static void
count_pattern (GArray        *candidates,
               const Pattern *pattern)
{
  Candidate candidate = { *pattern, 1 };

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *known = &g_array_index (candidates, Candidate, i);

      if (is_alike (&known->pattern, pattern))
        {
          known->n_days++;
          return;
        }
    }

  g_array_append_val (candidates, candidate);
}

/* What most days of each weekday are like. [0] is Monday. */
static void
find_week (const QdPlanOutline *outline,
           guint                calendar,
           Pattern              week[7])
{
  GArray *candidates[7];
  Walk    walk = { get_work_time (outline, calendar), 0 };
  int     last = qd_plan_calendars_get_last_day (outline->calendars);

  for (int i = 0; i < 7; i++)
    candidates[i] = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (int day = qd_plan_calendars_get_first_day (outline->calendars); day <= last; day++)
    {
      Pattern pattern = get_pattern (&walk, day);

      count_pattern (candidates[qd_day_get_weekday (day) - 1], &pattern);
    }

  for (int i = 0; i < 7; i++)
    {
      guint most = 0;

      week[i] = (Pattern){ 0 };

      for (guint n = 0; n < candidates[i]->len; n++)
        {
          Candidate *candidate = &g_array_index (candidates[i], Candidate, n);

          if (candidate->n_days > most)
            {
              most = candidate->n_days;
              week[i] = candidate->pattern;
            }
        }

      g_array_unref (candidates[i]);
    }
}

static void
append_times (GString       *xml,
              guint          depth,
              const Pattern *pattern)
{
  qd_mspdi_append_number (xml, depth, "DayWorking", pattern->n_spans > 0);

  if (pattern->n_spans == 0)
    return;

  qd_mspdi_open (xml, depth, "WorkingTimes");

  for (guint i = 0; i < pattern->n_spans; i++)
    {
      qd_mspdi_open (xml, depth + 1, "WorkingTime");
      qd_mspdi_append_time (xml, depth + 2, "FromTime", pattern->spans[i].from);
      qd_mspdi_append_time (xml, depth + 2, "ToTime", pattern->spans[i].until);
      qd_mspdi_close (xml, depth + 1, "WorkingTime");
    }

  qd_mspdi_close (xml, depth, "WorkingTimes");
}

/* Days are counted from Sunday there. */
static void
append_week (GString      *xml,
             const Pattern week[7])
{
  qd_mspdi_open (xml, 3, "WeekDays");

  for (int i = 0; i < 7; i++)
    {
      qd_mspdi_open (xml, 4, "WeekDay");
      qd_mspdi_append_number (xml, 5, "DayType", i + 1);
      append_times (xml, 5, &week[(i + 6) % 7]);
      qd_mspdi_close (xml, 4, "WeekDay");
    }

  qd_mspdi_close (xml, 3, "WeekDays");
}

/* Returns: (transfer none) (nullable): what takes working time from @day */
static const char *
find_name (const QdPlanOutline *outline,
           guint                calendar,
           int                  day)
{
  guint                 n_bands;
  const QdCalendarBand *bands = qd_plan_calendars_get_bands (outline->calendars, &n_bands);

  for (guint i = 0; i < n_bands; i++)
    {
      if (bands[i].span.from < qd_minute_from_day (day + 1) && bands[i].span.until > qd_minute_from_day (day) &&
          qd_calendar_band_applies (&bands[i], calendars[calendar].side, calendars[calendar].meeting))
        return bands[i].name;
    }

  return NULL;
}

static void
append_exception (GString       *xml,
                  const char    *name,
                  int            first,
                  int            last,
                  const Pattern *pattern)
{
  qd_mspdi_open (xml, 4, "Exception");
  qd_mspdi_append_number (xml, 5, "EnteredByOccurrences", 0);
  qd_mspdi_open (xml, 5, "TimePeriod");
  qd_mspdi_append_minute (xml, 6, "FromDate", qd_minute_from_day (first));
  qd_mspdi_append_minute (xml, 6, "ToDate", qd_minute_from_day (last + 1) - 1);
  qd_mspdi_close (xml, 5, "TimePeriod");
  qd_mspdi_append_number (xml, 5, "Occurrences", last - first + 1);

  if (name != NULL)
    qd_mspdi_append (xml, 5, "Name", name);

  qd_mspdi_append_number (xml, 5, "Type", 1); /* every day of the period */
  append_times (xml, 5, pattern);
  qd_mspdi_close (xml, 4, "Exception");
}

/* Days that follow each other and are other than usual in the same way, for the same reason, are one exception. */
static void
append_exceptions (GString             *xml,
                   const QdPlanOutline *outline,
                   guint                calendar,
                   const Pattern        week[7])
{
  Walk        walk = { get_work_time (outline, calendar), 0 };
  int         last = qd_plan_calendars_get_last_day (outline->calendars);
  Pattern     pending = { 0 };
  int         begun = QD_DAY_NONE;
  const char *why = NULL;
  g_autoptr(GString) exceptions = g_string_new (NULL);

  /* The first and the last day are not whole where somebody works by another clock. */
  for (int day = qd_plan_calendars_get_first_day (outline->calendars) + 1; day <= last; day++)
    {
      Pattern     pattern = get_pattern (&walk, day);
      gboolean    usual = day == last || is_alike (&pattern, &week[qd_day_get_weekday (day) - 1]);
      const char *name = usual ? NULL : find_name (outline, calendar, day);

      if (begun != QD_DAY_NONE && (usual || !is_alike (&pattern, &pending) || g_strcmp0 (name, why) != 0))
        {
          append_exception (exceptions, why, begun, day - 1, &pending);
          begun = QD_DAY_NONE;
        }

      if (!usual && begun == QD_DAY_NONE)
        {
          begun = day;
          pending = pattern;
          why = name;
        }
    }

  if (exceptions->len == 0)
    return;

  qd_mspdi_open (xml, 3, "Exceptions");
  g_string_append_len (xml, exceptions->str, (gssize)exceptions->len);
  qd_mspdi_close (xml, 3, "Exceptions");
}

/* When work begins and ends on the days on which we work */
void
qd_mspdi_get_usual_hours (const QdPlanOutline *outline,
                          int                 *from,
                          int                 *until)
{
  Pattern week[7];

  *from = 9 * 60;
  *until = 17 * 60;
  find_week (outline, 0, week);

  for (int i = 0; i < 7; i++)
    {
      if (week[i].n_spans == 0)
        continue;

      *from = week[i].spans[0].from;
      *until = week[i].spans[week[i].n_spans - 1].until;
      return;
    }
}

static gboolean
is_used (const QdPlanOutline *outline,
         guint                calendar)
{
  for (guint i = 0; i < outline->tasks->len; i++)
    {
      if (qd_mspdi_get_calendar (outline, qd_plan_outline_get_task (outline, i)) == (int)calendar + 1)
        return TRUE;
    }

  return FALSE;
}

/* Ours, which the project counts by, and those that a task is done in. */
void
qd_mspdi_append_calendars (GString             *xml,
                           const QdPlanOutline *outline)
{
  qd_mspdi_open (xml, 1, "Calendars");

  for (guint i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      Pattern week[7];

      if (i > 0 && !is_used (outline, i))
        continue;

      find_week (outline, i, week);
      qd_mspdi_open (xml, 2, "Calendar");
      qd_mspdi_append_number (xml, 3, "UID", i + 1);
      qd_mspdi_append (xml, 3, "Name", _ (calendars[i].name));
      qd_mspdi_append_number (xml, 3, "IsBaseCalendar", 1);
      qd_mspdi_append_number (xml, 3, "BaseCalendarUID", -1);
      append_week (xml, week);
      append_exceptions (xml, outline, i, week);
      qd_mspdi_close (xml, 2, "Calendar");
    }

  qd_mspdi_close (xml, 1, "Calendars");
}
