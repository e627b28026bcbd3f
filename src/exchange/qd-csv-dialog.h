/* qd-csv-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

#define QD_TYPE_CSV_DIALOG (qd_csv_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdCsvDialog, qd_csv_dialog, QD, CSV_DIALOG, AdwDialog)

void qd_csv_dialog_present (GtkWidget   *parent,
                            QdPortfolio *portfolio,
                            GFile       *file);

G_END_DECLS
