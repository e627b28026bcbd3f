/* qd-history-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-history-query"

#include "qd-history-query.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-change-log.h"
#include "qd-history-lines-load.h"

#define DEFAULT_LIMIT 100

/* What is to be found out of one change for its line in the list */
typedef struct
{
  QdHistoryReader *reader;
  gint64           id;
  guint            n_changes;
  guint            rank;  /* of what it is most about */
  const char      *table; /* interned */
  gint64           record;
  GPtrArray       *lines;
} Gist;

void
qd_history_ask_free (QdHistoryAsk *ask)
{
  g_clear_pointer (&ask->types, g_array_unref);
  g_free (ask->text);
  g_free (ask);
}

/* An SQL function: whether the first text, made as the second already is, has that in it. */
static void
contains_func (sqlite3_context *context,
               int              n_values,
               sqlite3_value  **values)
{
  const char      *text = (const char *)sqlite3_value_text (values[0]);
  const char      *wanted = (const char *)sqlite3_value_text (values[1]);
  g_autofree char *folded = NULL;

  if (text == NULL || wanted == NULL)
    {
      sqlite3_result_int (context, 0);
      return;
    }

  if (g_str_is_ascii (text))
    {
      sqlite3_result_int (context, strcasestr (text, wanted) != NULL);
      return;
    }

  folded = g_utf8_casefold (text, -1);
  sqlite3_result_int (context, strstr (folded, wanted) != NULL);
}

/* By a text alone, all may have to be looked through. Their names and what they were called are
 * read from where nothing else is, which is a fraction of the whole. */
static const char *
build_text_sql (const QdHistoryQuery *query)
{
  g_autoptr(GString) days = g_string_new (NULL);
  g_autofree char *sql = NULL;

  if (query->from_day != QD_DAY_NONE)
    g_string_append (days, " AND c.time >= ?6");

  if (query->to_day != QD_DAY_NONE)
    g_string_append (days, " AND c.time < ?7");

  sql = g_strdup_printf ("SELECT id FROM (SELECT DISTINCT r.change AS id FROM local_change_row r"
                         " WHERE r.change < ?1 AND history_contains (r.title, ?8)%s%s%s ORDER BY r.change DESC LIMIT ?9)"
                         " UNION SELECT id FROM (SELECT c.id FROM local_change c WHERE c.id < ?1 AND c.label IN"
                         " (SELECT DISTINCT label FROM local_change WHERE history_contains (label, ?8))%s"
                         " ORDER BY c.id DESC LIMIT ?9) ORDER BY id DESC LIMIT ?9",
                         days->len > 0 ? " AND r.change IN (SELECT c.id FROM local_change c WHERE true" : "",
                         days->str,
                         days->len > 0 ? ")" : "",
                         days->str);

  return g_intern_string (sql);
}

static const char *
build_sql (const QdHistoryQuery *query)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  gboolean by_row = query->account != 0 || query->plan != 0 || query->record != 0;

  if (!by_row && query->text != NULL && *query->text != '\0')
    return build_text_sql (query);

  /* From what is fewest: the rows of one account, plan or record, else the changes. In the
   * order of an index either way, so that it ends as soon as enough are found. */
  if (by_row)
    g_string_append (sql, "SELECT DISTINCT r.change FROM local_change_row r CROSS JOIN local_change c ON c.id = r.change WHERE r.change < ?1");
  else
    g_string_append (sql, "SELECT c.id FROM local_change c WHERE c.id < ?1");

  if (query->record != 0)
    g_string_append (sql, " AND r.record = ?4");
  else if (query->account != 0)
    g_string_append (sql, " AND r.account = ?2 AND r.account <> 0");
  else if (query->plan != 0)
    g_string_append (sql, " AND r.plan = ?3 AND r.plan <> 0");

  if (query->record != 0 && query->account != 0)
    g_string_append (sql, " AND r.account = ?2");

  if (query->plan != 0 && (query->record != 0 || query->account != 0))
    g_string_append (sql, " AND r.plan = ?3");

  if (query->table != NULL && by_row)
    g_string_append (sql, " AND r.name = ?5");
  else if (query->table != NULL)
    g_string_append (sql, " AND EXISTS (SELECT 1 FROM local_change_row k WHERE k.change = c.id AND k.name = ?5)");

  if (query->from_day != QD_DAY_NONE)
    g_string_append (sql, " AND c.time >= ?6");

  if (query->to_day != QD_DAY_NONE)
    g_string_append (sql, " AND c.time < ?7");

  if (query->text != NULL && *query->text != '\0')
    g_string_append (sql,
                     " AND (history_contains (c.label, ?8) OR EXISTS (SELECT 1 FROM local_change_row t"
                     " WHERE t.change = c.id AND history_contains (t.title, ?8)))");

  g_string_append (sql, by_row ? " ORDER BY r.change DESC LIMIT ?9" : " ORDER BY c.id DESC LIMIT ?9");

  return g_intern_string (sql->str);
}

