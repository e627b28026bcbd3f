/* qd-report-parts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-report-data.h"
#include "qd-report-flow.h"

G_BEGIN_DECLS

/* The parts reports are put together from */

typedef struct
{
  const char          *label;
  const char          *value;
  const QdReportState *state; /* instead of the value */
  const char          *detail;
} QdReportFact;

char *qd_report_dup_day (int day);
char *qd_report_dup_days (int first,
                          int last);
char *qd_report_dup_audience (QdAudience audience);
char *qd_report_dup_line (const char *text);
char *qd_report_dup_title (const char *customer,
                           const char *name);

void  qd_report_add_title (QdReportFlow *flow,
                           const char   *eyebrow,
                           const char   *title,
                           const char   *subtitle);
void  qd_report_add_facts (QdReportFlow       *flow,
                           const QdReportFact *facts,
                           guint               n_facts,
                           guint               n_columns);
void  qd_report_add_bar (QdReportFlow *flow,
                         double        x,
                         double        y,
                         double        width,
                         double        height,
                         double        done,
                         double        expected);
void  qd_report_add_progress (QdReportFlow *flow,
                              double        done,
                              double        expected,
                              int           day);
void  qd_report_add_edges (QdReportPages *pages,
                           const char    *left,
                           const char    *right,
                           QdAudience     audience,
                           int            day);
void  qd_report_add_timeline (QdReportFlow *flow,
                              QdReportPlan *plan);

G_END_DECLS
