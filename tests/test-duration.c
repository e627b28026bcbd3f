/* test-duration.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-duration.h"

static void
test_words (void)
{
  static const struct
  {
    gint64      minutes;
    const char *words;
  } cases[] = {
    { -1, "" },
    { 0, "0 min" },
    { 30, "30 min" },
    { 60, "1 h" },
    { 90, "90 min" },
    { 120, "2 h" },
    { 150, "2 h 30 min" },
    { 480, "1 d" },
    { 960, "2 d" },
    { 720, "1 d 4 h" },
    { 4800, "10 d" },
    { 511, "1 d 31 min" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = qd_duration_dup_words (cases[i].minutes);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      minutes;
  } cases[] = {
    { "90 min", 90 },
    { "90m", 90 },
    { "2d", 960 },
    { "2", 960 },
    { "1.5 d", 720 },
    { "1,5 d", 720 },
    { "1 h 30", 90 },
    { "1h30m", 90 },
    { "1:30", 90 },
    { "2 weeks", 4800 },
    { " 1 W ", 2400 },
    { "1 d 4 h", 720 },
    { ".5 h", 30 },
    { "0 min", 0 },
  };
  static const char *const refused[] = {
    "",
    "d",
    "long",
    "2 years",
    "-2 d",
    "1 h 2 d",
    "1 d 2 d",
    "1.2.3 d",
    "2 d later",
    "99999999999 d",
    "1:60",
    "1:3",
    "1e3 d",
    "١ d",
  };
  gint64 minutes;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (qd_duration_parse (cases[i].text, &minutes));
      g_assert_cmpint (minutes, ==, cases[i].minutes);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_false (qd_duration_parse (refused[i], &minutes));
    }
}

/* What is shown may be typed again. */
static void
test_round (void)
{
  for (gint64 i = 1; i < 10000; i++)
    {
      g_autofree char *words = qd_duration_dup_words (i);
      gint64           minutes;

      g_assert_true (qd_duration_parse (words, &minutes));
      g_assert_cmpint (minutes, ==, i);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/duration/words", test_words);
  g_test_add_func ("/duration/parse", test_parse);
  g_test_add_func ("/duration/round", test_round);

  return g_test_run ();
}
