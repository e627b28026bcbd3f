/* test-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "qd-exchange.h"
#include "qd-report-samples.h"
#include "qd-report.h"
#include "qd-test-run.h"

/* What a PDF holds is read back by Poppler and qpdf, which are not ours. */

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

  qd_sample_set_up (&fixture->sample, data != NULL ? data : "Meridian Clearing House AG", "Nightjar");
  fixture->folder = g_dir_make_tmp ("qd-report-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "report.pdf", NULL);
}

/* Nothing but the report may be left over */
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

static QdReportOptions
get_options (void)
{
  return (QdReportOptions){ QD_REPORT_PAPER_A4, QD_SAMPLE_TODAY, "Ada Lindqvist", TRUE };
}

static void
write_plan (Fixture   *fixture,
            QdAudience audience)
{
  g_autoptr(GError) error = NULL;
  QdReportOptions options = get_options ();

  qd_report_write_plan_pdf (
      fixture->sample.portfolio, fixture->sample.plan, audience, &options, fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
write_account (Fixture   *fixture,
               QdAudience audience)
{
  g_autoptr(GError) error = NULL;
  QdReportOptions options = get_options ();

  qd_report_write_account_pdf (
      fixture->sample.portfolio, fixture->sample.account, audience, &options, fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text) && *text != '"')
      g_string_append_c (squeezed, *text);

  return g_string_free_and_steal (squeezed);
}

/* Whether @text is in the structure, whatever the lines and cells it was broken into */
static void
assert_says (const char *squeezed,
             const char *text)
{
  g_autofree char *wanted = squeeze (text);

  if (strstr (squeezed, wanted) == NULL)
    g_error ("“%s” is not in the report", text);
}

static void
test_plan_customer (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;

  qd_sample_fill_plan (&fixture->sample);
  write_plan (fixture, QD_AUDIENCE_CUSTOMER);
  if (!(text = qd_test_run ("pdfinfo", "-struct-text", fixture->path, NULL)))
    return;

  squeezed = squeeze (text);
  for (guint i = 0; i < G_N_ELEMENTS (qd_sample_tasks); i++)
    {
      assert_says (squeezed, qd_sample_tasks[i].title);
      assert_says (squeezed, qd_sample_tasks[i].customer_owner);
    }
  assert_says (squeezed, "Meridian Clearing House AG");
  assert_says (squeezed, "Prepared for the customer");
  assert_says (squeezed, "Generated on 24 Nov 2026");
  assert_says (squeezed, "Median of 19 minutes or less for 30 days in a row, on the same 12 projects.");
  assert_says (squeezed, "Break-glass account kept outside");
  assert_says (squeezed, "Test user signs in (done)");
  assert_says (squeezed, "Share the architecture notes");
  assert_says (squeezed, "23 Nov 2026 1 day late");
  assert_says (squeezed, "Page 1 of");

  /* Nothing internal, in any form */
  g_assert_null (strstr (squeezed, QD_SAMPLE_SECRET));
  g_assert_null (strstr (squeezed, "Nightjar"));
  g_assert_null (strstr (squeezed, "Internal"));
  g_assert_null (strstr (squeezed, "latency"));
}

static void
test_plan_internal (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_autofree char *squeezed = NULL;

  qd_sample_fill_plan (&fixture->sample);
  write_plan (fixture, QD_AUDIENCE_INTERNAL);
  text = qd_test_run ("pdfinfo", "-struct-text", fixture->path, NULL);
  info = qd_test_run ("pdfinfo", fixture->path, NULL);
  if (text == NULL || info == NULL)
    return;

  squeezed = squeeze (text);
  assert_says (squeezed, "Nightjar");
  assert_says (squeezed, "Internal, by codename");
  assert_says (squeezed, "Prepare the expansion " QD_SAMPLE_SECRET);
  assert_says (squeezed, "They are nervous about latency. " QD_SAMPLE_SECRET);
  assert_says (squeezed, "Win the payments team first, then let it tell the others. " QD_SAMPLE_SECRET);
  assert_says (squeezed, "The payments team asked for more seats.");

  g_assert_null (strstr (squeezed, "Meridian"));
  g_assert_null (strstr (info, "Meridian"));
}

static void
test_plan_structure (Fixture      *fixture,
                     gconstpointer data)
{
  static const char *const tags[] = { "Document", "H1", "H2", "P", "Table", "TR", "TH", "TD", "L", "LI", "Figure", "Link" };
  g_autofree char         *structure = NULL;
  g_autofree char         *info = NULL;
  g_autofree char         *fonts = NULL;
  g_autofree char         *check = NULL;
  g_auto(GStrv) lines = NULL;

  qd_sample_fill_plan (&fixture->sample);
  write_plan (fixture, QD_AUDIENCE_INTERNAL);
  check = qd_test_run ("qpdf", "--check", fixture->path, NULL);
  structure = qd_test_run ("pdfinfo", "-struct", fixture->path, NULL);
  info = qd_test_run ("pdfinfo", fixture->path, NULL);
  fonts = qd_test_run ("pdffonts", fixture->path, NULL);
  if (check == NULL || structure == NULL || info == NULL || fonts == NULL)
    return;

  g_assert_null (strstr (check, "WARNING"));
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("(?m)^ *%s( |$)", tags[i]);

      if (!g_regex_match_simple (pattern, structure, 0, 0))
        g_error ("there is no %s", tags[i]);
    }

  g_assert_true (g_regex_match_simple ("(?m)^Tagged: +yes$", info, 0, 0));
  g_assert_true (g_regex_match_simple ("(?m)^Title: +Dedicated onboarding 30/60/90 – Nightjar$", info, 0, 0));
  g_assert_true (g_regex_match_simple ("(?m)^Author: +Ada Lindqvist$", info, 0, 0));
  g_assert_true (g_regex_match_simple ("(?m)^Creator: +Quarterdeck$", info, 0, 0));

  /* Each font is embedded, a subset and maps to Unicode, and has its name */
  lines = g_strsplit (fonts, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 4);
  for (int i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_assert_true (g_regex_match_simple ("yes yes yes +\\d+ +\\d+$", lines[i], 0, 0));
      g_assert_nonnull (strstr (lines[i], "+Inter-"));
    }
}

