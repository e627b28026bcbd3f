/* qd-test-verbs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-test-verbs.h"

#include <string.h>

#include "qd-account.h"
#include "qd-catalogue-edits.h"
#include "qd-check-item.h"
#include "qd-check.h"
#include "qd-fact-book.h"
#include "qd-fact-edits.h"
#include "qd-link.h"
#include "qd-objective.h"
#include "qd-onboarding-edits.h"
#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-reference-edits.h"
#include "qd-sample.h"
#include "qd-saved-view.h"
#include "qd-task.h"
#include "qd-template-plan.h"

/* “Dedicated onboarding” of the customer with the most to do in it */
#define PLAN G_GINT64_CONSTANT (0x66d4a1cba6525399)

/* Returns: (transfer container) (element-type QdTestVerb): all that a person can do */
GPtrArray *
qd_test_verbs_list (void)
{
  static const QdTestVerb *const tables[] = {
    qd_test_verbs_accounts,
    qd_test_verbs_plans,
    qd_test_verbs_tasks,
    qd_test_verbs_timeline,
    qd_test_verbs_catalogue,
    qd_test_verbs_dedicated,
    qd_test_verbs_reference,
    qd_test_verbs_exchange,
    qd_test_verbs_safety,
    qd_test_verbs_kinds,
  };
  GPtrArray *verbs = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      for (const QdTestVerb *verb = tables[i]; verb->name != NULL; verb++)
        g_ptr_array_add (verbs, (gpointer)verb);
    }

  return verbs;
}

/* Returns: (transfer full): by which it is told from all others */
char *
qd_test_verb_dup_name (const QdTestVerb *verb)
{
  if (verb->kind != NULL)
    return g_strdup_printf ("%s:%s", verb->name, g_type_name (verb->kind ()));

  return verb->variant != NULL ? g_strdup_printf ("%s:%s", verb->name, verb->variant) : g_strdup (verb->name);
}

void
qd_test_desk_open (QdTestDesk *self,
                   const char *path)
{
  self->store = qd_test_store_new (path);
  self->portfolio = qd_test_load_portfolio (self->store);
  self->slot = NULL;
}

void
qd_test_desk_close (QdTestDesk *self)
{
  qd_test_settle (self->store);
  qd_test_finalize (g_steal_pointer (&self->portfolio));
  qd_test_store_close (g_steal_pointer (&self->store));
}

/* Does it, and waits until it is done. */
gboolean
qd_test_desk_do (QdTestDesk       *self,
                 const QdTestVerb *verb,
                 GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gboolean done;

  g_assert_null (self->slot);
  verb->make (self, verb);
  result = qd_test_await (&self->slot);

  if (g_async_result_is_tagged (result, qd_sample_load_async))
    done = qd_sample_finish (result, error);
  else if (g_async_result_is_tagged (result, qd_store_edit_async))
    done = qd_store_edit_finish (self->store, result, error);
  else
    done = g_task_propagate_boolean (G_TASK (result), error);

  qd_test_settle (self->store);

  return done;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = qd_record_get_id (*(gpointer *)a), second = qd_record_get_id (*(gpointer *)b);

  return first < second ? -1 : first > second;
}

/* Returns: (transfer none): the one with the least id */
gpointer
qd_test_desk_get_first (QdTestDesk *self,
                        GType       type)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (self->portfolio, type));
  gpointer    first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(QdRecord) record = g_list_model_get_item (list, i);

      if (first == NULL || qd_record_get_id (record) < qd_record_get_id (first))
        first = record;
    }

  if (first == NULL)
    g_error ("there is no %s", g_type_name (type));

  return first;
}

/* Returns: (transfer none): one of those that are part of @parent, in the order of their ids */
gpointer
qd_test_desk_get_child (QdTestDesk *self,
                        GType       type,
                        gpointer    parent,
                        guint       index)
{
  GPtrArray *children = qd_portfolio_peek_children (self->portfolio, type, qd_record_get_id (parent));
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; children != NULL && i < children->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (children, i));

  g_ptr_array_sort (sorted, compare_ids);
  g_assert_cmpuint (index, <, sorted->len);

  return g_ptr_array_index (sorted, index);
}

