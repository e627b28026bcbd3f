/* qd-timeline-sheet-legend.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-sheet-legend"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-timeline-drawing.h"
#include "qd-timeline-sheet-private.h"
#include "qd-timeline-tenants.h"

/* A sample, from it to its name, and from that to the next */
#define WIDTH 24
#define HEIGHT 12
#define GAP 6
#define SPACE 20
#define LINE 20

typedef enum
{
  SAMPLE_TASK,
  SAMPLE_DONE,
  SAMPLE_LATE,
  SAMPLE_CRITICAL,
  SAMPLE_SUMMARY,
  SAMPLE_MILESTONE,
  SAMPLE_WORKSHOP,
  SAMPLE_CALL,
  SAMPLE_FLOAT,
  SAMPLE_BASELINE,
  SAMPLE_HOLIDAY,
  SAMPLE_FREEZE,
  SAMPLE_MAINTENANCE,
  SAMPLE_LOCK,
  SAMPLE_RELEASE,
  SAMPLE_UPGRADE,
  SAMPLE_STATUS,
  SAMPLE_TODAY,
  N_SAMPLES,
} Sample;

static const char *const names[N_SAMPLES] = {
  /* Translators: what the marks of a timeline mean, below it */
  [SAMPLE_TASK] = N_ ("Task, as far as it is done"),
  [SAMPLE_DONE] = N_ ("Done"),
  [SAMPLE_LATE] = N_ ("Late"),
  [SAMPLE_CRITICAL] = N_ ("Critical path"),
  [SAMPLE_SUMMARY] = N_ ("Summary"),
  [SAMPLE_MILESTONE] = N_ ("Milestone"),
  [SAMPLE_WORKSHOP] = N_ ("Workshop"),
  [SAMPLE_CALL] = N_ ("Call"),
  [SAMPLE_FLOAT] = N_ ("Float"),
  [SAMPLE_BASELINE] = N_ ("Baseline"),
  [SAMPLE_HOLIDAY] = N_ ("Day off"),
  [SAMPLE_FREEZE] = N_ ("Change freeze"),
  [SAMPLE_MAINTENANCE] = N_ ("Maintenance window"),
  [SAMPLE_LOCK] = N_ ("Production change lock"),
  [SAMPLE_RELEASE] = N_ ("Release of GitLab"),
  [SAMPLE_UPGRADE] = N_ ("Upgrade of GitLab Dedicated"),
  [SAMPLE_STATUS] = N_ ("Status day"),
  [SAMPLE_TODAY] = N_ ("Today"),
};

static void
note_row (QdTimelineSheet *self,
          guint            position,
          gboolean        *seen)
{
  QdTimelineFacts facts;
  gboolean        critical;

  qd_timeline_model_get_facts (self->model, position, &facts);
  critical = facts.critical && !facts.done && (self->show & QD_TIMELINE_SHOW_CRITICAL);

  if (facts.baseline_start != QD_MINUTE_NONE && (self->show & QD_TIMELINE_SHOW_BASELINE))
    seen[SAMPLE_BASELINE] = TRUE;

  if (facts.start == QD_MINUTE_NONE)
    return;

  seen[SAMPLE_CRITICAL] |= critical;
  seen[SAMPLE_SUMMARY] |= facts.summary;
  seen[SAMPLE_MILESTONE] |= facts.milestone;

  if (facts.summary || facts.milestone)
    return;

  seen[SAMPLE_FLOAT] |= (self->show & QD_TIMELINE_SHOW_FLOAT) && facts.total_float > 0 && !facts.done;

  if (facts.meeting)
    {
      seen[facts.task->kind == QD_TASK_KIND_CALL ? SAMPLE_CALL : SAMPLE_WORKSHOP] = TRUE;
      return;
    }

  seen[SAMPLE_DONE] |= facts.done;
  seen[SAMPLE_LATE] |= facts.late && !facts.done;
  seen[SAMPLE_TASK] |= !facts.late && !facts.done;
}

