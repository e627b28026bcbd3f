/* fuzz-duration.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-clock-time.h"
#include "qd-duration.h"
#include "qd-fuzz.h"
#include "qd-work-week.h"

/* A length of work, a time of a day and a length of time, as they are typed. */

const char *const qd_fuzz_words[] = {
  "2d", " d", "1.5", "1,5", " h", "90 min", "minutes", "1 week", " days", "w", "4 h", "24:00", "9:30", "9.30", "0930",
  " am", " p.m.", "12", ":", ".", "520 w", "521", "½", "٣", "-", "+", "0", "8784 h", NULL
};

GBytes *
qd_fuzz_make (guint n)
{
  return n == 0   ? qd_fuzz_repeat ("", "9", 100000, "d")
         : n == 1 ? qd_fuzz_repeat ("", "1 d ", 10000, "")
         : n == 2 ? qd_fuzz_repeat ("9:", "0", 100000, "")
                  : NULL;
}

/* What was taken is sensible, and what it is then shown as is taken for the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = qd_fuzz_dup_text (data, size);
  gint64           minutes, again;
  int              minute, minute_again;

  if (qd_duration_parse (text, &minutes))
    {
      g_autofree char *words = qd_duration_dup_words (minutes);

      g_assert_cmpint (minutes, >=, 0);
      g_assert_cmpint (minutes, <=, QD_DURATION_LONGEST);
      g_assert_true (qd_duration_parse (words, &again));
      g_assert_cmpint (again, ==, minutes);
    }

  if (qd_clock_time_parse (text, &minute))
    {
      g_autofree char *words = NULL;

      g_assert_cmpint (minute, >=, 0);
      g_assert_cmpint (minute, <=, QD_MINUTES_PER_DAY);
      words = qd_clock_time_dup_words (minute);
      g_assert_true (qd_clock_time_parse (words, &minute_again));
      g_assert_cmpint (minute_again, ==, minute);
    }

  if (qd_clock_length_parse (text, &minutes))
    {
      g_autofree char *words = qd_clock_length_dup_words (minutes);

      g_assert_cmpint (minutes, >=, 0);
      g_assert_true (qd_clock_length_parse (words, &again));
      g_assert_cmpint (again, ==, minutes);
    }

  return 0;
}
