/* test-restore.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-check.h"
#include "qd-restore.h"
#include "qd-seal.h"
#include "qd-test-backup.h"

static QdRestore *
open_file (QdTestBackup *fixture,
           const char   *path,
           GError      **error)
{
  g_autoptr(QdBackup) backup = qd_backup_new_for_file (path);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  qd_restore_open_async (fixture->portfolio, fixture->folder.path, backup, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);

  return qd_restore_open_finish (result, error);
}

static QdRestore *
open_backup (QdTestBackup *fixture,
             const char   *name)
{
  g_autofree char *path = g_build_filename (fixture->backups, name, NULL);
  g_autoptr(GError) error = NULL;
  QdRestore *restore = open_file (fixture, path, &error);

  g_assert_no_error (error);

  return restore;
}

static gboolean
apply (QdTestBackup *fixture,
       QdRestore    *restore,
       GError      **error)
{
  QdBackups *backups = qd_backups_new (fixture->folder.path);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  gboolean applied;

  qd_restore_apply_async (restore, backups, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  applied = qd_restore_apply_finish (restore, result, error);
  g_clear_object (&result);
  qd_test_settle (fixture->store);
  qd_backups_stop (backups);
  qd_test_finalize (backups);

  return applied;
}

static QdRestoreKind *
get_kind (QdRestore *restore,
          GType      type)
{
  GPtrArray *kinds = qd_restore_get_kinds (restore);

  for (guint i = 0; i < kinds->len; i++)
    {
      QdRestoreKind *kind = g_ptr_array_index (kinds, i);

      if (kind->type == type)
        return kind;
    }

  g_assert_not_reached ();
}

static void
assert_sound (QdTestBackup *fixture)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GError) error = NULL;
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  qd_check_async (fixture->store, types, n_types, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  faults = qd_check_finish (fixture->store, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *)g_ptr_array_index (faults, i));

  g_assert_cmpint (faults->len, ==, 0);
}

/* What the pages show is what is in the file. */
static void
assert_models_follow (QdTestBackup *fixture)
{
  g_autoptr(QdPortfolio) fresh = qd_test_load_portfolio (fixture->store);
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (fresh, types[i]));

      g_assert_cmpint (g_list_model_get_n_items (list),
                       ==,
                       g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, types[i]))));

      for (guint n = 0; n < g_list_model_get_n_items (list); n++)
        {
          g_autoptr(QdRecord) record = g_list_model_get_item (list, n);

          g_assert_nonnull (qd_portfolio_lookup (fixture->portfolio, types[i], qd_record_get_id (record)));
        }
    }
}

static void
test_equals_the_backup (QdTestBackup *fixture,
                        gconstpointer data)
{
  g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autoptr(QdRestore) restore = NULL;
  g_autoptr(GPtrArray) accounts = NULL;
  g_autofree char *before = qd_test_dup_digest (fixture->folder.path);
  g_autofree char *changed = NULL;
  g_autofree char *now = NULL;
  g_autofree char *names = NULL;
  g_autoptr(GError) error = NULL;

  /* Delete with all that hangs on it, change, add, and move what was on one account to another */
  qd_test_exec (fixture->store,
                "DELETE FROM account WHERE name = 'Zürich Bank 1';"
                "UPDATE account SET next_step = 'Another' WHERE name IN ('Example Bank 0', 'Northwind Bank 2');"
                "UPDATE contact SET account = (SELECT id FROM account WHERE name = 'Example Bank 0')"
                " WHERE account = (SELECT id FROM account WHERE name = 'Northwind Bank 2');"
                "INSERT INTO account (id, name, archived) VALUES (1, 'Newcomer', 0);"
                "INSERT INTO plan (id, account, kind, name, start, target, status)"
                " VALUES (1, 1, 'onboarding', 'New', '2026-01-01', '2026-04-01', 'active');"
                "UPDATE follow_up SET account = 1 WHERE account = (SELECT id FROM account WHERE name = 'Łódź Bank 3')");
  changed = qd_test_dup_digest (fixture->folder.path);
  g_assert_cmpstr (changed, !=, before);

  restore = open_backup (fixture, run->name);
  g_assert_false (qd_restore_is_same (restore));
  accounts = qd_restore_list_accounts (restore);
  g_assert_cmpint (accounts->len, ==, 20);
  g_assert_cmpint (get_kind (restore, QD_TYPE_ACCOUNT)->n_there, ==, 20);
  g_assert_cmpint (get_kind (restore, QD_TYPE_ACCOUNT)->n_back, ==, 1);
  g_assert_cmpint (get_kind (restore, QD_TYPE_ACCOUNT)->n_gone, ==, 1);
  g_assert_cmpint (get_kind (restore, QD_TYPE_ACCOUNT)->n_changed, ==, 2);
  g_assert_cmpint (get_kind (restore, QD_TYPE_CONTACT)->n_changed, ==, 1);
  g_assert_cmpint (get_kind (restore, QD_TYPE_PLAN)->n_gone, ==, 1);
  g_assert_cmpint (get_kind (restore, QD_TYPE_FOLLOW_UP)->n_changed, ==, 3);
  g_assert_true (g_ptr_array_find_with_equal_func (
      get_kind (restore, QD_TYPE_CONTACT)->examples, "Åsa Öberg 2", g_str_equal, NULL));
  g_assert_cmpint (get_kind (restore, QD_TYPE_ACCOUNT)->examples->len, ==, 3);

  /* Looking at it changed nothing and left nothing. */
  now = qd_test_dup_digest (fixture->folder.path);
  g_assert_cmpstr (now, ==, changed);
  names = qd_test_list_folder (fixture->backups);
  g_assert_cmpstr (names, ==, run->name);

  g_assert_true (apply (fixture, restore, &error));
  g_assert_no_error (error);
  qd_test_take (&now, qd_test_dup_digest (fixture->folder.path));
  g_assert_cmpstr (now, ==, before);
  g_assert_true (g_str_has_prefix (qd_store_get_undo_label (fixture->store), "Restore Backup of "));
  assert_models_follow (fixture);
  assert_sound (fixture);

  /* What there was before is a backup itself, and one step away. */
  {
    g_autoptr(GPtrArray) backups = qd_backups_list (fixture->folder.path, NULL, NULL);

    g_assert_cmpstr (((QdBackup *)g_ptr_array_index (backups, 0))->digest, ==, changed);
  }

  qd_test_undo (fixture->store);
  qd_test_take (&now, qd_test_dup_digest (fixture->folder.path));
  g_assert_cmpstr (now, ==, changed);
  assert_models_follow (fixture);
  assert_sound (fixture);
  qd_test_redo (fixture->store);
  qd_test_take (&now, qd_test_dup_digest (fixture->folder.path));
  g_assert_cmpstr (now, ==, before);
  assert_sound (fixture);
}

