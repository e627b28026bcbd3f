/* qd-calendar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_CALENDAR (qd_calendar_get_type ())

G_DECLARE_FINAL_TYPE (QdCalendar, qd_calendar, QD, CALENDAR, GtkWidget)

GtkWidget *qd_calendar_new (void);
void       qd_calendar_show_day (QdCalendar *self,
                                 int         day);

G_END_DECLS
