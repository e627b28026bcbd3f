/* qd-test-backup.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-backup-extra.h"
#include "qd-backup-make.h"
#include "qd-backups.h"
#include "qd-copy.h"
#include "qd-fill.h"
#include "qd-test-folder.h"

/* A database with made-up accounts, and its backups. */
typedef struct
{
  QdTestFolder folder;
  char        *backups; /* the folder */
  QdStore     *store;
  QdPortfolio *portfolio;
} QdTestBackup;

static inline void
qd_test_empty_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR) && !g_file_test (file, G_FILE_TEST_IS_SYMLINK))
        qd_test_empty_folder (file);

      g_remove (file);
    }
}

static inline void
qd_test_backup_set_up (QdTestBackup *self,
                       gconstpointer data)
{
  qd_test_folder_set_up (&self->folder, NULL);
  self->backups = qd_backup_dup_folder (self->folder.path);
  self->store = qd_test_store_new (self->folder.path);
  qd_fill_portfolio (self->store, 20, qd_day_today ());
  self->portfolio = qd_test_load_portfolio (self->store);
}

static inline void
qd_test_backup_tear_down (QdTestBackup *self,
                          gconstpointer data)
{
  g_clear_object (&self->portfolio);
  qd_test_store_close (self->store);
  qd_test_empty_folder (self->folder.folder);
  qd_test_folder_tear_down (&self->folder, NULL);
  g_clear_pointer (&self->backups, g_free);
}

/* Returns: (transfer full): the names in a folder, in order, but for the log and the lock */
static inline char *
qd_test_list_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)))
    {
      if (!g_str_equal (name, "backups.json") && !g_str_equal (name, ".lock"))
        g_ptr_array_add (names, (gpointer)name);
    }

  g_ptr_array_sort_values (names, (GCompareFunc)(void (*) (void))strcmp);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **)names->pdata);
}

static inline QdBackupRun *
qd_test_make (QdTestBackup   *self,
              const char     *extra,
              QdBackupOutcome outcome)
{
  g_autoptr(GError) error = NULL;
  QdBackupRun *run = qd_backup_make (self->folder.path, extra, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (run->outcome, ==, outcome);

  return run;
}

/* Takes @text. */
static inline void
qd_test_take (char **slot,
              char  *text)
{
  g_free (*slot);
  *slot = text;
}

/* Returns: (transfer full): a digest of all that a person made, of a file that may be in use */
static inline char *
qd_test_dup_digest (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QdDb) db = qd_db_open_reader (path, &error);
  g_autoptr(QdCopyContent) content = NULL;

  g_assert_no_error (error);
  content = qd_copy_content_read (db, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (content->digest);
}
