/* qd-salvage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-salvage"

#include "qd-salvage-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "qd-file.h"
#include "qd-search-index.h"

/* A person reads no more of them; a file with more has one cause. */
#define MAX_FINDINGS 1000

/* How many versions of the schema may be to come */
#define MAX_AHEAD 100

static void
salvage_kind_free (QdSalvageKind *kind)
{
  g_ptr_array_unref (kind->findings);
  g_free (kind->table);
  g_free (kind);
}

void
qd_salvage_report_free (QdSalvageReport *self)
{
  g_ptr_array_unref (self->kinds);
  g_free (self);
}

static void
salvage_table_free (QdSalvageTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_free (table->columns[i].name);
      g_free (table->columns[i].parent);
      sqlite3_value_free (table->columns[i].fallback);
    }

  g_free (table->columns);
  g_free (table->name);
  g_free (table);
}

QdSalvageTable *
qd_salvage_find_table (QdSalvage  *self,
                       const char *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      QdSalvageTable *table = g_ptr_array_index (self->tables, i);

      if (g_strcmp0 (table->name, name) == 0)
        return table;
    }

  return NULL;
}

void
qd_salvage_note (QdSalvageTable *table,
                 const char     *format,
                 ...)
{
  va_list args;

  if (table->kind == NULL || table->kind->findings->len >= MAX_FINDINGS)
    return;

  va_start (args, format);
  g_ptr_array_add (table->kind->findings, g_strdup_vprintf (format, args));
  va_end (args);
}

static GType
find_type (const char  *name,
           const GType *types,
           guint        n_types)
{
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(GTypeClass) klass = g_type_class_ref (types[i]);

      if (g_str_equal (QD_RECORD_CLASS (klass)->table, name))
        return types[i];
    }

  return G_TYPE_INVALID;
}

static gboolean
read_columns (QdSalvage      *self,
              QdSalvageTable *table,
              GError        **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT c.name, NOT c.\"notnull\", c.dflt_value, f.\"table\", f.on_delete = 'SET NULL' FROM pragma_table_xinfo ('%s') c"
      " LEFT JOIN pragma_foreign_key_list ('%s') f ON f.\"from\" = c.name GROUP BY c.cid ORDER BY c.cid",
      table->name,
      table->name);
  sqlite3_stmt *stmt = qd_db_prepare (self->trial, g_intern_string (sql), error);
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (QdSalvageColumn));
  g_autoptr(GError) local_error = NULL;

  while (stmt != NULL && qd_db_next (self->trial, stmt, &local_error))
    {
      QdSalvageColumn column = {
        .name = g_strdup ((const char *)sqlite3_column_text (stmt, 0)),
        .nullable = sqlite3_column_int (stmt, 1),
        .fallback = sqlite3_value_dup (sqlite3_column_value (stmt, 2)),
        .parent = g_strdup ((const char *)sqlite3_column_text (stmt, 3)),
      };

      /* A tree of records of one kind holds without its branch, too. */
      column.may_lead_nowhere =
          column.nullable && (sqlite3_column_int (stmt, 4) || g_strcmp0 (column.parent, table->name) == 0);

      if (g_strv_contains (((const char *const[]){ "name", "title", "subject", "what", "key", NULL }), column.name) &&
          table->title == 0)
        table->title = columns->len;

      g_array_append_val (columns, column);
    }

  table->n_columns = columns->len;
  table->columns = (QdSalvageColumn *)g_array_free (g_steal_pointer (&columns), FALSE);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return stmt != NULL && table->n_columns > 0;
}

/* What the schema says a column is without being told is SQL of its own. */
static gboolean
work_out_fallbacks (QdSalvage      *self,
                    QdSalvageTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char      *text = (const char *)sqlite3_value_text (table->columns[i].fallback);
      g_autofree char *sql = g_strconcat ("SELECT ", text, NULL);
      sqlite3_stmt    *stmt;

      if (text == NULL || !(stmt = qd_db_prepare (self->trial, g_intern_string (sql), NULL)) ||
          !qd_db_next (self->trial, stmt, NULL))
        continue;

      sqlite3_value_free (table->columns[i].fallback);
      table->columns[i].fallback = sqlite3_value_dup (sqlite3_column_value (stmt, 0));
      sqlite3_reset (stmt);
    }

  return TRUE;
}

