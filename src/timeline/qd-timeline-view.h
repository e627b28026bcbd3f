/* qd-timeline-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-timeline-chart.h"
#include "qd-timeline-layout.h"

G_BEGIN_DECLS

#define QD_TYPE_TIMELINE_VIEW (qd_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (QdTimelineView, qd_timeline_view, QD, TIMELINE_VIEW, GtkWidget)

GtkWidget       *qd_timeline_view_new (QdPortfolio *portfolio);
void             qd_timeline_view_set_plans (QdTimelineView *self,
                                             GPtrArray      *plans);
void             qd_timeline_view_set_today (QdTimelineView *self,
                                             int             today);
void             qd_timeline_view_search (QdTimelineView *self);
void             qd_timeline_view_new_task (QdTimelineView *self);
void             qd_timeline_view_keep_layout_in (QdTimelineView         *self,
                                                  const char             *key,
                                                  const QdTimelineLayout *usual);
void             qd_timeline_view_add_tool (QdTimelineView *self,
                                            GtkWidget      *tool);
QdTimelineChart *qd_timeline_view_get_chart (QdTimelineView *self);

G_END_DECLS
