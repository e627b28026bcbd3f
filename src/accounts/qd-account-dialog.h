/* qd-account-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCOUNT_DIALOG (qd_account_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdAccountDialog, qd_account_dialog, QD, ACCOUNT_DIALOG, AdwDialog)

AdwDialog *qd_account_dialog_new (QdStore   *store,
                                  GtkWidget *page);

G_END_DECLS
