/* qd-text-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QD_TYPE_TEXT_ROWS (qd_text_rows_get_type ())

G_DECLARE_FINAL_TYPE (QdTextRows, qd_text_rows, QD, TEXT_ROWS, AdwBin)

void  qd_text_rows_begin (QdTextRows *self);
void  qd_text_rows_add (QdTextRows *self,
                        const char *icon_name,
                        const char *title,
                        const char *text);
void  qd_text_rows_end (QdTextRows *self);
guint qd_text_rows_get_n_rows (QdTextRows *self);

G_END_DECLS
