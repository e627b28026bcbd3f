/* qd-timeline-bars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-bars"

#include "qd-timeline-drawing.h"

#include "qd-screen.h"
#include <glib/gi18n.h>
#include <math.h>

/* Between a bar and what is written in it or beside it */
#define INSIDE 6
#define BESIDE 8
#define BESIDE_LINK 18 /* where a link leaves it */

gboolean
qd_timeline_frame_is_selected (const QdTimelineFrame *self,
                               guint                  position)
{
  return self->selected != NULL && self->selected (position, self->selected_data);
}

/* Returns: (transfer full): the title as it may be read there */
static char *
dup_title (const QdTimelineFrame *self,
           const QdTimelineFacts *facts)
{
  return self->on_screen ? qd_screen_dup_text (qd_timeline_model_get_portfolio (self->model), facts->title)
                         : g_strdup (facts->title);
}

/* What state it is in is told by a sign or a word too, never by the colour alone. */
static char *
dup_label (const QdTimelineFrame *self,
           const QdTimelineFacts *facts)
{
  g_autofree char *title = dup_title (self, facts);
  g_autofree char *time = NULL;

  if (facts->meeting && facts->task->start_time != QD_INTEGER_NONE)
    {
      g_autofree char *minute = qd_time_dup_words ((int)facts->task->start_time);

      /* Translators: %1$s is the time at which a meeting begins, %2$s its title */
      time = g_strdup_printf (C_ ("bar", "%1$s · %2$s"), minute, title);
    }

  if (facts->done)
    return g_strdup_printf ("✓ %s", time != NULL ? time : title);

  if (time != NULL)
    return g_steal_pointer (&time);

  if (facts->late && !facts->summary)
    /* Translators: the title of a task on its bar, and that it is late */
    return g_strdup_printf (C_ ("bar", "%s · late"), title);

  return g_steal_pointer (&title);
}

/* Returns: where the time that is left ends; where the bar does if none is shown */
static double
get_tail_end (const QdTimelineFrame *self,
              const QdTimelineFacts *facts,
              const QdRect          *bar)
{
  double end = bar->x + bar->width;

  if (!(self->show & QD_TIMELINE_SHOW_FLOAT) || facts->total_float <= 0 || facts->done || facts->summary ||
      facts->late_finish == QD_MINUTE_NONE || facts->late_finish >= QD_MINUTE_LAST)
    return end;

  return MAX (end, qd_time_axis_get_x (&self->axis, facts->late_finish));
}

static gboolean
is_left_by_link (const QdTimelineFrame *self,
                 guint                  position)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (self->model, position);
  QdPlanSchedule      *schedule = qd_timeline_model_get_schedule (self->model, row->source);
  const guint         *links;
  guint                n_links;

  if (row->kind != QD_TIMELINE_ROW_TASK)
    return FALSE;

  links = qd_plan_network_get_links_of (qd_plan_schedule_get_network (schedule), row->task, &n_links);

  for (guint i = 0; i < MIN (n_links, QD_TIMELINE_MOST_LINKS); i++)
    if (qd_schedule_get_link (qd_plan_schedule_get_schedule (schedule), links[i])->from == (guint)row->task &&
        qd_timeline_frame_shows_link (self, row->source, links[i]))
      return TRUE;

  return FALSE;
}

static void
draw_label (const QdTimelineFrame *self,
            guint                  position,
            const QdTimelineFacts *facts,
            const QdRect          *bar,
            QdScene               *scene)
{
  double           gap = is_left_by_link (self, position) ? BESIDE_LINK : BESIDE;
  double           beside = MAX (bar->x + bar->width + gap, get_tail_end (self, facts, bar) + BESIDE);
  g_autofree char *label = dup_label (self, facts);
  QdTextStyle      style = facts->summary ? QD_TEXT_BOLD : QD_TEXT_PLAIN;
  double           left = MAX (bar->x, 0), right = MIN (bar->x + bar->width, self->width);
  double           middle = bar->y + bar->height / 2;
  double           width, x;

  qd_scene_measure (scene, style, label, &width, NULL);

  if (!facts->summary && !facts->milestone && right - left >= width + 2 * INSIDE + (facts->meeting ? bar->height : 0))
    x = left + INSIDE + (facts->meeting ? bar->height : 0);
  else if (beside + width <= self->width)
    x = beside;
  else if (bar->x - BESIDE < width)
    x = bar->x + bar->width + gap;
  else
    x = bar->x - BESIDE - width;

  qd_scene_text (scene, QD_INK_TEXT, style, label, round (x), middle);
}

