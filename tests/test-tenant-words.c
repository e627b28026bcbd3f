/* test-tenant-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "qd-account.h"
#include "qd-exchange.h"
#include "qd-fact-edits.h"
#include "qd-instant.h"
#include "qd-maintenance.h"
#include "qd-tenant-export.h"
#include "qd-tenant-words.h"
#include "qd-test.h"

/* One account on Dedicated with a tenant that has a window and no version noted, so that all of it follows from
 * the release calendar. */
typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdFactBook  *book;
  gint64       account;
  gint64       tenant;
} Fixture;

static gint64
instant (const char *text)
{
  gint64 parsed = 0;

  g_assert_true (qd_instant_parse (text, &parsed));

  return parsed;
}

static void
add (Fixture *self,
     gpointer draft)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_record_add_async (draft, self->store, "Add", qd_test_async_cb, &slot);
  qd_test_await_edit (self->store, &slot, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr(QdAccount) account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(QdTenant) tenant = qd_record_new_draft (QD_TYPE_TENANT);

  self->store = qd_test_store_new (":memory:");
  self->portfolio = qd_test_load_portfolio (self->store);
  self->book = qd_fact_book_new (self->portfolio);
  g_object_set (account,
                "name", "Tessaquill Therapeutics",
                "codename", "Feldspar",
                "offering", QD_OFFERING_DEDICATED,
                "time-zone", "Europe/Berlin",
                NULL);
  add (self, account);
  self->account = qd_record_get_id (account);
  qd_record_set_parent (tenant, self->account);
  g_object_set (tenant, "maintenance-window", data != NULL ? data : "emea", NULL);
  add (self, tenant);
  self->tenant = qd_record_get_id (tenant);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_object (&self->book);
  g_clear_object (&self->portfolio);
  qd_test_store_close (self->store);
}

static QdTenant *
get_tenant (Fixture *self)
{
  return qd_portfolio_lookup (self->portfolio, QD_TYPE_TENANT, self->tenant);
}

static void
assert_next (Fixture    *self,
             const char *now,
             const char *line,
             const char *lock)
{
  QdTenantNext     next;
  g_autofree char *words = NULL;

  g_assert_true (qd_tenant_get_next (self->book, get_tenant (self), instant (now), &next));
  words = qd_tenant_next_dup_line (&next);
  g_assert_cmpstr (words, ==, line);
  g_assert_cmpstr (next.skipped != NULL ? next.skipped->fact.key : NULL, ==, lock);
}

/* The example that GitLab published of 16.9, and the lock of summer 2026 whose effect follows from its dates: see
 * the facts of release-rule.json and lock.json. */
static void
test_next (Fixture      *self,
           gconstpointer data)
{
  assert_next (self, "2024-02-18T12:00:00Z", "Tue, 20 Feb 2024, 01:00–05:00 UTC · 16.7 → 16.8", NULL);
  assert_next (self, "2024-02-20T04:59:59Z", "Tue, 20 Feb 2024, 01:00–05:00 UTC · 16.7 → 16.8", NULL);
  assert_next (self, "2024-02-20T05:00:00Z", "Tue, 27 Feb 2024, 01:00–05:00 UTC · stays 16.8", NULL);
  assert_next (self, "2026-07-18T12:00:00Z", "Tue, 28 Jul 2026, 01:00–05:00 UTC · 19.0 → 19.1", "summit-2026");
  assert_next (self, "2026-11-20T12:00:00Z", "Tue, 24 Nov 2026, 01:00–05:00 UTC · 19.4 → 19.5", NULL);
}

/* It begins on Sunday and ends on Monday. */
static void
test_midnight (Fixture      *self,
               gconstpointer data)
{
  assert_next (self, "2026-11-27T12:00:00Z", "Sun, 29 Nov 2026, 21:00–Mon 01:00 UTC · 19.4 → 19.5", NULL);
  assert_next (self, "2026-11-30T00:30:00Z", "Sun, 29 Nov 2026, 21:00–Mon 01:00 UTC · 19.4 → 19.5", NULL);
}

/* What was noted comes before the windows where it is earlier. */
static void
test_noted (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(QdMaintenance) maintenance = qd_record_new_draft (QD_TYPE_MAINTENANCE);
  QdTenantNext     next;
  g_autofree char *words = NULL;

  qd_record_set_parent (maintenance, self->tenant);
  g_object_set (maintenance,
                "kind", QD_MAINTENANCE_KIND_EMERGENCY,
                "begins-at", "2026-11-21T18:00:00Z",
                "ends-at", "2026-11-21T19:00:00Z",
                NULL);
  add (self, maintenance);
  assert_next (self, "2026-11-20T12:00:00Z", "Sat, 21 Nov 2026, 18:00–19:00 UTC · stays 19.4", NULL);
  g_assert_true (qd_tenant_get_next (self->book, get_tenant (self), instant ("2026-11-20T12:00:00Z"), &next));
  words = qd_tenant_event_dup_words (&next.event);
  g_assert_cmpstr (words, ==, "Emergency Maintenance");
  qd_test_undo (self->store);
  assert_next (self, "2026-11-20T12:00:00Z", "Tue, 24 Nov 2026, 01:00–05:00 UTC · 19.4 → 19.5", NULL);
}

