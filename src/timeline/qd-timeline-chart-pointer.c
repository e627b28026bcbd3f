/* qd-timeline-chart-pointer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-chart-pointer"

#include "qd-screen.h"
#include "qd-timeline-chart-private.h"
#include "qd-timeline-tenants.h"
#include "qd-timeline-words.h"

#include <math.h>

/* How much a finger is off, in pixels */
#define FINGER 10

/* So near to a thin line a pointer means it, in pixels. */
#define MARKER_REACH 4

/* One notch of the wheel */
#define NOTCH 1.2

/* What a pointer does that does not drag: it looks, it selects, it zooms. */

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

QdTimelinePick
qd_timeline_chart_pick (QdTimelineChart *self,
                        GtkGesture      *gesture,
                        double           x,
                        double           y)
{
  QdTimelineFrame frame = qd_timeline_chart_get_frame (self);

  return qd_timeline_frame_pick (&frame, x, y, gesture != NULL && is_touch (gesture) ? FINGER : 0);
}

static const char *
get_cursor (QdTimelinePart part)
{
  switch (part)
    {
    case QD_TIMELINE_PART_START:
    case QD_TIMELINE_PART_END:
    case QD_TIMELINE_PART_PROGRESS:
      return "ew-resize";

    case QD_TIMELINE_PART_LINK_HANDLE:
      return "crosshair";

    case QD_TIMELINE_PART_BAR:
      return "grab";

    case QD_TIMELINE_PART_LINK:
      return "pointer";

    case QD_TIMELINE_PART_NOTHING:
    case QD_TIMELINE_PART_ROW:
    default:
      return NULL;
    }
}

static void
set_hover (QdTimelineChart *self,
           QdTimelinePick   pick)
{
  int      link = pick.part == QD_TIMELINE_PART_LINK ? pick.link : -1;
  gboolean same = self->hover == pick.position && self->hover_link == link;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_cursor (pick.part));

  if (same)
    return;

  self->hover = pick.position;
  self->hover_link = link;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (QdTimelineChart *self,
           double           x,
           double           y)
{
  self->at = (QdPoint){ x, y };

  if (self->model != NULL && !qd_timeline_chart_is_dragging (self))
    set_hover (self, qd_timeline_chart_pick (self, NULL, x, y));
}

static void
leave_cb (QdTimelineChart *self)
{
  set_hover (self, (QdTimelinePick){ QD_TIMELINE_PART_NOTHING, -1, -1, 0 });
}

static gboolean
scroll_cb (QdTimelineChart          *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  QdTimeAxis      axis = self->axis;
  double          notches = dy;

  if (!(modifiers & GDK_CONTROL_MASK))
    return FALSE;

  /* A touchpad tells pixels: about thirty of them are a notch. */
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    notches = dy / 30;

  qd_time_axis_zoom (&axis, pow (NOTCH, -notches), self->at.x);
  qd_timeline_chart_set_axis (self, &axis);

  return TRUE;
}

static void
pinch_begin_cb (QdTimelineChart  *self,
                GdkEventSequence *sequence)
{
  self->from_axis = self->axis;
}

static void
pinch_cb (QdTimelineChart *self,
          double           scale,
          GtkGesture      *gesture)
{
  QdTimeAxis axis = self->from_axis;
  double     x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  qd_time_axis_zoom (&axis, scale, x);
  qd_timeline_chart_set_axis (self, &axis);
}

static void
select_range (QdTimelineChart *self,
              int              position,
              gboolean         keep)
{
  int first = MIN (self->anchor, position), last = MAX (self->anchor, position);

  gtk_selection_model_select_range (
      self->selection, (guint)MAX (first, 0), (guint)(last - MAX (first, 0) + 1), !keep);
  qd_timeline_chart_set_current (self, position, FALSE);
}

/* As in any list: alone, with Ctrl one more or less, with Shift all from the last one to this. */
static void
press_row (QdTimelineChart *self,
           int              position,
           GdkModifierType  modifiers)
{
  gboolean selected = gtk_selection_model_is_selected (self->selection, (guint)position);

  if (modifiers & GDK_SHIFT_MASK)
    {
      select_range (self, position, modifiers & GDK_CONTROL_MASK);
    }
  else if (modifiers & GDK_CONTROL_MASK)
    {
      if (selected)
        gtk_selection_model_unselect_item (self->selection, (guint)position);
      else
        gtk_selection_model_select_item (self->selection, (guint)position, FALSE);

      self->anchor = position;
      qd_timeline_chart_set_current (self, position, FALSE);
    }
  else
    {
      /* Several may be about to be dragged together. */
      self->narrow_selection = selected;
      qd_timeline_chart_set_current (self, position, !selected);
    }
}

