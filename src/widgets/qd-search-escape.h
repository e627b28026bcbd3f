/* qd-search-escape.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void qd_search_escape_install (GtkSearchEntry *entry);

G_END_DECLS
