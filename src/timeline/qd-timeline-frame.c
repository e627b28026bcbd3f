/* qd-timeline-frame.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-frame"

#include "qd-timeline-frame.h"

#include <math.h>

/*
 * Where things are. Drawing, picking, what a screen reader is told and the tests all
 * ask here, so that they agree.
 */

/* Of the height of a row */
#define BAR_TOP 0.25
#define BAR_TOP_COMPARED 0.17 /* above what it was in a baseline */
#define BAR_HEIGHT 0.5
#define SUMMARY_HEIGHT 0.2

/* A bar is never so narrow that it cannot be seen. */
#define MIN_WIDTH 4

/* From this many pixels a day on, hours can be told apart. */
#define HOURS_SCALE 110

/* How far a link goes straight on before it turns */
#define LINK_STUB 7

/* The rows that are in sight, @end not included. */
void
qd_timeline_frame_get_visible (const QdTimelineFrame *self,
                               guint                 *first,
                               guint                 *end)
{
  guint n_rows = qd_timeline_model_get_n_rows (self->model);

  *first = MIN ((guint)MAX (floor (self->y / self->row_height), 0), n_rows);
  *end = MIN ((guint)MAX (ceil ((self->y + self->height) / self->row_height), 0), n_rows);
}

/* Returns: the row at @y, or -1 where there is none */
int
qd_timeline_frame_get_position (const QdTimelineFrame *self,
                                double                 y)
{
  double position = floor ((y + self->y) / self->row_height);

  return position >= 0 && position < qd_timeline_model_get_n_rows (self->model) ? (int)position : -1;
}

/* All of it, from edge to edge. */
QdRect
qd_timeline_frame_get_row (const QdTimelineFrame *self,
                           guint                  position)
{
  return (QdRect){ 0, position * self->row_height - self->y, self->width, self->row_height };
}

/* A task that has no time fills its days, as long as hours cannot be told apart. */
gboolean
qd_timeline_frame_is_whole_days (const QdTimelineFrame *self,
                                 const QdTimelineFacts *facts)
{
  return self->axis.scale < HOURS_SCALE && !facts->timed;
}

/* Meetings last an hour or two: from afar there is but a mark, where they are. */
static void
widen_mark (const QdTimelineFrame *self,
            QdRect                *bar)
{
  double size = self->row_height * BAR_HEIGHT;

  if (bar->width >= size)
    return;

  bar->x += (bar->width - size) / 2;
  bar->width = size;
}

static double
get_bar_y (const QdTimelineFrame *self,
           guint                  position)
{
  gboolean compared = (self->show & QD_TIMELINE_SHOW_BASELINE) && qd_timeline_model_get_baseline (self->model) != 0;

  return (position + (compared ? BAR_TOP_COMPARED : BAR_TOP)) * self->row_height - self->y;
}

static QdRect
get_milestone (const QdTimelineFrame *self,
               guint                  position,
               const QdTimelineFacts *facts,
               QdMinute               finish)
{
  double size = self->row_height * BAR_HEIGHT;
  double minute = finish;

  /* In the middle of its day, rather than where its evening is */
  if (qd_timeline_frame_is_whole_days (self, facts))
    minute = qd_minute_from_day (qd_minute_get_day (finish - 1)) + QD_MINUTES_PER_DAY / 2.0;

  return (QdRect){ qd_time_axis_get_x (&self->axis, minute) - size / 2,
                   get_bar_y (self, position),
                   size,
                   size };
}

/**
 * qd_timeline_frame_get_bar_of:
 * @facts: of the row
 * @start: instead of when it starts
 * @finish: instead of when it ends
 *
 * Returns: whether there is a bar at all
 */
gboolean
qd_timeline_frame_get_bar_of (const QdTimelineFrame *self,
                              guint                  position,
                              const QdTimelineFacts *facts,
                              QdMinute               start,
                              QdMinute               finish,
                              QdRect                *bar)
{
  double x, end;

  if (start == QD_MINUTE_NONE || finish == QD_MINUTE_NONE)
    return FALSE;

  if (facts->milestone)
    {
      *bar = get_milestone (self, position, facts, finish);
      return TRUE;
    }

  if (qd_timeline_frame_is_whole_days (self, facts))
    {
      start = qd_minute_from_day (qd_minute_get_day (start));
      finish = qd_minute_from_day (qd_minute_get_day (MAX (finish - 1, start)) + 1);
    }

  x = qd_time_axis_get_x (&self->axis, start);
  end = qd_time_axis_get_x (&self->axis, finish);
  *bar = (QdRect){ x,
                   get_bar_y (self, position),
                   MAX (end - x, MIN_WIDTH),
                   self->row_height * (facts->summary ? SUMMARY_HEIGHT : BAR_HEIGHT) };

  if (facts->meeting)
    widen_mark (self, bar);

  if (facts->summary)
    bar->y += self->row_height * (BAR_HEIGHT - SUMMARY_HEIGHT) / 2;

  return TRUE;
}

