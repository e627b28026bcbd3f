/* qd-text-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_TEXT_CELL (qd_text_cell_get_type ())

G_DECLARE_FINAL_TYPE (QdTextCell, qd_text_cell, QD, TEXT_CELL, AdwBin)

GtkWidget *qd_text_cell_new (const char *field);

G_END_DECLS
