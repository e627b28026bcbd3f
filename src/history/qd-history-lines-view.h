/* qd-history-lines-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history-entry.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_HISTORY_LINES_VIEW (qd_history_lines_view_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryLinesView, qd_history_lines_view, QD, HISTORY_LINES_VIEW, AdwBin)

void qd_history_lines_view_set_portfolio (QdHistoryLinesView *self,
                                          QdPortfolio        *portfolio);
void qd_history_lines_view_clear (QdHistoryLinesView *self);
void qd_history_lines_view_add (QdHistoryLinesView *self,
                                const char         *heading,
                                GPtrArray          *lines);
void qd_history_lines_view_add_by_record (QdHistoryLinesView *self,
                                          GPtrArray          *lines);

G_END_DECLS
