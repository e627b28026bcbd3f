/* qd-reference-index-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-index-query"

#include "qd-reference-index-query.h"

#include "qd-db.h"
#include "qd-reference-words.h"

/* The words are folded by us, as the typed ones are: SQLite is not to fold them otherwise.
 * tags begins and ends each tag with a line feed. version says which entries are in it. */
static const char create_sql[] =
    "CREATE TEMP TABLE IF NOT EXISTS reference_row (id INTEGER PRIMARY KEY, category INTEGER, tags TEXT);"
    "CREATE TEMP TABLE IF NOT EXISTS reference_version (version INTEGER);"
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.reference_search USING fts5 ("
    " title, aliases, tags, body, content = '', contentless_delete = 1,"
    " tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3')";

struct _QdReferenceIndex
{
  GHashTable            *indexed; /* of QdReferenceIndexed by the serial of the entry */
  QdReferenceVocabulary *vocabulary;
};

static void
indexed_free (QdReferenceIndexed *indexed)
{
  g_object_unref (indexed->entry);
  g_free (indexed->title);
  g_free (indexed->title_meant);
  g_strfreev (indexed->aliases);
  g_strfreev (indexed->aliases_meant);
  g_free (indexed);
}

QdReferenceIndex *
qd_reference_index_new (void)
{
  QdReferenceIndex *self = g_atomic_rc_box_new0 (QdReferenceIndex);

  self->indexed = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)indexed_free);
  self->vocabulary = qd_reference_vocabulary_new ();

  return self;
}

QdReferenceIndex *
qd_reference_index_ref (QdReferenceIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (QdReferenceIndex *self)
{
  g_hash_table_unref (self->indexed);
  qd_reference_vocabulary_free (self->vocabulary);
}

void
qd_reference_index_unref (QdReferenceIndex *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear);
}

/* Returns: (transfer none) (nullable) */
QdReferenceIndexed *
qd_reference_index_lookup (QdReferenceIndex *self,
                           gint64            serial)
{
  return g_hash_table_lookup (self->indexed, &serial);
}

/* Returns: (transfer none): the words of the entries, and of some that there were */
QdReferenceVocabulary *
qd_reference_index_get_vocabulary (QdReferenceIndex *self)
{
  return self->vocabulary;
}

static void
learn (QdReferenceIndex *self,
       const char       *words)
{
  g_auto(GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        qd_reference_vocabulary_add (self->vocabulary, parts[i]);
    }
}

static char *
join_all (char **texts)
{
  g_autofree char *all = texts != NULL ? g_strjoinv (" ", texts) : g_strdup ("");

  return qd_reference_words_join (all);
}

/* What it says, and what a person noted of it */
static char *
join_body (QdReferenceEntry *entry)
{
  g_autofree char *plain = qd_reference_words_dup_plain (entry->body != NULL ? entry->body : "");
  g_autofree char *all = g_strjoin ("\n",
                                    plain,
                                    entry->workaround != NULL ? entry->workaround : "",
                                    entry->notes != NULL ? entry->notes : "",
                                    NULL);

  return qd_reference_words_join (all);
}

static gboolean
insert_row (QdDb             *db,
            QdReferenceEntry *entry,
            GError          **error)
{
  sqlite3_stmt    *stmt = qd_db_prepare (db, "INSERT INTO temp.reference_row VALUES (?, ?, ?)", error);
  g_autofree char *tags = entry->tags != NULL ? g_strjoinv ("\n", entry->tags) : g_strdup ("");
  g_autofree char *lines = g_strdup_printf ("\n%s\n", tags);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, entry->serial);
  sqlite3_bind_int (stmt, 2, entry->category);
  sqlite3_bind_text (stmt, 3, lines, -1, SQLITE_TRANSIENT);

  return qd_db_run (db, stmt, error);
}

static gboolean
insert_words (QdDb                     *db,
              const QdReferenceIndexed *indexed,
              const char               *body,
              GError                  **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (
      db, "INSERT INTO temp.reference_search (rowid, title, aliases, tags, body) VALUES (?, ?, ?, ?, ?)", error);
  g_autofree char *aliases = g_strjoinv (" ", indexed->aliases);
  g_autofree char *tags = join_all (indexed->entry->tags);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, indexed->entry->serial);
  sqlite3_bind_text (stmt, 2, indexed->title, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 3, aliases, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 4, tags, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 5, body, -1, SQLITE_TRANSIENT);

  return qd_db_run (db, stmt, error);
}

static char *
join_meant (const char *text)
{
  g_auto(GStrv) words = qd_reference_words_pick (text);

  return g_strjoinv (" ", words);
}

