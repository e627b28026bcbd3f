/* qd-text-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_TEXT_ROW (qd_text_row_get_type ())

G_DECLARE_FINAL_TYPE (QdTextRow, qd_text_row, QD, TEXT_ROW, AdwEntryRow)

GtkWidget *qd_text_row_new (const char *field);

G_END_DECLS
