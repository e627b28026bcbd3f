/* qd-dedicated-rules.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

/* What the records of this room check. */

gboolean qd_dedicated_check (gpointer           draft,
                             const char *const *pairs,
                             GError           **error);

G_END_DECLS
