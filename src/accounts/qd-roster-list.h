/* qd-roster-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-roster-view.h"
#include "qd-roster.h"

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_LIST (qd_roster_list_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterList, qd_roster_list, QD, ROSTER_LIST, GObject)

QdRosterList       *qd_roster_list_new (QdRoster *roster);
QdRoster           *qd_roster_list_get_roster (QdRosterList *self);
GListModel         *qd_roster_list_get_model (QdRosterList *self);
const QdRosterView *qd_roster_list_get_view (QdRosterList *self);
void                qd_roster_list_set_view (QdRosterList       *self,
                                             const QdRosterView *view);
guint               qd_roster_list_count_all (QdRosterList *self);

G_END_DECLS