static void
test_plan_links (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *destinations = NULL;
  g_autofree char *addresses = NULL;
  g_autofree char *outline = NULL;

  qd_sample_fill_plan (&fixture->sample);
  write_plan (fixture, QD_AUDIENCE_INTERNAL);
  destinations = qd_test_run ("pdfinfo", "-dests", fixture->path, NULL);
  addresses = qd_test_run ("pdfinfo", "-url", fixture->path, NULL);
  outline = qd_test_run ("qpdf", "--json=2", "--json-key=outlines", fixture->path, NULL);
  if (destinations == NULL || addresses == NULL || outline == NULL)
    return;

  g_assert_nonnull (strstr (destinations, "task-"));
  g_assert_nonnull (strstr (addresses, "https://handbook.gitlab.com/handbook/customer-success/" QD_SAMPLE_SECRET));
  g_assert_nonnull (strstr (outline, "\"title\": \"Objectives\""));
  g_assert_nonnull (strstr (outline, "\"title\": \"Cut pipeline time in half\""));
  g_assert_nonnull (strstr (outline, "\"title\": \"Migrate: to day 60\""));
}

static void
test_plan_bytes (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize            first_size, second_size;

  qd_sample_fill_plan (&fixture->sample);
  write_plan (fixture, QD_AUDIENCE_CUSTOMER);
  g_file_get_contents (fixture->path, &first, &first_size, NULL);
  write_plan (fixture, QD_AUDIENCE_CUSTOMER);
  g_file_get_contents (fixture->path, &second, &second_size, NULL);

  g_assert_cmpmem (first, first_size, second, second_size);
}

/* A table goes on under its header, and no task is lost or told twice where it breaks */
static void
test_plan_long (Fixture      *fixture,
                gconstpointer data)
{
  int n_pages;

  qd_sample_fill_long_plan (&fixture->sample, "Three hundred", 300);
  write_plan (fixture, QD_AUDIENCE_CUSTOMER);
  n_pages = qd_test_count_pages (fixture->path);
  if (n_pages == 0)
    return;

  g_assert_cmpint (n_pages, >, 8);
  for (int i = 1; i <= n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);
      g_autofree char *of = g_strdup_printf ("Page %d of %d", i, n_pages);
      g_autofree char *page = qd_test_run ("pdftotext", "-f", number, "-l", number, fixture->path, "-", NULL);

      g_assert_nonnull (strstr (page, "Customer owner"));
      g_assert_nonnull (strstr (page, of));
    }

  g_autofree char *text = qd_test_run ("pdftotext", fixture->path, "-", NULL);

  for (int i = 1; i <= 300; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %04d", i);
      const char      *found = strstr (text, title);

      g_assert_nonnull (found);
      g_assert_null (strstr (found + 1, title));
    }
}

