/* qd-audience-guard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-audience-guard"

#include "qd-audience-guard.h"

#include <string.h>

/* From this length on a word is also found at the beginning of a longer one. */
#define MIN_STEM 5

/* Up to this length it must be written alike. */
#define MAX_ABBREVIATION 3

struct _QdAudienceGuard
{
  GHashTable *names; /* the first word, folded -> GPtrArray of Name */
};

typedef struct
{
  char *folded;
  char *raw;
} Word;

typedef struct
{
  char      *name;
  GPtrArray *words; /* of Word */
} Name;

static void
word_free (Word *word)
{
  g_free (word->folded);
  g_free (word->raw);
  g_free (word);
}

static void
name_free (Name *name)
{
  g_free (name->name);
  g_ptr_array_unref (name->words);
  g_free (name);
}

/* Without case and accents. */
static char *
fold (const char *text,
      gssize      length)
{
  g_autofree char *folded = g_utf8_casefold (text, length);
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString         *out = g_string_new (NULL);

  for (const char *c = decomposed; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_ismark (character))
        g_string_append_unichar (out, character);
    }

  return g_string_free_and_steal (out);
}

/* Whether a word may end before and after this character without a space. */
static gboolean
stands_alone (gunichar character)
{
  switch ((int)g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
is_part_of_word (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* A soft hyphen, a joiner: there to see nothing of. */
static gboolean
is_invisible (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_FORMAT;
}

static void
end_word (GPtrArray *words,
          GString   *raw)
{
  Word *word;

  if (raw->len == 0)
    return;

  word = g_new (Word, 1);
  word->folded = fold (raw->str, raw->len);
  word->raw = g_strdup (raw->str);
  g_ptr_array_add (words, word);
  g_string_truncate (raw, 0);
}

static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify)word_free);
  g_autoptr(GString) raw = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (is_invisible (character))
        continue;

      if (!is_part_of_word (character))
        {
          end_word (words, raw);
          continue;
        }

      if (stands_alone (character))
        end_word (words, raw);

      g_string_append_unichar (raw, character);

      if (stands_alone (character))
        end_word (words, raw);
    }

  end_word (words, raw);

  return words;
}

static void
add_name (QdAudienceGuard *self,
          const char      *text)
{
  g_autoptr(GPtrArray) words = split_words (text);
  const char *first;
  GPtrArray  *names;
  Name       *name;

  if (words->len == 0)
    return;

  first = ((Word *)g_ptr_array_index (words, 0))->folded;

  if (!(names = g_hash_table_lookup (self->names, first)))
    {
      names = g_ptr_array_new_with_free_func ((GDestroyNotify)name_free);
      g_hash_table_insert (self->names, g_strdup (first), names);
    }

  name = g_new (Name, 1);
  name->name = g_strdup (text);
  name->words = g_steal_pointer (&words);
  g_ptr_array_add (names, name);
}

