/* qd-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule"

#include <string.h>

#include "qd-schedule-private.h"

static gboolean
is_sane (const QdScheduleInput *input)
{
  guint n_tasks = input->tasks->len;

  for (guint i = 0; i < n_tasks; i++)
    {
      if (!qd_schedule_task_is_sane (&g_array_index (input->tasks, QdScheduleTask, i), n_tasks, input->n_calendars))
        return FALSE;
    }

  for (guint i = 0; i < input->links->len; i++)
    {
      if (!qd_schedule_link_is_sane (&g_array_index (input->links, QdScheduleLink, i), n_tasks))
        return FALSE;
    }

  return input->start != QD_MINUTE_NONE && input->links->len < QD_SCHEDULE_MAX_LINKS;
}

static QdSchedule *
create (const QdScheduleInput *input)
{
  QdSchedule *self = g_new0 (QdSchedule, 1);

  self->task_array = g_array_ref (input->tasks);
  self->tasks = (QdScheduleTask *)input->tasks->data;
  self->n_tasks = input->tasks->len;
  self->links = g_array_ref (input->links);
  self->calendars = g_new (QdWorkTime *, input->n_calendars);
  self->n_calendars = input->n_calendars;
  self->start = input->start;
  self->status = input->status;
  self->pending = g_array_new (FALSE, FALSE, sizeof (guint));
  self->changed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < input->n_calendars; i++)
    self->calendars[i] = qd_work_time_ref (input->calendars[i]);

  return self;
}

/**
 * qd_schedule_new:
 * @input: a task's parent and calendar and the ends of links must be there
 *
 * Works all of it out. What goes in circles is left out of the reckoning, and found by
 * qd_schedule_find_cycles().
 *
 * Returns: (transfer full) (nullable): %NULL only if it was cancelled
 */
