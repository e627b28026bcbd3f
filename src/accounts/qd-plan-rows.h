/* qd-plan-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-children-box.h"

G_BEGIN_DECLS

/* The plans of an account as rows that open them. */

void qd_plan_rows_bind (QdChildrenBox *box,
                        QdPortfolio   *portfolio,
                        QdAccount     *account,
                        gboolean       only_active);

G_END_DECLS
