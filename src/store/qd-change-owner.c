/* qd-change-owner.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-change-owner"

#include "qd-change-owner.h"

#include "qd-record-value.h"

/* A table that another refers to by one of its columns */
typedef struct
{
  int         column; /* its index in the table */
  const char *parent; /* interned */
} Reference;

typedef struct
{
  const char *select; /* interned: the title and the references of a row */
  int         title;  /* the index of its column; negative for none */
  GArray     *references;
} Shape;

/* What is known of one row: by its table and id */
typedef struct
{
  const char *table; /* interned */
  gint64      id;
  char       *title;
  gint64     *parents; /* as many as its shape has references; 0 for none */
} Row;

struct _QdChangeOwners
{
  QdDb       *db;
  GHashTable *shapes; /* interned name of the table -> Shape */
  GHashTable *rows;   /* Row -> itself; of the change that was begun */
};

static void
shape_free (Shape *shape)
{
  g_array_unref (shape->references);
  g_free (shape);
}

static void
row_free (Row *row)
{
  g_free (row->title);
  g_free (row->parents);
  g_free (row);
}

static guint
row_hash (gconstpointer key)
{
  const Row *row = key;

  return g_int64_hash (&row->id) ^ g_direct_hash (row->table);
}

static gboolean
row_equal (gconstpointer a,
           gconstpointer b)
{
  const Row *row = a, *other = b;

  return row->id == other->id && row->table == other->table;
}

