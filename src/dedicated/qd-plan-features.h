/* qd-plan-features.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-feature-finder.h"
#include "qd-plan.h"
#include "qd-task.h"
#include "qd-template-plan.h"

G_BEGIN_DECLS

/**
 * QdPlanFeature:
 * @task: (nullable) (transfer none): that names it; of a template there is none
 * @title: (transfer none): of what names it
 *
 * That a task names a feature which Dedicated has not, or not wholly.
 */
typedef struct
{
  QdTask              *task;
  const char          *title;
  const QdFeatureFact *feature;
} QdPlanFeature;

gboolean qd_account_is_dedicated (QdAccount *account);
gboolean qd_plan_is_for_dedicated (QdPortfolio *portfolio,
                                   gint64       plan);
char    *qd_features_dup_hint (QdFactBook        *book,
                               const char *const *texts,
                               gsize              n_texts,
                               char             **feature);
GArray  *qd_plan_list_missing_features (QdFactBook *book,
                                        QdPlan     *plan);
GArray  *qd_template_list_missing_features (QdFactBook     *book,
                                            QdTemplatePlan *template_plan);

G_END_DECLS
