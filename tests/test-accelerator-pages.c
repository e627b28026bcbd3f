/* test-accelerator-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "qd-accelerator-wizard.h"
#include "qd-account.h"
#include "qd-plan.h"
#include "qd-record-json.h"
#include "qd-task.h"
#include "qd-team-member.h"
#include "qd-test.h"
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

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);

  g_test_add ("/accelerator-pages/wizard", Fixture, NULL, set_up, test_wizard, tear_down);
  g_test_add ("/accelerator-pages/back", Fixture, NULL, set_up, test_back, tear_down);

  return g_test_run ();
}
