/* qd-timeline-chart-bars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-chart-bars"

#include "qd-screen.h"
#include "qd-timeline-bar.h"
#include "qd-timeline-chart-private.h"
#include "qd-timeline-words.h"

/* In milliseconds: while it scrolls nobody is told of every row that goes by. */
#define REST 120

/* What a screen reader is told of the rows in sight. */

static guint
get_first (QdTimelineChart *self)
{
  QdTimelineFrame frame = qd_timeline_chart_get_frame (self);
  guint           first, end;

  qd_timeline_frame_get_visible (&frame, &first, &end);

  return first;
}

static gboolean
get_bounds (gpointer chart,
            guint    index,
            int     *x,
            int     *y,
            int     *width,
            int     *height)
{
  QdTimelineFrame frame = qd_timeline_chart_get_frame (chart);
  guint           position = get_first (chart) + index;
  QdRect          rect;

  if (position >= qd_timeline_model_get_n_rows (frame.model))
    return FALSE;

  if (!qd_timeline_frame_get_bar (&frame, position, &rect))
    rect = qd_timeline_frame_get_row (&frame, position);

  *x = (int)rect.x;
  *y = (int)rect.y;
  *width = (int)rect.width;
  *height = (int)rect.height;

  return TRUE;
}

static gboolean
is_focused (gpointer chart,
            guint    index)
{
  QdTimelineChart *self = chart;

  return gtk_widget_has_focus (GTK_WIDGET (self)) && self->current == (int)(self->first_bar + index);
}

static QdTimelineBar *
get_bar (gpointer chart,
         guint    index)
{
  QdTimelineChart *self = chart;

  return index < self->bars->len ? g_ptr_array_index (self->bars, index) : NULL;
}

static const QdTimelineBarFuncs funcs = { get_bounds, is_focused, get_bar };

static void
drop_last (QdTimelineChart *self)
{
  QdTimelineBar *bar = g_ptr_array_index (self->bars, self->bars->len - 1);

  qd_timeline_bar_forget (bar);
  g_ptr_array_set_size (self->bars, (int)self->bars->len - 1);
  g_object_unref (bar);
}

static void
tell (QdTimelineChart *self,
      guint            index)
{
  guint                position = self->first_bar + index;
  const QdTimelineRow *row = qd_timeline_model_get_row (self->model, position);
  g_autofree char     *words = qd_timeline_dup_row_words (self->model, position);
  g_autofree char     *title = NULL;
  g_autofree char     *seen = qd_screen_dup_text (qd_timeline_model_get_portfolio (self->model), words);
  QdTimelineFacts      facts;

  qd_timeline_model_get_facts (self->model, position, &facts);
  title = qd_screen_dup_text (qd_timeline_model_get_portfolio (self->model), facts.title);
  qd_timeline_bar_set (g_ptr_array_index (self->bars, index),
                       title,
                       seen,
                       position,
                       qd_timeline_model_get_n_rows (self->model),
                       row->depth,
                       gtk_selection_model_is_selected (self->selection, position),
                       row->expandable ? row->expanded : -1);
}

/* As many as there are rows in sight, and what each of them is now. */
void
qd_timeline_chart_tell_bars (QdTimelineChart *self)
{
  QdTimelineFrame frame = qd_timeline_chart_get_frame (self);
  guint           end;

  g_clear_handle_id (&self->teller, g_source_remove);

  if (self->model == NULL)
    return;

  qd_timeline_frame_get_visible (&frame, &self->first_bar, &end);

  while (self->bars->len > end - self->first_bar)
    drop_last (self);

  while (self->bars->len < end - self->first_bar)
    g_ptr_array_add (self->bars, qd_timeline_bar_new (GTK_WIDGET (self), self->bars->len, &funcs));

  for (guint i = 0; i < self->bars->len; i++)
    tell (self, i);
}

static gboolean
tell_cb (gpointer user_data)
{
  QdTimelineChart *self = user_data;

  self->teller = 0;
  qd_timeline_chart_tell_bars (self);

  return G_SOURCE_REMOVE;
}

/* With every frame */
void
qd_timeline_chart_sync_bars (QdTimelineChart *self)
{
  if (self->teller == 0)
    self->teller = g_timeout_add (REST, tell_cb, self);
}

void
qd_timeline_chart_drop_bars (QdTimelineChart *self)
{
  g_clear_handle_id (&self->teller, g_source_remove);

  while (self->bars->len > 0)
    drop_last (self);
}

GtkAccessible *
qd_timeline_chart_get_first_bar (QdTimelineChart *self)
{
  QdTimelineBar *bar = self->bars != NULL ? get_bar (self, 0) : NULL;

  return bar != NULL ? GTK_ACCESSIBLE (g_object_ref (bar)) : NULL;
}
