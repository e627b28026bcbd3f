/* test-change-log.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-test-folder.h"
#include "qd-test-history.h"

#define N_DAYS 5
#define N_EDITS 200 /* a day */

/* Of the real schema: accounts with plans with tasks, some of which go with what they are part of. */
static char *
dup_random_edit (int number)
{
  int account = g_test_rand_int_range (1, 30);
  int task = g_test_rand_int_range (1000, 1400);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup_printf ("INSERT OR IGNORE INTO account (id, name, arr, archived) VALUES (%d, 'Account %d', %d, 0);"
                              "INSERT OR IGNORE INTO plan (id, account, kind, name, start, target, status)"
                              " VALUES (%d, %d, 'onboarding', 'Plan', '2026-01-01', '2026-04-01', 'active')",
                              account,
                              account,
                              number,
                              account + 100,
                              account);

    case 1:
      return g_strdup_printf ("DELETE FROM account WHERE id = %d", account);

    case 2:
      return g_strdup_printf ("UPDATE account SET notes = 'Edit %d', seats = %d WHERE id = %d", number, number, account);

    case 3:
    case 4:
    case 5:
      return g_strdup_printf ("INSERT OR IGNORE INTO task (id, plan, title, kind, status, progress, visibility, position)"
                              " SELECT %d, id, 'Task %d', 'task', 'not-started', 0, 'internal', 0.5 FROM plan"
                              " WHERE id = %d",
                              task,
                              number,
                              account + 100);

    case 6:
      return g_strdup_printf ("UPDATE task SET due = '2026-02-%02d', progress = progress %% 100 + 1, parent ="
                              " (SELECT min (t.id) FROM task t WHERE t.plan = task.plan AND t.id <> task.id)"
                              " WHERE id BETWEEN %d AND %d",
                              1 + number % 28,
                              task,
                              task + 40);

    default:
      return g_strdup_printf ("DELETE FROM task WHERE id BETWEEN %d AND %d", task, task + 3);
    }
}

static void
walk (QdStore *store,
      int      number)
{
  g_autofree char *sql = dup_random_edit (number);

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      qd_test_undo (store);
      break;

    case 1:
      qd_test_redo (store);
      break;

    default:
      qd_test_exec (store, sql);
    }
}

