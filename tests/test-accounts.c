/* test-accounts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account-edits.h"
#include "qd-activity.h"
#include "qd-contact.h"
#include "qd-follow-up.h"
#include "qd-plan.h"
#include "qd-roster-view.h"
#include "qd-roster.h"
#include "qd-search-key.h"
#include "qd-task.h"
#include "qd-test.h"

/* A Tuesday, 2026-11-24 */
#define TODAY 20781

typedef struct
{
  QdStore      *store;
  QdPortfolio  *portfolio;
  QdRoster     *roster;
  GAsyncResult *slot;
  guint         n_emissions;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_emissions++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->roster = qd_roster_new (fixture->portfolio, TODAY, TRUE);
  g_signal_connect_swapped (fixture->roster, "items-changed", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->roster);
  qd_test_finalize (fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static void
await_edit (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  qd_test_await_edit (fixture->store, &fixture->slot, &error);
  g_assert_no_error (error);
}

static void
add (Fixture *fixture,
     gpointer draft)
{
  qd_record_add_async (draft, fixture->store, "Add", qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
}

/* Returns: (transfer none): the account as the list has it */
static QdAccount *
add_account (Fixture    *fixture,
             const char *name,
             const char *codename)
{
  g_autoptr(QdAccount) draft = qd_record_new_draft (QD_TYPE_ACCOUNT);

  g_object_set (draft, "name", name, "codename", codename, NULL);
  qd_account_add_async (draft, fixture->store, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);

  return qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, qd_record_get_id (draft));
}

static QdAccountFacts *
facts_of (Fixture   *fixture,
          QdAccount *account)
{
  return qd_roster_lookup (fixture->roster, qd_record_get_id (account));
}

static GPtrArray *
array_of (gpointer first,
          gpointer second)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (array, first);

  if (second != NULL)
    g_ptr_array_add (array, second);

  return array;
}

static QdHealth *
create_health (QdHealthLevel level,
               int           day,
               gint64        created)
{
  QdHealth *entry = qd_record_new_draft (QD_TYPE_HEALTH);

  g_object_set (entry, "level", (int)level, "day", day, "created", created, NULL);

  return entry;
}

static void
test_health_and_trend (void)
{
  static const struct
  {
    struct
    {
      QdHealthLevel level;
      int           day;
      gint64        created;
    } entries[3];
    guint         n_entries;
    QdHealthLevel latest;
    QdTrend       trend;
  } cases[] = {
    { { { QD_HEALTH_LEVEL_GREEN, 10, 1 } }, 1, QD_HEALTH_LEVEL_GREEN, QD_TREND_NONE },
    { { { QD_HEALTH_LEVEL_GREEN, 10, 1 }, { QD_HEALTH_LEVEL_RED, 12, 1 } }, 2, QD_HEALTH_LEVEL_RED, QD_TREND_WORSE },
    /* Noted in another order than it happened */
    { { { QD_HEALTH_LEVEL_GREEN, 12, 1 }, { QD_HEALTH_LEVEL_RED, 10, 2 } }, 2, QD_HEALTH_LEVEL_GREEN, QD_TREND_BETTER },
    /* Of one day the one made last */
    { { { QD_HEALTH_LEVEL_YELLOW, 12, 9 }, { QD_HEALTH_LEVEL_GREEN, 12, 8 }, { QD_HEALTH_LEVEL_YELLOW, 1, 99 } },
      3,
      QD_HEALTH_LEVEL_YELLOW,
      QD_TREND_WORSE },
    { { { QD_HEALTH_LEVEL_RED, 1, 1 }, { QD_HEALTH_LEVEL_GREEN, 2, 1 }, { QD_HEALTH_LEVEL_GREEN, 3, 1 } },
      3,
      QD_HEALTH_LEVEL_GREEN,
      QD_TREND_SAME },
    { { { QD_HEALTH_LEVEL_UNKNOWN, 1, 1 }, { QD_HEALTH_LEVEL_GREEN, 2, 1 } }, 2, QD_HEALTH_LEVEL_GREEN, QD_TREND_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
      QdTrend trend;

      for (guint j = 0; j < cases[i].n_entries; j++)
        g_ptr_array_add (entries,
                         create_health (cases[i].entries[j].level,
                                        cases[i].entries[j].day,
                                        cases[i].entries[j].created));

      g_assert_cmpint (qd_health_find_latest (entries, &trend)->level, ==, cases[i].latest);
      g_assert_cmpint (trend, ==, cases[i].trend);
    }
}

/* domain.md §3.10: of all activities only calls and meetings count as contact. */
static void
test_last_contact (void)
{
  g_autoptr(GPtrArray) activities = g_ptr_array_new_with_free_func (g_object_unref);

  for (int kind = QD_ACTIVITY_KIND_CUSTOMER_CALL; kind <= QD_ACTIVITY_KIND_AT_RISK_ESCALATION; kind++)
    {
      QdActivity *activity = qd_record_new_draft (QD_TYPE_ACTIVITY);
      gboolean    counts = kind == QD_ACTIVITY_KIND_CUSTOMER_CALL || kind == QD_ACTIVITY_KIND_IN_PERSON_MEETING;
      int         last = counts ? TODAY - 20 + kind : QD_DAY_NONE;

      g_ptr_array_set_size (activities, 0);
      g_object_set (activity, "kind", kind, "day", TODAY - 20 + kind, NULL);
      g_ptr_array_add (activities, activity);
      g_assert_cmpint (qd_activities_find_last_contact (activities, TODAY), ==, last);
    }
}

static void
test_contact_to_come_does_not_count (void)
{
  g_autoptr(GPtrArray) activities = g_ptr_array_new_with_free_func (g_object_unref);
  static const int days[] = { TODAY - 9, TODAY + 1, TODAY, TODAY - 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_ptr_array_add (activities, qd_record_new_draft (QD_TYPE_ACTIVITY));
      g_object_set (activities->pdata[i], "kind", QD_ACTIVITY_KIND_CUSTOMER_CALL, "day", days[i], NULL);
    }

  g_assert_cmpint (qd_activities_find_last_contact (activities, TODAY), ==, TODAY);
  g_assert_cmpint (qd_activities_find_last_contact (activities, TODAY - 1), ==, TODAY - 3);
}

static void
test_fold (void)
{
  static const struct
  {
    const char *typed;
    const char *text;
    gboolean    found;
  } cases[] = {
    { "zurich", "Zürich Insurance", TRUE },
    { "ZÜRICH", "zurich insurance", TRUE },
    { "lodz", "Łódź Port", TRUE },
    { "strasse", "Straße AG", TRUE },
    { "orsted", "Ørsted", TRUE },
    { "ins zur", "Zürich Insurance", TRUE },
    { "zur bank", "Zürich Insurance", FALSE },
    { "日本", "日本電気", TRUE },
    { "москва", "МОСКВА", TRUE },
    { "acme", "ＡＣＭＥ", TRUE },
    { "", "anything", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = qd_search_fold (cases[i].text);
      g_auto(GStrv) words = qd_search_split (cases[i].typed);

      g_test_message ("“%s” in “%s”", cases[i].typed, key);

      g_assert_cmpint (qd_search_matches (key, (const char *const *)words), ==, cases[i].found);
    }
}

static void
test_facts_follow_their_parts (Fixture      *fixture,
                               gconstpointer data)
{
  QdAccount      *account = add_account (fixture, "Example Bank", "Bluebird");
  gint64          id = qd_record_get_id (account);
  QdAccountFacts *facts = facts_of (fixture, account);
  g_autoptr(QdActivity) call = qd_record_new_draft (QD_TYPE_ACTIVITY);
  g_autoptr(QdFollowUp) late = qd_record_new_draft (QD_TYPE_FOLLOW_UP);
  g_autoptr(QdFollowUp) open = qd_record_new_draft (QD_TYPE_FOLLOW_UP);

  g_assert_cmpstr (facts->title, ==, "Bluebird");
  g_assert_cmpint (facts->days_since, ==, -1);

  g_object_set (
      call, "account", id, "kind", QD_ACTIVITY_KIND_CUSTOMER_CALL, "subject", "Cadence", "day", TODAY - 4, NULL);
  g_object_set (call, "created", (gint64)0, NULL);
  add (fixture, call);
  g_assert_cmpint (facts->days_since, ==, 4);

  g_object_set (late, "account", id, "what", "Send it", "side", QD_SIDE_OURS, "due", TODAY - 1, NULL);
  g_object_set (open, "account", id, "what", "Read it", "side", QD_SIDE_THEIRS, "due", TODAY, NULL);
  add (fixture, late);
  add (fixture, open);
  g_assert_cmpuint (facts->open_follow_ups, ==, 2);
  g_assert_cmpuint (facts->overdue_follow_ups, ==, 1);

  qd_roster_set_today (fixture->roster, TODAY + 1);
  g_assert_cmpuint (facts->overdue_follow_ups, ==, 2);
  g_assert_cmpint (facts->days_since, ==, 5);

  qd_test_undo (fixture->store);
  g_assert_cmpuint (facts->open_follow_ups, ==, 1);
}

static void
test_progress_of_active_plans (Fixture      *fixture,
                               gconstpointer data)
{
  QdAccount      *account = add_account (fixture, "Example Bank", NULL);
  QdAccountFacts *facts = facts_of (fixture, account);
  g_autoptr(QdPlan) plan = qd_record_new_draft (QD_TYPE_PLAN);
  g_autoptr(QdPlan) closing = NULL;

  g_object_set (plan, "account", qd_record_get_id (account), "name", "Onboarding", NULL);
  g_object_set (plan, "start", TODAY - 30, "target", TODAY + 60, "status", QD_PLAN_STATUS_ACTIVE, NULL);
  add (fixture, plan);

  for (int i = 0; i < 4; i++)
    {
      g_autoptr(QdTask) task = qd_record_new_draft (QD_TYPE_TASK);

      g_object_set (task, "plan", qd_record_get_id (plan), "title", "Task", NULL);
      g_object_set (task, "status", i == 0 ? QD_TASK_STATUS_DONE : QD_TASK_STATUS_NOT_STARTED, NULL);
      add (fixture, task);
    }

  g_assert_cmpuint (facts->n_tasks, ==, 4);
  g_assert_cmpfloat_with_epsilon (facts->progress, 0.25, 1e-9);

  closing = qd_record_dup_draft (qd_portfolio_lookup (fixture->portfolio, QD_TYPE_PLAN, qd_record_get_id (plan)));
  g_object_set (closing, "status", QD_PLAN_STATUS_CLOSED, NULL);
  qd_record_save_async (closing, fixture->store, "Close Plan", qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpuint (facts->n_tasks, ==, 0);

  qd_test_undo (fixture->store);
  g_assert_cmpuint (facts->n_tasks, ==, 4);
}

static void
test_one_emission_for_one_edit (Fixture      *fixture,
                                gconstpointer data)
{
  QdAccount      *a = add_account (fixture, "A", NULL);
  QdAccount      *b = add_account (fixture, "B", NULL);
  QdAccountFacts *facts_a = facts_of (fixture, a);
  g_autoptr(GPtrArray) both = array_of (a, b);
  g_auto(GValue) tier = G_VALUE_INIT;

  g_value_init (&tier, G_TYPE_INT);
  g_value_set_int (&tier, QD_TIER_SIGNATURE);
  fixture->n_emissions = 0;
  qd_accounts_set_async (both, "tier", &tier, fixture->store, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpuint (fixture->n_emissions, ==, 1);
  g_assert_cmpint (b->tier, ==, QD_TIER_SIGNATURE);
  g_assert_true (facts_of (fixture, a) == facts_a);

  qd_accounts_judge_async (
      both, QD_HEALTH_LEVEL_RED, TODAY, "No sponsor", fixture->portfolio, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpuint (fixture->n_emissions, ==, 2);
  g_assert_cmpint (facts_a->health, ==, QD_HEALTH_LEVEL_RED);
  g_assert_cmpstr (facts_a->health_reason, ==, "No sponsor");

  /* Within the same second, and yet the later one holds. */
  qd_accounts_judge_async (
      both, QD_HEALTH_LEVEL_YELLOW, TODAY, NULL, fixture->portfolio, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpint (facts_a->health, ==, QD_HEALTH_LEVEL_YELLOW);
  g_assert_cmpint (facts_a->trend, ==, QD_TREND_BETTER);

  /* Going takes the parts along, and all come back at once. */
  fixture->n_emissions = 0;
  qd_accounts_delete_async (both, fixture->store, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_cmpuint (fixture->n_emissions, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->roster)), ==, 0);
  qd_test_undo (fixture->store);
  g_assert_cmpuint (fixture->n_emissions, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->roster)), ==, 2);
  facts_a = g_list_model_get_item (G_LIST_MODEL (fixture->roster), 0);
  g_assert_cmpint (facts_a->health, ==, QD_HEALTH_LEVEL_YELLOW);
  g_object_unref (facts_a);
}

static void
test_duplicate (Fixture      *fixture,
                gconstpointer data)
{
  QdAccount *account = add_account (fixture, "Example Bank", "Bluebird");
  g_autoptr(QdContact) contact = qd_record_new_draft (QD_TYPE_CONTACT);
  QdAccount *copy;
  gint64     id;

  g_object_set (contact, "account", qd_record_get_id (account), "name", "Zoë", NULL);
  add (fixture, contact);
  id = qd_account_duplicate_async (account, fixture->portfolio, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  copy = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, id);
  g_assert_cmpstr (copy->name, ==, "Example Bank (copy)");
  g_assert_null (copy->codename);
  g_assert_cmpuint (qd_portfolio_peek_children (fixture->portfolio, QD_TYPE_CONTACT, id)->len, ==, 1);
  qd_test_undo (fixture->store);
  g_assert_null (qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, id));
}

static void
test_duplicate_of_a_long_name (Fixture      *fixture,
                               gconstpointer data)
{
  g_autofree char *name = g_strnfill (QD_COLUMN_MAX_LINE, 'x');
  QdAccount       *account = add_account (fixture, name, NULL);
  gint64           id = qd_account_duplicate_async (account, fixture->portfolio, qd_test_async_cb, &fixture->slot);

  await_edit (fixture);
  g_assert_nonnull (qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, id));
}

static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  QdAccount      *account = add_account (fixture, "Zürich Bank", "Bluebird");
  QdAccountFacts *facts = facts_of (fixture, account);
  g_autoptr(QdContact) contact = qd_record_new_draft (QD_TYPE_CONTACT);
  g_autoptr(QdRosterView) view = qd_roster_view_new ();
  g_autoptr(QdAccount) draft = qd_record_dup_draft (account);

  g_object_set (draft, "tier", QD_TIER_ADVANCED, "renewal", TODAY + 60, "domains", "zuerich.example", NULL);
  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_object_set (contact, "account", qd_record_get_id (account), "name", "Åsa Öberg", "email", "asa@b.example", NULL);
  add (fixture, contact);

#define SHOWN(typed) (qd_roster_view_set_text (view, typed), qd_roster_view_matches (view, facts, TODAY))

  g_assert_true (SHOWN (NULL));
  g_assert_true (SHOWN ("ZURICH"));
  g_assert_true (SHOWN ("blue zur"));
  g_assert_true (SHOWN ("asa ob"));
  g_assert_true (SHOWN ("asa@b"));
  g_assert_true (SHOWN ("zuerich.ex"));
  g_assert_false (SHOWN ("green"));

  qd_roster_view_clear_filter (view);
  view->facets[QD_ROSTER_FACET_TIER] = 1 << QD_TIER_SIGNATURE;
  g_assert_false (SHOWN (NULL));
  view->facets[QD_ROSTER_FACET_TIER] |= 1 << QD_TIER_ADVANCED;
  g_assert_true (SHOWN (NULL));
  view->facets[QD_ROSTER_FACET_REGION] = 1 << qd_nicks_get_length (qd_regions);
  g_assert_true (SHOWN (NULL));
  view->facets[QD_ROSTER_FACET_REGION] = 1 << QD_REGION_APJ;
  g_assert_false (SHOWN (NULL));

  qd_roster_view_clear_filter (view);
  view->renewal = QD_RENEWAL_WINDOW_30_DAYS;
  g_assert_false (SHOWN (NULL));
  view->renewal = QD_RENEWAL_WINDOW_60_DAYS;
  g_assert_true (SHOWN (NULL));
  view->renewal = QD_RENEWAL_WINDOW_PAST;
  g_assert_false (SHOWN (NULL));
  g_assert_true (qd_roster_view_matches (view, facts, TODAY + 61));

#undef SHOWN
}

static void
test_archived_are_hidden (Fixture      *fixture,
                          gconstpointer data)
{
  QdAccount      *account = add_account (fixture, "Gone", NULL);
  QdAccountFacts *facts = facts_of (fixture, account);
  g_autoptr(GPtrArray) accounts = array_of (account, NULL);
  g_autoptr(QdRosterView) view = qd_roster_view_new ();

  qd_accounts_archive_async (accounts, TRUE, fixture->store, qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  g_assert_false (qd_roster_view_matches (view, facts, TODAY));
  view->archived = TRUE;
  g_assert_true (qd_roster_view_matches (view, facts, TODAY));
}

static void
test_nothing_comes_last (Fixture      *fixture,
                         gconstpointer data)
{
  QdAccountFacts *none = facts_of (fixture, add_account (fixture, "A", NULL));
  QdAccountFacts *some = facts_of (fixture, add_account (fixture, "B", NULL));
  g_autoptr(QdAccount) draft = qd_record_dup_draft (some->account);

  g_object_set (draft, "renewal", TODAY, "arr", G_GINT64_CONSTANT (0), "next-step", "Call", NULL);
  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &fixture->slot);
  await_edit (fixture);

  for (int descending = 0; descending <= 1; descending++)
    {
      g_assert_cmpint (qd_roster_column_compare (QD_ROSTER_COLUMN_RENEWAL, descending, none, some), >, 0);
      g_assert_cmpint (qd_roster_column_compare (QD_ROSTER_COLUMN_ARR, descending, none, some), >, 0);
      g_assert_cmpint (qd_roster_column_compare (QD_ROSTER_COLUMN_NEXT_STEP, descending, none, some), >, 0);
      /* Where there is no difference the name decides */
      g_assert_cmpint (qd_roster_column_compare (QD_ROSTER_COLUMN_TIER, descending, none, some), <, 0);
    }

  g_assert_cmpint (qd_roster_column_compare (QD_ROSTER_COLUMN_NAME, TRUE, none, some), >, 0);
}

static void
test_view_survives_json (void)
{
  g_autoptr(QdRosterView) view = qd_roster_view_new ();
  g_autoptr(QdRosterView) back = NULL;
  g_autofree char *json = NULL;
  g_autoptr(GError) error = NULL;
  static const char *const columns[] = { "health", "name", "health", "no-such", "arr", NULL };

  qd_roster_view_set_text (view, "\"quoted\" <b>&");
  qd_roster_view_set_columns (view, columns);
  qd_roster_view_set_sort (view, "-renewal");
  view->facets[QD_ROSTER_FACET_TIER] = 1 << QD_TIER_SIGNATURE | 1 << 4;
  view->facets[QD_ROSTER_FACET_HEALTH] = 1 << QD_HEALTH_LEVEL_RED;
  view->renewal = QD_RENEWAL_WINDOW_90_DAYS;
  json = qd_roster_view_to_json (view);
  back = qd_roster_view_new_from_json (json, &error);
  g_assert_no_error (error);
  g_assert_true (qd_roster_view_equal (view, back));
  g_assert_cmpuint (back->n_columns, ==, 3);
  g_assert_cmpint (back->columns[1], ==, QD_ROSTER_COLUMN_NAME);
  g_assert_cmpint (back->sort, ==, QD_ROSTER_COLUMN_RENEWAL);
  g_assert_true (back->descending);
  g_assert_cmpuint (back->facets[QD_ROSTER_FACET_TIER], ==, view->facets[QD_ROSTER_FACET_TIER]);
  g_assert_cmpstr (back->text, ==, view->text);
}

static void
test_view_of_another_version (void)
{
  static const char *const odd[] = {
    "{}",
    "{\"columns\": 3, \"filter\": [], \"sort\": null}",
    "{\"columns\": [1, null], \"filter\": {\"tier\": [\"gold\"], \"renewal\": 7, \"archived\": \"x\"}, \"sort\": \"\"}",
  };
  static const char *const broken[] = { "", "[]", "3", "{" };
  g_autoptr(QdRosterView) plain = qd_roster_view_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr(QdRosterView) view = qd_roster_view_new_from_json (odd[i], NULL);

      g_assert_true (qd_roster_view_equal (view, plain));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (qd_roster_view_new_from_json (broken[i], &error));
      g_assert_nonnull (error);
    }
}

