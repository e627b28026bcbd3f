/* qd-foreign-db.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-foreign-db"

#include "qd-foreign-db.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-record-json.h"
#include "qd-schema.h"

/* What looking at a file may take, in seconds */
#define MAX_SECONDS 60

/* How many steps of SQLite's machine go by between two looks at the clock */
#define STEPS 10000

/* Of all that is read, in bytes: some times what a portfolio of ten thousand accounts has */
#define MAX_CONTENT (G_GINT64_CONSTANT (256) * 1024 * 1024)

/* What an authorizer lets through, from strict to loose */
typedef enum
{
  QD_FOREIGN_READ,  /* the rows of a table of ours */
  QD_FOREIGN_CHECK, /* the marks of the file, its schema, and whether its pages are in order */
} QdForeignStage;

struct _QdForeignDb
{
  sqlite3       *native;
  QdDb          *pattern; /* an empty database of the file's version */
  GCancellable  *cancellable;
  gint64         end;     /* in monotonic time */
  gint64         n_bytes; /* read so far */
  QdForeignStage stage;
  const char    *table; /* that is read */
};

static const struct
{
  int op;
  int value;
} switches[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
};

/* As https://sqlite.org/security.html has it, and as much more as a schema of ours
 * takes to be parsed. */
static const struct
{
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 1000000 },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 50 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 20 },
  { SQLITE_LIMIT_VDBE_OP, 25000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 20 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 10 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static gboolean
fail (QdDbError   code,
      const char *sentence,
      GError    **error)
{
  g_set_error_literal (error, QD_DB_ERROR, code, sentence);
  return FALSE;
}

/* What SQLite says may quote what stands in the file, so it is for the log alone. */
static gboolean
fail_at (QdForeignDb *self,
         const char  *doing,
         GError     **error)
{
  int code = sqlite3_extended_errcode (self->native);

  g_debug ("%d, %s: %s", code, doing, sqlite3_errmsg (self->native));

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      return fail (QD_DB_ERROR_FAILED, _ ("The database takes too long to read, so nothing was imported"), error);

    case SQLITE_NOTADB:
      return fail (QD_DB_ERROR_NOT_OURS, _ ("The file is not a database, so nothing was imported"), error);

    case SQLITE_TOOBIG:
      return fail (QD_DB_ERROR_FAILED,
                   _ ("Something in the database is longer than Quarterdeck makes it, so nothing was imported"),
                   error);

    case SQLITE_NOMEM:
      return fail (QD_DB_ERROR_FAILED, _ ("There is too little memory for the database, so nothing was imported"), error);

    default:
      return fail (QD_DB_ERROR_CORRUPT, _ ("The database is damaged, so nothing was imported"), error);
    }
}

/* An authorizer: see https://sqlite.org/c3ref/set_authorizer.html */
static int
authorize_cb (gpointer    user_data,
              int         action,
              const char *first,
              const char *second,
              const char *schema,
              const char *source)
{
  static const char *const pragmas[] = { "application_id", "user_version", "integrity_check", NULL };
  QdForeignDb             *self = user_data;
  gboolean                 checking = self->stage == QD_FOREIGN_CHECK;

  /* From within a view or a trigger */
  if (source != NULL)
    return SQLITE_DENY;

  switch (action)
    {
    case SQLITE_SELECT:
      return SQLITE_OK;

    case SQLITE_READ:
      return g_strcmp0 (schema, "main") == 0 &&
                     (g_strcmp0 (first, self->table) == 0 || (checking && g_strcmp0 (first, "sqlite_master") == 0))
                 ? SQLITE_OK
                 : SQLITE_DENY;

    case SQLITE_PRAGMA:
      return checking && g_strv_contains (pragmas, first) ? SQLITE_OK : SQLITE_DENY;

    default:
      return SQLITE_DENY;
    }
}

static int
progress_cb (gpointer user_data)
{
  QdForeignDb *self = user_data;

  return g_get_monotonic_time () > self->end || g_cancellable_is_cancelled (self->cancellable);
}

