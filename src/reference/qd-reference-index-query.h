/* qd-reference-index-query.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-reference-entry.h"
#include "qd-reference-vocabulary.h"

G_BEGIN_DECLS

/**
 * QdReferenceIndexed:
 * @title: its words, folded
 * @title_meant: those of them that mean something
 * @aliases: the words of each
 * @aliases_meant: likewise
 *
 * An entry as it is searched.
 */
typedef struct
{
  QdReferenceEntry *entry;
  char             *title;
  char             *title_meant;
  char            **aliases;
  char            **aliases_meant;
} QdReferenceIndexed;

/**
 * QdReferenceIndex:
 *
 * The full-text index of the entries: an FTS5 table that the connection has for itself in
 * memory, so that it is never damaged, recorded or exported, and what is known of the entries
 * beside it. Lives on the store's thread, but for its coming and going.
 */
typedef struct _QdReferenceIndex QdReferenceIndex;

QdReferenceIndex                *qd_reference_index_new (void);
QdReferenceIndex                *qd_reference_index_ref (QdReferenceIndex *self);
void                             qd_reference_index_unref (QdReferenceIndex *self);
gboolean                         qd_reference_index_update (QdReferenceIndex *self,
                                                            QdDb             *db,
                                                            GPtrArray        *entries,
                                                            gint64            version,
                                                            GError          **error);
QdReferenceIndexed              *qd_reference_index_lookup (QdReferenceIndex *self,
                                                            gint64            serial);
QdReferenceVocabulary           *qd_reference_index_get_vocabulary (QdReferenceIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReferenceIndex, qd_reference_index_unref)

G_END_DECLS
