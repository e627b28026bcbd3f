/* qd-report-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-timeline"

#include <glib/gi18n.h>

#include "qd-report-parts.h"

/* Up to so many tasks each has a row with its name; more are packed beside each other. */
#define NAMED_TASKS 32

#define PHASE_HEIGHT 14.0
#define AXIS_HEIGHT 13.0
#define ROW_HEIGHT 10.4
#define BAR_HEIGHT 5.0
#define LANE_HEIGHT 4.6
#define LANE_BAR_HEIGHT 3.2
#define SUMMARY_HEIGHT 26.0
#define MAX_HEIGHT 330.0
#define MARK_SIZE 5.6

/* Where a day is on the paper */
typedef struct
{
  QdReportFlow *flow;
  QdReportPlan *plan;
  int           first;
  int           last;
  double        top; /* of the rows */
} Chart;

typedef struct
{
  const QdReportTask *task;
  guint               phase; /* its place among the phases */
  guint               lane;
} Bar;

static double
get_x (const Chart *chart,
       int          day)
{
  double share = (double)(day - chart->first) / (chart->last + 1 - chart->first);

  return chart->flow->left + chart->flow->width * CLAMP (share, 0, 1);
}

static int
get_first (const QdReportTask *task)
{
  return task->milestone || task->start == QD_DAY_NONE ? task->due : task->start;
}

static int
get_last (const QdReportTask *task)
{
  return task->due != QD_DAY_NONE ? task->due : task->start;
}

/* From the plan's first day to its last, and somewhat beyond for what lies there; a stray year would hide the rest. */
static void
find_span (Chart *chart)
{
  QdReportPlan *plan = chart->plan;
  int           slack = MAX ((plan->target - plan->start) / 3, 7);

  chart->first = plan->start;
  chart->last = plan->target;
  for (guint i = 0; i < plan->phases->len; i++)
    {
      const QdReportPhase *phase = &g_array_index (plan->phases, QdReportPhase, i);

      chart->first = MIN (chart->first, MAX (phase->first, plan->start - slack));
      chart->last = MAX (chart->last, MIN (phase->last, plan->target + slack));
    }

  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const QdReportTask *task = &g_array_index (plan->tasks, QdReportTask, i);

      if (get_last (task) == QD_DAY_NONE)
        continue;
      if (get_first (task) != QD_DAY_NONE)
        chart->first = MIN (chart->first, MAX (get_first (task), plan->start - slack));
      chart->last = MAX (chart->last, MIN (get_last (task), plan->target + slack));
    }
}

static guint
find_phase (QdReportPlan *plan,
            gint64        id)
{
  for (guint i = 0; i < plan->phases->len; i++)
    if (g_array_index (plan->phases, QdReportPhase, i).id == id)
      return i;

  return plan->phases->len;
}

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const Bar *one = a, *other = b;
  int        day = get_first (one->task), other_day = get_first (other->task);

  if (one->phase != other->phase)
    return one->phase < other->phase ? -1 : 1;
  if (day == QD_DAY_NONE)
    day = get_last (one->task);
  if (other_day == QD_DAY_NONE)
    other_day = get_last (other->task);
  if (day != other_day)
    return day < other_day ? -1 : 1;

  return g_strcmp0 (one->task->title, other->task->title);
}

static GArray *
collect_bars (Chart *chart)
{
  GArray *bars = g_array_new (FALSE, TRUE, sizeof (Bar));

  for (guint i = 0; i < chart->plan->tasks->len; i++)
    {
      Bar bar = { &g_array_index (chart->plan->tasks, QdReportTask, i) };

      if (get_last (bar.task) == QD_DAY_NONE)
        continue;
      bar.phase = find_phase (chart->plan, bar.task->phase);
      g_array_append_val (bars, bar);
    }
  g_array_sort (bars, compare_bars);

  return bars;
}

