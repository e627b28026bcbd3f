/* qd-reference-vocabulary.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-reference-vocabulary"

#include "qd-reference-vocabulary.h"

#include <string.h>

/* Shorter words are as likely to be another word as a slip of the finger. */
#define SHORTEST_WITH_SLIP 4
#define SHORTEST_WITH_TWO_SLIPS 8
#define MAX_LETTERS 64

/* As many words as stand for one that was mistyped */
#define MAX_NEAR 8

typedef struct
{
  char     *text;
  gunichar *letters;
  guint     n_letters;
} Word;

struct _QdReferenceVocabulary
{
  GHashTable *known; /* of the texts of the words */
  GPtrArray  *words; /* of Word */
  gboolean    in_order;
};

typedef struct
{
  const char *text;
  guint       n_slips;
  guint       n_more; /* letters that were not typed yet */
} Near;

static void
word_free (Word *word)
{
  g_free (word->text);
  g_free (word->letters);
  g_free (word);
}

QdReferenceVocabulary *
qd_reference_vocabulary_new (void)
{
  QdReferenceVocabulary *self = g_new0 (QdReferenceVocabulary, 1);

  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify)word_free);

  return self;
}

void
qd_reference_vocabulary_free (QdReferenceVocabulary *self)
{
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/* @text: a word, folded */
void
qd_reference_vocabulary_add (QdReferenceVocabulary *self,
                             const char            *text)
{
  Word *word;
  glong n_letters;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (g_hash_table_contains (self->known, text))
    return;

  word = g_new0 (Word, 1);
  word->text = g_strdup (text);
  word->letters = g_utf8_to_ucs4_fast (text, -1, &n_letters);
  word->n_letters = n_letters;
  g_hash_table_add (self->known, word->text);
  g_ptr_array_add (self->words, word);
  self->in_order = FALSE;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(Word **)a)->text, (*(Word **)b)->text);
}

/* Whether some word begins with @beginning, which is folded. */
gboolean
qd_reference_vocabulary_has_beginning (QdReferenceVocabulary *self,
                                       const char            *beginning)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (beginning != NULL, FALSE);

  if (!self->in_order)
    {
      g_ptr_array_sort (self->words, compare_words);
      self->in_order = TRUE;
    }

  /* The first word that is not before it begins with it, or none does. */
  for (high = self->words->len; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (((Word *)g_ptr_array_index (self->words, middle))->text, beginning) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->words->len && g_str_has_prefix (((Word *)g_ptr_array_index (self->words, low))->text, beginning);
}

/* One row of the table of distances: how many slips lie between the first @i letters that
 * were typed and each beginning of a word. A letter more, less or other is a slip, and so
 * are two that changed places. */
static guint
fill_row (const gunichar *typed,
          guint           i,
          const gunichar *letters,
          guint           n_letters,
          const guint8   *before_last,
          const guint8   *last,
          guint8         *row)
{
  guint least = row[0] = i;

  for (guint j = 1; j <= n_letters; j++)
    {
      guint slips = last[j - 1] + (typed[i - 1] != letters[j - 1]);

      slips = MIN (slips, (guint)last[j] + 1);
      slips = MIN (slips, (guint)row[j - 1] + 1);

      if (i > 1 && j > 1 && typed[i - 1] == letters[j - 2] && typed[i - 2] == letters[j - 1])
        slips = MIN (slips, (guint)before_last[j - 2] + 1);

      row[j] = slips;
      least = MIN (least, slips);
    }

  return least;
}

/* Returns: whether so few slips lie between @typed and the beginning of @word, with @near to say
 *   how many */
static gboolean
is_near (const gunichar *typed,
         guint           n_typed,
         const Word     *word,
         guint           max_slips,
         Near           *near)
{
  guint8 rows[3][MAX_LETTERS + 4];
  guint  n_letters = MIN (word->n_letters, n_typed + max_slips);

  if (word->n_letters + max_slips < n_typed)
    return FALSE;

  for (guint j = 0; j <= n_letters; j++)
    rows[0][j] = j;

  for (guint i = 1; i <= n_typed; i++)
    {
      if (fill_row (typed, i, word->letters, n_letters, rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3]) > max_slips)
        return FALSE;
    }

  near->text = word->text;
  near->n_slips = G_MAXUINT;

  for (guint j = 0; j <= n_letters; j++)
    {
      if (rows[n_typed % 3][j] > near->n_slips || rows[n_typed % 3][j] > max_slips)
        continue;

      near->n_slips = rows[n_typed % 3][j];
      near->n_more = word->n_letters - j;
    }

  return near->n_slips <= max_slips;
}

static int
compare_near (gconstpointer a,
              gconstpointer b)
{
  const Near *first = a;
  const Near *second = b;

  if (first->n_slips != second->n_slips)
    return first->n_slips < second->n_slips ? -1 : 1;

  if (first->n_more != second->n_more)
    return first->n_more < second->n_more ? -1 : 1;

  return strcmp (first->text, second->text);
}

/**
 * qd_reference_vocabulary_find_near:
 * @typed: a word, folded, perhaps not to its end
 *
 * Returns: (transfer full): the words that were meant, perhaps, the nearest first: those that
 *   begin like @typed but for one slip, or two where it has eight letters and more; none where
 *   it has fewer than four. What begins with @typed itself is not among them
 */
char **
qd_reference_vocabulary_find_near (QdReferenceVocabulary *self,
                                   const char            *typed)
{
  g_autoptr(GArray) near = g_array_new (FALSE, FALSE, sizeof (Near));
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  g_autofree gunichar *letters = NULL;
  glong                n_letters;
  guint                max_slips;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (typed != NULL, NULL);

  letters = g_utf8_to_ucs4_fast (typed, -1, &n_letters);

  if (n_letters < SHORTEST_WITH_SLIP || n_letters > MAX_LETTERS)
    return g_strv_builder_end (texts);

  max_slips = n_letters >= SHORTEST_WITH_TWO_SLIPS ? 2 : 1;

  for (guint i = 0; i < self->words->len; i++)
    {
      Near found;

      if (is_near (letters, n_letters, g_ptr_array_index (self->words, i), max_slips, &found) && found.n_slips > 0)
        g_array_append_val (near, found);
    }

  g_array_sort (near, compare_near);

  /* A word that is nearer than others is what was meant. */
  for (guint i = 0; i < MIN (near->len, MAX_NEAR); i++)
    {
      if (g_array_index (near, Near, i).n_slips == g_array_index (near, Near, 0).n_slips)
        g_strv_builder_add (texts, g_array_index (near, Near, i).text);
    }

  return g_strv_builder_end (texts);
}
