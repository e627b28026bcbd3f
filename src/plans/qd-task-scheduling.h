/* qd-task-scheduling.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"
#include "qd-task.h"

G_BEGIN_DECLS

#define QD_TYPE_TASK_SCHEDULING (qd_task_scheduling_get_type ())

G_DECLARE_FINAL_TYPE (QdTaskScheduling, qd_task_scheduling, QD, TASK_SCHEDULING, AdwPreferencesGroup)

void qd_task_scheduling_bind (QdTaskScheduling *self,
                              QdPortfolio      *portfolio,
                              QdTask           *task);

G_END_DECLS
