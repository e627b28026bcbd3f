/* qd-event-log.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-event-log"

#include "qd-event-log.h"

#include "qd-instant.h"
#include "qd-plan-calendars.h"

#define SECONDS_PER_MINUTE 60

static gboolean
is_meeting (QdTask *task)
{
  return task->kind == QD_TASK_KIND_WORKSHOP || task->kind == QD_TASK_KIND_CALL;
}

/* A task keeps the key; where that is of no module, it may be the name that a person wrote. */
static QdCatalogueModule *
find_module (QdCatalogue *catalogue,
             QdTask      *task)
{
  QdCatalogueModule *module;

  if (task->content_module == NULL)
    return NULL;

  module = qd_catalogue_lookup (catalogue, task->content_module);

  return module != NULL ? module : qd_catalogue_find (catalogue, task->content_module);
}

static int
find_day (QdTask *task,
          gint64  now)
{
  if (task->start != QD_DAY_NONE && (is_meeting (task) || task->due == QD_DAY_NONE))
    return task->start;

  if (task->due != QD_DAY_NONE)
    return task->due;

  return qd_day_from_instant (now);
}

/* The clock of a plan is ours: without our zone, nobody can say which instant it shows. */
static void
set_begin (QdPortfolio *portfolio,
           QdTask      *task,
           QdActivity  *draft)
{
  QdWorkingCalendar *ours = qd_working_calendar_find (portfolio, 0);
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *instant = NULL;
  QdMinute         minute;

  if (ours == NULL || ours->time_zone == NULL || task->start == QD_DAY_NONE || task->start_time == QD_INTEGER_NONE)
    return;

  if (!(zone = g_time_zone_new_identifier (ours->time_zone)))
    return;

  minute = qd_minute_convert (qd_minute_from_day (task->start) + (QdMinute)task->start_time, zone, utc);
  instant = qd_instant_format ((gint64)minute * SECONDS_PER_MINUTE);
  g_object_set (draft, "begins-at", instant, "time-zone", ours->time_zone, NULL);
}

static gboolean
is_accelerator (QdPlan *plan)
{
  return plan->kind == QD_PLAN_KIND_ACCELERATOR || (int)plan->accelerator != QD_ENUM_NONE;
}

/* Whether what is done of @task is logged as work on an accelerator. */
gboolean
qd_task_is_of_accelerator (QdPortfolio *portfolio,
                           QdTask      *task)
{
  QdPlan *plan;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), FALSE);
  g_return_val_if_fail (QD_IS_TASK (task), FALSE);

  plan = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, task->plan);

  return task->content_module != NULL || (plan != NULL && is_accelerator (plan));
}

/**
 * qd_activity_new_from_task:
 * @catalogue: of the portfolio that @task is in
 * @now: seconds since 1970
 *
 * Returns: (transfer full) (nullable): a draft of what is logged for @task: a CSA engagement of the
 *   type of its module, else of its plan; %NULL where its plan is no longer there
 */
QdActivity *
qd_activity_new_from_task (QdCatalogue *catalogue,
                           QdTask      *task,
                           gint64       now)
{
  QdPortfolio       *portfolio;
  QdPlan            *plan;
  QdCatalogueModule *module;
  QdActivity        *draft;
  int                type;

  g_return_val_if_fail (QD_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (QD_IS_TASK (task), NULL);

  portfolio = qd_catalogue_get_portfolio (catalogue);
  plan = portfolio != NULL ? qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, task->plan) : NULL;

  if (plan == NULL)
    return NULL;

  module = find_module (catalogue, task);
  type = module != NULL && module->accelerator != QD_ENUM_NONE ? module->accelerator : (int)plan->accelerator;
  draft = qd_record_new_draft (QD_TYPE_ACTIVITY);
  g_object_set (draft,
                "account", plan->account,
                "kind", QD_ACTIVITY_KIND_CSA_ENGAGEMENT,
                "subject", task->title,
                "day", find_day (task, now),
                "minutes", is_meeting (task) ? task->duration : task->work,
                "internal-attendees", task->owner,
                "external-attendees", task->customer_owner,
                "accelerator", type,
                "content-module", module != NULL ? module->name : task->content_module,
                "created", now,
                "task", qd_record_get_id (task),
                NULL);
  set_begin (portfolio, task, draft);

  return draft;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  QdActivity *first = *(QdActivity **)a;
  QdActivity *second = *(QdActivity **)b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;

  if (first->created != second->created)
    return first->created < second->created ? -1 : 1;

  return qd_record_get_id (first) < qd_record_get_id (second) ? -1 : 1;
}

