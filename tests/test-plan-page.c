/* test-plan-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>

#include "qd-account.h"
#include "qd-board-column.h"
#include "qd-board.h"
#include "qd-check-item.h"
#include "qd-check-row.h"
#include "qd-day-row.h"
#include "qd-objective-card.h"
#include "qd-objective-dialog.h"
#include "qd-outcome-rules.h"
#include "qd-phase.h"
#include "qd-plan-page.h"
#include "qd-progress-meter.h"
#include "qd-task-card.h"
#include "qd-task-editor.h"
#include "qd-test.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdPlan      *plan;
  QdPhase     *phases[3];
  QdTask      *tasks[4];
  QdObjective *objective;
  GtkWidget   *window;
  GtkWidget   *page;
} Fixture;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
}

/* Lets an edit that a widget asked for come through. */
static void
settle (Fixture    *fixture,
        const char *label)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (g_strcmp0 (qd_store_get_undo_label (fixture->store), label) != 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);

  iterate ();
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, label);
}

static void
find_all (GtkWidget *root,
          GType      type,
          GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (found, root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

static gpointer
find_nth (gpointer root,
          GType    type,
          guint    n)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  find_all (root, type, found);

  return n < found->len ? g_ptr_array_index (found, n) : NULL;
}

static QdTaskCard *
find_card (Fixture *fixture,
           QdTask  *task)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  find_all (fixture->page, QD_TYPE_TASK_CARD, found);

  for (guint i = 0; i < found->len; i++)
    {
      if (qd_task_card_get_task (g_ptr_array_index (found, i)) == task)
        return g_ptr_array_index (found, i);
    }

  return NULL;
}

static QdBoardColumn *
find_column (Fixture    *fixture,
             const char *name)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  find_all (fixture->page, QD_TYPE_BOARD_COLUMN, found);

  for (guint i = 0; i < found->len; i++)
    {
      if (g_str_equal (qd_board_column_get_name (g_ptr_array_index (found, i)), name))
        return g_ptr_array_index (found, i);
    }

  return NULL;
}

static void
fill (Fixture *fixture)
{
  static const char *const names[] = { "Land", "Enable", "Prove" };
  int                      today = qd_day_today ();
  QdAccount               *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan                  *plan = qd_record_new_draft (QD_TYPE_PLAN);
  QdObjective             *objective = qd_record_new_draft (QD_TYPE_OBJECTIVE);

  g_object_set (account, "name", "Harbour", NULL);
  g_object_set (plan, "account", qd_record_get_id (account), "name", "Onboarding", NULL);
  g_object_set (plan, "start", today - 39, "target", today + 51, NULL);
  qd_test_add (fixture->portfolio, account);
  fixture->plan = qd_test_add (fixture->portfolio, plan);
  g_object_set (objective, "plan", qd_record_get_id (fixture->plan), "name", "First value", NULL);
  g_object_set (objective, "outcome", QD_OUTCOME_PROPOSED, "due", today + 20, NULL);
  fixture->objective = qd_test_add (fixture->portfolio, objective);

  for (int i = 0; i < 3; i++)
    {
      QdPhase *phase = qd_record_new_draft (QD_TYPE_PHASE);

      g_object_set (phase, "plan", qd_record_get_id (fixture->plan), "name", names[i], NULL);
      g_object_set (phase, "first", (gint64)30 * i, "last", (gint64)30 * i + 29, "position", (double)i, NULL);
      fixture->phases[i] = qd_test_add (fixture->portfolio, phase);
    }

  for (int i = 0; i < 4; i++)
    {
      QdTask          *task = qd_record_new_draft (QD_TYPE_TASK);
      g_autofree char *title = g_strdup_printf ("Task %d", i);

      g_object_set (task, "plan", qd_record_get_id (fixture->plan), "title", title, NULL);
      g_object_set (task, "phase", qd_record_get_id (fixture->phases[i / 2]), "position", (double)i, NULL);
      g_object_set (task, "due", today - 1 + i, NULL);
      fixture->tasks[i] = qd_test_add (fixture->portfolio, task);
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GtkWidget *view = adw_navigation_view_new ();

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fill (fixture);
  fixture->page = GTK_WIDGET (qd_plan_page_new (fixture->portfolio, fixture->plan));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  iterate ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *)&fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_null (fixture->page);
  qd_test_finalize (fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static void
test_builds (Fixture      *fixture,
             gconstpointer data)
{
  QdTaskCard    *card = find_card (fixture, fixture->tasks[0]);
  QdBoardColumn *column = find_column (fixture, "Enable");

  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==, "Onboarding");
  g_assert_null (find_column (fixture, "Unplanned"));
  g_assert_cmpuint (qd_board_column_get_count (find_column (fixture, "Land")), ==, 2);
  g_assert_cmpuint (qd_board_column_get_count (find_column (fixture, "Prove")), ==, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_PROPERTY_LABEL, "Enable");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, "Task 0");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Task, Not Started, 1 day late, Internal");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_nth (fixture->page, QD_TYPE_PROGRESS_METER, 0)),
                                   GTK_ACCESSIBLE_ROLE_METER);
}

