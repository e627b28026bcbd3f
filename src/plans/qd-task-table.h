/* qd-task-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-task-table-model.h"

G_BEGIN_DECLS

#define QD_TYPE_TASK_TABLE (qd_task_table_get_type ())

G_DECLARE_FINAL_TYPE (QdTaskTable, qd_task_table, QD, TASK_TABLE, GtkWidget)

GtkWidget        *qd_task_table_new (QdPortfolio *portfolio,
                                     QdPlan      *plan);
QdTaskTableModel *qd_task_table_get_model (QdTaskTable *self);
GPtrArray        *qd_task_table_dup_selected (QdTaskTable *self);
void              qd_task_table_search (QdTaskTable *self);
void              qd_task_table_new_task (QdTaskTable *self);

G_END_DECLS
