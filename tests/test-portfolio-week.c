/* test-portfolio-week.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libical/ical.h>
#include <locale.h>

#include "qd-fact-edits.h"
#include "qd-instant.h"
#include "qd-star-list.h"
#include "qd-tenant-ics.h"
#include "qd-tenant-week.h"
#include "qd-test.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdFactBook  *book;
} Fixture;

static gint64
instant (const char *text)
{
  gint64 parsed = 0;

  g_assert_true (qd_instant_parse (text, &parsed));

  return parsed;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->book = qd_fact_book_new (fixture->portfolio);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->book);
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static QdAccount *
add_account (Fixture    *fixture,
             const char *name,
             const char *window,
             gboolean    archived)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdTenant  *tenant = qd_record_new_draft (QD_TYPE_TENANT);

  g_object_set (account, "name", name, "offering", QD_OFFERING_DEDICATED, "archived", archived, NULL);
  account = qd_test_add (fixture->portfolio, account);
  qd_record_set_parent (tenant, qd_record_get_id (account));
  g_object_set (tenant, "maintenance-window", window, NULL);
  qd_test_add (fixture->portfolio, tenant);

  return account;
}

static QdTicket *
add_ticket (Fixture         *fixture,
            QdAccount       *account,
            const char      *number,
            QdTicketSeverity severity,
            const char      *opened,
            const char      *property)
{
  QdTicket *ticket = qd_record_new_draft (QD_TYPE_TICKET);

  qd_record_set_parent (ticket, qd_record_get_id (account));
  g_object_set (ticket, "number", number, "subject", "Slow", "severity", severity, "opened-at", opened, NULL);

  if (property != NULL)
    g_object_set (ticket, property, TRUE, NULL);

  return qd_test_add (fixture->portfolio, ticket);
}

/* The week of 2026-11-23: each window once for each tenant in it, in the order of the week */
static void
test_week (Fixture      *fixture,
           gconstpointer data)
{
  const struct
  {
    const char *name;
    const char *begins;
  } expected[] = {
    { "Emea", "2026-11-24T01:00:00Z" },
    { "Amer", "2026-11-24T07:00:00Z" },
    { "Apac", "2026-11-25T13:00:00Z" },
    { "West", "2026-11-29T21:00:00Z" },
  };
  g_autoptr(GArray) events = NULL;

  add_account (fixture, "West", "amer-2", FALSE);
  add_account (fixture, "Apac", "apac", FALSE);
  add_account (fixture, "Amer", "amer-1", FALSE);
  add_account (fixture, "Emea", "emea", FALSE);
  add_account (fixture, "Gone", "emea", TRUE);
  add_account (fixture, "None", NULL, FALSE);
  events = qd_tenants_list_events (fixture->book, instant ("2026-11-23T01:00:00Z"), instant ("2026-11-30T00:00:00Z"));
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < events->len; i++)
    {
      QdTenantWeekEvent *one = &g_array_index (events, QdTenantWeekEvent, i);
      QdAccount         *account = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, one->tenant->account);
      g_autofree char   *begins = qd_instant_format (one->event.span.from);

      g_assert_cmpstr (account->name, ==, expected[i].name);
      g_assert_cmpstr (begins, ==, expected[i].begins);
      g_assert_cmpint (one->event.kind, ==, QD_TENANT_EVENT_ROLLOUT);
    }
}

/* Which tickets to ask for attention to now, and in which order: by urgency, then by how late they are; not those for
 * which it was done, unless the customer wrote again */
static void
test_stars (Fixture      *fixture,
            gconstpointer data)
{
  QdAccount *strict = add_account (fixture, "Strict", NULL, FALSE);
  QdAccount *archived = add_account (fixture, "Archived", NULL, TRUE);
  QdTicket  *late = add_ticket (fixture, strict, "late", QD_TICKET_SEVERITY_HIGH, "2026-11-18T06:00:00Z", NULL);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) fewer = NULL;
  g_autoptr(GPtrArray) again = NULL;
  const char *const expected[] = { "later", "late", "moaned", "stalled" };
  gint64            now = instant ("2026-11-18T12:00:00Z");

  add_ticket (fixture, strict, "stalled", QD_TICKET_SEVERITY_LOW, "2026-11-18T11:00:00Z", "stalled");
  add_ticket (fixture, strict, "moaned", QD_TICKET_SEVERITY_LOW, "2026-11-18T11:30:00Z", "dissatisfied");
  add_ticket (fixture, strict, "later", QD_TICKET_SEVERITY_HIGH, "2026-11-18T05:00:00Z", NULL);
  add_ticket (fixture, strict, "quiet", QD_TICKET_SEVERITY_LOW, "2026-11-18T11:00:00Z", NULL);
  add_ticket (fixture, archived, "archived", QD_TICKET_SEVERITY_HIGH, "2026-11-18T05:00:00Z", NULL);
  found = qd_star_list_due (fixture->book, now);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (((QdStarCase *)found->pdata[i])->ticket->number, ==, expected[i]);

  {
    g_autoptr(QdTicket) draft = qd_record_dup_draft (late);
    g_autoptr(GAsyncResult) slot = NULL;
    g_autoptr(GError) error = NULL;

    g_object_set (draft, "starred-at", "2026-11-18T11:30:00Z", NULL);
    qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &slot);
    qd_test_await_edit (fixture->store, &slot, &error);
    g_assert_no_error (error);
    fewer = qd_star_list_due (fixture->book, now);
    g_assert_cmpuint (fewer->len, ==, G_N_ELEMENTS (expected) - 1);
  }

  {
    g_autoptr(QdTicket) draft = qd_record_dup_draft (late);
    g_autoptr(GAsyncResult) slot = NULL;
    g_autoptr(GError) error = NULL;

    g_object_set (draft, "customer-reply-at", "2026-11-18T11:45:00Z", NULL);
    qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &slot);
    qd_test_await_edit (fixture->store, &slot, &error);
    g_assert_no_error (error);
    again = qd_star_list_due (fixture->book, now);
    g_assert_cmpuint (again->len, ==, G_N_ELEMENTS (expected));
  }
}

