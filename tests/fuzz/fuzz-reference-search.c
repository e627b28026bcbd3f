/* fuzz-reference-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "qd-fuzz.h"
#include "qd-test-reference.h"

/* A text to look for in the reference: nothing that is typed is an error. */

#define LIMIT 20

static QdReference *reference;

const char *const   qd_fuzz_words[] = {
  "geo", "gitaly", "runner", "upgrade", "sso", "zero-downtime", "\"", "*", " OR ", " NOT ", "NEAR(", ")", "^", ":", "-",
  "+", "'", ";", "{", "%", "_", "ß", "İ", "ﷺ", "e\xcc\x81", "\xe2\x80\x8f", "日本", "upgarde", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  return n == 0   ? qd_fuzz_repeat ("", "upgrade ", 10000, "")
         : n == 1 ? qd_fuzz_repeat ("", "u", 1000000, "")
         : n == 2 ? qd_fuzz_repeat ("", "\"", 10000, "")
         : n == 3 ? qd_fuzz_repeat ("", "upgarde runer ", 1000, "")
                  : NULL;
}

static void
drop_at_exit (void)
{
  g_clear_object (&reference);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  QdPortfolio     *portfolio = qd_fuzz_get_portfolio ();
  g_autofree char *text = qd_fuzz_dup_text (data, size);
  g_autoptr(QdReferenceResult) result = NULL;

  if (reference == NULL)
    {
      reference = qd_reference_new (portfolio);
      atexit (drop_at_exit);
    }

  result = qd_test_reference_search (reference, text, -1, NULL, LIMIT);
  g_assert_cmpuint (result->hits->len, <=, LIMIT);

  for (guint i = 0; i < result->hits->len; i++)
    {
      QdReferenceHit *hit = g_ptr_array_index (result->hits, i);

      g_assert_nonnull (hit->entry);
      g_assert_true (hit->passage == NULL || g_utf8_validate (hit->passage, -1, NULL));
    }

  for (guint i = 0; result->terms != NULL && result->terms[i] != NULL; i++)
    g_assert_true (g_utf8_validate (result->terms[i], -1, NULL));

  return 0;
}
