/* qd-scene-svg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-scene-svg"

#include "qd-scene.h"

#include <math.h>

/* From one stripe to the next, and how wide one is, as qd_scene_paint() has them */
#define STRIPES 7
#define STRIPE 2

/* That of a quarter of a circle: https://spencermortensen.com/articles/bezier-circle/ */
#define CURVE 0.4477

/* What follows where the family that a text was measured in is not there: sans serifs of about its width. */
#define FALLBACKS "'Adwaita Sans', 'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif"

/*
 * A scene as SVG. Its text stays text, so that it can be searched, and is as wide as it
 * was laid out whatever font it is shown in; cairo would draw the outlines of its letters.
 */

typedef struct
{
  GString         *text;
  const QdPalette *palette;
  guint            n_clips;
} Writer;

static void
add_number (Writer     *self,
            const char *before,
            double      number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", number);

  /* A whole number needs no fraction. */
  if (g_str_has_suffix (text, ".00"))
    text[strlen (text) - 3] = '\0';

  g_string_append (self->text, before);
  g_string_append (self->text, text);
}

static void
add_attribute (Writer     *self,
               const char *name,
               double      number)
{
  g_string_append_printf (self->text, " %s=\"", name);
  add_number (self, "", number);
  g_string_append_c (self->text, '"');
}

/* @what: “fill” or “stroke” */
static void
add_colour (Writer     *self,
            const char *what,
            QdInk       ink)
{
  const QdColor *color = &self->palette->colors[ink];

  g_string_append_printf (self->text,
                          " %s=\"#%02lx%02lx%02lx\"",
                          what,
                          lround (color->red * 255),
                          lround (color->green * 255),
                          lround (color->blue * 255));

  if (color->alpha < 1)
    {
      g_autofree char *opacity = g_strconcat (what, "-opacity", NULL);

      add_attribute (self, opacity, color->alpha);
    }
}

static void
add_rect (Writer       *self,
          const QdRect *rect,
          double        radius)
{
  g_string_append (self->text, "<rect");
  add_attribute (self, "x", rect->x);
  add_attribute (self, "y", rect->y);
  add_attribute (self, "width", MAX (rect->width, 0));
  add_attribute (self, "height", MAX (rect->height, 0));

  if (radius > 0)
    add_attribute (self, "rx", radius);
}

static void
add_outline (Writer        *self,
             const QdShape *shape)
{
  double half = shape->stroke / 2;
  QdRect rect = {
    shape->rect.x + half, shape->rect.y + half, shape->rect.width - shape->stroke, shape->rect.height - shape->stroke
  };

  add_rect (self, &rect, MAX (shape->size - half, 0));
  g_string_append (self->text, " fill=\"none\"");
  add_colour (self, "stroke", shape->ink);
  add_attribute (self, "stroke-width", shape->stroke);
  g_string_append (self->text, "/>\n");
}

/* Begins a path that @shape strokes. */
static void
begin_stroke (Writer        *self,
              const QdShape *shape,
              double         width)
{
  g_string_append (self->text, "<path fill=\"none\"");
  add_colour (self, "stroke", shape->ink);
  add_attribute (self, "stroke-width", width);
  g_string_append (self->text, " d=\"");
}

static void
add_hatch (Writer        *self,
           const QdShape *shape)
{
  const QdRect *rect = &shape->rect;
  double        right = rect->x + rect->width, bottom = rect->y + rect->height;

  begin_stroke (self, shape, STRIPE);

  /* Each stripe goes up as far as it goes to the right, and is cut at the edges. */
  for (double at = floor (rect->x / STRIPES) * STRIPES - rect->height; at < right; at += STRIPES)
    {
      double from = MAX (at, rect->x), until = MIN (at + rect->height, right);

      if (until <= from)
        continue;

      add_number (self, "M", from);
      add_number (self, " ", bottom - (from - at));
      add_number (self, "L", until);
      add_number (self, " ", bottom - (until - at));
    }

  g_string_append (self->text, "\"/>\n");
}

