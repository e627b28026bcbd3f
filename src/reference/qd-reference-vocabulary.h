/* qd-reference-vocabulary.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdReferenceVocabulary:
 *
 * The words there are, to tell what a person meant who typed none of them.
 */
typedef struct _QdReferenceVocabulary QdReferenceVocabulary;

QdReferenceVocabulary                *qd_reference_vocabulary_new (void);
void                                  qd_reference_vocabulary_free (QdReferenceVocabulary *self);
void                                  qd_reference_vocabulary_add (QdReferenceVocabulary *self,
                                                                   const char            *word);
gboolean                              qd_reference_vocabulary_has_beginning (QdReferenceVocabulary *self,
                                                                             const char            *beginning);
char                                **qd_reference_vocabulary_find_near (QdReferenceVocabulary *self,
                                                                         const char            *typed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReferenceVocabulary, qd_reference_vocabulary_free)

G_END_DECLS
