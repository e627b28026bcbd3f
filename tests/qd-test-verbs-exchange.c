/* qd-test-verbs-exchange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-csv-mapping-edits.h"
#include "qd-csv-roster.h"
#include "qd-import-plan.h"
#include "qd-mspdi-read.h"
#include "qd-outline-import.h"
#include "qd-sample.h"
#include "qd-test-verbs.h"

/* What comes in from files, and the sample portfolio. */

static GBytes *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "exports", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static void
import_json (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  g_autoptr(GBytes) bytes = read_file ("portfolio.json");
  g_autoptr(GError) error = NULL;
  g_autoptr(QdImportPlan) plan = qd_import_plan_new (desk->portfolio, bytes, &error);

  g_assert_no_error (error);
  qd_import_plan_apply_async (plan, verb->label, NULL, qd_test_async_cb, &desk->slot);
}

static void
import_mspdi (QdTestDesk       *desk,
              const QdTestVerb *verb)
{
  g_autoptr(GBytes) bytes = read_file ("foreign.xml");
  g_autoptr(GError) error = NULL;
  g_autoptr(QdPlanOutline) outline = qd_mspdi_read (bytes, NULL, &error);
  g_autoptr(QdImportPlan) plan = NULL;

  g_assert_no_error (error);
  plan = qd_outline_import_new (
      desk->portfolio, outline, qd_record_get_id (qd_test_desk_get_first (desk, QD_TYPE_ACCOUNT)), &error);
  g_assert_no_error (error);
  qd_import_plan_apply_async (plan, verb->label, NULL, qd_test_async_cb, &desk->slot);
}

static void
import_csv (QdTestDesk       *desk,
            const QdTestVerb *verb)
{
  static const char report[] = "Account Name,CSM,Notes\nKestrel Freight,Ada,New\nTern Foods,Lyle,\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (report, sizeof report - 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(QdCsvTable) table = qd_csv_table_new (bytes, &error);
  g_autoptr(QdCsvMapping) mapping = NULL;
  g_autoptr(GPtrArray) results = NULL;

  g_assert_no_error (error);
  mapping = qd_csv_mapping_new (table);
  results = qd_csv_roster_read (table, mapping, desk->portfolio, QD_TEST_TODAY);
  g_assert_cmpuint (qd_csv_roster_count (results, QD_CSV_ADD), ==, 2);
  qd_csv_roster_apply_async (results, desk->store, NULL, qd_test_async_cb, &desk->slot);
}

static void
csv_mapping_remember (QdTestDesk       *desk,
                      const QdTestVerb *verb)
{
  qd_csv_mapping_remember_async (desk->store, "a,b", "name,notes", qd_test_async_cb, &desk->slot);
}

static void
sample_load (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  qd_sample_load_async (desk->portfolio, QD_TEST_TODAY, NULL, qd_test_async_cb, &desk->slot);
}

static void
sample_remove (QdTestDesk       *desk,
               const QdTestVerb *verb)
{
  qd_sample_remove_async (desk->portfolio, NULL, qd_test_async_cb, &desk->slot);
}

const QdTestVerb qd_test_verbs_exchange[] = {
  { "qd_import_plan_apply_async", "Import portfolio.json", import_json, "json" },
  { "qd_import_plan_apply_async", "Import foreign.xml", import_mspdi, "mspdi" },
  { "qd_csv_roster_apply_async", "Import Accounts", import_csv },
  { "qd_csv_mapping_remember_async", "Remember Columns", csv_mapping_remember, .is_local = TRUE },
  { "qd_sample_load_async", "Add Sample Portfolio", sample_load, .is_empty = TRUE },
  { "qd_sample_remove_async", "Remove Sample Portfolio", sample_remove },
  { NULL },
};
