/* test-release-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-instant.h"
#include "qd-rollout.h"
#include "qd-test.h"

static int
day (const char *text)
{
  int parsed = QD_DAY_NONE;

  g_assert_true (qd_day_parse (text, &parsed));

  return parsed;
}

static gint64
instant (const char *text)
{
  gint64 parsed = 0;

  g_assert_true (qd_instant_parse (text, &parsed));

  return parsed;
}

static void
assert_instant (gint64      seconds,
                const char *expected)
{
  g_autofree char *text = qd_instant_format (seconds);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_version (QdVersion   version,
                const char *expected)
{
  g_autofree char *text = qd_version_format (version);

  g_assert_cmpstr (text, ==, expected);
}

/* The next window on clocks of people, as Python's zoneinfo has it: around both changes of the clocks of each
 * zone, over midnight, the new year and a 29 February */
static void
test_zones (void)
{
  const struct
  {
    const char *window;
    const char *now;
    const char *zone;
    const char *begins;
    const char *words;
  } cases[] = {
    { "emea", "2026-03-29T12:00:00Z", "Europe/Berlin", "2026-03-31T01:00:00Z", "Tue, 31 Mar 2026, 03:00–07:00 CEST" },
    { "emea", "2026-03-22T12:00:00Z", "Europe/Berlin", "2026-03-24T01:00:00Z", "Tue, 24 Mar 2026, 02:00–06:00 CET" },
    { "emea", "2026-10-24T12:00:00Z", "Europe/London", "2026-10-27T01:00:00Z", "Tue, 27 Oct 2026, 01:00–05:00 GMT" },
    { "amer-2", "2026-03-08T01:00:00Z", "America/New_York", "2026-03-08T21:00:00Z", "Sun, 8 Mar 2026, 17:00–21:00 EDT" },
    { "amer-2", "2026-11-01T01:00:00Z", "America/New_York", "2026-11-01T21:00:00Z", "Sun, 1 Nov 2026, 16:00–20:00 EST" },
    { "amer-1", "2026-03-09T00:00:00Z", "America/Los_Angeles", "2026-03-10T07:00:00Z", "Tue, 10 Mar 2026, 00:00–04:00 PDT" },
    { "amer-1", "2026-11-02T12:00:00Z", "America/Sao_Paulo", "2026-11-03T07:00:00Z", "Tue, 3 Nov 2026, 04:00–08:00 -03" },
    { "apac", "2026-04-05T00:00:00Z", "Australia/Sydney", "2026-04-08T13:00:00Z", "Wed, 8 Apr 2026, 23:00–Thu 03:00 AEST" },
    { "apac", "2026-09-29T00:00:00Z", "Asia/Tokyo", "2026-09-30T13:00:00Z", "Wed, 30 Sep 2026, 22:00–Thu 02:00 JST" },
    { "apac", "2026-09-29T00:00:00Z", "Asia/Kathmandu", "2026-09-30T13:00:00Z", "Wed, 30 Sep 2026, 18:45–22:45 +0545" },
    { "amer-2", "2026-12-30T00:00:00Z", "Pacific/Auckland", "2027-01-03T21:00:00Z", "Mon, 4 Jan 2027, 10:00–14:00 NZDT" },
    { "amer-2", "2027-01-01T00:00:00Z", "Pacific/Honolulu", "2027-01-03T21:00:00Z", "Sun, 3 Jan 2027, 11:00–15:00 HST" },
    { "emea", "2028-02-28T00:00:00Z", "Asia/Kolkata", "2028-02-29T01:00:00Z", "Tue, 29 Feb 2028, 06:30–10:30 IST" },
    { "emea", "2026-12-29T06:00:00Z", "America/St_Johns", "2027-01-05T01:00:00Z", "Mon, 4 Jan 2027, 21:30–Tue 01:30 NST" },
    { "emea", "2026-11-24T02:00:00Z", "UTC", "2026-11-24T01:00:00Z", "Tue, 24 Nov 2026, 01:00–05:00 UTC" }, /* it goes on */
    { "emea", "2026-11-24T05:00:00Z", "UTC", "2026-12-01T01:00:00Z", "Tue, 1 Dec 2026, 01:00–05:00 UTC" },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const QdWindowFact *window = qd_fact_book_lookup (book, QD_FACT_TOPIC_WINDOW, cases[i].window);
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autofree char *words = NULL;
      QdInstantSpan    span;

      g_assert_nonnull (zone);
      g_assert_true (qd_window_next (window, instant (cases[i].now), &span));
      assert_instant (span.from, cases[i].begins);
      g_assert_cmpint (span.until - span.from, ==, 4 * 3600);
      words = qd_instant_span_dup_words (&span, zone);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* A window is found by any of its names, and there are as many as weeks. */
static void
test_windows (void)
{
  const char *const names[] = { "amer-2", "AMER 2", "amer 2", "Amer2", "Americas Option 2", "Americas (Option 2)", "AMERICAS (option 2)" };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  g_autoptr(GArray) spans = NULL;
  const QdWindowFact *window = qd_fact_book_lookup (book, QD_FACT_TOPIC_WINDOW, "amer-2");
  QdInstantSpan       span;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (qd_window_find (book, names[i]) == window);

  g_assert_null (qd_window_find (book, "Antarctica"));
  g_assert_null (qd_window_find (book, NULL));

  /* One that has begun before counts, one that begins at the end does not. */
  spans = qd_window_list (window, instant ("2026-11-02T00:30:00Z"), instant ("2026-11-29T21:00:00Z"));
  g_assert_cmpuint (spans->len, ==, 4);
  assert_instant (g_array_index (spans, QdInstantSpan, 0).from, "2026-11-01T21:00:00Z");
  assert_instant (g_array_index (spans, QdInstantSpan, 3).until, "2026-11-23T01:00:00Z");

  g_assert_true (qd_window_from (window, instant ("2026-11-01T21:00:00Z"), &span));
  assert_instant (span.from, "2026-11-01T21:00:00Z");
  g_assert_true (qd_window_from (window, instant ("2026-11-01T21:00:01Z"), &span));
  assert_instant (span.from, "2026-11-08T21:00:00Z");
}

/* Two business days before the window (Handbook: GitLab Dedicated), over a weekend where one lies between */
static void
test_cutoff (void)
{
  const struct
  {
    const char *window;
    const char *begins;
    const char *cutoff;
  } cases[] = {
    { "emea", "2026-11-24T01:00:00Z", "2026-11-20T01:00:00Z" },
    { "amer-1", "2026-11-24T07:00:00Z", "2026-11-20T07:00:00Z" },
    { "apac", "2026-11-25T13:00:00Z", "2026-11-23T13:00:00Z" },
    { "amer-2", "2026-11-29T21:00:00Z", "2026-11-26T21:00:00Z" },
    { "emea", "2027-01-05T01:00:00Z", "2027-01-01T01:00:00Z" },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_instant (qd_window_get_cutoff (qd_fact_book_lookup (book, QD_FACT_TOPIC_WINDOW, cases[i].window), instant (cases[i].begins)), cases[i].cutoff);
}

static void
test_countdown (void)
{
  const struct
  {
    gint64      seconds;
    const char *words;
  } cases[] = {
    { -5, "now" },
    { 0, "now" },
    { 1, "in 1 minute" },
    { 59 * 60, "in 59 minutes" },
    { 3600, "in 1 hour" },
    { 3 * 86400 + 4 * 3600 + 120, "in 3 days 4 hours" },
    { 86400, "in 1 day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = qd_dup_countdown (1000, 1000 + cases[i].seconds);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* The monthly releases of the handbook (Monthly releases, early 2026), and majors and the last and first day of both
 * rules as they were */
static void
test_releases (void)
{
  const struct
  {
    const char *version;
    const char *day;
    const char *tenant;
    const char *patches[2];
  } cases[] = {
    { "15.0", "2022-05-22", "14.10", { NULL } },
    { "15.11", "2023-04-22", "15.10", { NULL } },
    { "16.0", "2023-05-22", "15.11", { NULL } },
    { "16.5", "2023-10-22", "16.4", { NULL } },
    { "16.6", "2023-11-16", "16.5", { "2023-11-08", "2023-11-22" } },
    { "16.9", "2024-02-15", "16.8", { "2024-02-07", "2024-02-21" } },
    { "17.0", "2024-05-16", "16.11", { "2024-05-08", "2024-05-22" } },
    { "18.0", "2025-05-15", "17.11", { "2025-05-07", "2025-05-21" } },
    { "18.7", "2025-12-18", "18.6", { "2025-12-10", "2025-12-24" } },
    { "18.8", "2026-01-15", "18.7", { "2026-01-07", "2026-01-21" } },
    { "18.9", "2026-02-19", "18.8", { "2026-02-11", "2026-02-25" } },
    { "18.10", "2026-03-19", "18.9", { "2026-03-11", "2026-03-25" } },
    { "18.11", "2026-04-16", "18.10", { "2026-04-08", "2026-04-22" } },
    { "19.0", "2026-05-21", "18.11", { "2026-05-13", "2026-05-27" } },
    { "19.1", "2026-06-18", "19.0", { "2026-06-10", "2026-06-24" } },
    { "19.2", "2026-07-16", "19.1", { "2026-07-08", "2026-07-22" } },
    { "19.3", "2026-08-20", "19.2", { "2026-08-12", "2026-08-26" } },
    { "19.4", "2026-09-17", "19.3", { "2026-09-09", "2026-09-23" } },
    { "19.5", "2026-10-15", "19.4", { "2026-10-07", "2026-10-21" } },
    { "19.6", "2026-11-19", "19.5", { "2026-11-11", "2026-11-25" } },
    { "19.7", "2026-12-17", "19.6", { "2026-12-09", "2026-12-23" } },
    { "19.8", "2027-01-21", "19.7", { "2027-01-13", "2027-01-27" } },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) found = qd_releases_list (book, day (cases[i].day), day (cases[i].day));
      const QdRelease *release;

      g_assert_cmpuint (found->len, ==, 1);
      release = &g_array_index (found, QdRelease, 0);
      assert_version (release->version, cases[i].version);
      assert_version (release->tenant, cases[i].tenant);
      g_assert_cmpuint (release->n_patch_days, ==, cases[i].patches[0] != NULL ? 2 : 0);
      g_assert_cmpint (qd_release_is_major (release), ==, g_str_has_suffix (cases[i].version, ".0"));

      for (guint n = 0; n < release->n_patch_days; n++)
        {
          g_assert_cmpint (release->patch_days[n], ==, day (cases[i].patches[n]));
          g_assert_cmpint (qd_day_get_weekday (release->patch_days[n]), ==, 3);
        }
    }
}

/* One a month, twelve a major version, Thursdays between the 15th and the 21st, for twenty years */
static void
test_every_month (void)
{
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  g_autoptr(GArray) releases = qd_releases_list (book, day ("2024-01-01"), day ("2043-12-31"));
  g_autoptr(GArray) none = qd_releases_list (book, day ("1990-01-01"), day ("2022-05-21"));

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (releases->len, ==, 20 * 12);

  for (guint i = 0; i < releases->len; i++)
    {
      const QdRelease *release = &g_array_index (releases, QdRelease, i);
      int              year, month, day_of_month;

      qd_day_get_ymd (release->day, &year, &month, &day_of_month);
      g_assert_cmpint (qd_day_get_weekday (release->day), ==, 4);
      g_assert_cmpint (day_of_month, >=, 15);
      g_assert_cmpint (day_of_month, <=, 21);
      g_assert_cmpint (release->version.minor, ==, (month + 7) % 12);
      g_assert_cmpint (release->version.major, ==, year - 2007 - (month < 5));
    }
}

/* The rollout of Dedicated's docs: the day of the release and 5, 6 or 10 days. With 16.9 of 2024-02-15, EMEA and AMER 1
 * were brought to 16.8 on 2024-02-20. Of what falls into the locks of 2026-07-20 and 2025-12-22, the first window after. */
static void
test_rollouts (void)
{
  const struct
  {
    const char *release;
    const char *begins[4]; /* APAC, EMEA, AMER 1, AMER 2 */
    const char *version;
    gboolean    moved;
  } cases[] = {
    { "2024-02-15", { "2024-02-21T13:00:00Z", "2024-02-20T01:00:00Z", "2024-02-20T07:00:00Z", "2024-02-25T21:00:00Z" }, "16.8", FALSE },
    { "2025-12-18", { "2026-01-14T13:00:00Z", "2026-01-13T01:00:00Z", "2026-01-13T07:00:00Z", "2026-01-18T21:00:00Z" }, "18.6", TRUE },
    { "2026-01-15", { "2026-01-21T13:00:00Z", "2026-01-20T01:00:00Z", "2026-01-20T07:00:00Z", "2026-01-25T21:00:00Z" }, "18.7", FALSE },
    { "2026-02-19", { "2026-02-25T13:00:00Z", "2026-02-24T01:00:00Z", "2026-02-24T07:00:00Z", "2026-03-01T21:00:00Z" }, "18.8", FALSE },
    { "2026-05-21", { "2026-05-27T13:00:00Z", "2026-05-26T01:00:00Z", "2026-05-26T07:00:00Z", "2026-05-31T21:00:00Z" }, "18.11", FALSE },
    { "2026-07-16", { "2026-07-29T13:00:00Z", "2026-07-28T01:00:00Z", "2026-07-28T07:00:00Z", "2026-08-02T21:00:00Z" }, "19.1", TRUE },
    { "2026-11-19", { "2026-11-25T13:00:00Z", "2026-11-24T01:00:00Z", "2026-11-24T07:00:00Z", "2026-11-29T21:00:00Z" }, "19.5", FALSE },
    { "2027-01-21", { "2027-01-27T13:00:00Z", "2027-01-26T01:00:00Z", "2027-01-26T07:00:00Z", "2027-01-31T21:00:00Z" }, "19.7", FALSE },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  GPtrArray *windows = qd_fact_book_peek (book, QD_FACT_TOPIC_WINDOW);

  g_assert_cmpuint (windows->len, ==, 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) found = qd_releases_list (book, day (cases[i].release), day (cases[i].release));

      for (guint n = 0; n < windows->len; n++)
        {
          QdRollout rollout;

          g_assert_true (qd_rollout_find (book, &g_array_index (found, QdRelease, 0), windows->pdata[n], QD_FACT_SCOPE_COMMERCIAL, &rollout));
          assert_instant (rollout.span.from, cases[i].begins[n]);
          assert_version (rollout.version, cases[i].version);
          g_assert_cmpint (rollout.lock != NULL, ==, cases[i].moved);
          g_assert_cmpint (rollout.planned.from != rollout.span.from, ==, cases[i].moved);
        }
    }
}

/* A lock holds for those whom it is for: Thanksgiving 2025 is of Government alone. */
static void
test_locks (void)
{
  const struct
  {
    const char *from;
    const char *until;
    QdFactScope scope;
    const char *lock;
  } cases[] = {
    { "2026-07-19T21:00:00Z", "2026-07-20T01:00:00Z", QD_FACT_SCOPE_COMMERCIAL, NULL }, /* it ends as the lock begins */
    { "2026-07-19T21:00:00Z", "2026-07-20T01:00:01Z", QD_FACT_SCOPE_COMMERCIAL, "summit-2026" },
    { "2026-07-26T21:00:00Z", "2026-07-27T01:00:00Z", QD_FACT_SCOPE_GOVERNMENT, "summit-2026" },
    { "2026-07-27T01:00:00Z", "2026-07-27T05:00:00Z", QD_FACT_SCOPE_COMMERCIAL, NULL },
    { "2025-11-27T01:00:00Z", "2025-11-27T05:00:00Z", QD_FACT_SCOPE_COMMERCIAL, NULL },
    { "2025-11-27T01:00:00Z", "2025-11-27T05:00:00Z", QD_FACT_SCOPE_GOVERNMENT, "thanksgiving-2025-government" },
    { "2026-01-12T03:00:00Z", "2026-01-12T07:00:00Z", QD_FACT_SCOPE_COMMERCIAL, NULL },
    { "2026-01-12T03:00:00Z", "2026-01-12T07:00:00Z", QD_FACT_SCOPE_GOVERNMENT, "year-end-2025-government" },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdInstantSpan     span = { instant (cases[i].from), instant (cases[i].until) };
      const QdLockFact *lock = qd_lock_find (book, cases[i].scope, &span);

      g_assert_cmpstr (lock != NULL ? lock->fact.key : NULL, ==, cases[i].lock);
    }
}

/* What the tenants of a window have on any day: the version before until the window is over */
static void
test_version_at (void)
{
  const struct
  {
    const char *window;
    const char *instant;
    const char *version;
  } cases[] = {
    { "emea", "2024-02-20T04:59:59Z", "16.7" },
    { "emea", "2024-02-20T05:00:00Z", "16.8" },
    { "amer-2", "2024-02-25T12:00:00Z", "16.7" },
    { "amer-2", "2024-02-26T01:00:00Z", "16.8" },
    { "emea", "2026-01-12T12:00:00Z", "18.5" }, /* 18.6 waits for the end of the lock */
    { "emea", "2026-01-13T05:00:00Z", "18.6" },
    { "emea", "2026-01-20T05:00:00Z", "18.7" },
    { "emea", "2026-07-27T00:00:00Z", "19.0" },
    { "emea", "2026-07-28T05:00:00Z", "19.1" },
    { "apac", "2026-11-24T12:00:00Z", "19.4" },
    { "emea", "2026-11-24T12:00:00Z", "19.5" },
  };
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const QdWindowFact *window = qd_fact_book_lookup (book, QD_FACT_TOPIC_WINDOW, cases[i].window);
      QdVersion           version;

      g_assert_true (qd_window_get_version_at (book, window, QD_FACT_SCOPE_COMMERCIAL, instant (cases[i].instant), &version));
      assert_version (version, cases[i].version);
    }
}

static void
test_versions (void)
{
  const struct
  {
    const char *text;
    const char *version;
  } cases[] = {
    { "18.10", "18.10" },
    { "18.10.3", "18.10" },
    { "18.10.3-ee", "18.10" },
    { "v17.0.1", "17.0" },
    { "18", NULL },
    { "18.", NULL },
    { "", NULL },
    { NULL, NULL },
    { "eighteen", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdVersion version = { 0 };

      g_assert_cmpint (qd_version_read (cases[i].text, &version), ==, cases[i].version != NULL);

      if (cases[i].version != NULL)
        assert_version (version, cases[i].version);
    }

  g_assert_cmpint (qd_version_compare ((QdVersion){ 18, 9 }, (QdVersion){ 18, 10 }), <, 0);
  g_assert_cmpint (qd_version_compare ((QdVersion){ 19, 0 }, (QdVersion){ 18, 11 }), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/release-calendar/zones", test_zones);
  g_test_add_func ("/release-calendar/windows", test_windows);
  g_test_add_func ("/release-calendar/cutoff", test_cutoff);
  g_test_add_func ("/release-calendar/countdown", test_countdown);
  g_test_add_func ("/release-calendar/releases", test_releases);
  g_test_add_func ("/release-calendar/every-month", test_every_month);
  g_test_add_func ("/release-calendar/rollouts", test_rollouts);
  g_test_add_func ("/release-calendar/locks", test_locks);
  g_test_add_func ("/release-calendar/version-at", test_version_at);
  g_test_add_func ("/release-calendar/versions", test_versions);

  return g_test_run ();
}