/* Each bar into the first lane of its phase that is free by then. Returns: how many lanes there are */
static guint
pack_bars (GArray *bars)
{
  g_autoptr(GArray) ends = g_array_new (FALSE, TRUE, sizeof (int));
  guint base = 0;
  guint phase = G_MAXUINT;

  for (guint i = 0; i < bars->len; i++)
    {
      Bar  *bar = &g_array_index (bars, Bar, i);
      int   first = get_first (bar->task) != QD_DAY_NONE ? get_first (bar->task) : get_last (bar->task);
      int   last = get_last (bar->task);
      guint lane;

      if (bar->phase != phase)
        {
          base += ends->len;
          g_array_set_size (ends, 0);
          phase = bar->phase;
        }

      for (lane = 0; lane < ends->len; lane++)
        if (g_array_index (ends, int, lane) < first)
          break;

      if (lane == ends->len)
        g_array_append_val (ends, last);
      else
        g_array_index (ends, int, lane) = last;
      bar->lane = base + lane;
    }

  return base + ends->len;
}

static void
add_label (Chart         *chart,
           QdReportStyle  style,
           QdReportColour colour,
           const char    *text,
           double         x,
           double         middle,
           double         room,
           gboolean       before,
           gboolean       backed)
{
  g_autofree char *line = qd_report_dup_line (text);
  g_autoptr(PangoLayout) layout = qd_report_pages_create_layout (chart->flow->pages, style, line, -1);
  double height = qd_report_layout_get_height (layout);

  if (room < 8)
    return;
  if (qd_report_layout_get_width (layout) > room)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, 0);
      pango_layout_set_width (layout, room * PANGO_SCALE);
    }
  if (before)
    x -= qd_report_layout_get_width (layout);
  if (backed)
    qd_report_pages_add_box (
        chart->flow->pages, QD_REPORT_COLOUR_WASH, x - 1, middle - height / 2, qd_report_layout_get_width (layout) + 2, height, 0);
  qd_report_pages_add_text (chart->flow->pages, layout, colour, x, middle - height / 2);
}

static void
add_phases (Chart *chart,
            double bottom)
{
  QdReportPlan *plan = chart->plan;
  double        y = chart->flow->y;

  for (guint i = 0; i < plan->phases->len; i++)
    {
      const QdReportPhase *phase = &g_array_index (plan->phases, QdReportPhase, i);
      double               x = get_x (chart, phase->first);
      double               width = get_x (chart, phase->last + 1) - x;

      if (width <= 0)
        continue;

      qd_report_pages_add_box (chart->flow->pages, QD_REPORT_COLOUR_WASH, x + 0.75, y, width - 1.5, bottom - y, 2.5);
      qd_report_pages_add_box (chart->flow->pages, QD_REPORT_COLOUR_ACCENT_LIGHT, x + 0.75, y, width - 1.5, PHASE_HEIGHT, 2.5);
      add_label (chart, QD_REPORT_STYLE_CHART_STRONG, QD_REPORT_COLOUR_INK, phase->name, x + 6, y + PHASE_HEIGHT / 2, width - 10, FALSE, FALSE);
    }
}

static char *
dup_tick_label (int day,
                int n_days)
{
  int year, month, day_of_month;
  g_autoptr(GDateTime) date = NULL;

  qd_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);

  /* Translators: on an axis, a day such as “24 Nov” */
  if (n_days <= 62)
    return g_date_time_format (date, C_ ("axis", "%-d %b"));

  /* Translators: on an axis, a month such as “Nov 2026” */
  return g_date_time_format (date, n_days > 300 || month == 1 ? C_ ("axis", "%b %Y") : C_ ("axis", "%b"));
}

static int
get_next_tick (int day,
               int n_days)
{
  int year, month, day_of_month;

  if (n_days <= 62)
    return day + 7;

  qd_day_get_ymd (day, &year, &month, &day_of_month);

  return qd_day_add_months (qd_day_from_ymd (year, month, 1), n_days > 900 ? 12 : n_days > 300 ? 3
                                                                                               : 1);
}

static void
add_axis (Chart *chart,
          double bottom)
{
  int    n_days = chart->last - chart->first;
  double y = chart->flow->y;
  double free_from = 0;
  int    day = chart->first;

  /* Weeks from Monday, else months from their first */
  if (n_days <= 62)
    day += (8 - qd_day_get_weekday (day)) % 7;
  else
    day = get_next_tick (day, n_days);

  for (; day <= chart->last; day = get_next_tick (day, n_days))
    {
      g_autofree char *label = dup_tick_label (day, n_days);
      double           x = get_x (chart, day);

      qd_report_pages_add_rule (chart->flow->pages, QD_REPORT_COLOUR_RULE, x, y, 0, bottom - y);
      if (x >= free_from && chart->flow->left + chart->flow->width - x > 28)
        {
          add_label (chart, QD_REPORT_STYLE_CHART, QD_REPORT_COLOUR_MUTED, label, x + 3, y + AXIS_HEIGHT / 2, 60, FALSE, FALSE);
          free_from = x + 34;
        }
    }
}

