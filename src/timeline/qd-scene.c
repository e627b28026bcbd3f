/* qd-scene.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-scene"

#include "qd-scene.h"

#include <math.h>

/* How round a link turns */
#define TURN 5

#define DASH 5
#define GAP 4

/* So many texts are kept, whether they are asked for or not. */
#define MOST_TEXTS 512

typedef struct
{
  PangoLayout *layout;
  int          width;
  int          height;
  guint        used; /* by which scene it was asked for last */
} Text;

struct _QdScene
{
  PangoContext *context;
  GArray       *shapes; /* of QdShape */
  GHashTable   *texts;  /* style and text -> Text */
  QdSceneReader reader; /* (nullable) */
  gpointer      reader_data;
  guint         number; /* of the scene */
};

static void
text_free (gpointer data)
{
  Text *text = data;

  g_object_unref (text->layout);
  g_free (text);
}

/* @context: says how texts are laid out: the font, its size, the direction */
QdScene *
qd_scene_new (PangoContext *context)
{
  QdScene *self = g_new0 (QdScene, 1);

  self->context = g_object_ref (context);
  self->shapes = g_array_new (FALSE, TRUE, sizeof (QdShape));
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);

  return self;
}

/* Has every text read by @reader before it is laid out, whole; to be called before any is. */
void
qd_scene_set_reader (QdScene      *self,
                     QdSceneReader reader,
                     gpointer      data)
{
  self->reader = reader;
  self->reader_data = data;
}

void
qd_scene_free (QdScene *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->shapes);
  g_hash_table_unref (self->texts);
  g_object_unref (self->context);
  g_free (self);
}

static gboolean
is_old (gpointer key,
        gpointer value,
        gpointer user_data)
{
  return ((Text *)value)->used + 1 < GPOINTER_TO_UINT (user_data);
}

/* Begins the next scene. */
void
qd_scene_clear (QdScene *self)
{
  g_array_set_size (self->shapes, 0);
  self->number++;

  if (g_hash_table_size (self->texts) > MOST_TEXTS)
    g_hash_table_foreach_remove (self->texts, is_old, GUINT_TO_POINTER (self->number));
}

/* After the font or the direction has changed. */
void
qd_scene_forget_texts (QdScene *self)
{
  g_array_set_size (self->shapes, 0);
  g_hash_table_remove_all (self->texts);
}

const QdShape *
qd_scene_get_shapes (QdScene *self,
                     guint   *n_shapes)
{
  *n_shapes = self->shapes->len;

  return (const QdShape *)self->shapes->data;
}

/* Moves what was added from the shape @first on: parts are drawn each at its own origin. */
void
qd_scene_move (QdScene *self,
               guint    first,
               double   dx,
               double   dy)
{
  for (guint i = first; i < self->shapes->len; i++)
    {
      QdShape *shape = &g_array_index (self->shapes, QdShape, i);

      shape->rect.x += dx;
      shape->rect.y += dy;
    }
}

/* Takes the shape at @index away. */
void
qd_scene_remove (QdScene *self,
                 guint    index)
{
  g_return_if_fail (index < self->shapes->len);

  g_array_remove_index (self->shapes, index);
}

static void
add (QdScene      *self,
     QdShapeKind   kind,
     QdInk         ink,
     const QdRect *rect,
     double        size,
     double        stroke)
{
  QdShape shape = { .kind = kind, .ink = ink, .rect = *rect, .size = size, .stroke = stroke };

  g_array_append_val (self->shapes, shape);
}

void
qd_scene_fill (QdScene      *self,
               QdInk         ink,
               const QdRect *rect,
               double        radius)
{
  add (self, QD_SHAPE_FILL, ink, rect, MIN (radius, MIN (rect->width, rect->height) / 2), 0);
}

void
qd_scene_outline (QdScene      *self,
                  QdInk         ink,
                  const QdRect *rect,
                  double        radius,
                  double        stroke)
{
  add (self, QD_SHAPE_OUTLINE, ink, rect, MIN (radius, MIN (rect->width, rect->height) / 2), stroke);
}

void
qd_scene_hatch (QdScene      *self,
                QdInk         ink,
                const QdRect *rect)
{
  add (self, QD_SHAPE_HATCH, ink, rect, 0, 0);
}

void
qd_scene_diamond (QdScene      *self,
                  QdInk         ink,
                  const QdRect *rect)
{
  add (self, QD_SHAPE_DIAMOND, ink, rect, 0, 0);
}

