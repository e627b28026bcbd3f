/* qd-load-input.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-load-input"

#include "qd-accelerator-load.h"
#include "qd-order-edits.h"
#include "qd-phase.h"

/* Discovery, planning, delivery and reporting, by whatever names */
#define N_PHASES 4
#define DELIVERY 2

static void
task_free (QdLoadTask *task)
{
  g_free (task->title);
  g_free (task->owner);
  g_free (task);
}

QdLoadAccelerator *
qd_load_accelerator_new (gint64      id,
                         const char *name,
                         const char *owner,
                         int         first,
                         int         last)
{
  QdLoadAccelerator *self = g_new0 (QdLoadAccelerator, 1);

  self->id = id;
  self->name = g_strdup (name);
  self->owner = g_strdup (owner);
  self->first = first;
  self->last = last;
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify)task_free);

  return self;
}

void
qd_load_accelerator_free (QdLoadAccelerator *self)
{
  g_free (self->name);
  g_free (self->owner);
  g_ptr_array_unref (self->tasks);
  g_free (self);
}

/* @owner: (nullable): as qd_load_accelerator_new() has it, unless another */
void
qd_load_accelerator_add (QdLoadAccelerator *self,
                         gint64             id,
                         const char        *title,
                         const char        *owner,
                         gboolean           is_meeting,
                         QdMinute           start,
                         QdMinute           finish,
                         gint64             minutes)
{
  QdLoadTask *task = g_new0 (QdLoadTask, 1);

  *task = (QdLoadTask){
    id, g_strdup (title), g_strdup (owner != NULL ? owner : self->owner), is_meeting, start, finish, minutes
  };
  g_ptr_array_add (self->tasks, task);
}

/* The third of four phases is the delivery; where there are others, all of the plan is. */
static void
find_delivery (QdPortfolio *portfolio,
               QdPlan      *plan,
               int         *first,
               int         *last)
{
  GPtrArray *phases = qd_portfolio_peek_children (portfolio, QD_TYPE_PHASE, qd_record_get_id (plan));
  g_autoptr(GPtrArray) sorted = NULL;

  *first = plan->start;
  *last = plan->target;

  if (phases == NULL || phases->len != N_PHASES)
    return;

  sorted = qd_order_dup_sorted (phases);
  *first = plan->start + (int)QD_PHASE (sorted->pdata[DELIVERY])->first;
  *last = plan->start + (int)QD_PHASE (sorted->pdata[DELIVERY])->last;
}

/* Who runs it: who owns the most of its tasks, the first of those that own as many. */
static const char *
find_owner (GPtrArray *tasks)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  const char *owner = NULL;
  guint       most = 0;

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);
      guint   n_tasks;

      if (task->owner == NULL)
        continue;

      n_tasks = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, task->owner)) + 1;
      g_hash_table_insert (numbers, task->owner, GUINT_TO_POINTER (n_tasks));

      if (n_tasks > most)
        {
          most = n_tasks;
          owner = task->owner;
        }
    }

  return owner;
}

static QdMinute
get_start (QdTask     *task,
           QdWorkTime *hours)
{
  int day = task->start != QD_DAY_NONE ? task->start : task->due;

  if (task->start != QD_DAY_NONE && task->start_time != QD_INTEGER_NONE)
    return qd_minute_from_day (day) + (QdMinute)task->start_time;

  return qd_work_time_next (hours, qd_minute_from_day (day));
}

static QdMinute
get_finish (QdTask     *task,
            QdWorkTime *hours)
{
  int day = task->due != QD_DAY_NONE ? task->due : task->start;

  if (task->due != QD_DAY_NONE && task->due_time != QD_INTEGER_NONE)
    return qd_minute_from_day (day) + (QdMinute)task->due_time;

  return qd_work_time_previous (hours, qd_minute_from_day (day + 1));
}

/* Ours is what is done by us or by both; of the customer's tasks we are asked, and no more. */
static void
add_task (QdLoadAccelerator *self,
          QdTask            *task,
          GHashTable        *parents,
          QdWorkTime        *hours)
{
  gint64   id = qd_record_get_id (task);
  gboolean is_meeting = task->kind == QD_TASK_KIND_WORKSHOP || task->kind == QD_TASK_KIND_CALL;
  gint64   minutes = is_meeting || task->work == QD_INTEGER_NONE ? task->duration : task->work;
  QdMinute start;

  if ((task->start == QD_DAY_NONE && task->due == QD_DAY_NONE) || task->kind == QD_TASK_KIND_MILESTONE ||
      (!is_meeting && (int)task->side == QD_TASK_SIDE_THEIRS) || g_hash_table_contains (parents, &id))
    return;

  start = get_start (task, hours);
  qd_load_accelerator_add (self,
                           id,
                           task->title,
                           task->owner,
                           is_meeting,
                           start,
                           MAX (get_finish (task, hours), start),
                           minutes != QD_INTEGER_NONE ? minutes : 0);
}

/**
 * qd_load_accelerator_new_from_plan:
 * @name: as it may be read
 * @hours: in which we work
 *
 * Returns: (transfer full): what @plan asks of us
 */
QdLoadAccelerator *
qd_load_accelerator_new_from_plan (QdPortfolio *portfolio,
                                   QdPlan      *plan,
                                   const char  *name,
                                   QdWorkTime  *hours)
{
  g_autoptr(GHashTable) parents = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray         *tasks;
  QdLoadAccelerator *self;
  int                first, last;

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);
  g_return_val_if_fail (QD_IS_PLAN (plan), NULL);

  tasks = qd_portfolio_peek_children (portfolio, QD_TYPE_TASK, qd_record_get_id (plan));
  find_delivery (portfolio, plan, &first, &last);
  self = qd_load_accelerator_new (qd_record_get_id (plan), name, find_owner (tasks), first, last);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      if (task->parent != 0)
        g_hash_table_add (parents, &task->parent);
    }

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    add_task (self, g_ptr_array_index (tasks, i), parents, hours);

  return self;
}