static void
choose_link (QdTimelineChart *self,
             QdTimelinePick   pick)
{
  self->chosen_link = pick.part == QD_TIMELINE_PART_LINK ? pick.link : -1;
  self->chosen_source = pick.source;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (QdTimelineChart *self,
            int              n_press,
            double           x,
            double           y,
            GtkGesture      *gesture)
{
  QdTimelinePick  pick = qd_timeline_chart_pick (self, gesture, x, y);
  GdkModifierType modifiers =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->narrow_selection = FALSE;

  if (pick.position >= 0)
    press_row (self, pick.position, modifiers);
  else if (!(modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    gtk_selection_model_unselect_all (self->selection);

  choose_link (self, pick);

  if (n_press == 2 && pick.position >= 0 && pick.part != QD_TIMELINE_PART_LINK)
    g_signal_emit_by_name (self, "activate", (guint)pick.position);
}

static void
released_cb (QdTimelineChart *self,
             int              n_press,
             double           x,
             double           y,
             GtkGesture      *gesture)
{
  if (self->narrow_selection && self->current >= 0)
    qd_timeline_chart_set_current (self, self->current, TRUE);

  self->narrow_selection = FALSE;
}

static void
menu_at (QdTimelineChart *self,
         GtkGesture      *gesture,
         double           x,
         double           y)
{
  QdTimelinePick pick = qd_timeline_chart_pick (self, gesture, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));

  if (pick.position >= 0)
    qd_timeline_chart_set_current (
        self, pick.position, !gtk_selection_model_is_selected (self->selection, (guint)pick.position));

  choose_link (self, pick);
  g_signal_emit_by_name (self, "menu", x, y);
}

static void
secondary_cb (QdTimelineChart *self,
              int              n_press,
              double           x,
              double           y,
              GtkGesture      *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  menu_at (self, gesture, x, y);
}

static void
long_press_cb (QdTimelineChart *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  if (qd_timeline_chart_is_dragging (self))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  menu_at (self, gesture, x, y);
}

/* The releases whose line is under the pointer */
static void
add_markers (QdTimelineChart       *self,
             const QdTimelineFrame *frame,
             double                 x,
             GString               *words)
{
  guint                   n_markers;
  const QdTimelineMarker *markers = qd_timeline_model_get_markers (self->model, &n_markers);

  for (guint i = 0; i < n_markers; i++)
    {
      if (qd_timeline_frame_shows_marker (frame, markers[i].released) &&
          fabs (qd_time_axis_get_x (&frame->axis, markers[i].minute) - x) <= MARKER_REACH)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", markers[i].words);
    }
}

/* Returns: (nullable): what people should know of that point of the time: a holiday, a freeze */
static char *
dup_bands (QdTimelineChart *self,
           double           x)
{
  QdTimelineFrame frame = qd_timeline_chart_get_frame (self);
  double          minute = qd_time_axis_get_minute (&self->axis, x);
  g_autoptr(GString) words = g_string_new (NULL);
  const QdCalendarBand *bands;
  guint                 n_bands;

  if (qd_timeline_model_get_n_plans (self->model) == 0)
    return NULL;

  add_markers (self, &frame, x, words);
  bands = qd_timeline_model_get_bands (self->model, &n_bands);

  for (guint i = 0; i < n_bands && bands[i].span.from <= minute; i++)
    {
      g_autofree char *band = NULL;

      if (bands[i].span.until <= minute || !qd_timeline_frame_shows_band (&frame, &bands[i]))
        continue;

      band = qd_timeline_dup_band_words (&bands[i], qd_timeline_model_get_today (self->model));
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", band);
    }

  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

static void
set_tooltip (QdTimelineChart *self,
             GtkTooltip      *tooltip,
             const char      *text)
{
  g_autofree char *seen = qd_screen_dup_text (qd_timeline_model_get_portfolio (self->model), text);

  gtk_tooltip_set_text (tooltip, seen);
}

static gboolean
query_tooltip_cb (QdTimelineChart *self,
                  int              x,
                  int              y,
                  gboolean         keyboard,
                  GtkTooltip      *tooltip)
{
  QdTimelinePick   pick;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  QdTimelineFacts  facts;

  if (self->model == NULL || keyboard || qd_timeline_chart_is_dragging (self))
    return FALSE;

  pick = qd_timeline_chart_pick (self, NULL, x, y);

  if (pick.part == QD_TIMELINE_PART_ROW || pick.part == QD_TIMELINE_PART_NOTHING)
    {
      text = dup_bands (self, x);
      set_tooltip (self, tooltip, text);
      return text != NULL;
    }

  if (pick.part == QD_TIMELINE_PART_LINK)
    {
      text = qd_timeline_dup_link_words (self->model, pick.source, pick.link);
      set_tooltip (self, tooltip, text);
      return TRUE;
    }

  qd_timeline_model_get_facts (self->model, pick.position, &facts);
  words = qd_timeline_dup_row_words (self->model, pick.position);
  text = g_strdup_printf ("%s\n%s", facts.title, words);
  set_tooltip (self, tooltip, text);

  return TRUE;
}

static void
add_gesture (QdTimelineChart *self,
             gpointer         gesture,
             const char      *signal,
             GCallback        callback)
{
  g_signal_connect_object (gesture, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

void
qd_timeline_chart_add_pointer (QdTimelineChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *secondary = gtk_gesture_click_new ();
  GtkGesture         *long_press = gtk_gesture_long_press_new ();

  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  add_gesture (self, motion, "motion", G_CALLBACK (motion_cb));

  /* Before the scrolled window around it takes it for scrolling. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  add_gesture (self, scroll, "scroll", G_CALLBACK (scroll_cb));

  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  add_gesture (self, pinch, "scale-changed", G_CALLBACK (pinch_cb));

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  add_gesture (self, click, "pressed", G_CALLBACK (pressed_cb));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  add_gesture (self, secondary, "pressed", G_CALLBACK (secondary_cb));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  add_gesture (self, long_press, "pressed", G_CALLBACK (long_press_cb));

  qd_timeline_chart_add_drag (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
