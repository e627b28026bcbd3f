/* qd-support-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-support-list"

#include "qd-support-list.h"

#include <glib/gi18n.h>

#include "qd-search-key.h"
#include "qd-support-row.h"
#include "qd-upgrade-request.h"

/**
 * QdSupportList:
 *
 * The tickets, escalations or upgrades of all accounts, under headings, what is due first in
 * front. Without any, it says what they are for.
 */
struct _QdSupportList
{
  AdwBin              parent_instance;

  QdSupportItems     *items;
  QdSupportShow       show;
  gint64              account; /* 0 for all */
  char              **words;   /* (nullable) */
  gboolean            narrow;

  GtkFilter          *filter;
  GtkSorter          *sorter;
  GtkSortListModel   *sorted;
  GtkSingleSelection *selection;
  GtkStack           *stack;
  GtkListView        *view;
  AdwStatusPage      *no_match;
};

G_DEFINE_FINAL_TYPE (QdSupportList, qd_support_list, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  NARROWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is said where there is none */
static const struct
{
  GType (*get_type) (void);
  const char *icon;
  const char *title;
  const char *description;
  const char *button;
  const char *no_match;
} empties[] = {
  { qd_ticket_get_type,
    "help-faq-symbolic",
    N_ ("No Tickets Yet"),
    N_ ("Write down a customer’s ticket, and see by when Support has to reply, when to ask for attention to it, and why. The request is ready to copy under the codename."),
    N_ ("_New Ticket…"),
    N_ ("No Ticket Matches") },
  { qd_escalation_get_type,
    "dialog-warning-symbolic",
    N_ ("No Escalations"),
    N_ ("An escalated account is more than one ticket: its severity says how often to write an update, and who is part of it. The next one that is due stands first."),
    N_ ("_New Escalation…"),
    N_ ("No Escalation Matches") },
  { qd_upgrade_request_get_type,
    "software-update-available-symbolic",
    N_ ("No Upgrade Requests"),
    N_ ("Support looks over the upgrade of a self-managed instance beforehand: its plan, its way back, and a call if it is wanted. Go through what it asks for here first."),
    N_ ("_New Upgrade Request…"),
    N_ ("No Upgrade Request Matches") },
};

static gsize
find_empty (QdSupportList *self)
{
  GType type = qd_support_items_get_record_type (self->items);

  for (gsize i = 0; i < G_N_ELEMENTS (empties); i++)
    {
      if (empties[i].get_type () == type)
        return i;
    }

  g_return_val_if_reached (0);
}

static gboolean
passes (gpointer object,
        gpointer user_data)
{
  QdSupportList *self = user_data;
  QdSupportItem *item = object;

  if (self->show == QD_SUPPORT_SHOW_OPEN && !qd_support_item_is_open (item))
    return FALSE;

  if (self->show == QD_SUPPORT_SHOW_STAR && (item->section != QD_SUPPORT_SECTION_STAR || !qd_support_item_is_open (item)))
    return FALSE;

  if (self->account != 0 && qd_record_get_parent (item->record) != self->account)
    return FALSE;

  return self->words == NULL || qd_search_matches (item->key, (const char *const *)self->words);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  return qd_support_item_compare (a, b);
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const QdSupportItem *first = a, *second = b;

  return (int)first->section - (int)second->section;
}

/* All of it belongs to an account. */
static const char *
find_empty_page (QdSupportList *self)
{
  return g_list_model_get_n_items (qd_support_items_get_accounts (self->items)) == 0 ? "no-accounts" : "none";
}

static void
show_state (QdSupportList *self)
{
  guint n_all = g_list_model_get_n_items (qd_support_items_get_model (self->items));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n_shown == 0 && n_all > 0)
    {
      gboolean star = self->show == QD_SUPPORT_SHOW_STAR && self->words == NULL;

      adw_status_page_set_icon_name (self->no_match, star ? "object-select-symbolic" : "edit-find-symbolic");
      adw_status_page_set_title (self->no_match, star ? _ ("Nothing to Ask For") : _ (empties[find_empty (self)].no_match));
      adw_status_page_set_description (self->no_match,
                                       star ? _ ("By the rule of each account, no ticket needs a request for attention now.")
                                            : _ ("Try other words, or let more through the filter."));
    }

  gtk_stack_set_visible_child_name (self->stack,
                                    n_all == 0     ? find_empty_page (self)
                                    : n_shown == 0 ? "no-match"
                                                   : "list");
}

