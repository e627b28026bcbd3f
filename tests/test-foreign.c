/* test-foreign.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-account.h"
#include "qd-exchange.h"
#include "qd-foreign.h"
#include "qd-import-plan.h"
#include "qd-json.h"
#include "qd-sample.h"
#include "qd-test-folder.h"
#include "qd-test.h"

#define TODAY 20780

/* Two accounts, one with a plan, as every version of the schema can hold them */
static const char fixture[] =
    "INSERT INTO account (id, name, tier, arr, currency, renewal, archived)"
    " VALUES (1, 'Kestrel', 'signature', 120000, 'EUR', '2027-01-31', 0), (2, 'Merlin', NULL, NULL, NULL, NULL, 1);"
    "INSERT INTO contact (id, account, name, champion, sponsor, blocker, admin) VALUES (3, 1, 'Ada', 1, 0, 0, 0);"
    "INSERT INTO plan (id, account, kind, name, start, target, status)"
    " VALUES (4, 1, 'adoption', 'Rollout', '2026-05-04', '2026-08-03', 'active');"
    "INSERT INTO phase (id, plan, name, first, last, position) VALUES (5, 4, 'First', 0, 29, 1);"
    "INSERT INTO task (id, plan, phase, title, kind, status, progress, duration, visibility, position) VALUES"
    " (6, 4, 5, 'Read', 'task', 'not-started', 0, 960, 'customer', 1),"
    " (7, 4, 5, 'Workshop', 'workshop', 'not-started', 0, 90, 'customer', 2);";

static void
exec (sqlite3    *db,
      const char *sql)
{
  g_autofree char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* A file of that version of the schema, with @sql run on it without any care */
static void
write_file (const char *path,
            guint       version,
            const char *sql)
{
  g_auto(GStrv) scripts = qd_kinds_load_schema ();
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u", QD_SCHEMA_APPLICATION_ID, version);
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  exec (db, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
  exec (db, marks);

  for (guint i = 0; i < version; i++)
    exec (db, scripts[i]);

  exec (db, fixture);

  if (sql != NULL)
    exec (db, sql);

  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static JsonNode *
read_file (const char *path,
           GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return qd_foreign_read (file, NULL, error);
}

static void
check_sentence (GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_nonnull (strchr (error->message, ' '));
}

static void
check_refused (const char *path,
               const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = read_file (path, &error);

  g_assert_null (root);
  check_sentence (error);

  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
apply (QdPortfolio *portfolio,
       JsonNode    *root)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdImportPlan) plan = qd_import_plan_new_from_json (portfolio, root, 0, &error);
  g_autoptr(GAsyncResult) slot = NULL;

  g_assert_no_error (error);
  qd_import_plan_apply_async (plan, NULL, NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (qd_portfolio_get_store (portfolio), &slot, &error);
  g_assert_no_error (error);
}

static JsonNode *export (QdPortfolio *portfolio)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = qd_exchange_export (portfolio, QD_EXCHANGE_KIND_PORTFOLIO, 0, QD_AUDIENCE_ME, &error);
  JsonNode *root;

  g_assert_no_error (error);
  root = qd_json_read (bytes, &error);
  g_assert_no_error (error);

  return root;
}

static void
load_sample (QdPortfolio *portfolio)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  qd_sample_load_async (portfolio, TODAY, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  qd_sample_finish (result, &error);
  g_assert_no_error (error);
}

/* The sample, as it is exported, and from its file: the same. */
static void
test_same_as_export (QdTestFolder *folder,
                     gconstpointer data)
{
  g_autoptr(QdStore) store = qd_test_store_new (folder->path);
  g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) exported = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(JsonNode) imported = NULL;

  load_sample (portfolio);
  exported = export (portfolio);
  qd_test_settle (store);
  g_clear_object (&portfolio);
  qd_test_store_close (g_steal_pointer (&store));

  root = read_file (folder->path, &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (root, exported));

  store = qd_test_store_new (":memory:");
  portfolio = qd_test_load_portfolio (store);
  apply (portfolio, root);
  imported = export (portfolio);
  g_assert_true (json_node_equal (imported, exported));
  qd_test_undo (store);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT))), ==, 0);
  g_clear_object (&portfolio);
  qd_test_store_close (g_steal_pointer (&store));
}