static void
test_same (QdTestBackup *fixture,
           gconstpointer data)
{
  g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autoptr(QdRestore) restore = open_backup (fixture, run->name);
  g_autofree char *label = g_strdup (qd_store_get_undo_label (fixture->store));
  g_autoptr(GError) error = NULL;

  g_assert_true (qd_restore_is_same (restore));
  g_assert_true (apply (fixture, restore, &error));
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, label);
}

/* All of it, from nothing and to nothing */
static void
test_everything (QdTestBackup *fixture,
                 gconstpointer data)
{
  g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autoptr(QdRestore) restore = NULL;
  g_autofree char *now = NULL;
  g_autoptr(GError) error = NULL;

  qd_test_exec (fixture->store, "DELETE FROM account; DELETE FROM saved_view");
  restore = open_backup (fixture, run->name);
  g_assert_cmpint (get_kind (restore, QD_TYPE_ACCOUNT)->n_back, ==, 20);
  g_assert_true (apply (fixture, restore, &error));
  g_assert_no_error (error);
  now = qd_test_dup_digest (fixture->folder.path);
  g_assert_cmpstr (now, ==, run->digest);
  assert_models_follow (fixture);
  assert_sound (fixture);
}

/* What came meanwhile is neither lost nor left: nothing is changed, and one looks again. */
static void
test_changed_meanwhile (QdTestBackup *fixture,
                        gconstpointer data)
{
  static const char *const edits[] = {
    "UPDATE account SET next_step = 'Meanwhile' WHERE name = 'Example Bank 0'",
    "DELETE FROM account WHERE name = 'Example Bank 0'",
    "INSERT INTO account (id, name, archived) VALUES (2, 'Meanwhile', 0)",
    "UPDATE account SET next_step = 'Meanwhile' WHERE name = 'Northwind Bank 2'",
  };
  g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);

  qd_test_exec (fixture->store, "UPDATE account SET next_step = 'Another' WHERE name = 'Example Bank 0'");

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_build_filename (fixture->backups, run->name, NULL);
      g_autofree char *kept = g_build_filename (fixture->folder.folder, "kept.db", NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr(QdRestore) restore = NULL;
      g_autoptr(GError) error = NULL;
      gsize length;

      /* Keeping the present may rotate it away. */
      if (i == 0)
        {
          g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
          g_assert_true (g_file_set_contents (kept, bytes, length, NULL));
        }

      restore = open_file (fixture, kept, &error);
      g_assert_no_error (error);
      qd_test_exec (fixture->store, edits[i]);
      before = qd_test_dup_digest (fixture->folder.path);
      g_assert_false (apply (fixture, restore, &error));
      g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_CONFLICT);
      g_test_message ("%s", error->message);
      after = qd_test_dup_digest (fixture->folder.path);
      g_assert_cmpstr (before, ==, after);
      qd_test_undo (fixture->store);
    }
}

