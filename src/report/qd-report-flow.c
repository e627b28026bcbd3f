/* qd-report-flow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-flow"

#include "qd-report-flow.h"

#include <math.h>

#define MARK_SIZE 6.6
#define MARK_ADVANCE 10.5
#define HEADER_PADDING 4

/* A piece that is measured, and how much of it has been placed */
typedef struct
{
  PangoLayout   *layout;
  const char    *tag;
  QdReportMark   mark;
  QdReportColour mark_colour;
  QdReportColour colour;
  double         indent;
  double         width;
  double         gap;
  char          *destination;
  char          *link;
  int            n_placed;
} Piece;

typedef struct
{
  double  x;
  double  width;
  GArray *pieces;
  guint   n_placed;
} Cell;

struct _QdReportRow
{
  const char *tag;
  const char *cell_tag;
  GArray     *cells;
};

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->layout);
  g_clear_pointer (&piece->destination, g_free);
  g_clear_pointer (&piece->link, g_free);
}

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_clear_pointer (&cell->pieces, g_array_unref);
}

/**
 * qd_report_row_new:
 * @tag: the structure of the row, or %NULL
 * @cell_tag: that of each cell, or %NULL if each piece has its own
 *
 * Returns: (transfer full): to be given to qd_report_flow_row()
 */
QdReportRow *
qd_report_row_new (const char *tag,
                   const char *cell_tag)
{
  QdReportRow *self = g_new0 (QdReportRow, 1);

  self->tag = tag;
  self->cell_tag = cell_tag;
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);

  return self;
}

static void
qd_report_row_free (QdReportRow *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

/* Returns: its number */
guint
qd_report_row_add_cell (QdReportRow *self,
                        double       x,
                        double       width)
{
  Cell cell = { x, width, g_array_new (FALSE, TRUE, sizeof (Piece)), 0 };

  g_array_set_clear_func (cell.pieces, piece_clear);
  g_array_append_val (self->cells, cell);

  return self->cells->len - 1;
}

void
qd_report_row_add_piece (QdReportRow         *self,
                         QdReportPages       *pages,
                         guint                cell,
                         const QdReportPiece *piece)
{
  Cell *into = &g_array_index (self->cells, Cell, cell);
  Piece measured = { .tag = piece->tag, .mark = piece->mark, .mark_colour = piece->mark_colour };

  measured.indent = piece->mark != QD_REPORT_MARK_NONE || piece->indented ? MARK_ADVANCE : 0;
  measured.width = into->width;
  measured.gap = into->pieces->len > 0 ? piece->gap : 0;
  measured.colour = piece->coloured ? piece->mark_colour : qd_report_style_get_colour (piece->style);
  measured.destination = g_strdup (piece->destination);
  measured.link = g_strdup (piece->link);
  measured.layout = qd_report_pages_create_layout (pages, piece->style, piece->text, into->width - measured.indent);
  if (piece->max_lines > 0)
    {
      pango_layout_set_height (measured.layout, -piece->max_lines);
      pango_layout_set_ellipsize (measured.layout, PANGO_ELLIPSIZE_END);
    }
  g_array_append_val (into->pieces, measured);
}

void
qd_report_row_add (QdReportRow  *self,
                   QdReportFlow *flow,
                   guint         cell,
                   QdReportStyle style,
                   const char   *text)
{
  qd_report_row_add_piece (self, flow->pages, cell, &(QdReportPiece){ .style = style, .text = text, .gap = 2 });
}

double
qd_report_row_get_height (QdReportRow *self)
{
  double height = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      GArray *pieces = g_array_index (self->cells, Cell, i).pieces;
      double  cell_height = 0;

      for (guint j = 0; j < pieces->len; j++)
        {
          Piece *piece = &g_array_index (pieces, Piece, j);

          cell_height += piece->gap + qd_report_layout_get_height (piece->layout);
        }

      height = MAX (height, cell_height);
    }

  return height;
}

/* How many lines after the first @from have room, and how high they are */
static int
measure_lines (PangoLayout *layout,
               int          from,
               double       room,
               double      *height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int              n_lines = 0;
  double           top = 0;

  *height = 0;
  for (int i = 0; i < pango_layout_get_line_count (layout); i++, pango_layout_iter_next_line (iter))
    {
      int y0, y1;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (i == from)
        top = (double)y0 / PANGO_SCALE;
      if (i < from)
        continue;
      if ((double)y1 / PANGO_SCALE - top > room + 0.01)
        break;

      *height = (double)y1 / PANGO_SCALE - top;
      n_lines++;
    }
  pango_layout_iter_free (iter);

  return n_lines;
}

