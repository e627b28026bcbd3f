/* test-palette.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "qd-account.h"
#include "qd-commands.h"
#include "qd-palette-row.h"
#include "qd-plan.h"
#include "qd-quick-add-dialog.h"
#include "qd-record-json.h"
#include "qd-shortcuts-dialog.h"
#include "qd-task.h"
#include "qd-test.h"
#include "qd-window.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  GSettings   *settings;
  GtkWidget   *window;
  QdAccount   *account;
  QdPlan      *plan;
  QdTask      *task;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan    *plan = qd_record_new_draft (QD_TYPE_PLAN);
  QdTask    *task = qd_record_new_draft (QD_TYPE_TASK);

  fixture->store = qd_kinds_open_store (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  g_settings_reset (fixture->settings, "palette-recent");
  g_object_set (account, "name", "Nordlicht Energie AG", "codename", "Aurora", NULL);
  fixture->account = qd_test_add (fixture->portfolio, account);
  g_object_set (
      plan, "account", qd_record_get_id (fixture->account), "name", "Upgrade of it all", "start", 20781, "target", 20800, NULL);
  fixture->plan = qd_test_add (fixture->portfolio, plan);
  g_object_set (task, "plan", qd_record_get_id (fixture->plan), "title", "Runner sizing guide", NULL);
  fixture->task = qd_test_add (fixture->portfolio, task);
  fixture->window = GTK_WIDGET (qd_window_new (NULL, fixture->portfolio, fixture->settings));
  qd_window_show_portfolio (QD_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_settings_reset (fixture->settings, "place");
  g_settings_reset (fixture->settings, "palette-recent");
  g_clear_object (&fixture->settings);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  qd_test_finalize (fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_child_visible (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_dialog (Fixture *fixture)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
wait_until_closed (Fixture *fixture)
{
  while (get_dialog (fixture) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: the list of the palette, which is opened */
static GtkListBox *
open_palette (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->window, "win.find", NULL);

  return GTK_LIST_BOX (gtk_widget_get_ancestor (find_type (get_dialog (fixture), QD_TYPE_PALETTE_ROW), GTK_TYPE_LIST_BOX));
}

static const QdPaletteItem *
get_item (GtkListBox *list,
          int         index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  return row != NULL ? qd_palette_row_get_item (QD_PALETTE_ROW (row)) : NULL;
}

static const QdPaletteItem *
find_item (GtkListBox *list,
           const char *title)
{
  for (int i = 0; get_item (list, i) != NULL; i++)
    {
      if (g_str_equal (get_item (list, i)->title, title))
        return get_item (list, i);
    }

  return NULL;
}

/* Types, and waits until @title comes first. */
static void
type_for (Fixture    *fixture,
          GtkListBox *list,
          const char *text,
          const char *title)
{
  gtk_editable_set_text (GTK_EDITABLE (find_type (get_dialog (fixture), GTK_TYPE_SEARCH_ENTRY)), text);
  g_test_message ("“%s” for “%s”", text, title);

  while (get_item (list, 0) == NULL || !g_str_equal (get_item (list, 0)->title, title))
    g_main_context_iteration (NULL, TRUE);
}

static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (find_type (get_dialog (fixture), GTK_TYPE_SEARCH_ENTRY), "activate");
}

