/* qd-timeline-go-to.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-timeline-chart.h"

G_BEGIN_DECLS

gboolean qd_timeline_chart_go_to (QdTimelineChart *chart,
                                  QdPortfolio     *portfolio,
                                  gint64           task,
                                  int              day);

G_END_DECLS
