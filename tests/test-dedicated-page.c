/* test-dedicated-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>

#include "qd-account.h"
#include "qd-dedicated-page.h"
#include "qd-fact-dialog.h"
#include "qd-fact-row.h"
#include "qd-facts-view.h"
#include "qd-feature-hint.h"
#include "qd-hours-view.h"
#include "qd-instant.h"
#include "qd-plan.h"
#include "qd-release-row.h"
#include "qd-releases-view.h"
#include "qd-task-card.h"
#include "qd-task-editor.h"
#include "qd-task-table-column.h"
#include "qd-tenant-page.h"
#include "qd-tenant.h"
#include "qd-test.h"
#include "qd-week-grid.h"
#include "qd-week-view.h"
#include "qd-week.h"
#include "qd-window.h"

/* The page of Dedicated, on Friday 27 November 2026 at noon in UTC, as it is looked at in Berlin. */

#define NOW "2026-11-27T12:00:00Z"

typedef struct
{
  QdStore         *store;
  QdPortfolio     *portfolio;
  GSettings       *settings;
  QdWindow        *window;
  QdAccount       *account;
  QdTenant        *tenant;
  QdDedicatedPage *page;
} Fixture;

static void
settle (Fixture *fixture)
{
  qd_test_settle (fixture->store);

  for (int i = 0; i < 30; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        {
        }

      g_usleep (1000);
    }
}

static gint64
instant (const char *text)
{
  gint64 parsed = 0;

  g_assert_true (qd_instant_parse (text, &parsed));

  return parsed;
}

static int
day (const char *text)
{
  int parsed = 0;

  g_assert_true (qd_day_parse (text, &parsed));

  return parsed;
}

/* Returns: (nullable): the first of that type in @root that is in sight */
static gpointer
find_widget (GtkWidget *root,
             GType      type)
{
  gpointer found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      found = find_widget (child, type);

  return found;
}

/* Returns: (nullable): the label in @root that has @text in it */
static GtkWidget *
find_text (GtkWidget  *root,
           const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), text) != NULL && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);

  return found;
}

static gpointer
find (Fixture *fixture,
      GType    type)
{
  gpointer found = find_widget (GTK_WIDGET (fixture->page), type);

  g_assert_nonnull (found);

  return found;
}

static QdTenant *
add_tenant (Fixture    *fixture,
            const char *name,
            const char *codename,
            const char *window)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdTenant  *tenant = qd_record_new_draft (QD_TYPE_TENANT);

  g_object_set (account, "name", name, "codename", codename, "offering", QD_OFFERING_DEDICATED, NULL);
  fixture->account = qd_test_add (fixture->portfolio, account);
  qd_record_set_parent (tenant, qd_record_get_id (fixture->account));
  g_object_set (tenant, "maintenance-window", window, NULL);

  return qd_test_add (fixture->portfolio, tenant);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  qd_week_set_first_weekday (1);
  fixture->store = qd_kinds_open_store (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  add_tenant (fixture, "Example Observatory", "Badger", "amer-2");
  fixture->tenant = add_tenant (fixture, "Example Bank", "Heron", "emea");
  fixture->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  g_settings_set_string (fixture->settings, "place", "dedicated");
  fixture->window = qd_window_new (NULL, fixture->portfolio, fixture->settings);
  qd_window_show_portfolio (fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  fixture->page = find_widget (GTK_WIDGET (fixture->window), QD_TYPE_DEDICATED_PAGE);
  g_assert_nonnull (fixture->page);
  qd_dedicated_page_set_clock (fixture->page, instant (NOW), berlin);
  settle (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle (fixture);
  g_settings_reset (fixture->settings, "place");
  g_clear_object (&fixture->settings);
  qd_test_finalize (fixture->portfolio);
  qd_test_store_close (fixture->store);
}

/* Returns: (nullable): the button of the grid that is named so */
static GtkWidget *
find_named (GtkWidget  *grid,
            const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_widget_get_tooltip_text (child), name) == 0)
        {
          gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
          return child;
        }
    }

  return NULL;
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (find (fixture, QD_TYPE_WEEK_VIEW), action, NULL));
  settle (fixture);
}