static GArray *
find_ids (QdDb         *db,
          QdHistoryAsk *ask,
          GError      **error)
{
  const QdHistoryQuery *query = &ask->query;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) local_error = NULL;
  g_autofree char *folded = query->text != NULL ? g_utf8_casefold (query->text, -1) : NULL;
  sqlite3_stmt    *stmt;

  sqlite3_create_function (qd_db_get_native (db),
                           "history_contains",
                           2,
                           SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                           NULL,
                           contains_func,
                           NULL,
                           NULL);

  if (!(stmt = qd_db_prepare (db, build_sql (query), error)))
    return NULL;

  sqlite3_bind_int64 (stmt, 1, query->before != 0 ? query->before : G_MAXINT64);
  sqlite3_bind_int64 (stmt, 2, query->account);
  sqlite3_bind_int64 (stmt, 3, query->plan);
  sqlite3_bind_int64 (stmt, 4, query->record);
  sqlite3_bind_text (stmt, 5, query->table, -1, SQLITE_STATIC);

  if (query->from_day != QD_DAY_NONE)
    sqlite3_bind_int64 (stmt, 6, qd_change_log_get_end (query->from_day - 1));

  if (query->to_day != QD_DAY_NONE)
    sqlite3_bind_int64 (stmt, 7, qd_change_log_get_end (query->to_day));

  sqlite3_bind_text (stmt, 8, folded, -1, SQLITE_STATIC);
  sqlite3_bind_int (stmt, 9, query->limit != 0 ? query->limit : DEFAULT_LIMIT);

  while (qd_db_next (db, stmt, &local_error))
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }

  if (local_error == NULL)
    return g_steal_pointer (&ids);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
weigh_cb (const QdChange *change,
          gpointer        user_data)
{
  Gist *gist = user_data;
  guint rank = qd_history_reader_get_rank (gist->reader, change->table);
  guint n_fields = 0;

  for (int i = 1; change->kind == SQLITE_UPDATE && i < change->n_columns; i++)
    n_fields += qd_change_get_value (change, i) != NULL;

  gist->n_changes += change->kind == SQLITE_UPDATE ? n_fields : 1;

  if (rank >= gist->rank)
    return;

  gist->rank = rank;
  gist->table = g_intern_string (change->table);
  gist->record = change->id;
}

static void
tell_cb (const QdChange *change,
         gpointer        user_data)
{
  Gist *gist = user_data;

  if (gist->lines->len == 0 && change->id == gist->record && g_intern_string (change->table) == gist->table)
    qd_history_reader_add_lines (gist->reader, change, gist->id, gist->lines);
}

