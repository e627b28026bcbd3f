/* qd-csv-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-csv-roster.h"

G_BEGIN_DECLS

#define QD_TYPE_CSV_ITEM (qd_csv_item_get_type ())

G_DECLARE_FINAL_TYPE (QdCsvItem, qd_csv_item, QD, CSV_ITEM, GObject)

QdCsvItem   *qd_csv_item_new (const QdCsvResult *result);
QdCsvOutcome qd_csv_item_get_outcome (QdCsvItem *self);

G_END_DECLS
