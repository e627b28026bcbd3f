/* test-plan-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-link.h"
#include "qd-objective-tasks.h"
#include "qd-order-edits.h"
#include "qd-plan-edits.h"
#include "qd-task-edits.h"
#include "qd-test.h"

/* A Tuesday, 2026-11-24 */
#define TODAY 20781

typedef struct
{
  QdStore      *store;
  QdPortfolio  *portfolio;
  QdPlan       *plan;
  QdPhase      *phases[2];
  GAsyncResult *slot;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan    *plan = qd_record_new_draft (QD_TYPE_PLAN);
  gint64     id = qd_record_get_id (account);

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  g_object_set (account, "name", "Harbour", NULL);
  qd_test_add (fixture->portfolio, account);
  g_object_set (plan, "account", id, "name", "Onboarding", "start", TODAY, "target", TODAY + 89, NULL);
  fixture->plan = qd_test_add (fixture->portfolio, plan);

  for (int i = 0; i < 2; i++)
    {
      QdPhase *phase = qd_record_new_draft (QD_TYPE_PHASE);

      g_object_set (phase,
                    "plan", qd_record_get_id (fixture->plan),
                    "name", i == 0 ? "Land" : "Enable",
                    "first", (gint64)(30 * i),
                    "last", (gint64)(30 * i + 29),
                    "position", (double)i,
                    NULL);
      fixture->phases[i] = qd_test_add (fixture->portfolio, phase);
    }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  qd_test_finalize (fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static void
await_edit (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  qd_test_await_edit (fixture->store, &fixture->slot, &error);
  g_assert_no_error (error);
}

static QdTask *
add_task (Fixture    *fixture,
          const char *title,
          QdPhase    *phase)
{
  g_autoptr(QdTask) draft = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (draft,
                "plan", qd_record_get_id (fixture->plan),
                "title", title,
                "phase", phase != NULL ? qd_record_get_id (phase) : G_GINT64_CONSTANT (0),
                NULL);
  qd_task_add_async (fixture->store, draft, 0, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);

  return qd_portfolio_lookup (fixture->portfolio, QD_TYPE_TASK, qd_record_get_id (draft));
}

static GPtrArray *
peek_items (Fixture *fixture,
            gpointer task)
{
  return qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (task));
}

/* The titles of a phase's tasks, in order */
static char *
dup_column (Fixture *fixture,
            QdPhase *phase)
{
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(GString) titles = g_string_new (NULL);
  GPtrArray *all =
      qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, qd_record_get_id (fixture->plan));
  gint64 id = phase != NULL ? qd_record_get_id (phase) : 0;

  tasks = qd_order_dup_sorted (all);

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      if (task->phase == id)
        g_string_append (titles, task->title);
    }

  return g_string_free_and_steal (g_steal_pointer (&titles));
}

static void
assert_columns (Fixture    *fixture,
                const char *first,
                const char *second)
{
  g_autofree char *titles_first = dup_column (fixture, fixture->phases[0]);
  g_autofree char *titles_second = dup_column (fixture, fixture->phases[1]);

  g_assert_cmpstr (titles_first, ==, first);
  g_assert_cmpstr (titles_second, ==, second);
}

