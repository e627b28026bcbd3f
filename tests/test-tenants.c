/* test-tenants.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "qd-account.h"
#include "qd-fact-edits.h"
#include "qd-instant.h"
#include "qd-maintenance.h"
#include "qd-migration-wave.h"
#include "qd-switchboard-access.h"
#include "qd-tenant-ics.h"
#include "qd-test.h"
#include "qd-upgrade-request.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdFactBook  *book;
  gint64       account;
  gint64       tenant;
  guint        n_changes;
} Fixture;

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
assert_version_at (Fixture    *fixture,
                   const char *at,
                   const char *expected)
{
  QdTenant        *tenant = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_TENANT, fixture->tenant);
  QdVersion        version;
  g_autofree char *text = NULL;

  qd_tenant_get_version_at (fixture->book, tenant, instant (at), &version);
  text = qd_version_format (version);
  g_assert_cmpstr (text, ==, expected);
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
add (Fixture *fixture,
     gpointer draft)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_record_add_async (draft, fixture->store, "Add", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(QdAccount) account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(QdTenant) tenant = qd_record_new_draft (QD_TYPE_TENANT);

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->book = qd_fact_book_new (fixture->portfolio);
  g_signal_connect_swapped (fixture->book, "changed", G_CALLBACK (changed_cb), fixture);
  g_object_set (account,
                "name", "Tessaquill Therapeutics",
                "codename", "Feldspar",
                "offering", QD_OFFERING_DEDICATED,
                "time-zone", "Europe/Berlin",
                NULL);
  add (fixture, account);
  fixture->account = qd_record_get_id (account);
  qd_record_set_parent (tenant, fixture->account);
  g_object_set (tenant, "name", "tq", "maintenance-window", "emea", NULL);
  add (fixture, tenant);
  fixture->tenant = qd_record_get_id (tenant);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->book);
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static QdTenant *
get_tenant (Fixture *fixture)
{
  return qd_portfolio_lookup (fixture->portfolio, QD_TYPE_TENANT, fixture->tenant);
}

static void
change_tenant (Fixture    *fixture,
               const char *window,
               const char *version,
               int         version_day,
               gboolean    government)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdTenant) draft = qd_record_dup_draft (get_tenant (fixture));

  g_object_set (draft,
                "maintenance-window", window,
                "version", version,
                "version-day", version_day,
                "government", government,
                NULL);
  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
}

static void
note_maintenance (Fixture          *fixture,
                  QdMaintenanceKind kind,
                  const char       *begins,
                  const char       *ends,
                  const char       *version)
{
  g_autoptr(QdMaintenance) maintenance = qd_record_new_draft (QD_TYPE_MAINTENANCE);

  qd_record_set_parent (maintenance, fixture->tenant);
  g_object_set (maintenance, "kind", kind, "begins-at", begins, "ends-at", ends, "version", version, NULL);
  add (fixture, maintenance);
}

static void
save_fact (Fixture      *fixture,
           const QdFact *fact,
           GError      **error)
{
  g_autoptr(GAsyncResult) slot = NULL;

  qd_fact_save_async (fixture->book, fact, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, error);
}

static void
add_lock (Fixture    *fixture,
          const char *begins,
          const char *ends)
{
  g_autoptr(QdFact) fact = qd_fact_create_own (QD_FACT_TOPIC_LOCK, "Year End 2026");
  g_autoptr(GError) error = NULL;

  ((QdLockFact *)fact)->scope = QD_FACT_SCOPE_ALL;
  ((QdLockFact *)fact)->begins_at = g_strdup (begins);
  ((QdLockFact *)fact)->ends_at = g_strdup (ends);
  save_fact (fixture, fact, &error);
  g_assert_no_error (error);
}

/* What ships says where it is from, and when that was looked at. */
static void
test_shipped (void)
{
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  const guint numbers[] = { 4, 4, 2, 0, 11, 8, 8, 6, 3, 4, 13, 20, 10, 47 };

  for (guint topic = 0; topic < G_N_ELEMENTS (numbers); topic++)
    {
      GPtrArray *facts = qd_fact_book_peek (book, topic);

      g_assert_cmpuint (facts->len, ==, numbers[topic]);

      for (guint i = 0; i < facts->len; i++)
        {
          QdFact *fact = facts->pdata[i];
          g_autoptr(GError) error = NULL;

          g_assert_cmpint (fact->state, ==, QD_FACT_STATE_SHIPPED);
          g_assert_cmpint (fact->topic, ==, topic);
          g_assert_nonnull (fact->source);
          g_assert_true (g_str_has_prefix (fact->url, "https://"));
          g_assert_cmpint (fact->checked, ==, qd_day_from_ymd (2026, 11, 22));
          g_assert_true (qd_fact_check (fact, &error));
          g_assert_no_error (error);
        }
    }
}

