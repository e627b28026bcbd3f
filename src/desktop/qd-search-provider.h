/* qd-search-provider.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_SEARCH_PROVIDER (qd_search_provider_get_type ())

G_DECLARE_FINAL_TYPE (QdSearchProvider, qd_search_provider, QD, SEARCH_PROVIDER, GObject)

QdSearchProvider *qd_search_provider_new (GApplication *app);
gboolean          qd_search_provider_export (QdSearchProvider *self,
                                             GDBusConnection  *connection,
                                             const char       *app_path,
                                             GError          **error);
void              qd_search_provider_unexport (QdSearchProvider *self,
                                               GDBusConnection  *connection);
void              qd_search_provider_set_portfolio (QdSearchProvider *self,
                                                    QdPortfolio      *portfolio);

G_END_DECLS
