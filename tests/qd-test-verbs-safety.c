/* qd-test-verbs-safety.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "qd-history.h"
#include "qd-restore.h"
#include "qd-test-verbs.h"
#include "qd-test.h"

/* Verbs that bring back what was. */

/* Whatever the disk does to the app, it was made before. Beside the file, and of a plan that is called otherwise there. Its name gives the time. */
static QdBackup *
make_backup (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *copy = g_build_filename (folder, "quarterdeck-2026-11-20T0900Z.db", NULL);
  g_autofree char *into = g_strdup_printf ("VACUUM INTO '%s'", copy);
  sqlite3         *native;

  g_remove (copy);
  g_assert_cmpint (sqlite3_open_v2 (path, &native, SQLITE_OPEN_READONLY, "unix"), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (native, into, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (native);
  g_assert_cmpint (sqlite3_open_v2 (copy, &native, SQLITE_OPEN_READWRITE, "unix"), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (native, "UPDATE task SET title = title || ' before'", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (native);

  return qd_backup_new_for_file (copy);
}

static void
restore_apply (QdTestDesk       *desk,
               const QdTestVerb *verb)
{
  const char *path = qd_store_get_path (desk->store);
  g_autoptr(QdBackup) backup = make_backup (path);
  g_autoptr(QdBackups) backups = qd_backups_new (path);
  g_autoptr(QdRestore) restore = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  qd_restore_open_async (desk->portfolio, path, backup, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  restore = qd_restore_open_finish (result, &error);

  if (restore == NULL)
    {
      g_task_report_error (NULL, qd_test_async_cb, &desk->slot, NULL, g_steal_pointer (&error));
      return;
    }

  qd_restore_apply_async (restore, backups, NULL, qd_test_async_cb, &desk->slot);
}

static gpointer
find_newest_func (QdDb    *db,
                  gpointer data,
                  GError **error)
{
  gint64 *id = g_new0 (gint64, 1);

  g_assert_true (qd_db_get_int64 (db, "SELECT max (id) FROM local_change", id, NULL));

  return id;
}

static void
history_revert (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  g_autofree gint64 *newest = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  qd_store_read_async (desk->store, find_newest_func, NULL, NULL, g_free, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  newest = qd_store_read_finish (desk->store, result, NULL);
  qd_history_revert_async (desk->portfolio, *newest, NULL, NULL, qd_test_async_cb, &desk->slot);
}

const QdTestVerb qd_test_verbs_safety[] = {
  { "qd_restore_apply_async", "Restore Backup of 11/20/26, 09:00", restore_apply },
  { "qd_history_revert_async", "Revert “Edit”", history_revert },
  { NULL },
};
