/* qd-report-tiles.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-tiles"

#include "qd-report-tiles.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-report-fonts.h"
#include "qd-report-parts.h"

/* In points: the edge of the paper, what stands above the sheet, and what below the legend */
#define EDGE 34
#define TOP 40
#define BOTTOM 22

/* In units of the scene, from the rows to the legend */
#define GAP 8

/*
 * Points for each unit: at the least small text is 7 points high, at the most plain
 * text is as large as that of a report.
 */
#define SMALLEST (7.01 / (QD_TIMELINE_SHEET_FONT * QD_TEXT_SMALL_SCALE))
#define LARGEST 0.68
#define TILED 0.62
#define STEP 0.02

/* So many units a day are needed at the least for months to be named. */
#define LEAST_SCALE 1.0

/* Where days are not this wide, larger text would take their room. */
#define GOOD_SCALE 6.0

/* Nobody puts together more than that across; and nobody prints more than that. */
#define MOST_ACROSS 6
#define MOST_PAGES 500

/* In an image, in units */
#define IMAGE_EDGE 24
#define IMAGE_DAY 9.0
#define IMAGE_LEAST 720.0
#define IMAGE_MOST 2800.0

/* So many rows of it are drawn at a time. */
#define IMAGE_BLOCK 50

/* What may be beside the bars */
#define COLUMNS                                                                                  \
  (1 << QD_TIMELINE_COLUMN_TITLE | 1 << QD_TIMELINE_COLUMN_START | 1 << QD_TIMELINE_COLUMN_END | \
   1 << QD_TIMELINE_COLUMN_FLOAT)

struct _QdReportTiles
{
  QdTimelineSheet *sheet;
  QdPlan          *plan;
  QdAudience       audience;
  QdExit          *exit; /* not owned */
  int              day;
  char            *name; /* of the plan, and of the customer: as they are read */
  char            *customer;
  PangoFontMap    *map;
  PangoContext    *context;
  QdScene         *measure; /* that nothing is drawn with */

  double           width; /* of the paper */
  double           height;
  double           unit;  /* points for each unit of the scenes */
  GArray          *tiles; /* of QdTimelineTile */
  guint            n_across;
  guint            n_down;
  gboolean         fitted;

  GPtrArray       *scenes; /* of QdScene: of each page that was drawn, or of the image */
  double           y;      /* of the image: below what was drawn */
  double           bars;   /* and how wide they are */
  double           table;
  guint            n_drawn; /* of its rows */
};

static char *
read_cb (const char *text,
         gpointer    exit)
{
  return qd_exit_dup_text (exit, text);
}

/* What is drawn in it is what may be read in the place of names. */
static QdScene *
create_scene (QdReportTiles *self)
{
  QdScene *scene = qd_scene_new (self->context);

  qd_scene_set_reader (scene, read_cb, self->exit);

  return scene;
}

static char *
find_in (QdReportTiles   *self,
         const char      *text,
         QdReportFindFunc func,
         gpointer         data)
{
  g_autofree char *read = qd_exit_dup_text (self->exit, text);

  return func (read, data);
}

/**
 * qd_report_tiles_new:
 * @exit: by which it goes out; lives as long
 * @day: the today it goes by
 *
 * Returns: (transfer full): to be arranged next, or %NULL with @error where there is nothing to draw
 */
QdReportTiles *
qd_report_tiles_new (QdPortfolio *portfolio,
                     QdPlan      *plan,
                     QdAudience   audience,
                     QdExit      *exit,
                     int          day,
                     GError     **error)
{
  g_autoptr(QdReportTiles) self = g_new0 (QdReportTiles, 1);
  QdAccount       *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account);
  g_autofree char *customer = account != NULL ? qd_audience_dup_account_name (audience, account) : g_strdup ("");
  QdMinuteSpan     span;

  self->sheet = qd_timeline_sheet_new (portfolio, plan, audience, day);
  self->plan = g_object_ref (plan);
  self->audience = audience;
  self->exit = exit;
  self->day = day;
  self->name = qd_exit_dup_text (exit, plan->name);
  self->customer = qd_exit_dup_text (exit, customer);

  if (!qd_timeline_sheet_get_span (self->sheet, &span))
    {
      g_set_error_literal (
          error, QD_REPORT_ERROR, QD_REPORT_ERROR_EMPTY, _ ("No task has a day, so there is no timeline to draw; nothing was written"));
      return NULL;
    }

  if (!(self->map = qd_report_fonts_new_map (error)))
    return NULL;

  self->context = qd_report_fonts_create_scene_context (self->map, QD_TIMELINE_SHEET_FONT);
  self->measure = create_scene (self);
  self->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_scene_free);

  return g_steal_pointer (&self);
}

