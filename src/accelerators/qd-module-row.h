/* qd-module-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-catalogue-module.h"

G_BEGIN_DECLS

#define QD_TYPE_MODULE_ROW (qd_module_row_get_type ())

G_DECLARE_FINAL_TYPE (QdModuleRow, qd_module_row, QD, MODULE_ROW, AdwExpanderRow)

GtkWidget         *qd_module_row_new (QdCatalogueModule *module);
QdCatalogueModule *qd_module_row_get_module (QdModuleRow *self);

G_END_DECLS
