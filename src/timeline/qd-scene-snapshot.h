/* qd-scene-snapshot.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-scene.h"

G_BEGIN_DECLS

void qd_scene_snapshot (QdScene         *self,
                        const QdPalette *palette,
                        GtkSnapshot     *snapshot);
void qd_palette_init_for_widget (QdPalette *self,
                                 GtkWidget *widget);

G_END_DECLS
