/* qd-history-since-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-since-load"

#include <glib/gi18n.h>

#include "qd-change-log.h"
#include "qd-history-kinds.h"
#include "qd-history-lines-load.h"
#include "qd-history-query.h"
#include "qd-record-value.h"

typedef struct sqlite3_changegroup sqlite3_changegroup;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_changegroup, sqlite3changegroup_delete)

typedef struct
{
  QdHistoryReader *reader;
  gint64           account;
  QdHistorySince  *since;
} Sorting;

void
qd_history_since_free (QdHistorySince *since)
{
  g_ptr_array_unref (since->added);
  g_ptr_array_unref (since->changed);
  g_ptr_array_unref (since->done);
  g_ptr_array_unref (since->moved);
  g_ptr_array_unref (since->removed);
  g_free (since);
}

static gboolean
add_change (sqlite3_changegroup *group,
            sqlite3_stmt        *stmt,
            GError             **error)
{
  g_autoptr(GBytes) bytes = qd_change_log_unpack (stmt, 0, error);
  gsize         len;
  gconstpointer data;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &len);

  if (sqlite3changegroup_add (group, len, (gpointer)data) == SQLITE_OK)
    return TRUE;

  g_set_error_literal (error, QD_DB_ERROR, QD_DB_ERROR_CORRUPT, _ ("A change in the history is damaged"));
  return FALSE;
}

/* Of changes that touch the account all rows are taken: which are not its own is seen later. */
static gboolean
add_changes (QdDb                *db,
             QdHistoryAsk        *ask,
             sqlite3_changegroup *group,
             GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt =
      ask->account == 0
          ? qd_db_prepare (db,
                           "SELECT size, changes FROM local_change WHERE id >"
                           " (SELECT ifnull (max (id), 0) FROM local_change WHERE time <= ?1) ORDER BY id",
                           error)
          : qd_db_prepare (db,
                           "SELECT size, changes FROM local_change WHERE id IN"
                           " (SELECT change FROM local_change_row WHERE account = ?2 AND account <> 0 AND change >"
                           " (SELECT ifnull (max (id), 0) FROM local_change WHERE time <= ?1)) ORDER BY id",
                           error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, ask->since);

  if (ask->account != 0)
    sqlite3_bind_int64 (stmt, 2, ask->account);

  while (qd_db_next (db, stmt, &local_error))
    {
      if (!add_change (group, stmt, error))
        {
          sqlite3_reset (stmt);
          return FALSE;
        }
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
is_of_account (QdDb           *db,
               const QdChange *change,
               gint64          account)
{
  gboolean      is_its = FALSE;
  sqlite3_stmt *stmt = qd_db_prepare (db,
                                      "SELECT account = ? FROM local_change_row WHERE record = ? AND name = ?"
                                      " ORDER BY change DESC LIMIT 1",
                                      NULL);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, account);
  sqlite3_bind_int64 (stmt, 2, change->id);
  sqlite3_bind_text (stmt, 3, change->table, -1, SQLITE_STATIC);

  if (qd_db_next (db, stmt, NULL))
    {
      is_its = sqlite3_column_int (stmt, 0);
      sqlite3_reset (stmt);
    }

  return is_its;
}

/* Returns: (transfer none): where @line belongs; %NULL for nowhere */
static GPtrArray *
choose (Sorting        *sorting,
        QdHistoryLine  *line,
        const QdChange *change)
{
  GType           type = qd_history_reader_get_type (sorting->reader, change->table);
  const QdColumn *column;
  g_autoptr(GTypeClass) klass = g_type_class_ref (type);
  sqlite3_value *value;

  if (line->op == QD_HISTORY_ADDED)
    return sorting->since->added;

  if (line->op == QD_HISTORY_REMOVED)
    return sorting->since->removed;

  if (line->before == NULL)
    return NULL;

  column = qd_record_find_column (type, line->column);
  value = qd_change_get_value (change, column - QD_RECORD_CLASS (klass)->columns + 1);

  if (qd_history_kinds_is_done (line->table, line->column, (const char *)sqlite3_value_text (value)))
    return sorting->since->done;

  return qd_history_kinds_is_move (column) ? sorting->since->moved : sorting->since->changed;
}

static void
sort_cb (const QdChange *change,
         gpointer        user_data)
{
  Sorting *sorting = user_data;
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  if (sorting->account != 0 && !is_of_account (sorting->reader->db, change, sorting->account))
    return;

  qd_history_reader_add_lines (sorting->reader, change, 0, lines);

  for (guint i = 0; i < lines->len; i++)
    {
      QdHistoryLine *line = g_ptr_array_index (lines, i);
      GPtrArray     *list = choose (sorting, line, change);

      if (list != NULL)
        g_ptr_array_add (list, g_object_ref (line));
    }
}

static QdHistorySince *
since_new (void)
{
  QdHistorySince *since = g_new0 (QdHistorySince, 1);

  since->added = g_ptr_array_new_with_free_func (g_object_unref);
  since->changed = g_ptr_array_new_with_free_func (g_object_unref);
  since->done = g_ptr_array_new_with_free_func (g_object_unref);
  since->moved = g_ptr_array_new_with_free_func (g_object_unref);
  since->removed = g_ptr_array_new_with_free_func (g_object_unref);

  return since;
}

/* Returns: (transfer full): a #QdHistorySince. Of a day that was kept together, all counts if
 * its end does. */
gpointer
qd_history_since_func (QdDb    *db,
                       gpointer ask,
                       GError **error)
{
  QdHistoryAsk *self = ask;
  g_autoptr(QdHistoryReader) reader = qd_history_reader_new (db, self->types, error);
  g_autoptr(QdHistorySince) since = since_new ();
  g_autoptr(sqlite3_changegroup) group = NULL;
  g_autoptr(QdChanges) changes = NULL;
  g_autoptr(GBytes) bytes = NULL;
  sqlite3_changegroup *created = NULL;
  Sorting              sorting = { reader, self->account, since };
  gpointer             data = NULL;
  int                  len = 0;

  if (reader == NULL || sqlite3changegroup_new (&created) != SQLITE_OK)
    return NULL;

  group = created;

  /* Changes of before an update have fewer columns. */
  if (sqlite3changegroup_schema (group, qd_db_get_native (db), "main") != SQLITE_OK)
    return NULL;

  if (!add_changes (db, self, group, error))
    return NULL;

  if (sqlite3changegroup_output (group, &len, &data) != SQLITE_OK)
    {
      g_set_error_literal (error, QD_DB_ERROR, QD_DB_ERROR_FAILED, _ ("The history is too long for this machine’s memory"));
      return NULL;
    }

  bytes = g_bytes_new_with_free_func (data, len, sqlite3_free, data);
  changes = qd_changes_new ("", bytes);
  qd_changes_foreach (changes, sort_cb, &sorting);

  return g_steal_pointer (&since);
}
