/* test-migrations.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "qd-account.h"
#include "qd-plan.h"
#include "qd-reference-edits.h"
#include "qd-test-folder.h"
#include "qd-test-schemas.h"
#include "qd-test-verbs.h"

/* Files of every version of the schema that was ever on the main branch, brought to this one. */

/* SHA-256 of the scripts. Files were made of them, so they stay what they are: what is to be otherwise
 * comes with the next one. */
static const char *const landed[] = {
  "2989b6c4f69e94d33358592a2c88a587c19dfcbe32b5379e3430c7e7b496fdb6",
  "eef2f717cbf5ecafae3ad5ec6b238fc6cbd3f932b33a9d0542aa448fc007d540",
  "c855357089f251c6e02973965bc52e23044b0b047f81dcaa4ad9f0583a67fc78",
  "3d99e4f4147a5adaf8e5aae49c55dd48148f44eca1ab9337593296432a0830d9",
};

/* What is to be found afterwards, of files from a version on: rows */
static const struct
{
  int         since;
  const char *sql;
  int         n_rows;
} expectations[] = {
  { 1, "SELECT 1 FROM account WHERE name = 'Nordlicht Energie AG' AND arr = 125000050 AND renewal = '2027-01-01'", 1 },
  { 1, "SELECT 1 FROM task WHERE owner = 'Ada' AND phase = 8 AND objective = 9", 1 },
  { 1, "SELECT 1 FROM follow_up WHERE activity = 4 AND due = '2026-01-19'", 1 },
  { 1, "SELECT 1 FROM saved_view WHERE name = 'At risk' AND room = 'accounts' AND body = '{}'", 1 },
  { 1, "SELECT 1 FROM plan WHERE target = '2026-04-12' AND uncounted IN (0, 1)", 1 },
  { 2, "SELECT 1 FROM link WHERE predecessor = 10 AND successor = 14 AND lag = 480", 1 },
  { 2, "SELECT 1 FROM task WHERE parent = 10 AND work = 960 AND constraint_day = '2026-02-02'", 1 },
  { 2, "SELECT 1 FROM baseline_task WHERE baseline = 22", 2 },
  { 2, "SELECT 1 FROM closure JOIN working_calendar w ON w.id = calendar AND w.account = 1", 1 },
  { 2, "SELECT 1 FROM saved_view WHERE room = 'timeline'", 1 },
  { 2, "SELECT 1 FROM account WHERE allowance = 2", 1 },
  { 3, "SELECT 1 FROM tenant JOIN migration_wave ON tenant.id = tenant AND plan = 7 AND task = 10", 1 },
  { 3, "SELECT 1 FROM local_disclosure WHERE reason = 'They asked for it'", 1 },
  { 3, "SELECT 1 FROM account WHERE seal = 'custom' AND star_rule = 'page'", 1 },
  { 3, "SELECT 1 FROM reference_link WHERE account = 1", 3 },
  { 3, "SELECT 1 FROM reference_link WHERE account = 1 AND plan = 7 AND task IS NULL", 1 },
  { 3, "SELECT 1 FROM reference_link WHERE account = 1 AND plan IS NULL AND task = 10", 1 },
  { 3, "SELECT 1 FROM reference_link WHERE account IS NULL AND template = 'dedicated-onboarding'", 1 },
};

static gint64
count (QdDb       *db,
       const char *sql)
{
  g_autofree char *counting = g_strdup_printf ("SELECT count(*) FROM (%s)", sql);
  g_autoptr(GError) error = NULL;
  gint64 n_rows = -1;

  qd_db_get_int64 (db, g_intern_string (counting), &n_rows, &error);
  g_assert_no_error (error);

  return n_rows;
}

/* Returns: (transfer full) (element-type utf8): the tables that hold what a person made */
static GPtrArray *
list_tables (QdDb *db)
{
  GPtrArray    *names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt =
      qd_db_prepare (db,
                     "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                     " AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'local_*' AND name <> 'search'",
                     NULL);

  while (qd_db_next (db, stmt, NULL))
    g_ptr_array_add (names, g_strdup ((const char *)sqlite3_column_text (stmt, 0)));

  return names;
}

