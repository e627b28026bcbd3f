/* qd-test-schemas.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-db.h"
#include "qd-schema.h"
#include "qd-test.h"

/**
 * QdTestSchema:
 * @version: of the schema
 * @rows: (array zero-terminated=1): of tests/data, what is put into a file of that version
 *
 * A state that the file of a person can be in, because it was on the main branch.
 */
typedef struct
{
  const char *name;
  int         version;
  const char *rows[5];
} QdTestSchema;

static const QdTestSchema qd_test_schemas[] = {
  { "1", 1, { "schema-001.sql" } },
  { "2", 2, { "schema-001.sql", "schema-002.sql" } },
  { "3-first", 3, { "schema-001.sql", "schema-002.sql", "schema-003.sql", "schema-003-first.sql" } },
  { "3", 3, { "schema-001.sql", "schema-002.sql", "schema-003.sql", "schema-003-links.sql" } },
};

/* What could be undone was kept like this up to version 3. */
static const char qd_test_schema_history[] =
    "CREATE TABLE local_history ("
    " id INTEGER PRIMARY KEY,"
    " stack INTEGER NOT NULL,"
    " label TEXT NOT NULL,"
    " time INTEGER NOT NULL,"
    " schema_version INTEGER NOT NULL,"
    " changes BLOB NOT NULL) STRICT;"
    "CREATE INDEX local_history_stack ON local_history (stack)";

static inline char **
qd_test_schema_load_scripts (void)
{
  return qd_schema_load_scripts ("/io/gitlab/quarterdeck/Quarterdeck/schema");
}

/* Makes the file as the app of that version left it, with one row in each table or more. */
static inline void
qd_test_schema_make (const QdTestSchema *schema,
                     const char         *path)
{
  g_auto(GStrv) scripts = qd_test_load_scripts (schema->version);
  g_autoptr(QdDb) db = NULL;
  g_autoptr(GError) error = NULL;

  db = qd_db_open (path, (const char *const *)scripts, &error);
  g_assert_no_error (error);
  qd_db_exec (db, qd_test_schema_history, &error);
  g_assert_no_error (error);

  for (const char *const *name = schema->rows; *name != NULL; name++)
    {
      g_autofree char *rows_path = g_test_build_filename (G_TEST_DIST, "data", *name, NULL);
      g_autofree char *rows = NULL;

      g_file_get_contents (rows_path, &rows, NULL, &error);
      g_assert_no_error (error);
      qd_db_exec (db, rows, &error);
      g_assert_no_error (error);
    }
}
