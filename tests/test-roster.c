/* test-roster.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account-dialog.h"
#include "qd-config.h"
#include "qd-fill.h"
#include "qd-roster-cell.h"
#include "qd-roster-columns-dialog.h"
#include "qd-roster-filter.h"
#include "qd-roster-page.h"
#include "qd-roster-table.h"
#include "qd-saved-view.h"

#define N_ACCOUNTS 21

typedef struct
{
  QdStore           *store;
  QdPortfolio       *portfolio;
  GSettings         *settings;
  GtkWidget         *window;
  GtkWidget         *page;
  GtkSelectionModel *model; /* of the table, once there is an account */
} Fixture;

/* Whose edits settle() waits for */
static QdStore *under_test;

static void
settle (void)
{
  qd_test_settle (under_test);

  for (int i = 0; i < 3; i++)
    {
      gint64 end = g_get_monotonic_time () + 30000;

      while (g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, FALSE);
    }
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
}

static void
open_page (Fixture *fixture,
           int      width)
{
  fixture->page = GTK_WIDGET (qd_roster_page_new (fixture->portfolio));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 600);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static GtkColumnView *
get_view (Fixture *fixture)
{
  return qd_roster_table_get_view (QD_ROSTER_TABLE (find (fixture->page, QD_TYPE_ROSTER_TABLE)));
}

static void
set_up (Fixture      *fixture,
        gconstpointer n_accounts)
{
  fixture->store = qd_test_store_new (":memory:");
  under_test = fixture->store;

  if (n_accounts != NULL)
    qd_fill_portfolio (fixture->store, GPOINTER_TO_UINT (n_accounts), qd_day_today ());

  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->settings = g_settings_new (QD_APPLICATION_ID);
  g_settings_reset (fixture->settings, "roster-columns");
  g_settings_reset (fixture->settings, "roster-sort");
  open_page (fixture, 1200);
  fixture->model = gtk_column_view_get_model (get_view (fixture));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *)&fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->page);
  g_clear_object (&fixture->settings);
  qd_test_finalize (fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find (fixture->page, GTK_TYPE_STACK)));
}

static const char *
get_subtitle (Fixture *fixture)
{
  return adw_window_title_get_subtitle (ADW_WINDOW_TITLE (find (fixture->page, ADW_TYPE_WINDOW_TITLE)));
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture->page, GTK_TYPE_SEARCH_ENTRY)), text);
  settle ();
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
  settle ();
}

static QdAccountFacts *
get_facts (Fixture *fixture,
           guint    position)
{
  g_autoptr(QdAccountFacts) facts = g_list_model_get_item (G_LIST_MODEL (fixture->model), position);

  return facts;
}

static void
test_first_start (Fixture      *fixture,
                  gconstpointer data)
{
  g_assert_cmpstr (get_state (fixture), ==, "empty");
  g_assert_cmpstr (get_subtitle (fixture), ==, "");
  qd_fill_portfolio (fixture->store, 1, qd_day_today ());
  settle ();
  g_assert_cmpstr (get_state (fixture), ==, "table");
  g_assert_cmpstr (get_subtitle (fixture), ==, "1 account");
  qd_test_undo (fixture->store);
  settle ();
  g_assert_cmpstr (get_state (fixture), ==, "empty");
}

static void
test_filter_as_one_types (Fixture      *fixture,
                          gconstpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  /* Letters reach the search from the rows, where the focus is from the start. */
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_view (fixture))));
  g_assert_cmpuint (count_shown (fixture), ==, N_ACCOUNTS);
  g_assert_cmpstr (get_subtitle (fixture), ==, "21 accounts");
  type (fixture, "zur");
  g_assert_cmpuint (count_shown (fixture), ==, 3);
  g_assert_cmpstr (get_subtitle (fixture), ==, "3 of 21 accounts");
  type (fixture, "zurich energy");
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_assert_cmpstr (get_state (fixture), ==, "no-match");
  act (fixture, "roster.clear-filter");
  g_assert_cmpuint (count_shown (fixture), ==, N_ACCOUNTS);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture->page, GTK_TYPE_SEARCH_ENTRY))), ==, "");
  type (fixture, "asa ob");
  g_assert_cmpuint (count_shown (fixture), ==, N_ACCOUNTS);
}