/* An edit stands for what ships under its key, until it is reset; each is one step to undo. */
static void
test_edit_fact (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(QdFact) copy = qd_fact_copy (qd_fact_book_lookup (fixture->book, QD_FACT_TOPIC_WINDOW, "emea"));
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  const QdWindowFact *window;
  QdInstantSpan       span;

  g_set_str (&((QdWindowFact *)copy)->begins, "02:30");
  save_fact (fixture, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  window = qd_fact_book_lookup (fixture->book, QD_FACT_TOPIC_WINDOW, "emea");
  g_assert_cmpint (window->fact.state, ==, QD_FACT_STATE_EDITED);
  g_assert_cmpuint (qd_fact_book_peek (fixture->book, QD_FACT_TOPIC_WINDOW)->len, ==, 4);
  g_assert_true (qd_window_next (window, instant ("2026-11-24T00:00:00Z"), &span));
  assert_instant (span.from, "2026-11-24T02:30:00Z");

  qd_test_undo (fixture->store);
  window = qd_fact_book_lookup (fixture->book, QD_FACT_TOPIC_WINDOW, "emea");
  g_assert_cmpint (window->fact.state, ==, QD_FACT_STATE_SHIPPED);
  g_assert_cmpstr (window->begins, ==, "01:00");

  qd_test_redo (fixture->store);
  window = qd_fact_book_lookup (fixture->book, QD_FACT_TOPIC_WINDOW, "emea");
  g_assert_cmpstr (window->begins, ==, "02:30");
  qd_fact_reset_async (fixture->book, &window->fact, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  window = qd_fact_book_lookup (fixture->book, QD_FACT_TOPIC_WINDOW, "emea");
  g_assert_cmpstr (window->begins, ==, "01:00");
}

/* What is struck out does not count, but is there to be brought back. */
static void
test_strike_fact (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  QdInstantSpan span = { instant ("2026-07-21T01:00:00Z"), instant ("2026-07-21T05:00:00Z") };
  const QdFact *struck = NULL;

  g_assert_nonnull (qd_lock_find (fixture->book, QD_FACT_SCOPE_COMMERCIAL, &span));
  qd_fact_strike_async (fixture->book, qd_fact_book_lookup (fixture->book, QD_FACT_TOPIC_LOCK, "summit-2026"), qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  g_assert_null (qd_lock_find (fixture->book, QD_FACT_SCOPE_COMMERCIAL, &span));
  g_assert_cmpuint (qd_fact_book_peek (fixture->book, QD_FACT_TOPIC_LOCK)->len, ==, 3);
  g_assert_cmpuint (qd_fact_book_peek_all (fixture->book, QD_FACT_TOPIC_LOCK)->len, ==, 4);
  struck = qd_fact_book_peek_all (fixture->book, QD_FACT_TOPIC_LOCK)->pdata[3];
  g_assert_cmpint (struck->state, ==, QD_FACT_STATE_STRUCK);
  g_clear_object (&slot);
  qd_fact_reset_async (fixture->book, struck, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  g_assert_nonnull (qd_lock_find (fixture->book, QD_FACT_SCOPE_COMMERCIAL, &span));
}

/* What cannot be is refused, and the sentence names it. */
static void
test_bad_facts (Fixture      *fixture,
                gconstpointer data)
{
  const struct
  {
    QdFactTopic topic;
    const char *body;
    const char *names;
  } cases[] = {
    { QD_FACT_TOPIC_WINDOW, "{ \"key\": \"k\", \"name\": \"N\", \"short_name\": \"N\", \"weekday\": \"monday\", \"begins\": \"24:00\", \"minutes\": 5, \"rollout\": 5 }", "Begins" },
    { QD_FACT_TOPIC_WINDOW, "{ \"key\": \"k\", \"name\": \"N\", \"short_name\": \"N\", \"weekday\": \"monday\", \"begins\": \"23:00\", \"minutes\": 0, \"rollout\": 5 }", "Length" },
    { QD_FACT_TOPIC_WINDOW, "{ \"key\": \"k\", \"name\": \"N\", \"short_name\": \"N\", \"weekday\": \"moonday\", \"begins\": \"23:00\", \"minutes\": 5, \"rollout\": 5 }", "weekday" },
    { QD_FACT_TOPIC_LOCK, "{ \"key\": \"k\", \"name\": \"N\", \"scope\": \"all\", \"begins_at\": \"2026-12-20\", \"ends_at\": \"2027-01-01T00:00:00Z\" }", "Begins" },
    { QD_FACT_TOPIC_LOCK, "{ \"key\": \"k\", \"name\": \"N\", \"scope\": \"all\", \"begins_at\": \"2027-01-01T00:00:00Z\", \"ends_at\": \"2027-01-01T00:00:00Z\" }", "Ends" },
    { QD_FACT_TOPIC_EXCEPTION, "{ \"key\": \"k\", \"name\": \"N\", \"version\": \"19\", \"day\": \"2026-12-18\" }", "Version" },
    { QD_FACT_TOPIC_HOURS, "{ \"key\": \"k\", \"name\": \"N\", \"team\": \"pm\", \"hours\": \"always\", \"time_zone\": \"UTC\" }", "always" },
    { QD_FACT_TOPIC_HOURS, "{ \"key\": \"k\", \"name\": \"N\", \"team\": \"pm\", \"hours\": \"Mo 09:00-10:00\", \"time_zone\": \"Atlantis\" }", "Time Zone" },
    { QD_FACT_TOPIC_RELEASE_RULE, "{ \"key\": \"k\", \"name\": \"N\", \"version\": \"20.0\", \"day\": \"2027-05-20\", \"major_month\": 5, \"behind\": 1 }", "Day" },
    { QD_FACT_TOPIC_STAR_CHECK, "{ \"key\": \"other\", \"name\": \"N\" }", "Key" },
    { QD_FACT_TOPIC_STAR_CHECK, "{ \"key\": \"k\" }", "name" },
    { QD_FACT_TOPIC_STAR_CHECK, "not JSON", NULL },
    { QD_FACT_TOPIC_STAR_CHECK, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdFactEdit) draft = qd_record_new_draft (QD_TYPE_FACT_EDIT);
      g_autoptr(GAsyncResult) slot = NULL;
      g_autoptr(GError) error = NULL;

      g_object_set (draft, "topic", cases[i].topic, "key", "k", "body", cases[i].body, NULL);
      qd_record_add_async (draft, fixture->store, "Add", qd_test_async_cb, &slot);
      g_assert_false (qd_test_await_edit (fixture->store, &slot, &error));
      g_assert_nonnull (error);

      if (cases[i].names != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].names));
    }

  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
assert_refused (gpointer    draft,
                const char *message)
{
  g_autoptr(QdRecord) owned = draft;
  g_autoptr(GError) error = NULL;

  g_assert_false (qd_record_check (owned, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);
  g_assert_cmpstr (error->message, ==, message);
}

/* Times in order, instants in UTC, nothing less than nothing */
static void
test_bad_records (void)
{
  QdTenant            *tenant = qd_record_new_draft (QD_TYPE_TENANT);
  QdMaintenance       *maintenance = qd_record_new_draft (QD_TYPE_MAINTENANCE);
  QdMaintenance       *backwards = qd_record_new_draft (QD_TYPE_MAINTENANCE);
  QdMigrationWave     *wave = qd_record_new_draft (QD_TYPE_MIGRATION_WAVE);
  QdSwitchboardAccess *access = qd_record_new_draft (QD_TYPE_SWITCHBOARD_ACCESS);
  QdUpgradeRequest    *request = qd_record_new_draft (QD_TYPE_UPGRADE_REQUEST);
  g_autoptr(QdMaintenance) good = qd_record_new_draft (QD_TYPE_MAINTENANCE);
  g_autoptr(GError) error = NULL;

  qd_record_set_parent (tenant, 1);
  g_object_set (tenant, "storage", G_GINT64_CONSTANT (-1), NULL);
  assert_refused (tenant, "“Total Storage (GiB)” must not be less than 0");

  qd_record_set_parent (maintenance, 1);
  g_object_set (maintenance, "begins-at", "2026-11-24 01:00", NULL);
  assert_refused (maintenance, "“Begins” must be an instant such as “2026-05-03T14:00:00Z”");

  qd_record_set_parent (backwards, 1);
  g_object_set (backwards, "begins-at", "2026-11-24T01:00:00Z", "ends-at", "2026-11-24T00:59:59Z", NULL);
  assert_refused (backwards, "“Ends” must not be before “Begins”");

  qd_record_set_parent (wave, 1);
  g_object_set (wave, "name", "Pilot", "start", 20001, "finish", 20000, NULL);
  assert_refused (wave, "“Finish” must not be before “Start”");

  qd_record_set_parent (access, 1);
  g_object_set (access, "person", "Ada", "asked", 20001, "granted", 20000, NULL);
  assert_refused (access, "“Granted” must not be before “Asked”");

  qd_record_set_parent (request, 1);
  g_object_set (request, "name", "To 19.5", "upgrade-at", "tomorrow", NULL);
  assert_refused (request, "“Upgrade Begins” must be an instant such as “2026-05-03T14:00:00Z”");

  qd_record_set_parent (good, 1);
  g_object_set (good, "begins-at", "2026-11-24T01:00:00Z", "ends-at", "2026-11-24T01:00:00Z", NULL);
  g_assert_true (qd_record_check (good, &error));
  g_assert_no_error (error);
}

/* A lock that a person adds moves what falls into it: of 19.7, with the lock of the year before, a year later. */
static void
test_own_lock (Fixture      *fixture,
               gconstpointer data)
{
  QdTenantEvent     event;
  QdInstantSpan     span;
  const QdLockFact *lock;
  gint64            now = instant ("2026-12-20T12:00:00Z");

  g_assert_true (qd_tenant_get_next_rollout (fixture->book, get_tenant (fixture), now, &event));
  assert_instant (event.span.from, "2026-12-22T01:00:00Z");
  assert_instant (event.cutoff, "2026-12-18T01:00:00Z");
  g_assert_null (event.lock);

  add_lock (fixture, "2026-12-21T03:00:00Z", "2027-01-11T03:00:00Z");
  g_assert_true (qd_tenant_get_next_rollout (fixture->book, get_tenant (fixture), now, &event));
  assert_instant (event.span.from, "2027-01-12T01:00:00Z");
  g_assert_cmpstr (event.lock->fact.name, ==, "Year End 2026");
  g_assert_true (qd_tenant_get_next_window (fixture->book, get_tenant (fixture), now, &span, &lock));
  assert_instant (span.from, "2027-01-12T01:00:00Z");
  g_assert_nonnull (lock);

  /* After the lock there is none in the way any more. */
  g_assert_true (qd_tenant_get_next_window (fixture->book, get_tenant (fixture), instant ("2027-01-12T02:00:00Z"), &span, &lock));
  assert_instant (span.from, "2027-01-12T01:00:00Z");
  g_assert_null (lock);
}

/* An exception moves a release, or what it brings to one window. */
static void
test_exception (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(QdFact) late = qd_fact_create_own (QD_FACT_TOPIC_EXCEPTION, "19.7 is a day late");
  g_autoptr(QdFact) rollout = qd_fact_create_own (QD_FACT_TOPIC_EXCEPTION, "19.6 waits in EMEA");
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) releases = NULL;
  QdTenantEvent event;

  ((QdExceptionFact *)late)->version = g_strdup ("19.7");
  ((QdExceptionFact *)late)->day = qd_day_from_ymd (2026, 12, 18);
  save_fact (fixture, late, &error);
  g_assert_no_error (error);
  releases = qd_releases_list (fixture->book, qd_day_from_ymd (2026, 12, 1), qd_day_from_ymd (2026, 12, 31));
  g_assert_cmpuint (releases->len, ==, 1);
  g_assert_cmpint (g_array_index (releases, QdRelease, 0).day, ==, qd_day_from_ymd (2026, 12, 18));

  ((QdExceptionFact *)rollout)->version = g_strdup ("19.7");
  ((QdExceptionFact *)rollout)->window = g_strdup ("emea");
  ((QdExceptionFact *)rollout)->day = qd_day_from_ymd (2027, 1, 4);
  save_fact (fixture, rollout, &error);
  g_assert_no_error (error);
  g_assert_true (qd_tenant_get_next_rollout (fixture->book, get_tenant (fixture), instant ("2026-12-01T00:00:00Z"), &event));
  assert_instant (event.span.from, "2027-01-05T01:00:00Z");
}

/* What Switchboard showed counts from then on; an emergency may bring a version before its time. */
static void
test_version_at (Fixture      *fixture,
                 gconstpointer data)
{
  assert_version_at (fixture, "2026-11-24T04:59:59Z", "19.4");
  assert_version_at (fixture, "2026-11-24T05:00:00Z", "19.5");

  change_tenant (fixture, "emea", "19.3.2-ee", qd_day_from_ymd (2026, 11, 1), FALSE);
  assert_version_at (fixture, "2026-10-31T12:00:00Z", "19.4"); /* by the calendar */
  assert_version_at (fixture, "2026-11-10T12:00:00Z", "19.3"); /* as was seen */
  assert_version_at (fixture, "2026-11-24T05:00:00Z", "19.5");

  note_maintenance (fixture, QD_MAINTENANCE_KIND_EMERGENCY, "2026-11-12T18:00:00Z", "2026-11-12T19:00:00Z", "19.4.7");
  assert_version_at (fixture, "2026-11-12T18:30:00Z", "19.3");
  assert_version_at (fixture, "2026-11-12T19:00:00Z", "19.4");

  /* Without a window nothing is known but what was seen and noted. */
  change_tenant (fixture, NULL, NULL, QD_DAY_NONE, FALSE);
  assert_version_at (fixture, "2026-11-12T18:30:00Z", "");
  assert_version_at (fixture, "2026-12-31T00:00:00Z", "19.4");
}

static void
test_moved (Fixture      *fixture,
            gconstpointer data)
{
  QdTenantEvent     event;
  QdInstantSpan     span;
  const QdLockFact *lock;
  gint64            now = instant ("2026-11-20T00:00:00Z");

  note_maintenance (fixture, QD_MAINTENANCE_KIND_LEFT_OUT, "2026-11-24T01:00:00Z", NULL, NULL);
  g_assert_true (qd_tenant_get_next_rollout (fixture->book, get_tenant (fixture), now, &event));
  assert_instant (event.span.from, "2026-12-01T01:00:00Z");
  g_assert_true (qd_tenant_get_next_window (fixture->book, get_tenant (fixture), now, &span, &lock));
  assert_instant (span.from, "2026-12-01T01:00:00Z");
  g_assert_null (lock);

  note_maintenance (fixture, QD_MAINTENANCE_KIND_MOVED, "2026-11-26T13:00:00Z", "2026-11-26T17:00:00Z", "19.5");
  g_assert_true (qd_tenant_get_next_rollout (fixture->book, get_tenant (fixture), now, &event));
  assert_instant (event.span.from, "2026-11-26T13:00:00Z");
  g_assert_cmpint (event.kind, ==, QD_TENANT_EVENT_MAINTENANCE);
  assert_version_at (fixture, "2026-12-05T00:00:00Z", "19.5");
}

/* Each window once, and what it brings: the patch releases of 2026-11-11 and 2026-11-25 too */
static void
test_events (Fixture      *fixture,
             gconstpointer data)
{
  const struct
  {
    const char *begins;
    const char *words;
  } expected[] = {
    { "2026-11-03T01:00:00Z", "Maintenance window" },
    { "2026-11-10T01:00:00Z", "Maintenance window" },
    { "2026-11-12T18:00:00Z", "Emergency Maintenance" },
    { "2026-11-17T01:00:00Z", "Patch release" },
    { "2026-11-24T01:00:00Z", "Upgrade to 19.5" },
    { "2026-11-29T00:00:00Z", "Change lock: Year End 2026" },
    { "2026-12-01T01:00:00Z", "No maintenance: Year End 2026" },
    { "2026-12-08T01:00:00Z", "Patch release" },
  };
  g_autoptr(GArray) events = NULL;
  g_autoptr(GArray) bands = NULL;
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  note_maintenance (fixture, QD_MAINTENANCE_KIND_EMERGENCY, "2026-11-12T18:00:00Z", "2026-11-12T19:00:00Z", NULL);
  add_lock (fixture, "2026-11-29T00:00:00Z", "2026-12-03T00:00:00Z");
  events = qd_tenant_list_events (
      fixture->book, get_tenant (fixture), instant ("2026-11-02T00:00:00Z"), instant ("2026-12-09T00:00:00Z"));
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < events->len; i++)
    {
      const QdTenantEvent *event = &g_array_index (events, QdTenantEvent, i);
      g_autofree char     *words = qd_tenant_event_dup_words (event);

      assert_instant (event->span.from, expected[i].begins);
      g_assert_cmpstr (words, ==, expected[i].words);
    }

  /* On the clock of the plan, without the window that is locked */
  bands = qd_tenant_list_bands (
      fixture->book, get_tenant (fixture), berlin, qd_day_from_ymd (2026, 11, 23), qd_day_from_ymd (2026, 12, 2));
  g_assert_cmpuint (bands->len, ==, 2);
  g_assert_cmpint (g_array_index (bands, QdCalendarBand, 0).kind, ==, QD_CLOSURE_KIND_MAINTENANCE_WINDOW);
  g_assert_cmpint (g_array_index (bands, QdCalendarBand, 0).span.from, ==, qd_minute_from_day (qd_day_from_ymd (2026, 11, 24)) + 120);
  g_assert_cmpint (g_array_index (bands, QdCalendarBand, 1).kind, ==, QD_CLOSURE_KIND_CHANGE_LOCK);
  g_assert_cmpint (g_array_index (bands, QdCalendarBand, 1).span.from, ==, qd_minute_from_day (qd_day_from_ymd (2026, 11, 29)) + 60);
  g_assert_cmpint (g_array_index (bands, QdCalendarBand, 1).span.until, ==, qd_minute_from_day (qd_day_from_ymd (2026, 12, 3)));
  g_assert_cmpstr (g_array_index (bands, QdCalendarBand, 1).name, ==, "Year End 2026");
}

/* The locks of Government are not those of others. */
static void
test_government (Fixture      *fixture,
                 gconstpointer data)
{
  QdInstantSpan     span;
  const QdLockFact *lock;
  gint64            now = instant ("2026-01-12T12:00:00Z");

  change_tenant (fixture, "amer-1", NULL, QD_DAY_NONE, FALSE);
  g_assert_true (qd_tenant_get_next_window (fixture->book, get_tenant (fixture), now, &span, &lock));
  g_assert_null (lock);
  change_tenant (fixture, "amer-1", NULL, QD_DAY_NONE, TRUE);
  g_assert_true (qd_tenant_get_next_window (fixture->book, get_tenant (fixture), instant ("2025-11-25T12:00:00Z"), &span, &lock));
  assert_instant (span.from, "2025-12-02T07:00:00Z");
}

/* Without the line ends that a long line is folded by */
static char *
dup_unfolded (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto(GStrv) parts = g_strsplit (text, "\r\n ", -1);

  return g_strjoinv ("", parts);
}

static void
test_ics (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(GPtrArray) tenants = qd_account_list_tenants (fixture->portfolio, fixture->account);
  g_autoptr(GBytes) internal = NULL;
  g_autoptr(GBytes) customer = NULL;
  g_autofree char *text = NULL;
  g_autofree char *theirs = NULL;
  gint64           from = instant ("2026-11-23T00:00:00Z");
  gint64           until = instant ("2026-11-30T00:00:00Z");

  internal = qd_tenants_write_ics (fixture->book, tenants, QD_AUDIENCE_INTERNAL, from, until, from);
  text = dup_unfolded (internal);
  g_assert_nonnull (strstr (text, "DTSTART:20261124T010000Z\r\nDTEND:20261124T050000Z\r\nSUMMARY:Feldspar: Upgrade to 19.5\r\n"));
  g_assert_nonnull (strstr (text, "Tickets for it until: 2026-11-20T01:00:00Z"));
  g_assert_null (strstr (text, "Tessaquill"));
  g_assert_true (g_str_has_suffix (text, "END:VEVENT\r\nEND:VCALENDAR\r\n"));

  customer = qd_tenants_write_ics (fixture->book, tenants, QD_AUDIENCE_CUSTOMER, from, until, from);
  theirs = dup_unfolded (customer);
  g_assert_nonnull (strstr (theirs, "SUMMARY:Tessaquill Therapeutics: Upgrade to 19.5\r\n"));
  g_assert_null (strstr (theirs, "Feldspar"));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/tenants/shipped", test_shipped);
  g_test_add_func ("/tenants/bad-records", test_bad_records);
  g_test_add ("/tenants/edit-fact", Fixture, NULL, set_up, test_edit_fact, tear_down);
  g_test_add ("/tenants/strike-fact", Fixture, NULL, set_up, test_strike_fact, tear_down);
  g_test_add ("/tenants/bad-facts", Fixture, NULL, set_up, test_bad_facts, tear_down);
  g_test_add ("/tenants/own-lock", Fixture, NULL, set_up, test_own_lock, tear_down);
  g_test_add ("/tenants/exception", Fixture, NULL, set_up, test_exception, tear_down);
  g_test_add ("/tenants/version-at", Fixture, NULL, set_up, test_version_at, tear_down);
  g_test_add ("/tenants/moved", Fixture, NULL, set_up, test_moved, tear_down);
  g_test_add ("/tenants/events", Fixture, NULL, set_up, test_events, tear_down);
  g_test_add ("/tenants/government", Fixture, NULL, set_up, test_government, tear_down);
  g_test_add ("/tenants/ics", Fixture, NULL, set_up, test_ics, tear_down);

  return g_test_run ();
}
