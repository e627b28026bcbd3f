/* qd-account-details.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account-facts.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCOUNT_DETAILS (qd_account_details_get_type ())

G_DECLARE_FINAL_TYPE (QdAccountDetails, qd_account_details, QD, ACCOUNT_DETAILS, AdwBin)

void qd_account_details_bind (QdAccountDetails *self, QdPortfolio *portfolio, QdAccount *account);

G_END_DECLS
