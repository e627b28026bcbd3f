/* qd-zone-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *qd_zone_list (void);
gboolean           qd_zone_matches (const char *zone,
                                    const char *search);
const char        *qd_zone_resolve (const char *text);
char              *qd_zone_dup_time (const char *zone,
                                     GDateTime  *now);

G_END_DECLS
