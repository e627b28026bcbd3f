/* qd-compare-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history.h"

G_BEGIN_DECLS

#define QD_TYPE_COMPARE_DIALOG (qd_compare_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdCompareDialog, qd_compare_dialog, QD, COMPARE_DIALOG, AdwDialog)

AdwDialog *qd_compare_dialog_new (QdPortfolio *then,
                                  QdPortfolio *now,
                                  int          day,
                                  gint64       account);

G_END_DECLS
