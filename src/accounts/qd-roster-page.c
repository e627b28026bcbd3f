/* qd-roster-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-roster-page"

#include "qd-roster-page.h"

#include <glib/gi18n.h>

#include "qd-account-dialog.h"
#include "qd-config.h"
#include "qd-roster-cell.h"
#include "qd-roster-columns-dialog.h"
#include "qd-roster-commands.h"
#include "qd-roster-filter.h"
#include "qd-roster-menu.h"
#include "qd-roster-row.h"
#include "qd-roster-table.h"
#include "qd-roster-views.h"
#include "qd-screen.h"

/**
 * QdRosterPage:
 *
 * All accounts: a table where there is room, else a list of rows. Only what is
 * in sight has the model, so that a key typed is paid for once.
 */
struct _QdRosterPage
{
  AdwNavigationPage   parent_instance;

  QdPortfolio        *portfolio;
  GSettings          *settings;
  QdRoster           *roster;
  QdRosterList       *list;
  GtkSelectionModel  *selection;
  QdRosterCommands   *commands;
  QdRosterViews      *views;
  GSimpleActionGroup *actions;
  QdRosterMenu       *menu;
  gboolean            narrow;
  guint               day_timer;
  guint               take_focus; /* the source that will */

  AdwWindowTitle     *title;
  GtkMenuButton      *view_button;
  GtkMenuButton      *filter_button;
  GtkMenuButton      *narrow_filter_button;
  QdRosterFilter     *filter;
  GtkSearchBar       *search_bar;
  GtkEditable        *search_entry;
  QdRosterChips      *chips;
  GtkStack           *stack;
  QdRosterTable      *table;
  GtkListView        *list_view;
  GtkActionBar       *action_bar;
  GtkLabel           *n_selected;
  GtkMenuButton      *set_button;
};

G_DEFINE_FINAL_TYPE (QdRosterPage, qd_roster_page, ADW_TYPE_NAVIGATION_PAGE)

/* Returns: (transfer full): to change, then to hand to set_view() */
static QdRosterView *
dup_view (QdRosterPage *self)
{
  return qd_roster_view_copy (qd_roster_list_get_view (self->list));
}

static void
set_view (QdRosterPage *self,
          QdRosterView *view)
{
  qd_roster_list_set_view (self->list, view);
  qd_roster_view_free (view);
}

static const char *
find_state (QdRosterPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->roster)) == 0)
    return "empty";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    return self->narrow ? "list" : "table";

  return qd_roster_view_has_filter (qd_roster_list_get_view (self->list)) ? "no-match" : "all-archived";
}

static void
show_state (QdRosterPage *self)
{
  const char *state = find_state (self);
  gboolean    as_list = g_str_equal (state, "list");
  gboolean    as_table = g_str_equal (state, "table");

  if (gtk_list_view_get_model (self->list_view) != (as_list ? self->selection : NULL))
    gtk_list_view_set_model (self->list_view, as_list ? self->selection : NULL);

  if (gtk_column_view_get_model (qd_roster_table_get_view (self->table)) != (as_table ? self->selection : NULL))
    qd_roster_table_set_model (self->table, as_table ? self->selection : NULL);

  gtk_stack_set_visible_child_name (self->stack, state);
}

/* “12 of 14 accounts” */
static char *
dup_count (QdRosterPage *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint n_all = qd_roster_list_count_all (self->list);

  if (n_all == 0)
    return g_strdup ("");

  if (n_shown == n_all)
    return g_strdup_printf (ngettext ("%u account", "%u accounts", n_all), n_all);

  return g_strdup_printf (ngettext ("%u of %u account", "%u of %u accounts", n_all), n_shown, n_all);
}

static void
show_title (QdRosterPage *self)
{
  const char      *name = qd_roster_views_get_name (self->views);
  g_autofree char *count = dup_count (self);

  adw_window_title_set_title (self->title, name != NULL ? name : _ ("Accounts"));
  adw_window_title_set_subtitle (self->title, count);
}

static void
show_selection (QdRosterPage *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint            n_selected = gtk_bitset_get_size (selected);
  g_autofree char *words = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), n_selected);

  gtk_label_set_label (self->n_selected, words);
  gtk_action_bar_set_revealed (self->action_bar, n_selected > 1);
}

static void
items_changed_cb (QdRosterPage *self)
{
  show_state (self);
  show_title (self);
  show_selection (self);
}

static void
view_changed_cb (QdRosterPage *self)
{
  const QdRosterView *view = qd_roster_list_get_view (self->list);
  g_auto(GStrv) columns = qd_roster_view_dup_columns (view);
  g_autofree char *sort = qd_roster_view_dup_sort (view);
  GActionMap      *map = G_ACTION_MAP (self->actions);
  const char      *text = view->text != NULL ? view->text : "";

  g_settings_set_strv (self->settings, "roster-columns", (const char *const *)columns);
  g_settings_set_string (self->settings, "roster-sort", sort);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "sort")),
                             g_variant_new_string (qd_roster_columns[view->sort].nick));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "descending")),
                             g_variant_new_boolean (view->descending));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "archived")),
                             g_variant_new_boolean (view->archived));

  if (!g_str_equal (gtk_editable_get_text (self->search_entry), text))
    {
      gtk_editable_set_text (self->search_entry, text);
      gtk_search_bar_set_search_mode (self->search_bar, *text != '\0');
    }

  /* What is let through is another, while what is shown may be the same. */
  items_changed_cb (self);
}

