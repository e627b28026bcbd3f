/* qd-timeline-strip.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-plan-schedule.h"

G_BEGIN_DECLS

#define QD_TYPE_TIMELINE_STRIP (qd_timeline_strip_get_type ())

G_DECLARE_FINAL_TYPE (QdTimelineStrip, qd_timeline_strip, QD, TIMELINE_STRIP, GtkWidget)

void            qd_timeline_strip_show_change (QdTimelineStrip *self,
                                               QdPlanSchedule  *schedule,
                                               int              today);
void            qd_timeline_strip_hide (QdTimelineStrip *self);
QdPlanSchedule *qd_timeline_strip_get_schedule (QdTimelineStrip *self);
const char     *qd_timeline_strip_get_headline (QdTimelineStrip *self);

G_END_DECLS
