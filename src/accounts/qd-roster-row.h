/* qd-roster-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-roster.h"

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_ROW (qd_roster_row_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterRow, qd_roster_row, QD, ROSTER_ROW, GtkWidget)

GtkWidget *qd_roster_row_new (QdRoster *roster);
void       qd_roster_row_set_facts (QdRosterRow    *self,
                                    QdAccountFacts *facts);

G_END_DECLS
