/* qd-search-index.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-search-index"

#include "qd-search-index.h"

#include "qd-schema.h"

/* All that the index is made of, but for what FTS5 keeps behind it. */
#define IS_PART                                                 \
  " (name IN ('search', 'local_search', 'local_search_record')" \
  "  OR name GLOB 'search_*' AND type IN ('view', 'trigger'))"

gboolean
qd_search_index_is_there (QdDb *db)
{
  gint64 n_tables = 0;

  return qd_db_get_int64 (
             db,
             "SELECT count(*) FROM sqlite_schema WHERE name IN ('search', 'search_data', 'search_idx',"
             " 'search_docsize', 'search_config', 'local_search')",
             &n_tables,
             NULL) &&
         n_tables == 6;
}

/* Whether it counts as many entries as there are records: reads only, and takes a moment where
 * qd_search_index_is_good() reads every word. */
gboolean
qd_search_index_is_whole (QdDb *db)
{
  gint64 n_faults;

  return qd_db_get_int64 (db,
                          "SELECT (SELECT count(*) FROM search_record) <> (SELECT count(*) FROM local_search)"
                          " OR (SELECT count(*) FROM search_docsize) <> (SELECT count(*) FROM local_search)"
                          " OR NOT EXISTS (SELECT 1 FROM search_config WHERE k = 'version')",
                          &n_faults,
                          NULL) &&
         n_faults == 0;
}

/* Whether every record has its entry, no entry lacks its record, and the index
 * says of each what the record says. */
gboolean
qd_search_index_is_good (QdDb *db)
{
  gint64 n_faults;

  return qd_db_get_int64 (db,
                          "SELECT (SELECT count(*) FROM search_record) <> (SELECT count(*) FROM local_search)"
                          " OR EXISTS (SELECT 1 FROM search_record r WHERE NOT EXISTS"
                          " (SELECT 1 FROM local_search s WHERE s.record = r.id"
                          "  AND s.id / 1000000000000 = r.kind))",
                          &n_faults,
                          NULL) &&
         n_faults == 0 &&
         qd_db_exec (db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", NULL);
}

/* An index that does not even open cannot be dropped as others are: what describes it is
 * taken out of the schema, and its tables are then like any. */
static gboolean
drop_by_force (QdDb    *db,
               GError **error)
{
  sqlite3 *native = qd_db_get_native (db);
  gboolean done;

  sqlite3_db_config (native, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  done = qd_db_exec (db,
                     "PRAGMA writable_schema = ON;"
                     "DELETE FROM sqlite_schema WHERE type = 'table' AND name = 'search';"
                     "PRAGMA writable_schema = RESET",
                     error);
  sqlite3_db_config (native, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return done;
}

static gboolean
drop_parts (QdDb    *db,
            QdDb    *pattern,
            GError **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (
      pattern, "SELECT type, name FROM sqlite_schema WHERE" IS_PART " AND type <> 'index' ORDER BY rowid DESC", error);
  g_autoptr(GError) local_error = NULL;

  if (stmt == NULL)
    return FALSE;

  while (qd_db_next (pattern, stmt, &local_error))
    {
      g_autofree char *sql = g_strdup_printf (
          "DROP %s IF EXISTS %s", sqlite3_column_text (stmt, 0), sqlite3_column_text (stmt, 1));

      if (!qd_db_exec (db, sql, &local_error))
        {
          if ((!g_error_matches (local_error, QD_DB_ERROR, QD_DB_ERROR_INDEX) &&
               !g_error_matches (local_error, QD_DB_ERROR, QD_DB_ERROR_FAILED)) ||
              !drop_by_force (db, error))
            break;

          g_clear_error (&local_error);
        }
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  /* Left over where only the index itself was gone */
  return qd_db_exec (db,
                     "DROP TABLE IF EXISTS search_data; DROP TABLE IF EXISTS search_idx;"
                     "DROP TABLE IF EXISTS search_docsize; DROP TABLE IF EXISTS search_config",
                     error);
}

static gboolean
create_parts (QdDb    *db,
              QdDb    *pattern,
              GError **error)
{
  sqlite3_stmt *stmt =
      qd_db_prepare (pattern, "SELECT sql FROM sqlite_schema WHERE" IS_PART " ORDER BY rowid", error);
  g_autoptr(GError) local_error = NULL;

  if (stmt == NULL)
    return FALSE;

  while (qd_db_next (pattern, stmt, &local_error))
    {
      if (!qd_db_exec (db, (const char *)sqlite3_column_text (stmt, 0), error))
        return FALSE;
    }

  return qd_db_exec (db,
                     "INSERT INTO local_search SELECT kind * 1000000000000 +"
                     " row_number () OVER (PARTITION BY kind ORDER BY id), id FROM search_record;"
                     "INSERT INTO search (search) VALUES ('rebuild')",
                     error);
}

/**
 * qd_search_index_rebuild:
 *
 * Makes the index anew from the records, as the schema describes it; does
 * nothing where it describes none. Not to be called in a transaction.
 */
gboolean
qd_search_index_rebuild (QdDb    *db,
                         GError **error)
{
  g_autoptr(QdDb) pattern = qd_db_open_pattern (db, error);

  if (pattern == NULL)
    return FALSE;

  if (!qd_search_index_is_there (pattern))
    return TRUE;

  g_debug ("Making the search index anew");

  if (!qd_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (drop_parts (db, pattern, error) && create_parts (db, pattern, error) && qd_db_exec (db, "COMMIT", error))
    return TRUE;

  qd_db_settle (db);
  qd_db_roll_back (db);

  return FALSE;
}
