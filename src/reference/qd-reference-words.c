/* qd-reference-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-words"

#include "qd-reference-words.h"

#include <string.h>

#include "qd-search-key.h"

/* Words beyond these narrow nothing down that a person could want. */
#define MAX_WORDS 8
#define MAX_WORD_LENGTH 64

/* How much of a text is shown around what was found, in characters */
#define PASSAGE_LENGTH 120
#define PASSAGE_BEFORE 40

/* What people put around the words they mean when they ask as they would a colleague */
static const char *const fillers[] = {
  "a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "could", "did", "do", "does", "for", "from", "get",
  "has", "have", "how", "i", "if", "in", "is", "it", "its", "me", "my", "of", "on", "or", "our", "should", "than",
  "that", "the", "their", "them", "there", "they", "this", "to", "was", "we", "what", "when", "where", "which", "who",
  "whom", "why", "will", "with", "would", "you", "your", NULL
};

static const char *
skip_word (const char *text)
{
  while (*text != '\0' && g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static const char *
skip_gap (const char *text)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* Returns: (transfer full): the words of @text, folded */
char **
qd_reference_words_split (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = qd_search_fold (valid);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (const char *word = skip_gap (folded); *word != '\0'; word = skip_gap (skip_word (word)))
    g_strv_builder_take (words, g_strndup (word, skip_word (word) - word));

  return g_strv_builder_end (words);
}

/* Returns: (transfer full): the words of @text, folded, with a space between each two */
char *
qd_reference_words_join (const char *text)
{
  g_auto(GStrv) words = qd_reference_words_split (text);

  return g_strjoinv (" ", words);
}

/* @word: folded */
gboolean
qd_reference_words_is_filler (const char *word)
{
  return g_strv_contains (fillers, word);
}

/* Returns: (transfer full): the words to look for: those that mean something, or all where
 *   none does; no word twice */
char **
qd_reference_words_pick (const char *text)
{
  g_auto(GStrv) words = qd_reference_words_split (text);
  g_autoptr(GPtrArray) picked = g_ptr_array_new_null_terminated (MAX_WORDS, NULL, TRUE);

  for (int round = 0; round < 2 && picked->len == 0; round++)
    {
      for (guint i = 0; words[i] != NULL && picked->len < MAX_WORDS; i++)
        {
          if (strlen (words[i]) > MAX_WORD_LENGTH || g_ptr_array_find_with_equal_func (picked, words[i], g_str_equal, NULL))
            continue;

          if (round == 1 || !qd_reference_words_is_filler (words[i]))
            g_ptr_array_add (picked, words[i]);
        }
    }

  return g_strdupv (picked->len > 0 ? (char **)picked->pdata : (char *[]){ NULL });
}

static gboolean
begins_with_any (const char        *word,
                 const char *const *terms)
{
  for (; *terms != NULL; terms++)
    {
      if (g_str_has_prefix (word, *terms))
        return TRUE;
    }

  return FALSE;
}

/**
 * qd_reference_words_find:
 * @text: as people read it
 * @terms: folded beginnings of words
 *
 * Returns: (transfer full) (element-type QdReferenceSpan): the words of @text that begin
 *   with one of @terms, whole
 */
GArray *
qd_reference_words_find (const char        *text,
                         const char *const *terms)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (QdReferenceSpan));

  for (const char *word = skip_gap (text); *word != '\0'; word = skip_gap (skip_word (word)))
    {
      const char      *end = skip_word (word);
      g_autofree char *copy = g_strndup (word, end - word);
      g_autofree char *folded = qd_search_fold (copy);
      QdReferenceSpan  span = { word - text, end - text };

      if (begins_with_any (folded, terms))
        g_array_append_val (spans, span);
    }

  return spans;
}

