/* qd-foreign.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A database of Quarterdeck that somebody sent: read as if it were the file they could have exported. */

/* More than a portfolio of ten thousand accounts with a long history takes */
#define QD_FOREIGN_MAX_BYTES (G_GINT64_CONSTANT (1024) * 1024 * 1024)

gboolean  qd_foreign_is_database (const char *name,
                                  GBytes     *bytes);
JsonNode *qd_foreign_read (GFile        *file,
                           GCancellable *cancellable,
                           GError      **error);

G_END_DECLS
