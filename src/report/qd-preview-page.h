/* qd-preview-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-report-pages.h"

G_BEGIN_DECLS

#define QD_TYPE_PREVIEW_PAGE (qd_preview_page_get_type ())

G_DECLARE_FINAL_TYPE (QdPreviewPage, qd_preview_page, QD, PREVIEW_PAGE, GtkWidget)

GtkWidget *qd_preview_page_new (void);
void       qd_preview_page_show (QdPreviewPage *self,
                                 QdReportPages *pages,
                                 guint          page);
void       qd_preview_page_set_zoom (QdPreviewPage *self,
                                     double         zoom);

G_END_DECLS
