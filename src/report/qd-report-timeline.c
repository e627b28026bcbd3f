/* qd-report-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-timeline"

#include <glib/gi18n.h>

#include "qd-report-fonts.h"
#include "qd-report-parts.h"
#include "qd-timeline-sheet.h"

/* Points for each unit of a scene: small text is 7 points high, as in the rest of the report */
#define UNIT (7.01 / (QD_TIMELINE_SHEET_FONT * QD_TEXT_SMALL_SCALE))

/* More rows than that are no overview: a row for each phase is. */
#define MOST_ROWS 60

/* So many rows stay on one page. */
#define BLOCK 5

struct _QdReportChart
{
  GPtrArray *scenes; /* of QdScene: the head, the blocks of rows, and the legend */
  GArray    *heights;
  GPtrArray *bands; /* what days off are called */
};

void
qd_report_chart_free (QdReportChart *self)
{
  g_ptr_array_unref (self->scenes);
  g_array_unref (self->heights);
  g_ptr_array_unref (self->bands);
  g_free (self);
}

/* Asks @func about every text that may be cut where it is drawn. Returns: (transfer full) (nullable): what it found first */
char *
qd_report_chart_find (QdReportChart   *self,
                      QdReportFindFunc func,
                      gpointer         data)
{
  char *found = NULL;

  for (guint i = 0; i < self->bands->len && found == NULL; i++)
    found = func (g_ptr_array_index (self->bands, i), data);

  return found;
}

static void
add_part (QdReportChart *self,
          QdScene       *scene,
          double         height)
{
  double points = height * UNIT;

  g_ptr_array_add (self->scenes, scene);
  g_array_append_val (self->heights, points);
}

static char *
read_cb (const char *text,
         gpointer    exit)
{
  return qd_exit_dup_text (exit, text);
}

/* What is drawn in it is what may be read in the place of names. */
static QdScene *
create_scene (PangoContext *context,
              QdExit       *exit)
{
  QdScene *scene = qd_scene_new (context);

  qd_scene_set_reader (scene, read_cb, exit);

  return scene;
}

static void
draw_parts (QdReportChart   *self,
            QdTimelineSheet *sheet,
            PangoContext    *context,
            QdExit          *exit,
            double           width)
{
  QdScene       *head = create_scene (context, exit);
  QdScene       *legend = create_scene (context, exit);
  double         bars = width - qd_timeline_sheet_choose_columns (sheet, 1 << QD_TIMELINE_COLUMN_TITLE, width, head);
  QdTimelineTile all = qd_timeline_sheet_fit (sheet, bars);

  /* The names stand beside the bars already. */
  qd_timeline_sheet_set_show (sheet, QD_TIMELINE_SHOW_USUAL & ~(guint)QD_TIMELINE_SHOW_LABELS);
  qd_timeline_sheet_draw_head (sheet, &all, width, 0, 0, head);
  add_part (self, head, QD_TIMELINE_SHEET_HEADER);

  for (guint first = 0; first < all.end; first += BLOCK)
    {
      QdTimelineTile block = { .first = first, .end = MIN (first + BLOCK, all.end), .axis = all.axis };
      QdScene       *scene = create_scene (context, exit);

      qd_timeline_sheet_draw_rows (sheet, &block, width, 0, 0, scene);
      add_part (self, scene, (block.end - block.first) * QD_TIMELINE_SHEET_ROW);
    }

  add_part (self, legend, qd_timeline_sheet_draw_legend (sheet, all.axis.scale, width, 0, 0, legend));
}

static GPtrArray *
list_bands (QdTimelineSheet *sheet,
            QdExit          *exit)
{
  g_autoptr(GPtrArray) names = qd_timeline_sheet_list_bands (sheet);
  GPtrArray *read = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (read, qd_exit_dup_text (exit, g_ptr_array_index (names, i)));

  return read;
}

/**
 * qd_report_chart_new:
 * @exit: by which it goes out
 * @day: the today it goes by
 * @width: of what is printed, in points
 *
 * Draws the timeline of a plan, on the main thread.
 *
 * Returns: (transfer full) (nullable): %NULL without @error where no task has a day
 */
QdReportChart *
qd_report_chart_new (QdPortfolio *portfolio,
                     QdPlan      *plan,
                     QdAudience   audience,
                     QdExit      *exit,
                     int          day,
                     double       width,
                     GError     **error)
{
  g_autoptr(QdTimelineSheet) sheet = qd_timeline_sheet_new (portfolio, plan, audience, day);
  g_autoptr(PangoFontMap) map = NULL;
  PangoContext  *context;
  QdReportChart *self;
  QdMinuteSpan   span;

  if (!qd_timeline_sheet_get_span (sheet, &span) || !(map = qd_report_fonts_new_map (error)))
    return NULL;

  if (qd_timeline_sheet_get_n_rows (sheet) > MOST_ROWS)
    qd_timeline_sheet_summarize (sheet);

  self = g_new0 (QdReportChart, 1);
  self->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_scene_free);
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
  self->bands = list_bands (sheet, exit);
  context = qd_report_fonts_create_scene_context (map, QD_TIMELINE_SHEET_FONT);
  draw_parts (self, sheet, context, exit, width / UNIT);
  g_object_unref (context);

  return self;
}

static double
get_height (QdReportChart *self,
            guint          part)
{
  return g_array_index (self->heights, double, part);
}

static void
place (QdReportChart *self,
       QdReportFlow  *flow,
       guint          part)
{
  qd_report_pages_add_scene (flow->pages, g_ptr_array_index (self->scenes, part), flow->left, flow->y, UNIT);
  flow->y += get_height (self, part);
}

/**
 * qd_report_add_timeline:
 *
 * Draws the plan's tasks as bars beside their names, as its timeline does on the
 * screen. Where it goes on on another page it begins with the axis again.
 */
void
qd_report_add_timeline (QdReportFlow *flow,
                        QdReportPlan *plan)
{
  QdReportChart *chart = plan->chart;
  guint          legend;

  if (chart == NULL)
    return;

  legend = chart->scenes->len - 1;
  qd_report_pages_keep_scenes (flow->pages, chart->scenes);
  qd_report_flow_heading (flow, _ ("Timeline"), get_height (chart, 0) + get_height (chart, 1) + get_height (chart, legend));
  qd_report_pages_begin (flow->pages, "Figure", NULL);
  place (chart, flow, 0);

  for (guint i = 1; i < legend; i++)
    {
      double needed = get_height (chart, i) + (i + 1 == legend ? 4 + get_height (chart, legend) : 0);

      if (flow->y + needed > flow->bottom)
        {
          qd_report_pages_end (flow->pages, "Figure");
          qd_report_flow_new_page (flow);
          qd_report_pages_begin (flow->pages, "Figure", NULL);
          place (chart, flow, 0);
        }

      place (chart, flow, i);
    }

  flow->y += 4;
  place (chart, flow, legend);
  qd_report_pages_end (flow->pages, "Figure");
  flow->y += 10;
}
