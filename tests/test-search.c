/* test-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-check.h"
#include "qd-contact.h"
#include "qd-plan.h"
#include "qd-search-query.h"
#include "qd-task.h"
#include "qd-test-folder.h"
#include "qd-test.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  gint64       account;
  gint64       plan;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan    *plan = qd_record_new_draft (QD_TYPE_PLAN);
  QdContact *contact = qd_record_new_draft (QD_TYPE_CONTACT);
  QdTask    *task = qd_record_new_draft (QD_TYPE_TASK);

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  fixture->account = qd_record_get_id (account);
  fixture->plan = qd_record_get_id (plan);
  g_object_set (account,
                "name", "Nordlicht Energie AG",
                "codename", "Aurora",
                "domains", "nordlicht.example",
                "notes", "They run “Geo” in two regions.\nAsk about SAST.",
                NULL);
  qd_test_add (fixture->portfolio, account);
  g_object_set (plan, "account", fixture->account, "name", "Onboarding", "start", 20000, "target", 20090, NULL);
  qd_test_add (fixture->portfolio, plan);
  g_object_set (contact, "account", fixture->account, "name", "Jörg Müller", NULL);
  qd_test_add (fixture->portfolio, contact);
  g_object_set (task, "plan", fixture->plan, "title", "Switch over Geo", "notes", "with Müller", NULL);
  qd_test_add (fixture->portfolio, task);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  qd_test_finalize (fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static GPtrArray *
search (QdStore    *store,
        const char *text)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *hits;

  qd_search_async (store, text, 20, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  hits = qd_search_finish (store, result, &error);
  g_assert_no_error (error);

  return hits;
}

/* @expected: the titles, each on a line of its own */
static void
assert_finds (QdStore    *store,
              const char *text,
              const char *expected)
{
  g_autoptr(GPtrArray) hits = search (store, text);
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "\n" : "", ((QdSearchHit *)g_ptr_array_index (hits, i))->title);

  g_test_message ("%s", text);
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
assert_is_in_order (QdStore *store,
                    gboolean is_in_order)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  qd_check_async (store, types, n_types, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  findings = qd_check_finish (store, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *)g_ptr_array_index (findings, i));

  g_assert_true ((findings->len == 0) == is_in_order);
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *titles;
  } cases[] = {
    { "nordlicht", "Nordlicht Energie AG" },
    { "NORD ener", "Nordlicht Energie AG" },
    { "aurora", "Nordlicht Energie AG" },
    { "nordlicht.example", "Nordlicht Energie AG" },
    { "jorg", "Jörg Müller" },
    { "MÜLLER", "Jörg Müller\nSwitch over Geo" },
    { "geo", "Switch over Geo\nNordlicht Energie AG" },
    { "geo müller", "Switch over Geo" },
    { "onb", "Onboarding" },
    { "o", "Onboarding\nSwitch over Geo" },
    { "nothing", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_finds (fixture->store, cases[i].text, cases[i].titles);
}

static void
test_nothing_typed_is_a_query (Fixture      *fixture,
                               gconstpointer data)
{
  static const char *const texts[] = {
    "",
    " ",
    "*",
    "\"",
    "\"\"\"",
    "AND",
    "NOT nordlicht",
    "nordlicht OR x",
    "title:nordlicht",
    "NEAR(a b)",
    "(",
    "^a",
    "{title} : x",
    "'; DROP TABLE account; --",
    "-x",
    "a+b",
    "\xff\xfe",
    "🚢",
    "\u202enordlicht",
  };
  g_autofree char *longest = g_strnfill (100000, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_unref (search (fixture->store, texts[i]));

  g_ptr_array_unref (search (fixture->store, longest));
  assert_finds (fixture->store, "nordlicht OR x", "");
  assert_finds (fixture->store, "\"nordlicht\"", "Nordlicht Energie AG");
  assert_finds (fixture->store, "— nordlicht &", "Nordlicht Energie AG");
}

static void
test_hit_says_where_it_is (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr(GPtrArray) hits = search (fixture->store, "müller switch");
  g_autoptr(GPtrArray) notes = search (fixture->store, "sast");
  QdSearchHit *hit;

  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->kind, ==, QD_SEARCH_TASK);
  g_assert_cmpint (hit->account, ==, fixture->account);
  g_assert_cmpint (hit->plan, ==, fixture->plan);
  g_assert_nonnull (qd_portfolio_lookup (fixture->portfolio, QD_TYPE_TASK, hit->id));
  g_assert_cmpstr (hit->snippet, ==, "with Müller");

  hit = g_ptr_array_index (notes, 0);
  g_assert_cmpint (hit->id, ==, fixture->account);
  g_assert_null (strchr (hit->snippet, '\n'));
  g_assert_nonnull (strstr (hit->snippet, "SAST"));
}

static void
test_index_follows_edits_and_undo (Fixture      *fixture,
                                   gconstpointer data)
{
  QdAccount *account = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, fixture->account);
  g_autoptr(QdAccount) draft = qd_record_dup_draft (account);
  g_autoptr(GAsyncResult) slot = NULL;

  g_object_set (draft, "codename", "Borealis", NULL);
  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  assert_finds (fixture->store, "aurora", "");
  assert_finds (fixture->store, "borealis", "Nordlicht Energie AG");
  qd_test_undo (fixture->store);
  assert_finds (fixture->store, "aurora", "Nordlicht Energie AG");

  /* All that is part of the account goes with it, and comes back. */
  for (int round = 0; round < 3; round++)
    {
      account = qd_portfolio_lookup (fixture->portfolio, QD_TYPE_ACCOUNT, fixture->account);
      qd_record_remove_async (account, fixture->store, "Delete", qd_test_async_cb, &slot);
      g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
      assert_finds (fixture->store, "nordlicht", "");
      assert_finds (fixture->store, "müller", "");
      assert_is_in_order (fixture->store, TRUE);
      qd_test_undo (fixture->store);
      assert_finds (fixture->store, "müller", "Jörg Müller\nSwitch over Geo");
      assert_is_in_order (fixture->store, TRUE);
    }
}

