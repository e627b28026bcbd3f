/* qd-backup-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-backup-log.h"
#include "qd-backup.h"

G_BEGIN_DECLS

/* Backups as people speak of them. All return text the caller owns. */

char *qd_backup_dup_age (gint64 instant,
                         gint64 now);
char *qd_backup_dup_facts (const QdBackup *backup,
                           gint64          now);
char *qd_backup_run_dup_summary (const QdBackupRun *run,
                                 gint64             now);
char *qd_backup_run_dup_facts (const QdBackupRun *run);

G_END_DECLS
