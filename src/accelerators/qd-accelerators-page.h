/* qd-accelerators-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCELERATORS_PAGE (qd_accelerators_page_get_type ())

G_DECLARE_FINAL_TYPE (QdAcceleratorsPage, qd_accelerators_page, QD, ACCELERATORS_PAGE, AdwNavigationPage)

QdAcceleratorsPage *qd_accelerators_page_new (QdPortfolio *portfolio);

G_END_DECLS
