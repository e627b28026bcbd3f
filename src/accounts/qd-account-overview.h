/* qd-account-overview.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account-facts.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCOUNT_OVERVIEW (qd_account_overview_get_type ())

G_DECLARE_FINAL_TYPE (QdAccountOverview, qd_account_overview, QD, ACCOUNT_OVERVIEW, AdwBin)

void qd_account_overview_bind (QdAccountOverview *self, QdPortfolio *portfolio, QdAccountFacts *facts);

G_END_DECLS
