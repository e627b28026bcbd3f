/* qd-backup-extra.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A second folder for the backups, on another disk perhaps. */

char    *qd_backup_extra_dup_stem (const char *database);
gboolean qd_backup_extra_update (const char   *database,
                                 const char   *folder,
                                 const char   *name,
                                 const char   *extra,
                                 GCancellable *cancellable,
                                 GError      **error);

G_END_DECLS
