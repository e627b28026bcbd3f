/* test-accelerator-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "qd-accelerator-edits.h"
#include "qd-accelerator-wizard.h"
#include "qd-account.h"
#include "qd-allowance-group.h"
#include "qd-catalogue-view.h"
#include "qd-load-panel.h"
#include "qd-load-row.h"
#include "qd-module-row.h"
#include "qd-plan.h"
#include "qd-record-dialog.h"
#include "qd-record-json.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-test.h"
#include "qd-text-row.h"
#include "qd-timeline-view.h"
#include "qd-week.h"
#include "qd-window.h"

/* The page of all accelerators, their catalogue, and how one is laid out. */

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  GSettings   *settings;
  QdWindow    *window;
  QdAccount   *account;
} Fixture;

static void
settle (Fixture *fixture)
{
  qd_test_settle (fixture->store);

  for (int i = 0; i < 50; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        {
        }

      g_usleep (1000);
    }
}

static gpointer
add_child (Fixture    *fixture,
           GType       type,
           gpointer    parent,
           const char *first,
           ...)
{
  QdRecord *draft = qd_record_new_draft (type);
  va_list   args;

  if (parent != NULL)
    qd_record_set_parent (draft, qd_record_get_id (parent));

  va_start (args, first);
  g_object_set_valist (G_OBJECT (draft), first, args);
  va_end (args);

  return qd_test_add (fixture->portfolio, draft);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = qd_kinds_open_store (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->account = add_child (
      fixture, QD_TYPE_ACCOUNT, NULL, "name", "Example Bank", "codename", "Heron", "tier", QD_TIER_ADVANCED, NULL);
  add_child (fixture, QD_TYPE_TEAM_MEMBER, fixture->account, "name", "Maren", "role", QD_TEAM_ROLE_CSA, NULL);
  fixture->settings = g_settings_new ("io.gitlab.quarterdeck.Quarterdeck");
  g_settings_set_string (fixture->settings, "place", "accelerators");
  fixture->window = qd_window_new (NULL, fixture->portfolio, fixture->settings);
  qd_window_show_portfolio (fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
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

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, type)));
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

static QdAcceleratorWizard *
open_wizard (Fixture *fixture,
             gint64   account)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-accelerator", "x", account);
  settle (fixture);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (QD_IS_ACCELERATOR_WIZARD (dialog));

  return QD_ACCELERATOR_WIZARD (dialog);
}

/* As Enter does, wherever it means nothing else */
static void
press_enter (Fixture             *fixture,
             QdAcceleratorWizard *wizard)
{
  GtkWidget *button = adw_dialog_get_default_widget (ADW_DIALOG (wizard));

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (fixture);
}

/* From the account to the plan on its timeline; one undo takes all of it back. */
static void
test_wizard (Fixture      *fixture,
             gconstpointer data)
{
  QdAcceleratorWizard *wizard = open_wizard (fixture, 0);
  GtkWidget           *focus;
  g_autofree char     *place = NULL;

  g_assert_cmpstr (qd_accelerator_wizard_get_step (wizard), ==, "account");
  press_enter (fixture, wizard);
  g_assert_cmpstr (qd_accelerator_wizard_get_step (wizard), ==, "modules");

  /* The focus is on the first module, which its row checks. */
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (ADW_IS_ACTION_ROW (focus));
  gtk_widget_activate (focus);
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (wizard)));
  press_enter (fixture, wizard);
  g_assert_cmpstr (qd_accelerator_wizard_get_step (wizard), ==, "schedule");
  press_enter (fixture, wizard);
  g_assert_cmpstr (qd_accelerator_wizard_get_problem (wizard), ==, NULL);
  g_assert_cmpstr (qd_accelerator_wizard_get_step (wizard), ==, "preview");
  g_assert_cmpuint (qd_accelerator_wizard_get_draft (wizard)->modules->len, ==, 1);
  g_assert_cmpstr (qd_accelerator_wizard_get_draft (wizard)->owner, ==, "Maren");
  g_assert_cmpuint (count (fixture, QD_TYPE_PLAN), ==, 0);
  press_enter (fixture, wizard);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_cmpuint (count (fixture, QD_TYPE_PLAN), ==, 1);
  g_assert_cmpuint (count (fixture, QD_TYPE_TASK), >, 20);

  place = g_settings_get_string (fixture->settings, "place");
  g_assert_true (g_str_has_prefix (place, "plan:"));

  qd_test_undo (fixture->store);
  settle (fixture);
  g_assert_cmpuint (count (fixture, QD_TYPE_PLAN), ==, 0);
  g_assert_cmpuint (count (fixture, QD_TYPE_TASK), ==, 0);
}

