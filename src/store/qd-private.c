/* qd-private.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-private"

#include "qd-private.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of the group and of all others */
#define OF_OTHERS 0077

/* Deeper folders are none of ours. */
#define MAX_DEPTH 4

/* By name and never by opening it: to close a database would drop the locks that
 * this process holds on it. A link is not followed, and what is another's is left. */
static guint
close_one (int                folder,
           const char        *name,
           const struct stat *info)
{
  return info->st_uid == geteuid () && (info->st_mode & OF_OTHERS) != 0 &&
         fchmodat (folder, name, info->st_mode & 07777 & ~OF_OTHERS, AT_SYMLINK_NOFOLLOW) == 0;
}

/* Takes @folder, a descriptor. */
static guint
close_inside (int folder,
              int depth)
{
  DIR           *entries = fdopendir (folder);
  struct dirent *entry;
  guint          n_closed = 0;

  if (entries == NULL)
    {
      close (folder);
      return 0;
    }

  while ((entry = readdir (entries)) != NULL)
    {
      struct stat info;

      if (g_str_equal (entry->d_name, ".") || g_str_equal (entry->d_name, "..") ||
          fstatat (folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0)
        continue;

      if (S_ISREG (info.st_mode) || S_ISDIR (info.st_mode))
        n_closed += close_one (folder, entry->d_name, &info);

      if (S_ISDIR (info.st_mode) && depth < MAX_DEPTH)
        {
          int inner = openat (folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

          if (inner >= 0)
            n_closed += close_inside (inner, depth + 1);
        }
    }

  closedir (entries);

  return n_closed;
}

/**
 * qd_private_close_to_others:
 *
 * Takes from everybody but their owner all rights to the folder and to what is in it,
 * as a backup that was unpacked or a copy that was made may have given them.
 *
 * Returns: how many files and folders were open to others
 */
guint
qd_private_close_to_others (const char *folder)
{
  struct stat info;
  guint       n_closed;
  int         descriptor;

  g_return_val_if_fail (folder != NULL, 0);

  /* A link here is the person's own, to where they have the room. */
  if ((descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
    return 0;

  n_closed = fstat (descriptor, &info) == 0 ? close_one (descriptor, ".", &info) : 0;

  return n_closed + close_inside (descriptor, 0);
}
