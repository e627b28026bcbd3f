/* qd-copy-content.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-copy-content"

#include "qd-copy-content.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "qd-schema.h"

/* Tells two contents apart where chance or a fault of the disk made the difference. It is
 * no signature: who can change a file can change what is kept of it. */
typedef struct
{
  guint64 a;
  guint64 b;
} Digest;

static void
digest_add_word (Digest *self,
                 guint64 word)
{
  self->a = (self->a ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  self->a ^= self->a >> 29;
  self->b = (self->b + word) * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  self->b ^= self->b >> 31;
}

static void
digest_add (Digest       *self,
            gconstpointer bytes,
            gsize         length)
{
  const guint8 *at = bytes;
  guint64       word;

  digest_add_word (self, length);

  for (; length >= sizeof word; at += sizeof word, length -= sizeof word)
    {
      memcpy (&word, at, sizeof word);
      digest_add_word (self, GUINT64_TO_LE (word));
    }

  word = 0;

  if (length > 0)
    memcpy (&word, at, length);

  digest_add_word (self, GUINT64_TO_LE (word));
}

static void
digest_add_value (Digest       *self,
                  sqlite3_stmt *stmt,
                  int           column)
{
  int type = sqlite3_column_type (stmt, column);

  digest_add_word (self, type);

  switch (type)
    {
    case SQLITE_NULL:
      break;

    case SQLITE_INTEGER:
      digest_add_word (self, sqlite3_column_int64 (stmt, column));
      break;

    case SQLITE_FLOAT:
      {
        double number = sqlite3_column_double (stmt, column);

        digest_add (self, &number, sizeof number);
      }
      break;

    default:
      {
        gconstpointer bytes = sqlite3_column_blob (stmt, column);

        digest_add (self, bytes, sqlite3_column_bytes (stmt, column));
      }
    }
}

static gboolean
read_table (QdDb       *db,
            const char *table,
            Digest     *digest,
            gint64     *n_rows,
            GError    **error)
{
  g_auto(GStrv) pieces = g_strsplit (table, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", pieces);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY rowid", quoted);
  sqlite3_stmt    *stmt;
  int              rc, n_columns;

  if ((rc = sqlite3_prepare_v2 (qd_db_get_native (db), sql, -1, &stmt, NULL)) != SQLITE_OK)
    {
      qd_db_set_error (db, rc, sql, error);
      return FALSE;
    }

  n_columns = sqlite3_column_count (stmt);

  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      (*n_rows)++;

      for (int i = 0; i < n_columns; i++)
        digest_add_value (digest, stmt, i);
    }

  if (rc != SQLITE_DONE)
    qd_db_set_error (db, sqlite3_extended_errcode (qd_db_get_native (db)), sql, error);

  sqlite3_finalize (stmt);

  return rc == SQLITE_DONE;
}

/**
 * qd_copy_content_read:
 * @cancellable: (nullable): see qd_db_heed()
 *
 * Reads every recorded row.
 *
 * Returns: (transfer full) (nullable): what is in the file
 */
QdCopyContent *
qd_copy_content_read (QdDb         *db,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr(QdCopyContent) self = g_new0 (QdCopyContent, 1);
  const GPtrArray *tables = qd_db_get_recorded_tables (db);
  Digest           digest = { 0 };

  qd_db_heed (db, cancellable);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!qd_db_get_int64 (db, "PRAGMA user_version", &self->version, error))
    return NULL;

  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      gint64     *n_rows = g_new0 (gint64, 1);

      g_hash_table_insert (self->tables, g_strdup (table), n_rows);
      digest_add (&digest, table, strlen (table));

      if (!read_table (db, table, &digest, n_rows, error))
        return NULL;

      self->n_rows += *n_rows;
    }

  g_snprintf (self->digest,
              sizeof self->digest,
              "%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x",
              digest.a,
              digest.b);

  return g_steal_pointer (&self);
}

void
qd_copy_content_free (QdCopyContent *self)
{
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_free (self);
}

/* Returns: how many rows @table has; 0 if there is none of that name */
gint64
qd_copy_content_count (QdCopyContent *self,
                       const char    *table)
{
  const gint64 *n_rows = g_hash_table_lookup (self->tables, table);

  return n_rows != NULL ? *n_rows : 0;
}

static gboolean
check_marks (QdDb       *db,
             const char *name,
             gint64      known_version,
             GError    **error)
{
  gint64 application_id, version;

  if (!qd_db_get_int64 (db, "PRAGMA application_id", &application_id, error) ||
      !qd_db_get_int64 (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application_id == QD_SCHEMA_APPLICATION_ID && version > 0 && version <= known_version)
    return TRUE;

  if (application_id != QD_SCHEMA_APPLICATION_ID || version == 0)
    g_set_error (error, QD_DB_ERROR, QD_DB_ERROR_NOT_OURS, _ ("“%s” is not a database of Quarterdeck"), name);
  else
    g_set_error (
        error, QD_DB_ERROR, QD_DB_ERROR_TOO_NEW, _ ("“%s” was written by a newer version of Quarterdeck"), name);

  return FALSE;
}

/* Table by table, for the sake of those that are left out: whether a full-text index says what the
 * records say takes longer than all the rest, and it can be made anew. */
static gboolean
check_pages (QdDb       *db,
             const char *name,
             GError    **error)
{
  gint64 n_faults, n_orphans;

  if (!qd_db_get_int64 (db,
                        "SELECT count(*) FROM pragma_table_list t, pragma_quick_check (t.name) c"
                        " WHERE t.schema = 'main' AND t.type IN ('table', 'shadow') AND c.quick_check <> 'ok'",
                        &n_faults,
                        error) ||
      !qd_db_get_int64 (db, "SELECT count(*) FROM pragma_foreign_key_check", &n_orphans, error))
    return FALSE;

  if (n_faults > 0)
    g_set_error (error, QD_DB_ERROR, QD_DB_ERROR_CORRUPT, _ ("“%s” is damaged"), name);
  else if (n_orphans > 0)
    g_set_error (error,
                 QD_DB_ERROR,
                 QD_DB_ERROR_CORRUPT,
                 _ ("“%s” is damaged: %" PRId64 " rows refer to something that is not there"),
                 name,
                 n_orphans);

  return n_faults == 0 && n_orphans == 0;
}

/**
 * qd_copy_content_check:
 * @path: of a file that nobody writes to
 * @known_version: the newest version of the schema
 *
 * Looks through a whole file without trusting or changing it: its marks, its pages, its
 * references, and each of its rows. Any thread may call it.
 *
 * Returns: (transfer full) (nullable): what is in it, or %NULL if it is not in order
 */
QdCopyContent *
qd_copy_content_check (const char   *path,
                       gint64        known_version,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr(QdCopyContent) content = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(QdDb) db = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, QD_DB_ERROR, QD_DB_ERROR_NO_ACCESS, _ ("“%s” is not there"), name);
      return NULL;
    }

  if ((db = qd_db_open_reader (path, &local_error)))
    {
      qd_db_heed (db, cancellable);

      if (qd_db_exec (db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", &local_error) &&
          check_marks (db, name, known_version, &local_error) &&
          check_pages (db, name, &local_error) &&
          (content = qd_copy_content_read (db, cancellable, &local_error)))
        return g_steal_pointer (&content);
    }

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}
