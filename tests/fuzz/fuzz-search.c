/* fuzz-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-fuzz.h"
#include "qd-search-query.h"
#include "qd-test.h"

/* A text to search for: nothing that is typed is an error. */

const char *const qd_fuzz_words[] = {
  "kestrel", "\"", "\"\"", "*", " OR ", " AND ", " NOT ", "NEAR(", ")", "(", "^", ":", "-", "+", "name:", "'", ";",
  "{", "}", "%", "_", "ß", "İ", "ﷺ", "e\xcc\x81", "\xe2\x80\x8f", "日本", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  return n == 0   ? qd_fuzz_repeat ("", "kestrel ", 10000, "")
         : n == 1 ? qd_fuzz_repeat ("", "k", 1000000, "")
         : n == 2 ? qd_fuzz_repeat ("", "\"", 10000, "")
                  : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  QdStore         *store = qd_portfolio_get_store (qd_fuzz_get_portfolio ());
  g_autofree char *text = qd_fuzz_dup_text (data, size);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;

  qd_search_async (store, text, 20, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  hits = qd_search_finish (store, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < hits->len; i++)
    {
      QdSearchHit *hit = g_ptr_array_index (hits, i);

      qd_fuzz_check_text (hit->title);
      g_assert_true (g_utf8_validate (hit->snippet, -1, NULL));
    }

  return 0;
}
