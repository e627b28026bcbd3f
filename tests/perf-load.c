/* perf-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "qd-account.h"
#include "qd-bench-store.h"
#include "qd-task.h"
#include "qd-test-folder.h"

/* The most that one person is held to keep: what opening, editing and searching take then, and
 * what memory. */
#define N_ACCOUNTS 10000
#define N_TASKS 100000
#define N_ACTIVITIES 200000

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

int
main (int   argc,
      char *argv[])
{
  static const char *const tables[] = { "account", "plan", "task", "activity", NULL };
  static const char *const texts[] = { "r", "ru", "runner", "runner fl", "fleet 99", "task 99", "acc", "account 777", NULL };
  QdTestFolder             folder;
  g_autofree char         *plain = NULL;
  QdStore                 *store;
  QdPortfolio             *portfolio;
  double                   scan, update, before;
  gint64                   start;

  qd_test_folder_set_up (&folder, NULL);
  plain = g_build_filename (folder.folder, "plain.db", NULL);
  store = qd_test_store_new (folder.path);
  fill (store);
  qd_test_store_close (store);

  scan = qd_bench_scan (folder.path, tables);
  update = qd_bench_update (plain);
  before = get_resident ();
  start = g_get_monotonic_time ();
  store = qd_test_store_new (folder.path);
  portfolio = qd_test_load_portfolio (store);

  qd_bench_report ("open 10,000 accounts, 100,000 tasks, 200,000 activities", qd_bench_ms_since (start), "ms", "bare SQLite scan", scan);
  qd_bench_report ("memory that they take", get_resident () - before, "MiB", NULL, 0);
  qd_bench_report ("one edit among them", qd_bench_edit (store, portfolio, QD_TYPE_TASK, "progress"), "ms", "bare SQLite update, durable", update);
  qd_bench_report ("search among them as one types", qd_bench_search (store, texts), "ms", "bare SQLite scan", scan);

  g_object_unref (portfolio);
  qd_test_store_close (store);
  qd_test_folder_tear_down (&folder, NULL);

  return 0;
}
