/* qd-undo-stack.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

/*
 * What can be undone and redone: which changes of the log a step of undo or redo is to take
 * back, newest first. Kept in the file but not recorded. Used on the store's thread only.
 */
typedef enum
{
  QD_UNDO_STACK_UNDO,
  QD_UNDO_STACK_REDO,
  QD_N_UNDO_STACKS,
} QdUndoStack;

gboolean qd_undo_stack_push (QdDb       *db,
                             QdUndoStack stack,
                             gint64      change,
                             GError    **error);
gboolean qd_undo_stack_pop (QdDb       *db,
                            QdUndoStack stack,
                            gint64     *change,
                            GError    **error);
gboolean qd_undo_stack_drop (QdDb    *db,
                             gint64   change,
                             GError **error);
gboolean qd_undo_stack_clear (QdDb       *db,
                              QdUndoStack stack,
                              GError    **error);
char    *qd_undo_stack_dup_label (QdDb       *db,
                                  QdUndoStack stack,
                                  gint64     *change);

G_END_DECLS
