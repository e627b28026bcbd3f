/* qd-reference-wanted.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-wanted"

#include "qd-reference-wanted.h"

#include <string.h>

#include "qd-reference-words.h"

/* Has @near do as well for the word at @index; where no entry has that word, instead of it. */
static void
take_near (QdReferenceWanted *self,
           guint              index,
           char             **near,
           gboolean           instead)
{
  g_autoptr(GStrvBuilder) options = g_strv_builder_new ();

  if (instead)
    g_set_str (&self->words[index], near[0]);
  else
    g_strv_builder_addv (options, (const char **)self->options[index]);

  g_strv_builder_addv (options, (const char **)near);
  g_strfreev (self->options[index]);
  self->options[index] = g_strv_builder_end (options);
}

/* Words that no entry has are taken for those that were meant; with @all, others are perhaps.
 * Returns: whether any was */
gboolean
qd_reference_wanted_correct (QdReferenceWanted     *self,
                             QdReferenceVocabulary *vocabulary,
                             gboolean               all)
{
  gboolean corrected = FALSE;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      gboolean is_there = qd_reference_vocabulary_has_beginning (vocabulary, self->words[i]);
      g_auto(GStrv) near = is_there && !all ? NULL : qd_reference_vocabulary_find_near (vocabulary, self->words[i]);

      if (near == NULL || near[0] == NULL)
        continue;

      take_near (self, i, near, !is_there);
      corrected = TRUE;
    }

  g_free (self->meant);
  self->meant = g_strjoinv (" ", self->words);

  return corrected;
}

void
qd_reference_wanted_init (QdReferenceWanted *self,
                          const char        *text)
{
  self->whole = qd_reference_words_join (text);
  self->words = qd_reference_words_pick (text);
  self->meant = g_strjoinv (" ", self->words);
  self->options = g_new0 (char **, g_strv_length (self->words) + 1);

  for (guint i = 0; self->words[i] != NULL; i++)
    self->options[i] = g_strdupv ((char *[]){ self->words[i], NULL });
}

char **
qd_reference_wanted_dup_terms (const QdReferenceWanted *self)
{
  g_autoptr(GStrvBuilder) terms = g_strv_builder_new ();

  for (guint i = 0; self->options[i] != NULL; i++)
    g_strv_builder_addv (terms, (const char **)self->options[i]);

  return g_strv_builder_end (terms);
}

void
qd_reference_wanted_clear (QdReferenceWanted *self)
{
  for (guint i = 0; self->options[i] != NULL; i++)
    g_strfreev (self->options[i]);

  g_free (self->options);
  g_free (self->whole);
  g_free (self->meant);
  g_strfreev (self->words);
}

/* How well @line answers: 1 where it is what was typed, less where it begins with that or has
 * it in it, from the beginning of a word on; 0 where it has not */
static double
compare_phrase (const char *line,
                const char *phrase)
{
  const char *found = *phrase != '\0' ? strstr (line, phrase) : NULL;

  while (found != NULL && found > line && found[-1] != ' ')
    found = strstr (found + 1, phrase);

  if (found == NULL)
    return 0;

  if (found > line)
    return 0.3;

  return line[strlen (phrase)] == '\0' ? 1 : 0.5;
}

/* @meant: the words of @line that mean something */
double
qd_reference_wanted_compare (const QdReferenceWanted *self,
                             const char              *line,
                             const char              *meant)
{
  return MAX (compare_phrase (line, self->whole), compare_phrase (meant, self->meant));
}

/* How many of the words stand in @line from the first letter to the last */
guint
qd_reference_wanted_count (const QdReferenceWanted *self,
                           const char              *line)
{
  guint n_whole = 0;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      const char *found = strstr (line, self->words[i]);
      gsize       length = strlen (self->words[i]);

      while (found != NULL && ((found > line && found[-1] != ' ') || (found[length] != ' ' && found[length] != '\0')))
        found = strstr (found + 1, self->words[i]);

      n_whole += found != NULL;
    }

  return n_whole;
}