static gboolean
read_columns (QdDb       *db,
              const char *table,
              Shape      *shape,
              GString    *select,
              GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  gsize         best = G_MAXSIZE;
  sqlite3_stmt *stmt = qd_db_prepare (db, "SELECT cid, name FROM pragma_table_info (?)", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, table, -1, SQLITE_STATIC);

  while (qd_db_next (db, stmt, &local_error))
    {
      const char *name = (const char *)sqlite3_column_text (stmt, 1);

      gsize       rank;

      if (!qd_record_is_title (name, &rank) || rank >= best)
        continue;

      best = rank;
      shape->title = sqlite3_column_int (stmt, 0);
      g_string_printf (select, "SELECT \"%s\"", name);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* In the order of the columns: the first is what the record is a part of. */
static gboolean
read_references (QdDb       *db,
                 const char *table,
                 Shape      *shape,
                 GString    *select,
                 GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db,
                                      "SELECT c.cid, c.name, f.\"table\""
                                      " FROM pragma_foreign_key_list (?1) f"
                                      " JOIN pragma_table_info (?1) c ON c.name = f.\"from\""
                                      " WHERE f.\"table\" <> ?1 ORDER BY c.cid",
                                      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, table, -1, SQLITE_STATIC);

  while (qd_db_next (db, stmt, &local_error))
    {
      Reference reference = { sqlite3_column_int (stmt, 0),
                              g_intern_string ((const char *)sqlite3_column_text (stmt, 2)) };

      g_array_append_val (shape->references, reference);
      g_string_append_printf (select, ", \"%s\"", (const char *)sqlite3_column_text (stmt, 1));
    }

  g_string_append_printf (select, " FROM \"%s\" WHERE id = ?", table);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
add_shape (QdChangeOwners *self,
           const char     *table,
           GError        **error)
{
  g_autoptr(GString) select = g_string_new ("SELECT NULL");
  Shape *shape = g_new0 (Shape, 1);

  shape->title = -1;
  shape->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  g_hash_table_insert (self->shapes, (gpointer)g_intern_string (table), shape);

  if (!read_columns (self->db, table, shape, select, error) ||
      !read_references (self->db, table, shape, select, error))
    return FALSE;

  shape->select = g_intern_string (select->str);

  return TRUE;
}

QdChangeOwners *
qd_change_owners_new (QdDb    *db,
                      GError **error)
{
  g_autoptr(QdChangeOwners) self = g_new0 (QdChangeOwners, 1);
  const GPtrArray *tables = qd_db_get_recorded_tables (db);

  self->db = db;
  self->shapes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)shape_free);
  self->rows = g_hash_table_new_full (row_hash, row_equal, NULL, (GDestroyNotify)row_free);

  for (guint i = 0; i < tables->len; i++)
    {
      if (!add_shape (self, g_ptr_array_index (tables, i), error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
qd_change_owners_free (QdChangeOwners *self)
{
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->shapes);
  g_free (self);
}

/* Takes @title. */
static Row *
add_row (QdChangeOwners *self,
         const char     *table,
         gint64          id,
         char           *title,
         const Shape    *shape)
{
  Row *row = g_new0 (Row, 1);

  row->table = table;
  row->id = id;
  row->title = title;
  row->parents = g_new0 (gint64, shape->references->len);
  g_hash_table_replace (self->rows, row, row);

  return row;
}

/* A row that is gone can only be read from what recorded its going. */
static void
note_deleted_cb (const QdChange *change,
                 gpointer        user_data)
{
  QdChangeOwners *self = user_data;
  const char     *table = g_intern_string (change->table);
  const Shape    *shape = g_hash_table_lookup (self->shapes, table);
  sqlite3_value  *value = NULL;
  char           *title = NULL;
  Row            *row;

  if (shape == NULL || change->kind != SQLITE_DELETE)
    return;

  if (shape->title >= 0 && sqlite3changeset_old (change->iter, shape->title, &value) == SQLITE_OK)
    title = g_strdup ((const char *)sqlite3_value_text (value));

  row = add_row (self, table, change->id, title, shape);

  for (guint i = 0; i < shape->references->len; i++)
    {
      value = NULL;

      if (sqlite3changeset_old (change->iter, g_array_index (shape->references, Reference, i).column, &value) == SQLITE_OK &&
          value != NULL)
        row->parents[i] = sqlite3_value_int64 (value);
    }
}

/* To be called after @changes were made, and before qd_change_owners_find() for its rows. */
void
qd_change_owners_begin (QdChangeOwners *self,
                        QdChanges      *changes)
{
  g_hash_table_remove_all (self->rows);
  qd_changes_foreach (changes, note_deleted_cb, self);
}

/* Returns: (nullable): %NULL with @error set, or where there is no such row */
static Row *
find_row (QdChangeOwners *self,
          const char     *table,
          gint64          id,
          const Shape    *shape,
          GError        **error)
{
  const Row     key = { .table = table, .id = id };
  Row          *row = g_hash_table_lookup (self->rows, &key);
  sqlite3_stmt *stmt;

  if (row != NULL)
    return row;

  if (!(stmt = qd_db_prepare (self->db, shape->select, error)))
    return NULL;

  sqlite3_bind_int64 (stmt, 1, id);

  if (!qd_db_next (self->db, stmt, error))
    return NULL;

  row = add_row (self, table, id, g_strdup ((const char *)sqlite3_column_text (stmt, 0)), shape);

  for (guint i = 0; i < shape->references->len; i++)
    row->parents[i] = sqlite3_column_int64 (stmt, i + 1);

  sqlite3_reset (stmt);

  return row;
}

/* @wanted: the interned name of a table. @error: not %NULL. @depth: of a schema that goes round in circles there is an end. */
static gint64
find_owner (QdChangeOwners *self,
            const char     *wanted,
            const char     *table,
            gint64          id,
            int             depth,
            GError        **error)
{
  const Shape *shape = g_hash_table_lookup (self->shapes, table);
  Row         *row;

  if (table == wanted)
    return id;

  if (shape == NULL || shape->references->len == 0 || depth == 0 ||
      !(row = find_row (self, table, id, shape, error)))
    return 0;

  for (guint i = 0; i < shape->references->len && *error == NULL; i++)
    {
      const char *parent = g_array_index (shape->references, Reference, i).parent;
      gint64      owner = 0;

      if (row->parents[i] != 0)
        owner = find_owner (self, wanted, parent, row->parents[i], depth - 1, error);

      if (owner != 0)
        return owner;
    }

  return 0;
}

/* A row that is nowhere to be found belongs to nobody, which is no error. */
gboolean
qd_change_owners_find (QdChangeOwners *self,
                       const char     *table,
                       gint64          id,
                       QdChangeOwner  *owner,
                       GError        **error)
{
  const char  *name = g_intern_string (table);
  const Shape *shape = g_hash_table_lookup (self->shapes, name);
  g_autoptr(GError) local_error = NULL;
  Row *row;

  *owner = (QdChangeOwner){ 0 };

  if (shape == NULL)
    return TRUE;

  row = find_row (self, name, id, shape, &local_error);
  owner->title = row != NULL ? row->title : NULL;

  if (local_error == NULL)
    owner->account = find_owner (self, g_intern_static_string ("account"), name, id, 8, &local_error);

  if (local_error == NULL)
    owner->plan = find_owner (self, g_intern_static_string ("plan"), name, id, 8, &local_error);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * qd_change_owners_get_target:
 * @column: its index in @table
 *
 * Returns: (transfer none): the table that a reference in @column refers to; interned
 */
const char *
qd_change_owners_get_target (QdChangeOwners *self,
                             const char     *table,
                             int             column)
{
  const char  *name = g_intern_string (table);
  const Shape *shape = g_hash_table_lookup (self->shapes, name);

  for (guint i = 0; shape != NULL && i < shape->references->len; i++)
    {
      const Reference *reference = &g_array_index (shape->references, Reference, i);

      if (reference->column == column)
        return reference->parent;
    }

  return name;
}