static char *
dup_words (QdHistoryReader *reader,
           QdChanges       *changes,
           Gist            *gist,
           QdHistoryEntry  *entry)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *first = NULL;
  guint            n_more;

  gist->lines = lines;
  gist->rank = G_MAXUINT;
  qd_changes_foreach (changes, weigh_cb, gist);
  qd_changes_foreach (changes, tell_cb, gist);

  if (lines->len == 0)
    return g_strdup (_ ("Nothing in the end"));

  entry->first = g_object_ref (g_ptr_array_index (lines, 0));
  first = qd_history_line_dup_words (g_ptr_array_index (lines, 0));
  n_more = gist->n_changes - 1;

  if (n_more == 0)
    return g_steal_pointer (&first);

  /* Translators: what a change did, and how many more things it did */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), first, n_more);
}

/* Whether what @id did is no longer so: it was taken back, and that was not taken back in turn. */
static gboolean
is_reverted (QdDb  *db,
             gint64 id)
{
  gboolean reverted = FALSE;

  for (;;)
    {
      sqlite3_stmt *stmt = qd_db_prepare (
          db, "SELECT max (id) FROM local_change WHERE reverts = ? AND reverts <> 0", NULL);

      if (stmt == NULL)
        return reverted;

      sqlite3_bind_int64 (stmt, 1, id);

      if (!qd_db_next (db, stmt, NULL))
        return reverted;

      id = sqlite3_column_int64 (stmt, 0);
      sqlite3_reset (stmt);

      if (id == 0)
        return reverted;

      reverted = !reverted;
    }
}

static void
read_owner (QdDb           *db,
            const Gist     *gist,
            QdHistoryEntry *entry)
{
  sqlite3_stmt *stmt = qd_db_prepare (
      db, "SELECT account, plan FROM local_change_row WHERE change = ? AND name = ? AND record = ?", NULL);

  if (stmt == NULL)
    return;

  sqlite3_bind_int64 (stmt, 1, entry->id);
  sqlite3_bind_text (stmt, 2, gist->table, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 3, gist->record);

  if (!qd_db_next (db, stmt, NULL))
    return;

  entry->account = sqlite3_column_int64 (stmt, 0);
  entry->plan = sqlite3_column_int64 (stmt, 1);
  sqlite3_reset (stmt);
}

/* Returns: (transfer full) (nullable): %NULL without an error where it is gone by now */
static QdHistoryEntry *
load_entry (QdHistoryReader *reader,
            gint64           id,
            GError         **error)
{
  QdDb *db = reader->db;
  g_autoptr(QdHistoryEntry) entry = NULL;
  g_autoptr(QdChanges) changes = NULL;
  g_autoptr(GBytes) bytes = NULL;
  Gist          gist = { .reader = reader, .id = id };
  int           kind;
  sqlite3_stmt *stmt =
      qd_db_prepare (db, "SELECT time, kind, label, size, changes FROM local_change WHERE id = ?", error);

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, id);

  if (!qd_db_next (db, stmt, error))
    return NULL;

  bytes = qd_change_log_unpack (stmt, 3, NULL);

  entry = qd_history_entry_new ();
  entry->id = id;
  entry->time = sqlite3_column_int64 (stmt, 0);
  kind = sqlite3_column_int (stmt, 1);
  entry->merged = kind == QD_CHANGE_KIND_DAY;
  entry->kind = entry->merged ? QD_HISTORY_EDIT : (QdHistoryKind)kind;
  entry->label = g_strdup ((const char *)sqlite3_column_text (stmt, 2));
  sqlite3_reset (stmt);

  /* One that cannot be read is there all the same, and the others with it. */
  if (bytes == NULL)
    {
      entry->words = g_strdup (_ ("This change is damaged and cannot be read"));
      return g_steal_pointer (&entry);
    }

  changes = qd_changes_new (entry->label, bytes);
  entry->words = dup_words (reader, changes, &gist, entry);
  entry->n_changes = gist.n_changes;
  entry->reverted = is_reverted (db, id);

  if (gist.table != NULL)
    read_owner (db, &gist, entry);

  return g_steal_pointer (&entry);
}

