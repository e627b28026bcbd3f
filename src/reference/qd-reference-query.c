/* qd-reference-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-query"

#include "qd-reference-query.h"

#include <string.h>

#include "qd-db.h"
#include "qd-reference-index-query.h"
#include "qd-reference-wanted.h"

/* Among so many the best are looked for by what is said below, beyond them by bm25 alone. */
#define MAX_CANDIDATES 100

/* With so many that have the words in what they are called, nobody misses those that have them
 * in their text, which are many then, and take long to look at. */
#define ENOUGH_BY_NAME 30

/* With fewer than this, entries that have only some of the words are added. */
#define ENOUGH 3

/* Nearly every entry has a word that begins with one or two letters: titles only, then. */
#define LONG_ENOUGH 3

/* What the words of a title or of an alias count, beside the 1 of a word in the text */
#define FIND_SQL(order)                                                                          \
  "SELECT r.id, " order                                                                          \
  " FROM temp.reference_search CROSS JOIN temp.reference_row r ON r.id = reference_search.rowid" \
  " WHERE reference_search MATCH ?1 AND (?2 < 0 OR r.category = ?2)"                             \
  " AND (?3 IS NULL OR instr (r.tags, ?3) > 0)"                                                  \
  " ORDER BY 2 LIMIT 100"

static const char ranked_sql[] = FIND_SQL ("bm25 (reference_search, 10.0, 6.0, 3.0, 1.0)");
static const char plain_sql[] = FIND_SQL ("r.id");

typedef struct
{
  char             *text;
  int               category;
  char             *tag; /* (nullable): between two line feeds */
  guint             limit;
  GPtrArray        *entries;
  gint64            version;
  QdReferenceIndex *index;
} Query;

typedef struct
{
  const QdReferenceIndexed *indexed;
  double                    score;
  gboolean                  has_all; /* of the words */
} Candidate;

static void
query_free (Query *query)
{
  g_free (query->text);
  g_free (query->tag);
  g_ptr_array_unref (query->entries);
  qd_reference_index_unref (query->index);
  g_free (query);
}

static void
hit_free (QdReferenceHit *hit)
{
  g_object_unref (hit->entry);
  g_free (hit->passage);
  g_free (hit);
}

void
qd_reference_result_free (QdReferenceResult *self)
{
  g_ptr_array_unref (self->hits);
  g_strfreev (self->terms);
  g_free (self);
}

static QdReferenceResult *
result_new (void)
{
  QdReferenceResult *self = g_new0 (QdReferenceResult, 1);

  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify)hit_free);
  self->terms = g_new0 (char *, 1);

  return self;
}

static void
add_hit (QdReferenceResult *result,
         QdReferenceEntry  *entry)
{
  QdReferenceHit *hit = g_new0 (QdReferenceHit, 1);

  hit->entry = g_object_ref (entry);
  g_ptr_array_add (result->hits, hit);
}

static gboolean
is_short (const char *word)
{
  return g_utf8_strlen (word, -1) < LONG_ENOUGH;
}

/* Each word as quoted beginnings: the words are letters and digits alone, so that nothing a
 * person types is a part of the query language.
 * @between: “AND” or “OR”
 * @by_name: not in what the entries say */