static void
test_move_task (Fixture      *fixture,
                gconstpointer data)
{
  gint64  to = qd_record_get_id (fixture->phases[1]);
  QdTask *a = add_task (fixture, "a", fixture->phases[0]);
  QdTask *b = add_task (fixture, "b", fixture->phases[0]);
  QdTask *c = add_task (fixture, "c", fixture->phases[1]);

  assert_columns (fixture, "ab", "c");

  qd_task_move_async (fixture->store, b, qd_record_get_id (fixture->phases[0]), qd_record_get_id (a), qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  assert_columns (fixture, "ba", "c");
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Move Task");

  /* Phase and place together are one step. */
  qd_task_move_async (fixture->store, a, to, qd_record_get_id (c), qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  assert_columns (fixture, "b", "ac");
  qd_test_undo (fixture->store);
  assert_columns (fixture, "ba", "c");
  qd_test_redo (fixture->store);
  assert_columns (fixture, "b", "ac");

  /* One that is gone stands for the end. */
  qd_task_move_async (fixture->store, b, to, 4711, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  assert_columns (fixture, "", "acb");
}

/* Halving a gap again and again runs out of numbers; the order must not. */
static void
test_move_task_many_times (Fixture      *fixture,
                           gconstpointer data)
{
  gint64  phase = qd_record_get_id (fixture->phases[0]);
  QdTask *tasks[3] = {
    add_task (fixture, "a", fixture->phases[0]),
    add_task (fixture, "b", fixture->phases[0]),
    add_task (fixture, "c", fixture->phases[0]),
  };

  for (int i = 0; i < 80; i++)
    {
      QdTask *moved = tasks[1 + i % 2];
      QdTask *before = tasks[1 + (i + 1) % 2];

      qd_task_move_async (
          fixture->store, moved, phase, qd_record_get_id (before), qd_test_async_cb, &fixture->slot);
      await_edit (fixture);
      assert_columns (fixture, i % 2 == 0 ? "abc" : "acb", "");
    }
}

static void
test_complete_task (Fixture      *fixture,
                    gconstpointer data)
{
  QdTask      *task = add_task (fixture, "a", NULL);
  QdCheckItem *item;

  for (int i = 0; i < 4; i++)
    {
      qd_check_item_add_async (fixture->store, task, "Ask", peek_items (fixture, task), qd_test_async_cb, &fixture->slot);
      await_edit (fixture);
    }

  item = g_ptr_array_index (peek_items (fixture, task), 2);
  qd_check_item_set_done_async (fixture->store, task, item, TRUE, peek_items (fixture, task), qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_true (item->done);
  g_assert_cmpint (task->progress, ==, 25);

  qd_task_set_status_async (fixture->store, task, QD_TASK_STATUS_DONE, peek_items (fixture, task), qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpint (task->progress, ==, 100);
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Complete Task");

  /* Taken up again, it is as far as its checklist. */
  qd_task_set_status_async (fixture->store, task, QD_TASK_STATUS_ON_TRACK, peek_items (fixture, task), qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpint (task->progress, ==, 25);

  qd_test_undo (fixture->store);
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_DONE);
  g_assert_cmpint (task->progress, ==, 100);

  qd_test_undo (fixture->store);
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_NOT_STARTED);
  g_assert_cmpint (task->progress, ==, 25);

  qd_check_item_delete_async (
      fixture->store, task, g_ptr_array_index (peek_items (fixture, task), 0), peek_items (fixture, task), qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpint (task->progress, ==, 33);
  g_assert_cmpuint (peek_items (fixture, task)->len, ==, 3);
}

static void
test_duplicate_and_delete_task (Fixture      *fixture,
                                gconstpointer data)
{
  g_autoptr(QdTask) a = g_object_ref (add_task (fixture, "a", fixture->phases[0]));
  QdTask *b = add_task (fixture, "b", fixture->phases[0]);
  g_autoptr(QdTask) copy = NULL;

  qd_check_item_add_async (fixture->store, a, "Ask", peek_items (fixture, a), qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  copy = qd_task_duplicate_async (
      fixture->store, a, peek_items (fixture, a), qd_record_get_id (b), qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  assert_columns (fixture, "aa (copy)b", "");
  g_assert_cmpuint (
      peek_items (fixture, copy)->len, ==, 1);

  qd_task_delete_async (fixture->store, a, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  assert_columns (fixture, "a (copy)b", "");
  g_assert_cmpuint (peek_items (fixture, a)->len, ==, 0);

  /* The checklist comes back with it. */
  qd_test_undo (fixture->store);
  assert_columns (fixture, "aa (copy)b", "");
  g_assert_cmpuint (peek_items (fixture, a)->len, ==, 1);
}

static void
test_phases (Fixture      *fixture,
             gconstpointer data)
{
  GPtrArray *phases =
      qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_PHASE, qd_record_get_id (fixture->plan));
  g_autoptr(QdPhase) draft = qd_phase_create_next (fixture->plan, phases, "Prove");
  QdTask  *task = add_task (fixture, "a", fixture->phases[0]);
  QdPhase *phase;

  g_assert_cmpint (draft->first, ==, 60);
  g_assert_cmpint (draft->last, ==, 89);
  qd_phase_add_async (fixture->store, draft, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  phase = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PHASE, qd_record_get_id (draft));
  g_assert_cmpfloat (phase->position, >, fixture->phases[1]->position);

  qd_phase_move_async (
      fixture->store, phase, qd_record_get_id (fixture->phases[0]), qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpfloat (phase->position, <, fixture->phases[0]->position);
  qd_test_undo (fixture->store);
  g_assert_cmpfloat (phase->position, >, fixture->phases[1]->position);

  /* The tasks of a deleted phase stay, and are back in it after an undo. */
  qd_phase_delete_async (fixture->store, fixture->phases[0], qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpint (task->phase, ==, 0);
  qd_test_undo (fixture->store);
  g_assert_cmpint (task->phase, !=, 0);
  fixture->phases[0] = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PHASE, task->phase);
  g_assert_cmpstr (fixture->phases[0]->name, ==, "Land");
}

static void
test_shift (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    QdTaskStatus status;
    int          start, due;
    int          new_start, new_due;
  } cases[] = {
    { QD_TASK_STATUS_NOT_STARTED, TODAY, TODAY + 5, TODAY + 14, TODAY + 19 },
    { QD_TASK_STATUS_CONCERN, QD_DAY_NONE, TODAY + 5, QD_DAY_NONE, TODAY + 19 },
    { QD_TASK_STATUS_ON_TRACK, TODAY, QD_DAY_NONE, TODAY + 14, QD_DAY_NONE },
    { QD_TASK_STATUS_ON_TRACK, QD_DAY_NONE, QD_DAY_NONE, QD_DAY_NONE, QD_DAY_NONE },
    { QD_TASK_STATUS_DONE, TODAY, TODAY + 5, TODAY, TODAY + 5 },
  };
  QdTask    *tasks[G_N_ELEMENTS (cases)];
  GPtrArray *all;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdTask *draft = qd_record_new_draft (QD_TYPE_TASK);

      g_object_set (draft,
                    "plan", qd_record_get_id (fixture->plan),
                    "title", "Task",
                    "status", cases[i].status,
                    "start", cases[i].start,
                    "due", cases[i].due,
                    NULL);

      /* What holds it holds it as much later. */
      if (i == 0)
        g_object_set (draft, "constraint-kind", QD_CONSTRAINT_KIND_NOT_BEFORE, "constraint-day", TODAY, NULL);

      tasks[i] = qd_test_add (fixture->portfolio, draft);
    }

  all = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, qd_record_get_id (fixture->plan));
  qd_plan_shift_async (fixture->store, fixture->plan, TODAY + 14, all, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpint (fixture->plan->start, ==, TODAY + 14);
  g_assert_cmpint (fixture->plan->target, ==, TODAY + 89 + 14);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (tasks[i]->start, ==, cases[i].new_start);
      g_assert_cmpint (tasks[i]->due, ==, cases[i].new_due);
    }

  g_assert_cmpint (tasks[0]->constraint_day, ==, TODAY + 14);
  g_assert_cmpint (tasks[1]->constraint_day, ==, QD_DAY_NONE);

  qd_test_undo (fixture->store);
  g_assert_cmpint (fixture->plan->start, ==, TODAY);
  g_assert_cmpint (tasks[0]->constraint_day, ==, TODAY);
  g_assert_cmpint (tasks[0]->due, ==, TODAY + 5);

  qd_plan_shift_async (fixture->store, fixture->plan, TODAY - 7, NULL, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpint (fixture->plan->start, ==, TODAY - 7);
  g_assert_cmpint (tasks[0]->due, ==, TODAY + 5);
}

static void
test_duplicate_plan (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr(QdPlan) copy = NULL;
  QdTask    *task = add_task (fixture, "a", fixture->phases[1]);
  GPtrArray *tasks, *phases;
  QdPhase   *phase;
  gint64     id;

  qd_check_item_add_async (
      fixture->store,
      task,
      "Ask",
      qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (task)),
      qd_test_async_cb,
      &fixture->slot);
  await_edit (fixture);
  copy = qd_plan_duplicate_async (fixture->portfolio, fixture->plan, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);

  id = qd_record_get_id (copy);
  phases = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_PHASE, id);
  tasks = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, id);
  g_assert_cmpuint (phases->len, ==, 2);
  g_assert_cmpuint (tasks->len, ==, 1);
  phase = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PHASE, QD_TASK (tasks->pdata[0])->phase);
  g_assert_cmpint (phase->plan, ==, id);
  g_assert_cmpstr (phase->name, ==, "Enable");
  g_assert_cmpuint (qd_portfolio_peek_children (
                        fixture->portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (tasks->pdata[0]))
                        ->len,
                    ==,
                    1);

  qd_test_undo (fixture->store);
  g_assert_null (qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, id));
  g_assert_cmpuint (qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, id)->len, ==, 0);
}