QdSchedule *
qd_schedule_new (const QdScheduleInput *input,
                 GCancellable          *cancellable,
                 GError               **error)
{
  g_autoptr(QdSchedule) self = NULL;

  g_return_val_if_fail (is_sane (input), NULL);

  self = create (input);
  qd_schedule_build (self);

  return qd_schedule_run (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/* Returns: (transfer full): another, to try something on */
QdSchedule *
qd_schedule_copy (QdSchedule *self)
{
  g_autoptr(GArray) tasks = g_array_copy (self->task_array);
  g_autoptr(GArray) links = g_array_copy (self->links);
  QdScheduleInput input = { tasks, links, self->calendars, self->n_calendars, self->start, self->status };

  return qd_schedule_new (&input, NULL, NULL);
}

void
qd_schedule_free (QdSchedule *self)
{
  qd_schedule_clear_graph (self);
  g_free (self->dates);
  g_free (self->work);
  g_free (self->order);

  for (guint i = 0; i < self->n_calendars; i++)
    qd_work_time_unref (self->calendars[i]);

  g_free (self->calendars);
  g_array_unref (self->task_array);
  g_array_unref (self->links);
  g_array_unref (self->pending);
  g_array_unref (self->changed);
  g_free (self);
}

guint
qd_schedule_get_n_tasks (QdSchedule *self)
{
  return self->n_tasks;
}

/* Returns: (transfer none): valid until the next change */
const QdScheduleTask *
qd_schedule_get_task (QdSchedule *self,
                      guint       task)
{
  g_return_val_if_fail (task < self->n_tasks, NULL);

  return &self->tasks[task];
}

guint
qd_schedule_get_n_links (QdSchedule *self)
{
  return self->links->len;
}

/* Returns: (transfer none): valid until the next change */
const QdScheduleLink *
qd_schedule_get_link (QdSchedule *self,
                      guint       link)
{
  g_return_val_if_fail (link < self->links->len, NULL);

  return &g_array_index (self->links, QdScheduleLink, link);
}

/* Returns: (transfer none): that of @task */
QdWorkTime *
qd_schedule_get_calendar (QdSchedule *self,
                          guint       task)
{
  g_return_val_if_fail (task < self->n_tasks, NULL);

  return self->calendars[self->tasks[task].calendar];
}

/* Whether other tasks have it as their parent. */
gboolean
qd_schedule_is_summary (QdSchedule *self,
                        guint       task)
{
  g_return_val_if_fail (task < self->n_tasks, FALSE);

  return (self->flags[task] & QD_NODE_IS_SUMMARY) != 0;
}

/* Returns: before when nothing is done that is not done; %QD_MINUTE_NONE if that is not asked */
QdMinute
qd_schedule_get_status (QdSchedule *self)
{
  return self->status;
}

/* When the first task starts; the start of the plan where there is none. */
QdMinute
qd_schedule_get_start (QdSchedule *self)
{
  QdMinute start = QD_MINUTE_LAST;

  for (guint i = 0; i < self->n_tasks; i++)
    {
      if (!(self->flags[i] & QD_NODE_IS_SUMMARY))
        start = MIN (start, self->dates[i].es);
    }

  return start != QD_MINUTE_LAST ? start : self->start;
}

/* When the last task ends. */
QdMinute
qd_schedule_get_end (QdSchedule *self)
{
  return self->end;
}

QdScheduleDates
qd_schedule_get_dates (QdSchedule *self,
                       guint       task)
{
  guint node;

  g_return_val_if_fail (task < self->n_tasks,
                        ((QdScheduleDates){ QD_MINUTE_NONE, QD_MINUTE_NONE, QD_MINUTE_NONE, QD_MINUTE_NONE }));

  node = qd_schedule_get_end_node (self, task);

  /* A summary may begin as late as it may let its tasks begin. */
  return (QdScheduleDates){
    self->dates[node].es, self->dates[node].ef, self->dates[task].ls, self->dates[node].lf
  };
}

/* Working minutes that @task may end later without moving the end of all or breaking a
 * constraint; less than 0 where one is broken. */
int
qd_schedule_get_total_float (QdSchedule *self,
                             guint       task)
{
  guint node;

  g_return_val_if_fail (task < self->n_tasks, 0);

  node = qd_schedule_get_end_node (self, task);

  return self->work[node].lf - self->work[node].ef;
}

/* Working minutes that @task may end later without any other task starting later; none of what is done. */
int
qd_schedule_get_free_float (QdSchedule *self,
                            guint       task)
{
  g_return_val_if_fail (task < self->n_tasks, 0);

  if (self->tasks[task].progress >= 100)
    return 0;

  return qd_schedule_get_room (self, qd_schedule_get_end_node (self, task));
}

/* Whether the end of all moves when @task does. What is done moves no more. */
gboolean
qd_schedule_is_critical (QdSchedule *self,
                         guint       task)
{
  g_return_val_if_fail (task < self->n_tasks, FALSE);

  return self->tasks[task].progress < 100 && qd_schedule_get_total_float (self, task) <= 0;
}

/**
 * qd_schedule_get_earliest:
 * @link: (out) (optional): the link that says so, or -1
 *
 * Returns: when the links of @task let it start, wherever it stands; %QD_MINUTE_NONE
 *   if they do not hold it
 */
QdMinute
qd_schedule_get_earliest (QdSchedule *self,
                          guint       task,
                          int        *link)
{
  QdMinute    bound = QD_MINUTE_NONE;
  QdWorkTime *calendar;
  int         found = -1;

  g_return_val_if_fail (task < self->n_tasks, QD_MINUTE_NONE);

  qd_schedule_ensure_incoming (self);

  for (guint i = self->in_first[task]; i < self->in_first[task + 1]; i++)
    {
      const QdEdge *edge = &self->in[i];
      QdMinute      wanted = edge->ignored ? QD_MINUTE_NONE : qd_schedule_get_start_bound (self, edge, edge->node, task);

      if (wanted > bound)
        {
          bound = wanted;
          found = qd_edge_is_link (edge) ? (int)edge->link : -1;
        }
    }

  if (link != NULL)
    *link = found;

  calendar = self->calendars[self->tasks[task].calendar];

  return bound != QD_MINUTE_NONE && self->tasks[task].duration > 0 ? qd_work_time_next (calendar, bound) : bound;
}

/**
 * qd_schedule_get_driver:
 * @link: (out): where it is a link, which
 *
 * Returns: why @task starts when it does
 */
QdScheduleDriver
qd_schedule_get_driver (QdSchedule *self,
                        guint       task,
                        int        *link)
{
  g_return_val_if_fail (task < self->n_tasks, QD_SCHEDULE_DRIVER_START);

  *link = -1;

  if (self->flags[task] & QD_NODE_IS_SUMMARY)
    return QD_SCHEDULE_DRIVER_CHILD;

  switch (self->work[task].driver)
    {
    case QD_NODE_DRIVER_START:
      return QD_SCHEDULE_DRIVER_START;

    case QD_NODE_DRIVER_ANCHOR:
      return QD_SCHEDULE_DRIVER_ANCHOR;

    case QD_NODE_DRIVER_CONSTRAINT:
      return QD_SCHEDULE_DRIVER_CONSTRAINT;

    case QD_NODE_DRIVER_STATUS:
      return QD_SCHEDULE_DRIVER_STATUS;

    case QD_NODE_DRIVER_ACTUAL:
      return QD_SCHEDULE_DRIVER_ACTUAL;

    case QD_NODE_DRIVER_PARENT:
      return QD_SCHEDULE_DRIVER_PARENT;

    default:
      *link = self->work[task].driver;
      return QD_SCHEDULE_DRIVER_LINK;
    }
}
