/* qd-timeline-chart-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-chart-keys"

#include <glib/gi18n.h>

#include "qd-screen.h"
#include "qd-timeline-chart-private.h"
#include "qd-timeline-words.h"

/* What the keys do on the chart; what concerns the table as well is done by the view around both. */

static void
say (QdTimelineChart *self,
     const char      *words)
{
  g_autofree char *seen = qd_screen_dup_text (qd_timeline_model_get_portfolio (self->model), words);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), seen, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What the link that is being drawn would mean. */
static void
say_link (QdTimelineChart *self)
{
  const QdTimelineRow *from = qd_timeline_model_get_row (self->model, (guint)self->link_from);
  const QdTimelineRow *to = qd_timeline_model_get_row (self->model, (guint)self->current);
  g_autofree char     *words = NULL;

  self->refused = TRUE;

  if (self->current == self->link_from || to->kind != QD_TIMELINE_ROW_TASK)
    return;

  words = qd_timeline_dup_link_trial_words (self->model, from, to, FALSE, &self->refused);
  say (self, words);
}

static void
go_to (QdTimelineChart *self,
       int              position,
       gboolean         extend)
{
  int n_rows = (int)qd_timeline_model_get_n_rows (self->model);

  if (n_rows == 0)
    return;

  position = CLAMP (position, 0, n_rows - 1);

  if (self->link_from >= 0)
    {
      qd_timeline_chart_set_current (self, position, FALSE);
      say_link (self);
    }
  else if (extend)
    {
      int anchor = self->anchor >= 0 ? MIN (self->anchor, n_rows - 1) : MAX (self->current, 0);
      int first = MIN (anchor, position), last = MAX (anchor, position);

      self->anchor = anchor;
      gtk_selection_model_select_range (self->selection, (guint)first, (guint)(last - first + 1), TRUE);
      qd_timeline_chart_set_current (self, position, FALSE);
    }
  else
    {
      qd_timeline_chart_set_current (self, position, TRUE);
    }

  qd_timeline_chart_reveal (self, (guint)position);
  qd_timeline_chart_tell_bars (self);
}

/* By rows; 10,000 is all the way. */
static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);
  int              by;
  gboolean         extend;

  g_variant_get (args, "(ib)", &by, &extend);

  if (ABS (by) == G_MAXINT16)
    go_to (self, by < 0 ? 0 : G_MAXINT, extend);
  else if (ABS (by) == G_MAXINT8)
    go_to (self,
           self->current + (by < 0 ? -1 : 1) * MAX (gtk_widget_get_height (widget) / self->row_height - 1, 1),
           extend);
  else
    go_to (self, self->current + by, extend);

  return TRUE;
}

/* The one of those that wait for it, or that it waits for, which is next in time and in sight. */
static int
find_linked (QdTimelineChart *self,
             gboolean         successor,
             int             *chosen)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (self->model, (guint)self->current);
  QdPlanNetwork       *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (self->model, row->source));
  QdSchedule          *schedule = qd_plan_network_get_schedule (network);
  guint                n_links;
  const guint         *links = qd_plan_network_get_links_of (network, row->task, &n_links);
  int                  found = -1;
  QdMinute             best = 0;

  for (guint i = 0; i < n_links; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (schedule, links[i]);
      guint                 other = successor ? link->to : link->from;
      QdScheduleDates       dates = qd_schedule_get_dates (schedule, other);
      int                   position;

      if (other == (guint)row->task)
        continue;

      position = qd_timeline_model_get_position (self->model, row->source, other);

      if (position < 0 || (found >= 0 && (successor ? dates.start >= best : dates.finish <= best)))
        continue;

      found = position;
      best = successor ? dates.start : dates.finish;
      *chosen = (int)links[i];
    }

  return found;
}

static gboolean
follow_link_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);
  gboolean         successor = g_variant_get_boolean (args);
  int              link = -1, position;
  g_autofree char *words = NULL;
  QdTask          *task;
  guint            source;

  if (self->current < 0 || !(task = qd_timeline_model_get_task (self->model, (guint)self->current)))
    return TRUE;

  position = find_linked (self, successor, &link);
  source = qd_timeline_model_get_row (self->model, (guint)self->current)->source;

  if (position < 0)
    {
      words = g_strdup_printf (successor ? _ ("No task waits for “%s”") : _ ("“%s” waits for no task"), task->title);
      say (self, words);
      return TRUE;
    }

  go_to (self, position, FALSE);
  self->chosen_link = link;
  self->chosen_source = source;
  words = qd_timeline_dup_link_words (self->model, source, (guint)link);
  say (self, words);

  return TRUE;
}