static JsonObject *
find_task (JsonNode   *root,
           const char *id)
{
  JsonObject *account = json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "accounts"), 0);
  JsonObject *plan = json_array_get_object_element (json_object_get_array_member (account, "plans"), 0);
  JsonArray  *tasks = json_object_get_array_member (plan, "tasks");

  for (guint i = 0; i < json_array_get_length (tasks); i++)
    {
      JsonObject *task = json_array_get_object_element (tasks, i);

      if (g_str_equal (json_object_get_string_member (task, "id"), id))
        return task;
    }

  g_assert_not_reached ();
}

/* Every version is taken in, and means what it did: what the first calls the duration of a task is its work. */
static void
test_versions (QdTestFolder *folder,
               gconstpointer data)
{
  g_auto(GStrv) scripts = qd_kinds_load_schema ();

  for (guint version = 1; version <= g_strv_length (scripts); version++)
    {
      g_autofree char *path = g_strdup_printf ("%s/version-%u.db", folder->folder, version);
      g_autoptr(QdStore) store = qd_test_store_new (":memory:");
      g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = NULL;
      g_autoptr(JsonNode) imported = NULL;
      JsonObject *task;

      write_file (path, version, NULL);
      root = read_file (path, &error);
      g_assert_no_error (error);
      apply (portfolio, root);
      imported = export (portfolio);
      task = find_task (imported, "0000000000000006");
      g_assert_cmpint (json_object_get_int_member (task, version == 1 ? "work" : "duration"), ==, 960);
      g_assert_false (json_object_has_member (task, version == 1 ? "duration" : "work"));
      g_assert_cmpint (json_object_get_int_member (find_task (imported, "0000000000000007"), "duration"), ==, 90);
      qd_test_settle (store);
      g_clear_object (&portfolio);
      qd_test_store_close (g_steal_pointer (&store));
    }
}

static const struct
{
  const char *name;
  const char *sql;
  const char *words; /* of the reason; NULL where it is taken in */
} crafted[] = {
  /* A table that is not one of ours */
  { "view", "DROP TABLE contact; CREATE VIEW contact AS SELECT * FROM account", "“contact”" },
  { "endless-view",
    "DROP TABLE health; CREATE VIEW health AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    "“health”" },
  { "generated-column", "ALTER TABLE task ADD COLUMN bomb TEXT AS (hex (zeroblob (100000)))", "“task”" },
  { "renamed-column", "ALTER TABLE account RENAME COLUMN notes TO remarks", "“account”" },
  { "missing-table", "DROP TABLE check_item", "“check_item”" },
  { "virtual-table", "DROP TABLE template; CREATE VIRTUAL TABLE template USING fts5 (name, description, body)", "“template”" },
  { "index-of-an-expression", "CREATE INDEX sly ON account (hex (zeroblob (length (name) * 1000)))", "“account”" },
  { "other-default",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'archived INTEGER', 'archived  INTEGER')"
    " WHERE name = 'account'",
    "“account”" },

  /* What is there besides is not looked at. */
  { "more-tables", "CREATE TABLE extra (x); INSERT INTO extra VALUES (zeroblob (3000000))", NULL },
  { "endless-view-besides",
    "CREATE VIEW extra AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    NULL },
  { "trigger", "CREATE TRIGGER sly AFTER INSERT ON account BEGIN DELETE FROM account; END", NULL },

  /* Values that are none */
  { "huge-text", "UPDATE account SET notes = printf ('%.*c', 2000000, 'x') WHERE id = 1", "longer" },
  { "nul-in-text", "UPDATE account SET name = CAST (x'4b00657374' AS TEXT) WHERE id = 1", "“name”" },
  { "invalid-utf-8", "UPDATE task SET title = CAST (x'4bff' AS TEXT) WHERE id = 6", "“title”" },
  { "blob-for-a-text",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, ') STRICT', ')       ') WHERE name = 'contact';"
    "PRAGMA writable_schema = RESET; UPDATE contact SET role = x'00';"
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, ')       ', ') STRICT') WHERE name = 'contact'",
    "damaged" },
  { "negative-id", "UPDATE contact SET id = -3", "id" },
  { "no-parent", "UPDATE contact SET account = 99", "part of something" },
  { "far-parent", "UPDATE contact SET account = -1", "“account”" },
  { "damaged-page", "UPDATE sqlite_dbpage SET data = zeroblob (4096) WHERE pgno = (SELECT rootpage FROM sqlite_schema WHERE name = 'contact')", "damaged" },
  { "two-tables-in-one-place",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'account')"
    " WHERE name = 'contact'",
    "damaged" },
  { "page-out-of-the-file", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'contact'", "damaged" },

  /* Whose it is */
  { "newer", "PRAGMA user_version = 99", "newer" },
  { "negative-version", "PRAGMA user_version = -1", "not one of Quarterdeck" },
  { "other-app", "PRAGMA application_id = 1", "not one of Quarterdeck" },
};

