/* qd-task-table-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-view"

#include <glib/gi18n.h>

#include "qd-screen.h"
#include "qd-task-table-header.h"
#include "qd-task-table-private.h"
#include "qd-task-table-row.h"

/*
 * What the table is made of: its columns, and the widgets of their cells, of the
 * groups' headers and of the narrow list's rows.
 */

static void
refresh_one (gpointer widget,
             gpointer value,
             gpointer user_data)
{
  if (QD_IS_TASK_CELL (widget))
    qd_task_cell_refresh (widget);
  else if (QD_IS_TASK_TABLE_ROW (widget))
    qd_task_table_row_refresh (widget);
  else
    qd_task_table_header_refresh (widget);
}

static void
setup_cell_cb (QdTaskTable              *self,
               GtkListItem              *item,
               GtkSignalListItemFactory *factory)
{
  const QdTaskColumn *column = g_object_get_data (G_OBJECT (factory), "column");

  gtk_list_item_set_child (item, qd_task_cell_new (self->model, column));
  gtk_column_view_cell_set_focusable (GTK_COLUMN_VIEW_CELL (item), TRUE);
}

static void
bind_cell_cb (QdTaskTable *self,
              GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  qd_task_cell_bind (QD_TASK_CELL (cell), item);
  g_hash_table_add (self->bound, cell);
}

static void
unbind_cell_cb (QdTaskTable *self,
                GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_hash_table_remove (self->bound, cell);
  qd_task_cell_unbind (QD_TASK_CELL (cell));
}

static void
setup_header_cb (QdTaskTable   *self,
                 GtkListHeader *header)
{
  gtk_list_header_set_child (header, qd_task_table_header_new (self->model));
}

static void
bind_header_cb (QdTaskTable   *self,
                GtkListHeader *header)
{
  GtkWidget *widget = gtk_list_header_get_child (header);

  qd_task_table_header_bind (QD_TASK_TABLE_HEADER (widget), gtk_list_header_get_item (header));
  g_hash_table_add (self->bound, widget);
}

static void
unbind_header_cb (QdTaskTable   *self,
                  GtkListHeader *header)
{
  GtkWidget *widget = gtk_list_header_get_child (header);

  g_hash_table_remove (self->bound, widget);
  qd_task_table_header_bind (QD_TASK_TABLE_HEADER (widget), NULL);
}

static void
done_toggled_cb (QdTaskTable *self,
                 QdTask      *task)
{
  qd_task_cell_editor_toggle_done (self->editor, task);
}

static void
setup_row_cb (QdTaskTable *self,
              GtkListItem *item)
{
  GtkWidget *row = qd_task_table_row_new (self->model);

  g_signal_connect_object (row, "done-toggled", G_CALLBACK (done_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (QdTaskTable *self,
             GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  qd_task_table_row_bind (QD_TASK_TABLE_ROW (row), item);
  g_hash_table_add (self->bound, row);
}

static void
unbind_row_cb (QdTaskTable *self,
               GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_hash_table_remove (self->bound, row);
  qd_task_table_row_unbind (QD_TASK_TABLE_ROW (row));
}

static GtkListItemFactory *
create_factory (QdTaskTable *self,
                GCallback    setup,
                GCallback    bind,
                GCallback    unbind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", unbind, self, G_CONNECT_SWAPPED);

  return factory;
}

static GtkListItemFactory *
create_header_factory (QdTaskTable *self)
{
  return create_factory (
      self, G_CALLBACK (setup_header_cb), G_CALLBACK (bind_header_cb), G_CALLBACK (unbind_header_cb));
}

/* What a column sorts by: the model is asked, which may change under it. */
typedef struct
{
  QdTaskTable        *table; /* outlives its columns */
  const QdTaskColumn *column;
} Order;

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  Order *order = user_data;

  return qd_task_column_compare (order->column, order->table->model, (QdTask *)a, (QdTask *)b);
}

static GtkColumnViewColumn *
find_column (QdTaskTable *self,
             const char  *id)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        return column;
    }

  return NULL;
}

static gboolean
restore_place_cb (GtkWidget     *view,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  const double *value = user_data;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), *value);

  return G_SOURCE_REMOVE;
}

/* The view gives cells to its headers too where columns come while it has rows,
 * and loses them (GTK 4.18): so it has none meanwhile. */
static void
show_column (QdTaskTable *self,
             const char  *id,
             gboolean     visible)
{
  GtkColumnViewColumn *column = find_column (self, id);
  GtkSelectionModel   *rows = gtk_column_view_get_model (self->view);
  double              *value;

  if (gtk_column_view_column_get_visible (column) == visible)
    return;

  qd_task_cell_editor_commit (self->editor);
  value = g_new (double, 1);
  *value = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)));

  if (rows != NULL)
    g_object_ref (rows);

  gtk_column_view_set_model (self->view, NULL);
  gtk_column_view_column_set_visible (column, visible);
  gtk_column_view_set_model (self->view, rows);
  g_clear_object (&rows);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), restore_place_cb, value, g_free);
}

static void
column_state_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  g_simple_action_set_state (action, state);
  show_column (user_data, g_action_get_name (G_ACTION (action)), g_variant_get_boolean (state));
}

