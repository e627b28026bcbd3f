/* qd-history-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-list"

#include "qd-history-list.h"

#include <glib/gi18n.h>

#include "qd-day-words.h"
#include "qd-history-look.h"
#include "qd-history-row.h"

/**
 * QdHistoryList:
 *
 * The changes, below the days on which they were made, the newest first. Who scrolls to its end
 * is shown older ones.
 */
struct _QdHistoryList
{
  AdwBin              parent_instance;

  QdPortfolio        *portfolio;
  QdHistoryFeed      *feed;
  gboolean            narrowed; /* not all there is was asked for */
  gint64              selected; /* an entry, or 0 */

  GtkSingleSelection *selection;
  GtkStack           *stack;
  GtkListView        *view;
  GtkWidget          *spinner; /* below the list, while older ones come */
};

G_DEFINE_FINAL_TYPE (QdHistoryList, qd_history_list, ADW_TYPE_BIN)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  int first = qd_day_from_instant (((const QdHistoryEntry *)a)->time);
  int second = qd_day_from_instant (((const QdHistoryEntry *)b)->time);

  return (second > first) - (second < first);
}

static void
show_state (QdHistoryList *self)
{
  guint    n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->feed));
  gboolean loading = qd_history_feed_is_loading (self->feed);

  gtk_widget_set_visible (self->spinner, n_entries > 0 && loading);
  gtk_stack_set_visible_child_name (self->stack,
                                    n_entries > 0    ? "list"
                                    : loading        ? "loading"
                                    : self->narrowed ? "no-match"
                                                     : "none");
}

/* What was selected is so again, if it is still there. */
static void
updated_cb (QdHistoryList *self)
{
  GListModel     *model = G_LIST_MODEL (self->selection);
  QdHistoryEntry *selected = gtk_single_selection_get_selected_item (self->selection);

  show_state (self);

  if (self->selected == 0 || (selected != NULL && selected->id == self->selected))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(QdHistoryEntry) entry = g_list_model_get_item (model, i);

      if (entry->id == self->selected)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }

  self->selected = 0;
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
selected_cb (QdHistoryList *self)
{
  QdHistoryEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  /* While the list is made anew nothing is selected, which nobody chose. */
  if (entry == NULL)
    return;

  self->selected = entry->id;
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (QdHistoryList *self,
             guint          position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
edge_reached_cb (QdHistoryList  *self,
                 GtkPositionType position)
{
  if (position != GTK_POS_BOTTOM)
    return;

  qd_history_feed_load_older (self->feed);
  show_state (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, qd_history_row_new ());
}

static void
bind_cb (QdHistoryList *self,
         GtkListItem   *item)
{
  QdHistoryEntry  *entry = gtk_list_item_get_item (item);
  g_autofree char *label = qd_history_row_dup_label (self->portfolio, entry);

  qd_history_row_set_entry (QD_HISTORY_ROW (gtk_list_item_get_child (item)), self->portfolio, entry);
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

/* “Tuesday, 24 November 2026 · yesterday” */
static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header)
{
  QdHistoryEntry  *entry = gtk_list_header_get_item (header);
  int              day = qd_day_from_instant (entry->time);
  g_autofree char *full = qd_day_dup_full (day);
  g_autofree char *relative = qd_day_dup_relative (day, qd_day_today ());
  g_autofree char *text = g_strdup_printf ("%s · %s", full, relative);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
add_factories (QdHistoryList *self)
{
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, rows);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), NULL);
  gtk_list_view_set_header_factory (self->view, headers);
}

static void
add_empty (QdHistoryList *self,
           const char    *name,
           const char    *icon,
           const char    *title,
           const char    *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_add_css_class (page, "compact");
  gtk_stack_add_named (self->stack, page, name);
}

static GtkWidget *
create_list (QdHistoryList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_list_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "history-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("accessible name", "Changes"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  g_signal_connect_object (scroller, "edge-reached", G_CALLBACK (edge_reached_cb), self, G_CONNECT_SWAPPED);
  self->spinner = adw_spinner_new ();
  gtk_widget_set_margin_top (self->spinner, 6);
  gtk_widget_set_margin_bottom (self->spinner, 6);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->spinner);

  return box;
}

static void
qd_history_list_dispose (GObject *object)
{
  QdHistoryList *self = QD_HISTORY_LIST (object);

  if (self->view != NULL)
    gtk_list_view_set_model (g_steal_pointer (&self->view), NULL);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->feed);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_history_list_parent_class)->dispose (object);
}

static void
qd_history_list_class_init (QdHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_history_list_dispose;

  /* Another one is selected, or none any more. */
  signals[SELECTED] =
      g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* The one that is selected is to be opened. */
  signals[ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_history_list_init (QdHistoryList *self)
{
  GtkWidget *loading = adw_spinner_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_size_request (loading, 32, 32);
  gtk_widget_set_valign (loading, GTK_ALIGN_CENTER);
  gtk_stack_add_named (self->stack, loading, "loading");
  add_empty (self,
             "none",
             "document-open-recent-symbolic",
             _ ("Nothing Has Changed Yet"),
             _ ("Whatever is added, changed or removed is kept here, and can be taken back one by one."));
  add_empty (self,
             "no-match",
             "edit-find-symbolic",
             _ ("No Change Matches"),
             _ ("Try other words, or let more through the filter."));
  gtk_stack_add_named (self->stack, create_list (self), "list");
  add_factories (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/* To be called once */
void
qd_history_list_set_feed (QdHistoryList *self,
                          QdPortfolio   *portfolio,
                          QdHistoryFeed *feed)
{
  g_autoptr(GtkSorter) days = GTK_SORTER (gtk_custom_sorter_new (compare_days, NULL, NULL));
  GtkSortListModel *sorted;

  g_return_if_fail (QD_IS_HISTORY_LIST (self) && self->feed == NULL);
  g_return_if_fail (QD_IS_HISTORY_FEED (feed));

  self->portfolio = g_object_ref (portfolio);
  self->feed = g_object_ref (feed);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (feed)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, days);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (feed, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  show_state (self);
}

/* @narrowed: something was searched for, so that nothing found is another thing than nothing there */
void
qd_history_list_set_narrowed (QdHistoryList *self,
                              gboolean       narrowed)
{
  g_return_if_fail (QD_IS_HISTORY_LIST (self));

  self->narrowed = narrowed;
}

/* Returns: (transfer none) (nullable) */
QdHistoryEntry *
qd_history_list_get_selected (QdHistoryList *self)
{
  g_return_val_if_fail (QD_IS_HISTORY_LIST (self), NULL);

  return self->selection != NULL && self->selected != 0 ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/* Returns: (transfer none) (nullable): QdHistoryEntry, those that are shown, in their order */
GListModel *
qd_history_list_get_model (QdHistoryList *self)
{
  g_return_val_if_fail (QD_IS_HISTORY_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}

/* Into the list: to what is selected, or to its first */
void
qd_history_list_focus (QdHistoryList *self)
{
  guint position;

  g_return_if_fail (QD_IS_HISTORY_LIST (self));

  if (self->selection == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;

  position = gtk_single_selection_get_selected (self->selection);
  gtk_list_view_scroll_to (self->view,
                           position != GTK_INVALID_LIST_POSITION ? position : 0,
                           GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                           NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
