/* qd-plan-calendars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-calendars"

#include "qd-plan-calendars.h"

#include <glib/gi18n.h>

#include "qd-holidays.h"

struct _QdPlanCalendars
{
  gatomicrefcount ref_count;

  int             first_day;
  int             last_day;
  GTimeZone      *clock;      /* (nullable): the plan's, and ours */
  GTimeZone      *their_zone; /* (nullable) */
  GArray         *bands;      /* of QdCalendarBand, by when they begin */
  GStringChunk   *names;
  QdWorkTime     *calendars[QD_PLAN_CALENDARS_N];
  QdWorkTime     *common; /* when both work by their hours alone, whatever is closed */
};

/* Returns: (transfer full) (nullable): the zone, where one is named that exists */
static GTimeZone *
create_zone (QdWorkingCalendar *calendar)
{
  if (calendar == NULL || calendar->time_zone == NULL)
    return NULL;

  return g_time_zone_new_identifier (calendar->time_zone);
}

static void
parse_hours (QdWorkingCalendar *calendar,
             QdWorkWeek        *week)
{
  if (calendar == NULL || !qd_work_week_parse (calendar->hours, week, NULL))
    qd_work_week_parse (QD_WORK_WEEK_USUAL, week, NULL);
}

static int
compare_bands (gconstpointer a,
               gconstpointer b)
{
  const QdCalendarBand *first = a, *second = b;

  if (first->span.from != second->span.from)
    return first->span.from < second->span.from ? -1 : 1;

  return (first->span.until > second->span.until) - (first->span.until < second->span.until);
}

static QdMinuteSpan
convert_span (QdPlanCalendars *self,
              GTimeZone       *zone,
              QdMinute         from,
              QdMinute         until)
{
  if (zone == NULL || self->clock == NULL)
    return (QdMinuteSpan){ from, until };

  return (QdMinuteSpan){ qd_minute_convert (from, zone, self->clock), qd_minute_convert (until, zone, self->clock) };
}

static void
add_band (QdPlanCalendars *self,
          QdCalendarSide   side,
          QdClosure       *closure,
          GTimeZone       *zone,
          int              day,
          int              last)
{
  QdMinute       from = qd_minute_from_day (day);
  QdMinute       until = qd_minute_from_day (last + 1);
  QdCalendarBand band = { .side = side, .kind = closure->kind, .stops = closure->stops };

  if (closure->begins != QD_INTEGER_NONE)
    {
      from += closure->begins;

      if (closure->minutes != QD_INTEGER_NONE)
        until = from + closure->minutes;
    }

  band.name = g_string_chunk_insert_const (self->names, closure->name);
  band.span = convert_span (self, zone, from, until);
  g_array_append_val (self->bands, band);
}

/* Whole days are one stretch; hours are of each of the days. */
static void
add_closure (QdPlanCalendars *self,
             QdCalendarSide   side,
             QdClosure       *closure,
             GTimeZone       *zone)
{
  int last = closure->last != QD_DAY_NONE ? closure->last : closure->weekly ? self->last_day
                                                                            : closure->first;
  int step = closure->weekly ? 7 : 1;
  int day = closure->first;

  if (!closure->weekly && closure->begins == QD_INTEGER_NONE)
    {
      if (last >= self->first_day && day <= self->last_day)
        add_band (self, side, closure, zone, MAX (day, self->first_day), MIN (last, self->last_day));

      return;
    }

  if (day < self->first_day)
    day += (self->first_day - day + step - 1) / step * step;

  for (; day <= MIN (last, self->last_day); day += step)
    add_band (self, side, closure, zone, day, day);
}

static void
add_closures (QdPlanCalendars *self,
              QdCalendarSide   side,
              GPtrArray       *closures,
              GTimeZone       *zone)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; closures != NULL && i < closures->len; i++)
    {
      QdClosure *closure = g_ptr_array_index (closures, i);

      add_closure (self, side, closure, qd_closure_kind_is_universal (closure->kind) ? utc : zone);
    }
}

