/* test-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-batch.h"
#include "qd-calendar.h"
#include "qd-csv-dialog.h"
#include "qd-help-dialog.h"
#include "qd-help-topics.h"
#include "qd-page-uri.h"
#include "qd-places.h"
#include "qd-plan.h"
#include "qd-preferences.h"
#include "qd-record-dialog.h"
#include "qd-record-json.h"
#include "qd-sample.h"
#include "qd-shortcuts-dialog.h"
#include "qd-task.h"
#include "qd-test.h"
#include "qd-window.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  GSettings   *settings;
  QdWindow    *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = qd_kinds_open_store (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  fixture->window = qd_window_new (NULL, fixture->portfolio, fixture->settings);
  qd_window_show_portfolio (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_settings_reset (fixture->settings, "place");
  g_clear_object (&fixture->settings);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static QdAccount *
add_account (Fixture    *fixture,
             const char *name)
{
  g_autoptr(QdAccount) draft = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set (draft, "name", name, NULL);
  qd_record_add_async (draft, fixture->store, "Add", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);

  return qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, qd_record_get_id (draft));
}

static gboolean
is_enabled (Fixture    *fixture,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

/* Undo is offered when there is something to undo, and does it. */
static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_ACCOUNT));

  g_assert_false (is_enabled (fixture, "undo"));
  add_account (fixture, "Kestrel");
  g_assert_true (is_enabled (fixture, "undo"));
  g_assert_false (is_enabled (fixture, "redo"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);

  while (g_list_model_get_n_items (accounts) > 0 || !is_enabled (fixture, "redo"))
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);

  while (g_list_model_get_n_items (accounts) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_places (Fixture      *fixture,
             gconstpointer data)
{
  QdAccount       *account = add_account (fixture, "Kestrel <b>&amp;");
  g_autofree char *id = qd_record_format_id (qd_record_get_id (account));
  g_autofree char *place = g_strconcat ("account:", id, NULL);
  const char      *places[] = { "plans", "accounts", place, "plans" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *now = NULL;

      qd_window_show (fixture->window, places[i]);
      now = g_settings_get_string (fixture->settings, "place");
      g_assert_cmpstr (now, ==, places[i]);
    }

  /* What is not there any more is left alone. */
  for (int i = 0; i < 4; i++)
    {
      static const char *const nowhere[] = { "", "attic", "account:0000000000000001", "plan:xyz" };
      g_autofree char         *now = NULL;

      qd_window_show (fixture->window, nowhere[i]);
      now = g_settings_get_string (fixture->settings, "place");
      g_assert_cmpstr (now, ==, "plans");
    }
}

static void
test_reopened (Fixture      *fixture,
               gconstpointer data)
{
  QdAccount       *account = add_account (fixture, "Wren");
  g_autofree char *id = qd_record_format_id (qd_record_get_id (account));
  g_autofree char *place = g_strconcat ("account:", id, NULL);
  g_autofree char *now = NULL;
  QdWindow        *again;

  g_settings_set_string (fixture->settings, "place", place);
  again = qd_window_new (NULL, fixture->portfolio, fixture->settings);
  gtk_window_present (GTK_WINDOW (again));
  qd_window_show_portfolio (again);
  now = g_settings_get_string (fixture->settings, "place");
  g_assert_cmpstr (now, ==, place);
  gtk_window_destroy (GTK_WINDOW (again));
}

static gboolean
find_text (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (find_text (child, text))
        return TRUE;
    }

  return FALSE;
}

static void
test_failure (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "It is <broken> & old");

  qd_window_show_failure (fixture->window, "/somewhere/<odd>.db", error);
  g_assert_true (find_text (GTK_WIDGET (fixture->window), "It is <broken> & old"));
  g_assert_true (find_text (GTK_WIDGET (fixture->window), "/somewhere/<odd>.db"));
}

/* Every key can be parsed, and every action a key is bound to exists. */
static void
test_shortcuts (Fixture      *fixture,
                gconstpointer data)
{
  guint             n_shortcuts;
  const QdShortcut *shortcuts = qd_shortcuts_get (&n_shortcuts);
  AdwDialog        *dialog = qd_shortcuts_dialog_new ();

  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_auto(GStrv) accelerators = g_strsplit (shortcuts[i].accelerators, " ", -1);
      g_autofree char *name = NULL;
      g_autoptr(GVariant) target = NULL;

      for (int j = 0; accelerators[j] != NULL; j++)
        g_assert_true (gtk_accelerator_parse (accelerators[j], &(guint){ 0 }, &(GdkModifierType){ 0 }));

      if (shortcuts[i].action == NULL || !g_str_has_prefix (shortcuts[i].action, "win."))
        continue;

      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      g_test_message ("%s", name);
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), name + strlen ("win.")));
    }

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  g_assert_true (find_text (GTK_WIDGET (dialog), "Show or hide the sidebar"));
  adw_dialog_force_close (dialog);
}

