/* qd-timeline-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-links"

#include "qd-timeline-drawing.h"

/* More lines than that from one bar cannot be told apart; nor is the frame to wait for them. */
#define MOST_LINKS 120

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
static gboolean
is_strong (const QdTimelineFrame *self,
           guint                  source,
           guint                  link,
           int                    from,
           int                    to)
{
  if (self->chosen_link == (int)link && self->chosen_source == source)
    return TRUE;

  return (from >= 0 && qd_timeline_frame_is_selected (self, from)) ||
         (to >= 0 && qd_timeline_frame_is_selected (self, to));
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

  for (guint i = 0; i < MIN (n_links, MOST_LINKS); i++)
    {
      const QdScheduleLink *edge = qd_schedule_get_link (qd_plan_schedule_get_schedule (schedule), links[i]);
      int                   from = qd_timeline_model_get_position (self->model, row->source, edge->from);
      int                   to = qd_timeline_model_get_position (self->model, row->source, edge->to);

      if ((int)position != from && from >= (int)first && from < (int)end)
        continue;

      if (is_strong (self, row->source, links[i], from, to) == strong)
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
