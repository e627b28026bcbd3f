/* qd-task-editor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"
#include "qd-task.h"

G_BEGIN_DECLS

#define QD_TYPE_TASK_EDITOR (qd_task_editor_get_type ())

G_DECLARE_FINAL_TYPE (QdTaskEditor, qd_task_editor, QD, TASK_EDITOR, AdwDialog)

QdTaskEditor *qd_task_editor_new (QdPortfolio *portfolio,
                                  QdTask      *task);
QdTask       *qd_task_editor_get_task (QdTaskEditor *self);
void          qd_task_editor_present (GtkWidget   *parent,
                                      QdPortfolio *portfolio,
                                      QdTask      *task);

G_END_DECLS