/* Of the country, where one is named: whole days, of the clock of who lives there. */
static void
add_public_holidays (QdPlanCalendars   *self,
                     QdCalendarSide     side,
                     QdWorkingCalendar *calendar,
                     GTimeZone         *zone)
{
  g_autoptr(GArray) holidays = NULL;

  if (calendar == NULL || calendar->country == NULL || !qd_holidays_has_country (calendar->country))
    return;

  holidays = qd_holidays_list (calendar->country, self->first_day, self->last_day);

  for (guint i = 0; i < holidays->len; i++)
    {
      const QdHoliday *holiday = &g_array_index (holidays, QdHoliday, i);
      QdMinute         midnight = qd_minute_from_day (holiday->day);
      g_autofree char *observed = NULL;
      QdCalendarBand   band = { .side = side,
                                .kind = QD_CLOSURE_KIND_HOLIDAY,
                                .stops = QD_CLOSURE_STOP_ALL,
                                .public = TRUE,
                                .span = convert_span (self, zone, midnight, midnight + QD_MINUTES_PER_DAY) };

      if (holiday->observed)
        /* Translators: the name of a holiday of which another day is given off, as it falls on a weekend */
        observed = g_strdup_printf (_ ("%s (observed)"), _ (holiday->name));

      band.name = g_string_chunk_insert_const (self->names, observed != NULL ? observed : _ (holiday->name));
      g_array_append_val (self->bands, band);
    }
}

/* Whether @band takes away working time of @side. */
gboolean
qd_calendar_band_applies (const QdCalendarBand *band,
                          QdCalendarSide        side,
                          gboolean              meeting)
{
  if (side != QD_CALENDAR_SIDE_BOTH && band->side != side)
    return FALSE;

  return band->stops == QD_CLOSURE_STOP_ALL || band->stops == (meeting ? QD_CLOSURE_STOP_MEETINGS : QD_CLOSURE_STOP_TASKS);
}

static QdWorkTime *
subtract_bands (QdPlanCalendars *self,
                QdWorkTime      *hours,
                QdCalendarSide   side,
                gboolean         meeting)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (QdMinuteSpan));

  for (guint i = 0; i < self->bands->len; i++)
    {
      const QdCalendarBand *band = &g_array_index (self->bands, QdCalendarBand, i);

      if (qd_calendar_band_applies (band, side, meeting))
        g_array_append_val (spans, band->span);
    }

  return qd_work_time_subtract (hours, (const QdMinuteSpan *)spans->data, spans->len);
}

/* Returns: the Monday of the week that @day is in */
static int
get_monday (int day)
{
  return day - qd_day_get_weekday (day) + 1;
}

static gboolean
is_common_week (QdPlanCalendars *self,
                int              monday)
{
  return qd_work_time_count (self->common, qd_minute_from_day (monday + 7)) >
         qd_work_time_count (self->common, qd_minute_from_day (monday));
}

static void
append_spans (GArray     *spans,
              QdWorkTime *hours)
{
  for (guint i = 0; i < qd_work_time_get_n_spans (hours); i++)
    {
      QdMinuteSpan span = qd_work_time_get_span (hours, i);

      g_array_append_val (spans, span);
    }
}

/* On two sides of the earth they meet when somebody stays up: on days that both work, in our
 * hours. That is a matter of the week: where clocks are put forward on different days, there
 * may be an hour in common for a few weeks of the year. */