static void
test_windows (Fixture      *self,
              gconstpointer data)
{
  const QdTenantEventKind kinds[] = { QD_TENANT_EVENT_LOCKED, QD_TENANT_EVENT_ROLLOUT, QD_TENANT_EVENT_WINDOW };
  g_autoptr(GArray) windows = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *locked = NULL;

  windows = qd_tenant_list_windows (self->book, get_tenant (self), instant ("2026-07-18T12:00:00Z"), 20);
  g_assert_cmpuint (windows->len, ==, 20);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (g_array_index (windows, QdTenantEvent, i).kind, ==, kinds[i]);

  /* A week lies between one and the next, also where the list goes on in another step. */
  for (guint i = 1; i < windows->len; i++)
    g_assert_cmpint (g_array_index (windows, QdTenantEvent, i).span.from -
                         g_array_index (windows, QdTenantEvent, i - 1).span.from,
                     ==,
                     7 * QD_SECONDS_PER_DAY);

  locked = qd_tenant_event_dup_lock (&g_array_index (windows, QdTenantEvent, 0));
  moved = qd_tenant_event_dup_lock (&g_array_index (windows, QdTenantEvent, 1));
  g_assert_cmpstr (locked, ==, "Nothing is changed, because of the change lock “R&D Summit 2026”");
  g_assert_cmpstr (moved, ==, "Moved here by the change lock “R&D Summit 2026”");
}

/* Each month one, as the published calendar of 2026 has them */
static void
test_versions (Fixture      *self,
               gconstpointer data)
{
  const struct
  {
    const char *version;
    const char *begins;
    const char *planned;
  } expected[] = {
    { "19.0", "2026-06-23T01:00:00Z", NULL },
    { "19.1", "2026-07-28T01:00:00Z", "2026-07-21T01:00:00Z" },
    { "19.2", "2026-08-25T01:00:00Z", NULL },
    { "19.3", "2026-09-22T01:00:00Z", NULL },
    { "19.4", "2026-10-20T01:00:00Z", NULL },
    { "19.5", "2026-11-24T01:00:00Z", NULL },
  };
  g_autoptr(GArray) versions = qd_tenant_list_versions (
      self->book, get_tenant (self), instant ("2026-06-01T00:00:00Z"), instant ("2026-12-01T00:00:00Z"));

  g_assert_cmpuint (versions->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < versions->len; i++)
    {
      const QdTenantVersion *version = &g_array_index (versions, QdTenantVersion, i);
      g_autofree char       *words = qd_version_format (version->event.version);
      g_autofree char       *begins = qd_instant_format (version->event.span.from);

      g_assert_cmpstr (words, ==, expected[i].version);
      g_assert_cmpstr (begins, ==, expected[i].begins);
      g_assert_cmpint (version->planned, ==, expected[i].planned != NULL ? instant (expected[i].planned) : 0);
    }
}

static void
test_version_on (Fixture      *self,
                 gconstpointer data)
{
  const struct
  {
    int         year, month, day;
    const char *version;
  } cases[] = {
    { 2026, 7, 27, "19.0" },
    { 2026, 7, 28, "19.0, from 05:00 UTC on 19.1" },
    { 2026, 7, 29, "19.1" },
    { 2024, 2, 20, "16.7, from 05:00 UTC on 16.8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = qd_tenant_dup_version_on (
          self->book, get_tenant (self), qd_day_from_ymd (cases[i].year, cases[i].month, cases[i].day));

      g_assert_cmpstr (words, ==, cases[i].version);
    }
}

static void
test_words (void)
{
  g_autoptr(QdFactBook) book = qd_fact_book_new (NULL);
  g_autofree char *emea = qd_window_dup_weekly (qd_window_find (book, "emea"));
  g_autofree char *amer = qd_window_dup_weekly (qd_window_find (book, "amer-2"));
  g_autofree char *ahead = qd_cutoff_dup_words (instant ("2026-11-20T01:00:00Z"), instant ("2026-11-19T00:00:00Z"));
  g_autofree char *over = qd_cutoff_dup_words (instant ("2026-11-20T01:00:00Z"), instant ("2026-11-20T01:00:00Z"));
  g_autofree char *none = qd_cutoff_dup_words (0, 0);
  g_autofree char *free_one = qd_tenant_dup_lock_reason (QD_FIELD_LOCK_NONE, "Version");
  g_autofree char *locked = qd_tenant_dup_lock_reason (QD_FIELD_LOCK_CREATED, "Primary Region");

  g_assert_cmpstr (emea, ==, "EMEA: Tuesday, 01:00–05:00 UTC");
  g_assert_cmpstr (amer, ==, "AMER 2: Sunday, 21:00–01:00 UTC");
  g_assert_cmpstr (ahead, ==, "Changes asked for by Fri, 20 Nov 2026, 01:00 UTC");
  g_assert_cmpstr (over, ==, "Too late: changes had to be asked for by Fri, 20 Nov 2026, 01:00 UTC");
  g_assert_cmpstr (none, ==, "");
  g_assert_null (free_one);
  g_assert_cmpstr (locked, ==, "“Primary Region” is locked since the instance was created.");
}