static void
test_sentence (Fixture      *fixture,
               gconstpointer data)
{
  QdAccount *account = add_account (fixture, "Example Bank", "Bluebird");
  g_autoptr(QdAccount) draft = qd_record_dup_draft (account);
  g_autofree char *sentence = NULL;

  g_object_set (draft, "tier", QD_TIER_SIGNATURE, "renewal", TODAY + 120, "next-step", "100%s sure", NULL);
  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &fixture->slot);
  await_edit (fixture);
  sentence = qd_roster_dup_sentence (facts_of (fixture, account), TODAY);
  g_assert_cmpstr (sentence,
                   ==,
                   "Bluebird, Signature, health Unknown, last contact never, renewal in 3 months,"
                   " next: 100%s sure");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/accounts/health-and-trend", test_health_and_trend);
  g_test_add_func ("/accounts/last-contact", test_last_contact);
  g_test_add_func ("/accounts/contact-to-come-does-not-count", test_contact_to_come_does_not_count);
  g_test_add_func ("/accounts/fold", test_fold);
  ADD ("/accounts/facts-follow-their-parts", test_facts_follow_their_parts);
  ADD ("/accounts/progress-of-active-plans", test_progress_of_active_plans);
  ADD ("/accounts/one-emission-for-one-edit", test_one_emission_for_one_edit);
  ADD ("/accounts/duplicate", test_duplicate);
  ADD ("/accounts/duplicate-of-a-long-name", test_duplicate_of_a_long_name);
  ADD ("/roster/filter", test_filter);
  ADD ("/roster/archived-are-hidden", test_archived_are_hidden);
  ADD ("/roster/nothing-comes-last", test_nothing_comes_last);
  g_test_add_func ("/roster/view-survives-json", test_view_survives_json);
  g_test_add_func ("/roster/view-of-another-version", test_view_of_another_version);
  ADD ("/roster/sentence", test_sentence);

  return g_test_run ();
}
