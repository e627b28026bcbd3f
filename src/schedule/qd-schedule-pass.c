/* qd-schedule-pass.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-pass"

#include "qd-schedule-private.h"

/*
 * One node at a time: forward, as early as what comes before lets it; backward,
 * as late as what comes after does. Both look only at nodes beside it, so that a
 * change can be followed just as far as it goes.
 */

/* Whether to go on is asked after so many nodes. */
#define PATIENCE 4096

/* Day and night, or working time of @to, which waits. */
static QdMinute
add_lag (const QdSchedule *self,
         const QdEdge     *edge,
         guint             to,
         QdMinute          minute)
{
  const QdScheduleLink *link = &g_array_index (self->links, QdScheduleLink, edge->link);
  QdWorkTime           *calendar;
  int                   work;

  if (minute == QD_MINUTE_NONE || minute == QD_MINUTE_LAST)
    return minute;

  if (link->elapsed)
    return CLAMP ((gint64)minute + link->lag, -QD_MINUTE_LAST, QD_MINUTE_LAST);

  calendar = qd_schedule_peek_calendar (self, to);
  work = qd_work_time_count (calendar, minute) + link->lag;

  return link->lag > 0 ? qd_work_time_end_at (calendar, work) : qd_work_time_begin_at (calendar, work);
}

/* When @edge lets the node @to start at the earliest. */
QdMinute
qd_schedule_get_start_bound (QdSchedule   *self,
                             const QdEdge *edge,
                             guint         from,
                             guint         to)
{
  QdMinute    wanted = qd_edge_from_finish (edge) ? self->dates[from].ef : self->dates[from].es;
  QdWorkTime *calendar;
  int         duration;

  if (edge->lagged)
    wanted = add_lag (self, edge, to, wanted);

  if (!qd_edge_holds_finish (edge) || wanted == QD_MINUTE_NONE || wanted == QD_MINUTE_LAST)
    return wanted;

  duration = qd_schedule_peek_task (self, to)->duration;

  if (duration == 0)
    return wanted;

  calendar = qd_schedule_peek_calendar (self, to);

  return qd_work_time_begin_at (calendar, qd_work_time_count (calendar, wanted) - duration);
}

/* What a task waits for besides the nodes before it. */
static QdMinute
get_own_bound (const QdSchedule     *self,
               const QdScheduleTask *task,
               gboolean              linked,
               int                  *driver)
{
  QdMinute bound = QD_MINUTE_NONE;

  *driver = QD_NODE_DRIVER_START;

  if (task->anchor == QD_MINUTE_NONE)
    {
      bound = self->start;
    }
  else if (!linked)
    {
      bound = task->anchor;
      *driver = QD_NODE_DRIVER_ANCHOR;
    }

  if (task->constraint == QD_CONSTRAINT_KIND_NOT_BEFORE && task->constraint_at > bound)
    {
      bound = task->constraint_at;
      *driver = QD_NODE_DRIVER_CONSTRAINT;
    }

  if (self->status != QD_MINUTE_NONE && self->status > bound)
    {
      bound = self->status;
      *driver = QD_NODE_DRIVER_STATUS;
    }

  return bound;
}

/* Of what wants the same, a link says more than a summary or where it stood, and the
 * first link more than another. */
static inline void
raise_bound (QdMinute     *bound,
             int          *driver,
             const QdEdge *edge,
             QdMinute      wanted)
{
  int reason = qd_edge_is_link (edge) ? (int)edge->link : QD_NODE_DRIVER_PARENT;

  if (wanted > *bound ||
      (wanted == *bound && reason >= 0 && wanted != QD_MINUTE_NONE && (*driver < 0 || reason < *driver)))
    {
      *bound = wanted;
      *driver = reason;
    }
}

static inline QdMinute
get_wanted (QdSchedule   *self,
            const QdEdge *edge,
            guint         from,
            guint         to)
{
  if (edge->kind == QD_LINK_KIND_FINISH_START && !edge->lagged)
    return self->dates[from].ef;

  return qd_schedule_get_start_bound (self, edge, from, to);
}

static void
end_after (QdSchedule *self,
           guint       node,
           QdMinute    from,
           int         work)
{
  QdWorkTime *calendar = qd_schedule_peek_calendar (self, node);

  if (work > 0)
    {
      self->dates[node].ef = qd_work_time_run (calendar, &from, work, &self->work[node].ef);
    }
  else
    {
      self->dates[node].ef = from;
      self->work[node].ef = qd_work_time_count (calendar, from);
    }
}

/* What has begun began when it did, and what is left of it is not done before the status
 * day; who is ahead of it is not held to be done sooner. */
