/* qd-file-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For O_PATH */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "qd-file-out"

#include "qd-file-out.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-exchange.h"

/* A name that is taken is not taken again as often as this. */
#define MAX_TRIES 100

#define OWNER_ONLY 0600

struct _QdFileOut
{
  char  *path;   /* as it was asked for, for people */
  char  *name;   /* of the file in its folder */
  char  *draft;  /* likewise; NULL when there is none any more */
  int    folder; /* descriptors, or -1 */
  int    file;
  mode_t mode; /* that the file is to have */
  gid_t  group;
};

/**
 * qd_file_out_refuse:
 * @path: what was not written
 * @code: an errno
 * @reason: (nullable): said where the app has no words of its own for @code
 *
 * Returns: %FALSE
 */
gboolean
qd_file_out_refuse (const char *path,
                    int         code,
                    const char *reason,
                    GError    **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT)
    reason = _ ("the disk is full");
  else if (code == ENOENT)
    reason = _ ("there is no such folder");
  else if (code == EACCES || code == EPERM || code == EROFS)
    reason = _ ("its folder may not be written to");
  else if (reason == NULL)
    reason = g_strerror (code);

  g_set_error (
      error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_TARGET, _ ("“%s” was not written: %s"), shown, reason);
  return FALSE;
}

/* A device would otherwise be replaced by a file. */
static gboolean
check_target (const char *path,
              GError    **error)
{
  struct stat info;

  if (stat (path, &info) != 0)
    return TRUE;

  if (S_ISDIR (info.st_mode))
    return qd_file_out_refuse (path, EISDIR, _ ("it is a folder"), error);

  if (!S_ISREG (info.st_mode))
    return qd_file_out_refuse (path, EINVAL, _ ("it is not a file"), error);

  return TRUE;
}

/* The folder is looked up once: from there on nobody can put another in its place. */
static gboolean
open_folder (QdFileOut *self,
             GError   **error)
{
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  struct stat      info;

  if (lstat (self->path, &info) == 0 && S_ISLNK (info.st_mode))
    target = realpath (self->path, NULL);

  if (target == NULL)
    target = g_strdup (self->path);

  folder = g_path_get_dirname (target);
  self->name = g_path_get_basename (target);

  if ((self->folder = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC)) < 0)
    return qd_file_out_refuse (self->path, errno == ENOTDIR ? ENOENT : errno, NULL, error);

  if (fstatat (self->folder, self->name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (info.st_mode))
    {
      self->mode = info.st_mode & 0777;
      self->group = info.st_gid;
    }

  return TRUE;
}

static gboolean
make_draft (QdFileOut *self,
            GError   **error)
{
  for (int i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *draft = g_strdup_printf (".quarterdeck-%08x%08x", g_random_int (), g_random_int ());

      self->file = openat (self->folder, draft, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, OWNER_ONLY);

      if (self->file >= 0)
        {
          /* The umask may have taken from its owner what is theirs. */
          fchmod (self->file, OWNER_ONLY);
          self->draft = g_steal_pointer (&draft);
          return TRUE;
        }

      if (errno != EEXIST)
        break;
    }

  return qd_file_out_refuse (self->path, errno, NULL, error);
}

/**
 * qd_file_out_open:
 * @path: of the file that is to be there in the end
 *
 * Returns: (transfer full) (nullable): an empty draft, which is gone again unless
 *   qd_file_out_finish() is called
 */
QdFileOut *
qd_file_out_open (const char *path,
                  GError    **error)
{
  g_autoptr(QdFileOut) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_target (path, error))
    return NULL;

  self = g_new0 (QdFileOut, 1);
  self->path = g_strdup (path);
  self->folder = self->file = -1;
  self->mode = OWNER_ONLY;

  if (!open_folder (self, error) || !make_draft (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
qd_file_out_free (QdFileOut *self)
{
  if (self->file >= 0)
    close (self->file);

  if (self->draft != NULL)
    unlinkat (self->folder, self->draft, 0);

  if (self->folder >= 0)
    close (self->folder);

  g_free (self->draft);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/* Returns: where the draft is written, which remains open for as long as @self is there */
int
qd_file_out_get_descriptor (QdFileOut *self)
{
  return self->file;
}

gboolean
qd_file_out_write (QdFileOut    *self,
                   gconstpointer bytes,
                   gsize         length,
                   GError      **error)
{
  const char *rest = bytes;

  while (length > 0)
    {
      gssize n_written = write (self->file, rest, length);

      if (n_written < 0 && errno == EINTR)
        continue;

      if (n_written < 0)
        return qd_file_out_refuse (self->path, errno, NULL, error);

      rest += n_written;
      length -= n_written;
    }

  return TRUE;
}

/* What a group may read is for that group, and no other. */
static void
keep_mode (QdFileOut *self)
{
  if (self->mode == OWNER_ONLY)
    return;

  if ((self->mode & 0070) != 0 && fchown (self->file, (uid_t)-1, self->group) != 0)
    self->mode &= ~0070;

  fchmod (self->file, self->mode);
}

/* Some file systems do not sync folders, and have nothing to sync there. */
static void
sync_folder (QdFileOut *self)
{
  g_autofd int folder = openat (self->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (folder >= 0)
    fsync (folder);
}

/**
 * qd_file_out_finish:
 *
 * Puts the draft, once it is on the disk, in the place it is for.
 */
gboolean
qd_file_out_finish (QdFileOut *self,
                    GError   **error)
{
  keep_mode (self);

  if (fsync (self->file) != 0 || close (g_steal_fd (&self->file)) != 0 ||
      renameat (self->folder, self->draft, self->folder, self->name) != 0)
    return qd_file_out_refuse (self->path, errno, NULL, error);

  g_clear_pointer (&self->draft, g_free);
  sync_folder (self);

  return TRUE;
}