/* Whether the text begins at the right, and its mark with it */
static gboolean
is_right_to_left (const Piece *piece)
{
  return pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (piece->layout, 0)) == PANGO_DIRECTION_RTL;
}

static void
place_mark (QdReportFlow *flow,
            const Piece  *piece,
            double        x,
            double        y)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (piece->layout, 0);
  PangoRectangle   extents;
  double           middle;

  /* Beside the first line, on the side where it begins */
  pango_layout_line_get_extents (line, NULL, &extents);
  middle = (double)pango_layout_get_baseline (piece->layout) / PANGO_SCALE;
  middle += (double)extents.y / PANGO_SCALE * 0.36;
  x += is_right_to_left (piece) ? piece->width - MARK_SIZE / 2 : MARK_SIZE / 2;
  qd_report_pages_add_mark (flow->pages, piece->mark, piece->mark_colour, x, y + middle, MARK_SIZE);
}

/* Returns: how high the lines are that were placed */
static double
place_piece (QdReportFlow *flow,
             Piece        *piece,
             double        x,
             double        y,
             double        room)
{
  double height;
  int    n_lines = measure_lines (piece->layout, piece->n_placed, room, &height);

  if (n_lines == 0)
    return 0;

  if (piece->tag != NULL)
    qd_report_pages_begin (flow->pages, piece->tag, NULL);
  if (piece->destination != NULL && piece->n_placed == 0)
    {
      g_autofree char *attributes = g_strdup_printf ("name='%s'", piece->destination);

      qd_report_pages_begin (flow->pages, CAIRO_TAG_DEST, attributes);
    }
  if (piece->link != NULL)
    qd_report_pages_begin (flow->pages, CAIRO_TAG_LINK, piece->link);

  if (piece->mark != QD_REPORT_MARK_NONE && piece->n_placed == 0)
    place_mark (flow, piece, x, y);
  if (!is_right_to_left (piece))
    x += piece->indent;
  qd_report_pages_add_lines (flow->pages, piece->layout, piece->colour, x, y, piece->n_placed, n_lines);

  if (piece->link != NULL)
    qd_report_pages_end (flow->pages, CAIRO_TAG_LINK);
  if (piece->destination != NULL && piece->n_placed == 0)
    qd_report_pages_end (flow->pages, CAIRO_TAG_DEST);
  if (piece->tag != NULL)
    qd_report_pages_end (flow->pages, piece->tag);
  piece->n_placed += n_lines;

  return height;
}

/* Returns: how high what was placed is; *@rest is set if some is left over */
static double
place_cell (QdReportFlow *flow,
            Cell         *cell,
            double        y,
            double        room,
            gboolean     *rest)
{
  double height = 0;

  while (cell->n_placed < cell->pieces->len)
    {
      Piece *piece = &g_array_index (cell->pieces, Piece, cell->n_placed);
      double gap = height > 0 ? piece->gap : 0;

      height += gap + place_piece (flow, piece, cell->x, y + height + gap, room - height - gap);
      if (piece->n_placed < pango_layout_get_line_count (piece->layout))
        {
          *rest = TRUE;
          break;
        }
      cell->n_placed++;
    }

  return height;
}

static double
place_row (QdReportFlow *flow,
           QdReportRow  *row,
           double        room,
           gboolean     *rest)
{
  double height = 0;

  *rest = FALSE;
  if (row->tag != NULL)
    qd_report_pages_begin (flow->pages, row->tag, NULL);
  for (guint i = 0; i < row->cells->len; i++)
    {
      double cell_height;

      if (row->cell_tag != NULL)
        qd_report_pages_begin (flow->pages, row->cell_tag, NULL);
      cell_height = place_cell (flow, &g_array_index (row->cells, Cell, i), flow->y, room, rest);
      height = MAX (height, cell_height);
      if (row->cell_tag != NULL)
        qd_report_pages_end (flow->pages, row->cell_tag);
    }
  if (row->tag != NULL)
    qd_report_pages_end (flow->pages, row->tag);

  return height;
}

void
qd_report_flow_init (QdReportFlow  *self,
                     QdReportPages *pages,
                     GCancellable  *cancellable)
{
  *self = (QdReportFlow){
    .pages = pages,
    .cancellable = cancellable,
    .left = QD_REPORT_MARGIN_SIDE,
    .width = qd_report_pages_get_width (pages) - 2 * QD_REPORT_MARGIN_SIDE,
    .top = QD_REPORT_MARGIN_TOP,
    .bottom = qd_report_pages_get_height (pages) - QD_REPORT_MARGIN_BOTTOM,
  };
  qd_report_flow_new_page (self);
}

