/* perf-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>

#include "qd-bench.h"
#include "qd-report-fonts.h"
#include "qd-report-samples.h"
#include "qd-report.h"

/* The PDF of a plan of 1,000 tasks, beside as many lines of bare text set by Pango
 * on the pages of a PDF in the same run: a line of five words and two days, as a
 * row of the table has. */

#define N_TASKS 1000
#define N_ROUNDS 7
#define LINES_A_PAGE 26

static double
ms_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static cairo_status_t
count_func (void                *data,
            const unsigned char *bytes,
            unsigned int         length)
{
  *(gsize *)data += length;

  return CAIRO_STATUS_SUCCESS;
}

static double
measure_bare (void)
{
  gint64 start = g_get_monotonic_time ();
  gsize  size = 0;
  g_autoptr(PangoFontMap) map = qd_report_fonts_new_map (NULL);
  PangoContext         *context = pango_font_map_create_context (map);
  PangoFontDescription *font = pango_font_description_from_string (QD_REPORT_FAMILY " 8.6");
  cairo_surface_t      *surface = cairo_pdf_surface_create_for_stream (count_func, &size, 595, 842);
  cairo_t              *cr = cairo_create (surface);

  for (guint i = 0; i < N_TASKS; i++)
    {
      const QdSampleTask *task = &qd_sample_tasks[i % G_N_ELEMENTS (qd_sample_tasks)];
      g_autoptr(PangoLayout) layout = pango_layout_new (context);
      g_autofree char *text = g_strdup_printf (
          "Task %04u %s Workshop %s %s 24 Nov 2026 Not Started", i + 1, task->title, task->owner, task->customer_owner);

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, text, -1);
      if (i > 0 && i % LINES_A_PAGE == 0)
        cairo_show_page (cr);
      cairo_move_to (cr, 54, 62 + 25 * (i % LINES_A_PAGE));
      pango_cairo_show_layout (cr, layout);
    }

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  g_object_unref (context);
  g_assert_cmpuint (size, >, 0);

  return ms_since (start);
}

static double
measure_report (QdSample   *sample,
                const char *path)
{
  gint64          start = g_get_monotonic_time ();
  QdReportOptions options = { QD_REPORT_PAPER_A4, QD_SAMPLE_TODAY, NULL, TRUE };
  g_autoptr(GError) error = NULL;

  qd_report_write_plan_pdf (
      sample->portfolio, sample->plan, QD_AUDIENCE_CUSTOMER, &options, path, NULL, &error);
  g_assert_no_error (error);

  return ms_since (start);
}

int
main (void)
{
  double           bare[N_ROUNDS], report[N_ROUNDS];
  QdSample         sample;
  g_autofree char *path = NULL;
  int              file = g_file_open_tmp ("perf-report-XXXXXX.pdf", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  qd_sample_set_up (&sample, "Meridian Clearing House AG", "Nightjar");
  qd_sample_fill_long_plan (&sample, "One thousand", N_TASKS);

  for (int i = 0; i < N_ROUNDS; i++)
    {
      bare[i] = measure_bare ();
      report[i] = measure_report (&sample, path);
    }

  qd_bench_report ("PDF of a plan of 1,000 tasks", qd_bench_median (report, N_ROUNDS), "ms", "as many lines of bare text",
                   qd_bench_median (bare, N_ROUNDS));
  qd_sample_tear_down (&sample);
  g_unlink (path);

  return 0;
}