static void
test_week (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget      *grid = find (fixture, QD_TYPE_WEEK_GRID);
  AdwToggleGroup *zones = find (fixture, ADW_TYPE_TOGGLE_GROUP);
  GtkWidget      *button;

  button = find_named (grid, "Heron, Tue, 24 Nov 2026, 02:00–06:00 CET: Upgrade to 19.5");
  g_assert_nonnull (button);

  /* On Sunday evening in Berlin, and still on Monday morning */
  g_assert_nonnull (find_named (grid, "Badger, Sun, 22 Nov 2026, 22:00–Mon 02:00 CET: Maintenance window"));
  g_assert_nonnull (find_named (grid, "Badger, Sun, 29 Nov 2026, 22:00–Mon 02:00 CET: Upgrade to 19.5"));

  adw_toggle_group_set_active_name (zones, "utc");
  settle (fixture);
  g_assert_nonnull (find_named (grid, "Heron, Tue, 24 Nov 2026, 01:00–05:00 UTC: Upgrade to 19.5"));

  act (fixture, "week.previous");
  g_assert_null (find_named (grid, "Heron, Tue, 24 Nov 2026, 01:00–05:00 UTC: Upgrade to 19.5"));
  g_assert_nonnull (find_named (grid, "Heron, Tue, 17 Nov 2026, 01:00–05:00 UTC: Patch release"));
  act (fixture, "week.next");
  act (fixture, "week.next");
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->page), "Week 49"));
  act (fixture, "week.today");
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->page), "Week 48"));

  /* A minute later the focus is where it was. */
  button = find_named (grid, "Heron, Tue, 24 Nov 2026, 01:00–05:00 UTC: Upgrade to 19.5");
  gtk_widget_grab_focus (button);
  qd_week_view_tick (find (fixture, QD_TYPE_WEEK_VIEW), instant ("2026-11-27T12:01:00Z"));
  settle (fixture);
  g_assert_true (gtk_widget_has_focus (button));

  g_signal_emit_by_name (button, "clicked");
  settle (fixture);
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->window), QD_TYPE_TENANT_PAGE));
}

/* In Berlin the clocks go back on 25 October 2026 (tz database). */
static void
test_clock_change (Fixture      *fixture,
                   gconstpointer data)
{
  GtkWidget *grid = find (fixture, QD_TYPE_WEEK_GRID);

  qd_week_view_set_day (find (fixture, QD_TYPE_WEEK_VIEW), day ("2026-10-22"));
  settle (fixture);
  g_assert_nonnull (find_named (grid, "Badger, Sun, 18 Oct 2026, 23:00–Mon 03:00 CEST: Maintenance window"));
  g_assert_nonnull (find_named (grid, "Badger, Sun, 25 Oct 2026, 22:00–Mon 02:00 CET: Upgrade to 19.4"));
}

/* Where there is no room for a grid, the same stands in a list of days. */
static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  GtkListBox    *list;
  GtkListBoxRow *row;

  g_object_set (find (fixture, QD_TYPE_WEEK_VIEW), "narrow", TRUE, NULL);
  settle (fixture);
  list = find (fixture, GTK_TYPE_LIST_BOX);
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Badger");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "22:00–02:00 · Maintenance window");
  row = gtk_list_box_get_row_at_index (list, 1);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Heron");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "02:00–06:00 · Upgrade to 19.5");
  g_assert_nonnull (gtk_list_box_row_get_header (row));
}

static GtkListBoxRow *
get_release (Fixture    *fixture,
             const char *version)
{
  GtkWidget *row = find (fixture, QD_TYPE_RELEASE_ROW);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), version))
        return GTK_LIST_BOX_ROW (row);
    }

  return NULL;
}

/* 19.6 is released on the third Thursday of November; tenants then get 19.5. The tenant of EMEA has it since Tuesday,
 * that of AMER 2 gets it on Sunday. */
