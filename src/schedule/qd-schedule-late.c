/* qd-schedule-late.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-late"

#include "qd-schedule-private.h"

/* The way back: how late a node may be, and how much later than it is. */

/* The last minute from which the lag still leads to @minute or before. Of what is @by_work,
 * only the working time until then counts; else, as for when something starts, the
 * minute itself. */
static QdMinute
subtract_lag (const QdSchedule *self,
              const QdEdge     *edge,
              guint             to,
              QdMinute          minute,
              gboolean          by_work)
{
  const QdScheduleLink *link = &g_array_index (self->links, QdScheduleLink, edge->link);
  QdWorkTime           *calendar;
  int                   work;

  if (minute == QD_MINUTE_LAST)
    return minute;

  if (link->elapsed)
    return CLAMP ((gint64)minute - link->lag, -QD_MINUTE_LAST, QD_MINUTE_LAST);

  calendar = qd_schedule_peek_calendar (self, to);

  /* A lead leads to where work goes on: after an evening, that is the next morning. */
  if (link->lag < 0 && !by_work)
    work = qd_work_time_count (calendar, minute + 1) - 1;
  else
    work = qd_work_time_count (calendar, minute);

  return qd_work_time_begin_at (calendar, work - link->lag);
}

/* Until when what @edge comes from may start or end, whichever it holds, if what it
 * goes to is not to be later than @start and @finish. */
static inline QdMinute
get_limit (QdSchedule   *self,
           const QdEdge *edge,
           QdMinute      start,
           QdMinute      finish)
{
  guint    to = edge->node;
  gboolean by_work = FALSE;
  QdMinute minute = edge->kind == QD_EDGE_END ? finish : start;

  if (qd_edge_holds_finish (edge))
    {
      QdWorkTime *calendar = qd_schedule_peek_calendar (self, to);

      /* What takes time has ended in the evening if it could not go on before the morning. */
      by_work = qd_schedule_peek_task (self, to)->duration > 0;
      minute = by_work && finish != QD_MINUTE_LAST ? qd_work_time_next (calendar, finish) : finish;
    }

  return edge->lagged ? subtract_lag (self, edge, to, minute, by_work) : minute;
}

/* What has begun no longer waits, and is no reason for others to be in time. */
static inline gboolean
is_felt (const QdSchedule *self,
         const QdEdge     *edge)
{
  return !edge->ignored && !(self->flags[edge->node] & QD_NODE_HAS_BEGUN);
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

      if (!is_felt (self, edge))
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

/* How much work there is before the last minute in which something may start that is not
 * to start after @minute. */
static inline int
count_until_start (QdWorkTime *calendar,
                   QdMinute    minute,
                   int         duration)
{
  return duration > 0 && minute != QD_MINUTE_LAST ? qd_work_time_count (calendar, minute + 1) - 1
                                                  : qd_work_time_count (calendar, minute);
}

/* Until when @node may start and end without its links making anything later; if there is
 * nothing that it could, %QD_MINUTE_LAST. Returns: its edge to its summary, or %NULL */
static const QdEdge *
find_room (QdSchedule *self,
           guint       node,
           QdMinute   *start,
           QdMinute   *finish)
{
  const QdEdge *summary = NULL;

  *start = *finish = QD_MINUTE_LAST;

  for (guint i = self->out_first[node]; i < self->out_first[node + 1]; i++)
    {
      const QdEdge      *edge = &self->out[i];
      const QdNodeDates *to = &self->dates[edge->node];

      if (!is_felt (self, edge) || edge->kind == QD_EDGE_BEGIN)
        continue;

      if (edge->kind == QD_EDGE_END)
        summary = edge;
      else if (qd_edge_from_finish (edge))
        *finish = MIN (*finish, get_limit (self, edge, to->es, to->ef));
      else
        *start = MIN (*start, get_limit (self, edge, to->es, to->ef));
    }

  return summary;
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
  QdNodeDates           dates = self->dates[node];
  QdMinute              start, finish;
  const QdEdge         *edge = find_room (self, node, &start, &finish);
  int                   room;

  /* Within its summaries it may end later until they do, and then as they may. */
  while (edge != NULL)
    {
      QdNodeDates summary = self->dates[edge->node];
      QdMinute    summary_start, summary_finish;

      edge = find_room (self, edge->node, &summary_start, &summary_finish);
      finish = MIN (finish, MAX (summary_finish, summary.ef));

      if (summary.es == dates.es)
        start = MIN (start, summary_start);
    }

  room = qd_work_time_count (calendar, MIN (finish, self->end)) - self->work[node].ef;

  if (start != QD_MINUTE_LAST && !(self->flags[node] & QD_NODE_HAS_BEGUN))
    room = MIN (room,
                count_until_start (calendar, start, task->duration) - qd_work_time_count (calendar, dates.es));

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
  else if (task->constraint == QD_CONSTRAINT_KIND_FIXED || (task->progress >= 100 && (self->flags[node] & QD_NODE_HAS_BEGUN)))
    {
      dates->ls = dates->es;
      dates->lf = dates->ef;
      work->lf = work->ef;
    }
  else if (self->flags[node] & QD_NODE_HAS_BEGUN)
    {
      dates->ls = dates->es;
      work->lf = qd_work_time_count (calendar, finish);
      dates->lf = qd_work_time_end_at (calendar, work->lf);
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
          dates->ls = qd_work_time_begin_at (calendar, count_until_start (calendar, start, task->duration));
          finish = dates->ls;
          dates->lf = qd_work_time_run (calendar, &finish, task->duration, &work->lf);
        }
    }
}
