/* test-copy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-test-backup.h"
#include "qd-test-disk.h"

/* Anybody's but the test's own: root may read and write anything. */
#define NOBODY 65534

#define VERSION qd_kinds_get_version ()

static char *
dup_path (QdTestBackup *fixture,
          const char   *name)
{
  return g_build_filename (fixture->folder.folder, name, NULL);
}

static void
assert_table_counts (QdCopyContent *content,
                     const char    *path)
{
  GHashTableIter iter;
  gpointer       table, n_rows;
  gint64         sum = 0;
  sqlite3       *native;

  g_assert_cmpint (sqlite3_open_v2 (path, &native, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_hash_table_iter_init (&iter, content->tables);

  while (g_hash_table_iter_next (&iter, &table, &n_rows))
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", (char *)table);
      sqlite3_stmt    *stmt;

      g_assert_cmpint (sqlite3_prepare_v2 (native, sql, -1, &stmt, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
      g_assert_cmpint (sqlite3_column_int64 (stmt, 0), ==, *(gint64 *)n_rows);
      sum += *(gint64 *)n_rows;
      sqlite3_finalize (stmt);
    }

  g_assert_cmpint (sum, ==, content->n_rows);
  sqlite3_close (native);
}

static void
test_holds_the_same (QdTestBackup *fixture,
                     gconstpointer data)
{
  g_autofree char *target = dup_path (fixture, "copy.db");
  g_autofree char *before = qd_test_dup_digest (fixture->folder.path);
  g_autofree char *names = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdCopyContent) content = NULL;
  mode_t      mask = umask (0);
  struct stat info;

  content = qd_copy_make (fixture->folder.path, target, QD_COPY_NEW, VERSION, NULL, &error);
  umask (mask);
  g_assert_no_error (error);
  g_assert_cmpstr (content->digest, ==, before);
  g_assert_cmpint (content->version, ==, VERSION);
  g_assert_cmpint (qd_copy_content_count (content, "account"), ==, 20);
  g_assert_cmpint (qd_copy_content_count (content, "nothing"), ==, 0);
  assert_table_counts (content, target);
  assert_table_counts (content, fixture->folder.path);
  g_assert_cmpint (stat (target, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  names = qd_test_list_folder (fixture->folder.folder);
  g_assert_cmpstr (names, ==, "copy.db test.db test.db-shm test.db-wal");

  qd_test_exec (fixture->store, "UPDATE account SET seats = 4711 WHERE id = (SELECT min(id) FROM account)");
  qd_test_take (&before, qd_test_dup_digest (fixture->folder.path));
  g_assert_cmpstr (content->digest, !=, before);
}

/* What is this machine's own makes no difference. */
static void
test_counts_what_a_person_made (QdTestBackup *fixture,
                                gconstpointer data)
{
  g_autofree char *before = qd_test_dup_digest (fixture->folder.path);
  g_autofree char *after = NULL;

  qd_test_exec (fixture->store, "UPDATE account SET seats = 4711");
  after = qd_test_dup_digest (fixture->folder.path);
  g_assert_cmpstr (before, !=, after);
  qd_test_undo (fixture->store);
  qd_test_take (&after, qd_test_dup_digest (fixture->folder.path));
  g_assert_cmpstr (before, ==, after);
}

/* Edits go on while it is copied: it holds what there was at one time between two of them. */
static void
test_is_of_one_time (QdTestBackup *fixture,
                     gconstpointer data)
{
  qd_test_exec (fixture->store, "UPDATE account SET seats = 1");

  for (int round = 0; round < 5; round++)
    {
      g_autofree char *target = dup_path (fixture, "copy.db");
      g_autoptr(GError) error = NULL;
      g_autoptr(QdCopyContent) content = NULL;
      g_autoptr(QdDb) copy = NULL;
      gint64 n_numbers;

      for (int i = 0; i < 40; i++)
        qd_store_edit_async (fixture->store,
                             "Edit",
                             qd_test_exec_func,
                             g_strdup ("UPDATE account SET seats = (SELECT max(seats) + 1 FROM account)"),
                             g_free,
                             NULL,
                             NULL,
                             NULL);

      content = qd_copy_make (fixture->folder.path, target, QD_COPY_REPLACE, VERSION, NULL, &error);
      g_assert_no_error (error);
      copy = qd_db_open_reader (target, &error);
      g_assert_no_error (error);
      g_assert_true (qd_db_get_int64 (copy, "SELECT count(DISTINCT seats) FROM account", &n_numbers, &error));
      g_assert_cmpint (n_numbers, ==, 1);
      qd_test_settle (fixture->store);
    }
}

static void
assert_fails (QdTestBackup *fixture,
              GCancellable *cancellable,
              GQuark        domain,
              int           code)
{
  g_autofree char *target = dup_path (fixture, "copy.db");
  g_autofree char *names = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (qd_copy_make (fixture->folder.path, target, QD_COPY_NEW, VERSION, cancellable, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, domain, code);
  names = qd_test_list_folder (fixture->folder.folder);
  g_assert_cmpstr (names, ==, "test.db test.db-shm test.db-wal");
}

static void
test_full_disk (QdTestBackup *fixture,
                gconstpointer data)
{
  g_autofree char *target = dup_path (fixture, "copy.db");
  g_autoptr(GError) error = NULL;
  g_autoptr(QdCopyContent) content = NULL;
  int n_failed = 0;

  for (int n = 0; n < 1000; n += 1 + n / 4)
    {
      g_clear_error (&error);
      qd_test_disk_fail_after (n, n % 2 ? SQLITE_FULL : SQLITE_IOERR_WRITE);
      content = qd_copy_make (fixture->folder.path, target, QD_COPY_NEW, VERSION, NULL, &error);
      qd_test_disk_work ();

      if (content != NULL)
        break;

      n_failed++;
      g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
      g_assert_true (g_error_matches (error, QD_DB_ERROR, QD_DB_ERROR_FULL) ||
                     g_error_matches (error, QD_DB_ERROR, QD_DB_ERROR_FAILED));
    }

  g_assert_cmpint (n_failed, >, 10);
  g_assert_nonnull (content);
  qd_test_exec (fixture->store, "UPDATE account SET seats = 4711");
}

static void
test_cancelled (QdTestBackup *fixture,
                gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  assert_fails (fixture, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_place (QdTestBackup *fixture,
            gconstpointer data)
{
  g_autofree char *target = dup_path (fixture, "copy.db");
  g_autofree char *other = dup_path (fixture, "other");
  g_autofree char *missing = g_build_filename (fixture->folder.folder, "none", "copy.db", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdCopyContent) content = NULL;

  /* A link that somebody laid leads nowhere. */
  g_assert_true (g_file_set_contents (other, "not ours", -1, NULL));
  g_assert_cmpint (symlink (other, target), ==, 0);
  g_assert_null (qd_copy_make (fixture->folder.path, target, QD_COPY_NEW, VERSION, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  content = qd_copy_make (fixture->folder.path, target, QD_COPY_REPLACE, VERSION, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (target, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (other, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "not ours");

  g_assert_null (qd_copy_make (fixture->folder.path, missing, QD_COPY_NEW, VERSION, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (qd_copy_make (missing, target, QD_COPY_NEW, VERSION, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_folder_without_permission (QdTestBackup *fixture,
                                gconstpointer data)
{
  gboolean is_root = geteuid () == 0;

  if (is_root)
    {
      /* The database may be read, but nothing be written beside it. */
      g_assert_cmpint (chmod (fixture->folder.folder, 0755), ==, 0);
      g_assert_cmpint (seteuid (NOBODY), ==, 0);
    }
  else
    {
      g_assert_cmpint (chmod (fixture->folder.folder, 0500), ==, 0);
    }

  assert_fails (fixture, NULL, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);

  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);

  g_assert_cmpint (chmod (fixture->folder.folder, 0700), ==, 0);
}

static void
assert_not_in_order (const char *path,
                     GQuark      domain,
                     int         code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (qd_copy_content_check (path, VERSION, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, domain, code);
}

static void
test_check (QdTestBackup *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *sql;
    int         code;
  } cases[] = {
    { "PRAGMA application_id = 7", QD_DB_ERROR_NOT_OURS },
    { "PRAGMA user_version = 0", QD_DB_ERROR_NOT_OURS },
    { "PRAGMA user_version = 999", QD_DB_ERROR_TOO_NEW },
    { "PRAGMA foreign_keys = OFF; DELETE FROM account WHERE id IN (SELECT account FROM plan)", QD_DB_ERROR_CORRUPT },
  };
  g_autofree char *target = dup_path (fixture, "copy.db");
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdCopyContent) content = NULL;
  gsize length;

  content = qd_copy_make (fixture->folder.path, target, QD_COPY_NEW, VERSION, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (target, &bytes, &length, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sqlite3 *native;

      g_assert_true (g_file_set_contents (target, bytes, length, NULL));
      g_assert_cmpint (sqlite3_open (target, &native), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (native, cases[i].sql, NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (native);
      assert_not_in_order (target, QD_DB_ERROR, cases[i].code);
    }

  for (gsize cut = 1; cut < length - length / 8; cut += length / 7)
    {
      g_assert_true (g_file_set_contents (target, bytes, length - cut, NULL));
      assert_not_in_order (target, QD_DB_ERROR, QD_DB_ERROR_CORRUPT);
    }

  g_assert_true (g_file_set_contents (target, "", 0, NULL));
  assert_not_in_order (target, QD_DB_ERROR, QD_DB_ERROR_NOT_OURS);
  g_remove (target);
  assert_not_in_order (target, QD_DB_ERROR, QD_DB_ERROR_NO_ACCESS);
}

/* One bit, anywhere: either the file is not in order, or it says another thing, or what a person
 * made is not touched. */
static void
test_bits (QdTestBackup *fixture,
           gconstpointer data)
{
  g_autofree char *target = dup_path (fixture, "copy.db");
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdCopyContent) content = NULL;
  gsize length;
  char *place;
  int   n_said = 0;

  content = qd_copy_make (fixture->folder.path, target, QD_COPY_NEW, VERSION, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (target, &bytes, &length, NULL));

  /* In a name, which SQLite itself does not see */
  for (place = bytes; (place = memmem (place, length - (place - bytes), "Northwind", 9)); place++)
    {
      g_autoptr(QdCopyContent) now = NULL;

      place[3] ^= 1;
      g_assert_true (g_file_set_contents (target, bytes, length, NULL));
      place[3] ^= 1;
      now = qd_copy_content_check (target, VERSION, NULL, NULL);
      n_said += now == NULL || !g_str_equal (now->digest, content->digest);
    }

  /* Once for each account of that name, at the least */
  g_assert_cmpint (n_said, >=, 3);
}

int
main (int   argc,
      char *argv[])
{
  qd_test_disk_install ();
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, QdTestBackup, NULL, qd_test_backup_set_up, func, qd_test_backup_tear_down)
  ADD ("/copy/holds-the-same", test_holds_the_same);
  ADD ("/copy/counts-what-a-person-made", test_counts_what_a_person_made);
  ADD ("/copy/is-of-one-time", test_is_of_one_time);
  ADD ("/copy/full-disk", test_full_disk);
  ADD ("/copy/cancelled", test_cancelled);
  ADD ("/copy/place", test_place);
  ADD ("/copy/folder-without-permission", test_folder_without_permission);
  ADD ("/copy/check", test_check);
  ADD ("/copy/bits", test_bits);

  return g_test_run ();
}
