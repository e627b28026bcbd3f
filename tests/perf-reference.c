/* perf-reference.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-bench.h"
#include "qd-test-reference.h"

/* What an answer costs while a person types, among 5,000 entries: each beginning of 200 queries,
 * from the first letter on, beside looking at the titles and texts of all entries for the same
 * letters, one after the other, by SQLite. A frame is 16 ms. */

#define N_ENTRIES 5000
#define N_QUERIES 200
#define N_WORDS 60
#define QUERY_LENGTH 20

typedef struct
{
  GPtrArray *words; /* of what ships, as often as they stand there */
  GRand     *random;
} Source;

static double
ms_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static void
source_init (Source *source)
{
  g_autoptr(GPtrArray) shipped = qd_reference_load_shipped (NULL);

  source->words = g_ptr_array_new_with_free_func (g_free);
  source->random = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < shipped->len; i++)
    {
      QdReferenceEntry *entry = g_ptr_array_index (shipped, i);
      g_auto(GStrv) title = qd_reference_words_split (entry->title);
      g_auto(GStrv) body = qd_reference_words_split (entry->body);

      for (guint j = 0; title[j] != NULL; j++)
        g_ptr_array_add (source->words, g_strdup (title[j]));

      for (guint j = 0; body[j] != NULL; j++)
        g_ptr_array_add (source->words, g_strdup (body[j]));
    }
}

static void
source_clear (Source *source)
{
  g_ptr_array_unref (source->words);
  g_rand_free (source->random);
}

static char *
pick_words (Source *source,
            guint   n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (
        text,
        "%s%s",
        i > 0 ? " " : "",
        (char *)g_ptr_array_index (source->words, g_rand_int_range (source->random, 0, source->words->len)));

  return g_string_free_and_steal (text);
}

static void
fill (QdStore *store,
      Source  *source)
{
  QdBatch *batch = qd_batch_new ();
  g_autoptr(GAsyncResult) slot = NULL;

  for (int i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr(QdReferenceRecord) draft = qd_record_new_draft (QD_TYPE_REFERENCE_RECORD);
      g_autofree char *key = g_strdup_printf ("own-%d", i);
      g_autofree char *title = pick_words (source, 4);
      g_autofree char *alias = pick_words (source, 3);
      g_autofree char *body = pick_words (source, N_WORDS);

      g_object_set (draft, "key", key, "title", title, "aliases", alias, "body", body, "tags", "own", NULL);
      qd_batch_insert (batch, draft);
    }

  qd_batch_apply_async (batch, store, "Fill", NULL, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (store, &slot, NULL));
}

/* Every fourth with a slip: a letter less */
static char *
make_query (Source *source,
            int     number)
{
  char *text = pick_words (source, 1 + number % 3);

  if (number % 4 == 0 && strlen (text) > 5)
    memmove (text + 2, text + 3, strlen (text + 3) + 1);

  if (strlen (text) > QUERY_LENGTH)
    text[QUERY_LENGTH] = '\0';

  return text;
}

static gpointer
scan_func (QdDb    *db,
           gpointer data,
           GError **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (
      db, "SELECT count(*) FROM reference_entry WHERE instr (title, ?1) OR instr (body, ?1)", error);

  sqlite3_bind_text (stmt, 1, data, -1, SQLITE_STATIC);
  qd_db_run (db, stmt, error);

  return g_strdup ("");
}

static double
measure_scan (QdStore    *store,
              const char *text)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  gint64 start = g_get_monotonic_time ();

  qd_store_read_async (store, scan_func, g_strdup (text), g_free, g_free, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  g_free (qd_store_read_finish (store, result, NULL));

  return ms_since (start);
}

static double
measure_search (QdReference *reference,
                const char  *text)
{
  gint64             start = g_get_monotonic_time ();
  QdReferenceResult *result = qd_test_reference_search (reference, text, QD_ENUM_NONE, NULL, 20);
  double             ms = ms_since (start);

  qd_reference_result_free (result);

  return ms;
}

int
main (void)
{
  QdTestReference test = { NULL };
  Source          source;
  g_autoptr(GArray) searches = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) scans = g_array_new (FALSE, FALSE, sizeof (double));
  double first;

  source_init (&source);
  qd_test_reference_set_up (&test, NULL);
  fill (test.store, &source);
  first = measure_search (test.reference, "switchboard");

  for (int i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *query = make_query (&source, i);

      for (gsize length = 1; length <= strlen (query); length++)
        {
          g_autofree char *typed = g_strndup (query, length);
          double           search;
          double           scan;

          if (!g_utf8_validate (typed, -1, NULL))
            continue;

          search = measure_search (test.reference, typed);
          scan = measure_scan (test.store, typed);
          g_array_append_val (searches, search);
          g_array_append_val (scans, scan);
        }
    }

  qd_bench_median ((double *)(gpointer)searches->data, searches->len);
  qd_bench_median ((double *)(gpointer)scans->data, scans->len);
  qd_bench_report ("reference of 5,000: an answer, median",
                   g_array_index (searches, double, searches->len / 2),
                   "ms",
                   "scan of all texts",
                   g_array_index (scans, double, scans->len / 2));
  qd_bench_report ("reference of 5,000: an answer, p99",
                   g_array_index (searches, double, searches->len * 99 / 100),
                   "ms",
                   "scan of all texts, p99",
                   g_array_index (scans, double, scans->len * 99 / 100));
  qd_bench_report ("reference of 5,000: the first answer, with the index to make", first, "ms", NULL, 0);
  source_clear (&source);
  qd_test_reference_tear_down (&test, NULL);

  return 0;
}
