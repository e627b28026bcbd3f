/* qd-support-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-support-item.h"

G_BEGIN_DECLS

#define QD_TYPE_SUPPORT_ROW (qd_support_row_get_type ())

G_DECLARE_FINAL_TYPE (QdSupportRow, qd_support_row, QD, SUPPORT_ROW, AdwBin)

GtkWidget     *qd_support_row_new (gboolean narrow);
QdSupportItem *qd_support_row_get_item (QdSupportRow *self);
void           qd_support_row_set_item (QdSupportRow  *self,
                                        QdSupportItem *item);
void           qd_support_row_set_narrow (QdSupportRow *self,
                                          gboolean      narrow);
void           qd_support_row_set_show_account (QdSupportRow *self,
                                                gboolean      show_account);

G_END_DECLS
