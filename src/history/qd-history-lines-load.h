/* qd-history-lines-load.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-change-owner.h"
#include "qd-history-entry.h"

G_BEGIN_DECLS

/**
 * QdHistoryReader:
 *
 * Puts into words what was recorded. Lives and dies on one thread.
 */
typedef struct
{
  QdDb           *db;
  QdChangeOwners *owners;
  GHashTable     *ranks; /* interned table -> 1 + index in types */
  GArray         *types; /* not owned */
} QdHistoryReader;

QdHistoryReader *qd_history_reader_new (QdDb    *db,
                                        GArray  *types,
                                        GError **error);
void             qd_history_reader_free (QdHistoryReader *self);
guint            qd_history_reader_get_rank (QdHistoryReader *self,
                                             const char      *table);
GType            qd_history_reader_get_type (QdHistoryReader *self,
                                             const char      *table);
void             qd_history_reader_add_lines (QdHistoryReader *self,
                                              const QdChange  *change,
                                              gint64           entry,
                                              GPtrArray       *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdHistoryReader, qd_history_reader_free)

G_END_DECLS
