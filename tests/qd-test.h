/* qd-test.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-batch.h"
#include "qd-db.h"
#include "qd-kinds.h"
#include "qd-record-list.h"
#include "qd-schema.h"
#include "qd-store.h"

/* Returns: (transfer full): the scripts up to @version of the schema, as an app of then had them */
static inline char **
qd_test_load_scripts (guint version)
{
  char **scripts = qd_schema_load_scripts ("/io/gitlab/quarterdeck/Quarterdeck/schema");

  for (guint i = g_strv_length (scripts); i > version; i--)
    g_clear_pointer (&scripts[i - 1], g_free);

  return scripts;
}

static inline QdStore *
qd_test_store_new (const char *path)
{
  g_auto(GStrv) scripts = qd_schema_load_scripts ("/io/gitlab/quarterdeck/Quarterdeck/schema");

  return qd_store_new (path, (const char *const *)scripts);
}

/* A GAsyncReadyCallback for qd_test_await(): pass the address of the slot. */
static inline void
qd_test_async_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_set_object ((GAsyncResult **)user_data, result);
}

static inline GAsyncResult *
qd_test_await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (slot);
}

static inline gboolean
qd_test_await_edit (QdStore       *store,
                    GAsyncResult **slot,
                    GError       **error)
{
  g_autoptr(GAsyncResult) result = qd_test_await (slot);

  return qd_store_edit_finish (store, result, error);
}

static inline gboolean
qd_test_exec_func (QdDb    *db,
                   gpointer data,
                   GError **error)
{
  return qd_db_exec (db, data, error);
}

static inline void
qd_test_exec (QdStore    *store,
              const char *sql)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_store_edit_async (
      store, "Edit", qd_test_exec_func, g_strdup (sql), g_free, NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (store, &slot, &error);
  g_assert_no_error (error);
}

static inline void
qd_test_undo (QdStore *store)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_store_undo_async (store, NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (store, &slot, &error);
  g_assert_no_error (error);
}

static inline void
qd_test_redo (QdStore *store)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_store_redo_async (store, NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (store, &slot, &error);
  g_assert_no_error (error);
}

static inline gpointer
qd_test_nothing_func (QdDb    *db,
                      gpointer data,
                      GError **error)
{
  return g_strdup ("");
}

/* Lets all that was asked of @store before come back, and the models and pages
 * follow; twice, since what comes back may ask for more. */
static inline void
qd_test_settle (QdStore *store)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr(GAsyncResult) slot = NULL;
      g_autoptr(GAsyncResult) result = NULL;

      qd_store_read_async (store, qd_test_nothing_func, NULL, NULL, g_free, NULL, qd_test_async_cb, &slot);
      result = qd_test_await (&slot);
      g_free (qd_store_read_finish (store, result, NULL));

      while (g_main_context_iteration (NULL, FALSE))
        {
        }
    }
}

/* What is under way, such as a dialog that fades or a thread that ends, may hold
 * on to @object for a while, but not for ever. */
static inline void
qd_test_finalize (gpointer object)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (G_OBJECT (object)->ref_count > 1 && g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        {
        }

      g_usleep (1000);
    }

  g_assert_finalize_object (object);
}

/* Closes @store once nothing of its own is under way. */
static inline void
qd_test_store_close (QdStore *store)
{
  qd_store_close (store);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  qd_test_finalize (store);
}

static inline QdRecordList *
qd_test_load (QdStore *store,
              GType    item_type)
{
  QdRecordList *list = qd_record_list_new (store, item_type);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  qd_record_list_load_async (list, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  qd_record_list_load_finish (list, result, &error);
  g_assert_no_error (error);

  return list;
}

/* Returns: (transfer full): all of what @store has, loaded */
static inline QdPortfolio *
qd_test_load_portfolio (QdStore *store)
{
  QdPortfolio *portfolio = qd_kinds_new_portfolio (store);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  qd_portfolio_load_async (portfolio, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  qd_portfolio_load_finish (portfolio, result, &error);
  g_assert_no_error (error);

  return portfolio;
}

/* Inserts @draft, which is consumed. Returns: (transfer none): the record as @portfolio has it */
static inline gpointer
qd_test_add (QdPortfolio *portfolio,
             gpointer     draft)
{
  QdStore *store = qd_portfolio_get_store (portfolio);
  g_autoptr(QdRecord) owned = draft;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_record_add_async (draft, store, "Add", qd_test_async_cb, &slot);
  qd_test_await_edit (store, &slot, &error);
  g_assert_no_error (error);

  return qd_portfolio_lookup (portfolio, G_OBJECT_TYPE (draft), qd_record_get_id (draft));
}