/* From an account it is chosen already; what was entered stays on the way back and forth. */
static void
test_back (Fixture      *fixture,
           gconstpointer data)
{
  QdAcceleratorWizard *wizard = open_wizard (fixture, qd_record_get_id (fixture->account));
  AdwDialog           *question;

  g_assert_cmpstr (qd_accelerator_wizard_get_step (wizard), ==, "modules");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (wizard)));
  g_assert_true (ADW_IS_ACTION_ROW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  press_enter (fixture, wizard);
  press_enter (fixture, wizard);
  g_assert_cmpstr (qd_accelerator_wizard_get_step (wizard), ==, "preview");
  gtk_widget_activate_action (GTK_WIDGET (gtk_root_get_focus (GTK_ROOT (fixture->window))), "navigation.pop", NULL);
  settle (fixture);
  g_assert_cmpstr (qd_accelerator_wizard_get_step (wizard), ==, "schedule");
  gtk_widget_activate_action (GTK_WIDGET (gtk_root_get_focus (GTK_ROOT (fixture->window))), "navigation.pop", NULL);
  settle (fixture);
  g_assert_cmpstr (qd_accelerator_wizard_get_step (wizard), ==, "modules");
  press_enter (fixture, wizard);
  press_enter (fixture, wizard);
  g_assert_cmpuint (qd_accelerator_wizard_get_draft (wizard)->modules->len, ==, 1);

  /* It is not lost by one key. */
  g_assert_false (adw_dialog_close (ADW_DIALOG (wizard)));
  settle (fixture);
  question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_signal_emit_by_name (question, "response::discard", "discard");
  settle (fixture);
  adw_dialog_force_close (question);
  settle (fixture);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_cmpuint (count (fixture, QD_TYPE_PLAN), ==, 0);
}

/* @start: of the first week */
static QdPlan *
add_accelerator (Fixture   *fixture,
                 QdAccount *account,
                 int        start)
{
  g_autoptr(QdAcceleratorDraft) draft = qd_accelerator_draft_new (qd_record_get_id (account), start);
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (fixture->portfolio);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan;

  qd_accelerator_draft_fill (draft, fixture->portfolio);
  g_ptr_array_add (draft->modules, g_strdup ("runner-fleet-guidance"));
  qd_accelerator_new_async (draft, catalogue, fixture->portfolio, &plan, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  settle (fixture);

  return qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, plan);
}

static gint64
sum_minutes (QdLoadRow *row,
             guint     *n_meetings)
{
  GArray *weeks = qd_load_row_get_weeks (row);
  gint64  sum = 0;

  *n_meetings = 0;

  for (guint i = 0; i < weeks->len; i++)
    {
      sum += g_array_index (weeks, QdLoadRowWeek, i).minutes;
      *n_meetings += g_array_index (weeks, QdLoadRowWeek, i).n_meetings;
    }

  return sum;
}

