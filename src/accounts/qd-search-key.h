/* qd-search-key.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finding names as one types: case, accents and width make no difference. */

char    *qd_search_fold (const char *text);
char   **qd_search_split (const char *text);
gboolean qd_search_matches (const char        *key,
                            const char *const *words);

G_END_DECLS
