/* qd-history-feed.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-history.h"

G_BEGIN_DECLS

#define QD_TYPE_HISTORY_FEED (qd_history_feed_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryFeed, qd_history_feed, QD, HISTORY_FEED, GObject)

QdHistoryFeed *qd_history_feed_new (QdPortfolio *portfolio);
void           qd_history_feed_set_query (QdHistoryFeed        *self,
                                          const QdHistoryQuery *query);
void           qd_history_feed_load_older (QdHistoryFeed *self);
gboolean       qd_history_feed_is_loading (QdHistoryFeed *self);
gboolean       qd_history_feed_is_at_end (QdHistoryFeed *self);

G_END_DECLS
