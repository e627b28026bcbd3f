/* test-backup-faults.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <unistd.h>

#include "qd-fault-walk.h"
#include "qd-kinds.h"
#include "qd-test-backup.h"

/* Backups are made while the disk fails and while the power goes. Whatever happens, what has the name of a backup is one. */

#define N_MADE 3

typedef struct
{
  QdTestBackup backup;
  GPtrArray   *digests; /* (element-type utf8): of the first backup, and of each that was made then */
  char        *link;    /* a database that has what is laid out as its backups */
  char        *link_backups;
} Fixture;

static void
edit (QdTestBackup *self)
{
  qd_test_exec (self->store, "UPDATE account SET seats = seats + 1");
}

static void
make_well (Fixture *self)
{
  g_autoptr(QdBackupRun) run = qd_test_make (&self->backup, NULL, QD_BACKUP_MADE);

  g_ptr_array_add (self->digests, g_strdup (run->digest));
}

/* Beside the first backup, some of one day long ago: all but one of them are to be deleted. */
static void
add_old_ones (Fixture *self)
{
  g_autoptr(GPtrArray) there = qd_backups_list (self->backup.folder.path, NULL, NULL);
  const QdBackup  *first = g_ptr_array_index (there, 0);
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (first->path, &bytes, &length, NULL));

  for (guint number = 1; number <= 3; number++)
    {
      g_autofree char *name = qd_backup_dup_name ("quarterdeck", first->instant - 60 * 24 * 60 * 60, number);
      g_autofree char *path = g_build_filename (self->backup.backups, name, NULL);

      g_assert_true (g_file_set_contents_full (path, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  qd_test_folder_set_up (&self->backup.folder, NULL);
  self->backup.backups = qd_backup_dup_folder (self->backup.folder.path);
  self->backup.store = qd_test_store_new (self->backup.folder.path);
  qd_fill_portfolio (self->backup.store, 2, qd_day_today ());
  self->backup.portfolio = qd_test_load_portfolio (self->backup.store);
  self->digests = g_ptr_array_new_with_free_func (g_free);
  self->link = g_build_filename (self->backup.folder.folder, "found.db", NULL);
  self->link_backups = qd_backup_dup_folder (self->link);
  make_well (self);
  add_old_ones (self);
  qd_fault_disk_watch (self->backup.backups);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  qd_fault_disk_watch (NULL);
  unlink (self->link_backups);
  g_free (self->link_backups);
  g_free (self->link);
  g_ptr_array_unref (self->digests);
  qd_test_backup_tear_down (&self->backup, NULL);
}

/* All that have the name are good, and those of the first @n_known are there. */
static void
assert_good (Fixture    *self,
             const char *database,
             guint       n_known,
             const char *place)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) there = qd_backups_list (database, NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < there->len; i++)
    {
      QdBackup *backup = g_ptr_array_index (there, i);

      if (!qd_backup_check (backup, NULL, &error))
        g_error ("%s: %s", place, error->message);

      if (!g_ptr_array_find_with_equal_func (self->digests, backup->digest, g_str_equal, NULL))
        g_error ("%s: %s has what was never there", place, backup->path);
    }

  for (guint i = 0; i < n_known; i++)
    {
      gboolean is_there = FALSE;

      for (guint j = 0; j < there->len && !is_there; j++)
        is_there = g_str_equal (((QdBackup *)g_ptr_array_index (there, j))->digest, self->digests->pdata[i]);

      if (!is_there)
        g_error ("%s: the backup %u, which was made, is not there", place, i);
    }
}

/* What is found can be gone on with: the next backup is made. */
static void
visit (const char *folder,
       guint       n_marks,
       const char *place,
       gpointer    data)
{
  Fixture *self = data;
  g_autoptr(QdBackupRun) run = NULL;

  unlink (self->link_backups);
  g_assert_cmpint (symlink (folder, self->link_backups), ==, 0);
  assert_good (self, self->link, n_marks + 1, place);
  run = qd_backup_make (self->link, NULL, NULL, NULL);

  if (run->outcome == QD_BACKUP_FAILED)
    g_error ("%s: %s", place, run->problem);

  assert_good (self, self->link, n_marks + 1, place);
}

