/* qd-enum-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_ENUM_ROW (qd_enum_row_get_type ())

G_DECLARE_FINAL_TYPE (QdEnumRow, qd_enum_row, QD, ENUM_ROW, AdwComboRow)

GtkWidget *qd_enum_row_new (const char *field);

G_END_DECLS
