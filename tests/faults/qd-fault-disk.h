/* qd-fault-disk.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

/*
 * Stands between SQLite and the disk. It lets the disk fail from the k-th time on that something is
 * written, cut off, synced, renamed or deleted; or it keeps a tape of all that, of which can be laid
 * out what a computer that lost its power in the middle of it would find.
 *
 * What is renamed, removed and synced outside of SQLite counts as well: the program that links this has
 * those functions of its own.
 */

typedef enum
{
  QD_FAULT_WRITE,
  QD_FAULT_TRUNCATE,
  QD_FAULT_SYNC,
  QD_FAULT_CREATE,
  QD_FAULT_DELETE,
  QD_FAULT_RENAME,
  QD_FAULT_SYNC_FOLDER,
  QD_FAULT_MARK,
} QdFaultKind;

/**
 * QdFaultOp:
 * @name: of the file, in the folder
 * @to: its new name
 * @offset: where it is written; the new length of what is cut off
 */
typedef struct
{
  QdFaultKind kind;
  char       *name;
  char       *to;
  gint64      offset;
  GBytes     *bytes;
} QdFaultOp;

/**
 * QdFaultTape:
 * @files: (element-type utf8 GBytes): what was on the disk at the beginning
 * @ops: (element-type QdFaultOp)
 */
typedef struct
{
  char       *folder;
  GHashTable *files;
  GPtrArray  *ops;
} QdFaultTape;

void         qd_fault_disk_install (void);
void         qd_fault_disk_watch (const char *folder);
void         qd_fault_disk_fail_after (int n_ops,
                                       int code);
gboolean     qd_fault_disk_work (void);
void         qd_fault_disk_record (void);
void         qd_fault_disk_mark (void);
QdFaultTape *qd_fault_disk_stop (void);
void         qd_fault_tape_free (QdFaultTape *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFaultTape, qd_fault_tape_free)
