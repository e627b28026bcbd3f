/* test-timeline-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo.h>
#include <glib/gstdio.h>

#include "qd-baseline.h"
#include "qd-closure.h"
#include "qd-format.h"
#include "qd-link.h"
#include "qd-report-samples.h"
#include "qd-report-tiles.h"
#include "qd-test-run.h"
#include "qd-working-calendar.h"

/* What is drawn is read back by Poppler, by cairo and by a parser of XML. */

/* Of small text in the foot of a page, in points, as QD_REPORT_STYLE_SMALL has it */
#define FOOT_SIZE 7.6

typedef struct
{
  QdSample sample;
  char    *folder;
  char    *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  qd_sample_set_up (&fixture->sample, "Meridian Clearing House AG", "Nightjar");
  fixture->folder = g_dir_make_tmp ("qd-timeline-out-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "timeline", NULL);
}

/* Nothing but the file may be left over. */
static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  qd_sample_tear_down (&fixture->sample);
}

static gboolean
write_timeline (Fixture       *fixture,
                QdReportMedium medium,
                QdAudience     audience,
                QdReportPaper  paper,
                QdReportTiling tiling,
                GError       **error)
{
  QdReportOptions options = { .paper = paper, .day = QD_SAMPLE_TODAY, .complete = TRUE, .tiling = tiling };

  return qd_report_write_timeline (
      fixture->sample.portfolio, fixture->sample.plan, audience, medium, &options, fixture->path, NULL, error);
}