/* By one unit of what can be told apart at this zoom. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);
  QdTimeStep       step = qd_time_axis_get_snap (&self->axis);
  QdTimeStep       day = { QD_TIME_UNIT_DAY, 1 };
  int              grip, direction;
  double           unit = step.unit == QD_TIME_UNIT_DAY    ? QD_MINUTES_PER_DAY
                          : step.unit == QD_TIME_UNIT_HOUR ? 60 * step.count
                                                           : step.count;
  g_autoptr(QdTimelineTrial) trial = NULL;
  g_autofree char *label = NULL;
  QdBatch         *batch;

  g_variant_get (args, "(ii)", &grip, &direction);

  if (self->current < 0 || self->busy || qd_timeline_chart_is_dragging (self))
    return TRUE;

  trial = qd_timeline_chart_create_trial (self, (guint)self->current, grip);

  if (trial == NULL)
    return TRUE;

  /* Over days off, as far as it takes to be somewhere else */
  for (int i = 1; i <= 14 && !qd_timeline_trial_is_moved (trial); i++)
    qd_timeline_trial_move (trial, direction * unit * i, unit == QD_MINUTES_PER_DAY ? day : step);

  if (!qd_timeline_trial_is_moved (trial))
    return TRUE;

  batch = qd_timeline_trial_create_batch (trial, &label);
  g_signal_emit_by_name (self, "apply", batch, label);

  return TRUE;
}

static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);

  if (self->current < 0)
    return TRUE;

  if (gtk_selection_model_is_selected (self->selection, (guint)self->current))
    gtk_selection_model_unselect_item (self->selection, (guint)self->current);
  else
    gtk_selection_model_select_item (self->selection, (guint)self->current, FALSE);

  return TRUE;
}

static gboolean
select_all_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  gtk_selection_model_select_all (QD_TIMELINE_CHART (widget)->selection);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);
  int              from = self->link_from;

  if (self->current < 0)
    return TRUE;

  if (from < 0)
    {
      g_signal_emit_by_name (self, "activate", (guint)self->current);
      return TRUE;
    }

  self->link_from = -1;
  gtk_widget_queue_draw (widget);

  if (from != self->current)
    g_signal_emit_by_name (self, "link", (guint)from, (guint)self->current, FALSE);

  return TRUE;
}

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  qd_timeline_chart_pan (QD_TIMELINE_CHART (widget), g_variant_get_int32 (args) / 4.0);

  return TRUE;
}

static gboolean
expand_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);

  if (self->current >= 0)
    qd_timeline_model_set_expanded (self->model, (guint)self->current, g_variant_get_boolean (args));

  return TRUE;
}

