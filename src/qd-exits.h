/* qd-exits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

/* The window's actions by which something comes in or goes out. */

void qd_exits_install (GtkApplicationWindow *window,
                       QdPortfolio          *portfolio,
                       GSettings            *settings);
void qd_exits_update (GtkApplicationWindow *window,
                      QdPortfolio          *portfolio);

G_END_DECLS