static void
add_table_header (QdReportFlow *self)
{
  QdReportRow *row = qd_report_row_new ("TR", "TH");
  double       height;
  gboolean     rest;

  for (guint i = 0; i < self->n_columns; i++)
    {
      qd_report_row_add_cell (row, self->columns[i].x, self->columns[i].width);
      qd_report_row_add (row, self, i, QD_REPORT_STYLE_LABEL, self->columns[i].title);
    }

  height = qd_report_row_get_height (row);
  self->y += HEADER_PADDING;
  place_row (self, row, height, &rest);
  self->y += height + HEADER_PADDING;
  qd_report_pages_add_rule (self->pages, QD_REPORT_COLOUR_INK, self->left, self->y, self->width, 0);
  qd_report_row_free (row);
}

/* A table ends with its page: so each page's structure is whole, and each part of the table has its header. */
void
qd_report_flow_new_page (QdReportFlow *self)
{
  if (self->columns != NULL)
    qd_report_pages_end (self->pages, "Table");

  qd_report_pages_begin_page (self->pages);
  self->y = self->top;

  if (self->columns != NULL)
    {
      qd_report_pages_begin (self->pages, "Table", NULL);
      add_table_header (self);
    }
}

/* There is none at the top of a page. */
void
qd_report_flow_space (QdReportFlow *self,
                      double        height)
{
  if (self->y > self->top)
    self->y += height;
}

/* Returns: whether a new page was begun to have @height below the pen */
gboolean
qd_report_flow_need (QdReportFlow *self,
                     double        height)
{
  if (self->y + height <= self->bottom || self->y <= self->top)
    return FALSE;

  qd_report_flow_new_page (self);

  return TRUE;
}

void
qd_report_flow_rule (QdReportFlow *self)
{
  qd_report_pages_add_rule (self->pages, QD_REPORT_COLOUR_RULE, self->left, self->y, self->width, 0);
}

/**
 * qd_report_flow_row:
 * @row: (transfer full):
 * @padding: above and below
 * @ruled: whether there is a hairline below
 *
 * Puts a row below what is there. It is kept on one page unless it is higher than one.
 */
void
qd_report_flow_row (QdReportFlow *self,
                    QdReportRow  *row,
                    double        padding,
                    gboolean      ruled)
{
  double   height = qd_report_row_get_height (row) + 2 * padding;
  gboolean rest = TRUE;

  qd_report_flow_need (self, MIN (height, self->bottom - self->top - 40));

  while (rest && !g_cancellable_is_cancelled (self->cancellable))
    {
      self->y += padding;
      self->y += place_row (self, row, self->bottom - self->y, &rest) + padding;
      if (rest)
        qd_report_flow_new_page (self);
    }

  if (ruled)
    qd_report_flow_rule (self);
  qd_report_row_free (row);
}

/* Puts a paragraph below what is there. Returns: where its top came to be */
double
qd_report_flow_text (QdReportFlow *self,
                     QdReportStyle style,
                     const char   *tag,
                     const char   *text)
{
  QdReportRow *row = qd_report_row_new (NULL, NULL);
  double       top;

  qd_report_row_add_cell (row, self->left, self->width);
  qd_report_row_add_piece (row, self->pages, 0, &(QdReportPiece){ .style = style, .text = text, .tag = tag });
  qd_report_flow_need (self, MIN (qd_report_row_get_height (row), (self->bottom - self->top) / 2));
  top = self->y;
  qd_report_flow_row (self, row, 0, FALSE);

  return top;
}

/* Begins a section; it stays together with @needed of what follows. */
void
qd_report_flow_heading (QdReportFlow *self,
                        const char   *text,
                        double        needed)
{
  double top;

  qd_report_flow_space (self, 26);
  qd_report_flow_need (self, needed + 20);
  top = qd_report_flow_text (self, QD_REPORT_STYLE_HEADING, "H1", text);
  qd_report_pages_add_outline (self->pages, 0, text, top);
  self->y += 9;
}

/* @columns must stay until the table ends. */
void
qd_report_flow_begin_table (QdReportFlow              *self,
                            const QdReportTableColumn *columns,
                            guint                      n_columns)
{
  self->columns = columns;
  self->n_columns = n_columns;
  qd_report_pages_begin (self->pages, "Table", NULL);
  add_table_header (self);
}

void
qd_report_flow_end_table (QdReportFlow *self)
{
  qd_report_pages_end (self->pages, "Table");
  self->columns = NULL;
}
