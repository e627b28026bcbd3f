/* qd-since-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-history.h"

G_BEGIN_DECLS

#define QD_TYPE_SINCE_DIALOG (qd_since_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdSinceDialog, qd_since_dialog, QD, SINCE_DIALOG, AdwDialog)

AdwDialog *qd_since_dialog_new (QdPortfolio *portfolio,
                                gint64       account);

G_END_DECLS
