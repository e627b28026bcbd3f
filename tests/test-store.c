/* test-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <unistd.h>

#include "qd-test-disk.h"
#include "qd-test-folder.h"
#include "qd-test.h"

static const char *const one[] = {
  "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
  "CREATE TABLE local_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
  NULL
};

static const char *const two[] = {
  "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
  "CREATE TABLE local_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
  "ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
  NULL
};

static gpointer
get_number_func (QdDb    *db,
                 gpointer sql,
                 GError **error)
{
  gint64 number;

  return qd_db_get_int64 (db, g_intern_string (sql), &number, error) ? g_memdup2 (&number, sizeof number) : NULL;
}

static gint64
get_number (QdStore    *store,
            const char *sql)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *number = NULL;

  qd_store_read_async (store, get_number_func, (gpointer)sql, NULL, g_free, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  number = qd_store_read_finish (store, result, &error);
  g_assert_no_error (error);

  return *number;
}

/* Runs @sql as an edit, or undoes or redoes where that is what it says. */
static gboolean
try (QdStore    *store,
     const char *sql,
     GError    **error)
{
  g_autoptr(GAsyncResult) slot = NULL;

  if (g_str_equal (sql, "undo"))
    qd_store_undo_async (store, NULL, qd_test_async_cb, &slot);
  else if (g_str_equal (sql, "redo"))
    qd_store_redo_async (store, NULL, qd_test_async_cb, &slot);
  else
    qd_store_edit_async (store, "Try", qd_test_exec_func, (gpointer)sql, NULL, NULL, qd_test_async_cb, &slot);

  return qd_test_await_edit (store, &slot, error);
}

