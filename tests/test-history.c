/* test-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-day-words.h"
#include "qd-history-kinds.h"
#include "qd-history.h"
#include "qd-seal.h"
#include "qd-task.h"
#include "qd-test-folder.h"
#include "qd-test-history.h"

typedef struct
{
  QdTestFolder folder;
  QdStore     *store;
  QdPortfolio *portfolio;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  qd_test_folder_set_up (&self->folder, NULL);
  qd_day_set_style (QD_DAY_STYLE_ISO);
  self->store = qd_test_store_new (self->folder.path);
  self->portfolio = qd_test_load_portfolio (self->store);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  qd_test_finalize (self->portfolio);
  qd_test_store_close (self->store);
  qd_test_folder_tear_down (&self->folder, NULL);
}

static void
add_sample (Fixture *self)
{
  qd_test_exec (self->store, "INSERT INTO account (id, name, archived) VALUES (1, 'Ærø Shipping', 0), (2, 'Other', 0)");
  qd_test_exec (self->store,
                "INSERT INTO plan (id, account, kind, name, start, target, status)"
                " VALUES (3, 1, 'onboarding', 'Onboard', '2026-01-01', '2026-08-01', 'active')");
  qd_test_exec (self->store,
                "INSERT INTO task (id, plan, title, kind, status, progress, due, visibility, position)"
                " VALUES (4, 3, 'Runner workshop', 'task', 'not-started', 0, '2026-06-03', 'internal', 0)");
}

static GPtrArray *
find (Fixture        *self,
      QdHistoryQuery *query)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *entries;

  qd_history_find_async (self->portfolio, query, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  entries = qd_history_find_finish (self->portfolio, result, &error);
  g_assert_no_error (error);

  return entries;
}

/* The words of what is found, newest first, one a line */
static char *
dup_found (Fixture       *self,
           QdHistoryQuery query)
{
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (query.from_day == 0)
    query.from_day = QD_DAY_NONE;

  if (query.to_day == 0)
    query.to_day = QD_DAY_NONE;

  entries = find (self, &query);

  for (guint i = 0; i < entries->len; i++)
    {
      QdHistoryEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s%s\n", entry->reverted ? "× " : "", entry->words);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_lines (GPtrArray *lines)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *words = qd_history_line_dup_words (g_ptr_array_index (lines, i));

      g_string_append_printf (text, "%s\n", words);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_found (Fixture       *self,
             QdHistoryQuery query,
             const char    *expected)
{
  g_autofree char *found = dup_found (self, query);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (Fixture      *self,
            gconstpointer data)
{
  add_sample (self);
  qd_test_exec (self->store, "UPDATE task SET due = '2026-06-05' WHERE id = 4");
  qd_test_exec (self->store, "UPDATE task SET status = 'done', progress = 100, due = NULL WHERE id = 4");
  qd_test_exec (self->store, "DELETE FROM plan");
  check_found (self,
               (QdHistoryQuery){ 0 },
               "Plan “Onboard” removed and 1 more\n"
               "Status of “Runner workshop”: Not Started → Done and 2 more\n"
               "Due of “Runner workshop”: 2026-06-03 → 2026-06-05\n"
               "Task “Runner workshop” added\n"
               "Plan “Onboard” added\n"
               "Account “Ærø Shipping” added and 1 more\n");
}

static void
test_filters (Fixture      *self,
              gconstpointer data)
{
  int day = qd_day_today () - 4;

  add_sample (self);
  qd_test_pass_day (self->store, day);
  qd_test_exec (self->store, "UPDATE account SET seats = 5 WHERE id = 2");
  qd_test_pass_day (self->store, day + 1);
  qd_test_exec (self->store, "UPDATE task SET owner = 'Ada' WHERE id = 4");

  check_found (self,
               (QdHistoryQuery){ .account = 2 },
               "Seats of “Other”: 5\n"
               "Account “Ærø Shipping” added and 1 more\n");
  check_found (self,
               (QdHistoryQuery){ .plan = 3 },
               "Owner of “Runner workshop”: Ada\n"
               "Task “Runner workshop” added\n"
               "Plan “Onboard” added\n");
  check_found (self,
               (QdHistoryQuery){ .table = "task", .record = 4, .account = 1 },
               "Owner of “Runner workshop”: Ada\n"
               "Task “Runner workshop” added\n");
  check_found (self, (QdHistoryQuery){ .from_day = day + 1, .to_day = day + 1 }, "Seats of “Other”: 5\n");
  check_found (self, (QdHistoryQuery){ .text = "ærØ" }, "Account “Ærø Shipping” added and 1 more\n");
  check_found (self, (QdHistoryQuery){ .text = "WORKSHOP", .limit = 1 }, "Owner of “Runner workshop”: Ada\n");
  check_found (self, (QdHistoryQuery){ .text = "WORKSHOP", .before = 5 }, "Task “Runner workshop” added\n");
  check_found (self, (QdHistoryQuery){ .text = "WORKSHOP", .account = 2 }, "");
  check_found (self, (QdHistoryQuery){ .text = "%" }, "");
  check_found (self, (QdHistoryQuery){ .text = "eDiT", .limit = 1 }, "Owner of “Runner workshop”: Ada\n");
  check_found (self,
               (QdHistoryQuery){ .text = "other", .from_day = day + 1, .to_day = day + 1 },
               "Seats of “Other”: 5\n");
}

static gboolean
revert (Fixture *self,
        gint64   entry,
        GError **error)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  qd_history_revert_async (self->portfolio, entry, NULL, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);

  return qd_history_revert_finish (self->portfolio, result, error);
}

static void
test_revert (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  add_sample (self);
  qd_test_exec (self->store, "UPDATE task SET due = '2026-06-05' WHERE id = 4");
  qd_test_exec (self->store, "UPDATE task SET owner = 'Ada' WHERE id = 4");

  /* What came later, on another field, stays. */
  g_assert_true (revert (self, 4, &error));
  g_assert_cmpint (qd_test_number (self->store, "SELECT due = '2026-06-03' AND owner = 'Ada' FROM task"), ==, 1);
  g_assert_cmpstr (qd_store_get_undo_label (self->store), ==, "Revert “Edit”");
  check_found (self,
               (QdHistoryQuery){ .record = 4 },
               "Due of “Runner workshop”: 2026-06-05 → 2026-06-03\n"
               "Owner of “Runner workshop”: Ada\n"
               "× Due of “Runner workshop”: 2026-06-03 → 2026-06-05\n"
               "Task “Runner workshop” added\n");

  /* It is an edit like any other. */
  qd_test_undo (self->store);
  g_assert_cmpint (qd_test_number (self->store, "SELECT due = '2026-06-05' FROM task"), ==, 1);
  check_found (self,
               (QdHistoryQuery){ .record = 4, .limit = 4 },
               "Due of “Runner workshop”: 2026-06-03 → 2026-06-05\n"
               "× Due of “Runner workshop”: 2026-06-05 → 2026-06-03\n"
               "Owner of “Runner workshop”: Ada\n"
               "Due of “Runner workshop”: 2026-06-03 → 2026-06-05\n");
}

static void
test_revert_that_no_longer_fits (Fixture      *self,
                                 gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  add_sample (self);
  qd_test_exec (self->store, "UPDATE task SET due = '2026-06-05' WHERE id = 4");
  qd_test_exec (self->store, "UPDATE task SET due = '2026-06-09' WHERE id = 4");
  qd_test_exec (self->store,
                "UPDATE local_change SET label = 'Change Due', time = unixepoch ('2026-05-03 14:05') WHERE id = 5");

  g_assert_false (revert (self, 4, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_CONFLICT);
  g_assert_cmpstr (error->message,
                   ==,
                   "“Edit” can no longer be reverted, because “Runner workshop” was changed since by “Change Due”"
                   " (2026-05-03, 14:05); nothing was changed now");
  g_clear_error (&error);

  /* The plan has a task by now, and so cannot be as if it had never been. */
  g_assert_false (revert (self, 2, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "other records need"));
  g_clear_error (&error);

  g_assert_false (revert (self, 999, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_NOT_FOUND);
  g_assert_cmpint (qd_test_number (self->store, "SELECT max (id) FROM local_change"), ==, 5);
}

static void
check_lines (GPtrArray  *lines,
             const char *expected)
{
  g_autofree char *text = dup_lines (lines);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_since (Fixture      *self,
            gconstpointer data)
{
  int day = qd_day_today () - 4;
  g_autoptr(QdHistorySince) since = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  add_sample (self);
  qd_test_exec (self->store,
                "INSERT INTO contact (id, account, name, champion, sponsor, blocker, admin)"
                " VALUES (5, 1, 'Ben', 0, 0, 0, 0)");
  qd_test_pass_day (self->store, day);
  qd_test_exec (self->store, "UPDATE task SET due = '2026-06-05', owner = 'Ada'");
  qd_test_exec (self->store, "UPDATE task SET due = '2026-06-09', status = 'done'");
  qd_test_exec (self->store, "UPDATE account SET seats = 5");
  qd_test_exec (self->store, "DELETE FROM contact");
  qd_test_exec (self->store,
                "INSERT INTO task (id, plan, title, kind, status, progress, visibility, position)"
                " VALUES (6, 3, 'Kick-off', 'task', 'not-started', 0, 'internal', 0),"
                " (7, 3, 'Never was', 'task', 'not-started', 0, 'internal', 0)");
  qd_test_exec (self->store, "DELETE FROM task WHERE id = 7");

  qd_history_since_async (self->portfolio, 1, qd_change_log_get_end (day), NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  since = qd_history_since_finish (self->portfolio, result, &error);
  g_assert_no_error (error);
  check_lines (since->added, "Task “Kick-off” added\n");
  check_lines (since->removed, "Contact “Ben” removed\n");
  check_lines (since->done, "Status of “Runner workshop”: Not Started → Done\n");
  check_lines (since->moved, "Due of “Runner workshop”: 2026-06-03 → 2026-06-09\n");
  g_assert_cmpint (since->changed->len, ==, 2);
}

static void
test_last_call (Fixture      *self,
                gconstpointer data)
{
  add_sample (self);
  g_assert_cmpint (qd_history_last_call (self->portfolio, 1), ==, 0);
  qd_test_exec (self->store,
                "INSERT INTO activity (id, account, kind, subject, day, begins_at, sponsor_attended, created)"
                " VALUES (10, 1, 'customer-call', 'Cadence', '2026-05-03', '2026-05-03T14:00:00Z', 0, 0),"
                " (11, 1, 'customer-call', 'Earlier', '2026-05-01', NULL, 0, 0),"
                " (12, 1, 'email', 'Later', '2026-05-04', NULL, 0, 0),"
                " (13, 1, 'customer-call', 'To come', '2199-01-01', NULL, 0, 0)");

  /* date -u -d 2026-05-03T14:00:00Z +%s */
  g_assert_cmpint (qd_history_last_call (self->portfolio, 1), ==, 1777816800);
  g_assert_cmpint (qd_history_last_call (self->portfolio, 2), ==, 0);
}

/* Who is sealed today is so on the day before there was a reason to. */
static void
test_as_of_keeps_seals (Fixture      *self,
                        gconstpointer data)
{
  static const char *const seals[] = {
    "UPDATE account SET codename = 'Kestrel', seal = NULL, offering = NULL WHERE id = 1",
    "UPDATE account SET codename = NULL, seal = 'strict', offering = NULL WHERE id = 1",
    "UPDATE account SET codename = NULL, seal = NULL, offering = 'dedicated' WHERE id = 1",
    "UPDATE account SET codename = NULL, seal = 'custom', sealed = 'name people', offering = NULL WHERE id = 1",
  };
  int day = qd_day_today () - 4;

  add_sample (self);
  qd_test_exec (self->store, "INSERT INTO account (id, name, archived) VALUES (3, 'Gone Since', 0)");
  qd_test_pass_day (self->store, day);
  qd_test_exec (self->store, "UPDATE account SET codename = 'Kittiwake' WHERE id = 3");
  qd_test_exec (self->store, "DELETE FROM account WHERE id = 3");

  for (gsize i = 0; i < G_N_ELEMENTS (seals); i++)
    {
      g_autoptr(GAsyncResult) slot = NULL;
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;
      QdStore     *then;
      QdPortfolio *past;

      qd_test_exec (self->store, seals[i]);
      qd_history_as_of_async (self->portfolio, day, NULL, qd_test_async_cb, &slot);
      result = qd_test_await (&slot);
      then = qd_history_as_of_finish (self->portfolio, result, &error);
      g_assert_no_error (error);
      g_clear_object (&result);

      past = qd_test_load_portfolio (then);
      g_assert_true (qd_account_is_sealed (qd_portfolio_lookup (past, QD_TYPE_ACCOUNT, 1)));
      g_assert_false (qd_account_is_sealed (qd_portfolio_lookup (past, QD_TYPE_ACCOUNT, 2)));
      g_assert_true (qd_account_is_sealed (qd_portfolio_lookup (past, QD_TYPE_ACCOUNT, 3)));
      qd_test_finalize (past);
      qd_test_store_close (then);
    }
}

static void
test_as_of_is_read_only_and_compared (Fixture      *self,
                                      gconstpointer data)
{
  int day = qd_day_today () - 4;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  QdStore     *then;
  QdPortfolio *past;

  add_sample (self);
  qd_test_pass_day (self->store, day);
  qd_test_exec (self->store, "UPDATE task SET due = '2026-06-05', parent = NULL");
  qd_test_exec (self->store, "DELETE FROM account WHERE id = 2");
  qd_test_exec (self->store, "INSERT INTO phase VALUES (8, 3, 'Discovery', 0, 30, 0)");
  qd_test_exec (self->store, "UPDATE task SET phase = 8");

  qd_history_as_of_async (self->portfolio, day, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  then = qd_history_as_of_finish (self->portfolio, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_true (qd_store_is_read_only (then));
  g_assert_false (qd_store_is_read_only (self->store));

  past = qd_test_load_portfolio (then);
  g_assert_nonnull (qd_portfolio_lookup (past, g_type_from_name ("QdAccount"), 2));
  g_assert_cmpint (qd_test_number (then, "SELECT count(*) FROM search WHERE search MATCH 'workshop'"), ==, 1);

  qd_store_edit_async (then, "Edit", qd_test_exec_func, NULL, NULL, NULL, qd_test_async_cb, &slot);
  g_assert_false (qd_test_await_edit (then, &slot, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_READ_ONLY);
  g_test_message ("%s", error->message);
  g_clear_error (&error);

  qd_history_compare_async (past, self->portfolio, 0, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  lines = qd_history_compare_finish (past, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  check_lines (lines,
               "Account “Other” removed\n"
               "Phase “Discovery” added\n"
               "Phase of “Runner workshop”: Discovery\n"
               "Due of “Runner workshop”: 2026-06-03 → 2026-06-05\n");
  qd_test_finalize (past);
  qd_test_store_close (then);
}

static void
test_first_day (Fixture      *self,
                gconstpointer data)
{
  int day = qd_day_today () - 4;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  QdStore *then;

  add_sample (self);
  qd_test_pass_day (self->store, day);
  qd_history_first_day_async (self->portfolio, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  g_assert_cmpint (qd_history_first_day_finish (self->portfolio, result, &error), ==, day - 1);
  g_assert_no_error (error);
  g_clear_object (&result);

  qd_history_size_async (self->portfolio, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  g_assert_cmpint (qd_history_size_finish (self->portfolio, result, &error),
                   ==,
                   qd_test_number (self->store, "SELECT sum (weight) FROM local_change"));
  g_assert_no_error (error);
  g_clear_object (&result);

  qd_history_as_of_async (self->portfolio, day - 2, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  then = qd_history_as_of_finish (self->portfolio, result, &error);
  g_assert_null (then);
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_NOT_FOUND);
}

/* A kind of record that is added has to be given a word. */
static void
test_every_kind_has_its_word (void)
{
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr(GTypeClass) klass = g_type_class_ref (types[i]);
      const char *table = QD_RECORD_CLASS (klass)->table;

      g_assert_cmpstr (qd_history_kinds_get_label (table), !=, table);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/history/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/history/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/history/revert", Fixture, NULL, set_up, test_revert, tear_down);
  g_test_add ("/history/revert-that-no-longer-fits", Fixture, NULL, set_up, test_revert_that_no_longer_fits, tear_down);
  g_test_add ("/history/since", Fixture, NULL, set_up, test_since, tear_down);
  g_test_add ("/history/last-call", Fixture, NULL, set_up, test_last_call, tear_down);
  g_test_add ("/history/as-of-is-read-only-and-compared", Fixture, NULL, set_up, test_as_of_is_read_only_and_compared, tear_down);
  g_test_add ("/history/as-of-keeps-seals", Fixture, NULL, set_up, test_as_of_keeps_seals, tear_down);
  g_test_add ("/history/first-day", Fixture, NULL, set_up, test_first_day, tear_down);
  g_test_add_func ("/history/every-kind-has-its-word", test_every_kind_has_its_word);

  return g_test_run ();
}
