/* qd-palette-record.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-palette-item.h"
#include "qd-portfolio.h"
#include "qd-reference-entry.h"
#include "qd-search-query.h"

G_BEGIN_DECLS

/* What goes to a record or an entry, as it may be read on a screen */

QdPaletteItem *qd_palette_item_new_for_record (QdPortfolio   *portfolio,
                                               QdPaletteGroup group,
                                               gint64         id,
                                               gboolean       show_codenames);
QdPaletteItem *qd_palette_item_new_for_hit (QdPortfolio       *portfolio,
                                            const QdSearchHit *hit,
                                            const char *const *words,
                                            gboolean           show_codenames);
QdPaletteItem *qd_palette_item_new_for_entry (QdReferenceEntry *entry);

G_END_DECLS
