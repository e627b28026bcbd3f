/* qd-palette-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-palette-item.h"

G_BEGIN_DECLS

#define QD_TYPE_PALETTE_ROW (qd_palette_row_get_type ())

G_DECLARE_FINAL_TYPE (QdPaletteRow, qd_palette_row, QD, PALETTE_ROW, GtkListBoxRow)

GtkWidget           *qd_palette_row_new (const QdPaletteItem *item);
const QdPaletteItem *qd_palette_row_get_item (QdPaletteRow *self);
void                 qd_palette_row_update_header (GtkListBoxRow *row,
                                                   GtkListBoxRow *before,
                                                   gpointer       user_data);

G_END_DECLS
