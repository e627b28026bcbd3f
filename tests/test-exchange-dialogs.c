/* test-exchange-dialogs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "qd-account.h"
#include "qd-disclosure-edits.h"
#include "qd-exit-dialog.h"
#include "qd-export-dialog.h"
#include "qd-import-dialog.h"
#include "qd-import-plan.h"
#include "qd-losses-row.h"
#include "qd-plan.h"
#include "qd-report.h"
#include "qd-sample.h"
#include "qd-sealed-label.h"
#include "qd-test.h"
#include "qd-veil.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  GtkWidget   *window;
  char        *folder;
  char        *written; /* what would have been */
} Fixture;

/* Of the sample: “Feldspar” */
#define TESSAQUILL G_GINT64_CONSTANT (0x1d0469dd37644f75)

/* Whose edits settle() waits for */
static QdStore *under_test;

static void
settle (void)
{
  qd_test_settle (under_test);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  fixture->folder = g_dir_make_tmp ("qd-XXXXXX", NULL);
  fixture->store = qd_kinds_open_store (":memory:");
  under_test = fixture->store;
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  qd_sample_load_async (fixture->portfolio, 20780, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  g_assert_true (qd_sample_finish (result, NULL));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 760);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "import.json", NULL);
  g_autofree char *project = g_build_filename (fixture->folder, "import.xml", NULL);
  AdwDialog       *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));

  if (dialog != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
      adw_dialog_force_close (dialog);
    }

  /* It leaves slowly. */
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);

  /* One that closed by itself may still fade, and would be kept by a window that
   * goes meanwhile (libadwaita 1.7). */
  for (gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2; g_get_monotonic_time () < end; g_usleep (1000))
    settle ();

  g_unlink (path);
  g_unlink (project);
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->written, g_free);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  qd_test_finalize (g_steal_pointer (&fixture->portfolio));
  qd_test_store_close (fixture->store);
}

/* Returns: (transfer none) (nullable): the first widget under @root that says @text, and is of @type */
static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *property,
      const char *text)
{
  g_autofree char *value = NULL;
  GtkWidget       *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      g_object_get (root, property, &value, NULL);

      if (value != NULL && g_str_has_prefix (value, text))
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, property, text);

  return found;
}

static GtkWidget *
wait_for (Fixture    *fixture,
          GType       type,
          const char *property,
          const char *text)
{
  GtkWidget *found;

  while (!(found = find (fixture->window, type, property, text)))
    g_main_context_iteration (NULL, TRUE);

  return found;
}

static void
present_import (Fixture    *fixture,
                const char *from,
                const char *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = qd_exchange_export (fixture->portfolio, QD_EXCHANGE_KIND_PORTFOLIO, 0, QD_AUDIENCE_ME, &error);
  g_autoptr(GString) text = g_string_new_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *path = g_build_filename (fixture->folder, "import.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_no_error (error);
  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, text->str, text->len, &error));
  qd_import_dialog_present (fixture->window, fixture->portfolio, file);
}

static QdAccount *
get_wexbarrow (Fixture *fixture)
{
  return qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, G_GINT64_CONSTANT (0x15e2a7102a11d88c));
}

/* What changes is shown field by field; then it is written, as one step. */
static void
test_import (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *button;

  present_import (fixture, "Rollback rehearsal on staging, timed by the night shift", "Something else");
  wait_for (fixture, GTK_TYPE_LABEL, "label", "0 to add, 1 to change");
  wait_for (fixture, GTK_TYPE_LABEL, "label", "Next Step");
  wait_for (fixture, GTK_TYPE_LABEL, "label", "Rollback rehearsal on staging, timed by the night shift → Something else");
  button = wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Import");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");

  while (g_strcmp0 (get_wexbarrow (fixture)->next_step, "Something else") != 0)
    g_main_context_iteration (NULL, TRUE);

  while (find (fixture->window, QD_TYPE_IMPORT_DIALOG, "title", "Import") != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Import");
}

static void
test_import_nothing (Fixture      *fixture,
                     gconstpointer data)
{
  GtkWidget *button;

  present_import (fixture, "\n}\n", "\n}\n\n");
  wait_for (fixture, GTK_TYPE_LABEL, "label", "All of it is already there.");
  button = wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Import");
  g_assert_false (gtk_widget_is_sensitive (button));
}

static void
test_import_refused (Fixture      *fixture,
                     gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *button;

  present_import (fixture, "\"seats\": 980", "\"seats\": \"<b>\"");
  page = wait_for (fixture, ADW_TYPE_STATUS_PAGE, "description", "accounts[");

  while (!gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);

  button = wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Import");
  g_assert_false (gtk_widget_is_sensitive (button));
}

