/* qd-task-table-editor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-task-table-choices.h"

G_BEGIN_DECLS

#define QD_TYPE_TASK_CELL_EDITOR (qd_task_cell_editor_get_type ())

G_DECLARE_FINAL_TYPE (QdTaskCellEditor, qd_task_cell_editor, QD, TASK_CELL_EDITOR, GObject)

QdTaskCellEditor *qd_task_cell_editor_new (QdTaskTableModel *model,
                                           GtkWidget        *table,
                                           GtkWidget        *view);
void              qd_task_cell_editor_begin (QdTaskCellEditor *self,
                                             QdTaskCell       *cell);
void              qd_task_cell_editor_toggle_done (QdTaskCellEditor *self,
                                                   QdTask           *task);
QdTaskCell       *qd_task_cell_editor_get_cell (QdTaskCellEditor *self);
GtkWidget        *qd_task_cell_editor_get_text (QdTaskCellEditor *self);
const char       *qd_task_cell_editor_get_problem (QdTaskCellEditor *self);
QdTaskChoices    *qd_task_cell_editor_get_choices (QdTaskCellEditor *self);
gboolean          qd_task_cell_editor_commit (QdTaskCellEditor *self);
void              qd_task_cell_editor_cancel (QdTaskCellEditor *self);

G_END_DECLS
