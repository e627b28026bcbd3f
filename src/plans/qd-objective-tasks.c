/* qd-objective-tasks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-objective-tasks"

#include "qd-objective-tasks.h"

#include "qd-plan.h"
#include "qd-task.h"

/* An objective of one plan may be part of one of another plan of the account, as what
 * an accelerator is for is part of the success plan: its tasks count there, too. */

static GPtrArray *
peek_plans (QdPortfolio *portfolio,
            QdObjective *objective)
{
  QdPlan *plan = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, objective->plan);

  return plan != NULL ? qd_portfolio_peek_children (portfolio, QD_TYPE_PLAN, plan->account) : NULL;
}

/* Returns: (transfer container) (element-type QdObjective): of the other plans of the account */
static GPtrArray *
list_others (QdPortfolio *portfolio,
             QdObjective *objective)
{
  GPtrArray *plans = peek_plans (portfolio, objective);
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      gint64 plan = qd_record_get_id (g_ptr_array_index (plans, i));

      if (plan != objective->plan)
        g_ptr_array_extend (others, qd_portfolio_peek_children (portfolio, QD_TYPE_OBJECTIVE, plan), NULL, NULL);
    }

  return others;
}

/**
 * qd_objective_dup_supporting:
 *
 * Returns: (transfer container) (element-type QdObjective): those of the account's other
 *   plans that are part of @objective, directly or through each other; each once
 */
GPtrArray *
qd_objective_dup_supporting (QdPortfolio *portfolio,
                             QdObjective *objective)
{
  g_autoptr(GPtrArray) others = list_others (portfolio, objective);
  GPtrArray *supporting = g_ptr_array_new ();

  /* What supports the objective comes first, then what supports that, and so on. */
  for (guint reached = 0; reached <= supporting->len; reached++)
    {
      gint64 id = qd_record_get_id (reached == 0 ? objective : g_ptr_array_index (supporting, reached - 1));

      for (guint i = 0; i < others->len; i++)
        {
          QdObjective *other = g_ptr_array_index (others, i);

          if (other->supports == id && !g_ptr_array_find (supporting, other, NULL))
            g_ptr_array_add (supporting, other);
        }
    }

  return supporting;
}

static void
add_tasks (QdPortfolio *portfolio,
           QdObjective *objective,
           GPtrArray   *tasks)
{
  GPtrArray *all = qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, objective->plan);

  for (guint i = 0; i < all->len; i++)
    if (QD_TASK (all->pdata[i])->objective == qd_record_get_id (objective))
      g_ptr_array_add (tasks, all->pdata[i]);
}

/**
 * qd_objective_dup_tasks:
 *
 * Returns: (transfer container) (element-type QdTask): what is done for @objective, in
 *   its own plan and for what supports it
 */
GPtrArray *
qd_objective_dup_tasks (QdPortfolio *portfolio,
                        QdObjective *objective)
{
  g_autoptr(GPtrArray) supporting = qd_objective_dup_supporting (portfolio, objective);
  GPtrArray *tasks = g_ptr_array_new ();

  add_tasks (portfolio, objective, tasks);

  for (guint i = 0; i < supporting->len; i++)
    add_tasks (portfolio, g_ptr_array_index (supporting, i), tasks);

  return tasks;
}

/**
 * qd_objective_dup_supportable:
 *
 * Returns: (transfer container) (element-type QdObjective): what @objective may be part
 *   of: of the account's other plans, but none that is part of itself
 */
GPtrArray *
qd_objective_dup_supportable (QdPortfolio *portfolio,
                              QdObjective *objective)
{
  g_autoptr(GPtrArray) supporting = qd_objective_dup_supporting (portfolio, objective);
  GPtrArray *others = list_others (portfolio, objective);

  for (guint i = others->len; i-- > 0;)
    if (g_ptr_array_find (supporting, g_ptr_array_index (others, i), NULL))
      g_ptr_array_remove_index (others, i);

  return others;
}
