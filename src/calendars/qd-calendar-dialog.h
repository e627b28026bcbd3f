/* qd-calendar-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_CALENDAR_DIALOG (qd_calendar_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdCalendarDialog, qd_calendar_dialog, QD, CALENDAR_DIALOG, AdwDialog)

void qd_calendar_dialog_present (GtkWidget   *parent,
                                 QdPortfolio *portfolio,
                                 gint64       account);

G_END_DECLS
