/* qd-fault-disk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "qd-fault-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A file of SQLite's, with the real one behind it. */
typedef struct
{
  sqlite3_file  base;
  char         *name; /* (nullable): in the folder that is watched */
  int           flags;
  sqlite3_file *real;
} FaultFile;

static struct
{
  sqlite3_vfs  vfs;
  sqlite3_vfs *real;
  int          ops_left; /* negative: any number */
  int          code;
  gboolean     failed;
  GMutex       mutex;
  char        *folder; /* (nullable): what happens elsewhere neither fails nor is recorded */
  QdFaultTape *tape;   /* (nullable) */
} disk;

/* Set while SQLite does something itself that the functions below would see once more. */
static _Thread_local gboolean inside;

static void
op_free (gpointer data)
{
  QdFaultOp *op = data;

  g_free (op->name);
  g_free (op->to);
  g_clear_pointer (&op->bytes, g_bytes_unref);
  g_free (op);
}

void
qd_fault_tape_free (QdFaultTape *self)
{
  g_free (self->folder);
  g_hash_table_unref (self->files);
  g_ptr_array_unref (self->ops);
  g_free (self);
}

/* Returns: (transfer full) (nullable): what @path is called in the folder that is watched */
static char *
dup_name (const char *path)
{
  g_autofree char *folder = NULL;
  char            *name = NULL;

  if (path == NULL || *path == '\0')
    return NULL;

  folder = g_path_get_dirname (path);
  g_mutex_lock (&disk.mutex);

  if (g_strcmp0 (folder, disk.folder) == 0)
    name = g_path_get_basename (path);

  g_mutex_unlock (&disk.mutex);

  return name;
}

static void
note (QdFaultKind   kind,
      const char   *name,
      const char   *to,
      gint64        offset,
      gconstpointer bytes,
      gsize         length)
{
  g_mutex_lock (&disk.mutex);

  if (disk.tape != NULL)
    {
      QdFaultOp *op = g_new0 (QdFaultOp, 1);

      op->kind = kind;
      op->name = g_strdup (name);
      op->to = g_strdup (to);
      op->offset = offset;
      op->bytes = bytes != NULL ? g_bytes_new (bytes, length) : NULL;
      g_ptr_array_add (disk.tape->ops, op);
    }

  g_mutex_unlock (&disk.mutex);
}

/* What was written beside SQLite is on the tape as soon as it is synced, or gets its name. */
static void
note_stranger (const char *name,
               const char *path)
{
  g_autofree char *bytes = NULL;
  gboolean         is_known;
  gsize            length;

  g_mutex_lock (&disk.mutex);
  is_known = disk.tape == NULL || g_hash_table_contains (disk.tape->files, name);

  for (guint i = 0; !is_known && i < disk.tape->ops->len; i++)
    {
      const QdFaultOp *op = g_ptr_array_index (disk.tape->ops, i);

      is_known = op->kind == QD_FAULT_CREATE && g_str_equal (op->name, name);
    }

  g_mutex_unlock (&disk.mutex);

  if (is_known || !g_file_get_contents (path, &bytes, &length, NULL))
    return;

  note (QD_FAULT_CREATE, name, NULL, 0, NULL, 0);
  note (QD_FAULT_WRITE, name, NULL, 0, bytes, length);
}

static gboolean
fails (void)
{
  gboolean failing;

  g_mutex_lock (&disk.mutex);
  failing = disk.ops_left == 0;

  if (disk.ops_left > 0)
    disk.ops_left--;

  if (failing)
    disk.failed = TRUE;

  g_mutex_unlock (&disk.mutex);

  return failing;
}

static int
get_code (int otherwise)
{
  return disk.code == SQLITE_FULL ? SQLITE_FULL : otherwise;
}

static int
file_close (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *)file;
  int        rc = self->real->pMethods->xClose (self->real);

  g_free (self->name);

  return rc;
}

static int
file_read (sqlite3_file *file,
           void         *bytes,
           int           length,
           sqlite3_int64 offset)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xRead (self->real, bytes, length, offset);
}

static int
file_write (sqlite3_file *file,
            const void   *bytes,
            int           length,
            sqlite3_int64 offset)
{
  FaultFile *self = (FaultFile *)file;
  int        rc;

  if (self->name != NULL && fails ())
    return get_code (SQLITE_IOERR_WRITE);

  rc = self->real->pMethods->xWrite (self->real, bytes, length, offset);

  if (rc == SQLITE_OK && self->name != NULL)
    note (QD_FAULT_WRITE, self->name, NULL, offset, bytes, (gsize)length);

  return rc;
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 length)
{
  FaultFile *self = (FaultFile *)file;
  int        rc;

  if (self->name != NULL && fails ())
    return SQLITE_IOERR_TRUNCATE;

  rc = self->real->pMethods->xTruncate (self->real, length);

  if (rc == SQLITE_OK && self->name != NULL)
    note (QD_FAULT_TRUNCATE, self->name, NULL, length, NULL, 0);

  return rc;
}

