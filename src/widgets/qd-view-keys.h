/* qd-view-keys.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void     qd_view_keys_add (GtkWidget    *page,
                           AdwViewStack *views);
gboolean qd_view_keys_show (AdwViewStack *views,
                            int           n);

G_END_DECLS
