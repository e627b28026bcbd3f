/* qd-duration.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Working time, in minutes: a day has eight hours, a week five days. */

#define QD_DURATION_HOUR 60
#define QD_DURATION_DAY (8 * QD_DURATION_HOUR)
#define QD_DURATION_WEEK (5 * QD_DURATION_DAY)

/* Longer than this, in minutes, is a typing error: ten years. */
#define QD_DURATION_LONGEST (G_GINT64_CONSTANT (520) * QD_DURATION_WEEK)

char    *qd_duration_dup_words (gint64 minutes);
char    *qd_duration_dup_elapsed_words (gint64 minutes);
gboolean qd_duration_parse (const char *text,
                            gint64     *minutes);

G_END_DECLS
