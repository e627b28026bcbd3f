/* qd-search-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-search-query"

#include "qd-search-query.h"

#include <glib/gi18n.h>

#include "qd-db.h"
#include "qd-search-index.h"

/* Words beyond these narrow nothing down that a person could want. */
#define MAX_WORDS 8
#define MAX_WORD_LENGTH 64

/* An entry's id begins with the digit of its kind; see the schema. */
#define FIRST_ID(digit) ((digit) * G_GINT64_CONSTANT (1000000000000))

static const struct
{
  const char *label;
  int         digit;
  const char *owners_sql; /* the account and the plan of a record */
} kinds[QD_SEARCH_N_KINDS] = {
  [QD_SEARCH_ACCOUNT] = { N_ ("Account"), 7, "SELECT id, 0 FROM account WHERE id = ?" },
  [QD_SEARCH_CONTACT] = { N_ ("Contact"), 6, "SELECT account, 0 FROM contact WHERE id = ?" },
  [QD_SEARCH_PLAN] = { N_ ("Plan"), 5, "SELECT account, id FROM plan WHERE id = ?" },
  [QD_SEARCH_OBJECTIVE] = { N_ ("Objective"),
                            4,
                            "SELECT p.account, p.id FROM objective r JOIN plan p ON p.id = r.plan WHERE r.id = ?" },
  [QD_SEARCH_TASK] = { N_ ("Task"),
                       3,
                       "SELECT p.account, p.id FROM task r JOIN plan p ON p.id = r.plan WHERE r.id = ?" },
  [QD_SEARCH_FOLLOW_UP] = { N_ ("Follow-up"), 2, "SELECT account, 0 FROM follow_up WHERE id = ?" },
  [QD_SEARCH_ACTIVITY] = { N_ ("Activity"), 1, "SELECT account, 0 FROM activity WHERE id = ?" },
};

typedef struct
{
  char *text;
  guint limit;
} Query;

static void
query_free (Query *query)
{
  g_free (query->text);
  g_free (query);
}

const char *
qd_search_kind_get_label (QdSearchKind kind)
{
  return _ (kinds[kind].label);
}

void
qd_search_hit_free (QdSearchHit *hit)
{
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}

static gboolean
has_letter (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      if (g_unichar_isalnum (g_utf8_get_char (word)))
        return TRUE;
    }

  return FALSE;
}

/* Each word as a quoted prefix, so that nothing a person types is a part of the
 * query language. Returns: (nullable): %NULL where there is nothing to look for */
