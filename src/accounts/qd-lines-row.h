/* qd-lines-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_LINES_ROW (qd_lines_row_get_type ())

G_DECLARE_FINAL_TYPE (QdLinesRow, qd_lines_row, QD, LINES_ROW, AdwExpanderRow)

G_END_DECLS
