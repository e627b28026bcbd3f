/* qd-star-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-star.h"

G_BEGIN_DECLS

/* A ticket that Support should be asked for attention to, and why */
typedef struct
{
  QdTicket     *ticket;
  QdAccount    *account;
  QdStarAdvice *advice;
} QdStarCase;

GPtrArray *qd_star_list_due (QdFactBook *book,
                             gint64      now);
gboolean   qd_ticket_was_asked (QdTicket *self);

G_END_DECLS