static QdReferenceIndexed *
prepare (QdReferenceEntry *entry)
{
  QdReferenceIndexed *indexed = g_new0 (QdReferenceIndexed, 1);
  guint               n_aliases = entry->aliases != NULL ? g_strv_length (entry->aliases) : 0;

  indexed->entry = g_object_ref (entry);
  indexed->title = qd_reference_words_join (entry->title);
  indexed->title_meant = join_meant (entry->title);
  indexed->aliases = g_new0 (char *, n_aliases + 1);
  indexed->aliases_meant = g_new0 (char *, n_aliases + 1);

  for (guint i = 0; i < n_aliases; i++)
    {
      indexed->aliases[i] = qd_reference_words_join (entry->aliases[i]);
      indexed->aliases_meant[i] = join_meant (entry->aliases[i]);
    }

  return indexed;
}

/* @is_there: whether the table has it already, by another index of the same store */
static gboolean
take_in (QdReferenceIndex *self,
         QdDb             *db,
         QdReferenceEntry *entry,
         gboolean          is_there,
         GError          **error)
{
  QdReferenceIndexed *indexed = qd_reference_index_lookup (self, entry->serial);
  g_autofree char    *body = NULL;

  if (indexed != NULL && is_there)
    return TRUE;

  body = join_body (entry);

  if (indexed == NULL)
    {
      indexed = prepare (entry);
      g_hash_table_insert (self->indexed, &entry->serial, indexed);
      learn (self, indexed->title);
      learn (self, body);

      for (guint i = 0; indexed->aliases[i] != NULL; i++)
        learn (self, indexed->aliases[i]);

      for (guint i = 0; entry->tags != NULL && entry->tags[i] != NULL; i++)
        {
          g_autofree char *tag = qd_reference_words_join (entry->tags[i]);

          learn (self, tag);
        }
    }

  return is_there || (insert_row (db, entry, error) && insert_words (db, indexed, body, error));
}

/* Returns: (transfer full) (nullable): the serials of what is in the table */
static GHashTable *
list_rows (QdDb    *db,
           GError **error)
{
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db, "SELECT id FROM temp.reference_row", error);

  if (stmt == NULL)
    return NULL;

  while (qd_db_next (db, stmt, &local_error))
    {
      gint64 *serial = g_new (gint64, 1);

      *serial = sqlite3_column_int64 (stmt, 0);
      g_hash_table_add (rows, serial);
    }

  if (local_error == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
remove_row (QdReferenceIndex *self,
            QdDb             *db,
            gint64            serial,
            GError          **error)
{
  static const char *const sqls[] = { "DELETE FROM temp.reference_row WHERE id = ?",
                                      "DELETE FROM temp.reference_search WHERE rowid = ?" };

  for (gsize i = 0; i < G_N_ELEMENTS (sqls); i++)
    {
      sqlite3_stmt *stmt = qd_db_prepare (db, sqls[i], error);

      if (stmt == NULL)
        return FALSE;

      sqlite3_bind_int64 (stmt, 1, serial);

      if (!qd_db_run (db, stmt, error))
        return FALSE;
    }

  g_hash_table_remove (self->indexed, &serial);

  return TRUE;
}

static gboolean
store_version (QdDb    *db,
               gint64   version,
               GError **error)
{
  sqlite3_stmt *stmt;

  if (!qd_db_exec (db, "DELETE FROM temp.reference_version", error) ||
      !(stmt = qd_db_prepare (db, "INSERT INTO temp.reference_version VALUES (?)", error)))
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, version);

  return qd_db_run (db, stmt, error);
}

static gboolean
follow_entries (QdReferenceIndex *self,
                QdDb             *db,
                GPtrArray        *entries,
                gint64            version,
                GError          **error)
{
  g_autoptr(GHashTable) rows = list_rows (db, error);
  GHashTableIter iter;
  gpointer       serial;

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      QdReferenceEntry *entry = g_ptr_array_index (entries, i);

      if (!take_in (self, db, entry, g_hash_table_remove (rows, &entry->serial), error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, rows);

  while (g_hash_table_iter_next (&iter, &serial, NULL))
    {
      if (!remove_row (self, db, *(gint64 *)serial, error))
        return FALSE;
    }

  return store_version (db, version, error);
}

/**
 * qd_reference_index_update:
 * @entries: (element-type QdReferenceEntry): what is to be found
 * @version: of the entries
 *
 * Makes the index say what the entries do; does nothing where it does. Not to be called in a
 * transaction.
 */
gboolean
qd_reference_index_update (QdReferenceIndex *self,
                           QdDb             *db,
                           GPtrArray        *entries,
                           gint64            version,
                           GError          **error)
{
  gint64 indexed = 0;

  if (!qd_db_exec (db, create_sql, error) ||
      !qd_db_get_int64 (db, "SELECT coalesce (max (version), 0) FROM temp.reference_version", &indexed, error))
    return FALSE;

  if (indexed == version)
    return TRUE;

  if (!qd_db_exec (db, "BEGIN", error))
    return FALSE;

  if (follow_entries (self, db, entries, version, error) && qd_db_exec (db, "COMMIT", error))
    return TRUE;

  qd_db_settle (db);
  qd_db_roll_back (db);

  return FALSE;
}
