/* qd-change-tidy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-change-tidy"

#include "qd-change-tidy.h"

#include <glib/gi18n.h>

#include "qd-change-log.h"
#include "qd-day.h"

/* How much is done at a time: whoever has an edit waits for no more. In milliseconds, in
 * bytes of what was recorded, and in changes. */
#define SLICE_TIME 10
#define SLICE_BYTES (256 * 1024)
#define SLICE_CHANGES 250

typedef struct sqlite3_changegroup sqlite3_changegroup;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_changegroup, sqlite3changegroup_delete)

/* Changes of one day that follow each other */
typedef struct
{
  gint64 first;
  gint64 last;
  gint64 time; /* of the last */
  int    day;
  gint64 schema_version;
  int    n_changes;
  gint64 n_bytes;
  gint64 damaged; /* what stands first, and cannot be read; 0 for none */
  char  *label;   /* of the last */
} Run;

/* The last change that may be touched: undo steps stay as they are, and so does the day that
 * is not over. */
static gboolean
find_last (QdDb    *db,
           gint64  *last,
           GError **error)
{
  sqlite3_stmt *stmt =
      qd_db_prepare (db,
                     "SELECT min (ifnull ((SELECT min (change) FROM local_step), 9e18),"
                     " ifnull ((SELECT min (id) FROM local_change WHERE time >= ?), 9e18),"
                     " (SELECT ifnull (max (id), 0) + 1 FROM local_change)) - 1",
                     error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, qd_change_log_get_end (qd_day_today () - 1));

  if (!qd_db_next (db, stmt, error))
    return FALSE;

  *last = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);

  return TRUE;
}

/* Whether what @stmt stands on can be kept together with what is in @run already */
static gboolean
belongs (const Run    *run,
         sqlite3_stmt *stmt)
{
  return run->n_changes == 0 ||
         (sqlite3_column_int (stmt, 2) != QD_CHANGE_KIND_DAY &&
          run->schema_version == sqlite3_column_int64 (stmt, 3) &&
          run->day == qd_day_from_instant (sqlite3_column_int64 (stmt, 1)));
}

/* Returns: whether it can be read */
static gboolean
add_to_run (Run                 *run,
            sqlite3_changegroup *group,
            sqlite3_stmt        *stmt)
{
  g_autoptr(GBytes) bytes = qd_change_log_unpack (stmt, 5, NULL);
  gsize         len;
  gconstpointer data;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &len);

  if (sqlite3changegroup_add (group, len, (gpointer)data) != SQLITE_OK)
    return FALSE;

  run->last = sqlite3_column_int64 (stmt, 0);
  run->time = sqlite3_column_int64 (stmt, 1);
  run->schema_version = sqlite3_column_int64 (stmt, 3);
  g_set_str (&run->label, (const char *)sqlite3_column_text (stmt, 4));
  run->day = qd_day_from_instant (run->time);
  run->n_changes++;
  run->n_bytes += len;

  if (run->first == 0)
    run->first = run->last;

  return TRUE;
}

/* Reads the oldest changes of one day that were not kept together yet. */
static gboolean
read_run (QdDb                *db,
          gint64               last,
          sqlite3_changegroup *group,
          Run                 *run,
          GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  gint64        end = g_get_monotonic_time () + SLICE_TIME * G_TIME_SPAN_MILLISECOND;
  sqlite3_stmt *stmt = qd_db_prepare (
      db,
      "SELECT id, time, kind, schema_version, label, size, changes FROM local_change"
      " WHERE id <= ?1 AND id >= (SELECT id FROM local_change WHERE kind <> ?2 ORDER BY id LIMIT 1)"
      " ORDER BY id",
      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, last);
  sqlite3_bind_int (stmt, 2, QD_CHANGE_KIND_DAY);

  while (run->n_changes < SLICE_CHANGES && run->n_bytes < SLICE_BYTES && g_get_monotonic_time () < end &&
         qd_db_next (db, stmt, &local_error))
    {
      if (!belongs (run, stmt))
        break;

      if (!add_to_run (run, group, stmt))
        {
          run->damaged = run->n_changes == 0 ? sqlite3_column_int64 (stmt, 0) : 0;
          break;
        }
    }

  sqlite3_reset (stmt);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
run_on_range (QdDb       *db,
              const char *sql,
              const Run  *run,
              GError    **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, run->first);
  sqlite3_bind_int64 (stmt, 2, run->last);

  return qd_db_run (db, stmt, error);
}

/* Puts the last change of @run in the place of all. */
static gboolean
write_day (QdDb      *db,
           const Run *run,
           GBytes    *bytes,
           GError   **error)
{
  g_autoptr(GBytes) packed = qd_change_log_pack (bytes);
  g_autofree char *label =
      run->n_changes == 1 ? g_strdup (run->label)
                          : g_strdup_printf (ngettext ("%d Change", "%d Changes", run->n_changes), run->n_changes);
  gsize         len;
  gconstpointer data = g_bytes_get_data (packed, &len);
  sqlite3_stmt *stmt = qd_db_prepare (
      db,
      "UPDATE local_change SET kind = ?5, reverts = 0, label = ?2, size = ?3, changes = ?4,"
      " weight = ?6 + length (?4) + ?7 * (SELECT count(*) FROM local_change_row WHERE change = ?1)"
      " WHERE id = ?1",
      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, run->last);
  sqlite3_bind_text (stmt, 2, label, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 3, g_bytes_get_size (bytes));
  sqlite3_bind_blob64 (stmt, 4, len > 0 ? data : "", len, SQLITE_STATIC);
  sqlite3_bind_int (stmt, 5, QD_CHANGE_KIND_DAY);
  sqlite3_bind_int (stmt, 6, QD_CHANGE_SIZE);
  sqlite3_bind_int (stmt, 7, QD_CHANGE_ROW_SIZE);

  return qd_db_run (db, stmt, error);
}

