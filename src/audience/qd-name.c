/* qd-name.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-name"

#include "qd-name-book-private.h"

#include <string.h>

/* Up to this length a name must be written alike. */
#define MAX_ABBREVIATION 3

/* From this length on it is a name even with a blank in it, or as the beginning of a longer word. */
#define MIN_DISTINCT 8

/* How much of a text is looked back at for where a sentence began */
#define MAX_LOOK_BACK 16

/* Plurals and cases of the languages that the app’s users write in, folded */
static const char *const endings[] = { "s", "es", "e", "n", "en", "ens", "er", "ers", "ern", "a", "u", "i", "y",
                                       "em", "om", "ow", "ie", "ian", "ians", "ish", "isch", "ische", "ischen", NULL };

static gboolean
is_ending (const char *bytes,
           gsize       length)
{
  for (guint i = 0; endings[i] != NULL; i++)
    {
      if (strlen (endings[i]) == length && memcmp (endings[i], bytes, length) == 0)
        return TRUE;
    }

  /* In other scripts, up to two letters */
  return length <= 4 && (guchar)bytes[0] >= 0x80;
}

static gboolean
ends_well (const QdName *self,
           const QdFold *fold,
           gsize         end)
{
  gsize word_end = end;

  if (qd_fold_is_end (fold, end))
    return TRUE;

  if (self->common || self->n_characters <= MAX_ABBREVIATION || self->kind == QD_HIT_DOMAIN || self->kind == QD_HIT_EMAIL)
    return FALSE;

  if (self->n_characters >= MIN_DISTINCT)
    return TRUE;

  while (!qd_fold_is_end (fold, word_end))
    word_end++;

  return is_ending (fold->bytes + end, word_end - end);
}

/* Blanks where the name has none, or so many that these are two texts; in an address there is none at all. */
static gboolean
is_torn (const QdName *self,
         const QdFold *fold,
         const char   *text,
         gsize         start)
{
  gboolean address = self->kind == QD_HIT_DOMAIN || self->kind == QD_HIT_EMAIL;
  gboolean distinct = self->n_characters >= MIN_DISTINCT && !self->common;

  for (guint i = 1; i < self->n_bytes; i++)
    {
      guint8 flags = fold->flags[start + i];

      if ((flags & QD_FOLD_APART) || ((flags & QD_FOLD_GAP) && !self->breaks[i] && !distinct))
        return TRUE;

      if (address && (flags & QD_FOLD_GAP) && text[fold->starts[start + i] - 1] == ' ')
        return TRUE;
    }

  return FALSE;
}

/* Where nothing but a mark lies between it and the end of the sentence before, or the beginning of the line */
static gboolean
begins_sentence (const char *text,
                 gsize       start)
{
  for (gsize i = start; i > 0 && start - i < MAX_LOOK_BACK; i--)
    {
      guchar c = (guchar)text[i - 1];

      if (c == '\n' || strchr (".!?:;|\t", c) != NULL)
        return TRUE;

      /* Of quotation marks and bullets the first byte is 0xe2. */
      if (g_ascii_isalnum (c) || c == ',' || (c >= 0xc3 && c != 0xe2))
        return FALSE;
    }

  return start < MAX_LOOK_BACK;
}

static gboolean
is_in_address (const char *text,
               gsize       start)
{
  return start > 0 && (text[start - 1] == '@' || (start > 1 && text[start - 1] == '/' && text[start - 2] == '/'));
}

/* A word of the language is a name by its capital letter. */
static gboolean
is_common_at (gboolean      codename,
              const QdFold *fold,
              const char   *text,
              gsize         start,
              gsize         end,
              gboolean     *sure)
{
  gsize    from = fold->starts[start];
  gboolean capitals = end - start > 1 && (fold->flags[end - 1] & QD_FOLD_UPPER) != 0;

  *sure = is_in_address (text, from);

  if (*sure)
    return TRUE;

  if (!(fold->flags[start] & QD_FOLD_UPPER))
    return FALSE;

  /* A codename is a word, as a rule, and what it heads is about it. */
  *sure = codename || (!capitals && !begins_sentence (text, from));

  return TRUE;
}

gboolean
qd_name_is_at (const QdName *self,
               const QdFold *fold,
               const char   *text,
               gsize         start,
               gsize         end,
               gboolean     *sure)
{
  gsize from = fold->starts[start];
  gsize to = fold->ends[end - 1];

  *sure = TRUE;

  if (!(fold->flags[start] & QD_FOLD_START) || !ends_well (self, fold, end) || is_torn (self, fold, text, start))
    return FALSE;

  /* Accents of its last letter may follow, which it was typed without. */
  if (self->n_words == 1 && self->n_characters <= MAX_ABBREVIATION && (guchar)self->text[0] < 0x80 &&
      (to - from != strlen (self->text) || memcmp (text + from, self->text, to - from) != 0))
    return FALSE;

  if (self->common && !is_common_at (self->kind == QD_HIT_CODENAME, fold, text, start, end, sure))
    return FALSE;

  /* One name alone is that of many people. */
  *sure &= self->kind != QD_HIT_PERSON || self->n_words > 1;

  return TRUE;
}
