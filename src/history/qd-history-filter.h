/* qd-history-filter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history.h"

G_BEGIN_DECLS

#define QD_TYPE_HISTORY_FILTER (qd_history_filter_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryFilter, qd_history_filter, QD, HISTORY_FILTER, AdwBin)

void     qd_history_filter_set_portfolio (QdHistoryFilter *self,
                                          QdPortfolio     *portfolio);
void     qd_history_filter_set_record (QdHistoryFilter *self,
                                       const char      *table,
                                       gint64           id);
void     qd_history_filter_set_days (QdHistoryFilter *self,
                                     int              from_day,
                                     int              to_day);
void     qd_history_filter_clear (QdHistoryFilter *self);
gboolean qd_history_filter_is_empty (QdHistoryFilter *self);
void     qd_history_filter_fill (QdHistoryFilter *self,
                                 QdHistoryQuery  *query);

G_END_DECLS
