/* qd-module-filter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-catalogue-module.h"

G_BEGIN_DECLS

/* What every list of modules has: a choice of category, and headings of them. */

void     qd_module_filter_fill (GtkDropDown *categories);
gboolean qd_module_filter_passes (GtkDropDown       *categories,
                                  char             **words,
                                  QdCatalogueModule *module);
void     qd_module_filter_set_heading (GtkListBoxRow     *row,
                                       QdCatalogueModule *module,
                                       QdCatalogueModule *before);

G_END_DECLS
