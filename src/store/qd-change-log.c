/* qd-change-log.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-change-log"

#include "qd-change-log.h"

#include <glib/gi18n.h>

#include "qd-change-owner.h"
#include "qd-changeset.h"
#include "qd-day.h"
#include "qd-schema.h"
#include "qd-undo-stack.h"

/* In bytes. What is shorter than this is not worth the time to press it. */
#define PACK_FROM 512

/* Changes of before the update that made them useless */
#define USELESS_IDS "SELECT id FROM local_change WHERE schema_version < " G_STRINGIFY (QD_SCHEMA_HISTORY_SINCE)

struct _QdChangeLog
{
  QdDb           *db;
  QdChangeOwners *owners;
  gint64          schema_version;
};

typedef struct
{
  QdChangeLog *log;
  gint64       id;
  GError     **error;
  gboolean     failed;
} Noting;

/* What is known of a change before it has an id */
typedef struct
{
  QdChangeKind kind;
  gint64       reverts;
  gint64       time;
  gint64       schema_version;
} Stamp;

/* local_change_log says after which change none is missing, and since when; and what all of
 * them take, in bytes. */
static gboolean
create (QdDb    *db,
        GError **error)
{
  return qd_db_exec (
      db,
      "CREATE TABLE IF NOT EXISTS local_change ("
      " id INTEGER PRIMARY KEY,"
      " time INTEGER NOT NULL,"
      " kind INTEGER NOT NULL,"
      " reverts INTEGER NOT NULL,"
      " label TEXT NOT NULL,"
      " schema_version INTEGER NOT NULL,"
      " weight INTEGER NOT NULL,"
      " size INTEGER NOT NULL,"
      " changes BLOB NOT NULL) STRICT;"
      "CREATE INDEX IF NOT EXISTS local_change_reverts ON local_change (reverts) WHERE reverts <> 0;"
      "CREATE INDEX IF NOT EXISTS local_change_time ON local_change (time);"
      "CREATE INDEX IF NOT EXISTS local_change_label ON local_change (label);"
      "CREATE TABLE IF NOT EXISTS local_change_row ("
      " change INTEGER NOT NULL,"
      " name TEXT NOT NULL,"
      " record INTEGER NOT NULL,"
      " op INTEGER NOT NULL,"
      " account INTEGER NOT NULL,"
      " plan INTEGER NOT NULL,"
      " title TEXT,"
      " PRIMARY KEY (change, name, record)) STRICT, WITHOUT ROWID;"
      "CREATE INDEX IF NOT EXISTS local_change_row_record ON local_change_row (record, change);"
      "CREATE INDEX IF NOT EXISTS local_change_row_account ON local_change_row (account, change) WHERE account <> 0;"
      "CREATE INDEX IF NOT EXISTS local_change_row_plan ON local_change_row (plan, change) WHERE plan <> 0;"
      "CREATE TABLE IF NOT EXISTS local_change_log ("
      " id INTEGER PRIMARY KEY CHECK (id = 1),"
      " change INTEGER NOT NULL,"
      " time INTEGER NOT NULL,"
      " bytes INTEGER NOT NULL) STRICT;"
      "CREATE TABLE IF NOT EXISTS local_step ("
      " id INTEGER PRIMARY KEY,"
      " stack INTEGER NOT NULL,"
      " change INTEGER NOT NULL) STRICT;"
      "CREATE INDEX IF NOT EXISTS local_step_stack ON local_step (stack);"
      "CREATE INDEX IF NOT EXISTS local_step_change ON local_step (change);"
      "INSERT OR IGNORE INTO local_change_log VALUES (1, 0, unixepoch (), 0)",
      error);
}

/* Whether what was recorded by @recorded means the same to @version: a record names its columns
 * by position, and later ones are added at the end. */
static gboolean
is_valid (gint64 version,
          gint64 recorded)
{
  return recorded == version || recorded >= QD_SCHEMA_HISTORY_SINCE;
}

