/* perf-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-bench.h"
#include "qd-csv-roster.h"
#include "qd-day.h"
#include "qd-db.h"
#include "qd-test.h"

/* What taking in a roster of 20,000 accounts costs, beside SQLite's own share of
 * it: the same rows put in by one prepared statement. */

#define N_ROWS 20000
#define N_ROUNDS 5

static double
ms_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static GBytes *
make_report (void)
{
  GString *csv = g_string_new ("Account Name,Success Tier,Deployment,Current ARR,Seats,Renewal Date,Health,CSM\r\n");

  for (int i = 0; i < N_ROWS; i++)
    g_string_append_printf (csv,
                            "\"Customer %05d, Ltd\",Advanced,Self-managed,\"USD %d,%03d.00\",%d,%02d/%02d/2027,%d,CSM %d\r\n",
                            i,
                            i % 900 + 10,
                            i % 1000,
                            i % 5000 + 1,
                            i % 12 + 1,
                            i % 28 + 1,
                            i % 101,
                            i % 40);

  return g_string_free_to_bytes (csv);
}

static gboolean
bare_func (QdDb    *db,
           gpointer data,
           GError **error)
{
  for (gint64 i = 1; i <= N_ROWS; i++)
    {
      sqlite3_stmt *stmt = qd_db_prepare (
          db,
          "INSERT INTO account (id, name, tier, offering, arr, currency, seats, renewal, archived)"
          " VALUES (?, ?, 'advanced', 'self-managed', 1000000, 'USD', 100, '2027-03-04', 0)",
          error);
      g_autofree char *name = g_strdup_printf ("Customer %05d, Ltd", (int)i);

      sqlite3_bind_int64 (stmt, 1, i);
      sqlite3_bind_text (stmt, 2, name, -1, SQLITE_TRANSIENT);

      if (!qd_db_run (db, stmt, error))
        return FALSE;
    }

  return TRUE;
}

static double
measure_bare (void)
{
  QdStore *store = qd_kinds_open_store (":memory:");
  g_autoptr(GAsyncResult) slot = NULL;
  gint64 start = g_get_monotonic_time ();
  double ms;

  qd_store_edit_async (store, "Insert", bare_func, NULL, NULL, NULL, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (store, &slot, NULL));
  ms = ms_since (start);
  qd_test_store_close (store);

  return ms;
}

static void
measure (GBytes *bytes,
         double *read,
         double *write)
{
  QdStore     *store = qd_kinds_open_store (":memory:");
  QdPortfolio *portfolio = qd_test_load_portfolio (store);
  g_autoptr(GAsyncResult) slot = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr(QdCsvTable) table = qd_csv_table_new (bytes, NULL);
  g_autoptr(QdCsvMapping) mapping = qd_csv_mapping_new (table);
  GPtrArray *results = qd_csv_roster_read (table, mapping, portfolio, 20000);

  *read = ms_since (start);
  g_assert_cmpuint (qd_csv_roster_count (results, QD_CSV_ADD), ==, N_ROWS);

  start = g_get_monotonic_time ();
  qd_csv_roster_apply_async (results, store, NULL, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (store, &slot, NULL));
  *write = ms_since (start);

  g_ptr_array_unref (results);
  g_object_unref (portfolio);
  qd_test_store_close (store);
}

int
main (void)
{
  g_autoptr(GBytes) bytes = make_report ();
  double bare[N_ROUNDS], read[N_ROUNDS], write[N_ROUNDS], base;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      bare[round] = measure_bare ();
      measure (bytes, &read[round], &write[round]);
    }

  base = qd_bench_median (bare, N_ROUNDS);
  qd_bench_report ("CSV of 20,000 rows: read and matched", qd_bench_median (read, N_ROUNDS), "ms", "bare INSERT of the rows", base);
  qd_bench_report ("CSV of 20,000 rows: written, with health and CSM", qd_bench_median (write, N_ROUNDS), "ms", "bare INSERT of the rows", base);

  return 0;
}