static QdReportColour
get_bar_colour (const QdReportTask *task)
{
  return task->state.mark == QD_REPORT_MARK_CIRCLE ? QD_REPORT_COLOUR_IDLE : task->state.colour;
}

static void
add_bar (Chart     *chart,
         const Bar *bar,
         double     middle,
         double     height,
         double    *left,
         double    *right)
{
  int first = get_first (bar->task) != QD_DAY_NONE ? get_first (bar->task) : get_last (bar->task);

  *left = get_x (chart, first);
  *right = MAX (get_x (chart, get_last (bar->task) + 1), *left + 2.5);
  if (bar->task->milestone)
    {
      double x = (get_x (chart, get_last (bar->task)) + get_x (chart, get_last (bar->task) + 1)) / 2;

      qd_report_pages_add_mark (chart->flow->pages, QD_REPORT_MARK_DIAMOND, get_bar_colour (bar->task), x, middle, height * 1.5);
      *left = x - height * 0.75;
      *right = x + height * 0.75;
    }
  else
    qd_report_pages_add_box (
        chart->flow->pages, get_bar_colour (bar->task), *left, middle - height / 2, *right - *left, height, height / 2);
}

/* A row each: the bar, and beside it the shape of its state and its name */
static void
add_named_rows (Chart  *chart,
                GArray *bars)
{
  double end = chart->flow->left + chart->flow->width;

  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      double     middle = chart->top + i * ROW_HEIGHT + ROW_HEIGHT / 2;
      double     left, right;
      gboolean   before;
      double     x;

      add_bar (chart, bar, middle, BAR_HEIGHT, &left, &right);
      before = end - right < 130 && left - chart->flow->left > end - right;
      x = before ? left - 4 - MARK_SIZE : right + 4;
      qd_report_pages_add_mark (
          chart->flow->pages, bar->task->state.mark, bar->task->state.colour, x + MARK_SIZE / 2, middle, MARK_SIZE);
      x += before ? -3 : MARK_SIZE + 3;
      add_label (chart, QD_REPORT_STYLE_CHART, QD_REPORT_COLOUR_INK, bar->task->title, x, middle,
                 before ? x - chart->flow->left - 4 : end - x - 4, before, TRUE);
    }
}

/* Thin bars without names */
static void
add_packed_rows (Chart  *chart,
                 GArray *bars)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      double     left, right;

      add_bar (chart, bar, chart->top + bar->lane * LANE_HEIGHT + LANE_HEIGHT / 2, LANE_BAR_HEIGHT, &left, &right);
    }
}

/* Of each phase one bar, divided as its tasks are by state, when they are too many to be told apart */
static void
add_summary_rows (Chart  *chart,
                  GArray *bars)
{
  for (guint i = 0; i < chart->plan->phases->len; i++)
    {
      const QdReportPhase *phase = &g_array_index (chart->plan->phases, QdReportPhase, i);
      double               x = get_x (chart, phase->first) + 6;
      double               width = get_x (chart, phase->last + 1) - 6 - x;
      guint                n_of[QD_REPORT_MARK_BOX] = { 0 }, n_tasks = 0;
      QdReportColour       colours[QD_REPORT_MARK_BOX];
      g_autofree char     *words = NULL;

      for (guint j = 0; j < bars->len; j++)
        {
          const Bar *bar = &g_array_index (bars, Bar, j);

          if (bar->phase != i)
            continue;
          n_of[bar->task->state.mark]++;
          colours[bar->task->state.mark] = get_bar_colour (bar->task);
          n_tasks++;
        }

      if (n_tasks == 0 || width <= 0)
        continue;

      /* Done first, as time goes */
      words = g_strdup_printf (
          ngettext ("%1$u of %2$u task done", "%1$u of %2$u tasks done", n_tasks), n_of[QD_REPORT_MARK_TICK], n_tasks);
      add_label (chart, QD_REPORT_STYLE_CHART, QD_REPORT_COLOUR_MUTED, words, x, chart->top + 20, width, FALSE, TRUE);
      for (int mark = QD_REPORT_MARK_TICK; mark > QD_REPORT_MARK_NONE; mark--)
        if (n_of[mark] > 0)
          {
            double part = width * n_of[mark] / n_tasks;

            qd_report_pages_add_box (chart->flow->pages, colours[mark], x, chart->top + 4, part, 8, 0);
            x += part;
          }
    }
}

