/* test-backup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-backup-words.h"
#include "qd-file.h"
#include "qd-rotation.h"
#include "qd-test-backup.h"

#define DAY (24 * 60 * 60)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static char *
dup_backup_path (QdTestBackup *fixture,
                 const char   *name)
{
  return g_build_filename (fixture->backups, name, NULL);
}

static void
edit (QdTestBackup *fixture)
{
  qd_test_exec (fixture->store, "UPDATE account SET seats = seats + 1");
}

static GPtrArray *
list (QdTestBackup *fixture)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *backups = qd_backups_list (fixture->folder.path, NULL, &error);

  g_assert_no_error (error);

  return backups;
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gint64      instant;
  } cases[] = {
    { "quarterdeck-2026-11-27T0915Z.db", 1795770900 },
    { "quarterdeck-2026-11-27T0915Z-2.db", 1795770900 },
    { "quarterdeck-1a2b3c4d-2026-11-27T0915Z.db", 1795770900 },
    { "quarterdeck-2024-02-29T2359Z.db", 1709251140 },
    { "quarterdeck-2026-02-29T2359Z.db", -1 },
    { "quarterdeck-2026-11-27T2460Z.db", -1 },
    { "quarterdeck-2026-11-27.db", -1 },
    /* Named so to keep it */
    { "quarterdeck-2026-11-27T0915Z (copy).db", -1 },
    { "quarterdeck-2026-11-27T0915Z-.db", -1 },
    { "quarterdeck-2026-11-27T0915Z-2 before merge.db", -1 },
    { ".quarterdeck-2026-11-27T0915Z.db.draft-a1b2c3", -1 },
    { "quarterdeck-T.db", -1 },
    { "quarterdeck.db", -1 },
    { "", -1 },
  };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 instant = -1;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (qd_backup_parse_name (cases[i].name, &instant), ==, cases[i].instant >= 0);
      g_assert_cmpint (instant, ==, cases[i].instant);
    }

  first = qd_backup_dup_name ("quarterdeck", 1795770959, 1);
  second = qd_backup_dup_name ("quarterdeck", 1795770900, 2);
  g_assert_cmpstr (first, ==, cases[0].name);
  g_assert_cmpstr (second, ==, cases[1].name);
}

