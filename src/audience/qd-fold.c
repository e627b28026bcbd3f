/* qd-fold.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-fold"

#include "qd-fold.h"

#include <string.h>

/* What lies between two words of a name is no longer than this, in bytes. */
#define MAX_GAP 8

/* A character folds to this many bytes at most, such as a ligature; 18 letters in Arabic. */
#define MAX_FOLDED 40

/* How many characters that are not ASCII are remembered */
#define CACHE_SIZE 1024

typedef enum
{
  CHARACTER_SEPARATOR,
  CHARACTER_INVISIBLE,
  CHARACTER_LETTER,
  CHARACTER_DIGIT,
} CharacterKind;

/* What a character is compared as */
typedef struct
{
  gunichar      character;
  CharacterKind kind;
  gboolean      upper;
  gboolean      begins; /* a word may begin with it without a blank before */
  gboolean      closes; /* a word may end after it */
  guint8        length;
  char          folded[MAX_FOLDED];
} Character;

typedef struct
{
  QdFold       *fold;
  const char   *text;
  const char   *end;
  const char   *gap; /* where what is no letter began; %NULL in a word */
  guint         n_newlines;
  CharacterKind before; /* of the last letter or digit */
  gboolean      upper;
  gboolean      closed;
  gboolean      escaped; /* the letter may be the end of “\n” */
  Character    *cache;   /* (nullable): by the character, until there is one */
} Folding;

/* Letters that are others with a stroke or a hook, which are not taken apart by Unicode */
static const struct
{
  gunichar    character;
  const char *folded;
} strokes[] = {
  { 0x00f8, "o" },
  { 0x0111, "d" },
  { 0x00f0, "d" },
  { 0x0142, "l" },
  { 0x0131, "i" },
  { 0x00fe, "th" },
  { 0x00e6, "ae" },
  { 0x0153, "oe" },
  { 0x0127, "h" },
  { 0x0167, "t" },
};

static void
fold_character (Character *self)
{
  char             buffer[8];
  g_autofree char *lower = g_utf8_casefold (buffer, g_unichar_to_utf8 (self->character, buffer));
  g_autofree char *decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);

  for (const char *c = decomposed; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar    character = g_utf8_get_char (c);
      const char *stroke = NULL;

      if (!g_unichar_isalnum (character) || self->length + 6 > MAX_FOLDED)
        continue;

      for (guint i = 0; i < G_N_ELEMENTS (strokes) && stroke == NULL; i++)
        stroke = strokes[i].character == character ? strokes[i].folded : NULL;

      if (stroke == NULL)
        self->length += g_unichar_to_utf8 (character, self->folded + self->length);
      else
        while (*stroke != '\0')
          self->folded[self->length++] = *stroke++;
    }
}

/* Scripts that put no blank between words, and one that adds endings to any word */
static void
learn_script (Character *self)
{
  switch ((int)g_unichar_get_script (self->character))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      self->begins = TRUE;
      self->closes = TRUE;
      return;

    case G_UNICODE_SCRIPT_HANGUL:
      self->closes = TRUE;
      return;

    default:
      return;
    }
}

static void
learn (Character *self,
       gunichar   character)
{
  GUnicodeType type = g_unichar_type (character);

  memset (self, 0, sizeof *self);
  self->character = character;

  if (type == G_UNICODE_FORMAT || g_unichar_ismark (character))
    {
      self->kind = CHARACTER_INVISIBLE;
      return;
    }

  if (!g_unichar_isalnum (character))
    return;

  self->kind = type == G_UNICODE_DECIMAL_NUMBER ? CHARACTER_DIGIT : CHARACTER_LETTER;
  self->upper = g_unichar_isupper (character) || g_unichar_istitle (character);
  fold_character (self);

  if (self->length == 0)
    self->kind = CHARACTER_INVISIBLE;

  if (character > 0x0e00)
    learn_script (self);
}

static const Character *
look_up (Folding *folding,
         gunichar character)
{
  Character *slot;

  if (folding->cache == NULL)
    folding->cache = g_new0 (Character, CACHE_SIZE);

  slot = &folding->cache[character % CACHE_SIZE];

  if (slot->character != character)
    learn (slot, character);

  return slot;
}

static void
begin_word (Folding *folding,
            gsize    at)
{
  folding->fold->flags[at] |= QD_FOLD_START;
}

/* “ACMECorp”: the last of several upper case letters is the first of a word in lower case. */
static void
split_capitals (Folding *folding)
{
  QdFold *fold = folding->fold;
  gsize   last = fold->length - 1;

  while (last > 0 && (fold->flags[last] & QD_FOLD_MORE))
    last--;

  if (last > 0 && !(fold->flags[last] & QD_FOLD_GAP) && (fold->flags[last - 1] & QD_FOLD_UPPER))
    begin_word (folding, last);
}

