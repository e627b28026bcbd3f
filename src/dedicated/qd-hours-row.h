/* qd-hours-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"
#include "qd-ticket.h"

G_BEGIN_DECLS

#define QD_TYPE_HOURS_ROW (qd_hours_row_get_type ())

G_DECLARE_FINAL_TYPE (QdHoursRow, qd_hours_row, QD, HOURS_ROW, AdwComboRow)

GtkWidget *qd_hours_row_new (QdFactBook *book,
                             QdTicket   *ticket);

G_END_DECLS
