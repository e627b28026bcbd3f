/* test-task-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>

#include "qd-account.h"
#include "qd-link.h"
#include "qd-plan.h"
#include "qd-task-editor.h"
#include "qd-test.h"

typedef struct
{
  QdStore      *store;
  QdPortfolio  *portfolio;
  QdPlan       *plan;
  QdTask       *tasks[4];
  GtkWidget    *window;
  QdTaskEditor *editor;
} Fixture;

static void
present (Fixture *fixture,
         QdTask  *task)
{
  fixture->editor = qd_task_editor_new (fixture->portfolio, task);
  adw_dialog_present (ADW_DIALOG (fixture->editor), fixture->window);
  qd_test_settle (fixture->store);
}

/* Four tasks of a plan, the third a workshop, and the editor of the second. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const titles[] = { "Prepare", "Build a pipeline together", "Workshop", "Sum" };
  QdAccount               *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan                  *plan = qd_record_new_draft (QD_TYPE_PLAN);

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  g_object_set (account, "name", "Harbour", NULL);
  account = qd_test_add (fixture->portfolio, account);
  g_object_set (plan, "account", qd_record_get_id (account), "name", "CI", "start", 20780, "target", 20840, NULL);
  fixture->plan = qd_test_add (fixture->portfolio, plan);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      QdTask *draft = qd_record_new_draft (QD_TYPE_TASK);

      g_object_set (draft,
                    "plan", qd_record_get_id (fixture->plan),
                    "title", titles[i],
                    "position", (double)i,
                    "start", 20780,
                    "due", 20781,
                    "kind", i == 2 ? QD_TASK_KIND_WORKSHOP : QD_TASK_KIND_TASK,
                    NULL);
      fixture->tasks[i] = qd_test_add (fixture->portfolio, draft);
    }

  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  present (fixture, fixture->tasks[1]);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  AdwDialog *dialog = ADW_DIALOG (fixture->editor);

  /* An entry that has the focus keeps a dialog that goes (GTK 4.18). */
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  adw_dialog_force_close (dialog);

  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);

  qd_test_settle (fixture->store);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  qd_test_settle (fixture->store);
  qd_test_finalize (g_steal_pointer (&fixture->portfolio));
  qd_test_store_close (fixture->store);
}

/* Returns: (transfer none) (nullable): the row under @root that is titled so */
static gpointer
find_titled (GtkWidget  *root,
             const char *title)
{
  gpointer found = NULL;

  if (ADW_IS_PREFERENCES_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, title);

  return found;
}

static gpointer
get_row (Fixture    *fixture,
         const char *title)
{
  gpointer row = find_titled (GTK_WIDGET (fixture->editor), title);

  if (row == NULL)
    g_error ("no row is titled “%s”", title);

  return row;
}

static void
enter (Fixture    *fixture,
       gpointer    row,
       const char *text)
{
  gtk_editable_set_text (row, text);
  g_signal_emit_by_name (gtk_editable_get_delegate (row), "activate");
  qd_test_settle (fixture->store);
}

static void
choose (Fixture     *fixture,
        AdwComboRow *row,
        const char  *label)
{
  GListModel *labels = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (labels), i), label))
        {
          adw_combo_row_set_selected (row, i);
          qd_test_settle (fixture->store);
          return;
        }
    }

  g_error ("“%s” cannot be chosen", label);
}

static gboolean
offers (AdwComboRow *row,
        const char  *label)
{
  GListModel *labels = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (labels), i), label))
        return TRUE;
    }

  return FALSE;
}

static void
test_times (Fixture      *fixture,
            gconstpointer data)
{
  QdTask  *task = fixture->tasks[1];
  gpointer row = get_row (fixture, "Duration");

  enter (fixture, row, "1.5d");
  g_assert_cmpint (task->duration, ==, 720);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "1 d 4 h");
  enter (fixture, get_row (fixture, "Start Time"), "13:00");
  g_assert_cmpint (task->start_time, ==, 780);
  choose (fixture, get_row (fixture, "Works On"), "Working Days of Both");
  g_assert_cmpint (task->side, ==, QD_TASK_SIDE_BOTH);
}

/* A workshop has a length; its time and length stand before all else there is to schedule. */
static void
test_meeting (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const titles[] = { "Start", "Start Time", "Length", "Due", "Constraint", "Phase" };
  float                    last = -1;

  choose (fixture, get_row (fixture, "Kind"), "Workshop");

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      graphene_point_t at;

      g_assert_true (gtk_widget_compute_point (
          get_row (fixture, titles[i]), GTK_WIDGET (fixture->editor), graphene_point_zero (), &at));
      g_assert_cmpfloat (at.y, >, last);
      last = at.y;
    }

  enter (fixture, get_row (fixture, "Length"), "90 min");
  g_assert_cmpint (fixture->tasks[1]->duration, ==, 90);
  choose (fixture, get_row (fixture, "Kind"), "Task");
  get_row (fixture, "Duration");
}