/* Before anything is typed: the pages and what can be done now, with its key */
static void
test_start (Fixture      *fixture,
            gconstpointer data)
{
  GtkListBox          *list = open_palette (fixture);
  const QdPaletteItem *item;

  g_assert_cmpint (get_item (list, 0)->group, ==, QD_PALETTE_PAGE);
  item = find_item (list, "Support");
  g_assert_nonnull (item);
  g_assert_cmpstr (item->keys, ==, "Ctrl+5");
  item = find_item (list, "Undo");
  g_assert_nonnull (item);
  g_assert_cmpint (item->group, ==, QD_PALETTE_COMMAND);
  g_assert_cmpstr (item->keys, ==, "Ctrl+Z");
  g_assert_null (find_item (list, "Redo"));
  g_assert_null (find_item (list, "Find or do anything"));
  g_assert_null (find_item (list, "Remove the sample portfolio"));
  g_assert_nonnull (find_item (list, "Load the sample portfolio"));
  gtk_test_accessible_assert_property (
      gtk_list_box_get_row_at_index (list, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Accounts, Ctrl+1");
  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
  wait_until_closed (fixture);
}

/* What is typed, and what then comes first */
static void
test_finds (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const cases[][2] = {
    { "aur", "Aurora" },
    { "nordlicht", "Aurora" },
    { "upgr", "Upgrade of it all" },
    { "rsg", "Runner sizing guide" },
    { "runer sizing", "Runner sizing guide" },
    { "hist", "History" },
    { "tmpl", "Templates" },
    { "byok", "Bring your own key (BYOK)" },
    { "", "Accounts" },
  };
  GtkListBox *list = open_palette (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    type_for (fixture, list, cases[i][0], cases[i][1]);

  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
  wait_until_closed (fixture);
}

/* Enter goes there, and the next time it is offered first; what is kept of it is an id and no name. */
static void
test_recent (Fixture      *fixture,
             gconstpointer data)
{
  GtkListBox      *list = open_palette (fixture);
  g_autofree char *place = NULL;
  g_autofree char *id = qd_record_format_id (qd_record_get_id (fixture->account));
  g_autofree char *expected = g_strconcat ("account:", id, NULL);
  g_auto(GStrv) kept = NULL;

  type_for (fixture, list, "nordl", "Aurora");
  press_enter (fixture);
  wait_until_closed (fixture);
  place = g_settings_get_string (fixture->settings, "place");
  g_assert_cmpstr (place, ==, expected);
  kept = g_settings_get_strv (fixture->settings, "palette-recent");
  g_assert_cmpuint (g_strv_length (kept), ==, 1);
  g_assert_true (g_str_has_prefix (kept[0], "win.open-account(int64 "));

  list = open_palette (fixture);
  g_assert_cmpint (get_item (list, 0)->group, ==, QD_PALETTE_RECENT);
  g_assert_cmpstr (get_item (list, 0)->title, ==, "Aurora");
  type_for (fixture, list, "tmpl", "Templates");
  press_enter (fixture);

  while (get_dialog (fixture) == NULL || find_type (get_dialog (fixture), QD_TYPE_PALETTE_ROW) != NULL)
    g_main_context_iteration (NULL, TRUE);

  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
  wait_until_closed (fixture);
  list = open_palette (fixture);
  g_assert_cmpstr (get_item (list, 0)->title, ==, "Templates");
  g_assert_cmpstr (get_item (list, 1)->title, ==, "Aurora");
  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
  wait_until_closed (fixture);
}

/* Whatever the window can do without being told more is among the commands, or is left out for a reason. */
static void
test_complete (Fixture      *fixture,
               gconstpointer data)
{
  g_auto(GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (fixture->window));
  g_autoptr(GPtrArray) commands = qd_commands_list (GTK_APPLICATION_WINDOW (fixture->window), fixture->portfolio);
  guint n_offered = 0;

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *action = g_strconcat ("win.", *name, NULL);
      gboolean         offered = FALSE;

      for (guint i = 0; i < commands->len; i++)
        offered = offered || g_str_equal (((QdPaletteItem *)g_ptr_array_index (commands, i))->action, action);

      n_offered += offered;

      if (g_action_group_get_action_parameter_type (G_ACTION_GROUP (fixture->window), *name) != NULL ||
          !g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), *name))
        continue;

      g_test_message ("%s", action);
      g_assert_true (offered || qd_commands_get_reason_against (action) != NULL);
    }

  g_assert_cmpuint (n_offered, >, 10);
}

static void
type_line (Fixture    *fixture,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_type (get_dialog (fixture), ADW_TYPE_ENTRY_ROW)), text);
}

/* Nothing is added while something is not clear; then one step is. */
static void
test_quick_add (Fixture      *fixture,
                gconstpointer data)
{
  GListModel *tasks = G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_TASK));
  g_autoptr(QdTask) added = NULL;

  qd_window_show (QD_WINDOW (fixture->window), "accounts");
  gtk_widget_activate_action (fixture->window, "win.add-task", NULL);
  g_assert_true (QD_IS_QUICK_ADD_DIALOG (get_dialog (fixture)));
  type_line (fixture, "Send the guide #nowhere fri");
  g_signal_emit_by_name (find_type (get_dialog (fixture), ADW_TYPE_ENTRY_ROW), "entry-activated");
  qd_test_settle (fixture->store);
  g_assert_cmpuint (g_list_model_get_n_items (tasks), ==, 1);
  g_assert_nonnull (get_dialog (fixture));

  type_line (fixture, "Send the guide #Aurora fri !call");
  g_signal_emit_by_name (find_type (get_dialog (fixture), ADW_TYPE_ENTRY_ROW), "entry-activated");
  wait_until_closed (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tasks), ==, 2);

  for (guint i = 0; i < 2 && added == NULL; i++)
    {
      g_autoptr(QdTask) task = g_list_model_get_item (tasks, i);

      if (qd_record_get_id (task) != qd_record_get_id (fixture->task))
        added = g_steal_pointer (&task);
    }

  g_assert_cmpstr (added->title, ==, "Send the guide");
  g_assert_cmpint (added->plan, ==, qd_record_get_id (fixture->plan));
  g_assert_cmpint (added->kind, ==, QD_TASK_KIND_CALL);
  g_assert_cmpint (qd_day_get_weekday (added->due), ==, 5);
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);

  while (g_list_model_get_n_items (tasks) > 1)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/palette/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add ("/palette/finds", Fixture, NULL, set_up, test_finds, tear_down);
  g_test_add ("/palette/recent", Fixture, NULL, set_up, test_recent, tear_down);
  g_test_add ("/palette/complete", Fixture, NULL, set_up, test_complete, tear_down);
  g_test_add ("/palette/quick-add", Fixture, NULL, set_up, test_quick_add, tear_down);

  return g_test_run ();
}