/* First whatever is being dragged, then the link that is chosen; else it is for whoever is around. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);

  if (qd_timeline_chart_is_dragging (self) || self->pressed != QD_TIMELINE_DRAG_NONE)
    {
      self->pressed = QD_TIMELINE_DRAG_NONE;
      qd_timeline_chart_cancel_drag (self);
      say (self, _ ("Nothing was moved"));
      return TRUE;
    }

  if (self->link_from >= 0)
    {
      self->link_from = -1;
      gtk_widget_queue_draw (widget);
      say (self, _ ("No link was made"));
      return TRUE;
    }

  if (self->chosen_link < 0)
    return FALSE;

  self->chosen_link = -1;
  gtk_widget_queue_draw (widget);

  return TRUE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  QdTimelineChart *self = QD_TIMELINE_CHART (widget);
  QdTimelineFrame  frame = qd_timeline_chart_get_frame (self);
  QdRect           bar = { 0, 0, 0, 0 };

  if (self->current >= 0 && !qd_timeline_frame_get_bar (&frame, (guint)self->current, &bar))
    bar = qd_timeline_frame_get_row (&frame, (guint)self->current);

  g_signal_emit_by_name (
      self, "menu", CLAMP (bar.x + 12, 0, frame.width), CLAMP (bar.y + bar.height, 0, frame.height));

  return TRUE;
}

/* From the row that has the focus: the arrows then go to the one that is to wait for it, and Enter links the two. */
void
qd_timeline_chart_begin_link (QdTimelineChart *self)
{
  QdTask          *task;
  g_autofree char *words = NULL;

  g_return_if_fail (QD_IS_TIMELINE_CHART (self));

  if (self->current < 0 || !(task = qd_timeline_model_get_task (self->model, (guint)self->current)))
    return;

  self->link_from = self->current;
  words = g_strdup_printf (_ ("Go to the task that is to wait for “%s”, and press Enter"), task->title);
  say (self, words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add (GtkWidgetClass *widget_class,
     guint           key,
     GdkModifierType modifiers,
     GtkShortcutFunc func,
     const char     *format,
     int             first,
     int             second)
{
  if (format == NULL)
    gtk_widget_class_add_binding (widget_class, key, modifiers, func, NULL);
  else if (format[1] == '\0')
    gtk_widget_class_add_binding (widget_class, key, modifiers, func, format, first);
  else
    gtk_widget_class_add_binding (widget_class, key, modifiers, func, format, first, second);
}

static void
add_steps (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keys[2];
    int   by;
  } steps[] = {
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 1 },
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, -G_MAXINT8 },
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, G_MAXINT8 },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, -G_MAXINT16 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, G_MAXINT16 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (steps[i].keys); j++)
      {
        add (widget_class, steps[i].keys[j], 0, step_cb, "(ib)", steps[i].by, FALSE);
        add (widget_class, steps[i].keys[j], GDK_SHIFT_MASK, step_cb, "(ib)", steps[i].by, TRUE);
      }
}

void
qd_timeline_chart_class_add_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType edge = GDK_ALT_MASK | GDK_SHIFT_MASK;

  add_steps (widget_class);
  add (widget_class, GDK_KEY_Left, 0, follow_link_cb, "b", FALSE, 0);
  add (widget_class, GDK_KEY_Right, 0, follow_link_cb, "b", TRUE, 0);
  add (widget_class, GDK_KEY_Left, GDK_ALT_MASK, move_cb, "(ii)", QD_TIMELINE_GRIP_BAR, -1);
  add (widget_class, GDK_KEY_Right, GDK_ALT_MASK, move_cb, "(ii)", QD_TIMELINE_GRIP_BAR, 1);
  add (widget_class, GDK_KEY_Left, edge, move_cb, "(ii)", QD_TIMELINE_GRIP_END, -1);
  add (widget_class, GDK_KEY_Right, edge, move_cb, "(ii)", QD_TIMELINE_GRIP_END, 1);
  add (widget_class, GDK_KEY_Up, edge, move_cb, "(ii)", QD_TIMELINE_GRIP_START, -1);
  add (widget_class, GDK_KEY_Down, edge, move_cb, "(ii)", QD_TIMELINE_GRIP_START, 1);
  add (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, pan_cb, "i", -1, 0);
  add (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, pan_cb, "i", 1, 0);
  add (widget_class, GDK_KEY_space, 0, toggle_cb, NULL, 0, 0);
  add (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, toggle_cb, NULL, 0, 0);
  add (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_all_cb, NULL, 0, 0);
  add (widget_class, GDK_KEY_Return, 0, activate_cb, NULL, 0, 0);
  add (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL, 0, 0);
  add (widget_class, GDK_KEY_plus, 0, expand_cb, "b", TRUE, 0);
  add (widget_class, GDK_KEY_KP_Add, 0, expand_cb, "b", TRUE, 0);
  add (widget_class, GDK_KEY_minus, 0, expand_cb, "b", FALSE, 0);
  add (widget_class, GDK_KEY_KP_Subtract, 0, expand_cb, "b", FALSE, 0);
  add (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL, 0, 0);
  add (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL, 0, 0);
  add (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL, 0, 0);

  /* Letters are free here: nothing is typed on a chart. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "timeline.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, 0, "timeline.fit-plan", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, 0, "timeline.fit-weeks", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "timeline.link", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_u, 0, "timeline.unlink", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "timeline.set-progress", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "timeline.edit", NULL);
}
