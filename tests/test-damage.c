/* test-damage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "qd-account.h"
#include "qd-backup.h"
#include "qd-daily-check.h"
#include "qd-file.h"
#include "qd-rescue.h"
#include "qd-search-index.h"
#include "qd-test-disk.h"
#include "qd-test-folder.h"
#include "qd-test.h"

#define TODAY 20780

/* What SQLite takes for the time, in milliseconds, is moved by this. */
static gint64 clock_shift;

static int
shifted_time (sqlite3_vfs   *vfs,
              sqlite3_int64 *now)
{
  int rc = qd_test_disk.real->xCurrentTimeInt64 (qd_test_disk.real, now);

  *now += clock_shift;

  return rc;
}

static gboolean
add_account (QdStore    *store,
             const char *name,
             GError    **error)
{
  g_autoptr(QdAccount) draft = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(GAsyncResult) slot = NULL;

  g_object_set (draft, "name", name, "notes", "words to be found", NULL);
  qd_record_add_async (draft, store, "Add Account", qd_test_async_cb, &slot);

  return qd_test_await_edit (store, &slot, error);
}

static void
assert_adds (QdStore    *store,
             const char *name)
{
  g_autoptr(GError) error = NULL;

  add_account (store, name, &error);
  g_assert_no_error (error);
}

static void
assert_refuses (QdStore    *store,
                QdDbError   code,
                const char *sentence)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (add_account (store, "Refused", &error));
  g_assert_error (error, QD_DB_ERROR, code);
  g_assert_nonnull (strstr (error->message, sentence));
}

static gpointer
count_func (QdDb    *db,
            gpointer data,
            GError **error)
{
  gint64 count;

  return qd_db_get_int64 (db, data, &count, error) ? g_memdup2 (&count, sizeof count) : NULL;
}

static gint64
count (QdStore    *store,
       const char *sql)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *number = NULL;

  qd_store_read_async (
      store, count_func, (gpointer)g_intern_string (sql), NULL, g_free, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  number = qd_store_read_finish (store, result, &error);
  g_assert_no_error (error);

  return *number;
}

static gint64
count_in_file (const char *path,
               const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdDb) db = qd_db_open_reader (path, &error);
  gint64 number = -1;

  g_assert_no_error (error);
  qd_db_get_int64 (db, sql, &number, &error);
  g_assert_no_error (error);

  return number;
}

static void
moved_cb (QdStore *store,
          guint   *n_moved)
{
  ++*n_moved;
}

/* What the open connection still has goes into a file of its own. */
static void
assert_rescues (QdStore    *store,
                const char *path,
                gint64      n_accounts)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  qd_store_rescue_async (store, path, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  qd_store_rescue_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (count_in_file (path, "SELECT count(*) FROM account, pragma_quick_check WHERE quick_check = 'ok'"), ==, n_accounts);
  g_remove (path);
}

