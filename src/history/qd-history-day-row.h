/* qd-history-day-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-day.h"

G_BEGIN_DECLS

#define QD_TYPE_HISTORY_DAY_ROW (qd_history_day_row_get_type ())

G_DECLARE_FINAL_TYPE (QdHistoryDayRow, qd_history_day_row, QD, HISTORY_DAY_ROW, AdwEntryRow)

GtkWidget *qd_history_day_row_new (const char *title);
gboolean   qd_history_day_row_get_day (QdHistoryDayRow *self,
                                       int             *day);
void       qd_history_day_row_set_day (QdHistoryDayRow *self,
                                       int              day);

G_END_DECLS