static QdTask *
find_titled (Fixture    *fixture,
             gint64      plan,
             const char *title)
{
  GPtrArray *tasks = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_TASK, plan);

  for (guint i = 0; i < tasks->len; i++)
    {
      if (g_str_equal (QD_TASK (tasks->pdata[i])->title, title))
        return tasks->pdata[i];
    }

  g_assert_not_reached ();
}

static void
add_link (Fixture   *fixture,
          QdTask    *predecessor,
          QdTask    *successor,
          QdLinkKind kind,
          gint64     lag,
          gboolean   elapsed)
{
  QdLink *draft = qd_record_new_draft (QD_TYPE_LINK);

  g_object_set (draft,
                "plan", qd_record_get_id (fixture->plan),
                "predecessor", qd_record_get_id (predecessor),
                "successor", qd_record_get_id (successor),
                "kind", kind,
                "lag", lag,
                "elapsed", elapsed,
                NULL);
  qd_test_add (fixture->portfolio, draft);
}

/* The copy is tied together as the plan is, and to nothing of the plan itself. */
static void
test_duplicate_network (Fixture      *fixture,
                        gconstpointer data)
{
  static const char *const titles[] = { "part", "sum", "other", "last" };
  QdTask                  *tasks[4];
  g_autoptr(QdTask) draft = NULL;
  g_autoptr(QdPlan) copy = NULL;
  GPtrArray *links, *before;
  gint64     id;

  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    tasks[i] = add_task (fixture, titles[i], NULL);

  /* What sums it up comes after it. */
  draft = qd_record_dup_draft (tasks[0]);
  g_object_set (draft, "parent", qd_record_get_id (tasks[1]), NULL);
  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  add_link (fixture, tasks[2], tasks[0], QD_LINK_KIND_START_START, -240, FALSE);
  add_link (fixture, tasks[1], tasks[3], QD_LINK_KIND_FINISH_FINISH, 4320, TRUE);
  copy = qd_plan_duplicate_async (fixture->portfolio, fixture->plan, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);

  id = qd_record_get_id (copy);
  g_assert_cmpint (find_titled (fixture, id, "part")->parent, ==, qd_record_get_id (find_titled (fixture, id, "sum")));
  g_assert_cmpint (find_titled (fixture, id, "sum")->parent, ==, 0);
  links = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_LINK, id);
  g_assert_cmpuint (links->len, ==, 2);

  for (guint i = 0; i < links->len; i++)
    {
      QdLink     *link = links->pdata[i];
      gboolean    first = link->kind == QD_LINK_KIND_START_START;
      const char *from = first ? "other" : "sum", *to = first ? "part" : "last";

      g_assert_cmpint (link->predecessor, ==, qd_record_get_id (find_titled (fixture, id, from)));
      g_assert_cmpint (link->successor, ==, qd_record_get_id (find_titled (fixture, id, to)));
      g_assert_cmpint (link->kind, ==, first ? QD_LINK_KIND_START_START : QD_LINK_KIND_FINISH_FINISH);
      g_assert_cmpint (link->lag, ==, first ? -240 : 4320);
      g_assert_true (link->elapsed == !first);
    }

  before = qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_LINK, qd_record_get_id (fixture->plan));
  g_assert_cmpuint (before->len, ==, 2);

  qd_test_undo (fixture->store);
  g_assert_cmpuint (qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_LINK, id)->len, ==, 0);
  g_assert_cmpuint (before->len, ==, 2);
  qd_test_redo (fixture->store);
  g_assert_cmpuint (qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_LINK, id)->len, ==, 2);
}

