/* qd-timeline-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-sheet"

#include <math.h>

#include "qd-baseline-edits.h"
#include "qd-phase.h"
#include "qd-timeline-drawing.h"
#include "qd-timeline-sheet-private.h"
#include "qd-timeline-tenants.h"

/* Of what is shown, before the first bar and after the last */
#define MARGIN 0.02
#define MIN_MARGIN (1 * QD_MINUTES_PER_DAY)

/* Where it is not known when there is anything: an end before its beginning */
static const QdMinuteSpan none = { QD_MINUTE_LAST, QD_MINUTE_NONE };

static QdBaseline *
find_baseline (QdPortfolio *portfolio,
               QdPlan      *plan,
               QdAudience   audience)
{
  g_autoptr(GPtrArray) baselines = qd_baseline_dup_sorted (portfolio, qd_record_get_id (plan));

  for (guint i = baselines->len; i > 0; i--)
    if (qd_audience_may_read (audience, g_ptr_array_index (baselines, i - 1)))
      return g_ptr_array_index (baselines, i - 1);

  return NULL;
}

static void
read_rows (QdTimelineSheet *self)
{
  g_array_set_size (self->rows, 0);

  for (guint i = 0; i < qd_timeline_model_get_n_rows (self->model); i++)
    {
      QdTimelineSheetRow row = { none, none, FALSE };
      QdTimelineFacts    facts;

      qd_timeline_model_get_facts (self->model, i, &facts);
      row.summary = facts.summary;

      /* A milestone is a mark, whose ends are at one minute. */
      if (facts.start != QD_MINUTE_NONE && facts.finish != QD_MINUTE_NONE)
        row.bar = (QdMinuteSpan){ facts.start, MAX (facts.finish, facts.start) };

      if (facts.baseline_start != QD_MINUTE_NONE && facts.baseline_finish != QD_MINUTE_NONE)
        row.baseline = (QdMinuteSpan){ facts.baseline_start, MAX (facts.baseline_finish, facts.baseline_start) };

      g_array_append_val (self->rows, row);
    }
}

/**
 * qd_timeline_sheet_new:
 * @today: the day it goes by
 *
 * Returns: (transfer full): with the baseline that was set last, where the audience
 *   may read one
 */
QdTimelineSheet *
qd_timeline_sheet_new (QdPortfolio *portfolio,
                       QdPlan      *plan,
                       QdAudience   audience,
                       int          today)
{
  QdTimelineSheet *self = g_new0 (QdTimelineSheet, 1);
  QdBaseline      *baseline = find_baseline (portfolio, plan, audience);
  GPtrArray       *phases = qd_portfolio_peek_children (portfolio, QD_TYPE_PHASE, qd_record_get_id (plan));
  g_autoptr(QdPlanSchedule) schedule = qd_plan_schedule_new_for (portfolio, plan, audience);

  self->show = QD_TIMELINE_SHOW_USUAL;
  self->now = qd_minute_from_day (today) + QD_MINUTES_PER_DAY / 2;
  self->rows = g_array_new (FALSE, FALSE, sizeof (QdTimelineSheetRow));
  self->model = qd_timeline_model_new (portfolio);
  qd_timeline_model_set_today (self->model, today);
  qd_timeline_model_set_schedule (self->model, schedule);
  qd_timeline_model_set_tenants (self->model, audience != QD_AUDIENCE_PUBLIC);

  /* Without phases, a group of what is in none would only say so. */
  if (phases == NULL || phases->len == 0)
    qd_timeline_model_set_grouping (self->model, QD_TIMELINE_GROUPING_NONE);

  if (baseline != NULL)
    {
      self->baseline = g_strdup (baseline->name);
      qd_timeline_model_set_baseline (self->model, qd_record_get_id (baseline));
    }

  read_rows (self);

  return self;
}

void
qd_timeline_sheet_free (QdTimelineSheet *self)
{
  g_clear_object (&self->model);
  g_array_unref (self->rows);
  g_free (self->baseline);
  g_free (self);
}

