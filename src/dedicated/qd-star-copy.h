/* qd-star-copy.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-star.h"

G_BEGIN_DECLS

char    *qd_star_dup_copy (QdFactBook *book,
                           QdTicket   *ticket,
                           gint64      now,
                           GError    **error);
gboolean qd_star_copy (GtkWidget  *widget,
                       QdFactBook *book,
                       QdTicket   *ticket,
                       gint64      now,
                       GError    **error);

G_END_DECLS
