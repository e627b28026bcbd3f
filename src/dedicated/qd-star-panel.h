/* qd-star-panel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"
#include "qd-minute-clock.h"
#include "qd-ticket.h"

G_BEGIN_DECLS

#define QD_TYPE_STAR_PANEL (qd_star_panel_get_type ())

G_DECLARE_FINAL_TYPE (QdStarPanel, qd_star_panel, QD, STAR_PANEL, AdwPreferencesGroup)

GtkWidget *qd_star_panel_new (QdFactBook    *book,
                              QdMinuteClock *clock,
                              QdTicket      *ticket);
void       qd_star_panel_set_narrow (QdStarPanel *self,
                                     gboolean     narrow);
GtkWidget *qd_star_panel_get_focus (QdStarPanel *self);

G_END_DECLS
