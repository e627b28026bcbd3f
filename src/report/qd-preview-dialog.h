/* qd-preview-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_PREVIEW_DIALOG (qd_preview_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdPreviewDialog, qd_preview_dialog, QD, PREVIEW_DIALOG, AdwDialog)

void qd_preview_dialog_present (GtkWidget   *parent,
                                QdPortfolio *portfolio,
                                GType        type,
                                gint64       id);

G_END_DECLS
