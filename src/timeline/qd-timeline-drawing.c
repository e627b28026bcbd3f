/* qd-timeline-drawing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-drawing"

#include "qd-timeline-drawing.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-day-words.h"
#include "qd-timeline-tenants.h"

/* A label leaves so much room to the lines at its sides. */
#define PADDING 6
#define FLAG_GAP 2
#define TAG_PADDING 5

static QdMinute
get_status (const QdTimelineFrame *self)
{
  QdPlan *plan;

  if (qd_timeline_model_get_n_plans (self->model) != 1)
    return QD_MINUTE_NONE;

  plan = qd_plan_schedule_get_plan (qd_timeline_model_get_schedule (self->model, 0));

  return plan->status_day != QD_DAY_NONE ? qd_minute_from_day (plan->status_day) : QD_MINUTE_NONE;
}

static gboolean
get_line (const QdTimelineFrame *self,
          QdMinute               minute,
          double                 stroke,
          QdRect                *line)
{
  if (minute == QD_MINUTE_NONE)
    return FALSE;

  *line = (QdRect){ qd_time_axis_get_x (&self->axis, minute) - stroke / 2, 0, stroke, self->height };

  return line->x >= -stroke && line->x <= self->width;
}

/* A line for each release, below the bars; an upgrade needs none where its window is drawn. */
static void
draw_marker_lines (const QdTimelineFrame *self,
                   QdScene               *scene)
{
  guint                   n_markers;
  const QdTimelineMarker *markers = qd_timeline_model_get_markers (self->model, &n_markers);

  for (guint i = 0; i < n_markers; i++)
    {
      QdRect line;

      if (qd_timeline_frame_shows_marker (self, markers[i].released) &&
          (markers[i].released || !qd_timeline_frame_shows_marker (self, TRUE)) &&
          get_line (self, markers[i].minute, 1, &line))
        qd_scene_dashes (scene, QD_INK_GRID_STRONG, &line);
    }
}

/* Which version it is, at the lower end of its line and above the bars. Where two would lie on each other the
 * second is left out, as is what would be torn at an edge. */
static void
draw_marker_labels (const QdTimelineFrame *self,
                    QdScene               *scene)
{
  guint                   n_markers;
  const QdTimelineMarker *markers = qd_timeline_model_get_markers (self->model, &n_markers);
  double                  taken = 0;

  for (guint i = 0; i < n_markers; i++)
    {
      double width, height;
      QdRect tag;

      if (!qd_timeline_frame_shows_marker (self, markers[i].released))
        continue;

      qd_scene_measure (scene, QD_TEXT_SMALL, markers[i].label, &width, &height);
      tag = (QdRect){ round (qd_time_axis_get_x (&self->axis, markers[i].minute) - width / 2 - TAG_PADDING),
                      self->height - height - 2 * TAG_PADDING,
                      width + 2 * TAG_PADDING,
                      height + 2 };

      if (tag.x < taken || tag.x + tag.width > self->width)
        continue;

      qd_scene_fill (scene, QD_INK_HEADER, &tag, tag.height / 2);
      qd_scene_outline (scene, QD_INK_GRID_STRONG, &tag, tag.height / 2, 1);
      qd_scene_text (scene,
                     markers[i].released ? QD_INK_DIM : QD_INK_TEXT,
                     QD_TEXT_SMALL,
                     markers[i].label,
                     tag.x + TAG_PADDING,
                     tag.y + tag.height / 2);
      taken = tag.x + tag.width + FLAG_GAP;
    }
}

void
qd_timeline_draw_body (const QdTimelineFrame *self,
                       QdScene               *scene)
{
  guint  first, end;
  QdRect line;

  qd_timeline_frame_get_visible (self, &first, &end);
  qd_timeline_draw_backdrop (self, scene);
  draw_marker_lines (self, scene);

  if (get_line (self, self->now, 2, &line))
    qd_scene_fill (scene, QD_INK_TODAY, &line, 0);

  if (get_line (self, get_status (self), 2, &line))
    qd_scene_dashes (scene, QD_INK_STATUS, &line);

  if (self->show & QD_TIMELINE_SHOW_LINKS)
    qd_timeline_draw_links (self, FALSE, scene);

  for (guint i = first; i < end; i++)
    qd_timeline_draw_bar (self, i, scene);

  if (self->show & QD_TIMELINE_SHOW_LINKS)
    qd_timeline_draw_links (self, TRUE, scene);

  qd_timeline_draw_ghosts (self, scene);
  draw_marker_labels (self, scene);
}

/* Returns: (transfer full): one that fits into @width, however large the font is; empty where none does */
static char *
dup_label (QdTimeStep step,
           QdMinute   minute,
           double     width,
           QdScene   *scene)
{
  for (double room = width; room > 4; room *= 0.8)
    {
      g_autofree char *label = qd_time_step_dup_label (step, minute, room, TRUE);
      double           wanted;

      qd_scene_measure (scene, QD_TEXT_BOLD, label, &wanted, NULL);

      if (wanted <= width)
        return g_steal_pointer (&label);
    }

  return g_strdup ("");
}

