/* qd-fuzzy.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int qd_fuzzy_score (const char *const *words,
                    const char        *key);

G_END_DECLS