static void
test_one_kind_leaves_room_for_others (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr(GPtrArray) hits = NULL;

  qd_test_exec (fixture->store,
                "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 1000)"
                " INSERT INTO task (id, plan, title, kind, status, progress, visibility, position)"
                " SELECT i, (SELECT id FROM plan), 'Nordlicht ' || i, 'task', 'not-started', 0, 'internal', i FROM c");
  hits = search (fixture->store, "nordlicht");
  g_assert_cmpuint (hits->len, ==, 1 + 20 / 3);
  g_assert_cmpint (((QdSearchHit *)g_ptr_array_index (hits, 0))->kind, ==, QD_SEARCH_ACCOUNT);

  /* The newest first */
  g_assert_cmpint (((QdSearchHit *)g_ptr_array_index (hits, 1))->id, ==, 1000);
}

static void
damage (const char *path,
        const char *sql)
{
  sqlite3 *native;

  g_assert_cmpint (sqlite3_open (path, &native), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (native, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (native), ==, SQLITE_OK);
}

/* What is damaged is the index alone: edits go on, and it is made anew. */
static void
test_damaged_index_is_made_anew (QdTestFolder *fixture,
                                 gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE search_data SET block = x'00010203'",
    "DELETE FROM search_data WHERE id > 10",
    "DELETE FROM search_docsize",
    "DELETE FROM local_search",
    "DROP TABLE search",
    "DROP TABLE search; DROP TABLE local_search",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      QdStore *store = qd_test_store_new (fixture->path);

      qd_test_exec (store,
                    "INSERT INTO account (id, name, archived) VALUES"
                    " ((SELECT count (*) + 1 FROM account), 'Nordlicht', 0)");
      assert_is_in_order (store, TRUE);
      qd_test_store_close (store);
      damage (fixture->path, damages[i]);

      g_test_message ("%s", damages[i]);
      store = qd_test_store_new (fixture->path);

      if (i < 4)
        assert_is_in_order (store, FALSE);

      qd_test_exec (store, "UPDATE account SET name = 'Südlicht' WHERE id = 1");
      g_ptr_array_unref (search (store, "lic nor"));
      {
        g_autoptr(GAsyncResult) slot = NULL;
        g_autoptr(GAsyncResult) result = NULL;

        qd_search_rebuild_async (store, qd_test_async_cb, &slot);
        result = qd_test_await (&slot);
        g_assert_true (qd_search_rebuild_finish (store, result, NULL));
      }
      assert_is_in_order (store, TRUE);
      assert_finds (store, "sudl", "Südlicht");
      qd_test_store_close (store);
    }
}

static void
test_check_finds_what_is_wrong (QdTestFolder *fixture,
                                gconstpointer data)
{
  static const char *const damages[] = {
    "CREATE TABLE mine (a)",
    "DROP INDEX task_plan",
    "DROP VIEW search_record",
    "ALTER TABLE account ADD COLUMN colour TEXT",
    "INSERT INTO contact (id, account, name, champion, sponsor, blocker, admin) VALUES (1, 77, 'A', 0, 0, 0, 0)",
    "INSERT INTO account (id, name, archived) VALUES (1, char (10) || 'x', 0)",
    "INSERT INTO account (id, name, archived, currency) VALUES (1, 'x', 0, 'eur')",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      QdStore *store = qd_test_store_new (fixture->path);

      assert_is_in_order (store, TRUE);
      qd_test_store_close (store);
      damage (fixture->path, damages[i]);
      store = qd_test_store_new (fixture->path);
      g_test_message ("%s", damages[i]);
      assert_is_in_order (store, FALSE);
      qd_test_store_close (store);
      g_remove (fixture->path);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/search/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("words", test_words);
  ADD ("nothing-typed-is-a-query", test_nothing_typed_is_a_query);
  ADD ("hit-says-where-it-is", test_hit_says_where_it_is);
  ADD ("index-follows-edits-and-undo", test_index_follows_edits_and_undo);
  ADD ("one-kind-leaves-room-for-others", test_one_kind_leaves_room_for_others);
#undef ADD
  qd_test_folder_add ("/search/damaged-index-is-made-anew", test_damaged_index_is_made_anew);
  qd_test_folder_add ("/search/check-finds-what-is-wrong", test_check_finds_what_is_wrong);

  return g_test_run ();
}
