/* qd-search-key.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-search-key"

#include "qd-search-key.h"

#include <string.h>

/* Letters such as “ł” and “ø” do not come apart into a letter and a mark, yet
 * people type the plain one; of “ø” GLib makes “oe”, which nobody types. */
static void
append_plain (GString *folded,
              gunichar letter)
{
  char             text[7] = { 0 };
  g_autofree char *plain = NULL;

  g_unichar_to_utf8 (letter, text);

  if (letter == 0xd8 || letter == 0xf8)
    plain = g_strdup ("o");
  else if (g_unichar_get_script (letter) == G_UNICODE_SCRIPT_LATIN)
    plain = g_str_to_ascii (text, "C");

  g_string_append (folded, plain == NULL || strchr (plain, '?') != NULL ? text : plain);
}

/**
 * qd_search_fold:
 *
 * Returns: (transfer full): @text as searches compare it; text that is not
 *   UTF-8 folds to nothing
 */
char *
qd_search_fold (const char *text)
{
  g_autofree char *apart = NULL;
  g_autofree char *plain = NULL;
  GString         *folded;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  if (!(apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL)))
    return g_strdup ("");

  folded = g_string_sized_new (strlen (apart));

  for (const char *c = apart; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter < 0x80)
        g_string_append_c (folded, (char)letter);
      else if (!g_unichar_ismark (letter) && g_unichar_type (letter) != G_UNICODE_FORMAT)
        append_plain (folded, letter);
    }

  plain = g_string_free_and_steal (folded);

  return g_utf8_casefold (plain, -1);
}

/* Returns: (transfer full): the words of what was typed, folded */
char **
qd_search_split (const char *text)
{
  g_autofree char *folded = qd_search_fold (text);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) parts = g_strsplit_set (folded, " \t\n", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      if (**part != '\0')
        g_strv_builder_add (words, *part);
    }

  return g_strv_builder_end (words);
}

/* Whether each of @words is somewhere in @key, which is folded too. */
gboolean
qd_search_matches (const char        *key,
                   const char *const *words)
{
  for (; *words != NULL; words++)
    {
      if (strstr (key, *words) == NULL)
        return FALSE;
    }

  return TRUE;
}
