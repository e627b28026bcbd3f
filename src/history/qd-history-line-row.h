/* qd-history-line-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history-entry.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_HISTORY_LINE_ROW (qd_history_line_row_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryLineRow, qd_history_line_row, QD, HISTORY_LINE_ROW, GtkBox)

GtkWidget *qd_history_line_row_new (void);
void       qd_history_line_row_set_line (QdHistoryLineRow *self,
                                         QdPortfolio      *portfolio,
                                         QdHistoryLine    *line,
                                         gboolean          with_record);

G_END_DECLS
