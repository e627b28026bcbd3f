/* perf-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <malloc.h>

#include "qd-account.h"
#include "qd-bench.h"
#include "qd-plan.h"
#include "qd-test.h"
#include "qd-timeline-chart.h"
#include "qd-timeline-view.h"

#define MONDAY 20605 /* 2026-06-01 */
#define N_FRAMES 60

/* What a plan of some size takes, in milliseconds and megabytes */
typedef struct
{
  double first;
  double scroll;
  double zoom;
  double table; /* scrolled with the table beside the chart */
  double memory;
  double edit;
} Figures;

static gint64 begun;
static double frame_ms;
static guint  n_frames;

static double
ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

static void
before_paint_cb (void)
{
  begun = g_get_monotonic_time ();
}

static void
after_paint_cb (void)
{
  frame_ms = ms_since (begun);
  n_frames++;
}

static void
watch (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

/* Returns: the time from the beginning of the next frame to its end: its layout, its nodes and its pixels */
static double
await_frame (GtkWidget *drawn)
{
  guint before = n_frames;

  gtk_widget_queue_draw (drawn);

  while (n_frames == before)
    g_main_context_iteration (NULL, TRUE);

  return frame_ms;
}

/* Chains of ten tasks, one after another over the years, each task below a summary for every hundred */
static void
fill (QdStore *store,
      gint64   plan,
      int      n_tasks)
{
  g_autofree char *tasks = g_strdup_printf (
      "INSERT INTO task (id, plan, title, kind, status, progress, start, due, duration, visibility, position) "
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
      "SELECT 1000 + i, %" G_GINT64_FORMAT ", 'Task ' || i, 'task', 'not-started', i %% 100, "
      "date ('2026-06-01', '+' || (i %% 700) || ' days'), date ('2026-06-01', '+' || (i %% 700 + 4) || ' days'), "
      "1440, 'internal', i FROM n",
      n_tasks,
      plan);
  g_autofree char *links = g_strdup_printf (
      "INSERT INTO link SELECT id + 10000000, plan, id - 1, id, 'fs', 0, 0 FROM task "
      "WHERE plan = %" G_GINT64_FORMAT " AND id %% 10 <> 0 AND id > 1001",
      plan);

  qd_test_exec (store, tasks);
  qd_test_exec (store, links);
}

static gpointer
find_child (GtkWidget *widget,
            GType      type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);

  return found;
}

static double
measure_scrolling (QdTimelineChart *chart)
{
  g_autoptr(GtkAdjustment) adjustment = NULL;
  double ms[N_FRAMES];

  g_object_get (chart, "vadjustment", &adjustment, NULL);

  for (int i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (i < N_FRAMES / 2 ? 47 : -47));
      ms[i] = await_frame (GTK_WIDGET (chart));
    }

  return qd_bench_median (ms, N_FRAMES);
}

static double
measure_zooming (QdTimelineChart *chart)
{
  double ms[N_FRAMES];

  for (int i = 0; i < N_FRAMES; i++)
    {
      qd_timeline_chart_zoom (chart, i < N_FRAMES / 2 ? 1.05 : 1 / 1.05);
      ms[i] = await_frame (GTK_WIDGET (chart));
    }

  return qd_bench_median (ms, N_FRAMES);
}

static void
refreshed_cb (gboolean *refreshed)
{
  *refreshed = TRUE;
}

/* Returns: what a task that gets longer costs until it is written, its followers are moved,
 * the rows say so and the frame that shows it is drawn */
static double
measure_edit (QdTimelineChart *chart,
              QdStore         *store)
{
  QdTimelineModel *model = qd_timeline_chart_get_model (chart);
  double           ms[20];

  for (gsize i = 0; i < G_N_ELEMENTS (ms); i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(QdTask) draft = qd_record_dup_draft (qd_timeline_model_get_task (model, (guint)(4 * i + 3)));
      g_autoptr(GError) error = NULL;
      gboolean refreshed = FALSE;
      gulong   handler = g_signal_connect_swapped (model, "refreshed", G_CALLBACK (refreshed_cb), &refreshed);
      gint64   start = g_get_monotonic_time ();

      g_object_set (draft, "due", draft->due + 1, "duration", draft->duration + 480, NULL);
      qd_record_save_async (draft, store, "Edit", qd_test_async_cb, &result);
      qd_test_await_edit (store, &result, &error);
      g_assert_no_error (error);

      while (!refreshed)
        g_main_context_iteration (NULL, TRUE);

      ms[i] = ms_since (start) + await_frame (GTK_WIDGET (chart));
      g_signal_handler_disconnect (model, handler);
    }

  return qd_bench_median (ms, G_N_ELEMENTS (ms));
}