/* Accounts and their plans, closed; and below them each person's weeks. */
static void
test_page (Fixture      *fixture,
           gconstpointer data)
{
  QdAccount      *other = add_child (fixture, QD_TYPE_ACCOUNT, NULL, "name", "Another", NULL);
  int             start = qd_week_get_start (qd_day_today ()) + 7;
  QdTimelineView *view;
  QdLoadRow      *row;
  guint           n_meetings, n_of_two;
  gint64          minutes;
  QdPlan         *plan;

  /* What is no accelerator is not there. */
  add_child (fixture, QD_TYPE_PLAN, other, "name", "Onboarding", "start", start, "target", start + 30, NULL);
  settle (fixture);
  g_assert_null (find_widget (GTK_WIDGET (fixture->window), QD_TYPE_TIMELINE_VIEW));

  plan = add_accelerator (fixture, fixture->account, start);
  view = find_widget (GTK_WIDGET (fixture->window), QD_TYPE_TIMELINE_VIEW);
  g_assert_nonnull (view);

  {
    QdTimelineModel *model = qd_timeline_chart_get_model (qd_timeline_view_get_chart (view));

    g_assert_cmpuint (qd_timeline_model_get_n_rows (model), ==, 2);
    g_assert_cmpstr (qd_timeline_model_get_row (model, 0)->title, ==, "Heron");
    g_assert_cmpint (qd_timeline_model_get_row (model, 1)->kind, ==, QD_TIMELINE_ROW_PLAN);
    g_assert_cmpint (qd_timeline_model_get_row (model, 1)->id, ==, qd_record_get_id (plan));

    row = find_widget (GTK_WIDGET (fixture->window), QD_TYPE_LOAD_ROW);
    g_assert_nonnull (row);
    g_assert_cmpstr (qd_load_row_get_owner (row), ==, "Maren");
    minutes = sum_minutes (row, &n_meetings);
    g_assert_cmpint (minutes, >, 0);
    g_assert_cmpuint (n_meetings, >=, 7);

    /* A second one in the same weeks is as much again, and clashes. */
    add_child (fixture, QD_TYPE_TEAM_MEMBER, other, "name", "Maren", "role", QD_TEAM_ROLE_CSA, NULL);
    add_accelerator (fixture, other, start);
    g_assert_cmpuint (qd_timeline_model_get_n_rows (model), ==, 4);
    row = find_widget (GTK_WIDGET (fixture->window), QD_TYPE_LOAD_ROW);
    g_assert_cmpint (sum_minutes (row, &n_of_two), ==, 2 * minutes);
    g_assert_cmpuint (n_of_two, ==, 2 * n_meetings);
    g_assert_true (g_array_index (qd_load_row_get_weeks (row), QdLoadRowWeek, 0).clashes);
  }

  /* The arrow keys go through its weeks. */
  qd_load_row_choose (row, 0);
  g_assert_cmpint (qd_load_row_get_chosen (row)->first, ==, start);
}

/* A clash leads to the meeting, and opens what hides it. */
static void
test_clash (Fixture      *fixture,
            gconstpointer data)
{
  QdAccount       *other = add_child (fixture, QD_TYPE_ACCOUNT, NULL, "name", "Another", NULL);
  int              start = qd_week_get_start (qd_day_today ()) + 7;
  QdTimelineView  *view;
  QdTimelineModel *model;
  GtkWidget       *panel;
  GtkListBox      *clashes;
  int              current;
  QdTask          *task;

  add_child (fixture, QD_TYPE_TEAM_MEMBER, other, "name", "Maren", "role", QD_TEAM_ROLE_CSA, NULL);
  add_accelerator (fixture, fixture->account, start);
  add_accelerator (fixture, other, start);
  view = find_widget (GTK_WIDGET (fixture->window), QD_TYPE_TIMELINE_VIEW);
  model = qd_timeline_chart_get_model (qd_timeline_view_get_chart (view));
  panel = find_widget (GTK_WIDGET (fixture->window), QD_TYPE_LOAD_PANEL);
  g_assert_nonnull (panel);
  clashes = find_widget (panel, GTK_TYPE_LIST_BOX);
  g_assert_nonnull (clashes);
  g_assert_nonnull (gtk_list_box_get_row_at_index (clashes, 0));
  g_signal_emit_by_name (clashes, "row-activated", gtk_list_box_get_row_at_index (clashes, 0));
  settle (fixture);
  current = qd_timeline_chart_get_current (qd_timeline_view_get_chart (view));
  g_assert_cmpint (current, >=, 0);
  task = qd_timeline_model_get_task (model, (guint)current);
  g_assert_nonnull (task);
  g_assert_cmpint (task->kind, ==, QD_TASK_KIND_WORKSHOP);
  g_assert_cmpint (task->start, >=, start);
  g_assert_cmpint (task->start, <, start + 7);
}

static QdModuleRow *
find_module_row (GtkWidget  *view,
                 const char *name)
{
  GtkListBox    *list = find_widget (view, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_str_equal (qd_module_row_get_module (QD_MODULE_ROW (row))->name, name))
      return QD_MODULE_ROW (row);

  return NULL;
}

/* Types @name into the form that is open, and takes it. */
static void
fill_form (Fixture    *fixture,
           const char *name)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  g_assert_true (QD_IS_RECORD_DIALOG (dialog));
  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (dialog), QD_TYPE_TEXT_ROW)), name);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.add", NULL));
  settle (fixture);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

