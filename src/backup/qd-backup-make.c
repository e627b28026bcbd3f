/* qd-backup-make.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-backup-make"

#include "qd-backup-make.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "qd-backup-extra.h"
#include "qd-backup-transfer.h"
#include "qd-backup.h"
#include "qd-copy.h"
#include "qd-kinds.h"
#include "qd-rotation.h"

#define STEM "quarterdeck"
#define LOCK ".lock"
#define COPY_DRAFT ".copy.draft-saved"

/* In seconds: longer than anybody looks at a backup before restoring it */
#define DAY (24 * 60 * 60)

/* How long another process may take over a backup before this one gives up */
#define MAX_WAITS 300
#define WAIT (100 * G_TIME_SPAN_MILLISECOND)

/* One backup under way. */
typedef struct
{
  const char   *database;
  char         *folder;
  GCancellable *cancellable;
  QdBackupLog  *log;
  int           lock;
} Making;

static void
making_clear (Making *self)
{
  g_clear_pointer (&self->log, qd_backup_log_free);
  g_clear_pointer (&self->folder, g_free);

  if (self->lock >= 0)
    close (self->lock);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static gboolean
fail_folder (Making  *self,
             GError **error)
{
  int errsv = errno;

  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (errsv),
               _ ("The folder for backups, “%s”, cannot be used: %s"),
               self->folder,
               g_strerror (errsv));
  return FALSE;
}

/* One process makes a backup at a time, so that none deletes what another is writing. */
static gboolean
lock_folder (Making  *self,
             GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, LOCK, NULL);

  if (g_mkdir_with_parents (self->folder, 0700) != 0 ||
      (self->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) < 0)
    return fail_folder (self, error);

  for (int i = 0; flock (self->lock, LOCK_EX | LOCK_NB) != 0; i++)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        return fail_folder (self, error);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;

      if (i >= MAX_WAITS)
        {
          g_set_error_literal (
              error, G_IO_ERROR, G_IO_ERROR_BUSY, _ ("Another process is making a backup of the same database"));
          return FALSE;
        }

      g_usleep (WAIT);
    }

  return TRUE;
}

/* A folder that a backup was opened in. Somebody may be looking at it still. */
static void
sweep_opened (const char *path)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;
  GStatBuf    info;

  if (g_stat (path, &info) != 0 || info.st_mtime > g_get_real_time () / G_USEC_PER_SEC - DAY ||
      !(dir = g_dir_open (path, 0, NULL)))
    return;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }

  g_rmdir (path);
}

/* What a process left that did not end well. Nobody is writing a draft: the folder is locked. */
static void
sweep (Making *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (qd_copy_is_draft (name))
        g_remove (path);
      else if (g_str_has_prefix (name, QD_BACKUP_OPENED_MARK))
        sweep_opened (path);
    }
}

static gboolean
begin (Making       *self,
       const char   *database,
       GCancellable *cancellable,
       GError      **error)
{
  self->database = database;
  self->folder = qd_backup_dup_folder (database);
  self->cancellable = cancellable;
  self->lock = -1;

  if (!lock_folder (self, error))
    return FALSE;

  sweep (self);
  self->log = qd_backup_log_load (self->folder);

  return TRUE;
}

static void
add_stamp (GString    *stamp,
           const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0)
    g_string_append_printf (stamp,
                            "%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ".%09ld ",
                            (guint64)info.st_ino,
                            (gint64)info.st_size,
                            (gint64)info.st_mtim.tv_sec,
                            (long)info.st_mtim.tv_nsec);
}

/* Differs as soon as anything was written to the database, and costs two looks at the disk. In the
 * log it is followed by the name of the backup that has what was there then. */
static char *
dup_stamp (const char *database)
{
  g_autofree char *log = g_strconcat (database, "-wal", NULL);
  g_autoptr(GString) stamp = g_string_new (NULL);

  add_stamp (stamp, database);
  add_stamp (stamp, log);

  return g_string_free_and_steal (g_steal_pointer (&stamp));
}