void
qd_report_tiles_free (QdReportTiles *self)
{
  g_clear_pointer (&self->sheet, qd_timeline_sheet_free);
  g_clear_pointer (&self->measure, qd_scene_free);
  g_clear_pointer (&self->tiles, g_array_unref);
  g_clear_pointer (&self->scenes, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_clear_object (&self->plan);
  g_free (self->customer);
  g_free (self->name);
  g_free (self);
}

/* Returns: (transfer full): what the document is called */
char *
qd_report_tiles_dup_title (QdReportTiles *self)
{
  return qd_report_dup_title (self->customer, self->name);
}

/* What a page at @unit has room for: units across, and rows */
static guint
measure_page (QdReportTiles *self,
              double         unit,
              double        *width)
{
  double height = (self->height - 2 * EDGE - TOP - BOTTOM) / unit - QD_TIMELINE_SHEET_HEADER - GAP;

  *width = (self->width - 2 * EDGE) / unit;
  /* As high as it could be at any scale */
  height -= qd_timeline_sheet_draw_legend (self->sheet, QD_TIME_AXIS_MAX_SCALE, *width, 0, 0, self->measure);
  qd_scene_clear (self->measure);

  return (guint)MAX (height / QD_TIMELINE_SHEET_ROW, 1);
}

/* Returns: how many units a day has, fitted onto one page across */
static double
measure_fit (QdReportTiles *self,
             double         unit,
             guint         *n_rows)
{
  QdMinuteSpan span;
  double       width;

  *n_rows = measure_page (self, unit, &width);
  qd_timeline_sheet_get_span (self->sheet, &span);
  width -= qd_timeline_sheet_choose_columns (self->sheet, COLUMNS, width, self->measure);

  return width * QD_MINUTES_PER_DAY / (span.until - span.from);
}

static void
divide (QdReportTiles *self,
        double         scale)
{
  double width;
  guint  n_rows = measure_page (self, self->unit, &width);

  width -= qd_timeline_sheet_choose_columns (self->sheet, COLUMNS, width, self->measure);
  g_clear_pointer (&self->tiles, g_array_unref);
  self->tiles = qd_timeline_sheet_tile (self->sheet, width, n_rows, scale, &self->n_across);
  self->n_down = (qd_timeline_sheet_get_n_rows (self->sheet) + n_rows - 1) / n_rows;

  /* Names at the bars stand in the table already; over the edges of pages they would be torn. */
  qd_timeline_sheet_set_show (
      self->sheet,
      self->n_across > 1 ? QD_TIMELINE_SHOW_USUAL & ~(guint)QD_TIMELINE_SHOW_LABELS : QD_TIMELINE_SHOW_USUAL);
}

/* Onto one page across, with text as large as there is room for */
static gboolean
fit (QdReportTiles *self)
{
  double unit = LARGEST;
  guint  n_rows;

  while (unit > SMALLEST && (measure_fit (self, unit, &n_rows) < GOOD_SCALE || n_rows < qd_timeline_sheet_get_n_rows (self->sheet)))
    unit -= STEP;

  self->unit = MAX (unit, SMALLEST);

  if (measure_fit (self, self->unit, &n_rows) < LEAST_SCALE)
    return FALSE;

  divide (self, 0);

  return TRUE;
}

/* As wide as days, weeks, months, quarters or years are told apart by the axis, if those are no more pages than anybody puts together */
static void
tile (QdReportTiles *self)
{
  static const double scales[] = { 18, 8, 5, 2, 1, 0.28, 0.1, QD_TIME_AXIS_MIN_SCALE };

  self->unit = TILED;

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      divide (self, scales[i]);

      if (self->n_across <= MOST_ACROSS)
        return;
    }
}

