/* qd-test-folder.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

/* A folder for one test, and a database in it that is not there yet. */
typedef struct
{
  char *folder;
  char *path;
} QdTestFolder;

static inline void
qd_test_folder_set_up (QdTestFolder *self,
                       gconstpointer data)
{
  self->folder = g_dir_make_tmp ("qd-test-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "test.db", NULL);
}

static inline void
qd_test_folder_tear_down (QdTestFolder *self,
                          gconstpointer data)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }

  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

static inline void
qd_test_folder_add (const char *name,
                    void (*func) (QdTestFolder *, gconstpointer))
{
  g_test_add (name, QdTestFolder, NULL, qd_test_folder_set_up, func, qd_test_folder_tear_down);
}
