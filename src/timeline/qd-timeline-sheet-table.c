/* qd-timeline-sheet-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-sheet-table"

#include <math.h>
#include <string.h>

#include "qd-timeline-sheet-private.h"

#define PADDING QD_TIMELINE_SHEET_PADDING

/* To the right for each level; no deeper than a title still has room */
#define INDENT 14
#define MOST_INDENTS 8

/* A title that is longer is broken in two lines. */
#define MOST_TITLE 330
#define LEAST_TITLE 150

/* Of two lines of small text, from one to the next */
#define LEADING 14

/* More rows than that are not measured: no title is much longer than all of those. */
#define MOST_MEASURED 400

/* What is there but the title is left out from the right, until the rest is no more than this of the page. */
#define MOST_SHARE 0.42

static const QdTimelineColumn columns[] = { QD_TIMELINE_COLUMN_TITLE,
                                            QD_TIMELINE_COLUMN_START,
                                            QD_TIMELINE_COLUMN_END,
                                            QD_TIMELINE_COLUMN_FLOAT };

/* Which of them there is room for first: an end and a length of bar say when a start is. */
static const QdTimelineColumn priorities[] = { QD_TIMELINE_COLUMN_TITLE,
                                               QD_TIMELINE_COLUMN_END,
                                               QD_TIMELINE_COLUMN_FLOAT,
                                               QD_TIMELINE_COLUMN_START };

static double
get_indent (QdTimelineSheet *self,
            guint            position)
{
  return MIN (qd_timeline_model_get_row (self->model, position)->depth, MOST_INDENTS) * INDENT;
}

static QdTextStyle
get_style (QdTimelineSheet *self,
           guint            position)
{
  return g_array_index (self->rows, QdTimelineSheetRow, position).summary ? QD_TEXT_BOLD : QD_TEXT_PLAIN;
}

static double
measure_column (QdTimelineSheet *self,
                QdTimelineColumn column,
                QdScene         *scene)
{
  double widest;

  qd_scene_measure (scene, QD_TEXT_SMALL, qd_timeline_column_get_title (column), &widest, NULL);

  for (guint i = 0; i < MIN (self->rows->len, MOST_MEASURED); i++)
    {
      g_autofree char *text = qd_timeline_column_dup_text (column, self->model, i);
      double           width;

      qd_scene_measure (
          scene, column == QD_TIMELINE_COLUMN_TITLE ? get_style (self, i) : QD_TEXT_SMALL, text, &width, NULL);
      widest = MAX (widest, width + (column == QD_TIMELINE_COLUMN_TITLE ? get_indent (self, i) : 0));
    }

  return column == QD_TIMELINE_COLUMN_TITLE ? CLAMP (widest, LEAST_TITLE, MOST_TITLE) : widest;
}

/**
 * qd_timeline_sheet_choose_columns:
 * @asked: a bit for each of #QdTimelineColumn that there may be
 * @width: of the page
 *
 * Puts as many of them beside the bars as leave those their room.
 *
 * Returns: how wide they are together
 */
double
qd_timeline_sheet_choose_columns (QdTimelineSheet *self,
                                  guint            asked,
                                  double           width,
                                  QdScene         *scene)
{
  self->table_width = 0;
  memset (self->widths, 0, sizeof self->widths);

  for (gsize i = 0; i < G_N_ELEMENTS (priorities); i++)
    if (asked & (1 << priorities[i]))
      {
        double wide = ceil (measure_column (self, priorities[i], scene)) + 2 * PADDING;

        if (self->table_width > 0 && self->table_width + wide > width * MOST_SHARE)
          break;

        self->widths[priorities[i]] = MIN (wide, width * MOST_SHARE);
        self->table_width += self->widths[priorities[i]];
      }

  return self->table_width;
}

