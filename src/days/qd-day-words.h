/* qd-day-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-day.h"

G_BEGIN_DECLS

/* Days as people say them. All return text the caller owns, empty for %QD_DAY_NONE. */

char *qd_day_dup_display (int day);
char *qd_day_dup_short (int day,
                        int today);
char *qd_day_dup_full (int day);
char *qd_day_dup_relative (int day,
                           int today);

G_END_DECLS