/* The audiences are said in words; a portfolio is for no customer, and not a PDF. */
static void
test_export_choices (Fixture      *fixture,
                     gconstpointer data)
{
  qd_export_dialog_present (fixture->window, fixture->portfolio, QD_EXCHANGE_KIND_PORTFOLIO, 0);
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "Colleagues");
  g_assert_null (find (fixture->window, ADW_TYPE_ACTION_ROW, "title", "The Customer"));
  g_assert_null (find (fixture->window, ADW_TYPE_ACTION_ROW, "title", "PDF"));
  g_assert_nonnull (find (fixture->window, ADW_TYPE_ACTION_ROW, "title", "JSON"));
}

static void
choose (Fixture    *fixture,
        const char *title)
{
  GtkWidget *row = wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
  settle ();
}

/* Presents the export of an account of the sample of which @notes are noted. */
static GtkWidget *
present_noted (Fixture    *fixture,
               const char *notes)
{
  g_autoptr(QdAccount) draft = qd_record_dup_draft (qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, TESSAQUILL));
  g_autoptr(GAsyncResult) slot = NULL;
  GtkWidget *button;

  g_object_set (draft, "notes", notes, NULL);
  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));

  qd_export_dialog_present (fixture->window, fixture->portfolio, QD_EXCHANGE_KIND_ACCOUNT, TESSAQUILL);
  button = wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Export…");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "The Customer");
  choose (fixture, "JSON");

  return button;
}

static GPtrArray *
load_disclosures (Fixture *fixture)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GPtrArray *list;

  qd_disclosure_load_async (fixture->store, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  list = qd_disclosure_load_finish (fixture->store, result, NULL);
  g_assert_nonnull (list);

  return list;
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

/* What is in the way is listed by place; the name itself stands there only while it is held up. */
static void
test_export_waits (Fixture      *fixture,
                   gconstpointer data)
{
  GtkWidget *button = present_noted (fixture, "Ask Tessaquill, or it@tessaquill.example");
  AdwDialog *export = get_dialog (fixture);
  g_autoptr(GPtrArray) list = NULL;
  GtkWidget *row;
  GtkWidget *words;

  g_signal_emit_by_name (button, "clicked");
  row = wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "account.notes");
  g_assert_true (QD_IS_EXIT_DIALOG (get_dialog (fixture)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Becomes “Feldspar”");
  words = find (row, QD_TYPE_SEALED_LABEL, "secret", "Tessaquill");
  g_assert_cmpstr (qd_sealed_label_get_shown (QD_SEALED_LABEL (words)), ==, "T•••");
  qd_veil_set_lifted (qd_veil_get (words), TRUE);
  g_assert_cmpstr (qd_sealed_label_get_shown (QD_SEALED_LABEL (words)), ==, "Tessaquill");
  qd_veil_set_lifted (qd_veil_get (words), FALSE);
  g_assert_false (gtk_widget_get_sensitive (wait_for (fixture, ADW_TYPE_BUTTON_ROW, "title", "_Let It Out")));

  /* Nothing goes out when it is left at that. */
  adw_dialog_force_close (get_dialog (fixture));
  settle ();
  g_assert_true (get_dialog (fixture) == export);
  list = load_disclosures (fixture);
  g_assert_cmpuint (list->len, ==, 0);
}

static gboolean
try_account (gpointer data,
             GError **error)
{
  Fixture *fixture = data;
  g_autoptr(GBytes) bytes = qd_exchange_export (
      fixture->portfolio, QD_EXCHANGE_KIND_ACCOUNT, TESSAQUILL, QD_AUDIENCE_INTERNAL, error);

  g_set_str (&fixture->written, bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL);

  return bytes != NULL;
}

/* One after another is replaced, and when the last is, nothing is in the way. */
static void
test_export_replaced (Fixture      *fixture,
                      gconstpointer data)
{
  GtkWidget *button = present_noted (fixture, "Ask Tessaquill, or it@tessaquill.example");
  AdwDialog *export = get_dialog (fixture);
  g_autoptr(QdExitGate) gate = qd_exit_gate_new (fixture->portfolio);
  g_autoptr(GPtrArray) list = NULL;

  g_signal_emit_by_name (button, "clicked");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "account.notes");
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture)), "exit.replace", "s", "Tessaquill");
  settle ();
  g_assert_true (get_dialog (fixture) != export);
  g_assert_null (find (fixture->window, QD_TYPE_SEALED_LABEL, "secret", "Tessaquill"));
  g_assert_nonnull (find (fixture->window, QD_TYPE_SEALED_LABEL, "secret", "tessaquill.example"));

  qd_exit_gate_reset (gate, "json", QD_AUDIENCE_INTERNAL, TESSAQUILL);
  qd_exit_gate_replace (gate, NULL);
  g_assert_true (qd_exit_gate_try (gate, try_account, fixture, NULL));
  g_assert_false (qd_exit_gate_is_held_up (gate));
  g_assert_nonnull (strstr (fixture->written, "Ask Feldspar, or it@Feldspar"));
  qd_exit_gate_went_out (gate);
  settle ();
  list = load_disclosures (fixture);
  g_assert_cmpuint (list->len, ==, 0);

  adw_dialog_force_close (get_dialog (fixture));
  settle ();
}

