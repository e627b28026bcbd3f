/* qd-allowance-group.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_ALLOWANCE_GROUP (qd_allowance_group_get_type ())

G_DECLARE_FINAL_TYPE (QdAllowanceGroup, qd_allowance_group, QD, ALLOWANCE_GROUP, AdwBin)

void qd_allowance_group_bind (QdAllowanceGroup *self,
                              QdPortfolio      *portfolio,
                              QdAccount        *account);

G_END_DECLS
