/* qd-scene-snapshot.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-scene-snapshot"

#include "qd-scene-snapshot.h"

#include <adwaita.h>

/* From one stripe to the next, along the line across them, and how wide each is */
#define STRIPES 5.0f
#define STRIPE 0.4f

/*
 * A scene on the screen, of nodes that a graphics card paints as they are: no path
 * has to be drawn by the processor first.
 */

static GdkRGBA
get_color (const QdPalette *palette,
           QdInk            ink)
{
  const QdColor *color = &palette->colors[ink];

  return (GdkRGBA){ color->red, color->green, color->blue, color->alpha };
}

static graphene_rect_t
get_bounds (const QdRect *rect)
{
  return GRAPHENE_RECT_INIT ((float)rect->x, (float)rect->y, (float)rect->width, (float)rect->height);
}

static void
append_fill (GtkSnapshot   *snapshot,
             const QdShape *shape,
             const GdkRGBA *color)
{
  graphene_rect_t bounds = get_bounds (&shape->rect);
  GskRoundedRect  rounded;

  if (shape->size <= 0)
    {
      gtk_snapshot_append_color (snapshot, color, &bounds);
      return;
    }

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, (float)shape->size);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_outline (GtkSnapshot   *snapshot,
                const QdShape *shape,
                const GdkRGBA *color)
{
  graphene_rect_t bounds = get_bounds (&shape->rect);
  float           stroke = (float)shape->stroke;
  GskRoundedRect  rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, (float)shape->size);
  gtk_snapshot_append_border (snapshot,
                              &rounded,
                              (const float[]){ stroke, stroke, stroke, stroke },
                              (const GdkRGBA[]){ *color, *color, *color, *color });
}

static void
append_hatch (GtkSnapshot   *snapshot,
              const QdShape *shape,
              const GdkRGBA *color)
{
  graphene_rect_t    bounds = get_bounds (&shape->rect);
  GdkRGBA            nothing = { color->red, color->green, color->blue, 0 };
  const GskColorStop stops[] = { { 0, *color }, { STRIPE, *color }, { STRIPE, nothing }, { 1, nothing } };

  gtk_snapshot_append_repeating_linear_gradient (snapshot,
                                                 &bounds,
                                                 &GRAPHENE_POINT_INIT (0, 0),
                                                 &GRAPHENE_POINT_INIT (STRIPES, STRIPES),
                                                 stops,
                                                 G_N_ELEMENTS (stops));
}

/* A border that has but the two edges which meet at the corner. */
static void
append_elbow (GtkSnapshot   *snapshot,
              const QdShape *shape,
              const GdkRGBA *color)
{
  gboolean        right = shape->corner == QD_CORNER_TOP_RIGHT || shape->corner == QD_CORNER_BOTTOM_RIGHT;
  gboolean        bottom = shape->corner == QD_CORNER_BOTTOM_RIGHT || shape->corner == QD_CORNER_BOTTOM_LEFT;
  float           stroke = (float)shape->stroke, size = (float)shape->size;
  graphene_rect_t bounds = get_bounds (&shape->rect);
  GskRoundedRect  rounded = { .bounds = bounds };

  rounded.corner[shape->corner] = (graphene_size_t)GRAPHENE_SIZE_INIT (size, size);
  gtk_snapshot_append_border (
      snapshot,
      &rounded,
      (const float[]){ bottom ? 0 : stroke, right ? stroke : 0, bottom ? stroke : 0, right ? 0 : stroke },
      (const GdkRGBA[]){ *color, *color, *color, *color });
}

/* A square on its tip, the diagonal of which is @width, around a point. */
static void
append_tipped_square (GtkSnapshot   *snapshot,
                      double         x,
                      double         y,
                      double         width,
                      const GdkRGBA *color)
{
  float side = (float)(width * G_SQRT2 / 2);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (-side / 2, -side / 2, side, side));
  gtk_snapshot_restore (snapshot);
}

/* Half of a square on its tip: the other half is cut off. */
static void
append_arrow (GtkSnapshot   *snapshot,
              const QdShape *shape,
              const GdkRGBA *color)
{
  const QdRect   *rect = &shape->rect;
  graphene_rect_t bounds = get_bounds (rect);
  double          x = rect->x, y = rect->y;

  if (shape->direction == QD_DIRECTION_LEFT)
    x += rect->width;
  else if (shape->direction != QD_DIRECTION_RIGHT)
    x += rect->width / 2;

  if (shape->direction == QD_DIRECTION_UP)
    y += rect->height;
  else if (shape->direction != QD_DIRECTION_DOWN)
    y += rect->height / 2;

  gtk_snapshot_push_clip (snapshot, &bounds);
  append_tipped_square (snapshot, x, y, MAX (rect->width, rect->height), color);
  gtk_snapshot_pop (snapshot);
}

static void
append_shape (GtkSnapshot   *snapshot,
              const QdShape *shape,
              const GdkRGBA *color)
{
  graphene_rect_t bounds = get_bounds (&shape->rect);

  switch (shape->kind)
    {
    case QD_SHAPE_FILL:
      append_fill (snapshot, shape, color);
      break;

    case QD_SHAPE_OUTLINE:
      append_outline (snapshot, shape, color);
      break;

    case QD_SHAPE_HATCH:
      append_hatch (snapshot, shape, color);
      break;

    case QD_SHAPE_ELBOW:
      append_elbow (snapshot, shape, color);
      break;

    case QD_SHAPE_DIAMOND:
      append_tipped_square (snapshot,
                            shape->rect.x + shape->rect.width / 2,
                            shape->rect.y + shape->rect.height / 2,
                            shape->rect.width,
                            color);
      break;

    case QD_SHAPE_ARROW:
      append_arrow (snapshot, shape, color);
      break;

    case QD_SHAPE_TEXT:
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &bounds.origin);
      gtk_snapshot_append_layout (snapshot, shape->layout, color);
      gtk_snapshot_restore (snapshot);
      break;

    case QD_SHAPE_CLIP:
      gtk_snapshot_push_clip (snapshot, &bounds);
      break;

    case QD_SHAPE_UNCLIP:
      gtk_snapshot_pop (snapshot);
      break;

    default:
      g_return_if_reached ();
    }
}

/* Paints all of it. */
void
qd_scene_snapshot (QdScene         *self,
                   const QdPalette *palette,
                   GtkSnapshot     *snapshot)
{
  guint          n_shapes;
  const QdShape *shapes = qd_scene_get_shapes (self, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      GdkRGBA color = get_color (palette, shapes[i].ink);

      append_shape (snapshot, &shapes[i], &color);
    }
}

/* The colours that the desktop wants around @widget. */
void
qd_palette_init_for_widget (QdPalette *self,
                            GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GdkRGBA) rgba = adw_style_manager_get_accent_color_rgba (manager);
  QdColor accent = { rgba->red, rgba->green, rgba->blue, 1 };

  qd_palette_init (
      self, &accent, adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager));
}
