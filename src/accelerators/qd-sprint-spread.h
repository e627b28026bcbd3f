/* qd-sprint-spread.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean qd_sprints_spread (const int *weights,
                            guint      n_blocks,
                            const int *capacities,
                            guint      n_sprints,
                            guint     *sprints);

G_END_DECLS
