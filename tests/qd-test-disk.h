/* qd-test-disk.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

/*
 * Stands between SQLite and the disk, and lets the disk fail: the first writes
 * succeed, all after them return an error, until it is told to work again.
 */
typedef struct
{
  sqlite3_io_methods        methods;
  const sqlite3_io_methods *real;
} QdTestDiskFile;

static struct
{
  sqlite3_vfs    vfs;
  sqlite3_vfs   *real;
  QdTestDiskFile kinds[4];    /* SQLite has other methods for a database than for a log */
  int            writes_left; /* negative: any number */
  int            code;
} qd_test_disk;

static inline gboolean
qd_test_disk_fails (void)
{
  if (g_atomic_int_get (&qd_test_disk.writes_left) < 0)
    return FALSE;

  if (g_atomic_int_get (&qd_test_disk.writes_left) == 0)
    return TRUE;

  g_atomic_int_dec_and_test (&qd_test_disk.writes_left);

  return FALSE;
}

static inline int
qd_test_disk_write (sqlite3_file *file,
                    const void   *bytes,
                    int           length,
                    sqlite3_int64 offset)
{
  if (qd_test_disk_fails ())
    return qd_test_disk.code;

  return ((const QdTestDiskFile *)file->pMethods)->real->xWrite (file, bytes, length, offset);
}

static inline int
qd_test_disk_sync (sqlite3_file *file,
                   int           flags)
{
  if (qd_test_disk_fails ())
    return qd_test_disk.code == SQLITE_FULL ? SQLITE_IOERR_FSYNC : qd_test_disk.code;

  return ((const QdTestDiskFile *)file->pMethods)->real->xSync (file, flags);
}

static inline int
qd_test_disk_open (sqlite3_vfs     *vfs,
                   sqlite3_filename name,
                   sqlite3_file    *file,
                   int              flags,
                   int             *out_flags)
{
  int rc = qd_test_disk.real->xOpen (qd_test_disk.real, name, file, flags, out_flags);

  if (rc != SQLITE_OK)
    return rc;

  for (gsize i = 0; i < G_N_ELEMENTS (qd_test_disk.kinds); i++)
    {
      QdTestDiskFile *kind = &qd_test_disk.kinds[i];

      if (kind->real == NULL)
        {
          kind->methods = *file->pMethods;
          kind->methods.xWrite = qd_test_disk_write;
          kind->methods.xSync = qd_test_disk_sync;
          kind->real = file->pMethods;
        }

      if (kind->real == file->pMethods)
        {
          file->pMethods = &kind->methods;
          return SQLITE_OK;
        }
    }

  g_assert_not_reached ();
}

static inline void
qd_test_disk_install (void)
{
  qd_test_disk.real = sqlite3_vfs_find (NULL);
  qd_test_disk.vfs = *qd_test_disk.real;
  qd_test_disk.vfs.zName = "qd-test-disk";
  qd_test_disk.vfs.pNext = NULL;
  qd_test_disk.vfs.xOpen = qd_test_disk_open;
  qd_test_disk.writes_left = -1;
  sqlite3_vfs_register (&qd_test_disk.vfs, TRUE);
}

static inline void
qd_test_disk_fail_after (int n_writes,
                         int code)
{
  qd_test_disk.code = code;
  g_atomic_int_set (&qd_test_disk.writes_left, n_writes);
}

static inline void
qd_test_disk_work (void)
{
  g_atomic_int_set (&qd_test_disk.writes_left, -1);
}
