/* qd-baseline-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-baseline-edits"

#include "qd-baseline-edits.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-task.h"

static QdBaselineTask *
create_task (QdBaseline *baseline,
             QdTask     *task)
{
  QdBaselineTask *draft = qd_record_new_draft (QD_TYPE_BASELINE_TASK);

  g_object_set (draft,
                "baseline", qd_record_get_id (baseline),
                "task", qd_record_get_id (task),
                "title", task->title,
                "start", task->start,
                "start-time", task->start_time,
                "due", task->due,
                "due-time", task->due_time,
                "duration", task->duration,
                "progress", task->progress,
                NULL);

  return draft;
}

/**
 * qd_baseline_create_async:
 * @plan: the id of one
 * @day: on which the plan is like that
 *
 * Keeps the plan as it is. Ends with qd_store_edit_finish().
 *
 * Returns: (transfer full): the draft of it, whose id it will have
 */
QdBaseline *
qd_baseline_create_async (QdPortfolio        *portfolio,
                          gint64              plan,
                          const char         *name,
                          int                 day,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  QdBaseline *baseline = qd_record_new_draft (QD_TYPE_BASELINE);
  GPtrArray  *tasks = qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, plan);
  QdBatch    *batch = qd_batch_new ();

  g_object_set (baseline,
                "plan", plan,
                "name", name,
                "day", day,
                "created", g_get_real_time () / G_USEC_PER_SEC,
                NULL);
  qd_batch_insert (batch, baseline);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      g_autoptr(QdBaselineTask) task = create_task (baseline, g_ptr_array_index (tasks, i));

      qd_batch_insert (batch, task);
    }

  qd_batch_apply_async (
      batch, qd_portfolio_get_store (portfolio), _ ("Set Baseline"), NULL, callback, user_data);

  return baseline;
}

static int
compare_baselines (gconstpointer a,
                   gconstpointer b)
{
  const QdBaseline *first = *(QdBaseline *const *)a, *second = *(QdBaseline *const *)b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;

  return (first->created > second->created) - (first->created < second->created);
}

/* Returns: (transfer full) (element-type QdBaseline): those of @plan, the oldest first */
GPtrArray *
qd_baseline_dup_sorted (QdPortfolio *portfolio,
                        gint64       plan)
{
  GPtrArray *found = qd_portfolio_peek_children (portfolio, QD_TYPE_BASELINE, plan);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; found != NULL && i < found->len; i++)
    g_ptr_array_add (sorted, g_object_ref (g_ptr_array_index (found, i)));

  g_ptr_array_sort (sorted, compare_baselines);

  return sorted;
}
