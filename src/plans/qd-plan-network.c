/* qd-plan-network.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-network"

#include "qd-plan-network.h"

#include "qd-duration.h"

struct _QdPlanNetwork
{
  GPtrArray       *tasks;    /* of QdTask */
  GPtrArray       *links;    /* of QdLink, those in the schedule */
  GHashTable      *rows;     /* id -> row + 1 */
  GHashTable      *link_ids; /* id -> number + 1 */
  QdPlanCalendars *calendars;
  QdSchedule      *schedule;
  guint8          *linked; /* whether a link of its own holds it */

  /* The links at either end of each task; made when they are asked for */
  guint           *links_of;
  guint           *first_link; /* one more than tasks */
  int             *progress;   /* (nullable): of each task, once it was asked for */
};

G_DEFINE_QUARK (qd-plan-error-quark, qd_plan_error)

/* Returns: what the scheduler would be told of @task, which may be a draft */
QdScheduleTask
qd_plan_network_get_row_of (QdPlanNetwork *self,
                            QdTask        *task)
{
  QdScheduleTask row = { .anchor = qd_task_get_start_minute (task, self->calendars),
                         .finish = QD_MINUTE_NONE,
                         .duration = qd_task_get_length (task, self->calendars),
                         .parent = qd_plan_network_find_task (self, task->parent),
                         .constraint = task->constraint_kind,
                         .constraint_at = QD_MINUTE_NONE,
                         .calendar = qd_plan_calendars_index (qd_task_get_side (task), qd_task_is_meeting (task)),
                         .progress = task->status == QD_TASK_STATUS_DONE ? 100 : CLAMP (task->progress, 0, 99) };

  if (row.progress == 100)
    row.finish = qd_task_get_finish_minute (task, self->calendars);

  if (task->constraint_kind != QD_CONSTRAINT_KIND_NONE)
    row.constraint_at = qd_task_get_constraint_minute (task, self->calendars);

  return row;
}

static GArray *
create_rows (QdPlanNetwork *self)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (QdScheduleTask), self->tasks->len);

  for (guint i = 0; i < self->tasks->len; i++)
    {
      QdScheduleTask row = qd_plan_network_get_row_of (self, g_ptr_array_index (self->tasks, i));

      g_array_append_val (rows, row);
    }

  return rows;
}

/* A link to what is in another plan, or gone, is none. */
static GArray *
create_links (QdPlanNetwork *self,
              GPtrArray     *links)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, sizeof (QdScheduleLink), links != NULL ? links->len : 0);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      QdLink        *link = g_ptr_array_index (links, i);
      int            from = qd_plan_network_find_task (self, link->predecessor);
      int            to = qd_plan_network_find_task (self, link->successor);
      QdScheduleLink row = { from, to, link->lag, link->kind, link->elapsed };
      gint64         id = qd_record_get_id (link);

      if (from < 0 || to < 0)
        continue;

      g_array_append_val (array, row);
      g_ptr_array_add (self->links, g_object_ref (link));
      g_hash_table_insert (self->link_ids, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (array->len));
      self->linked[to] = TRUE;
    }

  return array;
}

/**
 * qd_plan_network_new:
 * @tasks: (nullable) (element-type QdTask): those of the plan
 * @links: (nullable) (element-type QdLink): those of the plan
 * @calendars: that reach as far as qd_plan_find_horizon() says
 *
 * Works out the schedule.
 *
 * Returns: (transfer full)
 */
QdPlanNetwork *
qd_plan_network_new (QdPlan          *plan,
                     GPtrArray       *tasks,
                     GPtrArray       *links,
                     QdPlanCalendars *calendars)
{
  QdPlanNetwork *self = g_new0 (QdPlanNetwork, 1);
  g_autoptr(GArray) rows = NULL;
  g_autoptr(GArray) edges = NULL;
  QdScheduleInput input;

  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->link_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->calendars = qd_plan_calendars_ref (calendars);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      gint64 id = qd_record_get_id (g_ptr_array_index (tasks, i));

      g_ptr_array_add (self->tasks, g_object_ref (g_ptr_array_index (tasks, i)));
      g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }

  self->linked = g_new0 (guint8, self->tasks->len + 1);
  rows = create_rows (self);
  edges = create_links (self, links);
  input = (QdScheduleInput){ rows,
                             edges,
                             qd_plan_calendars_get_all (calendars),
                             QD_PLAN_CALENDARS_N,
                             qd_minute_from_day (qd_plan_get_sensible_day (plan->start)),
                             plan->status_day != QD_DAY_NONE ? qd_minute_from_day (qd_plan_get_sensible_day (plan->status_day))
                                                             : QD_MINUTE_NONE };
  self->schedule = qd_schedule_new (&input, NULL, NULL);

  return self;
}