static guint8
get_flags (Folding      *folding,
           CharacterKind kind,
           gboolean      upper,
           gboolean      begins,
           const char   *at)
{
  guint8 flags = upper ? QD_FOLD_UPPER : 0;

  if (folding->fold->length == 0)
    return flags | QD_FOLD_START | QD_FOLD_GAP | QD_FOLD_APART;

  if (folding->gap != NULL)
    flags |= QD_FOLD_GAP | QD_FOLD_START |
             (at - folding->gap > MAX_GAP || folding->n_newlines > 1 ? QD_FOLD_APART : 0);
  else if (begins || folding->closed || folding->escaped || kind != folding->before || (upper && !folding->upper))
    flags |= QD_FOLD_START;
  else if (!upper && folding->upper)
    split_capitals (folding);

  return flags;
}

static void
grow (QdFold *fold)
{
  fold->size = fold->size * 2 + MAX_FOLDED;
  fold->bytes = g_realloc (fold->bytes, fold->size);
  fold->flags = g_realloc (fold->flags, fold->size);
  fold->starts = g_realloc_n (fold->starts, fold->size, sizeof *fold->starts);
  fold->ends = g_realloc_n (fold->ends, fold->size, sizeof *fold->ends);
}

static void
append (Folding    *folding,
        const char *folded,
        guint       length,
        guint8      flags,
        const char *start,
        const char *end)
{
  QdFold *fold = folding->fold;

  if (fold->length + length > fold->size)
    grow (fold);

  for (guint i = 0; i < length; i++)
    {
      fold->bytes[fold->length] = folded[i];
      fold->flags[fold->length] = i == 0 ? flags : QD_FOLD_MORE | (flags & QD_FOLD_UPPER);
      fold->starts[fold->length] = (guint32)(start - folding->text);
      fold->ends[fold->length] = (guint32)(end - folding->text);
      fold->length++;
    }

  folding->gap = NULL;
  folding->n_newlines = 0;
}

static void
add_separator (Folding    *folding,
               const char *at)
{
  if (folding->gap == NULL)
    folding->gap = at;

  folding->n_newlines += *at == '\n';
}

static void
add_character (Folding    *folding,
               gunichar    character,
               const char *start,
               const char *end)
{
  const Character *found = look_up (folding, character);
  QdFold          *fold = folding->fold;

  if (found->kind == CHARACTER_SEPARATOR)
    {
      add_separator (folding, start);
      return;
    }

  if (found->kind == CHARACTER_INVISIBLE)
    {
      /* It is a part of what it stands on. */
      for (gsize i = fold->length; i > 0 && folding->gap == NULL; i--)
        {
          fold->ends[i - 1] = (guint32)(end - folding->text);

          if (!(fold->flags[i - 1] & QD_FOLD_MORE))
            break;
        }

      return;
    }

  append (folding, found->folded, found->length, get_flags (folding, found->kind, found->upper, found->begins, start), start, end);
  folding->before = found->kind;
  folding->upper = found->upper;
  folding->closed = found->closes;
  folding->escaped = FALSE;
}

/* The character at @at, of which @end is none. Returns: where it ends; its own byte where there is none */
static const char *
read_utf8 (const char *at,
           const char *end,
           gunichar   *character)
{
  *character = g_utf8_get_char_validated (at, end - at);

  if (*character == (gunichar)-1 || *character == (gunichar)-2)
    {
      *character = 0xfffd;
      return at + 1;
    }

  return g_utf8_next_char (at);
}

static gboolean
read_hex (const char *at,
          const char *end,
          guint       n_digits,
          gunichar   *number)
{
  *number = 0;

  if (end - at < (gssize)n_digits)
    return FALSE;

  for (guint i = 0; i < n_digits; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return FALSE;

      *number = *number * 16 + (gunichar)digit;
    }

  return TRUE;
}

/* “%C3%A9” of an address */
static const char *
read_percent (const char *at,
              const char *end,
              gunichar   *character)
{
  char  bytes[8] = "";
  guint n_bytes = 0;

  for (gunichar byte; n_bytes < 4 && at < end && *at == '%' && read_hex (at + 1, end, 2, &byte) && byte != 0; at += 3)
    {
      bytes[n_bytes++] = (char)byte;
      *character = g_utf8_get_char_validated (bytes, n_bytes);

      if (*character < 0x110000)
        return at + 3;
    }

  return NULL;
}

