/* qd-task-table-header.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-task-table-model.h"

G_BEGIN_DECLS

#define QD_TYPE_TASK_TABLE_HEADER (qd_task_table_header_get_type ())

G_DECLARE_FINAL_TYPE (QdTaskTableHeader, qd_task_table_header, QD, TASK_TABLE_HEADER, GtkBox)

GtkWidget *qd_task_table_header_new (QdTaskTableModel *model);
void       qd_task_table_header_bind (QdTaskTableHeader *self,
                                      QdTask            *task);
void       qd_task_table_header_refresh (QdTaskTableHeader *self);

G_END_DECLS
