/* qd-backup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-backup"

#include "qd-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "qd-backup-log.h"
#include "qd-backup-transfer.h"
#include "qd-copy-content.h"
#include "qd-kinds.h"

#define MARK "quarterdeck-"

G_DEFINE_BOXED_TYPE (QdBackup, qd_backup, qd_backup_copy, qd_backup_free)

QdBackup *
qd_backup_copy (QdBackup *self)
{
  QdBackup *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->problem = g_strdup (self->problem);
  copy->digest = g_strdup (self->digest);

  return copy;
}

void
qd_backup_free (QdBackup *self)
{
  g_free (self->path);
  g_free (self->problem);
  g_free (self->digest);
  g_free (self);
}

/**
 * qd_backup_dup_folder:
 *
 * Returns: (transfer full): where the backups of @database are; it need not be there
 */
char *
qd_backup_dup_folder (const char *database)
{
  g_autofree char *usual = qd_kinds_dup_default_path ();
  g_autofree char *real = g_canonicalize_filename (database, NULL);
  g_autofree char *folder = NULL;

  if (!g_str_equal (real, usual))
    return g_strconcat (database, ".backups", NULL);

  folder = g_path_get_dirname (database);

  return g_build_filename (folder, "backups", NULL);
}

/**
 * qd_backup_dup_name:
 * @stem: “quarterdeck”, or what a folder that several databases share tells them apart by
 * @number: 1, or more for another of the same minute
 *
 * Returns: (transfer full): a name that says nothing but when
 */
char *
qd_backup_dup_name (const char *stem,
                    gint64      instant,
                    guint       number)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (instant);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H%MZ") : g_strdup ("1970-01-01T0000Z");

  return number > 1 ? g_strdup_printf ("%s-%s-%u.db", stem, text, number) : g_strdup_printf ("%s-%s.db", stem, text);
}

/* Returns: whether a file of that name is a backup, made at @instant */
gboolean
qd_backup_parse_name (const char *name,
                      gint64     *instant)
{
  static const char shape[] = "dddd-dd-ddTddddZ";
  const char       *at, *at_end;
  int               year, month, day, hour, minute;
  g_autoptr(GDateTime) time = NULL;

  if (!g_str_has_prefix (name, MARK) || !g_str_has_suffix (name, ".db") || !(at = strchr (name, 'T')) ||
      at - name < (gssize)strlen ("quarterdeck-2026-11-27"))
    return FALSE;

  at -= strlen ("2026-11-27");

  for (gsize i = 0; shape[i] != '\0'; i++)
    {
      if (shape[i] == 'd' ? !g_ascii_isdigit (at[i]) : at[i] != shape[i])
        return FALSE;
    }

  /* Of one minute: “-2”. Anything else is a name that a person gave. */
  at_end = at + strlen (shape);

  if (*at_end == '-' && g_ascii_isdigit (at_end[1]))
    at_end += 1 + strspn (at_end + 1, "0123456789");

  if (!g_str_equal (at_end, ".db"))
    return FALSE;

  if (sscanf (at, "%4d-%2d-%2dT%2d%2dZ", &year, &month, &day, &hour, &minute) != 5 ||
      !(time = g_date_time_new_utc (year, month, day, hour, minute, 0)))
    return FALSE;

  *instant = g_date_time_to_unix (time);

  return TRUE;
}

/**
 * qd_backup_new_for_file:
 * @path: whatever it is
 *
 * Returns: (transfer full): a file of which nothing is known yet but its name and size
 */
QdBackup *
qd_backup_new_for_file (const char *path)
{
  QdBackup        *self = g_new0 (QdBackup, 1);
  g_autofree char *name = g_path_get_basename (path);
  GStatBuf         info;

  self->path = g_strdup (path);
  self->n_rows = -1;

  if (g_stat (path, &info) == 0)
    {
      self->bytes = info.st_size;
      self->modified = info.st_mtim.tv_sec * G_USEC_PER_SEC + info.st_mtim.tv_nsec / 1000;
    }

  if (!qd_backup_parse_name (name, &self->instant))
    self->instant = self->modified / G_USEC_PER_SEC;

  return self;
}

/**
 * qd_backup_check:
 * @cancellable: (nullable)
 *
 * Reads all of it, and says in it what was found: whether it is whole, and, if that is
 * known, whether it holds what it held when it was made. On any thread.
 */