/* Where a bar is that is out of sight: who scrolls past it is not lost. */
static void
draw_pointer (const QdTimelineFrame *self,
              const QdTimelineFacts *facts,
              const QdRect          *bar,
              QdScene               *scene)
{
  gboolean         left = bar->x + bar->width < 0;
  g_autofree char *title = dup_title (self, facts);
  g_autofree char *label = left ? g_strdup_printf ("‹ %s", title) : g_strdup_printf ("%s ›", title);
  double           width;

  qd_scene_measure (scene, QD_TEXT_SMALL, label, &width, NULL);
  qd_scene_text (scene,
                 QD_INK_DIM,
                 QD_TEXT_SMALL,
                 label,
                 left ? INSIDE : MAX (self->width - width - INSIDE, INSIDE),
                 bar->y + bar->height / 2);
}

static void
draw_summary (const QdTimelineFacts *facts,
              const QdRect          *bar,
              QdScene               *scene)
{
  double tip = MIN (bar->height * 0.9, bar->width / 2);
  QdRect left = { bar->x, bar->y, 3, bar->height + tip };
  QdRect right = { bar->x + bar->width - 3, bar->y, 3, bar->height + tip };
  QdRect done = { bar->x, bar->y, bar->width * facts->progress / 100, bar->height };

  qd_scene_fill (scene, facts->critical ? QD_INK_CRITICAL : QD_INK_SUMMARY, bar, 2);
  qd_scene_fill (scene, facts->critical ? QD_INK_CRITICAL : QD_INK_SUMMARY, &left, 1.5);
  qd_scene_fill (scene, facts->critical ? QD_INK_CRITICAL : QD_INK_SUMMARY, &right, 1.5);

  if (facts->progress > 0)
    qd_scene_fill (scene, QD_INK_TODAY, &done, 2);
}

/* A workshop is a square with a square in it, a call a ring: told apart in grey too. */
static void
draw_meeting (const QdTimelineFacts *facts,
              const QdRect          *bar,
              QdScene               *scene)
{
  double size = MIN (bar->height, bar->width);
  QdRect mark = { bar->x + size * 0.22, bar->y + (bar->height - size) / 2 + size * 0.22, size * 0.56, size * 0.56 };

  qd_scene_fill (scene, facts->done ? QD_INK_DONE : QD_INK_MEETING, bar, QD_TIMELINE_ROUND);

  if (facts->task->kind == QD_TASK_KIND_CALL)
    qd_scene_outline (scene, QD_INK_MEETING_MARK, &mark, mark.width / 2, 2.5);
  else
    qd_scene_fill (scene, QD_INK_MEETING_MARK, &mark, 2);
}

static void
draw_task (const QdTimelineFacts *facts,
           const QdRect          *bar,
           QdScene               *scene)
{
  QdRect done = { bar->x, bar->y, bar->width * facts->progress / 100, bar->height };

  if (facts->done)
    {
      qd_scene_fill (scene, QD_INK_DONE, bar, QD_TIMELINE_ROUND);
      return;
    }

  qd_scene_fill (scene, facts->late ? QD_INK_LATE : QD_INK_BAR, bar, QD_TIMELINE_ROUND);

  if (done.width >= 1)
    {
      /* Cut straight where it ends, round where the bar is. */
      qd_scene_clip (scene, &done);
      qd_scene_fill (scene, facts->late ? QD_INK_LATE_PROGRESS : QD_INK_PROGRESS, bar, QD_TIMELINE_ROUND);
      qd_scene_unclip (scene);
    }
}

/* The time that is left until it would move the end: a line with a tick where it ends. */
static void
draw_float (const QdTimelineFrame *self,
            const QdTimelineFacts *facts,
            const QdRect          *bar,
            QdScene               *scene)
{
  double from = bar->x + bar->width;
  double until = get_tail_end (self, facts, bar);
  QdRect line, tick;

  if (until <= from)
    return;

  line = (QdRect){ from, bar->y + bar->height - 2, MIN (until, self->width + 2) - from, 1.5 };
  tick = (QdRect){ until - 1.5, bar->y + bar->height - 6, 1.5, 6 };

  if (line.width > 0)
    qd_scene_fill (scene, QD_INK_FLOAT, &line, 0);

  qd_scene_fill (scene, QD_INK_FLOAT, &tick, 0);
}

static void
draw_baseline (const QdTimelineFrame *self,
               guint                  position,
               const QdTimelineFacts *facts,
               QdScene               *scene)
{
  double y = (position + 0.76) * self->row_height - self->y;
  QdRect ghost;

  if (!(self->show & QD_TIMELINE_SHOW_BASELINE) || facts->baseline_start == QD_MINUTE_NONE ||
      !qd_timeline_frame_get_bar_of (
          self, position, facts, facts->baseline_start, facts->baseline_finish, &ghost))
    return;

  ghost.y = y;
  ghost.height = self->row_height * 0.13;

  if (facts->milestone)
    {
      ghost.x += ghost.width / 4;
      ghost.width /= 2;
    }

  qd_scene_fill (scene, QD_INK_BASELINE, &ghost, 2);
}

