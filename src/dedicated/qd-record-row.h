/* qd-record-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-pill.h"

G_BEGIN_DECLS

#define QD_TYPE_RECORD_ROW (qd_record_row_get_type ())

G_DECLARE_FINAL_TYPE (QdRecordRow, qd_record_row, QD, RECORD_ROW, AdwPreferencesRow)

GtkWidget  *qd_record_row_new (void);
void        qd_record_row_show (QdRecordRow *self,
                                const char  *title,
                                const char  *text);
void        qd_record_row_show_sealed (QdRecordRow *self,
                                       const char  *title,
                                       const char  *text,
                                       const char  *secret);
const char *qd_record_row_get_text (QdRecordRow *self);
QdPill     *qd_record_row_get_pill (QdRecordRow *self);
void        qd_record_row_add_suffix (QdRecordRow *self,
                                      GtkWidget   *widget);

G_END_DECLS
