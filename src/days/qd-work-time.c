/* qd-work-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-work-time"

#include "qd-work-time.h"

#include <string.h>

#define SECONDS_PER_MINUTE 60

/* Where in a day work is done. Most days are alike, so that there are few of these. */
typedef struct
{
  gint16 all;                           /* the working minutes of the day */
  gint16 count[QD_MINUTES_PER_DAY + 1]; /* of each minute: how much work is before it */
  gint16 minute[QD_MINUTES_PER_DAY];    /* of each working minute: which of the day it is */
} Pattern;

typedef struct
{
  const Pattern *pattern;
  int            before; /* the work there is before it */
} Day;

typedef struct
{
  const Pattern *pattern;
  QdMinute       midnight;
  int            before;
  int            until; /* the work there is when it is over */
} WorkingDay;

/* Tables rather than searches: a schedule asks some hundred thousand times. */
struct _QdWorkTime
{
  gatomicrefcount ref_count;

  guint           n_spans;
  QdMinuteSpan   *spans;
  int             all; /* the work there is */

  QdMinute        first; /* midnight of the first day */
  guint           n_days;
  Day            *days;
  guint           n_working_days;
  WorkingDay     *working_days;
  guint64         steps;   /* of work, in 2³² minutes, between two entries of: */
  guint          *by_work; /* the working day in which so much work is reached, or one before it */
  GPtrArray      *patterns;
};

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const QdMinuteSpan *first = a, *second = b;

  return (first->from > second->from) - (first->from < second->from);
}

static Pattern *
pattern_new (const QdMinuteSpan *spans,
             guint               n_spans,
             QdMinute            midnight)
{
  Pattern *pattern = g_new0 (Pattern, 1);
  int      minute = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      int from = MAX (spans[i].from - midnight, 0);
      int until = MIN (spans[i].until - midnight, QD_MINUTES_PER_DAY);

      for (; minute < from; minute++)
        pattern->count[minute] = pattern->all;

      for (; minute < until; minute++)
        {
          pattern->count[minute] = pattern->all;
          pattern->minute[pattern->all++] = minute;
        }
    }

  for (; minute <= QD_MINUTES_PER_DAY; minute++)
    pattern->count[minute] = pattern->all;

  return pattern;
}

static guint
hash_pattern (gconstpointer key)
{
  const Pattern *pattern = key;
  guint          hash = pattern->all;

  for (int i = 0; i <= QD_MINUTES_PER_DAY; i += 15)
    hash = hash * 31 + pattern->count[i];

  return hash;
}

static gboolean
equal_patterns (gconstpointer a,
                gconstpointer b)
{
  return memcmp (((const Pattern *)a)->count, ((const Pattern *)b)->count, sizeof ((const Pattern *)a)->count) == 0;
}

/* Returns: the pattern it is; new ones are added */
static const Pattern *
find_pattern (QdWorkTime         *self,
              GHashTable         *known,
              const QdMinuteSpan *spans,
              guint               n_spans,
              QdMinute            midnight)
{
  Pattern *pattern = pattern_new (spans, n_spans, midnight);
  Pattern *same = g_hash_table_lookup (known, pattern);

  if (same != NULL)
    {
      g_free (pattern);
      return same;
    }

  g_hash_table_add (known, pattern);
  g_ptr_array_add (self->patterns, pattern);

  return pattern;
}

/* Where the stretches of a day are */
typedef struct
{
  guint          first;
  guint          n_spans;
  QdMinute       midnight;
  const Pattern *pattern;
} DaySpans;

static QdMinuteSpan
get_span_of_day (QdWorkTime     *self,
                 const DaySpans *day,
                 guint           index)
{
  const QdMinuteSpan *span = &self->spans[day->first + index];

  return (QdMinuteSpan){ MAX (span->from - day->midnight, 0), MIN (span->until - day->midnight, QD_MINUTES_PER_DAY) };
}

