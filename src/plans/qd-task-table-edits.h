/* qd-task-table-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-batch.h"
#include "qd-portfolio.h"
#include "qd-task.h"

G_BEGIN_DECLS

/*
 * What is done to several tasks at once: one edit, one step to undo. Arrays hold
 * QdTask; the verbs keep neither them nor the records. All end with
 * qd_store_edit_finish(), and return how many tasks they change; where that is
 * none there is no edit, and no callback.
 */

guint qd_tasks_set_status_async (GPtrArray          *tasks,
                                 QdTaskStatus        status,
                                 QdPortfolio        *portfolio,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
guint qd_tasks_set_async (GPtrArray          *tasks,
                          const char         *property,
                          const GValue       *value,
                          QdStore            *store,
                          GAsyncReadyCallback callback,
                          gpointer            user_data);
guint qd_tasks_shift_async (GPtrArray          *tasks,
                            int                 n_days,
                            QdStore            *store,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
guint qd_tasks_delete_async (GPtrArray          *tasks,
                             QdStore            *store,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);

/* What a toast says of them: “3 tasks deleted”. */

char *qd_tasks_dup_changed_words (guint n_tasks);
char *qd_tasks_dup_shifted_words (guint n_tasks,
                                  int   n_days);
char *qd_tasks_dup_deleted_words (guint n_tasks);

G_END_DECLS