static void
test_ages (void)
{
  static const struct
  {
    gint64      age;
    const char *text;
  } cases[] = {
    { -DAY, "later than now: the clock was set back" },
    { -60, "just now" },
    { 0, "just now" },
    { 119, "just now" },
    { 120, "2 minutes ago" },
    { 3599, "59 minutes ago" },
    { 3600, "1 hour ago" },
    { 3 * 3600 + 5, "3 hours ago" },
    { 2 * DAY - 1, "47 hours ago" },
    { 2 * DAY, "2 days ago" },
    { 400 * DAY, "400 days ago" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = qd_backup_dup_age (1795770900 - cases[i].age, 1795770900);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_made_once (QdTestBackup *fixture,
                gconstpointer data)
{
  g_autoptr(QdBackupRun) first = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autoptr(QdBackupRun) second = NULL;
  g_autoptr(QdBackupRun) third = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  QdBackup   *newest;
  struct stat info;

  /* Nothing changed, though the file was written to */
  second = qd_test_make (fixture, NULL, QD_BACKUP_UNCHANGED);
  g_assert_cmpstr (second->name, ==, first->name);
  edit (fixture);
  qd_test_undo (fixture->store);
  g_clear_pointer (&second, qd_backup_run_free);
  second = qd_test_make (fixture, NULL, QD_BACKUP_UNCHANGED);

  edit (fixture);
  third = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_assert_cmpstr (third->name, !=, first->name);
  g_assert_cmpstr (third->digest, !=, first->digest);

  backups = list (fixture);
  g_assert_cmpint (backups->len, ==, 2);
  newest = g_ptr_array_index (backups, 0);
  g_assert_true (newest->is_good);
  g_assert_true (g_str_has_suffix (newest->path, third->name));
  g_assert_cmpint (newest->n_rows, ==, third->n_rows);
  g_assert_cmpstr (newest->digest, ==, third->digest);
  g_assert_true (qd_backup_check (newest, NULL, NULL));

  g_assert_cmpint (stat (fixture->backups, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (newest->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* A backup that is gone or was written to is none. */
static void
test_made_again_if_it_is_gone (QdTestBackup *fixture,
                               gconstpointer data)
{
  g_autoptr(QdBackupRun) first = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autoptr(QdBackupRun) second = NULL;
  g_autoptr(QdBackupRun) third = NULL;
  g_autofree char *path = dup_backup_path (fixture, first->name);

  g_remove (path);
  second = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  qd_test_take (&path, dup_backup_path (fixture, second->name));
  g_assert_cmpint (truncate (path, 8192), ==, 0);
  third = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_assert_cmpstr (third->name, !=, second->name);
}

/* An older one does not stand for it, though nobody wrote to the database since. */
static void
test_older_is_not_the_same (QdTestBackup *fixture,
                            gconstpointer data)
{
  g_autoptr(QdBackupRun) first = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autoptr(QdBackupRun) second = NULL;
  g_autoptr(QdBackupRun) third = NULL;
  g_autofree char *path = NULL;

  edit (fixture);
  second = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  path = dup_backup_path (fixture, second->name);
  g_remove (path);
  third = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_assert_cmpstr (third->digest, ==, second->digest);
  g_assert_cmpstr (third->digest, !=, first->digest);
}

/* What is being restored is of today, as is what is kept before that. */
static void
test_all_of_a_day_stay (QdTestBackup *fixture,
                        gconstpointer data)
{
  for (guint i = 1; i <= 4; i++)
    {
      g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
      g_autoptr(GPtrArray) backups = list (fixture);

      g_assert_cmpuint (backups->len, ==, i);
      edit (fixture);
    }
}

static void
test_damage_is_seen (QdTestBackup *fixture,
                     gconstpointer data)
{
  g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autofree char *path = dup_backup_path (fixture, run->name);
  g_autofree char *other = g_build_filename (fixture->folder.folder, "other.db", NULL);
  g_autofree char *bytes = NULL;
  gsize            length;
  QdStore         *store;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  store = qd_test_store_new (other);
  qd_fill_portfolio (store, 3, qd_day_today ());
  qd_test_store_close (store);

  for (int i = 0; i < 3; i++)
    {
      g_autoptr(GPtrArray) backups = NULL;
      g_autofree char *theirs = NULL;
      gsize            n_theirs;
      QdBackup        *backup;

      switch (i)
        {
        case 0:
          g_assert_true (g_file_set_contents (path, bytes, length / 2, NULL));
          break;

        case 1:
          /* A whole database, but another */
          g_assert_true (g_file_get_contents (other, &theirs, &n_theirs, NULL));
          g_assert_true (g_file_set_contents (path, theirs, n_theirs, NULL));
          break;

        default:
          g_assert_true (g_file_set_contents (path, "", 0, NULL));
        }

      backups = list (fixture);
      g_assert_cmpint (backups->len, ==, 1);
      backup = g_ptr_array_index (backups, 0);
      g_assert_false (backup->is_good);
      g_assert_nonnull (backup->problem);
      g_test_message ("%s", backup->problem);
      g_assert_false (qd_backup_check (backup, NULL, NULL));
      g_assert_null (qd_backup_take (backup, other, NULL, NULL));
    }

  /* What it was is good again, whatever its time says. */
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  {
    g_autoptr(GPtrArray) backups = list (fixture);

    g_assert_true (((QdBackup *)g_ptr_array_index (backups, 0))->is_good);
  }
}

static void
test_folder_cannot_be_made (QdTestBackup *fixture,
                            gconstpointer data)
{
  g_autoptr(QdBackupRun) run = NULL;
  g_autoptr(QdBackups) backups = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->backups, "in the way", -1, NULL));
  run = qd_test_make (fixture, NULL, QD_BACKUP_FAILED);
  g_assert_nonnull (strstr (run->problem, fixture->backups));

  /* It is said, and it stays said until there is a backup. */
  backups = qd_backups_new (fixture->folder.path);
  g_assert_null (qd_backups_get_problem (backups));
  qd_backups_make_async (backups, NULL, qd_test_async_cb, &slot);
  g_assert_true (qd_backups_is_busy (backups));
  result = qd_test_await (&slot);
  g_assert_false (qd_backups_make_finish (backups, result, &error));
  g_assert_nonnull (strstr (error->message, fixture->backups));
  g_assert_nonnull (qd_backups_get_problem (backups));
  g_assert_false (qd_backups_is_busy (backups));

  g_remove (fixture->backups);
  g_clear_object (&result);
  g_clear_error (&error);
  qd_backups_make_async (backups, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  g_assert_true (qd_backups_make_finish (backups, result, &error));
  g_assert_null (qd_backups_get_problem (backups));
  qd_backups_stop (backups);
  g_clear_object (&result);
  qd_test_finalize (g_steal_pointer (&backups));
}

/* A failure is remembered: the next start says it, too. */
static void
test_failure_is_kept (QdTestBackup *fixture,
                      gconstpointer data)
{
  g_autoptr(QdBackupRun) first = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autofree char *missing = g_build_filename (fixture->folder.folder, "gone", NULL);
  g_autoptr(QdBackupRun) second = NULL;
  g_autoptr(QdBackups) backups = NULL;

  second = qd_test_make (fixture, missing, QD_BACKUP_UNCHANGED);
  g_assert_nonnull (strstr (second->extra_problem, missing));
  backups = qd_backups_new (fixture->folder.path);
  g_assert_cmpstr (qd_backups_get_problem (backups), ==, second->extra_problem);
}

static void
test_drafts_are_swept (QdTestBackup *fixture,
                       gconstpointer data)
{
  static const char *const left[] = { ".quarterdeck-2026-11-27T0915Z.db.draft-a1b2c3",
                                      ".quarterdeck-2026-11-27T0915Z.db.draft-a1b2c3-journal",
                                      ".copy.draft-saved" };
  g_autoptr(QdBackupRun) run = NULL;
  g_autofree char *names = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->backups, 0700), ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *path = dup_backup_path (fixture, left[i]);

      g_assert_true (g_file_set_contents (path, "half", -1, NULL));
    }

  run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  names = qd_test_list_folder (fixture->backups);
  g_assert_cmpstr (names, ==, run->name);
}

/* Puts backups of other times beside the one that is there, as if they had been made then. */
static void
add_backup (QdTestBackup *fixture,
            const char   *source,
            gint64        instant)
{
  g_autofree char *name = qd_backup_dup_name ("quarterdeck", instant, 1);
  g_autofree char *path = dup_backup_path (fixture, name);
  g_autofree char *from = dup_backup_path (fixture, source);
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
}

static void
test_rotated (QdTestBackup *fixture,
              gconstpointer data)
{
  g_autoptr(QdBackupRun) first = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autoptr(QdBackupRun) last = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *bad = NULL;
  gint64           instants[40];
  gboolean         keep[40];
  guint            n_kept = 0;

  for (guint i = 0; i < G_N_ELEMENTS (instants) - 1; i++)
    {
      instants[i] = (get_now () - (i + 1) * 9 * DAY / 2) / 60 * 60;
      add_backup (fixture, first->name, instants[i]);
    }

  /* One that is not good is left to its owner, and takes no place. */
  bad = dup_backup_path (fixture, "quarterdeck-2026-01-01T0000Z.db");
  g_assert_true (g_file_set_contents (bad, "not a database", -1, NULL));

  edit (fixture);
  last = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  instants[G_N_ELEMENTS (instants) - 1] = last->instant;
  qd_rotation_choose (&qd_rotation_usual, instants, G_N_ELEMENTS (instants), last->instant, zone, keep);

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autofree char *name = qd_backup_dup_name ("quarterdeck", instants[i], 1);
      g_autofree char *path = dup_backup_path (fixture, i + 1 < G_N_ELEMENTS (instants) ? name : last->name);

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, keep[i]);
      n_kept += keep[i];
    }

  g_assert_cmpint (n_kept, <, G_N_ELEMENTS (instants));
  g_assert_cmpint (n_kept, >=, 10);
  g_assert_true (g_file_test (bad, G_FILE_TEST_EXISTS));
}

/* All that there is seems to be of next year: a new one is made, and none is deleted. */
static void
test_clock_set_back (QdTestBackup *fixture,
                     gconstpointer data)
{
  g_autoptr(QdBackupRun) first = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autoptr(QdBackupRun) last = NULL;
  g_autoptr(QdBackups) backups = NULL;
  g_autoptr(GPtrArray) there = NULL;
  g_autofree char *path = dup_backup_path (fixture, first->name);

  for (int i = 0; i < 30; i++)
    add_backup (fixture, first->name, get_now () + (300 + i) * DAY);

  g_remove (path);
  edit (fixture);

  /* By itself, as it comes to look at the clock */
  backups = qd_backups_new (fixture->folder.path);
  qd_backups_look (backups, get_now ());

  while (qd_backups_get_last_run (backups)->outcome != QD_BACKUP_MADE ||
         g_str_equal (qd_backups_get_last_run (backups)->digest, first->digest))
    g_main_context_iteration (NULL, TRUE);

  there = list (fixture);
  g_assert_cmpint (there->len, ==, 31);

  /* There is one of today now; of tomorrow there is none. */
  qd_backups_look (backups, get_now ());

  for (int i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);

  g_assert_false (qd_backups_is_busy (backups));
  qd_backups_look (backups, get_now () + DAY + 3600);

  while (!qd_backups_is_busy (backups))
    g_main_context_iteration (NULL, TRUE);

  qd_backups_stop (backups);
  g_clear_object (&backups);
  edit (fixture);
  last = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_clear_pointer (&there, g_ptr_array_unref);
  there = list (fixture);
  g_assert_cmpint (there->len, ==, 32);
}

static void
test_log_lost (QdTestBackup *fixture,
               gconstpointer data)
{
  g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autofree char         *log = dup_backup_path (fixture, "backups.json");
  static const char *const texts[] = { "", "{}", "[]", "{\"runs\":{}}", "{\"runs\":[1,{\"name\":3,\"instant\":\"x\"}]}", "{\"runs\":" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) backups = NULL;

      g_assert_true (g_file_set_contents (log, texts[i], -1, NULL));
      backups = list (fixture);
      g_assert_cmpint (backups->len, ==, 1);
      g_assert_true (((QdBackup *)g_ptr_array_index (backups, 0))->is_good);
      g_assert_cmpint (((QdBackup *)g_ptr_array_index (backups, 0))->n_rows, ==, run->n_rows);
    }
}

static void
test_extra_folder (QdTestBackup *fixture,
                   gconstpointer data)
{
  g_autofree char *extra = g_build_filename (fixture->folder.folder, "extra", NULL);
  g_autofree char *stem = qd_backup_extra_dup_stem (fixture->folder.path);
  g_autofree char *names = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *path = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  g_autofree char *of_others = NULL;
  g_autoptr(QdBackupRun) first = NULL;
  g_autoptr(QdBackupRun) second = NULL;
  g_autoptr(QdBackupRun) third = NULL;

  g_assert_cmpint (g_mkdir (extra, 0700), ==, 0);
  of_others = g_build_filename (extra, "quarterdeck-00000000-2020-01-01T0000Z.db", NULL);
  g_assert_true (g_file_set_contents (of_others, "of another database", -1, NULL));

  first = qd_test_make (fixture, extra, QD_BACKUP_MADE);
  g_assert_null (first->extra_problem);
  expected = g_strconcat (stem, first->name + strlen ("quarterdeck"), NULL);
  path = g_build_filename (extra, expected, NULL);
  here = dup_backup_path (fixture, first->name);
  qd_test_take (&here, qd_test_dup_digest (here));
  there = qd_test_dup_digest (path);
  g_assert_cmpstr (here, ==, there);
  g_assert_null (strstr (stem, "test"));

  /* Chosen later, it gets what there is; what is deleted there comes back. */
  g_remove (path);
  second = qd_test_make (fixture, extra, QD_BACKUP_UNCHANGED);
  g_assert_null (second->extra_problem);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  /* Of one day the newest stays there, too; what is another's stays. */
  edit (fixture);
  third = qd_test_make (fixture, extra, QD_BACKUP_MADE);
  g_assert_true (g_file_test (of_others, G_FILE_TEST_EXISTS));
  names = qd_test_list_folder (extra);
  g_test_message ("%s", names);
  g_assert_null (third->extra_problem);
}

static char *
put_in_place (QdBackup   *backup,
              const char *database)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *draft = qd_backup_take (backup, database, NULL, &error);
  char            *aside = NULL;

  g_assert_no_error (error);
  aside = qd_file_put_in_place (database, draft, &error);
  g_assert_no_error (error);

  return aside;
}

