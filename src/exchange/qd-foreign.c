/* qd-foreign.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-foreign"

#include "qd-foreign.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "qd-exchange-tree.h"
#include "qd-foreign-db.h"
#include "qd-json-file.h"
#include "qd-kinds.h"
#include "qd-quote.h"
#include "qd-template.h"

#define MAGIC "SQLite format 3"
#define BLOCK (256 * 1024)

/* A file that is being read */
typedef struct
{
  QdForeignDb *db;
  GHashTable  *rows; /* char * -> JsonArray: by type and what they are part of */
  guint        minor;
} Reading;

static gboolean
fail (GFile      *file,
      const char *reason,
      GError    **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = qd_quote (name);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” cannot be read: %s"), shown, reason);
  return FALSE;
}

/* To open and close a database that this process has open would drop the locks it
 * holds; and what is not yet written from the log into the file would be missed. */
static gboolean
check_unused (GFile   *file,
              GError **error)
{
  const char *const beside[] = { "-wal", "-shm", "-journal" };
  g_autofree char  *path = g_file_get_path (file);
  g_autofree char  *target = path != NULL ? realpath (path, NULL) : NULL;

  for (gsize i = 0; target != NULL && i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *other = g_strconcat (target, beside[i], NULL);

      if (g_file_test (other, G_FILE_TEST_EXISTS))
        return fail (file, _ ("it is open in Quarterdeck, or was not closed well; open it there and close it first"), error);
    }

  return TRUE;
}

static GInputStream *
open_stream (GFile        *file,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr(GError) reason = NULL;
  GFileType         type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);
  GFileInputStream *stream;

  if (type == G_FILE_TYPE_DIRECTORY)
    fail (file, _ ("it is a folder"), error);
  else if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    fail (file, _ ("it is not a file"), error);
  else if ((stream = g_file_read (file, cancellable, &reason)))
    return G_INPUT_STREAM (stream);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    fail (file,
          g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ? _ ("you are not allowed to")
          : g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)       ? _ ("it is not there")
                                                                             : reason->message,
          error);

  return NULL;
}

static gboolean
write_block (int           fd,
             const guint8 *block,
             gsize         size)
{
  while (size > 0)
    {
      gssize n_written = write (fd, block, size);

      if (n_written < 0 && errno == EINTR)
        continue;

      if (n_written < 0)
        return FALSE;

      block += n_written;
      size -= n_written;
    }

  return TRUE;
}

static gboolean
copy_stream (GFile        *file,
             GInputStream *stream,
             int           fd,
             GCancellable *cancellable,
             GError      **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  g_autoptr(GError) reason = NULL;
  gint64 n_copied = 0;
  gsize  n_read = 1;

  while (n_read > 0)
    {
      if (!g_input_stream_read_all (stream, block, BLOCK, &n_read, cancellable, &reason))
        break;

      if (n_copied == 0 && (n_read < sizeof MAGIC || memcmp (block, MAGIC, sizeof MAGIC) != 0))
        return fail (file, _ ("it is not a database"), error);

      if ((n_copied += n_read) > QD_FOREIGN_MAX_BYTES)
        return fail (file, _ ("it is larger than a database that can be imported"), error);

      if (!write_block (fd, block, n_read))
        return fail (file, g_strerror (errno), error);
    }

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (reason != NULL)
    fail (file, reason->message, error);
  else
    return TRUE;

  return FALSE;
}

/* Of a copy that nobody else can read or change, and that is gone from its folder
 * before a page of it is looked at. */
static QdForeignDb *
open_copy (GFile        *file,
           GCancellable *cancellable,
           GError      **error)
{
  g_auto(GStrv) scripts = qd_kinds_load_schema ();
  g_autoptr(GInputStream) stream = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  QdForeignDb     *db = NULL;
  int              fd;

  if (!check_unused (file, error) || !(stream = open_stream (file, cancellable, error)) ||
      !(folder = g_dir_make_tmp ("quarterdeck-XXXXXX", error)))
    return NULL;

  path = g_build_filename (folder, "received.db", NULL);

  if ((fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)) < 0)
    {
      fail (file, g_strerror (errno), error);
    }
  else
    {
      gboolean copied = copy_stream (file, stream, fd, cancellable, error);

      close (fd);

      if (copied)
        db = qd_foreign_db_open (path, (const char *const *)scripts, cancellable, error);
    }

  g_unlink (path);
  g_rmdir (folder);

  return db;
}

/* The newest version of the file format that what the database has is enough for */
static void
find_minor (Reading                *reading,
            const QdExchangeBranch *branches,
            guint                   n_branches)
{
  for (guint i = 0; i < n_branches; i++)
    {
      g_autoptr(GTypeClass) type_class = g_type_class_ref (branches[i].type);
      QdRecordClass          *klass = QD_RECORD_CLASS (type_class);
      guint                   n_deeper;
      const QdExchangeBranch *deeper = qd_exchange_get_branches (branches[i].type, &n_deeper);

      if (branches[i].since > 0 && !qd_foreign_db_has (reading->db, branches[i].type, NULL))
        reading->minor = MIN (reading->minor, branches[i].since - 1);

      for (guint j = 0; j < klass->n_columns; j++)
        {
          if (klass->columns[j].since > 0 && !qd_foreign_db_has (reading->db, branches[i].type, klass->columns[j].name))
            reading->minor = MIN (reading->minor, klass->columns[j].since - 1);
        }

      find_minor (reading, deeper, n_deeper);
    }
}

static char *
create_key (GType       type,
            const char *parent)
{
  return g_strdup_printf ("%s %s", g_type_name (type), parent);
}