static void
test_removed_while_open (QdTestFolder *fixture,
                         gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  QdStore         *store = qd_test_store_new (fixture->path);
  guint            n_moved = 0;

  g_signal_connect (store, "moved", G_CALLBACK (moved_cb), &n_moved);
  assert_adds (store, "Saved");
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  assert_refuses (store, QD_DB_ERROR_MOVED, "test.db” was removed or replaced while it was open, so nothing was changed");
  g_assert_cmpint (n_moved, ==, 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM account"), ==, 1);
  assert_rescues (store, copy, 1);
  qd_test_store_close (store);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_replaced_while_open (QdTestFolder *fixture,
                          gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            length_before, length_after;
  QdStore         *store = qd_test_store_new (other);

  assert_adds (store, "Theirs");
  qd_test_store_close (store);
  store = qd_test_store_new (fixture->path);
  assert_adds (store, "Saved");
  assert_adds (store, "Saved Too");
  g_assert_true (g_file_get_contents (other, &before, &length_before, NULL));
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  assert_refuses (store, QD_DB_ERROR_MOVED, "was removed or replaced");
  assert_rescues (store, copy, 2);
  qd_test_store_close (store);

  /* Nothing of the one went into the other. */
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_moved_and_put_back (QdTestFolder *fixture,
                         gconstpointer data)
{
  g_autofree char *away = g_build_filename (fixture->folder, "away.db", NULL);
  QdStore         *store = qd_test_store_new (fixture->path);

  assert_adds (store, "Saved");
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  assert_refuses (store, QD_DB_ERROR_MOVED, "was removed or replaced");
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  assert_adds (store, "Saved Again");
  qd_test_store_close (store);
  g_assert_cmpint (count_in_file (fixture->path, "SELECT count(*) FROM account"), ==, 2);
}

static void
test_log_removed_while_open (QdTestFolder *fixture,
                             gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  QdStore         *store = qd_test_store_new (fixture->path);

  assert_adds (store, "Saved");
  g_assert_cmpint (g_remove (wal), ==, 0);
  assert_refuses (store, QD_DB_ERROR_MOVED, "was removed or replaced");
  qd_test_store_close (store);

  /* What had been saved was in the log, which was still open. */
  g_assert_cmpint (count_in_file (fixture->path, "SELECT count(*) FROM account WHERE name = 'Saved'"), ==, 1);
}

/* Each says what is wrong; once the disk takes what is written again, so does the app. */
static void
test_disk_comes_back (QdTestFolder *fixture,
                      gconstpointer data)
{
  static const struct
  {
    int         code;
    QdDbError   error;
    const char *sentence;
  } cases[] = {
    { SQLITE_FULL, QD_DB_ERROR_FULL, "The disk is full, so nothing was changed" },
    { SQLITE_READONLY, QD_DB_ERROR_NO_ACCESS, "may not be written to, so nothing was changed" },
    { SQLITE_PERM, QD_DB_ERROR_NO_ACCESS, "may not be written to, so nothing was changed" },
    { SQLITE_IOERR_WRITE, QD_DB_ERROR_FAILED, "so nothing was changed" },
  };
  QdStore *store = qd_test_store_new (fixture->path);

  assert_adds (store, "Saved");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      qd_test_disk_fail_after (0, cases[i].code);
      assert_refuses (store, cases[i].error, cases[i].sentence);
      g_assert_cmpint (count (store, "SELECT count(*) FROM account"), ==, i + 1);
      assert_refuses (store, cases[i].error, cases[i].sentence);
      qd_test_disk_work ();
      assert_adds (store, "Saved Again");
    }

  qd_test_store_close (store);
  g_assert_cmpint (count_in_file (fixture->path,
                                  "SELECT count(*) FROM account, pragma_integrity_check"
                                  " WHERE integrity_check = 'ok' AND name GLOB 'Saved*'"),
                   ==,
                   G_N_ELEMENTS (cases) + 1);
}

/* What is undone is what was done last, whatever the clock says. */
static void
test_clock_set_back (QdTestFolder *fixture,
                     gconstpointer data)
{
  QdStore *store = qd_test_store_new (fixture->path);

  assert_adds (store, "First");
  clock_shift = -400 * (gint64)G_TIME_SPAN_DAY / 1000;
  assert_adds (store, "Second");
  qd_test_undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM account WHERE name = 'First'"), ==, 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM account WHERE name = 'Second'"), ==, 0);
  assert_adds (store, "Third");
  qd_test_store_close (store);
  store = qd_test_store_new (fixture->path);
  qd_test_undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM account WHERE name = 'Third'"), ==, 0);
  clock_shift = 0;
  qd_test_undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM account"), ==, 0);
  qd_test_store_close (store);
}

static gboolean
check_today (QdStore    *store,
             const char *path,
             int         today,
             GError    **error)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  qd_daily_check_async (store, path, today, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);

  return qd_daily_check_finish (store, result, error);
}

/* A page of what is open is overwritten, as a disk may do. */
static void
overwrite_page (const char *path,
                guint       number)
{
  char bytes[4096];
  int  fd = g_open (path, O_WRONLY, 0);

  memset (bytes, 0x5a, sizeof bytes);
  g_assert_cmpint (pwrite (fd, bytes, sizeof bytes, (number - 1) * sizeof bytes), ==, sizeof bytes);
  close (fd);
}

