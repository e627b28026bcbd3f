/* qd-task-table-choices.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-task-table-cell.h"

G_BEGIN_DECLS

#define QD_TYPE_TASK_CHOICES (qd_task_choices_get_type ())

G_DECLARE_FINAL_TYPE (QdTaskChoices, qd_task_choices, QD, TASK_CHOICES, GtkPopover)

GtkWidget *qd_task_choices_new (void);
void       qd_task_choices_popup (QdTaskChoices    *self,
                                  QdTaskTableModel *model,
                                  QdTaskCell       *cell);
void       qd_task_choices_select_letter (QdTaskChoices *self,
                                          gunichar       letter);
void       qd_task_choices_choose (QdTaskChoices *self,
                                   guint          index);

G_END_DECLS
