/* qd-backup-make.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-backup-log.h"

G_BEGIN_DECLS

/* How the names of folders begin that a backup was opened in */
#define QD_BACKUP_OPENED_MARK ".opened-"

QdBackupRun *qd_backup_make (const char   *database,
                             const char   *extra,
                             GCancellable *cancellable,
                             GError      **error);
gboolean     qd_backup_save_copy (const char   *database,
                                  GFile        *target,
                                  GCancellable *cancellable,
                                  GError      **error);

G_END_DECLS
