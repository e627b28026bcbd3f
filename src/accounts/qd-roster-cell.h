/* qd-roster-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-roster-column.h"
#include "qd-roster.h"

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_CELL (qd_roster_cell_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterCell, qd_roster_cell, QD, ROSTER_CELL, GtkWidget)

GtkWidget      *qd_roster_cell_new (QdRosterColumn column,
                                    QdRoster      *roster);
void            qd_roster_cell_set_snug (QdRosterCell *self,
                                         gboolean      snug);
QdAccountFacts *qd_roster_cell_get_facts (QdRosterCell *self);
void            qd_roster_cell_set_facts (QdRosterCell   *self,
                                          QdAccountFacts *facts);

G_END_DECLS