static char *
build_match (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto(GStrv) words = g_strsplit_set (valid, " \t\r\n", -1);
  g_autoptr(GString) match = g_string_new (NULL);
  int n_words = 0;

  for (char **word = words; *word != NULL && n_words < MAX_WORDS; word++)
    {
      g_autofree char *cut = g_utf8_substring (*word, 0, MIN (g_utf8_strlen (*word, -1), MAX_WORD_LENGTH));
      g_auto(GStrv) parts = NULL;
      g_autofree char *quoted = NULL;

      if (!has_letter (cut))
        continue;

      parts = g_strsplit (cut, "\"", -1);
      quoted = g_strjoinv ("\"\"", parts);
      g_string_append_printf (match, "%s\"%s\"*", n_words > 0 ? " " : "", quoted);
      n_words++;
    }

  return n_words > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

static gboolean
find_owners (QdDb        *db,
             QdSearchHit *hit,
             GError     **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (db, kinds[hit->kind].owners_sql, error);
  g_autoptr(GError) local_error = NULL;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, hit->id);

  if (qd_db_next (db, stmt, &local_error))
    {
      hit->account = sqlite3_column_int64 (stmt, 0);
      hit->plan = sqlite3_column_int64 (stmt, 1);
      sqlite3_reset (stmt);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
is_found (GPtrArray   *hits,
          QdSearchKind kind,
          gint64       id)
{
  for (guint i = 0; i < hits->len; i++)
    {
      QdSearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->kind == kind && hit->id == id)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_on_one_line (const char *text)
{
  g_autofree char *line = g_strdup (text != NULL ? text : "");

  for (char *c = line; *c != '\0'; c++)
    {
      if (g_ascii_iscntrl (*c))
        *c = ' ';
    }

  return g_strdup (g_strstrip (line));
}

/* The kind whose entries have ids such as @entry */
static QdSearchKind
find_kind (gint64 entry)
{
  QdSearchKind kind = 0;

  while (kind < QD_SEARCH_N_KINDS - 1 && entry / FIRST_ID (1) != kinds[kind].digit)
    kind++;

  return kind;
}

static gboolean
add_hit (QdDb         *db,
         sqlite3_stmt *stmt,
         QdSearchKind  kind,
         GPtrArray    *hits,
         GError      **error)
{
  gint64       id = sqlite3_column_int64 (stmt, 1);
  QdSearchHit *hit;

  if (is_found (hits, kind, id))
    return TRUE;

  hit = g_new0 (QdSearchHit, 1);
  hit->kind = kind;
  hit->id = id;
  hit->title = g_strdup ((const char *)sqlite3_column_text (stmt, 2));
  hit->snippet = dup_on_one_line ((const char *)sqlite3_column_text (stmt, 3));
  g_ptr_array_add (hits, hit);

  return find_owners (db, hit, error);
}

/* Adds what matches among the entries before @end, until a kind has its share:
 * then @end is set to where the next kind begins, else to 0. The index gives
 * the entries in this order, so what does not come in is never looked at. */
static gboolean
find_before (QdDb       *db,
             const char *match,
             guint       share,
             gint64     *end,
             GPtrArray  *hits,
             GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db,
                                      "SELECT s.id, s.record, search.title, snippet (search, 1, '', '', '…', 12)"
                                      " FROM search CROSS JOIN local_search s ON s.id = search.rowid"
                                      " WHERE search MATCH ? AND search.rowid < ? ORDER BY search.rowid DESC",
                                      error);
  guint         n_found = 0;
  QdSearchKind  last = QD_SEARCH_N_KINDS;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 2, *end);
  *end = 0;

  while (qd_db_next (db, stmt, &local_error))
    {
      QdSearchKind kind = find_kind (sqlite3_column_int64 (stmt, 0));

      n_found = kind == last ? n_found + 1 : 1;
      last = kind;

      if (n_found > share)
        {
          *end = FIRST_ID (kinds[kind].digit);
          sqlite3_reset (stmt);
          return TRUE;
        }

      if (!add_hit (db, stmt, kind, hits, error))
        return FALSE;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A QdReadFunc. What has the words in its title comes first; of no kind there is
 * so much that others find no place. */
static gpointer
search_func (QdDb    *db,
             gpointer data,
             GError **error)
{
  Query *query = data;
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_search_hit_free);
  g_autofree char *anywhere = build_match (query->text);
  g_autofree char *in_title = NULL;
  guint            share = MAX (5, query->limit / 3);

  if (anywhere == NULL)
    return g_steal_pointer (&hits);

  in_title = g_strdup_printf ("{title} : (%s)", anywhere);

  for (int round = 0; round < 2; round++)
    {
      gint64 end = FIRST_ID (kinds[QD_SEARCH_ACCOUNT].digit + 1);

      while (end > 0)
        {
          if (!find_before (db, round == 0 ? in_title : anywhere, share, &end, hits, error))
            return NULL;
        }
    }

  if (hits->len > query->limit)
    g_ptr_array_set_size (hits, (int)query->limit);

  return g_steal_pointer (&hits);
}

/**
 * qd_search_async:
 * @text: what a person typed: words of which each must begin some word of what
 *   is found, whatever their case and accents
 * @limit: the greatest number of hits
 *
 * Finds records by what is written in them.
 */
void
qd_search_async (QdStore            *store,
                 const char         *text,
                 guint               limit,
                 GCancellable       *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  Query *query;

  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (text != NULL);

  query = g_new0 (Query, 1);
  query->text = g_strdup (text);
  query->limit = limit;
  qd_store_read_async (store,
                       search_func,
                       query,
                       (GDestroyNotify)query_free,
                       (GDestroyNotify)g_ptr_array_unref,
                       cancellable,
                       callback,
                       user_data);
}

/**
 * qd_search_finish:
 *
 * Returns: (transfer full) (nullable): an array of #QdSearchHit, the best first
 */
GPtrArray *
qd_search_finish (QdStore      *store,
                  GAsyncResult *result,
                  GError      **error)
{
  return qd_store_read_finish (store, result, error);
}

/* A QdReadFunc: what it writes is not the person's, and nothing to undo */
static gpointer
rebuild_func (QdDb    *db,
              gpointer data,
              GError **error)
{
  return qd_search_index_rebuild (db, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

/**
 * qd_search_rebuild_async:
 *
 * Makes the index anew. One that is found damaged is made anew by itself; this
 * is for one that was found not to say what the records say.
 */
void
qd_search_rebuild_async (QdStore            *store,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  qd_store_read_async (store, rebuild_func, NULL, NULL, NULL, NULL, callback, user_data);
}

gboolean
qd_search_rebuild_finish (QdStore      *store,
                          GAsyncResult *result,
                          GError      **error)
{
  return qd_store_read_finish (store, result, error) != NULL;
}
