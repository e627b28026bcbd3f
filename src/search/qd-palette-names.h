/* qd-palette-names.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-palette-item.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdPaletteNames:
 *
 * What commands, pages, accounts, plans and tasks are called, as they were when it was made. Any thread
 * may look through it.
 */
typedef struct _QdPaletteNames QdPaletteNames;

/**
 * QdPaletteMatch:
 * @id: of a record, or the place of a command or a page among the commands
 * @score: see qd_fuzzy_score()
 */
typedef struct
{
  QdPaletteGroup group;
  int            score;
  gint64         id;
} QdPaletteMatch;

QdPaletteNames *qd_palette_names_new (QdPortfolio *portfolio,
                                      GPtrArray   *commands);
QdPaletteNames *qd_palette_names_ref (QdPaletteNames *self);
void            qd_palette_names_unref (QdPaletteNames *self);
GArray         *qd_palette_names_match (QdPaletteNames    *self,
                                        const char *const *words,
                                        guint              most,
                                        GCancellable      *cancellable);

G_END_DECLS
