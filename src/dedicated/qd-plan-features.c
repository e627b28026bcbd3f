/* qd-plan-features.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-features"

#include "qd-plan-features.h"

gboolean
qd_account_is_dedicated (QdAccount *account)
{
  g_return_val_if_fail (QD_IS_ACCOUNT (account), FALSE);

  return account->offering == QD_OFFERING_DEDICATED || account->offering == QD_OFFERING_DEDICATED_GOVERNMENT;
}

static gboolean
is_listed (GArray              *found,
           guint                from,
           const QdFeatureFact *feature)
{
  for (guint i = from; i < found->len; i++)
    {
      if (g_array_index (found, QdPlanFeature, i).feature == feature)
        return TRUE;
    }

  return FALSE;
}

/* Each feature once, where it is named again */
static void
look (QdFactBook *book,
      QdTask     *task,
      const char *title,
      const char *notes,
      GArray     *found)
{
  const char *const texts[] = { title, notes };
  guint             first = found->len;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GArray) hits = qd_features_find (book, texts[i]);

      for (guint n = 0; n < hits->len; n++)
        {
          QdPlanFeature one = { task, title, g_array_index (hits, QdFeatureHit, n).feature };

          if (one.feature->state != QD_FEATURE_STATE_AVAILABLE && !is_listed (found, first, one.feature))
            g_array_append_val (found, one);
        }
    }
}

/* Returns: (transfer full) (element-type QdPlanFeature): what the tasks of @plan name that Dedicated has not or not
 *   wholly; nothing where its account is not of Dedicated */
GArray *
qd_plan_list_missing_features (QdFactBook *book,
                               QdPlan     *plan)
{
  GArray      *found = g_array_new (FALSE, FALSE, sizeof (QdPlanFeature));
  QdPortfolio *portfolio;
  QdAccount   *account;
  GPtrArray   *tasks;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), found);
  g_return_val_if_fail (QD_IS_PLAN (plan), found);

  portfolio = qd_fact_book_get_portfolio (book);
  account = portfolio != NULL ? qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account) : NULL;

  if (account == NULL || !qd_account_is_dedicated (account))
    return found;

  tasks = qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, qd_record_get_id (plan));

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      look (book, task, task->title, task->notes, found);
    }

  return found;
}

/* The same of a template, for whoever makes a plan for Dedicated from it. */
GArray *
qd_template_list_missing_features (QdFactBook     *book,
                                   QdTemplatePlan *template_plan)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QdPlanFeature));

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), found);
  g_return_val_if_fail (QD_IS_TEMPLATE_PLAN (template_plan), found);

  for (guint i = 0; i < template_plan->tasks->len; i++)
    {
      const QdTemplateTask *task = g_ptr_array_index (template_plan->tasks, i);

      look (book, NULL, task->title, task->notes, found);
    }

  return found;
}
