/* qd-plan-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan.h"
#include "qd-shell.h"

G_BEGIN_DECLS

#define QD_TYPE_PLAN_PAGE (qd_plan_page_get_type ())

G_DECLARE_FINAL_TYPE (QdPlanPage, qd_plan_page, QD, PLAN_PAGE, AdwNavigationPage)

QdPlanPage *qd_plan_page_new (QdPortfolio *portfolio,
                              QdPlan      *plan);

G_END_DECLS
