/* qd-as-of.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-as-of"

#include "qd-as-of.h"

#include <glib/gi18n.h>

#include "qd-change-log.h"
#include "qd-day-words.h"
#include "qd-search-index.h"

/* In bytes: how much is taken back in one go. Enough that most of what was changed again and
 * again is touched once; little enough to be held. */
#define GROUP_SIZE (8 * 1024 * 1024)

typedef struct sqlite3_changegroup sqlite3_changegroup;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_changegroup, sqlite3changegroup_delete)

QdAsOf *
qd_as_of_new (const char *path,
              int         day,
              QdEditFunc  mend)
{
  QdAsOf *self = g_new0 (QdAsOf, 1);

  self->path = g_strdup (path);
  self->day = day;
  self->mend = mend;

  return self;
}

void
qd_as_of_free (QdAsOf *self)
{
  g_free (self->path);
  g_free (self);
}

/* Reads the file beside the store that has it open; never makes one where there is none. */
static gboolean
attach (QdDb       *db,
        const char *path,
        GError    **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *read_only = NULL;
  sqlite3_stmt    *stmt;

  if (uri == NULL || !(stmt = qd_db_prepare (db, "ATTACH ? AS source", error)))
    return FALSE;

  read_only = g_strconcat (uri, "?mode=ro", NULL);
  sqlite3_bind_text (stmt, 1, read_only, -1, SQLITE_STATIC);

  return qd_db_run (db, stmt, error);
}

static gboolean
copy_tables (QdDb    *db,
             GError **error)
{
  const GPtrArray *tables = qd_db_get_recorded_tables (db);

  for (guint i = 0; i < tables->len; i++)
    {
      const char      *table = g_ptr_array_index (tables, i);
      g_autofree char *sql = g_strdup_printf (
          "DELETE FROM main.\"%s\"; INSERT INTO main.\"%s\" SELECT * FROM source.\"%s\"", table, table, table);

      if (!qd_db_exec (db, sql, error))
        return FALSE;
    }

  return TRUE;
}

/* The last change that the day saw */
static gboolean
find_change (QdDb    *db,
             int      day,
             gint64  *change,
             GError **error)
{
  gint64        end = qd_change_log_get_end (day);
  gint64        begin;
  sqlite3_stmt *stmt = qd_db_prepare (db,
                                      "SELECT time, max (change, ifnull ((SELECT max (id) FROM source.local_change"
                                      " WHERE time < ?), 0)) FROM source.local_change_log",
                                      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, end);

  if (!qd_db_next (db, stmt, error))
    return FALSE;

  begin = sqlite3_column_int64 (stmt, 0);
  *change = sqlite3_column_int64 (stmt, 1);
  sqlite3_reset (stmt);

  if (end > begin)
    return TRUE;

  {
    g_autofree char *first = qd_day_dup_display (qd_day_from_instant (begin));

    g_set_error (error, QD_DB_ERROR, QD_DB_ERROR_NOT_FOUND, _ ("The history begins on %s"), first);
  }

  return FALSE;
}

static int
conflict_cb (gpointer                user_data,
             int                     kind,
             sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error,
                       QD_DB_ERROR,
                       QD_DB_ERROR_CORRUPT,
                       _ ("The history does not lead back to this day, because some of it does not fit what is there"));

  return FALSE;
}

static gboolean
apply_group (QdDb                *db,
             sqlite3_changegroup *group,
             GError             **error)
{
  gpointer data = NULL;
  int      len = 0;
  int      rc = sqlite3changegroup_output (group, &len, &data);

  if (rc == SQLITE_OK)
    rc = sqlite3changeset_apply_v2 (qd_db_get_native (db),
                                    len,
                                    data,
                                    NULL,
                                    conflict_cb,
                                    NULL,
                                    NULL,
                                    NULL,
                                    SQLITE_CHANGESETAPPLY_FKNOACTION);

  sqlite3_free (data);

  return rc == SQLITE_OK || set_damaged (error);
}

