/* qd-support-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-minute-clock.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_SUPPORT_PAGE (qd_support_page_get_type ())

G_DECLARE_FINAL_TYPE (QdSupportPage, qd_support_page, QD, SUPPORT_PAGE, AdwNavigationPage)

QdSupportPage *qd_support_page_new (QdPortfolio *portfolio);
QdMinuteClock *qd_support_page_get_clock (QdSupportPage *self);

G_END_DECLS
