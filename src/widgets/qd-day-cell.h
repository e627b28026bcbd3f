/* qd-day-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_DAY_CELL (qd_day_cell_get_type ())

G_DECLARE_FINAL_TYPE (QdDayCell, qd_day_cell, QD, DAY_CELL, AdwBin)

GtkWidget *qd_day_cell_new (const char *field);

G_END_DECLS
