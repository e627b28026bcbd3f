/* qd-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-file"

#include "qd-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "qd-schema.h"

/* Of the database file format: https://sqlite.org/fileformat.html §1.3 */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (GError    **error,
        QdDbError   code,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);

  if (error != NULL)
    *error = g_error_new_valist (QD_DB_ERROR, code, format, args);

  va_end (args);

  return FALSE;
}

/* What is in the file is nobody else's business, so neither is the folder that
 * is made for it. The files that SQLite keeps beside it take after it. */
static gboolean
make_file (const char *path,
           const char *folder,
           GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder_name = g_filename_display_name (folder);
  int              fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return refuse (error,
                   QD_DB_ERROR_NO_ACCESS,
                   _ ("The folder “%s” could not be made: %s"),
                   folder_name,
                   g_strerror (errno));

  if ((fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) < 0)
    return refuse (error,
                   QD_DB_ERROR_NO_ACCESS,
                   _ ("The database “%s” could not be made: %s"),
                   name,
                   g_strerror (errno));

  /* The umask may have taken from its owner what is theirs. */
  fchmod (fd, 0600);

  return g_close (fd, error);
}

static gboolean
check_access (const char        *path,
              const char        *folder,
              const struct stat *info,
              GError           **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder_name = g_filename_display_name (folder);

  if (S_ISDIR (info->st_mode))
    return refuse (error, QD_DB_ERROR_NO_ACCESS, _ ("“%s” is a folder, not a database"), name);

  if (!S_ISREG (info->st_mode))
    return refuse (error, QD_DB_ERROR_NO_ACCESS, _ ("“%s” is a device, not a database"), name);

  if (faccessat (AT_FDCWD, path, R_OK, AT_EACCESS) != 0)
    return refuse (error, QD_DB_ERROR_NO_ACCESS, _ ("“%s” may not be read: %s"), name, g_strerror (errno));

  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return refuse (error, QD_DB_ERROR_NO_ACCESS, _ ("“%s” may not be written to: %s"), name, g_strerror (errno));

  if (faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) != 0)
    return refuse (error,
                   QD_DB_ERROR_NO_ACCESS,
                   _ ("The folder “%s” may not be written to, and the database keeps files in it: %s"),
                   folder_name,
                   g_strerror (errno));

  return TRUE;
}

/* Through SQLite's own descriptor: to open and close the file beside it would
 * drop the locks that this process holds on it. Makes no file and runs no
 * statement. */
static gboolean
read_header (const char *path,
             guint8      header[HEADER_SIZE])
{
  sqlite3      *native = NULL;
  sqlite3_file *file = NULL;
  gboolean      was_read;

  was_read = sqlite3_open_v2 (path, &native, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
             sqlite3_file_control (native, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
             file->pMethods != NULL &&
             file->pMethods->xRead (file, header, HEADER_SIZE, 0) == SQLITE_OK;
  sqlite3_close (native);

  return was_read;
}

static gint32
get_number (const guint8 *header,
            gsize         offset)
{
  gint32 number;

  memcpy (&number, header + offset, sizeof number);

  return GINT32_FROM_BE (number);
}

/* Left by a first start that was cut short: SQLite undoes with it what was begun,
 * and only then is it known what the file is. Later on there is a log instead. */
static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  struct stat      info;

  return stat (journal, &info) == 0 && info.st_size > 0;
}

static gboolean
check_header (const char *path,
              gint64      known_version,
              GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);
  guint8           header[HEADER_SIZE];

  if (!read_header (path, header) || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return has_journal (path) ||
           refuse (
               error, QD_DB_ERROR_CORRUPT, _ ("“%s” is not a database, or its beginning is damaged"), name);

  if (get_number (header, APPLICATION_ID_OFFSET) != QD_SCHEMA_APPLICATION_ID)
    return refuse (error, QD_DB_ERROR_NOT_OURS, _ ("“%s” is a database of another app"), name);

  if (get_number (header, USER_VERSION_OFFSET) > known_version)
    return refuse (error, QD_DB_ERROR_TOO_NEW, _ ("“%s” was written by a newer version of Quarterdeck"), name);

  return TRUE;
}

/**
 * qd_file_prepare:
 * @path: of the file; made, with its folder, where there is none
 * @known_version: the newest version of the schema
 *
 * Refuses what is not a database of this app, or not one that can be worked
 * with, without touching it: to open it, SQLite would write to it.
 */
gboolean
qd_file_prepare (const char *path,
                 gint64      known_version,
                 GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (path);
  struct stat      info;

  if (stat (path, &info) != 0)
    {
      if (errno == ENOENT)
        return make_file (path, folder, error);

      return refuse (error, QD_DB_ERROR_NO_ACCESS, _ ("“%s” could not be opened: %s"), name, g_strerror (errno));
    }

  /* An empty file is a new one. */
  return check_access (path, folder, &info, error) &&
         (info.st_size == 0 || check_header (path, known_version, error));
}

/* Waits until the file or folder is on the disk. */
gboolean
qd_file_sync (const char *path,
              GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofd int     fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd >= 0 && fsync (fd) == 0)
    return TRUE;

  return refuse (error, QD_DB_ERROR_FAILED, _ ("“%s” could not be written to the disk: %s"), name, g_strerror (errno));
}