/* Most days are as one of the two kinds before them: that is faster to see than to work out. */
static gboolean
is_same_day (QdWorkTime     *self,
             const DaySpans *day,
             const DaySpans *other)
{
  if (day->n_spans != other->n_spans)
    return FALSE;

  for (guint i = 0; i < day->n_spans; i++)
    {
      QdMinuteSpan span = get_span_of_day (self, day, i), like = get_span_of_day (self, other, i);

      if (span.from != like.from || span.until != like.until)
        return FALSE;
    }

  return TRUE;
}

/* Adds what is there on the day that begins at @midnight. */
static void
add_day (QdWorkTime     *self,
         Day            *day,
         const DaySpans *spans)
{
  day->pattern = spans->pattern;
  day->before = self->all;
  self->all += day->pattern->all;

  if (self->all > day->before)
    self->working_days[self->n_working_days++] = (WorkingDay){ day->pattern, spans->midnight, day->before, self->all };
}

static void
create_days (QdWorkTime *self)
{
  g_autoptr(GHashTable) known = g_hash_table_new (hash_pattern, equal_patterns);
  DaySpans last[2] = { { .n_spans = G_MAXUINT }, { .n_spans = G_MAXUINT } };
  DaySpans day = { 0 };

  self->first = qd_minute_from_day (qd_minute_get_day (self->spans[0].from));
  self->n_days = qd_minute_get_day (self->spans[self->n_spans - 1].until - 1) - qd_minute_get_day (self->first) + 1;
  self->days = g_new (Day, self->n_days);
  self->working_days = g_new (WorkingDay, self->n_days);

  for (guint i = 0; i < self->n_days; i++)
    {
      day.midnight = self->first + (QdMinute)i * QD_MINUTES_PER_DAY;

      while (day.first < self->n_spans && self->spans[day.first].until <= day.midnight)
        day.first++;

      day.n_spans = 0;

      while (day.first + day.n_spans < self->n_spans &&
             self->spans[day.first + day.n_spans].from < day.midnight + QD_MINUTES_PER_DAY)
        day.n_spans++;

      if (!is_same_day (self, &day, &last[0]))
        {
          DaySpans other = last[0];

          if (is_same_day (self, &day, &last[1]))
            day.pattern = last[1].pattern;
          else
            day.pattern = find_pattern (self, known, self->spans + day.first, day.n_spans, day.midnight);

          last[0] = day;
          last[1] = other;
        }

      day.pattern = last[0].pattern;
      add_day (self, &self->days[i], &day);
    }
}

static inline guint
get_step (const QdWorkTime *self,
          int               work)
{
  return work * self->steps >> 32;
}

/* As many entries as working days: where they are all alike, an entry is a day. */
static void
index_work (QdWorkTime *self)
{
  guint n_steps, day = 0;

  self->steps = (G_GUINT64_CONSTANT (1) << 32) / self->working_days[self->n_working_days / 2].pattern->all;
  n_steps = get_step (self, self->all) + 1;
  self->by_work = g_new (guint, n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      /* The first minute of the step: what comes after it is never in an earlier day. */
      guint64 work = (((guint64)i << 32) + self->steps - 1) / self->steps;

      while (day + 1 < self->n_working_days && self->working_days[day].until <= (gint64)work)
        day++;

      self->by_work[i] = day;
    }
}

/* Takes @spans, sorted and apart. */
static QdWorkTime *
create (GArray *spans)
{
  QdWorkTime *self = g_new0 (QdWorkTime, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_spans = spans->len;
  self->spans = (QdMinuteSpan *)g_array_free (spans, FALSE);
  self->patterns = g_ptr_array_new_with_free_func (g_free);

  if (self->n_spans > 0)
    {
      create_days (self);
      index_work (self);
    }

  return self;
}

static void
append (GArray  *spans,
        QdMinute from,
        QdMinute until)
{
  QdMinuteSpan *last = spans->len > 0 ? &g_array_index (spans, QdMinuteSpan, spans->len - 1) : NULL;

  if (until <= from)
    return;

  if (last != NULL && from <= last->until)
    last->until = MAX (last->until, until);
  else
    g_array_append_vals (spans, &(QdMinuteSpan){ from, until }, 1);
}

static GArray *
sort_and_merge (const QdMinuteSpan *spans,
                guint               n_spans)
{
  g_autoptr(GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (QdMinuteSpan), n_spans);
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (QdMinuteSpan), n_spans);

  g_array_append_vals (sorted, spans, n_spans);
  g_array_sort (sorted, compare_spans);

  for (guint i = 0; i < n_spans; i++)
    append (merged, g_array_index (sorted, QdMinuteSpan, i).from, g_array_index (sorted, QdMinuteSpan, i).until);

  return merged;
}

