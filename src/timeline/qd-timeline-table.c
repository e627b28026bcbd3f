/* qd-timeline-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-table"

#include "qd-timeline-table.h"

#include <glib/gi18n.h>

#include "qd-timeline-cell.h"

/**
 * QdTimelineTable:
 *
 * What there is to say of the rows, in columns, each row as high as beside it in the
 * chart.
 */
struct _QdTimelineTable
{
  GtkWidget            parent_instance;

  QdTimelineModel     *model;
  GtkWidget           *scroller;
  GtkWidget           *view;
  GtkColumnViewColumn *columns[QD_TIMELINE_N_COLUMNS];
  GPtrArray           *cells; /* those that have a row; not owned */
  int                  row_height;

  /* To be edited as soon as there is a cell for it */
  int                  pending;
  QdTimelineColumn     pending_column;
};

G_DEFINE_FINAL_TYPE (QdTimelineTable, qd_timeline_table, GTK_TYPE_WIDGET)

enum
{
  APPLY,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
edit_pending_cb (gpointer user_data)
{
  g_autoptr(QdTimelineTable) self = user_data;

  if (self->pending >= 0 && self->model != NULL)
    qd_timeline_table_edit (self, (guint)self->pending, self->pending_column);

  return G_SOURCE_REMOVE;
}

static void
apply_cb (QdTimelineTable *self,
          QdBatch         *batch,
          const char      *label)
{
  g_signal_emit (self, signals[APPLY], 0, batch, label);
}

static QdTimelineColumn
get_column (GObject *factory)
{
  return GPOINTER_TO_INT (g_object_get_data (factory, "qd-column"));
}

static void
setup_cb (QdTimelineTable    *self,
          GtkColumnViewCell  *item,
          GtkListItemFactory *factory)
{
  GtkWidget *cell = qd_timeline_cell_new (self->model, get_column (G_OBJECT (factory)), &self->row_height);

  g_signal_connect_object (cell, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_cell_set_child (item, cell);
}

static void
bind_cb (QdTimelineTable   *self,
         GtkColumnViewCell *item)
{
  GtkWidget *cell = gtk_column_view_cell_get_child (item);

  qd_timeline_cell_bind (QD_TIMELINE_CELL (cell), item);
  g_ptr_array_add (self->cells, cell);
}

static void
unbind_cb (QdTimelineTable   *self,
           GtkColumnViewCell *item)
{
  GtkWidget *cell = gtk_column_view_cell_get_child (item);

  qd_timeline_cell_unbind (QD_TIMELINE_CELL (cell));
  g_ptr_array_remove_fast (self->cells, cell);
}

static void
add_column (QdTimelineTable *self,
            QdTimelineColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "qd-column", GINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  self->columns[column] = gtk_column_view_column_new (qd_timeline_column_get_title (column), factory);
  gtk_column_view_column_set_resizable (self->columns[column], TRUE);
  gtk_column_view_column_set_fixed_width (self->columns[column], qd_timeline_column_get_width (column));
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), self->columns[column]);
}

static QdTimelineCell *
find_focused_cell (QdTimelineTable *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;

  return child != NULL && QD_IS_TIMELINE_CELL (child) ? QD_TIMELINE_CELL (child) : NULL;
}

/* Returns: the row that has the focus, or -1 */
int
qd_timeline_table_get_focused (QdTimelineTable *self)
{
  QdTimelineCell *cell;

  g_return_val_if_fail (QD_IS_TIMELINE_TABLE (self), -1);

  cell = find_focused_cell (self);

  return cell != NULL ? qd_timeline_cell_get_position (cell) : -1;
}

static gboolean
is_typed (guint           keyval,
          GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  return !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) && letter != 0 &&
         g_unichar_isprint (letter) && letter != ' ';
}

/* Enter and F2 edit the cell, and so does typing, which then is its new text. */
static gboolean
key_pressed_cb (QdTimelineTable       *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *keys)
{
  QdTimelineCell      *cell = find_focused_cell (self);
  int                  position = cell != NULL ? qd_timeline_cell_get_position (cell) : -1;
  const QdTimelineRow *row = position >= 0 ? qd_timeline_model_get_row (self->model, (guint)position) : NULL;
  gboolean             plain = !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK));
  gboolean             enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (row == NULL || qd_timeline_cell_is_edited (cell))
    return GDK_EVENT_PROPAGATE;

  if (plain && row->expandable && (keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add || keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract))
    {
      qd_timeline_model_set_expanded (
          self->model, (guint)position, keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add);
      return GDK_EVENT_STOP;
    }

  if (plain && enter && row->kind != QD_TIMELINE_ROW_TASK)
    {
      qd_timeline_model_set_expanded (self->model, (guint)position, !row->expanded);
      return GDK_EVENT_STOP;
    }

  if (plain && (enter || keyval == GDK_KEY_F2))
    return qd_timeline_cell_edit (cell);

  if (!is_typed (keyval, state) || !qd_timeline_cell_edit (cell))
    return GDK_EVENT_PROPAGATE;

  gtk_event_controller_key_forward (keys, gtk_widget_get_first_child (GTK_WIDGET (cell)));

  return GDK_EVENT_STOP;
}

