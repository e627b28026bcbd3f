/* qd-history-detail.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history.h"

G_BEGIN_DECLS

#define QD_TYPE_HISTORY_DETAIL (qd_history_detail_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryDetail, qd_history_detail, QD, HISTORY_DETAIL, AdwBin)

void qd_history_detail_set_portfolio (QdHistoryDetail *self,
                                      QdPortfolio     *portfolio);
void qd_history_detail_show (QdHistoryDetail *self,
                             QdHistoryEntry  *entry);
void qd_history_detail_focus (QdHistoryDetail *self);

G_END_DECLS
