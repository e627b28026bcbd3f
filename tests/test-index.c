/* test-index.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-contact.h"
#include "qd-index.h"
#include "qd-plan.h"
#include "qd-record-json.h"
#include "qd-task.h"
#include "qd-test-folder.h"
#include "qd-test.h"

#define N_ROUNDS 2000

/* Follows a model by its own account of what changed. */
static void
shadow_cb (GPtrArray  *shadow,
           guint       position,
           guint       removed,
           guint       added,
           GListModel *model)
{
  if (removed > 0)
    g_ptr_array_remove_range (shadow, position, removed);

  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (shadow, position + i, g_list_model_get_item (model, position + i));
}

static GPtrArray *
cast_shadow (GListModel *model)
{
  GPtrArray *shadow = g_ptr_array_new_with_free_func (g_object_unref);

  shadow_cb (shadow, 0, 0, g_list_model_get_n_items (model), model);
  g_signal_connect_data (model,
                         "items-changed",
                         G_CALLBACK (shadow_cb),
                         g_ptr_array_ref (shadow),
                         (GClosureNotify)(void (*) (void))g_ptr_array_unref,
                         G_CONNECT_SWAPPED);

  return shadow;
}

static void
assert_is_shadow (GListModel *model,
                  GPtrArray  *shadow)
{
  g_assert_cmpuint (shadow->len, ==, g_list_model_get_n_items (model));

  for (guint i = 0; i < shadow->len; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (model, i);

      g_assert_true (item == g_ptr_array_index (shadow, i));
    }
}

/* Every list and index must be what a fresh one would be, but for the order. */
static void
assert_is_like_new (QdPortfolio *portfolio)
{
  g_autoptr(QdPortfolio) fresh = qd_test_load_portfolio (qd_portfolio_get_store (portfolio));
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      GListModel *expected = G_LIST_MODEL (qd_portfolio_get_list (fresh, types[t]));
      QdIndex    *index = qd_portfolio_get_index (portfolio, types[t]);
      guint       n_items = g_list_model_get_n_items (expected);

      g_assert_cmpuint (
          g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (portfolio, types[t]))), ==, n_items);

      for (guint i = 0; i < n_items; i++)
        {
          g_autoptr(QdRecord) record = g_list_model_get_item (expected, i);
          gint64    parent = qd_record_get_parent (record);
          QdRecord *followed = qd_portfolio_lookup (portfolio, types[t], qd_record_get_id (record));
          g_autoptr(JsonNode) json = qd_record_to_json (record);
          g_autoptr(JsonNode) followed_json = qd_record_to_json (followed);

          g_assert_true (json_node_equal (json, followed_json));

          if (index == NULL)
            continue;

          g_assert_true (g_ptr_array_find (qd_index_peek_children (index, parent), followed, NULL));
          g_assert_cmpuint (qd_index_peek_children (index, parent)->len,
                            ==,
                            qd_portfolio_peek_children (fresh, types[t], parent)->len);
        }
    }
}

static QdAccount *
draft_account (const char *name)
{
  QdAccount *draft = qd_record_new_draft (QD_TYPE_ACCOUNT);

  g_object_set (draft, "name", name, NULL);

  return draft;
}

static QdPlan *
draft_plan (gint64 account)
{
  QdPlan *draft = qd_record_new_draft (QD_TYPE_PLAN);

  g_object_set (draft, "account", account, "name", "Plan", "start", 20000, "target", 20090, NULL);

  return draft;
}

static QdTask *
draft_task (gint64 plan)
{
  QdTask *draft = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (draft, "plan", plan, "title", "Task", NULL);

  return draft;
}

/* Returns: (nullable): any record of @type that is not @gone */
static gpointer
pick (QdPortfolio *portfolio,
      GType        type,
      GHashTable  *gone)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (portfolio, type));
  guint       n_items = g_list_model_get_n_items (list);

  for (int i = 0; n_items > 0 && i < 8; i++)
    {
      g_autoptr(QdRecord) record = g_list_model_get_item (list, g_test_rand_int_range (0, n_items));

      if (!g_hash_table_contains (gone, record))
        return record;
    }

  return NULL;
}

static void
add_step (QdPortfolio *portfolio,
          QdBatch     *batch,
          GHashTable  *gone)
{
  g_autoptr(QdRecord) draft = NULL;
  QdAccount *account = pick (portfolio, QD_TYPE_ACCOUNT, gone);
  QdPlan    *plan = pick (portfolio, QD_TYPE_PLAN, gone);
  QdTask    *task = pick (portfolio, QD_TYPE_TASK, gone);
  int        dice = g_test_rand_int_range (0, 20);

  if (dice == 0)
    qd_batch_insert (batch, draft = QD_RECORD (draft_account ("Account")));
  else if (dice < 3 && account != NULL)
    qd_batch_insert (batch, draft = QD_RECORD (draft_plan (qd_record_get_id (account))));
  else if (dice < 10 && plan != NULL)
    qd_batch_insert (batch, draft = QD_RECORD (draft_task (qd_record_get_id (plan))));
  else if (dice < 17 && task != NULL && plan != NULL)
    {
      draft = qd_record_dup_draft (task);
      g_object_set (draft,
                    "title", g_test_rand_bit () ? "Renamed" : "Task",
                    "progress", (gint64)g_test_rand_int_range (0, 100),
                    "plan", g_test_rand_bit () ? task->plan : qd_record_get_id (plan),
                    NULL);
      qd_batch_update (batch, draft);
    }
  else if (dice < 19 && task != NULL)
    {
      g_hash_table_add (gone, task);
      qd_batch_delete (batch, task);
    }
}

