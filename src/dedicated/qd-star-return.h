/* qd-star-return.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-star.h"

G_BEGIN_DECLS

gboolean qd_star_find_return (QdFactBook *book,
                              QdTicket   *ticket,
                              QdAccount  *account,
                              gint64      now,
                              gint64     *at);

G_END_DECLS
