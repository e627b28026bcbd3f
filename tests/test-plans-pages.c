/* test-plans-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>

#include "qd-account.h"
#include "qd-new-plan-dialog.h"
#include "qd-phase.h"
#include "qd-plans-page-private.h"
#include "qd-task-edits.h"
#include "qd-task-table-private.h"
#include "qd-template-form.h"
#include "qd-templates-dialog.h"
#include "qd-test.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdAccount   *account;
  QdPlan      *plan;
  QdPhase     *phases[2];
  QdTask      *tasks[4];
} Fixture;

static gpointer
add_part (QdPortfolio *portfolio,
          GType        type,
          gpointer     parent,
          const char  *name,
          double       position)
{
  QdRecord *draft = qd_record_new_draft (type);

  qd_record_set_parent (draft, qd_record_get_id (parent));
  g_object_set (draft, type == QD_TYPE_TASK ? "title" : "name", name, "position", position, NULL);

  if (type == QD_TYPE_PHASE)
    g_object_set (draft, "first", (gint64)position * 30, "last", (gint64)position * 30 + 29, NULL);

  return qd_test_add (portfolio, draft);
}

static void
change (Fixture    *fixture,
        gpointer    record,
        const char *first,
        ...)
{
  QdRecord *draft = qd_record_dup_draft (record);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  va_list args;

  va_start (args, first);
  g_object_set_valist (G_OBJECT (draft), first, args);
  va_end (args);
  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  g_object_unref (draft);
}

/* Whose edits settle() waits for */
static QdStore *under_test;

/* A plan of two phases: two tasks in the first, one in the second, one in none */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const titles[] = { "Kickoff", "Runner workshop", "Wave 1", "Loose end" };
  QdRecord                *draft;

  fixture->store = qd_test_store_new (":memory:");
  under_test = fixture->store;
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  draft = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_object_set (draft, "name", "Example Bank", "codename", "Heron", NULL);
  fixture->account = qd_test_add (fixture->portfolio, draft);
  draft = qd_record_new_draft (QD_TYPE_PLAN);
  qd_record_set_parent (draft, qd_record_get_id (fixture->account));
  g_object_set (draft, "name", "Onboarding", "start", 20000, "target", 20059, NULL);
  fixture->plan = qd_test_add (fixture->portfolio, draft);
  fixture->phases[0] = add_part (fixture->portfolio, QD_TYPE_PHASE, fixture->plan, "First", 0);
  fixture->phases[1] = add_part (fixture->portfolio, QD_TYPE_PHASE, fixture->plan, "Second", 1);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    fixture->tasks[i] = add_part (fixture->portfolio, QD_TYPE_TASK, fixture->plan, titles[i], i);

  change (fixture, fixture->tasks[0], "phase", qd_record_get_id (fixture->phases[0]), NULL);
  change (fixture, fixture->tasks[1], "phase", qd_record_get_id (fixture->phases[0]), NULL);
  change (fixture, fixture->tasks[2], "phase", qd_record_get_id (fixture->phases[1]), NULL);
}