static gboolean
refuse_to_move (GError **error)
{
  return refuse (error,
                 QD_DB_ERROR_NO_ACCESS,
                 _ ("The damaged file could not be put aside, so nothing was changed: %s"),
                 g_strerror (errno));
}

/* Under a second name before the first one goes, where the disk can do that: so there is
 * no moment at which a new start would find no file and make an empty one. */
static gboolean
put_aside (const char *path,
           const char *aside,
           GError    **error)
{
  if (link (path, aside) == 0 || errno == ENOENT)
    return TRUE;

  if (errno == EEXIST || (errno != EPERM && errno != EOPNOTSUPP && errno != EMLINK && errno != ENOSYS))
    return refuse_to_move (error);

  return g_rename (path, aside) == 0 || refuse_to_move (error);
}

/* The log goes before the new file comes, or it would be taken for the new file's. */
static gboolean
put_log_aside (const char *path,
               const char *aside,
               GError    **error)
{
  static const char *const logs[] = { "-wal", "-journal" };
  g_autofree char         *index = g_strconcat (path, "-shm", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *log = g_strconcat (path, logs[i], NULL);
      g_autofree char *log_aside = g_strconcat (aside, logs[i], NULL);

      if (g_rename (log, log_aside) != 0 && errno != ENOENT)
        return refuse_to_move (error);
    }

  if (g_remove (index) != 0 && errno != ENOENT)
    return refuse_to_move (error);

  return TRUE;
}

/**
 * qd_file_put_in_place:
 * @path: of a damaged database that nobody has open any more
 * @draft: of the one that takes its place, in the same folder, whole and on the disk
 *
 * Puts @draft where @path is. The damaged file and its log are kept beside it under
 * another name; whatever stops this, both are there.
 *
 * Returns: (transfer full) (nullable): where the damaged file is now
 */
char *
qd_file_put_in_place (const char *path,
                      const char *draft,
                      GError    **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H-%M-%S");
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%s", path, time);
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf         info;

  g_return_val_if_fail (path != NULL && draft != NULL, NULL);

  if (g_stat (draft, &info) != 0)
    {
      refuse_to_move (error);
      return NULL;
    }

  for (int i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%s-%d", path, time, i);
    }

  if (!put_aside (path, aside, error) || !put_log_aside (path, aside, error))
    return NULL;

  if (g_rename (draft, path) != 0)
    {
      refuse_to_move (error);
      put_log_aside (aside, path, NULL);
      return NULL;
    }

  /* It is done, whether or not the disk says that it knows. */
  qd_file_sync (folder, NULL);

  return g_steal_pointer (&aside);
}