static void
test_filter_and_chips (Fixture      *fixture,
                       gconstpointer data)
{
  GtkWidget *filter = find (fixture->page, QD_TYPE_ROSTER_FILTER);
  GtkWidget *chips = find (fixture->page, QD_TYPE_ROSTER_CHIPS);

  g_assert_false (gtk_widget_get_visible (chips));
  /* The first value is that of tier: On-Demand, which every fourth has. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (filter, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  settle ();
  g_assert_cmpuint (count_shown (fixture), ==, 6);
  g_assert_true (gtk_widget_get_visible (chips));
  gtk_test_accessible_assert_property (
      find (chips, GTK_TYPE_BUTTON), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove “Tier: On-Demand”");
  g_signal_emit_by_name (find (chips, GTK_TYPE_BUTTON), "clicked");
  settle ();
  g_assert_cmpuint (count_shown (fixture), ==, N_ACCOUNTS);
  g_assert_false (gtk_widget_get_visible (chips));
}

static void
test_sort_is_remembered (Fixture      *fixture,
                         gconstpointer data)
{
  GtkColumnView *view = get_view (fixture);
  g_autoptr(GtkColumnViewColumn) renewal = g_list_model_get_item (gtk_column_view_get_columns (view), 6);
  g_autofree char *sort = NULL;

  g_assert_cmpstr (gtk_column_view_column_get_id (renewal), ==, "renewal");
  gtk_column_view_sort_by_column (view, renewal, GTK_SORT_DESCENDING);
  settle ();

  for (guint i = 1; i < N_ACCOUNTS; i++)
    g_assert_cmpint (
        get_facts (fixture, i)->account->renewal, <=, get_facts (fixture, i - 1)->account->renewal);

  sort = g_settings_get_string (fixture->settings, "roster-sort");
  g_assert_cmpstr (sort, ==, "-renewal");
}

static void
test_columns_are_remembered (Fixture      *fixture,
                             gconstpointer data)
{
  static const char *const wanted[] = { "health", "name", "seats", NULL };
  g_auto(GStrv) kept = NULL;
  GtkColumnView *view = get_view (fixture);
  g_autoptr(GtkColumnViewColumn) health = g_list_model_get_item (gtk_column_view_get_columns (view), 1);

  /* As a dragged header does */
  gtk_column_view_insert_column (view, 0, health);
  settle ();
  kept = g_settings_get_strv (fixture->settings, "roster-columns");
  g_assert_cmpstr (kept[0], ==, "health");
  g_assert_cmpstr (kept[1], ==, "name");
  g_assert_cmpuint (g_strv_length (kept), ==, 11);

  g_settings_set_strv (fixture->settings, "roster-columns", wanted);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  open_page (fixture, 1200);
  view = get_view (fixture);

  for (guint i = 0; i < QD_ROSTER_N_COLUMNS; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), i);

      g_assert_cmpint (gtk_column_view_column_get_visible (column), ==, i < 3);

      if (i < 3)
        g_assert_cmpstr (gtk_column_view_column_get_id (column), ==, wanted[i]);
    }
}

static void
test_columns_by_keyboard (Fixture      *fixture,
                          gconstpointer data)
{
  g_auto(GStrv) kept = NULL;
  GtkWidget *dialog, *row;

  act (fixture, "roster.columns");
  dialog = find (fixture->window, QD_TYPE_ROSTER_COLUMNS_DIALOG);
  g_assert_nonnull (dialog);

  /* The first row is the name's, which nobody can switch off; the next is health. */
  row = gtk_widget_get_next_sibling (find (dialog, ADW_TYPE_ACTION_ROW));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Health");
  g_signal_emit_by_name (find (row, GTK_TYPE_BUTTON), "clicked");
  row = find (dialog, ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Health");
  kept = g_settings_get_strv (fixture->settings, "roster-columns");
  g_assert_cmpstr (kept[0], ==, "health");

  gtk_switch_set_active (GTK_SWITCH (find (row, GTK_TYPE_SWITCH)), FALSE);
  g_strfreev (kept);
  kept = g_settings_get_strv (fixture->settings, "roster-columns");
  g_assert_cmpstr (kept[0], ==, "name");
  g_assert_cmpuint (g_strv_length (kept), ==, 10);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  settle ();
}

static void
test_several_at_once (Fixture      *fixture,
                      gconstpointer data)
{
  GtkActionBar *bar = GTK_ACTION_BAR (find (fixture->page, GTK_TYPE_ACTION_BAR));
  QdAccount    *first, *second;

  g_assert_false (gtk_action_bar_get_revealed (bar));
  gtk_selection_model_select_range (fixture->model, 0, 2, TRUE);
  settle ();
  g_assert_true (gtk_action_bar_get_revealed (bar));
  first = get_facts (fixture, 0)->account;
  second = get_facts (fixture, 1)->account;
  gtk_widget_activate_action (fixture->page, "accounts.set", "(ss)", "stage", "will-churn");
  settle ();
  g_assert_cmpint (first->stage, ==, QD_STAGE_WILL_CHURN);
  g_assert_cmpint (second->stage, ==, QD_STAGE_WILL_CHURN);
  /* What was selected is so still, though its row is another. */
  g_assert_true (gtk_selection_model_is_selected (fixture->model, 1));

  act (fixture, "accounts.archive");
  g_assert_cmpuint (count_shown (fixture), ==, N_ACCOUNTS - 2);
  qd_test_undo (fixture->store);
  settle ();
  g_assert_cmpuint (count_shown (fixture), ==, N_ACCOUNTS);

  gtk_selection_model_select_range (fixture->model, 0, 3, TRUE);
  act (fixture, "accounts.delete");
  g_assert_cmpuint (count_shown (fixture), ==, N_ACCOUNTS - 3);
  qd_test_undo (fixture->store);
  settle ();
  g_assert_cmpuint (count_shown (fixture), ==, N_ACCOUNTS);
}

static void
test_saved_view (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(QdSavedView) draft = qd_record_new_draft (QD_TYPE_SAVED_VIEW);
  g_autoptr(GAsyncResult) slot = NULL;
  AdwWindowTitle *title = ADW_WINDOW_TITLE (find (fixture->page, ADW_TYPE_WINDOW_TITLE));

  g_object_set (draft,
                "name", "Signature",
                "room", QD_VIEW_ROOM_ACCOUNTS,
                "body", "{\"filter\": {\"tier\": [\"signature\"]}, \"sort\": \"-arr\"}",
                "position", 1.,
                NULL);
  qd_record_add_async (draft, fixture->store, "Save View", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, NULL);
  gtk_widget_activate_action (fixture->page, "views.choose", "x", qd_record_get_id (draft));
  settle ();
  g_assert_cmpuint (count_shown (fixture), ==, 5);
  g_assert_cmpstr (adw_window_title_get_title (title), ==, "Signature");

  type (fixture, "falcon");
  act (fixture, "views.update");
  act (fixture, "views.delete");
  g_assert_cmpstr (adw_window_title_get_title (title), ==, "Accounts");
  qd_test_undo (fixture->store);
  qd_test_undo (fixture->store);
  gtk_widget_activate_action (fixture->page, "views.choose", "x", qd_record_get_id (draft));
  settle ();
  g_assert_cmpuint (count_shown (fixture), ==, 5);
}

static void
test_rows_and_cells_say_what_they_are (Fixture      *fixture,
                                       gconstpointer data)
{
  GtkWidget       *cell = find (fixture->page, QD_TYPE_ROSTER_CELL);
  QdAccountFacts  *facts = qd_roster_cell_get_facts (QD_ROSTER_CELL (cell));
  g_autofree char *sentence = qd_roster_dup_sentence (facts, qd_day_today ());
  GtkWidget       *row = gtk_widget_get_ancestor (cell, GTK_TYPE_WIDGET);

  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, facts->title);

  while (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) != GTK_ACCESSIBLE_ROLE_ROW)
    row = gtk_widget_get_parent (row);

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  gtk_test_accessible_assert_property (get_view (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, "Accounts");
}

