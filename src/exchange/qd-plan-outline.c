/* qd-plan-outline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-outline"

#include "qd-plan-outline.h"

static void
phase_free (QdOutlinePhase *phase)
{
  g_free (phase->name);
  g_free (phase);
}

static void
objective_free (QdOutlineObjective *objective)
{
  g_free (objective->name);
  g_free (objective->baseline);
  g_free (objective->criteria);
  g_free (objective->impact);
  g_free (objective->owner);
  g_free (objective->customer_owner);
  g_free (objective->summary);
  g_free (objective->successes);
  g_free (objective->risks);
  g_free (objective);
}

static void
check_free (QdOutlineCheck *check)
{
  g_free (check->title);
  g_free (check);
}

static void
task_free (QdOutlineTask *task)
{
  g_free (task->number);
  g_free (task->title);
  g_free (task->owner);
  g_free (task->customer_owner);
  g_free (task->notes);
  g_free (task->content_module);
  g_free (task->source);
  g_ptr_array_unref (task->checks);
  g_free (task);
}

static void
baseline_free (QdOutlineBaseline *baseline)
{
  g_free (baseline->name);
  g_array_unref (baseline->tasks);
  g_free (baseline);
}

/* Returns: (transfer full): a plan with nothing in it, with the usual working week */
QdPlanOutline *
qd_plan_outline_new_empty (void)
{
  QdPlanOutline *self = g_new0 (QdPlanOutline, 1);

  self->kind = QD_PLAN_KIND_SUCCESS;
  self->start = QD_DAY_NONE;
  self->target = QD_DAY_NONE;
  self->status_day = QD_DAY_NONE;
  self->phases = g_ptr_array_new_with_free_func ((GDestroyNotify)phase_free);
  self->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify)objective_free);
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify)task_free);
  self->links = g_array_new (FALSE, FALSE, sizeof (QdOutlineLink));
  self->baselines = g_ptr_array_new_with_free_func ((GDestroyNotify)baseline_free);

  return self;
}

void
qd_plan_outline_free (QdPlanOutline *self)
{
  g_free (self->name);
  g_free (self->customer);
  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->objectives);
  g_ptr_array_unref (self->tasks);
  g_array_unref (self->links);
  g_ptr_array_unref (self->baselines);
  g_clear_pointer (&self->calendars, qd_plan_calendars_unref);
  g_clear_pointer (&self->clock, g_time_zone_unref);
  g_free (self);
}

/* Returns: (transfer none) */
QdOutlinePhase *
qd_plan_outline_add_phase (QdPlanOutline *self,
                           const char    *name)
{
  QdOutlinePhase *phase = g_new0 (QdOutlinePhase, 1);

  phase->name = g_strdup (name);
  phase->first = phase->last = QD_DAY_NONE;
  g_ptr_array_add (self->phases, phase);

  return phase;
}

/* Returns: (transfer none) */
QdOutlineObjective *
qd_plan_outline_add_objective (QdPlanOutline *self,
                               const char    *name)
{
  QdOutlineObjective *objective = g_new0 (QdOutlineObjective, 1);

  objective->name = g_strdup (name);
  objective->use_case = (QdUseCase)QD_ENUM_NONE;
  objective->priority = (QdObjectivePriority)QD_ENUM_NONE;
  objective->outcome = (QdOutcome)QD_ENUM_NONE;
  objective->due = QD_DAY_NONE;
  g_ptr_array_add (self->objectives, objective);

  return objective;
}

/* Returns: (transfer none): a task of which nothing is known yet, which none sums up */
QdOutlineTask *
qd_plan_outline_add_task (QdPlanOutline *self,
                          const char    *title)
{
  QdOutlineTask *task = g_new0 (QdOutlineTask, 1);

  task->title = g_strdup (title);
  task->phase = task->objective = task->parent = -1;
  task->level = 1;
  task->start = task->due = task->constraint_day = QD_DAY_NONE;
  task->start_time = task->due_time = task->constraint_time = QD_INTEGER_NONE;
  task->duration = task->work = QD_INTEGER_NONE;
  task->side = (QdTaskSide)QD_ENUM_NONE;
  task->constraint_kind = QD_CONSTRAINT_KIND_NONE;
  task->checks = g_ptr_array_new_with_free_func ((GDestroyNotify)check_free);
  g_ptr_array_add (self->tasks, task);

  return task;
}

