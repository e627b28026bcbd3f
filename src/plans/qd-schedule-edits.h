/* qd-schedule-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-batch.h"
#include "qd-plan-network.h"

G_BEGIN_DECLS

/*
 * What moves a task, and what follows from it: whoever waits for it moves too, in
 * the same edit and the same step to undo. All end with qd_store_edit_finish().
 */

void qd_plan_follow (QdBatch *batch,
                     gint64   plan);
void qd_task_follow (gpointer draft,
                     QdBatch *batch);
void qd_link_follow (gpointer draft,
                     QdBatch *batch);

void qd_plan_reschedule_async (QdStore            *store,
                               QdPlan             *plan,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
void qd_plan_set_status_day_async (QdStore            *store,
                                   QdPlan             *plan,
                                   int                 day,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);

G_END_DECLS