/* The text of a template is itself JSON. */
static gboolean
unfold_body (JsonObject *object,
             GError    **error)
{
  const char *body = json_object_get_string_member_with_default (object, "body", "");
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr(GError) reason = NULL;
  JsonNode *node = qd_json_read (bytes, &reason);

  if (node != NULL)
    {
      json_object_set_member (object, "body", node);
      return TRUE;
    }

  g_set_error (error,
               QD_JSON_ERROR,
               QD_JSON_ERROR_BAD_VALUE,
               _ ("Row %s of “template”: %s"),
               json_object_get_string_member (object, "id"),
               reason->message);
  return FALSE;
}

/* Puts a row with those that are part of the same. */
static gboolean
sort_row (Reading    *reading,
          GType       type,
          JsonObject *object,
          GError    **error)
{
  const QdColumn  *parent = qd_exchange_get_parent_column (type);
  const char      *id = parent != NULL ? json_object_get_string_member_with_default (object, parent->name, "") : "";
  g_autofree char *key = create_key (type, id);
  JsonArray       *array = g_hash_table_lookup (reading->rows, key);

  if (type == QD_TYPE_TEMPLATE && !unfold_body (object, error))
    return FALSE;

  if (parent != NULL && json_object_has_member (object, parent->name))
    json_object_remove_member (object, parent->name);

  if (array == NULL)
    {
      array = json_array_new ();
      g_hash_table_insert (reading->rows, g_steal_pointer (&key), array);
    }

  json_array_add_object_element (array, json_object_ref (object));

  return TRUE;
}

static gboolean
read_type (Reading *reading,
           GType    type,
           GError **error)
{
  g_autoptr(JsonArray) rows = NULL;

  if (!qd_foreign_db_has (reading->db, type, NULL))
    return TRUE;

  if (!(rows = qd_foreign_db_read (reading->db, type, error)))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      if (!sort_row (reading, type, json_array_get_object_element (rows, i), error))
        return FALSE;
    }

  return TRUE;
}

/* Gives @object the lists of what is part of it, and those their own. */
static void
add_branches (Reading                *reading,
              JsonObject             *object,
              const char             *id,
              const QdExchangeBranch *branches,
              guint                   n_branches)
{
  for (guint i = 0; i < n_branches; i++)
    {
      g_autofree char        *key = create_key (branches[i].type, id);
      g_autofree char        *found_key = NULL;
      JsonArray              *rows = NULL;
      guint                   n_deeper;

      const QdExchangeBranch *deeper = qd_exchange_get_branches (branches[i].type, &n_deeper);

      if (!qd_foreign_db_has (reading->db, branches[i].type, NULL))
        continue;

      if (!g_hash_table_steal_extended (reading->rows, key, (gpointer *)&found_key, (gpointer *)&rows))
        rows = json_array_new ();

      for (guint j = 0; j < json_array_get_length (rows); j++)
        {
          JsonObject *row = json_array_get_object_element (rows, j);

          add_branches (reading, row, json_object_get_string_member (row, "id"), deeper, n_deeper);
        }

      json_object_set_array_member (object, branches[i].member, rows);
    }
}

/* What is left is part of something that is not there. */
static gboolean
check_all_placed (Reading *reading,
                  GError **error)
{
  GHashTableIter iter;
  gpointer       rows;

  g_hash_table_iter_init (&iter, reading->rows);

  if (!g_hash_table_iter_next (&iter, NULL, &rows))
    return TRUE;

  g_set_error (error,
               QD_JSON_ERROR,
               QD_JSON_ERROR_BAD_VALUE,
               _ ("Row %s of the database is part of something that is not in it, so nothing was imported"),
               json_object_get_string_member (json_array_get_object_element (rows, 0), "id"));
  return FALSE;
}

static JsonNode *
read_all (Reading *reading,
          GError **error)
{
  guint                   n_roots;
  const QdExchangeBranch *roots = qd_exchange_get_roots (&n_roots);
  guint                   n_types;
  const GType            *types = qd_kinds_get_types (&n_types);
  JsonObject             *file = qd_json_file_new_object ("portfolio");
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), file);
  g_autofree char *version = NULL;

  json_object_unref (file);
  find_minor (reading, roots, n_roots);
  version = g_strdup_printf ("%d.%u", QD_JSON_FILE_MAJOR, reading->minor);
  json_object_set_string_member (file, "version", version);

  for (guint i = 0; i < n_types; i++)
    {
      if (!read_type (reading, types[i], error))
        return NULL;
    }

  add_branches (reading, file, "", roots, n_roots);

  return check_all_placed (reading, error) ? g_steal_pointer (&root) : NULL;
}

/**
 * qd_foreign_is_database:
 * @bytes: (nullable): how the file begins, where that may be looked at
 *
 * Returns: whether a file is a database, by its name, else by how it begins
 */
gboolean
qd_foreign_is_database (const char *name,
                        GBytes     *bytes)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  gsize            size = 0;
  const char      *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return g_str_has_suffix (lower, ".db") || strstr (lower, ".db.") != NULL || strstr (lower, ".sqlite") != NULL ||
         (size >= sizeof MAGIC && memcmp (data, MAGIC, sizeof MAGIC) == 0);
}

/**
 * qd_foreign_read:
 * @file: a database of Quarterdeck, of this version or an older one
 *
 * May be called on any thread. @file itself is only copied.
 *
 * Returns: (transfer full) (nullable): what exporting its portfolio would give, for
 *   qd_import_plan_new_from_json(), which holds it to the rules
 */
JsonNode *
qd_foreign_read (GFile        *file,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr(QdForeignDb) db = NULL;
  g_autoptr(GHashTable) rows = NULL;
  Reading reading;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!(db = open_copy (file, cancellable, error)))
    return NULL;

  rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)json_array_unref);
  reading = (Reading){ db, rows, QD_JSON_FILE_MINOR };

  return read_all (&reading, error);
}
