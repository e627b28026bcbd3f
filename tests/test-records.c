/* test-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-account.h"
#include "qd-plan.h"
#include "qd-record-json.h"
#include "qd-task.h"
#include "qd-test.h"

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
  QdAccount   *account;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  QdAccount *draft = qd_record_new_draft (QD_TYPE_ACCOUNT);

  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  g_object_set (draft, "name", "Nordlicht", NULL);
  fixture->account = qd_test_add (fixture->portfolio, draft);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  qd_test_finalize (fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static gboolean
save (Fixture *fixture,
      gpointer draft,
      GError **error)
{
  g_autoptr(GAsyncResult) slot = NULL;

  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &slot);

  return qd_test_await_edit (fixture->store, &slot, error);
}

/* What cannot be kept is refused by a sentence that names the field; the check
 * beforehand and the save say the same, and nothing has changed. */
static void
test_refusals_name_the_field (Fixture      *fixture,
                              gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (10000, 'x');
  const struct
  {
    const char *property;
    const char *value;
    const char *words;
  } cases[] = {
    { "name", "", "“Name” must" },
    { "name", " \t ", "“Name” must" },
    { "name", "\u00a0\u3000", "“Name” must not be empty" },
    { "name", NULL, "“Name” must be given" },
    { "name", long_name, "“Name” is too long: it has 10000 characters, and at most 200" },
    { "name", "two\nlines", "“Name” must be one line of text, without the control character U+000A" },
    { "name", "a\u202eb", "“Name” must be one line of text, without the control character U+202E" },
    { "name", "a\u2066b", "U+2066" },
    { "name", "bell\a", "U+0007" },
    { "name", "\xff\xfe", "“Name” is not valid text" },
    { "codename", "two\rlines", "“Codename” must be one line" },
    { "next-step", long_name, "“Next Step” is too long" },
    { "currency", "euro", "“Currency” must be a code of three capital letters" },
    { "currency", "eur", "“Currency”" },
    { "time-zone", "Europe/Atlantis", "Time Zone" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdAccount) draft = qd_record_dup_draft (fixture->account);
      g_autoptr(GError) check_error = NULL;
      g_autoptr(GError) error = NULL;

      g_object_set (draft, cases[i].property, cases[i].value, NULL);
      g_assert_false (qd_record_check (draft, &check_error));
      g_assert_false (save (fixture, draft, &error));
      g_assert_cmpstr (check_error->message, ==, error->message);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_cmpstr (fixture->account->name, ==, "Nordlicht");
      g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Add");
    }
}