static void
secondary_cb (QdTimelineTable *self,
              int              n_press,
              double           x,
              double           y,
              GtkGesture      *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MENU], 0, x, y);
}

static void
qd_timeline_table_dispose (GObject *object)
{
  QdTimelineTable *self = QD_TIMELINE_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_timeline_table_parent_class)->dispose (object);
}

static void
qd_timeline_table_finalize (GObject *object)
{
  QdTimelineTable *self = QD_TIMELINE_TABLE (object);

  for (int i = 0; i < QD_TIMELINE_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);

  g_ptr_array_unref (self->cells);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (qd_timeline_table_parent_class)->finalize (object);
}

static void
qd_timeline_table_class_init (QdTimelineTableClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = qd_timeline_table_dispose;
  object_class->finalize = qd_timeline_table_finalize;

  /* What was typed is to be written: a QdBatch (transfer full), and what the edit is called. */
  signals[APPLY] = g_signal_new (
      "apply", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);

  /* A menu is wanted there. */
  signals[MENU] = g_signal_new (
      "menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinetable");
}

static void
add_controllers (QdTimelineTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *secondary = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "released", G_CALLBACK (secondary_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

static void
qd_timeline_table_init (QdTimelineTable *self)
{
  self->row_height = 34;
  self->pending = -1;
  self->cells = g_ptr_array_new ();
  self->scroller = gtk_scrolled_window_new ();
  self->view = gtk_column_view_new (NULL);

  /* The bar is the chart's, which scrolls along. */
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_column_view_set_tab_behavior (GTK_COLUMN_VIEW (self->view), GTK_LIST_TAB_ITEM);
  gtk_column_view_set_reorderable (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "timeline-table");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows of the Timeline"), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  add_controllers (self);
}

/* @model: once, and not %NULL */
void
qd_timeline_table_set_model (QdTimelineTable   *self,
                             QdTimelineModel   *model,
                             GtkSelectionModel *selection)
{
  g_return_if_fail (QD_IS_TIMELINE_TABLE (self));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);

  for (int i = 0; i < QD_TIMELINE_N_COLUMNS; i++)
    add_column (self, i);

  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), selection);
}

void
qd_timeline_table_set_row_height (QdTimelineTable *self,
                                  int              height)
{
  g_return_if_fail (QD_IS_TIMELINE_TABLE (self));

  if (self->row_height == height)
    return;

  self->row_height = height;

  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_queue_resize (g_ptr_array_index (self->cells, i));
}

GtkAdjustment *
qd_timeline_table_get_vadjustment (QdTimelineTable *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_TABLE (self), NULL);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* Returns: (transfer none): what the titles of the columns are in */
GtkWidget *
qd_timeline_table_get_header (QdTimelineTable *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_TABLE (self), NULL);

  return gtk_widget_get_first_child (self->view);
}

void
qd_timeline_table_show_column (QdTimelineTable *self,
                               QdTimelineColumn column,
                               gboolean         show)
{
  g_return_if_fail (QD_IS_TIMELINE_TABLE (self));

  gtk_column_view_column_set_visible (self->columns[column], show);
}

/* After any row may say something else. */
void
qd_timeline_table_refresh (QdTimelineTable *self)
{
  g_return_if_fail (QD_IS_TIMELINE_TABLE (self));

  for (guint i = 0; i < self->cells->len; i++)
    qd_timeline_cell_refresh (g_ptr_array_index (self->cells, i));
}

static QdTimelineCell *
find_cell (QdTimelineTable *self,
           guint            position,
           QdTimelineColumn column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      QdTimelineCell *cell = g_ptr_array_index (self->cells, i);

      if (qd_timeline_cell_get_column (cell) == column && qd_timeline_cell_get_position (cell) == (int)position)
        return cell;
    }

  return NULL;
}

/* Returns: whether it is edited, or will be as soon as it is in sight */
gboolean
qd_timeline_table_edit (QdTimelineTable *self,
                        guint            position,
                        QdTimelineColumn column)
{
  QdTimelineCell *cell;
  gboolean        waited = self->pending == (int)position;

  g_return_val_if_fail (QD_IS_TIMELINE_TABLE (self), FALSE);

  self->pending = -1;
  gtk_column_view_scroll_to (
      GTK_COLUMN_VIEW (self->view), position, self->columns[column], GTK_LIST_SCROLL_FOCUS, NULL);
  cell = find_cell (self, position, column);

  if (cell != NULL && gtk_widget_get_mapped (GTK_WIDGET (cell)))
    return qd_timeline_cell_edit (cell);

  if (waited)
    return FALSE;

  self->pending = (int)position;
  self->pending_column = column;
  g_idle_add_full (G_PRIORITY_LOW, edit_pending_cb, g_object_ref (self), NULL);

  return TRUE;
}

void
qd_timeline_table_focus (QdTimelineTable *self,
                         guint            position)
{
  g_return_if_fail (QD_IS_TIMELINE_TABLE (self));

  gtk_column_view_scroll_to (GTK_COLUMN_VIEW (self->view), position, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
}