/* Nothing that is outside the file is looked at: no log, no journal, no lock. */
static gboolean
connect_to (QdForeignDb *self,
            const char  *path,
            GError     **error)
{
  g_autofree char *file = g_filename_to_uri (path, NULL, error);
  g_autofree char *uri = NULL;
  int              rc;

  if (file == NULL)
    return FALSE;

  uri = g_strconcat (file, "?immutable=1&mode=ro&cache=private", NULL);
  rc = sqlite3_open_v2 (uri, &self->native, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);

  if (rc != SQLITE_OK)
    return fail_at (self, "open", error);

  sqlite3_extended_result_codes (self->native, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    sqlite3_db_config (self->native, switches[i].op, switches[i].value, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->native, limits[i].limit, limits[i].value);

  /* A limit on the whole heap would be one on the store's connection too: what
   * this one takes is bounded by its cache and the lengths above. */
  if (sqlite3_exec (self->native,
                    "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA cache_size = -8000;"
                    " PRAGMA temp_store = MEMORY",
                    NULL,
                    NULL,
                    NULL) != SQLITE_OK)
    return fail_at (self, "set up", error);

  sqlite3_progress_handler (self->native, STEPS, progress_cb, self);
  sqlite3_set_authorizer (self->native, authorize_cb, self);

  return TRUE;
}

/* Returns: (transfer full) (nullable) */
static sqlite3_stmt *
prepare (QdForeignDb *self,
         const char  *sql,
         GError     **error)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (self->native, sql, -1, &stmt, NULL) == SQLITE_OK)
    return stmt;

  fail_at (self, sql, error);
  return NULL;
}

static gboolean
read_number (QdForeignDb *self,
             const char  *sql,
             gint64      *number,
             GError     **error)
{
  sqlite3_stmt *stmt = prepare (self, sql, error);
  gboolean      found;

  if (stmt == NULL)
    return FALSE;

  if ((found = sqlite3_step (stmt) == SQLITE_ROW))
    *number = sqlite3_column_int64 (stmt, 0);
  else
    fail_at (self, sql, error);

  sqlite3_finalize (stmt);

  return found;
}

static gboolean
check_marks (QdForeignDb *self,
             gint64       known,
             gint64      *version,
             GError     **error)
{
  gint64 application_id;

  if (!read_number (self, "PRAGMA application_id", &application_id, error) ||
      !read_number (self, "PRAGMA user_version", version, error))
    return FALSE;

  if (application_id != QD_SCHEMA_APPLICATION_ID || *version < 1)
    return fail (QD_DB_ERROR_NOT_OURS, _ ("The file is a database, but not one of Quarterdeck, so nothing was imported"), error);

  if (*version <= known)
    return TRUE;

  return fail (QD_DB_ERROR_TOO_NEW,
               _ ("The database was written by a newer version of Quarterdeck, so nothing was imported"),
               error);
}

static gboolean
open_pattern (QdForeignDb       *self,
              const char *const *scripts,
              gint64             version,
              GError           **error)
{
  g_autofree const char **known = g_new0 (const char *, version + 1);

  for (gint64 i = 0; i < version; i++)
    known[i] = scripts[i];

  self->pattern = qd_db_open (":memory:", known, error);

  return self->pattern != NULL;
}

#define PARTS_SQL "SELECT name, sql FROM main.sqlite_schema WHERE tbl_name = ? AND type <> 'trigger' AND sql IS NOT NULL ORDER BY name"

/* Whether the two are at the same row, or both at their end. */
static gboolean
is_same_part (sqlite3_stmt *theirs,
              sqlite3_stmt *ours)
{
  return g_strcmp0 ((const char *)sqlite3_column_text (theirs, 0), (const char *)sqlite3_column_text (ours, 0)) == 0 &&
         g_strcmp0 ((const char *)sqlite3_column_text (theirs, 1), (const char *)sqlite3_column_text (ours, 1)) == 0;
}

/* A table that is to be read is written to the letter as this app writes it, and
 * so are its indexes: no view in its place, no column that is computed, no
 * expression but ours. */
static gboolean
check_table (QdForeignDb *self,
             const char  *table,
             GError     **error)
{
  sqlite3_stmt *theirs = prepare (self, PARTS_SQL, error);
  sqlite3_stmt *ours = theirs != NULL ? qd_db_prepare (self->pattern, PARTS_SQL, error) : NULL;
  int           their_rc = SQLITE_ERROR, our_rc = SQLITE_ERROR;
  gboolean      same = FALSE;

  if (ours == NULL)
    {
      sqlite3_finalize (theirs);
      return FALSE;
    }

  sqlite3_bind_text (theirs, 1, table, -1, SQLITE_STATIC);
  sqlite3_bind_text (ours, 1, table, -1, SQLITE_STATIC);

  do
    {
      their_rc = sqlite3_step (theirs);
      our_rc = sqlite3_step (ours);
      same = their_rc == our_rc && (our_rc == SQLITE_DONE || (our_rc == SQLITE_ROW && is_same_part (theirs, ours)));
    }
  while (same && our_rc == SQLITE_ROW);

  if (their_rc != SQLITE_ROW && their_rc != SQLITE_DONE)
    fail_at (self, "read the schema", error);
  else if (!same)
    g_set_error (error,
                 QD_DB_ERROR,
                 QD_DB_ERROR_NOT_OURS,
                 _ ("The table “%s” of the database is not as Quarterdeck makes it, so nothing was imported"),
                 table);

  sqlite3_finalize (theirs);
  sqlite3_reset (ours);

  return same;
}

