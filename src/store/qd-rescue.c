/* qd-rescue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-rescue"

#include "qd-rescue.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "qd-db.h"
#include "qd-file.h"

static gboolean
write_into (QdDb       *db,
            const char *path,
            GError    **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (db, "VACUUM INTO ?", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, path, -1, SQLITE_TRANSIENT);

  return qd_db_run (db, stmt, error) && qd_file_sync (path, error);
}

/* A QdReadFunc: @data is where to */
static gpointer
rescue_func (QdDb    *db,
             gpointer data,
             GError **error)
{
  const char      *path = data;
  g_autofree char *draft = g_strconcat (path, ".XXXXXX", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    {
      close (fd);

      if (!write_into (db, draft, error))
        {
          g_remove (draft);
          return NULL;
        }

      if (g_rename (draft, path) == 0)
        return qd_file_sync (folder, error) ? g_strdup (path) : NULL;
    }

  g_set_error (
      error, QD_DB_ERROR, QD_DB_ERROR_NO_ACCESS, _ ("The copy could not be made: %s"), g_strerror (errno));
  g_remove (draft);

  return NULL;
}

/**
 * qd_store_rescue_async:
 * @path: of the copy; replaces what is there once it is whole
 *
 * Copies what the store has open, even where the file itself was removed.
 */
void
qd_store_rescue_async (QdStore            *self,
                       const char         *path,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_return_if_fail (path != NULL);

  qd_store_read_async (self, rescue_func, g_strdup (path), g_free, g_free, NULL, callback, user_data);
}

gboolean
qd_store_rescue_finish (QdStore      *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_autofree char *path = qd_store_read_finish (self, result, error);

  return path != NULL;
}