/* A row that is higher than a page is the only one that breaks. */
static void
test_plan_high_row (Fixture      *fixture,
                    gconstpointer data)
{
  QdBatch         *batch = qd_batch_new ();
  g_autofree char *text = NULL;
  gint64           phases[3];
  gint64           plan = qd_sample_add_plan (&fixture->sample, batch, "One task", QD_SAMPLE_TODAY, phases);
  gint64           task = qd_sample_add_task (batch, plan, phases[0], 0, QD_SAMPLE_TODAY, 0, &qd_sample_tasks[0]);

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Line %03d", i);

      qd_sample_add_check_item (batch, task, title, i % 2);
    }
  qd_sample_apply (&fixture->sample, batch);
  fixture->sample.plan = qd_portfolio_lookup (fixture->sample.portfolio, QD_TYPE_PLAN, plan);
  write_plan (fixture, QD_AUDIENCE_CUSTOMER);
  if (!(text = qd_test_run ("pdftotext", fixture->path, "-", NULL)))
    return;

  g_assert_cmpint (qd_test_count_pages (fixture->path), >=, 3);
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Line %03d", i);

      g_assert_nonnull (strstr (text, title));
    }
}

static void
test_plan_empty (Fixture      *fixture,
                 gconstpointer data)
{
  QdPlan *plan = qd_record_new_draft (QD_TYPE_PLAN);

  g_object_set (plan,
                "account", qd_record_get_id (fixture->sample.account), "name", "Nothing yet", "start", QD_SAMPLE_TODAY,
                "target", QD_SAMPLE_TODAY, NULL);
  fixture->sample.plan = qd_test_add (fixture->sample.portfolio, plan);
  write_plan (fixture, QD_AUDIENCE_CUSTOMER);
  g_free (qd_test_run ("qpdf", "--check", fixture->path, NULL));
}

static void
test_paper (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const sizes[] = { [QD_REPORT_PAPER_A4] = "(A4)", [QD_REPORT_PAPER_LETTER] = "(letter)" };

  qd_sample_fill_plan (&fixture->sample);
  for (QdReportPaper paper = QD_REPORT_PAPER_A4; paper <= QD_REPORT_PAPER_LETTER; paper++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *info = NULL;
      QdReportOptions  options = get_options ();

      options.paper = paper;
      qd_report_write_plan_pdf (
          fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_ME, &options, fixture->path, NULL, &error);
      g_assert_no_error (error);
      if (!(info = qd_test_run ("pdfinfo", fixture->path, NULL)))
        return;
      g_assert_nonnull (strstr (info, sizes[paper]));
    }
}

/* Any script is set, and comes out as it went in; @data is the name of the customer */
static void
test_script (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;

  qd_sample_fill_long_plan (&fixture->sample, data, 3);
  write_plan (fixture, QD_AUDIENCE_CUSTOMER);
  if (!(text = qd_test_run ("pdfinfo", "-struct-text", fixture->path, NULL)))
    return;

  squeezed = squeeze (text);
  assert_says (squeezed, data);
}

/* A name that got into a text is found, and the report not written. */
static void
test_leak (Fixture      *fixture,
           gconstpointer data)
{
  QdAccount      *other = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdReportOptions options = get_options ();
  g_autoptr(GError) error = NULL;

  g_object_set (other, "name", "Falkenberg Logistics", "codename", "Osprey", NULL);
  qd_test_add (fixture->sample.portfolio, other);
  qd_sample_fill_long_plan (&fixture->sample, "As done for Falkenberg Logistics", 3);
  write_plan (fixture, QD_AUDIENCE_ME);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  for (QdAudience audience = QD_AUDIENCE_INTERNAL; audience <= QD_AUDIENCE_CUSTOMER; audience++)
    {
      qd_report_write_plan_pdf (
          fixture->sample.portfolio, fixture->sample.plan, audience, &options, fixture->path, NULL, &error);
      g_assert_error (error, QD_REPORT_ERROR, QD_REPORT_ERROR_AUDIENCE);
      g_assert_nonnull (strstr (error->message, "Falkenberg"));
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      g_clear_error (&error);
    }
}

