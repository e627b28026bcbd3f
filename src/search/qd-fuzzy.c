/* qd-fuzzy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-fuzzy"

#include "qd-fuzzy.h"

#include <string.h>

/* Longer ones are looked at up to here. */
#define MAX_WORD 32
#define MAX_KEY 256

/* What a letter counts that is found, and what comes on top of it */
#define FOUND 1
#define BEGINS_WORD 8
#define BEGINS_KEY 2
#define FOLLOWS 5
#define ENDS_WORD 3
#define MAX_GAP 3

/* For each letter of a word: less is chance, such as letters strewn over a sentence. */
#define LEAST 4

#define NOWHERE (-1000)

static gboolean
is_letter (char c)
{
  return g_ascii_isalnum (c) || (guchar)c >= 0x80;
}

static gboolean
begins_word (const char *key,
             gsize       position)
{
  return position == 0 || (is_letter (key[position]) && !is_letter (key[position - 1]));
}

static int
get_bonus (const char *key,
           gsize       position)
{
  if (position == 0)
    return FOUND + BEGINS_WORD + BEGINS_KEY;

  return begins_word (key, position) ? FOUND + BEGINS_WORD : FOUND;
}

/* See QD_FUZZY_TOGETHER */
static gboolean
stands_together (const char *word,
                 gsize       word_length,
                 const char *key,
                 gsize       key_length)
{
  char  initials[MAX_KEY];
  gsize n_initials = 0;

  for (gsize i = 0; i < key_length; i++)
    {
      if (!begins_word (key, i))
        continue;

      if (strncmp (key + i, word, word_length) == 0)
        return TRUE;

      /* A letter may have several bytes. */
      do
        initials[n_initials++] = key[i++];
      while (i < key_length && (key[i] & 0xc0) == 0x80);

      i--;
    }

  return g_strstr_len (initials, n_initials, word) != NULL;
}

/* Returns: the best of the places before @position in which the letter before it was found, less the gap */
static int
find_best_before (const int *before,
                  gsize      position)
{
  int best = NOWHERE;

  for (gsize i = 0; i + 1 < position; i++)
    best = MAX (best, before[i] - (int)MIN (position - i - 1, MAX_GAP));

  return best;
}

/* The letters of a word in their order, each where that counts most */
static int
score_word (const char *word,
            gsize       word_length,
            const char *key,
            gsize       key_length)
{
  int rows[2][MAX_KEY];
  int best = NOWHERE;

  for (gsize i = 0; i < word_length; i++)
    {
      int       *row = rows[i % 2];
      const int *before = rows[(i + 1) % 2];

      for (gsize j = 0; j < key_length; j++)
        {
          row[j] = NOWHERE;

          if (key[j] != word[i] || j < i)
            continue;

          if (i == 0)
            row[j] = get_bonus (key, j);
          else
            row[j] = MAX (before[j - 1] + FOUND + FOLLOWS, find_best_before (before, j) + get_bonus (key, j));

          if (i == word_length - 1)
            best = MAX (best, row[j] + (j + 1 == key_length || !is_letter (key[j + 1]) ? ENDS_WORD : 0));
        }
    }

  return best;
}

/* Most texts do not have the letters at all, which is quick to see. */
static gboolean
has_letters (const char *word,
             gsize       word_length,
             const char *key)
{
  for (gsize i = 0; i < word_length; i++)
    {
      key = strchr (key, word[i]);

      if (key == NULL)
        return FALSE;

      key++;
    }

  return TRUE;
}

/**
 * qd_fuzzy_score:
 * @words: what was typed, as qd_search_split() gives it
 * @key: what it may mean, as qd_search_fold() gives it
 *
 * How well @key fits: each of @words must be in it with its letters in their order, though others may
 * stand between them. Letters that begin a word and letters that follow on one another count most:
 * “np” and “plan” find “new plan”, and a letter here and there in a sentence finds nothing. What is typed as it
 * stands there comes first, so that “geo” is no “get outcomes”.
 *
 * Returns: more for the better, or 0 if it does not fit
 */
int
qd_fuzzy_score (const char *const *words,
                const char        *key)
{
  gsize key_length = MIN (strlen (key), MAX_KEY);
  int   sum = 0;

  for (; *words != NULL; words++)
    {
      gsize length = MIN (strlen (*words), MAX_WORD);
      int   score = has_letters (*words, length, key) ? score_word (*words, length, key, key_length) : NOWHERE;

      if (length == 0 || score < LEAST * (int)length)
        return 0;

      sum += score;

      if (stands_together (*words, length, key, key_length))
        sum += QD_FUZZY_TOGETHER;
    }

  return sum;
}