/**
 * qd_report_tiles_arrange:
 * @width: of the paper, in points; it is turned so that it is wider than high
 *
 * Decides what is on which page.
 */
gboolean
qd_report_tiles_arrange (QdReportTiles *self,
                         double         width,
                         double         height,
                         QdReportTiling tiling,
                         GError       **error)
{
  self->width = MAX (width, height);
  self->height = MIN (width, height);
  self->fitted = tiling != QD_REPORT_TILING_TILED && fit (self);

  if (!self->fitted)
    tile (self);

  if (self->tiles->len > MOST_PAGES)
    {
      g_set_error (error, QD_REPORT_ERROR, QD_REPORT_ERROR_SIZE,
                   _ ("The timeline would take %1$u pages, and no more than %2$u are made; nothing was written"),
                   self->tiles->len, MOST_PAGES);
      return FALSE;
    }

  if (!self->fitted && tiling == QD_REPORT_TILING_FITTED)
    {
      g_set_error (error, QD_REPORT_ERROR, QD_REPORT_ERROR_SIZE,
                   ngettext ("Fitted to one page across, the text would be smaller than 7 points; tiled it takes %u page",
                             "Fitted to one page across, the text would be smaller than 7 points; tiled it takes %u pages",
                             self->tiles->len),
                   self->tiles->len);
      return FALSE;
    }

  return TRUE;
}

guint
qd_report_tiles_get_n_pages (QdReportTiles *self)
{
  return self->tiles->len;
}

/* Whether it is on one page across. */
gboolean
qd_report_tiles_is_fitted (QdReportTiles *self)
{
  return self->fitted;
}

/* “Meridian · 26 Oct 2026 – 22 Jan 2027 · As of 23 Nov 2026” */
static char *
dup_facts (QdReportTiles *self)
{
  g_autofree char *customer = qd_report_dup_line (self->customer);
  g_autofree char *days = qd_report_dup_days (self->plan->start, self->plan->target);
  g_autofree char *status = NULL;

  if (self->plan->status_day == QD_DAY_NONE)
    return g_strdup_printf ("%s · %s", customer, days);

  status = qd_report_dup_day (self->plan->status_day);

  /* Translators: above a timeline: %1$s is the customer, %2$s from which day to which, %3$s the status day */
  return g_strdup_printf (_ ("%1$s · %2$s · As of %3$s"), customer, days, status);
}

static char *
dup_note (QdReportTiles *self)
{
  g_autofree char *who = qd_report_dup_audience (self->audience);
  g_autofree char *on = qd_report_dup_day (self->day);

  return g_strdup_printf (_ ("%1$s · Generated on %2$s"), who, on);
}

static char *
dup_place (QdReportTiles        *self,
           guint                 page,
           const QdTimelineTile *tile)
{
  if (self->n_across > 1)
    /* Translators: in the foot of a page that is one of several beside each other and below each other */
    return g_strdup_printf (
        _ ("Row %1$u of %2$u, column %3$u of %4$u · Page %5$u of %6$u"),
        tile->row + 1, self->n_down, tile->column + 1, self->n_across, page + 1, self->tiles->len);

  return g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, self->tiles->len);
}

/* @align: 0 from @x on, 1 up to it; in no more than half of the page */
static void
add_line (QdReportTiles *self,
          QdReportPages *pages,
          QdReportStyle  style,
          const char    *tag,
          const char    *text,
          double         align,
          double         room,
          double         y)
{
  g_autofree char *line = qd_report_dup_line (text);
  g_autoptr(PangoLayout) layout = qd_report_pages_create_layout (pages, style, line, -1);
  double x = EDGE;

  if (qd_report_layout_get_width (layout) > room)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, 0);
    }

  x += align * (self->width - 2 * EDGE - qd_report_layout_get_width (layout));
  qd_report_pages_begin (pages, tag, NULL);
  qd_report_pages_add_text (pages, layout, qd_report_style_get_colour (style), x, y);
  qd_report_pages_end (pages, tag);
}

