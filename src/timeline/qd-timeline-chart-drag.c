/* qd-timeline-chart-drag.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-chart-drag"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-day-words.h"
#include "qd-timeline-chart-private.h"
#include "qd-timeline-words.h"

/* So near to the edge, in pixels, a drag scrolls, and so much with every frame. */
#define EDGE 28
#define EDGE_STEP 9

/* What is dragged: until it is let go, nothing of it is written. */

gboolean
qd_timeline_chart_is_dragging (QdTimelineChart *self)
{
  return self->drag != QD_TIMELINE_DRAG_NONE;
}

void
qd_timeline_chart_cancel_drag (QdTimelineChart *self)
{
  self->drag = QD_TIMELINE_DRAG_NONE;
  self->target = -1;
  self->refused = FALSE;
  g_clear_pointer (&self->trial, qd_timeline_trial_free);
  g_clear_pointer (&self->words, g_free);

  if (self->ticker != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->ticker);

  self->ticker = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qd_timeline_chart_create_trial:
 * @position: of a task
 *
 * Returns: (transfer full) (nullable): of all selected tasks of that plan, if @position is one
 *   of them and they are held as a whole; else of that one alone. %NULL if it cannot be moved
 */
QdTimelineTrial *
qd_timeline_chart_create_trial (QdTimelineChart *self,
                                guint            position,
                                QdTimelineGrip   grip)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (self->model, position);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr(QdTimelineTrial) trial = NULL;

  if (row == NULL || row->kind != QD_TIMELINE_ROW_TASK)
    return NULL;

  g_array_append_vals (rows, &(guint){ (guint)row->task }, 1);

  for (guint i = 0; grip == QD_TIMELINE_GRIP_BAR && gtk_bitset_contains (selected, position) &&
                    i < gtk_bitset_get_size (selected);
       i++)
    {
      const QdTimelineRow *other = qd_timeline_model_get_row (self->model, gtk_bitset_get_nth (selected, i));

      if (other != NULL && other->kind == QD_TIMELINE_ROW_TASK && other->source == row->source && other != row)
        g_array_append_vals (rows, &(guint){ (guint)other->task }, 1);
    }

  trial = qd_timeline_trial_new (self->model, row->source, rows, grip);

  return qd_timeline_trial_get_n_tasks (trial) > 0 ? g_steal_pointer (&trial) : NULL;
}

static gboolean
has_bar (QdTimelineChart *self,
         int              position)
{
  QdTimelineFrame frame = qd_timeline_chart_get_frame (self);
  QdRect          bar;

  return position >= 0 && qd_timeline_model_get_task (self->model, (guint)position) != NULL &&
         qd_timeline_frame_get_bar (&frame, (guint)position, &bar);
}

static QdTimelineDrag
get_kind (QdTimelineChart *self,
          QdTimelinePick   pick,
          gboolean         touch)
{
  switch (pick.part)
    {
    case QD_TIMELINE_PART_BAR:
    case QD_TIMELINE_PART_START:
    case QD_TIMELINE_PART_END:
      return qd_timeline_model_get_task (self->model, (guint)pick.position) != NULL ? QD_TIMELINE_DRAG_BAR
                                                                                    : QD_TIMELINE_DRAG_NONE;

    case QD_TIMELINE_PART_PROGRESS:
      return QD_TIMELINE_DRAG_PROGRESS;

    case QD_TIMELINE_PART_LINK_HANDLE:
      return QD_TIMELINE_DRAG_LINK;

    case QD_TIMELINE_PART_NOTHING:
    case QD_TIMELINE_PART_ROW:
    case QD_TIMELINE_PART_LINK:
    default:
      if (touch)
        return QD_TIMELINE_DRAG_NONE;

      return has_bar (self, pick.position) ? QD_TIMELINE_DRAG_PAN : QD_TIMELINE_DRAG_DRAW;
    }
}

/* What can be told apart at this zoom; with Shift the finest step there is. */
static QdTimeStep
get_step (QdTimelineChart *self,
          GtkGesture      *gesture)
{
  GdkModifierType modifiers =
      gesture != NULL ? gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) : 0;

  return modifiers & GDK_SHIFT_MASK ? (QdTimeStep){ QD_TIME_UNIT_MINUTE, 15 } : qd_time_axis_get_snap (&self->axis);
}

static QdTimelineGrip
get_grip (QdTimelinePart part)
{
  if (part == QD_TIMELINE_PART_START)
    return QD_TIMELINE_GRIP_START;

  return part == QD_TIMELINE_PART_END ? QD_TIMELINE_GRIP_END : QD_TIMELINE_GRIP_BAR;
}

