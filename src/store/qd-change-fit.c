/* qd-change-fit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-change-fit"

#include "qd-change-fit.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-day-words.h"

/* The first row that is not as the change left it */
typedef struct
{
  QdDb       *db;
  const char *table; /* interned; NULL until it is found */
  gint64      id;
} Misfit;

static gboolean
is_equal (sqlite3_value *a,
          sqlite3_value *b)
{
  int n_bytes;

  if (sqlite3_value_type (a) != sqlite3_value_type (b))
    return FALSE;

  switch (sqlite3_value_type (a))
    {
    case SQLITE_NULL:
      return TRUE;

    case SQLITE_INTEGER:
      return sqlite3_value_int64 (a) == sqlite3_value_int64 (b);

    case SQLITE_FLOAT:
      return sqlite3_value_double (a) == sqlite3_value_double (b);

    default:
      n_bytes = sqlite3_value_bytes (a);
      return n_bytes == sqlite3_value_bytes (b) &&
             memcmp (sqlite3_value_blob (a), sqlite3_value_blob (b), n_bytes) == 0;
    }
}

static void
compare_row_cb (const QdChange *change,
                gpointer        user_data)
{
  Misfit          *misfit = user_data;
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" WHERE id = ?", change->table);
  sqlite3_stmt    *stmt;
  gboolean         is_there;
  gboolean         fits;

  if (misfit->table != NULL || !(stmt = qd_db_prepare (misfit->db, g_intern_string (sql), NULL)))
    return;

  sqlite3_bind_int64 (stmt, 1, change->id);
  is_there = qd_db_next (misfit->db, stmt, NULL);
  fits = is_there == (change->kind != SQLITE_DELETE);

  for (int i = 1; fits && is_there && i < change->n_columns; i++)
    {
      sqlite3_value *value = qd_change_get_value (change, i);

      fits = value == NULL || is_equal (value, sqlite3_column_value (stmt, i));
    }

  sqlite3_reset (stmt);

  if (fits)
    return;

  misfit->table = g_intern_string (change->table);
  misfit->id = change->id;
}

/* Returns: (transfer full) (nullable): what came in between */
static char *
dup_reason (QdDb      *db,
            QdChanges *changes,
            gint64     id,
            Misfit    *misfit)
{
  g_autofree char *reason = NULL;
  g_autofree char *when = NULL;
  const char      *title;
  sqlite3_stmt    *stmt = qd_db_prepare (db,
                                         "SELECT c.label, c.time, ifnull (r.title, '') FROM local_change_row r"
                                            " JOIN local_change c ON c.id = r.change"
                                            " WHERE r.record = ? AND r.change > ? AND r.name = ? ORDER BY r.change DESC LIMIT 1",
                                         NULL);

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, misfit->id);
  sqlite3_bind_int64 (stmt, 2, id);
  sqlite3_bind_text (stmt, 3, misfit->table, -1, SQLITE_STATIC);

  if (!qd_db_next (db, stmt, NULL))
    return NULL;

  when = qd_day_dup_moment (sqlite3_column_int64 (stmt, 1));
  title = (const char *)sqlite3_column_text (stmt, 2);

  if (*title != '\0')
    reason = g_strdup_printf (
        _ ("“%s” can no longer be reverted, because “%s” was changed since by “%s” (%s); nothing was changed now"),
        qd_changes_get_label (changes),
        title,
        sqlite3_column_text (stmt, 0),
        when);
  else
    reason = g_strdup_printf (
        _ ("“%s” can no longer be reverted, because what it changed was changed since by “%s” (%s); nothing was changed now"),
        qd_changes_get_label (changes),
        sqlite3_column_text (stmt, 0),
        when);

  sqlite3_reset (stmt);

  return g_steal_pointer (&reason);
}

/**
 * qd_change_fit_explain:
 * @changes: could not be reverted
 * @id: of @changes in the log
 * @error: (inout): is told more where it is that something does not fit
 *
 * Puts into @error what has come in between, and when.
 */
void
qd_change_fit_explain (QdDb      *db,
                       QdChanges *changes,
                       gint64     id,
                       GError   **error)
{
  Misfit           misfit = { .db = db };
  g_autofree char *reason = NULL;

  if (error == NULL || !g_error_matches (*error, QD_DB_ERROR, QD_DB_ERROR_CONFLICT))
    return;

  qd_changes_foreach (changes, compare_row_cb, &misfit);

  if (misfit.table != NULL)
    reason = dup_reason (db, changes, id, &misfit);
  else
    reason = g_strdup_printf (
        _ ("“%s” can no longer be reverted, because other records need what it changed to be as it is; nothing was changed now"),
        qd_changes_get_label (changes));

  if (reason == NULL)
    return;

  g_clear_error (error);
  g_set_error_literal (error, QD_DB_ERROR, QD_DB_ERROR_CONFLICT, reason);
}