static void
test_preferences (Fixture      *fixture,
                  gconstpointer data)
{
  AdwDialog *dialog = qd_preferences_new (fixture->settings, fixture->portfolio);
  AdwDialog *help = qd_help_dialog_new (NULL);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  g_assert_true (find_text (GTK_WIDGET (dialog), "Date Style"));
  g_assert_true (find_text (GTK_WIDGET (dialog), "Megabytes It May Take"));
  adw_dialog_force_close (dialog);
  adw_dialog_present (help, GTK_WIDGET (fixture->window));
  g_assert_true (find_text (GTK_WIDGET (help), "Codenames"));
  adw_dialog_force_close (help);
}

/* Every page has a topic, each topic there is; one is shown at once, with the list behind it. */
static void
test_help (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const of_records[] = { "account", "plan", "tenant", "task-less" };
  guint                    n_rooms, n_topics;
  const QdRoom            *rooms = qd_places_get_rooms (&n_rooms);
  const QdHelpTopic       *topics = qd_help_topics_get (&n_topics);
  g_autoptr(GError) error = NULL;
  AdwDialog *dialog;

  g_assert_null (qd_page_uri_parse ("quarterdeck://attic", &error));

  for (guint i = 0; i < n_rooms; i++)
    {
      const char      *key = qd_help_topics_find_for_place (rooms[i].tag);
      g_autofree char *uri = g_strconcat (QD_PAGE_URI_SCHEME "://", rooms[i].tag, NULL);
      g_autoptr(QdPageUri) parsed = qd_page_uri_parse (uri, NULL);

      g_assert_nonnull (key);
      g_assert_nonnull (qd_help_topics_find (key));
      g_assert_cmpstr (parsed->kind, ==, rooms[i].tag);
    }

  for (gsize i = 0; i < 3; i++)
    {
      g_autofree char *place = g_strconcat (of_records[i], ":0000000000000001", NULL);

      g_assert_nonnull (qd_help_topics_find (qd_help_topics_find_for_place (place)));
    }

  g_assert_null (qd_help_topics_find_for_place (of_records[3]));
  g_assert_nonnull (qd_help_topics_find (qd_help_topics_find_for_error (error)));
  g_assert_cmpstr (qd_help_topics_find_for_widget (gtk_window_get_focus (GTK_WINDOW (fixture->window))), ==, "health");

  for (guint i = 0; i < n_topics; i++)
    {
      g_assert_true (qd_help_topics_find (topics[i].key) == &topics[i]);
      dialog = qd_help_dialog_new (topics[i].key);
      adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
      g_assert_cmpstr (qd_help_dialog_get_topic (QD_HELP_DIALOG (dialog)), ==, topics[i].key);
      g_assert_true (find_text (GTK_WIDGET (dialog), topics[i].paragraphs[0]));
      adw_dialog_force_close (dialog);
    }
}

