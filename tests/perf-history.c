/* perf-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sys/resource.h>

#include "qd-bench.h"
#include "qd-history.h"
#include "qd-task.h"
#include "qd-test-folder.h"
#include "qd-test-history.h"

/* A year of a large portfolio, or as many changes as the first argument says. */
#define N_CHANGES 1000000
#define N_DAYS 365
#define N_ACCOUNTS 10000
#define N_EDITS 200
#define N_PATTERNS 2000

static double
ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

static double
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024.;
}

static void
fill_records (QdStore *store)
{
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < %d)"
      " INSERT INTO account (id, name, seats, archived) SELECT i, 'Account ' || i, 0, 0 FROM c;"
      "INSERT INTO plan (id, account, kind, name, start, target, status)"
      " SELECT id, id, 'onboarding', 'Onboarding', '2026-01-01', '2026-04-01', 'active' FROM account;"
      "INSERT INTO task (id, plan, title, kind, status, progress, visibility, position)"
      " SELECT id, id, 'Task ' || id, 'task', 'not-started', 0, 'internal', 0 FROM account",
      N_ACCOUNTS);

  qd_test_exec (store, sql);
}

/* Edits one task after another, there and back, and has each pair many times over in the log:
 * together they change nothing, so that any end of a day can be read out of the whole. */
static void
fill_log (QdStore *store,
          int      n_changes)
{
  gint64           end = qd_change_log_get_end (qd_day_today () - 1);
  gint64           last = qd_test_number (store, "SELECT max (id) FROM local_change");
  g_autofree char *sql = NULL;

  for (int i = 1; i <= N_PATTERNS / 2; i++)
    {
      g_autofree char *there = g_strdup_printf ("UPDATE task SET due = '2026-02-03', owner = 'Ada' WHERE id = %d", i);

      qd_test_exec (store, there);
      qd_test_undo (store);
    }

  sql = g_strdup_printf (
      "CREATE TEMP TABLE pattern AS SELECT row_number () OVER (ORDER BY id) - 1 AS n, * FROM local_change WHERE id > %5$" G_GINT64_FORMAT ";"
      "CREATE UNIQUE INDEX temp.pattern_n ON pattern (n);"
      "WITH RECURSIVE c (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < %1$d)"
      " INSERT INTO local_change SELECT 10000 + i, %2$" G_GINT64_FORMAT " + i * CAST (%3$d AS INTEGER) / %1$d, 0, 0,"
      " label, schema_version, weight, size, changes FROM c CROSS JOIN pattern ON n = i %% %4$d;"
      "INSERT INTO local_change_row SELECT c.id, r.name, r.record, r.op, r.account, r.plan, r.title"
      " FROM local_change c JOIN pattern p ON p.n = (c.id - 10000) %% %4$d"
      " JOIN local_change_row r ON r.change = p.id WHERE c.id >= 10000;"
      "DELETE FROM local_change_row WHERE change < 10000; DELETE FROM local_change WHERE id < 10000;"
      "DELETE FROM local_step; DROP TABLE pattern;"
      "UPDATE local_change_log SET time = %2$" G_GINT64_FORMAT " - 1,"
      " bytes = (SELECT sum (weight) FROM local_change)",
      n_changes - 1,
      end - N_DAYS * 86400,
      N_DAYS * 86400,
      N_PATTERNS,
      last);
  qd_test_exec (store, sql);
}

/* @longest: (out) (optional) */
static double
measure_edit (QdStore *store,
              double  *longest)
{
  double ms[N_EDITS];
  double median;

  for (int i = 0; i < N_EDITS; i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE task SET progress = %d WHERE id = 9000", i % 100 + 1);
      gint64           start = g_get_monotonic_time ();

      qd_test_exec (store, sql);
      ms[i] = ms_since (start);
    }

  median = qd_bench_median (ms, N_EDITS);

  if (longest != NULL)
    *longest = ms[N_EDITS - 1];

  return median;
}

