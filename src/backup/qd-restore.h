/* qd-restore.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-backups.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdRestoreKind:
 * @type: of the records
 * @label: what one of them is called, translated
 * @n_there: how many the backup has
 * @n_back: how many of them are no longer there, and would be again
 * @n_gone: how many came since, and would go
 * @n_changed: how many are in both and differ
 * @examples: (element-type utf8): some of those, as they may be seen on a screen
 *
 * What restoring a backup would do to one kind of record.
 */
typedef struct
{
  GType       type;
  const char *label;
  guint       n_there;
  guint       n_back;
  guint       n_gone;
  guint       n_changed;
  GPtrArray  *examples;
} QdRestoreKind;

#define QD_TYPE_RESTORE (qd_restore_get_type ())

G_DECLARE_FINAL_TYPE (QdRestore, qd_restore, QD, RESTORE, GObject)

void       qd_restore_open_async (QdPortfolio        *present,
                                  const char         *database,
                                  const QdBackup     *backup,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
QdRestore *qd_restore_open_finish (GAsyncResult *result,
                                   GError      **error);

gboolean   qd_restore_is_same (QdRestore *self);
GPtrArray *qd_restore_get_kinds (QdRestore *self);
GPtrArray *qd_restore_list_accounts (QdRestore *self);

void       qd_restore_apply_async (QdRestore          *self,
                                   QdBackups          *backups,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
gboolean   qd_restore_apply_finish (QdRestore    *self,
                                    GAsyncResult *result,
                                    GError      **error);

G_END_DECLS