/* Day and night, @last_day included. */
QdWorkTime *
qd_work_time_new_always (int first_day,
                         int last_day)
{
  QdMinuteSpan span = { qd_minute_from_day (first_day), qd_minute_from_day (last_day + 1) };

  return qd_work_time_new_spans (&span, 1);
}

/* In any order; those that touch or overlap become one. */
QdWorkTime *
qd_work_time_new_spans (const QdMinuteSpan *spans,
                        guint               n_spans)
{
  return create (sort_and_merge (spans, n_spans));
}

static gint64
get_universal (GTimeZone *zone,
               gint64     local,
               GTimeType  type)
{
  int interval = g_time_zone_adjust_time (zone, type, &local);

  return local - g_time_zone_get_offset (zone, interval);
}

/**
 * qd_minute_convert:
 * @minute: what a clock in @from says
 *
 * A time that a clock skips in spring is taken as the first after it; of one that
 * it shows twice in autumn, the first is meant.
 *
 * Returns: what a clock in @to says then
 */
QdMinute
qd_minute_convert (QdMinute   minute,
                   GTimeZone *from,
                   GTimeZone *to)
{
  gint64 local = (gint64)minute * SECONDS_PER_MINUTE;
  gint64 universal;
  int    interval;

  /* The first of the two need not be that of summer: in Ireland it is winter that is
   * the exception, and a zone that moves for good has neither. */
  universal = MIN (get_universal (from, local, G_TIME_TYPE_DAYLIGHT), get_universal (from, local, G_TIME_TYPE_STANDARD));
  interval = g_time_zone_find_interval (to, G_TIME_TYPE_UNIVERSAL, universal);
  local = universal + g_time_zone_get_offset (to, interval);

  /* Some zones were a part of a minute off, long ago. */
  return (QdMinute)(local >= 0 ? local / SECONDS_PER_MINUTE : -((SECONDS_PER_MINUTE - 1 - local) / SECONDS_PER_MINUTE));
}

/**
 * qd_work_time_new:
 * @last_day: included
 * @zone: (nullable): where those hours are kept
 * @clock: (nullable): what the clock of the plan goes by; without the two, the
 *   hours are of that clock itself
 */
QdWorkTime *
qd_work_time_new (const QdWorkWeek *week,
                  int               first_day,
                  int               last_day,
                  GTimeZone        *zone,
                  GTimeZone        *clock)
{
  GArray  *spans = g_array_new (FALSE, FALSE, sizeof (QdMinuteSpan));
  gboolean convert = zone != NULL && clock != NULL &&
                     !g_str_equal (g_time_zone_get_identifier (zone), g_time_zone_get_identifier (clock));

  for (int day = first_day; day <= last_day; day++)
    {
      int weekday = qd_day_get_weekday (day) - 1;

      for (guint i = 0; i < week->n_spans[weekday]; i++)
        {
          QdMinute from = qd_minute_from_day (day) + week->spans[weekday][i].from;
          QdMinute until = qd_minute_from_day (day) + week->spans[weekday][i].until;

          append (spans,
                  convert ? qd_minute_convert (from, zone, clock) : from,
                  convert ? qd_minute_convert (until, zone, clock) : until);
        }
    }

  return create (spans);
}

QdWorkTime *
qd_work_time_ref (QdWorkTime *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
qd_work_time_unref (QdWorkTime *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->spans);
  g_free (self->days);
  g_free (self->working_days);
  g_free (self->by_work);
  g_ptr_array_unref (self->patterns);
  g_free (self);
}

