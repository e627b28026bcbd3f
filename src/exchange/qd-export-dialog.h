/* qd-export-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-exchange.h"
#include "qd-shell.h"

G_BEGIN_DECLS

#define QD_TYPE_EXPORT_DIALOG (qd_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdExportDialog, qd_export_dialog, QD, EXPORT_DIALOG, AdwDialog)

void qd_export_dialog_present (GtkWidget     *parent,
                               QdPortfolio   *portfolio,
                               QdExchangeKind kind,
                               gint64         id);

G_END_DECLS