static void
test_releases (Fixture      *fixture,
               gconstpointer data)
{
  GtkListBox    *tenants;
  GtkListBoxRow *row;

  qd_dedicated_page_show_view (fixture->page, "releases");
  settle (fixture);
  tenants = GTK_LIST_BOX (gtk_widget_get_ancestor (find (fixture, ADW_TYPE_ACTION_ROW), GTK_TYPE_LIST_BOX));
  row = gtk_list_box_get_row_at_index (tenants, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Badger");
  g_assert_nonnull (find_text (GTK_WIDGET (row), "19.4"));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                   "Upgrade to 19.5: Sun, 29 Nov 2026, 21:00–Mon 01:00 UTC, in 2 days 9 hours\n"));
  g_assert_nonnull (find_text (GTK_WIDGET (gtk_list_box_get_row_at_index (tenants, 1)), "19.5"));

  qd_releases_view_set_day (find (fixture, QD_TYPE_RELEASES_VIEW), day ("2026-11-30"));
  settle (fixture);
  row = gtk_list_box_get_row_at_index (tenants, 0);
  g_assert_nonnull (find_text (GTK_WIDGET (row), "19.5"));
  g_assert_true (
      g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Upgrade to 19.6: Sun, 27 Dec 2026"));

  /* From three months ago to a year from now; and more where that is asked for */
  row = get_release (fixture, "19.6");
  g_assert_nonnull (row);
  g_assert_true (g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)),
                                   "Thursday 19 November 2026 · tenants get 19.5"));
  g_assert_nonnull (find_text (GTK_WIDGET (row), "Sun, 29 Nov 2026, 21:00–Mon 01:00 UTC\nSun, 29 Nov 2026, 22:00–Mon 02:00 CET"));
  g_assert_nonnull (find_text (GTK_WIDGET (row), "Badger"));
  g_assert_nonnull (get_release (fixture, "20.6"));
  g_assert_null (get_release (fixture, "20.9"));
  g_assert_null (get_release (fixture, "19.2"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_text (GTK_WIDGET (fixture->page), "Show _Earlier Releases"), GTK_TYPE_BUTTON), "clicked");
  settle (fixture);
  g_assert_nonnull (get_release (fixture, "19.2"));
}

static void
test_people (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget   *page = GTK_WIDGET (fixture->page);
  AdwComboRow *kind;
  GtkEditable *time;

  qd_dedicated_page_show_view (fixture->page, "people");
  settle (fixture);
  g_assert_nonnull (find_text (page, "At work: Support EMEA, Dedicated SRE"));
  g_assert_nonnull (find_text (page, "Open until 16:00 UTC · 17:00 CET"));
  g_assert_nonnull (find_text (page, "Opens 14:00 UTC · 15:00 CET"));

  /* An urgent ticket, now: within half an hour */
  g_assert_nonnull (find_text (page, "Fri, 27 Nov 2026, 13:30 CET\nFri, 27 Nov 2026, 12:30 UTC"));
  kind = find (fixture, ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (kind, 1);
  time = GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW));
  gtk_editable_set_text (time, "23:00");
  settle (fixture);
  g_assert_nonnull (find_text (page, "Mon, 30 Nov 2026, 03:00 CET\nMon, 30 Nov 2026, 02:00 UTC"));
  gtk_editable_set_text (time, "noonish");
  settle (fixture);
  g_assert_nonnull (find_text (page, "Type a time such as 16:30"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (time), "error"));

  /* At five in Berlin nobody in Europe is there any more, and America is. */
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  qd_dedicated_page_set_clock (fixture->page, instant ("2026-11-27T16:00:00Z"), berlin);
  settle (fixture);
  g_assert_nonnull (find_text (page, "At work: Support AMER, Dedicated Product Management"));
}

static guint
count_rows (Fixture *fixture)
{
  GtkWidget *row = find_widget (find (fixture, QD_TYPE_FACTS_VIEW), QD_TYPE_FACT_ROW);
  guint      n_rows = 0;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows += QD_IS_FACT_ROW (row);

  return n_rows;
}

static void
test_features (Fixture      *fixture,
               gconstpointer data)
{
  guint        n_all;
  GtkEditable *search;
  GtkDropDown *choice;

  qd_dedicated_page_show_view (fixture->page, "features");
  settle (fixture);
  n_all = count_rows (fixture);
  g_assert_cmpuint (n_all, >, 40);

  /* By what people call it */
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.search", NULL);
  search = GTK_EDITABLE (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (search, "gitlab-rails");
  settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->page), "Rails console"));
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->page), "Not Available"));
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->page), "Instead: "));

  gtk_editable_set_text (search, "");
  choice = find (fixture, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (choice, 1);
  settle (fixture);
  g_assert_cmpuint (count_rows (fixture), <, n_all);
  g_assert_null (find_text (find (fixture, GTK_TYPE_LIST_BOX), "Rails console"));

  /* From a hint anywhere */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-feature", "s", "Rails console");
  settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static QdFactRow *
find_fact (Fixture    *fixture,
           const char *key)
{
  GtkWidget *row = find_widget (find (fixture, QD_TYPE_FACTS_VIEW), QD_TYPE_FACT_ROW);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (QD_IS_FACT_ROW (row) && g_str_equal (qd_fact_row_get_key (QD_FACT_ROW (row)), key))
        return QD_FACT_ROW (row);
    }

  return NULL;
}