/* By the action an assistive technology or a key sets off */
static void
test_move (Fixture      *fixture,
           gconstpointer data)
{
  QdTaskCard *card = find_card (fixture, fixture->tasks[0]);

  gtk_widget_grab_focus (GTK_WIDGET (card));
  gtk_widget_activate_action (GTK_WIDGET (card), "card.move-right", NULL);
  settle (fixture, "Move Task");
  g_assert_cmpint (fixture->tasks[0]->phase, ==, qd_record_get_id (fixture->phases[1]));
  g_assert_cmpint (fixture->tasks[0]->due, ==, qd_day_today () - 1);

  /* The same card, at the same height, with the focus still on it */
  g_assert_true (find_card (fixture, fixture->tasks[0]) == card);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (card));
  g_assert_true (qd_board_column_get_card (find_column (fixture, "Enable"), 0) == card);
  g_assert_cmpuint (qd_board_column_get_count (find_column (fixture, "Enable")), ==, 3);

  qd_test_undo (fixture->store);
  iterate ();
  g_assert_true (qd_board_column_get_card (find_column (fixture, "Land"), 0) == card);

  /* Two in a row, the second before the first is through */
  gtk_widget_activate_action (GTK_WIDGET (card), "card.move-right", NULL);
  gtk_widget_activate_action (GTK_WIDGET (card), "card.move-right", NULL);
  settle (fixture, "Move Task");

  while (fixture->tasks[0]->phase != qd_record_get_id (fixture->phases[2]))
    g_main_context_iteration (NULL, TRUE);

  iterate ();
  g_assert_true (qd_board_column_get_card (find_column (fixture, "Prove"), 0) == card);
}

static void
test_move_along (Fixture      *fixture,
                 gconstpointer data)
{
  QdBoardColumn *column = find_column (fixture, "Land");
  QdTaskCard    *card = find_card (fixture, fixture->tasks[0]);

  gtk_widget_activate_action (GTK_WIDGET (card), "card.move-down", NULL);
  settle (fixture, "Move Task");
  g_assert_true (qd_board_column_get_card (column, 1) == card);
  g_assert_cmpfloat (fixture->tasks[0]->position, >, fixture->tasks[1]->position);

  gtk_widget_activate_action (GTK_WIDGET (card), "card.move-up", NULL);

  while (fixture->tasks[0]->position > fixture->tasks[1]->position)
    g_main_context_iteration (NULL, TRUE);

  iterate ();
  g_assert_true (qd_board_column_get_card (column, 0) == card);
}

