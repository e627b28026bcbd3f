/* qd-schedule-find.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-find"

#include "qd-schedule-private.h"

static void
add_finding (GArray               *findings,
             QdScheduleFindingKind kind,
             guint                 task,
             int                   link,
             QdMinute              wanted)
{
  QdScheduleFinding finding = { kind, task, link, wanted };

  g_array_append_val (findings, finding);
}

/* Whether it starts then; where only a day is meant, which begins at midnight, on that day. */
static gboolean
starts_at (QdMinute start,
           QdMinute minute)
{
  return start == minute || (qd_minute_get_time (minute) == 0 && qd_minute_get_day (start) == qd_minute_get_day (minute));
}

static void
look_at_task (QdSchedule *self,
              guint       index,
              GArray     *findings)
{
  const QdScheduleTask *task = &self->tasks[index];
  guint                 node = qd_schedule_get_end_node (self, index);
  gboolean              begun = qd_schedule_task_has_begun (task);
  gboolean              fixed = task->constraint == QD_CONSTRAINT_KIND_FIXED;

  if (self->dates[node].ef >= QD_MINUTE_LAST)
    add_finding (findings, QD_SCHEDULE_FINDING_NO_WORK, index, -1, QD_MINUTE_NONE);
  else if (task->constraint == QD_CONSTRAINT_KIND_NOT_AFTER && self->dates[node].ef > task->constraint_at && task->progress < 100)
    add_finding (findings, QD_SCHEDULE_FINDING_LATE, index, -1, task->constraint_at);
  else if (fixed && !begun && task->progress < 100 && !starts_at (self->dates[node].es, task->constraint_at))
    add_finding (findings, QD_SCHEDULE_FINDING_NOT_FIXED, index, -1, task->constraint_at);

  if (!(self->flags[node] & QD_NODE_IS_SUMMARY) && task->progress < 100 && (fixed || begun))
    {
      int      link;
      QdMinute earliest = qd_schedule_get_earliest (self, index, &link);

      if (earliest > self->dates[node].es)
        add_finding (findings, begun ? QD_SCHEDULE_FINDING_ACTUAL : QD_SCHEDULE_FINDING_FIXED, index, link, earliest);
    }
}

/**
 * qd_schedule_find:
 *
 * Returns: (transfer full) (element-type QdScheduleFinding): what cannot be as it
 *   was asked for, by task
 */
GArray *
qd_schedule_find (QdSchedule *self)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (QdScheduleFinding));

  for (guint i = 0; i < self->n_tasks; i++)
    look_at_task (self, i, findings);

  for (guint i = 0; i < self->links->len; i++)
    {
      const QdScheduleLink *link = &g_array_index (self->links, QdScheduleLink, i);

      if ((self->flags[link->to] & QD_NODE_IS_SUMMARY) &&
          (link->kind == QD_LINK_KIND_FINISH_FINISH || link->kind == QD_LINK_KIND_START_FINISH))
        add_finding (findings, QD_SCHEDULE_FINDING_SUMMARY, link->to, i, QD_MINUTE_NONE);
    }

  for (guint i = 0; self->cycles != NULL && i < self->cycles->len; i++)
    {
      GArray *cycle = g_ptr_array_index (self->cycles, i);

      for (guint j = 0; j < cycle->len; j++)
        add_finding (findings, QD_SCHEDULE_FINDING_CYCLE, g_array_index (cycle, guint, j), -1, QD_MINUTE_NONE);
    }

  return findings;
}

static GArray *
trace_back (QdSchedule  *self,
            const guint *came_from,
            guint        node)
{
  g_autoptr(GArray) backward = g_array_new (FALSE, FALSE, sizeof (guint));

  for (;; node = came_from[node] - 1)
    {
      g_array_append_val (backward, node);

      if (came_from[node] == node + 1)
        break;
    }

  return qd_schedule_name_way (self, backward);
}

/**
 * qd_schedule_find_path:
 *
 * Whether @to waits for @from, be it over others: then @from must not wait for @to.
 *
 * Returns: (transfer full) (nullable) (element-type guint): the tasks on the shortest
 *   way, both included
 */
GArray *
qd_schedule_find_path (QdSchedule *self,
                       guint       from,
                       guint       to)
{
  g_autofree guint *came_from = g_new0 (guint, self->n_nodes); /* one more; 0 for nowhere */
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  guint goal;

  g_return_val_if_fail (from < self->n_tasks && to < self->n_tasks, NULL);

  goal = qd_schedule_get_end_node (self, to);
  came_from[from] = from + 1;
  g_array_append_val (queue, from);

  for (guint next = 0; next < queue->len; next++)
    {
      guint node = g_array_index (queue, guint, next);

      if (node == goal)
        return trace_back (self, came_from, node);

      for (guint i = self->out_first[node]; i < self->out_first[node + 1]; i++)
        {
          guint other = self->out[i].node;

          if (self->out[i].ignored || came_from[other] != 0)
            continue;

          came_from[other] = node + 1;
          g_array_append_val (queue, other);
        }
    }

  return NULL;
}