static void
settle (void)
{
  qd_test_settle (under_test);

  for (int i = 0; i < 50; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        {
        }

      g_usleep (1000);
    }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  settle ();
  qd_test_finalize (fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static QdTaskTable *
open_table (Fixture    *fixture,
            GtkWidget **window)
{
  GtkWidget *table = qd_task_table_new (fixture->portfolio, fixture->plan);

  *window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (*window), table);
  gtk_window_set_default_size (GTK_WINDOW (*window), 1280, 800);
  gtk_window_present (GTK_WINDOW (*window));
  gtk_test_widget_wait_for_draw (*window);

  return QD_TASK_TABLE (table);
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static QdTaskCell *
find_cell (QdTaskTable *table,
           gpointer     task,
           const char  *column)
{
  GHashTableIter iter;
  gpointer       widget;

  g_hash_table_iter_init (&iter, table->bound);

  while (g_hash_table_iter_next (&iter, &widget, NULL))
    {
      if (QD_IS_TASK_CELL (widget) && qd_task_cell_get_task (widget) == task &&
          g_str_equal (qd_task_cell_get_column (widget)->id, column))
        return widget;
    }

  return NULL;
}

static void
type_into (QdTaskTable *table,
           gpointer     task,
           const char  *column,
           const char  *text)
{
  QdTaskCell *cell = find_cell (table, task, column);

  g_assert_nonnull (cell);
  qd_task_cell_editor_begin (table->editor, cell);
  g_assert_true (qd_task_cell_editor_get_cell (table->editor) == cell);
  gtk_editable_set_text (GTK_EDITABLE (qd_task_cell_editor_get_text (table->editor)), text);
}

static char *
dup_rows (QdTaskTable *table)
{
  GListModel *rows = qd_task_table_model_get_rows (table->model);
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(QdTask) task = g_list_model_get_item (rows, i);

      g_string_append_printf (text,
                              "%s%s:%s",
                              i > 0 ? "; " : "",
                              qd_task_table_model_get_group (table->model, task)->name,
                              qd_record_is_live (task) ? task->title : "+");
    }

  return g_string_free_and_steal (text);
}

static void
assert_rows (QdTaskTable *table,
             const char  *expected)
{
  g_autofree char *rows = dup_rows (table);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_table_groups (Fixture      *fixture,
                   gconstpointer data)
{
  GtkWidget         *window;
  QdTaskTable       *table = open_table (fixture, &window);
  const QdTaskGroup *group;

  assert_rows (table,
               "First:Kickoff; First:Runner workshop; First:+; Second:Wave 1; Second:+; "
               "No Phase:Loose end; No Phase:+");

  change (fixture, fixture->tasks[0], "status", QD_TASK_STATUS_DONE, "progress", G_GINT64_CONSTANT (100), NULL);
  group = qd_task_table_model_get_group (table->model, fixture->tasks[1]);
  g_assert_cmpuint (group->n_tasks, ==, 2);
  g_assert_cmpuint (group->n_done, ==, 1);
  g_assert_cmpstr (qd_task_cell_get_text (find_cell (table, fixture->tasks[0], "progress")), ==, "100%");

  /* A phase that goes to the front takes its tasks along. */
  change (fixture, fixture->phases[1], "position", -1.0, NULL);
  assert_rows (table,
               "Second:Wave 1; Second:+; First:Kickoff; First:Runner workshop; First:+; "
               "No Phase:Loose end; No Phase:+");

  adw_toggle_group_set_active_name (table->groupings, "objective");
  assert_rows (table,
               "No Objective:Kickoff; No Objective:Runner workshop; No Objective:Wave 1; "
               "No Objective:Loose end; No Objective:+");
  close_window (window);
}

static void
test_table_filter (Fixture      *fixture,
                   gconstpointer data)
{
  GtkWidget   *window;
  QdTaskTable *table = open_table (fixture, &window);

  change (fixture, fixture->tasks[1], "notes", "Ask Zoë about tags", "due", 19000, NULL);
  qd_task_table_model_set_search (table->model, "zoe TAGS");
  assert_rows (table, "First:Runner workshop");
  qd_task_table_model_set_search (table->model, "nothing like it");
  assert_rows (table, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (table->stack), ==, "none");
  qd_task_table_model_set_search (table->model, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (table->stack), ==, "table");

  gtk_toggle_button_set_active (table->filter_late, TRUE);
  assert_rows (table, "First:Runner workshop");
  gtk_toggle_button_set_active (table->filter_late, FALSE);
  change (fixture, fixture->tasks[2], "visibility", QD_VISIBILITY_CUSTOMER, "customer-owner", "Priya", NULL);
  gtk_toggle_button_set_active (table->filter_customer, TRUE);
  assert_rows (table, "Second:Wave 1");
  close_window (window);
}

static void
test_table_edit (Fixture      *fixture,
                 gconstpointer data)
{
  GtkWidget   *window;
  QdTaskTable *table = open_table (fixture, &window);
  QdTask      *task = fixture->tasks[0];

  type_into (table, task, "title", "Kickoff call");
  g_assert_true (qd_task_cell_editor_commit (table->editor));
  settle ();
  g_assert_cmpstr (task->title, ==, "Kickoff call");
  g_assert_cmpstr (qd_task_cell_get_text (find_cell (table, task, "title")), ==, "Kickoff call");
  qd_test_undo (fixture->store);
  g_assert_cmpstr (task->title, ==, "Kickoff");

  type_into (table, task, "title", "Not this");
  qd_task_cell_editor_cancel (table->editor);
  settle ();
  g_assert_cmpstr (task->title, ==, "Kickoff");

  type_into (table, task, "duration", "1 d 4 h");
  g_assert_true (qd_task_cell_editor_commit (table->editor));
  type_into (table, task, "due", "2026-11-24");
  g_assert_true (qd_task_cell_editor_commit (table->editor));
  settle ();

  g_assert_cmpint (task->duration, ==, 720);
  g_assert_cmpint (task->due, ==, 20781);

  /* When it starts later, it ends later: on Thursday at noon, half a day of work on. */
  type_into (table, task, "start", "2026-11-25");
  g_assert_true (qd_task_cell_editor_commit (table->editor));
  settle ();
  g_assert_cmpint (task->start, ==, 20782);
  g_assert_cmpint (task->due, ==, 20783);
  g_assert_cmpint (task->due_time, ==, 13 * 60);
  qd_test_undo (fixture->store);

  /* Refused values stay, with the reason. */
  type_into (table, task, "start", "2026-11-23");
  g_assert_true (qd_task_cell_editor_commit (table->editor));
  settle ();
  type_into (table, task, "due", "2026-01-01");
  g_assert_false (qd_task_cell_editor_commit (table->editor));
  g_assert_cmpstr (qd_task_cell_editor_get_problem (table->editor), ==, "“Due” must not be before “Start”");
  qd_task_cell_editor_cancel (table->editor);
  type_into (table, task, "duration", "long");
  g_assert_false (qd_task_cell_editor_commit (table->editor));
  g_assert_nonnull (strstr (qd_task_cell_editor_get_problem (table->editor), "“Duration”"));
  qd_task_cell_editor_cancel (table->editor);
  type_into (table, task, "title", "");
  g_assert_false (qd_task_cell_editor_commit (table->editor));
  qd_task_cell_editor_cancel (table->editor);
  settle ();
  g_assert_cmpint (task->start, ==, 20780);
  close_window (window);
}

static void
test_table_status (Fixture      *fixture,
                   gconstpointer data)
{
  GtkWidget   *window;
  QdTaskTable *table = open_table (fixture, &window);
  QdTask      *task = fixture->tasks[0];

  qd_task_cell_editor_begin (table->editor, find_cell (table, task, "done"));
  settle ();
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_DONE);
  g_assert_cmpint (task->progress, ==, 100);
  qd_test_undo (fixture->store);
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_NOT_STARTED);
  g_assert_cmpint (task->progress, ==, 0);

  type_into (table, task, "progress", "100 %");
  g_assert_true (qd_task_cell_editor_commit (table->editor));
  settle ();
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_DONE);
  type_into (table, task, "progress", "60");
  g_assert_true (qd_task_cell_editor_commit (table->editor));
  settle ();
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_ON_TRACK);
  g_assert_cmpint (task->progress, ==, 60);

  /* From the list: the letter finds it, and it is one step. */
  qd_task_cell_editor_begin (table->editor, find_cell (table, task, "status"));
  settle ();
  qd_task_choices_choose (qd_task_cell_editor_get_choices (table->editor), QD_TASK_STATUS_CONCERN);
  settle ();
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_CONCERN);
  g_assert_cmpint (task->progress, ==, 60);
  g_assert_cmpstr (qd_task_cell_get_text (find_cell (table, task, "status")), ==, "Concern");
  qd_test_undo (fixture->store);
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_ON_TRACK);

  qd_task_cell_editor_begin (table->editor, find_cell (table, task, "visibility"));
  settle ();
  qd_task_choices_choose (qd_task_cell_editor_get_choices (table->editor), QD_VISIBILITY_CUSTOMER);
  settle ();
  g_assert_cmpint (task->visibility, ==, QD_VISIBILITY_CUSTOMER);
  close_window (window);
}