/* None of what the file says is done, and it is as it was. */
static void
test_crafted (QdTestFolder *folder,
              gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (crafted); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.db", folder->folder, crafted[i].name);
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize            size_before, size_after;

      g_test_message ("%s", crafted[i].name);
      write_file (path, 3, crafted[i].sql);
      g_assert_true (g_file_get_contents (path, &before, &size_before, NULL));

      if (crafted[i].words != NULL)
        {
          check_refused (path, crafted[i].words);
        }
      else
        {
          root = read_file (path, &error);
          g_assert_no_error (error);
          g_assert_nonnull (root);
        }

      g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
      g_assert_cmpmem (before, size_before, after, size_after);
    }
}

/* What only the rules of records can tell is refused before anything is written. */
static void
test_rules (QdTestFolder *folder,
            gconstpointer data)
{
  const struct
  {
    const char *name;
    const char *sql;
  } cases[] = {
    { "tasks-in-each-other", "UPDATE task SET parent = 13 - id" },
    { "task-in-itself", "UPDATE task SET parent = id" },
    { "tasks-in-a-circle",
      "INSERT INTO task (id, plan, parent, title, kind, status, progress, visibility, position)"
      " VALUES (60, 4, 7, 'Between', 'task', 'not-started', 0, 'customer', 3), (61, 4, 6, 'Below', 'task', 'not-started', 0, 'customer', 4);"
      "UPDATE task SET parent = 60 WHERE id = 6; UPDATE task SET parent = 6 WHERE id = 7" },
    { "phase-of-another-plan",
      "INSERT INTO plan (id, account, kind, name, start, target, status)"
      " VALUES (40, 2, 'adoption', 'Other', '2026-05-04', '2026-08-03', 'active');"
      "UPDATE phase SET plan = 40" },
    { "template-that-is-none", "INSERT INTO template (id, name, body) VALUES (50, 'Bad', '{\"a\": [[[')" },
    { "not-a-rule-of-sql", "UPDATE account SET name = 'a' || char (10) || 'b' WHERE id = 1" },
  };
  g_autoptr(QdStore) store = qd_test_store_new (":memory:");
  g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);
  g_autoptr(JsonNode) before = export (portfolio);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.db", folder->folder, cases[i].name);
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = NULL;
      g_autoptr(JsonNode) after = NULL;
      g_autoptr(QdImportPlan) plan = NULL;
      g_autoptr(GAsyncResult) slot = NULL;

      g_test_message ("%s", cases[i].name);
      write_file (path, 3, cases[i].sql);

      if ((root = read_file (path, &error)) && (plan = qd_import_plan_new_from_json (portfolio, root, 0, &error)))
        {
          qd_import_plan_apply_async (plan, NULL, NULL, qd_test_async_cb, &slot);
          g_assert_false (qd_test_await_edit (store, &slot, &error));
        }

      check_sentence (error);
      after = export (portfolio);
      g_assert_true (json_node_equal (before, after));
    }

  qd_test_settle (store);
  g_clear_object (&portfolio);
  qd_test_store_close (g_steal_pointer (&store));
}