/* Returns: (transfer none) (nullable): what the baseline is called that is shown */
const char *
qd_timeline_sheet_get_baseline (QdTimelineSheet *self)
{
  return self->baseline;
}

/* Returns: (transfer none) */
QdTimelineModel *
qd_timeline_sheet_get_model (QdTimelineSheet *self)
{
  return self->model;
}

void
qd_timeline_sheet_set_show (QdTimelineSheet *self,
                            QdTimelineShow   show)
{
  self->show = show;
}

/* Leaves a row for each phase, or for each task that none sums up. */
void
qd_timeline_sheet_summarize (QdTimelineSheet *self)
{
  qd_timeline_model_set_all_expanded (self->model, FALSE);
  read_rows (self);
}

guint
qd_timeline_sheet_get_n_rows (QdTimelineSheet *self)
{
  return self->rows->len;
}

/**
 * qd_timeline_sheet_get_span:
 * @span: (out): in whole days, a little more than all bars
 *
 * Returns: whether there is a bar
 */
gboolean
qd_timeline_sheet_get_span (QdTimelineSheet *self,
                            QdMinuteSpan    *span)
{
  QdMinute margin;

  *span = none;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const QdTimelineSheetRow *row = &g_array_index (self->rows, QdTimelineSheetRow, i);

      span->from = MIN (span->from, MIN (row->bar.from, row->baseline.from));
      span->until = MAX (span->until, MAX (row->bar.until, row->baseline.until));
    }

  if (span->until == QD_MINUTE_NONE)
    return FALSE;

  margin = MAX (MIN_MARGIN, (QdMinute)((span->until - span->from) * MARGIN));
  span->from = qd_minute_from_day (qd_minute_get_day (span->from - margin));
  span->until = qd_minute_from_day (qd_minute_get_day (span->until + margin) + 1);

  return TRUE;
}

/* Returns: (transfer full) (element-type utf8): what the days off are called in the time that is shown */
GPtrArray *
qd_timeline_sheet_list_bands (QdTimelineSheet *self)
{
  GPtrArray            *names = g_ptr_array_new_with_free_func (g_free);
  guint                 n_bands;
  const QdCalendarBand *bands = qd_timeline_model_get_bands (self->model, &n_bands);
  QdMinuteSpan          span;

  qd_timeline_sheet_get_span (self, &span);

  for (guint i = 0; i < n_bands; i++)
    if (bands[i].span.from < span.until && bands[i].span.until > span.from)
      g_ptr_array_add (names, g_strdup (bands[i].name));

  return names;
}

static gboolean
meets (const QdMinuteSpan *span,
       double              from,
       double              until)
{
  return span->until >= span->from && span->until >= from && span->from < until;
}

/* Whether a task is to be seen between those minutes, in one of those rows; what sums up others is none of its own. */
gboolean
qd_timeline_sheet_has_bar (QdTimelineSheet *self,
                           guint            first,
                           guint            end,
                           double           from,
                           double           until)
{
  for (guint i = first; i < end; i++)
    {
      const QdTimelineSheetRow *row = &g_array_index (self->rows, QdTimelineSheetRow, i);

      if (!row->summary && (meets (&row->bar, from, until) || meets (&row->baseline, from, until)))
        return TRUE;
    }

  return FALSE;
}

/**
 * qd_timeline_sheet_fit:
 * @width: of the bars
 *
 * Returns: all of it in one
 */
QdTimelineTile
qd_timeline_sheet_fit (QdTimelineSheet *self,
                       double           width)
{
  QdTimelineTile tile = { .end = self->rows->len };
  QdMinuteSpan   span;

  if (qd_timeline_sheet_get_span (self, &span))
    qd_time_axis_fit (&tile.axis, span.from, span.until, width);

  return tile;
}

static void
add_tile (GArray           *tiles,
          guint             row,
          guint             column,
          guint             first,
          guint             end,
          const QdTimeAxis *axis,
          double            days)
{
  QdTimelineTile tile = { row, column, first, end, *axis };

  tile.axis.origin += column * days * QD_MINUTES_PER_DAY;
  g_array_append_val (tiles, tile);
}