guint
qd_work_time_get_n_spans (QdWorkTime *self)
{
  return self->n_spans;
}

QdMinuteSpan
qd_work_time_get_span (QdWorkTime *self,
                       guint       index)
{
  g_return_val_if_fail (index < self->n_spans, ((QdMinuteSpan){ QD_MINUTE_NONE, QD_MINUTE_NONE }));

  return self->spans[index];
}

gboolean
qd_work_time_is_empty (QdWorkTime *self)
{
  return self->n_spans == 0;
}

/* How many working minutes there are before @minute. */
int
qd_work_time_count (QdWorkTime *self,
                    QdMinute    minute)
{
  const Day *day;
  guint      index;

  if (minute < self->first || self->n_days == 0)
    return 0;

  index = (guint)(minute - self->first) / QD_MINUTES_PER_DAY;

  if (index >= self->n_days)
    return self->all;

  day = &self->days[index];

  return day->before + day->pattern->count[minute - self->first - (QdMinute)index * QD_MINUTES_PER_DAY];
}

gboolean
qd_work_time_is_work (QdWorkTime *self,
                      QdMinute    minute)
{
  return qd_work_time_count (self, minute + 1) > qd_work_time_count (self, minute);
}

/* Whether there is any work on @day. */
gboolean
qd_work_time_is_working_day (QdWorkTime *self,
                             int         day)
{
  return qd_work_time_count (self, qd_minute_from_day (day + 1)) > qd_work_time_count (self, qd_minute_from_day (day));
}

/* The minute in which work goes on after @work minutes of it: Monday's first after a whole week. */
QdMinute
qd_work_time_begin_at (QdWorkTime *self,
                       int         work)
{
  const WorkingDay *day;

  work = MAX (work, 0);

  if (work >= self->all)
    return QD_MINUTE_LAST;

  day = &self->working_days[self->by_work[get_step (self, work)]];

  while (work >= day->until)
    day++;

  return day->midnight + day->pattern->minute[work - day->before];
}

/* The minute at which @work minutes of work are done: Friday's evening after a whole week. */
QdMinute
qd_work_time_end_at (QdWorkTime *self,
                     int         work)
{
  if (work > self->all || self->all == 0)
    return QD_MINUTE_LAST;

  return work > 0 ? qd_work_time_begin_at (self, work - 1) + 1 : self->spans[0].from;
}

/**
 * qd_work_time_run:
 * @start: (inout): moved on to where work is done
 * @work: more than 0
 * @done: (out): how much work there is until the end
 *
 * Returns: when @work minutes of work are done that begin at @start
 */
QdMinute
qd_work_time_run (QdWorkTime *self,
                  QdMinute   *start,
                  int         work,
                  int        *done)
{
  int before = qd_work_time_count (self, *start);

  *start = qd_work_time_begin_at (self, before);
  *done = before + work;

  return qd_work_time_end_at (self, *done);
}

/**
 * qd_work_time_run_back:
 * @finish: (inout): moved back to where work ends at the latest
 * @work: more than 0
 * @done: (out): how much work there is until @finish
 *
 * Returns: when @work minutes of work begin at the latest that are done by @finish
 */
QdMinute
qd_work_time_run_back (QdWorkTime *self,
                       QdMinute   *finish,
                       int         work,
                       int        *done)
{
  *done = qd_work_time_count (self, *finish);
  *finish = qd_work_time_end_at (self, *done);

  return qd_work_time_begin_at (self, *done - work);
}

/* The first working minute that is not before @minute. */
QdMinute
qd_work_time_next (QdWorkTime *self,
                   QdMinute    minute)
{
  return qd_work_time_begin_at (self, qd_work_time_count (self, minute));
}

/* The last minute at which work could have ended that is not after @minute. */
QdMinute
qd_work_time_previous (QdWorkTime *self,
                       QdMinute    minute)
{
  int done = qd_work_time_count (self, minute);

  return done > 0 ? qd_work_time_end_at (self, done) : QD_MINUTE_NONE;
}
