/* qd-reference-wanted.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-reference-vocabulary.h"

G_BEGIN_DECLS

/**
 * QdReferenceWanted:
 * @whole: all the words that were typed, folded, with a space between each two
 * @meant: those that mean something
 * @words: likewise
 * @options: of each of @words, the beginnings of words that will do
 *
 * What a person looks for.
 */
typedef struct
{
  char   *whole;
  char   *meant;
  char  **words;
  char ***options;
} QdReferenceWanted;

void     qd_reference_wanted_init (QdReferenceWanted *self,
                                   const char        *text);
void     qd_reference_wanted_clear (QdReferenceWanted *self);
gboolean qd_reference_wanted_correct (QdReferenceWanted     *self,
                                      QdReferenceVocabulary *vocabulary,
                                      gboolean               all);
char   **qd_reference_wanted_dup_terms (const QdReferenceWanted *self);
double   qd_reference_wanted_compare (const QdReferenceWanted *self,
                                      const char              *line,
                                      const char              *meant);
guint    qd_reference_wanted_count (const QdReferenceWanted *self,
                                    const char              *line);

G_END_DECLS