/* One row of the header. A label that has left at the left stays at the edge as long as its step is in sight. */
static void
draw_steps (const QdTimelineFrame *self,
            QdTimeStep             step,
            gboolean               upper,
            double                 y,
            double                 height,
            QdScene               *scene)
{
  QdMinute from = (QdMinute)CLAMP (qd_time_axis_get_minute (&self->axis, 0), QD_MINUTE_NONE + 1.0, QD_MINUTE_LAST);
  QdMinute minute = qd_time_step_floor (step, from);
  double   x = qd_time_axis_get_x (&self->axis, minute);

  while (x < self->width)
    {
      QdMinute         next = qd_time_step_next (step, minute);
      double           end = qd_time_axis_get_x (&self->axis, next);
      double           left = upper ? CLAMP (x, 0, MAX (end - 2 * PADDING, 0)) : x;
      QdRect           line = { floor (x), y, 1, height };
      QdRect           room = { left + PADDING, y, MAX (end - left - PADDING - 2, 0), height };
      g_autofree char *label = NULL;

      if (next <= minute)
        return;

      label = upper ? dup_label (step, minute, room.width, scene)
                    : qd_time_step_dup_label (step, minute, end - left, FALSE);
      qd_scene_fill (scene, upper ? QD_INK_GRID_STRONG : QD_INK_GRID, &line, 0);

      if (label[0] != '\0')
        qd_scene_text_within (
            scene, upper ? QD_INK_TEXT : QD_INK_DIM, upper ? QD_TEXT_BOLD : QD_TEXT_SMALL, label, &room);

      minute = next;
      x = end;
    }
}

static double
get_flag_width (const char *label,
                QdScene    *scene)
{
  double width;

  qd_scene_measure (scene, QD_TEXT_SMALL, label, &width, NULL);

  return width + 2 * PADDING;
}

/* A line's name, on the edge between header and body */
static void
draw_flag (const QdTimelineFrame *self,
           double                 x,
           const char            *label,
           QdInk                  ink,
           QdInk                  text_ink,
           double                 height,
           QdScene               *scene)
{
  double width, text_height;
  QdRect flag;

  qd_scene_measure (scene, QD_TEXT_SMALL, label, &width, &text_height);
  flag = (QdRect){ round (x), height - text_height - 3, width + 2 * PADDING, text_height + 2 };

  if (flag.x + flag.width < 0 || flag.x > self->width)
    return;

  qd_scene_fill (scene, ink, &flag, flag.height / 2);
  qd_scene_text (scene, text_ink, QD_TEXT_SMALL, label, flag.x + PADDING, flag.y + flag.height / 2);
}

/* Today's is over its line; that of the status day is on the other side of its own, and clear of today's. */
static void
draw_flags (const QdTimelineFrame *self,
            double                 height,
            QdScene               *scene)
{
  QdMinute status = get_status (self);
  double   today_width = get_flag_width (_ ("Today"), scene);
  double   today_x = qd_time_axis_get_x (&self->axis, self->now) - today_width / 2;
  double   x;

  if (status != QD_MINUTE_NONE)
    {
      double width = get_flag_width (_ ("Status"), scene);

      x = qd_time_axis_get_x (&self->axis, status);

      if (self->now == QD_MINUTE_NONE)
        x -= width / 2;
      else if (status < self->now)
        x = MIN (x, today_x - FLAG_GAP) - width;
      else
        x = MAX (x, today_x + today_width + FLAG_GAP);

      draw_flag (self, x, _ ("Status"), QD_INK_STATUS, QD_INK_STATUS_TEXT, height, scene);
    }

  if (self->now != QD_MINUTE_NONE)
    draw_flag (self, today_x, _ ("Today"), QD_INK_TODAY, QD_INK_TODAY_TEXT, height, scene);
}

/* @height: of both rows */
void
qd_timeline_draw_header (const QdTimelineFrame *self,
                         double                 height,
                         QdScene               *scene)
{
  QdRect     all = { 0, 0, self->width, height };
  QdRect     line = { 0, height - 1, self->width, 1 };
  double     half = floor (height / 2);
  QdTimeStep upper, lower;

  qd_time_axis_get_steps (&self->axis, &upper, &lower);
  qd_scene_fill (scene, QD_INK_HEADER, &all, 0);
  qd_scene_clip (scene, &all);
  draw_steps (self, upper, TRUE, 0, half, scene);
  draw_steps (self, lower, FALSE, half, height - half, scene);
  qd_scene_fill (scene, QD_INK_GRID_STRONG, &line, 0);
  draw_flags (self, height, scene);
  qd_scene_unclip (scene);
}