static double
measure_find (QdPortfolio          *portfolio,
              const QdHistoryQuery *query,
              guint                 n_expected)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  gint64 start = g_get_monotonic_time ();

  qd_history_find_async (portfolio, query, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  entries = qd_history_find_finish (portfolio, result, NULL);
  g_assert_cmpint (entries->len, ==, n_expected);

  return ms_since (start);
}

static double
measure_as_of (QdStore *store,
               int      day)
{
  gint64           start = g_get_monotonic_time ();
  QdStore         *then = qd_store_new_as_of (store, day, NULL);
  g_autofree char *sql = NULL;
  double           ms;

  g_assert_cmpint (qd_test_number (then, "SELECT count(*) FROM task"), ==, N_ACCOUNTS);
  ms = ms_since (start);
  qd_test_store_close (then);

  return ms;
}

/* The longest that an edit waits while the log is brought within half of what it takes. */
static double
measure_tidy (QdStore *store,
              double  *longest)
{
  gint64 bytes = qd_test_number (store, "SELECT bytes FROM local_change_log");
  gint64 start = g_get_monotonic_time ();

  *longest = 0;
  qd_store_set_history_limit (store, bytes / 2);

  while (qd_test_number (store, "SELECT bytes FROM local_change_log") > bytes / 2)
    {
      gint64 begin = g_get_monotonic_time ();

      qd_test_exec (store, "UPDATE account SET seats = seats + 1 WHERE id = 9001");
      *longest = MAX (*longest, ms_since (begin));
    }

  return ms_since (start) / 1000;
}

static void
report_finds (QdPortfolio *portfolio,
              int          n_changes)
{
  QdHistoryQuery query = { .from_day = QD_DAY_NONE, .to_day = QD_DAY_NONE };

  qd_bench_report ("Newest 100 changes", measure_find (portfolio, &query, 100), "ms", NULL, 0);
  query.account = 500;
  qd_bench_report ("Newest 100 changes of an account", measure_find (portfolio, &query, 100), "ms", NULL, 0);
  query.account = 0;
  query.text = "task 77";
  qd_bench_report ("100 changes by a text that is there", measure_find (portfolio, &query, 100), "ms", NULL, 0);
  query.text = "nowhere";
  qd_bench_report ("No change by a text that is nowhere", measure_find (portfolio, &query, 0), "ms", NULL, 0);
}

int
main (int   argc,
      char *argv[])
{
  int          n_changes = argc > 1 ? atoi (argv[1]) : N_CHANGES;
  QdTestFolder folder;
  QdStore     *store;
  QdPortfolio *portfolio;
  double       empty, usual, longest, seconds;
  gint64       start;

  qd_test_folder_set_up (&folder, NULL);
  store = qd_test_store_new (folder.path);
  fill_records (store);
  empty = measure_edit (store, NULL);
  start = g_get_monotonic_time ();
  fill_log (store, n_changes);
  g_print ("# %d changes written in %.1f s\n", n_changes, ms_since (start) / 1000);
  portfolio = qd_test_load_portfolio (store);

  qd_bench_report ("Edit with a full log", measure_edit (store, &usual), "ms", "with an empty one", empty);
  report_finds (portfolio, n_changes);
  qd_bench_report ("Peak memory before going back", get_peak (), "MiB", NULL, 0);
  qd_bench_report ("As of a month back", measure_as_of (store, qd_day_today () - 30), "ms", NULL, 0);
  qd_bench_report ("As of a year back", measure_as_of (store, qd_day_today () - N_DAYS + 1), "ms", NULL, 0);
  qd_bench_report ("Peak memory", get_peak (), "MiB", NULL, 0);

  qd_test_exec (store, "DELETE FROM local_step");
  seconds = measure_tidy (store, &longest);
  qd_bench_report ("Making the log half as large", seconds, "s", NULL, 0);
  qd_bench_report ("Longest wait of an edit meanwhile", longest, "ms", "at other times", usual);

  qd_test_finalize (portfolio);
  qd_test_store_close (store);
  qd_test_folder_tear_down (&folder, NULL);

  return 0;
}
