/* qd-plan-details.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-plan.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_PLAN_DETAILS (qd_plan_details_get_type ())

G_DECLARE_FINAL_TYPE (QdPlanDetails, qd_plan_details, QD, PLAN_DETAILS, AdwBin)

GtkWidget *qd_plan_details_new (QdPortfolio *portfolio,
                                QdPlan      *plan);

G_END_DECLS
