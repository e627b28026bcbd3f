/* qd-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-place"

#include "qd-place.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "qd-db.h"

/* The file and the log beside it */
#define N_FILES 2

struct _QdPlace
{
  sqlite3 *native;
  char    *paths[N_FILES];
  GStatBuf seen[N_FILES]; /* st_ino is 0 while there was none */
};

static gboolean
is_same (const GStatBuf *seen,
         const GStatBuf *now)
{
  return seen->st_ino == 0 || (seen->st_ino == now->st_ino && seen->st_dev == now->st_dev);
}

/**
 * qd_place_new:
 * @native: an open connection, which has to outlive this
 *
 * Returns: (transfer full) (nullable): %NULL for a database in memory
 */
QdPlace *
qd_place_new (sqlite3 *native)
{
  const char *path = sqlite3_db_filename (native, "main");
  QdPlace    *self;

  if (path == NULL || *path == '\0')
    return NULL;

  self = g_new0 (QdPlace, 1);
  self->native = native;
  self->paths[0] = g_strdup (path);
  self->paths[1] = g_strconcat (path, "-wal", NULL);

  for (guint i = 0; i < N_FILES; i++)
    {
      if (g_stat (self->paths[i], &self->seen[i]) != 0)
        self->seen[i].st_ino = 0;
    }

  return self;
}

void
qd_place_free (QdPlace *self)
{
  for (guint i = 0; i < N_FILES; i++)
    g_free (self->paths[i]);

  g_free (self);
}

/**
 * qd_place_check:
 *
 * Whether what is at the path is what is open. What is written to a file that is there no
 * longer is gone with the last descriptor of it.
 *
 * Only asks for names: to open the file beside SQLite would drop its locks.
 */
gboolean
qd_place_check (QdPlace *self,
                GError **error)
{
  g_autofree char *name = g_filename_display_name (self->paths[0]);
  int              has_moved = 0;

  sqlite3_file_control (self->native, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);

  for (guint i = 0; i < N_FILES; i++)
    {
      GStatBuf now;

      if (g_stat (self->paths[i], &now) != 0)
        {
          has_moved = has_moved || self->seen[i].st_ino != 0;
          continue;
        }

      has_moved = has_moved || !is_same (&self->seen[i], &now);

      /* The log is made with the first that is read or written. */
      if (self->seen[i].st_ino == 0)
        self->seen[i] = now;
    }

  if (!has_moved)
    return TRUE;

  g_set_error (error,
               QD_DB_ERROR,
               QD_DB_ERROR_MOVED,
               _ ("“%s” was removed or replaced while it was open, so nothing was changed"),
               name);
  return FALSE;
}
