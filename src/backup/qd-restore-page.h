/* qd-restore-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-restore.h"

G_BEGIN_DECLS

#define QD_TYPE_RESTORE_PAGE (qd_restore_page_get_type ())

G_DECLARE_FINAL_TYPE (QdRestorePage, qd_restore_page, QD, RESTORE_PAGE, AdwNavigationPage)

GtkWidget *qd_restore_page_new (QdPortfolio    *portfolio,
                                QdBackups      *backups,
                                const QdBackup *backup);

G_END_DECLS
