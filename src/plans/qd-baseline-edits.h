/* qd-baseline-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-baseline.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

QdBaseline *qd_baseline_create_async (QdPortfolio        *portfolio,
                                      gint64              plan,
                                      const char         *name,
                                      int                 day,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
GPtrArray  *qd_baseline_dup_sorted (QdPortfolio *portfolio,
                                    gint64       plan);

G_END_DECLS