static void
test_scripts_stay (void)
{
  g_auto(GStrv) scripts = qd_test_schema_load_scripts ();

  for (gsize i = 0; i < G_N_ELEMENTS (landed); i++)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, scripts[i], -1);

      g_assert_cmpstr (sum, ==, landed[i]);
    }
}

/* Every table of the old file has rows, and each row of them is there afterwards. */
static void
assert_rows (const QdTestSchema *schema,
             const char         *copy,
             QdStore            *store,
             const char         *path)
{
  g_autoptr(QdDb) before = qd_db_open_reader (copy, NULL);
  g_autoptr(QdDb) after = qd_db_open_reader (path, NULL);
  g_autoptr(GPtrArray) tables = list_tables (before);

  g_assert_cmpuint (tables->len, >, 10);

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\"", (char *)g_ptr_array_index (tables, i));

      g_test_message ("%s", sql);
      g_assert_cmpint (count (before, sql), >, 0);
      g_assert_cmpint (count (after, sql), ==, count (before, sql));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      if (expectations[i].since > schema->version)
        continue;

      g_test_message ("%s", expectations[i].sql);
      g_assert_cmpint (count (after, expectations[i].sql), ==, expectations[i].n_rows);
    }
}

/* What this version can do, it can do with that file: here, link an entry to a plan. */
static void
assert_usable (QdStore *store)
{
  g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);
  g_autoptr(QdReference) reference = qd_reference_new (portfolio);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_reference_link_record_async (
      reference, "own-link", qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, 7), qd_test_async_cb, &slot);
  qd_test_await_edit (store, &slot, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (qd_store_get_undo_label (store), ==, "Link Entry");
  qd_test_undo (store);
  qd_test_settle (store);
}

static void
test_version (QdTestFolder *fixture,
              gconstpointer data)
{
  const QdTestSchema *schema = data;
  g_auto(GStrv) scripts = qd_test_schema_load_scripts ();
  g_autofree char *copy = g_strdup_printf ("%s.version-%d", fixture->path, schema->version);
  g_autofree char *made = g_strconcat (fixture->path, ".made", NULL);
  g_autoptr(GBytes) bytes = NULL;
  QdStore *store;

  qd_test_schema_make (schema, made);
  qd_test_schema_make (schema, fixture->path);
  store = qd_test_store_new (fixture->path);
  qd_test_settle (store);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS) == (schema->version < (int)g_strv_length (scripts)));
  assert_rows (schema, made, store, fixture->path);
  qd_test_assert_in_order (store);
  assert_usable (store);
  qd_test_store_close (store);
}

/* An app that knows less leaves it alone, to the byte. */
static void
test_newer (QdTestFolder *fixture,
            gconstpointer data)
{
  g_auto(GStrv) scripts = qd_test_schema_load_scripts ();
  guint            known = g_strv_length (scripts);
  QdStore         *store = qd_test_store_new (fixture->path);
  g_autofree char *before = NULL;
  gsize            length_before;

  qd_test_settle (store);
  qd_test_store_close (store);
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));

  for (; known > 1; known--)
    {
      g_autofree char *after = NULL;
      gsize            length_after;
      g_autoptr(GError) error = NULL;

      g_clear_pointer (&scripts[known - 1], g_free);
      g_assert_null (qd_db_open (fixture->path, (const char *const *)scripts, &error));
      g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_TOO_NEW);
      g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
      g_assert_cmpmem (before, length_before, after, length_after);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/migrations/scripts-stay", test_scripts_stay);

  for (gsize i = 0; i < G_N_ELEMENTS (qd_test_schemas); i++)
    {
      g_autofree char *path = g_strdup_printf ("/migrations/version-%s", qd_test_schemas[i].name);

      g_test_add (
          path, QdTestFolder, &qd_test_schemas[i], qd_test_folder_set_up, test_version, qd_test_folder_tear_down);
    }

  qd_test_folder_add ("/migrations/newer", test_newer);

  return g_test_run ();
}
