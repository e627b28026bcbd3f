/* test-fuzzy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "qd-fuzzy.h"
#include "qd-search-key.h"

static int
score (const char *typed,
       const char *text)
{
  g_auto(GStrv) words = qd_search_split (typed);
  g_autofree char *key = qd_search_fold (text);

  return qd_fuzzy_score ((const char *const *)words, key);
}

/* What is typed, what it finds and what it does not */
static void
test_finds (void)
{
  static const struct
  {
    const char *typed;
    const char *text;
    gboolean    fits;
  } cases[] = {
    { "plans", "Plans", TRUE },
    { "PLANS", "Plans", TRUE },
    { "pl", "Plans", TRUE },
    { "p", "Plans", TRUE },
    { "p", "New plan", TRUE },
    { "l", "Plans", FALSE },
    { "np", "New plan", TRUE },
    { "newp", "New plan", TRUE },
    { "plan new", "New plan", TRUE },
    { "new plans", "New plan", FALSE },
    { "accnt", "Accounts", TRUE },
    { "acounts", "Accounts", TRUE },
    { "accountss", "Accounts", FALSE },
    { "board", "Keyboard shortcuts", TRUE },
    { "ks", "Keyboard shortcuts", TRUE },
    { "kbsh", "Keyboard shortcuts", TRUE },
    { "geo", "Change a note from long ago", FALSE },
    { "geo", "Switch over Geo", TRUE },
    { "star", "Last days of the quarter", FALSE },
    { "sow", "Show as of a day", TRUE },
    { "sty", "Show as of a day", FALSE },
    { "aod", "Show as of a day", TRUE },
    { "jorg", "Jörg Müller", TRUE },
    { "Jörg", "Jorg Muller", TRUE },
    { "łódź", "Lodz", TRUE },
    { "naïve", "Naive plan", TRUE },
    { "日本", "日本 onboarding", TRUE },
    { "本日", "日本 onboarding", FALSE },
    { "", "Plans", FALSE },
    { "plan", "", FALSE },
    { "a b c d", "a b c d", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* Nothing typed narrows nothing down, and is worth nothing either. */
      g_test_message ("“%s” in “%s”: %d", cases[i].typed, cases[i].text, score (cases[i].typed, cases[i].text));
      g_assert_cmpint (score (cases[i].typed, cases[i].text) > 0, ==, cases[i].fits);
    }
}

/* Of two, which is meant */
static void
test_prefers (void)
{
  static const struct
  {
    const char *typed;
    const char *better;
    const char *worse;
  } cases[] = {
    { "plan", "Plans", "Airplane seats" },
    { "plan", "New plan", "Replanning" },
    { "plan", "Plan", "Planning" },
    { "new", "New plan", "Renew the licence" },
    { "ex", "Export", "Next steps" },
    { "np", "New plan", "Onboarding of napkins" },
    { "hist", "History", "The history" },
    { "rsg", "Runner sizing guide", "Versions gone" },
    { "basalt onb", "Onboarding Basalt", "Onboarding of basaltic bonds" },
    { "back", "Backups", "Feedback" },
    { "geo", "Switch over Geo at last", "Get outcomes confirmed" },
    { "geo", "A note on what Geo does not do", "Getting-started session for developers" },
    { "aod", "Show as of a day", "A board" },
    { "תח", "תוכנית חדשה", "תמונה אחת" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”: “%s” %d, “%s” %d",
                      cases[i].typed,
                      cases[i].better,
                      score (cases[i].typed, cases[i].better),
                      cases[i].worse,
                      score (cases[i].typed, cases[i].worse));
      g_assert_cmpint (score (cases[i].typed, cases[i].better), >, score (cases[i].typed, cases[i].worse));
    }
}

/* What is longer than anybody types, and letters cut in two, do no harm. */
static void
test_limits (void)
{
  g_autofree char *word = g_strnfill (5000, 'a');
  g_autofree char *other = g_strnfill (5000, 'b');
  g_autofree char *late = g_strconcat (other, " plan", NULL);

  g_assert_cmpint (score (word, word), >, 0);
  g_assert_cmpint (score (word, other), ==, 0);
  g_assert_cmpint (score ("plan", late), ==, 0);
  g_assert_cmpint (score ("\xff\xfe", "plan"), ==, 0);
  g_assert_cmpint (score ("plan", "\xff\xfe"), ==, 0);
}

/* Nothing fits that does not have the letters in their order. */
static void
test_letters (void)
{
  static const char *const texts[] = { "Show as of a day", "Keyboard shortcuts", "New accelerator", "Names that went out" };
  static const char        letters[] = "aeknorstw";

  for (int round = 0; round < 2000; round++)
    {
      char        typed[6] = { 0 };
      const char *text = texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
      gboolean    has = TRUE;

      for (int i = 0; i < 5; i++)
        {
          g_autofree char *folded = qd_search_fold (text);
          const char      *at = folded;

          typed[i] = letters[g_test_rand_int_range (0, sizeof letters - 1)];

          for (int j = 0; j <= i && at != NULL; j++)
            at = (at = strchr (at, typed[j])) != NULL ? at + 1 : NULL;

          has = at != NULL;

          if (score (typed, text) > 0)
            g_assert_true (has);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzzy/finds", test_finds);
  g_test_add_func ("/fuzzy/prefers", test_prefers);
  g_test_add_func ("/fuzzy/limits", test_limits);
  g_test_add_func ("/fuzzy/letters", test_letters);

  return g_test_run ();
}