static char *
build_match (const QdReferenceWanted *wanted,
             const char              *between,
             gboolean                 by_name)
{
  g_autoptr(GString) match = g_string_new (by_name ? "{title aliases tags} : (" : "(");

  for (guint i = 0; wanted->options[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_printf (match, " %s ", between);

      g_string_append (match, is_short (wanted->words[i]) ? "{title aliases} : (" : "(");

      for (guint j = 0; wanted->options[i][j] != NULL; j++)
        g_string_append_printf (match, "%s\"%s\"*", j > 0 ? " OR " : "", wanted->options[i][j]);

      g_string_append_c (match, ')');
    }

  g_string_append_c (match, ')');

  return g_string_free (g_steal_pointer (&match), FALSE);
}

/* Where no word is long enough to tell entries apart, looking at each would take long, and its
 * rank would say nothing. */
static const char *
choose_sql (const QdReferenceWanted *wanted)
{
  for (guint i = 0; wanted->words[i] != NULL; i++)
    {
      if (!is_short (wanted->words[i]))
        return ranked_sql;
    }

  return plain_sql;
}

static gboolean
has_candidate (GArray                   *candidates,
               const QdReferenceIndexed *indexed)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      if (g_array_index (candidates, Candidate, i).indexed == indexed)
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_candidates (QdDb                    *db,
                 const Query             *query,
                 const QdReferenceWanted *wanted,
                 gboolean                 has_all,
                 gboolean                 by_name,
                 GArray                  *candidates,
                 GError                 **error)
{
  const char      *sql = choose_sql (wanted);
  g_autofree char *match = build_match (wanted, has_all ? "AND" : "OR", by_name);
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt = qd_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int (stmt, 2, query->category);

  if (query->tag != NULL)
    sqlite3_bind_text (stmt, 3, query->tag, -1, SQLITE_STATIC);

  while (qd_db_next (db, stmt, &local_error))
    {
      Candidate candidate = { qd_reference_index_lookup (query->index, sqlite3_column_int64 (stmt, 0)), 0, has_all };

      /* The better, the further below 0 */
      if (sql == ranked_sql)
        candidate.score = -sqlite3_column_double (stmt, 1);

      if (candidate.indexed != NULL && !has_candidate (candidates, candidate.indexed))
        g_array_append_val (candidates, candidate);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What people call a thing counts more than how often the words stand in its text. */
static double
score (const QdReferenceIndexed *indexed,
       const QdReferenceWanted  *wanted)
{
  double best = 0;
  guint  n_whole = 0;

  for (guint i = 0; indexed->aliases[i] != NULL; i++)
    {
      best = MAX (best, qd_reference_wanted_compare (wanted, indexed->aliases[i], indexed->aliases_meant[i]));
      n_whole = MAX (n_whole, qd_reference_wanted_count (wanted, indexed->aliases[i]));
    }

  return 40 * qd_reference_wanted_compare (wanted, indexed->title, indexed->title_meant) + 35 * best +
         4 * qd_reference_wanted_count (wanted, indexed->title) + 2 * n_whole;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->has_all != second->has_all)
    return first->has_all ? -1 : 1;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return strcmp (first->indexed->title, second->indexed->title);
}

static void
add_passages (QdReferenceResult *result)
{
  for (guint i = 0; i < result->hits->len; i++)
    {
      QdReferenceHit  *hit = g_ptr_array_index (result->hits, i);
      g_autofree char *plain = qd_reference_words_dup_plain (hit->entry->body != NULL ? hit->entry->body : "");

      hit->passage = qd_reference_words_dup_passage (plain, (const char *const *)result->terms);
    }
}

/* What has all words, or, where that is hardly anything, some of them, or others like them */
static gboolean
gather_candidates (QdDb              *db,
                   const Query       *query,
                   QdReferenceWanted *wanted,
                   GArray            *candidates,
                   GError           **error)
{
  if (!find_candidates (db, query, wanted, TRUE, TRUE, candidates, error))
    return FALSE;

  if (candidates->len >= ENOUGH_BY_NAME)
    return TRUE;

  g_array_set_size (candidates, 0);

  if (!find_candidates (db, query, wanted, TRUE, FALSE, candidates, error))
    return FALSE;

  if (candidates->len >= ENOUGH)
    return TRUE;

  qd_reference_wanted_correct (wanted, qd_reference_index_get_vocabulary (query->index), TRUE);

  return find_candidates (db, query, wanted, FALSE, TRUE, candidates, error) &&
         (candidates->len >= ENOUGH || find_candidates (db, query, wanted, FALSE, FALSE, candidates, error));
}

static gboolean
find_words (QdDb              *db,
            const Query       *query,
            QdReferenceWanted *wanted,
            QdReferenceResult *result,
            GError           **error)
{
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  result->corrected = qd_reference_wanted_correct (wanted, qd_reference_index_get_vocabulary (query->index), FALSE);

  if (!gather_candidates (db, query, wanted, candidates, error))
    return FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      candidate->score += score (candidate->indexed, wanted);
    }

  g_array_sort (candidates, compare_candidates);

  for (guint i = 0; i < MIN (candidates->len, query->limit); i++)
    add_hit (result, g_array_index (candidates, Candidate, i).indexed->entry);

  g_strfreev (result->terms);
  result->terms = qd_reference_wanted_dup_terms (wanted);
  add_passages (result);

  return TRUE;
}

static gboolean
is_wanted (const Query      *query,
           QdReferenceEntry *entry)
{
  g_autofree char *tag = query->tag != NULL ? g_strndup (query->tag + 1, strlen (query->tag) - 2) : NULL;

  return (query->category < 0 || entry->category == query->category) &&
         (tag == NULL || qd_reference_entry_has_tag (entry, tag));
}

/* A QdReadFunc. The index is nobody's data: making it is no edit. */
static gpointer
search_func (QdDb    *db,
             gpointer data,
             GError **error)
{
  Query *query = data;
  g_autoptr(QdReferenceResult) result = result_new ();
  QdReferenceWanted wanted;
  gboolean          found;

  if (!qd_reference_index_update (query->index, db, query->entries, query->version, error))
    return NULL;

  qd_reference_wanted_init (&wanted, query->text);

  if (wanted.words[0] != NULL)
    {
      found = find_words (db, query, &wanted, result, error);
      qd_reference_wanted_clear (&wanted);
      return found ? g_steal_pointer (&result) : NULL;
    }

  qd_reference_wanted_clear (&wanted);

  for (guint i = 0; i < query->entries->len && result->hits->len < query->limit; i++)
    {
      if (is_wanted (query, g_ptr_array_index (query->entries, i)))
        add_hit (result, g_ptr_array_index (query->entries, i));
    }

  return g_steal_pointer (&result);
}

/* Returns: (transfer full): that of @self, which it keeps as long as it is there */
static QdReferenceIndex *
ref_index (QdReference *self)
{
  static GQuark     quark;
  QdReferenceIndex *index;

  if (quark == 0)
    quark = g_quark_from_static_string ("qd-reference-index");

  index = g_object_get_qdata (G_OBJECT (self), quark);

  if (index == NULL)
    {
      index = qd_reference_index_new ();
      g_object_set_qdata_full (G_OBJECT (self), quark, index, (GDestroyNotify)qd_reference_index_unref);
    }

  return qd_reference_index_ref (index);
}

/**
 * qd_reference_search_async:
 * @self: one of a portfolio
 * @text: what a person typed, perhaps as a question: of the words that mean something each must
 *   begin a word of what is found, whatever their case and accents; where hardly anything has
 *   all, what has some of them comes after it. Without a word, everything is found
 * @category: #QdReferenceCategory, or %QD_ENUM_NONE for any
 * @tag: (nullable): that the entries must have
 * @limit: the greatest number of hits
 */
void
qd_reference_search_async (QdReference        *self,
                           const char         *text,
                           int                 category,
                           const char         *tag,
                           guint               limit,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  Query *query;

  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);
  g_return_if_fail (text != NULL);

  query = g_new0 (Query, 1);
  query->text = g_strdup (text);
  query->category = category;
  query->tag = tag != NULL ? g_strdup_printf ("\n%s\n", tag) : NULL;
  query->limit = limit;
  query->entries = qd_reference_ref_entries (self, &query->version);
  query->index = ref_index (self);
  qd_store_read_async (qd_portfolio_get_store (qd_reference_get_portfolio (self)),
                       search_func,
                       query,
                       (GDestroyNotify)query_free,
                       (GDestroyNotify)qd_reference_result_free,
                       cancellable,
                       callback,
                       user_data);
}