static void
search_changed_cb (QdRosterPage *self)
{
  QdRosterView *view = dup_view (self);

  qd_roster_view_set_text (view, gtk_editable_get_text (self->search_entry));
  set_view (self, view);
}

static void
search_stop_cb (QdRosterPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
open_at (QdRosterPage *self,
         guint         position)
{
  g_autoptr(QdAccountFacts) facts = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (facts != NULL)
    qd_shell_open_account (self, qd_record_get_id (facts->account));
}

/* Enter takes the first of what was found. */
static void
search_activate_cb (QdRosterPage *self)
{
  open_at (self, 0);
}

static void
row_activate_cb (QdRosterPage *self,
                 guint         position)
{
  open_at (self, position);
}

/* A narrow header has no room for the filter, which then stands beside the search. */
static void
set_narrow (QdRosterPage *self,
            gboolean      narrow)
{
  GtkMenuButton *from = narrow ? self->filter_button : self->narrow_filter_button;
  GtkMenuButton *to = narrow ? self->narrow_filter_button : self->filter_button;

  self->narrow = narrow;
  g_object_ref (self->filter);
  gtk_menu_button_set_popover (from, NULL);
  gtk_menu_button_set_popover (to, GTK_WIDGET (self->filter));
  g_object_unref (self->filter);
  gtk_widget_set_visible (GTK_WIDGET (from), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (to), TRUE);

  if (self->list != NULL)
    show_state (self);
}

static void
narrow_cb (QdRosterPage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (QdRosterPage *self)
{
  set_narrow (self, FALSE);
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  QdRosterPage *self = user_data;

  adw_dialog_present (qd_account_dialog_new (qd_portfolio_get_store (self->portfolio), GTK_WIDGET (self)),
                      GTK_WIDGET (self));
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  QdRosterPage *self = user_data;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_filter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  QdRosterPage *self = user_data;
  QdRosterView *view = dup_view (self);

  qd_roster_view_clear_filter (view);
  set_view (self, view);
}

static void
columns_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  QdRosterPage *self = user_data;

  adw_dialog_present (qd_roster_columns_dialog_new (self->list), GTK_WIDGET (self));
}

static void
sort_cb (GSimpleAction *action,
         GVariant      *nick,
         gpointer       user_data)
{
  QdRosterPage *self = user_data;
  QdRosterView *view = dup_view (self);
  gboolean      descending = view->descending;

  qd_roster_view_set_sort (view, g_variant_get_string (nick, NULL));
  view->descending = descending;
  set_view (self, view);
}

static void
descending_cb (GSimpleAction *action,
               GVariant      *descending,
               gpointer       user_data)
{
  QdRosterPage *self = user_data;
  QdRosterView *view = dup_view (self);

  view->descending = g_variant_get_boolean (descending);
  set_view (self, view);
}

static void
archived_cb (GSimpleAction *action,
             GVariant      *archived,
             gpointer       user_data)
{
  QdRosterPage *self = user_data;
  QdRosterView *view = dup_view (self);

  view->archived = g_variant_get_boolean (archived);
  set_view (self, view);
}

static const GActionEntry page_entries[] = {
  { "new", new_cb },
  { "search", search_cb },
};

static const GActionEntry entries[] = {
  { "clear-filter", clear_filter_cb },
  { "columns", columns_cb },
  { "sort", NULL, "s", "'name'", sort_cb },
  { "descending", NULL, NULL, "false", descending_cb },
  { "archived", NULL, NULL, "false", archived_cb },
};

/* Made anew each time, for views come and go. */
static void
create_view_menu_cb (GtkMenuButton *button,
                     gpointer       user_data)
{
  QdRosterPage *self = user_data;
  g_autoptr(GMenuModel) menu = qd_roster_views_create_menu (self->views);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
setup_row_cb (QdRosterPage *self,
              GtkListItem  *item)
{
  gtk_list_item_set_child (item, qd_roster_row_new (self->roster));
}

static void
bind_row_cb (QdRosterPage *self,
             GtkListItem  *item)
{
  QdAccountFacts  *facts = gtk_list_item_get_item (item);
  g_autofree char *sentence = qd_roster_dup_sentence (facts, qd_roster_get_today (self->roster));
  g_autofree char *seen = qd_screen_dup_text (qd_roster_get_portfolio (self->roster), sentence);

  qd_roster_row_set_facts (QD_ROSTER_ROW (gtk_list_item_get_child (item)), facts);
  gtk_list_item_set_accessible_label (item, seen);
}

static void
unbind_row_cb (QdRosterPage *self,
               GtkListItem  *item)
{
  qd_roster_row_set_facts (QD_ROSTER_ROW (gtk_list_item_get_child (item)), NULL);
}

static gboolean
day_cb (gpointer user_data)
{
  qd_roster_set_today (QD_ROSTER_PAGE (user_data)->roster, qd_day_today ());

  return G_SOURCE_CONTINUE;
}

/* So that arrows and letters do something at once. */
static void
take_focus_cb (gpointer user_data)
{
  QdRosterPage *self = QD_ROSTER_PAGE (user_data);

  self->take_focus = 0;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
qd_roster_page_map (GtkWidget *widget)
{
  QdRosterPage *self = QD_ROSTER_PAGE (widget);

  GTK_WIDGET_CLASS (qd_roster_page_parent_class)->map (widget);

  /* The app may stand open for days, and what was due tomorrow is late by then. */
  day_cb (self);
  self->day_timer = g_timeout_add_seconds (60, day_cb, self);
  self->take_focus = g_idle_add_once (take_focus_cb, self);
}

static void
qd_roster_page_unmap (GtkWidget *widget)
{
  QdRosterPage *self = QD_ROSTER_PAGE (widget);

  g_clear_handle_id (&self->take_focus, g_source_remove);
  g_clear_handle_id (&self->day_timer, g_source_remove);

  GTK_WIDGET_CLASS (qd_roster_page_parent_class)->unmap (widget);
}

static void
codenames_changed_cb (QdRosterPage *self)
{
  qd_roster_set_show_codenames (self->roster, g_settings_get_boolean (self->settings, "show-codenames"));
}

static void
qd_roster_page_dispose (GObject *object)
{
  QdRosterPage            *self = QD_ROSTER_PAGE (object);
  static const char *const groups[] = { "accounts", "views", "roster", "page" };

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_widget_insert_action_group (GTK_WIDGET (self), groups[i], NULL);

  if (self->menu != NULL)
    qd_roster_menu_detach (self->menu);

  g_clear_object (&self->menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ROSTER_PAGE);
  g_clear_object (&self->commands);
  g_clear_object (&self->views);
  g_clear_object (&self->actions);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->roster);
  g_clear_object (&self->settings);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (qd_roster_page_parent_class)->dispose (object);
}

static void
qd_roster_page_class_init (QdRosterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_roster_page_dispose;
  widget_class->map = qd_roster_page_map;
  widget_class->unmap = qd_roster_page_unmap;

  g_type_ensure (QD_TYPE_ROSTER_CHIPS);
  g_type_ensure (QD_TYPE_ROSTER_FILTER);
  g_type_ensure (QD_TYPE_ROSTER_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/gitlab/quarterdeck/Quarterdeck/qd-roster-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, title);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, narrow_filter_button);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, filter);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, chips);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, table);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, action_bar);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, n_selected);
  gtk_widget_class_bind_template_child (widget_class, QdRosterPage, set_button);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
