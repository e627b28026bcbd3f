/* fuzz-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-exchange.h"
#include "qd-fuzz.h"
#include "qd-import-plan.h"
#include "qd-json.h"
#include "qd-test.h"

/* A file of ours, from its bytes into the database and out again. */

const char *const qd_fuzz_words[] = {
  "\"accounts\"", "\"plans\"", "\"tasks\"", "\"contacts\"", "\"templates\"", "\"views\"", "\"id\"", "\"name\"",
  "\"schema\": \"io.gitlab.quarterdeck\"", "\"version\": \"1.0\"", "\"version\": \"2.0\"", "\"kind\": \"plan\"",
  "\"kind\": \"account\"", "null", "true", "[]", "{}", "[", "{", "]", "}", ":", ",", "\"\\ud800\"", "\"\\u0000\"",
  "\"\\u202e\"", "\"\\n\"", "\"\"", "1e999", "\"9999-12-31\"", "\"0001-01-01\"", "\"0000000000000001\"",
  "\"7fffffffffffffff\"", "\"done\"", "\"blocked\"", "-0", "1.5", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  switch (n)
    {
    case 0:
      return qd_fuzz_repeat ("", "[", 10000, "");

    case 1:
      return qd_fuzz_repeat ("", "{\"accounts\":", 10000, "");

    case 2:
      return qd_fuzz_repeat ("{\"", "k", 100000, "\": 1}");

    case 3:
      return qd_fuzz_repeat ("{\"schema\": \"io.gitlab.quarterdeck\", \"kind\": \"portfolio\", \"version\": \"1.0\", \"accounts\": [",
                             "{\"name\": \"K\"},",
                             10000,
                             "{\"name\": 3}]}");

    case 4:
      return qd_fuzz_repeat ("{\"schema\": \"io.gitlab.quarterdeck\", \"kind\": \"portfolio\", \"version\": \"1.0\", \"accounts\": [{\"name\": \"",
                             "K",
                             10000,
                             "\"}]}");

    case 5:
      return qd_fuzz_repeat ("{\"n\": 1", "0", 100000, "}");

    case 6:
      return qd_fuzz_repeat ("", " ", QD_JSON_MAX_BYTES + 1, "");

    default:
      return NULL;
    }
}

/* What was taken in and written comes back the same. */
static void
check_round_trip (QdPortfolio *portfolio)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = qd_exchange_export (portfolio, QD_EXCHANGE_KIND_PORTFOLIO, 0, QD_AUDIENCE_ME, &error);
  g_autoptr(QdImportPlan) plan = NULL;

  g_assert_no_error (error);
  plan = qd_import_plan_new (portfolio, bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_ADD), ==, 0);
  g_assert_cmpuint (qd_import_plan_get_count (plan, QD_IMPORT_CHANGE), ==, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  QdPortfolio *portfolio = qd_fuzz_get_portfolio ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(QdImportPlan) plan = qd_import_plan_new (portfolio, bytes, &error);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autofree char *summary = NULL;

  if (plan == NULL)
    {
      qd_fuzz_check_error (error);
      return 0;
    }

  summary = qd_import_plan_dup_summary (plan);

  if (qd_import_plan_get_count (plan, QD_IMPORT_ADD) + qd_import_plan_get_count (plan, QD_IMPORT_CHANGE) == 0)
    return 0;

  qd_import_plan_apply_async (plan, NULL, NULL, qd_test_async_cb, &slot);

  if (!qd_fuzz_settle_edit (&slot))
    return 0;

  check_round_trip (portfolio);
  qd_test_undo (qd_portfolio_get_store (portfolio));
  qd_fuzz_check_unchanged ();

  return 0;
}