static void
test_falls (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(QdFaultTape) tape = NULL;
  g_autoptr(QdCopyContent) content = NULL;

  qd_fault_disk_record ();

  for (guint i = 0; i < N_MADE; i++)
    {
      edit (&self->backup);
      make_well (self);
      qd_fault_disk_mark ();
    }

  tape = qd_fault_disk_stop ();
  qd_fault_disk_watch (NULL);

  /* The database after all that */
  content = qd_copy_make (self->backup.folder.path, self->link, QD_COPY_NEW, qd_kinds_get_version (), NULL, NULL);
  g_assert_nonnull (content);
  qd_fault_visit (tape, "backup", visit, self);
  qd_fault_tell_figures ("backup");
}

/* What is held to be so here is not so by itself: a backup that got its name before it was synced is found
 * to be none. */
static void
test_is_sharp (Fixture      *self,
               gconstpointer data)
{
  g_autoptr(QdFaultTape) tape = NULL;
  g_autoptr(QdFaultCursor) cursor = NULL;
  g_autoptr(GPtrArray) there = NULL;
  g_autofree char *other = qd_fault_make_folder ();
  guint            n_bad = 0;

  qd_fault_disk_record ();
  edit (&self->backup);
  make_well (self);
  tape = qd_fault_disk_stop ();
  qd_fault_disk_watch (NULL);

  for (guint i = tape->ops->len; i > 0; i--)
    {
      if (((QdFaultOp *)g_ptr_array_index (tape->ops, i - 1))->kind == QD_FAULT_SYNC)
        g_ptr_array_remove_index (tape->ops, i - 1);
    }

  cursor = qd_fault_cursor_new (tape);

  while (qd_fault_cursor_next (cursor))
    {
    }

  qd_fault_cursor_lay_out (cursor, QD_FAULT_LOSS_ALL, 0, other);
  g_assert_cmpint (symlink (other, self->link_backups), ==, 0);
  there = qd_backups_list (self->link, NULL, NULL);

  for (guint i = 0; i < there->len; i++)
    n_bad += ((QdBackup *)g_ptr_array_index (there, i))->is_good ? 0 : 1;

  g_assert_cmpuint (n_bad, ==, 1);
  qd_fault_remove_folder (other);
}

/* It says why there is none, and as soon as the disk works again, there is one. */
static void
test_failures (Fixture      *self,
               gconstpointer data)
{
  static const int codes[] = { SQLITE_IOERR, SQLITE_FULL };
  gboolean         is_whole = qd_fault_walk_is_whole ();

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      gboolean has_failed = TRUE;

      for (int k = (int)i; has_failed; k += is_whole ? 1 : 5)
        {
          g_autoptr(QdBackupRun) run = NULL;

          edit (&self->backup);
          qd_fault_disk_fail_after (k, codes[i]);
          run = qd_backup_make (self->backup.folder.path, NULL, NULL, NULL);
          has_failed = qd_fault_disk_work ();

          if (has_failed)
            qd_fault_count_failure ();

          if (run->outcome == QD_BACKUP_FAILED)
            {
              g_assert_true (has_failed);
              g_assert_cmpstr (run->problem, !=, "");
              make_well (self);
            }
          else
            {
              g_ptr_array_add (self->digests, g_strdup (run->digest));
            }

          assert_good (self, self->backup.folder.path, self->digests->len, "after a failure");
        }
    }

  qd_fault_tell_figures ("failing backup");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  qd_fault_disk_install ();

  g_test_add ("/backup-faults/is-sharp", Fixture, NULL, set_up, test_is_sharp, tear_down);
  g_test_add ("/backup-faults/falls", Fixture, NULL, set_up, test_falls, tear_down);
  g_test_add ("/backup-faults/failures", Fixture, NULL, set_up, test_failures, tear_down);

  return g_test_run ();
}