static void
add_column (QdTaskTable        *self,
            const QdTaskColumn *column,
            GActionMap         *actions,
            GMenu              *menu)
{
  GtkListItemFactory *factory = create_factory (
      self, G_CALLBACK (setup_cell_cb), G_CALLBACK (bind_cell_cb), G_CALLBACK (unbind_cell_cb));
  g_autoptr(GtkColumnViewColumn) view_column = gtk_column_view_column_new (_ (column->title), factory);
  g_autoptr(GtkSorter) sorter = NULL;
  g_autoptr(GSimpleAction) action = NULL;
  g_autofree char *action_name = g_strdup_printf ("columns.%s", column->id);
  Order           *order = g_new (Order, 1);

  g_object_set_data (G_OBJECT (factory), "column", (gpointer)column);
  *order = (Order){ self, column };
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, order, g_free));
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_id (view_column, column->id);
  gtk_column_view_column_set_fixed_width (view_column, column->width);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, g_str_equal (column->id, "title"));
  gtk_column_view_append_column (self->view, view_column);

  if (column->kind == QD_TASK_CELL_KIND_DONE || g_str_equal (column->id, "title"))
    return;

  action = g_simple_action_new_stateful (column->id, NULL, g_variant_new_boolean (TRUE));
  g_signal_connect_object (action, "change-state", G_CALLBACK (column_state_cb), self, 0);
  g_action_map_add_action (actions, G_ACTION (action));
  g_menu_append (menu, _ (column->title), action_name);
}

void
qd_task_table_add_columns (QdTaskTable *self)
{
  guint               n_columns;
  const QdTaskColumn *columns = qd_task_columns_get (&n_columns);
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i], G_ACTION_MAP (actions), menu);

  self->columns = g_object_ref (G_ACTION_GROUP (actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", self->columns);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->columns_button), G_MENU_MODEL (menu));
}

/* The group says it already. */
void
qd_task_table_show_grouping (QdTaskTable *self)
{
  gboolean by_phase = qd_task_table_model_get_grouping (self->model) == QD_TASK_GROUPING_PHASE;

  g_action_group_change_action_state (self->columns, "phase", g_variant_new_boolean (!by_phase));
  g_action_group_change_action_state (self->columns, "objective", g_variant_new_boolean (by_phase));
}

/* Returns: (nullable): the cell that shows the title of @task, if it is made */
static QdTaskCell *
find_title (QdTaskTable *self,
            QdTask      *task)
{
  GHashTableIter iter;
  gpointer       widget;

  g_hash_table_iter_init (&iter, self->bound);

  while (g_hash_table_iter_next (&iter, &widget, NULL))
    {
      if (QD_IS_TASK_CELL (widget) && qd_task_cell_get_task (widget) == task &&
          g_str_equal (qd_task_cell_get_column (widget)->id, "title"))
        return widget;
    }

  return NULL;
}

/* Begins the row for a new task in @group. */
void
qd_task_table_edit_draft (QdTaskTable *self,
                          gint64       group)
{
  GListModel *rows = qd_task_table_model_get_rows (self->model);
  QdTask     *draft = qd_task_table_model_get_draft (self->model, group);

  for (guint i = 0; draft != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(QdTask) row = g_list_model_get_item (rows, i);
      QdTaskCell *cell;

      if (row != draft)
        continue;

      gtk_column_view_scroll_to (self->view,
                                 i,
                                 find_column (self, "title"),
                                 GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                                 NULL);

      if ((cell = find_title (self, draft)) != NULL)
        qd_task_cell_editor_begin (self->editor, cell);

      return;
    }
}

/* The column that last had the focus goes last: else the view gives the focus on
 * to each that is left, and keeps a reference to it for good (GTK 4.18). */
void
qd_task_table_remove_columns (QdTaskTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint       n_kept = 0;

  while (g_list_model_get_n_items (columns) > n_kept)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, n_kept);

      if (n_kept == 0 && g_list_model_get_n_items (columns) > 1 &&
          g_strcmp0 (gtk_column_view_column_get_id (column), self->focus_column) == 0)
        n_kept = 1;
      else
        gtk_column_view_remove_column (self->view, column);
    }

  if (n_kept > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

/* The cells have the focus, one after another, and not the row around them. */
static void
bind_table_row_cb (QdTaskTable      *self,
                   GtkColumnViewRow *row)
{
  QdTask          *task = gtk_column_view_row_get_item (row);
  g_autofree char *title = qd_screen_dup_text (qd_task_table_model_get_portfolio (self->model), task->title);

  gtk_column_view_row_set_accessible_label (row, title);
}

/* Brings all that is in sight up to date. */
void
qd_task_table_refresh_widgets (QdTaskTable *self)
{
  g_hash_table_foreach (self->bound, refresh_one, NULL);
}

void
qd_task_table_set_factories (QdTaskTable *self)
{
  g_autoptr(GtkListItemFactory) header = create_header_factory (self);
  g_autoptr(GtkListItemFactory) list_header = create_header_factory (self);
  g_autoptr(GtkListItemFactory) rows =
                create_factory (self, G_CALLBACK (setup_row_cb), G_CALLBACK (bind_row_cb), G_CALLBACK (unbind_row_cb));

  g_autoptr(GtkListItemFactory) table_rows = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (table_rows, "bind", G_CALLBACK (bind_table_row_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_row_factory (self->view, table_rows);
  gtk_column_view_set_header_factory (self->view, header);
  gtk_list_view_set_header_factory (self->list, list_header);
  gtk_list_view_set_factory (self->list, rows);
}