static void
add_lines (QdAudienceGuard *self,
           const char      *text)
{
  g_auto(GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_name (self, lines[i]);
}

static void
add_real_names (QdAudienceGuard *self,
                QdAccount       *account)
{
  add_name (self, account->name);
  add_lines (self, account->aliases);
  add_lines (self, account->domains);
}

/* One that is only known by its codename has no name to keep. */
static gboolean
is_sealed (QdAccount *account)
{
  return account->codename != NULL && !g_str_equal (account->codename, account->name);
}

static QdAudienceGuard *
create (void)
{
  QdAudienceGuard *self = g_new0 (QdAudienceGuard, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  return self;
}

/**
 * qd_audience_guard_new:
 * @accounts: all there are
 * @account: the id of the customer who will read it, where the audience is one
 *
 * Returns: (transfer full)
 */
QdAudienceGuard *
qd_audience_guard_new (QdAudience  audience,
                       GListModel *accounts,
                       gint64      account)
{
  QdAudienceGuard *self = create ();
  guint            n_accounts = g_list_model_get_n_items (accounts);

  for (guint i = 0; i < n_accounts && audience != QD_AUDIENCE_ME; i++)
    {
      g_autoptr(QdAccount) other = g_list_model_get_item (accounts, i);
      gboolean own = qd_record_get_id (other) == account;

      if (audience == QD_AUDIENCE_CUSTOMER ? !own : is_sealed (other))
        add_real_names (self, other);

      if (audience == QD_AUDIENCE_CUSTOMER && other->codename != NULL)
        add_name (self, other->codename);
    }

  return self;
}

void
qd_audience_guard_free (QdAudienceGuard *self)
{
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self);
}

/* Whether @word of a text is the one at @index of @name. */
static gboolean
is_word_of_name (const Name *name,
                 guint       index,
                 const Word *word)
{
  const Word *wanted = g_ptr_array_index (name->words, index);
  gboolean    last = index == name->words->len - 1;

  if (name->words->len == 1 && g_utf8_strlen (wanted->raw, -1) <= MAX_ABBREVIATION)
    return g_str_equal (wanted->raw, word->raw);

  return g_str_equal (wanted->folded, word->folded) ||
         (last && g_utf8_strlen (wanted->folded, -1) >= MIN_STEM && g_str_has_prefix (word->folded, wanted->folded));
}

static const Name *
find_name_at (GPtrArray *names,
              GPtrArray *words,
              guint      position)
{
  for (guint i = 0; i < names->len; i++)
    {
      Name *name = g_ptr_array_index (names, i);
      guint n_found = 0;

      while (n_found < name->words->len && position + n_found < words->len &&
             is_word_of_name (name, n_found, g_ptr_array_index (words, position + n_found)))
        n_found++;

      if (n_found == name->words->len)
        return name;
    }

  return NULL;
}

/* Names begin with a word of the text, or with the beginning of it. */
static const Name *
find_name (QdAudienceGuard *self,
           GPtrArray       *words,
           guint            position)
{
  g_autofree char *stem = g_strdup (((Word *)g_ptr_array_index (words, position))->folded);

  for (glong length = g_utf8_strlen (stem, -1), whole = length; length > 0; length--)
    {
      GPtrArray  *names;
      const Name *name;

      if (length < whole && length < MIN_STEM)
        return NULL;

      *g_utf8_offset_to_pointer (stem, length) = '\0';

      if ((names = g_hash_table_lookup (self->names, stem)) && (name = find_name_at (names, words, position)))
        return name;
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): the first name in @text that must not be there */
char *
qd_audience_guard_find (QdAudienceGuard *self,
                        const char      *text)
{
  g_autoptr(GPtrArray) words = NULL;

  if (text == NULL || g_hash_table_size (self->names) == 0)
    return NULL;

  words = split_words (text);

  for (guint i = 0; i < words->len; i++)
    {
      const Name *name = find_name (self, words, i);

      if (name != NULL)
        return g_strdup (name->name);
    }

  return NULL;
}

/**
 * qd_audience_check:
 *
 * Returns: (transfer full) (element-type utf8): the real names of @account that
 *   @text gives away to someone who knows its codename alone; empty where it
 *   has no codename
 */
GPtrArray *
qd_audience_check (const char *text,
                   QdAccount  *account)
{
  g_autofree char *joined = NULL;
  g_auto(GStrv) names = NULL;
  GPtrArray *leaks = g_ptr_array_new_with_free_func (g_free);

  if (!is_sealed (account))
    return leaks;

  joined = g_strjoin ("\n",
                      account->name,
                      account->aliases != NULL ? account->aliases : "",
                      account->domains != NULL ? account->domains : "",
                      NULL);
  names = g_strsplit (joined, "\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(QdAudienceGuard) guard = create ();
      char *found;

      add_name (guard, names[i]);

      if ((found = qd_audience_guard_find (guard, text)))
        g_ptr_array_add (leaks, found);
    }

  return leaks;
}
