/* qd-adding.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

/* Adding a task from wherever one is in the window */

void qd_adding_install (GtkApplicationWindow *window,
                        AdwNavigationView    *pages,
                        QdPortfolio          *portfolio);

G_END_DECLS
