/* fuzz-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-fuzz.h"
#include "qd-roster-view.h"

/* A view of the roster as it was saved, and the text it looks for. */

const char *const qd_fuzz_words[] = {
  "\"columns\"", "\"filter\"", "\"sort\"", "\"name\"", "\"-arr\"", "\"-\"", "\"tier\"", "\"stage\"", "\"health\"",
  "\"none\"", "\"renewal\"", "\"30-days\"", "\"archived\"", "\"text\"", "null", "true", "[]", "{}", "[", "{", "]", "}",
  ":", ",", "\"\"", "1e999", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  return n == 0   ? qd_fuzz_repeat ("", "[", 10000, "")
         : n == 1 ? qd_fuzz_repeat ("{\"columns\": [\"name\"", ", \"arr\"", 100000, "]}")
         : n == 2 ? qd_fuzz_repeat ("{\"filter\": {\"text\": \"", "é ", 100000, "\"}}")
                  : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = qd_fuzz_dup_text (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(QdRosterView) view = qd_roster_view_new_from_json (text, &error);
  g_autoptr(QdRosterView) again = NULL;
  g_autofree char *json = NULL;

  if (view == NULL)
    {
      qd_fuzz_check_error (error);
      return 0;
    }

  json = qd_roster_view_to_json (view);
  again = qd_roster_view_new_from_json (json, &error);
  g_assert_no_error (error);
  g_assert_true (qd_roster_view_equal (view, again));

  for (int i = 0; i < QD_ROSTER_N_FACETS; i++)
    g_free (qd_roster_view_dup_facet_words (view, i));

  return 0;
}
