/* test-open.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sys/stat.h>
#include <unistd.h>

#include "qd-schema.h"
#include "qd-test-disk.h"
#include "qd-test-folder.h"

/* A user who owns nothing: root may read and write anything. */
#define NOBODY 65534

static const char *const one[] = {
  "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
  "INSERT INTO note VALUES (1, 'kept')",
  NULL
};

static const char *const three[] = {
  "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
  "INSERT INTO note VALUES (1, 'kept')",
  "ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
  "CREATE TABLE link (id INTEGER PRIMARY KEY, note INTEGER NOT NULL REFERENCES note (id)) STRICT;"
  "INSERT INTO link VALUES (1, 1)",
  NULL
};

static const char *const third_is_broken[] = {
  "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
  "INSERT INTO note VALUES (1, 'kept')",
  "ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
  "UPDATE note SET text = 'lost'; INSERT INTO nowhere VALUES (1)",
  NULL
};

static const char *const third_leaves_orphans[] = {
  "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
  "INSERT INTO note VALUES (1, 'kept')",
  "ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
  "CREATE TABLE link (id INTEGER PRIMARY KEY, note INTEGER NOT NULL REFERENCES note (id)) STRICT;"
  "INSERT INTO link VALUES (1, 7)",
  NULL
};

static void
assert_number (const char        *path,
               const char *const *scripts,
               const char        *sql,
               gint64             expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdDb) db = qd_db_open (path, scripts, &error);
  gint64 number;

  g_assert_no_error (error);
  g_assert_true (qd_db_get_int64 (db, sql, &number, &error));
  g_assert_cmpint (number, ==, expected);
}

static void
exec_natively (const char *path,
               const char *sql)
{
  sqlite3 *native;

  g_assert_cmpint (sqlite3_open (path, &native), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (native, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (native), ==, SQLITE_OK);
}

static void
assert_refused (const char        *path,
                const char *const *scripts,
                QdDbError          code,
                const char        *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (qd_db_open (path, scripts, &error));
  g_assert_error (error, QD_DB_ERROR, (int)code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

static gint64
get_mtime (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);

  return info.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info.st_mtim.tv_nsec;
}

static char *
list_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while ((name = g_dir_read_name (folder)))
    g_ptr_array_add (names, (gpointer)name);

  g_ptr_array_sort_values (names, (GCompareFunc)(void (*) (void))strcmp);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **)names->pdata);
}

/* Refused, and neither the file nor its folder is another than before. */
static void
assert_left_alone (QdTestFolder      *fixture,
                   const char *const *scripts,
                   QdDbError          code,
                   const char        *words)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *names_before = list_folder (fixture->folder);
  g_autofree char *names_after = NULL;
  gsize            length_before, length_after;
  gint64           mtime = get_mtime (fixture->path);

  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  assert_refused (fixture->path, scripts, code, words);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_cmpint (get_mtime (fixture->path), ==, mtime);
  names_after = list_folder (fixture->folder);
  g_assert_cmpstr (names_before, ==, names_after);
}

static void
test_new_file_is_private (QdTestFolder *fixture,
                          gconstpointer data)
{
  g_autofree char         *deep = g_build_filename (fixture->folder, "made", "for", "test.db", NULL);
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr(GError) error = NULL;
  mode_t mask = umask (0);
  g_autoptr(QdDb) db = qd_db_open (deep, one, &error);
  struct stat info;

  umask (mask);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (deep, suffixes[i], NULL);

      g_assert_cmpint (stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }

  g_clear_pointer (&db, qd_db_close);
  g_remove (deep);

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *folder = g_path_get_dirname (deep);

      g_assert_cmpint (stat (folder, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0700);
      g_rmdir (folder);
      g_set_str (&deep, folder);
    }
}

static void
test_empty_file_is_a_new_one (QdTestFolder *fixture,
                              gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_number (fixture->path, one, "SELECT count(*) FROM note", 1);
}

static void
test_files_of_others_are_left_alone (QdTestFolder *fixture,
                                     gconstpointer data)
{
  static const char *const foreign[] = {
    "CREATE TABLE theirs (a)",
    "PRAGMA journal_mode = WAL; CREATE TABLE theirs (a)",
    "PRAGMA application_id = 7; CREATE TABLE theirs (a)",
    "PRAGMA application_id = 7",
    "VACUUM",
  };
  static const char *const texts[] = { "%PDF-1.7\n", "SQLite format 2, or was it 3?", "{}", "\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_remove (fixture->path);
      exec_natively (fixture->path, foreign[i]);
      assert_left_alone (fixture, one, QD_DB_ERROR_NOT_OURS, "test.db” is a database of another app");
    }

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GString) text = g_string_new (texts[i]);

      g_assert_true (g_file_set_contents (fixture->path, text->str, text->len, NULL));
      assert_left_alone (fixture, one, QD_DB_ERROR_CORRUPT, "test.db” is not a database");
      g_string_set_size (text, 5000);
      g_assert_true (g_file_set_contents (fixture->path, text->str, text->len, NULL));
      assert_left_alone (fixture, one, QD_DB_ERROR_CORRUPT, "test.db” is not a database");
    }
}