static gboolean
check_pages (QdForeignDb *self,
             const char  *table,
             GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA integrity_check (%s)", table);
  sqlite3_stmt    *stmt = prepare (self, sql, error);
  gboolean         good;

  if (stmt == NULL)
    return FALSE;

  good = sqlite3_step (stmt) == SQLITE_ROW && g_strcmp0 ((const char *)sqlite3_column_text (stmt, 0), "ok") == 0;

  if (!good && sqlite3_errcode (self->native) == SQLITE_ROW)
    fail (QD_DB_ERROR_CORRUPT, _ ("The database is damaged, so nothing was imported"), error);
  else if (!good)
    fail_at (self, sql, error);

  sqlite3_finalize (stmt);

  return good;
}

/**
 * qd_foreign_db_open:
 * @path: a copy that nobody else has; it may be deleted once it is open
 * @scripts: see qd_schema_update()
 *
 * Returns: (transfer full) (nullable): a connection for the calling thread, to a
 *   database of this version or an older one
 */
QdForeignDb *
qd_foreign_db_open (const char        *path,
                    const char *const *scripts,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autoptr(QdForeignDb) self = NULL;
  gint64 version;

  g_return_val_if_fail (path != NULL && scripts != NULL, NULL);

  self = g_new0 (QdForeignDb, 1);
  self->stage = QD_FOREIGN_CHECK;
  self->end = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  g_set_object (&self->cancellable, cancellable);

  if (!connect_to (self, path, error) ||
      !check_marks (self, g_strv_length ((char **)scripts), &version, error) ||
      !open_pattern (self, scripts, version, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
qd_foreign_db_close (QdForeignDb *self)
{
  sqlite3_close (self->native);
  g_clear_pointer (&self->pattern, qd_db_close);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * qd_foreign_db_has:
 * @column: (nullable)
 *
 * Returns: whether a database of this version has the table of @type, and @column in it
 */
gboolean
qd_foreign_db_has (QdForeignDb *self,
                   GType        type,
                   const char  *column)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (type);
  sqlite3_stmt *stmt = qd_db_prepare (
      self->pattern, "SELECT 1 FROM pragma_table_info (?1) WHERE ?2 IS NULL OR name = ?2 LIMIT 1", NULL);
  gboolean found;

  g_return_val_if_fail (stmt != NULL, FALSE);

  sqlite3_bind_text (stmt, 1, QD_RECORD_CLASS (klass)->table, -1, SQLITE_STATIC);

  if (column != NULL)
    sqlite3_bind_text (stmt, 2, column, -1, SQLITE_STATIC);

  found = sqlite3_step (stmt) == SQLITE_ROW;
  sqlite3_reset (stmt);

  return found;
}

/* Returns: (nullable): the text of a column, where that is what it has */
static const char *
get_text (sqlite3_stmt *stmt,
          int           column)
{
  const char *text;

  if (sqlite3_column_type (stmt, column) != SQLITE_TEXT)
    return NULL;

  text = (const char *)sqlite3_column_text (stmt, column);

  /* A NUL is no part of valid UTF-8 here. */
  return text != NULL && g_utf8_validate_len (text, sqlite3_column_bytes (stmt, column), NULL) ? text : NULL;
}

/* Puts into @object what the row has; %FALSE where that is of another kind. */
static gboolean
take_value (JsonObject     *object,
            const QdColumn *column,
            sqlite3_stmt   *stmt,
            int             index)
{
  int              type = sqlite3_column_type (stmt, index);
  gint64           number = sqlite3_column_int64 (stmt, index);
  const char      *text;
  g_autofree char *id = NULL;

  switch (column->kind)
    {
    case QD_COLUMN_KIND_TEXT:
    case QD_COLUMN_KIND_DAY:
    case QD_COLUMN_KIND_ENUM:
      if ((text = get_text (stmt, index)))
        json_object_set_string_member (object, column->name, text);
      return text != NULL;

    case QD_COLUMN_KIND_INTEGER:
      json_object_set_int_member (object, column->name, number);
      return type == SQLITE_INTEGER;

    case QD_COLUMN_KIND_REAL:
      json_object_set_double_member (object, column->name, sqlite3_column_double (stmt, index));
      return type == SQLITE_FLOAT && isfinite (sqlite3_column_double (stmt, index));

    case QD_COLUMN_KIND_BOOLEAN:
      json_object_set_boolean_member (object, column->name, number != 0);
      return type == SQLITE_INTEGER && (number == 0 || number == 1);

    case QD_COLUMN_KIND_REFERENCE:
      id = qd_record_format_id (number);
      json_object_set_string_member (object, column->name, id);
      return type == SQLITE_INTEGER && number > 0;

    default:
      g_assert_not_reached ();
    }
}

static void
fail_at_value (QdForeignDb *self,
               const char  *id,
               const char  *column,
               GError     **error)
{
  g_set_error (error,
               QD_DB_ERROR,
               QD_DB_ERROR_CORRUPT,
               _ ("Row %s of “%s” has something in “%s” that does not belong there, so nothing was imported"),
               id,
               self->table,
               column);
}

/* Returns: (transfer full) (nullable): the row @stmt is at; @columns are those that it has */
static JsonObject *
read_row (QdForeignDb  *self,
          GPtrArray    *columns,
          sqlite3_stmt *stmt,
          GError      **error)
{
  g_autoptr(JsonObject) object = json_object_new ();
  gint64           number = sqlite3_column_int64 (stmt, 0);
  g_autofree char *id = qd_record_format_id (number);

  if (number <= 0)
    {
      fail_at_value (self, id, "id", error);
      return NULL;
    }

  json_object_set_string_member (object, "id", id);
  self->n_bytes += sizeof number;

  for (guint i = 0; i < columns->len; i++)
    {
      const QdColumn *column = g_ptr_array_index (columns, i);

      if (sqlite3_column_type (stmt, i + 1) == SQLITE_NULL)
        continue;

      self->n_bytes += sizeof number;

      if (sqlite3_column_type (stmt, i + 1) == SQLITE_TEXT)
        self->n_bytes += sqlite3_column_bytes (stmt, i + 1);

      if (!take_value (object, column, stmt, i + 1))
        {
          fail_at_value (self, id, column->name, error);
          return NULL;
        }
    }

  if (self->n_bytes <= MAX_CONTENT)
    return g_steal_pointer (&object);

  fail (QD_DB_ERROR_FAILED, _ ("There is more in the database than can be imported at once, so nothing was"), error);
  return NULL;
}

/* Returns: (transfer full) (nullable): @sql's rows */
static JsonArray *
read_rows (QdForeignDb *self,
           GPtrArray   *columns,
           const char  *sql,
           GError     **error)
{
  g_autoptr(JsonArray) rows = json_array_new ();
  sqlite3_stmt *stmt = prepare (self, sql, error);
  JsonObject   *object = NULL;
  int           rc = SQLITE_ERROR;

  while (stmt != NULL && (rc = sqlite3_step (stmt)) == SQLITE_ROW && (object = read_row (self, columns, stmt, error)))
    json_array_add_object_element (rows, object);

  if (stmt != NULL && rc != SQLITE_ROW && rc != SQLITE_DONE)
    fail_at (self, sql, error);

  sqlite3_finalize (stmt);

  return rc == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * qd_foreign_db_read:
 * @type: of a table that the database has
 *
 * Checks the table first. Values are of the kinds of their columns; whether they
 * keep the rules of a record is for others to say.
 *
 * Returns: (transfer full) (nullable): an object for each row by id, of the id and the
 *   columns that are not empty, as qd_record_to_json() would give it
 */
JsonArray *
qd_foreign_db_read (QdForeignDb *self,
                    GType        type,
                    GError     **error)
{
  g_autoptr(GTypeClass) type_class = g_type_class_ref (type);
  QdRecordClass *klass = QD_RECORD_CLASS (type_class);
  g_autoptr(GPtrArray) columns = g_ptr_array_new ();
  g_autoptr(GString) sql = g_string_new ("SELECT id");

  self->table = klass->table;
  self->stage = QD_FOREIGN_CHECK;

  if (!check_table (self, klass->table, error) || !check_pages (self, klass->table, error))
    return NULL;

  self->stage = QD_FOREIGN_READ;

  for (guint i = 0; i < klass->n_columns; i++)
    {
      if (!qd_foreign_db_has (self, type, klass->columns[i].name))
        continue;

      g_ptr_array_add (columns, (gpointer)&klass->columns[i]);
      g_string_append_printf (sql, ", \"%s\"", klass->columns[i].name);
    }

  g_string_append_printf (sql, " FROM main.\"%s\" NOT INDEXED ORDER BY id", klass->table);

  return read_rows (self, columns, sql->str, error);
}