/* At the end of a line from @from, across or down. */
void
qd_scene_arrow (QdScene       *self,
                QdInk          ink,
                const QdPoint *from,
                const QdPoint *tip,
                double         size)
{
  QdShape shape = { .kind = QD_SHAPE_ARROW, .ink = ink };

  if (fabs (tip->y - from->y) > fabs (tip->x - from->x))
    {
      gboolean down = tip->y > from->y;

      shape.direction = down ? QD_DIRECTION_DOWN : QD_DIRECTION_UP;
      shape.rect = (QdRect){ tip->x - size, down ? tip->y - size : tip->y, 2 * size, size };
    }
  else
    {
      gboolean right = tip->x > from->x;

      shape.direction = right ? QD_DIRECTION_RIGHT : QD_DIRECTION_LEFT;
      shape.rect = (QdRect){ right ? tip->x - size : tip->x, tip->y - size, size, 2 * size };
    }

  g_array_append_val (self->shapes, shape);
}

static void
add_line (QdScene       *self,
          QdInk          ink,
          const QdPoint *a,
          const QdPoint *b,
          double         stroke)
{
  QdRect rect = { MIN (a->x, b->x), MIN (a->y, b->y), fabs (a->x - b->x), fabs (a->y - b->y) };

  if (rect.height < rect.width)
    {
      rect.y -= stroke / 2;
      rect.height = stroke;
    }
  else
    {
      rect.x -= stroke / 2;
      rect.width = stroke;
    }

  if (rect.width > 0 && rect.height > 0)
    add (self, QD_SHAPE_FILL, ink, &rect, 0, 0);
}

/* The turn at @at: from where it comes to where it goes, as two edges of the rectangle between the two. */
static void
add_turn (QdScene       *self,
          QdInk          ink,
          const QdPoint *from,
          const QdPoint *at,
          const QdPoint *to,
          double         radius,
          double         stroke)
{
  double   x = from->x == at->x ? to->x : from->x;
  double   y = from->y == at->y ? to->y : from->y;
  gboolean right = at->x > x, bottom = at->y > y;
  QdShape  shape = {
     .kind = QD_SHAPE_ELBOW,
     .ink = ink,
     .corner = bottom ? (right ? QD_CORNER_BOTTOM_RIGHT : QD_CORNER_BOTTOM_LEFT)
                      : (right ? QD_CORNER_TOP_RIGHT : QD_CORNER_TOP_LEFT),
     .rect = { MIN (x, at->x), MIN (y, at->y), fabs (x - at->x), fabs (y - at->y) },
     .size = radius,
     .stroke = stroke,
  };

  /* The edges run along the line rather than inside of it. */
  shape.rect.width += stroke / 2;
  shape.rect.height += stroke / 2;
  shape.rect.x -= right ? 0 : stroke / 2;
  shape.rect.y -= bottom ? 0 : stroke / 2;

  g_array_append_val (self->shapes, shape);
}

static QdPoint
step_towards (const QdPoint *from,
              const QdPoint *to,
              double         length)
{
  double dx = to->x - from->x, dy = to->y - from->y;
  double all = fabs (dx) + fabs (dy);

  return all > 0 ? (QdPoint){ from->x + dx / all * length, from->y + dy / all * length } : *from;
}

static double
get_length (const QdPoint *a,
            const QdPoint *b)
{
  return fabs (a->x - b->x) + fabs (a->y - b->y);
}

/* A line along @points, across and down in turn, that is round where it turns. */
void
qd_scene_route (QdScene       *self,
                QdInk          ink,
                const QdPoint *points,
                guint          n_points,
                double         stroke)
{
  QdPoint last;

  g_return_if_fail (n_points >= 2);

  last = points[0];

  for (guint i = 1; i + 1 < n_points; i++)
    {
      double  before = get_length (&points[i - 1], &points[i]), after = get_length (&points[i], &points[i + 1]);
      double  radius = MIN (TURN, MIN (before / (i > 1 ? 2 : 1), after / (i + 2 < n_points ? 2 : 1)));
      QdPoint from = step_towards (&points[i], &points[i - 1], radius);
      QdPoint to = step_towards (&points[i], &points[i + 1], radius);

      add_line (self, ink, &last, &from, stroke);

      if (radius > 0)
        add_turn (self, ink, &from, &points[i], &to, radius, stroke);

      last = to;
    }

  add_line (self, ink, &last, &points[n_points - 1], stroke);
}