static void
add_kind (QdSalvage      *self,
          QdSalvageTable *table)
{
  table->kind = g_new0 (QdSalvageKind, 1);
  table->kind->table = g_strdup (table->name);
  table->kind->findings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->report->kinds, table->kind);
}

static gboolean
add_table (QdSalvage  *self,
           const char *name,
           GType       type,
           GError    **error)
{
  QdSalvageTable *table = g_new0 (QdSalvageTable, 1);
  g_autoptr(GString) sql = g_string_new (NULL);

  table->name = g_strdup (name);
  table->type = type;
  g_ptr_array_add (self->tables, table);

  if (!read_columns (self, table, error) || !work_out_fallbacks (self, table))
    return FALSE;

  g_string_printf (sql, "INSERT INTO %s VALUES (?", name);

  for (guint i = 1; i < table->n_columns; i++)
    g_string_append (sql, ", ?");

  g_string_append_c (sql, ')');
  table->insert_sql = g_intern_string (sql->str);

  if (type != G_TYPE_INVALID)
    add_kind (self, table);

  return TRUE;
}

/* All that the schema knows but what SQLite derives; nothing that the damaged file
 * says of itself. */
static gboolean
list_tables (QdSalvage   *self,
             const GType *types,
             guint        n_types,
             GError     **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (self->trial,
                                      "SELECT s.name FROM sqlite_schema s JOIN pragma_table_list t ON t.name = s.name"
                                      " WHERE t.schema = 'main' AND t.type = 'table' AND NOT t.wr"
                                      " AND s.name NOT GLOB 'sqlite_*' ORDER BY s.rowid",
                                      error);
  g_autoptr(GError) local_error = NULL;

  while (stmt != NULL && qd_db_next (self->trial, stmt, &local_error))
    {
      const char *name = (const char *)sqlite3_column_text (stmt, 0);

      if (!add_table (self, name, find_type (name, types, n_types), error))
        return FALSE;
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return self->tables->len > 0;
}

/* What the search index had an entry for, and the file has no longer */
static void
count_missing (QdSalvage *self)
{
  gint64 n_missing = 0;

  if (qd_search_index_is_there (self->db) &&
      qd_db_get_int64 (self->db,
                       "SELECT count(DISTINCT record) FROM local_search WHERE record NOT IN (SELECT id FROM search_record)",
                       &n_missing,
                       NULL))
    self->report->n_missing = MIN (n_missing, G_MAXUINT);
}

static gboolean
check_result (QdSalvage *self,
              GError   **error)
{
  gint64 n_faults;

  if (!qd_db_get_int64 (self->db,
                        "SELECT (SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok')"
                        " + (SELECT count(*) FROM pragma_foreign_key_check)",
                        &n_faults,
                        error))
    return FALSE;

  if (n_faults == 0)
    return TRUE;

  g_set_error_literal (
      error, QD_DB_ERROR, QD_DB_ERROR_FAILED, _ ("What was salvaged is not in order, so it was thrown away"));
  return FALSE;
}

static gboolean
fill (QdSalvage   *self,
      const GType *types,
      guint        n_types,
      GError     **error)
{
  if (!list_tables (self, types, n_types, error) ||
      !qd_db_exec (self->db, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    return FALSE;

  sqlite3_db_config (qd_db_get_native (self->db), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);

  if (!qd_salvage_read_rows (self, error))
    return FALSE;

  count_missing (self);

  return qd_salvage_mend_references (self, error) &&
         qd_db_exec (self->db, "COMMIT", error) && qd_search_index_rebuild (self->db, error);
}

/* Empty, and nobody else's to read */
static gboolean
make_output (const char *output,
             GError    **error)
{
  g_autofree char *name = g_filename_display_name (output);
  int              fd = g_open (output, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (fd >= 0)
    return g_close (fd, error);

  g_set_error (error,
               QD_DB_ERROR,
               QD_DB_ERROR_NO_ACCESS,
               errno == EEXIST ? _ ("“%s” is there already, so nothing was salvaged into it")
                               : _ ("“%s” could not be made, so nothing was salvaged"),
               name);
  return FALSE;
}

static void
remove_output (const char *output)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (output, suffixes[i], NULL);

      g_remove (path);
    }
}

/* A file of an older version is read as that version laid it out, and brought up to
 * date afterwards. */
static gboolean
run_on_version (QdSalvage         *self,
                const char        *output,
                const char *const *scripts,
                const GType       *types,
                guint              n_types,
                GError           **error)
{
  gint64 known = g_strv_length ((char **)scripts);
  gint64 version = qd_pages_get_version (self->pages, known);
  g_auto(GStrv) earlier = g_strdupv ((char **)scripts);
  g_autoptr(QdDb) db = NULL;
  g_autoptr(QdDb) trial = NULL;
  g_autofree char *kept = NULL;

  /* A number far beyond ours was not written by anybody. */
  if (version > known + MAX_AHEAD)
    version = known;

  if (version > known)
    {
      g_set_error_literal (error,
                           QD_DB_ERROR,
                           QD_DB_ERROR_TOO_NEW,
                           _ ("The database was written by a newer version of Quarterdeck, which has to salvage it"));
      return FALSE;
    }

  for (gint64 i = version; i < known; i++)
    g_clear_pointer (&earlier[i], g_free);

  if (!(db = qd_db_open (output, (const char *const *)earlier, error)) || !(trial = qd_db_open_pattern (db, error)))
    return FALSE;

  self->db = db;
  self->trial = trial;

  if (!fill (self, types, n_types, error))
    return FALSE;

  if (version == known)
    return check_result (self, error);

  g_clear_pointer (&db, qd_db_close);

  if (!(self->db = db = qd_db_open (output, scripts, error)))
    return FALSE;

  /* The damaged file is what is kept of before the update. */
  kept = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT, output, version);
  g_remove (kept);

  return check_result (self, error);
}

/**
 * qd_salvage_run:
 * @path: of a damaged database, which is only read; nobody else should write to it meanwhile
 * @output: of a new file
 * @scripts: see qd_schema_update()
 * @types: the kinds of record
 * @permille: (nullable): set atomically as it goes on, to at most 1000
 *
 * Reads every row that is still readable, page by page, and puts into a new database what
 * keeps the rules of the schema. Takes its time: not for the main thread. Where it fails
 * or is cancelled there is no new file.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
QdSalvageReport *
qd_salvage_run (const char        *path,
                const char        *output,
                const char *const *scripts,
                const GType       *types,
                guint              n_types,
                int               *permille,
                GCancellable      *cancellable,
                GError           **error)
{
  g_autoptr(QdPages) pages = NULL;
  g_autoptr(GPtrArray) tables = NULL;
  g_autoptr(QdSalvageReport) report = NULL;
  g_autofree char *folder = g_path_get_dirname (output);
  QdSalvage        self = { .cancellable = cancellable, .permille = permille };

  g_return_val_if_fail (path != NULL && output != NULL && scripts != NULL, NULL);

  if (!(pages = qd_pages_open (path, error)) || !make_output (output, error))
    return NULL;

  report = g_new0 (QdSalvageReport, 1);
  report->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify)salvage_kind_free);
  report->n_pages = qd_pages_get_count (pages);
  report->log_is_cut = qd_pages_is_log_cut (pages);
  tables = g_ptr_array_new_with_free_func ((GDestroyNotify)salvage_table_free);
  self.pages = pages;
  self.tables = tables;
  self.report = report;

  if (run_on_version (&self, output, scripts, types, n_types, error) && qd_file_sync (output, error) &&
      qd_file_sync (folder, error))
    return g_steal_pointer (&report);

  remove_output (output);

  return NULL;
}
