/* qd-backups-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-backups.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_BACKUPS_DIALOG (qd_backups_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdBackupsDialog, qd_backups_dialog, QD, BACKUPS_DIALOG, AdwDialog)

void qd_backups_dialog_present (GtkWidget   *parent,
                                QdPortfolio *portfolio,
                                QdBackups   *backups);

G_END_DECLS