static void
test_narrow (Fixture      *fixture,
             gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  open_page (fixture, 360);
  g_assert_cmpstr (get_state (fixture), ==, "list");
  type (fixture, "falcon 3");
  g_assert_cmpstr (get_subtitle (fixture), ==, "1 of 21 accounts");
  type (fixture, "nobody");
  g_assert_cmpstr (get_state (fixture), ==, "no-match");
}

static void
test_new_account (Fixture      *fixture,
                  gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (qd_account_dialog_new (fixture->store, fixture->page));
  GtkWidget *button;
  AdwBanner *problem;

  adw_dialog_present (ADW_DIALOG (dialog), fixture->window);
  settle ();
  button = adw_dialog_get_default_widget (ADW_DIALOG (dialog));
  problem = ADW_BANNER (find (dialog, ADW_TYPE_BANNER));
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_true (adw_banner_get_revealed (problem));
  g_assert_nonnull (strstr (adw_banner_get_title (problem), "Name"));
  g_assert_cmpuint (count_shown (fixture), ==, N_ACCOUNTS);

  gtk_editable_set_text (GTK_EDITABLE (adw_dialog_get_focus (ADW_DIALOG (dialog))), "Brand <b>New</b>");
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_cmpuint (count_shown (fixture), ==, N_ACCOUNTS + 1);
}

#define ADD(path, n_accounts, func) \
  g_test_add (path, Fixture, GUINT_TO_POINTER (n_accounts), set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/roster/first-start", 0, test_first_start);
  ADD ("/roster/filter-as-one-types", N_ACCOUNTS, test_filter_as_one_types);
  ADD ("/roster/filter-and-chips", N_ACCOUNTS, test_filter_and_chips);
  ADD ("/roster/sort-is-remembered", N_ACCOUNTS, test_sort_is_remembered);
  ADD ("/roster/columns-are-remembered", N_ACCOUNTS, test_columns_are_remembered);
  ADD ("/roster/columns-by-keyboard", N_ACCOUNTS, test_columns_by_keyboard);
  ADD ("/roster/several-at-once", N_ACCOUNTS, test_several_at_once);
  ADD ("/roster/saved-view", N_ACCOUNTS, test_saved_view);
  ADD ("/roster/rows-and-cells-say-what-they-are", N_ACCOUNTS, test_rows_and_cells_say_what_they_are);
  ADD ("/roster/narrow", N_ACCOUNTS, test_narrow);
  ADD ("/roster/new-account", N_ACCOUNTS, test_new_account);

  return g_test_run ();
}
