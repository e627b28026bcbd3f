/* qd-history-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history-feed.h"

G_BEGIN_DECLS

#define QD_TYPE_HISTORY_LIST (qd_history_list_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryList, qd_history_list, QD, HISTORY_LIST, AdwBin)

void            qd_history_list_set_feed (QdHistoryList *self,
                                          QdPortfolio   *portfolio,
                                          QdHistoryFeed *feed);
void            qd_history_list_set_narrowed (QdHistoryList *self,
                                              gboolean       narrowed);
QdHistoryEntry *qd_history_list_get_selected (QdHistoryList *self);
GListModel     *qd_history_list_get_model (QdHistoryList *self);
void            qd_history_list_focus (QdHistoryList *self);

G_END_DECLS