static void
test_table_new_task (Fixture      *fixture,
                     gconstpointer data)
{
  GtkWidget   *window;
  QdTaskTable *table = open_table (fixture, &window);
  QdTask      *draft = qd_task_table_model_get_draft (table->model, qd_record_get_id (fixture->phases[1]));

  g_assert_nonnull (draft);
  type_into (table, draft, "title", "Wave 2");
  g_assert_true (qd_task_cell_editor_commit (table->editor));
  settle ();
  assert_rows (table,
               "First:Kickoff; First:Runner workshop; First:+; Second:Wave 1; Second:Wave 2; Second:+; "
               "No Phase:Loose end; No Phase:+");

  /* The next is begun already, and nothing comes of it unless it gets a title. */
  g_assert_nonnull (qd_task_cell_editor_get_cell (table->editor));
  g_assert_true (qd_task_cell_editor_commit (table->editor));
  settle ();
  qd_test_undo (fixture->store);
  assert_rows (table,
               "First:Kickoff; First:Runner workshop; First:+; Second:Wave 1; Second:+; "
               "No Phase:Loose end; No Phase:+");

  qd_task_table_new_task (table);
  g_assert_nonnull (qd_task_cell_editor_get_cell (table->editor));
  close_window (window);
}

static void
test_table_selection (Fixture      *fixture,
                      gconstpointer data)
{
  GtkWidget   *window;
  QdTaskTable *table = open_table (fixture, &window);

  change (fixture, fixture->tasks[0], "start", 20000, "due", 20004, NULL);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (table->selection_bar)));

  /* Both tasks of the first phase, and the row for a new one, which does not count */
  gtk_selection_model_select_range (table->selection, 0, 3, TRUE);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (table->selection_bar)));
  g_assert_cmpstr (gtk_label_get_text (table->selection_label), ==, "2 selected");

  gtk_widget_activate_action (GTK_WIDGET (table), "table.set-status", "i", QD_TASK_STATUS_DONE);
  settle ();
  g_assert_cmpint (fixture->tasks[0]->progress, ==, 100);
  g_assert_cmpint (fixture->tasks[1]->progress, ==, 100);
  g_assert_cmpint (fixture->tasks[2]->progress, ==, 0);
  qd_test_undo (fixture->store);
  g_assert_cmpint (fixture->tasks[0]->progress, ==, 0);
  g_assert_cmpint (fixture->tasks[1]->progress, ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (table), "table.shift", "i", 7);
  settle ();
  g_assert_cmpint (fixture->tasks[0]->start, ==, 20007);
  g_assert_cmpint (fixture->tasks[0]->due, ==, 20011);
  g_assert_cmpint (fixture->tasks[1]->due, ==, QD_DAY_NONE);

  /* What was selected still is, so that one thing after another can be done to it. */
  gtk_widget_activate_action (
      GTK_WIDGET (table), "table.set-phase", "x", qd_record_get_id (fixture->phases[1]));
  settle ();
  assert_rows (table,
               "First:+; Second:Kickoff; Second:Runner workshop; Second:Wave 1; Second:+; "
               "No Phase:Loose end; No Phase:+");
  qd_test_undo (fixture->store);

  gtk_selection_model_select_range (table->selection, 0, 2, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.delete", NULL);
  settle ();
  assert_rows (table, "First:+; Second:Wave 1; Second:+; No Phase:Loose end; No Phase:+");
  qd_test_undo (fixture->store);
  assert_rows (table,
               "First:Kickoff; First:Runner workshop; First:+; Second:Wave 1; Second:+; "
               "No Phase:Loose end; No Phase:+");
  close_window (window);
}