static QdWorkTime *
create_meeting_time (QdPlanCalendars *self,
                     QdWorkTime      *our_time,
                     QdWorkTime      *their_time)
{
  g_autoptr(QdWorkTime) both = qd_work_time_intersect (our_time, their_time);
  g_autoptr(QdWorkTime) days = qd_work_time_keep_days (our_time, their_time);
  g_autoptr(QdWorkTime) far = NULL;
  g_autoptr(GArray) weeks = g_array_new (FALSE, FALSE, sizeof (QdMinuteSpan));
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (QdMinuteSpan));

  for (int monday = get_monday (self->first_day); monday <= self->last_day; monday += 7)
    {
      QdMinuteSpan week = { qd_minute_from_day (monday), qd_minute_from_day (monday + 7) };

      if (is_common_week (self, monday))
        g_array_append_val (weeks, week);
    }

  far = qd_work_time_subtract (days, (const QdMinuteSpan *)weeks->data, weeks->len);
  append_spans (spans, both);
  append_spans (spans, far);

  return qd_work_time_new_spans ((const QdMinuteSpan *)spans->data, spans->len);
}

static void
create_calendars (QdPlanCalendars   *self,
                  QdWorkingCalendar *ours,
                  QdWorkingCalendar *theirs)
{
  QdWorkWeek our_week, their_week;
  g_autoptr(QdWorkTime) our_hours = NULL;
  g_autoptr(QdWorkTime) their_hours = NULL;

  parse_hours (ours, &our_week);
  parse_hours (theirs, &their_week);
  our_hours = qd_work_time_new (&our_week, self->first_day, self->last_day, NULL, NULL);
  their_hours = qd_work_time_new (&their_week, self->first_day, self->last_day, self->their_zone, self->clock);
  self->common = qd_work_time_intersect (our_hours, their_hours);

  for (int meeting = 0; meeting <= 1; meeting++)
    {
      QdWorkTime *our_time = subtract_bands (self, our_hours, QD_CALENDAR_SIDE_OURS, meeting);
      QdWorkTime *their_time = subtract_bands (self, their_hours, QD_CALENDAR_SIDE_THEIRS, meeting);

      self->calendars[qd_plan_calendars_index (QD_CALENDAR_SIDE_OURS, meeting)] = our_time;
      self->calendars[qd_plan_calendars_index (QD_CALENDAR_SIDE_THEIRS, meeting)] = their_time;
      self->calendars[qd_plan_calendars_index (QD_CALENDAR_SIDE_BOTH, meeting)] =
          meeting ? create_meeting_time (self, our_time, their_time) : qd_work_time_keep_days (our_time, their_time);
    }
}

/**
 * qd_plan_calendars_new:
 * @ours: (nullable): without one, Monday to Friday from nine to five
 * @our_closures: (nullable) (element-type QdClosure)
 * @theirs: (nullable)
 * @their_closures: (nullable) (element-type QdClosure)
 * @first_day: from which there is working time
 * @last_day: until which there is
 *
 * Returns: (transfer full)
 */