static void
add_edges (QdReportTiles        *self,
           QdReportPages        *pages,
           guint                 page,
           const QdTimelineTile *tile)
{
  double           width = self->width - 2 * EDGE;
  double           bottom = self->height - EDGE;
  g_autofree char *facts = dup_facts (self);
  g_autofree char *note = dup_note (self);
  g_autofree char *place = dup_place (self, page, tile);

  add_line (self, pages, QD_REPORT_STYLE_HEADING, page == 0 ? "H1" : "P", self->name, 0, width, EDGE - 6);
  add_line (self, pages, QD_REPORT_STYLE_SMALL, "P", facts, 0, width, EDGE + 14);
  qd_report_pages_add_rule (pages, QD_REPORT_COLOUR_RULE, EDGE, bottom - 14, width, 0);
  add_line (self, pages, QD_REPORT_STYLE_SMALL, "P", note, 0, width / 2 - 8, bottom - 8);
  add_line (self, pages, QD_REPORT_STYLE_SMALL, "P", place, 1, width / 2 - 8, bottom - 8);
}

static QdScene *
draw_tile (QdReportTiles        *self,
           const QdTimelineTile *tile)
{
  QdScene *scene = create_scene (self);
  double   width = (self->width - 2 * EDGE) / self->unit;
  double   height = (tile->end - tile->first) * QD_TIMELINE_SHEET_ROW;

  qd_timeline_sheet_draw_head (self->sheet, tile, width, 0, 0, scene);
  qd_timeline_sheet_draw_rows (self->sheet, tile, width, 0, QD_TIMELINE_SHEET_HEADER, scene);
  qd_timeline_sheet_draw_legend (self->sheet, tile->axis.scale, width, 0, QD_TIMELINE_SHEET_HEADER + height + GAP, scene);

  return scene;
}

/**
 * qd_report_tiles_create_pages:
 *
 * To be called once all of them are drawn.
 *
 * Returns: (transfer full): to be used on any one thread
 */
QdReportPages *
qd_report_tiles_create_pages (QdReportTiles *self,
                              GError       **error)
{
  g_autoptr(QdReportPages) pages = qd_report_pages_new (self->width, self->height, error);

  if (pages == NULL)
    return NULL;

  qd_report_pages_keep_scenes (pages, self->scenes);

  for (guint i = 0; i < self->tiles->len; i++)
    {
      qd_report_pages_begin_page (pages);
      add_edges (self, pages, i, &g_array_index (self->tiles, QdTimelineTile, i));
      qd_report_pages_begin (pages, "Figure", NULL);
      qd_report_pages_add_scene (pages, g_ptr_array_index (self->scenes, i), EDGE, EDGE + TOP - 6, self->unit);
      qd_report_pages_end (pages, "Figure");

      if (i == 0)
        qd_report_pages_add_outline (pages, 0, self->name, EDGE);
    }

  return g_steal_pointer (&pages);
}

static void
draw_line (QdReportTiles *self,
           QdInk          ink,
           QdTextStyle    style,
           const char    *text,
           double         height,
           QdScene       *scene)
{
  g_autofree char *line = qd_report_dup_line (text);

  qd_scene_text_within (
      scene, ink, style, line, &(QdRect){ IMAGE_EDGE, self->y, self->table + self->bars, height });
  self->y += height;
}

/**
 * qd_report_tiles_begin_image:
 *
 * Instead of arranging pages: all of it is to be drawn in one.
 */
void
qd_report_tiles_begin_image (QdReportTiles *self)
{
  QdScene         *scene = create_scene (self);
  g_autofree char *facts = dup_facts (self);
  QdMinuteSpan     span;
  QdTimelineTile   all;

  qd_timeline_sheet_get_span (self->sheet, &span);
  self->bars = CLAMP ((double)(span.until - span.from) / QD_MINUTES_PER_DAY * IMAGE_DAY, IMAGE_LEAST, IMAGE_MOST);
  self->table = qd_timeline_sheet_choose_columns (self->sheet, COLUMNS, 2 * self->bars, scene);
  all = qd_timeline_sheet_fit (self->sheet, self->bars);
  self->y = IMAGE_EDGE - 6;
  draw_line (self, QD_INK_TEXT, QD_TEXT_TITLE, self->name, 26, scene);
  draw_line (self, QD_INK_DIM, QD_TEXT_SMALL, facts, 18, scene);
  self->y += GAP;
  qd_timeline_sheet_draw_head (self->sheet, &all, self->table + self->bars, IMAGE_EDGE, self->y, scene);
  self->y += QD_TIMELINE_SHEET_HEADER;
  g_ptr_array_add (self->scenes, scene);
}