static double
get_minute (QdTimelineChart *self)
{
  return qd_time_axis_get_minute (&self->axis, self->at.x);
}

static void
set_words (QdTimelineChart *self,
           char            *words)
{
  g_free (self->words);
  self->words = words;
}

static void
drag_progress (QdTimelineChart *self)
{
  QdTimelineFrame frame = qd_timeline_chart_get_frame (self);
  QdRect          bar;

  if (!qd_timeline_frame_get_bar (&frame, (guint)self->grabbed.position, &bar))
    return;

  /* In steps of five: nobody knows it better. */
  self->progress = CLAMP ((int)round ((self->at.x - bar.x) / bar.width * 20) * 5, 0, 100);
  set_words (self, g_strdup_printf (_ ("%d %% done"), self->progress));
}

/* Where the second half of a bar is pointed at, it is its end that waits. */
static gboolean
is_at_end (QdTimelineChart *self,
           int              position)
{
  QdTimelineFrame frame = qd_timeline_chart_get_frame (self);
  QdRect          bar;

  return position >= 0 && qd_timeline_frame_get_bar (&frame, (guint)position, &bar) && bar.width > 24 &&
         self->at.x > bar.x + bar.width / 2;
}

static void
drag_link (QdTimelineChart *self)
{
  QdTimelineFrame      frame = qd_timeline_chart_get_frame (self);
  int                  target = qd_timeline_frame_get_position (&frame, self->at.y);
  const QdTimelineRow *row = target >= 0 ? qd_timeline_model_get_row (self->model, (guint)target) : NULL;
  const QdTimelineRow *from = qd_timeline_model_get_row (self->model, (guint)self->grabbed.position);

  self->target = -1;
  self->refused = FALSE;
  set_words (self, NULL);

  if (row == NULL || target == self->grabbed.position || row->kind != QD_TIMELINE_ROW_TASK)
    return;

  self->target = target;
  set_words (self,
             qd_timeline_dup_link_trial_words (
                 self->model, from, row, is_at_end (self, target), &self->refused));
}

static void
drag_draw (QdTimelineChart *self,
           QdTimeStep       step)
{
  double           first = MIN (self->from_minute, get_minute (self)), last = MAX (self->from_minute, get_minute (self));
  QdMinute         start = qd_time_step_floor (step, (QdMinute)floor (first));
  QdMinute         finish = qd_time_step_next (step, qd_time_step_floor (step, (QdMinute)floor (last)));
  int              today = qd_timeline_model_get_today (self->model);
  g_autofree char *from = qd_day_dup_short (qd_minute_get_day (start), today);
  g_autofree char *until = qd_day_dup_short (qd_minute_get_day (finish - 1), today);

  self->drawn = (QdMinuteSpan){ start, finish };
  set_words (self,
             g_str_equal (from, until) ? g_strdup_printf (_ ("New task: %s"), from)
                                       : g_strdup_printf (_ ("New task: %1$s – %2$s"), from, until));
}

static void
drag_pan (QdTimelineChart *self)
{
  QdTimeAxis     axis = self->axis;
  GtkAdjustment *v = self->adjustments[GTK_ORIENTATION_VERTICAL];

  axis.origin = self->from_minute - self->at.x * QD_MINUTES_PER_DAY / axis.scale;
  qd_timeline_chart_set_axis (self, &axis);
  gtk_adjustment_set_value (v, self->from_top - (self->at.y - self->from.y));
}

static void
follow_pointer (QdTimelineChart *self,
                GtkGesture      *gesture)
{
  QdTimeStep step = get_step (self, gesture);

  switch (self->drag)
    {
    case QD_TIMELINE_DRAG_BAR:
      if (qd_timeline_trial_move (self->trial, get_minute (self) - self->from_minute, step))
        set_words (self, qd_timeline_trial_dup_words (self->trial));
      break;

    case QD_TIMELINE_DRAG_PROGRESS:
      drag_progress (self);
      break;

    case QD_TIMELINE_DRAG_LINK:
      drag_link (self);
      break;

    case QD_TIMELINE_DRAG_DRAW:
      drag_draw (self, step);
      break;

    case QD_TIMELINE_DRAG_PAN:
      drag_pan (self);
      break;

    case QD_TIMELINE_DRAG_NONE:
    default:
      break;
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Near the edge the time goes by, and the rows do, as long as it is held there. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);
  int              width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double           dx = self->at.x < EDGE ? -EDGE_STEP : self->at.x > width - EDGE ? EDGE_STEP
                                                                                   : 0;
  double           dy = self->at.y < EDGE / 2 ? -EDGE_STEP : self->at.y > height - EDGE / 2 ? EDGE_STEP
                                                                                            : 0;

  if ((dx == 0 && dy == 0) || self->drag == QD_TIMELINE_DRAG_PAN || self->drag == QD_TIMELINE_DRAG_PROGRESS)
    return G_SOURCE_CONTINUE;

  qd_timeline_chart_scroll_by (self, dx, dy);
  follow_pointer (self, NULL);

  return G_SOURCE_CONTINUE;
}