static void
add_elbow (Writer        *self,
           const QdShape *shape)
{
  gboolean right = shape->corner == QD_CORNER_TOP_RIGHT || shape->corner == QD_CORNER_BOTTOM_RIGHT;
  gboolean bottom = shape->corner == QD_CORNER_BOTTOM_RIGHT || shape->corner == QD_CORNER_BOTTOM_LEFT;
  double   half = shape->stroke / 2;
  double   x = right ? shape->rect.x + shape->rect.width - half : shape->rect.x + half;
  double   y = bottom ? shape->rect.y + shape->rect.height - half : shape->rect.y + half;
  double   far_x = right ? shape->rect.x : shape->rect.x + shape->rect.width;
  double   far_y = bottom ? shape->rect.y : shape->rect.y + shape->rect.height;

  begin_stroke (self, shape, shape->stroke);
  add_number (self, "M", far_x);
  add_number (self, " ", y);
  add_number (self, "C", x + (far_x - x) * CURVE);
  add_number (self, " ", y);
  add_number (self, " ", x);
  add_number (self, " ", y + (far_y - y) * CURVE);
  add_number (self, " ", x);
  add_number (self, " ", far_y);
  g_string_append (self->text, "\"/>\n");
}

static void
add_polygon (Writer        *self,
             const QdShape *shape,
             const QdPoint *points,
             guint          n_points)
{
  g_string_append (self->text, "<polygon");
  add_colour (self, "fill", shape->ink);
  g_string_append (self->text, " points=\"");

  for (guint i = 0; i < n_points; i++)
    {
      add_number (self, i > 0 ? " " : "", points[i].x);
      add_number (self, ",", points[i].y);
    }

  g_string_append (self->text, "\"/>\n");
}

static void
add_diamond (Writer        *self,
             const QdShape *shape)
{
  const QdRect *rect = &shape->rect;
  const QdPoint tips[] = { { rect->x + rect->width / 2, rect->y },
                           { rect->x + rect->width, rect->y + rect->height / 2 },
                           { rect->x + rect->width / 2, rect->y + rect->height },
                           { rect->x, rect->y + rect->height / 2 } };

  add_polygon (self, shape, tips, G_N_ELEMENTS (tips));
}

static void
add_arrow (Writer        *self,
           const QdShape *shape)
{
  const QdRect *rect = &shape->rect;
  double        right = rect->x + rect->width, bottom = rect->y + rect->height;
  const QdPoint tips[][3] = {
    [QD_DIRECTION_LEFT] = { { right, rect->y }, { rect->x, rect->y + rect->height / 2 }, { right, bottom } },
    [QD_DIRECTION_RIGHT] = { { rect->x, rect->y }, { right, rect->y + rect->height / 2 }, { rect->x, bottom } },
    [QD_DIRECTION_UP] = { { rect->x, bottom }, { rect->x + rect->width / 2, rect->y }, { right, bottom } },
    [QD_DIRECTION_DOWN] = { { rect->x, rect->y }, { rect->x + rect->width / 2, bottom }, { right, rect->y } },
  };

  add_polygon (self, shape, tips[shape->direction], 3);
}

/* @text as XML can hold it: no control characters, which it has no way to write. */
static void
add_escaped (Writer     *self,
             const char *text)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = NULL;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (clean, g_unichar_iscntrl (character) || (character & 0xfffe) == 0xfffe ? ' ' : character);
    }

  escaped = g_markup_escape_text (clean->str, -1);
  g_string_append (self->text, escaped);
}