/* Returns: (transfer full) (nullable) */
QdReferenceResult *
qd_reference_search_finish (QdReference  *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);

  return qd_store_read_finish (qd_portfolio_get_store (qd_reference_get_portfolio (self)), result, error);
}

/* A QdReadFunc. Returns: the keys, the last one opened first */
static gpointer
recent_func (QdDb    *db,
             gpointer data,
             GError **error)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *stmt =
      qd_db_prepare (db, "SELECT key FROM local_reference_recent ORDER BY opened DESC, id DESC LIMIT ?", error);

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, GPOINTER_TO_UINT (data));

  while (qd_db_next (db, stmt, &local_error))
    g_ptr_array_add (keys, g_strdup ((const char *)sqlite3_column_text (stmt, 0)));

  if (local_error == NULL)
    return g_steal_pointer (&keys);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* See qd_reference_note_opened_async() */
void
qd_reference_list_recent_async (QdReference        *self,
                                guint               limit,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (QD_IS_REFERENCE (self) && qd_reference_get_portfolio (self) != NULL);

  qd_store_read_async (qd_portfolio_get_store (qd_reference_get_portfolio (self)),
                       recent_func,
                       GUINT_TO_POINTER (limit),
                       NULL,
                       (GDestroyNotify)g_ptr_array_unref,
                       NULL,
                       callback,
                       user_data);
}

/* Returns: (transfer full) (nullable) (element-type QdReferenceEntry): the last one opened first */
GPtrArray *
qd_reference_list_recent_finish (QdReference  *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_autoptr(GPtrArray) keys = NULL;
  GPtrArray *entries;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);

  keys = qd_store_read_finish (qd_portfolio_get_store (qd_reference_get_portfolio (self)), result, error);

  if (keys == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < keys->len; i++)
    {
      QdReferenceEntry *entry = qd_reference_lookup (self, g_ptr_array_index (keys, i));

      if (entry != NULL)
        g_ptr_array_add (entries, g_object_ref (entry));
    }

  return entries;
}
