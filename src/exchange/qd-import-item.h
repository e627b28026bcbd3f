/* qd-import-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-import-plan.h"

G_BEGIN_DECLS

#define QD_TYPE_IMPORT_ITEM (qd_import_item_get_type ())

G_DECLARE_FINAL_TYPE (QdImportItem, qd_import_item, QD, IMPORT_ITEM, GObject)

QdImportItem *qd_import_item_new (QdImportRow *row);
QdImportRow  *qd_import_item_get_row (QdImportItem *self);
GListModel   *qd_import_item_create_changes (QdImportItem *self);

G_END_DECLS
