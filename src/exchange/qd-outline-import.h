/* qd-outline-import.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-import-plan.h"
#include "qd-plan-outline.h"

G_BEGIN_DECLS

gint64        qd_outline_import_guess_account (QdPortfolio         *portfolio,
                                               const QdPlanOutline *outline);
QdImportPlan *qd_outline_import_new (QdPortfolio   *portfolio,
                                     QdPlanOutline *outline,
                                     gint64         account,
                                     GError       **error);

G_END_DECLS