static void
add_today (Chart *chart,
           double top,
           double bottom)
{
  double x = get_x (chart, chart->plan->day) + (get_x (chart, chart->plan->day + 1) - get_x (chart, chart->plan->day)) / 2;

  if (chart->plan->day < chart->first || chart->plan->day > chart->last)
    return;

  qd_report_pages_add_box (chart->flow->pages, QD_REPORT_COLOUR_BAD, x - 0.4, top, 0.8, bottom - top, 0);
  add_label (chart, QD_REPORT_STYLE_CHART_STRONG, QD_REPORT_COLOUR_BAD, _ ("Today"),
             x > chart->flow->left + chart->flow->width - 30 ? x - 3 : x + 3, bottom - 4.5, 60,
             x > chart->flow->left + chart->flow->width - 30, FALSE);
}

/* What the shapes and colours mean, once each */
static void
add_legend (Chart  *chart,
            GArray *bars)
{
  double   x = chart->flow->left;
  gboolean seen[QD_REPORT_MARK_BOX] = { FALSE };

  for (guint mark = QD_REPORT_MARK_CIRCLE; mark < G_N_ELEMENTS (seen); mark++)
    for (guint i = 0; i < bars->len && !seen[mark]; i++)
      {
        const QdReportState *state = &g_array_index (bars, Bar, i).task->state;
        g_autoptr(PangoLayout) layout = NULL;

        if (state->mark != mark)
          continue;

        seen[mark] = TRUE;
        layout = qd_report_pages_create_layout (chart->flow->pages, QD_REPORT_STYLE_CHART, state->label, -1);
        qd_report_pages_add_mark (chart->flow->pages, state->mark, state->colour, x + MARK_SIZE / 2, chart->flow->y + 4.2, MARK_SIZE);
        qd_report_pages_add_text (chart->flow->pages, layout, QD_REPORT_COLOUR_MUTED, x + MARK_SIZE + 4, chart->flow->y);
        x += MARK_SIZE + 4 + qd_report_layout_get_width (layout) + 14;
      }
}

/**
 * qd_report_add_timeline:
 *
 * Draws the plan's phases as bands, its tasks as bars and its milestones as
 * diamonds over a calendar with a line where today is.
 */
void
qd_report_add_timeline (QdReportFlow *flow,
                        QdReportPlan *plan)
{
  Chart chart = { .flow = flow, .plan = plan };
  g_autoptr(GArray) bars = NULL;
  gboolean named;
  double   rows, bottom;

  find_span (&chart);
  bars = collect_bars (&chart);
  if (bars->len == 0 && plan->phases->len == 0)
    return;

  named = bars->len <= NAMED_TASKS;
  rows = named ? bars->len * ROW_HEIGHT : pack_bars (bars) * LANE_HEIGHT;
  if (rows > MAX_HEIGHT)
    rows = SUMMARY_HEIGHT;

  qd_report_flow_heading (flow, _ ("Timeline"), PHASE_HEIGHT + AXIS_HEIGHT + rows + 42);
  qd_report_pages_begin (flow->pages, "Figure", NULL);
  bottom = flow->y + PHASE_HEIGHT + AXIS_HEIGHT + rows + 18;
  add_phases (&chart, bottom);
  flow->y += PHASE_HEIGHT + 1;
  add_axis (&chart, bottom);
  chart.top = flow->y + AXIS_HEIGHT;
  add_today (&chart, flow->y, bottom);
  if (named)
    add_named_rows (&chart, bars);
  else if (rows > SUMMARY_HEIGHT)
    add_packed_rows (&chart, bars);
  else
    add_summary_rows (&chart, bars);
  flow->y = bottom + 6;
  add_legend (&chart, bars);
  qd_report_pages_end (flow->pages, "Figure");
  flow->y += 10;
}