void
qd_plan_network_free (QdPlanNetwork *self)
{
  g_clear_pointer (&self->schedule, qd_schedule_free);
  g_clear_pointer (&self->calendars, qd_plan_calendars_unref);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->link_ids);
  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->links);
  g_free (self->linked);
  g_free (self->links_of);
  g_free (self->first_link);
  g_free (self->progress);
  g_free (self);
}

/* Returns: (transfer none) */
QdPlanCalendars *
qd_plan_network_get_calendars (QdPlanNetwork *self)
{
  return self->calendars;
}

/* Returns: (transfer none): whose tasks are the rows; changes may be tried on it */
QdSchedule *
qd_plan_network_get_schedule (QdPlanNetwork *self)
{
  return self->schedule;
}

guint
qd_plan_network_get_n_tasks (QdPlanNetwork *self)
{
  return self->tasks->len;
}

/* Returns: (transfer none) */
QdTask *
qd_plan_network_get_task (QdPlanNetwork *self,
                          guint          row)
{
  g_return_val_if_fail (row < self->tasks->len, NULL);

  return g_ptr_array_index (self->tasks, row);
}

/* Returns: (transfer none): the one with that number in the schedule */
QdLink *
qd_plan_network_get_link (QdPlanNetwork *self,
                          guint          link)
{
  g_return_val_if_fail (link < self->links->len, NULL);

  return g_ptr_array_index (self->links, link);
}

/* Returns: the row of the task with @id, or -1 */
int
qd_plan_network_find_task (QdPlanNetwork *self,
                           gint64         id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->rows, &id)) - 1;
}

/* Returns: the number of the link with @id in the schedule, or -1 */
int
qd_plan_network_find_link (QdPlanNetwork *self,
                           gint64         id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->link_ids, &id)) - 1;
}

gboolean
qd_plan_network_is_summary (QdPlanNetwork *self,
                            guint          row)
{
  return qd_schedule_is_summary (self->schedule, row);
}

/* Whether it waits for another task by a link of its own. */
gboolean
qd_plan_network_is_linked (QdPlanNetwork *self,
                           guint          row)
{
  g_return_val_if_fail (row < self->tasks->len, FALSE);

  return self->linked[row];
}

/* From the tasks to what sums them up: how much work there is, and how much of it is done */
static void
sum_up (QdPlanNetwork *self)
{
  guint              n_tasks = self->tasks->len;
  g_autofree double *work = g_new0 (double, n_tasks + 1);
  g_autofree double *done = g_new0 (double, n_tasks + 1);

  self->progress = g_new0 (int, n_tasks + 1);

  for (guint i = 0; i < n_tasks; i++)
    {
      QdTask *task = g_ptr_array_index (self->tasks, i);
      double  weight = MAX (qd_task_get_length (task, self->calendars), 1);
      double  share = task->status == QD_TASK_STATUS_DONE ? 1 : CLAMP (task->progress, 0, 100) / 100.0;
      int     parent = (int)i;

      if (qd_plan_network_is_summary (self, i))
        continue;

      /* In a damaged file summaries may go in a circle. */
      for (guint depth = 0; parent >= 0 && depth <= n_tasks; depth++)
        {
          work[parent] += weight;
          done[parent] += weight * share;
          parent = qd_schedule_get_task (self->schedule, parent)->parent;
        }
    }

  for (guint i = 0; i < n_tasks; i++)
    self->progress[i] = work[i] > 0 ? (int)(100 * done[i] / work[i] + 0.5) : 0;
}

/* Returns: how far it is, of 100; of what sums up others, as they are by the work in them */
int
qd_plan_network_get_progress (QdPlanNetwork *self,
                              guint          row)
{
  g_return_val_if_fail (row < self->tasks->len, 0);

  if (self->progress == NULL)
    sum_up (self);

  return self->progress[row];
}

/* Returns: whether a task is elsewhere than its links, its constraint and the calendars put it,
 *   as when a holiday came after it */
