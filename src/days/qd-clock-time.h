/* qd-clock-time.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times of a day in minutes, from 0 to 1440, and lengths of time that pass day and night. */

char    *qd_clock_time_dup_words (int minute);
gboolean qd_clock_time_parse (const char *text,
                              int        *minute);
char    *qd_clock_length_dup_words (gint64 minutes);
gboolean qd_clock_length_parse (const char *text,
                                gint64     *minutes);

G_END_DECLS