/* The tour leads to what there is in the sample. */
static void
test_tour (Fixture      *fixture,
           gconstpointer data)
{
  const QdHelpTopic *tour = qd_help_topics_find ("tour");
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  qd_sample_load_async (fixture->portfolio, qd_day_today (), NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  g_assert_true (qd_sample_finish (result, &error));
  qd_test_settle (fixture->store);

  for (gsize i = 0; i < QD_HELP_MAX_LINKS && tour->links[i].uri != NULL; i++)
    {
      g_autoptr(QdPageUri) uri = qd_page_uri_parse (tour->links[i].uri, &error);

      g_assert_no_error (error);
      g_assert_true (qd_page_uri_check (uri, fixture->portfolio, &error));
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-link", "s", tour->links[i].uri);
    }

  g_assert_cmpstr (tour->links[1].title, ==, "Razorbill, Before a Call");
}

static void
test_calendar (void)
{
  GtkWidget *calendar = g_object_ref_sink (qd_calendar_new ());
  int        day;

  g_assert_true (qd_day_parse ("2026-11-24", &day));
  qd_calendar_show_day (QD_CALENDAR (calendar), day);
  g_assert_true (find_text (calendar, "November 2026"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_ROLE_GROUP);
  qd_calendar_show_day (QD_CALENDAR (calendar), QD_DAY_NONE);
  g_assert_finalize_object (calendar);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
wait_until_closed (Fixture *fixture)
{
  while (get_dialog (fixture) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* An event is shown before it is logged, filled from its task, and the next time what was logged is. */
static void
test_log_event (Fixture      *fixture,
                gconstpointer data)
{
  QdAccount  *account = add_account (fixture, "Wren");
  QdPlan     *plan = qd_record_new_draft (QD_TYPE_PLAN);
  QdTask     *task = qd_record_new_draft (QD_TYPE_TASK);
  GListModel *activities = G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_ACTIVITY));
  g_autoptr(QdActivity) event = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_object_set (plan,
                "account", qd_record_get_id (account),
                "name", "CI",
                "kind", QD_PLAN_KIND_ACCELERATOR,
                "accelerator", QD_ACCELERATOR_CI,
                "start", 20780,
                "target", 20864,
                NULL);
  plan = qd_test_add (fixture->portfolio, plan);
  g_object_set (task,
                "plan", qd_record_get_id (plan),
                "title", "Discovery workshop",
                "kind", QD_TASK_KIND_WORKSHOP,
                "start", 20782,
                "due", 20782,
                "duration", G_GINT64_CONSTANT (90),
                NULL);
  task = qd_test_add (fixture->portfolio, task);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.log-event", "x", qd_record_get_id (task));
  g_assert_true (QD_IS_RECORD_DIALOG (get_dialog (fixture)));
  g_assert_cmpstr (adw_dialog_get_title (get_dialog (fixture)), ==, "Log Event");
  g_assert_cmpuint (g_list_model_get_n_items (activities), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture)), "dialog.add", NULL);
  wait_until_closed (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (activities), ==, 1);
  event = g_list_model_get_item (activities, 0);
  g_assert_cmpint (event->kind, ==, QD_ACTIVITY_KIND_CSA_ENGAGEMENT);
  g_assert_cmpint (event->accelerator, ==, QD_ACCELERATOR_CI);
  g_assert_cmpstr (event->subject, ==, "Discovery workshop");
  g_assert_cmpint (event->task, ==, qd_record_get_id (task));
  g_assert_cmpint (event->minutes, ==, 90);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.log-event", "x", qd_record_get_id (task));
  g_assert_cmpstr (adw_dialog_get_title (get_dialog (fixture)), ==, "Event");
  adw_dialog_force_close (get_dialog (fixture));
  wait_until_closed (fixture);
}

/* It is asked for whom, unless there is nothing to export. */
static void
test_export_events (Fixture      *fixture,
                    gconstpointer data)
{
  QdAccount  *account = add_account (fixture, "Wren");
  QdActivity *event = qd_record_new_draft (QD_TYPE_ACTIVITY);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-events", "x", qd_record_get_id (account));
  g_assert_cmpstr (
      adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (get_dialog (fixture))), ==, "No Events to Export");
  adw_dialog_force_close (get_dialog (fixture));
  wait_until_closed (fixture);

  g_object_set (event,
                "account", qd_record_get_id (account),
                "kind", QD_ACTIVITY_KIND_CSA_ENGAGEMENT,
                "subject", "Workshop",
                "day", 20782,
                "created", G_GINT64_CONSTANT (0),
                NULL);
  qd_test_add (fixture->portfolio, event);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-events", "x", qd_record_get_id (account));
  g_assert_cmpstr (
      adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (get_dialog (fixture))), ==, "Export 1 Event for Whom?");
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (get_dialog (fixture)), "customer"));
  adw_dialog_force_close (get_dialog (fixture));
  wait_until_closed (fixture);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/window/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/window/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/window/reopened", Fixture, NULL, set_up, test_reopened, tear_down);
  g_test_add ("/window/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/window/shortcuts", Fixture, NULL, set_up, test_shortcuts, tear_down);
  g_test_add ("/window/preferences", Fixture, NULL, set_up, test_preferences, tear_down);
  g_test_add ("/window/help", Fixture, NULL, set_up, test_help, tear_down);
  g_test_add ("/window/tour", Fixture, NULL, set_up, test_tour, tear_down);
  g_test_add ("/window/log-event", Fixture, NULL, set_up, test_log_event, tear_down);
  g_test_add ("/window/export-events", Fixture, NULL, set_up, test_export_events, tear_down);
  g_test_add_func ("/window/calendar", test_calendar);

  return g_test_run ();
}
