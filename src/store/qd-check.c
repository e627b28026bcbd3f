/* qd-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-check"

#include "qd-check.h"

#include <glib/gi18n.h>

#include "qd-record-private.h"
#include "qd-schema.h"
#include "qd-search-index.h"

/* Enough to see what is wrong; a file with more has one cause. */
#define MAX_FINDINGS 100

typedef struct
{
  QdDb      *db;
  GPtrArray *sentences;
} Findings;

G_GNUC_PRINTF (2, 3)
static void
findings_add (Findings   *findings,
              const char *format,
              ...)
{
  va_list args;

  if (findings->sentences->len >= MAX_FINDINGS)
    return;

  va_start (args, format);
  g_ptr_array_add (findings->sentences, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Runs @sql and has @found make a sentence of each row. */
static void
find (Findings   *findings,
      const char *sql,
      void (*found) (Findings *findings, sqlite3_stmt *stmt))
{
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (findings->db, sql, &error);

  while (stmt != NULL && qd_db_next (findings->db, stmt, &error))
    found (findings, stmt);

  if (error != NULL)
    findings_add (findings, "%s", error->message);
}

static void
found_damage (Findings     *findings,
              sqlite3_stmt *stmt)
{
  findings_add (findings, _ ("The file is damaged: %s"), sqlite3_column_text (stmt, 0));
}

static void
found_orphans (Findings     *findings,
               sqlite3_stmt *stmt)
{
  findings_add (findings,
                _ ("“%s” refers to nothing in “%s” (rows: %d)"),
                sqlite3_column_text (stmt, 0),
                sqlite3_column_text (stmt, 1),
                sqlite3_column_int (stmt, 2));
}

static void
found_loose_table (Findings     *findings,
                   sqlite3_stmt *stmt)
{
  findings_add (findings, _ ("The table “%s” takes values of any type"), sqlite3_column_text (stmt, 0));
}

/* Returns: (transfer full): the SQL of each part of the schema by its name */
static GHashTable *
list_parts (QdDb    *db,
            GError **error)
{
  g_autoptr(GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db,
                                      "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                                      " AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'local_change*' AND name NOT GLOB 'local_step*'",
                                      error);

  if (stmt == NULL)
    return NULL;

  while (qd_db_next (db, stmt, &local_error))
    g_hash_table_insert (parts,
                         g_strdup ((const char *)sqlite3_column_text (stmt, 0)),
                         g_strdup ((const char *)sqlite3_column_text (stmt, 1)));

  if (local_error == NULL)
    return g_steal_pointer (&parts);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
compare_schema (Findings *findings,
                GError  **error)
{
  g_autoptr(QdDb) pattern = qd_db_open_pattern (findings->db, error);
  g_autoptr(GHashTable) expected = NULL;
  g_autoptr(GHashTable) actual = NULL;
  GHashTableIter iter;
  gpointer       name, sql;

  if (pattern == NULL || !(expected = list_parts (pattern, error)) || !(actual = list_parts (findings->db, error)))
    return FALSE;

  g_hash_table_iter_init (&iter, expected);

  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      const char *there = g_hash_table_lookup (actual, name);

      if (there == NULL)
        findings_add (findings, _ ("“%s” is missing from the file"), (char *)name);
      else if (!g_str_equal (there, sql))
        findings_add (findings, _ ("“%s” is not what this version expects"), (char *)name);

      g_hash_table_remove (actual, name);
    }

  g_hash_table_iter_init (&iter, actual);

  while (g_hash_table_iter_next (&iter, &name, NULL))
    findings_add (findings, _ ("“%s” in the file is not known to this version"), (char *)name);

  return TRUE;
}

/* Every record is read, which compares the columns, and held to its rules. */
static void
check_records (Findings *findings,
               GType     type)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (type);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GError) error = NULL;

  if (!(records = qd_record_load_all (findings->db, type, &error)))
    {
      findings_add (findings, "%s", error->message);
      return;
    }

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(GError) rule_error = NULL;
      QdRecord *record = g_ptr_array_index (records, i);

      if (!qd_record_check (record, &rule_error))
        findings_add (findings,
                      _ ("Row %016" G_GINT64_MODIFIER "x of “%s”: %s"),
                      qd_record_get_id (record),
                      QD_RECORD_CLASS (klass)->table,
                      rule_error->message);
    }
}

static void
check_marks (Findings *findings)
{
  gint64 application_id = 0;

  if (qd_db_get_int64 (findings->db, "PRAGMA application_id", &application_id, NULL) &&
      application_id != QD_SCHEMA_APPLICATION_ID)
    findings_add (findings, _ ("The file does not bear the mark of Quarterdeck"));

  if (qd_search_index_is_there (findings->db) && !qd_search_index_is_good (findings->db))
    findings_add (findings, _ ("The search index is damaged"));
}

/* A QdReadFunc */
static gpointer
check_func (QdDb    *db,
            gpointer data,
            GError **error)
{
  GArray  *types = data;
  Findings findings = { db, NULL };
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  findings.sentences = sentences;
  find (&findings, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'", found_damage);
  find (&findings,
        "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2",
        found_orphans);
  find (&findings,
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND NOT strict AND name NOT GLOB 'sqlite_*'",
        found_loose_table);

  if (!compare_schema (&findings, error))
    return NULL;

  check_marks (&findings);

  for (guint i = 0; i < types->len; i++)
    check_records (&findings, g_array_index (types, GType, i));

  return g_steal_pointer (&sentences);
}

/**
 * qd_check_async:
 * @types: the kinds of record the file is to hold
 *
 * Looks for all that may be wrong with the file: damage, references that lead
 * nowhere, a schema that is not this version's, records that break a rule, a
 * search index that does not say what the records say.
 */
void
qd_check_async (QdStore            *store,
                const GType        *types,
                guint               n_types,
                GCancellable       *cancellable,
                GAsyncReadyCallback callback,
                gpointer            user_data)
{
  GArray *data = g_array_sized_new (FALSE, FALSE, sizeof (GType), n_types);

  g_array_append_vals (data, types, n_types);
  qd_store_read_async (store,
                       check_func,
                       data,
                       (GDestroyNotify)g_array_unref,
                       (GDestroyNotify)g_ptr_array_unref,
                       cancellable,
                       callback,
                       user_data);
}

/**
 * qd_check_finish:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each finding; empty for a
 *   file that is in order
 */
GPtrArray *
qd_check_finish (QdStore      *store,
                 GAsyncResult *result,
                 GError      **error)
{
  return qd_store_read_finish (store, result, error);
}