/* Deletes by themselves, so that no other step of the batch refers to what went along. */
static void
edit_at_random (QdPortfolio *portfolio)
{
  g_autoptr(GHashTable) gone = g_hash_table_new (NULL, NULL);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch = qd_batch_new ();
  GType    type = g_test_rand_bit () ? QD_TYPE_ACCOUNT : QD_TYPE_PLAN;
  gpointer victim = g_test_rand_int_range (0, 30) == 0 ? pick (portfolio, type, gone) : NULL;

  if (victim != NULL)
    qd_batch_delete (batch, victim);

  for (int i = g_test_rand_int_range (0, 8); victim == NULL && i >= 0; i--)
    add_step (portfolio, batch, gone);

  qd_batch_apply_async (batch, qd_portfolio_get_store (portfolio), "Edit", NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (qd_portfolio_get_store (portfolio), &slot, &error);
  g_assert_no_error (error);
}

static void
count_cb (guint *n_emissions)
{
  (*n_emissions)++;
}

static void
test_models_follow_every_change (void)
{
  QdStore *store = qd_test_store_new (":memory:");
  g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);
  GListModel *tasks = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TASK));
  g_autoptr(GPtrArray) shadow = cast_shadow (tasks);
  g_autoptr(GPtrArray) children_shadow = NULL;
  GListModel *children;
  QdAccount  *account = qd_test_add (portfolio, draft_account ("First"));
  QdPlan     *plan = qd_test_add (portfolio, draft_plan (qd_record_get_id (account)));
  guint       n_emissions = 0;

  children = qd_portfolio_get_children (portfolio, QD_TYPE_TASK, qd_record_get_id (plan));
  children_shadow = cast_shadow (children);
  g_signal_connect_swapped (tasks, "items-changed", G_CALLBACK (count_cb), &n_emissions);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      int dice = g_test_rand_int_range (0, 5);

      n_emissions = 0;

      if (dice == 0)
        qd_test_undo (store);
      else if (dice == 1)
        qd_test_redo (store);
      else
        edit_at_random (portfolio);

      g_assert_cmpuint (n_emissions, <=, 1);
      assert_is_shadow (tasks, shadow);
      assert_is_shadow (children, children_shadow);

      if (round % 100 == 0)
        assert_is_like_new (portfolio);
    }

  assert_is_like_new (portfolio);
  g_clear_object (&portfolio);
  qd_test_store_close (store);
}

static void
note_parent_cb (GArray *parents,
                gint64  parent)
{
  g_array_append_val (parents, parent);
}

/* What another process does to the file is applied to the records that are
 * there, with one emission, and only where something changed. */
static void
test_models_follow_another_process (QdTestFolder *fixture,
                                    gconstpointer data)
{
  QdStore *store = qd_test_store_new (fixture->path);
  QdStore *other_store = qd_test_store_new (fixture->path);
  g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);
  g_autoptr(QdPortfolio) other = NULL;
  g_autoptr(GPtrArray) shadow = NULL;
  g_autofree char *sql = NULL;
  g_autoptr(GArray) parents = g_array_new (FALSE, FALSE, sizeof (gint64));
  GListModel *tasks = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TASK));
  gint64      account = qd_record_get_id (qd_test_add (portfolio, draft_account ("Acme")));
  gint64      plans[] = { qd_record_get_id (qd_test_add (portfolio, draft_plan (account))),
                          qd_record_get_id (qd_test_add (portfolio, draft_plan (account))) };
  QdTask     *kept, *removed;
  gint64      removed_id;
  guint       n_emissions = 0;

  kept = qd_test_add (portfolio, draft_task (plans[0]));
  removed = qd_test_add (portfolio, draft_task (plans[0]));
  removed_id = qd_record_get_id (removed);
  qd_test_add (portfolio, draft_task (plans[1]));
  shadow = cast_shadow (tasks);
  g_signal_connect_swapped (tasks, "items-changed", G_CALLBACK (count_cb), &n_emissions);
  g_signal_connect_swapped (
      qd_portfolio_get_index (portfolio, QD_TYPE_TASK), "changed", G_CALLBACK (note_parent_cb), parents);

  other = qd_test_load_portfolio (other_store);
  sql = g_strdup_printf ("UPDATE task SET title = 'Theirs' WHERE id = %" G_GINT64_FORMAT ";"
                         "DELETE FROM task WHERE id = %" G_GINT64_FORMAT,
                         qd_record_get_id (kept),
                         removed_id);
  qd_test_exec (other_store, sql);
  qd_test_add (other, draft_task (plans[0]));

  /* An own edit in between, of what is already known to be gone elsewhere or is not known yet */
  qd_test_exec (store, "UPDATE task SET progress = 50");

  while (qd_portfolio_lookup (portfolio, QD_TYPE_TASK, removed_id) != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (qd_portfolio_lookup (portfolio, QD_TYPE_TASK, qd_record_get_id (kept)) == kept);
  g_assert_cmpstr (kept->title, ==, "Theirs");
  g_assert_cmpint (kept->progress, ==, 50);
  assert_is_shadow (tasks, shadow);
  g_assert_cmpuint (n_emissions, ==, 2);
  g_assert_cmpuint (qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, plans[0])->len, ==, 2);
  assert_is_like_new (portfolio);

  /* Nothing of theirs is in the second plan: only the own edit touched it. */
  g_assert_cmpuint (parents->len, ==, 3);

  g_clear_object (&portfolio);
  g_clear_object (&other);
  qd_test_store_close (other_store);
  qd_test_store_close (store);
}

