/* perf-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <unistd.h>

#include "qd-account.h"
#include "qd-bench-store.h"
#include "qd-plan.h"
#include "qd-task.h"
#include "qd-test-folder.h"

#define N_ACCOUNTS 10000
#define N_TASKS 100000

/* What the disk takes to be sure: 4 KiB at the end of a file. */
static double
measure_append (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "append", NULL);
  g_autofd int     fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  char             page[4096] = { 1 };
  double           ms[QD_BENCH_EDITS];

  for (int i = 0; i < QD_BENCH_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_assert_cmpint (write (fd, page, sizeof page), ==, sizeof page);
      g_assert_cmpint (fdatasync (fd), ==, 0);
      ms[i] = qd_bench_ms_since (start);
    }

  return qd_bench_median (ms, QD_BENCH_EDITS);
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

static double
measure_load (QdStore *store)
{
  double ms[QD_BENCH_LOADS];

  for (int i = 0; i < QD_BENCH_LOADS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(QdPortfolio) portfolio = qd_test_load_portfolio (store);

      ms[i] = qd_bench_ms_since (start);
    }

  return qd_bench_median (ms, QD_BENCH_LOADS);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const tables[] = { "account", "plan", "task", NULL };
  static const char *const texts[] = { "t", "ta", "tas", "task", "task 9", "task 99", "ask item 9", "acc", "account 777", NULL };
  QdTestFolder             folder;
  g_autofree char         *plain = NULL;
  QdStore                 *stores[2];
  QdPortfolio             *portfolio;
  double                   append, update, scan;

  qd_test_folder_set_up (&folder, NULL);
  plain = g_build_filename (folder.folder, "plain.db", NULL);
  stores[0] = qd_test_store_new (":memory:");
  stores[1] = qd_test_store_new (folder.path);
  append = measure_append (folder.folder);
  update = qd_bench_update (plain);

  for (int i = 0; i < 2; i++)
    {
      fill (stores[i]);
      portfolio = qd_test_load_portfolio (stores[i]);
      qd_bench_report (i == 0 ? "one edit, undoable, followed, in memory" : "one edit, undoable, followed, on disk",
                       qd_bench_edit (stores[i], portfolio, QD_TYPE_TASK, "progress"),
                       "ms",
                       "bare SQLite update, durable",
                       update);
      qd_bench_report (i == 0 ? "one edit of what is searched, in memory" : "one edit of what is searched, on disk",
                       qd_bench_edit (stores[i], portfolio, QD_TYPE_TASK, "title"),
                       "ms",
                       "4 KiB append, durable",
                       append);
      g_object_unref (portfolio);
    }

  scan = qd_bench_scan (folder.path, tables);
  qd_bench_report (
      "load 10,000 accounts, 100,000 tasks", measure_load (stores[1]), "ms", "bare SQLite scan", scan);
  qd_bench_report ("search as one types, 120,000 records", qd_bench_search (stores[1], texts), "ms", "bare SQLite scan", scan);

  for (int i = 0; i < 2; i++)
    qd_test_store_close (stores[i]);

  qd_test_folder_tear_down (&folder, NULL);

  return 0;
}