static void
test_newer_file_is_left_alone (QdTestFolder *fixture,
                               gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(QdDb) db = NULL;
  gsize length;

  assert_number (fixture->path, one, "PRAGMA user_version", 1);

  /* As a newer app that was killed leaves it: the version is in the log alone. */
  db = qd_db_open (fixture->path, three, NULL);
  g_assert_true (g_file_get_contents (wal, &bytes, &length, NULL));
  g_clear_pointer (&db, qd_db_close);
  assert_left_alone (fixture, one, QD_DB_ERROR_TOO_NEW, "newer version");
  g_remove (fixture->path);
  assert_number (fixture->path, one, "PRAGMA user_version", 1);
  db = qd_db_open (fixture->path, three, NULL);
  g_assert_nonnull (db);
  assert_refused (fixture->path, one, QD_DB_ERROR_TOO_NEW, "newer version");
  g_assert_true (qd_db_exec (db, "UPDATE note SET text = 'still at work'", NULL));
}

static void
test_what_cannot_be_a_database (QdTestFolder *fixture,
                                gconstpointer data)
{
  g_autofree char *below_file = g_build_filename (fixture->path, "below", "test.db", NULL);
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);

  assert_refused (fixture->folder, one, QD_DB_ERROR_NO_ACCESS, "is a folder, not a database");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, one, QD_DB_ERROR_NO_ACCESS, "is a device, not a database");
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_refused (below_file, one, QD_DB_ERROR_NO_ACCESS, "could not be opened");
}

static void
test_what_may_not_be_opened (QdTestFolder *fixture,
                             gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "sub", "test.db", NULL);
  gboolean         is_root = geteuid () == 0;

  assert_number (fixture->path, one, "SELECT count(*) FROM note", 1);
  g_chmod (fixture->folder, 0555);
  g_chmod (fixture->path, 0);

  if (is_root && seteuid (NOBODY) != 0)
    {
      g_test_skip ("root may read and write anything, and there is nobody else to be");
      g_chmod (fixture->folder, 0700);
      return;
    }

  assert_refused (fixture->path, one, QD_DB_ERROR_NO_ACCESS, "test.db” may not be read");
  assert_refused (deep, one, QD_DB_ERROR_NO_ACCESS, "sub” could not be made");
  g_assert_cmpint (is_root ? seteuid (0) : 0, ==, 0);
  g_chmod (fixture->path, 0444);
  g_assert_cmpint (is_root ? seteuid (NOBODY) : 0, ==, 0);
  assert_refused (fixture->path, one, QD_DB_ERROR_NO_ACCESS, "test.db” may not be written to");
  g_assert_cmpint (is_root ? seteuid (0) : 0, ==, 0);
  g_chmod (fixture->path, 0666);
  g_assert_cmpint (is_root ? seteuid (NOBODY) : 0, ==, 0);
  assert_refused (fixture->path, one, QD_DB_ERROR_NO_ACCESS, "” may not be written to, and the database keeps files in it");
  g_assert_cmpint (is_root ? seteuid (0) : 0, ==, 0);
  g_chmod (fixture->folder, 0700);
  assert_number (fixture->path, one, "SELECT count(*) FROM note", 1);
}

static void
test_damage_is_left_alone (QdTestFolder *fixture,
                           gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  gsize            length;

  assert_number (fixture->path, one, "PRAGMA user_version", 1);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));

  /* Cut off in the middle */
  g_assert_true (g_file_set_contents (fixture->path, bytes, length / 2, NULL));
  assert_left_alone (fixture, one, QD_DB_ERROR_CORRUPT, "test.db” is damaged");

  /* The tail overwritten, found because the last process did not end well */
  memset (bytes + length - 4096, 0x5a, 512);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  g_assert_true (g_file_set_contents (wal, "not a log", -1, NULL));
  assert_refused (fixture->path, one, QD_DB_ERROR_CORRUPT, "test.db” is damaged");
}

static void
test_update_keeps_a_copy (QdTestFolder *fixture,
                          gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".version-1", NULL);
  g_autofree char *names = NULL;
  struct stat      info;

  assert_number (fixture->path, one, "PRAGMA user_version", 1);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  assert_number (fixture->path, three, "PRAGMA user_version", 3);
  assert_number (fixture->path, three, "SELECT count(*) FROM pragma_table_info ('note')", 3);
  names = list_folder (fixture->folder);
  g_assert_cmpstr (names, ==, "test.db test.db.version-1");
  g_assert_cmpint (stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  assert_number (copy, one, "SELECT count(*) FROM pragma_table_info ('note')", 2);
  assert_number (copy, one, "SELECT count(*) FROM note WHERE text = 'kept'", 1);
}

