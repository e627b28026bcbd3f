/* qd-zone.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* IANA time zones, such as “Europe/Berlin”. */

gboolean qd_zone_check (const char *name,
                        GError    **error);

G_END_DECLS
