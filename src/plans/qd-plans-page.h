/* qd-plans-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

#define QD_TYPE_PLANS_PAGE (qd_plans_page_get_type ())

G_DECLARE_FINAL_TYPE (QdPlansPage, qd_plans_page, QD, PLANS_PAGE, AdwNavigationPage)

QdPlansPage *qd_plans_page_new (QdPortfolio *portfolio);

G_END_DECLS
