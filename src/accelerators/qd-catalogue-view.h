/* qd-catalogue-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-catalogue.h"

G_BEGIN_DECLS

#define QD_TYPE_CATALOGUE_VIEW (qd_catalogue_view_get_type ())

G_DECLARE_FINAL_TYPE (QdCatalogueView, qd_catalogue_view, QD, CATALOGUE_VIEW, AdwBin)

GtkWidget *qd_catalogue_view_new (QdPortfolio *portfolio);
void       qd_catalogue_view_search (QdCatalogueView *self);
void       qd_catalogue_view_new_module (QdCatalogueView *self);

G_END_DECLS
