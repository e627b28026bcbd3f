/* qd-backup-transfer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Bytes to another place, and back to be compared. */

gboolean qd_backup_transfer (const char   *source,
                             GFile        *target,
                             GCancellable *cancellable,
                             GError      **error);

G_END_DECLS
