/* perf-backup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "qd-bench.h"
#include "qd-restore.h"
#include "qd-test-backup.h"

/* perf-backup [MEGABYTES] [FOLDER]: a backup and a restore beside a copy of the bytes. */

#define N_TIMES 3
#define DEFAULT_MEGABYTES 100

/* Of notes, in one row */
#define ROW_BYTES 1500

static double
ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

/* Activities with notes that are all of other words: nothing in them is to be had cheaper. */
static void
fill (QdStore *store,
      int      megabytes)
{
  const int n_rows = (int)(megabytes * G_GINT64_CONSTANT (1000000) / (ROW_BYTES * 5 / 2));

  qd_test_exec (store,
                "INSERT INTO account (id, name, archived)"
                " WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 1000)"
                " SELECT i, 'Account ' || i, 0 FROM c");

  for (int done = 0; done < n_rows; done += 2000)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO activity (id, account, kind, subject, day, sponsor_attended, notes, created)"
          " WITH RECURSIVE c (i) AS (SELECT %d UNION ALL SELECT i + 1 FROM c WHERE i < %d)"
          " SELECT i, 1 + i %% 1000, 'customer-call', 'Call ' || i, '2026-01-01', 0,"
          " hex (randomblob (%d)), i FROM c",
          done + 1,
          MIN (done + 2000, n_rows),
          ROW_BYTES / 2);

      qd_test_exec (store, sql);
    }
}

/* What a person could do by hand, with the app closed: cp, and sync */
static double
measure_copy (const char *from,
              const char *to)
{
  double ms[N_TIMES];

  for (int i = 0; i < N_TIMES; i++)
    {
      g_autofd int     in = g_open (from, O_RDONLY | O_CLOEXEC, 0);
      g_autofd int     out = g_open (to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
      g_autofree char *block = g_malloc (1 << 20);
      gint64           start = g_get_monotonic_time ();
      gssize           n;

      while ((n = read (in, block, 1 << 20)) > 0)
        g_assert_cmpint (write (out, block, n), ==, n);

      g_assert_cmpint (fsync (out), ==, 0);
      ms[i] = ms_since (start);
      g_remove (to);
    }

  return qd_bench_median (ms, N_TIMES);
}

static double
measure_backup (QdTestBackup *fixture)
{
  double ms[N_TIMES];

  for (int i = 0; i < N_TIMES; i++)
    {
      g_autoptr(QdBackupRun) run = NULL;
      gint64 start;

      qd_test_exec (fixture->store, "UPDATE account SET seats = coalesce (seats, 0) + 1 WHERE id = 1");
      start = g_get_monotonic_time ();
      run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);
      ms[i] = ms_since (start);
    }

  return qd_bench_median (ms, N_TIMES);
}

/* How long an edit takes while a backup is being made */
static gpointer
make_thread (gpointer fixture)
{
  g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_MADE);

  return NULL;
}

static double
measure_edits (QdTestBackup *fixture)
{
  g_autoptr(GArray) ms = g_array_new (FALSE, FALSE, sizeof (double));
  GThread *thread;

  qd_test_exec (fixture->store, "UPDATE account SET seats = 7 WHERE id = 1");
  thread = g_thread_new ("backup", make_thread, fixture);

  for (int i = 0; i < 50; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double took;

      qd_test_exec (fixture->store, "UPDATE account SET seats = seats + 1 WHERE id = 2");
      took = ms_since (start);
      g_array_append_val (ms, took);
      g_usleep (2000);
    }

  g_thread_join (thread);

  return qd_bench_median ((double *)(gpointer)ms->data, ms->len);
}

static double
measure_nothing_changed (QdTestBackup *fixture)
{
  g_autoptr(QdBackupRun) warm = qd_backup_make (fixture->folder.path, NULL, NULL, NULL);
  double ms[N_TIMES];

  for (int i = 0; i < N_TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(QdBackupRun) run = qd_test_make (fixture, NULL, QD_BACKUP_UNCHANGED);

      ms[i] = ms_since (start);
    }

  return qd_bench_median (ms, N_TIMES);
}

/* From the choice of the backup until what would change can be seen, and from the word to restore
 * it until that is done; a hundredth of the rows differ. */
static void
measure_restore (QdTestBackup *fixture,
                 double       *look,
                 double       *restore)
{
  g_autoptr(QdBackupRun) run = qd_backup_make (fixture->folder.path, NULL, NULL, NULL);
  g_autofree char *path = g_build_filename (fixture->backups, run->name, NULL);
  g_autoptr(QdBackup) backup = qd_backup_new_for_file (path);
  g_autoptr(QdBackups) backups = qd_backups_new (fixture->folder.path);
  g_autoptr(QdRestore) opened = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start;

  qd_test_exec (fixture->store, "UPDATE activity SET subject = 'Other' WHERE id % 100 = 0");
  start = g_get_monotonic_time ();
  qd_restore_open_async (fixture->portfolio, fixture->folder.path, backup, NULL, qd_test_async_cb, &slot);
  read = qd_test_await (&slot);
  opened = qd_restore_open_finish (read, &error);
  g_assert_no_error (error);
  *look = ms_since (start);

  start = g_get_monotonic_time ();
  qd_restore_apply_async (opened, backups, NULL, qd_test_async_cb, &slot);
  done = qd_test_await (&slot);
  g_assert_true (qd_restore_apply_finish (opened, done, &error));
  g_assert_no_error (error);
  *restore = ms_since (start);
  qd_backups_stop (backups);
}

int
main (int   argc,
      char *argv[])
{
  int              megabytes = argc > 1 ? atoi (argv[1]) : DEFAULT_MEGABYTES;
  QdTestBackup     fixture = { 0 };
  GStatBuf         info;
  double           copy, backup, look, restore;
  g_autofree char *beside = NULL;
  g_autofree char *base = NULL;

  if (megabytes < 1 || megabytes > 4000)
    {
      g_printerr ("Usage: perf-backup [MEGABYTES] [FOLDER]\n");
      return 2;
    }

  if (argc > 2)
    g_setenv ("TMPDIR", argv[2], TRUE);

  qd_test_folder_set_up (&fixture.folder, NULL);
  fixture.backups = qd_backup_dup_folder (fixture.folder.path);
  fixture.store = qd_test_store_new (fixture.folder.path);
  fill (fixture.store, megabytes);
  fixture.portfolio = qd_test_load_portfolio (fixture.store);
  g_assert_cmpint (g_stat (fixture.folder.path, &info), ==, 0);

  beside = g_build_filename (fixture.folder.folder, "beside", NULL);
  base = g_strdup_printf ("cp and fsync of %.0f MB", info.st_size / 1e6);
  copy = measure_copy (fixture.folder.path, beside);
  backup = measure_backup (&fixture);
  qd_bench_report ("backup: copied, synced, read again row by row", backup, "ms", base, copy);
  qd_bench_report ("one edit while a backup is made", measure_edits (&fixture), "ms", NULL, 0);
  qd_bench_report ("backup: nothing changed since", measure_nothing_changed (&fixture), "ms", base, copy);
  measure_restore (&fixture, &look, &restore);
  g_print ("# figure backup and restore: %.0f MB: cp and fsync %.1f s, backup %.1f s, to look at it %.1f s, restore %.1f s\n",
           info.st_size / 1e6,
           copy / 1000,
           backup / 1000,
           look / 1000,
           restore / 1000);
  qd_bench_report ("restore: read it, show what would change", look, "ms", base, copy);
  qd_bench_report ("restore: keep the present, apply, compare", restore, "ms", base, copy);
  qd_test_backup_tear_down (&fixture, NULL);

  return 0;
}
