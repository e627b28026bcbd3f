/* qd-history-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history-entry.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_HISTORY_ROW (qd_history_row_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryRow, qd_history_row, QD, HISTORY_ROW, GtkBox)

GtkWidget *qd_history_row_new (void);
void       qd_history_row_set_entry (QdHistoryRow   *self,
                                     QdPortfolio    *portfolio,
                                     QdHistoryEntry *entry);
char      *qd_history_row_dup_label (QdPortfolio    *portfolio,
                                     QdHistoryEntry *entry);

G_END_DECLS
