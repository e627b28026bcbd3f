/* qd-task-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-batch.h"
#include "qd-check-item.h"
#include "qd-task.h"

G_BEGIN_DECLS

/*
 * What can be done to a task and its checklist. Each is one edit and one step to
 * undo, and ends with qd_store_edit_finish().
 */

double  qd_task_get_checked_share (GPtrArray *items);
void    qd_task_apply_status (QdTask      *draft,
                              QdTaskStatus status,
                              GPtrArray   *items);

void    qd_task_apply_progress (QdTask *draft,
                                int     progress);
void    qd_task_add_async (QdStore            *store,
                           QdTask             *draft,
                           gint64              before,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);
void    qd_task_move_async (QdStore            *store,
                            QdTask             *task,
                            gint64              phase,
                            gint64              before,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
void    qd_task_set_status_async (QdStore            *store,
                                  QdTask             *task,
                                  QdTaskStatus        status,
                                  GPtrArray          *items,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
QdTask *qd_task_duplicate_async (QdStore            *store,
                                 QdTask             *task,
                                 GPtrArray          *items,
                                 gint64              before,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
void    qd_task_delete_async (QdStore            *store,
                              QdTask             *task,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);

void    qd_check_item_add_async (QdStore            *store,
                                 QdTask             *task,
                                 const char         *title,
                                 GPtrArray          *items,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
void    qd_check_item_set_done_async (QdStore            *store,
                                      QdTask             *task,
                                      QdCheckItem        *item,
                                      gboolean            done,
                                      GPtrArray          *items,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
void    qd_check_item_move_async (QdStore            *store,
                                  QdCheckItem        *item,
                                  gint64              before,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
void    qd_check_item_delete_async (QdStore            *store,
                                    QdTask             *task,
                                    QdCheckItem        *item,
                                    GPtrArray          *items,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);

G_END_DECLS