/* Returns: (transfer full): @text for Pango, with the words bold that begin with one of @terms */
char *
qd_reference_words_dup_markup (const char        *text,
                               const char *const *terms)
{
  g_autoptr(GArray) spans = qd_reference_words_find (text, terms);
  g_autofree char *rest = NULL;
  GString         *markup = g_string_new (NULL);
  guint            end = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      QdReferenceSpan  span = g_array_index (spans, QdReferenceSpan, i);
      g_autofree char *before = g_markup_escape_text (text + end, span.start - end);
      g_autofree char *word = g_markup_escape_text (text + span.start, span.end - span.start);

      g_string_append_printf (markup, "%s<b>%s</b>", before, word);
      end = span.end;
    }

  rest = g_markup_escape_text (text + end, -1);
  g_string_append (markup, rest);

  return g_string_free (markup, FALSE);
}

/* A line that is nothing but the rule under the head of a table */
static gboolean
is_rule (const char *line)
{
  return *line == '|' && strspn (line, "|-: ") == strlen (line);
}

static void
append_plain_line (GString    *plain,
                   const char *line)
{
  gboolean in_address = FALSE;

  line += strspn (line, "#> ");
  line += g_str_has_prefix (line, "- ") || g_str_has_prefix (line, "* ") ? 2 : 0;

  for (const char *c = line; *c != '\0'; c++)
    {
      if (in_address)
        in_address = *c != ')';
      else if (g_str_has_prefix (c, "]("))
        in_address = TRUE;
      else if (*c == '|' && c > line && strspn (c, "| ") < strlen (c))
        g_string_append (plain, "·");
      else if (*c == '|')
        c += c == line && c[1] == ' ';
      else if (strchr ("*`[", *c) == NULL)
        g_string_append_c (plain, *c);
    }
}

/* Returns: (transfer full): @markdown as lines without its marks, for a line of a list or a
 *   reader that draws nothing */
char *
qd_reference_words_dup_plain (const char *markdown)
{
  g_auto(GStrv) lines = g_strsplit (markdown, "\n", -1);
  g_autoptr(GString) plain = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || is_rule (lines[i]) || g_str_has_prefix (lines[i], "```"))
        continue;

      append_plain_line (plain, lines[i]);
      g_string_truncate (plain, strlen (g_strchomp (plain->str)));
      g_string_append_c (plain, '\n');
    }

  return g_strdup (g_strchomp (plain->str));
}

/* Back to where a word begins, so that none is cut */
static const char *
find_start (const char *line,
            const char *found)
{
  const char *start = found;
  glong       before = g_utf8_pointer_to_offset (line, found);

  if (before <= PASSAGE_BEFORE)
    return line;

  start = g_utf8_offset_to_pointer (line, before - PASSAGE_BEFORE);

  while (start < found && *start != ' ')
    start = g_utf8_next_char (start);

  return start + strspn (start, " ");
}

static char *
cut_passage (const char *line,
             const char *found)
{
  const char      *start = find_start (line, found);
  glong            length = g_utf8_strlen (start, -1);
  g_autofree char *passage = g_utf8_substring (start, 0, MIN (length, PASSAGE_LENGTH));
  char            *space = length > PASSAGE_LENGTH ? strrchr (passage, ' ') : NULL;

  if (space != NULL)
    *space = '\0';

  return g_strconcat (start > line ? "…" : "", passage, length > PASSAGE_LENGTH ? "…" : "", NULL);
}

/**
 * qd_reference_words_dup_passage:
 * @plain: of qd_reference_words_dup_plain()
 * @terms: folded beginnings of words
 *
 * Returns: (transfer full): what stands around the first of @terms, or the beginning; one line
 */
char *
qd_reference_words_dup_passage (const char        *plain,
                                const char *const *terms)
{
  g_auto(GStrv) lines = g_strsplit (plain, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(GArray) spans = qd_reference_words_find (lines[i], terms);

      if (spans->len > 0)
        return cut_passage (lines[i], lines[i] + g_array_index (spans, QdReferenceSpan, 0).start);
    }

  return lines[0] != NULL ? cut_passage (lines[0], lines[0]) : g_strdup ("");
}
