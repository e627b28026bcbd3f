/* perf-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <unistd.h>

#include "qd-account.h"
#include "qd-bench.h"
#include "qd-plan.h"
#include "qd-search-query.h"
#include "qd-task.h"
#include "qd-test-folder.h"
#include "qd-test.h"

#define N_EDITS 200
#define N_LOADS 5
#define N_ACCOUNTS 10000
#define N_TASKS 100000

static double
ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

/* What the disk takes to be sure: 4 KiB at the end of a file. */
static double
measure_append (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "append", NULL);
  g_autofd int     fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  char             page[4096] = { 1 };
  double           ms[N_EDITS];

  for (int i = 0; i < N_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_assert_cmpint (write (fd, page, sizeof page), ==, sizeof page);
      g_assert_cmpint (fdatasync (fd), ==, 0);
      ms[i] = ms_since (start);
    }

  return qd_bench_median (ms, N_EDITS);
}

/* The same change by SQLite alone: not followed, not recorded, not to be undone. */
static double
measure_update (const char *path)
{
  sqlite3 *native;
  double   ms[N_EDITS];

  g_assert_cmpint (sqlite3_open (path, &native), ==, SQLITE_OK);
  sqlite3_exec (native, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", NULL, NULL, NULL);
  sqlite3_exec (native, "CREATE TABLE u (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO u VALUES (1, 0)", NULL, NULL, NULL);

  for (int i = 0; i < N_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_assert_cmpint (sqlite3_exec (native, "UPDATE u SET n = n + 1 WHERE id = 1", NULL, NULL, NULL), ==, SQLITE_OK);
      ms[i] = ms_since (start);
    }

  sqlite3_close (native);

  return qd_bench_median (ms, N_EDITS);
}

/* From the verb until the lists have followed and the caller is told. */
static double
measure_edit (QdStore     *store,
              QdPortfolio *portfolio,
              const char  *property)
{
  g_autoptr(QdTask) task =
                g_list_model_get_item (G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TASK)), 0);
  double ms[N_EDITS];

  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr(QdTask) draft = qd_record_dup_draft (task);
      g_autoptr(GAsyncResult) slot = NULL;
      g_autofree char *title = g_strdup_printf ("Task %d", i);
      gint64           start = g_get_monotonic_time ();

      if (g_str_equal (property, "title"))
        g_object_set (draft, "title", title, NULL);
      else
        g_object_set (draft, property, (gint64)(i % 100 + 1), NULL);

      qd_record_save_async (draft, store, "Edit", qd_test_async_cb, &slot);
      g_assert_true (qd_test_await_edit (store, &slot, NULL));
      ms[i] = ms_since (start);
    }

  return qd_bench_median (ms, N_EDITS);
}

static void
fill (QdStore *store)
{
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < %d)"
      " INSERT INTO account (id, name, tier, arr, currency, archived)"
      " SELECT i, 'Account ' || i, 'signature', i * 100, 'EUR', 0 FROM c;"
      "INSERT INTO plan (id, account, kind, name, start, target, status)"
      " SELECT id, id, 'onboarding', 'Onboarding', '2026-01-01', '2026-04-01', 'active' FROM account;"
      "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < %d)"
      " INSERT INTO task (id, plan, title, kind, status, progress, visibility, notes, position)"
      " SELECT i, 1 + i %% %d, 'Task ' || i, 'task', 'not-started', 0, 'internal', 'Ask about item ' || i %% 997, i FROM c",
      N_ACCOUNTS,
      N_TASKS,
      N_ACCOUNTS);

  qd_test_exec (store, sql);
}

/* The floor of a load: every value of every row looked at once. */
static double
measure_scan (const char *path)
{
  sqlite3 *native;
  double   ms[N_LOADS];

  g_assert_cmpint (sqlite3_open (path, &native), ==, SQLITE_OK);

  for (int i = 0; i < N_LOADS; i++)
    {
      static const char *const tables[] = { "SELECT * FROM account", "SELECT * FROM plan", "SELECT * FROM task" };
      gint64                   start = g_get_monotonic_time ();

      for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
        {
          sqlite3_stmt *stmt;

          sqlite3_prepare_v2 (native, tables[t], -1, &stmt, NULL);

          while (sqlite3_step (stmt) == SQLITE_ROW)
            {
              for (int c = 0; c < sqlite3_column_count (stmt); c++)
                sqlite3_column_text (stmt, c);
            }

          sqlite3_finalize (stmt);
        }

      ms[i] = ms_since (start);
    }

  sqlite3_close (native);

  return qd_bench_median (ms, N_LOADS);
}

static double
measure_load (QdStore *store)
{
  double ms[N_LOADS];

  for (int i = 0; i < N_LOADS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);

      ms[i] = ms_since (start);
    }

  return qd_bench_median (ms, N_LOADS);
}

static double
measure_search (QdStore *store)
{
  static const char *const texts[] = { "t", "ta", "tas", "task", "task 9", "task 99", "ask item 9", "acc", "account 777" };
  double                   ms[G_N_ELEMENTS (texts)];

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GAsyncResult) slot = NULL;
      g_autoptr(GAsyncResult) result = NULL;
      gint64 start = g_get_monotonic_time ();

      qd_search_async (store, texts[i], 30, NULL, qd_test_async_cb, &slot);
      result = qd_test_await (&slot);
      g_ptr_array_unref (qd_search_finish (store, result, NULL));
      ms[i] = ms_since (start);
    }

  return qd_bench_median (ms, G_N_ELEMENTS (texts));
}

int
main (int   argc,
      char *argv[])
{
  QdTestFolder     folder;
  g_autofree char *plain = NULL;
  QdStore         *stores[2];
  QdPortfolio     *portfolio;
  double           append, update, scan;

  qd_test_folder_set_up (&folder, NULL);
  plain = g_build_filename (folder.folder, "plain.db", NULL);
  stores[0] = qd_test_store_new (":memory:");
  stores[1] = qd_test_store_new (folder.path);
  append = measure_append (folder.folder);
  update = measure_update (plain);

  for (int i = 0; i < 2; i++)
    {
      fill (stores[i]);
      portfolio = qd_test_load_portfolio (stores[i]);
      qd_bench_report (i == 0 ? "one edit, undoable, followed, in memory" : "one edit, undoable, followed, on disk",
                       measure_edit (stores[i], portfolio, "progress"),
                       "ms",
                       "bare SQLite update, durable",
                       update);
      qd_bench_report (i == 0 ? "one edit of what is searched, in memory" : "one edit of what is searched, on disk",
                       measure_edit (stores[i], portfolio, "title"),
                       "ms",
                       "4 KiB append, durable",
                       append);
      g_object_unref (portfolio);
    }

  scan = measure_scan (folder.path);
  qd_bench_report (
      "load 10,000 accounts, 100,000 tasks", measure_load (stores[1]), "ms", "bare SQLite scan", scan);
  qd_bench_report ("search as one types, 120,000 records", measure_search (stores[1]), "ms", "bare SQLite scan", scan);

  for (int i = 0; i < 2; i++)
    qd_test_store_close (stores[i]);

  qd_test_folder_tear_down (&folder, NULL);

  return 0;
}
