/* qd-report.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-audience.h"
#include "qd-plan.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_REPORT_ERROR (qd_report_error_quark ())

/**
 * QdReportError:
 * @QD_REPORT_ERROR_MISSING_FONT: no font of this machine has some character
 * @QD_REPORT_ERROR_AUDIENCE: it would give a name away
 */
typedef enum
{
  QD_REPORT_ERROR_MISSING_FONT,
  QD_REPORT_ERROR_AUDIENCE,
} QdReportError;

GQuark qd_report_error_quark (void);

/* In the order of the paper-size setting */
typedef enum
{
  QD_REPORT_PAPER_LOCALE,
  QD_REPORT_PAPER_A4,
  QD_REPORT_PAPER_LETTER,
} QdReportPaper;

/**
 * QdReportOptions:
 * @day: when the report is made, and the today it goes by; %QD_DAY_NONE for the actual one
 * @author: for the metadata, or %NULL
 * @complete: whether a character without a font is an error, not a box
 * @width: of the paper in points, if it is not @paper; else 0
 */
typedef struct
{
  QdReportPaper paper;
  int           day;
  const char   *author;
  gboolean      complete;
  double        width;
  double        height;
} QdReportOptions;

void     qd_report_get_paper_size (QdReportPaper paper,
                                   double       *width,
                                   double       *height);

gboolean qd_report_write_plan_pdf (QdPortfolio           *portfolio,
                                   QdPlan                *plan,
                                   QdAudience             audience,
                                   const QdReportOptions *options,
                                   const char            *path,
                                   GCancellable          *cancellable,
                                   GError               **error);
gboolean qd_report_write_account_pdf (QdPortfolio           *portfolio,
                                      QdAccount             *account,
                                      QdAudience             audience,
                                      const QdReportOptions *options,
                                      const char            *path,
                                      GCancellable          *cancellable,
                                      GError               **error);

/*
 * The records are read before these return; the rest is done on another thread.
 * @progress is called on the thread they were called on, with pages.
 */

void     qd_report_write_plan_pdf_async (QdPortfolio           *portfolio,
                                         QdPlan                *plan,
                                         QdAudience             audience,
                                         const QdReportOptions *options,
                                         const char            *path,
                                         GCancellable          *cancellable,
                                         GFileProgressCallback  progress,
                                         gpointer               progress_data,
                                         GAsyncReadyCallback    callback,
                                         gpointer               user_data);
void     qd_report_write_account_pdf_async (QdPortfolio           *portfolio,
                                            QdAccount             *account,
                                            QdAudience             audience,
                                            const QdReportOptions *options,
                                            const char            *path,
                                            GCancellable          *cancellable,
                                            GFileProgressCallback  progress,
                                            gpointer               progress_data,
                                            GAsyncReadyCallback    callback,
                                            gpointer               user_data);
gboolean qd_report_write_finish (GAsyncResult *result,
                                 GError      **error);

G_END_DECLS