static void
start_drag (QdTimelineChart *self,
            QdTimelineDrag   kind)
{
  if (kind == QD_TIMELINE_DRAG_BAR)
    {
      self->trial =
          qd_timeline_chart_create_trial (self, (guint)self->grabbed.position, get_grip (self->grabbed.part));

      if (self->trial == NULL)
        return;
    }

  self->drag = kind;
  self->narrow_selection = FALSE;
  self->ticker = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
begin_cb (QdTimelineChart *self,
          double           x,
          double           y,
          GtkGesture      *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));
  gboolean   touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  gboolean   middle = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_MIDDLE;

  self->grabbed = qd_timeline_chart_pick (self, gesture, x, y);
  self->pressed = middle ? QD_TIMELINE_DRAG_PAN : get_kind (self, self->grabbed, touch);
  self->from = self->at = (QdPoint){ x, y };
  self->from_minute = get_minute (self);
  self->from_top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);

  /* A finger beside the bars scrolls. */
  if (self->pressed == QD_TIMELINE_DRAG_NONE ||
      gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
update_cb (QdTimelineChart *self,
           double           dx,
           double           dy,
           GtkGesture      *gesture)
{
  self->at = (QdPoint){ self->from.x + dx, self->from.y + dy };

  if (self->drag == QD_TIMELINE_DRAG_NONE && self->pressed != QD_TIMELINE_DRAG_NONE &&
      gtk_drag_check_threshold (GTK_WIDGET (self),
                                (int)self->from.x,
                                (int)self->from.y,
                                (int)self->at.x,
                                (int)self->at.y))
    {
      start_drag (self, self->pressed);
      self->pressed = QD_TIMELINE_DRAG_NONE;

      if (self->drag != QD_TIMELINE_DRAG_NONE)
        gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }

  if (self->drag != QD_TIMELINE_DRAG_NONE)
    follow_pointer (self, gesture);
}

static void
drop_bar (QdTimelineChart *self)
{
  g_autoptr(QdTimelineTrial) trial = g_steal_pointer (&self->trial);
  g_autofree char *label = NULL;
  QdBatch         *batch;

  if (!qd_timeline_trial_is_moved (trial))
    return;

  batch = qd_timeline_trial_create_batch (trial, &label);
  g_signal_emit_by_name (self, "apply", batch, label);
}

static void
end_cb (QdTimelineChart *self,
        double           dx,
        double           dy,
        GtkGesture      *gesture)
{
  QdTimelineDrag drag = self->drag;
  int            position = self->grabbed.position;
  int            target = self->refused ? -1 : self->target;
  gboolean       to_end = is_at_end (self, target);

  self->pressed = QD_TIMELINE_DRAG_NONE;

  switch (drag)
    {
    case QD_TIMELINE_DRAG_BAR:
      drop_bar (self);
      break;

    case QD_TIMELINE_DRAG_PROGRESS:
      g_signal_emit_by_name (self, "progress", (guint)position, self->progress);
      break;

    case QD_TIMELINE_DRAG_LINK:
      if (target >= 0)
        g_signal_emit_by_name (self, "link", (guint)position, (guint)target, to_end);
      break;

    case QD_TIMELINE_DRAG_DRAW:
      g_signal_emit_by_name (self, "draw", position, self->drawn.from, self->drawn.until);
      break;

    case QD_TIMELINE_DRAG_PAN:
    case QD_TIMELINE_DRAG_NONE:
    default:
      break;
    }

  qd_timeline_chart_cancel_drag (self);
}

static void
cancel_cb (QdTimelineChart  *self,
           GdkEventSequence *sequence,
           GtkGesture       *gesture)
{
  self->pressed = QD_TIMELINE_DRAG_NONE;
  qd_timeline_chart_cancel_drag (self);
}

void
qd_timeline_chart_add_drag (QdTimelineChart *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
draw_words (QdTimelineChart *self,
            QdTimelineFrame *frame)
{
  g_auto(GStrv) lines = g_strsplit (self->words, "\n", -1);
  double width = 0, height = 0, line_height = 0;
  QdRect bubble;

  for (int i = 0; lines[i] != NULL; i++)
    {
      double line_width;

      qd_scene_measure (self->scene, i == 0 ? QD_TEXT_BOLD : QD_TEXT_PLAIN, lines[i], &line_width, &line_height);
      width = MAX (width, line_width);
      height += line_height + 2;
    }

  bubble = (QdRect){ self->at.x + 14, self->at.y + 18, width + 20, height + 12 };
  bubble.x = CLAMP (bubble.x, 4, MAX (frame->width - bubble.width - 4, 4));

  /* Above the pointer where there is no room below */
  if (bubble.y + bubble.height > frame->height)
    bubble.y = MAX (self->at.y - bubble.height - 12, 0);

  qd_scene_fill (self->scene, QD_INK_BUBBLE, &bubble, 8);

  for (int i = 0; lines[i] != NULL; i++)
    qd_scene_text (self->scene,
                   QD_INK_BUBBLE_TEXT,
                   i == 0 ? QD_TEXT_BOLD : QD_TEXT_PLAIN,
                   lines[i],
                   bubble.x + 10,
                   bubble.y + 6 + (i + 0.5) * (line_height + 2));
}

static void
draw_new_link (QdTimelineChart *self,
               QdTimelineFrame *frame)
{
  QdRect  bar, target;
  QdPoint points[4];
  QdInk   ink = self->refused ? QD_INK_BROKEN : QD_INK_LINK_STRONG;

  if (!qd_timeline_frame_get_bar (frame, (guint)self->grabbed.position, &bar))
    return;

  if (self->target >= 0)
    {
      target = qd_timeline_frame_get_row (frame, (guint)self->target);
      qd_scene_fill (self->scene, self->refused ? QD_INK_LOCK : QD_INK_SELECTION, &target, 0);
    }

  points[0] = (QdPoint){ bar.x + bar.width, bar.y + bar.height / 2 };
  points[3] = self->at;
  points[1] = (QdPoint){ (points[0].x + points[3].x) / 2, points[0].y };
  points[2] = (QdPoint){ points[1].x, points[3].y };
  qd_scene_route (self->scene, ink, points, G_N_ELEMENTS (points), 2);
  qd_scene_arrow (self->scene, ink, &points[2], &points[3], 6);
}

/* The link that the keys draw, from bar to bar */
static void
draw_key_link (QdTimelineChart *self,
               QdTimelineFrame *frame)
{
  QdRect from, to;
  QdInk  ink = self->refused ? QD_INK_BROKEN : QD_INK_LINK_STRONG;

  if (!qd_timeline_frame_get_bar (frame, (guint)self->link_from, &from))
    return;

  qd_scene_outline (self->scene, ink, &from, 4, 2);

  if (self->current != self->link_from && qd_timeline_frame_get_bar (frame, (guint)self->current, &to))
    {
      QdPoint points[4] = { { from.x + from.width, from.y + from.height / 2 },
                            { to.x - 8, from.y + from.height / 2 },
                            { to.x - 8, to.y + to.height / 2 },
                            { to.x, to.y + to.height / 2 } };

      qd_scene_route (self->scene, ink, points, G_N_ELEMENTS (points), 2);
      qd_scene_arrow (self->scene, ink, &points[2], &points[3], 6);
    }
}

/* What is drawn while something is dragged, besides the ghosts of bars */
void
qd_timeline_chart_draw_drag (QdTimelineChart *self,
                             QdTimelineFrame *frame)
{
  QdRect bar;

  if (self->link_from >= 0)
    draw_key_link (self, frame);

  if (self->drag == QD_TIMELINE_DRAG_LINK)
    draw_new_link (self, frame);

  if (self->drag == QD_TIMELINE_DRAG_DRAW)
    {
      double top = MAX (self->from.y + self->from_top, 0);
      double row = MIN (floor (top / self->row_height), qd_timeline_model_get_n_rows (self->model));

      bar = (QdRect){ qd_time_axis_get_x (&self->axis, self->drawn.from),
                      row * self->row_height - frame->y + self->row_height * 0.2,
                      (self->drawn.until - self->drawn.from) * self->axis.scale / QD_MINUTES_PER_DAY,
                      self->row_height * 0.5 };
      qd_scene_fill (self->scene, QD_INK_BAR, &bar, 4);
      qd_scene_outline (self->scene, QD_INK_GHOST, &bar, 4, 2);
    }

  if (self->drag == QD_TIMELINE_DRAG_PROGRESS &&
      qd_timeline_frame_get_bar (frame, (guint)self->grabbed.position, &bar))
    {
      bar.width = bar.width * self->progress / 100;
      qd_scene_outline (self->scene, QD_INK_GHOST, &bar, 4, 2);
    }

  if (self->words != NULL && self->words[0] != '\0')
    draw_words (self, frame);
}
