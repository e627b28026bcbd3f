/* qd-account-header.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account-facts.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCOUNT_HEADER (qd_account_header_get_type ())

G_DECLARE_FINAL_TYPE (QdAccountHeader, qd_account_header, QD, ACCOUNT_HEADER, AdwBin)

void qd_account_header_bind (QdAccountHeader *self,
                             QdPortfolio     *portfolio,
                             QdAccountFacts  *facts);

G_END_DECLS
