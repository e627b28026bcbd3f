/* qd-timeline-header.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-timeline-chart.h"

G_BEGIN_DECLS

#define QD_TYPE_TIMELINE_HEADER (qd_timeline_header_get_type ())

G_DECLARE_FINAL_TYPE (QdTimelineHeader, qd_timeline_header, QD, TIMELINE_HEADER, GtkWidget)

void qd_timeline_header_set_chart (QdTimelineHeader *self,
                                   QdTimelineChart  *chart);

G_END_DECLS