gboolean
qd_plan_network_is_misplaced (QdPlanNetwork *self,
                              guint          row)
{
  QdTask         *task = g_ptr_array_index (self->tasks, row);
  QdScheduleDates dates = qd_schedule_get_dates (self->schedule, row);

  /* What waits for nothing stands where a person put it, be that a Sunday. */
  if (task->status == QD_TASK_STATUS_DONE || !qd_task_is_placed (task) || qd_plan_network_is_summary (self, row) ||
      !self->linked[row])
    return FALSE;

  return qd_task_get_start_minute (task, self->calendars) != dates.start ||
         qd_task_get_finish_minute (task, self->calendars) != dates.finish;
}

guint
qd_plan_network_count_misplaced (QdPlanNetwork *self)
{
  guint n_misplaced = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    n_misplaced += qd_plan_network_is_misplaced (self, i);

  return n_misplaced;
}

static void
index_links (QdPlanNetwork *self)
{
  guint n_tasks = self->tasks->len;

  self->first_link = g_new0 (guint, n_tasks + 2);
  self->links_of = g_new (guint, 2 * self->links->len + 1);

  for (guint i = 0; i < self->links->len; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (self->schedule, i);

      self->first_link[link->from + 2]++;
      self->first_link[link->to + 2]++;
    }

  for (guint i = 2; i < n_tasks + 2; i++)
    self->first_link[i] += self->first_link[i - 1];

  for (guint i = 0; i < self->links->len; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (self->schedule, i);

      self->links_of[self->first_link[link->from + 1]++] = i;
      self->links_of[self->first_link[link->to + 1]++] = i;
    }
}

/* Returns: (transfer none) (array length=n_links): the numbers of those that tie the task to another, either way */
const guint *
qd_plan_network_get_links_of (QdPlanNetwork *self,
                              guint          row,
                              guint         *n_links)
{
  g_return_val_if_fail (row < self->tasks->len, NULL);

  if (self->first_link == NULL)
    index_links (self);

  *n_links = self->first_link[row + 1] - self->first_link[row];

  return self->links_of + self->first_link[row];
}

/* Whether the task sums under another one now than when this was made. */
gboolean
qd_plan_network_is_reparented (QdPlanNetwork *self,
                               guint          row)
{
  QdTask *task = qd_plan_network_get_task (self, row);

  return qd_schedule_get_task (self->schedule, row)->parent != qd_plan_network_find_task (self, task->parent);
}

/* @task: the same one, read again; to be followed by qd_plan_network_update() */
void
qd_plan_network_set_task (QdPlanNetwork *self,
                          guint          row,
                          QdTask        *task)
{
  g_return_if_fail (row < self->tasks->len);
  g_return_if_fail (qd_record_get_id (task) == qd_record_get_id (g_ptr_array_index (self->tasks, row)));

  g_object_ref (task);
  g_object_unref (g_ptr_array_index (self->tasks, row));
  g_ptr_array_index (self->tasks, row) = task;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/**
 * qd_plan_network_update:
 * @ids: (element-type gint64): of live tasks that have changed, and perhaps of others;
 *   none came, went, or got another summary
 * @before: takes, of each row that came out otherwise, the #QdScheduleDates it had; what
 *   it has of a row already is older, and stays
 *
 * Works out anew what depends on them.
 */
void
qd_plan_network_update (QdPlanNetwork *self,
                        GHashTable    *ids,
                        GHashTable    *before)
{
  g_autofree QdScheduleDates *dates = g_new (QdScheduleDates, self->tasks->len);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (int));
  GHashTableIter iter;
  gpointer       id;
  const guint   *changed;
  guint          n_changed;

  g_clear_pointer (&self->progress, g_free);

  for (guint i = 0; i < self->tasks->len; i++)
    dates[i] = qd_schedule_get_dates (self->schedule, i);

  g_hash_table_iter_init (&iter, ids);

  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      int row = qd_plan_network_find_task (self, *(gint64 *)id);

      if (row >= 0)
        g_array_append_val (rows, row);
    }

  g_array_sort (rows, compare_rows);

  for (guint i = 0; i < rows->len; i++)
    {
      guint          row = g_array_index (rows, int, i);
      QdScheduleTask task = qd_plan_network_get_row_of (self, g_ptr_array_index (self->tasks, row));

      qd_schedule_set_task (self->schedule, row, &task);
    }

  changed = qd_schedule_update (self->schedule, &n_changed);

  for (guint i = 0; i < n_changed; i++)
    if (!g_hash_table_contains (before, GUINT_TO_POINTER (changed[i])))
      g_hash_table_insert (before, GUINT_TO_POINTER (changed[i]), g_memdup2 (&dates[changed[i]], sizeof *dates));
}