static void
check_days (QdStore *store,
            char   **copies,
            int      first,
            int      n_days)
{
  for (int i = 0; i < n_days; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *then = qd_test_dump_as_of (store, first + i, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (then, ==, copies[i]);
    }
}

/* A thousand edits at random over five days, some undone and redone: each day's end is as it
 * was, table by table; and still is once the days were made one change each. */
static void
test_days_are_as_they_were (QdTestFolder *fixture,
                            gconstpointer data)
{
  QdStore *store = qd_test_store_new (fixture->path);
  int      first = qd_day_today () - N_DAYS - 3;
  g_auto(GStrv) copies = g_new0 (char *, N_DAYS + 1);
  gint64 n_changes;

  for (int day = 0; day < N_DAYS; day++)
    {
      for (int i = 0; i < N_EDITS; i++)
        walk (store, day * N_EDITS + i);

      qd_test_pass_day (store, first + day);
      copies[day] = qd_test_dump (store, NULL);
    }

  qd_test_exec (store, "DELETE FROM account");
  g_assert_cmpstr (copies[0], !=, copies[N_DAYS - 1]);
  check_days (store, copies, first, N_DAYS);
  n_changes = qd_test_number (store, "SELECT count(*) FROM local_change");
  g_assert_cmpint (n_changes, >, 300);

  /* All but what can be undone is brought together, so nothing is forgotten yet. */
  qd_test_exec (store, "DELETE FROM local_step");
  qd_store_set_history_limit (store, qd_test_number (store, "SELECT bytes * 6 / 10 FROM local_change_log"));
  qd_test_settle (store);

  while (qd_test_number (store, "SELECT count(*) FROM local_change WHERE kind <> 4") > n_changes / 2)
    g_usleep (1000);

  g_assert_cmpint (qd_test_number (store, "SELECT change FROM local_change_log"), ==, 0);
  check_days (store, copies, first, N_DAYS);
  g_assert_cmpint (
      qd_test_number (store, "SELECT bytes - (SELECT sum (weight) FROM local_change) FROM local_change_log"), ==, 0);
  qd_test_store_close (store);
}

/* Beyond the bound the oldest days go, and the log says from when on it is whole. */
static void
test_bound_forgets_the_oldest (QdTestFolder *fixture,
                               gconstpointer data)
{
  QdStore         *store = qd_test_store_new (fixture->path);
  int              first = qd_day_today () - 10;
  g_autofree char *last = NULL;
  g_autofree char *then = NULL;
  g_autoptr(GError) error = NULL;

  qd_test_exec (store, "INSERT INTO account (id, name, archived) VALUES (1, 'One', 0)");

  for (int day = 0; day < 8; day++)
    {
      for (int i = 0; i < 50; i++)
        {
          g_autofree char *sql = g_strdup_printf ("UPDATE account SET seats = %d", day * 50 + i);

          qd_test_exec (store, sql);
        }

      qd_test_pass_day (store, first + day);
    }

  last = qd_test_dump (store, NULL);
  qd_test_exec (store, "DELETE FROM local_step; UPDATE account SET seats = 7");
  qd_store_set_history_limit (store, 900);

  while (qd_test_number (store, "SELECT bytes FROM local_change_log") > 900)
    g_usleep (1000);

  then = qd_test_dump_as_of (store, first + 7, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (then, ==, last);
  g_assert_null (qd_test_dump_as_of (store, first, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_NOT_FOUND);
  g_test_message ("%s", error->message);

  /* What can be undone stays, whatever the bound. */
  g_assert_cmpstr (qd_store_get_undo_label (store), ==, "Edit");
  qd_test_undo (store);
  g_assert_cmpint (qd_test_number (store, "SELECT seats FROM account"), ==, 399);
  qd_test_store_close (store);
}

/* One that a bad disk spoilt neither stops the tidying nor the undoing of what is before it, and is never
 * handed to SQLite. */
static void
test_damaged_change (QdTestFolder *fixture,
                     gconstpointer data)
{
  QdStore *store = qd_test_store_new (fixture->path);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_test_exec (store, "INSERT INTO account (id, name, archived) VALUES (1, 'One', 0)");

  for (int i = 0; i < 20; i++)
    qd_test_exec (store, "UPDATE account SET seats = ifnull (seats, 0) + 1");

  qd_test_exec (store, "UPDATE local_change SET changes = zeroblob (length (changes)) WHERE id = (SELECT max (id) FROM local_change)");
  qd_store_undo_async (store, NULL, qd_test_async_cb, &slot);
  g_assert_false (qd_test_await_edit (store, &slot, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_CORRUPT);
  g_clear_error (&error);

  /* What the damaged one did is still done, so the one before it does not fit; another would. */
  qd_test_exec (store, "UPDATE account SET seats = 19");
  qd_test_undo (store);
  g_assert_cmpint (qd_test_number (store, "SELECT seats FROM account"), ==, 20);

  qd_test_exec (store, "DELETE FROM local_step; UPDATE local_change SET changes = zeroblob (length (changes)) WHERE id IN (1, 7)");
  qd_test_pass_day (store, qd_day_today () - 3);
  qd_store_set_history_limit (store, 1);

  while (qd_test_number (store, "SELECT count(*) FROM local_change") > 0)
    g_usleep (1000);

  qd_test_store_close (store);
}

static gboolean
revert (QdStore    *store,
        gint64      change,
        const char *label,
        GError    **error)
{
  g_autoptr(GAsyncResult) slot = NULL;

  qd_store_revert_async (store, change, label, NULL, qd_test_async_cb, &slot);

  return qd_test_await_edit (store, &slot, error);
}

/* Who saw one change and asks for that does not get its whole day taken back. */
static void
test_only_what_was_seen_is_reverted (QdTestFolder *fixture,
                                     gconstpointer data)
{
  QdStore *store = qd_test_store_new (fixture->path);
  g_autoptr(GError) error = NULL;

  qd_test_exec (store, "INSERT INTO account (id, name, archived) VALUES (1, 'One', 0)");
  qd_test_exec (store, "UPDATE account SET seats = 1");
  qd_test_exec (store, "UPDATE account SET name = 'Two'");
  qd_test_pass_day (store, qd_day_today () - 3);
  qd_test_exec (store, "DELETE FROM local_step");
  qd_store_set_history_limit (store, 600);

  while (qd_test_number (store, "SELECT count(*) FROM local_change WHERE kind <> 4") > 0)
    g_usleep (1000);

  g_assert_cmpint (qd_test_number (store, "SELECT count(*) FROM local_change WHERE id = 3"), ==, 1);
  g_assert_false (revert (store, 3, "Edit", &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_CONFLICT);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  g_assert_cmpint (qd_test_number (store, "SELECT count(*) FROM account WHERE name = 'Two'"), ==, 1);
  revert (store, 3, "3 Changes", &error);
  g_assert_no_error (error);
  g_assert_cmpint (qd_test_number (store, "SELECT count(*) FROM account"), ==, 0);
  qd_test_store_close (store);
}

/* What an earlier version kept can be undone and redone still. */
static void
test_old_history_is_taken_over (QdTestFolder *fixture,
                                gconstpointer data)
{
  QdStore *store = qd_test_store_new (fixture->path);

  qd_test_exec (store, "INSERT INTO account (id, name, archived) VALUES (1, 'One', 0)");
  qd_test_exec (store, "UPDATE account SET name = 'Two'");
  qd_test_exec (store, "UPDATE account SET name = 'Three'");
  qd_test_undo (store);

  /* The table as it was, see the version before this */
  qd_test_exec (store,
                "CREATE TABLE local_history (id INTEGER PRIMARY KEY, stack INTEGER NOT NULL, label TEXT NOT NULL,"
                " time INTEGER NOT NULL, schema_version INTEGER NOT NULL, changes BLOB NOT NULL) STRICT;"
                "CREATE INDEX local_history_stack ON local_history (stack);"
                "INSERT INTO local_history SELECT s.id, s.stack, 'Old ' || c.label, 1000, c.schema_version, c.changes"
                " FROM local_step s JOIN local_change c ON c.id = s.change WHERE c.size < 512;"
                "DROP TABLE local_change; DROP TABLE local_change_row; DROP TABLE local_change_log;"
                "DROP TABLE local_step");
  qd_test_store_close (store);

  store = qd_test_store_new (fixture->path);
  qd_test_settle (store);
  g_assert_cmpstr (qd_store_get_undo_label (store), ==, "Old Edit");
  g_assert_cmpstr (qd_store_get_redo_label (store), ==, "Old Edit");
  g_assert_cmpint (qd_test_number (store, "SELECT count(*) FROM sqlite_schema WHERE name = 'local_history'"), ==, 0);
  g_assert_cmpint (qd_test_number (store, "SELECT count(*) FROM local_change_row WHERE account = 1"), ==, 3);
  g_assert_cmpint (qd_test_number (store, "SELECT change FROM local_change_log"), ==, 3);
  qd_test_redo (store);
  g_assert_cmpint (qd_test_number (store, "SELECT name = 'Three' FROM account"), ==, 1);
  qd_test_undo (store);
  qd_test_undo (store);
  g_assert_cmpint (qd_test_number (store, "SELECT name = 'One' FROM account"), ==, 1);
  qd_test_undo (store);
  g_assert_cmpint (qd_test_number (store, "SELECT count(*) FROM account"), ==, 0);
  qd_test_store_close (store);
}

/* Undo steps and days of before an update that only adds columns and tables still hold. */
static void
test_history_outlives_an_update (QdTestFolder *fixture,
                                 gconstpointer data)
{
  g_auto(GStrv) scripts = qd_test_load_scripts (2);
  int              day = qd_day_today () - 3;
  g_autofree char *copy = NULL;
  g_autofree char *then = NULL;
  g_autoptr(GError) error = NULL;
  QdStore *store = qd_store_new (fixture->path, (const char *const *)scripts);

  g_assert_cmpint (qd_test_number (store, "PRAGMA user_version"), ==, 2);
  qd_test_exec (store, "INSERT INTO account (id, name, seats, archived) VALUES (1, 'One', 1, 0), (2, 'Two', 2, 0)");
  qd_test_exec (store, "DELETE FROM account WHERE id = 2");
  qd_test_pass_day (store, day);
  qd_test_exec (store, "UPDATE account SET seats = 3");
  qd_test_store_close (store);

  store = qd_test_store_new (fixture->path);
  copy = qd_test_dump (store, &error);
  qd_test_exec (store, "UPDATE account SET seal = 'strict', seats = 4");
  then = qd_test_dump_as_of (store, day, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (then, "\n1|One|"));
  g_assert_nonnull (strstr (copy, "|3|"));
  g_assert_cmpint (strlen (then), ==, strlen (copy));
  g_assert_null (strstr (then, "strict"));

  for (int i = 0; i < 3; i++)
    qd_test_undo (store);

  g_assert_cmpint (qd_test_number (store, "SELECT seats FROM account WHERE id = 2"), ==, 2);
  qd_test_undo (store);
  g_assert_cmpint (qd_test_number (store, "SELECT count(*) FROM account"), ==, 0);
  qd_test_store_close (store);
}

/* The update to version 2 rewrote rows: what was recorded before it must not be used. */
static void
test_history_ends_at_an_update_that_rewrites (QdTestFolder *fixture,
                                              gconstpointer data)
{
  g_auto(GStrv) scripts = qd_test_load_scripts (1);
  g_autoptr(GError) error = NULL;
  QdStore *store = qd_store_new (fixture->path, (const char *const *)scripts);

  qd_test_exec (store, "INSERT INTO account (id, name, archived) VALUES (1, 'One', 0)");
  qd_test_pass_day (store, qd_day_today () - 3);
  qd_test_store_close (store);

  store = qd_test_store_new (fixture->path);
  qd_test_undo (store);
  g_assert_null (qd_store_get_undo_label (store));
  g_assert_cmpint (qd_test_number (store, "SELECT count(*) FROM account"), ==, 1);
  g_assert_null (qd_test_dump_as_of (store, qd_day_today () - 3, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (revert (store, 1, NULL, &error));
  g_assert_error (error, QD_DB_ERROR, QD_DB_ERROR_CONFLICT);
  g_assert_cmpint (qd_test_number (store, "SELECT count(*) FROM account"), ==, 1);
  qd_test_store_close (store);
}

/* The order is that in which things happened, whatever the clock said. */
static void
test_clock_that_is_set_back (QdTestFolder *fixture,
                             gconstpointer data)
{
  QdStore         *store = qd_test_store_new (fixture->path);
  int              day = qd_day_today () - 5;
  g_autofree char *last = NULL;
  g_autofree char *then = NULL;
  g_autoptr(GError) error = NULL;

  qd_test_pass_day (store, day - 2);
  qd_test_exec (store, "INSERT INTO account (id, name, archived) VALUES (1, 'One', 0)");
  qd_test_pass_day (store, day);
  qd_test_exec (store, "UPDATE account SET name = 'Two'");
  qd_test_pass_day (store, day - 1);
  last = qd_test_dump (store, NULL);
  qd_test_exec (store, "UPDATE account SET name = 'Three'");
  then = qd_test_dump_as_of (store, day, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (then, ==, last);
  qd_test_undo (store);
  g_assert_cmpint (qd_test_number (store, "SELECT name = 'Two' FROM account"), ==, 1);
  qd_test_undo (store);
  g_assert_cmpint (qd_test_number (store, "SELECT name = 'One' FROM account"), ==, 1);
  qd_test_store_close (store);
}

/* Each row belongs to the account and the plan that its references lead to. */
static void
test_rows_know_their_owners (void)
{
  QdStore *store = qd_test_store_new (":memory:");

  qd_test_exec (store,
                "INSERT INTO account (id, name, archived) VALUES (1, 'One', 0);"
                "INSERT INTO plan (id, account, kind, name, start, target, status)"
                " VALUES (2, 1, 'onboarding', 'Onboard', '2026-01-01', '2026-04-01', 'active');"
                "INSERT INTO task (id, plan, title, kind, status, progress, visibility, position)"
                " VALUES (3, 2, 'Runner workshop', 'task', 'not-started', 0, 'internal', 0);"
                "INSERT INTO check_item VALUES (4, 3, 'Invite', 0, 0)");
  qd_test_exec (store, "DELETE FROM account");
  g_assert_cmpint (qd_test_number (store,
                                   "SELECT count(*) FROM local_change_row WHERE change = 2 AND account = 1"
                                   " AND plan = iif (name = 'account', 0, 2) AND op = 9"),
                   ==,
                   4);
  g_assert_cmpint (qd_test_number (store,
                                   "SELECT count(*) FROM local_change_row WHERE title = 'Runner workshop'"
                                   " AND name = 'task' AND record = 3"),
                   ==,
                   2);
  qd_test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  qd_test_folder_add ("/change-log/days-are-as-they-were", test_days_are_as_they_were);
  qd_test_folder_add ("/change-log/bound-forgets-the-oldest", test_bound_forgets_the_oldest);
  qd_test_folder_add ("/change-log/damaged-change", test_damaged_change);
  qd_test_folder_add ("/change-log/only-what-was-seen-is-reverted", test_only_what_was_seen_is_reverted);
  qd_test_folder_add ("/change-log/old-history-is-taken-over", test_old_history_is_taken_over);
  qd_test_folder_add ("/change-log/history-outlives-an-update", test_history_outlives_an_update);
  qd_test_folder_add ("/change-log/history-ends-at-an-update-that-rewrites",
                      test_history_ends_at_an_update_that_rewrites);
  qd_test_folder_add ("/change-log/clock-that-is-set-back", test_clock_that_is_set_back);
  g_test_add_func ("/change-log/rows-know-their-owners", test_rows_know_their_owners);

  return g_test_run ();
}