add_menus (QdRosterPage *self)
{
  g_autoptr(GMenuModel) set_menu = qd_roster_commands_create_set_menu ();

  gtk_menu_button_set_menu_model (self->set_button, set_menu);
  gtk_menu_button_set_create_popup_func (self->view_button, create_view_menu_cb, self, NULL);
}

static void
add_rows (QdRosterPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
}

static void
qd_roster_page_init (QdRosterPage *self)
{
  g_autoptr(GSimpleActionGroup) page_actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (QD_APPLICATION_ID);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (
      G_ACTION_MAP (page_actions), page_entries, G_N_ELEMENTS (page_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "roster", G_ACTION_GROUP (self->actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (page_actions));

  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  add_menus (self);
}

static void
take_settings (QdRosterPage *self)
{
  g_auto(GStrv) columns = g_settings_get_strv (self->settings, "roster-columns");
  g_autofree char *sort = g_settings_get_string (self->settings, "roster-sort");
  QdRosterView    *view = dup_view (self);

  qd_roster_view_set_columns (view, (const char *const *)columns);
  qd_roster_view_set_sort (view, sort);
  set_view (self, view);
}

QdRosterPage *
qd_roster_page_new (QdPortfolio *portfolio)
{
  QdRosterPage *self;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  self = g_object_new (QD_TYPE_ROSTER_PAGE, NULL);
  self->portfolio = g_object_ref (portfolio);
  self->roster = qd_roster_new (
      portfolio, qd_day_today (), g_settings_get_boolean (self->settings, "show-codenames"));
  self->list = qd_roster_list_new (self->roster);
  self->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (qd_roster_list_get_model (self->list))));
  self->commands = qd_roster_commands_new (GTK_WIDGET (self), portfolio, self->selection);
  self->menu = qd_roster_menu_new (GTK_WIDGET (self), GTK_WIDGET (self->stack), self->selection);
  self->views = qd_roster_views_new (GTK_WIDGET (self), portfolio, self->list);

  take_settings (self);
  qd_roster_filter_set_list (self->filter, self->list);
  qd_roster_chips_set_list (self->chips, self->list);
  qd_roster_table_set_list (self->table, self->list);
  add_rows (self);
  view_changed_cb (self);

  g_signal_connect_object (self->list, "changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (
      self->roster, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (
      self->selection, "selection-changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "changed", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings,
                           "changed::show-codenames",
                           G_CALLBACK (codenames_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return self;
}