static gboolean
merge (QdDb                *db,
       sqlite3_changegroup *group,
       const Run           *run,
       GError             **error)
{
  g_autoptr(GBytes) bytes = NULL;
  gpointer data = NULL;
  int      len = 0;

  if (sqlite3changegroup_output (group, &len, &data) != SQLITE_OK)
    {
      g_set_error_literal (error, QD_DB_ERROR, QD_DB_ERROR_CORRUPT, _ ("A change in the history is damaged"));
      return FALSE;
    }

  bytes = g_bytes_new_with_free_func (data, len, sqlite3_free, data);

  return run_on_range (db,
                       "UPDATE local_change_log SET bytes = bytes"
                       " - (SELECT sum (weight) FROM local_change WHERE id BETWEEN ?1 AND ?2)",
                       run,
                       error) &&
         run_on_range (db,
                       "INSERT OR REPLACE INTO local_change_row"
                       " SELECT ?2, name, record, op, account, plan, title FROM local_change_row"
                       " WHERE change BETWEEN ?1 AND ?2 ORDER BY change",
                       run,
                       error) &&
         run_on_range (db, "DELETE FROM local_change_row WHERE change >= ?1 AND change < ?2", run, error) &&
         (run->n_changes == 1 ||
          run_on_range (db, "UPDATE local_change SET reverts = 0 WHERE reverts BETWEEN ?1 AND ?2", run, error)) &&
         run_on_range (db, "DELETE FROM local_change WHERE id >= ?1 AND id < ?2", run, error) &&
         write_day (db, run, bytes, error) &&
         run_on_range (db,
                       "UPDATE local_change_log SET bytes = bytes"
                       " + (SELECT sum (weight) FROM local_change WHERE id BETWEEN ?1 AND ?2)",
                       run,
                       error);
}

/* Forgets the changes up to the last of @run: the log begins after them. */
static gboolean
drop (QdDb      *db,
      const Run *run,
      GError   **error)
{
  return run_on_range (db,
                       "UPDATE local_change_log SET (change, time, bytes) = (SELECT ?2, max (local_change_log.time,"
                       " max (c.time)), local_change_log.bytes - sum (c.weight) FROM local_change c"
                       " WHERE c.id BETWEEN ?1 AND ?2)",
                       run,
                       error) &&
         run_on_range (db, "DELETE FROM local_change_row WHERE change BETWEEN ?1 AND ?2", run, error) &&
         run_on_range (db, "DELETE FROM local_change WHERE id BETWEEN ?1 AND ?2", run, error);
}

static gboolean
drop_oldest (QdDb     *db,
             gint64    last,
             gboolean *dropped,
             GError  **error)
{
  Run           run = { .last = 0 };
  sqlite3_stmt *stmt = qd_db_prepare (
      db,
      "SELECT ifnull (max (id), 0) FROM (SELECT id, sum (weight) OVER (ORDER BY id) AS weights FROM"
      " (SELECT id, weight FROM local_change WHERE id <= ?1 ORDER BY id LIMIT ?2))"
      " WHERE weights <= (SELECT max (weight, 1048576) FROM local_change ORDER BY id LIMIT 1)",
      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, last);
  sqlite3_bind_int (stmt, 2, SLICE_CHANGES);

  if (!qd_db_next (db, stmt, error))
    return FALSE;

  run.last = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  *dropped = run.last != 0;

  return !*dropped || drop (db, &run, error);
}

static gboolean
run_slice (QdDb     *db,
           gint64    limit,
           gboolean *more,
           GError  **error)
{
  sqlite3_changegroup *created = NULL;
  g_autoptr(sqlite3_changegroup) group = NULL;
  g_autofree char *label = NULL;
  Run              run = { .first = 0 };
  gboolean         is_read;
  gint64           n_bytes, last;

  if (!qd_db_get_int64 (db, "SELECT bytes FROM local_change_log", &n_bytes, error) ||
      !find_last (db, &last, error) || sqlite3changegroup_new (&created) != SQLITE_OK)
    return FALSE;

  group = created;
  *more = n_bytes > limit;

  if (!*more)
    return TRUE;

  is_read = read_run (db, last, group, &run, error);
  label = run.label;

  if (!is_read)
    return FALSE;

  /* No state of before it can be made again. */
  if (run.damaged != 0)
    {
      const Run useless = { .last = run.damaged };

      return drop (db, &useless, error);
    }

  return run.n_changes > 0 ? merge (db, group, &run, error) : drop_oldest (db, last, more, error);
}

/**
 * qd_change_tidy:
 * @limit: in bytes; 0 for none
 *
 * Brings the log a little nearer to its bound: at first the changes of each day are made one,
 * which keeps how things were at the end of it; then the oldest days are forgotten. What can
 * be undone stays.
 *
 * Returns: whether there may be more to do
 */
gboolean
qd_change_tidy (QdDb  *db,
                gint64 limit)
{
  g_autoptr(GError) error = NULL;
  gboolean more = FALSE;

  if (limit == 0)
    return FALSE;

  if (qd_db_exec (db, "BEGIN IMMEDIATE", &error) && run_slice (db, limit, &more, &error) &&
      qd_db_exec (db, "COMMIT", &error))
    return more;

  /* The log is larger than it is to be, which is no reason to stop anybody's work. */
  g_debug ("%s", error != NULL ? error->message : "no memory");
  qd_db_settle (db);
  qd_db_roll_back (db);

  return FALSE;
}
