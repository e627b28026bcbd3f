/* qd-week-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"

G_BEGIN_DECLS

#define QD_TYPE_WEEK_VIEW (qd_week_view_get_type ())

G_DECLARE_FINAL_TYPE (QdWeekView, qd_week_view, QD, WEEK_VIEW, AdwBin)

GtkWidget *qd_week_view_new (QdFactBook *book);
void       qd_week_view_set_clock (QdWeekView *self,
                                   gint64      now,
                                   GTimeZone  *mine);
void       qd_week_view_tick (QdWeekView *self,
                              gint64      now);
void       qd_week_view_set_day (QdWeekView *self,
                                 int         day);

G_END_DECLS
