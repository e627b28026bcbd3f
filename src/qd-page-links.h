/* qd-page-links.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

/* The window's actions for what is asked of it from elsewhere: by a link, by the desktop, by a notification */

void qd_page_links_install (GtkApplicationWindow *window,
                            QdPortfolio          *portfolio);

G_END_DECLS
