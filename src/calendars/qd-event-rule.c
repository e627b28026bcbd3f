/* qd-event-rule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-event-rule"

#include "qd-event-rule.h"

#include <glib/gi18n.h>

#include "qd-content-lines.h"
#include "qd-day.h"

/* So that no day that libical looks for is further away than it can count */
#define MAX_INTERVAL 1000

static gboolean
has_part (const short *part)
{
  return part[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

/*
 * What libical gets wrong: by the number of a week it is off by a year now and
 * then, and without a month it takes a day of all months for one of the month in
 * which the event began.
 */
static void
complete (struct icalrecurrencetype *recurrence)
{
  if (recurrence->freq != ICAL_YEARLY_RECURRENCE || !has_part (recurrence->by_month_day) ||
      has_part (recurrence->by_month) || has_part (recurrence->by_year_day))
    return;

  for (int month = 1; month <= 12; month++)
    recurrence->by_month[month - 1] = month;

  recurrence->by_month[12] = ICAL_RECURRENCE_ARRAY_MAX;
}

/**
 * qd_event_rule_init:
 * @recurrence: as libical has read it
 *
 * Returns: whether it is a rule for days; it need not have any
 */
gboolean
qd_event_rule_init (QdEventRule              *self,
                    guint                     line,
                    struct icalrecurrencetype recurrence,
                    GError                  **error)
{
  self->line = line;
  self->recurrence = recurrence;

  switch (recurrence.freq)
    {
    case ICAL_DAILY_RECURRENCE:
    case ICAL_WEEKLY_RECURRENCE:
    case ICAL_MONTHLY_RECURRENCE:
    case ICAL_YEARLY_RECURRENCE:
      break;

    case ICAL_HOURLY_RECURRENCE:
    case ICAL_MINUTELY_RECURRENCE:
    case ICAL_SECONDLY_RECURRENCE:
      return qd_content_line_fail (line, error, _ ("the event repeats several times a day, which no holiday does"));

    case ICAL_NO_RECURRENCE:
    default:
      return qd_content_line_fail (line, error, _ ("it is not clear when the event repeats"));
    }

  if (recurrence.rscale != NULL || recurrence.skip != ICAL_SKIP_OMIT)
    return qd_content_line_fail (line, error, _ ("the event repeats by another calendar, which is not supported"));

  if (has_part (recurrence.by_week_no))
    return qd_content_line_fail (line, error, _ ("the event repeats by the number of the week, which is not supported"));

  if (!icaltime_is_null_time (recurrence.until) &&
      qd_day_from_ymd (recurrence.until.year, recurrence.until.month, recurrence.until.day) == QD_DAY_NONE)
    return qd_content_line_fail (line, error, _ ("there is no such day as the one until which the event repeats"));

  if (recurrence.interval > MAX_INTERVAL)
    return qd_content_line_fail (line, error, _ ("the event repeats at longer intervals than %d"), MAX_INTERVAL);

  /* At what time of the day does not matter. */
  self->recurrence.by_hour[0] = ICAL_RECURRENCE_ARRAY_MAX;
  self->recurrence.by_minute[0] = ICAL_RECURRENCE_ARRAY_MAX;
  self->recurrence.by_second[0] = ICAL_RECURRENCE_ARRAY_MAX;
  complete (&self->recurrence);

  return TRUE;
}

static struct icaltimetype
get_date (int day)
{
  struct icaltimetype date = { .is_date = TRUE };

  qd_day_get_ymd (day, &date.year, &date.month, &date.day);

  return date;
}

/* How often libical has to look for the next day, at most, from one day to another. */
static int
get_effort (const struct icalrecurrencetype *recurrence,
            int                              n_days)
{
  switch (recurrence->freq)
    {
    case ICAL_MONTHLY_RECURRENCE:
      return n_days / 28 + 1;

    case ICAL_YEARLY_RECURRENCE:
      return n_days / 365 + 1;

    case ICAL_NO_RECURRENCE:
    case ICAL_SECONDLY_RECURRENCE:
    case ICAL_MINUTELY_RECURRENCE:
    case ICAL_HOURLY_RECURRENCE:
    case ICAL_DAILY_RECURRENCE:
    case ICAL_WEEKLY_RECURRENCE:
    default:
      return n_days + 1;
    }
}

static gboolean
take_effort (const QdEventRule *self,
             int                start,
             int                first_day,
             int                last_day,
             int               *effort,
             GError           **error)
{
  /* What is counted is counted from its first time on. */
  int from = self->recurrence.count > 0 ? start : MAX (start, first_day);

  *effort -= get_effort (&self->recurrence, MAX (last_day - from, 0));

  if (*effort < 0)
    return qd_content_line_fail (self->line, error, _ ("more events repeat, and more often, than can be worked out"));

  return TRUE;
}

static gboolean
collect (const QdEventRule  *self,
         icalrecur_iterator *iterator,
         int                 first_day,
         GArray             *days,
         GError            **error)
{
  guint               n_times = 0;
  struct icaltimetype date;

  while (!icaltime_is_null_time (date = icalrecur_iterator_next (iterator)))
    {
      int day = qd_day_from_ymd (date.year, date.month, date.day);

      if (++n_times > QD_EVENT_RULE_MAX_DAYS)
        return qd_content_line_fail (
            self->line, error, _ ("the event repeats more than %d times"), QD_EVENT_RULE_MAX_DAYS);

      if (day >= first_day)
        g_array_append_val (days, day);
    }

  return TRUE;
}

/**
 * qd_event_rule_expand:
 * @start: the day on which the event begins for the first time
 * @last_day: included
 * @effort: (inout): how much may still be spent, of %QD_EVENT_RULE_MAX_EFFORT at first
 * @days: (element-type int): gets the days on which it begins, between @first_day and @last_day
 *
 * Takes no longer than what @effort allows, and a rule that no day ever fits is
 * an error: libical would look for one in twenty thousand years, for each event.
 */
gboolean
qd_event_rule_expand (const QdEventRule *self,
                      int                start,
                      int                first_day,
                      int                last_day,
                      int               *effort,
                      GArray            *days,
                      GError           **error)
{
  struct icalrecurrencetype recurrence = self->recurrence;
  icalrecur_iterator       *iterator;
  gboolean                  done;

  if (last_day < start || last_day < first_day)
    return TRUE;

  if (!take_effort (self, start, first_day, last_day, effort, error))
    return FALSE;

  recurrence.until = get_date (last_day);
  iterator = icalrecur_iterator_new (recurrence, get_date (start));

  if (iterator == NULL)
    return qd_content_line_fail (self->line, error, _ ("no day fits the rule by which the event repeats"));

  /* There is none from that day on where this fails. */
  done = recurrence.count == 0 && first_day > start &&
         !icalrecur_iterator_set_start (iterator, get_date (first_day));
  done = done || collect (self, iterator, first_day, days, error);
  icalrecur_iterator_free (iterator);

  return done;
}