/* Returns: how many bytes of @text fit into @width, up to the end of a word; 0 if not even the first does */
static gsize
find_break (const char *text,
            double      width,
            QdScene    *scene)
{
  gsize fits = 0;

  for (const char *space = strchr (text, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      g_autofree char *head = g_strndup (text, space - text);
      double           wide;

      qd_scene_measure (scene, QD_TEXT_SMALL, head, &wide, NULL);

      if (wide > width)
        break;

      fits = space - text;
    }

  return fits;
}

/* In one line, in two of small text, or as much of it as two hold */
static void
draw_title (QdTextStyle   style,
            const char   *text,
            const QdRect *room,
            QdScene      *scene)
{
  gsize            fits;
  double           width;
  QdRect           upper = { room->x, room->y + room->height / 2 - LEADING, room->width, LEADING };
  QdRect           lower = { room->x, room->y + room->height / 2, room->width, LEADING };
  g_autofree char *head = NULL;

  qd_scene_measure (scene, style, text, &width, NULL);

  if (width <= room->width || !(fits = find_break (text, room->width, scene)))
    {
      qd_scene_text_within (scene, QD_INK_TEXT, style, text, room);
      return;
    }

  head = g_strndup (text, fits);
  qd_scene_text_within (scene, QD_INK_TEXT, QD_TEXT_SMALL, head, &upper);
  qd_scene_text_within (scene, QD_INK_TEXT, QD_TEXT_SMALL, text + fits + 1, &lower);
}

static void
draw_cell (QdTimelineSheet *self,
           QdTimelineColumn column,
           guint            position,
           const QdRect    *cell,
           QdScene         *scene)
{
  g_autofree char *text = qd_timeline_column_dup_text (column, self->model, position);
  QdRect           room = { cell->x + PADDING, cell->y, cell->width - 2 * PADDING, cell->height };
  double           width;

  if (column == QD_TIMELINE_COLUMN_TITLE)
    {
      double indent = MIN (get_indent (self, position), room.width / 2);

      room.x += indent;
      room.width -= indent;
      draw_title (get_style (self, position), g_strdelimit (text, "\n\r\t", ' '), &room, scene);
      return;
    }

  qd_scene_measure (scene, QD_TEXT_SMALL, text, &width, NULL);

  if (qd_timeline_column_is_number (column) && width < room.width)
    room.x += room.width - width;

  qd_scene_text_within (scene, QD_INK_DIM, QD_TEXT_SMALL, text, &room);
}

static void
draw_heading (QdTimelineSheet *self,
              QdTimelineColumn column,
              const QdRect    *cell,
              QdScene         *scene)
{
  const char *title = qd_timeline_column_get_title (column);
  QdRect      room = { cell->x + PADDING, cell->y, cell->width - 2 * PADDING, cell->height };
  double      width;

  qd_scene_measure (scene, QD_TEXT_SMALL, title, &width, NULL);

  if (qd_timeline_column_is_number (column) && width < room.width)
    room.x += room.width - width;

  qd_scene_text_within (scene, QD_INK_DIM, QD_TEXT_SMALL, title, &room);
}

/* At the origin, as high as the axis beside them */
void
qd_timeline_sheet_draw_headings (QdTimelineSheet *self,
                                 QdScene         *scene)
{
  double half = floor (QD_TIMELINE_SHEET_HEADER / 2.0);
  QdRect all = { 0, 0, self->table_width, QD_TIMELINE_SHEET_HEADER };
  QdRect rule = { 0, QD_TIMELINE_SHEET_HEADER - 1, self->table_width, 1 };
  QdRect cell = { 0, half, 0, QD_TIMELINE_SHEET_HEADER - half };

  if (self->table_width <= 0)
    return;

  qd_scene_fill (scene, QD_INK_HEADER, &all, 0);
  qd_scene_fill (scene, QD_INK_GRID_STRONG, &rule, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      cell.x += cell.width;
      cell.width = self->widths[columns[i]];

      if (cell.width > 0)
        draw_heading (self, columns[i], &cell, scene);
    }
}

/* At the origin, row by row: so are they read too. */
void
qd_timeline_sheet_draw_cells (QdTimelineSheet *self,
                              guint            first,
                              guint            end,
                              QdScene         *scene)
{
  for (guint row = first; row < end && self->table_width > 0; row++)
    {
      QdRect cell = { 0, (row - first) * QD_TIMELINE_SHEET_ROW, 0, QD_TIMELINE_SHEET_ROW - 1 };
      QdRect line = { 0, cell.y + cell.height, self->table_width, 1 };

      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          cell.x += cell.width;
          cell.width = self->widths[columns[i]];

          if (cell.width > 0)
            draw_cell (self, columns[i], row, &cell, scene);
        }

      qd_scene_fill (scene, QD_INK_GRID, &line, 0);
    }
}