/**
 * qd_timeline_sheet_tile:
 * @width: of the bars on a page
 * @n_rows: on a page
 * @scale: pixels a day, of which there may be more: the last page across is filled too
 * @n_across: (out): how many pages are beside each other, those left out included
 *
 * Divides the timeline into pages. Where nothing would be on one it is left out,
 * but each row is on one at least.
 *
 * Returns: (transfer full) (element-type QdTimelineTile): row by row, in each from left to right
 */
GArray *
qd_timeline_sheet_tile (QdTimelineSheet *self,
                        double           width,
                        guint            n_rows,
                        double           scale,
                        guint           *n_across)
{
  GArray      *tiles = g_array_new (FALSE, FALSE, sizeof (QdTimelineTile));
  QdMinuteSpan span;
  QdTimeAxis   axis;
  double       all;

  *n_across = 0;

  if (!qd_timeline_sheet_get_span (self, &span))
    return tiles;

  all = (double)(span.until - span.from) / QD_MINUTES_PER_DAY;
  *n_across = (guint)MAX (ceil (all * scale / width - 0.001), 1);
  axis = (QdTimeAxis){ span.from, *n_across * width / all };

  for (guint row = 0; row * n_rows < self->rows->len; row++)
    {
      guint  first = row * n_rows, end = MIN (first + n_rows, self->rows->len);
      guint  before = tiles->len;
      double days = width / axis.scale;

      for (guint column = 0; column < *n_across; column++)
        {
          double from = span.from + column * days * QD_MINUTES_PER_DAY;

          if (qd_timeline_sheet_has_bar (self, first, end, from, from + days * QD_MINUTES_PER_DAY))
            add_tile (tiles, row, column, first, end, &axis, days);
        }

      if (tiles->len == before)
        add_tile (tiles, row, 0, first, end, &axis, days);
    }

  return tiles;
}

static QdTimelineFrame
get_frame (QdTimelineSheet      *self,
           const QdTimelineTile *tile,
           double                width)
{
  return (QdTimelineFrame){ .model = self->model,
                            .axis = tile->axis,
                            .y = tile->first * QD_TIMELINE_SHEET_ROW,
                            .width = width - self->table_width,
                            .height = (tile->end - tile->first) * QD_TIMELINE_SHEET_ROW,
                            .row_height = QD_TIMELINE_SHEET_ROW,
                            .show = self->show,
                            .now = self->now,
                            .current = -1,
                            .hover = -1,
                            .chosen_link = -1 };
}

static gboolean
is_covered (const QdShape *text,
            const QdShape *shapes,
            guint          first,
            guint          end)
{
  for (guint i = first; i < end; i++)
    if (shapes[i].kind == QD_SHAPE_FILL && shapes[i].size > 0 && shapes[i].rect.x < text->rect.x + text->rect.width &&
        shapes[i].rect.x + shapes[i].rect.width > text->rect.x && shapes[i].rect.y < text->rect.y + text->rect.height &&
        shapes[i].rect.y + shapes[i].rect.height > text->rect.y)
      return TRUE;

  return FALSE;
}

/*
 * Nobody scrolls a page to see the rest of a word: what is torn at an edge, or half
 * below the name of a line, is left out.
 */
static void
drop_torn (QdScene *scene,
           guint    first,
           double   width,
           gboolean covered)
{
  guint          n_shapes;
  const QdShape *shapes = qd_scene_get_shapes (scene, &n_shapes);

  for (guint i = n_shapes; i-- > first;)
    if (shapes[i].kind == QD_SHAPE_TEXT && (shapes[i].ink == QD_INK_TEXT || shapes[i].ink == QD_INK_DIM) &&
        (shapes[i].rect.x < 0 || shapes[i].rect.x + shapes[i].rect.width > width ||
         (covered && is_covered (&shapes[i], shapes, i, n_shapes))))
      {
        qd_scene_remove (scene, i);
        shapes = qd_scene_get_shapes (scene, &n_shapes);
      }
}

