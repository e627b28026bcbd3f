/* qd-enum-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_ENUM_CELL (qd_enum_cell_get_type ())

G_DECLARE_FINAL_TYPE (QdEnumCell, qd_enum_cell, QD, ENUM_CELL, AdwBin)

GtkWidget *qd_enum_cell_new (const char *field);

G_END_DECLS
