/* qd-health-chart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-health.h"

G_BEGIN_DECLS

#define QD_TYPE_HEALTH_CHART (qd_health_chart_get_type ())

G_DECLARE_FINAL_TYPE (QdHealthChart, qd_health_chart, QD, HEALTH_CHART, GtkWidget)

void  qd_health_chart_set_entries (QdHealthChart *self,
                                   GPtrArray     *entries,
                                   int            today);
char *qd_health_dup_words (GPtrArray *entries,
                           int        today);

G_END_DECLS
