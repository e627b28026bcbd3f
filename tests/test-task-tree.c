/* test-task-tree.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-task-tree.h"
#include "qd-test.h"

#define MONDAY 20605 /* 2026-06-01 */

/* Which place each task has in a plan. */

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdPlan      *plan;
  GPtrArray   *tasks;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->plan = qd_record_new_draft (QD_TYPE_PLAN);
  fixture->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set (fixture->plan, "name", "Plan", "start", MONDAY, "target", MONDAY + 90, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->tasks);
  g_clear_object (&fixture->plan);
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static QdTask *
add_task (Fixture    *fixture,
          const char *title,
          QdTask     *parent,
          double      position)
{
  QdTask *task = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (task,
                "title", title,
                "parent", parent != NULL ? qd_record_get_id (parent) : G_GINT64_CONSTANT (0),
                "position", position,
                NULL);
  g_ptr_array_add (fixture->tasks, task);

  return task;
}

static QdTaskTree *
create_tree (Fixture        *fixture,
             QdPlanNetwork **network)
{
  g_autoptr(QdPlanCalendars) calendars = qd_plan_calendars_new (NULL, NULL, NULL, NULL, MONDAY, MONDAY + 365);

  *network = qd_plan_network_new (fixture->plan, fixture->tasks, NULL, calendars);

  return qd_task_tree_new (fixture->portfolio, fixture->plan, *network);
}

/* “A(B(C)D)E” */
static void
assert_tree (Fixture    *fixture,
             const char *expected)
{
  g_autoptr(QdPlanNetwork) network = NULL;
  g_autoptr(QdTaskTree) tree = create_tree (fixture, &network);
  g_autoptr(GString) text = g_string_new (NULL);
  guint depth = 0;

  g_assert_cmpuint (qd_task_tree_get_length (tree), ==, fixture->tasks->len);

  for (guint place = 0; place < fixture->tasks->len; place++)
    {
      guint row = qd_task_tree_get_row (tree, place);

      g_assert_cmpuint (qd_task_tree_get_place (tree, row), ==, place);

      for (; depth < qd_task_tree_get_depth (tree, row); depth++)
        g_string_append_c (text, '(');

      for (; depth > qd_task_tree_get_depth (tree, row); depth--)
        g_string_append_c (text, ')');

      g_string_append (text, qd_plan_network_get_task (network, row)->title);
    }

  for (; depth > 0; depth--)
    g_string_append_c (text, ')');

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  QdTask *a = add_task (fixture, "A", NULL, 1);
  QdTask *b = add_task (fixture, "B", a, 1);

  add_task (fixture, "E", NULL, 2);
  add_task (fixture, "D", a, 2);
  add_task (fixture, "C", b, 7);
  assert_tree (fixture, "A(B(C)D)E");
}

/* As a damaged file may have them: each stands where it would without a summary. */
static void
test_circle (Fixture      *fixture,
             gconstpointer data)
{
  QdTask *a = add_task (fixture, "A", NULL, 1);
  QdTask *b = add_task (fixture, "B", a, 2);
  QdTask *c = add_task (fixture, "C", b, 3);

  add_task (fixture, "D", NULL, 4);
  g_object_set (a, "parent", qd_record_get_id (c), NULL);
  assert_tree (fixture, "ABCD");
}

static void
test_deep (Fixture      *fixture,
           gconstpointer data)
{
  QdTask *task = NULL;
  g_autoptr(QdPlanNetwork) network = NULL;
  g_autoptr(QdTaskTree) tree = NULL;

  for (guint i = 0; i < 100000; i++)
    task = add_task (fixture, "Task", task, 1);

  tree = create_tree (fixture, &network);
  g_assert_cmpuint (qd_task_tree_get_depth (tree, 99999), ==, 99999);
  g_assert_cmpuint (qd_task_tree_get_place (tree, 99999), ==, 99999);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/task-tree/order", test_order);
  ADD ("/task-tree/circle", test_circle);
  ADD ("/task-tree/deep", test_deep);

  return g_test_run ();
}
