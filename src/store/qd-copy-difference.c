/* qd-copy-difference.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-copy-difference"

#include "qd-copy-difference.h"

#include <glib/gi18n.h>

#include "qd-copy-content.h"

#define IS_RECORDED(alias) \
  " " alias ".type = 'table' AND " alias ".name NOT GLOB 'sqlite_*' AND " alias ".name NOT GLOB 'local_*'"

/* A record of changes names columns by their position, so the tables are to be the same to the letter. */
static gboolean
check_layout (QdDb    *db,
              GError **error)
{
  gint64 n_other;

  if (!qd_db_get_int64 (db,
                        "SELECT (SELECT count(*) FROM present.sqlite_schema p"
                        " LEFT JOIN main.sqlite_schema m ON m.type = p.type AND m.name = p.name"
                        " WHERE" IS_RECORDED ("p") " AND m.sql IS NOT p.sql)"
                                                   " + (SELECT count(*) FROM main.sqlite_schema m"
                                                   " LEFT JOIN present.sqlite_schema p ON m.type = p.type AND m.name = p.name"
                                                   " WHERE" IS_RECORDED ("m") " AND m.sql IS NOT p.sql)",
                        &n_other,
                        error))
    return FALSE;

  if (n_other == 0)
    return TRUE;

  g_set_error_literal (
      error, QD_DB_ERROR, QD_DB_ERROR_NOT_OURS, _ ("The backup is not laid out as this version of Quarterdeck lays out its database"));
  return FALSE;
}

static gboolean
diff_table (QdDb            *db,
            sqlite3_session *session,
            const char      *table,
            GError         **error)
{
  char *message = NULL;
  int   rc;

  if ((rc = sqlite3session_attach (session, table)) == SQLITE_OK)
    rc = sqlite3session_diff (session, "present", table, &message);

  if (rc != SQLITE_OK)
    qd_db_set_error (db, rc, message != NULL ? message : table, error);

  sqlite3_free (message);

  return rc == SQLITE_OK;
}

static gboolean
diff_tables (QdDb            *db,
             sqlite3_session *session,
             GError         **error)
{
  const GPtrArray *tables = qd_db_get_recorded_tables (db);

  for (guint i = 0; i < tables->len; i++)
    {
      if (!diff_table (db, session, g_ptr_array_index (tables, i), error))
        return FALSE;
    }

  return TRUE;
}

/* One transaction over both files, so that neither changes while they are compared. */
static gboolean
open_both (QdDb       *db,
           const char *from,
           GError    **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (db, "ATTACH ? AS present", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, from, -1, SQLITE_TRANSIENT);

  return qd_db_run (db, stmt, error) && qd_db_exec (db, "BEGIN", error) && check_layout (db, error);
}

/**
 * qd_copy_difference_new:
 * @from: a database, which may be in use
 * @to: another of the same schema
 * @label: what making the one like the other is called
 * @cancellable: (nullable)
 *
 * Compares every recorded row of two files and changes neither. Any thread may call it.
 *
 * Returns: (transfer full) (nullable): what has to be done to the rows of @from for them to
 *   be those of @to
 */
QdChanges *
qd_copy_difference_new (const char   *from,
                        const char   *to,
                        const char   *label,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr(QdDb) db = NULL;
  g_autoptr(sqlite3_session) session = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gpointer data = NULL;
  int      rc, len = 0;

  g_return_val_if_fail (from != NULL && to != NULL && label != NULL, NULL);

  if (!(db = qd_db_open_reader (to, error)) || !open_both (db, from, error))
    return NULL;

  qd_db_heed (db, cancellable);

  if ((rc = sqlite3session_create (qd_db_get_native (db), "main", &session)) != SQLITE_OK)
    {
      qd_db_set_error (db, rc, "compare", error);
      return NULL;
    }

  if (!diff_tables (db, session, error))
    return NULL;

  if ((rc = sqlite3session_changeset (session, &len, &data)) != SQLITE_OK)
    {
      qd_db_set_error (db, rc, "compare", error);
      return NULL;
    }

  bytes = g_bytes_new_with_free_func (data, len, sqlite3_free, data);

  return qd_changes_new (label, bytes);
}
