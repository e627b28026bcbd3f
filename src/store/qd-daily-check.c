/* qd-daily-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-daily-check"

#include "qd-daily-check.h"

#include "qd-page-check.h"
#include "qd-search-index.h"

typedef struct
{
  char    *path;
  int      today;
  gboolean index_is_good;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_free (check->path);
  g_free (check);
}

/* Whether this was found in order today. A day that is to come is of a clock that was
 * wrong. */
static gboolean
is_done (QdDb *db,
         int   today)
{
  gint64 day = 0;

  return qd_db_get_int64 (db, "SELECT value FROM local_setting WHERE key = 'checked'", &day, NULL) && day == today;
}

/* A GTaskThreadFunc: whether the file was looked at */
static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Check *check = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdDb) db = qd_db_open_reader (check->path, &error);
  g_autofree char *name = g_filename_display_name (check->path);

  if (db == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (is_done (db, check->today))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  qd_db_heed (db, cancellable);

  if (qd_page_check (db, name, &check->index_is_good, &error))
    {
      check->index_is_good = check->index_is_good && qd_search_index_is_whole (db);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/* A QdReadFunc: nothing of what the person made is written, so it is no edit. */
static gpointer
mark_func (QdDb    *db,
           gpointer data,
           GError **error)
{
  Check        *check = data;
  sqlite3_stmt *stmt;

  if (!check->index_is_good && !qd_search_index_rebuild (db, error))
    return NULL;

  if (!(stmt = qd_db_prepare (db,
                              "INSERT INTO local_setting (key, value) VALUES ('checked', ?)"
                              " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                              error)))
    return NULL;

  sqlite3_bind_int (stmt, 1, check->today);

  return qd_db_run (db, stmt, error) ? g_strdup ("") : NULL;
}

static void
mark_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *marked = qd_store_read_finish (QD_STORE (object), result, &error);

  if (marked == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Check *check = g_task_get_task_data (task);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    qd_store_read_async (
        QD_STORE (object), mark_func, check, NULL, g_free, NULL, mark_cb, g_steal_pointer (&task));
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * qd_daily_check_async:
 * @path: of what @store has open
 * @today: a day of the person's calendar
 *
 * Looks once a day at every page of the file, in a thread and on a connection of its own,
 * so that it holds up nothing. A search index that is damaged is made anew; what else is
 * found is %QD_DB_ERROR_CORRUPT.
 */
void
qd_daily_check_async (QdStore            *store,
                      const char         *path,
                      int                 today,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) thread_task = NULL;
  Check *check;

  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (path != NULL);

  check = g_new0 (Check, 1);
  check->path = g_strdup (path);
  check->today = today;
  check->index_is_good = TRUE;
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_daily_check_async);
  g_task_set_task_data (task, check, check_free);
  thread_task = g_task_new (store, cancellable, checked_cb, g_object_ref (task));
  g_task_set_source_tag (thread_task, check_thread);
  g_task_set_task_data (thread_task, check, NULL);
  g_task_run_in_thread (thread_task, check_thread);
}

gboolean
qd_daily_check_finish (QdStore      *store,
                       GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (QD_IS_STORE (store), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_daily_check_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