/* Returns: whether the row has a bar at all */
gboolean
qd_timeline_frame_get_bar (const QdTimelineFrame *self,
                           guint                  position,
                           QdRect                *bar)
{
  QdTimelineFacts facts;

  qd_timeline_model_get_facts (self->model, position, &facts);

  return qd_timeline_frame_get_bar_of (self, position, &facts, facts.start, facts.finish, bar);
}

/* A little beyond the end of the bar, to draw a link from. */
QdRect
qd_timeline_frame_get_link_handle (const QdTimelineFrame *self,
                                   const QdRect          *bar)
{
  double size = self->row_height * 0.3;

  return (QdRect){ bar->x + bar->width + 3, bar->y + (bar->height - size) / 2, size, size };
}

static void
add_point (GArray *points,
           double  x,
           double  y)
{
  QdPoint point = { x, y };

  g_array_append_val (points, point);
}

/* From an end of one bar to an end of the other, out of each straight, and between rows where there is no other way. */
static GArray *
create_route (double   from_x,
              double   from_y,
              gboolean from_right,
              double   to_x,
              double   to_y,
              gboolean to_right,
              double   row_height)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (QdPoint));
  double  out = from_x + (from_right ? LINK_STUB : -LINK_STUB);
  double  in = to_x + (to_right ? LINK_STUB + 2 : -LINK_STUB - 2);
  double  between = to_y + (from_y < to_y ? -row_height / 2 : row_height / 2);

  add_point (points, from_x, from_y);

  if (from_right == to_right)
    {
      double turn = from_right ? MAX (out, in) : MIN (out, in);

      add_point (points, turn, from_y);
      add_point (points, turn, to_y);
    }
  else if (from_right ? out <= in : out >= in)
    {
      add_point (points, in, from_y);
      add_point (points, in, to_y);
    }
  else
    {
      add_point (points, out, from_y);
      add_point (points, out, between);
      add_point (points, in, between);
      add_point (points, in, to_y);
    }

  add_point (points, to_x, to_y);

  return points;
}

/* What starts after the other is finished is come upon from above, or from below. */
static GArray *
create_drop (const QdRect *from,
             const QdRect *to)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (QdPoint));
  double  x = MAX (to->x + MIN (to->width / 2, LINK_STUB), from->x + from->width + LINK_STUB - 2);
  double  y = from->y + from->height / 2;

  x = MIN (x, to->x + to->width);
  add_point (points, from->x + from->width, y);
  add_point (points, x, y);
  add_point (points, x, to->y > from->y ? to->y : to->y + to->height);

  return points;
}

/**
 * qd_timeline_frame_get_route:
 * @link: of that source's schedule
 *
 * Returns: (transfer full) (nullable) (element-type QdPoint): the corners of the line from the
 *   one bar to the other, across and down in turn; %NULL if one of them is not to be seen
 */
GArray *
qd_timeline_frame_get_route (const QdTimelineFrame *self,
                             guint                  source,
                             guint                  link)
{
  QdPlanSchedule       *schedule = qd_timeline_model_get_schedule (self->model, source);
  const QdScheduleLink *edge = qd_schedule_get_link (qd_plan_schedule_get_schedule (schedule), link);
  int                   from = qd_timeline_model_get_position (self->model, source, edge->from);
  int                   to = qd_timeline_model_get_position (self->model, source, edge->to);
  gboolean              from_right = edge->kind == QD_LINK_KIND_FINISH_START || edge->kind == QD_LINK_KIND_FINISH_FINISH;
  gboolean              to_right = edge->kind == QD_LINK_KIND_FINISH_FINISH || edge->kind == QD_LINK_KIND_START_FINISH;
  QdRect                from_bar, to_bar;

  if (from < 0 || to < 0 || !qd_timeline_frame_get_bar (self, from, &from_bar) ||
      !qd_timeline_frame_get_bar (self, to, &to_bar))
    return NULL;

  if (edge->kind == QD_LINK_KIND_FINISH_START && from != to &&
      to_bar.x + to_bar.width >= from_bar.x + from_bar.width + LINK_STUB - 2)
    return create_drop (&from_bar, &to_bar);

  return create_route (from_bar.x + (from_right ? from_bar.width : 0),
                       from_bar.y + from_bar.height / 2,
                       from_right,
                       to_bar.x + (to_right ? to_bar.width : 0),
                       to_bar.y + to_bar.height / 2,
                       to_right,
                       self->row_height);
}