/* Before that the view has nothing to show. */
static void
await_rows (QdTimelineChart *chart,
            int              n_tasks)
{
  while (qd_timeline_model_get_n_rows (qd_timeline_chart_get_model (chart)) < (guint)n_tasks)
    g_main_context_iteration (NULL, TRUE);
}

static double
get_megabytes (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (info.uordblks + info.hblkhd) / 1e6;
}

static Figures
measure (int n_tasks)
{
  QdStore         *store = qd_test_store_new (":memory:");
  QdAccount       *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan          *plan = qd_record_new_draft (QD_TYPE_PLAN);
  QdPortfolio     *portfolio = qd_test_load_portfolio (store);
  GtkWidget       *window = adw_window_new (), *view;
  QdTimelineChart *chart;
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();
  Figures figures;
  double  before;
  gint64  start;

  g_object_set (account, "name", "Bowsprit", NULL);
  account = qd_test_add (portfolio, account);
  g_object_set (
      plan, "account", qd_record_get_id (account), "name", "Plan", "start", MONDAY, "target", MONDAY + 700, NULL);
  plan = qd_test_add (portfolio, plan);
  fill (store, qd_record_get_id (plan), n_tasks);
  g_ptr_array_add (plans, plan);

  before = get_megabytes ();
  start = g_get_monotonic_time ();
  view = qd_timeline_view_new (portfolio);
  qd_timeline_view_set_plans (QD_TIMELINE_VIEW (view), plans);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  watch (window);
  chart = find_child (view, QD_TYPE_TIMELINE_CHART);
  await_rows (chart, n_tasks);
  await_frame (window);
  figures.first = ms_since (start);

  for (int i = 0; i < 5; i++)
    {
      await_frame (window);
    }

  figures.memory = get_megabytes () - before;
  figures.zoom = measure_zooming (chart);
  figures.table = measure_scrolling (chart);
  gtk_widget_activate_action (view, "timeline.sides", "s", "chart");

  for (int i = 0; i < 3; i++)
    await_frame (window);

  figures.scroll = measure_scrolling (chart);
  figures.edit = measure_edit (chart, store);
  gtk_window_destroy (GTK_WINDOW (window));

  while (g_main_context_iteration (NULL, FALSE))
    {
    }

  g_object_unref (portfolio);
  qd_test_store_close (store);

  return figures;
}

static void
report (const char *tasks,
        Figures     figures,
        Figures     small)
{
  const struct
  {
    const char *what;
    const char *unit;
    double      value;
    double      base;
  } lines[] = {
    { "timeline: a frame of scrolling, chart alone", "ms", figures.scroll, small.scroll },
    { "timeline: a frame of scrolling, with the table", "ms", figures.table, small.table },
    { "timeline: a frame of zooming", "ms", figures.zoom, small.zoom },
    { "timeline: to its first frame", "ms", figures.first, small.first },
    { "timeline: memory", "MB", figures.memory, small.memory },
    { "timeline: an edit until it is shown", "ms", figures.edit, small.edit },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s, %s tasks", lines[i].what, tasks);

      qd_bench_report (what, lines[i].value, lines[i].unit, "the same of 100 tasks", lines[i].base);
    }
}

int
main (int   argc,
      char *argv[])
{
  Figures small, usual, middle, large;

  gtk_init ();
  adw_init ();
  measure (100);
  small = measure (100);
  usual = measure (3000);
  middle = measure (10000);
  large = measure (100000);
  report ("100", small, small);
  report ("3,000", usual, small);
  report ("10,000", middle, small);
  report ("100,000", large, small);

  return 0;
}
