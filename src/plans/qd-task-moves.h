/* qd-task-moves.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-network.h"

G_BEGIN_DECLS

/* Pure functions of a draft, which is of a task that has a day. Minutes are those of the plan's clock. */

gboolean qd_task_move_to (QdTask          *draft,
                          QdPlanCalendars *calendars,
                          QdMinute         start);
void     qd_task_set_start (QdTask          *draft,
                            QdPlanCalendars *calendars,
                            QdMinute         start);
void     qd_task_set_finish (QdTask          *draft,
                             QdPlanCalendars *calendars,
                             QdMinute         finish);

/* What follows when a person has moved it */
gboolean qd_task_is_start_moved (QdTask *before,
                                 QdTask *after);
gboolean qd_task_is_finish_moved (QdTask *before,
                                  QdTask *after);
gboolean qd_task_is_put (QdTask *before,
                         QdTask *after);
void     qd_task_hold (QdTask          *draft,
                       QdPlanCalendars *calendars,
                       QdSchedule      *schedule,
                       guint            row,
                       gboolean         linked);
void     qd_task_fit_length (QdTask          *draft,
                             QdTask          *before,
                             QdPlanCalendars *calendars);
void     qd_task_fit_finish (QdTask          *draft,
                             QdPlanCalendars *calendars,
                             QdMinute         finish);

G_END_DECLS
