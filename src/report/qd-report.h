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
 * @QD_REPORT_ERROR_EMPTY: there is nothing to draw
 * @QD_REPORT_ERROR_SIZE: it does not fit
 */
typedef enum
{
  QD_REPORT_ERROR_MISSING_FONT,
  QD_REPORT_ERROR_AUDIENCE,
  QD_REPORT_ERROR_EMPTY,
  QD_REPORT_ERROR_SIZE,
} QdReportError;

GQuark qd_report_error_quark (void);

/* In the order of the paper-size setting, which has no A3 */
typedef enum
{
  QD_REPORT_PAPER_LOCALE,
  QD_REPORT_PAPER_A4,
  QD_REPORT_PAPER_LETTER,
  QD_REPORT_PAPER_A3,
} QdReportPaper;

extern const QdNick qd_report_papers[];

/**
 * QdReportTiling:
 * @QD_REPORT_TILING_USUAL: fitted where that can be read, else tiled
 * @QD_REPORT_TILING_FITTED: all the time there is on one page across
 * @QD_REPORT_TILING_TILED: as many pages across as there are weeks to be told apart
 *
 * How a timeline is put onto pages.
 */
typedef enum
{
  QD_REPORT_TILING_USUAL,
  QD_REPORT_TILING_FITTED,
  QD_REPORT_TILING_TILED,
} QdReportTiling;

/* What a timeline is written as */
typedef enum
{
  QD_REPORT_MEDIUM_PDF,
  QD_REPORT_MEDIUM_PNG,
  QD_REPORT_MEDIUM_SVG,
} QdReportMedium;

/**
 * QdReportOptions:
 * @day: when the report is made, and the today it goes by; %QD_DAY_NONE for the actual one
 * @author: for the metadata, or %NULL
 * @complete: whether a character without a font is an error, not a box
 * @width: of the paper in points, if it is not @paper; else 0
 * @tiling: of a timeline, which is on the paper’s side
 */
typedef struct
{
  QdReportPaper  paper;
  int            day;
  const char    *author;
  gboolean       complete;
  double         width;
  double         height;
  QdReportTiling tiling;
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
gboolean qd_report_write_timeline (QdPortfolio           *portfolio,
                                   QdPlan                *plan,
                                   QdAudience             audience,
                                   QdReportMedium         medium,
                                   const QdReportOptions *options,
                                   const char            *path,
                                   GCancellable          *cancellable,
                                   GError               **error);
gboolean qd_report_check_timeline (QdPortfolio           *portfolio,
                                   QdPlan                *plan,
                                   QdAudience             audience,
                                   QdReportMedium         medium,
                                   const QdReportOptions *options,
                                   GError               **error);
char    *qd_report_dup_timeline_words (QdPortfolio           *portfolio,
                                       QdPlan                *plan,
                                       QdAudience             audience,
                                       const QdReportOptions *options,
                                       gboolean              *problem);

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
void     qd_report_write_timeline_async (QdPortfolio           *portfolio,
                                         QdPlan                *plan,
                                         QdAudience             audience,
                                         QdReportMedium         medium,
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
