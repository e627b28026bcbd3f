/* test-day-parse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-day-parse.h"

/* Sunday 22 November 2026. Expected days are those of GNU date and of the
 * calendar of that month. */
#define TODAY "2026-11-22"

static const struct
{
  const char *text;
  const char *expected; /* NULL: not understood */
  QdDayOrder  order;
} cases[] = {
  { "2026-11-24", "2026-11-24" },
  { "  2026-11-24 ", "2026-11-24" },
  { "today", "2026-11-22" },
  { "Tomorrow", "2026-11-23" },
  { "tmr", "2026-11-23" },
  { "YESTERDAY", "2026-11-21" },
  { "friday", "2026-11-27" },
  { "Fri", "2026-11-27" },
  { "sunday", "2026-11-29" },
  { "mon", "2026-11-23" },
  { "next friday", "2026-11-27" },
  { "next monday", "2026-11-23" },
  { "this friday", "2026-11-27" },
  { "this sunday", "2026-11-22" },
  { "last friday", "2026-11-20" },
  { "last sunday", "2026-11-15" },
  { "next week", "2026-11-23" },
  { "next month", "2026-12-22" },
  { "+3d", "2026-11-25" },
  { "+3", "2026-11-25" },
  { "-3", "2026-11-19" },
  { "+2w", "2026-12-06" },
  { "+1m", "2026-12-22" },
  { "-1y", "2025-11-22" },
  { "3 days", "2026-11-25" },
  { "in 3 days", "2026-11-25" },
  { "in a week", "2026-11-29" },
  { "in 4 months", "2027-03-22" },
  { "2 weeks ago", "2026-11-08" },
  { "eow", "2026-11-27" },
  { "end of month", "2026-11-30" },
  { "eoq", "2026-12-31" },
  { "end of year", "2026-12-31" },
  { "24 Nov", "2026-11-24" },
  { "24 Nov 2027", "2027-11-24" },
  { "24th of november", NULL },
  { "24th November", "2026-11-24" },
  { "Nov 24, 2026", "2026-11-24" },
  { "Tue 24 Nov", "2026-11-24" },
  { "Tuesday, 24 Nov. 2026", "2026-11-24" },
  { "1 oct", "2026-10-01" },
  { "1 sep", "2027-09-01" },
  { "3 feb", "2027-02-03" },
  { "29 feb", "2028-02-29" },
  { "29 feb 2027", NULL },
  { "24.11.2026", "2026-11-24" },
  { "24.11.26", "2026-11-24", QD_DAY_ORDER_MDY },
  { "24.11.", "2026-11-24" },
  { "3/11/2027", "2027-11-03", QD_DAY_ORDER_DMY },
  { "3/11/2027", "2027-03-11", QD_DAY_ORDER_MDY },
  { "27/3/11", "2027-03-11", QD_DAY_ORDER_YMD },
  { "12/1", "2027-01-12", QD_DAY_ORDER_DMY },
  { "12/1", "2026-12-01", QD_DAY_ORDER_MDY },
  { "31/12/2026", NULL, QD_DAY_ORDER_MDY },
  { "31.11.2026", NULL },
  { "", NULL },
  { " ", NULL },
  { "soon", NULL },
  { "ma", NULL },
  { "3", NULL },
  { "in", NULL },
  { "in days", NULL },
  { "next", NULL },
  { "end of", NULL },
  { "end of march", NULL },
  { "99999999999999999999d", NULL },
  { "+9999y", NULL },
  { "1/2/3/4", NULL },
  { "..", NULL },
  { "1899-12-31", NULL },
  { "2026-13-01", NULL },
  { "\xf0\x9f\x98\x80", NULL },
};

static void
test_words (void)
{
  int today = 0;

  g_assert_true (qd_day_parse (TODAY, &today));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char     text[QD_DAY_TEXT_SIZE] = "";
      int      day = -1;
      gboolean understood = qd_day_parse_words (cases[i].text, today, cases[i].order, &day);

      if (understood)
        qd_day_format (day, text);

      if (g_strcmp0 (understood ? text : NULL, cases[i].expected) != 0)
        g_error ("“%s” is %s, not %s", cases[i].text, understood ? text : "nothing", cases[i].expected);
    }
}

/* What a field shows is read back as the same day, whatever the day it is. */
static void
test_editable (void)
{
  int today = 0;

  g_assert_true (qd_day_parse (TODAY, &today));

  for (int day = today - 3000; day < today + 3000; day += 17)
    {
      g_autofree char *text = qd_day_dup_editable (day);
      int              again = -1;

      g_assert_true (qd_day_parse_words (text, today, QD_DAY_ORDER_MDY, &again));
      g_assert_cmpint (again, ==, day);
    }

  g_assert_cmpint (qd_day_get_locale_order (), ==, QD_DAY_ORDER_MDY);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/days/parse/words", test_words);
  g_test_add_func ("/days/parse/editable", test_editable);

  return g_test_run ();
}
