/* qd-change-log.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-changes.h"

G_BEGIN_DECLS

/**
 * QdChangeKind:
 * @QD_CHANGE_KIND_EDIT: a person made it
 * @QD_CHANGE_KIND_UNDO: it reverts an earlier one, by undo
 * @QD_CHANGE_KIND_REDO: it brings back what undo had reverted
 * @QD_CHANGE_KIND_REVERT: it reverts an earlier one, by choice out of the history
 * @QD_CHANGE_KIND_DAY: all that a day changed, kept together
 *
 * How a change came to be. In the file, so the numbers stay.
 */
typedef enum
{
  QD_CHANGE_KIND_EDIT,
  QD_CHANGE_KIND_UNDO,
  QD_CHANGE_KIND_REDO,
  QD_CHANGE_KIND_REVERT,
  QD_CHANGE_KIND_DAY,
} QdChangeKind;

/* In bytes, about: what a change and each of its rows take besides what was recorded. */
#define QD_CHANGE_SIZE 120
#define QD_CHANGE_ROW_SIZE 160

/**
 * QdChangeLog:
 *
 * Every change that was recorded, in the file itself and written in the same
 * transaction as what it records; beside each, of which records it is. Undo,
 * the history and the state of an earlier day are all read from it. Used on the
 * store's thread only.
 */
typedef struct _QdChangeLog QdChangeLog;

QdChangeLog                *qd_change_log_open (QdDb    *db,
                                                GError **error);
void                        qd_change_log_free (QdChangeLog *self);
gint64                      qd_change_log_append (QdChangeLog *self,
                                                  QdChangeKind kind,
                                                  gint64       reverts,
                                                  QdChanges   *changes,
                                                  GError     **error);
GBytes                     *qd_change_log_pack (GBytes *bytes);
GBytes                     *qd_change_log_unpack (sqlite3_stmt *stmt,
                                                  int           column,
                                                  GError      **error);
gboolean                    qd_change_log_check (QdChangeLog *self,
                                                 gint64       id,
                                                 const char  *label,
                                                 GError     **error);
QdChanges                  *qd_change_log_read (QdDb    *db,
                                                gint64   id,
                                                GError **error);
gint64                      qd_change_log_get_end (int day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdChangeLog, qd_change_log_free)

G_END_DECLS