/* Returns: (transfer container) (element-type QdActivity): what is logged of the accelerators of
 *   @account, or of all accounts for 0, the oldest first */
GPtrArray *
qd_account_list_events (QdPortfolio *portfolio,
                        gint64       account)
{
  GListModel *activities;
  GPtrArray  *events = g_ptr_array_new ();

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), events);

  activities = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACTIVITY));

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr(QdActivity) activity = g_list_model_get_item (activities, i);

      if (activity->kind == QD_ACTIVITY_KIND_CSA_ENGAGEMENT && (account == 0 || activity->account == account))
        g_ptr_array_add (events, activity);
    }

  g_ptr_array_sort (events, compare_events);

  return events;
}

/* Returns: (transfer none) (nullable): what was logged for @task, the first where that was done twice */
QdActivity *
qd_task_find_event (QdPortfolio *portfolio,
                    QdTask      *task)
{
  QdPlan     *plan;
  GPtrArray  *activities;
  QdActivity *found = NULL;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_TASK (task), NULL);

  plan = qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, task->plan);
  activities = plan != NULL ? qd_portfolio_peek_children (portfolio, QD_TYPE_ACTIVITY, plan->account) : NULL;

  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      QdActivity *activity = g_ptr_array_index (activities, i);

      if (activity->task == qd_record_get_id (task) && (found == NULL || compare_events (&activity, &found) < 0))
        found = activity;
    }

  return found;
}

/* When it is over; a meeting without a time at the end of its day. */
static QdMinute
get_end (QdTask *task)
{
  int day = task->due != QD_DAY_NONE ? task->due : task->start;

  if (day == QD_DAY_NONE)
    return QD_MINUTE_LAST;

  if (task->due != QD_DAY_NONE && task->due_time != QD_INTEGER_NONE)
    return qd_minute_from_day (day) + (QdMinute)task->due_time;

  return qd_minute_from_day (day + 1);
}

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  QdMinute first = get_end (*(QdTask **)a);
  QdMinute second = get_end (*(QdTask **)b);

  return (first > second) - (first < second);
}

/**
 * qd_plan_list_unlogged:
 * @now: on the plan's clock
 *
 * Returns: (transfer container) (element-type QdTask): the workshops and calls of @plan that are
 *   over and of which nothing is logged yet, the oldest first
 */
GPtrArray *
qd_plan_list_unlogged (QdPortfolio *portfolio,
                       QdPlan      *plan,
                       QdMinute     now)
{
  GPtrArray *tasks;
  GPtrArray *unlogged = g_ptr_array_new ();

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), unlogged);
  g_return_val_if_fail (QD_IS_PLAN (plan), unlogged);

  tasks = qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, qd_record_get_id (plan));

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      if (is_meeting (task) && get_end (task) <= now && qd_task_find_event (portfolio, task) == NULL)
        g_ptr_array_add (unlogged, task);
    }

  g_ptr_array_sort (unlogged, compare_ends);

  return unlogged;
}

/**
 * qd_account_list_unlogged:
 * @now: on the plans’ clock
 *
 * Returns: (transfer container) (element-type QdTask): the workshops and calls of the accelerators of @account that
 *   are over and of which nothing is logged yet, plan by plan
 */
GPtrArray *
qd_account_list_unlogged (QdPortfolio *portfolio,
                          gint64       account,
                          QdMinute     now)
{
  GPtrArray *plans;
  GPtrArray *unlogged = g_ptr_array_new ();

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), unlogged);

  plans = qd_portfolio_peek_children (portfolio, QD_TYPE_PLAN, account);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      QdPlan *plan = g_ptr_array_index (plans, i);

      if (is_accelerator (plan))
        g_ptr_array_extend_and_steal (unlogged, qd_plan_list_unlogged (portfolio, plan, now));
    }

  return unlogged;
}
