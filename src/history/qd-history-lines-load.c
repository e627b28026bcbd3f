/* qd-history-lines-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-lines-load"

#include "qd-history-lines-load.h"

#include "qd-audience.h"
#include "qd-column-private.h"
#include "qd-money.h"
#include "qd-record-value.h"

/* Returns: (transfer full) (nullable): for @db, on the calling thread */
QdHistoryReader *
qd_history_reader_new (QdDb    *db,
                       GArray  *types,
                       GError **error)
{
  g_autoptr(QdHistoryReader) self = g_new0 (QdHistoryReader, 1);

  self->db = db;
  self->types = types;
  self->ranks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < types->len; i++)
    {
      g_autoptr(GTypeClass) klass = g_type_class_ref (g_array_index (types, GType, i));

      g_hash_table_insert (
          self->ranks, (gpointer)g_intern_string (QD_RECORD_CLASS (klass)->table), GUINT_TO_POINTER (i + 1));
    }

  if (!(self->owners = qd_change_owners_new (db, error)))
    return NULL;

  return g_steal_pointer (&self);
}

void
qd_history_reader_free (QdHistoryReader *self)
{
  g_clear_pointer (&self->owners, qd_change_owners_free);
  g_hash_table_unref (self->ranks);
  g_free (self);
}

/* Returns: the less, the more others are a part of it */
guint
qd_history_reader_get_rank (QdHistoryReader *self,
                            const char      *table)
{
  guint rank = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, g_intern_string (table)));

  return rank != 0 ? rank : G_MAXUINT;
}

/* Returns: what is in @table; %G_TYPE_INVALID if that is no record */
GType
qd_history_reader_get_type (QdHistoryReader *self,
                            const char      *table)
{
  guint rank = qd_history_reader_get_rank (self, table);

  return rank != G_MAXUINT ? g_array_index (self->types, GType, rank - 1) : G_TYPE_INVALID;
}

static char *
dup_first (QdDb       *db,
           const char *sql,
           const char *table,
           gint64      id,
           gint64      entry)
{
  sqlite3_stmt *stmt = qd_db_prepare (db, sql, NULL);
  char         *text;

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, id);
  sqlite3_bind_text (stmt, 2, table, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 3, entry);

  if (!qd_db_next (db, stmt, NULL))
    return NULL;

  text = g_strdup ((const char *)sqlite3_column_text (stmt, 0));
  sqlite3_reset (stmt);

  return text;
}

/* What a record was called by then, or is called now, or was called at last */
static char *
dup_title (QdHistoryReader *self,
           const char      *table,
           gint64           id,
           gint64           entry)
{
  QdChangeOwner owner;
  char         *title = NULL;

  if (entry != 0)
    title = dup_first (self->db,
                       "SELECT title FROM local_change_row WHERE record = ? AND name = ? AND change = ?"
                       " AND title IS NOT NULL",
                       table,
                       id,
                       entry);

  if (title == NULL && qd_change_owners_find (self->owners, table, id, &owner, NULL))
    title = g_strdup (owner.title);

  if (title == NULL)
    title = dup_first (self->db,
                       "SELECT title FROM local_change_row WHERE record = ?1 AND name = ?2"
                       " AND title IS NOT NULL ORDER BY change DESC LIMIT 1",
                       table,
                       id,
                       0);

  return title;
}

/* Amounts are in the currency that the account has now. */
static char *
dup_amount (QdHistoryReader *self,
            gint64           account,
            gint64           amount)
{
  g_autofree char *currency =
      dup_first (self->db, "SELECT currency FROM account WHERE id = ?1 AND ?2 IS NOT NULL", "account", account, 0);

  return currency != NULL ? qd_money_dup_display (amount, currency) : g_strdup_printf ("%" G_GINT64_FORMAT, amount);
}

static char *
dup_value (QdHistoryReader *self,
           const QdChange  *change,
           GType            type,
           const QdColumn  *column,
           int              index,
           sqlite3_value   *value)
{
  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return g_strdup ("");

  if (column->kind == QD_COLUMN_KIND_REFERENCE)
    {
      const char *target = qd_change_owners_get_target (self->owners, change->table, index);
      char       *title = dup_title (self, target, sqlite3_value_int64 (value), 0);

      return title != NULL ? title : qd_record_dup_value_display (type, index - 1, value);
    }

  if (g_str_equal (column->name, "arr"))
    return dup_amount (self, change->id, sqlite3_value_int64 (value));

  return qd_record_dup_value_display (type, index - 1, value);
}

static void
add_field (QdHistoryReader *self,
           const QdChange  *change,
           GType            type,
           const QdColumn  *column,
           int              index,
           const char      *title,
           GPtrArray       *lines)
{
  sqlite3_value *before = NULL;
  sqlite3_value *after = qd_change_get_value (change, index);
  QdHistoryLine *line;

  if (after == NULL)
    return;

  sqlite3changeset_old (change->iter, index, &before);
  line = qd_history_line_new (QD_HISTORY_CHANGED, change->table, change->id, title);
  line->column = g_intern_string (column->name);
  line->field = g_strdup (g_dgettext (GETTEXT_PACKAGE, column->label));

  /* Where something stands among others is a number that says nothing. */
  if (!g_str_equal (column->name, "position"))
    {
      line->before = dup_value (self, change, type, column, index, before);
      line->after = dup_value (self, change, type, column, index, after);
    }

  g_ptr_array_add (lines, line);
}

/* Returns: (transfer full): what an account that was added or removed may be called on a screen. Once
 * it is gone nothing else knows that its name was sealed. */
static char *
dup_account_title (const QdChange *change,
                   QdRecordClass  *klass)
{
  g_autoptr(QdAccount) draft = qd_record_new_draft (QD_TYPE_ACCOUNT);

  for (int i = 1; i < change->n_columns && i <= klass->n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (change->kind == SQLITE_INSERT)
        value = qd_change_get_value (change, i);
      else
        sqlite3changeset_old (change->iter, i, &value);

      if (value != NULL)
        qd_column_take_sql (&klass->columns[i - 1], draft, value);
    }

  return draft->name != NULL ? qd_audience_dup_account_name (QD_AUDIENCE_INTERNAL, draft) : NULL;
}

/**
 * qd_history_reader_add_lines:
 * @change: one row of what was recorded
 * @entry: of which change it is, for the title it had then; 0 for the title of now
 * @lines: (element-type QdHistoryLine): to which one is added for each field that was changed,
 *   or one for a record that was added or removed
 */
void
qd_history_reader_add_lines (QdHistoryReader *self,
                             const QdChange  *change,
                             gint64           entry,
                             GPtrArray       *lines)
{
  GType type = qd_history_reader_get_type (self, change->table);
  g_autoptr(GTypeClass) type_class = NULL;
  g_autofree char *title = NULL;
  QdRecordClass   *klass;

  if (type == G_TYPE_INVALID)
    return;

  type_class = g_type_class_ref (type);
  klass = QD_RECORD_CLASS (type_class);
  title = type == QD_TYPE_ACCOUNT && change->kind != SQLITE_UPDATE ? dup_account_title (change, klass)
                                                                   : dup_title (self, change->table, change->id, entry);

  if (change->kind != SQLITE_UPDATE)
    {
      g_ptr_array_add (lines,
                       qd_history_line_new (change->kind == SQLITE_INSERT ? QD_HISTORY_ADDED : QD_HISTORY_REMOVED,
                                            change->table,
                                            change->id,
                                            title));
      return;
    }

  for (int i = 1; i < change->n_columns && i <= klass->n_columns; i++)
    add_field (self, change, type, &klass->columns[i - 1], i, title, lines);
}