/* Both sides edit at random and undo, each following the other. */
static void
test_two_sides_come_together (QdTestFolder *fixture,
                              gconstpointer data)
{
  QdStore     *stores[] = { qd_test_store_new (fixture->path), qd_test_store_new (fixture->path) };
  QdPortfolio *sides[] = { qd_test_load_portfolio (stores[0]), qd_test_load_portfolio (stores[1]) };

  for (int round = 0; round < 200; round++)
    {
      int         side = g_test_rand_int_range (0, 2);
      GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (sides[side], QD_TYPE_ACCOUNT));
      g_autoptr(QdAccount) victim = g_list_model_get_item (accounts, 0);
      g_autoptr(QdAccount) draft = draft_account ("Account");
      g_autoptr(GAsyncResult) slot = NULL;
      int dice = g_test_rand_int_range (0, 4);

      if (dice == 0)
        qd_store_undo_async (stores[side], NULL, qd_test_async_cb, &slot);
      else if (dice == 1 && victim != NULL)
        qd_record_remove_async (victim, stores[side], "Delete", qd_test_async_cb, &slot);
      else
        qd_record_add_async (draft, stores[side], "Add", qd_test_async_cb, &slot);

      /* What the other side did first may refuse it. */
      qd_test_await_edit (stores[side], &slot, NULL);
    }

  for (int side = 0; side < 2; side++)
    {
      /* A look at the file is enough to be told, and then to read it again. */
      g_autoptr(QdPortfolio) first = qd_test_load_portfolio (stores[side]);
      g_autoptr(QdPortfolio) second = qd_test_load_portfolio (stores[side]);

      assert_is_like_new (sides[side]);
    }

  for (int side = 0; side < 2; side++)
    {
      g_clear_object (&sides[side]);
      qd_test_store_close (stores[side]);
    }
}

static void
load_fails_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  guint *n_answers = user_data;

  g_assert_false (qd_portfolio_load_finish (QD_PORTFOLIO (object), result, &error));
  g_assert_nonnull (error);
  (*n_answers)++;
}

static void
test_load_that_fails_says_so_once (QdTestFolder *fixture,
                                   gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  guint n_answers = 0;

  for (int round = 0; round < 2; round++)
    {
      QdStore *store = qd_test_store_new (round == 0 ? fixture->folder : fixture->path);
      g_autoptr(QdPortfolio) portfolio = qd_kinds_new_portfolio (store);

      if (round == 1)
        g_cancellable_cancel (cancellable);

      qd_portfolio_load_async (portfolio, cancellable, load_fails_cb, &n_answers);
      qd_store_close (store);

      while (g_main_context_iteration (NULL, FALSE))
        {
        }

      g_assert_cmpuint (n_answers, ==, round + 1);
      g_assert_finalize_object (g_steal_pointer (&portfolio));
      g_assert_finalize_object (store);
    }
}

static void
test_empty_file_loads (void)
{
  QdStore *store = qd_test_store_new (":memory:");
  g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TASK))), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (qd_portfolio_get_children (portfolio, QD_TYPE_TASK, 7)), ==, 0);
  g_assert_null (qd_portfolio_lookup (portfolio, QD_TYPE_TASK, 7));
  g_clear_object (&portfolio);
  qd_test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/index/models-follow-every-change", test_models_follow_every_change);
  qd_test_folder_add ("/index/models-follow-another-process", test_models_follow_another_process);
  qd_test_folder_add ("/index/two-sides-come-together", test_two_sides_come_together);
  qd_test_folder_add ("/index/load-that-fails-says-so-once", test_load_that_fails_says_so_once);
  g_test_add_func ("/index/empty-file-loads", test_empty_file_loads);

  return g_test_run ();
}
