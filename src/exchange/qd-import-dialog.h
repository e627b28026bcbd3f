/* qd-import-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

#define QD_TYPE_IMPORT_DIALOG (qd_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdImportDialog, qd_import_dialog, QD, IMPORT_DIALOG, AdwDialog)

void qd_import_dialog_present (GtkWidget   *parent,
                               QdPortfolio *portfolio,
                               GFile       *file);

G_END_DECLS