static void
test_restore_file (QdTestBackup *fixture,
                   gconstpointer data)
{
  g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
  g_autoptr(GPtrArray) backups = list (fixture);
  QdBackup        *backup = g_ptr_array_index (backups, 0);
  g_autofree char *database = g_build_filename (fixture->folder.folder, "damaged.db", NULL);
  g_autofree char *wal = g_strconcat (database, "-wal", NULL);
  g_autofree char *aside = NULL;
  g_autofree char *aside_wal = NULL;
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;
  struct stat      info;

  g_assert_true (g_file_set_contents (database, "damaged", -1, NULL));
  g_assert_true (g_file_set_contents (wal, "its log", -1, NULL));
  aside = put_in_place (backup, database);

  /* All that was there is there still, under another name. */
  g_assert_true (g_file_get_contents (aside, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "damaged");
  aside_wal = g_strconcat (aside, "-wal", NULL);
  g_set_str (&text, NULL);
  g_assert_true (g_file_get_contents (aside_wal, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "its log");
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));

  digest = qd_test_dup_digest (database);
  g_assert_cmpstr (digest, ==, run->digest);
  g_assert_cmpint (stat (database, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  /* Where there is none */
  g_remove (database);
  qd_test_take (&aside, put_in_place (backup, database));
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  qd_test_take (&digest, qd_test_dup_digest (database));
  g_assert_cmpstr (digest, ==, run->digest);
}

static void
test_saved_copy (QdTestBackup *fixture,
                 gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder.folder, "everything.db", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder.folder, "none", "everything.db", NULL);
  g_autofree char *now = qd_test_dup_digest (fixture->folder.path);
  g_autofree char *saved = NULL;
  g_autofree char *names = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) nowhere = g_file_new_for_path (missing);
  g_autoptr(GError) error = NULL;
  struct stat info;

  g_assert_true (qd_backup_save_copy (fixture->folder.path, file, NULL, &error));
  g_assert_no_error (error);
  saved = qd_test_dup_digest (path);
  g_assert_cmpstr (saved, ==, now);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  names = qd_test_list_folder (fixture->backups);
  g_assert_cmpstr (names, ==, "");
  g_assert_false (qd_backup_save_copy (fixture->folder.path, nowhere, NULL, &error));
  g_assert_nonnull (error);
}

