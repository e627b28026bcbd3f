/* qd-past.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

void qd_past_install (GtkApplicationWindow *window,
                      AdwNavigationView    *pages,
                      QdPortfolio          *portfolio);
void qd_past_limit_page (AdwNavigationPage *page,
                         QdPortfolio       *portfolio);

G_END_DECLS
