/* qd-day-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_DAY_ROW (qd_day_row_get_type ())

G_DECLARE_FINAL_TYPE (QdDayRow, qd_day_row, QD, DAY_ROW, AdwEntryRow)

GtkWidget *qd_day_row_new (const char *field);

G_END_DECLS