/* A reason lets it out once, is kept once it is out, and is shown with what went out. */
static void
test_export_overridden (Fixture      *fixture,
                        gconstpointer data)
{
  GtkWidget *button = present_noted (fixture, "Ask Tessaquill");
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(QdExitGate) gate = qd_exit_gate_new (fixture->portfolio);
  g_autoptr(GError) error = NULL;

  g_signal_emit_by_name (button, "clicked");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", "account.notes");
  gtk_editable_set_text (GTK_EDITABLE (wait_for (fixture, ADW_TYPE_ENTRY_ROW, "title", "_Reason")), "The board knows");
  button = wait_for (fixture, ADW_TYPE_BUTTON_ROW, "title", "_Let It Out");
  g_assert_true (gtk_widget_get_sensitive (button));

  /* Nothing went out yet. */
  list = load_disclosures (fixture);
  g_assert_cmpuint (list->len, ==, 0);
  g_ptr_array_unref (g_steal_pointer (&list));

  qd_exit_gate_reset (gate, "json", QD_AUDIENCE_INTERNAL, TESSAQUILL);
  g_assert_false (qd_exit_gate_try (gate, try_account, fixture, &error));
  g_assert_true (qd_exit_gate_is_held_up (gate));
  g_clear_error (&error);
  qd_exit_gate_override (gate, "The board knows");
  g_assert_true (qd_exit_gate_try (gate, try_account, fixture, &error));
  g_assert_nonnull (strstr (fixture->written, "Ask Tessaquill"));
  qd_exit_gate_went_out (gate);
  settle ();
  list = load_disclosures (fixture);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((QdDisclosure *)g_ptr_array_index (list, 0))->reason, ==, "The board knows");
  g_assert_cmpstr (((QdDisclosure *)g_ptr_array_index (list, 0))->what, ==, "json");

  adw_dialog_force_close (get_dialog (fixture));
  settle ();
}

static QdPlan *
get_plan (Fixture *fixture)
{
  return qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, G_GINT64_CONSTANT (0x301a1f98192973a6));
}

/* @title: of a row in a group */
static gboolean
is_offered (Fixture    *fixture,
            const char *title)
{
  GtkWidget *row = find (fixture->window, ADW_TYPE_PREFERENCES_ROW, "title", title);
  GtkWidget *group = row != NULL ? gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP) : NULL;

  return group != NULL && gtk_widget_get_visible (group);
}

/* What a format loses is said when it is chosen, and only then; so are its options. */
static void
test_export_losses (Fixture      *fixture,
                    gconstpointer data)
{
  const char *const purposes[] = { "To Be Read", "To Be Imported Again", "For GitLab", "For Other Programs" };

  qd_export_dialog_present (fixture->window, fixture->portfolio, QD_EXCHANGE_KIND_PLAN, qd_record_get_id (get_plan (fixture)));

  for (gsize i = 0; i < G_N_ELEMENTS (purposes); i++)
    wait_for (fixture, ADW_TYPE_PREFERENCES_GROUP, "title", purposes[i]);

  g_assert_null (find (fixture->window, QD_TYPE_LOSSES_ROW, "title", ""));
  g_assert_true (is_offered (fixture, "Paper"));
  g_assert_false (is_offered (fixture, "Bars"));

  choose (fixture, "Mermaid Chart");
  g_assert_nonnull (find (fixture->window, QD_TYPE_LOSSES_ROW, "title", "What Will Be Lost"));
  g_assert_nonnull (find (fixture->window, GTK_TYPE_LABEL, "label", "The durations of 11 tasks become their days"));
  g_assert_true (is_offered (fixture, "Bars"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture->window, ADW_TYPE_COMBO_ROW, "title", "Bars")), 2);
  g_assert_nonnull (find (fixture->window, GTK_TYPE_LABEL, "label", "27 other tasks are left out"));

  choose (fixture, "iCalendar");
  g_assert_nonnull (find (fixture->window, GTK_TYPE_LABEL, "label", "16 tasks that are no workshops"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (find (fixture->window, ADW_TYPE_SWITCH_ROW, "title", "_All Tasks")), TRUE);
  g_assert_null (find (fixture->window, GTK_TYPE_LABEL, "label", "16 tasks that are no workshops"));
  g_assert_false (is_offered (fixture, "Bars"));

  choose (fixture, "JSON");
  g_assert_null (find (fixture->window, QD_TYPE_LOSSES_ROW, "title", ""));
  g_assert_false (is_offered (fixture, "_All Tasks"));
}

