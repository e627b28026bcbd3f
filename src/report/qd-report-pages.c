/* qd-report-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-pages"

#include "qd-report-pages.h"

#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "qd-report-fonts.h"
#include "qd-report-mark.h"
#include "qd-report-text.h"

typedef enum
{
  OP_BEGIN,
  OP_END,
  OP_TEXT,
  OP_BOX,
  OP_RULE,
  OP_MARK,
  OP_SCENE,
} OpKind;

typedef struct
{
  OpKind         kind;
  QdReportColour colour;
  QdReportMark   mark;
  PangoLayout   *layout;
  QdScene       *scene;      /* of the pages */
  char          *attributes; /* of a tag */
  const char    *tag;        /* interned */
  double         x, y, width, height, radius;
  double         scale;
  int            first, n_lines;
} Op;

struct _QdReportPages
{
  double        width;
  double        height;
  PangoFontMap *map;
  PangoContext *context;
  GPtrArray    *pages; /* of GArray of Op */
  GArray       *ops;   /* the page that is written to */
  guint         page;
  GArray       *outline;
  GPtrArray    *scenes; /* of GPtrArray of QdScene */
  GPtrArray    *missing;
  GHashTable   *missing_characters;
};

static void
op_clear (gpointer data)
{
  Op *op = data;

  g_clear_object (&op->layout);
  g_clear_pointer (&op->attributes, g_free);
}

static void
bookmark_clear (gpointer data)
{
  QdReportBookmark *bookmark = data;

  g_clear_pointer (&bookmark->title, g_free);
}

/**
 * qd_report_pages_new:
 * @width: of each page, in points
 *
 * Returns: (transfer full): no page yet, or %NULL with @error
 */
QdReportPages *
qd_report_pages_new (double   width,
                     double   height,
                     GError **error)
{
  g_autoptr(PangoFontMap) map = qd_report_fonts_new_map (error);
  QdReportPages *self;

  if (map == NULL)
    return NULL;

  self = g_new0 (QdReportPages, 1);
  self->width = width;
  self->height = height;
  self->context = qd_report_fonts_create_context (map);
  self->map = g_steal_pointer (&map);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->outline = g_array_new (FALSE, FALSE, sizeof (QdReportBookmark));
  g_array_set_clear_func (self->outline, bookmark_clear);
  self->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->missing = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  self->missing_characters = g_hash_table_new (NULL, NULL);

  return self;
}

void
qd_report_pages_free (QdReportPages *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->outline, g_array_unref);
  g_clear_pointer (&self->scenes, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->missing_characters, g_hash_table_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_free (self);
}

guint
qd_report_pages_get_length (QdReportPages *self)
{
  return self->pages->len;
}

double
qd_report_pages_get_width (QdReportPages *self)
{
  return self->width;
}

double
qd_report_pages_get_height (QdReportPages *self)
{
  return self->height;
}

/* Returns: (transfer none): of each character that no font has, what it is; empty if all is well */
const char *const *
qd_report_pages_get_missing (QdReportPages *self)
{
  return (const char *const *)self->missing->pdata;
}

/*
 * Han characters are written differently in Japan, Korea and China. What is written
 * beside them tells which is meant; the locale only says who made the report.
 */
void
qd_report_pages_set_language (QdReportPages *self,
                              const char    *sample)
{
  for (const char *p = sample; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
        {
          pango_context_set_language (self->context, pango_language_from_string ("ja"));
          return;
        }

      if (script == G_UNICODE_SCRIPT_HANGUL)
        {
          pango_context_set_language (self->context, pango_language_from_string ("ko"));
          return;
        }
    }
}

static void
note_missing (QdReportPages *self,
              gunichar       character)
{
  char text[7] = "";

  if (!g_hash_table_add (self->missing_characters, GUINT_TO_POINTER (character)))
    return;

  g_unichar_to_utf8 (character, text);
  /* Translators: a character no font has, and its number, such as “ꡀ” (U+A840) */
  g_ptr_array_add (self->missing, g_strdup_printf (_ ("“%1$s” (U+%2$04X)"), text, character));
}

