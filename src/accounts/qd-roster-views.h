/* qd-roster-views.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"
#include "qd-roster-list.h"

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_VIEWS (qd_roster_views_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterViews, qd_roster_views, QD, ROSTER_VIEWS, GObject)

QdRosterViews *qd_roster_views_new (GtkWidget    *page,
                                    QdPortfolio  *portfolio,
                                    QdRosterList *list);
GMenuModel    *qd_roster_views_create_menu (QdRosterViews *self);
const char    *qd_roster_views_get_name (QdRosterViews *self);

G_END_DECLS