static void
test_refused_days_name_the_field (Fixture      *fixture,
                                  gconstpointer data)
{
  const struct
  {
    int         start;
    int         renewal;
    const char *words;
  } cases[] = {
    { QD_DAY_NONE, qd_day_from_ymd (1899, 12, 31), "“Renewal” must be a day of the years 1970 to 2199" },
    { QD_DAY_NONE, qd_day_from_ymd (2200, 1, 1), "“Renewal” must be a day" },
    { G_MAXINT, QD_DAY_NONE, "“Contract Start” must be a day" },
    { 20000, 19999, "“Renewal” must not be before “Contract Start”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdAccount) draft = qd_record_dup_draft (fixture->account);
      g_autoptr(GError) error = NULL;

      g_object_set (draft, "contract-start", cases[i].start, "renewal", cases[i].renewal, NULL);
      g_assert_false (save (fixture, draft, &error));
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

/* What is strange but text is kept as it is, by the file, by undo and by JSON. */
static void
test_strange_text_is_kept (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char  *longest = g_strnfill (200, 'x');
  g_autofree char  *notes = g_strnfill (100000, 'y');
  const char *const names[] = {
    "<b>&amp;</b> & \"quoted\" 'too'",
    "'); DROP TABLE account; --",
    "=HYPERLINK(\"http://example.com\")",
    "🚢 Schiff ⚓",
    "שלום עולם",
    "مرحبا بالعالم",
    "\u200fRTL mark\u200e",
    "👩‍👩‍👧‍👦",
    "e\u0301 is not é",
    "%s%n%d",
    longest,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(QdAccount) draft = qd_record_dup_draft (fixture->account);
      g_autoptr(QdPortfolio) fresh = NULL;
      g_autoptr(JsonNode) json = NULL;
      g_autoptr(QdAccount) back = NULL;
      g_autoptr(GError) error = NULL;
      QdAccount *read;

      g_object_set (draft, "name", names[i], "notes", i % 2 == 0 ? notes : "two\nlines\tand a tab", NULL);
      save (fixture, draft, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (fixture->account->name, ==, names[i]);

      qd_test_undo (fixture->store);
      g_assert_cmpstr (fixture->account->name, !=, names[i]);
      qd_test_redo (fixture->store);
      g_assert_cmpstr (fixture->account->name, ==, names[i]);

      fresh = qd_test_load_portfolio (fixture->store);
      read = qd_portfolio_lookup (fresh, QD_TYPE_ACCOUNT, qd_record_get_id (fixture->account));
      g_assert_cmpstr (read->name, ==, names[i]);
      g_assert_cmpstr (read->notes, ==, fixture->account->notes);

      json = qd_record_to_json (read);
      back = qd_record_new_from_json (QD_TYPE_ACCOUNT, json, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (back->name, ==, names[i]);
    }
}

static void
test_batch_is_all_or_nothing (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr(QdAccount) good = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(QdAccount) bad = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(QdAccount) stranger = qd_record_new_draft (QD_TYPE_ACCOUNT);
  g_autoptr(QdTask) orphan = qd_record_new_draft (QD_TYPE_TASK);
  g_autoptr(QdAccount) renamed = qd_record_dup_draft (fixture->account);
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_ACCOUNT));

  g_object_set (good, "name", "Good", NULL);
  g_object_set (bad, "name", "", NULL);
  g_object_set (stranger, "name", "Never added", NULL);
  g_object_set (orphan, "title", "Task", "plan", G_GINT64_CONSTANT (77), NULL);
  g_object_set (renamed, "name", "Renamed", NULL);

  for (int i = 0; i < 4; i++)
    {
      QdBatch *batch = qd_batch_new ();
      g_autoptr(GAsyncResult) slot = NULL;
      g_autoptr(GError) error = NULL;

      qd_batch_insert (batch, good);
      qd_batch_update (batch, renamed);

      if (i == 0)
        qd_batch_insert (batch, bad);
      else if (i == 1)
        qd_batch_update (batch, stranger);
      else if (i == 2)
        qd_batch_delete (batch, stranger);
      else
        qd_batch_insert (batch, orphan);

      qd_batch_apply_async (batch, fixture->store, "Edit", NULL, qd_test_async_cb, &slot);
      g_assert_false (qd_test_await_edit (fixture->store, &slot, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 1);
      g_assert_cmpstr (fixture->account->name, ==, "Nordlicht");
      g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Add");
    }
}

/* A page that was opened before the record was changed elsewhere overwrites
 * only what the person changed in it. */
static void
test_only_what_was_set_is_written (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr(QdAccount) draft = qd_record_dup_draft (fixture->account);
  g_autoptr(GError) error = NULL;

  g_object_set (draft, "codename", "Aurora", NULL);
  qd_test_exec (fixture->store, "UPDATE account SET name = 'Südlicht', seats = 5");
  save (fixture, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->account->name, ==, "Südlicht");
  g_assert_cmpint (fixture->account->seats, ==, 5);
  g_assert_cmpstr (fixture->account->codename, ==, "Aurora");
}

static void
test_live_record_cannot_be_set (Fixture      *fixture,
                                gconstpointer data)
{
  g_test_expect_message ("qd-record", G_LOG_LEVEL_CRITICAL, "*live*");
  g_object_set (fixture->account, "name", "Fly", NULL);
  g_test_assert_expected_messages ();
  g_assert_cmpstr (fixture->account->name, ==, "Nordlicht");
}

static void
test_drafts_have_ids_of_their_own (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr(QdTask) draft = qd_record_new_draft (QD_TYPE_TASK);
      gint64 id = qd_record_get_id (draft);

      g_assert_cmpint (id, >, 0);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/records/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("refusals-name-the-field", test_refusals_name_the_field);
  ADD ("refused-days-name-the-field", test_refused_days_name_the_field);
  ADD ("strange-text-is-kept", test_strange_text_is_kept);
  ADD ("batch-is-all-or-nothing", test_batch_is_all_or_nothing);
  ADD ("only-what-was-set-is-written", test_only_what_was_set_is_written);
  ADD ("live-record-cannot-be-set", test_live_record_cannot_be_set);
#undef ADD
  g_test_add_func ("/records/drafts-have-ids-of-their-own", test_drafts_have_ids_of_their_own);

  return g_test_run ();
}