/* Returns: (transfer full): @bytes, or what they are when pressed if that is shorter */
GBytes *
qd_change_log_pack (GBytes *bytes)
{
  g_autoptr(GConverter) press = NULL;
  g_autoptr(GBytes) packed = NULL;

  if (g_bytes_get_size (bytes) < PACK_FROM)
    return g_bytes_ref (bytes);

  press = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 1));
  packed = g_converter_convert_bytes (press, bytes, NULL);

  if (packed == NULL || g_bytes_get_size (packed) >= g_bytes_get_size (bytes))
    return g_bytes_ref (bytes);

  return g_steal_pointer (&packed);
}

static void
note_row_cb (const QdChange *change,
             gpointer        user_data)
{
  Noting       *noting = user_data;
  QdDb         *db = noting->log->db;
  QdChangeOwner owner;
  sqlite3_stmt *stmt;

  if (noting->failed)
    return;

  noting->failed = TRUE;

  if (!qd_change_owners_find (noting->log->owners, change->table, change->id, &owner, noting->error) ||
      !(stmt = qd_db_prepare (db, "INSERT OR REPLACE INTO local_change_row VALUES (?, ?, ?, ?, ?, ?, ?)", noting->error)))
    return;

  sqlite3_bind_int64 (stmt, 1, noting->id);
  sqlite3_bind_text (stmt, 2, change->table, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 3, change->id);
  sqlite3_bind_int (stmt, 4, change->kind);
  sqlite3_bind_int64 (stmt, 5, owner.account);
  sqlite3_bind_int64 (stmt, 6, owner.plan);
  sqlite3_bind_text (stmt, 7, owner.title, -1, SQLITE_STATIC);
  noting->failed = !qd_db_run (db, stmt, noting->error);
}

static void
count_cb (const QdChange *change,
          gpointer        user_data)
{
  ++*(gint64 *)user_data;
}