static void
test_missing_font (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  QdReportOptions options = get_options ();

  /* A private character, which no font should have */
  qd_sample_fill_long_plan (&fixture->sample, "Plan \xf4\x8f\xbf\xb0", 3);
  qd_report_write_plan_pdf (
      fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_ME, &options, fixture->path, NULL, &error);
  g_assert_error (error, QD_REPORT_ERROR, QD_REPORT_ERROR_MISSING_FONT);
  g_assert_nonnull (strstr (error->message, "U+10FFF0"));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* Text that is not what it seems: markup, quotes in an address, a name as long as they get */
static void
test_bad_text (Fixture      *fixture,
               gconstpointer data)
{
  QdBatch         *batch = qd_batch_new ();
  QdTask          *task = qd_record_new_draft (QD_TYPE_TASK);
  QdObjective     *objective = qd_record_new_draft (QD_TYPE_OBJECTIVE);
  g_autofree char *long_text = g_strnfill (20000, 'W');
  g_autofree char *text = NULL;
  gint64           phases[3];
  gint64           plan = qd_sample_add_plan (&fixture->sample, batch, "<b>&amp; 'quoted' \\", QD_SAMPLE_TODAY, phases);

  g_object_set (objective, "plan", plan, "name", "(parenthesis", "baseline", long_text, "due", QD_SAMPLE_TODAY + 40000, NULL);
  g_object_set (task,
                "plan", plan, "title", "'><script>", "notes", "one\ntwo\tthree",
                "source", "https://example.org/a'b\\c d?e='f'", "due", QD_SAMPLE_TODAY - 10000, NULL);
  qd_sample_insert (batch, objective);
  qd_sample_insert (batch, task);
  qd_sample_apply (&fixture->sample, batch);
  fixture->sample.plan = qd_portfolio_lookup (fixture->sample.portfolio, QD_TYPE_PLAN, plan);
  write_plan (fixture, QD_AUDIENCE_INTERNAL);
  g_free (qd_test_run ("qpdf", "--check", fixture->path, NULL));
  if ((text = qd_test_run ("pdfinfo", "-url", fixture->path, NULL)) != NULL)
    g_assert_nonnull (strstr (text, "https://example.org/a%27b%5Cc%20d?e=%27f%27"));
}

static void
test_account (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *text = NULL;

  qd_sample_fill_plan (&fixture->sample);
  qd_sample_fill_account (&fixture->sample, 1);
  write_account (fixture, QD_AUDIENCE_INTERNAL);
  if (!(text = qd_test_run ("pdftotext", "-raw", fixture->path, "-", NULL)))
    return;

  g_assert_cmpint (qd_test_count_pages (fixture->path), ==, 1);
  g_assert_nonnull (strstr (text, "Nightjar"));
  g_assert_null (strstr (text, "Meridian"));
  g_assert_nonnull (strstr (text, "Yellow"));
  g_assert_nonnull (strstr (text, "Migration is on time"));
  g_assert_nonnull (strstr (text, "1280000"));
  g_assert_nonnull (strstr (text, "3 Apr 2027"));
  g_assert_nonnull (strstr (text, "Signature"));
  g_assert_nonnull (strstr (text, "Dedicated"));
  g_assert_nonnull (strstr (text, "19 Nov 2026"));
  g_assert_nonnull (strstr (text, "Agree the cut-over weekend"));
  g_assert_nonnull (strstr (text, "Answer on the regional data question"));
  g_assert_nonnull (strstr (text, "Name the approver for wave 2"));
  g_assert_nonnull (strstr (text, "Champion"));
  g_assert_nonnull (strstr (text, "Dedicated onboarding 30/60/90"));
  g_assert_nonnull (strstr (text, "Runner sizing workshop"));
}

static void
test_account_customer (Fixture      *fixture,
                       gconstpointer data)
{
  static const char *const internal[] = { QD_SAMPLE_SECRET, "Nightjar", "Yellow", "1280000", "Champion", "Sponsor", "Internal" };
  g_autofree char         *text = NULL;

  qd_sample_fill_plan (&fixture->sample);
  qd_sample_fill_account (&fixture->sample, 1);
  write_account (fixture, QD_AUDIENCE_CUSTOMER);
  if (!(text = qd_test_run ("pdftotext", "-raw", fixture->path, "-", NULL)))
    return;

  g_assert_nonnull (strstr (text, "Meridian Clearing House AG"));
  g_assert_nonnull (strstr (text, "Name the approver for wave 2"));
  g_assert_null (strstr (text, "runner sizing sheet"));
  for (guint i = 0; i < G_N_ELEMENTS (internal); i++)
    if (strstr (text, internal[i]) != NULL)
      g_error ("“%s” is in the report", internal[i]);
}

/* However much there is, a brief is one page, and says what it leaves out. */
static void
test_account_full (Fixture      *fixture,
                   gconstpointer data)
{
  qd_sample_fill_plan (&fixture->sample);
  qd_sample_fill_account (&fixture->sample, 12);
  for (QdAudience audience = QD_AUDIENCE_ME; audience <= QD_AUDIENCE_CUSTOMER; audience++)
    {
      g_autofree char *text = NULL;

      write_account (fixture, audience);
      if (!(text = qd_test_run ("pdftotext", "-raw", fixture->path, "-", NULL)))
        return;
      g_assert_cmpint (qd_test_count_pages (fixture->path), ==, 1);
      g_assert_true (g_regex_match_simple ("and \\d+ more", text, 0, 0));
      if (audience != QD_AUDIENCE_CUSTOMER)
        g_assert_nonnull (strstr (text, "Last activities"));
    }
}

/* Not even without a name in it */
static void
test_account_public (Fixture      *fixture,
                     gconstpointer data)
{
  QdReportOptions options = { .paper = QD_REPORT_PAPER_A4, .day = QD_SAMPLE_TODAY };
  g_autoptr(GError) error = NULL;

  qd_sample_fill_plan (&fixture->sample);
  g_assert_false (qd_report_write_account_pdf (
      fixture->sample.portfolio, fixture->sample.account, QD_AUDIENCE_PUBLIC, &options, fixture->path, NULL, &error));
  g_assert_error (error, QD_REPORT_ERROR, QD_REPORT_ERROR_AUDIENCE);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* A failed or cancelled report leaves what was there, and nothing beside it; see tear_down() for the latter. */
static void
test_untouched (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "no", "such", "folder.pdf", NULL);
  g_autofree char *contents = NULL;
  QdReportOptions  options = get_options ();

  qd_sample_fill_plan (&fixture->sample);
  g_file_set_contents (fixture->path, "before", -1, NULL);
  g_cancellable_cancel (cancellable);
  qd_report_write_plan_pdf (
      fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_ME, &options, fixture->path, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_file_get_contents (fixture->path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "before");

  qd_report_write_plan_pdf (
      fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_ME, &options, elsewhere, NULL, &error);
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_TARGET);
  g_clear_error (&error);

  qd_report_write_plan_pdf (
      fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_ME, &options, fixture->folder, NULL, &error);
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_TARGET);
}