static gboolean
is_flag (const QdShape *shape)
{
  return shape->kind == QD_SHAPE_FILL && shape->size > 0 && (shape->ink == QD_INK_STATUS || shape->ink == QD_INK_TODAY);
}

/* The name of a line stays whole at an edge. Of two that would lie on each other the first goes: the legend has it too. */
static void
keep_flags (QdScene *scene,
            guint    first,
            double   width)
{
  guint          n_shapes;
  const QdShape *shapes = qd_scene_get_shapes (scene, &n_shapes);
  int            last = -1;

  for (guint i = first; i + 1 < n_shapes; i++)
    {
      double dx = 0;

      if (!is_flag (&shapes[i]))
        continue;

      if (shapes[i].rect.x < 0)
        dx = -shapes[i].rect.x;
      else if (shapes[i].rect.x + shapes[i].rect.width > width)
        dx = width - shapes[i].rect.x - shapes[i].rect.width;

      /* With its text, which is next */
      qd_scene_move (scene, i, dx, 0);
      qd_scene_move (scene, i + 2, -dx, 0);

      if (last >= 0 && shapes[last].rect.x < shapes[i].rect.x + shapes[i].rect.width &&
          shapes[i].rect.x < shapes[last].rect.x + shapes[last].rect.width)
        {
          qd_scene_remove (scene, last + 1);
          qd_scene_remove (scene, last);
          shapes = qd_scene_get_shapes (scene, &n_shapes);
          i -= 2;
        }

      last = (int)i;
    }
}

static void
draw_edge (QdTimelineSheet *self,
           double           x,
           double           y,
           double           height,
           QdScene         *scene)
{
  QdRect edge = { x + self->table_width, y, 1, height };

  if (self->table_width > 0)
    qd_scene_fill (scene, QD_INK_GRID_STRONG, &edge, 0);
}

/**
 * qd_timeline_sheet_draw_head:
 * @width: of the table and the bars
 * @x: of its upper left corner
 *
 * Draws the headings of the table and the axis.
 */
void
qd_timeline_sheet_draw_head (QdTimelineSheet      *self,
                             const QdTimelineTile *tile,
                             double                width,
                             double                x,
                             double                y,
                             QdScene              *scene)
{
  QdTimelineFrame frame = get_frame (self, tile, width);
  guint           first;

  qd_scene_get_shapes (scene, &first);
  qd_timeline_sheet_draw_headings (self, scene);
  qd_scene_move (scene, first, x, y);

  qd_scene_get_shapes (scene, &first);
  qd_timeline_draw_header (&frame, QD_TIMELINE_SHEET_HEADER, scene);
  keep_flags (scene, first, frame.width);
  drop_torn (scene, first, frame.width, TRUE);
  qd_scene_move (scene, first, x + self->table_width, y);
  draw_edge (self, x, y, QD_TIMELINE_SHEET_HEADER, scene);
}

/* Draws the rows of @tile, its first at @y. */
void
qd_timeline_sheet_draw_rows (QdTimelineSheet      *self,
                             const QdTimelineTile *tile,
                             double                width,
                             double                x,
                             double                y,
                             QdScene              *scene)
{
  QdTimelineFrame frame = get_frame (self, tile, width);
  QdRect          body = { 0, 0, frame.width, frame.height };
  guint           first;

  qd_scene_get_shapes (scene, &first);
  qd_timeline_sheet_draw_cells (self, tile->first, tile->end, scene);
  qd_scene_move (scene, first, x, y);

  qd_scene_get_shapes (scene, &first);
  qd_scene_clip (scene, &body);
  qd_timeline_draw_body (&frame, scene);
  drop_torn (scene, first, frame.width, FALSE);
  qd_scene_unclip (scene);
  qd_scene_move (scene, first, x + self->table_width, y);
  draw_edge (self, x, y, frame.height, scene);
}