/* The dot a link is drawn from, in sight while the pointer or the keys are on the bar. */
static void
draw_handles (const QdTimelineFrame *self,
              const QdTimelineFacts *facts,
              const QdRect          *bar,
              QdScene               *scene)
{
  QdRect handle = qd_timeline_frame_get_link_handle (self, bar);
  QdRect progress = { bar->x + bar->width * facts->progress / 100 - 3, bar->y + bar->height - 5, 6, 6 };

  qd_scene_fill (scene, QD_INK_PAPER, &handle, handle.width / 2);
  qd_scene_outline (scene, QD_INK_LINK_STRONG, &handle, handle.width / 2, 2);

  if (!facts->milestone && !facts->summary && bar->width > 40)
    qd_scene_diamond (scene, QD_INK_LINK_STRONG, &progress);
}

static void
draw_edge (const QdTimelineFrame *self,
           guint                  position,
           const QdTimelineFacts *facts,
           const QdRect          *bar,
           QdScene               *scene)
{
  gboolean critical = facts->critical && (self->show & QD_TIMELINE_SHOW_CRITICAL) && !facts->done;
  QdRect   around = { bar->x - 3, bar->y - 3, bar->width + 6, bar->height + 6 };

  if (critical && !facts->milestone && !facts->summary)
    qd_scene_outline (scene, QD_INK_CRITICAL, bar, QD_TIMELINE_ROUND, 2);

  if (self->focused && self->current == (int)position)
    qd_scene_outline (scene, QD_INK_FOCUS, &around, QD_TIMELINE_ROUND + 3, 2);
}

void
qd_timeline_draw_bar (const QdTimelineFrame *self,
                      guint                  position,
                      QdScene               *scene)
{
  QdTimelineFacts facts;
  QdRect          bar;

  qd_timeline_model_get_facts (self->model, position, &facts);
  draw_baseline (self, position, &facts, scene);

  if (!qd_timeline_frame_get_bar_of (self, position, &facts, facts.start, facts.finish, &bar))
    return;

  if (bar.x > self->width || bar.x + bar.width < 0)
    {
      if (self->show & QD_TIMELINE_SHOW_LABELS)
        draw_pointer (self, &facts, &bar, scene);

      return;
    }

  draw_float (self, &facts, &bar, scene);

  if (facts.milestone)
    qd_scene_diamond (scene,
                      facts.done ? QD_INK_DONE_MARK : facts.critical && (self->show & QD_TIMELINE_SHOW_CRITICAL) ? QD_INK_CRITICAL
                                                                                                                 : QD_INK_MILESTONE,
                      &bar);
  else if (facts.summary)
    draw_summary (&facts, &bar, scene);
  else if (facts.meeting)
    draw_meeting (&facts, &bar, scene);
  else
    draw_task (&facts, &bar, scene);

  draw_edge (self, position, &facts, &bar, scene);

  if (facts.task != NULL && (self->hover == (int)position || (self->focused && self->current == (int)position)))
    draw_handles (self, &facts, &bar, scene);

  if (self->show & QD_TIMELINE_SHOW_LABELS)
    draw_label (self, position, &facts, &bar, scene);
}

/* What is being moved, and what would move with it */
void
qd_timeline_draw_ghosts (const QdTimelineFrame *self,
                         QdScene               *scene)
{
  guint first, end;

  qd_timeline_frame_get_visible (self, &first, &end);

  for (guint i = 0; self->ghosts != NULL && i < self->ghosts->len; i++)
    {
      const QdTimelineGhost *ghost = &g_array_index (self->ghosts, QdTimelineGhost, i);
      QdInk                  ink = ghost->broken ? QD_INK_BROKEN : QD_INK_GHOST;
      QdTimelineFacts        facts;
      QdRect                 bar;

      if (ghost->position < first || ghost->position >= end)
        continue;

      qd_timeline_model_get_facts (self->model, ghost->position, &facts);

      if (!qd_timeline_frame_get_bar_of (self, ghost->position, &facts, ghost->start, ghost->finish, &bar))
        continue;

      if (ghost->hand)
        qd_scene_fill (scene, ghost->broken ? QD_INK_LOCK : QD_INK_PROGRESS, &bar, QD_TIMELINE_ROUND);

      qd_scene_outline (scene, ink, &bar, QD_TIMELINE_ROUND, ghost->hand ? 2 : 1.5);
    }
}
