/* qd-changeset.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean qd_changeset_is_whole (GBytes *bytes);

G_END_DECLS