/* The first time that a log is synced, SQLite syncs its folder. */
static int
file_sync (sqlite3_file *file,
           int           flags)
{
  FaultFile *self = (FaultFile *)file;
  int        rc;

  if (self->name != NULL && fails ())
    return SQLITE_IOERR_FSYNC;

  inside = TRUE;
  rc = self->real->pMethods->xSync (self->real, flags);
  inside = FALSE;

  if (rc != SQLITE_OK || self->name == NULL)
    return rc;

  note (QD_FAULT_SYNC, self->name, NULL, 0, NULL, 0);

  if ((self->flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0)
    note (QD_FAULT_SYNC_FOLDER, self->name, NULL, 0, NULL, 0);

  return SQLITE_OK;
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xFileSize (self->real, size);
}

static int
file_lock (sqlite3_file *file,
           int           level)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xLock (self->real, level);
}

static int
file_unlock (sqlite3_file *file,
             int           level)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xUnlock (self->real, level);
}

static int
file_check_lock (sqlite3_file *file,
                 int          *is_locked)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xCheckReservedLock (self->real, is_locked);
}

static int
file_control (sqlite3_file *file,
              int           op,
              void         *data)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xFileControl (self->real, op, data);
}

static int
file_sector_size (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xSectorSize (self->real);
}

static int
file_traits (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xDeviceCharacteristics (self->real);
}

/* What is shared between processes is made anew after a fall, and so is not on the tape. */

static int
file_shm_map (sqlite3_file   *file,
              int             region,
              int             size,
              int             extend,
              void volatile **memory)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xShmMap (self->real, region, size, extend, memory);
}

static int
file_shm_lock (sqlite3_file *file,
               int           offset,
               int           n,
               int           flags)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xShmLock (self->real, offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *)file;

  self->real->pMethods->xShmBarrier (self->real);
}

static int
file_shm_unmap (sqlite3_file *file,
                int delete)
{
  FaultFile *self = (FaultFile *)file;

  return self->real->pMethods->xShmUnmap (self->real, delete);
}

/* Pages that are mapped are read all the same. */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_traits,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
vfs_open (sqlite3_vfs     *vfs,
          sqlite3_filename name,
          sqlite3_file    *file,
          int              flags,
          int             *out_flags)
{
  FaultFile *self = (FaultFile *)file;
  int        rc;

  *self = (FaultFile){ .real = (sqlite3_file *)(self + 1), .flags = flags };
  memset (self->real, 0, (gsize)disk.real->szOsFile);
  self->name = dup_name (name);
  rc = disk.real->xOpen (disk.real, name, self->real, flags, out_flags);

  if (rc != SQLITE_OK)
    {
      g_clear_pointer (&self->name, g_free);
      return rc;
    }

  self->base.pMethods = &methods;

  if (self->name != NULL && (flags & SQLITE_OPEN_READWRITE) != 0)
    note (QD_FAULT_CREATE, self->name, NULL, 0, NULL, 0);

  return SQLITE_OK;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *path,
            int          sync_folder)
{
  g_autofree char *name = dup_name (path);
  int              rc;

  if (name != NULL && fails ())
    return SQLITE_IOERR_DELETE;

  inside = TRUE;
  rc = disk.real->xDelete (disk.real, path, sync_folder);
  inside = FALSE;

  if (rc != SQLITE_OK || name == NULL)
    return rc;

  note (QD_FAULT_DELETE, name, NULL, 0, NULL, 0);

  if (sync_folder)
    note (QD_FAULT_SYNC_FOLDER, name, NULL, 0, NULL, 0);

  return SQLITE_OK;
}

/* What the app does beside SQLite */

static int
move (const char  *from,
      const char  *to,
      unsigned int flags)
{
  g_autofree char *name = dup_name (from);
  g_autofree char *new_name = dup_name (to);

  if (name != NULL && fails ())
    {
      errno = disk.code == SQLITE_FULL ? ENOSPC : EIO;
      return -1;
    }

  if (name != NULL && new_name != NULL)
    note_stranger (name, from);

  if (syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags) != 0)
    return -1;

  if (name != NULL && new_name != NULL)
    note (QD_FAULT_RENAME, name, new_name, 0, NULL, 0);

  return 0;
}

int
rename (const char *from,
        const char *to)
{
  return move (from, to, 0);
}

/* None that is ours names a folder by its descriptor. */
int
renameat2 (int          from_folder,
           const char  *from,
           int          to_folder,
           const char  *to,
           unsigned int flags)
{
  return move (from, to, flags);
}

