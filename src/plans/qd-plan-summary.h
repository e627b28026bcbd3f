/* qd-plan-summary.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-plan.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_PLAN_SUMMARY (qd_plan_summary_get_type ())

G_DECLARE_FINAL_TYPE (QdPlanSummary, qd_plan_summary, QD, PLAN_SUMMARY, AdwBin)

void qd_plan_summary_bind (QdPlanSummary *self,
                           QdPortfolio   *portfolio,
                           QdPlan        *plan);
void qd_plan_summary_set_today (QdPlanSummary *self,
                                int            today);

G_END_DECLS
