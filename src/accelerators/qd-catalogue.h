/* qd-catalogue.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-catalogue-module.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_CATALOGUE (qd_catalogue_get_type ())

G_DECLARE_FINAL_TYPE (QdCatalogue, qd_catalogue, QD, CATALOGUE, GObject)

QdCatalogue       *qd_catalogue_new (QdPortfolio *portfolio);
QdPortfolio       *qd_catalogue_get_portfolio (QdCatalogue *self);
QdCatalogueModule *qd_catalogue_lookup (QdCatalogue *self,
                                        const char  *key);
QdCatalogueModule *qd_catalogue_find (QdCatalogue *self,
                                      const char  *name);
GPtrArray         *qd_catalogue_search (QdCatalogue *self,
                                        const char  *text,
                                        int          category);

G_END_DECLS
