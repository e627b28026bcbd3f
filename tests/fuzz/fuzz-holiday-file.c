/* fuzz-holiday-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "qd-day.h"
#include "qd-fuzz.h"
#include "qd-holiday-file.h"

/* A file of holidays, from its bytes to the days. */

/* An event is never longer; its last day may be one more in another zone. */
#define MAX_DAYS 367

#define MAX_NAME 200

const char *const qd_fuzz_words[] = {
  "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VALARM\n", "SUMMARY:",
  "DTSTART;VALUE=DATE:", "DTSTART:", "DTEND;VALUE=DATE:", "DTEND;TZID=Europe/Berlin:", "DURATION:", "P1D", "P52W",
  "PT36H", "RRULE:FREQ=", "YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", ";BYDAY=", "-1MO", "4TH", "53SU",
  ";BYMONTH=", ";BYMONTHDAY=", "-31", ";BYYEARDAY=", "366", ";BYSETPOS=", ";BYWEEKNO=", ";COUNT=", ";UNTIL=",
  ";INTERVAL=", ";WKST=SU", "RDATE:", "RDATE;VALUE=PERIOD:", "EXDATE:", "EXRULE:FREQ=", "RECURRENCE-ID:", "UID:A\n",
  "STATUS:CANCELLED\n", "X-WR-TIMEZONE:Asia/Tokyo\n", ";TZID=../../", "20260101", "16010101", "99991231", "20260229",
  "T235960", "T000000Z", "/", "\r\n ", "\n\t", "\\n", "\\,", "RSCALE=HEBREW;", NULL
};

#define HEAD "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20200229\n"
#define TAIL "\nEND:VEVENT\nEND:VCALENDAR\n"

GBytes *
qd_fuzz_make (guint n)
{
  switch (n)
    {
    case 0:
      return qd_fuzz_repeat ("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\n", 100000, "");

    case 1:
      return qd_fuzz_repeat ("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n", 100000, "END:VCALENDAR\n");

    case 2:
      return qd_fuzz_repeat (HEAD "SUMMARY:", "K\n ", 1000000, TAIL);

    case 3:
      return qd_fuzz_repeat (HEAD "RDATE:20260101", "\nRDATE:20260101", 100000, TAIL);

    case 4:
      return qd_fuzz_repeat (HEAD "EXDATE:20260101", ",20260101", 400, TAIL);

    case 5:
      return qd_fuzz_repeat ("", "\n", QD_HOLIDAY_FILE_MAX_BYTES + 1, "");

    /* Rules that look far for a day, and that have too many */
    case 6:
      return qd_fuzz_repeat (HEAD "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;INTERVAL=999", "", 1, TAIL);

    case 7:
      return qd_fuzz_repeat ("BEGIN:VCALENDAR\n",
                             "BEGIN:VEVENT\nDTSTART:20200229\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n",
                             10000,
                             "END:VCALENDAR\n");

    case 8:
      return qd_fuzz_repeat ("BEGIN:VCALENDAR\n",
                             "BEGIN:VEVENT\nDTSTART:20200229\nRRULE:FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=5\nEND:VEVENT\n",
                             1000,
                             "END:VCALENDAR\n");

    case 9:
      return qd_fuzz_repeat (HEAD "DTSTART;TZID=", "A/", 20000, ":20260101T000000" TAIL);

    case 10:
      return qd_fuzz_repeat (HEAD "DTSTART", ";X=\"a\"", 10000, ":20260101" TAIL);

    default:
      return NULL;
    }
}

static int
compare (const QdHolidayEntry *a,
         const QdHolidayEntry *b)
{
  if (a->first != b->first)
    return a->first - b->first;

  return a->last != b->last ? a->last - b->last : strcmp (a->name, b->name);
}

static void
check (GBytes     *bytes,
       const char *first_text,
       const char *last_text)
{
  int first, last = 0;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (qd_day_parse (first_text, &first) && qd_day_parse (last_text, &last));
  entries = qd_holiday_file_read (bytes, first, last, &error);

  if (entries == NULL)
    {
      qd_fuzz_check_error (error);
      return;
    }

  g_assert_cmpuint (entries->len, <=, QD_HOLIDAY_FILE_MAX_ENTRIES);

  for (guint i = 0; i < entries->len; i++)
    {
      const QdHolidayEntry *entry = g_ptr_array_index (entries, i);

      g_assert_true (g_utf8_validate (entry->name, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (entry->name, -1), >=, 1);
      g_assert_cmpint (g_utf8_strlen (entry->name, -1), <=, MAX_NAME);
      g_assert_cmpint (entry->last, >=, MAX (entry->first, first));
      g_assert_cmpint (entry->first, <=, last);
      g_assert_cmpint (entry->last - entry->first, <, MAX_DAYS);

      for (const char *c = entry->name; *c != '\0'; c = g_utf8_next_char (c))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (c)));

      if (i > 0)
        g_assert_cmpint (compare (g_ptr_array_index (entries, i - 1), entry), <, 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);

  check (bytes, "2020-01-01", "2035-12-31");
  check (bytes, "1970-01-01", "2199-12-31");

  return 0;
}