static void
test_done_and_delete (Fixture      *fixture,
                      gconstpointer data)
{
  QdTaskCard *card = find_card (fixture, fixture->tasks[0]);

  gtk_widget_grab_focus (GTK_WIDGET (card));
  gtk_widget_activate_action (GTK_WIDGET (card), "card.toggle-done", NULL);
  settle (fixture, "Complete Task");
  g_assert_cmpint (fixture->tasks[0]->status, ==, QD_TASK_STATUS_DONE);
  g_assert_cmpint (fixture->tasks[0]->progress, ==, 100);

  gtk_widget_activate_action (GTK_WIDGET (card), "card.delete", NULL);
  settle (fixture, "Delete Task");
  g_assert_cmpuint (qd_board_column_get_count (find_column (fixture, "Land")), ==, 1);

  /* What stands in its place has the focus. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (find_card (fixture, fixture->tasks[1])));

  qd_test_undo (fixture->store);
  iterate ();
  g_assert_cmpuint (qd_board_column_get_count (find_column (fixture, "Land")), ==, 2);
}

static void
test_quick_add (Fixture      *fixture,
                gconstpointer data)
{
  QdBoardColumn *column = find_column (fixture, "Prove");
  GtkEntry      *entry = find_nth (column, GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_signal_emit_by_name (entry, "activate");
  gtk_editable_set_text (GTK_EDITABLE (entry), " Celebrate ");
  g_signal_emit_by_name (entry, "activate");
  settle (fixture, "Add Task");
  g_assert_cmpuint (qd_board_column_get_count (column), ==, 1);
  g_assert_cmpstr (qd_task_card_get_task (qd_board_column_get_card (column, 0))->title, ==, "Celebrate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* A phase that goes leaves its tasks in a column of their own. */
static void
test_phase_deleted (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_record_remove_async (fixture->phases[0], fixture->store, "Delete", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  iterate ();
  g_assert_null (find_column (fixture, "Land"));
  g_assert_cmpuint (qd_board_column_get_count (find_column (fixture, "Unplanned")), ==, 2);

  qd_test_undo (fixture->store);
  iterate ();
  g_assert_null (find_column (fixture, "Unplanned"));
  g_assert_cmpuint (qd_board_column_get_count (find_column (fixture, "Land")), ==, 2);
}

static void
test_narrow (Fixture      *fixture,
             gconstpointer data)
{
  g_object_set (fixture->page, "narrow", TRUE, NULL);
  iterate ();

  /* Day 40 is in the second phase. */
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_column (fixture, "Land"))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_column (fixture, "Enable"))));

  /* The board goes along with the card. */
  gtk_widget_grab_focus (GTK_WIDGET (find_card (fixture, fixture->tasks[2])));
  gtk_widget_activate_action (GTK_WIDGET (find_card (fixture, fixture->tasks[2])), "card.move-right", NULL);
  settle (fixture, "Move Task");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_column (fixture, "Prove"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_column (fixture, "Enable"))));

  g_object_set (fixture->page, "narrow", FALSE, NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_column (fixture, "Land"))));
}

static guint
count_items (Fixture *fixture)
{
  return qd_portfolio_peek_children (
             fixture->portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (fixture->tasks[0]))
      ->len;
}

static void
test_editor (Fixture      *fixture,
             gconstpointer data)
{
  QdTaskEditor *editor = qd_task_editor_new (fixture->portfolio, fixture->tasks[0]);
  AdwEntryRow  *entry = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  adw_dialog_present (ADW_DIALOG (editor), fixture->page);
  iterate ();
  find_all (GTK_WIDGET (editor), ADW_TYPE_ENTRY_ROW, rows);

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), "Add Item"))
        entry = rows->pdata[i];
    }

  for (int i = 0; i < 2; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), i == 0 ? "First" : "Second");
      g_signal_emit_by_name (entry, "entry-activated");

      while (count_items (fixture) <= i)
        g_main_context_iteration (NULL, TRUE);
    }

  gtk_widget_activate_action (find_nth (editor, QD_TYPE_CHECK_ROW, 0), "item.toggle", NULL);
  settle (fixture, "Check Item");
  g_assert_cmpint (fixture->tasks[0]->progress, ==, 50);

  gtk_widget_activate_action (find_nth (editor, QD_TYPE_CHECK_ROW, 1), "item.move-up", NULL);
  settle (fixture, "Move Checklist Item");
  g_assert_cmpstr (qd_check_row_get_item (find_nth (editor, QD_TYPE_CHECK_ROW, 0))->title, ==, "Second");

  gtk_widget_activate_action (find_nth (editor, QD_TYPE_CHECK_ROW, 0), "item.delete", NULL);
  settle (fixture, "Delete Checklist Item");
  g_assert_cmpuint (count_items (fixture), ==, 1);
  g_assert_cmpint (fixture->tasks[0]->progress, ==, 100);

  /* With its task it goes. */
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *)&editor);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.delete", NULL);
  settle (fixture, "Delete Task");
  g_assert_null (editor);
}