/* Returns: (transfer none) (nullable): the run that made the newest backup that is still there
 * as it was made, whatever the clock said then */
static QdBackupRun *
find_newest (Making *self)
{
  for (guint i = self->log->runs->len; i > 0; i--)
    {
      QdBackupRun     *run = g_ptr_array_index (self->log->runs, i - 1);
      g_autofree char *path = NULL;
      g_autoptr(QdBackup) backup = NULL;

      if (run->outcome != QD_BACKUP_MADE || run->name == NULL)
        continue;

      path = g_build_filename (self->folder, run->name, NULL);
      backup = qd_backup_new_for_file (path);

      if (backup->bytes == run->bytes && backup->modified == run->modified)
        return run;
    }

  return NULL;
}

static gboolean
holds_the_same (Making      *self,
                QdBackupRun *newest,
                const char  *stamp,
                gboolean    *same,
                GError     **error)
{
  g_autofree char *known = newest != NULL ? g_strconcat (stamp, newest->name, NULL) : NULL;
  g_autoptr(QdDb) reader = NULL;
  g_autoptr(QdCopyContent) content = NULL;

  *same = newest != NULL && g_strcmp0 (known, self->log->stamp) == 0;

  if (*same || newest == NULL)
    return TRUE;

  if (!(reader = qd_db_open_reader (self->database, error)) ||
      !(content = qd_copy_content_read (reader, self->cancellable, error)))
    return FALSE;

  *same = g_strcmp0 (content->digest, newest->digest) == 0;

  return TRUE;
}

static gboolean
make_file (Making      *self,
           QdBackupRun *run,
           GError     **error)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *name = qd_backup_dup_name (STEM, run->instant, number);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autoptr(GError) local_error = NULL;
      g_autoptr(QdCopyContent) content = NULL;
      g_autoptr(QdBackup) backup = NULL;

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        continue;

      content = qd_copy_make (
          self->database, path, QD_COPY_NEW, qd_kinds_get_version (), self->cancellable, &local_error);

      if (content != NULL)
        {
          backup = qd_backup_new_for_file (path);
          run->name = g_steal_pointer (&name);
          run->digest = g_strdup (content->digest);
          run->n_rows = content->n_rows;
          run->bytes = backup->bytes;
          run->modified = backup->modified;
          return TRUE;
        }

      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
}

/* What was read through once need not be the next time. */
static void
learn (Making         *self,
       const QdBackup *backup,
       const char     *name)
{
  QdBackupRun run = { .outcome = QD_BACKUP_MADE, .instant = backup->instant };

  run.name = (char *)name;
  run.digest = backup->digest;
  run.bytes = backup->bytes;
  run.n_rows = backup->n_rows;
  run.modified = backup->modified;
  qd_backup_log_learn (self->log, &run);
}

/* Only what is known to be good takes a place, and only that is deleted. */
static void
rotate (Making     *self,
        const char *newest,
        gint64      now)
{
  g_autoptr(GPtrArray) backups = qd_backups_list (self->database, self->cancellable, NULL);
  g_autoptr(GPtrArray) good = g_ptr_array_new ();
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gboolean *keep = NULL;

  if (backups == NULL)
    return;

  /* Of one minute, the newest is to come last. */
  for (guint i = backups->len; i > 0; i--)
    {
      QdBackup *backup = g_ptr_array_index (backups, i - 1);

      if (!backup->is_good)
        continue;

      g_ptr_array_add (good, backup);
      g_array_append_val (instants, backup->instant);
    }

  keep = g_new0 (gboolean, instants->len + 1);
  qd_rotation_choose (
      &qd_rotation_usual, (const gint64 *)(gpointer)instants->data, instants->len, now, zone, keep);

  for (guint i = 0; i < good->len; i++)
    {
      QdBackup        *backup = g_ptr_array_index (good, i);
      g_autofree char *name = g_path_get_basename (backup->path);

      if (!keep[i] && !g_str_equal (name, newest))
        g_remove (backup->path);
      else
        learn (self, backup, name);
    }

  qd_backup_log_save (self->log, self->folder, NULL);
}