static guint
count_children (QdTestDesk *self,
                GType       type,
                gpointer    parent)
{
  GPtrArray *children = qd_portfolio_peek_children (self->portfolio, type, qd_record_get_id (parent));

  return children != NULL ? children->len : 0;
}

/* Returns: (transfer none): of the sample portfolio, with phases, objectives and much to do */
gpointer
qd_test_desk_get_plan (QdTestDesk *self)
{
  gpointer plan = qd_portfolio_lookup (self->portfolio, QD_TYPE_PLAN, PLAN);

  g_assert_nonnull (plan);

  return plan;
}

/* Returns: (transfer none): one of the plan's that is open, has days, a phase and a checklist of two or more */
gpointer
qd_test_desk_get_task (QdTestDesk *self,
                       guint       index)
{
  gpointer plan = qd_test_desk_get_plan (self);

  for (guint i = 0;; i++)
    {
      QdTask *task = qd_test_desk_get_child (self, QD_TYPE_TASK, plan, i);

      if (task->kind == QD_TASK_KIND_TASK && task->status != QD_TASK_STATUS_DONE && task->start != QD_DAY_NONE &&
          task->phase != 0 && task->due != QD_DAY_NONE && count_children (self, QD_TYPE_CHECK_ITEM, task) > 1 && index-- == 0)
        return task;
    }
}

/* Returns: (transfer container) (element-type QdTask) */
GPtrArray *
qd_test_desk_list_tasks (QdTestDesk *self,
                         guint       n_tasks)
{
  GPtrArray *tasks = g_ptr_array_new ();

  for (guint i = 0; i < n_tasks; i++)
    g_ptr_array_add (tasks, qd_test_desk_get_task (self, i));

  return tasks;
}

/* Each table and its rows as text */
static char *
dump (const char *path,
      const char *tables_sql)
{
  g_autoptr(GString) text = g_string_new (NULL);
  sqlite3      *native = NULL;
  sqlite3_stmt *tables = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &native, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (native, tables_sql, -1, &tables, NULL), ==, SQLITE_OK);

  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char      *name = (const char *)sqlite3_column_text (tables, 0);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", name);
      sqlite3_stmt    *rows = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (native, sql, -1, &rows, NULL), ==, SQLITE_OK);
      g_string_append_printf (text, "%s\n", name);

      while (sqlite3_step (rows) == SQLITE_ROW)
        {
          for (int i = 0; i < sqlite3_column_count (rows); i++)
            {
              const char *value = (const char *)sqlite3_column_text (rows, i);

              g_string_append (text, i > 0 ? " | " : "  ");
              g_string_append (text, sqlite3_column_name (rows, i));
              g_string_append_c (text, '=');
              g_string_append (text, value != NULL ? value : "NULL");
            }

          g_string_append_c (text, '\n');
        }

      g_assert_cmpint (sqlite3_finalize (rows), ==, SQLITE_OK);
    }

  g_assert_cmpint (sqlite3_finalize (tables), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (native), ==, SQLITE_OK);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Returns: (transfer full): all that is recorded, which is all that a person made */
char *
qd_test_dump_recorded (const char *path)
{
  return dump (path,
               "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
               " AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'local_*' ORDER BY name");
}

/* Returns: (transfer full): what is this machine's own, but for the steps to undo and what
 *   follows from the records */
char *
qd_test_dump_local (const char *path)
{
  return dump (path,
               "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
               " AND name IN ('local_setting', 'local_disclosure', 'local_reference_recent') ORDER BY name");
}

/* Nothing is damaged, leads nowhere or breaks a rule. */
void
qd_test_assert_in_order (QdStore *store)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  qd_check_async (store, types, n_types, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  findings = qd_check_finish (store, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *)g_ptr_array_index (findings, i));

  g_assert_cmpuint (findings->len, ==, 0);
}