/* As another program reads it: libical finds the events, whole and at their time. */
static void
test_ics (Fixture      *fixture,
          gconstpointer data)
{
  const char *const expected[] = { "20261124T010000Z", "20261201T010000Z", "20261208T010000Z" };
  g_autoptr(GPtrArray) tenants = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  icalcomponent   *calendar;
  guint            n_events = 0;

  add_account (fixture, "Émile, Søn; & Co – a name that is long enough for its line to be folded twice over, or thrice", "emea", FALSE);
  tenants = qd_account_list_tenants (fixture->portfolio, 0);
  bytes = qd_tenants_write_ics (
      fixture->book, tenants, QD_AUDIENCE_ME, instant ("2026-11-23T00:00:00Z"), instant ("2026-12-14T00:00:00Z"), 1800000000);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  calendar = icalparser_parse_string (text);
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      struct icaltimetype start = icalcomponent_get_dtstart (event);
      struct icaltimetype end = icalcomponent_get_dtend (event);

      g_assert_cmpuint (n_events, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (icaltime_as_ical_string (start), ==, expected[n_events]);
      g_assert_cmpint (icaltime_as_timet (end) - icaltime_as_timet (start), ==, 4 * 3600);
      g_assert_true (g_str_has_prefix (icalcomponent_get_summary (event), "Émile, Søn; & Co – a name that is long"));
      n_events++;
    }

  g_assert_cmpuint (n_events, ==, G_N_ELEMENTS (expected));
  icalcomponent_free (calendar);
}

static void
add_random_lock (Fixture *fixture)
{
  g_autoptr(QdFact) fact = qd_fact_create_own (QD_FACT_TOPIC_LOCK, "At Random");
  QdLockFact *lock = (QdLockFact *)fact;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  gint64 from = instant ("2027-01-01T00:00:00Z") + g_test_rand_int_range (0, 365 * 24) * G_GINT64_CONSTANT (3600);

  lock->scope = g_test_rand_int_range (0, 3);
  lock->begins_at = qd_instant_format (from);
  lock->ends_at = qd_instant_format (from + g_test_rand_int_range (1, 40 * 24) * G_GINT64_CONSTANT (3600));
  qd_fact_save_async (fixture->book, fact, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
}

/* Whatever is locked: nothing is rolled out in a lock or before its time, only in windows, and in the first that is free;
 * and no tenant ever goes back. */
static void
check_rollouts (Fixture            *fixture,
                const QdWindowFact *window,
                QdFactScope         scope)
{
  g_autoptr(GArray) releases = qd_releases_list (fixture->book, qd_day_from_ymd (2027, 1, 1), qd_day_from_ymd (2027, 12, 31));
  QdVersion before = { 0 };

  g_assert_cmpuint (releases->len, ==, 12);

  for (guint i = 0; i < releases->len; i++)
    {
      QdRelease    *release = &g_array_index (releases, QdRelease, i);
      QdRollout     rollout;
      QdVersion     after;
      QdInstantSpan first;

      g_assert_true (qd_rollout_find (fixture->book, release, window, scope, &rollout));
      g_assert_null (qd_lock_find (fixture->book, scope, &rollout.span));
      g_assert_cmpint (rollout.span.from, >=, (gint64)(release->day + window->rollout) * QD_SECONDS_PER_DAY);
      g_assert_true (qd_window_from (window, rollout.span.from, &first));
      g_assert_cmpint (first.from, ==, rollout.span.from);
      g_assert_cmpint (rollout.lock != NULL, ==, rollout.span.from != rollout.planned.from);

      for (gint64 at = rollout.planned.from; at < rollout.span.from; at = first.from + 1)
        {
          g_assert_true (qd_window_from (window, at, &first));
          g_assert_true (first.from == rollout.span.from || qd_lock_find (fixture->book, scope, &first) != NULL);
        }

      g_assert_true (qd_window_get_version_at (fixture->book, window, scope, rollout.span.until, &after));
      g_assert_cmpint (qd_version_compare (after, rollout.version), >=, 0);
      g_assert_cmpint (qd_version_compare (after, before), >=, 0);
      before = after;
    }
}

static void
test_random_locks (Fixture      *fixture,
                   gconstpointer data)
{
  for (guint n = 0; n < 12; n++)
    {
      GPtrArray *windows;

      add_random_lock (fixture);
      windows = qd_fact_book_peek (fixture->book, QD_FACT_TOPIC_WINDOW);

      for (guint i = 0; i < windows->len; i++)
        {
          check_rollouts (fixture, windows->pdata[i], QD_FACT_SCOPE_COMMERCIAL);
          check_rollouts (fixture, windows->pdata[i], QD_FACT_SCOPE_GOVERNMENT);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/portfolio-week/week", Fixture, NULL, set_up, test_week, tear_down);
  g_test_add ("/portfolio-week/stars", Fixture, NULL, set_up, test_stars, tear_down);
  g_test_add ("/portfolio-week/ics", Fixture, NULL, set_up, test_ics, tear_down);
  g_test_add ("/portfolio-week/random-locks", Fixture, NULL, set_up, test_random_locks, tear_down);

  return g_test_run ();
}
