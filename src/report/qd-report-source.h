/* qd-report-source.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-report-data.h"
#include "qd-report-pdf.h"
#include "qd-report.h"

G_BEGIN_DECLS

/**
 * QdReportSource:
 *
 * What a report is made from: what was gathered of a plan or of an account, or a
 * timeline that was drawn, and the options it is made with.
 */
typedef struct _QdReportSource QdReportSource;

QdReportSource                *qd_report_source_new (QdPortfolio           *portfolio,
                                                     gpointer               record,
                                                     QdAudience             audience,
                                                     const QdReportOptions *options);
QdReportSource                *qd_report_source_new_timeline (QdPortfolio           *portfolio,
                                                              QdPlan                *plan,
                                                              QdAudience             audience,
                                                              QdReportMedium         medium,
                                                              const QdReportOptions *options,
                                                              GError               **error);
gboolean                       qd_report_source_draw_next (QdReportSource *self);
void                           qd_report_source_free (QdReportSource *self);
char                          *qd_report_source_dup_title (QdReportSource *self);
QdReportPages                 *qd_report_source_lay_out (QdReportSource *self,
                                                         GCancellable   *cancellable,
                                                         GError        **error);
GBytes                        *qd_report_source_create_image (QdReportSource *self,
                                                              GError        **error);
QdReportMedium                 qd_report_source_get_medium (QdReportSource *self);
gboolean                       qd_report_source_check (QdReportSource *self,
                                                       QdReportPages  *pages,
                                                       GError        **error);
gboolean                       qd_report_source_write (QdReportSource       *self,
                                                       QdReportPages        *pages,
                                                       const char           *path,
                                                       GCancellable         *cancellable,
                                                       GFileProgressCallback progress,
                                                       gpointer              progress_data,
                                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReportSource, qd_report_source_free)

G_END_DECLS
