/* qd-backup-log.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QdBackupOutcome:
 * @QD_BACKUP_MADE: there is a new backup
 * @QD_BACKUP_UNCHANGED: nothing changed since the last, which stands for now, too
 * @QD_BACKUP_FAILED: there is none
 */
typedef enum
{
  QD_BACKUP_MADE,
  QD_BACKUP_UNCHANGED,
  QD_BACKUP_FAILED,
} QdBackupOutcome;

/**
 * QdBackupRun:
 * @instant: when it began, in seconds since 1970
 * @milliseconds: how long it took
 * @name: (nullable): of the file that has what is in the database now
 * @bytes: its size
 * @n_rows: how many rows of the person's it holds
 * @digest: (nullable): see QdCopyContent
 * @modified: when the file was written, in microseconds since 1970
 * @problem: (nullable): why it failed
 * @extra_problem: (nullable): why there is no copy in the extra folder
 *
 * One time that a backup was to be made.
 */
typedef struct
{
  gint64          instant;
  QdBackupOutcome outcome;
  gint64          milliseconds;
  char           *name;
  gint64          bytes;
  gint64          n_rows;
  char           *digest;
  gint64          modified;
  char           *problem;
  char           *extra_problem;
} QdBackupRun;

/**
 * QdBackupLog:
 * @runs: of QdBackupRun, in the order they were made in, whatever the clock said
 * @stamp: (nullable): how the database's files stood when it was last found to be backed up
 *
 * What is known of the backups in a folder besides what is in them. If it is lost, they are
 * looked through anew.
 */
typedef struct
{
  GPtrArray *runs;
  char      *stamp;
} QdBackupLog;

QdBackupRun *qd_backup_run_copy (const QdBackupRun *self);
void         qd_backup_run_free (QdBackupRun *self);

QdBackupLog *qd_backup_log_load (const char *folder);
void         qd_backup_log_free (QdBackupLog *self);
void         qd_backup_log_add (QdBackupLog       *self,
                                const QdBackupRun *run);
void         qd_backup_log_learn (QdBackupLog       *self,
                                  const QdBackupRun *run);
QdBackupRun *qd_backup_log_find (QdBackupLog *self,
                                 const char  *name);
QdBackupRun *qd_backup_log_get_last (QdBackupLog *self);
gboolean     qd_backup_log_save (QdBackupLog *self,
                                 const char  *folder,
                                 GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdBackupRun, qd_backup_run_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdBackupLog, qd_backup_log_free)

G_END_DECLS