static void
place_begun (QdSchedule           *self,
             guint                 node,
             const QdScheduleTask *task)
{
  self->dates[node].es = task->anchor;
  self->work[node].driver = QD_NODE_DRIVER_ACTUAL;

  if (task->progress >= 100 && task->finish != QD_MINUTE_NONE)
    {
      end_after (self, node, MAX (task->finish, task->anchor), 0);
      return;
    }

  end_after (self, node, task->anchor, task->duration);

  if (task->progress < 100 && self->status > task->anchor)
    {
      QdMinute finish = self->dates[node].ef;

      end_after (self, node, self->status, task->duration - (int)((gint64)task->duration * task->progress / 100));

      if (self->dates[node].ef < finish)
        end_after (self, node, task->anchor, task->duration);
    }
}

/* From where it may start on, in working time. A milestone marks a moment and is no
 * work: it stays where it is put. */
static void
place (QdSchedule           *self,
       guint                 node,
       const QdScheduleTask *task,
       QdMinute              bound,
       int                   driver)
{
  QdNodeDates *dates = &self->dates[node];
  QdNodeWork  *work = &self->work[node];
  QdWorkTime  *calendar = self->calendars[task->calendar];

  work->driver = driver;

  if (task->constraint == QD_CONSTRAINT_KIND_FIXED)
    {
      bound = task->constraint_at;
      work->driver = QD_NODE_DRIVER_CONSTRAINT;
    }
  else if (bound == QD_MINUTE_NONE)
    {
      bound = self->start;
    }

  if (task->duration > 0)
    {
      dates->ef = qd_work_time_run (calendar, &bound, task->duration, &work->ef);
    }
  else
    {
      dates->ef = bound;
      work->ef = qd_work_time_count (calendar, bound);
    }

  dates->es = bound;
}

/* What a node waits for besides the nodes before it. */
static QdMinute
get_node_bound (const QdSchedule *self,
                guint             node,
                int              *driver)
{
  const QdScheduleTask *task = qd_schedule_peek_task (self, node);

  if (!(self->flags[node] & QD_NODE_IS_SUMMARY))
    return get_own_bound (self, task, self->flags[node] & QD_NODE_IS_LINKED, driver);

  if (task->constraint == QD_CONSTRAINT_KIND_NOT_BEFORE || task->constraint == QD_CONSTRAINT_KIND_FIXED)
    {
      *driver = QD_NODE_DRIVER_CONSTRAINT;
      return task->constraint_at;
    }

  *driver = QD_NODE_DRIVER_START;

  return QD_MINUTE_NONE;
}

/* Puts a node where it is, once all that comes before it is known: what that wants, and why. */
static void
finish_node (QdSchedule *self,
             guint       node,
             QdMinute    bound,
             int         driver)
{
  const QdScheduleTask *task = &self->tasks[node];
  int                   own_driver;
  QdMinute              own = get_node_bound (self, node, &own_driver);

  if (own > bound || (own == bound && driver < 0))
    {
      bound = own;
      driver = own_driver;
    }

  self->flags[node] &= ~QD_NODE_HAS_BEGUN;

  if (self->flags[node] & QD_NODE_IS_SUMMARY)
    {
      self->dates[node].es = self->dates[node].ef = bound;
      self->work[node].driver = driver;
    }
  else if (qd_schedule_task_has_begun (task))
    {
      self->flags[node] |= QD_NODE_HAS_BEGUN;
      place_begun (self, node, task);
    }
  else
    {
      place (self, node, task, bound, driver);
    }
}

/* A summary spans what it sums up. Where all of that goes in circles, it is nowhere. */
static void
finish_summary (QdSchedule *self,
                guint       node,
                QdMinute    es,
                QdMinute    ef)
{
  gboolean is_empty = ef == QD_MINUTE_NONE;

  self->dates[node].es = is_empty ? self->start : es;
  self->dates[node].ef = is_empty ? self->start : ef;
  self->work[node].ef = qd_work_time_count (qd_schedule_peek_calendar (self, node), self->dates[node].ef);
  self->work[node].driver = QD_NODE_DRIVER_START;
}

/* One node by itself. */
void
qd_schedule_pass_forward (QdSchedule *self,
                          guint       node)
{
  int      driver = QD_NODE_DRIVER_PARENT;
  QdMinute bound = QD_MINUTE_NONE;
  QdMinute first = QD_MINUTE_LAST;
  gboolean is_end = self->flags[node] & QD_NODE_IS_END;

  for (guint i = self->in_first[node]; i < self->in_first[node + 1]; i++)
    {
      const QdEdge *edge = &self->in[i];

      if (edge->ignored)
        continue;

      raise_bound (&bound, &driver, edge, get_wanted (self, edge, edge->node, node));
      first = MIN (first, self->dates[edge->node].es);
    }

  if (is_end)
    finish_summary (self, node, first, bound);
  else
    finish_node (self, node, bound, driver);
}

/* Where the forward pass is. What has become ready is taken at once if it stands
 * before @next, else when that comes to it: most plans are written in the order in
 * which things are done, and are then worked out in the order in which they lie. */
