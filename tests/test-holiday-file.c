/* test-holiday-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-day.h"
#include "qd-event-rule.h"
#include "qd-holiday-file.h"

#include <string.h>

#define CALENDAR(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n" events "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\n" lines "END:VEVENT\r\n"

/* An event of that name */
#define NAMED(name, lines) EVENT ("UID:" name "\r\nSUMMARY:" name "\r\n" lines)

static int
day (const char *text)
{
  int value;

  g_assert_true (qd_day_parse (text, &value));

  return value;
}

static GPtrArray *
read_bytes (const char *data,
            gsize       size,
            const char *first,
            const char *last,
            GError    **error)
{
  /* A copy of its very size, so that one byte too far is seen. */
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_memdup2 (data, size), size);

  return qd_holiday_file_read (bytes, day (first), day (last), error);
}

/* Returns: (transfer full): “2026-01-01 New Year; 2026-05-01..2026-05-02 May” */
static char *
describe (GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const QdHolidayEntry *entry = g_ptr_array_index (entries, i);
      char                  first[QD_DAY_TEXT_SIZE], last[QD_DAY_TEXT_SIZE];

      qd_day_format (entry->first, first);
      qd_day_format (entry->last, last);
      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", first);

      if (entry->last != entry->first)
        g_string_append_printf (text, "..%s", last);

      g_string_append_printf (text, " %s", entry->name);
    }

  return g_string_free_and_steal (text);
}

