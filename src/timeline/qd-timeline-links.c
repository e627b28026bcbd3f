/* qd-timeline-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-links"

#include "qd-timeline-drawing.h"

/* From so many pixels a day on they can be told apart. */
#define LINKS_SCALE 2

static gboolean
is_in_sight (const QdTimelineFrame *self,
             GArray                *route)
{
  QdPoint least = { G_MAXDOUBLE, G_MAXDOUBLE }, most = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < route->len; i++)
    {
      const QdPoint *point = &g_array_index (route, QdPoint, i);

      least = (QdPoint){ MIN (least.x, point->x), MIN (least.y, point->y) };
      most = (QdPoint){ MAX (most.x, point->x), MAX (most.y, point->y) };
    }

  return least.x <= self->width && most.x >= 0 && least.y <= self->height && most.y >= 0;
}

static void
draw_link (const QdTimelineFrame *self,
           guint                  source,
           guint                  link,
           QdInk                  ink,
           double                 stroke,
           QdScene               *scene)
{
  g_autoptr(GArray) route = qd_timeline_frame_get_route (self, source, link);
  const QdPoint *points;

  if (route == NULL || !is_in_sight (self, route))
    return;

  points = (const QdPoint *)route->data;
  qd_scene_route (scene, ink, points, route->len, stroke);
  qd_scene_arrow (scene, ink, &points[route->len - 2], &points[route->len - 1], 4.5);
}

/* Whether the link is that of a selected task, or chosen itself. */
gboolean
qd_timeline_frame_is_link_strong (const QdTimelineFrame *self,
                                  guint                  source,
                                  guint                  link)
{
  QdSchedule           *schedule = qd_plan_schedule_get_schedule (qd_timeline_model_get_schedule (self->model, source));
  const QdScheduleLink *edge = qd_schedule_get_link (schedule, link);
  int                   from = qd_timeline_model_get_position (self->model, source, edge->from);
  int                   to = qd_timeline_model_get_position (self->model, source, edge->to);

  if (self->chosen_link == (int)link && self->chosen_source == source)
    return TRUE;

  return (from >= 0 && qd_timeline_frame_is_selected (self, from)) ||
         (to >= 0 && qd_timeline_frame_is_selected (self, to));
}

/* From afar there would be nothing but lines: only those that are asked for are drawn then. */
gboolean
qd_timeline_frame_shows_link (const QdTimelineFrame *self,
                              guint                  source,
                              guint                  link)
{
  return (self->show & QD_TIMELINE_SHOW_LINKS) &&
         (self->axis.scale >= LINKS_SCALE || qd_timeline_frame_is_link_strong (self, source, link));
}

/* Those of one row; what another row in sight begins is drawn with that. */
static void
draw_links_of (const QdTimelineFrame *self,
               guint                  position,
               guint                  first,
               guint                  end,
               gboolean               strong,
               QdScene               *scene)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (self->model, position);
  QdPlanSchedule      *schedule = qd_timeline_model_get_schedule (self->model, row->source);
  const guint         *links;
  guint                n_links;

  links = qd_plan_network_get_links_of (qd_plan_schedule_get_network (schedule), row->task, &n_links);

  for (guint i = 0; i < MIN (n_links, QD_TIMELINE_MOST_LINKS); i++)
    {
      const QdScheduleLink *edge = qd_schedule_get_link (qd_plan_schedule_get_schedule (schedule), links[i]);
      int                   from = qd_timeline_model_get_position (self->model, row->source, edge->from);

      if ((int)position != from && from >= (int)first && from < (int)end)
        continue;

      if (qd_timeline_frame_shows_link (self, row->source, links[i]) &&
          qd_timeline_frame_is_link_strong (self, row->source, links[i]) == strong)
        draw_link (self,
                   row->source,
                   links[i],
                   strong ? QD_INK_LINK_STRONG : QD_INK_LINK,
                   strong ? 2 : 1.25,
                   scene);
    }
}

/* @strong: those of what is selected, or the others */
void
qd_timeline_draw_links (const QdTimelineFrame *self,
                        gboolean               strong,
                        QdScene               *scene)
{
  guint first, end;

  qd_timeline_frame_get_visible (self, &first, &end);

  for (guint i = first; i < end; i++)
    if (qd_timeline_model_get_row (self->model, i)->kind == QD_TIMELINE_ROW_TASK)
      draw_links_of (self, i, first, end, strong, scene);
}