/* @line: which is as wide as the line is, or as high */
void
qd_scene_dashes (QdScene      *self,
                 QdInk         ink,
                 const QdRect *line)
{
  gboolean down = line->height > line->width;
  double   length = down ? line->height : line->width;

  for (double at = 0; at < length; at += DASH + GAP)
    {
      double dash = MIN (DASH, length - at);
      QdRect rect = { line->x + (down ? 0 : at), line->y + (down ? at : 0), down ? line->width : dash, down ? dash : line->height };

      add (self, QD_SHAPE_FILL, ink, &rect, 0, 0);
    }
}

void
qd_scene_clip (QdScene      *self,
               const QdRect *rect)
{
  add (self, QD_SHAPE_CLIP, QD_INK_TEXT, rect, 0, 0);
}

void
qd_scene_unclip (QdScene *self)
{
  QdRect nothing = { 0 };

  add (self, QD_SHAPE_UNCLIP, QD_INK_TEXT, &nothing, 0, 0);
}

static void
set_style (PangoLayout *layout,
           QdTextStyle  style)
{
  const PangoFontDescription *font = pango_context_get_font_description (pango_layout_get_context (layout));
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  /* Figures of one width: a label does not tremble while it counts. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  if (style == QD_TEXT_BOLD || style == QD_TEXT_TITLE)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));

  if (style == QD_TEXT_SMALL && font != NULL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (QD_TEXT_SMALL_SCALE));

  if (style == QD_TEXT_TITLE && font != NULL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (1.5));

  pango_layout_set_attributes (layout, attributes);
}

static Text *
find_text (QdScene    *self,
           QdTextStyle style,
           const char *string)
{
  g_autofree char *key = g_strdup_printf ("%d%s", style, string);
  Text            *text = g_hash_table_lookup (self->texts, key);

  if (text == NULL)
    {
      text = g_new0 (Text, 1);
      text->layout = pango_layout_new (self->context);
      pango_layout_set_single_paragraph_mode (text->layout, TRUE);
      set_style (text->layout, style);
      pango_layout_set_text (text->layout, string, -1);
      pango_layout_get_pixel_size (text->layout, &text->width, &text->height);
      g_hash_table_insert (self->texts, g_steal_pointer (&key), text);
    }

  text->used = self->number;

  return text;
}

/* Returns: (nullable): @text as it is read, to be freed; none where it is read as it is */
static char *
dup_read (QdScene    *self,
          const char *text)
{
  return self->reader != NULL ? self->reader (text, self->reader_data) : NULL;
}

void
qd_scene_measure (QdScene    *self,
                  QdTextStyle style,
                  const char *text,
                  double     *width,
                  double     *height)
{
  g_autofree char *read = dup_read (self, text);
  Text            *found = find_text (self, style, read != NULL ? read : text);

  *width = found->width;

  if (height != NULL)
    *height = found->height;
}

/* One line that begins at @x, its middle at @middle. */
void
qd_scene_text (QdScene    *self,
               QdInk       ink,
               QdTextStyle style,
               const char *text,
               double      x,
               double      middle)
{
  g_autofree char *read = dup_read (self, text);
  Text            *found = find_text (self, style, read != NULL ? read : text);
  QdShape          shape = { .kind = QD_SHAPE_TEXT,
                             .ink = ink,
                             .rect = { x, round (middle - found->height / 2.0), found->width, found->height },
                             .layout = found->layout };

  g_array_append_val (self->shapes, shape);
}

/* One line from the left of @rect, as much of it as fits: what does not is an ellipsis. */
void
qd_scene_text_within (QdScene      *self,
                      QdInk         ink,
                      QdTextStyle   style,
                      const char   *text,
                      const QdRect *rect)
{
  g_autofree char *read = dup_read (self, text);
  g_autofree char *cut = NULL;
  glong            length;
  double           width;

  text = read != NULL ? read : text;
  length = g_utf8_strlen (text, -1);
  qd_scene_measure (self, style, text, &width, NULL);

  /* Half of it at a time until it fits, as a layout that ellipsizes would have to be kept for each width. */
  if (width > rect->width)
    {
      glong low = 0, high = length;

      while (low < high)
        {
          glong            middle = (low + high + 1) / 2;
          g_autofree char *head = g_utf8_substring (text, 0, middle);
          g_autofree char *candidate = g_strconcat (g_strchomp (head), "…", NULL);

          qd_scene_measure (self, style, candidate, &width, NULL);

          if (width <= rect->width)
            low = middle;
          else
            high = middle - 1;
        }

      if (low == 0)
        return;

      {
        g_autofree char *head = g_utf8_substring (text, 0, low);

        cut = g_strconcat (g_strchomp (head), "…", NULL);
      }
    }

  qd_scene_text (self, ink, style, cut != NULL ? cut : text, rect->x, rect->y + rect->height / 2);
}