static void
test_daily_check (QdTestFolder *fixture,
                  gconstpointer data)
{
  static const char marked[] = "SELECT value FROM local_setting WHERE key = 'checked'";
  QdStore          *store = qd_test_store_new (fixture->path);
  g_autoptr(GError) error = NULL;
  gint64 root;

  for (int i = 0; i < 50; i++)
    assert_adds (store, "Saved");

  qd_test_store_close (store);
  root = count_in_file (fixture->path, "SELECT rootpage FROM sqlite_schema WHERE name = 'account'");
  store = qd_test_store_new (fixture->path);
  g_assert_true (check_today (store, fixture->path, TODAY, &error));
  g_assert_cmpint (count (store, marked), ==, TODAY);
  g_assert_cmpint (count (store, "SELECT count(*) FROM local_change"), ==, 50);

  /* It is done for today; a day that has yet to come was of a wrong clock. */
  overwrite_page (fixture->path, root);
  g_assert_true (check_today (store, fixture->path, TODAY, &error));
  g_assert_false (check_today (store, fixture->path, TODAY - 1, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "test.db” is damaged"));
  g_clear_error (&error);
  g_assert_cmpint (count (store, marked), ==, TODAY);

  /* The rest is there to be read still. */
  g_assert_cmpint (count (store, "SELECT count(*) FROM local_change"), ==, 50);
  qd_test_store_close (store);
}

static char *
read_all (const char *path,
          gsize      *length)
{
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, NULL);

  return bytes;
}

/* The damaged file and its log are kept to the byte under another name, and the log does
 * not become that of the file in their place. */
