/* qd-undo-stack.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-undo-stack"

#include "qd-undo-stack.h"

/* On each stack, however often the file was closed in between. */
#define MAX_STEPS "200"

gboolean
qd_undo_stack_push (QdDb       *db,
                    QdUndoStack stack,
                    gint64      change,
                    GError    **error)
{
  sqlite3_stmt *stmt;

  if (!(stmt = qd_db_prepare (db, "INSERT INTO local_step (stack, change) VALUES (?, ?)", error)))
    return FALSE;

  sqlite3_bind_int (stmt, 1, stack);
  sqlite3_bind_int64 (stmt, 2, change);

  if (!qd_db_run (db, stmt, error) ||
      !(stmt = qd_db_prepare (db,
                              "DELETE FROM local_step WHERE id IN (SELECT id FROM local_step"
                              " WHERE stack = ? ORDER BY id DESC LIMIT -1 OFFSET " MAX_STEPS ")",
                              error)))
    return FALSE;

  sqlite3_bind_int (stmt, 1, stack);

  return qd_db_run (db, stmt, error);
}

/* Takes @change off whichever stack it is on; it stays in the log. */
gboolean
qd_undo_stack_drop (QdDb    *db,
                    gint64   change,
                    GError **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (db, "DELETE FROM local_step WHERE change = ?", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, change);

  return qd_db_run (db, stmt, error);
}

/**
 * qd_undo_stack_pop:
 * @change: (out): which change the newest step was to take back; 0 for none
 */
gboolean
qd_undo_stack_pop (QdDb       *db,
                   QdUndoStack stack,
                   gint64     *change,
                   GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (
      db, "SELECT change FROM local_step WHERE stack = ? ORDER BY id DESC LIMIT 1", error);

  *change = 0;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int (stmt, 1, stack);

  if (qd_db_next (db, stmt, &local_error))
    {
      *change = sqlite3_column_int64 (stmt, 0);
      sqlite3_reset (stmt);
      return qd_undo_stack_drop (db, *change, error);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
qd_undo_stack_clear (QdDb       *db,
                     QdUndoStack stack,
                     GError    **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (db, "DELETE FROM local_step WHERE stack = ?", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int (stmt, 1, stack);

  return qd_db_run (db, stmt, error);
}

/**
 * qd_undo_stack_dup_label:
 * @change: (out): which change the newest step is to take back; 0 for none
 *
 * Returns: (transfer full) (nullable): what that change was called
 */
char *
qd_undo_stack_dup_label (QdDb       *db,
                         QdUndoStack stack,
                         gint64     *change)
{
  sqlite3_stmt *stmt = qd_db_prepare (db,
                                      "SELECT c.id, c.label FROM local_step s JOIN local_change c ON c.id = s.change"
                                      " WHERE s.stack = ? ORDER BY s.id DESC LIMIT 1",
                                      NULL);
  char         *label = NULL;

  *change = 0;

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int (stmt, 1, stack);

  if (qd_db_next (db, stmt, NULL))
    {
      *change = sqlite3_column_int64 (stmt, 0);
      label = g_strdup ((const char *)sqlite3_column_text (stmt, 1));
      sqlite3_reset (stmt);
    }

  return label;
}
