/* qd-schedule-late.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-late"

#include "qd-schedule-private.h"

/* The way back: how late a node may be, and how much later than it is. */

/* The last minute from which the lag still leads to @minute or before. */
static QdMinute
subtract_lag (const QdSchedule *self,
              const QdEdge     *edge,
              guint             to,
              QdMinute          minute)
{
  const QdScheduleLink *link = &g_array_index (self->links, QdScheduleLink, edge->link);
  QdWorkTime           *calendar;

  if (minute == QD_MINUTE_LAST)
    return minute;

  if (link->elapsed)
    return CLAMP ((gint64)minute - link->lag, -QD_MINUTE_LAST, QD_MINUTE_LAST);

  calendar = qd_schedule_peek_calendar (self, to);

  return qd_work_time_begin_at (calendar, qd_work_time_count (calendar, minute) - link->lag);
}

/* Until when what @edge comes from may start or end, whichever it holds, if what it
 * goes to is not to be later than @start and @finish. */
static inline QdMinute
get_limit (QdSchedule   *self,
           const QdEdge *edge,
           QdMinute      start,
           QdMinute      finish)
{
  QdMinute minute = qd_edge_holds_finish (edge) || edge->kind == QD_EDGE_END ? finish : start;

  return edge->lagged ? subtract_lag (self, edge, edge->node, minute) : minute;
}

/* How late what comes after lets a node start and end. */
static void
find_limits (QdSchedule *self,
             guint       node,
             QdMinute   *start,
             QdMinute   *finish)
{
  *start = QD_MINUTE_LAST;
  *finish = self->end;

  for (guint i = self->out_first[node]; i < self->out_first[node + 1]; i++)
    {
      const QdEdge      *edge = &self->out[i];
      const QdNodeDates *to = &self->dates[edge->node];

      if (edge->ignored)
        continue;

      if (qd_edge_from_finish (edge))
        *finish = MIN (*finish, get_limit (self, edge, to->ls, to->lf));
      else
        *start = MIN (*start, get_limit (self, edge, to->ls, to->lf));

      /* When a summary begins, one of its tasks does. */
      if (edge->kind == QD_EDGE_END && self->dates[node].es == to->es)
        *start = MIN (*start, to->ls);
    }
}

/**
 * qd_schedule_get_room:
 *
 * Returns: how many working minutes later @node may end without anything that comes
 *   after it being later
 */
int
qd_schedule_get_room (QdSchedule *self,
                      guint       node)
{
  const QdScheduleTask *task = qd_schedule_peek_task (self, node);
  QdWorkTime           *calendar = self->calendars[task->calendar];
  int                   finish = self->work[node].ef;
  int                   room = G_MAXINT;

  for (guint i = self->out_first[node]; i < self->out_first[node + 1]; i++)
    {
      const QdEdge      *edge = &self->out[i];
      const QdNodeDates *to = &self->dates[edge->node];
      int                work;

      if (edge->ignored || edge->kind == QD_EDGE_BEGIN)
        continue;

      /* Within its summary it may end later until that does, and then as that may. */
      if (edge->kind == QD_EDGE_END)
        work = qd_work_time_count (calendar, to->ef) + qd_schedule_get_room (self, edge->node);
      else
        work = qd_work_time_count (calendar, get_limit (self, edge, to->es, to->ef));

      room = MIN (room, work - (qd_edge_from_finish (edge) ? finish : finish - task->duration));
    }

  if (room == G_MAXINT)
    room = qd_work_time_count (calendar, self->end) - finish;

  return MAX (room, 0);
}

void
qd_schedule_pass_backward (QdSchedule *self,
                           guint       node)
{
  const QdScheduleTask *task = qd_schedule_peek_task (self, node);
  QdNodeDates          *dates = &self->dates[node];
  QdNodeWork           *work = &self->work[node];
  QdWorkTime           *calendar = self->calendars[task->calendar];
  QdMinute              start, finish;

  find_limits (self, node, &start, &finish);
  self->flags[node] = finish == self->end ? self->flags[node] | QD_NODE_BY_END : self->flags[node] & ~QD_NODE_BY_END;

  if (task->constraint == QD_CONSTRAINT_KIND_NOT_AFTER)
    finish = MIN (finish, task->constraint_at);

  if (self->flags[node] & QD_NODE_IS_SUMMARY)
    {
      dates->lf = self->flags[node] & QD_NODE_IS_END ? finish : start;
      dates->ls = start;
      work->lf = qd_work_time_count (calendar, dates->lf);
    }
  else if (task->constraint == QD_CONSTRAINT_KIND_FIXED || (task->progress >= 100 && qd_schedule_task_has_begun (task)))
    {
      dates->ls = dates->es;
      dates->lf = dates->ef;
      work->lf = work->ef;
    }
  else if (task->duration == 0)
    {
      dates->ls = dates->lf = MIN (start, finish);
      work->lf = qd_work_time_count (calendar, dates->lf);
    }
  else
    {
      dates->ls = qd_work_time_run_back (calendar, &finish, task->duration, &work->lf);
      dates->lf = finish;

      if (start < dates->ls)
        {
          dates->ls = start;
          dates->lf = qd_work_time_run (calendar, &start, task->duration, &work->lf);
        }
    }
}
