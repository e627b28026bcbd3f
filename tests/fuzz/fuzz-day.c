/* fuzz-day.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-day-parse.h"
#include "qd-fuzz.h"

/* A day as it is typed, and as files have it. */

#define TODAY 20000

const char *const qd_fuzz_words[] = {
  "today", "tomorrow", "in ", "next ", "last ", "mon", "friday", "march", "dec ", "days", " weeks", " months", " years",
  "ago", "+", "-", "/", ".", "31", "2026", "1899", "9999", "29 feb ", "week 53", "W", "99999999999", "٣", "年", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  return n == 0 ? qd_fuzz_repeat ("in ", "9", 100000, " days") : n == 1 ? qd_fuzz_repeat ("", "next ", 10000, "")
                                                                        : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const int todays[] = { TODAY, 0, -1, 2932896 /* 9999-12-31 */, 60 };
  g_autofree char *text = qd_fuzz_dup_text (data, size);
  int              day;

  for (guint i = 0; i < G_N_ELEMENTS (todays); i++)
    {
      for (QdDayOrder order = QD_DAY_ORDER_DMY; order <= QD_DAY_ORDER_YMD; order++)
        {
          if (qd_day_parse_words (text, todays[i], order, &day))
            g_assert_true (qd_day_is_sensible (day));
        }
    }

  if (qd_day_parse (text, &day))
    {
      char formatted[16];

      qd_day_format (day, formatted);
      g_assert_cmpstr (formatted, ==, text);
    }

  return 0;
}
