/* qd-report-flow.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-report-pages.h"

G_BEGIN_DECLS

/* The edge of the paper to what is printed, in points */
#define QD_REPORT_MARGIN_SIDE 54
#define QD_REPORT_MARGIN_TOP 62
#define QD_REPORT_MARGIN_BOTTOM 62

/**
 * QdReportFlow:
 *
 * A pen that goes down the pages. What does not fit begins a new one, and a table
 * that goes on there begins with its header again.
 *
 * The fields may be read; @y may be moved.
 */
typedef struct _QdReportFlow QdReportFlow;

/**
 * QdReportRow:
 *
 * Cells beside each other, each with pieces of text below each other.
 */
typedef struct _QdReportRow  QdReportRow;

/**
 * QdReportPiece:
 * @tag: the structure it is, or %NULL if it is the cell's own
 * @mark: drawn before its first line
 * @destination: a name links can go to
 * @link: the attributes of a link around it
 * @indented: whether it begins where text after a mark does
 * @max_lines: where the text is cut off; 0 for never
 */
typedef struct
{
  QdReportStyle  style;
  const char    *text;
  const char    *tag;
  QdReportMark   mark;
  QdReportColour mark_colour;
  gboolean       coloured; /* the text has the colour of the mark */
  double         gap;      /* above, unless it is the first */
  const char    *destination;
  const char    *link;
  gboolean       indented;
  int            max_lines;
} QdReportPiece;

typedef struct
{
  const char *title;
  double      x;
  double      width;
} QdReportTableColumn;

struct _QdReportFlow
{
  QdReportPages             *pages;
  GCancellable              *cancellable;
  double                     left;
  double                     width;
  double                     top;
  double                     bottom;
  double                     y;

  /*< private >*/
  const QdReportTableColumn *columns; /* of the table that is open */
  guint                      n_columns;
};

void         qd_report_flow_init (QdReportFlow  *self,
                                  QdReportPages *pages,
                                  GCancellable  *cancellable);
void         qd_report_flow_new_page (QdReportFlow *self);
void         qd_report_flow_space (QdReportFlow *self,
                                   double        height);
gboolean     qd_report_flow_need (QdReportFlow *self,
                                  double        height);
void         qd_report_flow_rule (QdReportFlow *self);
double       qd_report_flow_text (QdReportFlow *self,
                                  QdReportStyle style,
                                  const char   *tag,
                                  const char   *text);
void         qd_report_flow_heading (QdReportFlow *self,
                                     const char   *text,
                                     double        needed);
void         qd_report_flow_begin_table (QdReportFlow              *self,
                                         const QdReportTableColumn *columns,
                                         guint                      n_columns);
void         qd_report_flow_end_table (QdReportFlow *self);

QdReportRow *qd_report_row_new (const char *tag,
                                const char *cell_tag);
guint        qd_report_row_add_cell (QdReportRow *self,
                                     double       x,
                                     double       width);
void         qd_report_row_add_piece (QdReportRow         *self,
                                      QdReportPages       *pages,
                                      guint                cell,
                                      const QdReportPiece *piece);
void         qd_report_row_add (QdReportRow  *self,
                                QdReportFlow *flow,
                                guint         cell,
                                QdReportStyle style,
                                const char   *text);
double       qd_report_row_get_height (QdReportRow *self);
void         qd_report_flow_row (QdReportFlow *self,
                                 QdReportRow  *row,
                                 double        padding,
                                 gboolean      ruled);

G_END_DECLS
