/* qd-roster-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-table"

#include "qd-roster-table.h"

#include <glib/gi18n.h>

#include "qd-roster-cell.h"
#include "qd-screen.h"
#include "qd-shell.h"

/**
 * QdRosterTable:
 *
 * The roster where there is room: a row for each account, a column for each
 * fact. Which columns, in which order and sorted by which, the list's view
 * says; a header that is clicked or dragged changes the view.
 */
struct _QdRosterTable
{
  AdwBin               parent_instance;

  QdRosterList        *list;
  GtkColumnView       *view;
  GtkColumnViewColumn *columns[QD_ROSTER_N_COLUMNS];
  gboolean             following; /* the list's view, and not a person */
};

G_DEFINE_FINAL_TYPE (QdRosterTable, qd_roster_table, ADW_TYPE_BIN)

/* Pixels at the usual text size; enough for most of what a column shows. */
static const int widths[] = { 150, 92, 106, 116, 104, 122, 136, 138, 176, 104, 116, 104, 92, 80, 140 };

G_STATIC_ASSERT (G_N_ELEMENTS (widths) == QD_ROSTER_N_COLUMNS);

static void
setup_cb (QdRosterTable      *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  QdRosterColumn column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));

  gtk_list_item_set_child (item, qd_roster_cell_new (column, qd_roster_list_get_roster (self->list)));
}

static void
bind_cb (QdRosterTable *self,
         GtkListItem   *item)
{
  qd_roster_cell_set_facts (QD_ROSTER_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (QdRosterTable *self,
           GtkListItem   *item)
{
  qd_roster_cell_set_facts (QD_ROSTER_CELL (gtk_list_item_get_child (item)), NULL);
}

/* Each row says its account in a sentence, so that it need not be put together
 * from its cells. */
static void
bind_row_cb (QdRosterTable    *self,
             GtkColumnViewRow *row)
{
  QdAccountFacts  *facts = gtk_column_view_row_get_item (row);
  QdRoster        *roster = qd_roster_list_get_roster (self->list);
  g_autofree char *sentence = qd_roster_dup_sentence (facts, qd_roster_get_today (roster));
  g_autofree char *seen = qd_screen_dup_text (qd_roster_get_portfolio (roster), sentence);

  gtk_column_view_row_set_accessible_label (row, seen);
}

static void
row_facts_changed_cb (GtkColumnViewRow *row,
                      QdAccountFacts   *facts)
{
  QdRosterTable *self = g_object_get_data (G_OBJECT (row), "table");

  bind_row_cb (self, row);
}

static void
follow_row_cb (QdRosterTable    *self,
               GtkColumnViewRow *row)
{
  g_object_set_data (G_OBJECT (row), "table", self);
  bind_row_cb (self, row);
  g_signal_connect_object (gtk_column_view_row_get_item (row),
                           "changed",
                           G_CALLBACK (row_facts_changed_cb),
                           row,
                           G_CONNECT_SWAPPED);
}

static void
leave_row_cb (QdRosterTable    *self,
              GtkColumnViewRow *row)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (row), row_facts_changed_cb, row);
}

static void
activate_cb (QdRosterTable *self,
             guint          position)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  g_autoptr(QdAccountFacts) facts = g_list_model_get_item (model, position);

  qd_shell_open_account (self, qd_record_get_id (facts->account));
}

static int
find_column (QdRosterTable       *self,
             GtkColumnViewColumn *column)
{
  for (int i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    {
      if (self->columns[i] == column)
        return i;
    }

  return -1;
}

static void
show_order (QdRosterTable      *self,
            const QdRosterView *view)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint       shown = 0;

  for (guint i = 0; i < view->n_columns; i++)
    {
      g_autoptr(GtkColumnViewColumn) there = g_list_model_get_item (columns, i);

      if (there != self->columns[view->columns[i]])
        gtk_column_view_insert_column (self->view, i, self->columns[view->columns[i]]);

      shown |= 1u << view->columns[i];
    }

  for (guint i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    gtk_column_view_column_set_visible (self->columns[i], (shown & (1u << i)) != 0);
}

static void
show_sort (QdRosterTable      *self,
           const QdRosterView *view)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkSortType          order = view->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;

  if (gtk_column_view_sorter_get_primary_sort_column (sorter) != self->columns[view->sort] ||
      gtk_column_view_sorter_get_primary_sort_order (sorter) != order)
    gtk_column_view_sort_by_column (self->view, self->columns[view->sort], order);
}

