/* qd-veil.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_VEIL (qd_veil_get_type ())

G_DECLARE_FINAL_TYPE (QdVeil, qd_veil, QD, VEIL, GObject)

#define QD_VEIL_KEY GDK_KEY_F8

QdVeil  *qd_veil_get (GtkWidget *widget);
gboolean qd_veil_is_lifted (QdVeil *self);
void     qd_veil_set_lifted (QdVeil  *self,
                             gboolean lifted);

G_END_DECLS
