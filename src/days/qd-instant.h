/* qd-instant.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Instants, in seconds since 1970; in the file and in JSON they are text in UTC, such as
 * “2026-05-03T14:00:00Z”. */

gboolean qd_instant_parse (const char *text,
                           gint64     *seconds);
char    *qd_instant_format (gint64 seconds);

G_END_DECLS