static void
note_bands (QdTimelineSheet *self,
            double           scale,
            gboolean        *seen)
{
  static const Sample   samples[] = { [QD_CLOSURE_KIND_HOLIDAY] = SAMPLE_HOLIDAY,
                                      [QD_CLOSURE_KIND_CHANGE_FREEZE] = SAMPLE_FREEZE,
                                      [QD_CLOSURE_KIND_MAINTENANCE_WINDOW] = SAMPLE_MAINTENANCE,
                                      [QD_CLOSURE_KIND_CHANGE_LOCK] = SAMPLE_LOCK };
  QdTimelineFrame       frame = { .axis = { .scale = scale }, .show = self->show };
  QdMinuteSpan          span;
  guint                 n_bands;
  const QdCalendarBand *bands = qd_timeline_model_get_bands (self->model, &n_bands);

  if (!qd_timeline_sheet_get_span (self, &span))
    return;

  for (guint i = 0; i < n_bands; i++)
    if (bands[i].span.from < span.until && bands[i].span.until > span.from &&
        qd_timeline_frame_shows_band (&frame, &bands[i]))
      seen[samples[bands[i].kind]] = TRUE;
}

static void
note_markers (QdTimelineSheet *self,
              double           scale,
              gboolean        *seen)
{
  QdTimelineFrame         frame = { .axis = { .scale = scale }, .show = self->show };
  QdMinuteSpan            span;
  guint                   n_markers;
  const QdTimelineMarker *markers = qd_timeline_model_get_markers (self->model, &n_markers);

  if (!qd_timeline_sheet_get_span (self, &span))
    return;

  for (guint i = 0; i < n_markers; i++)
    if (markers[i].minute >= span.from && markers[i].minute < span.until &&
        qd_timeline_frame_shows_marker (&frame, markers[i].released))
      seen[markers[i].released ? SAMPLE_RELEASE : SAMPLE_UPGRADE] = TRUE;
}

static void
note_lines (QdTimelineSheet *self,
            gboolean        *seen)
{
  QdPlan      *plan = qd_plan_schedule_get_plan (qd_timeline_model_get_schedule (self->model, 0));
  QdMinuteSpan span;

  if (!qd_timeline_sheet_get_span (self, &span))
    return;

  seen[SAMPLE_TODAY] = self->now >= span.from && self->now < span.until;
  seen[SAMPLE_STATUS] = plan->status_day != QD_DAY_NONE && qd_minute_from_day (plan->status_day) >= span.from &&
                        qd_minute_from_day (plan->status_day) < span.until;
}

static void
draw_lines (Sample   sample,
            QdRect   rect,
            QdScene *scene)
{
  QdRect thin = { rect.x, rect.y + rect.height / 2 - 2, rect.width, 4 };
  QdRect line = { rect.x, rect.y + rect.height - 2, rect.width, 1.5 };
  QdRect tick = { rect.x + rect.width - 1.5, rect.y + rect.height - 6, 1.5, 6 };
  QdRect down = { rect.x + rect.width / 2 - 1, rect.y - 2, 2, rect.height + 4 };

  if (sample == SAMPLE_FLOAT)
    {
      qd_scene_fill (scene, QD_INK_FLOAT, &line, 0);
      qd_scene_fill (scene, QD_INK_FLOAT, &tick, 0);
    }
  else if (sample == SAMPLE_STATUS)
    qd_scene_dashes (scene, QD_INK_STATUS, &down);
  else if (sample == SAMPLE_TODAY)
    qd_scene_fill (scene, QD_INK_TODAY, &down, 0);
  else if (sample == SAMPLE_RELEASE || sample == SAMPLE_UPGRADE)
    qd_scene_fill (scene, sample == SAMPLE_RELEASE ? QD_INK_DIM : QD_INK_TEXT, &(QdRect){ down.x, down.y, 1, down.height }, 0);
  else
    qd_scene_fill (scene, sample == SAMPLE_SUMMARY ? QD_INK_SUMMARY : QD_INK_BASELINE, &thin, 2);
}

static void
draw_meeting (Sample   sample,
              QdRect   rect,
              QdScene *scene)
{
  double size = rect.height;
  QdRect bar = { rect.x + (rect.width - size) / 2, rect.y, size, size };
  QdRect mark = { bar.x + size * 0.22, bar.y + size * 0.22, size * 0.56, size * 0.56 };

  qd_scene_fill (scene, QD_INK_MEETING, &bar, QD_TIMELINE_ROUND);

  if (sample == SAMPLE_CALL)
    qd_scene_outline (scene, QD_INK_MEETING_MARK, &mark, mark.width / 2, 2);
  else
    qd_scene_fill (scene, QD_INK_MEETING_MARK, &mark, 2);
}

