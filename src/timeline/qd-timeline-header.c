/* qd-timeline-header.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-header"

#include "qd-timeline-header.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-timeline-drawing.h"

/* Above and below the text of each of the two rows */
#define PADDING 4

/* One notch of the wheel */
#define NOTCH 1.2

/**
 * QdTimelineHeader:
 *
 * The axis above a chart, in two rows. The wheel zooms on it, and dragging it moves
 * the time along.
 */
struct _QdTimelineHeader
{
  GtkWidget        parent_instance;

  QdTimelineChart *chart; /* not owned: beside it */
  QdScene         *scene;
  double           x;
  double           from_minute;
};

G_DEFINE_FINAL_TYPE (QdTimelineHeader, qd_timeline_header, GTK_TYPE_WIDGET)

static void
qd_timeline_header_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  QdTimelineHeader *self = QD_TIMELINE_HEADER (widget);
  QdTimelineFrame   frame;

  if (self->chart == NULL || qd_timeline_chart_get_model (self->chart) == NULL)
    return;

  if (self->scene == NULL)
    self->scene = qd_scene_new (gtk_widget_get_pango_context (widget));

  frame = qd_timeline_chart_get_frame (self->chart);
  frame.width = gtk_widget_get_width (widget);
  qd_scene_clear (self->scene);
  qd_timeline_draw_header (&frame, gtk_widget_get_height (widget), self->scene);
  qd_scene_snapshot (self->scene, qd_timeline_chart_get_palette (self->chart), snapshot);
}

static void
qd_timeline_header_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  PangoFontMetrics *metrics;

  *minimum = *natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  *minimum = *natural = 2 * (PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)) + 2 * PADDING);
  pango_font_metrics_unref (metrics);
}

static void
qd_timeline_header_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (qd_timeline_header_parent_class)->css_changed (widget, change);
  g_clear_pointer (&QD_TIMELINE_HEADER (widget)->scene, qd_scene_free);
}

static void
qd_timeline_header_dispose (GObject *object)
{
  QdTimelineHeader *self = QD_TIMELINE_HEADER (object);

  qd_timeline_header_set_chart (self, NULL);
  g_clear_pointer (&self->scene, qd_scene_free);

  G_OBJECT_CLASS (qd_timeline_header_parent_class)->dispose (object);
}

static void
qd_timeline_header_class_init (QdTimelineHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_timeline_header_dispose;
  widget_class->measure = qd_timeline_header_measure;
  widget_class->snapshot = qd_timeline_header_snapshot;
  widget_class->css_changed = qd_timeline_header_css_changed;

  gtk_widget_class_set_css_name (widget_class, "timelineheader");

  /* What it says is in the dates of the bars. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
motion_cb (QdTimelineHeader *self,
           double            x,
           double            y)
{
  self->x = x;
}

static gboolean
scroll_cb (QdTimelineHeader *self,
           double            dx,
           double            dy)
{
  QdTimeAxis axis = *qd_timeline_chart_get_axis (self->chart);

  if (dy == 0)
    {
      qd_timeline_chart_pan (self->chart, dx * 0.05);
      return TRUE;
    }

  qd_time_axis_zoom (&axis, pow (NOTCH, -dy), self->x);
  qd_timeline_chart_set_axis (self->chart, &axis);

  return TRUE;
}

static void
drag_begin_cb (QdTimelineHeader *self,
               double            x,
               double            y)
{
  self->x = x;
  self->from_minute = qd_time_axis_get_minute (qd_timeline_chart_get_axis (self->chart), x);
}

static void
drag_update_cb (QdTimelineHeader *self,
                double            dx,
                double            dy)
{
  QdTimeAxis axis = *qd_timeline_chart_get_axis (self->chart);

  axis.origin = self->from_minute - (self->x + dx) * QD_MINUTES_PER_DAY / axis.scale;
  qd_timeline_chart_set_axis (self->chart, &axis);
}

static void
qd_timeline_header_init (QdTimelineHeader *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture         *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
}

/* @chart: (nullable): whose axis it shows */
void
qd_timeline_header_set_chart (QdTimelineHeader *self,
                              QdTimelineChart  *chart)
{
  g_return_if_fail (QD_IS_TIMELINE_HEADER (self));

  if (self->chart == chart)
    return;

  if (self->chart != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->chart, gtk_widget_queue_draw, self);
      g_object_remove_weak_pointer (G_OBJECT (self->chart), (gpointer *)&self->chart);
    }

  self->chart = chart;

  if (chart == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (chart), (gpointer *)&self->chart);
  g_signal_connect_object (chart, "axis-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
