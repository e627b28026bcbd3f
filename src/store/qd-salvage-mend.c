/* qd-salvage-mend.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-salvage-mend"

#include "qd-salvage-private.h"

#include <glib/gi18n.h>

#include "qd-column-private.h"
#include "qd-record-private.h"

/* A made parent may need one of its own, and so on: no deeper than this. */
#define MAX_ROUNDS 10

/* A reference that leads to nothing */
typedef struct
{
  QdSalvageTable *table;
  guint           column;
  gint64          id;
  gint64          parent;
} Loose;

/**
 * Mending:
 * @stand_ins: (element-type QdSalvageTable gint64): of each table, the record for others that were
 *   made to refer to
 */
typedef struct
{
  QdSalvage  *salvage;
  GHashTable *stand_ins;
} Mending;

/* Runs @format for one row: with the name of its table, of the column, and of the table
 * that this refers to. */
static gboolean
run_on_row (QdSalvage   *self,
            const Loose *loose,
            const char  *format,
            gint64      *value,
            GError     **error)
{
  const QdSalvageColumn *column = &loose->table->columns[loose->column];
  g_autoptr(GString) sql = g_string_new (format);
  sqlite3_stmt *stmt;

  g_string_replace (sql, "$TABLE", loose->table->name, 0);
  g_string_replace (sql, "$COLUMN", column->name, 0);
  g_string_replace (sql, "$PARENT", column->parent, 0);

  if (!(stmt = qd_db_prepare (self->db, g_intern_string (sql->str), error)))
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, loose->id);

  if (value == NULL)
    return qd_db_run (self->db, stmt, error);

  *value = qd_db_next (self->db, stmt, error) ? sqlite3_column_int64 (stmt, 0) : 0;
  sqlite3_reset (stmt);

  return TRUE;
}

