/* test-history-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-day.h"
#include "qd-history-detail.h"
#include "qd-history-filter.h"
#include "qd-history-lines-view.h"
#include "qd-history-list.h"
#include "qd-history-page.h"
#include "qd-since-dialog.h"
#include "qd-test-folder.h"
#include "qd-test-history.h"
#include "qd-test.h"
#include "qd-window.h"

/* The window in the room of the history, over an account that is known by a codename and another. */
typedef struct
{
  QdTestFolder folder; /* an earlier day is read from the file */
  QdStore     *store;
  QdPortfolio *portfolio;
  GSettings   *settings;
  QdWindow    *window;
  QdAccount   *sealed;
  QdAccount   *open;
} Fixture;

#define wait_until(condition) \
  while (!(condition))        \
  g_main_context_iteration (NULL, TRUE)

/* Returns: (nullable): the first widget of @type at or below @root that is in sight */
static gpointer
find_type (GtkWidget *root,
           GType      type)
{
  gpointer found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

static gboolean
shows (gpointer    root,
       const char *text)
{
  gboolean found = FALSE;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && !found; child = gtk_widget_get_next_sibling (child))
    found = shows (child, text);

  return found;
}

static void
set (Fixture    *fixture,
     gpointer    record,
     const char *property,
     const char *value)
{
  g_autoptr(QdRecord) draft = qd_record_dup_draft (record);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set (draft, property, value, NULL);
  qd_record_save_async (draft, fixture->store, "Change", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
}

static QdAccount *
add_account (Fixture    *fixture,
             const char *name,
             const char *codename)
{
  QdAccount *draft = qd_record_new_draft (QD_TYPE_ACCOUNT);

  g_object_set (draft,
                "name", name,
                "codename", codename,
                "offering", codename != NULL ? QD_OFFERING_DEDICATED : QD_OFFERING_SELF_MANAGED,
                NULL);

  return g_object_ref (qd_test_add (fixture->portfolio, draft));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  qd_test_folder_set_up (&fixture->folder, NULL);
  fixture->store = qd_kinds_open_store (fixture->folder.path);
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->sealed = add_account (fixture, "Tessaquill Therapeutics", "Feldspar");
  fixture->open = add_account (fixture, "Dravenholt <i>", NULL);
  fixture->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  fixture->window = qd_window_new (NULL, fixture->portfolio, fixture->settings);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (data), 800);
  qd_window_show_portfolio (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  qd_window_show (fixture->window, "history");
  qd_test_settle (fixture->store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_settings_reset (fixture->settings, "place");
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->sealed);
  g_clear_object (&fixture->open);
  qd_test_settle (fixture->store);
  qd_test_finalize (g_steal_pointer (&fixture->portfolio));
  qd_test_store_close (fixture->store);
  qd_test_folder_tear_down (&fixture->folder, NULL);
}

static QdHistoryList *
get_list (Fixture *fixture)
{
  return find_type (GTK_WIDGET (fixture->window), QD_TYPE_HISTORY_LIST);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (qd_history_list_get_model (get_list (fixture)));
}

/* Returns: (transfer full): in its order, newest first */
static QdHistoryEntry *
get_entry (Fixture *fixture,
           guint    position)
{
  return g_list_model_get_item (qd_history_list_get_model (get_list (fixture)), position);
}

/* It follows what is changed, and calls nobody by a name that is sealed. */
static void
test_follows (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(QdHistoryEntry) newest = NULL;

  wait_until (count (fixture) == 2);
  set (fixture, fixture->sealed, "next-step", "Ask Tessaquill Therapeutics for the date");
  wait_until (count (fixture) == 3);
  newest = get_entry (fixture, 0);
  g_assert_cmpint (newest->account, ==, qd_record_get_id (fixture->sealed));
  g_assert_cmpint (newest->kind, ==, QD_HISTORY_EDIT);
  wait_until (shows (fixture->window, "Feldspar"));
  g_assert_false (shows (fixture->window, "Tessaquill"));
}

/* What stood there and stands there now; taken back alone, which the older one then says. */
static void
test_reverts (Fixture      *fixture,
              gconstpointer data)
{
  QdHistoryDetail *detail;

  set (fixture, fixture->open, "next-step", "Call the board");
  set (fixture, fixture->sealed, "next-step", "Send the summary");
  wait_until (count (fixture) == 4);
  qd_history_list_focus (get_list (fixture));
  qd_test_settle (fixture->store);
  detail = find_type (GTK_WIDGET (fixture->window), QD_TYPE_HISTORY_DETAIL);
  g_assert_nonnull (detail);
  wait_until (shows (detail, "Send the summary"));

  /* The one before it */
  {
    g_autoptr(QdHistoryEntry) older = get_entry (fixture, 1);

    qd_history_detail_show (detail, older);
    wait_until (shows (detail, "Call the board"));
  }

  gtk_widget_activate_action (GTK_WIDGET (detail), "change.revert", NULL);
  wait_until (fixture->open->next_step == NULL);
  g_assert_cmpstr (fixture->sealed->next_step, ==, "Send the summary");
  wait_until (count (fixture) == 5);

  {
    g_autoptr(QdHistoryEntry) newest = get_entry (fixture, 0);
    g_autoptr(QdHistoryEntry) taken_back = get_entry (fixture, 2);

    g_assert_cmpint (newest->kind, ==, QD_HISTORY_REVERTED);
    g_assert_true (taken_back->reverted);
  }

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_until (g_strcmp0 (fixture->open->next_step, "Call the board") == 0);
}

/* Changed again since, it is left alone, and it is said why. */
static void
test_refuses (Fixture      *fixture,
              gconstpointer data)
{
  QdHistoryDetail *detail = find_type (GTK_WIDGET (fixture->window), QD_TYPE_HISTORY_DETAIL);
  g_autoptr(QdHistoryEntry) older = NULL;
  AdwDialog *dialog;

  set (fixture, fixture->open, "next-step", "First");
  set (fixture, fixture->open, "next-step", "Second");
  wait_until (count (fixture) == 4);
  older = get_entry (fixture, 1);
  qd_history_detail_show (detail, older);
  gtk_widget_activate_action (GTK_WIDGET (detail), "change.revert", NULL);
  wait_until ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "This Change Was Not Taken Back");
  g_assert_cmpstr (fixture->open->next_step, ==, "Second");
  adw_dialog_force_close (dialog);
}

