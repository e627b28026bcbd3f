/* qd-task-table-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-task-table-column.h"

G_BEGIN_DECLS

#define QD_TYPE_TASK_CELL (qd_task_cell_get_type ())

G_DECLARE_FINAL_TYPE (QdTaskCell, qd_task_cell, QD, TASK_CELL, GtkWidget)

GtkWidget          *qd_task_cell_new (QdTaskTableModel   *model,
                                      const QdTaskColumn *column);
void                qd_task_cell_bind (QdTaskCell  *self,
                                       GtkListItem *item);
void                qd_task_cell_unbind (QdTaskCell *self);
void                qd_task_cell_refresh (QdTaskCell *self);
const QdTaskColumn *qd_task_cell_get_column (QdTaskCell *self);
QdTask             *qd_task_cell_get_task (QdTaskCell *self);
const char         *qd_task_cell_get_text (QdTaskCell *self);
GtkWidget          *qd_task_cell_get_editor (QdTaskCell *self);
void                qd_task_cell_set_editor (QdTaskCell *self,
                                             GtkWidget  *editor);
QdTaskCell         *qd_task_cell_find (GtkWidget *widget);

G_END_DECLS