static void
assert_fails (QdStore    *store,
              const char *sql,
              QdDbError   code,
              const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (try (store, sql, &error));
  g_assert_error (error, QD_DB_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_failed_edit_leaves_nothing (void)
{
  QdStore *store = qd_store_new (":memory:", one);

  assert_fails (store,
                "INSERT INTO note VALUES (1, 'half'); INSERT INTO note VALUES (2, NULL)",
                QD_DB_ERROR_FAILED,
                "NOT NULL");
  g_assert_null (qd_store_get_undo_label (store));
  qd_test_exec (store, "INSERT INTO note VALUES (1, 'whole')");
  qd_test_store_close (store);
}

static const char *const linked[] = {
  "CREATE TABLE task (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;"
  "CREATE TABLE link (id INTEGER PRIMARY KEY,"
  " a INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,"
  " b INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE) STRICT;"
  "CREATE VIRTUAL TABLE task_text USING fts5 (title, content = 'task', content_rowid = 'id');"
  "CREATE TRIGGER task_text_insert AFTER INSERT ON task BEGIN"
  " INSERT INTO task_text (rowid, title) VALUES (new.id, new.title); END;"
  "CREATE TRIGGER task_text_delete AFTER DELETE ON task BEGIN"
  " INSERT INTO task_text (task_text, rowid, title) VALUES ('delete', old.id, old.title); END;"
  "CREATE TRIGGER task_text_update AFTER UPDATE OF title ON task BEGIN"
  " INSERT INTO task_text (task_text, rowid, title) VALUES ('delete', old.id, old.title);"
  " INSERT INTO task_text (rowid, title) VALUES (new.id, new.title); END",
  NULL
};

static void
test_undo_lives_with_triggers_and_cascades (void)
{
  QdStore *store = qd_store_new (":memory:", linked);

  qd_test_exec (store,
                "INSERT INTO task (id, title) VALUES (1, 'one'), (2, 'two'), (3, 'three');"
                "INSERT INTO link VALUES (1, 1, 2), (2, 2, 3)");
  qd_test_exec (store, "UPDATE task SET title = 'deux' WHERE id = 2");
  qd_test_exec (store, "DELETE FROM task WHERE id = 2");

  for (int round = 0; round < 20; round++)
    {
      for (int i = 0; i < 3; i++)
        qd_test_undo (store);

      for (int i = 0; i < 3; i++)
        qd_test_redo (store);
    }

  qd_test_exec (store, "INSERT INTO task_text (task_text) VALUES ('integrity-check')");
  qd_test_store_close (store);
}

static void
test_history_survives_a_restart (QdTestFolder *fixture,
                                 gconstpointer data)
{
  QdStore *store = qd_store_new (fixture->path, one);

  qd_test_exec (store, "INSERT INTO note VALUES (1, 'a')");
  qd_test_exec (store, "INSERT INTO note VALUES (2, 'b')");
  qd_test_undo (store);
  qd_test_store_close (store);

  store = qd_store_new (fixture->path, one);
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note"), ==, 1);
  qd_test_redo (store);
  g_assert_cmpstr (qd_store_get_undo_label (store), ==, "Edit");
  g_assert_null (qd_store_get_redo_label (store));
  qd_test_undo (store);
  qd_test_undo (store);
  qd_test_undo (store);
  g_assert_null (qd_store_get_undo_label (store));
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note"), ==, 0);
  qd_test_store_close (store);
}

/* The other half of the next test: another process. */
static int
edit_and_die (const char *path)
{
  QdStore *store = qd_store_new (path, one);

  qd_test_exec (store, "INSERT INTO note VALUES (1, 'a')");
  qd_test_exec (store, "UPDATE note SET text = 'b'");
  kill (getpid (), SIGKILL);

  return 0;
}

static void
spawn (const char *what,
       const char *path,
       gboolean    wait)
{
  const char *argv[] = { "/proc/self/exe", what, path, NULL };
  g_autoptr(GError) error = NULL;

  if (wait)
    g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error);
  else
    g_spawn_async (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
test_what_was_done_survives_a_kill (QdTestFolder *fixture,
                                    gconstpointer data)
{
  QdStore *store;

  spawn ("--edit-and-die", fixture->path, TRUE);
  store = qd_store_new (fixture->path, one);
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note WHERE text = 'b'"), ==, 1);
  g_assert_cmpstr (qd_store_get_undo_label (store), ==, "Edit");
  qd_test_undo (store);
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note WHERE text = 'a'"), ==, 1);
  qd_test_undo (store);
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note"), ==, 0);
  qd_test_store_close (store);
}

static void
test_history_of_another_schema_is_not_offered (QdTestFolder *fixture,
                                               gconstpointer data)
{
  QdStore *store = qd_store_new (fixture->path, one);

  qd_test_exec (store, "INSERT INTO note VALUES (1, 'a')");
  qd_test_store_close (store);

  store = qd_store_new (fixture->path, two);
  qd_test_undo (store);
  g_assert_null (qd_store_get_undo_label (store));
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note"), ==, 1);
  qd_test_store_close (store);
}

/* As many steps as are kept go all the way back and all the way forth. */
static void
test_history_is_bounded_by_steps (void)
{
  QdStore *store = qd_store_new (":memory:", one);
  int      n_steps = 0;

  qd_test_exec (store, "INSERT INTO note VALUES (1, '')");

  for (int i = 0; i < 250; i++)
    qd_test_exec (store, "UPDATE note SET text = text || 'x'");

  for (int round = 0; round < 2; round++)
    {
      for (n_steps = 0; qd_store_get_undo_label (store) != NULL; n_steps++)
        qd_test_undo (store);

      g_assert_cmpint (n_steps, ==, 200);
      g_assert_cmpint (get_number (store, "SELECT length (text) FROM note"), ==, 50);

      for (n_steps = 0; qd_store_get_redo_label (store) != NULL; n_steps++)
        qd_test_redo (store);

      g_assert_cmpint (n_steps, ==, 200);
      g_assert_cmpint (get_number (store, "SELECT length (text) FROM note"), ==, 250);
    }

  qd_test_store_close (store);
}

static void
test_what_is_local_is_not_recorded (void)
{
  QdStore *store = qd_store_new (":memory:", one);

  qd_test_exec (store, "INSERT INTO local_note VALUES (1, 'a')");
  g_assert_null (qd_store_get_undo_label (store));
  qd_test_exec (store, "INSERT INTO note VALUES (1, 'a'); DELETE FROM local_note");
  qd_test_undo (store);
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM local_note"), ==, 0);
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note"), ==, 0);
  qd_test_store_close (store);
}

/* Every write of a step fails once, on a full disk and on a broken one: the step
 * is done or not done, what failed is said, and the next one works. */
static void
test_steps_survive_the_disk (QdTestFolder *fixture,
                             gconstpointer data)
{
  static const char *const steps[] = { "UPDATE note SET text = text || 'x'", "undo", "redo" };
  static const int         codes[] = { SQLITE_FULL, SQLITE_IOERR_WRITE };
  QdStore                 *store = qd_store_new (fixture->path, one);
  int                      n_failures = 0;

  qd_test_exec (store, "INSERT INTO note VALUES (1, '')");

  for (gsize i = 0; i < G_N_ELEMENTS (steps) * G_N_ELEMENTS (codes); i++)
    {
      const char *step = steps[i % G_N_ELEMENTS (steps)];
      int         code = codes[i / G_N_ELEMENTS (steps)];
      gboolean    done = FALSE;

      for (int k = 0; !done; k++)
        {
          g_autoptr(GError) error = NULL;
          gint64 before = get_number (store, "SELECT length (text) FROM note");
          gint64 after;

          qd_test_disk_fail_after (k, code);
          done = try (store, step, &error);
          qd_test_disk_work ();
          after = get_number (store, "SELECT length (text) FROM note");

          if (done)
            {
              g_assert_cmpint (after, ==, before + (g_str_equal (step, "undo") ? -1 : 1));
              continue;
            }

          n_failures++;
          g_assert_cmpint (error->code, ==, code == SQLITE_FULL && k == 0 ? QD_DB_ERROR_FULL : error->code);
          g_assert_nonnull (strstr (error->message, "nothing was changed"));
          g_assert_cmpint (after, ==, before);
        }
    }

  g_assert_cmpint (n_failures, >, 12);
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
  qd_test_store_close (store);
}

static void
assert_read_fails_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  int *n_answers = user_data;

  g_assert_false (qd_store_edit_finish (QD_STORE (object), result, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_FAILED);
  (*n_answers)++;
}

static void
count_edit_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  int *n_answers = user_data;

  g_assert_true (qd_store_edit_finish (QD_STORE (object), result, NULL));
  (*n_answers)++;
}

static void
test_close_ends_what_is_queued (void)
{
  QdStore *store = qd_store_new (":memory:", one);
  int      n_done = 0, n_refused = 0;

  for (int i = 0; i < 50; i++)
    qd_store_edit_async (store,
                         "Edit",
                         qd_test_exec_func,
                         (gpointer) "INSERT INTO note VALUES ((SELECT count(*) FROM note), 'a')",
                         NULL,
                         NULL,
                         count_edit_cb,
                         &n_done);

  qd_store_close (store);
  qd_store_undo_async (store, NULL, assert_read_fails_cb, &n_refused);

  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  g_assert_cmpint (n_done, ==, 50);
  g_assert_cmpint (n_refused, ==, 1);
  g_assert_finalize_object (store);
}

static void
test_file_that_cannot_be_opened_is_named (QdTestFolder *fixture,
                                          gconstpointer data)
{
  QdStore *store = qd_store_new (fixture->folder, one);

  assert_fails (store, "INSERT INTO note VALUES (1, 'a')", QD_DB_ERROR_NO_ACCESS, fixture->folder);
  assert_fails (store, "undo", QD_DB_ERROR_NO_ACCESS, fixture->folder);
  qd_test_store_close (store);
}

/* What a second process does, through a second store on the same file. */
static void
test_what_others_change_is_told (QdTestFolder *fixture,
                                 gconstpointer data)
{
  QdStore *store = qd_store_new (fixture->path, one);
  QdStore *other = qd_store_new (fixture->path, one);
  guint    n_told = 0;

  g_signal_connect_data (store,
                         "replaced",
                         G_CALLBACK (g_atomic_int_inc),
                         &n_told,
                         NULL,
                         G_CONNECT_SWAPPED);
  qd_test_exec (store, "INSERT INTO note VALUES (1, 'a')");
  get_number (store, "SELECT 1");
  g_assert_cmpuint (n_told, ==, 0);

  /* Noticed with the next job */
  qd_test_exec (other, "INSERT INTO note VALUES (2, 'b')");
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note"), ==, 2);
  g_assert_cmpuint (n_told, ==, 1);
  qd_test_exec (other, "INSERT INTO note VALUES (3, 'c')");
  qd_test_exec (store, "INSERT INTO note VALUES (4, 'd')");
  g_assert_cmpuint (n_told, ==, 2);

  /* Noticed by itself */
  qd_store_watch (store);
  qd_test_exec (other, "INSERT INTO note VALUES (5, 'e')");

  while (n_told < 3)
    g_main_context_iteration (NULL, TRUE);

  qd_test_store_close (other);
  qd_test_store_close (store);
}

static void
test_undo_is_of_what_was_shown (QdTestFolder *fixture,
                                gconstpointer data)
{
  QdStore *store = qd_store_new (fixture->path, one);
  QdStore *other = qd_store_new (fixture->path, one);

  qd_test_exec (store, "INSERT INTO note VALUES (1, 'mine')");
  qd_test_exec (other, "INSERT INTO note VALUES (2, 'theirs')");
  assert_fails (store, "undo", QD_DB_ERROR_CONFLICT, "nothing was reverted");
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note"), ==, 2);

  /* Now that it is known, it can be. */
  qd_test_undo (store);
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note WHERE text = 'mine'"), ==, 1);
  qd_test_undo (store);
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note"), ==, 0);
  qd_test_store_close (other);
  qd_test_store_close (store);
}

static void
write_natively (const char *path,
                const char *sql)
{
  sqlite3 *native;

  g_assert_cmpint (sqlite3_open (path, &native), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (native, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (native), ==, SQLITE_OK);
}

static void
test_unfit_step_is_dropped (QdTestFolder *fixture,
                            gconstpointer data)
{
  QdStore *store = qd_store_new (fixture->path, one);

  qd_test_exec (store, "INSERT INTO note VALUES (1, 'a')");
  qd_test_exec (store, "INSERT INTO note VALUES (2, 'b'), (3, 'c')");
  write_natively (fixture->path, "DELETE FROM note WHERE id = 2");
  assert_fails (store, "undo", QD_DB_ERROR_CONFLICT, "“Edit” can no longer be reverted");
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note WHERE id = 3"), ==, 1);

  qd_test_undo (store);
  g_assert_null (qd_store_get_undo_label (store));
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note"), ==, 1);
  qd_test_store_close (store);
}

static void
test_newer_version_stops_the_older (QdTestFolder *fixture,
                                    gconstpointer data)
{
  QdStore *store = qd_store_new (fixture->path, one);
  QdStore *newer;

  qd_test_exec (store, "INSERT INTO note VALUES (1, 'a')");
  newer = qd_store_new (fixture->path, two);
  qd_test_exec (newer, "INSERT INTO note VALUES (2, 'b', 1)");
  assert_fails (store, "INSERT INTO note (id, text) VALUES (3, 'c')", QD_DB_ERROR_TOO_NEW, "newer version");
  g_assert_cmpint (get_number (newer, "SELECT count(*) FROM note"), ==, 2);
  qd_test_store_close (newer);
  qd_test_store_close (store);
}

static void
test_held_file_is_said_to_be_busy (QdTestFolder *fixture,
                                   gconstpointer data)
{
  QdStore *store = qd_store_new (fixture->path, one);
  sqlite3 *holder;
  gint64   start = g_get_monotonic_time ();

  qd_test_exec (store, "INSERT INTO note VALUES (1, 'a')");
  g_assert_cmpint (sqlite3_open (fixture->path, &holder), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (holder, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  assert_fails (store, "DELETE FROM note", QD_DB_ERROR_BUSY, "Another program is using");
  g_assert_cmpint (g_get_monotonic_time () - start, >, 4 * G_USEC_PER_SEC);

  /* To read is still possible, and once it is let go, to write. */
  g_assert_cmpint (get_number (store, "SELECT count(*) FROM note"), ==, 1);
  sqlite3_exec (holder, "COMMIT", NULL, NULL, NULL);
  sqlite3_close (holder);
  qd_test_exec (store, "DELETE FROM note");
  qd_test_store_close (store);
}

/* The other half of the next test: another process. */
static int
edit_many_times (const char *path)
{
  QdStore *store = qd_store_new (path, one);

  for (int i = 0; i < 100; i++)
    qd_test_exec (store, "UPDATE note SET text = CAST (text AS INTEGER) + 1");

  qd_test_store_close (store);

  return 0;
}

static void
test_new_file_is_made_once (QdTestFolder *fixture,
                            gconstpointer data)
{
  for (int round = 0; round < 50; round++)
    {
      QdStore *stores[4];

      g_remove (fixture->path);

      for (gsize i = 0; i < G_N_ELEMENTS (stores); i++)
        stores[i] = qd_store_new (fixture->path, one);

      for (gsize i = 0; i < G_N_ELEMENTS (stores); i++)
        qd_test_exec (stores[i], "INSERT INTO note (text) VALUES ('a')");

      g_assert_cmpint (get_number (stores[0], "SELECT count(*) FROM note"), ==, G_N_ELEMENTS (stores));

      for (gsize i = 0; i < G_N_ELEMENTS (stores); i++)
        qd_test_store_close (stores[i]);
    }
}

static void
test_two_processes_take_turns (QdTestFolder *fixture,
                               gconstpointer data)
{
  QdStore *store = qd_store_new (fixture->path, one);

  qd_test_exec (store, "INSERT INTO note VALUES (1, '0')");
  spawn ("--edit-many-times", fixture->path, FALSE);

  for (int i = 0; i < 100; i++)
    qd_test_exec (store, "UPDATE note SET text = CAST (text AS INTEGER) + 1");

  while (get_number (store, "SELECT CAST (text AS INTEGER) FROM note") < 200)
    g_usleep (1000);

  g_assert_cmpint (get_number (store, "SELECT CAST (text AS INTEGER) FROM note"), ==, 200);
  qd_test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--edit-and-die"))
    return edit_and_die (argv[2]);

  if (argc == 3 && g_str_equal (argv[1], "--edit-many-times"))
    return edit_many_times (argv[2]);

  g_test_init (&argc, &argv, NULL);
  qd_test_disk_install ();

  g_test_add_func ("/store/failed-edit-leaves-nothing", test_failed_edit_leaves_nothing);
  g_test_add_func ("/store/undo-lives-with-triggers-and-cascades",
                   test_undo_lives_with_triggers_and_cascades);
  qd_test_folder_add ("/store/history-survives-a-restart", test_history_survives_a_restart);
  qd_test_folder_add ("/store/what-was-done-survives-a-kill", test_what_was_done_survives_a_kill);
  qd_test_folder_add ("/store/history-of-another-schema-is-not-offered",
                      test_history_of_another_schema_is_not_offered);
  g_test_add_func ("/store/history-is-bounded-by-steps", test_history_is_bounded_by_steps);
  g_test_add_func ("/store/what-is-local-is-not-recorded", test_what_is_local_is_not_recorded);
  qd_test_folder_add ("/store/steps-survive-the-disk", test_steps_survive_the_disk);
  g_test_add_func ("/store/close-ends-what-is-queued", test_close_ends_what_is_queued);
  qd_test_folder_add ("/store/file-that-cannot-be-opened-is-named", test_file_that_cannot_be_opened_is_named);
  qd_test_folder_add ("/store/what-others-change-is-told", test_what_others_change_is_told);
  qd_test_folder_add ("/store/undo-is-of-what-was-shown", test_undo_is_of_what_was_shown);
  qd_test_folder_add ("/store/unfit-step-is-dropped", test_unfit_step_is_dropped);
  qd_test_folder_add ("/store/newer-version-stops-the-older", test_newer_version_stops_the_older);
  qd_test_folder_add ("/store/held-file-is-said-to-be-busy", test_held_file_is_said_to_be_busy);
  qd_test_folder_add ("/store/new-file-is-made-once", test_new_file_is_made_once);
  qd_test_folder_add ("/store/two-processes-take-turns", test_two_processes_take_turns);

  return g_test_run ();
}
