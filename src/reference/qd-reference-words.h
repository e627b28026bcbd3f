/* qd-reference-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a text, in bytes; the end is the first that is no more in it. */
typedef struct
{
  guint start;
  guint end;
} QdReferenceSpan;

char   **qd_reference_words_split (const char *text);
char    *qd_reference_words_join (const char *text);
gboolean qd_reference_words_is_filler (const char *word);
char   **qd_reference_words_pick (const char *text);
GArray  *qd_reference_words_find (const char        *text,
                                  const char *const *terms);
char    *qd_reference_words_dup_markup (const char        *text,
                                        const char *const *terms);
char    *qd_reference_words_dup_plain (const char *markdown);
char    *qd_reference_words_dup_passage (const char        *plain,
                                         const char *const *terms);

G_END_DECLS