/* The whole of both texts would be megabytes: says only where they part. */
void
qd_test_assert_same (const char *found,
                     const char *expected)
{
  g_auto(GStrv) found_lines = NULL;
  g_auto(GStrv) expected_lines = NULL;

  if (g_str_equal (found, expected))
    return;

  found_lines = g_strsplit (found, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; found_lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);

  g_assert_cmpuint (g_strv_length (found_lines), ==, g_strv_length (expected_lines));
}

/* Awaits an edit that cannot fail. */
static void
await (QdTestDesk *desk)
{
  g_autoptr(GError) error = NULL;

  qd_test_await_edit (desk->store, &desk->slot, &error);
  g_assert_no_error (error);
  qd_test_settle (desk->store);
}

static void
furnish_catalogue (QdTestDesk *desk)
{
  g_autoptr(QdCatalogue) catalogue = qd_catalogue_new (desk->portfolio);
  g_autoptr(QdCatalogueModule) first = g_list_model_get_item (G_LIST_MODEL (catalogue), 0);
  g_autoptr(QdContentModule) edited = qd_catalogue_create_draft (catalogue, first);
  g_autoptr(QdContentModule) own = qd_catalogue_create_own (catalogue, QD_MODULE_CATEGORY_CI_CD, "Runners of one’s own");

  g_object_set (edited, "name", "A first pipeline", NULL);
  qd_catalogue_save_async (catalogue, edited, qd_test_async_cb, &desk->slot);
  await (desk);
  qd_catalogue_add_async (catalogue, own, qd_test_async_cb, &desk->slot);
  await (desk);
}

static void
furnish_facts (QdTestDesk *desk)
{
  g_autoptr(QdFactBook) book = qd_fact_book_get (desk->portfolio);
  g_autoptr(QdFact) edited = qd_fact_copy (g_ptr_array_index (qd_fact_book_peek (book, QD_FACT_TOPIC_UPGRADE), 0));
  g_autoptr(QdFact) own = qd_fact_create_own (QD_FACT_TOPIC_STAR_REASON, "The sponsor asked");

  g_set_str (&edited->name, "The upgrade plan is written down");
  ((QdStarReasonFact *)own)->urgency = QD_STAR_URGENCY_TIMELY;
  qd_fact_save_async (book, edited, qd_test_async_cb, &desk->slot);
  await (desk);
  qd_fact_save_async (book, own, qd_test_async_cb, &desk->slot);
  await (desk);
  qd_fact_strike_async (
      book, g_ptr_array_index (qd_fact_book_peek (book, QD_FACT_TOPIC_ESCALATION), 0), qd_test_async_cb, &desk->slot);
  await (desk);
}

static void
furnish_reference (QdTestDesk *desk)
{
  g_autoptr(QdReference) reference = qd_reference_new (desk->portfolio);
  g_autoptr(GPtrArray) entries = qd_reference_list (reference, QD_REFERENCE_CATEGORY_TOOLS, NULL);
  QdReferenceEntry *entry = g_ptr_array_index (entries, 0);
  g_autoptr(QdReferenceRecord) edited = qd_reference_create_draft (reference, entry);
  g_autoptr(QdReferenceRecord) outdated = qd_reference_create_draft (reference, g_ptr_array_index (entries, 1));
  g_autoptr(QdReferenceRecord) own = qd_reference_create_own (reference, QD_REFERENCE_CATEGORY_TOOLS, "Our own runbooks");

  g_object_set (edited, "body", "What we found out about it.", NULL);
  qd_reference_save_async (reference, edited, qd_test_async_cb, &desk->slot);
  await (desk);
  g_object_set (outdated, "body", "As it was.", "based-on", "what it said once", NULL);
  qd_reference_save_async (reference, outdated, qd_test_async_cb, &desk->slot);
  await (desk);
  qd_reference_add_async (reference, own, qd_test_async_cb, &desk->slot);
  await (desk);
  qd_reference_set_favourite_async (reference, entry, TRUE, qd_test_async_cb, &desk->slot);
  await (desk);
  qd_reference_link_record_async (
      reference, entry->key, qd_test_desk_get_first (desk, QD_TYPE_ACCOUNT), qd_test_async_cb, &desk->slot);
  await (desk);
}