static void
test_table_narrow (Fixture      *fixture,
                   gconstpointer data)
{
  GtkWidget   *window;
  QdTaskTable *table = open_table (fixture, &window);

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);

  for (int i = 0; i < 40 && g_strcmp0 (gtk_stack_get_visible_child_name (table->stack), "list") != 0; i++)
    settle ();

  g_assert_cmpstr (gtk_stack_get_visible_child_name (table->stack), ==, "list");
  assert_rows (table, "First:Kickoff; First:Runner workshop; Second:Wave 1; No Phase:Loose end");
  close_window (window);
}

/* What the table or the list shows, in order */
static char *
dup_plans (QdPlansPage *page)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (page->selection)); i++)
    {
      g_autoptr(QdPlanFacts) facts = g_list_model_get_item (G_LIST_MODEL (page->selection), i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? "; " : "", facts->account, facts->plan->name);
    }

  return g_string_free_and_steal (text);
}

static void
assert_plans (QdPlansPage *page,
              const char  *expected)
{
  g_autofree char *plans = dup_plans (page);

  g_assert_cmpstr (plans, ==, expected);
}

static GtkWidget *
open_in_window (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}

static void
test_plans_page (Fixture      *fixture,
                 gconstpointer data)
{
  QdPlansPage *page = qd_plans_page_new (fixture->portfolio);
  GtkWidget   *window = open_in_window (GTK_WIDGET (page));
  QdRecord    *draft;
  QdPlan      *other;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "table");
  assert_plans (page, "Heron:Onboarding");

  draft = qd_record_new_draft (QD_TYPE_PLAN);
  qd_record_set_parent (draft, qd_record_get_id (fixture->account));
  g_object_set (draft,
                "name", "Upgrade",
                "kind", QD_PLAN_KIND_UPGRADE,
                "status", QD_PLAN_STATUS_ACTIVE,
                "start", 20000,
                "target", 20010,
                NULL);
  other = qd_test_add (fixture->portfolio, draft);
  assert_plans (page, "Heron:Upgrade; Heron:Onboarding");

  /* Codenames may be turned off where nothing is sealed. */
  qd_plan_list_set_show_codenames (page->plans, FALSE);
  assert_plans (page, "Heron:Upgrade; Heron:Onboarding");
  change (fixture, fixture->account, "seal", QD_SEAL_OFF, NULL);
  assert_plans (page, "Example Bank:Upgrade; Example Bank:Onboarding");
  gtk_editable_set_text (GTK_EDITABLE (page->search_entry), "bank upgr");
  assert_plans (page, "Example Bank:Upgrade");
  gtk_editable_set_text (GTK_EDITABLE (page->search_entry), "nobody");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "no-match");
  gtk_widget_activate_action (GTK_WIDGET (page), "plans.clear-filter", NULL);
  assert_plans (page, "Example Bank:Upgrade; Example Bank:Onboarding");

  adw_toggle_group_set_active_name (page->statuses, "draft");
  assert_plans (page, "Example Bank:Onboarding");
  adw_toggle_group_set_active_name (page->statuses, "all");
  gtk_drop_down_set_selected (page->kinds, QD_PLAN_KIND_UPGRADE + 1);
  assert_plans (page, "Example Bank:Upgrade");
  gtk_drop_down_set_selected (page->kinds, 0);

  /* A task of long ago is late; it makes the other plan the one in need. */
  change (fixture, other, "status", QD_PLAN_STATUS_DRAFT, NULL);
  change (fixture, fixture->tasks[0], "due", 20001, NULL);
  assert_plans (page, "Example Bank:Onboarding; Example Bank:Upgrade");
  gtk_toggle_button_set_active (page->late, TRUE);
  assert_plans (page, "Example Bank:Onboarding");

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (page->selection), 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "plans.delete", NULL);
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "no-match");
  qd_test_undo (fixture->store);
  assert_plans (page, "Example Bank:Onboarding");
  close_window (window);
}