static QdFactDialog *
get_dialog (Fixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  return dialog != NULL && QD_IS_FACT_DIALOG (dialog) ? QD_FACT_DIALOG (dialog) : NULL;
}

static void
type (QdFactDialog *dialog,
      const char   *field,
      const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (qd_fact_dialog_get_row (dialog, field)), text);
}

/* The window is moved by a person, to Fridays; all that goes by it follows, and so it does when that is taken back. */
static void
test_facts (Fixture      *fixture,
            gconstpointer data)
{
  const char *const moved = "Heron, Fri, 27 Nov 2026, 03:30–07:30 CET: Upgrade to 19.5";
  GtkWidget        *page = GTK_WIDGET (fixture->page);
  QdFactDialog     *dialog;

  qd_dedicated_page_show_view (fixture->page, "facts");
  settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 4);
  g_assert_true (gtk_widget_activate_action (page, "fact.edit", "(is)", QD_FACT_TOPIC_WINDOW, "emea"));
  settle (fixture);
  dialog = get_dialog (fixture);
  g_assert_nonnull (dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (qd_fact_dialog_get_row (dialog, "weekday")), 4);
  type (dialog, "begins", "half past two");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  settle (fixture);
  g_assert_true (get_dialog (fixture) == dialog);
  g_assert_nonnull (find_text (GTK_WIDGET (dialog), "must be a time such as “21:00”"));
  type (dialog, "rollout", "soon");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  settle (fixture);
  g_assert_true (gtk_widget_has_css_class (qd_fact_dialog_get_row (dialog, "rollout"), "error"));
  type (dialog, "rollout", "5");
  type (dialog, "begins", "02:30");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  settle (fixture);
  g_assert_null (get_dialog (fixture));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_fact (fixture, "emea")), TRUE);
  settle (fixture);
  g_assert_nonnull (find_text (page, "Weekday: “Friday”, ships as “Tuesday”\nBegins (UTC): “02:30”, ships as “01:00”"));
  qd_dedicated_page_show_view (fixture->page, "week");
  settle (fixture);
  g_assert_nonnull (find_named (find (fixture, QD_TYPE_WEEK_GRID), moved));

  /* It can be undone, and done again; and reset. */
  qd_test_undo (fixture->store);
  settle (fixture);
  g_assert_null (find_named (find (fixture, QD_TYPE_WEEK_GRID), moved));
  qd_test_redo (fixture->store);
  settle (fixture);
  g_assert_nonnull (find_named (find (fixture, QD_TYPE_WEEK_GRID), moved));
  g_assert_true (gtk_widget_activate_action (page, "fact.reset", "(is)", QD_FACT_TOPIC_WINDOW, "emea"));
  settle (fixture);
  g_assert_null (find_named (find (fixture, QD_TYPE_WEEK_GRID), moved));
  qd_test_undo (fixture->store);
  settle (fixture);
  g_assert_nonnull (find_named (find (fixture, QD_TYPE_WEEK_GRID), moved));
}

/* A lock of one's own stops the upgrade of the week; struck out or deleted it does not. */
static void
test_own_lock (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget    *page = GTK_WIDGET (fixture->page);
  QdFactDialog *dialog;
  QdFactRow    *row;
  char         *key;

  qd_dedicated_page_show_view (fixture->page, "facts");
  qd_facts_view_show_topic (find (fixture, QD_TYPE_FACTS_VIEW), QD_FACT_TOPIC_LOCK);
  settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 4);
  g_assert_true (gtk_widget_activate_action (page, "page.new", NULL));
  settle (fixture);
  dialog = get_dialog (fixture);
  g_assert_nonnull (dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  settle (fixture);
  g_assert_nonnull (find_text (GTK_WIDGET (dialog), "“Name” must be filled in"));
  type (dialog, "name", "Our audit");
  type (dialog, "begins_at", "2026-11-23 00:00");
  type (dialog, "ends_at", "2026-11-28 00:00");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  settle (fixture);
  g_assert_null (get_dialog (fixture));
  g_assert_cmpuint (count_rows (fixture), ==, 5);
  row = QD_FACT_ROW (gtk_widget_get_ancestor (find_text (page, "Our audit"), QD_TYPE_FACT_ROW));
  key = g_strdup (qd_fact_row_get_key (row));

  qd_dedicated_page_show_view (fixture->page, "week");
  settle (fixture);
  g_assert_nonnull (find_text (page, "Change lock: Our audit"));
  g_assert_nonnull (find_named (find (fixture, QD_TYPE_WEEK_GRID),
                                "Heron, Tue, 24 Nov 2026, 02:00–06:00 CET: No maintenance: Our audit"));

  g_assert_true (gtk_widget_activate_action (page, "fact.strike", "(is)", QD_FACT_TOPIC_LOCK, key));
  settle (fixture);
  g_assert_null (find_text (page, "Change lock: Our audit"));
  qd_test_undo (fixture->store);
  settle (fixture);
  g_assert_nonnull (find_text (page, "Change lock: Our audit"));
  g_free (key);
}

