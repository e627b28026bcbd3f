/* qd-star-copy.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-escalation.h"
#include "qd-minute-clock.h"
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

/* What is done with the row that is selected, which may be none */

void     qd_support_copy_request (GtkWidget     *widget,
                                  QdFactBook    *book,
                                  QdTicket      *ticket,
                                  QdMinuteClock *clock);
void     qd_support_log_update (GtkWidget     *widget,
                                QdPortfolio   *portfolio,
                                QdEscalation  *escalation,
                                QdMinuteClock *clock);

G_END_DECLS