static void
test_not_files (QdTestFolder *folder,
                gconstpointer data)
{
  g_autofree char *text = g_build_filename (folder->folder, "text.db", NULL);
  g_autofree char *empty = g_build_filename (folder->folder, "empty.db", NULL);
  g_autofree char *short_one = g_build_filename (folder->folder, "short.db", NULL);
  g_autofree char *pipe = g_build_filename (folder->folder, "pipe.db", NULL);

  g_assert_true (g_file_set_contents (text, "Account Name,ARR\nKestrel,12\n", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (short_one, "SQLite format 3\0\x10\0", 18, NULL));
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  check_refused (folder->path, "not there");
  check_refused (folder->folder, "folder");
  check_refused (text, "not a database");
  check_refused (empty, "not a database");
  check_refused (short_one, "atabase");
  check_refused (pipe, "not a file");
}

/* While a store has a file, it is not touched: to close it would drop the store's locks. */
static void
test_in_use (QdTestFolder *folder,
             gconstpointer data)
{
  g_autoptr(QdStore) store = qd_test_store_new (folder->path);
  g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);
  g_autofree char *link = g_build_filename (folder->folder, "link.db", NULL);
  g_autofree char *name = g_path_get_basename (folder->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;

  g_assert_cmpint (symlink (name, link), ==, 0);
  check_refused (folder->path, "is open");
  check_refused (link, "is open");
  g_clear_object (&portfolio);
  qd_test_store_close (g_steal_pointer (&store));

  root = read_file (link, &error);
  g_assert_no_error (error);
  g_assert_nonnull (root);
}

static void
test_cancelled (QdTestFolder *folder,
                gconstpointer data)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder->path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;

  write_file (folder->path, 3, NULL);
  g_cancellable_cancel (cancellable);
  root = qd_foreign_read (file, cancellable, &error);
  g_assert_null (root);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Of the copy nothing is left, whatever became of it. */
static void
test_leaves_nothing (QdTestFolder *folder,
                     gconstpointer data)
{
  const char *scratch = g_get_tmp_dir ();
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GDir) left = NULL;

  write_file (folder->path, 3, NULL);
  root = read_file (folder->path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (folder->path, "SQLite format 3\0nonsense", 24, NULL));
  check_refused (folder->path, "atabase");
  left = g_dir_open (scratch, 0, NULL);

  for (const char *name = g_dir_read_name (left); name != NULL; name = g_dir_read_name (left))
    {
      g_autofree char *path = g_build_filename (scratch, name, "received.db", NULL);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_names (void)
{
  g_autoptr(GBytes) magic = g_bytes_new_static ("SQLite format 3", 16);
  g_autoptr(GBytes) text = g_bytes_new_static ("SQLite format 3, as it is called", 32);

  g_assert_true (qd_foreign_is_database ("/tmp/Portfolio.DB", NULL));
  g_assert_true (qd_foreign_is_database ("quarterdeck.db.version-2", NULL));
  g_assert_true (qd_foreign_is_database ("a.sqlite3", NULL));
  g_assert_true (qd_foreign_is_database ("a", magic));
  g_assert_false (qd_foreign_is_database ("a", text));
  g_assert_false (qd_foreign_is_database ("a.json", NULL));
  g_assert_false (qd_foreign_is_database ("adb", NULL));
}

int
main (int   argc,
      char *argv[])
{
  char folder[] = "/tmp/qd-test-foreign-XXXXXX";
  int  status;

  /* Others that take a database in make folders, too; these are looked through. */
  g_assert_nonnull (g_mkdtemp (folder));
  g_setenv ("TMPDIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  qd_test_folder_add ("/foreign/same-as-export", test_same_as_export);
  qd_test_folder_add ("/foreign/versions", test_versions);
  qd_test_folder_add ("/foreign/crafted", test_crafted);
  qd_test_folder_add ("/foreign/rules", test_rules);
  qd_test_folder_add ("/foreign/not-files", test_not_files);
  qd_test_folder_add ("/foreign/in-use", test_in_use);
  qd_test_folder_add ("/foreign/cancelled", test_cancelled);
  qd_test_folder_add ("/foreign/leaves-nothing", test_leaves_nothing);
  g_test_add_func ("/foreign/names", test_names);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