static void
draw_block (QdReportTiles *self,
            QdScene       *scene)
{
  QdTimelineTile block = qd_timeline_sheet_fit (self->sheet, self->bars);

  block.first = self->n_drawn;
  block.end = MIN (block.first + IMAGE_BLOCK, block.end);
  qd_timeline_sheet_draw_rows (self->sheet, &block, self->table + self->bars, IMAGE_EDGE, self->y, scene);
  self->y += (block.end - block.first) * QD_TIMELINE_SHEET_ROW;
  self->n_drawn = block.end;
}

/* Returns: whether more of the image is to be drawn */
static gboolean
draw_image (QdReportTiles *self)
{
  QdScene         *scene = g_ptr_array_index (self->scenes, 0);
  double           scale = qd_timeline_sheet_fit (self->sheet, self->bars).axis.scale;
  g_autofree char *note = dup_note (self);

  draw_block (self, scene);

  if (self->n_drawn < qd_timeline_sheet_get_n_rows (self->sheet))
    return TRUE;

  self->y += GAP;
  self->y += qd_timeline_sheet_draw_legend (self->sheet, scale, self->table + self->bars, IMAGE_EDGE, self->y, scene) + GAP;
  draw_line (self, QD_INK_DIM, QD_TEXT_SMALL, note, 18, scene);

  return FALSE;
}

/**
 * qd_report_tiles_draw_next:
 *
 * Draws a page, or some of the rows of the image: no more than can be waited for.
 *
 * Returns: whether there is more to be drawn
 */
gboolean
qd_report_tiles_draw_next (QdReportTiles *self)
{
  if (self->tiles == NULL)
    return draw_image (self);

  g_ptr_array_add (self->scenes, draw_tile (self, &g_array_index (self->tiles, QdTimelineTile, self->scenes->len)));

  return self->scenes->len < self->tiles->len;
}

/**
 * qd_report_tiles_get_image:
 * @width: (out): of all of it, in units
 *
 * To be called once all of it is drawn.
 *
 * Returns: (transfer none)
 */
QdScene *
qd_report_tiles_get_image (QdReportTiles *self,
                           double        *width,
                           double        *height)
{
  *width = self->table + self->bars + 2 * IMAGE_EDGE;
  *height = self->y + IMAGE_EDGE - 4;

  return g_ptr_array_index (self->scenes, 0);
}

/**
 * qd_report_tiles_find:
 *
 * Asks @func about every text there is, whole, whether or not there is room for all of it.
 *
 * Returns: (transfer full) (nullable): what it found first
 */
char *
qd_report_tiles_find (QdReportTiles   *self,
                      QdReportFindFunc func,
                      gpointer         data)
{
  QdTimelineModel  *model = qd_timeline_sheet_get_model (self->sheet);
  const char *const edges[] = { self->name, self->customer, qd_timeline_sheet_get_baseline (self->sheet) };
  g_autoptr(GPtrArray) bands = qd_timeline_sheet_list_bands (self->sheet);
  char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (edges) && found == NULL; i++)
    found = edges[i] != NULL ? find_in (self, edges[i], func, data) : NULL;

  for (guint i = 0; i < qd_timeline_model_get_n_rows (model) && found == NULL; i++)
    {
      QdTimelineFacts facts;

      qd_timeline_model_get_facts (model, i, &facts);
      found = find_in (self, facts.title, func, data);
    }

  for (guint i = 0; i < bands->len && found == NULL; i++)
    found = find_in (self, g_ptr_array_index (bands, i), func, data);

  return found;
}
