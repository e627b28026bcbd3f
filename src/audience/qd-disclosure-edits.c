/* qd-disclosure-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-disclosure-edits"

#include "qd-disclosure-edits.h"

#include <glib/gi18n.h>

#include "qd-db.h"

void
qd_disclosure_free (QdDisclosure *self)
{
  g_free (self->audience);
  g_free (self->what);
  g_free (self->reason);
  g_free (self);
}

static gboolean
add_func (QdDb    *db,
          gpointer data,
          GError **error)
{
  const QdDisclosure *self = data;
  sqlite3_stmt       *stmt = qd_db_prepare (
      db, "INSERT INTO local_disclosure (at, account, audience, what, reason) VALUES (?, ?, ?, ?, ?)", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, self->at);

  if (self->account != 0)
    sqlite3_bind_int64 (stmt, 2, self->account);

  sqlite3_bind_text (stmt, 3, self->audience, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 4, self->what, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 5, self->reason, -1, SQLITE_TRANSIENT);

  return qd_db_run (db, stmt, error);
}

/* Notes that it goes out now. Ends with qd_store_edit_finish(). */
void
qd_disclosure_add_async (QdStore            *store,
                         gint64              account,
                         const char         *audience,
                         const char         *what,
                         const char         *reason,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  QdDisclosure *self = g_new0 (QdDisclosure, 1);

  self->at = g_get_real_time () / G_USEC_PER_SEC;
  self->account = account;
  self->audience = g_strdup (audience);
  self->what = g_strdup (what);
  self->reason = g_strdup (reason);
  qd_store_edit_async (
      store, _ ("Let Names Out"), add_func, self, (GDestroyNotify)qd_disclosure_free, NULL, callback, user_data);
}

static gpointer
load_func (QdDb    *db,
           gpointer data,
           GError **error)
{
  sqlite3_stmt *stmt =
      qd_db_prepare (db, "SELECT at, account, audience, what, reason FROM local_disclosure ORDER BY at DESC, id DESC", error);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_disclosure_free);
  g_autoptr(GError) local_error = NULL;

  if (stmt == NULL)
    return NULL;

  while (qd_db_next (db, stmt, &local_error))
    {
      QdDisclosure *self = g_new0 (QdDisclosure, 1);

      self->at = sqlite3_column_int64 (stmt, 0);
      self->account = sqlite3_column_int64 (stmt, 1);
      self->audience = g_strdup ((const char *)sqlite3_column_text (stmt, 2));
      self->what = g_strdup ((const char *)sqlite3_column_text (stmt, 3));
      self->reason = g_strdup ((const char *)sqlite3_column_text (stmt, 4));
      g_ptr_array_add (list, self);
    }

  if (local_error == NULL)
    return g_steal_pointer (&list);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

void
qd_disclosure_load_async (QdStore            *store,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  qd_store_read_async (
      store, load_func, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable) (element-type QdDisclosure): the last first */
GPtrArray *
qd_disclosure_load_finish (QdStore      *store,
                           GAsyncResult *result,
                           GError      **error)
{
  return qd_store_read_finish (store, result, error);
}