/* “First Reply Due · 3” */
static void
show_header (GtkListHeader *header)
{
  QdSupportItem   *item = gtk_list_header_get_item (header);
  GtkWidget       *label = gtk_list_header_get_child (header);
  g_autofree char *text = NULL;

  if (item == NULL || label == NULL)
    return;

  text = g_strdup_printf ("%s · %u",
                          qd_support_section_get_label (item->section, G_OBJECT_TYPE (item->record)),
                          gtk_list_header_get_n_items (header));
  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
updated_cb (QdSupportList *self)
{
  guint n_shown;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  /* What stands where it stood may be in another section now, which the model does not notice (GTK 4.18). */
  if (n_shown > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self->sorted), 0, n_shown);

  show_state (self);
}

static void
activate_cb (QdSupportList *self,
             guint          position)
{
  g_autoptr(QdSupportItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static void
narrowed_cb (QdSupportList *self,
             QdSupportRow  *row)
{
  qd_support_row_set_narrow (row, self->narrow);
}

static void
setup_cb (QdSupportList *self,
          GtkListItem   *item)
{
  GtkWidget *row = qd_support_row_new (self->narrow);

  g_signal_connect_object (self, "narrowed", G_CALLBACK (narrowed_cb), row, G_CONNECT_DEFAULT);
  gtk_list_item_set_child (item, row);
}

static void
label_item (GtkListItem   *item,
            QdSupportItem *facts)
{
  g_autofree char *label = qd_support_item_dup_label (facts);

  gtk_list_item_set_accessible_label (item, label);
}

static void
bind_cb (QdSupportList *self,
         GtkListItem   *item)
{
  QdSupportItem *facts = gtk_list_item_get_item (item);

  qd_support_row_set_item (QD_SUPPORT_ROW (gtk_list_item_get_child (item)), facts);
  g_signal_connect_object (facts, "changed", G_CALLBACK (label_item), item, G_CONNECT_SWAPPED);
  label_item (item, facts);
}

static void
unbind_cb (QdSupportList *self,
           GtkListItem   *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), label_item, item);
  qd_support_row_set_item (QD_SUPPORT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "support-heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (QdSupportList *self,
                GtkListHeader *header)
{
  /* All of a section may come to another one together. */
  g_signal_connect_object (self->items, "updated", G_CALLBACK (show_header), header, G_CONNECT_SWAPPED);
  g_signal_connect_object (header, "notify::n-items", G_CALLBACK (show_header), header, G_CONNECT_DEFAULT);
  show_header (header);
}

static void
unbind_header_cb (QdSupportList *self,
                  GtkListHeader *header)
{
  if (self->items != NULL)
    g_signal_handlers_disconnect_by_func (self->items, show_header, header);

  g_signal_handlers_disconnect_by_func (header, show_header, header);
}

static void
add_factories (QdSupportList *self)
{
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, rows);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect_object (headers, "bind", G_CALLBACK (bind_header_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "unbind", G_CALLBACK (unbind_header_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_header_factory (self->view, headers);
}

static void
build_model (QdSupportList *self)
{
  g_autoptr(GtkSorter) sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));
  GtkFilterListModel *filtered;

  self->filter = GTK_FILTER (gtk_custom_filter_new (passes, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, NULL, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (qd_support_items_get_model (self->items)), g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  gtk_sort_list_model_set_section_sorter (self->sorted, sections);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/* With what to begin with, and with a way to look around first */
static GtkWidget *
create_none (QdSupportList *self,
             const char    *description,
             GtkWidget     *button)
{
  gsize      empty = find_empty (self);
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *sample = gtk_button_new_with_mnemonic (_ ("_Explore the Sample Portfolio"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), empties[empty].icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ (empties[empty].title));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (sample), "win.load-sample");
  gtk_widget_add_css_class (sample, "pill");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), sample);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);

  return page;
}

