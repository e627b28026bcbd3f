/* qd-next-call.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-next-call"

#include "qd-next-call.h"

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-instant.h"
#include "qd-plan.h"
#include "qd-task.h"

#define NOT_KNOWN G_MININT64

/* Of one day, what has a time comes before what has none. */
static gboolean
is_before (const QdNextCall *call,
           const QdNextCall *other)
{
  if (call->day != other->day)
    return call->day < other->day;

  if (call->at != other->at)
    return other->at == NOT_KNOWN || (call->at != NOT_KNOWN && call->at < other->at);

  return qd_record_get_id (call->record) < qd_record_get_id (other->record);
}

static void
take_if_before (QdPortfolio      *portfolio,
                QdNextCall       *first,
                const QdNextCall *call)
{
  QdAccount *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, call->account);

  if (account != NULL && !account->archived && (first->record == NULL || is_before (call, first)))
    *first = *call;
}

static gboolean
read_activity (QdActivity *activity,
               gint64      now,
               int         today,
               QdNextCall *call)
{
  *call = (QdNextCall){ activity, activity->account, activity->day, NOT_KNOWN, activity->subject };

  if (activity->kind != QD_ACTIVITY_KIND_CUSTOMER_CALL && activity->kind != QD_ACTIVITY_KIND_IN_PERSON_MEETING &&
      activity->kind != QD_ACTIVITY_KIND_WORKSHOP)
    return FALSE;

  if (activity->day == QD_DAY_NONE || activity->day < today)
    return FALSE;

  if (activity->begins_at == NULL || !qd_instant_parse (activity->begins_at, &call->at))
    call->at = NOT_KNOWN;

  /* What is known of today without a time was most likely logged after it. */
  return call->at != NOT_KNOWN ? call->at > now : activity->day > today;
}

static gboolean
read_task (QdPortfolio *portfolio,
           QdTask      *task,
           int          today,
           QdNextCall  *call)
{
  QdPlan *plan = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, task->plan);

  if (plan == NULL || plan->status != QD_PLAN_STATUS_ACTIVE || task->status == QD_TASK_STATUS_DONE ||
      (task->kind != QD_TASK_KIND_CALL && task->kind != QD_TASK_KIND_WORKSHOP))
    return FALSE;

  *call = (QdNextCall){ task, plan->account, task->start != QD_DAY_NONE ? task->start : task->due, NOT_KNOWN, task->title };

  return call->day != QD_DAY_NONE && call->day >= today;
}

/**
 * qd_next_call_find:
 * @now: in seconds since 1970
 * @today: the day that it is where the person is
 *
 * Among the activities that are planned and the calls and workshops of active plans.
 *
 * Returns: whether there is one
 */
gboolean
qd_next_call_find (QdPortfolio *portfolio,
                   gint64       now,
                   int          today,
                   QdNextCall  *call)
{
  GListModel *activities = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACTIVITY));
  GListModel *tasks = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TASK));

  g_return_val_if_fail (call != NULL, FALSE);

  *call = (QdNextCall){ NULL };

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr(QdActivity) activity = g_list_model_get_item (activities, i);
      QdNextCall one;

      if (read_activity (activity, now, today, &one))
        take_if_before (portfolio, call, &one);
    }

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr(QdTask) task = g_list_model_get_item (tasks, i);
      QdNextCall one;

      if (read_task (portfolio, task, today, &one))
        take_if_before (portfolio, call, &one);
    }

  return call->record != NULL;
}
