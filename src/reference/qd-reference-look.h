/* qd-reference-look.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the lists of the reference look like */

GtkListItemFactory *qd_reference_create_row_factory (void);
GtkListItemFactory *qd_reference_create_heading_factory (void);
void                qd_reference_set_choices (GtkDropDown   *drop_down,
                                              GtkStringList *names);

G_END_DECLS
