/* qd-history-query.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-history.h"
#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdHistoryAsk:
 * @types: (element-type GType): the kinds of record, parents first
 * @entry: that the lines are asked of
 * @since: in seconds since 1970
 *
 * What is handed to the thread that reads.
 */
typedef struct
{
  GArray        *types;
  QdHistoryQuery query;
  char          *text;
  gint64         entry;
  gint64         account;
  gint64         since;
} QdHistoryAsk;

void     qd_history_ask_free (QdHistoryAsk *ask);

/* Each is a QdReadFunc over a #QdHistoryAsk */

gpointer qd_history_find_func (QdDb    *db,
                               gpointer ask,
                               GError **error);
gpointer qd_history_lines_func (QdDb    *db,
                                gpointer ask,
                                GError **error);
gpointer qd_history_since_func (QdDb    *db,
                                gpointer ask,
                                GError **error);
gpointer qd_history_first_day_func (QdDb    *db,
                                    gpointer ask,
                                    GError **error);
gpointer qd_history_size_func (QdDb    *db,
                               gpointer ask,
                               GError **error);

void     qd_history_run (QdStore       *store,
                         QdReadFunc     func,
                         QdHistoryAsk  *ask,
                         GDestroyNotify result_free,
                         GTask         *task);

G_END_DECLS