static void
add_text (Writer        *self,
          const QdShape *shape)
{
  PangoLayoutLine      *line = pango_layout_get_line_readonly (shape->layout, 0);
  PangoLayoutRun       *run = line != NULL && line->runs != NULL ? line->runs->data : NULL;
  PangoFontDescription *font;
  PangoRectangle        extents;

  if (run == NULL)
    return;

  font = pango_font_describe_with_absolute_size (run->item->analysis.font);
  pango_layout_get_extents (shape->layout, NULL, &extents);
  g_string_append (self->text, "<text");
  add_attribute (self, "x", shape->rect.x);
  add_attribute (self, "y", shape->rect.y + (double)pango_layout_get_baseline (shape->layout) / PANGO_SCALE);
  add_attribute (self, "font-size", (double)pango_font_description_get_size (font) / PANGO_SCALE);

  if (pango_font_description_get_weight (font) > PANGO_WEIGHT_NORMAL)
    g_string_append (self->text, " font-weight=\"600\"");

  add_attribute (self, "textLength", (double)extents.width / PANGO_SCALE);
  g_string_append (self->text, " lengthAdjust=\"spacingAndGlyphs\"");
  add_colour (self, "fill", shape->ink);
  g_string_append_c (self->text, '>');
  add_escaped (self, pango_layout_get_text (shape->layout));
  g_string_append (self->text, "</text>\n");
  pango_font_description_free (font);
}

static void
begin_clip (Writer        *self,
            const QdShape *shape)
{
  g_string_append_printf (self->text, "<clipPath id=\"clip%u\">", ++self->n_clips);
  add_rect (self, &shape->rect, 0);
  g_string_append_printf (self->text, "/></clipPath>\n<g clip-path=\"url(#clip%u)\">\n", self->n_clips);
}

static void
add_shape (Writer        *self,
           const QdShape *shape)
{
  switch (shape->kind)
    {
    case QD_SHAPE_FILL:
      add_rect (self, &shape->rect, shape->size);
      add_colour (self, "fill", shape->ink);
      g_string_append (self->text, "/>\n");
      break;

    case QD_SHAPE_OUTLINE:
      add_outline (self, shape);
      break;

    case QD_SHAPE_HATCH:
      add_hatch (self, shape);
      break;

    case QD_SHAPE_ELBOW:
      add_elbow (self, shape);
      break;

    case QD_SHAPE_DIAMOND:
      add_diamond (self, shape);
      break;

    case QD_SHAPE_ARROW:
      add_arrow (self, shape);
      break;

    case QD_SHAPE_TEXT:
      add_text (self, shape);
      break;

    case QD_SHAPE_CLIP:
      begin_clip (self, shape);
      break;

    case QD_SHAPE_UNCLIP:
      g_string_append (self->text, "</g>\n");
      break;

    default:
      g_return_if_reached ();
    }
}

/* Says which font the texts are measured in. */
static void
add_family (Writer        *self,
            const QdShape *shapes,
            guint          n_shapes)
{
  for (guint i = 0; i < n_shapes; i++)
    {
      const PangoFontDescription *font;

      if (shapes[i].kind != QD_SHAPE_TEXT)
        continue;

      font = pango_context_get_font_description (pango_layout_get_context (shapes[i].layout));
      g_string_append_printf (
          self->text, " font-family=\"'%s', " FALLBACKS "\"", pango_font_description_get_family (font));
      return;
    }
}

/**
 * qd_scene_to_svg:
 * @title: what the drawing is called
 * @width: of all of it, from the origin of the scene
 *
 * Returns: (transfer full): a drawing on @palette’s paper
 */
char *
qd_scene_to_svg (QdScene         *self,
                 const QdPalette *palette,
                 const char      *title,
                 double           width,
                 double           height)
{
  Writer         writer = { g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), palette, 0 };
  QdShape        paper = { .kind = QD_SHAPE_FILL, .ink = QD_INK_PAPER, .rect = { 0, 0, width, height } };
  guint          n_shapes;
  const QdShape *shapes = qd_scene_get_shapes (self, &n_shapes);

  g_string_append (writer.text, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
  add_attribute (&writer, "width", width);
  add_attribute (&writer, "height", height);
  add_number (&writer, " viewBox=\"0 0 ", width);
  add_number (&writer, " ", height);
  g_string_append_c (writer.text, '"');
  add_family (&writer, shapes, n_shapes);
  g_string_append (writer.text, ">\n<title>");
  add_escaped (&writer, title);
  g_string_append (writer.text, "</title>\n");
  add_shape (&writer, &paper);

  for (guint i = 0; i < n_shapes; i++)
    add_shape (&writer, &shapes[i]);

  g_string_append (writer.text, "</svg>\n");

  return g_string_free_and_steal (writer.text);
}
