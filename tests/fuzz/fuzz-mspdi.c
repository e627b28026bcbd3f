/* fuzz-mspdi.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-fuzz.h"
#include "qd-mspdi-file.h"
#include "qd-mspdi-read.h"
#include "qd-outline-import.h"
#include "qd-plan-writers.h"
#include "qd-test.h"

/* A project of Microsoft Project's, from its bytes into the database, and out as it is written. */

/* Of these the rows are read, but not written. */
#define MANY_TASKS 2000

const char *const qd_fuzz_words[] = {
  "<Task>", "</Task>", "<UID>1</UID>", "<UID>2</UID>", "<Name>A</Name>", "<OutlineLevel>2</OutlineLevel>", "<Summary>1</Summary>",
  "<Milestone>1</Milestone>", "<Start>2026-11-02T08:00:00</Start>", "<Finish>1900-01-01T00:00:00</Finish>",
  "<Finish>9999-12-31T23:59:59</Finish>", "<Duration>PT8H0M0S</Duration>", "<Duration>-PT8H</Duration>", "<Work>PT1H</Work>",
  "<PercentComplete>100</PercentComplete>", "<ConstraintType>2</ConstraintType>", "<Deadline>2026-11-02T00:00:00</Deadline>",
  "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>3</Type><LinkLag>-4800</LinkLag><LagFormat>8</LagFormat></PredecessorLink>",
  "<ExtendedAttribute><FieldID>188743750</FieldID><Value>0000000000000001</Value></ExtendedAttribute>", "Quarterdeck ID", "Phase",
  "<!DOCTYPE", "<!ENTITY a \"b\">", "&a;", "&amp;", "&#0;", "&#x10ffff;", "<![CDATA[", "]]>", "<!--", "-->", "<?xml", "?>",
  "<IsNull>1</IsNull>", "<Baseline><Number>1</Number><Start>2026-11-02T08:00:00</Start></Baseline>", "24:00:00", "00:00:00", NULL
};

#define HEAD "<Project><StartDate>2026-11-02T08:00:00</StartDate><Tasks>"

GBytes *
qd_fuzz_make (guint n)
{
  switch (n)
    {
    case 0:
      return qd_fuzz_repeat ("<Project>", "<x>", 100000, "");

    case 1:
      return qd_fuzz_repeat ("<Project><Title>", "T", 1000000, "</Title></Project>");

    case 2:
      return qd_fuzz_repeat (HEAD, "<Task><UID>1</UID></Task>", 100000, "</Tasks></Project>");

    case 3:
      return qd_fuzz_repeat (HEAD "<Task><UID>1</UID></Task><Task><UID>2</UID>",
                             "<PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink>",
                             20000,
                             "</Task></Tasks></Project>");

    case 4:
      return qd_fuzz_repeat ("", " ", QD_MSPDI_MAX_BYTES + 1, "");

    case 5:
      return qd_fuzz_repeat ("<Project ", "a='1' ", 100000, "/>");

    default:
      return NULL;
    }
}

/* As the rows of a plan of ours are: phase by phase, and last those in none. Another program's
 * may be otherwise, which writing an outline does not allow for. */
static gboolean
is_in_order (QdPlanOutline *outline)
{
  guint last = 0;

  for (guint i = 0; i < outline->tasks->len; i++)
    {
      int   phase = qd_plan_outline_get_task (outline, i)->phase;
      guint place = phase >= 0 ? (guint)phase : outline->phases->len;

      if (place < last)
        return FALSE;

      last = place;
    }

  return TRUE;
}

/* What was read is written so that it can be read again. */
static void
check_round_trip (QdPlanOutline *outline)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(QdPlanOutline) back = NULL;

  if (outline->customer == NULL)
    outline->customer = g_strdup ("Kestrel");

  bytes = qd_mspdi_write (outline);
  back = qd_mspdi_read (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->tasks->len, ==, outline->tasks->len);
  g_assert_cmpuint (back->links->len, ==, outline->links->len);
}

static void
import (QdPortfolio   *portfolio,
        QdPlanOutline *outline)
{
  g_autoptr(QdAccount) account = g_list_model_get_item (G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT)), 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(QdImportPlan) plan = qd_outline_import_new (portfolio, outline, qd_record_get_id (account), &error);
  g_autoptr(GAsyncResult) slot = NULL;

  if (plan == NULL)
    {
      qd_fuzz_check_error (error);
      return;
    }

  qd_import_plan_apply_async (plan, NULL, NULL, qd_test_async_cb, &slot);

  if (!qd_fuzz_settle_edit (&slot))
    return;

  qd_test_undo (qd_portfolio_get_store (portfolio));
  qd_fuzz_check_unchanged ();
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  QdPortfolio *portfolio = qd_fuzz_get_portfolio ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) notes = NULL;
  g_autoptr(QdPlanOutline) outline = qd_mspdi_read (bytes, &notes, &error);

  if (outline == NULL)
    {
      qd_fuzz_check_error (error);
      return 0;
    }

  for (guint i = 0; notes[i] != NULL; i++)
    qd_fuzz_check_text (notes[i]);

  if (is_in_order (outline))
    check_round_trip (outline);

  if (outline->tasks->len < MANY_TASKS)
    import (portfolio, outline);

  return 0;
}