/* Sets where the reference of each leads; not while they are being listed. */
static gboolean
read_parents (QdSalvage *self,
              GArray    *list,
              GError   **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      Loose *loose = &g_array_index (list, Loose, i);

      if (!run_on_row (self, loose, "SELECT $COLUMN FROM $TABLE WHERE id = ?", &loose->parent, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full): the references that lead to nothing */
static GArray *
list_loose (QdSalvage *self,
            GError   **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (self->db,
                                      "SELECT k.\"table\", k.rowid, f.\"from\" FROM pragma_foreign_key_check k,"
                                      " pragma_foreign_key_list (k.\"table\") f WHERE f.id = k.fkid",
                                      error);
  g_autoptr(GArray) list = g_array_new (FALSE, TRUE, sizeof (Loose));
  g_autoptr(GError) local_error = NULL;

  if (stmt == NULL)
    return NULL;

  while (qd_db_next (self->db, stmt, &local_error))
    {
      Loose       loose = { .table = qd_salvage_find_table (self, (const char *)sqlite3_column_text (stmt, 0)) };
      const char *from = (const char *)sqlite3_column_text (stmt, 2);

      loose.id = sqlite3_column_int64 (stmt, 1);

      for (guint i = 0; loose.table != NULL && i < loose.table->n_columns; i++)
        {
          if (g_ascii_strcasecmp (loose.table->columns[i].name, from) == 0)
            loose.column = i;
        }

      if (loose.column > 0)
        g_array_append_val (list, loose);
    }

  if (local_error == NULL)
    return read_parents (self, list, error) ? g_steal_pointer (&list) : NULL;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static char *
dup_title (QdSalvage   *self,
           const Loose *loose)
{
  const char      *column = loose->table->columns[MAX (loose->table->title, 1)].name;
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", column, loose->table->name);
  sqlite3_stmt    *stmt = qd_db_prepare (self->db, g_intern_string (sql), NULL);
  char            *title = NULL;

  if (stmt != NULL && loose->table->title > 0)
    {
      sqlite3_bind_int64 (stmt, 1, loose->id);

      if (qd_db_next (self->db, stmt, NULL))
        title = g_strdup_printf (_ ("“%s”"), (const char *)sqlite3_column_text (stmt, 0));

      sqlite3_reset (stmt);
    }

  return title != NULL ? title : g_strdup_printf ("%016" G_GINT64_MODIFIER "x", loose->id);
}

/* Returns: the id of the one record of @table that is made for others that are made */
static gint64
get_stand_in (Mending        *mending,
              QdSalvageTable *table)
{
  gint64 *id = g_hash_table_lookup (mending->stand_ins, table);

  if (id == NULL)
    {
      g_autoptr(QdRecord) draft = qd_record_new_draft (table->type);

      id = g_new (gint64, 1);
      *id = qd_record_get_id (draft);
      g_hash_table_insert (mending->stand_ins, table, id);
    }

  return *id;
}

/* Returns: (nullable): the table that the column of that name refers to; an older version may not have it */
static QdSalvageTable *
find_parent (QdSalvage      *self,
             QdSalvageTable *table,
             const char     *name)
{
  for (guint i = 1; i < table->n_columns; i++)
    {
      if (g_str_equal (table->columns[i].name, name))
        return qd_salvage_find_table (self, table->columns[i].parent);
    }

  return NULL;
}

/* Whatever a record of its kind must have, so that it is one. What it refers to in turn
 * is made in the next round. */
static void
fill_draft (Mending        *mending,
            QdSalvageTable *table,
            gpointer        draft)
{
  QdRecordClass *klass = QD_RECORD_GET_CLASS (draft);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const QdColumn  *column = &klass->columns[i];
      const char      *property = klass->pspecs[i]->name;
      QdSalvageTable  *parent = find_parent (mending->salvage, table, column->name);
      g_autofree char *name = NULL;

      if (column->nullable || !qd_column_is_none (column, draft))
        continue;

      if (column->kind == QD_COLUMN_KIND_TEXT)
        {
          name = table->kind->n_made > 0 ? g_strdup_printf (_ ("Recovered %u"), table->kind->n_made + 1)
                                         : g_strdup (_ ("Recovered"));
          g_object_set (draft, property, name, NULL);
        }
      else if (column->kind == QD_COLUMN_KIND_DAY)
        {
          g_object_set (draft, property, qd_day_today (), NULL);
        }
      else if (column->kind == QD_COLUMN_KIND_REFERENCE && parent != NULL && parent->type != G_TYPE_INVALID)
        {
          g_object_set (draft, property, get_stand_in (mending, parent), NULL);
        }
    }
}

/* Into the table as the version of the file lays it out, which may be without columns of today. */
static gboolean
insert (Mending        *mending,
        QdSalvageTable *table,
        gpointer        draft,
        gint64          id,
        GError        **error)
{
  QdDb         *db = mending->salvage->db;
  sqlite3_stmt *stmt = qd_db_prepare (db, table->insert_sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);

  for (guint i = 1; i < table->n_columns; i++)
    {
      const QdColumn *column = qd_record_find_column (table->type, table->columns[i].name);

      if (column != NULL)
        qd_column_bind (column, draft, stmt, i + 1);
    }

  return qd_db_run (db, stmt, error);
}

/* Makes the record that others refer to by @id. */
static gboolean
make_record (Mending        *mending,
             QdSalvageTable *table,
             gint64          id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdRecord) draft = NULL;

  if (table == NULL || table->type == G_TYPE_INVALID || id <= 0)
    return FALSE;

  draft = qd_record_new_draft (table->type);
  fill_draft (mending, table, draft);

  if (!qd_record_check (draft, &error) || !insert (mending, table, draft, id, &error))
    {
      g_debug ("%s: %s", table->name, error->message);
      return FALSE;
    }

  table->kind->n_made++;

  return TRUE;
}

static gboolean
mend (Mending     *mending,
      const Loose *loose,
      GError     **error)
{
  QdSalvage             *self = mending->salvage;
  const QdSalvageColumn *column = &loose->table->columns[loose->column];
  QdSalvageTable        *parent = qd_salvage_find_table (self, column->parent);
  g_autofree char       *title = dup_title (self, loose);
  gint64                 is_done;

  /* An earlier one of this round may have made the one or taken away the other. */
  if (!run_on_row (self, loose, "SELECT NOT EXISTS (SELECT 1 FROM $TABLE c WHERE c.id = ? AND NOT EXISTS (SELECT 1 FROM $PARENT p WHERE p.id = c.$COLUMN))", &is_done, error))
    return FALSE;

  if (is_done)
    return TRUE;

  if (column->may_lead_nowhere && run_on_row (self, loose, "UPDATE $TABLE SET $COLUMN = NULL WHERE id = ?", NULL, NULL))
    {
      if (loose->table->kind != NULL)
        loose->table->kind->n_mended++;

      qd_salvage_note (loose->table, _ ("%s was kept without its “%s”, which is gone"), title, column->name);
      return TRUE;
    }

  if (make_record (mending, parent, loose->parent))
    return TRUE;

  if (loose->table->kind != NULL)
    loose->table->kind->n_kept--;

  qd_salvage_note (loose->table, _ ("%s was left out: its “%s” is gone"), title, column->name);
  return run_on_row (self, loose, "DELETE FROM $TABLE WHERE id = ?", NULL, error);
}

/**
 * qd_salvage_mend_references:
 *
 * Where a record refers to one that is lost, it does so no longer if it need not; else one
 * that bears the name “Recovered” is made in its place, so that what was of one account
 * stays together.
 */
gboolean
qd_salvage_mend_references (QdSalvage *self,
                            GError   **error)
{
  g_autoptr(GHashTable) stand_ins = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Mending mending = { self, stand_ins };

  for (int i = 0; i < MAX_ROUNDS; i++)
    {
      g_autoptr(GArray) list = list_loose (self, error);

      if (list == NULL)
        return FALSE;

      if (list->len == 0)
        return TRUE;

      for (guint j = 0; j < list->len; j++)
        {
          if (!mend (&mending, &g_array_index (list, Loose, j), error))
            return FALSE;
        }
    }

  return TRUE;
}
