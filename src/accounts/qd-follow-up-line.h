/* qd-follow-up-line.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-day-parse.h"
#include "qd-follow-up.h"

G_BEGIN_DECLS

gboolean qd_follow_up_line_parse (const char *line,
                                  GPtrArray  *contacts,
                                  int         today,
                                  QdDayOrder  order,
                                  QdFollowUp *draft);

G_END_DECLS
