/* qd-history-lines-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-lines-view"

#include "qd-history-lines-view.h"

#include <glib/gi18n.h>

#include "qd-history-line-row.h"
#include "qd-history-look.h"

/* A line below the heading it belongs to */
#define QD_TYPE_HISTORY_PLACED (qd_history_placed_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryPlaced, qd_history_placed, QD, HISTORY_PLACED, GObject)

struct _QdHistoryPlaced
{
  GObject        parent_instance;

  QdHistoryLine *line;
  guint          section;
};

G_DEFINE_FINAL_TYPE (QdHistoryPlaced, qd_history_placed, G_TYPE_OBJECT)

static void
qd_history_placed_finalize (GObject *object)
{
  g_object_unref (QD_HISTORY_PLACED (object)->line);

  G_OBJECT_CLASS (qd_history_placed_parent_class)->finalize (object);
}

static void
qd_history_placed_class_init (QdHistoryPlacedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_history_placed_finalize;
}

static void
qd_history_placed_init (QdHistoryPlaced *self)
{
}

/**
 * QdHistoryLinesView:
 *
 * What happened to fields and records, below headings, each as what stood there and what stands
 * there now. Enter goes to the record.
 */
struct _QdHistoryLinesView
{
  AdwBin       parent_instance;

  QdPortfolio *portfolio;
  GListStore  *placed;
  GPtrArray   *headings;
  gboolean     by_record; /* the headings are the records, which the lines do not repeat */
  GtkListView *view;
  gboolean     is_new; /* what is shown was not shown before */
};

G_DEFINE_FINAL_TYPE (QdHistoryLinesView, qd_history_lines_view, ADW_TYPE_BIN)

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const QdHistoryPlaced *first = a, *second = b;

  return (first->section > second->section) - (first->section < second->section);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, qd_history_line_row_new ());
}

static void
bind_cb (QdHistoryLinesView *self,
         GtkListItem        *item)
{
  QdHistoryPlaced *placed = gtk_list_item_get_item (item);
  g_autofree char *label = qd_history_look_dup_line (self->portfolio, placed->line);

  qd_history_line_row_set_line (
      QD_HISTORY_LINE_ROW (gtk_list_item_get_child (item)), self->portfolio, placed->line, !self->by_record);
  gtk_list_item_set_accessible_label (item, label);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (QdHistoryLinesView *self,
                GtkListHeader      *header)
{
  QdHistoryPlaced *placed = gtk_list_header_get_item (header);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       g_ptr_array_index (self->headings, placed->section));
}

static void
activate_cb (QdHistoryLinesView *self,
             guint               position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->view));
  g_autoptr(QdHistoryPlaced) placed = g_list_model_get_item (model, position);

  if (placed != NULL && !qd_history_look_go_to (GTK_WIDGET (self), self->portfolio, placed->line))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
add_line (QdHistoryLinesView *self,
          GPtrArray          *all,
          QdHistoryLine      *line)
{
  g_autoptr(QdHistoryPlaced) placed = g_object_new (QD_TYPE_HISTORY_PLACED, NULL);

  placed->line = g_object_ref (line);
  placed->section = self->headings->len - 1;
  g_ptr_array_add (all, g_steal_pointer (&placed));
}

/* A list view begins with its first row, and leaves the heading above that out of sight. */
static void
adjustment_changed_cb (QdHistoryLinesView *self,
                       GtkAdjustment      *adjustment)
{
  if (!self->is_new || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;

  self->is_new = FALSE;
  gtk_adjustment_set_value (adjustment, 0);
}

/* All at once: a list that is told of each sorts itself anew for each. */
static void
append (QdHistoryLinesView *self,
        GPtrArray          *all)
{
  g_list_store_splice (
      self->placed, g_list_model_get_n_items (G_LIST_MODEL (self->placed)), 0, all->pdata, all->len);
}

static void
build_model (QdHistoryLinesView *self)
{
  g_autoptr(GtkSorter) sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));
  g_autoptr(GtkSelectionModel) selection = NULL;
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->placed)), NULL);

  gtk_sort_list_model_set_section_sorter (sorted, sections);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_list_view_set_model (self->view, selection);
}

static void
qd_history_lines_view_dispose (GObject *object)
{
  QdHistoryLinesView *self = QD_HISTORY_LINES_VIEW (object);

  if (self->view != NULL)
    gtk_list_view_set_model (g_steal_pointer (&self->view), NULL);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->placed);
  g_clear_object (&self->portfolio);
  g_clear_pointer (&self->headings, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_history_lines_view_parent_class)->dispose (object);
}

static void
qd_history_lines_view_class_init (QdHistoryLinesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_history_lines_view_dispose;
}

static void
qd_history_lines_view_init (QdHistoryLinesView *self)
{
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->placed = g_list_store_new (QD_TYPE_HISTORY_PLACED);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_list_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "history-lines");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("accessible name", "What Changed"), -1);
  g_signal_connect (rows, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, rows);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect_object (headers, "bind", G_CALLBACK (bind_header_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_header_factory (self->view, headers);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  build_model (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "changed",
                           G_CALLBACK (adjustment_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* To be set before there are lines. */
void
qd_history_lines_view_set_portfolio (QdHistoryLinesView *self,
                                     QdPortfolio        *portfolio)
{
  g_return_if_fail (QD_IS_HISTORY_LINES_VIEW (self));
  g_return_if_fail (QD_IS_PORTFOLIO (portfolio));

  g_set_object (&self->portfolio, portfolio);
}

void
qd_history_lines_view_clear (QdHistoryLinesView *self)
{
  g_return_if_fail (QD_IS_HISTORY_LINES_VIEW (self));

  self->is_new = TRUE;
  g_list_store_remove_all (self->placed);
  g_ptr_array_set_size (self->headings, 0);
}

/* Adds @lines, of #QdHistoryLine, below a heading of their own. Each names its record. */
void
qd_history_lines_view_add (QdHistoryLinesView *self,
                           const char         *heading,
                           GPtrArray          *lines)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (QD_IS_HISTORY_LINES_VIEW (self));
  g_return_if_fail (heading != NULL && lines != NULL);

  self->by_record = FALSE;
  g_ptr_array_add (self->headings, g_strdup (heading));

  for (guint i = 0; i < lines->len; i++)
    add_line (self, all, g_ptr_array_index (lines, i));

  append (self, all);
}

/* Adds @lines, of #QdHistoryLine, which come one record after the other, below a heading for each record. */
void
qd_history_lines_view_add_by_record (QdHistoryLinesView *self,
                                     GPtrArray          *lines)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  QdHistoryLine *last = NULL;

  g_return_if_fail (QD_IS_HISTORY_LINES_VIEW (self));
  g_return_if_fail (lines != NULL);

  self->by_record = TRUE;

  for (guint i = 0; i < lines->len; i++)
    {
      QdHistoryLine *line = g_ptr_array_index (lines, i);

      if (last == NULL || last->id != line->id || g_strcmp0 (last->table, line->table) != 0)
        g_ptr_array_add (self->headings, qd_history_look_dup_record (self->portfolio, line));

      last = line;
      add_line (self, all, line);
    }

  append (self, all);
}