QdPlanCalendars *
qd_plan_calendars_new (QdWorkingCalendar *ours,
                       GPtrArray         *our_closures,
                       QdWorkingCalendar *theirs,
                       GPtrArray         *their_closures,
                       int                first_day,
                       int                last_day)
{
  QdPlanCalendars *self = g_new0 (QdPlanCalendars, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->first_day = first_day;
  self->last_day = last_day;
  self->clock = create_zone (ours);
  self->their_zone = create_zone (theirs);
  self->bands = g_array_new (FALSE, FALSE, sizeof (QdCalendarBand));
  self->names = g_string_chunk_new (256);
  add_closures (self, QD_CALENDAR_SIDE_OURS, our_closures, self->clock);
  add_closures (self, QD_CALENDAR_SIDE_THEIRS, their_closures, self->their_zone);
  add_public_holidays (self, QD_CALENDAR_SIDE_OURS, ours, self->clock);
  add_public_holidays (self, QD_CALENDAR_SIDE_THEIRS, theirs, self->their_zone);
  g_array_sort (self->bands, compare_bands);
  create_calendars (self, ours, theirs);

  return self;
}

/* Returns: (transfer none) (nullable): that of @account, or our own for 0 */
QdWorkingCalendar *
qd_working_calendar_find (QdPortfolio *portfolio,
                          gint64       account)
{
  GPtrArray *calendars = qd_portfolio_peek_children (portfolio, QD_TYPE_WORKING_CALENDAR, account);

  return calendars != NULL && calendars->len > 0 ? g_ptr_array_index (calendars, 0) : NULL;
}

/* Those of the plans of @account, as the portfolio has them now. */
QdPlanCalendars *
qd_plan_calendars_new_for (QdPortfolio *portfolio,
                           gint64       account,
                           int          first_day,
                           int          last_day)
{
  QdWorkingCalendar *ours = qd_working_calendar_find (portfolio, 0);
  QdWorkingCalendar *theirs = account != 0 ? qd_working_calendar_find (portfolio, account) : NULL;

  return qd_plan_calendars_new (
      ours,
      ours != NULL ? qd_portfolio_peek_children (portfolio, QD_TYPE_CLOSURE, qd_record_get_id (ours)) : NULL,
      theirs,
      theirs != NULL ? qd_portfolio_peek_children (portfolio, QD_TYPE_CLOSURE, qd_record_get_id (theirs)) : NULL,
      first_day,
      last_day);
}

QdPlanCalendars *
qd_plan_calendars_ref (QdPlanCalendars *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
qd_plan_calendars_unref (QdPlanCalendars *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->calendars); i++)
    qd_work_time_unref (self->calendars[i]);

  qd_work_time_unref (self->common);
  g_clear_pointer (&self->clock, g_time_zone_unref);
  g_clear_pointer (&self->their_zone, g_time_zone_unref);
  g_array_unref (self->bands);
  g_string_chunk_free (self->names);
  g_free (self);
}

/* Returns: (transfer none) */
QdWorkTime *
qd_plan_calendars_get (QdPlanCalendars *self,
                       QdCalendarSide   side,
                       gboolean         meeting)
{
  return self->calendars[qd_plan_calendars_index (side, meeting)];
}

/* Returns: (transfer none) (array length=QD_PLAN_CALENDARS_N): by qd_plan_calendars_index() */
QdWorkTime *const *
qd_plan_calendars_get_all (QdPlanCalendars *self)
{
  return self->calendars;
}

int
qd_plan_calendars_get_first_day (QdPlanCalendars *self)
{
  return self->first_day;
}

int
qd_plan_calendars_get_last_day (QdPlanCalendars *self)
{
  return self->last_day;
}

/* Whether there is any hour at which both sides work, in any week. */
gboolean
qd_plan_calendars_have_common_hours (QdPlanCalendars *self)
{
  return !qd_work_time_is_empty (self->common);
}

/* Whether there is one in the week from Monday on that @day is in. */
gboolean
qd_plan_calendars_have_common_hours_on (QdPlanCalendars *self,
                                        int              day)
{
  return is_common_week (self, get_monday (day));
}

/* Returns: (transfer none) (nullable): what the plan's clock goes by, if that is known */
GTimeZone *
qd_plan_calendars_get_clock (QdPlanCalendars *self)
{
  return self->clock;
}

/* Returns: (transfer none) (nullable): where the customer works, if that is known */
GTimeZone *
qd_plan_calendars_get_their_zone (QdPlanCalendars *self)
{
  return self->their_zone;
}

/**
 * qd_plan_calendars_rename_bands:
 * @self: that nobody else has yet
 * @func: returns what a band is called instead, (transfer full)
 */
void
qd_plan_calendars_rename_bands (QdPlanCalendars          *self,
                                QdPlanCalendarsRenameFunc func,
                                gpointer                  data)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->bands->len; i++)
    {
      QdCalendarBand  *band = &g_array_index (self->bands, QdCalendarBand, i);
      g_autofree char *name = func (band->name, data);

      band->name = g_string_chunk_insert_const (self->names, name);
    }
}

/* Returns: (transfer none): holidays, freezes, windows and locks, by when they begin */
const QdCalendarBand *
qd_plan_calendars_get_bands (QdPlanCalendars *self,
                             guint           *n_bands)
{
  *n_bands = self->bands->len;

  return (const QdCalendarBand *)self->bands->data;
}