static gboolean
add_inverse (sqlite3_changegroup *group,
             GBytes              *bytes,
             GError             **error)
{
  gsize         len;
  gconstpointer data = g_bytes_get_data (bytes, &len);
  gpointer      inverse = NULL;
  int           n_inverse = 0;
  int           rc = sqlite3changeset_invert (len, data, &n_inverse, &inverse);

  if (rc == SQLITE_OK)
    rc = sqlite3changegroup_add (group, n_inverse, inverse);

  sqlite3_free (inverse);

  return rc == SQLITE_OK || set_damaged (error);
}

/* Takes back as many changes as one group holds, newest first, all recorded by one version of
 * the schema, and says in @last which was the last. */
static gboolean
take_back_group (QdDb     *db,
                 gint64    change,
                 gint64   *last,
                 gboolean *found,
                 GError  **error)
{
  g_autoptr(sqlite3_changegroup) group = NULL;
  g_autoptr(GError) local_error = NULL;
  sqlite3_changegroup *created = NULL;
  gint64               version = 0;
  gsize                size = 0;
  sqlite3_stmt        *stmt = qd_db_prepare (db,
                                             "SELECT id, schema_version, size, changes FROM source.local_change"
                                                    " WHERE id > ? AND id < ? ORDER BY id DESC",
                                             error);

  if (stmt == NULL || sqlite3changegroup_new (&created) != SQLITE_OK)
    return FALSE;

  group = created;
  *found = FALSE;
  sqlite3_bind_int64 (stmt, 1, change);
  sqlite3_bind_int64 (stmt, 2, *last);

  while (size < GROUP_SIZE && qd_db_next (db, stmt, &local_error))
    {
      g_autoptr(GBytes) bytes = NULL;

      if (*found && sqlite3_column_int64 (stmt, 1) != version)
        break;

      version = sqlite3_column_int64 (stmt, 1);

      if (!(bytes = qd_change_log_unpack (stmt, 2, error)) || !add_inverse (group, bytes, error))
        return FALSE;

      size += g_bytes_get_size (bytes);
      *last = sqlite3_column_int64 (stmt, 0);
      *found = TRUE;
    }

  sqlite3_reset (stmt);

  if (local_error == NULL)
    return !*found || apply_group (db, group, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
fill (QdDb    *db,
      int      day,
      GError **error)
{
  gint64   change;
  gint64   last = G_MAXINT64;
  gboolean found = TRUE;

  if (!find_change (db, day, &change, error) || !copy_tables (db, error))
    return FALSE;

  while (found)
    {
      if (!take_back_group (db, change, &last, &found, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * qd_as_of_fill:
 * @db: a new database in memory
 * @as_of: a #QdAsOf
 *
 * A QdEditFunc that makes @db what the file was at the end of the day: all of it as it is
 * now, less what was changed since. References and triggers rest meanwhile, because what was
 * recorded holds all that followed.
 */
gboolean
qd_as_of_fill (QdDb    *db,
               gpointer as_of,
               GError **error)
{
  QdAsOf  *self = as_of;
  gboolean filled;

  if (!qd_db_exec (db, "PRAGMA foreign_keys = OFF", error) || !attach (db, self->path, error))
    return FALSE;

  sqlite3_db_config (qd_db_get_native (db), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  filled = qd_db_exec (db, "BEGIN", error) && fill (db, self->day, error) &&
           (self->mend == NULL || self->mend (db, NULL, error)) && qd_db_exec (db, "COMMIT", error);
  qd_db_settle (db);
  qd_db_roll_back (db);
  sqlite3_db_config (qd_db_get_native (db), SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);

  return filled && qd_db_exec (db, "DETACH source", error) && qd_search_index_rebuild (db, error) &&
         qd_db_exec (db, "PRAGMA foreign_keys = ON", error);
}