/* The log comes before the rotation: a backup that it does not know of yet does not count. */
static gboolean
make (Making      *self,
      QdBackupRun *run,
      GError     **error)
{
  g_autofree char *stamp = dup_stamp (self->database);
  QdBackupRun     *newest = find_newest (self);
  gint64           begin = g_get_monotonic_time ();
  gboolean         same;

  if (!holds_the_same (self, newest, stamp, &same, error))
    return FALSE;

  if (same)
    {
      run->outcome = QD_BACKUP_UNCHANGED;
      run->name = g_strdup (newest->name);
      run->digest = g_strdup (newest->digest);
      run->bytes = newest->bytes;
      run->n_rows = newest->n_rows;
      run->modified = newest->modified;
    }
  else if (make_file (self, run, error))
    {
      run->outcome = QD_BACKUP_MADE;
    }
  else
    {
      return FALSE;
    }

  run->milliseconds = (g_get_monotonic_time () - begin) / G_TIME_SPAN_MILLISECOND;
  g_free (self->log->stamp);
  self->log->stamp = g_strconcat (stamp, run->name, NULL);

  return TRUE;
}

/**
 * qd_backup_make:
 * @database: a file, which may be in use
 * @extra: (nullable): a folder that is to have a copy, too
 * @cancellable: (nullable)
 *
 * Makes a backup of what is in the database, unless the newest one has it already; then
 * deletes those that are no longer to be kept. On any thread, and for some seconds.
 *
 * Returns: (transfer full) (nullable): what happened, also if it failed; %NULL only if it
 *   was cancelled
 */
QdBackupRun *
qd_backup_make (const char   *database,
                const char   *extra,
                GCancellable *cancellable,
                GError      **error)
{
  g_auto(Making) making = { .lock = -1 };
  g_autoptr(QdBackupRun) run = g_new0 (QdBackupRun, 1);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GError) extra_error = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  run->outcome = QD_BACKUP_FAILED;
  run->instant = g_get_real_time () / G_USEC_PER_SEC;

  if (begin (&making, database, cancellable, &local_error))
    make (&making, run, &local_error);

  /* What is there already is there, and is to be known. */
  if (run->outcome == QD_BACKUP_FAILED && g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (local_error != NULL)
    run->problem = g_strdup (local_error->message);
  else if (extra != NULL && !qd_backup_extra_update (database, making.folder, run->name, extra, cancellable, &extra_error) &&
           !g_error_matches (extra_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    run->extra_problem = g_strdup (extra_error->message);

  if (making.log != NULL)
    {
      g_autoptr(GError) log_error = NULL;

      qd_backup_log_add (making.log, run);

      if (!qd_backup_log_save (making.log, making.folder, &log_error))
        g_debug ("%s", log_error->message);
      else if (run->outcome == QD_BACKUP_MADE)
        rotate (&making, run->name, run->instant);
    }

  return g_steal_pointer (&run);
}

/**
 * qd_backup_save_copy:
 * @target: takes the place of what is there
 * @cancellable: (nullable)
 *
 * Writes all that is in the database as one file wherever a person wants it. On any thread.
 */
gboolean
qd_backup_save_copy (const char   *database,
                     GFile        *target,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_auto(Making) making = { .lock = -1 };
  g_autofree char *draft = NULL;
  g_autoptr(QdCopyContent) content = NULL;
  gboolean saved;

  g_return_val_if_fail (database != NULL && G_IS_FILE (target), FALSE);

  /* A portal shows but the file that was chosen, so it is made elsewhere and checked there. */
  if (!begin (&making, database, cancellable, error))
    return FALSE;

  draft = g_build_filename (making.folder, COPY_DRAFT, NULL);
  content = qd_copy_make (database, draft, QD_COPY_REPLACE, qd_kinds_get_version (), cancellable, error);
  saved = content != NULL && qd_backup_transfer (draft, target, cancellable, error);
  g_remove (draft);

  return saved;
}
