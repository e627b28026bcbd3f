/* qd-quick-add-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_QUICK_ADD_DIALOG (qd_quick_add_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdQuickAddDialog, qd_quick_add_dialog, QD, QUICK_ADD_DIALOG, AdwDialog)

void qd_quick_add_dialog_present (GtkWidget   *parent,
                                  QdPortfolio *portfolio,
                                  gint64       account,
                                  gint64       plan);

G_END_DECLS
