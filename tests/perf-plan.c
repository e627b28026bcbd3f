/* perf-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-batch.h"
#include "qd-bench.h"
#include "qd-test.h"
#include "qd-timeline-model.h"

#define MONDAY 20605 /* 2026-06-01 */
#define N_TASKS 3000
#define N_EDITS 41

/* A plan of 3,000 tasks with 4,500 links, and its timeline's rows */
typedef struct
{
  QdStore         *store;
  QdPortfolio     *portfolio;
  QdPlan          *plan;
  QdTimelineModel *model;
  gint64           ids[N_TASKS];
} Bench;

static void
add_link (Bench   *bench,
          QdBatch *batch,
          guint    from,
          guint    to)
{
  g_autoptr(QdLink) link = qd_record_new_draft (QD_TYPE_LINK);

  g_object_set (link,
                "plan", qd_record_get_id (bench->plan),
                "predecessor", bench->ids[from],
                "successor", bench->ids[to],
                "lag", G_GINT64_CONSTANT (0),
                NULL);
  qd_batch_insert (batch, link);
}

static void
apply (Bench   *bench,
       QdBatch *batch)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_batch_apply_async (batch, bench->store, "Fill", NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (bench->store, &slot, &error);
  g_assert_no_error (error);
}

/* Chains of fifty tasks, tied to one another here and there: what a change moves is what a plan of that size would. */
static void
fill (Bench *bench)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan    *plan = qd_record_new_draft (QD_TYPE_PLAN);
  QdBatch   *batch = qd_batch_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);

  g_object_set (account, "name", "Bowsprit", NULL);
  account = qd_test_add (bench->portfolio, account);
  g_object_set (plan,
                "account", qd_record_get_id (account),
                "name", "Plan",
                "start", MONDAY,
                "target", MONDAY + 365,
                NULL);
  bench->plan = qd_test_add (bench->portfolio, plan);

  for (guint i = 0; i < N_TASKS; i++)
    {
      g_autoptr(QdTask) task = qd_record_new_draft (QD_TYPE_TASK);
      g_autofree char *title = g_strdup_printf ("Task %u", i + 1);

      g_object_set (task,
                    "plan", qd_record_get_id (bench->plan),
                    "title", title,
                    "start", MONDAY + (int)(i % 50) * 3,
                    "position", (double)i,
                    "duration", (gint64)g_rand_int_range (rand, 1, 5) * 480,
                    NULL);
      bench->ids[i] = qd_record_get_id (task);
      qd_batch_insert (batch, task);
    }

  for (guint i = 0; i < N_TASKS; i++)
    {
      if (i % 50 != 0)
        add_link (bench, batch, i - 1, i);

      if (i % 2 == 0 && i >= 100 && i % 50 > 25)
        add_link (bench, batch, i - 51 - i % 50 + g_rand_int_range (rand, 0, 20), i);
    }

  apply (bench, batch);
}

static double
ms_since (gint64 begun)
{
  return (g_get_monotonic_time () - begun) / 1000.0;
}

/* From the call of the verb until it is written, undoable, and the rows know it. */
static double
edit (Bench      *bench,
      guint       index,
      const char *property,
      int         value)
{
  g_autoptr(QdTask) draft = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  double ms;

  draft = qd_record_dup_draft (qd_portfolio_lookup (bench->portfolio, QD_TYPE_TASK, bench->ids[index]));

  if (g_str_equal (property, "duration"))
    g_object_set (draft, "duration", (gint64)value * 480, NULL);
  else
    g_object_set (draft, property, value % 2 == 0 ? "one" : "another", NULL);

  qd_record_save_async (draft, bench->store, "Edit", qd_test_async_cb, &slot);
  qd_test_await_edit (bench->store, &slot, &error);
  ms = ms_since (begun);
  g_assert_no_error (error);

  return ms;
}

int
main (void)
{
  Bench  bench = { 0 };
  double plain[N_EDITS], moved[N_EDITS], first[N_EDITS];
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();

  bench.store = qd_test_store_new (":memory:");
  bench.portfolio = qd_test_load_portfolio (bench.store);
  fill (&bench);
  bench.model = qd_timeline_model_new (bench.portfolio);
  g_ptr_array_add (plans, bench.plan);
  qd_timeline_model_set_plans (bench.model, plans);

  for (int i = 0; i < N_EDITS; i++)
    plain[i] = edit (&bench, 50 * i, "notes", i);

  for (int i = 0; i < N_EDITS; i++)
    moved[i] = edit (&bench, 50 * i + 10, "duration", 7 + i % 2);

  for (int i = 0; i < N_EDITS; i++)
    {
      edit (&bench, 50 * i, "notes", i + 1);
      first[i] = edit (&bench, 50 * i + 10, "duration", 8 + i % 2);
    }

  qd_bench_report ("a task of 3,000 takes longer: written with all that it moves, and the rows laid out",
                   qd_bench_median (moved, N_EDITS),
                   "ms",
                   "its notes, which move nothing",
                   qd_bench_median (plain, N_EDITS));

  qd_bench_report ("the same, after an edit of something else",
                   qd_bench_median (first, N_EDITS),
                   "ms",
                   "its notes",
                   qd_bench_median (plain, N_EDITS));

  g_clear_object (&bench.model);
  qd_test_settle (bench.store);
  g_clear_object (&bench.portfolio);
  qd_test_store_close (bench.store);

  return 0;
}