static void
add_empty_pages (QdSupportList *self)
{
  gsize      empty = find_empty (self);
  GtkWidget *add = gtk_button_new_with_mnemonic (_ (empties[empty].button));
  GtkWidget *begin = gtk_button_new_with_mnemonic (_ ("_Go to Accounts"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "page.new");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (begin), "s", "accounts");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (begin), "win.show");
  gtk_stack_add_named (self->stack, create_none (self, _ (empties[empty].description), add), "none");
  gtk_stack_add_named (
      self->stack, create_none (self, _ ("All of it belongs to an account. Begin with the account."), begin), "no-accounts");
}

static void
build (QdSupportList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_list_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "support-list");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  self->no_match = ADW_STATUS_PAGE (adw_status_page_new ());
  add_empty_pages (self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->no_match), "no-match");
  gtk_stack_add_named (self->stack, scroller, "list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

static void
qd_support_list_dispose (GObject *object)
{
  QdSupportList *self = QD_SUPPORT_LIST (object);

  if (self->view != NULL)
    gtk_list_view_set_model (g_steal_pointer (&self->view), NULL);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->sorted);
  g_clear_object (&self->items);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (qd_support_list_parent_class)->dispose (object);
}

static void
qd_support_list_class_init (QdSupportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_support_list_dispose;

  /* One is to be opened: the item. */
  signals[ACTIVATED] = g_signal_new (
      "activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, QD_TYPE_SUPPORT_ITEM);

  /* There is another width for the rows. */
  signals[NARROWED] = g_signal_new (
      "narrowed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qd_support_list_init (QdSupportList *self)
{
}

GtkWidget *
qd_support_list_new (QdSupportItems *items)
{
  QdSupportList *self;

  g_return_val_if_fail (QD_IS_SUPPORT_ITEMS (items), NULL);

  self = g_object_new (QD_TYPE_SUPPORT_LIST, NULL);
  self->items = g_object_ref (items);
  build (self);
  add_factories (self);
  build_model (self);
  g_signal_connect_object (items, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_support_items_get_accounts (items), "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_state (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) */
QdSupportItems *
qd_support_list_get_items (QdSupportList *self)
{
  g_return_val_if_fail (QD_IS_SUPPORT_LIST (self), NULL);

  return self->items;
}

/* Returns: (transfer none): QdSupportItem, those that are shown, in their order */
GListModel *
qd_support_list_get_model (QdSupportList *self)
{
  g_return_val_if_fail (QD_IS_SUPPORT_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}

/**
 * qd_support_list_set_filter:
 * @account: whose are shown, or 0 for all
 * @words: (nullable): as typed
 */
void
qd_support_list_set_filter (QdSupportList *self,
                            QdSupportShow  show,
                            gint64         account,
                            const char    *words)
{
  g_return_if_fail (QD_IS_SUPPORT_LIST (self));

  self->show = show;
  self->account = account;
  g_clear_pointer (&self->words, g_strfreev);

  if (words != NULL && *words != '\0')
    self->words = qd_search_split (words);

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

void
qd_support_list_set_narrow (QdSupportList *self,
                            gboolean       narrow)
{
  g_return_if_fail (QD_IS_SUPPORT_LIST (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_signal_emit (self, signals[NARROWED], 0);
}

/* Returns: (transfer none) (nullable) */
QdSupportItem *
qd_support_list_get_selected (QdSupportList *self)
{
  g_return_val_if_fail (QD_IS_SUPPORT_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/* Goes to the one of @record, an id, if it is shown. */
void
qd_support_list_select (QdSupportList *self,
                        gint64         record)
{
  g_return_if_fail (QD_IS_SUPPORT_LIST (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr(QdSupportItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (qd_record_get_id (item->record) == record)
        gtk_list_view_scroll_to (self->view, i, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
    }
}

void
qd_support_list_focus (QdSupportList *self)
{
  g_return_if_fail (QD_IS_SUPPORT_LIST (self));

  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}
