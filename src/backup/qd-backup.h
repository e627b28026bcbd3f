/* qd-backup.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QdBackup:
 * @instant: when it was made, in seconds since 1970
 * @bytes: its size
 * @n_rows: how many rows of the person's it holds; -1 where that is not known
 * @is_good: it was found to be whole, and nobody wrote to it since
 * @problem: (nullable): what is wrong with it, in a sentence
 * @digest: (nullable): see QdCopyContent
 * @modified: when the file was written last, in microseconds since 1970
 *
 * A file with all that was in the database at one time.
 */
typedef struct
{
  char    *path;
  gint64   instant;
  gint64   bytes;
  gint64   n_rows;
  gboolean is_good;
  char    *problem;
  char    *digest;
  gint64   modified;
} QdBackup;

#define QD_TYPE_BACKUP (qd_backup_get_type ())

GType      qd_backup_get_type (void);
QdBackup  *qd_backup_copy (QdBackup *self);
void       qd_backup_free (QdBackup *self);
QdBackup  *qd_backup_new_for_file (const char *path);

char      *qd_backup_dup_folder (const char *database);
char      *qd_backup_dup_name (const char *stem,
                               gint64      instant,
                               guint       number);
gboolean   qd_backup_parse_name (const char *name,
                                 gint64     *instant);

gboolean   qd_backup_check (QdBackup     *self,
                            GCancellable *cancellable,
                            GError      **error);
GPtrArray *qd_backups_list (const char   *database,
                            GCancellable *cancellable,
                            GError      **error);
void       qd_backups_list_async (const char         *database,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
GPtrArray *qd_backups_list_finish (GAsyncResult *result,
                                   GError      **error);
void       qd_backups_find_good_async (const char         *database,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
QdBackup  *qd_backups_find_good_finish (GAsyncResult *result,
                                        GError      **error);
char      *qd_backup_take (QdBackup     *self,
                           const char   *database,
                           GCancellable *cancellable,
                           GError      **error);
void       qd_backup_take_async (QdBackup           *self,
                                 const char         *database,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
char      *qd_backup_take_finish (GAsyncResult *result,
                                  GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdBackup, qd_backup_free)

G_END_DECLS
