/* qd-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What can be told of a file, and settled, before it is opened as a database. */

gboolean qd_file_prepare (const char *path,
                          gint64      known_version,
                          GError    **error);
gboolean qd_file_sync (const char *path,
                       GError    **error);
char    *qd_file_put_in_place (const char *path,
                               const char *draft,
                               GError    **error);

G_END_DECLS
