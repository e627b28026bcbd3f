/* qd-fuzz-engine.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qd-fuzz.h"

/* What libFuzzer, whose main() it is, is told of a target. */

int LLVMFuzzerInitialize (int    *argc,
                          char ***argv);

/* Of every target: numbers at their ends, and characters that are seldom thought of */
static const struct
{
  const char *bytes;
  guint       size;
} common[] = {
  { "\0", 1 },
  { "\r\n", 2 },
  { "\xff", 1 },
  { "\xff\xfe", 2 },
  { "\xed\xa0\x80", 3 },
  { "\xe2\x80\xae", 3 },
  { "\xe2\x80\xa8", 3 },
  { "\xef\xbb\xbf", 3 },
  { "\xc2\x85", 2 },
  { "\xf0\x9f\x9a\x80", 4 },
  { "-1", 2 },
  { "1e999", 5 },
  { "NaN", 3 },
  { "9223372036854775808", 19 },
  { "-9223372036854775808", 20 },
  { "99999999999999999999999", 23 },
  { "%s%n", 4 },
};

/* A dictionary has a word a line, in quotes, what is not plain in hexadecimal. */
static void
print_word (const char *bytes,
            gsize       size)
{
  putchar ('"');

  for (gsize i = 0; i < size; i++)
    {
      if (g_ascii_isalnum (bytes[i]))
        putchar (bytes[i]);
      else
        printf ("\\x%02x", (guint8)bytes[i]);
    }

  puts ("\"");
}

/* GLib traps where a warning is fatal, which libFuzzer would not notice. */
static void
trap_cb (int number)
{
  abort ();
}

/* With --words as its first argument, a target prints its dictionary and ends. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  signal (SIGTRAP, trap_cb);

  if (*argc < 2 || !g_str_equal ((*argv)[1], "--words"))
    return 0;

  for (guint i = 0; qd_fuzz_words[i] != NULL; i++)
    print_word (qd_fuzz_words[i], strlen (qd_fuzz_words[i]));

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    print_word (common[i].bytes, common[i].size);

  exit (EXIT_SUCCESS);
}
