/* qd-timeline-chart-drawing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-chart-drawing"

#include "qd-scene-snapshot.h"
#include "qd-timeline-chart-private.h"
#include "qd-timeline-drawing.h"

/* What is in sight, drawn */

static gboolean
is_selected (guint    position,
             gpointer data)
{
  return gtk_selection_model_is_selected (QD_TIMELINE_CHART (data)->selection, position);
}

/* What is in sight, as the drawing and the picking take it */
QdTimelineFrame
qd_timeline_chart_get_frame (QdTimelineChart *self)
{
  GtkAdjustment *v = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return (QdTimelineFrame){ .model = self->model,
                            .on_screen = TRUE,
                            .axis = self->axis,
                            .y = v != NULL ? gtk_adjustment_get_value (v) : 0,
                            .width = gtk_widget_get_width (GTK_WIDGET (self)),
                            .height = gtk_widget_get_height (GTK_WIDGET (self)),
                            .row_height = self->row_height,
                            .show = self->show,
                            .now = self->now,
                            .selected = self->selection != NULL ? is_selected : NULL,
                            .selected_data = self,
                            .current = self->current,
                            .hover = self->hover,
                            .chosen_link = self->chosen_link,
                            .chosen_source = self->chosen_source,
                            .focused = gtk_widget_has_visible_focus (GTK_WIDGET (self)),
                            .ghosts = self->trial != NULL ? qd_timeline_trial_get_ghosts (self->trial) : NULL };
}

const QdPalette *
qd_timeline_chart_get_palette (QdTimelineChart *self)
{
  if (!self->has_palette)
    qd_palette_init_for_widget (&self->palette, GTK_WIDGET (self));

  self->has_palette = TRUE;

  return &self->palette;
}

void
qd_timeline_chart_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);
  QdTimelineFrame  frame = qd_timeline_chart_get_frame (self);

  if (self->model == NULL || frame.width <= 0)
    return;

  if (self->scene == NULL)
    self->scene = qd_scene_new (gtk_widget_get_pango_context (widget));

  qd_scene_clear (self->scene);
  qd_timeline_draw_body (&frame, self->scene);
  qd_timeline_chart_draw_drag (self, &frame);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)frame.width, (float)frame.height));
  qd_scene_snapshot (self->scene, qd_timeline_chart_get_palette (self), snapshot);
  gtk_snapshot_pop (snapshot);
  qd_timeline_chart_sync_bars (self);
}
