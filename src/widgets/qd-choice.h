/* qd-choice.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-column.h"

G_BEGIN_DECLS

/* The values of an enumeration as the positions of a list, “None” first if there may be none. */

void  qd_choice_fill (GtkStringList  *labels,
                      const QdColumn *column);
guint qd_choice_get_position (const QdColumn *column,
                              int             value);
int   qd_choice_get_value (const QdColumn *column,
                           guint           position);

G_END_DECLS
