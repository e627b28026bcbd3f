/* qd-disclosures-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_DISCLOSURES_DIALOG (qd_disclosures_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdDisclosuresDialog, qd_disclosures_dialog, QD, DISCLOSURES_DIALOG, AdwDialog)

void qd_disclosures_dialog_present (GtkWidget   *parent,
                                    QdPortfolio *portfolio);

G_END_DECLS
