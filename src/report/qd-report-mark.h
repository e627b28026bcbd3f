/* qd-report-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-report-pages.h"

G_BEGIN_DECLS

/* The shapes of a report */

void qd_report_colour_set (cairo_t       *cr,
                           QdReportColour colour);
void qd_report_box_draw (cairo_t       *cr,
                         QdReportColour colour,
                         double         x,
                         double         y,
                         double         width,
                         double         height,
                         double         radius);
void qd_report_rule_draw (cairo_t       *cr,
                          QdReportColour colour,
                          double         x,
                          double         y,
                          double         width,
                          double         height);
void qd_report_mark_draw (cairo_t       *cr,
                          QdReportMark   mark,
                          QdReportColour colour,
                          double         x,
                          double         y,
                          double         size);

G_END_DECLS