/* A character without a font would be drawn as a box with its number. */
static void
check_glyphs (QdReportPages *self,
              PangoLayout   *layout)
{
  PangoLayoutIter *iter;

  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return;

  iter = pango_layout_get_iter (layout);
  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      for (int i = 0; run != NULL && i < run->glyphs->num_glyphs; i++)
        {
          PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

          if (glyph != PANGO_GLYPH_EMPTY && glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            note_missing (self, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
        }
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

/**
 * qd_report_pages_create_layout:
 * @width: to break lines at, in points, or -1
 *
 * Returns: (transfer full): @text in @style; each paragraph runs as its script does
 */
PangoLayout *
qd_report_pages_create_layout (QdReportPages *self,
                               QdReportStyle  style,
                               const char    *text,
                               double         width)
{
  PangoLayout *layout = qd_report_text_create_layout (self->context, style, text, width);

  check_glyphs (self, layout);

  return layout;
}

void
qd_report_pages_begin_page (QdReportPages *self)
{
  GArray *ops = g_array_new (FALSE, TRUE, sizeof (Op));

  g_array_set_clear_func (ops, op_clear);
  g_ptr_array_add (self->pages, ops);
  qd_report_pages_select (self, self->pages->len - 1);
}

void
qd_report_pages_select (QdReportPages *self,
                        guint          page)
{
  self->page = page;
  self->ops = g_ptr_array_index (self->pages, page);
}

static Op *
add_op (QdReportPages *self,
        OpKind         kind)
{
  g_array_set_size (self->ops, self->ops->len + 1);

  Op *op = &g_array_index (self->ops, Op, self->ops->len - 1);

  op->kind = kind;

  return op;
}

void
qd_report_pages_begin (QdReportPages *self,
                       const char    *tag,
                       const char    *attributes)
{
  Op *op = add_op (self, OP_BEGIN);

  op->tag = g_intern_string (tag);
  op->attributes = g_strdup (attributes);
}

void
qd_report_pages_end (QdReportPages *self,
                     const char    *tag)
{
  add_op (self, OP_END)->tag = g_intern_string (tag);
}

void
qd_report_pages_add_text (QdReportPages *self,
                          PangoLayout   *layout,
                          QdReportColour colour,
                          double         x,
                          double         y)
{
  qd_report_pages_add_lines (self, layout, colour, x, y, 0, pango_layout_get_line_count (layout));
}

/* Adds some lines of @layout, the first of them at @y. */
void
qd_report_pages_add_lines (QdReportPages *self,
                           PangoLayout   *layout,
                           QdReportColour colour,
                           double         x,
                           double         y,
                           int            first,
                           int            n_lines)
{
  Op *op = add_op (self, OP_TEXT);

  qd_report_text_restore_spaces (layout);
  op->layout = g_object_ref (layout);
  op->colour = colour;
  op->x = x;
  op->y = y;
  op->first = first;
  op->n_lines = n_lines;
}

void
qd_report_pages_add_box (QdReportPages *self,
                         QdReportColour colour,
                         double         x,
                         double         y,
                         double         width,
                         double         height,
                         double         radius)
{
  Op *op = add_op (self, OP_BOX);

  op->colour = colour;
  op->x = x;
  op->y = y;
  op->width = width;
  op->height = height;
  op->radius = MIN (radius, MIN (width, height) / 2);
}

/* A hairline; @width or @height is 0. */
void
qd_report_pages_add_rule (QdReportPages *self,
                          QdReportColour colour,
                          double         x,
                          double         y,
                          double         width,
                          double         height)
{
  Op *op = add_op (self, OP_RULE);

  op->colour = colour;
  op->x = x;
  op->y = y;
  op->width = width;
  op->height = height;
}

/* @x and @y are the middle of the mark. */
void
qd_report_pages_add_mark (QdReportPages *self,
                          QdReportMark   mark,
                          QdReportColour colour,
                          double         x,
                          double         y,
                          double         size)
{
  Op *op = add_op (self, OP_MARK);

  op->mark = mark;
  op->colour = colour;
  op->x = x;
  op->y = y;
  op->width = size;
}

/**
 * qd_report_pages_keep_scenes:
 * @scenes: (element-type QdScene): to be put onto these pages, and not to be changed
 */
void
qd_report_pages_keep_scenes (QdReportPages *self,
                             GPtrArray     *scenes)
{
  g_ptr_array_add (self->scenes, g_ptr_array_ref (scenes));

  for (guint i = 0; i < scenes->len; i++)
    {
      guint          n_shapes;
      const QdShape *shapes = qd_scene_get_shapes (g_ptr_array_index (scenes, i), &n_shapes);

      for (guint j = 0; j < n_shapes; j++)
        if (shapes[j].kind == QD_SHAPE_TEXT)
          check_glyphs (self, shapes[j].layout);
    }
}

/* @scale: points for each of its units; @scene is one of those that are kept */
void
qd_report_pages_add_scene (QdReportPages *self,
                           QdScene       *scene,
                           double         x,
                           double         y,
                           double         scale)
{
  Op *op = add_op (self, OP_SCENE);

  op->scene = scene;
  op->x = x;
  op->y = y;
  op->scale = scale;
}

void
qd_report_pages_add_outline (QdReportPages *self,
                             int            level,
                             const char    *title,
                             double         y)
{
  QdReportBookmark bookmark = { level, qd_report_text_dup_clean (title), self->page, y };

  g_array_append_val (self->outline, bookmark);
}

/* Returns: (transfer none): of QdReportBookmark, in the order of the pages */
GArray *
qd_report_pages_get_outline (QdReportPages *self)
{
  return self->outline;
}

static void
draw_text (const Op *op,
           cairo_t  *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (op->layout);
  double           top = NAN;

  qd_report_colour_set (cr, op->colour);

  for (int i = 0; i < op->first + op->n_lines; i++, pango_layout_iter_next_line (iter))
    {
      PangoRectangle extents;
      int            from;

      if (i < op->first)
        continue;

      pango_layout_iter_get_line_yrange (iter, &from, NULL);
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (isnan (top))
        top = (double)from / PANGO_SCALE;

      cairo_move_to (cr,
                     op->x + (double)extents.x / PANGO_SCALE,
                     op->y - top + (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }

  pango_layout_iter_free (iter);
}

static void
draw_scene (const Op *op,
            cairo_t  *cr)
{
  QdPalette palette;

  qd_palette_init_for_paper (&palette);
  cairo_save (cr);
  cairo_translate (cr, op->x, op->y);
  cairo_scale (cr, op->scale, op->scale);
  qd_scene_paint (op->scene, &palette, cr);
  cairo_restore (cr);
}

static void
draw_op (const Op *op,
         cairo_t  *cr,
         gboolean  tagged)
{
  switch (op->kind)
    {
    case OP_BEGIN:
      if (tagged)
        cairo_tag_begin (cr, op->tag, op->attributes);
      break;

    case OP_END:
      if (tagged)
        cairo_tag_end (cr, op->tag);
      break;

    case OP_TEXT:
      draw_text (op, cr);
      break;

    case OP_BOX:
      qd_report_box_draw (cr, op->colour, op->x, op->y, op->width, op->height, op->radius);
      break;

    case OP_RULE:
      qd_report_rule_draw (cr, op->colour, op->x, op->y, op->width, op->height);
      break;

    case OP_MARK:
      qd_report_mark_draw (cr, op->mark, op->colour, op->x, op->y, op->width);
      break;

    case OP_SCENE:
      draw_scene (op, cr);
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * qd_report_pages_draw:
 * @page: from 0
 * @tagged: whether @cr is of a PDF, and takes the structure too
 *
 * Draws a page, in points.
 */
void
qd_report_pages_draw (QdReportPages *self,
                      cairo_t       *cr,
                      guint          page,
                      gboolean       tagged)
{
  GArray *ops = g_ptr_array_index (self->pages, page);

  for (guint i = 0; i < ops->len; i++)
    draw_op (&g_array_index (ops, Op, i), cr, tagged);
}

static char *
find_in_scene (QdScene         *scene,
               QdReportFindFunc func,
               gpointer         data)
{
  guint          n_shapes;
  const QdShape *shapes = qd_scene_get_shapes (scene, &n_shapes);
  char          *found = NULL;

  for (guint i = 0; i < n_shapes && found == NULL; i++)
    if (shapes[i].kind == QD_SHAPE_TEXT)
      found = func (pango_layout_get_text (shapes[i].layout), data);

  return found;
}

/**
 * qd_report_pages_find:
 * @page: (out): where it was found, from 0
 *
 * Asks @func about every text there is, bookmarks and links too.
 *
 * Returns: (transfer full) (nullable): what it found first
 */
char *
qd_report_pages_find (QdReportPages   *self,
                      QdReportFindFunc func,
                      gpointer         data,
                      guint           *page)
{
  char *found = NULL;

  for (guint i = 0; i < self->pages->len && found == NULL; i++)
    {
      GArray *ops = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < ops->len && found == NULL; j++)
        {
          const Op *op = &g_array_index (ops, Op, j);

          *page = i;
          if (op->kind == OP_TEXT)
            found = func (pango_layout_get_text (op->layout), data);
          else if (op->kind == OP_SCENE)
            found = find_in_scene (op->scene, func, data);
          else if (op->attributes != NULL)
            found = func (op->attributes, data);
        }
    }

  for (guint i = 0; i < self->outline->len && found == NULL; i++)
    {
      *page = g_array_index (self->outline, QdReportBookmark, i).page;
      found = func (g_array_index (self->outline, QdReportBookmark, i).title, data);
    }

  return found;
}