static void
test_plans_empty (void)
{
  QdStore     *store = qd_test_store_new (":memory:");
  QdPortfolio *portfolio = qd_test_load_portfolio (store);
  QdPlansPage *page = qd_plans_page_new (portfolio);
  GtkWidget   *window = open_in_window (GTK_WIDGET (page));
  QdRecord    *draft;

  under_test = store;
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "no-accounts");
  draft = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_object_set (draft, "name", "Example Bank", NULL);
  qd_test_add (portfolio, draft);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "no-plans");
  close_window (window);
  qd_test_finalize (portfolio);
  qd_test_store_close (store);
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, type)));
}

static void
test_new_plan (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget       *page = adw_bin_new ();
  GtkWidget       *window = open_in_window (page);
  QdNewPlanDialog *dialog = NULL;
  QdRecord        *other = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(GPtrArray) templates = qd_templates_load_shipped (NULL);
  QdTemplatePlan *template = NULL;
  guint n_tasks = count (fixture, QD_TYPE_TASK);
  guint n_phases = count (fixture, QD_TYPE_PHASE);

  /* Where there are two accounts, neither is taken by mistake. */
  g_object_set (other, "name", "Example Rail", NULL);
  qd_test_add (fixture->portfolio, other);
  dialog = qd_new_plan_dialog_new (page, fixture->portfolio, 0);
  adw_dialog_present (ADW_DIALOG (dialog), page);
  settle ();
  g_assert_false (qd_new_plan_dialog_create (dialog));
  g_assert_cmpstr (qd_new_plan_dialog_get_problem (dialog), ==, "Choose the account the plan is for");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  dialog = qd_new_plan_dialog_new (page, fixture->portfolio, qd_record_get_id (fixture->account));

  for (guint i = 0; i < templates->len; i++)
    {
      if (g_str_equal (((QdTemplatePlan *)g_ptr_array_index (templates, i))->key, "dedicated-onboarding"))
        template = g_ptr_array_index (templates, i);
    }

  g_assert_nonnull (template);
  adw_dialog_present (ADW_DIALOG (dialog), page);
  settle ();
  qd_new_plan_dialog_select_template (dialog, "dedicated-onboarding");
  g_assert_cmpstr (qd_new_plan_dialog_get_draft (dialog)->name, ==, template->name);

  g_object_set (qd_new_plan_dialog_get_draft (dialog), "name", "", NULL);
  g_assert_false (qd_new_plan_dialog_create (dialog));
  g_assert_cmpstr (qd_new_plan_dialog_get_problem (dialog), ==, "Give the plan a name");
  g_object_set (qd_new_plan_dialog_get_draft (dialog), "name", "Heron moves", "start", QD_DAY_NONE, NULL);
  g_assert_false (qd_new_plan_dialog_create (dialog));
  g_assert_cmpstr (qd_new_plan_dialog_get_problem (dialog), ==, "Choose the start day");
  g_assert_cmpuint (count (fixture, QD_TYPE_PLAN), ==, 1);

  /* A name of one's own stays when another template is looked at. */
  qd_new_plan_dialog_select_template (dialog, "ebr-preparation");
  qd_new_plan_dialog_select_template (dialog, "dedicated-onboarding");
  g_assert_cmpstr (qd_new_plan_dialog_get_draft (dialog)->name, ==, "Heron moves");

  g_object_set (qd_new_plan_dialog_get_draft (dialog), "start", 20500, NULL);
  g_assert_true (qd_new_plan_dialog_create (dialog));
  settle ();
  g_assert_cmpuint (count (fixture, QD_TYPE_PLAN), ==, 2);
  g_assert_cmpuint (count (fixture, QD_TYPE_TASK), ==, n_tasks + template->tasks->len);
  g_assert_cmpuint (count (fixture, QD_TYPE_PHASE), ==, n_phases + template->phases->len);

  /* One step takes all of it back. */
  qd_test_undo (fixture->store);
  g_assert_cmpuint (count (fixture, QD_TYPE_PLAN), ==, 1);
  g_assert_cmpuint (count (fixture, QD_TYPE_TASK), ==, n_tasks);
  g_assert_cmpuint (count (fixture, QD_TYPE_PHASE), ==, n_phases);
  g_assert_cmpuint (count (fixture, QD_TYPE_OBJECTIVE), ==, 0);
  close_window (window);
}