int
remove (const char *path)
{
  g_autofree char *name = dup_name (path);

  if (name != NULL && fails ())
    {
      errno = EIO;
      return -1;
    }

  if (syscall (SYS_unlinkat, AT_FDCWD, path, 0) != 0 &&
      (errno != EISDIR || syscall (SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR) != 0))
    return -1;

  if (name != NULL)
    note (QD_FAULT_DELETE, name, NULL, 0, NULL, 0);

  return 0;
}

/* A folder is synced, or a file in it. */
int
fsync (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = inside ? NULL : g_file_read_link (link, NULL);
  g_autofree char *name = dup_name (path);
  gboolean         is_folder = FALSE;

  g_mutex_lock (&disk.mutex);
  is_folder = path != NULL && g_strcmp0 (path, disk.folder) == 0;
  g_mutex_unlock (&disk.mutex);

  if ((name != NULL || is_folder) && fails ())
    {
      errno = EIO;
      return -1;
    }

  if (syscall (SYS_fsync, fd) != 0)
    return -1;

  if (name != NULL && !is_folder)
    note_stranger (name, path);

  if (is_folder)
    note (QD_FAULT_SYNC_FOLDER, NULL, NULL, 0, NULL, 0);
  else if (name != NULL)
    note (QD_FAULT_SYNC, name, NULL, 0, NULL, 0);

  return 0;
}

void
qd_fault_disk_install (void)
{
  disk.real = sqlite3_vfs_find (NULL);
  disk.vfs = *disk.real;
  disk.vfs.zName = "qd-fault-disk";
  disk.vfs.pNext = NULL;
  disk.vfs.szOsFile = (int)sizeof (FaultFile) + disk.real->szOsFile;
  disk.vfs.xOpen = vfs_open;
  disk.vfs.xDelete = vfs_delete;
  disk.ops_left = -1;
  g_mutex_init (&disk.mutex);
  sqlite3_vfs_register (&disk.vfs, TRUE);
}

/**
 * qd_fault_disk_watch:
 * @folder: (nullable): without a slash at its end
 *
 * What is done in @folder, to files that are opened from now on, can fail and be recorded.
 */
void
qd_fault_disk_watch (const char *folder)
{
  g_mutex_lock (&disk.mutex);
  g_assert_null (disk.tape);
  g_set_str (&disk.folder, folder);
  g_mutex_unlock (&disk.mutex);
}

/**
 * qd_fault_disk_fail_after:
 * @n_ops: how many times it still works
 * @code: %SQLITE_FULL or %SQLITE_IOERR
 */
void
qd_fault_disk_fail_after (int n_ops,
                          int code)
{
  g_mutex_lock (&disk.mutex);
  disk.code = code;
  disk.ops_left = n_ops;
  disk.failed = FALSE;
  g_mutex_unlock (&disk.mutex);
}

/* Returns: whether anything failed since it was told to */
gboolean
qd_fault_disk_work (void)
{
  gboolean failed;

  g_mutex_lock (&disk.mutex);
  disk.ops_left = -1;
  failed = disk.failed;
  g_mutex_unlock (&disk.mutex);

  return failed;
}

static void
read_folder (QdFaultTape *tape)
{
  g_autoptr(GDir) folder = g_dir_open (tape->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (tape->folder, name, NULL);
      char            *bytes;
      gsize            length;

      /* A folder of backups is not a part of what is kept. */
      if (g_str_has_suffix (name, "-shm") || g_file_test (path, G_FILE_TEST_IS_DIR))
        continue;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_hash_table_insert (tape->files, g_strdup (name), g_bytes_new_take (bytes, length));
    }
}

/* From here on, a tape is kept of what happens in the folder. What is in it now is on the disk. */
void
qd_fault_disk_record (void)
{
  QdFaultTape *tape = g_new0 (QdFaultTape, 1);

  tape->folder = g_strdup (disk.folder);
  tape->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  tape->ops = g_ptr_array_new_with_free_func (op_free);
  read_folder (tape);

  g_mutex_lock (&disk.mutex);
  g_assert_null (disk.tape);
  disk.tape = tape;
  g_mutex_unlock (&disk.mutex);
}

/* A person was told that something is done. */
void
qd_fault_disk_mark (void)
{
  note (QD_FAULT_MARK, NULL, NULL, 0, NULL, 0);
}

/* Returns: (transfer full): what was recorded */
QdFaultTape *
qd_fault_disk_stop (void)
{
  QdFaultTape *tape;

  g_mutex_lock (&disk.mutex);
  tape = g_steal_pointer (&disk.tape);
  g_mutex_unlock (&disk.mutex);

  return tape;
}