typedef struct
{
  GCancellable *cancellable;
  goffset       last;
  goffset       total;
} Watch;

static void
watch_cb (goffset  done,
          goffset  total,
          gpointer data)
{
  Watch *watch = data;

  g_assert_cmpint (done, >, watch->last);
  watch->last = done;
  watch->total = total;
  if (watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  QdReportOptions options = get_options ();
  Watch           watch = { 0 };

  qd_sample_fill_long_plan (&fixture->sample, "Some", 60);
  qd_report_write_plan_pdf_async (
      fixture->sample.portfolio, fixture->sample.plan, QD_AUDIENCE_ME, &options, fixture->path, NULL, watch_cb, &watch,
      qd_test_async_cb, &slot);
  result = qd_test_await (&slot);
  g_assert_true (qd_report_write_finish (result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (watch.last, ==, watch.total);
  g_assert_cmpint (watch.total, >, 1);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
}

#define ADD(path, data, test) g_test_add ("/report/" path, Fixture, data, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("plan/customer", NULL, test_plan_customer);
  ADD ("plan/internal", NULL, test_plan_internal);
  ADD ("plan/structure", NULL, test_plan_structure);
  ADD ("plan/links", NULL, test_plan_links);
  ADD ("plan/bytes", NULL, test_plan_bytes);
  ADD ("plan/long", NULL, test_plan_long);
  ADD ("plan/high-row", NULL, test_plan_high_row);
  ADD ("plan/empty", NULL, test_plan_empty);
  ADD ("paper", NULL, test_paper);
  ADD ("script/arabic", "شركة المقاصة المتحدة", test_script);
  ADD ("script/hebrew", "חברת הסליקה", test_script);
  ADD ("script/japanese", "株式会社みらい決済サービス", test_script);
  ADD ("script/korean", "한빛 결제", test_script);
  ADD ("script/devanagari", "भारतीय समाशोधन", test_script);
  ADD ("script/greek", "Εκκαθάριση Αθηνών", test_script);
  ADD ("script/cyrillic", "Кліринг і Ко", test_script);
  ADD ("leak", NULL, test_leak);
  ADD ("missing-font", NULL, test_missing_font);
  ADD ("bad-text", NULL, test_bad_text);
  ADD ("account", NULL, test_account);
  ADD ("account/customer", NULL, test_account_customer);
  ADD ("account/full", NULL, test_account_full);
  ADD ("account/public", NULL, test_account_public);
  ADD ("untouched", NULL, test_untouched);
  ADD ("async", NULL, test_async);

  return g_test_run ();
}
