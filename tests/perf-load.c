/* perf-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "qd-account.h"
#include "qd-bench.h"
#include "qd-search-query.h"
#include "qd-task.h"
#include "qd-test-folder.h"
#include "qd-test.h"

/* The most that one person is held to keep: what opening, editing and searching take then, and
 * what memory. */
#define N_ACCOUNTS 10000
#define N_TASKS 100000
#define N_ACTIVITIES 200000
#define N_EDITS 100
#define N_LOADS 3

static double
ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

/* In MiB. Returns: what this process holds of the machine's memory */
static double
get_resident (void)
{
  g_autofree char *text = NULL;
  unsigned long    pages = 0;

  g_file_get_contents ("/proc/self/statm", &text, NULL, NULL);
  sscanf (text, "%*u %lu", &pages);

  return pages * (sysconf (_SC_PAGESIZE) / 1024.) / 1024.;
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
      " SELECT i, 1 + i %% %d, 'Task ' || i, 'task', 'not-started', 0, 'internal', 'Ask about item ' || i %% 997, i FROM c;"
      "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < %d)"
      " INSERT INTO activity (id, account, kind, subject, day, sponsor_attended, notes, created)"
      " SELECT i, 1 + i %% %d, 'customer-call', 'Cadence call ' || i, date ('2026-01-01', '-' || (i %% 700) || ' days'), 0,"
      " 'Runner fleet ' || i %% 991 || ' was looked at', i FROM c",
      N_ACCOUNTS,
      N_TASKS,
      N_ACCOUNTS,
      N_ACTIVITIES,
      N_ACCOUNTS);

  qd_test_exec (store, sql);
}

/* The floor of opening: every value of every row looked at once. */
static double
measure_scan (const char *path)
{
  static const char *const tables[] = {
    "SELECT * FROM account", "SELECT * FROM plan", "SELECT * FROM task", "SELECT * FROM activity"
  };
  sqlite3 *native;
  double   ms[N_LOADS];

  g_assert_cmpint (sqlite3_open (path, &native), ==, SQLITE_OK);

  for (int i = 0; i < N_LOADS; i++)
    {
      gint64 start = g_get_monotonic_time ();

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

static double
measure_edit (QdStore     *store,
              QdPortfolio *portfolio)
{
  g_autoptr(QdTask) task = g_list_model_get_item (G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TASK)), 0);
  double ms[N_EDITS];

  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr(QdTask) draft = qd_record_dup_draft (task);
      g_autoptr(GAsyncResult) slot = NULL;
      gint64 start = g_get_monotonic_time ();

      g_object_set (draft, "progress", (gint64)(i % 100 + 1), NULL);
      qd_record_save_async (draft, store, "Edit", qd_test_async_cb, &slot);
      g_assert_true (qd_test_await_edit (store, &slot, NULL));
      ms[i] = ms_since (start);
    }

  return qd_bench_median (ms, N_EDITS);
}

static double
measure_search (QdStore *store)
{
  static const char *const texts[] = { "r", "ru", "runner", "runner fl", "fleet 99", "task 99", "acc", "account 777" };
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
  QdStore         *store;
  QdPortfolio     *portfolio;
  double           scan, update, before;
  gint64           start;

  qd_test_folder_set_up (&folder, NULL);
  plain = g_build_filename (folder.folder, "plain.db", NULL);
  store = qd_test_store_new (folder.path);
  fill (store);
  qd_test_store_close (store);

  scan = measure_scan (folder.path);
  update = measure_update (plain);
  before = get_resident ();
  start = g_get_monotonic_time ();
  store = qd_test_store_new (folder.path);
  portfolio = qd_test_load_portfolio (store);

  qd_bench_report ("open 10,000 accounts, 100,000 tasks, 200,000 activities", ms_since (start), "ms", "bare SQLite scan", scan);
  qd_bench_report ("memory that they take", get_resident () - before, "MiB", NULL, 0);
  qd_bench_report ("one edit among them", measure_edit (store, portfolio), "ms", "bare SQLite update, durable", update);
  qd_bench_report ("search among them as one types", measure_search (store), "ms", "bare SQLite scan", scan);

  g_object_unref (portfolio);
  qd_test_store_close (store);
  qd_test_folder_tear_down (&folder, NULL);

  return 0;
}
