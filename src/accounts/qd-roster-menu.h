/* qd-roster-menu.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_MENU (qd_roster_menu_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterMenu, qd_roster_menu, QD, ROSTER_MENU, GObject)

QdRosterMenu *qd_roster_menu_new (GtkWidget         *page,
                                  GtkWidget         *rows,
                                  GtkSelectionModel *selection);
void          qd_roster_menu_detach (QdRosterMenu *self);

G_END_DECLS