/* A file of the first version that had accounts is brought up to date beside, and stays as it is. */
static void
test_older_version (QdTestBackup *fixture,
                    gconstpointer data)
{
  g_auto(GStrv) scripts = qd_schema_load_scripts ("/io/gitlab/quarterdeck/Quarterdeck/schema");
  g_autofree char *path = g_build_filename (fixture->folder.folder, "old.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(QdRestore) restore = NULL;
  g_autoptr(GPtrArray) accounts = NULL;
  g_autoptr(GError) error = NULL;
  gsize n_before, n_after;
  QdDb *db;

  for (guint i = g_strv_length (scripts); i > 1; i--)
    g_clear_pointer (&scripts[i - 1], g_free);

  db = qd_db_open (path, (const char *const *)scripts, &error);
  g_assert_no_error (error);
  g_assert_true (qd_db_exec (db, "INSERT INTO account (id, name, archived) VALUES (7, 'Of old', 0)", &error));
  qd_db_close (db);
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));

  restore = open_file (fixture, path, &error);
  g_assert_no_error (error);
  accounts = qd_restore_list_accounts (restore);
  g_assert_cmpint (accounts->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (accounts, 0), ==, "Of old");
  g_assert_cmpint (get_kind (restore, QD_TYPE_ACCOUNT)->n_gone, ==, 20);
  g_assert_true (apply (fixture, restore, &error));
  g_assert_no_error (error);
  assert_models_follow (fixture);
  assert_sound (fixture);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_refused (QdTestBackup *fixture,
              gconstpointer data)
{
  static const char *const tricks[] = {
    "DROP TABLE health; CREATE VIEW health AS SELECT * FROM account",
    "ALTER TABLE contact ADD COLUMN more TEXT",
    "CREATE TABLE more (id INTEGER PRIMARY KEY)",
    "DROP TABLE health",
    "PRAGMA application_id = 7",
    "PRAGMA user_version = 999",
  };
  g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autofree char *path = g_build_filename (fixture->backups, run->name, NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *before = qd_test_dup_digest (fixture->folder.path);
  g_autofree char *after = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (tricks); i++)
    {
      g_autofree char *trick = g_build_filename (fixture->folder.folder, "trick.db", NULL);
      g_autoptr(GError) error = NULL;
      sqlite3 *native;

      g_assert_true (g_file_set_contents (trick, bytes, length, NULL));
      g_assert_cmpint (sqlite3_open (trick, &native), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (native, tricks[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (native);
      g_assert_null (open_file (fixture, trick, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
    }

  after = qd_test_dup_digest (fixture->folder.path);
  g_assert_cmpstr (before, ==, after);
}

/* If the present cannot be kept, it is not replaced. */
static void
test_present_is_kept_first (QdTestBackup *fixture,
                            gconstpointer data)
{
  g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autoptr(QdRestore) restore = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  qd_test_exec (fixture->store, "DELETE FROM account WHERE name = 'Zürich Bank 1'");
  before = qd_test_dup_digest (fixture->folder.path);
  restore = open_backup (fixture, run->name);
  qd_test_empty_folder (fixture->backups);
  g_rmdir (fixture->backups);
  g_assert_true (g_file_set_contents (fixture->backups, "in the way", -1, NULL));
  g_assert_false (apply (fixture, restore, &error));
  g_test_message ("%s", error->message);
  after = qd_test_dup_digest (fixture->folder.path);
  g_assert_cmpstr (before, ==, after);
}

/* A name that only the backup has, and is sealed there, is not shown either. */
static void
test_sealed (QdTestBackup *fixture,
             gconstpointer data)
{
  g_autoptr(QdBackupRun) run = NULL;
  g_autoptr(QdRestore) restore = NULL;
  g_autoptr(GPtrArray) accounts = NULL;

  qd_test_exec (fixture->store,
                "INSERT INTO account (id, name, codename, offering, seal, archived)"
                " VALUES (9, 'Volquarra Re', 'Razorbill', 'dedicated', 'strict', 0);"
                "INSERT INTO follow_up (id, account, what, side) VALUES (9, 9, 'Call Volquarra Re', 'ours')");
  run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  qd_test_exec (fixture->store, "DELETE FROM account WHERE id = 9");
  restore = open_backup (fixture, run->name);
  accounts = qd_restore_list_accounts (restore);
  g_assert_true (g_ptr_array_find_with_equal_func (accounts, "Razorbill", g_str_equal, NULL));

  for (guint i = 0; i < accounts->len; i++)
    g_assert_null (strstr (g_ptr_array_index (accounts, i), "Volquarra"));

  g_assert_cmpint (get_kind (restore, QD_TYPE_FOLLOW_UP)->examples->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (get_kind (restore, QD_TYPE_FOLLOW_UP)->examples, 0), ==, "Call Razorbill");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, QdTestBackup, NULL, qd_test_backup_set_up, func, qd_test_backup_tear_down)
  ADD ("/restore/equals-the-backup", test_equals_the_backup);
  ADD ("/restore/same", test_same);
  ADD ("/restore/everything", test_everything);
  ADD ("/restore/changed-meanwhile", test_changed_meanwhile);
  ADD ("/restore/older-version", test_older_version);
  ADD ("/restore/refused", test_refused);
  ADD ("/restore/present-is-kept-first", test_present_is_kept_first);
  ADD ("/restore/sealed", test_sealed);

  return g_test_run ();
}
