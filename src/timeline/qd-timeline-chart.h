/* qd-timeline-chart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-scene-snapshot.h"
#include "qd-timeline-frame.h"

G_BEGIN_DECLS

#define QD_TYPE_TIMELINE_CHART (qd_timeline_chart_get_type ())

G_DECLARE_FINAL_TYPE (QdTimelineChart, qd_timeline_chart, QD, TIMELINE_CHART, GtkWidget)

void              qd_timeline_chart_set_model (QdTimelineChart   *self,
                                               QdTimelineModel   *model,
                                               GtkSelectionModel *selection);
QdTimelineModel  *qd_timeline_chart_get_model (QdTimelineChart *self);
const QdTimeAxis *qd_timeline_chart_get_axis (QdTimelineChart *self);
void              qd_timeline_chart_set_axis (QdTimelineChart  *self,
                                              const QdTimeAxis *axis);
void              qd_timeline_chart_set_row_height (QdTimelineChart *self,
                                                    int              height);
void              qd_timeline_chart_set_show (QdTimelineChart *self,
                                              QdTimelineShow   show);
QdTimelineShow    qd_timeline_chart_get_show (QdTimelineChart *self);
QdTimelineFrame   qd_timeline_chart_get_frame (QdTimelineChart *self);
const QdPalette  *qd_timeline_chart_get_palette (QdTimelineChart *self);

void              qd_timeline_chart_zoom (QdTimelineChart *self,
                                          double           factor);
void              qd_timeline_chart_fit (QdTimelineChart *self,
                                         QdMinute         from,
                                         QdMinute         until);
void              qd_timeline_chart_fit_plan (QdTimelineChart *self);
void              qd_timeline_chart_fit_weeks (QdTimelineChart *self);
void              qd_timeline_chart_fit_quarters (QdTimelineChart *self);
void              qd_timeline_chart_go_to_today (QdTimelineChart *self);
void              qd_timeline_chart_pan (QdTimelineChart *self,
                                         double           pages);
void              qd_timeline_chart_reveal (QdTimelineChart *self,
                                            guint            position);
int               qd_timeline_chart_get_current (QdTimelineChart *self);
void              qd_timeline_chart_set_current (QdTimelineChart *self,
                                                 int              position,
                                                 gboolean         select);
int               qd_timeline_chart_get_chosen_link (QdTimelineChart *self,
                                                     guint           *source);
void              qd_timeline_chart_begin_link (QdTimelineChart *self);
void              qd_timeline_chart_set_busy (QdTimelineChart *self,
                                              gboolean         busy);
void              qd_timeline_chart_set_now (QdTimelineChart *self,
                                             QdMinute         now);

G_END_DECLS
