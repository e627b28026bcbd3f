/* fuzz-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-csv-roster.h"
#include "qd-day.h"
#include "qd-fuzz.h"
#include "qd-test.h"

/* A list of accounts, from its bytes into the database. */

#define TODAY 20000

/* Of these the rows are read, but not written. */
#define MANY_ROWS 5000

const char *const qd_fuzz_words[] = {
  "Account Name", "Renewal", "ARR", "Seats", "Tier", "Health", "Currency", "Region", "Domain", "Time Zone", "CSM",
  "Kestrel", "31/12/2026", "12/31/2026", "2026-12-31", "€1.250.000,50", "1,25M", "(500)", "=1+1", "'=1", "@SUM(A1)",
  "\"\"", ",", ";", "\t", "\",\"", "red", "Signature", "Totals", "https://kestrel.example/", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  switch (n)
    {
    case 0:
      return qd_fuzz_repeat ("Account Name,Seats\n", "Kestrel Works,12\n", 200000, "");

    case 1:
      return qd_fuzz_repeat ("Account Name", ",", 1000000, "\nKestrel\n");

    case 2:
      return qd_fuzz_repeat ("Account Name\n\"", "x\n", 1000000, "");

    case 3:
      return qd_fuzz_repeat ("Account Name,Notes\n", "K", 10000, ",\n");

    case 4:
      return qd_fuzz_repeat ("Account Name,ARR\nKestrel,", "9", 100000, "\n");

    case 5:
      return qd_fuzz_repeat ("", "\n", QD_CSV_MAX_BYTES + 1, "");

    case 6:
      return qd_fuzz_repeat ("Account Name", ",", QD_CSV_MAX_COLUMNS - 1, "\nKestrel\n");

    case 7:
      return qd_fuzz_repeat ("Account Name", ",", QD_CSV_MAX_FIELDS, "\n");

    default:
      return NULL;
    }
}

static void
check_results (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      QdCsvResult *result = g_ptr_array_index (results, i);

      g_assert_true (g_utf8_validate (result->name, -1, NULL));

      if (result->outcome == QD_CSV_BAD)
        qd_fuzz_check_text (result->message);
    }
}

static void
read_into (QdPortfolio  *portfolio,
           QdCsvTable   *table,
           QdCsvMapping *mapping)
{
  g_autoptr(GPtrArray) results = qd_csv_roster_read (table, mapping, portfolio, TODAY);
  g_autoptr(GAsyncResult) slot = NULL;

  check_results (results);
  qd_fuzz_check_unchanged ();

  if (results->len > MANY_ROWS)
    return;

  qd_csv_roster_apply_async (results, qd_portfolio_get_store (portfolio), NULL, qd_test_async_cb, &slot);

  if (!qd_fuzz_settle_edit (&slot))
    g_assert_not_reached (); /* what was shown as good is */

  if (qd_csv_roster_count (results, QD_CSV_ADD) + qd_csv_roster_count (results, QD_CSV_CHANGE) == 0)
    return;

  qd_test_undo (qd_portfolio_get_store (portfolio));
  qd_fuzz_check_unchanged ();
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(QdCsvTable) table = qd_csv_table_new (bytes, &error);
  g_autoptr(QdCsvMapping) mapping = NULL;
  g_autofree char *text = NULL;
  g_autofree char *signature = NULL;

  if (table == NULL)
    {
      qd_fuzz_check_error (error);
      return 0;
    }

  signature = qd_csv_table_dup_signature (table);
  mapping = qd_csv_mapping_new (table);
  text = qd_csv_mapping_to_text (mapping);
  qd_csv_mapping_take_text (mapping, text);

  if (qd_csv_mapping_is_complete (mapping, &error))
    read_into (qd_fuzz_get_portfolio (), table, mapping);
  else
    qd_fuzz_check_error (error);

  /* What was kept of another file, or by another version */
  g_free (text);
  text = qd_fuzz_dup_text (data, size);
  qd_csv_mapping_take_text (mapping, text);

  return 0;
}
