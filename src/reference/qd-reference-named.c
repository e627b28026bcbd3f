/* qd-reference-named.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-named"

#include <string.h>

#include "qd-reference-words.h"
#include "qd-reference.h"

/* Shorter names, such as “CI”, are in too many texts to mean the entry. */
#define MIN_LENGTH 3

/* Returns: how much of @text the name takes, or 0 where it is not in it. @text: its words, folded,
 *   with a space around each */
static gsize
measure (const char *text,
         const char *name)
{
  g_autofree char *joined = qd_reference_words_join (name);
  g_autofree char *spaced = g_strdup_printf (" %s ", joined);
  gsize            length = strlen (joined);

  return length >= MIN_LENGTH && !qd_reference_words_is_filler (joined) && strstr (text, spaced) != NULL ? length : 0;
}

/**
 * qd_reference_find_named:
 * @text: a line that a person wrote, such as what a task is called
 *
 * Returns: (transfer none) (nullable): the entry whose title (without what it has in brackets), key
 *   or one of its aliases is in @text word for word; of several, the one of the longest
 */
QdReferenceEntry *
qd_reference_find_named (QdReference *self,
                         const char  *text)
{
  g_autofree char  *joined = NULL;
  g_autofree char  *spaced = NULL;
  QdReferenceEntry *named = NULL;
  gsize             longest = 0;

  g_return_val_if_fail (QD_IS_REFERENCE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  joined = qd_reference_words_join (text);
  spaced = g_strdup_printf (" %s ", joined);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr(QdReferenceEntry) entry = g_list_model_get_item (G_LIST_MODEL (self), i);
      g_autofree char *title = g_strndup (entry->title, strcspn (entry->title, "("));
      gsize            length = MAX (measure (spaced, title), measure (spaced, entry->key));

      for (guint j = 0; entry->aliases != NULL && entry->aliases[j] != NULL; j++)
        length = MAX (length, measure (spaced, entry->aliases[j]));

      if (length > longest)
        {
          longest = length;
          named = qd_reference_lookup (self, entry->key);
        }
    }

  return named;
}