/* The end of the program does not wait for what takes long, and leaves nothing half done. */
static void
test_stopped (QdTestBackup *fixture,
              gconstpointer data)
{
  g_autoptr(QdBackups) backups = qd_backups_new (fixture->folder.path);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *names = NULL;
  g_autoptr(GError) error = NULL;
  g_autofd int     lock = -1;
  g_autofree char *path = dup_backup_path (fixture, ".lock");
  gint64           begin;

  /* Another process makes one just now. */
  g_assert_cmpint (g_mkdir_with_parents (fixture->backups, 0700), ==, 0);
  lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  g_assert_cmpint (flock (lock, LOCK_EX), ==, 0);
  qd_backups_make_async (backups, NULL, qd_test_async_cb, &slot);
  begin = g_get_monotonic_time ();
  qd_backups_stop (backups);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 4 * G_TIME_SPAN_SECOND);
  result = qd_test_await (&slot);
  g_assert_false (qd_backups_make_finish (backups, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  names = qd_test_list_folder (fixture->backups);
  g_assert_cmpstr (names, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/names", test_names);
  g_test_add_func ("/backup/ages", test_ages);

#define ADD(name, func) g_test_add (name, QdTestBackup, NULL, qd_test_backup_set_up, func, qd_test_backup_tear_down)
  ADD ("/backup/made-once", test_made_once);
  ADD ("/backup/made-again-if-it-is-gone", test_made_again_if_it_is_gone);
  ADD ("/backup/older-is-not-the-same", test_older_is_not_the_same);
  ADD ("/backup/all-of-a-day-stay", test_all_of_a_day_stay);
  ADD ("/backup/damage-is-seen", test_damage_is_seen);
  ADD ("/backup/folder-cannot-be-made", test_folder_cannot_be_made);
  ADD ("/backup/failure-is-kept", test_failure_is_kept);
  ADD ("/backup/drafts-are-swept", test_drafts_are_swept);
  ADD ("/backup/rotated", test_rotated);
  ADD ("/backup/clock-set-back", test_clock_set_back);
  ADD ("/backup/log-lost", test_log_lost);
  ADD ("/backup/extra-folder", test_extra_folder);
  ADD ("/backup/restore-file", test_restore_file);
  ADD ("/backup/saved-copy", test_saved_copy);
  ADD ("/backup/stopped", test_stopped);

  return g_test_run ();
}
