/* fuzz-changeset.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <string.h>

#include "qd-changes.h"
#include "qd-fuzz.h"
#include "qd-kinds.h"

/* A recorded change as the file may have it: read, and reverted on a small portfolio. */

const char *const qd_fuzz_words[] = {
  "T", "P", "account", "task", "plan", "link", "local_setting", "local_search", "search", "sqlite_master", "search_data",
  "\x12", "\x17", "\x09", "\x01\x00\x00\x00\x00\x00\x00\x00\x01", "\x03\x06", "\x05", "Kestrel", "2026-05-03", "done", NULL
};

static const char fixture[] =
    "INSERT INTO account (id, name, tier, arr, currency, renewal, archived)"
    " VALUES (1, 'Kestrel', 'signature', 120000, 'EUR', '2027-01-31', 0), (2, 'Merlin', NULL, NULL, NULL, NULL, 1);"
    "INSERT INTO contact (id, account, name, champion, sponsor, blocker, admin) VALUES (3, 1, 'Ada', 1, 0, 0, 0);"
    "INSERT INTO plan (id, account, kind, name, start, target, status)"
    " VALUES (4, 1, 'adoption', 'Rollout', '2026-05-04', '2026-08-03', 'active');"
    "INSERT INTO phase (id, plan, name, first, last, position) VALUES (5, 4, 'First', 0, 29, 1);"
    "INSERT INTO task (id, plan, phase, title, kind, status, progress, visibility, position) VALUES"
    " (6, 4, 5, 'Runner workshop', 'workshop', 'not-started', 0, 'customer', 1),"
    " (7, 4, 5, 'Go live', 'milestone', 'not-started', 0, 'customer', 2);"
    "INSERT INTO link (id, plan, predecessor, successor, kind, lag, elapsed) VALUES (8, 4, 6, 7, 'fs', 0, 0)";

/* Each is recorded as if it had been undone, so that to revert it is to do it. */
static const char *const edits[] = {
  "UPDATE account SET name = 'Kestrel Works', arr = NULL WHERE id = 1",
  "UPDATE task SET status = 'done', notes = 'It went well' WHERE id = 6",
  "INSERT INTO contact (id, account, name, champion, sponsor, blocker, admin) VALUES (9, 2, 'Grace', 0, 0, 0, 1)",
  "DELETE FROM task WHERE id = 6",
  "DELETE FROM account WHERE id = 1",
  "UPDATE account SET archived = 1 - archived; DELETE FROM contact; UPDATE plan SET name = 'Relaunch'",
};

static QdDb *db;

static void
must (gboolean ok,
      GError  *error)
{
  g_assert_no_error (error);
  g_assert_true (ok);
}

static void
exec (const char *sql)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = qd_db_exec (db, sql, &error);

  must (ok, error);
}

static void
drop_at_exit (void)
{
  g_clear_pointer (&db, qd_db_close);
}

static void
ensure_db (void)
{
  g_auto(GStrv) scripts = NULL;
  g_autoptr(GError) error = NULL;

  if (db != NULL)
    return;

  scripts = qd_kinds_load_schema ();
  db = qd_db_open (":memory:", (const char *const *)scripts, &error);
  g_assert_no_error (error);
  atexit (drop_at_exit);
  exec (fixture);
}

static GBytes *
take_changes (sqlite3_session *session)
{
  gpointer data = NULL;
  int      size = 0;

  g_assert_cmpint (sqlite3session_changeset (session, &size, &data), ==, SQLITE_OK);

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

GBytes *
qd_fuzz_make (guint n)
{
  g_autoptr(sqlite3_session) session = NULL;
  g_autoptr(GBytes) changes = NULL;
  g_autoptr(GError) error = NULL;
  gpointer data = NULL;
  int      size = 0;

  if (n >= G_N_ELEMENTS (edits))
    return NULL;

  ensure_db ();
  exec ("BEGIN IMMEDIATE");
  session = qd_db_start_recording (db, &error);
  g_assert_no_error (error);
  exec (edits[n]);
  changes = take_changes (session);
  exec ("ROLLBACK");
  g_assert_cmpint (sqlite3changeset_invert (
                       (int)g_bytes_get_size (changes), g_bytes_get_data (changes, NULL), &size, &data),
                   ==,
                   SQLITE_OK);

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/* Returns: (transfer full): all that is told apart here */
static char *
dup_state (void)
{
  sqlite3_stmt *stmt = qd_db_prepare (
      db,
      "SELECT (SELECT json_group_array (json_array (id, name, arr, renewal, archived)) FROM account)"
      " || (SELECT json_group_array (json_array (id, account, name)) FROM contact)"
      " || (SELECT json_group_array (json_array (id, account, name, status)) FROM plan)"
      " || (SELECT json_group_array (json_array (id, plan, phase, title, status, notes)) FROM task)"
      " || (SELECT json_group_array (json_array (id, predecessor, successor, lag)) FROM link)",
      NULL);
  char *state;

  g_assert_true (stmt != NULL && qd_db_next (db, stmt, NULL));
  state = g_strdup ((const char *)sqlite3_column_text (stmt, 0));
  sqlite3_reset (stmt);

  return state;
}

static gint64
count (const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 number = -1;

  qd_db_get_int64 (db, sql, &number, &error);
  g_assert_no_error (error);

  return number;
}

static void
check_whole (void)
{
  g_assert_cmpint (count ("SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  g_assert_cmpint (count ("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
  g_assert_cmpint (count ("SELECT count(*) FROM local_setting"), ==, 0);
}

static void
look_cb (const QdChange *change,
         gpointer        user_data)
{
  g_assert_nonnull (change->table);

  for (int i = 0; i < change->n_columns; i++)
    {
      sqlite3_value *value = qd_change_get_value (change, i);

      if (value != NULL && sqlite3_value_type (value) == SQLITE_TEXT)
        sqlite3_value_text (value);
    }
}

/* What was reverted can be put back, to the letter. */
static void
revert_back (sqlite3_session *session,
             const char      *before)
{
  g_autoptr(GBytes) bytes = take_changes (session);
  g_autoptr(QdChanges) changes = qd_changes_new ("Back", bytes);
  g_autoptr(GError) error = NULL;
  g_autofree char *after = NULL;

  qd_changes_revert (changes, db, &error);
  g_assert_no_error (error);
  after = dup_state ();
  g_assert_cmpstr (after, ==, before);
  check_whole ();
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(QdChanges) changes = qd_changes_new ("Change", bytes);
  g_autoptr(sqlite3_session) session = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ensure_db ();
  before = dup_state ();
  qd_changes_foreach (changes, look_cb, NULL);
  exec ("BEGIN IMMEDIATE");
  session = qd_db_start_recording (db, &error);
  g_assert_no_error (error);

  if (qd_changes_revert (changes, db, &error))
    {
      check_whole ();
      revert_back (session, before);
    }
  else
    {
      qd_fuzz_check_error (error);
      after = dup_state ();
      g_assert_cmpstr (after, ==, before);
    }

  g_clear_pointer (&session, sqlite3session_delete);
  qd_db_settle (db);
  qd_db_roll_back (db);

  return 0;
}
