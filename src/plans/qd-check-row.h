/* qd-check-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-check-item.h"
#include "qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_CHECK_ROW (qd_check_row_get_type ())

G_DECLARE_FINAL_TYPE (QdCheckRow, qd_check_row, QD, CHECK_ROW, GtkListBoxRow)

QdCheckRow  *qd_check_row_new (QdStore     *store,
                               QdCheckItem *item);
QdCheckItem *qd_check_row_get_item (QdCheckRow *self);

G_END_DECLS