static void
write_pdf (Fixture       *fixture,
           QdReportPaper  paper,
           QdReportTiling tiling)
{
  g_autoptr(GError) error = NULL;

  write_timeline (fixture, QD_REPORT_MEDIUM_PDF, QD_AUDIENCE_ME, paper, tiling, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture       *fixture,
                QdReportMedium medium,
                QdAudience     audience,
                QdReportTiling tiling,
                int            code,
                const char    *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (write_timeline (fixture, medium, audience, QD_REPORT_PAPER_A4, tiling, &error));
  g_assert_error (error, QD_REPORT_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* Returns: the words of a page, from 1, one after the other; %NULL and the test skipped without pdftotext */
static char *
read_page (Fixture *fixture,
           int      page)
{
  g_autofree char *number = g_strdup_printf ("%d", page);
  g_autofree char *text =
      qd_test_run ("pdftotext", "-raw", "-f", number, "-l", number, fixture->path, "-", NULL);

  return text != NULL ? g_strdelimit (g_steal_pointer (&text), "\n", ' ') : NULL;
}

static void
assert_has (const char *text,
            const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in “%s”", words, text);
}

static QdTask *
new_task (Fixture    *fixture,
          const char *title,
          int         start,
          int         due)
{
  QdTask *task = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (task,
                "plan", qd_record_get_id (fixture->sample.plan),
                "title", title,
                "start", start,
                "due", due,
                "visibility", QD_VISIBILITY_CUSTOMER,
                NULL);

  return task;
}

/* A plan with nothing in it but phases */
static void
add_plan (Fixture *fixture)
{
  QdBatch *batch = qd_batch_new ();
  gint64   phases[3];
  gint64   plan = qd_sample_add_plan (&fixture->sample, batch, "Accelerator", QD_SAMPLE_TODAY, phases);

  qd_sample_apply (&fixture->sample, batch);
  fixture->sample.plan = qd_portfolio_lookup (fixture->sample.portfolio, QD_TYPE_PLAN, plan);
}

static void
test_fitted (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(GString) all = g_string_new (NULL);
  int n_pages;

  qd_sample_fill_plan (&fixture->sample);
  write_pdf (fixture, QD_REPORT_PAPER_A4, QD_REPORT_TILING_FITTED);
  g_free (qd_test_run ("qpdf", "--check", fixture->path, NULL));
  n_pages = qd_test_count_pages (fixture->path);

  /* 25 tasks, two without a day, and three phases: more than a page has room for */
  for (int i = 1; i <= n_pages; i++)
    {
      g_autofree char *text = read_page (fixture, i);
      g_autofree char *place = g_strdup_printf ("Page %d of %d", i, n_pages);

      assert_has (text, "Dedicated onboarding 30/60/90");
      assert_has (text, "Meridian Clearing House AG");
      assert_has (text, "Title");
      assert_has (text, "Float");
      assert_has (text, "December 2026");
      assert_has (text, "Milestone");
      assert_has (text, "Personal copy · Generated on 24 Nov 2026");
      assert_has (text, place);
      g_string_append (all, text);
    }

  for (guint i = 0; n_pages > 0 && i < G_N_ELEMENTS (qd_sample_tasks); i++)
    assert_has (all->str, qd_sample_tasks[i].title);

  if (n_pages > 0)
    g_assert_cmpint (n_pages, ==, 2);
}

/* Whether a task of those rows has a day between those, by its own days */
static gboolean
has_day (QdTimelineModel      *model,
         const QdTimelineTile *tile,
         double                width)
{
  int first = qd_minute_get_day ((QdMinute)tile->axis.origin);
  int last = qd_minute_get_day ((QdMinute)qd_time_axis_get_minute (&tile->axis, width));

  for (guint i = tile->first; i < tile->end; i++)
    {
      QdTask *task = qd_timeline_model_get_task (model, i);

      if (task != NULL && task->due != QD_DAY_NONE && task->due >= first &&
          (task->start != QD_DAY_NONE ? task->start : task->due) <= last)
        return TRUE;
    }

  return FALSE;
}

static void
test_tiles (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(QdTimelineSheet) sheet = NULL;
  g_autoptr(GArray) tiles = NULL;
  guint n_across, n_rows, next = 0;

  qd_sample_fill_long_plan (&fixture->sample, "Long", 200);
  sheet = qd_timeline_sheet_new (fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_ME, QD_SAMPLE_TODAY);
  n_rows = qd_timeline_sheet_get_n_rows (sheet);
  tiles = qd_timeline_sheet_tile (sheet, 400, 20, 18, &n_across);

  /* 90 days, a day before and two after, of at least 18 pixels: 93 × 18 / 400 */
  g_assert_cmpuint (n_rows, ==, 203);
  g_assert_cmpuint (n_across, ==, 5);

  for (guint i = 0; i < tiles->len; i++)
    {
      const QdTimelineTile *tile = &g_array_index (tiles, QdTimelineTile, i);

      g_assert_true (has_day (qd_timeline_sheet_get_model (sheet), tile, 400));
      g_assert_cmpuint (tile->first, ==, tile->row * 20);
      g_assert_cmpuint (tile->end, ==, MIN (tile->first + 20, n_rows));
      g_assert_cmpfloat (tile->axis.scale, >=, 18);

      /* No row is left out. */
      g_assert_cmpuint (tile->first, <=, next);
      next = tile->end;
    }

  g_assert_cmpuint (next, ==, n_rows);
}

static void
test_tiled (Fixture      *fixture,
            gconstpointer data)
{
  int n_pages;

  qd_sample_fill_plan (&fixture->sample);
  write_pdf (fixture, QD_REPORT_PAPER_A4, QD_REPORT_TILING_TILED);
  g_free (qd_test_run ("qpdf", "--check", fixture->path, NULL));
  n_pages = qd_test_count_pages (fixture->path);

  for (int i = 1; i <= n_pages; i++)
    {
      g_autofree char *text = read_page (fixture, i);

      /* The names and the axis again on each, and where it belongs */
      assert_has (text, "Title");
      assert_has (text, "Week ");
      assert_has (text, ", column ");

      if (strstr (text, "Row 1 of") != NULL)
        assert_has (text, "Kickoff with sponsors and platform team");
      else
        assert_has (text, "Onboarding complete");
    }

  if (n_pages > 0)
    g_assert_cmpint (n_pages, >, 2);
}

/* Years between two tasks are pages on which there is nothing. */
static void
test_gap (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  add_plan (fixture);
  qd_test_add (fixture->sample.portfolio, new_task (fixture, "Now", QD_SAMPLE_TODAY, QD_SAMPLE_TODAY + 10));
  qd_test_add (fixture->sample.portfolio, new_task (fixture, "Later", QD_SAMPLE_TODAY + 900, QD_SAMPLE_TODAY + 910));
  write_pdf (fixture, QD_REPORT_PAPER_A4, QD_REPORT_TILING_TILED);

  if (!(first = read_page (fixture, 1)))
    return;

  g_assert_cmpint (qd_test_count_pages (fixture->path), ==, 2);
  last = read_page (fixture, 2);
  assert_has (first, "2026");
  assert_has (last, "2029");
  g_assert_null (strstr (first, "2028"));
  assert_has (first, "column 1 of");
  g_assert_null (strstr (last, "column 2 of"));
}

static void
test_paper (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const sizes[] = { [QD_REPORT_PAPER_A4] = "841.89 x 595.276 pts (A4)",
                                       [QD_REPORT_PAPER_LETTER] = "792 x 612 pts (letter)",
                                       [QD_REPORT_PAPER_A3] = "1190.55 x 841.89 pts (A3)" };

  qd_sample_fill_plan (&fixture->sample);

  for (QdReportPaper paper = QD_REPORT_PAPER_A4; paper <= QD_REPORT_PAPER_A3; paper++)
    {
      g_autofree char *info = NULL;
      g_autofree char *fonts = NULL;

      write_pdf (fixture, paper, QD_REPORT_TILING_USUAL);
      info = qd_test_run ("pdfinfo", fixture->path, NULL);
      fonts = qd_test_run ("pdffonts", fixture->path, NULL);

      if (info == NULL || fonts == NULL)
        return;

      assert_has (info, sizes[paper]);
      assert_has (info, "Tagged:          yes");
      assert_has (info, "Dedicated onboarding 30/60/90");
      g_assert_null (strstr (fonts, " no "));
    }
}

/* By how high words stand, those of the foot being of a known size; and none of them is cut off */
static void
test_size (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr(GRegex) regex = g_regex_new ("yMin=\"([0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"([0-9.]+)\">([^<]*)<", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  double foot = 0, least = G_MAXDOUBLE;

  qd_sample_fill_long_plan (&fixture->sample, "Long", 120);
  write_pdf (fixture, QD_REPORT_PAPER_LETTER, QD_REPORT_TILING_FITTED);

  if (!(text = qd_test_run ("pdftotext", "-bbox", fixture->path, "-", NULL)))
    return;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *top = g_match_info_fetch (match, 1);
      g_autofree char *bottom = g_match_info_fetch (match, 2);
      g_autofree char *word = g_match_info_fetch (match, 3);
      double           height = g_ascii_strtod (bottom, NULL) - g_ascii_strtod (top, NULL);

      least = MIN (least, height);

      if (g_str_equal (word, "Generated"))
        foot = height;
    }

  g_assert_cmpfloat (foot, >, 0);
  g_assert_cmpfloat (least * FOOT_SIZE / foot, >=, 6.995);
}

/* Nobody can read ten years on one page; who does not ask for that gets more. */
static void
test_too_long (Fixture      *fixture,
               gconstpointer data)
{
  QdReportOptions  options = { .paper = QD_REPORT_PAPER_A4, .day = QD_SAMPLE_TODAY };
  g_autofree char *words = NULL;
  gboolean         problem;

  add_plan (fixture);

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Quarter %d", i + 1);

      qd_test_add (fixture->sample.portfolio,
                   new_task (fixture, title, QD_SAMPLE_TODAY + i * 91, QD_SAMPLE_TODAY + i * 91 + 60));
    }

  assert_refused (
      fixture, QD_REPORT_MEDIUM_PDF, QD_AUDIENCE_ME, QD_REPORT_TILING_FITTED, QD_REPORT_ERROR_SIZE, "smaller than 7 points");
  words = qd_report_dup_timeline_words (
      fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_ME, &options, &problem);
  g_assert_false (problem);
  assert_has (words, "tiled onto ");
  write_pdf (fixture, QD_REPORT_PAPER_A4, QD_REPORT_TILING_USUAL);

  if (qd_test_count_pages (fixture->path) > 0)
    g_assert_cmpint (qd_test_count_pages (fixture->path), ==, atoi (strstr (words, "tiled onto ") + strlen ("tiled onto ")));
}

/* What the customer may not read is nowhere, nor does anything follow from it. */
static void
test_customer (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  QdTask          *hidden;
  QdBaseline      *baseline = qd_record_new_draft (QD_TYPE_BASELINE);

  qd_sample_fill_plan (&fixture->sample);
  hidden = new_task (fixture, "Expand " QD_SAMPLE_SECRET, QD_SAMPLE_TODAY + 700, QD_SAMPLE_TODAY + 705);
  g_object_set (hidden, "visibility", QD_VISIBILITY_INTERNAL, NULL);
  qd_test_add (fixture->sample.portfolio, hidden);
  g_object_set (baseline,
                "plan", qd_record_get_id (fixture->sample.plan), "name", "Ours alone", "day", QD_SAMPLE_TODAY,
                "created", G_GINT64_CONSTANT (1790000000), NULL);
  qd_test_add (fixture->sample.portfolio, baseline);

  write_timeline (fixture, QD_REPORT_MEDIUM_SVG, QD_AUDIENCE_CUSTOMER, QD_REPORT_PAPER_A4, QD_REPORT_TILING_USUAL, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &text, NULL, &error);
  g_assert_no_error (error);
  assert_has (text, "Meridian Clearing House AG");
  assert_has (text, "Kickoff with sponsors and platform team");
  g_assert_null (strstr (text, QD_SAMPLE_SECRET));
  g_assert_null (strstr (text, "Nightjar"));
  g_assert_null (strstr (text, "Ours alone"));

  /* The days of the hidden one would have made it two years longer. */
  g_assert_null (strstr (text, "2028"));
}

static void
test_codename (Fixture      *fixture,
               gconstpointer data)
{
  const QdReportMedium media[] = { QD_REPORT_MEDIUM_PDF, QD_REPORT_MEDIUM_PNG, QD_REPORT_MEDIUM_SVG };
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  qd_sample_fill_plan (&fixture->sample);
  write_timeline (fixture, QD_REPORT_MEDIUM_SVG, QD_AUDIENCE_INTERNAL, QD_REPORT_PAPER_A4, QD_REPORT_TILING_USUAL, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &text, NULL, &error);
  g_assert_no_error (error);
  assert_has (text, "Nightjar");
  g_assert_null (strstr (text, "Meridian"));
  g_unlink (fixture->path);

  /* The name stands where a line of the title would be broken and cut. */
  qd_test_add (fixture->sample.portfolio,
               new_task (fixture,
                         "Everything that there is to be said and done before the summer at long last, with the people of "
                         "all the departments and teams of the house that is called Meridian Clearing House AG",
                         QD_SAMPLE_TODAY,
                         QD_SAMPLE_TODAY + 3));

  for (gsize i = 0; i < G_N_ELEMENTS (media); i++)
    {
      QdFormatOptions options = { .report = { .paper = QD_REPORT_PAPER_A4, .day = QD_SAMPLE_TODAY } };
      const QdFormat *format = qd_format_find (i == 0 ? "timeline-pdf" : i == 1 ? "png"
                                                                                : "svg");
      g_autoptr(GError) refused = NULL;

      assert_refused (
          fixture, media[i], QD_AUDIENCE_INTERNAL, QD_REPORT_TILING_USUAL, QD_REPORT_ERROR_AUDIENCE, "Meridian");
      g_assert_false (qd_format_write (format,
                                       fixture->sample.portfolio,
                                       QD_EXCHANGE_KIND_PLAN,
                                       qd_record_get_id (fixture->sample.plan),
                                       QD_AUDIENCE_INTERNAL,
                                       &options,
                                       fixture->path,
                                       NULL,
                                       &refused));
      g_assert_error (refused, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_AUDIENCE);
    }
}

/* What a day off is called stands on the sheet too, cut where it has no room. */
static void
test_band (Fixture      *fixture,
           gconstpointer data)
{
  QdReportOptions    options = { .paper = QD_REPORT_PAPER_A4, .day = QD_SAMPLE_TODAY };
  QdWorkingCalendar *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
  QdClosure         *closure = qd_record_new_draft (QD_TYPE_CLOSURE);
  gint64             id = qd_record_get_id (calendar);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  qd_sample_fill_plan (&fixture->sample);
  g_object_set (calendar, "account", qd_record_get_id (fixture->sample.account), "hours", "Mo-Fr 09:00-17:00", NULL);
  qd_test_add (fixture->sample.portfolio, calendar);
  g_object_set (closure,
                "calendar", id, "kind", QD_CLOSURE_KIND_CHANGE_FREEZE, "name", "The freeze of Meridian Clearing House AG",
                "first", QD_SAMPLE_TODAY, "last", QD_SAMPLE_TODAY + 6, NULL);
  qd_test_add (fixture->sample.portfolio, closure);

  assert_refused (
      fixture, QD_REPORT_MEDIUM_SVG, QD_AUDIENCE_INTERNAL, QD_REPORT_TILING_USUAL, QD_REPORT_ERROR_AUDIENCE, "Meridian");
  g_assert_false (qd_report_write_plan_pdf (
      fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_INTERNAL, &options, fixture->path, NULL, &error));
  g_assert_error (error, QD_REPORT_ERROR, QD_REPORT_ERROR_AUDIENCE);
  g_clear_error (&error);

  /* The customer is not told of any. */
  write_timeline (fixture, QD_REPORT_MEDIUM_SVG, QD_AUDIENCE_CUSTOMER, QD_REPORT_PAPER_A4, QD_REPORT_TILING_USUAL, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (text, "freeze"));
}

static guint
count_colours (cairo_surface_t *image)
{
  g_autoptr(GHashTable) colours = g_hash_table_new (NULL, NULL);

  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    {
      const guint32 *row =
          (const guint32 *)(cairo_image_surface_get_data (image) + (gsize)y * cairo_image_surface_get_stride (image));

      for (int x = 0; x < cairo_image_surface_get_width (image); x++)
        g_hash_table_add (colours, GUINT_TO_POINTER (row[x] & 0xffffff));
    }

  return g_hash_table_size (colours);
}

static void
test_png (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  cairo_surface_t *image;

  qd_sample_fill_plan (&fixture->sample);
  write_timeline (fixture, QD_REPORT_MEDIUM_PNG, QD_AUDIENCE_ME, QD_REPORT_PAPER_A4, QD_REPORT_TILING_USUAL, &error);
  g_assert_no_error (error);
  image = cairo_image_surface_create_from_png (fixture->path);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);

  /* Two pixels for each unit: 30 rows of 32, and 93 days beside the table */
  g_assert_cmpint (cairo_image_surface_get_height (image), >, 2 * 30 * QD_TIMELINE_SHEET_ROW);
  g_assert_cmpint (cairo_image_surface_get_height (image), <, 2 * 40 * QD_TIMELINE_SHEET_ROW);
  g_assert_cmpint (cairo_image_surface_get_width (image), >, 2 * 1000);
  g_assert_cmpuint (count_colours (image), >, 100);
  cairo_surface_destroy (image);
}

/* What is being read of an SVG */
typedef struct
{
  GString *text;
  guint    n_elements;
} Reading;

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *name,
                  const char         **attribute_names,
                  const char         **attribute_values,
                  gpointer             data,
                  GError             **error)
{
  ((Reading *)data)->n_elements++;
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             data,
         GError             **error)
{
  g_string_append_len (((Reading *)data)->text, text, length);
  g_string_append_c (((Reading *)data)->text, '\n');
}

