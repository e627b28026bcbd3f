/* qd-commands.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

GPtrArray  *qd_commands_list (GtkApplicationWindow *window,
                              QdPortfolio          *portfolio);
const char *qd_commands_get_reason_against (const char *action);

G_END_DECLS
