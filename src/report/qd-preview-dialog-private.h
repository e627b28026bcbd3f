/* qd-preview-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience-banner.h"
#include "qd-exit-gate.h"
#include "qd-preview-dialog.h"
#include "qd-report-source.h"

G_BEGIN_DECLS

/**
 * QdPreviewDialog:
 *
 * A report as it will be read: for whom and on what paper is chosen here, and it
 * is saved as a PDF or printed from here.
 */
struct _QdPreviewDialog
{
  AdwDialog         parent_instance;

  QdPortfolio      *portfolio;
  gpointer          record; /* a QdPlan or a QdAccount */
  QdExitGate       *gate;
  QdReportSource   *source; /* (nullable): of the layout that begins */
  QdReportPages    *pages;
  GCancellable     *layout;  /* of the layout under way */
  GCancellable     *writing; /* of the file under way */
  GtkPrintSetup    *print_setup;
  char             *path; /* of the file under way */
  char             *title;
  double            zoom;
  gboolean          ready; /* the choosers are set */

  AdwToastOverlay  *toasts;
  QdAudienceBanner *banner;
  AdwBanner        *problem;
  AdwStatusPage    *failure;
  GtkDropDown      *audience;
  GtkDropDown      *paper;
  GtkButton        *zoom_button;
  GtkListView      *list;
  GtkProgressBar   *progress;
  GtkStack         *stack;
};

QdReportOptions qd_preview_dialog_get_options (QdPreviewDialog *self);
QdAudience      qd_preview_dialog_get_audience (QdPreviewDialog *self);
void            qd_preview_dialog_update_actions (QdPreviewDialog *self);

/* How it is saved and printed, as actions */

void            qd_preview_dialog_save_cb (GtkWidget  *widget,
                                           const char *name,
                                           GVariant   *parameter);
void            qd_preview_dialog_open_cb (GtkWidget  *widget,
                                           const char *name,
                                           GVariant   *parameter);
void            qd_preview_dialog_print_cb (GtkWidget  *widget,
                                            const char *name,
                                            GVariant   *parameter);

G_END_DECLS
