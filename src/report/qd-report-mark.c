/* qd-report-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-mark"

#include "qd-report-mark.h"

#include <math.h>

#define HAIRLINE 0.5

/* Each text colour has a contrast of at least 4.5 to 1 on white. */
static const guint32 colours[] = {
  [QD_REPORT_COLOUR_INK] = 0x1b1d28,
  [QD_REPORT_COLOUR_MUTED] = 0x5c6070,
  [QD_REPORT_COLOUR_ACCENT] = 0x2747a3,
  [QD_REPORT_COLOUR_ACCENT_LIGHT] = 0xc9d3f0,
  [QD_REPORT_COLOUR_RULE] = 0xd8dae2,
  [QD_REPORT_COLOUR_WASH] = 0xf4f5f9,
  [QD_REPORT_COLOUR_GOOD] = 0x1d7a4c,
  [QD_REPORT_COLOUR_WATCH] = 0x945f00,
  [QD_REPORT_COLOUR_BAD] = 0xb3261e,
  [QD_REPORT_COLOUR_PAPER] = 0xffffff,
};

void
qd_report_colour_set (cairo_t       *cr,
                      QdReportColour colour)
{
  guint32 rgb = colours[colour];

  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}

static void
add_round_path (cairo_t *cr,
                double   x,
                double   y,
                double   width,
                double   height,
                double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
qd_report_box_draw (cairo_t       *cr,
                    QdReportColour colour,
                    double         x,
                    double         y,
                    double         width,
                    double         height,
                    double         radius)
{
  qd_report_colour_set (cr, colour);
  if (radius > 0)
    add_round_path (cr, x, y, width, height, radius);
  else
    cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

void
qd_report_rule_draw (cairo_t       *cr,
                     QdReportColour colour,
                     double         x,
                     double         y,
                     double         width,
                     double         height)
{
  qd_report_colour_set (cr, colour);
  cairo_set_line_width (cr, HAIRLINE);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y + height);
  cairo_stroke (cr);
}

static void
add_tick_path (cairo_t *cr,
               double   x,
               double   y,
               double   size)
{
  cairo_move_to (cr, x - size * 0.24, y + size * 0.02);
  cairo_line_to (cr, x - size * 0.06, y + size * 0.2);
  cairo_line_to (cr, x + size * 0.26, y - size * 0.19);
}

static void
add_polygon_path (cairo_t *cr,
                  double   x,
                  double   y,
                  double   radius,
                  int      n_corners)
{
  for (int i = 0; i < n_corners; i++)
    cairo_line_to (cr, x + radius * sin (2 * G_PI * i / n_corners), y - radius * cos (2 * G_PI * i / n_corners));
  cairo_close_path (cr);
}

static void
draw_box (cairo_t       *cr,
          QdReportColour colour,
          double         x,
          double         y,
          double         size,
          gboolean       ticked)
{
  double side = size * 0.86;

  add_round_path (cr, x - side / 2, y - side / 2, side, side, size * 0.16);
  if (!ticked)
    {
      cairo_stroke (cr);
      return;
    }

  cairo_fill (cr);
  qd_report_colour_set (cr, QD_REPORT_COLOUR_PAPER);
  add_tick_path (cr, x, y, size);
  cairo_stroke (cr);
}

void
qd_report_mark_draw (cairo_t       *cr,
                     QdReportMark   mark,
                     QdReportColour colour,
                     double         x,
                     double         y,
                     double         size)
{
  cairo_save (cr);
  cairo_new_path (cr);
  qd_report_colour_set (cr, colour);
  cairo_set_line_width (cr, size * 0.13);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  switch (mark)
    {
    case QD_REPORT_MARK_CIRCLE:
      cairo_arc (cr, x, y, size * 0.42, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;

    case QD_REPORT_MARK_DISC:
      cairo_arc (cr, x, y, size * 0.42, 0, 2 * G_PI);
      cairo_fill (cr);
      break;

    case QD_REPORT_MARK_TRIANGLE:
      add_polygon_path (cr, x, y + size * 0.1, size * 0.52, 3);
      cairo_fill (cr);
      break;

    case QD_REPORT_MARK_DIAMOND:
      add_polygon_path (cr, x, y, size * 0.54, 4);
      cairo_fill (cr);
      break;

    case QD_REPORT_MARK_TICK:
      cairo_arc (cr, x, y, size * 0.5, 0, 2 * G_PI);
      cairo_fill (cr);
      qd_report_colour_set (cr, QD_REPORT_COLOUR_PAPER);
      add_tick_path (cr, x, y, size);
      cairo_stroke (cr);
      break;

    case QD_REPORT_MARK_BOX:
    case QD_REPORT_MARK_BOX_TICK:
      draw_box (cr, colour, x, y, size, mark == QD_REPORT_MARK_BOX_TICK);
      break;

    case QD_REPORT_MARK_NONE:
    default:
      break;
    }

  cairo_restore (cr);
}
