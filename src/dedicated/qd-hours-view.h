/* qd-hours-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"

G_BEGIN_DECLS

#define QD_TYPE_HOURS_VIEW (qd_hours_view_get_type ())

G_DECLARE_FINAL_TYPE (QdHoursView, qd_hours_view, QD, HOURS_VIEW, AdwBin)

GtkWidget *qd_hours_view_new (QdFactBook *book);
void       qd_hours_view_set_clock (QdHoursView *self,
                                    gint64       now,
                                    GTimeZone   *mine);

G_END_DECLS
