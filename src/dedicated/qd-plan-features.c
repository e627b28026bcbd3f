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

/* @plan: an id */
gboolean
qd_plan_is_for_dedicated (QdPortfolio *portfolio,
                          gint64       plan)
{
  QdPlan    *record;
  QdAccount *account;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), FALSE);

  record = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, plan);
  account = record != NULL ? qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, record->account) : NULL;

  return account != NULL && qd_account_is_dedicated (account);
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
look (QdFactBook        *book,
      QdTask            *task,
      const char        *title,
      const char *const *texts,
      gsize              n_texts,
      GArray            *found)
{
  guint first = found->len;

  for (gsize i = 0; i < n_texts; i++)
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

/**
 * qd_features_dup_hint:
 * @texts: (array length=n_texts) (element-type utf8 nullable): that belong together
 * @feature: (out) (nullable) (transfer full): what the first of them is called
 *
 * Returns: (transfer full) (nullable): what the texts name that Dedicated has not or not wholly, a line each:
 *   “Rails console: not on Dedicated (instead: The API)”
 */
char *
qd_features_dup_hint (QdFactBook        *book,
                      const char *const *texts,
                      gsize              n_texts,
                      char             **feature)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (QdPlanFeature));
  g_autoptr(GString) hint = g_string_new (NULL);

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);

  if (feature != NULL)
    *feature = NULL;

  look (book, NULL, NULL, texts, n_texts, found);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *warning = qd_feature_dup_warning (g_array_index (found, QdPlanFeature, i).feature);

      g_string_append_printf (hint, "%s%s", i > 0 ? "\n" : "", warning);
    }

  if (found->len == 0)
    return NULL;

  if (feature != NULL)
    *feature = g_strdup (g_array_index (found, QdPlanFeature, 0).feature->fact.name);

  return g_string_free_and_steal (g_steal_pointer (&hint));
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
      QdTask           *task = g_ptr_array_index (tasks, i);
      const char *const texts[] = { task->title, task->notes };

      look (book, task, task->title, texts, G_N_ELEMENTS (texts), found);
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
      const char *const     texts[] = { task->title, task->notes };

      look (book, NULL, task->title, texts, G_N_ELEMENTS (texts), found);
    }

  return found;
}
