/* qd-roster-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-roster-list.h"

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_TABLE (qd_roster_table_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterTable, qd_roster_table, QD, ROSTER_TABLE, AdwBin)

void           qd_roster_table_set_list (QdRosterTable *self,
                                         QdRosterList  *list);
void           qd_roster_table_set_model (QdRosterTable     *self,
                                          GtkSelectionModel *model);
GtkColumnView *qd_roster_table_get_view (QdRosterTable *self);

G_END_DECLS
