/* qd-holiday-import.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"
#include "qd-working-calendar.h"

G_BEGIN_DECLS

void qd_holiday_import_choose (GtkWidget         *parent,
                               QdPortfolio       *portfolio,
                               QdWorkingCalendar *calendar);
void qd_holiday_import_present (GtkWidget         *parent,
                                QdPortfolio       *portfolio,
                                QdWorkingCalendar *calendar,
                                GFile             *file);

G_END_DECLS
