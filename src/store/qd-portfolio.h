/* qd-portfolio.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-index.h"

G_BEGIN_DECLS

#define QD_TYPE_PORTFOLIO (qd_portfolio_get_type ())

G_DECLARE_FINAL_TYPE (QdPortfolio, qd_portfolio, QD, PORTFOLIO, GObject)

QdPortfolio  *qd_portfolio_new (QdStore     *store,
                                const GType *types,
                                guint        n_types);
QdStore      *qd_portfolio_get_store (QdPortfolio *self);
GArray       *qd_portfolio_dup_types (QdPortfolio *self);
QdRecordList *qd_portfolio_get_list (QdPortfolio *self,
                                     GType        type);
QdIndex      *qd_portfolio_get_index (QdPortfolio *self,
                                      GType        type);
GListModel   *qd_portfolio_get_children (QdPortfolio *self,
                                         GType        type,
                                         gint64       parent);
GPtrArray    *qd_portfolio_peek_children (QdPortfolio *self,
                                          GType        type,
                                          gint64       parent);
gpointer      qd_portfolio_lookup (QdPortfolio *self,
                                   GType        type,
                                   gint64       id);
void          qd_portfolio_load_async (QdPortfolio        *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean      qd_portfolio_load_finish (QdPortfolio  *self,
                                        GAsyncResult *result,
                                        GError      **error);

G_END_DECLS
