/* qd-task-table-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-task-table-model.h"

G_BEGIN_DECLS

#define QD_TYPE_TASK_TABLE_ROW (qd_task_table_row_get_type ())

G_DECLARE_FINAL_TYPE (QdTaskTableRow, qd_task_table_row, QD, TASK_TABLE_ROW, GtkBox)

GtkWidget *qd_task_table_row_new (QdTaskTableModel *model);
void       qd_task_table_row_bind (QdTaskTableRow *self,
                                   GtkListItem    *item);
void       qd_task_table_row_unbind (QdTaskTableRow *self);
void       qd_task_table_row_refresh (QdTaskTableRow *self);

G_END_DECLS