static void
draw_sample (Sample   sample,
             QdRect   rect,
             QdScene *scene)
{
  QdRect half = { rect.x, rect.y, rect.width / 2, rect.height };
  QdRect tip = { rect.x + (rect.width - rect.height) / 2, rect.y, rect.height, rect.height };

  switch (sample)
    {
    case SAMPLE_TASK:
      qd_scene_fill (scene, QD_INK_BAR, &rect, QD_TIMELINE_ROUND);
      qd_scene_clip (scene, &half);
      qd_scene_fill (scene, QD_INK_PROGRESS, &rect, QD_TIMELINE_ROUND);
      qd_scene_unclip (scene);
      break;

    case SAMPLE_DONE:
    case SAMPLE_LATE:
      qd_scene_fill (scene, sample == SAMPLE_DONE ? QD_INK_DONE : QD_INK_LATE, &rect, QD_TIMELINE_ROUND);
      break;

    case SAMPLE_CRITICAL:
      qd_scene_fill (scene, QD_INK_BAR, &rect, QD_TIMELINE_ROUND);
      qd_scene_outline (scene, QD_INK_CRITICAL, &rect, QD_TIMELINE_ROUND, 2);
      break;

    case SAMPLE_MILESTONE:
      qd_scene_diamond (scene, QD_INK_MILESTONE, &tip);
      break;

    case SAMPLE_WORKSHOP:
    case SAMPLE_CALL:
      draw_meeting (sample, rect, scene);
      break;

    case SAMPLE_HOLIDAY:
      qd_scene_fill (scene, QD_INK_HOLIDAY, &rect, 0);
      break;

    case SAMPLE_FREEZE:
    case SAMPLE_MAINTENANCE:
    case SAMPLE_LOCK:
      qd_scene_hatch (scene,
                      sample == SAMPLE_FREEZE        ? QD_INK_FREEZE
                      : sample == SAMPLE_MAINTENANCE ? QD_INK_MAINTENANCE
                                                     : QD_INK_LOCK,
                      &rect);
      break;

    case SAMPLE_SUMMARY:
    case SAMPLE_FLOAT:
    case SAMPLE_BASELINE:
    case SAMPLE_RELEASE:
    case SAMPLE_UPGRADE:
    case SAMPLE_STATUS:
    case SAMPLE_TODAY:
    case N_SAMPLES:
    default:
      draw_lines (sample, rect, scene);
      break;
    }
}

static char *
dup_name (QdTimelineSheet *self,
          Sample           sample)
{
  if (sample == SAMPLE_BASELINE && self->baseline != NULL)
    /* Translators: below a timeline, %s is the name that a baseline was given */
    return g_strdup_printf (_ ("Baseline “%s”"), self->baseline);

  return g_strdup (_ (names[sample]));
}

/**
 * qd_timeline_sheet_draw_legend:
 * @scale: pixels a day of the bars: from afar some of it is not to be seen
 * @width: where its lines are broken
 *
 * Says what the marks mean that are to be seen anywhere on the sheet.
 *
 * Returns: how high it is
 */
double
qd_timeline_sheet_draw_legend (QdTimelineSheet *self,
                               double           scale,
                               double           width,
                               double           x,
                               double           y,
                               QdScene         *scene)
{
  gboolean seen[N_SAMPLES] = { FALSE };
  double   at = x, line = y;

  for (guint i = 0; i < self->rows->len; i++)
    note_row (self, i, seen);

  note_bands (self, scale, seen);
  note_markers (self, scale, seen);
  note_lines (self, seen);

  for (Sample sample = 0; sample < N_SAMPLES; sample++)
    {
      g_autofree char *name = NULL;
      QdRect           rect;
      double           wide;

      if (!seen[sample])
        continue;

      name = dup_name (self, sample);
      qd_scene_measure (scene, QD_TEXT_SMALL, name, &wide, NULL);

      if (at > x && at + WIDTH + GAP + wide > x + width)
        {
          at = x;
          line += LINE;
        }

      rect = (QdRect){ at, line + (LINE - HEIGHT) / 2, WIDTH, HEIGHT };
      draw_sample (sample, rect, scene);
      qd_scene_text (scene, QD_INK_DIM, QD_TEXT_SMALL, name, at + WIDTH + GAP, line + LINE / 2);
      at += WIDTH + GAP + wide + SPACE;
    }

  return line + LINE - y;
}
