/* qd-check-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-check-query"

#include "qd-check-query.h"

#include <glib/gi18n.h>

#include "qd-db.h"

/* More of them say no more. */
#define MAX_FAULTS 20

static void
add_fault (GPtrArray  *faults,
           const char *format,
           ...)
{
  va_list args;

  if (faults->len >= MAX_FAULTS)
    return;

  va_start (args, format);
  g_ptr_array_add (faults, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
check_integrity (QdDb      *db,
                 GPtrArray *faults,
                 GError   **error)
{
  g_autoptr(GError) reason = NULL;
  sqlite3_stmt *stmt =
      qd_db_prepare (db, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'", error);

  if (stmt == NULL)
    return FALSE;

  while (qd_db_next (db, stmt, &reason))
    add_fault (faults, _ ("The file is damaged: %s"), (const char *)sqlite3_column_text (stmt, 0));

  if (reason == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
check_references (QdDb      *db,
                  GPtrArray *faults,
                  GError   **error)
{
  g_autoptr(GError) reason = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check", error);

  if (stmt == NULL)
    return FALSE;

  while (qd_db_next (db, stmt, &reason))
    add_fault (faults,
               _ ("The row %" G_GINT64_FORMAT " of “%s” refers to nothing in “%s”"),
               (gint64)sqlite3_column_int64 (stmt, 1),
               (const char *)sqlite3_column_text (stmt, 0),
               (const char *)sqlite3_column_text (stmt, 2));

  if (reason == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* A search index that has come apart from what it indexes says so when it is asked. */
static gboolean
check_indexes (QdDb      *db,
               GPtrArray *faults,
               GError   **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) reason = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (
      db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'", error);

  if (stmt == NULL)
    return FALSE;

  while (qd_db_next (db, stmt, &reason))
    g_ptr_array_add (names, g_strdup ((const char *)sqlite3_column_text (stmt, 0)));

  for (guint i = 0; reason == NULL && i < names->len; i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *sql = g_strdup_printf ("INSERT INTO \"%s\" (\"%s\", rank) VALUES ('integrity-check', 1)", name, name);

      if (!qd_db_exec (db, sql, NULL))
        add_fault (faults, _ ("The search index “%s” does not fit what it indexes"), name);
    }

  if (reason == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* A QdReadFunc; whether the schema is ours and known was seen when the file was opened. */
static gpointer
check_func (QdDb    *db,
            gpointer data,
            GError **error)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (!check_integrity (db, faults, error) || !check_references (db, faults, error) ||
      !check_indexes (db, faults, error))
    return NULL;

  return g_steal_pointer (&faults);
}

/* Looks at every page of the file, every reference and every search index. */
void
qd_check_async (QdStore            *store,
                GCancellable       *cancellable,
                GAsyncReadyCallback callback,
                gpointer            user_data)
{
  qd_store_read_async (
      store, check_func, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable) (element-type utf8): what is wrong, each a
 *   sentence; empty where nothing is */
GPtrArray *
qd_check_finish (QdStore      *store,
                 GAsyncResult *result,
                 GError      **error)
{
  return qd_store_read_finish (store, result, error);
}