static void
test_failed_update_stops_at_a_version (QdTestFolder *fixture,
                                       gconstpointer data)
{
  static const char *const two[] = { "", "", NULL };

  assert_number (fixture->path, one, "PRAGMA user_version", 1);
  assert_refused (
      fixture->path, third_is_broken, QD_DB_ERROR_FAILED, "stays at version 2, because it could not be brought to version 3");
  assert_number (fixture->path, two, "SELECT count(*) FROM note WHERE text = 'kept' AND pinned = 0", 1);
  assert_refused (fixture->path, third_leaves_orphans, QD_DB_ERROR_FAILED, "1 rows would refer to something");
  assert_number (fixture->path, two, "PRAGMA user_version", 2);
  assert_number (fixture->path, three, "SELECT count(*) FROM link JOIN note ON note = note.id", 1);
}

/* Every write of an update fails once, and those after it: what is then opened
 * on a disk that works again has all that was there. */
static void
test_update_survives_the_disk (QdTestFolder *fixture,
                               gconstpointer data)
{
  static const int codes[] = { SQLITE_FULL, SQLITE_IOERR_WRITE };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      gboolean done = FALSE;
      int      k;

      for (k = 0; !done; k++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(QdDb) db = NULL;

          g_remove (fixture->path);
          assert_number (fixture->path, one, "PRAGMA user_version", 1);
          qd_test_disk_fail_after (k, codes[i]);
          db = qd_db_open (fixture->path, three, &error);
          done = db != NULL;
          g_clear_pointer (&db, qd_db_close);
          qd_test_disk_work ();
          assert_number (fixture->path,
                         three,
                         "SELECT count(*) FROM note JOIN link ON note = note.id, pragma_integrity_check"
                         " WHERE text = 'kept' AND integrity_check = 'ok'",
                         1);
        }

      g_assert_cmpint (k, >, 5);
    }
}

/* The file as version 1 of the schema had it, brought to this one. */
static void
test_files_of_old_versions_open (QdTestFolder *fixture,
                                 gconstpointer data)
{
  g_auto(GStrv) scripts = qd_schema_load_scripts ("/io/gitlab/quarterdeck/Quarterdeck/schema");
  g_autofree char *rows_path = g_test_build_filename (G_TEST_DIST, "data", "schema-001.sql", NULL);
  g_autofree char *rows = NULL;
  const char      *first[] = { scripts[0], NULL };
  g_autoptr(QdDb) db = NULL;
  g_autoptr(GError) error = NULL;
  gint64 n_rows;

  g_assert_true (g_file_get_contents (rows_path, &rows, NULL, NULL));
  db = qd_db_open (fixture->path, first, &error);
  g_assert_no_error (error);
  qd_db_exec (db, rows, &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, qd_db_close);

  db = qd_db_open (fixture->path, (const char *const *)scripts, &error);
  g_assert_no_error (error);
  g_assert_true (qd_db_get_int64 (db, "SELECT count(*) FROM account JOIN task ON owner = 'Ada'", &n_rows, NULL));
  g_assert_cmpint (n_rows, ==, 1);
  g_assert_true (qd_db_get_int64 (db, "SELECT count(*) FROM pragma_foreign_key_check", &n_rows, NULL));
  g_assert_cmpint (n_rows, ==, 0);

  /* What was the duration of a task is its work; that of a meeting, and what is no task, stay. */
  g_assert_true (qd_db_get_int64 (
      db, "SELECT count(*) FROM task WHERE id = 14 AND work = 480 AND duration IS NULL", &n_rows, NULL));
  g_assert_cmpint (n_rows, ==, 1);
  g_assert_true (qd_db_get_int64 (
      db, "SELECT count(*) FROM task WHERE id = 15 AND work IS NULL AND duration = 90", &n_rows, NULL));
  g_assert_cmpint (n_rows, ==, 1);
  g_assert_true (qd_db_get_int64 (
      db,
      "SELECT count(*) FROM template WHERE id = 16 AND body ->> '$.tasks[0].work' = 240"
      " AND body -> '$.tasks[0].duration' IS NULL AND body ->> '$.tasks[1].duration' = 60",
      &n_rows,
      NULL));
  g_assert_cmpint (n_rows, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  qd_test_disk_install ();

  qd_test_folder_add ("/open/new-file-is-private", test_new_file_is_private);
  qd_test_folder_add ("/open/empty-file-is-a-new-one", test_empty_file_is_a_new_one);
  qd_test_folder_add ("/open/files-of-others-are-left-alone", test_files_of_others_are_left_alone);
  qd_test_folder_add ("/open/newer-file-is-left-alone", test_newer_file_is_left_alone);
  qd_test_folder_add ("/open/what-cannot-be-a-database", test_what_cannot_be_a_database);
  qd_test_folder_add ("/open/what-may-not-be-opened", test_what_may_not_be_opened);
  qd_test_folder_add ("/open/damage-is-left-alone", test_damage_is_left_alone);
  qd_test_folder_add ("/open/update-keeps-a-copy", test_update_keeps_a_copy);
  qd_test_folder_add ("/open/failed-update-stops-at-a-version", test_failed_update_stops_at_a_version);
  qd_test_folder_add ("/open/update-survives-the-disk", test_update_survives_the_disk);
  qd_test_folder_add ("/open/files-of-old-versions-open", test_files_of_old_versions_open);

  return g_test_run ();
}
