/* qd-palette.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-palette-item.h"
#include "qd-reference-query.h"

G_BEGIN_DECLS

#define QD_TYPE_PALETTE (qd_palette_get_type ())

G_DECLARE_FINAL_TYPE (QdPalette, qd_palette, QD, PALETTE, GObject)

QdPalette *qd_palette_new (QdPortfolio *portfolio,
                           GPtrArray   *commands,
                           gboolean     show_codenames);
GPtrArray *qd_palette_list_start (QdPalette         *self,
                                  const char *const *recent);
void       qd_palette_find_async (QdPalette          *self,
                                  const char         *text,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
GPtrArray *qd_palette_find_finish (QdPalette    *self,
                                   GAsyncResult *result,
                                   GError      **error);

GStrv      qd_palette_remember (const char *const   *recent,
                                const QdPaletteItem *item);

G_END_DECLS