/* Returns: (transfer full) (element-type QdHistoryEntry): newest first */
gpointer
qd_history_find_func (QdDb    *db,
                      gpointer ask,
                      GError **error)
{
  QdHistoryAsk *self = ask;
  g_autoptr(QdHistoryReader) reader = qd_history_reader_new (db, self->types, error);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) ids = NULL;

  if (reader == NULL || !(ids = find_ids (db, self, error)))
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(GError) local_error = NULL;
      QdHistoryEntry *entry = load_entry (reader, g_array_index (ids, gint64, i), &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}

static void
add_lines_cb (const QdChange *change,
              gpointer        user_data)
{
  Gist *gist = user_data;

  qd_history_reader_add_lines (gist->reader, change, gist->id, gist->lines);
}

/* Returns: (transfer full) (element-type QdHistoryLine): as they were recorded */
gpointer
qd_history_lines_func (QdDb    *db,
                       gpointer ask,
                       GError **error)
{
  QdHistoryAsk *self = ask;
  g_autoptr(QdHistoryReader) reader = qd_history_reader_new (db, self->types, error);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(QdChanges) changes = NULL;
  Gist gist = { .reader = reader, .id = self->entry, .lines = lines };

  if (reader == NULL || !(changes = qd_change_log_read (db, self->entry, error)))
    return NULL;

  qd_changes_foreach (changes, add_lines_cb, &gist);

  return g_steal_pointer (&lines);
}

/* Returns: (transfer full): an int */
gpointer
qd_history_first_day_func (QdDb    *db,
                           gpointer ask,
                           GError **error)
{
  gint64 time;
  int   *day;

  if (!qd_db_get_int64 (db, "SELECT time FROM local_change_log", &time, error))
    return NULL;

  day = g_new (int, 1);
  *day = qd_day_from_instant (time);

  return day;
}

/* Returns: (transfer full): a gint64 */
gpointer
qd_history_size_func (QdDb    *db,
                      gpointer ask,
                      GError **error)
{
  gint64 size;

  if (!qd_db_get_int64 (db, "SELECT bytes FROM local_change_log", &size, error))
    return NULL;

  return g_memdup2 (&size, sizeof size);
}

typedef struct
{
  char          *path;
  QdReadFunc     func;
  QdHistoryAsk  *ask;
  GDestroyNotify result_free;
} Run;

static void
run_free (Run *run)
{
  g_free (run->path);
  qd_history_ask_free (run->ask);
  g_free (run);
}

static void
run_thread (GTask        *task,
            gpointer      object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Run *run = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdDb) db = qd_db_open_reader (run->path, &error);
  gpointer result = NULL;

  if (db != NULL)
    {
      qd_db_heed (db, cancellable);
      result = run->func (db, run->ask, &error);
    }

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, result, run->result_free);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Run     *run = g_task_get_task_data (task);
  gpointer found = qd_store_read_finish (QD_STORE (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, found, run->result_free);
}

/**
 * qd_history_run:
 * @ask: (transfer full): what @func is handed
 * @task: (transfer full): to be told the result
 *
 * Reads beside the store's thread, on a connection of its own, because it may take long.
 * It sees all that was committed before.
 */
void
qd_history_run (QdStore       *store,
                QdReadFunc     func,
                QdHistoryAsk  *ask,
                GDestroyNotify result_free,
                GTask         *task)
{
  Run *run = g_new0 (Run, 1);

  run->path = g_strdup (qd_store_get_path (store));
  run->func = func;
  run->ask = ask;
  run->result_free = result_free;
  g_task_set_task_data (task, run, (GDestroyNotify)run_free);

  /* What is in memory has one connection alone. */
  if (g_str_equal (run->path, ":memory:"))
    {
      qd_store_read_async (store, func, ask, NULL, result_free, g_task_get_cancellable (task), read_cb, task);
      return;
    }

  g_task_run_in_thread (task, run_thread);
  g_object_unref (task);
}
