/* qd-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint qd_private_close_to_others (const char *folder);

G_END_DECLS