static void
test_svg (Fixture      *fixture,
          gconstpointer data)
{
  const GMarkupParser parser = { .start_element = start_element_cb, .text = text_cb };
  g_autoptr(GString) text = g_string_new (NULL);
  Reading reading = { text, 0 };
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *svg = NULL;
  gsize            length;

  qd_sample_fill_plan (&fixture->sample);
  qd_test_add (fixture->sample.portfolio,
               new_task (fixture, "A & B <i>\"c\"</i>", QD_SAMPLE_TODAY, QD_SAMPLE_TODAY + 3));
  write_timeline (fixture, QD_REPORT_MEDIUM_SVG, QD_AUDIENCE_ME, QD_REPORT_PAPER_A4, QD_REPORT_TILING_USUAL, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &svg, &length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_parse (context, svg, length, &error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_free (qd_test_run ("xmllint", "--noout", fixture->path, NULL));

  g_assert_cmpuint (reading.n_elements, >, 200);
  assert_has (text->str, "A & B <i>\"c\"</i>");

  for (guint i = 0; i < G_N_ELEMENTS (qd_sample_tasks); i++)
    assert_has (text->str, qd_sample_tasks[i].title);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  add_plan (fixture);
  qd_test_add (fixture->sample.portfolio, new_task (fixture, "Some day", QD_DAY_NONE, QD_DAY_NONE));

  assert_refused (
      fixture, QD_REPORT_MEDIUM_PDF, QD_AUDIENCE_ME, QD_REPORT_TILING_USUAL, QD_REPORT_ERROR_EMPTY, "No task has a day");
  assert_refused (
      fixture, QD_REPORT_MEDIUM_SVG, QD_AUDIENCE_ME, QD_REPORT_TILING_USUAL, QD_REPORT_ERROR_EMPTY, "No task has a day");
}

/* The first day there can be, and the last: a few pages, and what is between them left out */
static void
test_far (Fixture      *fixture,
          gconstpointer data)
{
  add_plan (fixture);
  qd_test_add (fixture->sample.portfolio,
               new_task (fixture, "Then", qd_day_from_ymd (QD_DAY_FIRST_YEAR, 1, 1), qd_day_from_ymd (QD_DAY_FIRST_YEAR, 2, 1)));
  qd_test_add (fixture->sample.portfolio,
               new_task (fixture, "Now", QD_SAMPLE_TODAY, QD_SAMPLE_TODAY + 10));
  qd_test_add (fixture->sample.portfolio,
               new_task (fixture, "At last", qd_day_from_ymd (QD_DAY_LAST_YEAR, 1, 1), qd_day_from_ymd (QD_DAY_LAST_YEAR, 12, 31)));
  write_pdf (fixture, QD_REPORT_PAPER_A4, QD_REPORT_TILING_USUAL);

  if (qd_test_count_pages (fixture->path) > 0)
    g_assert_cmpint (qd_test_count_pages (fixture->path), ==, 3);
}

static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  double           time;

  qd_sample_fill_long_plan (&fixture->sample, "Long", 3000);
  g_test_timer_start ();
  write_pdf (fixture, QD_REPORT_PAPER_A4, QD_REPORT_TILING_FITTED);
  time = g_test_timer_elapsed ();
  g_test_message ("3,000 tasks as PDF: %.2f s", time);

  /* So slow only if it looks at all rows for each of them; machines that test are slow, too. */
  g_assert_cmpfloat (time, <, 60);

  if ((text = qd_test_run ("pdftotext", fixture->path, "-", NULL)) != NULL)
    for (guint i = 1; i <= 3000; i++)
      {
        g_autofree char *name = g_strdup_printf ("Task %04u", i);

        assert_has (text, name);
      }

  g_unlink (fixture->path);
  assert_refused (
      fixture, QD_REPORT_MEDIUM_PNG, QD_AUDIENCE_ME, QD_REPORT_TILING_USUAL, QD_REPORT_ERROR_SIZE, "as PDF or SVG");
}

/* The flags of two lines at the left edge: one is whole, the other left to the legend. */
static void
test_flags (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  add_plan (fixture);
  qd_test_exec (fixture->sample.store, "UPDATE plan SET status_day = start");
  qd_test_settle (fixture->sample.store);
  qd_test_add (fixture->sample.portfolio, new_task (fixture, "Long", QD_SAMPLE_TODAY, QD_SAMPLE_TODAY + 400));
  write_timeline (fixture, QD_REPORT_MEDIUM_SVG, QD_AUDIENCE_ME, QD_REPORT_PAPER_A4, QD_REPORT_TILING_USUAL, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &text, NULL, &error);
  g_assert_no_error (error);
  assert_has (text, ">Today<");
  assert_has (text, ">Status day<");
  g_assert_null (strstr (text, ">Status<"));
}

/* The report of a plan has the same drawing in it, with its legend. */
static void
test_report (Fixture      *fixture,
             gconstpointer data)
{
  QdReportOptions options = { .paper = QD_REPORT_PAPER_A4, .day = QD_SAMPLE_TODAY, .complete = TRUE };
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  qd_sample_fill_plan (&fixture->sample);
  qd_report_write_plan_pdf (
      fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_CUSTOMER, &options, fixture->path, NULL, &error);
  g_assert_no_error (error);

  if (!(text = qd_test_run ("pdftotext", "-raw", fixture->path, "-", NULL)))
    return;

  /* The months of the axis, and the legend */
  assert_has (text, "November 2026");
  assert_has (text, "Task, as far as it is done");
  assert_has (text, "Workshop");
}

static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  const QdReportMedium media[] = { QD_REPORT_MEDIUM_PDF, QD_REPORT_MEDIUM_PNG, QD_REPORT_MEDIUM_SVG };
  static const char   *begins[] = { "%PDF-", "\x89PNG", "<?xml" };
  QdReportOptions      options = { .paper = QD_REPORT_PAPER_A4, .day = QD_SAMPLE_TODAY };

  qd_sample_fill_plan (&fixture->sample);

  for (gsize i = 0; i < G_N_ELEMENTS (media); i++)
    {
      g_autoptr(GAsyncResult) slot = NULL;
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *bytes = NULL;

      qd_report_write_timeline_async (fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_ME, media[i],
                                      &options, fixture->path, NULL, NULL, NULL, qd_test_async_cb, &slot);
      result = qd_test_await (&slot);
      qd_report_write_finish (result, &error);
      g_assert_no_error (error);
      g_file_get_contents (fixture->path, &bytes, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (bytes, begins[i]));
    }
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  QdReportOptions options = { .paper = QD_REPORT_PAPER_A4, .day = QD_SAMPLE_TODAY };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  qd_sample_fill_long_plan (&fixture->sample, "Long", 500);
  qd_report_write_timeline_async (fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_ME, QD_REPORT_MEDIUM_PDF,
                                  &options, fixture->path, cancellable, NULL, NULL, qd_test_async_cb, &slot);

  /* Some pages are drawn, and then it is left. */
  for (int i = 0; i < 3; i++)
    g_main_context_iteration (NULL, FALSE);

  g_assert_null (slot);
  g_cancellable_cancel (cancellable);
  result = qd_test_await (&slot);
  g_assert_false (qd_report_write_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/timeline-out/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("fitted", test_fitted);
  ADD ("tiles", test_tiles);
  ADD ("tiled", test_tiled);
  ADD ("gap", test_gap);
  ADD ("paper", test_paper);
  ADD ("size", test_size);
  ADD ("too-long", test_too_long);
  ADD ("customer", test_customer);
  ADD ("codename", test_codename);
  ADD ("band", test_band);
  ADD ("png", test_png);
  ADD ("svg", test_svg);
  ADD ("empty", test_empty);
  ADD ("far", test_far);
  ADD ("many", test_many);
  ADD ("flags", test_flags);
  ADD ("report", test_report);
  ADD ("async", test_async);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