/* Own ones are added and deleted; what ships is edited, and as it was again. Each is undone. */
static void
test_catalogue (Fixture      *fixture,
                gconstpointer data)
{
  AdwViewStack *views = find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK);
  GtkWidget    *view;
  QdModuleRow  *row;
  const char   *key;

  adw_view_stack_set_visible_child_name (views, "catalogue");
  settle (fixture);
  view = find_widget (GTK_WIDGET (fixture->window), QD_TYPE_CATALOGUE_VIEW);
  g_assert_nonnull (view);

  qd_catalogue_view_new_module (QD_CATALOGUE_VIEW (view));
  settle (fixture);
  fill_form (fixture, "Merge trains in a day");
  row = find_module_row (view, "Merge trains in a day");
  g_assert_nonnull (row);
  g_assert_cmpint (qd_module_row_get_module (row)->state, ==, QD_MODULE_STATE_OWN);

  gtk_widget_activate_action (view, "catalogue.delete", "s", qd_module_row_get_module (row)->key);
  settle (fixture);
  g_assert_null (find_module_row (view, "Merge trains in a day"));
  qd_test_undo (fixture->store);
  settle (fixture);
  g_assert_nonnull (find_module_row (view, "Merge trains in a day"));

  row = find_module_row (view, "Runner fleet guidance");
  key = qd_module_row_get_module (row)->key;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_activate_action (view, "catalogue.edit", "s", key);
  settle (fixture);
  fill_form (fixture, "Runners of ours");
  row = find_module_row (view, "Runners of ours");
  g_assert_nonnull (row);
  g_assert_cmpint (qd_module_row_get_module (row)->state, ==, QD_MODULE_STATE_EDITED);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_null (find_module_row (view, "Runner fleet guidance"));

  gtk_widget_activate_action (view, "catalogue.reset", "s", qd_module_row_get_module (row)->key);
  settle (fixture);
  row = find_module_row (view, "Runner fleet guidance");
  g_assert_nonnull (row);
  g_assert_cmpint (qd_module_row_get_module (row)->state, ==, QD_MODULE_STATE_SHIPPED);
  qd_test_undo (fixture->store);
  settle (fixture);
  g_assert_nonnull (find_module_row (view, "Runners of ours"));
}

static void
assert_allowance (Fixture    *fixture,
                  const char *expected)
{
  GtkWidget *group = find_widget (GTK_WIDGET (fixture->window), QD_TYPE_ALLOWANCE_GROUP);
  GtkWidget *row;

  g_assert_nonnull (group);
  row = find_widget (group, ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, expected);
}

/* Two a year for this tier (Success Tiers, handbook, 2026-03-04), unless the account says otherwise. */
static void
test_allowance (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *id = qd_record_format_id (qd_record_get_id (fixture->account));
  g_autofree char *place = g_strconcat ("account:", id, NULL);
  GtkWidget       *row;

  qd_window_show (fixture->window, place);
  settle (fixture);
  adw_view_stack_set_visible_child_name (find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK), "plans");
  settle (fixture);
  assert_allowance (fixture, "0 used, 0 planned, 2 left of 2");
  add_accelerator (fixture, fixture->account, qd_week_get_start (qd_day_today ()) + 7);
  assert_allowance (fixture, "0 used, 1 planned, 1 left of 2");

  row = find_widget (find_widget (GTK_WIDGET (fixture->window), QD_TYPE_ALLOWANCE_GROUP), QD_TYPE_TEXT_ROW);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "5");
  qd_editor_flush_all (row);
  settle (fixture);
  g_assert_cmpint (fixture->account->allowance, ==, 5);
  assert_allowance (fixture, "0 used, 1 planned, 4 left of 5");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);

  g_test_add ("/accelerator-pages/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/accelerator-pages/clash", Fixture, NULL, set_up, test_clash, tear_down);
  g_test_add ("/accelerator-pages/catalogue", Fixture, NULL, set_up, test_catalogue, tear_down);
  g_test_add ("/accelerator-pages/allowance", Fixture, NULL, set_up, test_allowance, tear_down);
  g_test_add ("/accelerator-pages/wizard", Fixture, NULL, set_up, test_wizard, tear_down);
  g_test_add ("/accelerator-pages/back", Fixture, NULL, set_up, test_back, tear_down);

  return g_test_run ();
}