static QdTask *
add_task (Fixture    *fixture,
          QdPlan     *plan,
          const char *title)
{
  QdTask *task = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (task, "plan", qd_record_get_id (plan), "title", title, NULL);

  return qd_test_add (fixture->portfolio, task);
}

static QdPlan *
add_plan (Fixture   *fixture,
          QdAccount *account)
{
  QdPlan *plan = qd_record_new_draft (QD_TYPE_PLAN);

  g_object_set (plan, "account", qd_record_get_id (account), "name", "Moving", "start", 20780, "target", 20840, NULL);

  return qd_test_add (fixture->portfolio, plan);
}

/* “Rails console: not on Dedicated”, on the card, in the table and where it is edited; of other customers it is fine. */
static void
test_hint (Fixture      *fixture,
           gconstpointer data)
{
  QdAccount *other = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan    *plan = add_plan (fixture, fixture->account);
  QdTask    *task = add_task (fixture, plan, "Clean up in the Rails console");
  QdTask    *fine;
  g_autoptr(GtkWidget) card = g_object_ref_sink (GTK_WIDGET (qd_task_card_new (fixture->portfolio, task)));
  g_autoptr(GtkWidget) fine_card = NULL;
  g_autoptr(QdTaskTableModel) table = qd_task_table_model_new (fixture->portfolio, plan, day ("2026-11-27"));
  g_autofree char *words = qd_task_table_model_dup_hint (table, task);
  QdTaskEditor    *editor = qd_task_editor_new (fixture->portfolio, task);
  const char      *said;
  GtkWidget       *link;

  g_assert_true (g_str_has_prefix (words, "Rails console: not on Dedicated (instead: "));
  qd_task_card_refresh (QD_TASK_CARD (card));
  said = qd_feature_hint_get_words (find_widget (card, QD_TYPE_FEATURE_HINT));
  g_assert_cmpstr (said, ==, words);

  g_object_set (other, "name", "Other", "offering", QD_OFFERING_SELF_MANAGED, NULL);
  other = qd_test_add (fixture->portfolio, other);
  fine = add_task (fixture, add_plan (fixture, other), "Clean up in the Rails console");
  fine_card = g_object_ref_sink (GTK_WIDGET (qd_task_card_new (fixture->portfolio, fine)));
  qd_task_card_refresh (QD_TASK_CARD (fine_card));
  g_assert_null (qd_feature_hint_get_words (find_widget (fine_card, QD_TYPE_FEATURE_HINT)));

  /* From where it is edited one goes to what there is instead. */
  adw_dialog_present (ADW_DIALOG (editor), GTK_WIDGET (fixture->window));
  settle (fixture);
  g_assert_nonnull (find_text (GTK_WIDGET (editor), words));
  link = gtk_widget_get_ancestor (find_text (GTK_WIDGET (editor), "_Features"), GTK_TYPE_BUTTON);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL); /* An entry that has it keeps a dialog that goes (GTK 4.18). */
  g_signal_emit_by_name (link, "clicked");
  settle (fixture);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->page), "Rails console"));
}

#define ADD(path, function) g_test_add ("/dedicated-page/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);

  ADD ("week", test_week);
  ADD ("clock-change", test_clock_change);
  ADD ("list", test_list);
  ADD ("releases", test_releases);
  ADD ("people", test_people);
  ADD ("features", test_features);
  ADD ("facts", test_facts);
  ADD ("own-lock", test_own_lock);
  ADD ("hint", test_hint);

  return g_test_run ();
}
