/* qd-timeline-backdrop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-backdrop"

#include "qd-timeline-drawing.h"
#include "qd-timeline-tenants.h"

#include <math.h>

/* What lies behind the bars: when nobody works, and the grid. */

/* From so many pixels a day on: versions that come each month, days off, days with a weekly window, and hours */
#define MONTHLY_SCALE 2.5
#define DAYS_SCALE 3
#define WEEKLY_SCALE 14
#define HOURS_SCALE 110

/* So wide a band carries its name. */
#define NAME_WIDTH 48

static QdRect
get_column (const QdTimelineFrame *self,
            double                 from,
            double                 until)
{
  double x = qd_time_axis_get_x (&self->axis, from);
  double end = qd_time_axis_get_x (&self->axis, until);

  x = MAX (x, -1);
  end = MIN (end, self->width + 1);

  return (QdRect){ x, 0, end - x, self->height };
}

/* Where what is worked on from @minute on is worked on until. */
static QdMinute
find_end_of_work (QdWorkTime *time,
                  QdMinute    minute)
{
  int      count = qd_work_time_count (time, minute);
  QdMinute low = minute, high = minute + QD_MINUTES_PER_DAY;

  while (low < high)
    {
      QdMinute middle = low + (high - low + 1) / 2;

      if (qd_work_time_count (time, middle) - count == middle - minute)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

static void
draw_closed_hours (const QdTimelineFrame *self,
                   QdWorkTime            *time,
                   QdInk                  ink,
                   QdMinute               from,
                   QdMinute               until,
                   QdScene               *scene)
{
  while (from < until)
    {
      QdMinute next = MIN (qd_work_time_next (time, from), until);

      if (next > from)
        {
          QdRect rect = get_column (self, from, next);

          qd_scene_fill (scene, ink, &rect, 0);
        }

      if (next >= until)
        return;

      from = MAX (find_end_of_work (time, next), next + 1);
    }
}

/* Days on which @time is none; but for those on which @but is none either, as they are drawn already */
static void
draw_closed_days (const QdTimelineFrame *self,
                  QdWorkTime            *time,
                  QdWorkTime            *but,
                  QdInk                  ink,
                  int                    first,
                  int                    last,
                  QdScene               *scene)
{
  for (int day = first; day <= last; day++)
    {
      int    begin = day;
      QdRect rect;

      while (day <= last && !qd_work_time_is_working_day (time, day) &&
             (but == NULL || qd_work_time_is_working_day (but, day)))
        day++;

      if (day == begin)
        continue;

      rect = get_column (self, qd_minute_from_day (begin), qd_minute_from_day (day));
      qd_scene_fill (scene, ink, &rect, 0);
    }
}

static void
draw_closed (const QdTimelineFrame *self,
             QdPlanCalendars       *calendars,
             QdMinute               from,
             QdMinute               until,
             QdScene               *scene)
{
  int         first = MAX (qd_minute_get_day (from), qd_plan_calendars_get_first_day (calendars));
  int         last = MIN (qd_minute_get_day (until), qd_plan_calendars_get_last_day (calendars));
  QdWorkTime *ours = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_OURS, FALSE);
  QdWorkTime *theirs = qd_plan_calendars_get (calendars, QD_CALENDAR_SIDE_THEIRS, FALSE);

  if (self->axis.scale < DAYS_SCALE || last < first)
    return;

  if (self->axis.scale >= HOURS_SCALE)
    draw_closed_hours (
        self, ours, QD_INK_CLOSED, qd_minute_from_day (first), qd_minute_from_day (last + 1), scene);
  else
    draw_closed_days (self, ours, NULL, QD_INK_CLOSED, first, last, scene);

  draw_closed_days (self, theirs, ours, QD_INK_CLOSED_THEIRS, first, last, scene);
}

static QdInk
get_ink (const QdCalendarBand *band)
{
  switch (band->kind)
    {
    case QD_CLOSURE_KIND_CHANGE_FREEZE:
      return QD_INK_FREEZE;

    case QD_CLOSURE_KIND_MAINTENANCE_WINDOW:
      return QD_INK_MAINTENANCE;

    case QD_CLOSURE_KIND_CHANGE_LOCK:
      return QD_INK_LOCK;

    case QD_CLOSURE_KIND_HOLIDAY:
    default:
      return QD_INK_HOLIDAY;
    }
}

/* What stops nothing but work on the customer's system is striped: a day off is not. */
static void
draw_band (const QdTimelineFrame *self,
           const QdCalendarBand  *band,
           QdScene               *scene)
{
  QdRect rect = get_column (self, band->span.from, band->span.until);
  QdRect name = { rect.x + 4, 2, rect.width - 8, 16 };

  if (rect.width < 1)
    return;

  if (band->kind == QD_CLOSURE_KIND_HOLIDAY || rect.width < 8)
    qd_scene_fill (scene, get_ink (band), &rect, 0);
  else
    qd_scene_hatch (scene, get_ink (band), &rect);

  if (rect.width >= NAME_WIDTH && self->y < self->row_height)
    qd_scene_text_within (scene, QD_INK_DIM, QD_TEXT_SMALL, band->name, &name);
}

/* Returns: whether a band is worth to be drawn; what there is every week is but a pattern from afar */
gboolean
qd_timeline_frame_shows_band (const QdTimelineFrame *self,
                              const QdCalendarBand  *band)
{
  double width = (band->span.until - band->span.from) * self->axis.scale / QD_MINUTES_PER_DAY;

  if (!(self->show & QD_TIMELINE_SHOW_BANDS) ||
      (self->model != NULL && band->side != QD_CALENDAR_SIDE_OURS && qd_timeline_model_get_n_plans (self->model) > 1 &&
       qd_timeline_model_get_account (self->model) == 0))
    return FALSE;

  return band->span.until - band->span.from >= QD_MINUTES_PER_DAY ? width >= 1.5 : self->axis.scale >= WEEKLY_SCALE;
}

/* Returns: whether there is room for the versions; @released: for when they are released as well */
gboolean
qd_timeline_frame_shows_marker (const QdTimelineFrame *self,
                                gboolean               released)
{
  return (self->show & QD_TIMELINE_SHOW_RELEASES) && self->axis.scale >= (released ? WEEKLY_SCALE : MONTHLY_SCALE);
}

static void
draw_bands (const QdTimelineFrame *self,
            QdMinute               from,
            QdMinute               until,
            QdScene               *scene)
{
  guint                 n_bands;
  const QdCalendarBand *bands = qd_timeline_model_get_bands (self->model, &n_bands);

  for (guint i = 0; i < n_bands && bands[i].span.from < until; i++)
    if (bands[i].span.until > from && qd_timeline_frame_shows_band (self, &bands[i]))
      draw_band (self, &bands[i], scene);
}

static void
draw_grid (const QdTimelineFrame *self,
           QdMinute               from,
           QdMinute               until,
           QdScene               *scene)
{
  QdTimeStep upper, lower;

  qd_time_axis_get_steps (&self->axis, &upper, &lower);

  for (QdMinute minute = qd_time_step_floor (lower, from); minute <= until; minute = qd_time_step_next (lower, minute))
    {
      QdRect   line = { floor (qd_time_axis_get_x (&self->axis, minute)), 0, 1, self->height };
      gboolean strong = qd_time_step_floor (upper, minute) == minute;

      qd_scene_fill (scene, strong ? QD_INK_GRID_STRONG : QD_INK_GRID, &line, 0);

      if (qd_time_step_next (lower, minute) <= minute)
        break;
    }
}

static void
draw_rows (const QdTimelineFrame *self,
           QdScene               *scene)
{
  guint first, end;

  qd_timeline_frame_get_visible (self, &first, &end);

  for (guint i = first; i < end; i++)
    {
      QdRect row = qd_timeline_frame_get_row (self, i);
      QdRect line = { row.x, row.y + row.height - 1, row.width, 1 };

      if (qd_timeline_frame_is_selected (self, i))
        qd_scene_fill (scene, QD_INK_SELECTION, &row, 0);
      else if (self->hover == (int)i)
        qd_scene_fill (scene, QD_INK_HOVER, &row, 0);

      qd_scene_fill (scene, QD_INK_GRID, &line, 0);
    }
}

/*
 * Many plans have many customers, and but one calendar of ours: with several customers in
 * sight only that is drawn, which is the same in all of them.
 */
void
qd_timeline_draw_backdrop (const QdTimelineFrame *self,
                           QdScene               *scene)
{
  QdMinute from = (QdMinute)CLAMP (qd_time_axis_get_minute (&self->axis, 0), QD_MINUTE_NONE + 1.0, QD_MINUTE_LAST);
  QdMinute until =
      (QdMinute)CLAMP (qd_time_axis_get_minute (&self->axis, self->width), QD_MINUTE_NONE + 1.0, QD_MINUTE_LAST);

  if (qd_timeline_model_get_n_plans (self->model) > 0)
    {
      QdPlanCalendars *calendars = qd_plan_schedule_get_calendars (qd_timeline_model_get_schedule (self->model, 0));

      draw_closed (self, calendars, from, until, scene);

      if (self->show & QD_TIMELINE_SHOW_BANDS)
        draw_bands (self, from, until, scene);
    }

  draw_grid (self, from, until, scene);
  draw_rows (self, scene);
}