/* How many pages a timeline takes is said while it is chosen how it is put onto them. */
static void
test_export_timeline (Fixture      *fixture,
                      gconstpointer data)
{
  GtkWidget  *tiling;
  const char *words;

  qd_export_dialog_present (fixture->window, fixture->portfolio, QD_EXCHANGE_KIND_PLAN, qd_record_get_id (get_plan (fixture)));
  wait_for (fixture, ADW_TYPE_PREFERENCES_GROUP, "title", "To Be Read");
  g_assert_true (is_offered (fixture, "Paper"));
  tiling = find (fixture->window, ADW_TYPE_COMBO_ROW, "title", "Pages");
  g_assert_false (gtk_widget_get_visible (tiling));

  choose (fixture, "Timeline as PDF");
  g_assert_true (is_offered (fixture, "Paper"));
  g_assert_true (gtk_widget_get_visible (tiling));
  words = adw_action_row_get_subtitle (ADW_ACTION_ROW (tiling));
  g_assert_true (g_str_has_suffix (words, "page") || g_str_has_suffix (words, "pages"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (tiling), QD_REPORT_TILING_TILED);
  g_assert_cmpint (atoi (adw_action_row_get_subtitle (ADW_ACTION_ROW (tiling))), >, 1);

  choose (fixture, "Timeline as SVG");
  g_assert_false (gtk_widget_get_visible (tiling));
}

static void
present_project (Fixture    *fixture,
                 const char *company)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", "exports", "foreign.xml", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "import.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GString) edited = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_get_contents (source, &text, NULL, &error));
  edited = g_string_new (text);
  g_assert_cmpuint (g_string_replace (edited, "Basalt", company, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, edited->str, edited->len, &error));
  qd_import_dialog_present (fixture->window, fixture->portfolio, file);
}

/* A database that somebody sent is shown like any other file: two accounts, a contact, a plan, a phase, two tasks, a link. */
static void
test_import_database (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "database", "version-2.db", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  QdAccount *kestrel;
  GtkWidget *button;

  qd_import_dialog_present (fixture->window, fixture->portfolio, file);
  wait_for (fixture, GTK_TYPE_LABEL, "label", "8 to add, 0 to change");
  button = wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Import");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");

  while (!(kestrel = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, 1)))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (kestrel->name, ==, "Kestrel");

  while (find (fixture->window, QD_TYPE_IMPORT_DIALOG, "title", "Import") != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Import");
}

/* Of a project it is asked whose plan it is; then it is written, as one step. */
static void
test_import_project (Fixture      *fixture,
                     gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *button;
  guint      n_plans = g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_PLAN)));

  present_project (fixture, "Nobody");
  wait_for (fixture, GTK_TYPE_LABEL, "label", "Say whose plan it is.");
  wait_for (fixture, GTK_TYPE_LABEL, "label", "1 link to another project is left out");
  button = wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Import");
  g_assert_false (gtk_widget_is_sensitive (button));
  row = wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", "Account");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  wait_for (fixture, GTK_TYPE_LABEL, "label", "11 to add, 0 to change");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");

  while (g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_PLAN))) == n_plans)
    g_main_context_iteration (NULL, TRUE);

  while (find (fixture->window, QD_TYPE_IMPORT_DIALOG, "title", "Import") != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Import Plan");
}

/* A name in the file says whose it is. */
static void
test_import_project_known (Fixture      *fixture,
                           gconstpointer data)
{
  present_project (fixture, "Feldspar");
  wait_for (fixture, GTK_TYPE_LABEL, "label", "11 to add, 0 to change");
  g_assert_true (gtk_widget_is_sensitive (wait_for (fixture, GTK_TYPE_BUTTON, "label", "_Import")));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/exchange-dialogs/import", test_import);
  ADD ("/exchange-dialogs/import-nothing", test_import_nothing);
  ADD ("/exchange-dialogs/import-refused", test_import_refused);
  ADD ("/exchange-dialogs/import-database", test_import_database);
  ADD ("/exchange-dialogs/export-choices", test_export_choices);
  ADD ("/exchange-dialogs/export-waits", test_export_waits);
  ADD ("/exchange-dialogs/export-replaced", test_export_replaced);
  ADD ("/exchange-dialogs/export-overridden", test_export_overridden);
  ADD ("/exchange-dialogs/export-losses", test_export_losses);
  ADD ("/exchange-dialogs/export-timeline", test_export_timeline);
  ADD ("/exchange-dialogs/import-project", test_import_project);
  ADD ("/exchange-dialogs/import-project-known", test_import_project_known);

  return g_test_run ();
}
