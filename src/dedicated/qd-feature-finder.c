/* qd-feature-finder.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-feature-finder"

#include "qd-feature-finder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qd-search-key.h"

/* A word of a text: letters and figures */
typedef struct
{
  char *folded;
  gsize at;
  gsize end;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *)data)->folded);
}

/* Returns: (transfer full) (element-type Word): the words of @text, as searches compare them */
static GArray *
split_words (const char *text)
{
  GArray     *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *begin = NULL;

  g_array_set_clear_func (words, word_clear);

  for (const char *c = text;; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gboolean inside = g_unichar_isalnum (letter) || g_unichar_ismark (letter);

      if (inside && begin == NULL)
        begin = c;

      if (!inside && begin != NULL)
        {
          g_autofree char *piece = g_strndup (begin, c - begin);
          Word             word = { qd_search_fold (piece), begin - text, c - text };

          g_array_append_val (words, word);
          begin = NULL;
        }

      if (letter == 0)
        return words;
    }
}

/* “hooks” is “hook” too. */
static gboolean
is_same_word (const char *word,
              const char *named)
{
  gsize length = strlen (named);

  return g_str_equal (word, named) ||
         (length > 2 && strncmp (word, named, length) == 0 && g_str_equal (word + length, "s"));
}

static gboolean
is_named_at (GArray *words,
             guint   index,
             GArray *phrase)
{
  if (phrase->len == 0 || index + phrase->len > words->len)
    return FALSE;

  for (guint i = 0; i < phrase->len; i++)
    {
      if (!is_same_word (g_array_index (words, Word, index + i).folded, g_array_index (phrase, Word, i).folded))
        return FALSE;
    }

  return TRUE;
}

/* A name of a feature, as words */
typedef struct
{
  const QdFeatureFact *feature;
  GArray              *parts; /* of Word */
} Phrase;

/* What all features are called, kept with the book as long as its facts are the same */
typedef struct
{
  guint   serial;
  GArray *phrases; /* of Phrase */
} Phrases;

static void
phrase_clear (gpointer data)
{
  g_array_unref (((Phrase *)data)->parts);
}

static void
phrases_free (gpointer data)
{
  Phrases *self = data;

  g_array_unref (self->phrases);
  g_free (self);
}

static void
add_phrase (GArray              *phrases,
            const QdFeatureFact *feature,
            const char          *text)
{
  Phrase phrase = { feature, split_words (text) };

  g_array_append_val (phrases, phrase);
}

/* Returns: (transfer none) (element-type Phrase) */
static GArray *
get_phrases (QdFactBook *book)
{
  Phrases   *kept = g_object_get_data (G_OBJECT (book), "qd-feature-phrases");
  GPtrArray *features = qd_fact_book_peek (book, QD_FACT_TOPIC_FEATURE);

  if (kept != NULL && kept->serial == qd_fact_book_get_serial (book))
    return kept->phrases;

  kept = g_new (Phrases, 1);
  *kept = (Phrases){ qd_fact_book_get_serial (book), g_array_new (FALSE, FALSE, sizeof (Phrase)) };
  g_array_set_clear_func (kept->phrases, phrase_clear);

  for (guint i = 0; i < features->len; i++)
    {
      const QdFeatureFact *feature = g_ptr_array_index (features, i);

      add_phrase (kept->phrases, feature, feature->fact.name);

      for (guint n = 0; feature->words != NULL && feature->words[n] != NULL; n++)
        add_phrase (kept->phrases, feature, feature->words[n]);
    }

  g_object_set_data_full (G_OBJECT (book), "qd-feature-phrases", kept, phrases_free);

  return kept->phrases;
}

/* Where @parts is the longest yet that begins at a word, it takes the place of a shorter one. */
static void
find_phrase (const QdFeatureFact *feature,
             GArray              *parts,
             GArray              *words,
             QdFeatureHit        *hits)
{
  for (guint i = 0; i < words->len; i++)
    {
      gsize at, length;

      if (!is_named_at (words, i, parts))
        continue;

      at = g_array_index (words, Word, i).at;
      length = g_array_index (words, Word, i + parts->len - 1).end - at;

      if (length > hits[i].length)
        hits[i] = (QdFeatureHit){ feature, at, length };
    }
}

/**
 * qd_features_find:
 *
 * Returns: (transfer full) (element-type QdFeatureHit): the features that @text names, available or not, in
 *   the order of the text; of what is named by a longer name, not its parts
 */
GArray *
qd_features_find (QdFactBook *book,
                  const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (QdFeatureHit));
  g_autoptr(GArray) words = NULL;
  g_autofree QdFeatureHit *hits = NULL;
  GArray                  *phrases;
  gsize                    end = 0;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), found);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return found;

  words = split_words (text);
  hits = g_new0 (QdFeatureHit, words->len + 1);
  phrases = get_phrases (book);

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);

      find_phrase (phrase->feature, phrase->parts, words, hits);
    }

  for (guint i = 0; i < words->len; i++)
    {
      if (hits[i].feature == NULL || hits[i].at < end)
        continue;

      g_array_append_val (found, hits[i]);
      end = hits[i].at + hits[i].length;
    }

  return found;
}

static gboolean
matches (const QdFeatureFact *feature,
         const char *const   *words)
{
  g_autoptr(GString) text = g_string_new (feature->fact.name);
  g_autofree char *key = NULL;

  g_string_append_printf (text, "\n%s", feature->group);

  if (feature->fact.description != NULL)
    g_string_append_printf (text, "\n%s", feature->fact.description);

  for (guint i = 0; feature->words != NULL && feature->words[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", feature->words[i]);

  key = qd_search_fold (text->str);

  return qd_search_matches (key, words);
}

/* Returns: (transfer container) (element-type QdFeatureFact): those that have all words of @text, in their order */
GPtrArray *
qd_features_search (QdFactBook *book,
                    const char *text)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *features;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), found);

  words = qd_search_split (text);
  features = qd_fact_book_peek (book, QD_FACT_TOPIC_FEATURE);

  for (guint i = 0; i < features->len; i++)
    {
      if (matches (g_ptr_array_index (features, i), (const char *const *)words))
        g_ptr_array_add (found, g_ptr_array_index (features, i));
    }

  return found;
}

/* Returns: (transfer full) (nullable): “Rails console: not on Dedicated”; %NULL of what Dedicated has */
char *
qd_feature_dup_warning (const QdFeatureFact *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->state == QD_FEATURE_STATE_AVAILABLE)
    return NULL;

  if (self->state == QD_FEATURE_STATE_LIMITED)
    return g_strdup_printf (_ ("%s: limited on Dedicated"), self->fact.name);

  return self->workaround != NULL ? g_strdup_printf (_ ("%s: not on Dedicated (instead: %s)"), self->fact.name, self->workaround)
                                  : g_strdup_printf (_ ("%s: not on Dedicated"), self->fact.name);
}