/* A constraint comes with a day, and goes with it, in one step each. */
static void
test_constraint (Fixture      *fixture,
                 gconstpointer data)
{
  QdTask      *task = fixture->tasks[1];
  AdwComboRow *row = get_row (fixture, "Constraint");
  GtkWidget   *day = get_row (fixture, "Constraint Day");

  g_assert_false (gtk_widget_get_visible (day));
  choose (fixture, row, "Start Not Before");
  g_assert_cmpint (task->constraint_kind, ==, QD_CONSTRAINT_KIND_NOT_BEFORE);
  g_assert_cmpint (task->constraint_day, ==, 20780);
  g_assert_true (gtk_widget_get_visible (day));
  enter (fixture, get_row (fixture, "Constraint Time"), "10");
  g_assert_cmpint (task->constraint_time, ==, 600);
  choose (fixture, row, "As Soon As Possible");
  g_assert_cmpint (task->constraint_kind, ==, QD_CONSTRAINT_KIND_NONE);
  g_assert_cmpint (task->constraint_day, ==, QD_DAY_NONE);
  g_assert_true (task->constraint_time == QD_INTEGER_NONE);
  g_assert_false (gtk_widget_get_visible (day));
  qd_test_undo (fixture->store);
  qd_test_settle (fixture->store);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, QD_CONSTRAINT_KIND_NOT_BEFORE + 1);
  g_assert_cmpint (task->constraint_time, ==, 600);
}

/* Links by the rows of the timeline, as it has them. */
static void
test_links (Fixture      *fixture,
            gconstpointer data)
{
  gpointer   row = get_row (fixture, "Waits For, by Row of the Timeline");
  GPtrArray *links;
  QdLink    *link;

  enter (fixture, row, "1SS+4h");
  links = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_LINK, qd_record_get_id (fixture->plan));
  g_assert_cmpuint (links->len, ==, 1);
  link = links->pdata[0];
  g_assert_cmpint (link->predecessor, ==, qd_record_get_id (fixture->tasks[0]));
  g_assert_cmpint (link->successor, ==, qd_record_get_id (fixture->tasks[1]));
  g_assert_cmpint (link->kind, ==, QD_LINK_KIND_START_START);
  g_assert_cmpint (link->lag, ==, 240);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "1SS+4h");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "1: Prepare");

  enter (fixture, row, "");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpuint (
      qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_LINK, qd_record_get_id (fixture->plan))->len, ==, 0);
  qd_test_undo (fixture->store);
  qd_test_settle (fixture->store);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "1SS+4h");
}

/* Neither itself, nor a workshop, nor what it is linked to, nor a part of itself can sum it up. */
static void
test_parent (Fixture      *fixture,
             gconstpointer data)
{
  AdwComboRow *row = get_row (fixture, "Part Of");

  g_assert_true (offers (row, "Prepare"));
  g_assert_true (offers (row, "Sum"));
  g_assert_false (offers (row, "Build a pipeline together"));
  g_assert_false (offers (row, "Workshop"));
  choose (fixture, row, "Sum");
  g_assert_cmpint (fixture->tasks[1]->parent, ==, qd_record_get_id (fixture->tasks[3]));

  enter (fixture, get_row (fixture, "Waits For, by Row of the Timeline"), "1");
  g_assert_false (offers (row, "Prepare"));
  choose (fixture, row, "None");
  g_assert_cmpint (fixture->tasks[1]->parent, ==, 0);
}

static void
test_module (Fixture      *fixture,
             gconstpointer data)
{
  AdwComboRow *row = get_row (fixture, "Content Module");
  GListModel  *names = adw_combo_row_get_model (row);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GAsyncResult) slot = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (names), >=, 21);
  adw_combo_row_set_selected (row, 3);
  qd_test_settle (fixture->store);
  g_assert_nonnull (fixture->tasks[1]->content_module);
  qd_test_undo (fixture->store);
  qd_test_settle (fixture->store);
  g_assert_null (fixture->tasks[1]->content_module);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);

  /* One that the catalogue does not have is shown as it is. */
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "our-own-thing");
  qd_record_change_async (fixture->tasks[1], fixture->store, "content-module", &value, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  qd_test_settle (fixture->store);
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (row)), ==, "our-own-thing");
}

static GtkWidget *
find_hint (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), "Professional Services") != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_hint (child);

  return found;
}

/* It comes and goes with the wording. */
static void
test_hint (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *hint;

  enter (fixture, get_row (fixture, "Owner"), "Maren");
  enter (fixture, get_row (fixture, "Title"), "Configure the runners for the customer");
  hint = find_hint (GTK_WIDGET (fixture->editor));
  g_assert_nonnull (hint);
  g_assert_true (gtk_widget_get_mapped (hint));
  enter (fixture, get_row (fixture, "Title"), "Guide the customer in configuring the runners");
  g_assert_null (find_hint (GTK_WIDGET (fixture->editor)));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(path, func) g_test_add ("/task-editor/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("times", test_times);
  ADD ("meeting", test_meeting);
  ADD ("constraint", test_constraint);
  ADD ("links", test_links);
  ADD ("parent", test_parent);
  ADD ("module", test_module);
  ADD ("hint", test_hint);
#undef ADD

  return g_test_run ();
}