static QdTemplate *
get_template (Fixture *fixture)
{
  g_autoptr(QdTemplate) record =
                g_list_model_get_item (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_TEMPLATE)), 0);

  return record;
}

static QdTemplateForm *
find_form (GtkWidget *widget)
{
  if (QD_IS_TEMPLATE_FORM (widget))
    return QD_TEMPLATE_FORM (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      QdTemplateForm *form = find_form (child);

      if (form != NULL)
        return form;
    }

  return NULL;
}

static void
test_templates (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget         *page = adw_bin_new ();
  GtkWidget         *window = open_in_window (page);
  QdTemplatesDialog *dialog = qd_templates_dialog_new (fixture->portfolio);
  QdTemplateForm    *form;
  QdTemplateTask    *task;
  guint              n_tasks;

  adw_dialog_present (ADW_DIALOG (dialog), page);
  settle ();
  g_assert_null (find_form (GTK_WIDGET (dialog)));

  /* A copy of what ships is one's own, and opens to be edited. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "templates.duplicate", NULL);
  settle ();
  g_assert_cmpuint (count (fixture, QD_TYPE_TEMPLATE), ==, 1);
  form = find_form (GTK_WIDGET (dialog));
  g_assert_nonnull (form);

  qd_template_form_set_name (form, "  ");
  g_assert_cmpstr (qd_template_form_get_problem (form), ==, "Give the template a name");
  qd_template_form_set_name (form, "Ours");
  settle ();
  g_assert_cmpstr (get_template (fixture)->name, ==, "Ours");
  g_assert_true (find_form (GTK_WIDGET (dialog)) == form);

  n_tasks = qd_template_form_get_template (form)->tasks->len;
  qd_template_form_set_task_title (form, 0, "Say hello");
  task = g_ptr_array_index (qd_template_form_get_template (form)->tasks, 0);
  g_assert_cmpstr (task->title, ==, "Say hello");
  qd_template_form_set_task_due (form, 0, task->due + 1);
  qd_template_form_remove_task (form, 1);
  settle ();
  g_assert_cmpuint (qd_template_form_get_template (form)->tasks->len, ==, n_tasks - 1);
  g_assert_nonnull (strstr (get_template (fixture)->body, "Say hello"));
  qd_test_undo (fixture->store);
  form = find_form (GTK_WIDGET (dialog));
  g_assert_cmpuint (qd_template_form_get_template (form)->tasks->len, ==, n_tasks);

  gtk_widget_activate_action (GTK_WIDGET (dialog), "templates.delete", NULL);
  settle ();
  g_assert_cmpuint (count (fixture, QD_TYPE_TEMPLATE), ==, 0);
  qd_test_undo (fixture->store);
  g_assert_cmpuint (count (fixture, QD_TYPE_TEMPLATE), ==, 1);
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture      *fixture,
                  gconstpointer data);
  } tests[] = {
    { "/plans-pages/table/groups", test_table_groups },
    { "/plans-pages/table/filter", test_table_filter },
    { "/plans-pages/table/edit", test_table_edit },
    { "/plans-pages/table/status", test_table_status },
    { "/plans-pages/table/new-task", test_table_new_task },
    { "/plans-pages/table/selection", test_table_selection },
    { "/plans-pages/table/narrow", test_table_narrow },
    { "/plans-pages/plans", test_plans_page },
    { "/plans-pages/new-plan", test_new_plan },
    { "/plans-pages/templates", test_templates },
  };

  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  g_test_add_func ("/plans-pages/empty", test_plans_empty);

  return g_test_run ();
}
