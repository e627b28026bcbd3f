/* qd-record-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-record-rows"

#include <glib/gi18n.h>

#include "qd-column-private.h"
#include "qd-record-private.h"

/* A table and its description that have come apart would mix up the columns. */
static gboolean
check_columns (QdRecordClass *klass,
               sqlite3_stmt  *stmt,
               GError       **error)
{
  gboolean same = sqlite3_column_count (stmt) == klass->n_columns + 1 &&
                  g_str_equal (sqlite3_column_name (stmt, 0), "id");

  for (guint i = 0; same && i < klass->n_columns; i++)
    same = g_str_equal (sqlite3_column_name (stmt, i + 1), klass->columns[i].name);

  if (!same)
    g_set_error (error,
                 QD_DB_ERROR,
                 QD_DB_ERROR_FAILED,
                 _ ("The table “%s” does not have the columns this version expects"),
                 klass->table);

  return same;
}

static GPtrArray *
load (QdDb         *db,
      GType         type,
      sqlite3_stmt *stmt,
      GError      **error)
{
  QdRecordClass *klass = g_type_class_peek (type);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) local_error = NULL;

  if (!check_columns (klass, stmt, error))
    return NULL;

  while (qd_db_next (db, stmt, &local_error))
    {
      QdRecord *record = g_object_new (type, NULL);

      qd_record_set_id (record, sqlite3_column_int64 (stmt, 0));

      for (guint i = 0; i < klass->n_columns; i++)
        qd_column_take_sql (&klass->columns[i], record, sqlite3_column_value (stmt, i + 1));

      g_ptr_array_add (records, record);
    }

  if (local_error == NULL)
    return g_steal_pointer (&records);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * qd_record_load_all:
 *
 * Returns: (transfer full) (nullable): every record of @type, by id
 */
GPtrArray *
qd_record_load_all (QdDb    *db,
                    GType    type,
                    GError **error)
{
  QdRecordClass *klass = g_type_class_peek (type);
  sqlite3_stmt  *stmt = qd_db_prepare (db, klass->select_sql, error);

  return stmt != NULL ? load (db, type, stmt, error) : NULL;
}

/**
 * qd_record_load_children:
 * @parent: the id of what they are part of; 0 for those that are part of nothing
 *
 * On the store's thread, inside an edit or a read.
 *
 * Returns: (transfer full) (nullable): the records of @type that are part of @parent, by id
 */
GPtrArray *
qd_record_load_children (QdDb    *db,
                         GType    type,
                         gint64   parent,
                         GError **error)
{
  g_autoptr(GTypeClass) type_class = g_type_class_ref (type);
  QdRecordClass *klass = QD_RECORD_CLASS (type_class);
  sqlite3_stmt  *stmt;

  g_return_val_if_fail (klass->children_sql != NULL, NULL);

  if (!(stmt = qd_db_prepare (db, klass->children_sql, error)))
    return NULL;

  if (parent != 0)
    sqlite3_bind_int64 (stmt, 1, parent);

  return load (db, type, stmt, error);
}

/* Returns: (transfer full) (nullable): the record of @type with @id; %NULL with @error if there is none */
gpointer
qd_record_load (QdDb    *db,
                GType    type,
                gint64   id,
                GError **error)
{
  g_autoptr(GTypeClass) type_class = g_type_class_ref (type);
  sqlite3_stmt *stmt = qd_db_prepare (db, QD_RECORD_CLASS (type_class)->find_sql, error);
  g_autoptr(GPtrArray) records = NULL;

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, id);

  if (!(records = load (db, type, stmt, error)))
    return NULL;

  if (records->len == 1)
    return g_object_ref (g_ptr_array_index (records, 0));

  g_set_error_literal (error, QD_DB_ERROR, QD_DB_ERROR_NOT_FOUND, _ ("It is no longer there"));

  return NULL;
}

QdRecord *
qd_record_new_from_change (GType           type,
                           const QdChange *change)
{
  QdRecord *self = g_object_new (type, NULL);

  qd_record_set_id (self, change->id);
  qd_record_take_change (self, change);

  return self;
}

void
qd_record_take_change (QdRecord       *self,
                       const QdChange *change)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      sqlite3_value *value = qd_change_get_value (change, i + 1);

      if (value != NULL && qd_column_take_sql (&klass->columns[i], self, value))
        g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[i]);
    }
}

/* Whether both, of one type, hold the same. */
gboolean
qd_record_is_same (QdRecord *self,
                   QdRecord *other)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      if (!qd_column_is_equal (&klass->columns[i], self, other))
        return FALSE;
    }

  return TRUE;
}

void
qd_record_take_fields (QdRecord *self,
                       QdRecord *other)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      if (qd_column_is_equal (&klass->columns[i], self, other))
        continue;

      qd_column_copy (&klass->columns[i], self, other);
      g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[i]);
    }
}