/* Colleagues read the codename, the customer its own name and clocks; a tenant without a window has nothing. */
static void
test_summary (Fixture      *self,
              gconstpointer data)
{
  gint64 now = instant ("2026-11-20T12:00:00Z");
  g_autoptr(GError) error = NULL;
  g_autoptr(QdTenant) draft = qd_record_dup_draft (get_tenant (self));
  g_autoptr(GAsyncResult) slot = NULL;
  g_autofree char *internal = qd_tenant_dup_summary (self->book, get_tenant (self), QD_AUDIENCE_INTERNAL, now, &error);
  g_autofree char *customer = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (
      internal, ==, "Next maintenance of Feldspar: Tue, 24 Nov 2026, 01:00–05:00 UTC; version then: 19.5.");
  customer = qd_tenant_dup_summary (self->book, get_tenant (self), QD_AUDIENCE_CUSTOMER, now, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (customer,
                   ==,
                   "Next maintenance of Tessaquill Therapeutics: Tue, 24 Nov 2026, 01:00–05:00 UTC (Tue, 24 Nov 2026, "
                   "02:00–06:00 CET); version then: 19.5.");

  g_object_set (draft, "maintenance-window", NULL, NULL);
  qd_record_save_async (draft, self->store, "Edit", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (self->store, &slot, NULL));
  g_assert_null (qd_tenant_dup_summary (self->book, get_tenant (self), QD_AUDIENCE_INTERNAL, now, &error));
  g_assert_error (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "Nothing was copied"));
}

/* A lock of a person's own may name the customer: that does not go out, however long its line is. */
static void
test_export (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(QdFact) fact = qd_fact_create_own (QD_FACT_TOPIC_LOCK, "Freeze of the tenant that was asked for by Tessaquill Therapeutics");
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GBytes) clean = NULL;
  g_autoptr(GBytes) named = NULL;
  g_autoptr(GBytes) own = NULL;
  g_autoptr(GError) error = NULL;
  gint64 from = instant ("2026-11-20T12:00:00Z");
  gint64 until = instant ("2027-01-20T12:00:00Z");

  clean = qd_tenant_export_ics (self->book, get_tenant (self), QD_AUDIENCE_INTERNAL, from, until, from, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (clean, NULL), g_bytes_get_size (clean), "SUMMARY:Feldspar: Upgrade to 19.5"));

  ((QdLockFact *)fact)->scope = QD_FACT_SCOPE_ALL;
  ((QdLockFact *)fact)->begins_at = g_strdup ("2026-12-21T00:00:00Z");
  ((QdLockFact *)fact)->ends_at = g_strdup ("2026-12-24T00:00:00Z");
  qd_fact_save_async (self->book, fact, qd_test_async_cb, &slot);
  qd_test_await_edit (self->store, &slot, &error);
  g_assert_no_error (error);
  named = qd_tenant_export_ics (self->book, get_tenant (self), QD_AUDIENCE_INTERNAL, from, until, from, &error);
  g_assert_null (named);
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_AUDIENCE);
  g_clear_error (&error);
  own = qd_tenant_export_ics (self->book, get_tenant (self), QD_AUDIENCE_CUSTOMER, from, until, from, &error);
  g_assert_no_error (error);
  g_assert_nonnull (own);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/tenant-words/next", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add ("/tenant-words/midnight", Fixture, "amer-2", set_up, test_midnight, tear_down);
  g_test_add ("/tenant-words/noted", Fixture, NULL, set_up, test_noted, tear_down);
  g_test_add ("/tenant-words/windows", Fixture, NULL, set_up, test_windows, tear_down);
  g_test_add ("/tenant-words/versions", Fixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/tenant-words/version-on", Fixture, NULL, set_up, test_version_on, tear_down);
  g_test_add_func ("/tenant-words/words", test_words);
  g_test_add ("/tenant-words/summary", Fixture, NULL, set_up, test_summary, tear_down);
  g_test_add ("/tenant-words/export", Fixture, NULL, set_up, test_export, tear_down);

  return g_test_run ();
}