static void
test_objective (Fixture      *fixture,
                gconstpointer data)
{
  QdObjectiveDialog *dialog = qd_objective_dialog_new (fixture->portfolio, fixture->objective);
  g_autoptr(QdObjective) draft = qd_record_dup_draft (fixture->objective);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  QdObjectiveCard *card;

  adw_view_stack_set_visible_child_name (find_nth (fixture->page, ADW_TYPE_VIEW_STACK, 0), "objectives");
  iterate ();
  card = find_nth (fixture->page, QD_TYPE_OBJECTIVE_CARD, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, "First value");

  adw_dialog_present (ADW_DIALOG (dialog), fixture->page);
  iterate ();

  /* Baseline, criteria and impact are missing, so nothing happens. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.take-step", NULL);
  iterate ();
  g_assert_cmpint (fixture->objective->outcome, ==, QD_OUTCOME_PROPOSED);

  g_object_set (draft, "baseline", "0", "criteria", "10 %", "impact", "A week saved", NULL);
  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  iterate ();

  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.take-step", NULL);
  settle (fixture, "Mark as Accepted");
  g_assert_cmpint (fixture->objective->outcome, ==, QD_OUTCOME_ACCEPTED);
}

/* A new start is asked about, and then one step. */
static void
test_shift (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const responses[] = { "cancel", "plan", "all" };
  int                      start = fixture->plan->start;
  int                      due = fixture->tasks[3]->due;

  adw_view_stack_set_visible_child_name (find_nth (fixture->page, ADW_TYPE_VIEW_STACK, 0), "details");
  iterate ();

  for (gsize i = 0; i < G_N_ELEMENTS (responses); i++)
    {
      QdField        *field = qd_editor_get_field (find_nth (fixture->page, QD_TYPE_DAY_ROW, 0));
      AdwAlertDialog *dialog;

      g_assert_cmpstr (qd_field_get_name (field), ==, "start");
      qd_field_commit_int (field, start + 7);
      iterate ();
      dialog = ADW_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
      g_assert_nonnull (dialog);
      g_signal_emit_by_name (dialog, "response", responses[i]);
      adw_dialog_force_close (ADW_DIALOG (dialog));
      iterate ();

      if (i == 0)
        {
          g_assert_cmpint (fixture->plan->start, ==, start);
          continue;
        }

      settle (fixture, "Move Plan");
      g_assert_cmpint (fixture->plan->start, ==, start + 7);
      g_assert_cmpint (fixture->tasks[3]->due, ==, i == 1 ? due : due + 7);
      qd_test_undo (fixture->store);
      iterate ();
      g_assert_cmpint (fixture->plan->start, ==, start);
      g_assert_cmpint (fixture->tasks[3]->due, ==, due);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(path, func) g_test_add ("/plan-page/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("builds", test_builds);
  ADD ("move", test_move);
  ADD ("move-along", test_move_along);
  ADD ("done-and-delete", test_done_and_delete);
  ADD ("quick-add", test_quick_add);
  ADD ("phase-deleted", test_phase_deleted);
  ADD ("narrow", test_narrow);
  ADD ("editor", test_editor);
  ADD ("objective", test_objective);
  ADD ("shift", test_shift);
#undef ADD

  return g_test_run ();
}