static gboolean
is_near (const QdRect *rect,
         double        x,
         double        y,
         double        tolerance)
{
  return x >= rect->x - tolerance && x <= rect->x + rect->width + tolerance && y >= rect->y - tolerance &&
         y <= rect->y + rect->height + tolerance;
}

/* Which part of the bar. Its edges take up no more than a third of it each. */
static QdTimelinePart
pick_bar (const QdTimelineFrame *self,
          guint                  position,
          double                 x,
          double                 y,
          double                 tolerance)
{
  QdTimelineFacts facts;
  QdRect          bar, handle;
  double          edge, progress;

  qd_timeline_model_get_facts (self->model, position, &facts);

  if (!qd_timeline_frame_get_bar_of (self, position, &facts, facts.start, facts.finish, &bar))
    return QD_TIMELINE_PART_ROW;

  handle = qd_timeline_frame_get_link_handle (self, &bar);

  if (facts.task != NULL && (self->hover == (int)position || self->current == (int)position) &&
      is_near (&handle, x, y, tolerance))
    return QD_TIMELINE_PART_LINK_HANDLE;

  if (!is_near (&bar, x, y, tolerance))
    return QD_TIMELINE_PART_ROW;

  /* A mark is wider than what it stands for: its edges are no times. */
  if (facts.milestone || facts.summary || facts.task == NULL ||
      (facts.meeting && bar.width <= self->row_height * BAR_HEIGHT))
    return QD_TIMELINE_PART_BAR;

  edge = MIN (6 + tolerance, bar.width / 3);

  if (x <= bar.x + edge)
    return QD_TIMELINE_PART_START;

  if (x >= bar.x + bar.width - edge)
    return QD_TIMELINE_PART_END;

  progress = bar.x + bar.width * facts.progress / 100;

  if (bar.width > 40 && y > bar.y + bar.height * 0.66 && fabs (x - progress) <= 5 + tolerance)
    return QD_TIMELINE_PART_PROGRESS;

  return QD_TIMELINE_PART_BAR;
}

static gboolean
is_on_route (GArray *points,
             double  x,
             double  y)
{
  for (guint i = 1; i < points->len; i++)
    {
      const QdPoint *a = &g_array_index (points, QdPoint, i - 1), *b = &g_array_index (points, QdPoint, i);
      QdRect         rect = { MIN (a->x, b->x), MIN (a->y, b->y), fabs (a->x - b->x), fabs (a->y - b->y) };

      if (is_near (&rect, x, y, 3))
        return TRUE;
    }

  return FALSE;
}

/* The links of the rows in sight, as far as they are drawn */
static gboolean
pick_link (const QdTimelineFrame *self,
           double                 x,
           double                 y,
           QdTimelinePick        *pick)
{
  guint first, end;

  if (!(self->show & QD_TIMELINE_SHOW_LINKS))
    return FALSE;

  qd_timeline_frame_get_visible (self, &first, &end);

  for (guint i = first; i < end; i++)
    {
      const QdTimelineRow *row = qd_timeline_model_get_row (self->model, i);
      const guint         *links;
      guint                n_links;

      if (row->kind != QD_TIMELINE_ROW_TASK)
        continue;

      links = qd_plan_network_get_links_of (
          qd_plan_schedule_get_network (qd_timeline_model_get_schedule (self->model, row->source)), row->task, &n_links);

      for (guint j = 0; j < MIN (n_links, QD_TIMELINE_MOST_LINKS); j++)
        {
          g_autoptr(GArray) route = qd_timeline_frame_shows_link (self, row->source, links[j])
                                        ? qd_timeline_frame_get_route (self, row->source, links[j])
                                        : NULL;

          if (route == NULL || !is_on_route (route, x, y))
            continue;

          pick->part = QD_TIMELINE_PART_LINK;
          pick->link = links[j];
          pick->source = row->source;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * qd_timeline_frame_pick:
 * @tolerance: how much a finger is off; 0 for a pointer
 *
 * Returns: what is at that point
 */
QdTimelinePick
qd_timeline_frame_pick (const QdTimelineFrame *self,
                        double                 x,
                        double                 y,
                        double                 tolerance)
{
  QdTimelinePick pick = { QD_TIMELINE_PART_NOTHING, qd_timeline_frame_get_position (self, y), -1, 0 };

  if (pick.position >= 0)
    {
      pick.part = pick_bar (self, pick.position, x, y, tolerance);
      pick.source = qd_timeline_model_get_row (self->model, pick.position)->source;
    }

  if (pick.part == QD_TIMELINE_PART_ROW)
    pick_link (self, x, y, &pick);

  return pick;
}
