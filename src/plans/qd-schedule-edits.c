/* qd-schedule-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-edits"

#include "qd-schedule-edits.h"

#include <glib/gi18n.h>

#include "qd-plan-follower.h"

/* Moves whatever waits for what @batch changes in @plan. */
void
qd_plan_follow (QdBatch *batch,
                gint64   plan)
{
  qd_batch_follow (batch, &qd_plan_follower, plan);
}

/* What of a task others, or its own dates, depend on */
static const char *const scheduling[] = { "start", "due", "duration", "start-time", "due-time", "side", "parent",
                                          "constraint-kind", "constraint-day", "constraint-time", "status", "progress",
                                          "kind", "owner", "customer-owner" };

void
qd_task_follow (gpointer draft,
                QdBatch *batch)
{
  QdTask *task = draft;

  /* A live one is about to be deleted. */
  if (qd_record_is_live (draft))
    qd_plan_follow (batch, task->plan);

  /* When it starts later than it was to end, its length says when that is now. */
  if (qd_task_follows_start (task) && task->start != QD_DAY_NONE && task->due != QD_DAY_NONE && task->due < task->start)
    g_object_set (draft, "due", QD_DAY_NONE, "due-time", QD_INTEGER_NONE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (scheduling); i++)
    {
      if (qd_record_is_touched (draft, scheduling[i]))
        {
          qd_plan_follow (batch, task->plan);
          return;
        }
    }
}

void
qd_link_follow (gpointer draft,
                QdBatch *batch)
{
  qd_plan_follow (batch, QD_LINK (draft)->plan);
}

/* Puts every task where its links, its constraint and the calendars want it. */
void
qd_plan_reschedule_async (QdStore            *store,
                          QdPlan             *plan,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  gint64 id = qd_record_get_id (plan);

  qd_store_edit_async (
      store, _ ("Reschedule Plan"), qd_plan_reschedule_func, g_memdup2 (&id, sizeof id), g_free, NULL, callback, user_data);
}

/**
 * qd_plan_set_status_day_async:
 * @day: %QD_DAY_NONE for none
 *
 * What is not done by then is moved to after it.
 */
void
qd_plan_set_status_day_async (QdStore            *store,
                              QdPlan             *plan,
                              int                 day,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(QdPlan) draft = qd_record_dup_draft (plan);
  QdBatch *batch = qd_batch_new ();

  g_object_set (draft, "status-day", day, NULL);
  qd_batch_update (batch, draft);
  qd_plan_follow (batch, qd_record_get_id (plan));
  qd_batch_apply_async (batch,
                        store,
                        day != QD_DAY_NONE ? _ ("Set Status Day") : _ ("Clear Status Day"),
                        NULL,
                        callback,
                        user_data);
}