typedef struct
{
  guint  next;
  guint *n_waiting; /* of each node: for how many others */
  guint *ready;     /* above the nodes that are in order: there are never more than all */
  guint  n_done;
} Sweep;

/* Hands on to what waits for @node what it may do now. */
static void
push (QdSchedule *self,
      Sweep      *sweep,
      guint       node)
{
  for (guint i = self->out_first[node]; i < self->out_first[node + 1]; i++)
    {
      const QdEdge *edge = &self->out[i];
      QdNodeDates  *to = &self->dates[edge->node];

      if (edge->ignored)
        continue;

      raise_bound (&to->ef, &to->ls, edge, get_wanted (self, edge, node, edge->node));

      if (edge->kind == QD_EDGE_END)
        to->es = MIN (to->es, self->dates[node].es);

      if (--sweep->n_waiting[edge->node] == 0 && edge->node < sweep->next)
        *--sweep->ready = edge->node;
    }
}

static void
take_ready (QdSchedule *self,
            Sweep      *sweep)
{
  while (sweep->ready < self->order + self->n_nodes)
    {
      guint node = *sweep->ready++;

      self->order[sweep->n_done++] = node;

      if (self->flags[node] & QD_NODE_IS_END)
        finish_summary (self, node, self->dates[node].es, self->dates[node].ef);
      else
        finish_node (self, node, self->dates[node].ef, self->dates[node].ls);

      push (self, sweep, node);
    }
}

/* Kahn's algorithm finds the order, and all of the forward pass is done as it goes.
 * Returns: how many nodes have a place; all unless there is a circle */
static guint
run_forward (QdSchedule   *self,
             GCancellable *cancellable)
{
  g_autofree guint *n_waiting = qd_schedule_take_n_in (self);
  Sweep             sweep = { .n_waiting = n_waiting };

  if (self->n_nodes == 0)
    return 0;

  sweep.ready = self->order + self->n_nodes;

  /* Until it is known when a node ends, ef is what lets it start at the earliest so far,
   * and ls what does. */
  for (guint node = 0; node < self->n_nodes; node++)
    {
      self->dates[node].es = QD_MINUTE_LAST;
      self->dates[node].ef = QD_MINUTE_NONE;
      self->dates[node].ls = QD_NODE_DRIVER_PARENT;
    }

  while (sweep.next < self->n_nodes)
    {
      guint node = sweep.next++;

      if (node % PATIENCE == 0 && g_cancellable_is_cancelled (cancellable))
        break;

      if (n_waiting[node] == 0)
        {
          *--sweep.ready = node;
          take_ready (self, &sweep);
        }
    }

  return sweep.n_done;
}

/* When the last of all is over. */
void
qd_schedule_settle_end (QdSchedule *self)
{
  QdMinute end = QD_MINUTE_NONE;

  for (guint i = 0; i < self->n_tasks; i++)
    {
      if (!(self->flags[i] & QD_NODE_IS_SUMMARY))
        end = MAX (end, self->dates[i].ef);
    }

  self->end = end != QD_MINUTE_NONE ? end : self->start;
}

/* All of it, from the beginning. */
gboolean
qd_schedule_run (QdSchedule   *self,
                 GCancellable *cancellable,
                 GError      **error)
{
  self->dates = g_renew (QdNodeDates, self->dates, self->n_nodes);
  self->work = g_renew (QdNodeWork, self->work, self->n_nodes);
  self->order = g_renew (guint, self->order, self->n_nodes);

  if (run_forward (self, cancellable) < self->n_nodes && !g_cancellable_is_cancelled (cancellable))
    {
      qd_schedule_break_cycles (self);
      run_forward (self, cancellable);
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  qd_schedule_settle_end (self);

  for (guint i = self->n_nodes; i > 0; i--)
    qd_schedule_pass_backward (self, self->order[i - 1]);

  return TRUE;
}

/**
 * qd_schedule_get_bound:
 *
 * Returns: from when on @task could start, were it not for days off; %QD_MINUTE_NONE
 *   for a summary
 */
QdMinute
qd_schedule_get_bound (QdSchedule *self,
                       guint       task)
{
  int      driver;
  QdMinute bound, links;

  g_return_val_if_fail (task < self->n_tasks, QD_MINUTE_NONE);

  if (self->flags[task] & QD_NODE_IS_SUMMARY)
    return QD_MINUTE_NONE;

  if (qd_schedule_task_has_begun (&self->tasks[task]))
    return self->tasks[task].anchor;

  if (self->tasks[task].constraint == QD_CONSTRAINT_KIND_FIXED)
    return self->tasks[task].constraint_at;

  bound = get_node_bound (self, task, &driver);
  qd_schedule_ensure_incoming (self);

  for (guint i = self->in_first[task]; i < self->in_first[task + 1]; i++)
    {
      if (self->in[i].ignored)
        continue;

      links = get_wanted (self, &self->in[i], self->in[i].node, task);
      bound = MAX (bound, links);
    }

  return bound;
}