/* Returns: (transfer none) */
QdOutlineBaseline *
qd_plan_outline_add_baseline (QdPlanOutline *self,
                              const char    *name)
{
  QdOutlineBaseline *baseline = g_new0 (QdOutlineBaseline, 1);

  baseline->name = g_strdup (name);
  baseline->day = QD_DAY_NONE;
  baseline->tasks = g_array_new (FALSE, FALSE, sizeof (QdOutlineBaselineTask));
  g_ptr_array_add (self->baselines, baseline);

  return baseline;
}

/* Works out levels, numbers, and what is a summary, from the order of the tasks and from what sums up what. */
static void
number (QdPlanOutline *self)
{
  g_autofree guint *n_children = g_new0 (guint, self->tasks->len + 1);

  for (guint i = 0; i < self->tasks->len; i++)
    {
      QdOutlineTask *task = qd_plan_outline_get_task (self, i);
      QdOutlineTask *parent = task->parent >= 0 ? qd_plan_outline_get_task (self, task->parent) : NULL;
      guint          position = ++n_children[parent != NULL ? task->parent + 1 : 0];

      g_free (task->number);
      task->number = parent != NULL ? g_strdup_printf ("%s.%u", parent->number, position)
                                    : g_strdup_printf ("%u", position);
      task->level = parent != NULL ? parent->level + 1 : 1;
      task->summary = FALSE;

      if (parent != NULL)
        parent->summary = TRUE;
    }
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const QdOutlineLink *first = a;
  const QdOutlineLink *second = b;

  if (first->to != second->to)
    return first->to < second->to ? -1 : 1;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;

  return (int)first->kind - (int)second->kind;
}

static int
compare_baseline_tasks (gconstpointer a,
                        gconstpointer b)
{
  return ((const QdOutlineBaselineTask *)a)->task - ((const QdOutlineBaselineTask *)b)->task;
}

/**
 * qd_plan_outline_arrange:
 *
 * To be called when all of it is there. A task comes after the one that sums it
 * up.
 */
void
qd_plan_outline_arrange (QdPlanOutline *self)
{
  number (self);
  g_array_sort (self->links, compare_links);

  for (guint i = 0; i < self->baselines->len; i++)
    g_array_sort (((QdOutlineBaseline *)g_ptr_array_index (self->baselines, i))->tasks, compare_baseline_tasks);
}

/* Returns: (transfer none) (nullable): the task of that index, as it was */
const QdOutlineBaselineTask *
qd_outline_baseline_find (const QdOutlineBaseline *baseline,
                          guint                    task)
{
  const QdOutlineBaselineTask key = { .task = (int)task };
  guint                       index;

  return g_array_binary_search (baseline->tasks, &key, compare_baseline_tasks, &index)
             ? &g_array_index (baseline->tasks, QdOutlineBaselineTask, index)
             : NULL;
}

void
qd_plan_outline_add_link (QdPlanOutline *self,
                          QdOutlineLink  link)
{
  g_array_append_val (self->links, link);
}

/**
 * qd_plan_outline_find_links:
 * @to: the index of a task
 *
 * Returns: (transfer none): those that it waits for, one after the other
 */
const QdOutlineLink *
qd_plan_outline_find_links (const QdPlanOutline *self,
                            guint                to,
                            guint               *n_links)
{
  const QdOutlineLink *links = (const QdOutlineLink *)self->links->data;
  guint                low = 0;
  guint                high = self->links->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (links[middle].to < to)
        low = middle + 1;
      else
        high = middle;
    }

  for (*n_links = 0; low + *n_links < self->links->len && links[low + *n_links].to == to;)
    ++*n_links;

  return links != NULL ? links + low : NULL;
}

/* Tells which tasks move the end of the plan, as whoever has worked that out knows. */
void
qd_plan_outline_mark_critical (QdPlanOutline *self,
                               const gint64  *ids,
                               guint          n_ids)
{
  g_autoptr(GHashTable) critical = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (critical, (gpointer)&ids[i]);

  for (guint i = 0; i < self->tasks->len; i++)
    {
      QdOutlineTask *task = qd_plan_outline_get_task (self, i);

      task->critical = g_hash_table_contains (critical, &task->id);
    }
}