static void
furnish_plans (QdTestDesk *desk)
{
  g_autoptr(QdTemplatePlan) blank = qd_template_plan_new_blank ();
  QdTemplate *template = qd_record_new_draft (QD_TYPE_TEMPLATE);
  QdSavedView  *view = qd_record_new_draft (QD_TYPE_SAVED_VIEW);
  QdAccount    *account = qd_test_desk_get_first (desk, QD_TYPE_ACCOUNT);
  QdOnboarding *onboarding = qd_onboarding_new_draft (account, 1780000000, QD_TEST_TODAY);
  QdTask       *parent = qd_test_desk_get_task (desk, 0);
  QdTask       *child = qd_record_new_draft (QD_TYPE_TASK);
  QdLink       *link = qd_record_new_draft (QD_TYPE_LINK);

  qd_template_plan_fill_record (blank, template);
  g_object_set (template, "name", "Our own", NULL);
  qd_test_add (desk->portfolio, template);
  g_object_set (view, "name", "At risk", "body", "{}", "position", 1.0, NULL);
  qd_test_add (desk->portfolio, view);
  qd_test_add (desk->portfolio, onboarding);
  g_object_set (child,
                "plan", parent->plan,
                "phase", parent->phase,
                "parent", qd_record_get_id (parent),
                "title", "A part of it",
                "start", parent->start,
                "due", parent->start + 1,
                "position", 1.0,
                NULL);
  qd_test_add (desk->portfolio, child);
  g_object_set (link,
                "plan", parent->plan,
                "predecessor", qd_record_get_id (qd_test_desk_get_task (desk, 3)),
                "successor", qd_record_get_id (qd_test_desk_get_task (desk, 4)),
                NULL);
  qd_test_add (desk->portfolio, link);
}

/* In another plan than the one that the verbs take */
static void
misplace_task (QdTestDesk *desk)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (desk->portfolio, QD_TYPE_LINK));

  for (guint i = 0;; i++)
    {
      g_autoptr(QdLink) link = g_list_model_get_item (list, i);
      QdTask  *task = qd_portfolio_lookup (desk->portfolio, QD_TYPE_TASK, link->successor);
      QdBatch *batch;
      g_autoptr(QdTask) draft = NULL;

      if (link->plan == qd_record_get_id (qd_test_desk_get_plan (desk)) || task->kind != QD_TASK_KIND_TASK ||
          task->status != QD_TASK_STATUS_NOT_STARTED || link->kind != QD_LINK_KIND_FINISH_START)
        continue;

      draft = qd_record_dup_draft (task);
      g_object_set (draft, "title", QD_TEST_TOO_EARLY, "start", task->start - 140, "due", task->start - 139, NULL);
      batch = qd_batch_new ();
      qd_batch_update (batch, draft);
      qd_batch_apply_async (batch, desk->store, "Edit", NULL, qd_test_async_cb, &desk->slot);
      await (desk);
      return;
    }
}

static void
load_sample (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  qd_sample_load_async (desk->portfolio, QD_TEST_TODAY, NULL, qd_test_async_cb, &desk->slot);
}

/* The sample portfolio, and one of each kind of record that it has none of. */
void
qd_test_verbs_make_file (const char *path)
{
  static const QdTestVerb load = { "qd_sample_load_async", NULL, load_sample };
  QdTestDesk              desk;
  g_autoptr(GError) error = NULL;

  qd_test_desk_open (&desk, path);
  g_assert_true (qd_test_desk_do (&desk, &load, &error));
  furnish_plans (&desk);
  furnish_catalogue (&desk);
  furnish_facts (&desk);
  furnish_reference (&desk);
  misplace_task (&desk);
  qd_test_desk_close (&desk);
}
