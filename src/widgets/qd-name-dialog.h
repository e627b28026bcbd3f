/* qd-name-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @name: without blanks around it, never empty */
typedef void (*QdNameFunc) (const char *name,
                            gpointer    user_data);

void qd_name_dialog_ask (GtkWidget     *parent,
                         const char    *heading,
                         const char    *name,
                         const char    *button,
                         QdNameFunc     func,
                         gpointer       user_data,
                         GDestroyNotify destroy);

G_END_DECLS