/* “&amp;”, “&#233;” and “&#xe9;” of a mark-up */
static const char *
read_entity (const char *at,
             const char *end,
             gunichar   *character)
{
  const char *stop = memchr (at, ';', MIN (end - at, 10));
  gboolean    hex;

  if (stop == NULL || stop - at < 3)
    return NULL;

  if (at[1] != '#')
    {
      static const char *const names[] = { "amp", "lt", "gt", "quot", "apos", "nbsp", NULL };
      g_autofree char         *name = g_strndup (at + 1, stop - at - 1);

      *character = ' ';

      return g_strv_contains (names, name) ? stop + 1 : NULL;
    }

  hex = at[2] == 'x' || at[2] == 'X';
  *character = 0;

  for (const char *c = at + (hex ? 3 : 2); c < stop; c++)
    {
      int digit = hex ? g_ascii_xdigit_value (*c) : g_ascii_digit_value (*c);

      if (digit < 0)
        return NULL;

      *character = *character * (hex ? 16 : 10) + (gunichar)digit;
    }

  return *character > 0 && g_unichar_validate (*character) ? stop + 1 : NULL;
}

/* “\u00e9” of JSON, a letter alone; of two halves of one, it is not known what it stands for. */
static const char *
read_backslash (const char *at,
                const char *end,
                gunichar   *character)
{
  return end - at >= 6 && at[1] == 'u' && read_hex (at + 2, end, 4, character) && *character > 0 &&
                 g_unichar_validate (*character)
             ? at + 6
             : NULL;
}

static const char *
read_special (Folding    *folding,
              const char *at)
{
  const char *next;
  gunichar    character = 0;

  next = *at == '%'   ? read_percent (at, folding->end, &character)
         : *at == '&' ? read_entity (at, folding->end, &character)
                      : read_backslash (at, folding->end, &character);

  if (next != NULL)
    {
      add_character (folding, character, at, next);
      return next;
    }

  add_separator (folding, at);

  /* “\nAcme” of JSON: a word may begin with the letter, or after it. */
  if (*at == '\\' && folding->end - at > 2 && strchr ("nrtbf", at[1]) != NULL)
    {
      add_character (folding, (guchar)at[1], at + 1, at + 2);
      folding->escaped = TRUE;
      return at + 2;
    }

  return at + 1;
}

static void
add_ascii (Folding    *folding,
           const char *at)
{
  gboolean      upper = g_ascii_isupper (*at);
  CharacterKind kind = g_ascii_isdigit (*at) ? CHARACTER_DIGIT : CHARACTER_LETTER;
  char          lower = g_ascii_tolower (*at);

  append (folding, &lower, 1, get_flags (folding, kind, upper, FALSE, at), at, at + 1);
  folding->before = kind;
  folding->upper = upper;
  folding->closed = FALSE;
  folding->escaped = FALSE;
}

/**
 * qd_fold_new:
 * @text: in any encoding; what is not UTF-8 is as if it were a blank
 * @length: in bytes, less than 4 GB; -1 up to the first NUL
 *
 * Returns: (transfer full)
 */
QdFold *
qd_fold_new (const char *text,
             gssize      length)
{
  Folding folding = { .text = text };

  if (length < 0)
    length = (gssize)strlen (text);

  g_return_val_if_fail (length < G_MAXUINT32, NULL);

  folding.end = text + length;
  folding.fold = g_new0 (QdFold, 1);
  folding.fold->size = (gsize)length + MAX_FOLDED;
  folding.fold->bytes = g_malloc (folding.fold->size);
  folding.fold->flags = g_malloc (folding.fold->size);
  folding.fold->starts = g_new (guint32, folding.fold->size);
  folding.fold->ends = g_new (guint32, folding.fold->size);

  for (const char *at = text; at < folding.end;)
    {
      gunichar character;

      if (g_ascii_isalnum (*at))
        add_ascii (&folding, at++);
      else if (*at == '%' || *at == '&' || *at == '\\')
        at = read_special (&folding, at);
      else if ((guchar)*at < 0x80)
        add_separator (&folding, at++);
      else
        {
          const char *start = at;

          at = read_utf8 (at, folding.end, &character);
          add_character (&folding, character, start, at);
        }
    }

  g_free (folding.cache);

  return folding.fold;
}

void
qd_fold_free (QdFold *self)
{
  g_free (self->bytes);
  g_free (self->flags);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self);
}

/* Whether a word may end before the byte at @index. */
gboolean
qd_fold_is_end (const QdFold *self,
                gsize         index)
{
  return index >= self->length || (self->flags[index] & QD_FOLD_START) != 0;
}