static void
assert_read (const char *file,
             const char *first,
             const char *last,
             const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = read_bytes (file, strlen (file), first, last, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (entries);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_fails_bytes (const char *data,
                    gsize       size,
                    const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = read_bytes (data, size, "2020-01-01", "2040-12-31", &error);

  g_assert_null (entries);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
assert_fails (const char *file,
              const char *expected)
{
  assert_fails_bytes (file, strlen (file), expected);
}

typedef struct
{
  const char *lines;
  const char *expected;
} Case;

/* Each is the lines of an event called A, of 2026 and 2027. */
static void
check_cases (const Case *cases,
             gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *file = g_strconcat ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\n",
                                           cases[i].lines,
                                           "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                                           NULL);

      g_test_message ("%s", cases[i].lines);
      assert_read (file, "2026-01-01", "2027-12-31", cases[i].expected);
    }
}

/* RFC 5545, sections 3.6.1 and 3.8.2.2: the end is not a part of the event. */
static void
test_days (void)
{
  static const Case cases[] = {
    { "DTSTART;VALUE=DATE:20260101", "2026-01-01 A" },
    { "DTSTART:20260101", "2026-01-01 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260102", "2026-01-01 A" },
    { "DTEND;VALUE=DATE:20260102\r\nDTSTART;VALUE=DATE:20260101", "2026-01-01 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260104", "2026-01-01..2026-01-03 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260101", "2026-01-01 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nDURATION:P1D", "2026-01-01 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nDURATION:P3D", "2026-01-01..2026-01-03 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nDURATION:P1W", "2026-01-01..2026-01-07 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nDURATION:PT12H", "2026-01-01 A" },
    { "DTSTART;VALUE=DATE:20271230\r\nDTEND;VALUE=DATE:20280105", "2027-12-30..2028-01-04 A" },
    { "DTSTART;VALUE=DATE:20251230\r\nDTEND;VALUE=DATE:20260102", "2025-12-30..2026-01-01 A" },
    { "DTSTART;VALUE=DATE:20251230\r\nDTEND;VALUE=DATE:20260101", "" },
    { "DTSTART;VALUE=DATE:20280101", "" },
    { "dtstart;value=date:20260101", "2026-01-01 A" },
    { "DTSTART;X-NOTE=\"a:b;c\";VALUE=DATE:20260101", "2026-01-01 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nSTATUS:CANCELLED", "" },
    { "DTSTART;VALUE=DATE:20260101\r\nSTATUS:CONFIRMED", "2026-01-01 A" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* The days that are touched, by the clock of the event itself */
static void
test_times (void)
{
  static const Case cases[] = {
    { "DTSTART:20260101T090000\r\nDTEND:20260101T170000", "2026-01-01 A" },
    { "DTSTART:20260101T000000\r\nDTEND:20260102T000000", "2026-01-01 A" },
    { "DTSTART:20260101T000000\r\nDTEND:20260104T000000", "2026-01-01..2026-01-03 A" },
    { "DTSTART:20260101T000000\r\nDTEND:20260101T235959", "2026-01-01 A" },
    { "DTSTART:20260101T220000\r\nDTEND:20260102T003000", "2026-01-01..2026-01-02 A" },
    { "DTSTART:20260101T220000\r\nDURATION:PT2H", "2026-01-01 A" },
    { "DTSTART:20260101T220000\r\nDURATION:PT2H1M", "2026-01-01..2026-01-02 A" },
    { "DTSTART:20260101T000000", "2026-01-01 A" },
    { "DTSTART:20260101T235900", "2026-01-01 A" },
    { "DTSTART:20260101T000000Z\r\nDTEND:20260102T000000Z", "2026-01-01 A" },
    { "DTSTART;TZID=Europe/Berlin:20260101T000000\r\nDTEND;TZID=Europe/Berlin:20260102T000000", "2026-01-01 A" },
    { "DTSTART;TZID=America/Los_Angeles:20260101T000000\r\nDTEND;TZID=America/Los_Angeles:20260102T000000",
      "2026-01-01 A" },
    { "DTSTART;TZID=W. Europe Standard Time:20260101T000000\r\nDTEND;TZID=W. Europe Standard Time:20260102T000000",
      "2026-01-01 A" },
    { "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260101T000000\r\nDTEND:20260101T230000Z", "2026-01-01 A" },
    { "DTSTART;TZID=Europe/Berlin:20260701T000000\r\nDTEND:20260701T220000Z", "2026-07-01 A" },
    { "DTSTART;TZID=Europe/Berlin:20260701T000000\r\nDTEND:20260701T230000Z", "2026-07-01..2026-07-02 A" },
    { "DTSTART;TZID=../../../etc/passwd:20260101T000000", "2026-01-01 A" },
    { "DTSTART;TZID=/etc/passwd:20260101T000000", "2026-01-01 A" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));

  /* Midnight in Berlin, written in UTC, as Google does */
  assert_read (CALENDAR ("X-WR-TIMEZONE:Europe/Berlin\r\n" NAMED ("A", "DTSTART:20251231T230000Z\r\nDTEND:20260101T230000Z\r\n")
                             NAMED ("B", "DTSTART:20260630T220000Z\r\nDTEND:20260701T220000Z\r\n")
                                 NAMED ("C", "DTSTART:20251224T230000Z\r\nDTEND:20251225T230000Z\r\nRRULE:FREQ=YEARLY\r\n")),
               "2026-01-01",
               "2027-12-31",
               "2026-01-01 A; 2026-07-01 B; 2026-12-25 C; 2027-12-25 C");

  /* The next calendar has no zone. */
  assert_read (CALENDAR ("X-WR-TIMEZONE:Asia/Tokyo\r\n" NAMED ("A", "DTSTART:20260101T200000Z\r\n"))
                   CALENDAR (NAMED ("B", "DTSTART:20260101T200000Z\r\n")),
               "2026-01-01",
               "2027-12-31",
               "2026-01-01 B; 2026-01-02 A");
}

/* As python-dateutil 2.9 has them */
static void
test_rules (void)
{
  static const Case cases[] = {
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY", "2026-05-01 A; 2027-05-01 A" },
    { "DTSTART;VALUE=DATE:20200501\r\nDTEND;VALUE=DATE:20200503\r\nRRULE:FREQ=YEARLY",
      "2026-05-01..2026-05-02 A; 2027-05-01..2027-05-02 A" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY;INTERVAL=2", "2026-05-01 A" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY;COUNT=7", "2026-05-01 A" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY;COUNT=6", "" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY;UNTIL=20260501", "2026-05-01 A" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY;UNTIL=20260430", "" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY;UNTIL=20260501T000000Z", "2026-05-01 A" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY;UNTIL=99991231", "2026-05-01 A; 2027-05-01 A" },
    { "DTSTART;VALUE=DATE:20201126\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-26 A; 2027-11-25 A" },
    { "DTSTART;VALUE=DATE:20200525\r\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "2026-05-25 A; 2027-05-31 A" },
    { "DTSTART;VALUE=DATE:20201103\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
      "2026-11-03 A; 2027-11-02 A" },
    { "DTSTART;VALUE=DATE:20200101\r\nRRULE:FREQ=YEARLY;BYYEARDAY=1,-1",
      "2026-01-01 A; 2026-12-31 A; 2027-01-01 A; 2027-12-31 A" },
    { "DTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY", "" },
    { "DTSTART;VALUE=DATE:20250131\r\nRRULE:FREQ=YEARLY;BYMONTHDAY=31;UNTIL=20260601",
      "2026-01-31 A; 2026-03-31 A; 2026-05-31 A" },
    { "DTSTART;VALUE=DATE:20250106\r\nRRULE:FREQ=MONTHLY;INTERVAL=6;BYDAY=1MO",
      "2026-01-05 A; 2026-07-06 A; 2027-01-04 A; 2027-07-05 A" },
    { "DTSTART;VALUE=DATE:20250131\r\nRRULE:FREQ=MONTHLY;INTERVAL=5;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      "2026-04-30 A; 2026-09-30 A; 2027-02-26 A; 2027-07-30 A; 2027-12-31 A" },
    { "DTSTART;VALUE=DATE:20251220\r\nRRULE:FREQ=WEEKLY;UNTIL=20260115;BYDAY=SA,SU",
      "2026-01-03 A; 2026-01-04 A; 2026-01-10 A; 2026-01-11 A" },
    { "DTSTART;VALUE=DATE:20251222\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3;WKST=SU", "2026-01-05 A; 2026-01-19 A" },
    { "DTSTART;VALUE=DATE:20251230\r\nRRULE:FREQ=DAILY;COUNT=4", "2026-01-01 A; 2026-01-02 A" },
    { "DTSTART;VALUE=DATE:20250301\r\nRRULE:FREQ=DAILY;BYMONTH=7;BYMONTHDAY=4,14", "2026-07-04 A; 2026-07-14 A; 2027-07-04 A; 2027-07-14 A" },
    { "DTSTART;VALUE=DATE:16010101\r\nRRULE:FREQ=YEARLY", "2026-01-01 A; 2027-01-01 A" },

    /* Times: what the clock says on the day, and until the hour itself */
    { "DTSTART:20200501T090000\r\nDTEND:20200501T170000\r\nRRULE:FREQ=YEARLY;BYHOUR=9;BYMINUTE=0",
      "2026-05-01 A; 2027-05-01 A" },
    { "DTSTART:20200501T220000\r\nDTEND:20200502T020000\r\nRRULE:FREQ=YEARLY",
      "2026-05-01..2026-05-02 A; 2027-05-01..2027-05-02 A" },
    { "DTSTART:20200501T090000\r\nRRULE:FREQ=YEARLY;UNTIL=20260501T090000", "2026-05-01 A" },
    { "DTSTART:20200501T090000\r\nRRULE:FREQ=YEARLY;UNTIL=20260501T085900", "" },
    { "DTSTART;TZID=Europe/Berlin:20200501T000000\r\nRRULE:FREQ=YEARLY;UNTIL=20260430T220000Z", "2026-05-01 A" },
    { "DTSTART;TZID=Europe/Berlin:20200501T000000\r\nRRULE:FREQ=YEARLY;UNTIL=20260430T215900Z", "" },
    { "DTSTART;TZID=America/New_York:20200501T200000\r\nRRULE:FREQ=YEARLY;UNTIL=20260502T000000Z", "2026-05-01 A" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_exceptions (void)
{
  static const Case cases[] = {
    { "DTSTART;VALUE=DATE:20260101\r\nRDATE;VALUE=DATE:20260105,20260107", "2026-01-01 A; 2026-01-05 A; 2026-01-07 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nRDATE;VALUE=DATE:20260101,20260101", "2026-01-01 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260103\r\nRDATE;VALUE=DATE:20260105",
      "2026-01-01..2026-01-02 A; 2026-01-05..2026-01-06 A" },
    { "DTSTART:20260101T000000\r\nRDATE;VALUE=PERIOD:20260105T000000/20260107T000000,20260110T000000/P1D",
      "2026-01-01 A; 2026-01-05..2026-01-06 A; 2026-01-10 A" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20260501", "2027-05-01 A" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20260501,20270501", "" },
    { "DTSTART;VALUE=DATE:20200501\r\nEXDATE;VALUE=DATE:20260501\r\nEXDATE;VALUE=DATE:20270501\r\nRRULE:FREQ=YEARLY", "" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\nRDATE;VALUE=DATE:20260502\r\nEXDATE;VALUE=DATE:20260501",
      "2026-05-02 A; 2027-05-01 A" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\nEXRULE:FREQ=YEARLY;INTERVAL=2", "2027-05-01 A" },
    { "DTSTART;TZID=Europe/Berlin:20200501T000000\r\nRRULE:FREQ=YEARLY\r\nEXDATE:20260430T220000Z", "2027-05-01 A" },
    { "DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\nRRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1;UNTIL=20261231",
      "2026-05-01 A; 2026-06-01 A; 2027-05-01 A" },
    { "DTSTART;VALUE=DATE:20260101\r\nRDATE;VALUE=DATE:25000101\r\nEXDATE;VALUE=DATE:99990101", "2026-01-01 A" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));

  /* One time is moved, another is off: each is an event of its own. */
  assert_read (
      CALENDAR (NAMED ("A", "DTSTART;VALUE=DATE:20250501\r\nRRULE:FREQ=YEARLY\r\n")
                    EVENT ("UID:A\r\nSUMMARY:Moved\r\nRECURRENCE-ID;VALUE=DATE:20260501\r\nDTSTART;VALUE=DATE:20260504\r\n")
                        EVENT ("UID:A\r\nSTATUS:CANCELLED\r\nRECURRENCE-ID;VALUE=DATE:20270501\r\nDTSTART;VALUE=DATE:20270501\r\n")
                            EVENT ("UID:B\r\nSUMMARY:Other\r\nRECURRENCE-ID;VALUE=DATE:20280501\r\nDTSTART;VALUE=DATE:20280502\r\n")),
      "2026-01-01",
      "2028-12-31",
      "2026-05-04 Moved; 2028-05-01 A; 2028-05-02 Other");
}

static void
test_text (void)
{
  static const struct
  {
    const char *line;
    const char *expected;
  } cases[] = {
    { "SUMMARY:May Day", "May Day" },
    { "SUMMARY;LANGUAGE=de:Tag der Arbeit", "Tag der Arbeit" },
    { "SUMMARY:Rest\\, peace\\; and \\\\", "Rest, peace; and \\" },
    { "SUMMARY:First\\nsecond\\N third", "First second third" },
    { "SUMMARY:  two  spaces  ", "two spaces" },
    { "SUMMARY:Tag \r\n der\r\n  Arb\r\n\teit", "Tag der Arbeit" },
    /* Folded within a character */
    { "SUMMARY:Mari\xc3\r\n \xa4 Himmelfahrt", "Mariä Himmelfahrt" },
    { "SUMMARY:建国記念の日", "建国記念の日" },
    { "SUMMARY:a\tb\x07 c\u202ed\u2028e", "a b c d e" },
    { "SUMMARY:", "Holiday" },
    { "SUMMARY: ", "Holiday" },
    { "SUMMARY:\\n", "Holiday" },
    { "X-SUMMARY:Not this", "Holiday" },
    { "DESCRIPTION:SUMMARY:Not this\r\nSUMMARY:This", "This" },
    { "SUMMARY:Old\r\nSUMMARY:New", "New" },
  };
  g_autoptr(GString) name = g_string_new ("SUMMARY:");
  g_autofree char *file = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;
  const char *read;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *event = g_strconcat (
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260501\n", cases[i].line, "\nEND:VEVENT\nEND:VCALENDAR", NULL);
      g_autofree char *expected = g_strconcat ("2026-05-01 ", cases[i].expected, NULL);

      assert_read (event, "2026-01-01", "2026-12-31", expected);
    }

  /* A name of one word, as long as a paragraph */
  for (guint i = 0; i < 5000; i++)
    g_string_append (name, "ä");

  file = g_strdup_printf (CALENDAR (EVENT ("DTSTART:20260501\n%s\n")), name->str);
  entries = read_bytes (file, strlen (file), "2026-01-01", "2026-12-31", &error);
  g_assert_no_error (error);
  read = ((QdHolidayEntry *)g_ptr_array_index (entries, 0))->name;
  g_assert_cmpint (g_utf8_strlen (read, -1), ==, 200);
  g_assert_true (g_str_has_suffix (read, "ä…"));
}

static void
test_files (void)
{
  g_autoptr(GString) picture = g_string_new (NULL);
  g_autofree char *file = NULL;

  /* A mark, blank lines, small letters, LF and CRLF, several calendars, the same event twice, and what is none */
  assert_read ("\xef\xbb\xbf"
               "\n\nbegin:vcalendar\nVERSION:2.0\r\n\r\n"
               "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:16010101T030000\n"
               "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nEND:VTIMEZONE\n"
               "BEGIN:VTODO\nSUMMARY:Task\nDTSTART:20260101\nDUE:20260102\nEND:VTODO\n"
               "BEGIN:VJOURNAL\nSUMMARY:Diary\nDTSTART:garbage\nEND:VJOURNAL\n"
               "BEGIN:VFREEBUSY\nDTSTART:20260101T000000Z\nEND:VFREEBUSY\n"
               "BEGIN:VEVENT\nSUMMARY:B\nDTSTART:20260102\n"
               "BEGIN:VALARM\nTRIGGER:-PT15M\nSUMMARY:Alarm\nDURATION:garbage\nEND:VALARM\nEND:VEVENT\n"
               "END:VCALENDAR\n\n"
               "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20260102\nEND:VEVENT\n"
               "BEGIN:VEVENT\nSUMMARY:B\nDTSTART:20260102\nEND:VEVENT\n"
               "BEGIN:VEVENT\nSUMMARY:B\nDTSTART:20260101\nDTEND:20260103\nEND:VEVENT\nEND:VCALENDAR  \n \n",
               "2026-01-01",
               "2026-12-31",
               "2026-01-01..2026-01-02 B; 2026-01-02 A; 2026-01-02 B");

  /* A picture beside, longer than a line that is read may be */
  for (guint i = 0; i < 100000; i++)
    g_string_append (picture, "QUJD");

  file = g_strdup_printf (CALENDAR (NAMED ("A", "ATTACH;ENCODING=BASE64:%s\r\nDTSTART:20260501\r\n")), picture->str);
  assert_read (file, "2026-01-01", "2026-12-31", "2026-05-01 A");
}

static void
test_bad_bytes (void)
{
  static const char nul[] = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026\0 0101\nEND:VEVENT\nEND:VCALENDAR\n";
  g_autofree char  *large = g_malloc (QD_HOLIDAY_FILE_MAX_BYTES + 1);

  assert_fails ("", "The file is empty, so nothing was read");
  assert_fails (" \r\n\t\n", "The file is empty, so nothing was read");
  assert_fails ("\xef\xbb\xbf", "The file is empty, so nothing was read");
  assert_fails ("%PDF-1.7\n%\xe2\xe3\xcf\xd3", "The file is a PDF rather than a calendar, so nothing was read");
  assert_fails ("<!DOCTYPE html>\n<html><title>Sign in</title></html>",
                "The file is a web page rather than a calendar, perhaps one that asks to sign in, so nothing was read");
  assert_fails ("\n  <html>",
                "The file is a web page rather than a calendar, perhaps one that asks to sign in, so nothing was read");
  assert_fails ("Date,Name\n2026-01-01,New Year\n",
                "The file does not begin with “BEGIN:VCALENDAR” as a calendar does, so nothing was read");
  assert_fails ("BEGIN:VCARD\nEND:VCARD\n",
                "The file does not begin with “BEGIN:VCALENDAR” as a calendar does, so nothing was read");
  assert_fails_bytes (
      nul, sizeof nul - 1, "Line 3: it has a NUL character, which no text has; nothing was read from the file");
  assert_fails_bytes (
      "\0", 1, "Line 1: it has a NUL character, which no text has; nothing was read from the file");

  memset (large, '\n', QD_HOLIDAY_FILE_MAX_BYTES + 1);
  assert_fails_bytes (large, QD_HOLIDAY_FILE_MAX_BYTES + 1, "The file is larger than 8 MB, so it was not read");
  assert_fails_bytes (large, QD_HOLIDAY_FILE_MAX_BYTES, "The file is empty, so nothing was read");
}

static void
test_bad_structure (void)
{
  static const Case cases[] = {
    { "BEGIN:VCALENDAR\n", "The file ends within what begins in line 1, so it may not be whole; nothing was read" },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nSUMM",
      "The file ends within what begins in line 2, so it may not be whole; nothing was read" },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n",
      "The file ends within what begins in line 1, so it may not be whole; nothing was read" },
    { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nEND:VCALENDAR\n",
      "Line 4: another component ends than the one of line 2; nothing was read from the file" },
    { "BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n",
      "Line 2: another component ends than the one of line 1; nothing was read from the file" },
    { "BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n",
      "Line 3: this ends what has not begun; nothing was read from the file" },
    { "BEGIN:VCALENDAR\nEND:VCALENDAR\nDTSTART:20260101\n",
      "Line 3: this is in no calendar; nothing was read from the file" },
    { "BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n",
      "Line 3: this is in no calendar; nothing was read from the file" },
    { "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "The calendar has no events, so nothing was read" },
    { "BEGIN:VCALENDAR\nBEGIN:VTODO\nDTSTART:20260101\nEND:VTODO\nEND:VCALENDAR\n",
      "The calendar has no events, so nothing was read" },
    { "BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n",
      "Line 9: components are more than 8 inside one another; nothing was read from the file" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_fails (cases[i].lines, cases[i].expected);
}

/* Each is the lines of an event that begins in line 2; the message is without what all have. */
static void
test_bad_events (void)
{
  static const Case cases[] = {
    { "SUMMARY:A", "Line 2: the event has no “DTSTART”, the day it begins" },
    { "DTSTART:tomorrow", "Line 3: “DTSTART” cannot be read" },
    { "DTSTART:", "Line 3: “DTSTART” cannot be read" },
    { "DTSTART:20260230", "Line 3: “DTSTART” is no day that there is" },
    { "DTSTART:20261301", "Line 3: “DTSTART” is no day that there is" },
    { "DTSTART:20260101T250000", "Line 3: “DTSTART” is no time that there is" },
    { "DTSTART:16010101", "Line 2: the event is not in the years from 1970 to 2199" },
    { "DTSTART:99991231", "Line 2: the event is not in the years from 1970 to 2199" },
    { "DTSTART:99991231T235959Z\nRRULE:FREQ=YEARLY", "Line 2: the event is not in the years from 1970 to 2199" },
    { "DTSTART:20260101\nDTEND:99991231", "Line 4: the event is longer than 366 days" },
    { "DTSTART:20260101\nDTEND:20270103", "Line 4: the event is longer than 366 days" },
    { "DTSTART:20260101\nDTEND:20251231", "Line 4: “DTEND” is before “DTSTART”" },
    { "SUMMARY:A\nDTEND:20251231\nDTSTART:20260101", "Line 4: “DTEND” is before “DTSTART”" },
    { "DTSTART:20260101T100000\nDTEND:20260101T095900", "Line 4: “DTEND” is before “DTSTART”" },
    { "DTSTART:20260101\nDTEND:never", "Line 4: “DTEND” cannot be read" },
    { "DTSTART:20260101\nDURATION:-P1D", "Line 4: “DURATION” is not from nothing to 366 days" },
    { "DTSTART:20260101\nDURATION:P400D", "Line 4: “DURATION” is not from nothing to 366 days" },
    { "DTSTART:20260101\nDURATION:P99999999999999999999W", "Line 4: “DURATION” is not from nothing to 366 days" },
    { "DTSTART:20260101\nDURATION:long", "Line 4: “DURATION” cannot be read" },
    { "DTSTART:20260101\nRRULE:often", "Line 4: “RRULE” cannot be read" },
    { "DTSTART:20260101\nRRULE:FREQ=YEARLY;COUNT=0", "Line 4: “RRULE” cannot be read" },
    { "DTSTART:20260101\nRRULE:INTERVAL=2", "Line 4: “RRULE” cannot be read" },
    { "DTSTART:20260101\nRRULE:FREQ=HOURLY", "Line 4: the event repeats several times a day, which no holiday does" },
    { "DTSTART:20260101\nRRULE:FREQ=SECONDLY;COUNT=2",
      "Line 4: the event repeats several times a day, which no holiday does" },
    { "DTSTART:20260101\nRRULE:RSCALE=CHINESE;FREQ=YEARLY",
      "Line 4: the event repeats by another calendar, which is not supported" },
    { "DTSTART:20260101\nRRULE:FREQ=YEARLY;BYWEEKNO=20",
      "Line 4: the event repeats by the number of the week, which is not supported" },
    { "DTSTART:20260101\nRRULE:FREQ=YEARLY;UNTIL=20261399",
      "Line 4: there is no such day as the one until which the event repeats" },
    { "DTSTART:20260101\nRRULE:FREQ=YEARLY;INTERVAL=20000", "Line 4: the event repeats at longer intervals than 1000" },
    { "DTSTART:20260101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
      "Line 4: no day fits the rule by which the event repeats" },
    { "DTSTART:20200101\nRRULE:FREQ=DAILY", "Line 4: the event repeats more than 5000 times" },
    { "DTSTART:20000101\nRRULE:FREQ=DAILY;COUNT=2000000000", "Line 4: the event repeats more than 5000 times" },
    { "DTSTART:00010101\nRRULE:FREQ=DAILY;COUNT=2000000000",
      "Line 4: more events repeat, and more often, than can be worked out" },
    { "DTSTART:20260101\nRDATE:20260102,soon", "Line 4: “RDATE” cannot be read" },
    { "DTSTART:20260101\nRDATE;VALUE=PERIOD:20260102T000000/20260101T000000",
      "Line 4: “RDATE” is not from nothing to 366 days" },
    { "DTSTART:20260101\nEXDATE:20260231", "Line 4: “EXDATE” is no day that there is" },
    { "DTSTART:20260101\nRECURRENCE-ID:once", "Line 4: “RECURRENCE-ID” cannot be read" },
    { "SUMMARY:\xff\nDTSTART:20260101", "Line 3: “SUMMARY” is not text in UTF-8" },
    { "DESCRIPTION:\xff\nDTSTART:20260101\nSUMMARY:Caf\xe9", "Line 5: “SUMMARY” is not text in UTF-8" },
    { "DESCRIPTION:folded\n into\n three\nDTSTART:tomorrow", "Line 6: “DTSTART” cannot be read" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file =
          g_strconcat ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", cases[i].lines, "\nEND:VEVENT\nEND:VCALENDAR\n", NULL);
      g_autofree char *expected = g_strconcat (cases[i].expected, "; nothing was read from the file", NULL);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      assert_fails (file, expected);
    }
}

/* Returns: (transfer full): a calendar with @event @n times */
static char *
repeat (const char *event,
        guint       n)
{
  GString *file = g_string_new ("BEGIN:VCALENDAR\n");

  for (guint i = 0; i < n; i++)
    g_string_append (file, event);

  g_string_append (file, "END:VCALENDAR\n");

  return g_string_free_and_steal (file);
}

static void
test_too_much (void)
{
  g_autofree char *events = repeat ("BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n", QD_HOLIDAY_FILE_MAX_ENTRIES + 1);
  g_autofree char *weekends =
      repeat ("BEGIN:VEVENT\nDTSTART:20260101\nRRULE:FREQ=WEEKLY;BYDAY=SA,SU\nEND:VEVENT\n", 20);
  g_autofree char *daily =
      repeat ("BEGIN:VEVENT\nDTSTART:20200101\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n", 1000);
  g_autoptr(GString) days = g_string_new ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nRDATE:20260101");
  g_autoptr(GString) line = g_string_new ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:");

  assert_fails (events, "Line 60002: there are more than 20000 events; nothing was read from the file");
  assert_fails (weekends, "The calendar has more than 20000 holidays in these years, so nothing was read");
  assert_fails (daily, "Line 264: more events repeat, and more often, than can be worked out; nothing was read from the file");

  for (guint i = 0; i < 500; i++)
    g_string_append (days, ",20260101");

  g_string_append (days, "\nEND:VEVENT\nEND:VCALENDAR\n");
  assert_fails (days->str, "Line 4: “RDATE” has more than 500 days; nothing was read from the file");

  for (guint i = 0; i < 70000; i++)
    g_string_append_c (line, 'a');

  g_string_append (line, "\nEND:VEVENT\nEND:VCALENDAR\n");
  assert_fails (line->str, "Line 3: “SUMMARY” is longer than 64 kB; nothing was read from the file");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/holiday-file/days", test_days);
  g_test_add_func ("/holiday-file/times", test_times);
  g_test_add_func ("/holiday-file/rules", test_rules);
  g_test_add_func ("/holiday-file/exceptions", test_exceptions);
  g_test_add_func ("/holiday-file/text", test_text);
  g_test_add_func ("/holiday-file/files", test_files);
  g_test_add_func ("/holiday-file/bad-bytes", test_bad_bytes);
  g_test_add_func ("/holiday-file/bad-structure", test_bad_structure);
  g_test_add_func ("/holiday-file/bad-events", test_bad_events);
  g_test_add_func ("/holiday-file/too-much", test_too_much);

  return g_test_run ();
}
