/* qd-search-index.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

/* The full-text index, which follows from the records; see the schema. */

gboolean qd_search_index_is_there (QdDb *db);
gboolean qd_search_index_is_whole (QdDb *db);
gboolean qd_search_index_is_good (QdDb *db);
gboolean qd_search_index_rebuild (QdDb    *db,
                                  GError **error);

G_END_DECLS
