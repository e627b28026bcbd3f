/* qd-report-pdf.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-report-pages.h"

G_BEGIN_DECLS

/**
 * QdReportMetadata:
 * @day: what the file says it was made on, so that the same report is the same bytes
 *
 * What a PDF says about itself.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  int         day;
} QdReportMetadata;

gboolean qd_report_pdf_write (QdReportPages          *pages,
                              const QdReportMetadata *metadata,
                              const char             *path,
                              GCancellable           *cancellable,
                              GFileProgressCallback   progress,
                              gpointer                progress_data,
                              GError                **error);

G_END_DECLS
