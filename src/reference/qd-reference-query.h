/* qd-reference-query.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-reference-words.h"
#include "qd-reference.h"

G_BEGIN_DECLS

/**
 * QdReferenceHit:
 * @passage: (nullable): what is written around the words, on one line; %NULL where nothing
 *   was asked for
 *
 * An entry that was found.
 */
typedef struct
{
  QdReferenceEntry *entry;
  char             *passage;
} QdReferenceHit;

/**
 * QdReferenceResult:
 * @hits: (element-type QdReferenceHit): the best first
 * @terms: what was looked for: folded beginnings of words, or the words that were meant
 *   instead. qd_reference_words_find() says where they are in a title or a passage
 * @corrected: whether some words were taken for others
 */
typedef struct
{
  GPtrArray *hits;
  char     **terms;
  gboolean   corrected;
} QdReferenceResult;

void               qd_reference_result_free (QdReferenceResult *self);
void               qd_reference_search_async (QdReference        *self,
                                              const char         *text,
                                              int                 category,
                                              const char         *tag,
                                              guint               limit,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
QdReferenceResult *qd_reference_search_finish (QdReference  *self,
                                               GAsyncResult *result,
                                               GError      **error);
void               qd_reference_list_recent_async (QdReference        *self,
                                                   guint               limit,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);
GPtrArray         *qd_reference_list_recent_finish (QdReference  *self,
                                                    GAsyncResult *result,
                                                    GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReferenceResult, qd_reference_result_free)

G_END_DECLS
