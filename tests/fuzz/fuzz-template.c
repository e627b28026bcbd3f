/* fuzz-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-fuzz.h"
#include "qd-template-plan.h"

/* A template of plans, as a file and as it is kept in the database. */

const char *const qd_fuzz_words[] = {
  "\"template\"", "\"phases\"", "\"tasks\"", "\"objectives\"", "\"sources\"", "\"checklist\"", "\"key\"", "\"days\"",
  "\"first\"", "\"last\"", "\"start\"", "\"due\"", "\"phase\"", "\"anchor\": \"target\"", "\"duration\"", "-3650", "3651",
  "2147483648", "null", "[]", "{}", "[", "{", "]", "}", ":", ",", "\"\"", "\"a\\nb\"", "\"javascript:alert(1)\"", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  switch (n)
    {
    case 0:
      return qd_fuzz_repeat ("", "{\"template\":", 10000, "");

    case 1:
      return qd_fuzz_repeat ("{\"schema\": \"io.gitlab.quarterdeck\", \"kind\": \"template\", \"version\": \"1.0\", \"template\": {\"key\": \"",
                             "k",
                             100000,
                             "!\"}}");

    default:
      return NULL;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(QdTemplatePlan) plan = qd_template_plan_new_from_bytes (bytes, &error);
  g_autoptr(QdTemplatePlan) again = NULL;
  g_autoptr(QdTemplatePlan) kept = NULL;
  g_autoptr(QdTemplate) record = NULL;
  g_autoptr(QdPlan) made = NULL;
  g_autoptr(QdBatch) batch = NULL;
  g_autoptr(GBytes) written = NULL;
  g_autoptr(GBytes) rewritten = NULL;

  if (plan == NULL)
    {
      qd_fuzz_check_error (error);
      return 0;
    }

  written = qd_template_plan_to_bytes (plan);
  again = qd_template_plan_new_from_bytes (written, &error);
  g_assert_no_error (error);
  rewritten = qd_template_plan_to_bytes (again);
  g_assert_true (g_bytes_equal (written, rewritten));

  record = qd_record_new_draft (QD_TYPE_TEMPLATE);
  qd_template_plan_fill_record (plan, record);
  kept = qd_template_plan_new_from_record (record, &error);
  g_assert_no_error (error);

  return 0;
}