static void
view_changed_cb (QdRosterTable *self)
{
  const QdRosterView *view = qd_roster_list_get_view (self->list);

  if (self->following)
    return;

  self->following = TRUE;
  show_order (self, view);
  show_sort (self, view);
  self->following = FALSE;
}

static void
set_view (QdRosterTable      *self,
          const QdRosterView *view)
{
  self->following = TRUE;
  qd_roster_list_set_view (self->list, view);
  self->following = FALSE;
}

static void
sorter_changed_cb (QdRosterTable       *self,
                   GtkSorterChange      change,
                   GtkColumnViewSorter *sorter)
{
  int column = find_column (self, gtk_column_view_sorter_get_primary_sort_column (sorter));
  g_autoptr(QdRosterView) view = NULL;

  if (self->following || column < 0)
    return;

  view = qd_roster_view_copy (qd_roster_list_get_view (self->list));
  view->sort = column;
  view->descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  set_view (self, view);
}

/* A header was dragged to another place. */
static void
columns_changed_cb (QdRosterTable *self,
                    guint          position,
                    guint          n_removed,
                    guint          n_added,
                    GListModel    *columns)
{
  g_autoptr(QdRosterView) view = NULL;
  guint n_shown = 0;

  /* While it is moved, it is gone for a moment. */
  if (self->following || g_list_model_get_n_items (columns) != QD_ROSTER_N_COLUMNS)
    return;

  view = qd_roster_view_copy (qd_roster_list_get_view (self->list));

  for (guint i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        view->columns[n_shown++] = find_column (self, column);
    }

  view->n_columns = n_shown;
  set_view (self, view);
}

static void
create_column (QdRosterTable *self,
               QdRosterColumn id)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column =
      gtk_column_view_column_new (qd_nicks_get_label (qd_roster_columns, id), factory);
  /* The list sorts; this only makes the header one that can be clicked. */
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (id));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);

  gtk_column_view_column_set_id (column, qd_roster_columns[id].nick);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, widths[id]);
  gtk_column_view_column_set_expand (column, id == QD_ROSTER_COLUMN_NAME || id == QD_ROSTER_COLUMN_NEXT_STEP);
  gtk_column_view_append_column (self->view, column);
  self->columns[id] = column;
}

static void
qd_roster_table_dispose (GObject *object)
{
  QdRosterTable *self = QD_ROSTER_TABLE (object);

  /* The view takes its columns off one by one: nobody's wish. */
  self->following = TRUE;

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);

  for (int i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);

  self->view = NULL;
  g_clear_object (&self->list);

  G_OBJECT_CLASS (qd_roster_table_parent_class)->dispose (object);
}

static void
qd_roster_table_class_init (QdRosterTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_roster_table_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rostertable");
}

static void
qd_roster_table_init (QdRosterTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Accounts"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);

  g_signal_connect_swapped (rows, "bind", G_CALLBACK (follow_row_cb), self);
  g_signal_connect_swapped (rows, "unbind", G_CALLBACK (leave_row_cb), self);
  gtk_column_view_set_row_factory (self->view, rows);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/* To be called once. */
void
qd_roster_table_set_list (QdRosterTable *self,
                          QdRosterList  *list)
{
  g_return_if_fail (QD_IS_ROSTER_TABLE (self));

  self->list = g_object_ref (list);
  self->following = TRUE;

  for (int i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    create_column (self, i);

  self->following = FALSE;
  view_changed_cb (self);

  g_signal_connect_object (list, "changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view),
                           "changed",
                           G_CALLBACK (sorter_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (self->view),
                           "items-changed",
                           G_CALLBACK (columns_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/* @model: (nullable): of QdAccountFacts; none while the table is out of sight */
void
qd_roster_table_set_model (QdRosterTable     *self,
                           GtkSelectionModel *model)
{
  g_return_if_fail (QD_IS_ROSTER_TABLE (self));

  gtk_column_view_set_model (self->view, model);
}

/* Returns: (transfer none) */
GtkColumnView *
qd_roster_table_get_view (QdRosterTable *self)
{
  g_return_val_if_fail (QD_IS_ROSTER_TABLE (self), NULL);

  return self->view;
}
