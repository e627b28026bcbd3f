/* qd-backups.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-backup-log.h"
#include "qd-backup.h"

G_BEGIN_DECLS

#define QD_TYPE_BACKUPS (qd_backups_get_type ())

G_DECLARE_FINAL_TYPE (QdBackups, qd_backups, QD, BACKUPS, GObject)

QdBackups         *qd_backups_new (const char *database);
const char        *qd_backups_get_database (QdBackups *self);
const QdBackupRun *qd_backups_get_last_run (QdBackups *self);
gboolean           qd_backups_is_busy (QdBackups *self);
const char        *qd_backups_get_problem (QdBackups *self);
const char        *qd_backups_get_extra_folder (QdBackups *self);
void               qd_backups_set_extra_folder (QdBackups  *self,
                                                const char *path);
void               qd_backups_start (QdBackups *self);
void               qd_backups_stop (QdBackups *self);
void               qd_backups_look (QdBackups *self,
                                    gint64     now);
void               qd_backups_make_async (QdBackups          *self,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
gboolean           qd_backups_make_finish (QdBackups    *self,
                                           GAsyncResult *result,
                                           GError      **error);
void               qd_backups_save_copy_async (QdBackups          *self,
                                               GFile              *target,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
gboolean           qd_backups_save_copy_finish (QdBackups    *self,
                                                GAsyncResult *result,
                                                GError      **error);

G_END_DECLS
