/* qd-bench-store.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-bench.h"
#include "qd-search-query.h"
#include "qd-test.h"

/* What benchmarks of the store measure alike, and hold their figures against; all in milliseconds. */

#define QD_BENCH_EDITS 200
#define QD_BENCH_LOADS 5

static inline double
qd_bench_ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

/* A change by SQLite alone: not followed, not recorded, not to be undone. */
static inline double
qd_bench_update (const char *path)
{
  sqlite3 *native;
  double   ms[QD_BENCH_EDITS];

  g_assert_cmpint (sqlite3_open (path, &native), ==, SQLITE_OK);
  sqlite3_exec (native, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", NULL, NULL, NULL);
  sqlite3_exec (native, "CREATE TABLE u (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO u VALUES (1, 0)", NULL, NULL, NULL);

  for (int i = 0; i < QD_BENCH_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_assert_cmpint (sqlite3_exec (native, "UPDATE u SET n = n + 1 WHERE id = 1", NULL, NULL, NULL), ==, SQLITE_OK);
      ms[i] = qd_bench_ms_since (start);
    }

  sqlite3_close (native);

  return qd_bench_median (ms, QD_BENCH_EDITS);
}

/* The floor of a load: every value of every row of @tables looked at once. */
static inline double
qd_bench_scan (const char        *path,
               const char *const *tables)
{
  sqlite3 *native;
  double   ms[QD_BENCH_LOADS];

  g_assert_cmpint (sqlite3_open (path, &native), ==, SQLITE_OK);

  for (int i = 0; i < QD_BENCH_LOADS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      for (const char *const *table = tables; *table != NULL; table++)
        {
          g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", *table);
          sqlite3_stmt    *stmt;

          sqlite3_prepare_v2 (native, sql, -1, &stmt, NULL);

          while (sqlite3_step (stmt) == SQLITE_ROW)
            {
              for (int c = 0; c < sqlite3_column_count (stmt); c++)
                sqlite3_column_text (stmt, c);
            }

          sqlite3_finalize (stmt);
        }

      ms[i] = qd_bench_ms_since (start);
    }

  sqlite3_close (native);

  return qd_bench_median (ms, QD_BENCH_LOADS);
}

/* One field of the first record of @type, from the verb until the lists have followed and the caller is
 * told; a text gets another one each time, a number another number. */
static inline double
qd_bench_edit (QdStore     *store,
               QdPortfolio *portfolio,
               GType        type,
               const char  *property)
{
  g_autoptr(QdRecord) record = g_list_model_get_item (G_LIST_MODEL (qd_portfolio_get_list (portfolio, type)), 0);
  gboolean is_text = qd_record_find_column (type, property)->kind == QD_COLUMN_KIND_TEXT;
  double   ms[QD_BENCH_EDITS];

  for (int i = 0; i < QD_BENCH_EDITS; i++)
    {
      g_autoptr(QdRecord) draft = qd_record_dup_draft (record);
      g_autoptr(GAsyncResult) slot = NULL;
      g_autofree char *text = g_strdup_printf ("Task %d", i);
      gint64           start = g_get_monotonic_time ();

      if (is_text)
        g_object_set (draft, property, text, NULL);
      else
        g_object_set (draft, property, (gint64)(i % 100 + 1), NULL);

      qd_record_save_async (draft, store, "Edit", qd_test_async_cb, &slot);
      g_assert_true (qd_test_await_edit (store, &slot, NULL));
      ms[i] = qd_bench_ms_since (start);
    }

  return qd_bench_median (ms, QD_BENCH_EDITS);
}

/* Each of @texts searched for, at most 32 */
static inline double
qd_bench_search (QdStore           *store,
                 const char *const *texts)
{
  double ms[32];
  guint  n = 0;

  for (; texts[n] != NULL && n < G_N_ELEMENTS (ms); n++)
    {
      g_autoptr(GAsyncResult) slot = NULL;
      g_autoptr(GAsyncResult) result = NULL;
      gint64 start = g_get_monotonic_time ();

      qd_search_async (store, texts[n], 30, NULL, qd_test_async_cb, &slot);
      result = qd_test_await (&slot);
      g_ptr_array_unref (qd_search_finish (store, result, NULL));
      ms[n] = qd_bench_ms_since (start);
    }

  return qd_bench_median (ms, n);
}
