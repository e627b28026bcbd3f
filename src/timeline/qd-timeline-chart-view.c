/* qd-timeline-chart-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-chart-view"

#include "qd-timeline-chart-private.h"

/* What of the time and of the rows is in sight. */

#define WEEKS 12
#define QUARTERS 3

/* Beside what is fitted, in pixels */
#define MARGIN 24

/* Returns: what stays where it is when the keys zoom: the middle of the current bar, as far as that is in sight */
static double
get_anchor (QdTimelineChart *self)
{
  QdTimelineFrame frame = qd_timeline_chart_get_frame (self);
  QdRect          bar;

  if (self->current < 0 || !qd_timeline_frame_get_bar (&frame, (guint)self->current, &bar) ||
      bar.y + bar.height < 0 || bar.y > frame.height || bar.x + bar.width < 0 || bar.x > frame.width)
    return frame.width / 2;

  return (MAX (bar.x, 0) + MIN (bar.x + bar.width, frame.width)) / 2;
}

/* Anchored at the current row; the pointer has its own way. */
void
qd_timeline_chart_zoom (QdTimelineChart *self,
                        double           factor)
{
  QdTimeAxis axis;

  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  axis = self->axis;
  qd_time_axis_zoom (&axis, factor, get_anchor (self));
  qd_timeline_chart_set_axis (self, &axis);
}

/* Puts that stretch in sight, as soon as it is known how wide that is. */
void
qd_timeline_chart_fit (QdTimelineChart *self,
                       QdMinute         from,
                       QdMinute         until)
{
  int        width;
  QdTimeAxis axis;

  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width <= 1)
    {
      self->pending = (QdMinuteSpan){ from, until };
      return;
    }

  axis = self->axis;
  qd_time_axis_fit (&axis, from, until, MAX (width - 2 * MARGIN, 1));
  axis.origin -= MARGIN * QD_MINUTES_PER_DAY / axis.scale;
  qd_timeline_chart_set_axis (self, &axis);
}

void
qd_timeline_chart_fit_plan (QdTimelineChart *self)
{
  QdMinuteSpan span;

  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  if (qd_timeline_model_find_span (self->model, &span))
    qd_timeline_chart_fit (self,
                           qd_minute_from_day (qd_minute_get_day (span.from)),
                           qd_minute_from_day (qd_minute_get_day (span.until) + 1));
  else
    qd_timeline_chart_fit_weeks (self);
}

/* As long as an accelerator takes: from where the plan begins, or from what is in sight at the left if that is later. */
void
qd_timeline_chart_fit_weeks (QdTimelineChart *self)
{
  QdMinuteSpan span;
  QdTimeStep   week = { QD_TIME_UNIT_WEEK, 1 };
  QdMinute     from;

  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  from = qd_minute_from_day (qd_timeline_model_get_today (self->model));

  if (qd_timeline_model_find_span (self->model, &span) && (span.from > from || span.until < from))
    from = span.from;

  if (qd_timeline_model_find_span (self->model, &span) && span.from <= from &&
      span.from > from - WEEKS * 7 * QD_MINUTES_PER_DAY)
    from = span.from;

  from = qd_time_step_floor (week, from);
  qd_timeline_chart_fit (self, from, from + WEEKS * 7 * QD_MINUTES_PER_DAY);
}

/* The quarter that today is in and the next two: as far as accelerators are planned ahead. */
void
qd_timeline_chart_fit_quarters (QdTimelineChart *self)
{
  QdTimeStep quarter = { QD_TIME_UNIT_QUARTER, 1 };
  QdMinute   from, until;

  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  from = qd_time_step_floor (quarter, qd_minute_from_day (qd_timeline_model_get_today (self->model)));
  until = from;

  for (int i = 0; i < QUARTERS; i++)
    until = qd_time_step_next (quarter, until);

  qd_timeline_chart_fit (self, from, until);
}

/* Today a third from the left: more is looked at of what comes. */
void
qd_timeline_chart_go_to_today (QdTimelineChart *self)
{
  QdTimeAxis axis;

  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  axis = self->axis;
  axis.origin = qd_minute_from_day (qd_timeline_model_get_today (self->model)) + QD_MINUTES_PER_DAY / 2.0 -
                gtk_widget_get_width (GTK_WIDGET (self)) / 3.0 * QD_MINUTES_PER_DAY / axis.scale;
  qd_timeline_chart_set_axis (self, &axis);
}

/* @pages: how many widths further; less than 0 for earlier */
void
qd_timeline_chart_pan (QdTimelineChart *self,
                       double           pages)
{
  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  qd_timeline_chart_scroll_by (self, pages * gtk_widget_get_width (GTK_WIDGET (self)), 0);
}

/* In pixels. Time has no end: it can be scrolled on beyond what the scrollbar knew of. */
void
qd_timeline_chart_scroll_by (QdTimelineChart *self,
                             double           dx,
                             double           dy)
{
  GtkAdjustment *v = self->adjustments[GTK_ORIENTATION_VERTICAL];
  QdTimeAxis     axis = self->axis;

  if (dx != 0)
    {
      axis.origin = CLAMP (axis.origin + dx * QD_MINUTES_PER_DAY / axis.scale, QD_MINUTE_NONE / 2.0, QD_MINUTE_LAST);
      qd_timeline_chart_set_axis (self, &axis);
    }

  if (v != NULL && dy != 0)
    gtk_adjustment_set_value (v, gtk_adjustment_get_value (v) + dy);
}

/* Scrolls so that the row, and as much of its bar as fits, is in sight. */
void
qd_timeline_chart_reveal (QdTimelineChart *self,
                          guint            position)
{
  GtkAdjustment  *v = self->adjustments[GTK_ORIENTATION_VERTICAL];
  QdTimelineFrame frame = qd_timeline_chart_get_frame (self);
  QdRect          bar;

  if (v != NULL)
    gtk_adjustment_clamp_page (v, position * self->row_height, (position + 1) * self->row_height);

  if (frame.width <= 1 || !qd_timeline_frame_get_bar (&frame, position, &bar))
    return;

  if (bar.x + MIN (bar.width, frame.width / 2) > frame.width || bar.x + bar.width < MARGIN ||
      (bar.x < 0 && bar.x + bar.width < frame.width / 4))
    qd_timeline_chart_scroll_by (self, bar.x - frame.width / 4, 0);
}

int
qd_timeline_chart_get_current (QdTimelineChart *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_CHART (self), -1);

  return self->current;
}

/**
 * qd_timeline_chart_set_current:
 * @position: the row that the keys act on, or -1
 * @select: whether it becomes the only one that is selected
 */
void
qd_timeline_chart_set_current (QdTimelineChart *self,
                               int              position,
                               gboolean         select)
{
  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  if (position >= (int)qd_timeline_model_get_n_rows (self->model))
    position = -1;

  if (select && position >= 0)
    {
      self->anchor = position;
      gtk_selection_model_select_item (self->selection, (guint)position, TRUE);
    }

  if (self->current == position)
    return;

  self->current = position;
  self->chosen_link = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "current-changed");
}

/* Returns: the link that was clicked at, of the schedule of that source; or -1 */
int
qd_timeline_chart_get_chosen_link (QdTimelineChart *self,
                                   guint           *source)
{
  g_return_val_if_fail (QD_IS_TIMELINE_CHART (self), -1);

  *source = self->chosen_source;

  return self->chosen_link;
}
