/* qd-task-table-input.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-input"

#include "qd-task-table-private.h"

/*
 * Keys and clicks on the cells of the table. One controller of a kind serves all
 * of them.
 */

static QdTaskCell *
find_focused_cell (QdTaskTable *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return child != NULL && QD_IS_TASK_CELL (child) ? QD_TASK_CELL (child) : NULL;
}

static gboolean
is_typed (guint           keyval,
          GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  return !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) && letter != 0 &&
         g_unichar_isprint (letter);
}

/* A key on a cell that is not edited: begins it, and what was typed is its new text. */
static gboolean
key_pressed_cb (QdTaskTable           *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *keys)
{
  QdTaskCell *cell = find_focused_cell (self);
  gboolean    plain = !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK));
  gboolean    enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (cell == NULL || qd_task_cell_get_editor (cell) != NULL)
    return GDK_EVENT_PROPAGATE;

  if (plain && (enter || keyval == GDK_KEY_F2 || keyval == GDK_KEY_space))
    {
      qd_task_cell_editor_begin (self->editor, cell);
      return GDK_EVENT_STOP;
    }

  if (enter && (state & GDK_ALT_MASK))
    {
      qd_task_table_open_task (self, qd_task_cell_get_task (cell));
      return GDK_EVENT_STOP;
    }

  if (!is_typed (keyval, state) && !(plain && keyval == GDK_KEY_BackSpace))
    return GDK_EVENT_PROPAGATE;

  if (qd_task_cell_get_column (cell)->kind == QD_TASK_CELL_KIND_DONE)
    return GDK_EVENT_PROPAGATE;

  qd_task_cell_editor_begin (self->editor, cell);

  if (qd_task_cell_editor_get_cell (self->editor) == cell)
    gtk_event_controller_key_forward (keys, qd_task_cell_editor_get_text (self->editor));
  else
    qd_task_choices_select_letter (qd_task_cell_editor_get_choices (self->editor),
                                   gdk_keyval_to_unicode (keyval));

  return GDK_EVENT_STOP;
}

static QdTaskCell *
pick_cell (QdTaskTable *self,
           double       x,
           double       y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  for (; picked != NULL && picked != GTK_WIDGET (self->view); picked = gtk_widget_get_parent (picked))
    {
      GtkWidget *child = gtk_widget_get_first_child (picked);

      if (QD_IS_TASK_CELL (picked))
        return QD_TASK_CELL (picked);

      if (child != NULL && QD_IS_TASK_CELL (child) && gtk_widget_get_next_sibling (child) == NULL)
        return QD_TASK_CELL (child);
    }

  return NULL;
}

static void
pressed_cb (QdTaskTable *self,
            int          n_press,
            double       x,
            double       y)
{
  self->pressed_focus = GTK_WIDGET (find_focused_cell (self));
}

/* A second click on a cell edits it, be it a quick one or not; a check takes one. */
static void
released_cb (QdTaskTable     *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *click)
{
  QdTaskCell     *cell = pick_cell (self, x, y);
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  QdTask *task;

  if (cell == NULL || qd_task_cell_get_editor (cell) != NULL || (task = qd_task_cell_get_task (cell)) == NULL ||
      (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return;

  if (n_press >= 2 || self->pressed_focus == GTK_WIDGET (cell) || !qd_record_is_live (task) ||
      qd_task_cell_get_column (cell)->kind == QD_TASK_CELL_KIND_DONE)
    qd_task_cell_editor_begin (self->editor, cell);
  else
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (cell)));
}

static void
secondary_pressed_cb (QdTaskTable *self,
                      int          n_press,
                      double       x,
                      double       y)
{
  QdTaskCell      *cell = pick_cell (self, x, y);
  GListModel      *rows = G_LIST_MODEL (self->selection);
  graphene_point_t point;

  if (cell == NULL || !qd_record_is_live (qd_task_cell_get_task (cell)) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->view),
                                 GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float)x, (float)y),
                                 &point))
    return;

  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (cell)));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(QdTask) task = g_list_model_get_item (rows, i);

      if (task == qd_task_cell_get_task (cell) && !gtk_selection_model_is_selected (self->selection, i))
        gtk_selection_model_select_item (self->selection, i, TRUE);
    }

  qd_task_table_popup_menu (self, point.x, point.y);
}

/* What the keys and clicks mean, before the view takes them for itself. */
void
qd_task_table_add_input (QdTaskTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *secondary = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (
      secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (secondary));
}

/* Returns: (transfer none) (nullable): the task whose row has the focus, or else is selected */
QdTask *
qd_task_table_get_current (QdTaskTable *self)
{
  QdTaskCell *cell = find_focused_cell (self);
  GListModel *rows = G_LIST_MODEL (self->selection);

  if (cell == NULL)
    cell = qd_task_cell_editor_get_cell (self->editor);

  if (cell != NULL)
    return qd_task_cell_get_task (cell);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(QdTask) task = g_list_model_get_item (rows, i);

      if (gtk_selection_model_is_selected (self->selection, i))
        return task;
    }

  return NULL;
}
