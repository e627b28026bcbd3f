/* qd-window-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"
#include "qd-fact-book.h"

G_BEGIN_DECLS

#define QD_TYPE_WINDOW_ROW (qd_window_row_get_type ())

G_DECLARE_FINAL_TYPE (QdWindowRow, qd_window_row, QD, WINDOW_ROW, AdwComboRow)

GtkWidget *qd_window_row_new (QdFactBook *book,
                              const char *field);

G_END_DECLS