static void
test_objective_steps (Fixture      *fixture,
                      gconstpointer data)
{
  static const QdOutcomeStep steps[] = {
    QD_OUTCOME_STEP_ACCEPT,
    QD_OUTCOME_STEP_DELIVER,
    QD_OUTCOME_STEP_SUCCEED,
    QD_OUTCOME_STEP_VERIFY,
    QD_OUTCOME_STEP_CLOSE,
  };
  QdObjective *draft = qd_objective_create (fixture->plan, "First value");
  QdObjective *objective;
  g_autoptr(GError) error = NULL;

  g_object_set (draft,
                "criteria", "10 % of the seats",
                "impact", "A week saved",
                "due", TODAY + 30,
                "use-case", QD_USE_CASE_CI,
                NULL);
  objective = qd_test_add (fixture->portfolio, draft);

  qd_objective_step_async (
      fixture->store, objective, QD_OUTCOME_STEP_ACCEPT, TODAY, qd_test_async_cb, &fixture->slot);
  g_assert_false (qd_test_await_edit (fixture->store, &fixture->slot, &error));
  g_assert_error (error, QD_OUTCOME_ERROR, QD_OUTCOME_ERROR_MISSING);
  g_assert_cmpint (objective->outcome, ==, QD_OUTCOME_PROPOSED);

  draft = qd_record_dup_draft (objective);
  g_object_set (draft, "baseline", "0 seats", NULL);
  qd_objective_save_async (fixture->store, draft, "Edit", qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_object_unref (draft);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_cmpint (qd_outcome_get_next_step (objective), ==, steps[i]);
      qd_objective_step_async (fixture->store, objective, steps[i], TODAY, qd_test_async_cb, &fixture->slot);
      await_edit (fixture);
    }

  g_assert_cmpint (objective->closed, ==, TODAY);
  g_assert_cmpint (objective->outcome, ==, QD_OUTCOME_VERIFIED);

  qd_objective_step_async (
      fixture->store, objective, QD_OUTCOME_STEP_REOPEN, TODAY, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpint (objective->closed, ==, QD_DAY_NONE);
  g_assert_cmpint (objective->outcome, ==, QD_OUTCOME_DELIVERED);

  qd_test_undo (fixture->store);
  g_assert_cmpint (objective->closed, ==, TODAY);
  g_assert_cmpint (objective->status, ==, QD_OBJECTIVE_STATUS_CLOSED_SUCCESS);
}

static gint64
add_objective (Fixture *fixture,
               QdPlan  *plan,
               gint64   supports)
{
  QdObjective *draft = qd_objective_create (plan, "Pipelines");

  g_object_set (draft, "supports", supports, NULL);

  return qd_record_get_id (qd_test_add (fixture->portfolio, draft));
}

static void
add_task_for (Fixture     *fixture,
              QdPlan      *plan,
              gint64       objective,
              QdTaskStatus status)
{
  QdTask *draft = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (
      draft, "plan", qd_record_get_id (plan), "title", "Step", "objective", objective, "status", status, NULL);
  qd_test_add (fixture->portfolio, draft);
}

static QdObjective *
find_objective (Fixture *fixture,
                gint64   id)
{
  return qd_portfolio_lookup (fixture->portfolio, QD_TYPE_OBJECTIVE, id);
}

/* What an accelerator does counts in the success plan, also through a third plan, and
 * what two objectives are to each other in a circle counts once. */
static void
test_objective_roll_up (Fixture      *fixture,
                        gconstpointer data)
{
  QdPlan *plans[3] = { fixture->plan };
  gint64  ids[3], lone;
  g_autoptr(QdObjective) circle = NULL;

  for (int i = 1; i < 3; i++)
    {
      QdPlan *draft = qd_record_new_draft (QD_TYPE_PLAN);

      g_object_set (draft, "account", fixture->plan->account, "name", "More", "start", TODAY, "target", TODAY + 83, NULL);
      plans[i] = qd_test_add (fixture->portfolio, draft);
    }

  ids[0] = add_objective (fixture, plans[0], 0);
  lone = add_objective (fixture, plans[0], 0);
  ids[1] = add_objective (fixture, plans[1], ids[0]);
  ids[2] = add_objective (fixture, plans[2], ids[1]);

  for (int i = 0; i < 3; i++)
    add_task_for (fixture, plans[i], ids[i], i == 1 ? QD_TASK_STATUS_DONE : QD_TASK_STATUS_ON_TRACK);

  add_task_for (fixture, plans[1], 0, QD_TASK_STATUS_ON_TRACK);

  for (int i = 0; i < 3; i++)
    {
      g_autoptr(GPtrArray) tasks = qd_objective_dup_tasks (fixture->portfolio, find_objective (fixture, ids[i]));
      g_autoptr(GPtrArray) supportable =
                    qd_objective_dup_supportable (fixture->portfolio, find_objective (fixture, ids[i]));

      g_assert_cmpuint (tasks->len, ==, 3 - (guint)i);

      /* Of the other plans, what is not part of it: the lone one is of the first plan. */
      g_assert_cmpuint (supportable->len, ==, i == 0 ? 0 : i == 1 ? 2
                                                                  : 3);
    }

  {
    g_autoptr(GPtrArray) none = qd_objective_dup_tasks (fixture->portfolio, find_objective (fixture, lone));
    g_autoptr(GPtrArray) all = NULL;

    g_assert_cmpuint (none->len, ==, 0);
    circle = qd_record_dup_draft (find_objective (fixture, ids[0]));
    g_object_set (circle, "supports", ids[2], NULL);
    qd_objective_save_async (fixture->store, circle, "Edit", qd_test_async_cb, &fixture->slot);
    await_edit (fixture);
    all = qd_objective_dup_tasks (fixture->portfolio, find_objective (fixture, ids[2]));
    g_assert_cmpuint (all->len, ==, 3);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/plan-edits/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("task/move", test_move_task);
  ADD ("task/move-many-times", test_move_task_many_times);
  ADD ("task/complete", test_complete_task);
  ADD ("task/duplicate-and-delete", test_duplicate_and_delete_task);
  ADD ("phases", test_phases);
  ADD ("shift", test_shift);
  ADD ("duplicate", test_duplicate_plan);
  ADD ("duplicate-network", test_duplicate_network);
  ADD ("objective/steps", test_objective_steps);
  ADD ("objective/roll-up", test_objective_roll_up);
#undef ADD

  return g_test_run ();
}