static void
test_put_in_place (QdTestFolder *fixture,
                   gconstpointer data)
{
  g_autofree char *draft = g_build_filename (fixture->folder, "draft.db", NULL);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *aside = NULL;
      g_autofree char *aside_wal = NULL;
      g_autofree char *bytes = NULL;
      g_autofree char *log = NULL;
      g_autoptr(GError) error = NULL;
      QdStore *store = qd_test_store_new (draft);
      gsize    length, log_length;

      assert_adds (store, "Saved");
      qd_test_store_close (store);
      g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
      g_assert_true (g_file_set_contents (wal, "its log", -1, NULL));
      aside = qd_file_put_in_place (fixture->path, draft, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (aside, "test.db.damaged-"));
      aside_wal = g_strconcat (aside, "-wal", NULL);
      bytes = read_all (aside, &length);
      g_assert_cmpmem (bytes, length, "damaged", 7);
      log = read_all (aside_wal, &log_length);
      g_assert_cmpmem (log, log_length, "its log", 7);
      g_assert_false (g_file_test (draft, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
      g_assert_cmpint (count_in_file (fixture->path, "SELECT count(*) FROM account"), ==, 1);
    }
}

/* What cannot be done is not done by half. */
static void
test_nothing_to_put_in_place (QdTestFolder *fixture,
                              gconstpointer data)
{
  g_autofree char *draft = g_build_filename (fixture->folder, "draft.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  g_assert_null (qd_file_put_in_place (fixture->path, draft, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_NO_ACCESS);
  bytes = read_all (fixture->path, &length);
  g_assert_cmpmem (bytes, length, "damaged", 7);
}

static GPtrArray *
list_backups (const char *database)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *backups;

  qd_backups_list_async (database, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  backups = qd_backups_list_finish (result, &error);
  g_assert_no_error (error);

  return backups;
}

/* Which of the backups of a database that cannot be opened is in order, and a copy of it */
static void
test_good_backup (QdTestFolder *fixture,
                  gconstpointer data)
{
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autofree char *good = g_build_filename (folder, "quarterdeck-2026-11-20T0900Z.db", NULL);
  g_autofree char *damaged = g_build_filename (folder, "quarterdeck-2026-11-21T0900Z.db", NULL);
  g_autofree char *foreign = g_build_filename (folder, "quarterdeck-2026-11-22T0900Z.db", NULL);
  g_autofree char *link = g_build_filename (folder, "quarterdeck-2026-11-23T0900Z.db", NULL);
  g_autofree char *draft = NULL;
  g_autoptr(GPtrArray) none = list_backups (fixture->path);
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) taken = NULL;
  g_autoptr(GError) error = NULL;
  QdStore *store;
  sqlite3 *native;
  GStatBuf info;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  store = qd_test_store_new (good);
  assert_adds (store, "Saved");
  qd_test_store_close (store);
  store = qd_test_store_new (damaged);
  assert_adds (store, "Saved");
  qd_test_store_close (store);
  overwrite_page (damaged, (guint)count_in_file (damaged, "SELECT rootpage FROM sqlite_schema WHERE name = 'account'"));
  g_assert_cmpint (sqlite3_open (foreign, &native), ==, SQLITE_OK);
  sqlite3_exec (native, "CREATE TABLE theirs (a)", NULL, NULL, NULL);
  sqlite3_close (native);
  g_assert_cmpint (symlink (good, link), ==, 0);

  backups = list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, 3);

  for (guint i = 0; i < backups->len; i++)
    {
      const char *const paths[] = { foreign, damaged, good };
      const QdBackup   *backup = g_ptr_array_index (backups, i);

      g_assert_cmpstr (backup->path, ==, paths[i]);
      g_assert_true (backup->is_good == (i == 2));
    }

  qd_backup_take_async (g_ptr_array_index (backups, 2), fixture->path, NULL, qd_test_async_cb, &slot);
  taken = qd_test_await (&slot);
  draft = qd_backup_take_finish (taken, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (draft, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (count_in_file (draft, "SELECT count(*) FROM account"), ==, 1);
}

static void
damage_index (const char *path,
              const char *sql)
{
  sqlite3 *native;

  g_assert_cmpint (sqlite3_open (path, &native), ==, SQLITE_OK);
  sqlite3_db_config (native, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  g_assert_cmpint (sqlite3_exec (native, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (native);
}

static gboolean
index_is_good (QdDb    *db,
               gpointer data,
               GError **error)
{
  *(gboolean *)data = qd_search_index_is_good (db);

  return TRUE;
}

/* Each part of the search index is damaged in turn. Nobody is told; after the next check,
 * or the next edit that comes upon it, it is whole again. */
static void
test_index_is_made_anew (QdTestFolder *fixture,
                         gconstpointer data)
{
  static const char *const damages[] = {
    "DELETE FROM search_data",
    "UPDATE search_data SET block = zeroblob (40)",
    "DELETE FROM search_data WHERE id > 10",
    "DELETE FROM search_idx",
    "DELETE FROM search_docsize",
    "DELETE FROM search_config",
    "DROP TABLE search_data",
    "DROP TABLE search_idx",
    "DROP TABLE search_docsize",
    "DROP TABLE search_config",
    "DROP TABLE search",
    "DELETE FROM local_search",
    "DROP TABLE local_search",
    "UPDATE search_config SET v = 99 WHERE k = 'version'",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GAsyncResult) slot = NULL;
      gboolean is_good = FALSE;
      QdStore *store;

      g_test_message ("%s", damages[i]);
      g_remove (fixture->path);
      store = qd_test_store_new (fixture->path);
      assert_adds (store, "Saved");
      qd_test_store_close (store);
      damage_index (fixture->path, damages[i]);
      store = qd_test_store_new (fixture->path);
      check_today (store, fixture->path, TODAY, &error);
      g_assert_no_error (error);
      assert_adds (store, "Saved Again");
      qd_store_edit_async (store, "Look", index_is_good, &is_good, NULL, NULL, qd_test_async_cb, &slot);
      qd_test_await_edit (store, &slot, &error);
      g_assert_no_error (error);
      g_assert_true (is_good);
      g_assert_cmpint (count (store, "SELECT count(*) FROM search WHERE search MATCH 'found'"), ==, 2);
      qd_test_store_close (store);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  qd_test_disk_install ();
  qd_test_disk.vfs.xCurrentTimeInt64 = shifted_time;

  qd_test_folder_add ("/damage/removed-while-open", test_removed_while_open);
  qd_test_folder_add ("/damage/replaced-while-open", test_replaced_while_open);
  qd_test_folder_add ("/damage/moved-and-put-back", test_moved_and_put_back);
  qd_test_folder_add ("/damage/log-removed-while-open", test_log_removed_while_open);
  qd_test_folder_add ("/damage/disk-comes-back", test_disk_comes_back);
  qd_test_folder_add ("/damage/clock-set-back", test_clock_set_back);
  qd_test_folder_add ("/damage/daily-check", test_daily_check);
  qd_test_folder_add ("/damage/put-in-place", test_put_in_place);
  qd_test_folder_add ("/damage/nothing-to-put-in-place", test_nothing_to_put_in_place);
  qd_test_folder_add ("/damage/good-backup", test_good_backup);
  qd_test_folder_add ("/damage/index-is-made-anew", test_index_is_made_anew);

  return g_test_run ();
}
