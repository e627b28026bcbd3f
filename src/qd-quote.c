/* qd-quote.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-quote"

#include "qd-quote.h"

#define MAX_CHARACTERS 60

/* What ends a line, moves a terminal's cursor, or turns the sentence around. */
static gboolean
is_unruly (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/**
 * qd_quote:
 * @text: of any length and in any encoding
 *
 * What somebody else wrote, to be named in a sentence.
 *
 * Returns: (transfer full): @text as one short line of UTF-8
 */
char *
qd_quote (const char *text)
{
  /* A character takes 6 bytes at most, were it not valid. */
  g_autofree char *start = g_strndup (text, (MAX_CHARACTERS + 1) * 6);
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  g_autoptr(GString) line = g_string_new (NULL);
  int n_characters = 0;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (++n_characters > MAX_CHARACTERS)
        {
          g_string_append (line, "…");
          break;
        }

      if (g_unichar_isspace (character))
        g_string_append_c (line, ' ');
      else
        g_string_append_unichar (line, is_unruly (character) ? 0xfffd : character);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}
