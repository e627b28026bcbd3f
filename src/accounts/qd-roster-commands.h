/* qd-roster-commands.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_COMMANDS (qd_roster_commands_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterCommands, qd_roster_commands, QD, ROSTER_COMMANDS, GObject)

QdRosterCommands *qd_roster_commands_new (GtkWidget         *page,
                                          QdPortfolio       *portfolio,
                                          GtkSelectionModel *selection);
GMenuModel       *qd_roster_commands_create_row_menu (void);
GMenuModel       *qd_roster_commands_create_set_menu (void);

G_END_DECLS