/* By what is typed, by account, by kind and by day; a pill takes each away. */
static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  QdHistoryFilter *filter = find_type (GTK_WIDGET (fixture->window), QD_TYPE_HISTORY_FILTER);
  GtkEditable     *entry = find_type (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);

  wait_until (count (fixture) == 2);
  qd_history_filter_set_record (filter, "account", qd_record_get_id (fixture->open));
  wait_until (count (fixture) == 1);
  g_assert_true (shows (filter, "Dravenholt <i>"));
  qd_history_filter_clear (filter);
  g_assert_false (shows (filter, "Dravenholt <i>"));
  wait_until (count (fixture) == 2);

  qd_history_filter_set_days (filter, qd_day_today () + 1, QD_DAY_NONE);
  wait_until (count (fixture) == 0);
  wait_until (shows (fixture->window, "No Change Matches"));
  qd_history_filter_clear (filter);
  wait_until (count (fixture) == 2);

  gtk_editable_set_text (entry, "dravenh");
  wait_until (count (fixture) == 1);
  gtk_editable_set_text (entry, "nothing of the kind");
  wait_until (count (fixture) == 0);
}

/* From the menu of an account: its own page, from which one goes back. */
static void
test_of_record (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  qd_shell_open_account (window, qd_record_get_id (fixture->open));
  gtk_widget_activate_action (window, "win.show-history", "(sx)", "account", qd_record_get_id (fixture->open));
  wait_until (get_list (fixture) != NULL && qd_history_list_get_model (get_list (fixture)) != NULL);
  wait_until (count (fixture) == 1);
  gtk_widget_activate_action (window, "win.back", NULL);
  wait_until (find_type (window, QD_TYPE_HISTORY_PAGE) == NULL);
}

/* What came of two changes of a field is told once. */
static void
test_since (Fixture      *fixture,
            gconstpointer data)
{
  AdwDialog *dialog = NULL;

  /* It was there before the days that are asked about. */
  qd_test_pass_day (fixture->store, qd_day_today () - 30);
  set (fixture, fixture->sealed, "next-step", "First");
  set (fixture, fixture->sealed, "next-step", "Ask Tessaquill Therapeutics");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.since", "x", qd_record_get_id (fixture->sealed));
  wait_until ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))) != NULL);
  wait_until (shows (dialog, "Changed · 1"));
  g_assert_true (shows (dialog, "Feldspar"));
  g_assert_false (shows (dialog, "Tessaquill"));
  adw_dialog_force_close (dialog);
}

/* The name as it was, in a window where nothing can be changed */
static void
test_as_of (Fixture      *fixture,
            gconstpointer data)
{
  int          today = qd_day_today ();
  AdwDialog   *dialog = NULL;
  GtkEditable *entry;
  GtkWindow   *past = NULL;
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  qd_test_pass_day (fixture->store, today - 2);
  set (fixture, fixture->open, "name", "Renamed Since");
  qd_test_pass_day (fixture->store, today - 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.as-of", NULL);
  wait_until ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))) != NULL);
  wait_until ((entry = find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)) != NULL);
  gtk_editable_set_text (entry, "2 days ago");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "as-of.show", NULL);

  wait_until (g_list_model_get_n_items (windows) == 2);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      past = window != GTK_WINDOW (fixture->window) ? window : past;
    }

  wait_until (shows (past, "cannot be changed"));
  wait_until (find_type (GTK_WIDGET (past), ADW_TYPE_NAVIGATION_VIEW) != NULL);
  g_assert_true (shows (past, "Plans"));
  g_assert_false (shows (past, "Reference"));
  qd_shell_open_account (past, qd_record_get_id (fixture->open));
  wait_until (shows (past, "Dravenholt <i>"));
  g_assert_false (shows (past, "Renamed Since"));
  wait_until ((entry = find_type (GTK_WIDGET (past), ADW_TYPE_ENTRY_ROW)) != NULL);
  wait_until (!gtk_editable_get_editable (entry));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (past), "new"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (past), "import"));
  gtk_window_destroy (past);
  wait_until (g_list_model_get_n_items (windows) == 1);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define add(name, func) g_test_add ("/history-page/" name, Fixture, GINT_TO_POINTER (1280), set_up, func, tear_down)

  add ("follows", test_follows);
  add ("reverts", test_reverts);
  add ("refuses", test_refuses);
  add ("filter", test_filter);
  add ("of-record", test_of_record);
  add ("since", test_since);
  add ("as-of", test_as_of);

  return g_test_run ();
}