gboolean
qd_backup_check (QdBackup     *self,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(QdCopyContent) content =
                qd_copy_content_check (self->path, qd_kinds_get_version (), cancellable, &local_error);

  if (content != NULL && self->digest != NULL && !g_str_equal (content->digest, self->digest))
    g_set_error (&local_error,
                 G_IO_ERROR,
                 G_IO_ERROR_INVALID_DATA,
                 _ ("“%s” does not hold what it held when it was made"),
                 name);

  self->is_good = local_error == NULL;
  g_set_str (&self->problem, local_error != NULL ? local_error->message : NULL);

  if (content != NULL)
    self->n_rows = content->n_rows;

  if (self->is_good)
    {
      g_set_str (&self->digest, content->digest);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const QdBackup *first = a;
  const QdBackup *second = b;

  if (first->instant != second->instant)
    return first->instant < second->instant ? 1 : -1;

  if (first->modified != second->modified)
    return first->modified < second->modified ? 1 : -1;

  return strcmp (second->path, first->path);
}

/* What was found good when it was made, and not written to since, is good. */
static void
judge (QdBackup     *self,
       QdBackupRun  *run,
       GCancellable *cancellable)
{
  if (run != NULL)
    g_set_str (&self->digest, run->digest);

  if (run != NULL && run->bytes == self->bytes && run->modified == self->modified)
    {
      self->is_good = TRUE;
      self->n_rows = run->n_rows;
      return;
    }

  qd_backup_check (self, cancellable, NULL);
}

/**
 * qd_backups_list:
 * @database: need not be open, nor there
 * @cancellable: (nullable)
 *
 * Any thread may call it. It reads those through that it knows nothing of; to know that the
 * disk kept the others, see qd_backup_check().
 *
 * Returns: (transfer full) (nullable) (element-type QdBackup): the backups of @database, the
 *   newest first; none, where there is no folder yet
 */
GPtrArray *
qd_backups_list (const char   *database,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autofree char *folder = NULL;
  g_autoptr(GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_backup_free);
  g_autoptr(QdBackupLog) log = NULL;
  g_autoptr(GDir) dir = NULL;
  g_autoptr(GError) local_error = NULL;
  const char *name;
  gint64      instant;

  g_return_val_if_fail (database != NULL, NULL);

  folder = qd_backup_dup_folder (database);

  if (!(dir = g_dir_open (folder, 0, &local_error)))
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&backups);

      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  log = qd_backup_log_load (folder);

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      QdBackup        *backup;

      if (!qd_backup_parse_name (name, &instant) || g_file_test (path, G_FILE_TEST_IS_SYMLINK) ||
          !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;

      backup = qd_backup_new_for_file (path);
      judge (backup, qd_backup_log_find (log, name), cancellable);
      g_ptr_array_add (backups, backup);
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  g_ptr_array_sort_values (backups, compare_backups);

  return g_steal_pointer (&backups);
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      database,
             GCancellable *cancellable)
{
  GError    *error = NULL;
  GPtrArray *backups = qd_backups_list (database, cancellable, &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
qd_backups_list_async (const char         *database,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (database != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_backups_list_async);
  g_task_set_task_data (task, g_strdup (database), g_free);
  g_task_run_in_thread (task, list_thread);
}

GPtrArray *
qd_backups_list_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_backups_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A GTaskThreadFunc. What seems to be of a time to come was made when the clock was wrong, and says
 * nothing of how new it is. */
static void
find_good_thread (GTask        *task,
                  gpointer      source,
                  gpointer      database,
                  GCancellable *cancellable)
{
  g_autoptr(GPtrArray) backups = qd_backups_list (database, cancellable, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (int round = 0; backups != NULL && round < 2; round++)
    {
      for (guint i = 0; i < backups->len; i++)
        {
          QdBackup *backup = g_ptr_array_index (backups, i);

          if ((backup->instant > now) == (round == 1) && backup->is_good && qd_backup_check (backup, cancellable, NULL))
            {
              g_task_return_pointer (task, qd_backup_copy (backup), (GDestroyNotify)qd_backup_free);
              return;
            }
        }
    }

  g_task_return_pointer (task, NULL, NULL);
}

/* Reads them through, the newest first, until one is in order: the disk may have spoilt those that were. */
void
qd_backups_find_good_async (const char         *database,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (database != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_backups_find_good_async);
  g_task_set_task_data (task, g_strdup (database), g_free);
  g_task_run_in_thread (task, find_good_thread);
}

/* Returns: (transfer full) (nullable): %NULL where there is none, or with @error set */
QdBackup *
qd_backups_find_good_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_backups_find_good_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static char *
make_draft (const char *database,
            GError    **error)
{
  g_autofree char *draft = g_strconcat (database, ".restored-XXXXXX", NULL);
  int              fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    return g_close (fd, error) ? g_steal_pointer (&draft) : NULL;

  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (errno),
               _ ("The backup could not be copied to beside the database: %s"),
               g_strerror (errno));
  return NULL;
}

static gboolean
fill_draft (QdBackup     *self,
            const char   *draft,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr(GFile) target = g_file_new_for_path (draft);
  g_autoptr(QdBackup) copy = NULL;

  if (!qd_backup_check (self, cancellable, error) || !qd_backup_transfer (self->path, target, cancellable, error))
    return FALSE;

  copy = qd_backup_new_for_file (draft);
  copy->digest = g_strdup (self->digest);

  return qd_backup_check (copy, cancellable, error);
}

/**
 * qd_backup_take:
 * @database: need not be there
 * @cancellable: (nullable)
 *
 * Copies the backup to beside the database, once it was read through, and compares the copy;
 * ready to be put in its place, see qd_file_put_in_place(). On any thread.
 *
 * Returns: (transfer full) (nullable): where the copy is
 */
char *
qd_backup_take (QdBackup     *self,
                const char   *database,
                GCancellable *cancellable,
                GError      **error)
{
  g_autofree char *draft = NULL;

  g_return_val_if_fail (self != NULL && database != NULL, NULL);

  if (!(draft = make_draft (database, error)))
    return NULL;

  if (fill_draft (self, draft, cancellable, error))
    return g_steal_pointer (&draft);

  g_remove (draft);

  return NULL;
}

typedef struct
{
  QdBackup *backup;
  char     *database;
} Take;

static void
take_free (gpointer data)
{
  Take *take = data;

  qd_backup_free (take->backup);
  g_free (take->database);
  g_free (take);
}

static void
take_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Take   *take = data;
  GError *error = NULL;
  char   *draft = qd_backup_take (take->backup, take->database, cancellable, &error);

  if (draft != NULL)
    g_task_return_pointer (task, draft, g_free);
  else
    g_task_return_error (task, error);
}

void
qd_backup_take_async (QdBackup           *self,
                      const char         *database,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Take *take;

  g_return_if_fail (self != NULL && database != NULL);

  take = g_new0 (Take, 1);
  take->backup = qd_backup_copy (self);
  take->database = g_strdup (database);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_backup_take_async);
  g_task_set_task_data (task, take, take_free);
  g_task_run_in_thread (task, take_thread);
}

char *
qd_backup_take_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_backup_take_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
