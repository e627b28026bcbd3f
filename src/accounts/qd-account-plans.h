/* qd-account-plans.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account-facts.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCOUNT_PLANS (qd_account_plans_get_type ())

G_DECLARE_FINAL_TYPE (QdAccountPlans, qd_account_plans, QD, ACCOUNT_PLANS, AdwBin)

void qd_account_plans_bind (QdAccountPlans *self, QdPortfolio *portfolio, QdAccount *account);

G_END_DECLS
