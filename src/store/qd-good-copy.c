/* qd-good-copy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-good-copy"

#include "qd-good-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-db.h"
#include "qd-file.h"
#include "qd-schema.h"

void
qd_good_copy_free (QdGoodCopy *self)
{
  g_free (self->path);
  g_free (self);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const QdGoodCopy *left = *(const QdGoodCopy *const *)a;
  const QdGoodCopy *right = *(const QdGoodCopy *const *)b;

  return (left->time < right->time) - (left->time > right->time);
}

/* Files only, and no links: what is opened is to be what is there. */
static void
add_folder (GPtrArray  *copies,
            const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf         info;
      QdGoodCopy      *copy;

      if (!g_str_has_suffix (name, ".db") || g_lstat (path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;

      copy = g_new0 (QdGoodCopy, 1);
      copy->path = g_steal_pointer (&path);
      copy->time = info.st_mtime;
      g_ptr_array_add (copies, copy);
    }
}

/* Where backups of @database are: in “backups” or “NAME.backups” beside it */
static GPtrArray *
list_copies (const char *database)
{
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_good_copy_free);
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *common = g_build_filename (folder, "backups", NULL);
  g_autofree char *own = g_strconcat (database, ".backups", NULL);
  g_autofree char *stem = g_str_has_suffix (database, ".db") ? g_strndup (database, strlen (database) - 3) : NULL;
  g_autofree char *own_stem = stem != NULL ? g_strconcat (stem, ".backups", NULL) : NULL;

  add_folder (copies, common);
  add_folder (copies, own);

  if (own_stem != NULL)
    add_folder (copies, own_stem);

  g_ptr_array_sort (copies, compare_newest_first);

  return g_steal_pointer (&copies);
}

static gboolean
is_good (const char *path)
{
  g_autoptr(QdDb) db = qd_db_open_reader (path, NULL);
  g_auto(GStrv) scripts = qd_schema_load_scripts ("/io/gitlab/quarterdeck/Quarterdeck/schema");
  gint64 application_id, version, n_faults;

  return db != NULL && qd_db_get_int64 (db, "PRAGMA application_id", &application_id, NULL) &&
         qd_db_get_int64 (db, "PRAGMA user_version", &version, NULL) &&
         application_id == QD_SCHEMA_APPLICATION_ID && version > 0 && version <= (gint64)g_strv_length (scripts) &&
         qd_db_get_int64 (
             db, "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'", &n_faults, NULL) &&
         n_faults == 0;
}

/* A GTaskThreadFunc */
static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr(GPtrArray) copies = list_copies (data);

  for (guint i = 0; i < copies->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      QdGoodCopy *copy = g_ptr_array_index (copies, i);

      if (is_good (copy->path))
        {
          g_task_return_pointer (task, g_ptr_array_steal_index (copies, i), (GDestroyNotify)qd_good_copy_free);
          return;
        }
    }

  g_task_return_pointer (task, NULL, NULL);
}

/**
 * qd_good_copy_find_async:
 * @database: that need not be in order
 *
 * Looks for the newest backup of @database that is in order itself.
 */
void
qd_good_copy_find_async (const char         *database,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (database != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, qd_good_copy_find_async);
  g_task_set_task_data (task, g_strdup (database), g_free);
  g_task_run_in_thread (task, find_thread);
}

/* Returns: (transfer full) (nullable): %NULL where there is none, or with @error set */
QdGoodCopy *
qd_good_copy_find_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_good_copy_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static char *
make_draft (const char *database,
            GError    **error)
{
  g_autofree char *draft = g_strconcat (database, ".restored-XXXXXX", NULL);
  int              fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0 && g_close (fd, error))
    return g_steal_pointer (&draft);

  if (fd < 0)
    g_set_error (error, QD_DB_ERROR, QD_DB_ERROR_NO_ACCESS, _ ("The backup could not be copied: %s"), g_strerror (errno));

  return NULL;
}

/* A GTaskThreadFunc: @data is the backup and the database */
static void
take_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  char **paths = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *draft = make_draft (paths[1], &error);
  g_autoptr(GFile) from = g_file_new_for_path (paths[0]);
  g_autoptr(GFile) to = draft != NULL ? g_file_new_for_path (draft) : NULL;

  if (draft != NULL &&
      g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &error) &&
      g_chmod (draft, 0600) == 0 && qd_file_sync (draft, &error))
    {
      if (is_good (draft))
        {
          g_task_return_pointer (task, g_steal_pointer (&draft), g_free);
          return;
        }

      g_set_error_literal (
          &error, QD_DB_ERROR, QD_DB_ERROR_FAILED, _ ("The copy of the backup is not readable, so nothing was restored"));
    }

  if (draft != NULL)
    g_remove (draft);

  g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * qd_good_copy_take_async:
 *
 * Copies the backup to beside @database, ready to be put in its place: see
 * qd_file_put_in_place().
 */
void
qd_good_copy_take_async (const QdGoodCopy   *self,
                         const char         *database,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  const char *paths[] = { self->path, database, NULL };

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, qd_good_copy_take_async);
  g_task_set_task_data (task, g_strdupv ((char **)paths), (GDestroyNotify)g_strfreev);
  g_task_run_in_thread (task, take_thread);
}

/* Returns: (transfer full) (nullable): where the copy is */
char *
qd_good_copy_take_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, qd_good_copy_take_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
