/* qd-fuzzy.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What each word counts that stands in the text as it was typed, from the beginning of one of its words on, or
 * by the initials of some that follow one another: more than any that has its letters here and there. */
#define QD_FUZZY_TOGETHER 1000

int qd_fuzzy_score (const char *const *words,
                    const char        *key);

G_END_DECLS
