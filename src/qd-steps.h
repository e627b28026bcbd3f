/* qd-steps.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

/* The window's actions that undo and redo, and their items in the menu. */

void qd_steps_install (GtkApplicationWindow *window,
                       QdPortfolio          *portfolio,
                       GMenu                *items);

G_END_DECLS