static gboolean
write_row (QdChangeLog *self,
           const Stamp *stamp,
           QdChanges   *changes,
           gint64       weight,
           GBytes      *packed,
           GError     **error)
{
  gsize         len;
  gconstpointer bytes = g_bytes_get_data (packed, &len);
  sqlite3_stmt *stmt = qd_db_prepare (
      self->db,
      "INSERT INTO local_change (time, kind, reverts, label, schema_version, weight, size, changes)"
      " VALUES (ifnull (nullif (?, 0), unixepoch ()), ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, stamp->time);
  sqlite3_bind_int (stmt, 2, stamp->kind);
  sqlite3_bind_int64 (stmt, 3, stamp->reverts);
  sqlite3_bind_text (stmt, 4, qd_changes_get_label (changes), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 5, stamp->schema_version);
  sqlite3_bind_int64 (stmt, 6, weight);
  sqlite3_bind_int64 (stmt, 7, g_bytes_get_size (qd_changes_get_bytes (changes)));
  sqlite3_bind_blob64 (stmt, 8, bytes, len, SQLITE_STATIC);

  return qd_db_run (self->db, stmt, error);
}

static gboolean
add_weight (QdDb    *db,
            gint64   weight,
            GError **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (db, "UPDATE local_change_log SET bytes = bytes + ?", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, weight);

  return qd_db_run (db, stmt, error);
}

static gint64
append (QdChangeLog *self,
        const Stamp *stamp,
        QdChanges   *changes,
        GError     **error)
{
  g_autoptr(GBytes) packed = qd_change_log_pack (qd_changes_get_bytes (changes));
  Noting noting = { .log = self, .error = error };
  gint64 n_rows = 0;
  gint64 weight;

  qd_changes_foreach (changes, count_cb, &n_rows);
  weight = QD_CHANGE_SIZE + g_bytes_get_size (packed) + n_rows * QD_CHANGE_ROW_SIZE;

  if (!write_row (self, stamp, changes, weight, packed, error))
    return 0;

  noting.id = sqlite3_last_insert_rowid (qd_db_get_native (self->db));

  if (!add_weight (self->db, weight, error))
    return 0;

  qd_change_owners_begin (self->owners, changes);
  qd_changes_foreach (changes, note_row_cb, &noting);

  return noting.failed ? 0 : noting.id;
}

/**
 * qd_change_log_append:
 * @reverts: the change that this one takes back; 0 for none
 *
 * To be called in the transaction that made @changes. The time is what the clock of the
 * machine says; the log is in the order of the ids, whatever the clock was set to.
 *
 * Returns: its id; 0 with @error set
 */
gint64
qd_change_log_append (QdChangeLog *self,
                      QdChangeKind kind,
                      gint64       reverts,
                      QdChanges   *changes,
                      GError     **error)
{
  const Stamp stamp = { .kind = kind, .reverts = reverts, .schema_version = self->schema_version };

  return append (self, &stamp, changes, error);
}

/* An earlier version kept only what could be undone and redone. That can be undone still, but
 * is not the whole of what happened: the log is that from here on. */
static gboolean
take_over_row (QdChangeLog  *self,
               sqlite3_stmt *stmt,
               GError      **error)
{
  const Stamp stamp = {
    .kind = sqlite3_column_int (stmt, 0) == QD_UNDO_STACK_UNDO ? QD_CHANGE_KIND_EDIT : QD_CHANGE_KIND_UNDO,
    .time = sqlite3_column_int64 (stmt, 2),
    .schema_version = sqlite3_column_int64 (stmt, 3),
  };
  g_autoptr(GBytes) bytes = g_bytes_new (sqlite3_column_blob (stmt, 4), sqlite3_column_bytes (stmt, 4));
  g_autoptr(QdChanges) changes = qd_changes_new ((const char *)sqlite3_column_text (stmt, 1), bytes);
  gint64 id;

  if (!is_valid (self->schema_version, stamp.schema_version))
    return TRUE;

  return (id = append (self, &stamp, changes, error)) != 0 &&
         qd_undo_stack_push (self->db, sqlite3_column_int (stmt, 0), id, error);
}

static gboolean
take_over (QdChangeLog *self,
           GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt;
  gint64        n_tables;

  if (!qd_db_get_int64 (
          self->db, "SELECT count(*) FROM sqlite_schema WHERE name = 'local_history'", &n_tables, error))
    return FALSE;

  if (n_tables == 0)
    return TRUE;

  if (!(stmt = qd_db_prepare (self->db,
                              "SELECT stack, label, time, schema_version, changes FROM local_history ORDER BY id",
                              error)))
    return FALSE;

  while (qd_db_next (self->db, stmt, &local_error))
    {
      if (!take_over_row (self, stmt, error))
        return FALSE;
    }

  if (local_error == NULL)
    return qd_db_exec (self->db,
                       "DROP TABLE local_history;"
                       "UPDATE local_change_log SET time = unixepoch (),"
                       " change = (SELECT ifnull (max (id), 0) FROM local_change)",
                       error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What was recorded before the update that made it useless is there to be read still, but no
 * longer to be taken back. Versions only go up, so the oldest change tells whether there are any. */
static gboolean
retire (QdChangeLog *self,
        GError     **error)
{
  gint64 oldest;

  if (!qd_db_get_int64 (self->db,
                        "SELECT ifnull ((SELECT schema_version FROM local_change"
                        " WHERE id > (SELECT change FROM local_change_log) ORDER BY id LIMIT 1), 0)",
                        &oldest,
                        error))
    return FALSE;

  if (oldest == 0 || is_valid (self->schema_version, oldest))
    return TRUE;

  return qd_db_exec (self->db,
                     "DELETE FROM local_step WHERE change IN (" USELESS_IDS ");"
                     "UPDATE local_change_log SET time = unixepoch (), change = (SELECT max (id) FROM (" USELESS_IDS "))",
                     error);
}

static gboolean
set_up (QdChangeLog *self,
        GError     **error)
{
  return qd_db_exec (self->db, "BEGIN IMMEDIATE", error) &&
         qd_db_get_int64 (self->db, "PRAGMA user_version", &self->schema_version, error) &&
         create (self->db, error) &&
         take_over (self, error) &&
         retire (self, error) &&
         qd_db_exec (self->db, "COMMIT", error);
}

/**
 * qd_change_log_open:
 *
 * Returns: (transfer full) (nullable): the log that @db has, or now has
 */
QdChangeLog *
qd_change_log_open (QdDb    *db,
                    GError **error)
{
  g_autoptr(QdChangeLog) self = g_new0 (QdChangeLog, 1);

  self->db = db;

  if (!(self->owners = qd_change_owners_new (db, error)))
    return NULL;

  if (set_up (self, error))
    return g_steal_pointer (&self);

  qd_db_settle (db);
  qd_db_roll_back (db);

  return NULL;
}

void
qd_change_log_free (QdChangeLog *self)
{
  g_clear_pointer (&self->owners, qd_change_owners_free);
  g_free (self);
}

/**
 * qd_change_log_unpack:
 * @stmt: stands on a row
 * @column: is “size”, and the next one “changes”
 *
 * Returns: (transfer full) (nullable): the recorded change
 */
GBytes *
qd_change_log_unpack (sqlite3_stmt *stmt,
                      int           column,
                      GError      **error)
{
  g_autoptr(GBytes) packed =
                g_bytes_new (sqlite3_column_blob (stmt, column + 1), sqlite3_column_bytes (stmt, column + 1));
  g_autoptr(GConverter) press = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize size = sqlite3_column_int64 (stmt, column);

  if (g_bytes_get_size (packed) == size)
    {
      bytes = g_steal_pointer (&packed);
    }
  else
    {
      press = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
      bytes = g_converter_convert_bytes (press, packed, NULL);
    }

  /* SQLite trusts what it is handed. */
  if (bytes != NULL && g_bytes_get_size (bytes) == size && qd_changeset_is_whole (bytes))
    return g_steal_pointer (&bytes);

  g_set_error_literal (error, QD_DB_ERROR, QD_DB_ERROR_CORRUPT, _ ("A change in the history is damaged"));
  return NULL;
}

/**
 * qd_change_log_check:
 * @label: (nullable): what @id was called when a person chose it
 *
 * Whether the change can be taken back out of the log, and is still the one that was chosen: by
 * now it may stand for its whole day.
 */
gboolean
qd_change_log_check (QdChangeLog *self,
                     gint64       id,
                     const char  *label,
                     GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  gboolean      is_known = FALSE, is_same = FALSE, is_usable = FALSE;
  sqlite3_stmt *stmt =
      qd_db_prepare (self->db, "SELECT label, schema_version FROM local_change WHERE id = ?", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);

  if (qd_db_next (self->db, stmt, &local_error))
    {
      is_known = TRUE;
      is_same = label == NULL || g_strcmp0 (label, (const char *)sqlite3_column_text (stmt, 0)) == 0;
      is_usable = is_valid (self->schema_version, sqlite3_column_int64 (stmt, 1));
      sqlite3_reset (stmt);
    }

  if (is_same && is_usable)
    return TRUE;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!is_known)
    g_set_error_literal (
        error, QD_DB_ERROR, QD_DB_ERROR_NOT_FOUND, _ ("This change is no longer in the history"));
  else if (!is_same)
    g_set_error_literal (error,
                         QD_DB_ERROR,
                         QD_DB_ERROR_CONFLICT,
                         _ ("The changes of this day were put together meanwhile, so nothing was reverted; look again at what it would be"));
  else
    g_set_error_literal (error,
                         QD_DB_ERROR,
                         QD_DB_ERROR_CONFLICT,
                         _ ("This change is of before an update that laid out the data in another way, so it can no longer be reverted"));

  return FALSE;
}

/**
 * qd_change_log_read:
 *
 * Returns: (transfer full) (nullable): the change @id
 */
QdChanges *
qd_change_log_read (QdDb    *db,
                    gint64   id,
                    GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) local_error = NULL;
  QdChanges    *changes = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db, "SELECT label, size, changes FROM local_change WHERE id = ?", error);

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, id);

  if (qd_db_next (db, stmt, &local_error))
    {
      if ((bytes = qd_change_log_unpack (stmt, 1, error)))
        changes = qd_changes_new ((const char *)sqlite3_column_text (stmt, 0), bytes);

      sqlite3_reset (stmt);
      return changes;
    }

  if (local_error == NULL)
    g_set_error_literal (&local_error,
                         QD_DB_ERROR,
                         QD_DB_ERROR_NOT_FOUND,
                         _ ("This change is no longer in the history"));

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Returns: the first second after @day where the person is */
gint64
qd_change_log_get_end (int day)
{
  g_autoptr(GDateTime) moment = NULL;
  int year, month, day_of_month;

  qd_day_get_ymd (day + 1, &year, &month, &day_of_month);
  moment = g_date_time_new_local (year, month, day_of_month, 0, 0, 0);

  return moment == NULL ? G_MAXINT64 : g_date_time_to_unix (moment);
}
