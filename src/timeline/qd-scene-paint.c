/* qd-scene-paint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-scene-paint"

#include "qd-scene.h"

#include <math.h>
#include <pango/pangocairo.h>

/* From one stripe to the next */
#define STRIPES 7

/* A scene on a page, in an image or in a vector drawing. */

static void
add_rectangle (cairo_t      *cr,
               const QdRect *rect,
               double        radius)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  if (radius <= 0)
    {
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
paint_outline (const QdShape *shape,
               cairo_t       *cr)
{
  double half = shape->stroke / 2;
  QdRect rect = { shape->rect.x + half,
                  shape->rect.y + half,
                  MAX (shape->rect.width - shape->stroke, 0),
                  MAX (shape->rect.height - shape->stroke, 0) };

  add_rectangle (cr, &rect, MAX (shape->size - half, 0));
  cairo_set_line_width (cr, shape->stroke);
  cairo_stroke (cr);
}

static void
paint_hatch (const QdShape *shape,
             cairo_t       *cr)
{
  const QdRect *rect = &shape->rect;

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  cairo_set_line_width (cr, 2);

  /* They run on from one band to the next, whatever is in sight. */
  for (double at = floor (rect->x / STRIPES) * STRIPES - rect->height; at < rect->x + rect->width; at += STRIPES)
    {
      cairo_move_to (cr, at, rect->y + rect->height);
      cairo_line_to (cr, at + rect->height, rect->y);
    }

  cairo_stroke (cr);
  cairo_restore (cr);
}

/* From the one end to the corner, round it, and to the other. */
static void
paint_elbow (const QdShape *shape,
             cairo_t       *cr)
{
  gboolean right = shape->corner == QD_CORNER_TOP_RIGHT || shape->corner == QD_CORNER_BOTTOM_RIGHT;
  gboolean bottom = shape->corner == QD_CORNER_BOTTOM_RIGHT || shape->corner == QD_CORNER_BOTTOM_LEFT;
  double   half = shape->stroke / 2;
  double   x = right ? shape->rect.x + shape->rect.width - half : shape->rect.x + half;
  double   y = bottom ? shape->rect.y + shape->rect.height - half : shape->rect.y + half;
  double   far_x = right ? shape->rect.x : shape->rect.x + shape->rect.width;
  double   far_y = bottom ? shape->rect.y : shape->rect.y + shape->rect.height;
  /* That of a quarter of a circle: https://spencermortensen.com/articles/bezier-circle/ */
  double   curve = 0.4477;

  cairo_move_to (cr, far_x, y);
  cairo_curve_to (cr, x + (far_x - x) * curve, y, x, y + (far_y - y) * curve, x, far_y);
  cairo_set_line_width (cr, shape->stroke);
  cairo_stroke (cr);
}

static void
paint_diamond (const QdShape *shape,
               cairo_t       *cr)
{
  const QdRect *rect = &shape->rect;

  cairo_move_to (cr, rect->x + rect->width / 2, rect->y);
  cairo_line_to (cr, rect->x + rect->width, rect->y + rect->height / 2);
  cairo_line_to (cr, rect->x + rect->width / 2, rect->y + rect->height);
  cairo_line_to (cr, rect->x, rect->y + rect->height / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
paint_arrow (const QdShape *shape,
             cairo_t       *cr)
{
  const QdRect *rect = &shape->rect;
  double        right = rect->x + rect->width, bottom = rect->y + rect->height;
  const QdPoint tips[][3] = {
    [QD_DIRECTION_LEFT] = { { right, rect->y }, { rect->x, rect->y + rect->height / 2 }, { right, bottom } },
    [QD_DIRECTION_RIGHT] = { { rect->x, rect->y }, { right, rect->y + rect->height / 2 }, { rect->x, bottom } },
    [QD_DIRECTION_UP] = { { rect->x, bottom }, { rect->x + rect->width / 2, rect->y }, { right, bottom } },
    [QD_DIRECTION_DOWN] = { { rect->x, rect->y }, { rect->x + rect->width / 2, bottom }, { right, rect->y } },
  };

  for (int i = 0; i < 3; i++)
    cairo_line_to (cr, tips[shape->direction][i].x, tips[shape->direction][i].y);

  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
paint_shape (const QdShape *shape,
             cairo_t       *cr)
{
  switch (shape->kind)
    {
    case QD_SHAPE_FILL:
      add_rectangle (cr, &shape->rect, shape->size);
      cairo_fill (cr);
      break;

    case QD_SHAPE_OUTLINE:
      paint_outline (shape, cr);
      break;

    case QD_SHAPE_HATCH:
      paint_hatch (shape, cr);
      break;

    case QD_SHAPE_ELBOW:
      paint_elbow (shape, cr);
      break;

    case QD_SHAPE_DIAMOND:
      paint_diamond (shape, cr);
      break;

    case QD_SHAPE_ARROW:
      paint_arrow (shape, cr);
      break;

    case QD_SHAPE_TEXT:
      cairo_move_to (cr, shape->rect.x, shape->rect.y);
      pango_cairo_show_layout (cr, shape->layout);
      break;

    case QD_SHAPE_CLIP:
      cairo_save (cr);
      add_rectangle (cr, &shape->rect, 0);
      cairo_clip (cr);
      break;

    case QD_SHAPE_UNCLIP:
      cairo_restore (cr);
      break;

    default:
      g_return_if_reached ();
    }
}

/* Paints all of it, at the origin of @cr. */
void
qd_scene_paint (QdScene         *self,
                const QdPalette *palette,
                cairo_t         *cr)
{
  guint          n_shapes;
  const QdShape *shapes = qd_scene_get_shapes (self, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      const QdColor *color = &palette->colors[shapes[i].ink];

      cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
      paint_shape (&shapes[i], cr);
    }
}
