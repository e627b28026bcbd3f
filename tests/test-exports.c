/* test-exports.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "qd-csv.h"
#include "qd-exchange.h"
#include "qd-format.h"
#include "qd-import-plan.h"
#include "qd-plan-writers.h"
#include "qd-test.h"

/* What is in tests/data/exports/portfolio.json: one plan with all that a plan may have */
#define ACCOUNT G_GINT64_CONSTANT (0x01)
#define PLAN G_GINT64_CONSTANT (0x02)

/* 2026-11-22T08:00:00Z */
#define STAMP G_GINT64_CONSTANT (1795334400)

typedef struct
{
  QdStore     *store;
  QdPortfolio *portfolio;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "exports", "portfolio.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = qd_import_read_file (file, NULL, &error);
  g_autoptr(QdImportPlan) plan = NULL;
  g_autoptr(GAsyncResult) slot = NULL;

  g_assert_no_error (error);
  fixture->store = qd_test_store_new (":memory:");
  fixture->portfolio = qd_test_load_portfolio (fixture->store);
  plan = qd_import_plan_new (fixture->portfolio, bytes, &error);
  g_assert_no_error (error);
  qd_import_plan_apply_async (plan, NULL, NULL, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->portfolio);
  qd_test_store_close (fixture->store);
}

static QdPlanOutline *
gather (Fixture   *fixture,
        QdAudience audience)
{
  g_autoptr(GError) error = NULL;
  QdPlanOutline *outline = qd_plan_outline_new (fixture->portfolio, PLAN, audience, &error);

  g_assert_no_error (error);

  return outline;
}

static char *
dup_bytes (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The plan, gathered */

static void
test_outline (Fixture      *fixture,
              gconstpointer data)
{
  const struct
  {
    const char *number;
    const char *title;
    int         phase;
    int         parent;
  } rows[] = {
    { "1", "Kick-off", 0, -1 },
    { "2", "Discovery workshop", 0, -1 },
    { "3", "1. Baseline: where are we; #now, “really”?", 0, -1 },
    { "4", "Outcomes document accepted", 0, -1 },
    { "5", "Sprint 1", 1, -1 },
    { "5.1", "call the pipelines team – 日本語 🚀", 1, 4 },
    { "5.2", "عربي: من اليمين إلى اليسار", 1, 4 },
    { "5.3", "Internal: price of the renewal", 1, 4 },
    { "6", "section 8 of the audit, 100% done", 1, -1 },
    { "7", "Someday: tidy <runners>", 1, -1 },
    { "8", "Close-out", 2, -1 },
    { "9", "=SUM(A1:A9)", 2, -1 },
    { "10", "- [ ] not a list", -1, -1 },
  };
  g_autoptr(QdPlanOutline) outline = gather (fixture, QD_AUDIENCE_ME);
  const QdOutlineLink *links;
  guint                n_links;
  int                  first, last;

  g_assert_cmpstr (outline->customer, ==, "Volquarra Re");
  g_assert_cmpuint (outline->tasks->len, ==, G_N_ELEMENTS (rows));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const QdOutlineTask *task = qd_plan_outline_get_task (outline, i);

      g_assert_cmpstr (task->number, ==, rows[i].number);
      g_assert_cmpstr (task->title, ==, rows[i].title);
      g_assert_cmpint (task->phase, ==, rows[i].phase);
      g_assert_cmpint (task->parent, ==, rows[i].parent);
      g_assert_cmpint (task->summary, ==, i == 4);
      g_assert_cmpuint (task->level, ==, rows[i].parent < 0 ? 1 : 2);
    }

  links = qd_plan_outline_find_links (outline, 8, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpuint (links[0].from, ==, 5);
  g_assert_cmpint (links[0].lag, ==, -480);
  g_assert_cmpuint (links[1].from, ==, 7);
  qd_plan_outline_find_links (outline, 0, &n_links);
  g_assert_cmpuint (n_links, ==, 0);

  /* Sprint 1 is as long as its tasks: from 12 to 21 October 2026, which are days 20738 and 20747. */
  g_assert_true (qd_plan_outline_get_days (outline, 4, &first, &last));
  g_assert_cmpint (first, ==, 20738);
  g_assert_cmpint (last, ==, 20747);
  g_assert_false (qd_plan_outline_get_days (outline, 9, &first, &last));
}

/* What a customer may not read is not there, nor what leads to it; colleagues read the codename. */
static void
test_audiences (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(QdPlanOutline) customer = gather (fixture, QD_AUDIENCE_CUSTOMER);
  g_autoptr(QdPlanOutline) internal = gather (fixture, QD_AUDIENCE_INTERNAL);

  g_assert_cmpuint (internal->tasks->len, ==, 13);
  g_assert_cmpstr (internal->customer, ==, "Basalt");
  g_assert_cmpuint (internal->links->len, ==, 9);
  g_assert_cmpuint (internal->baselines->len, ==, 1);
  g_assert_nonnull (qd_plan_outline_get_objective (internal, 0)->risks);

  g_assert_cmpuint (customer->tasks->len, ==, 12);
  g_assert_cmpstr (customer->customer, ==, "Volquarra Re");
  g_assert_cmpuint (customer->links->len, ==, 8);
  g_assert_cmpuint (customer->baselines->len, ==, 0);
  g_assert_null (qd_plan_outline_get_objective (customer, 0)->risks);
  g_assert_false (qd_plan_outline_get_objective (customer, 0)->accelerator);
  g_assert_nonnull (qd_plan_outline_get_objective (customer, 0)->successes);

  for (guint i = 0; i < customer->tasks->len; i++)
    {
      const QdOutlineTask *task = qd_plan_outline_get_task (customer, i);

      g_assert_null (task->notes);
      g_assert_null (task->source);
      g_assert_null (strstr (task->title, "price"));
    }
}

static void
save (Fixture *fixture,
      gpointer draft)
{
  g_autoptr(QdRecord) owned = draft;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_record_save_async (draft, fixture->store, "Edit", qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
}

/* A summary that a customer may not read sums nothing up for it. */
static void
test_hidden_summary (Fixture      *fixture,
                     gconstpointer data)
{
  QdTask *draft = qd_record_dup_draft (qd_portfolio_lookup (fixture->portfolio, QD_TYPE_TASK, 0x35));
  g_autoptr(QdPlanOutline) outline = NULL;

  g_object_set (draft, "visibility", QD_VISIBILITY_INTERNAL, NULL);
  save (fixture, draft);
  outline = gather (fixture, QD_AUDIENCE_CUSTOMER);
  g_assert_cmpuint (outline->tasks->len, ==, 11);
  g_assert_cmpstr (qd_plan_outline_get_task (outline, 4)->title, ==, "call the pipelines team – 日本語 🚀");
  g_assert_cmpint (qd_plan_outline_get_task (outline, 4)->parent, ==, -1);
  g_assert_cmpstr (qd_plan_outline_get_task (outline, 4)->number, ==, "5");
}

/* Every format refuses the whole where one text gives a name away, and says where. */
static void
test_leak_refused (Fixture      *fixture,
                   gconstpointer data)
{
  const char *const formats[] = { "csv", "mermaid", "gitlab-csv", "gitlab-md", "ics", "mspdi" };
  const struct
  {
    GType       type;
    gint64      id;
    const char *property;
    const char *place;
  } texts[] = {
    { QD_TYPE_TASK, 0x36, "title", "Title of the task" },
    { QD_TYPE_TASK, 0x32, "notes", "Notes of the task “Discovery workshop”" },
    { QD_TYPE_TASK, 0x33, "owner", "Owner of the task" },
    { QD_TYPE_OBJECTIVE, 0x22, "summary", "Summary of the objective “Runners that scale”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gpointer draft = qd_record_dup_draft (qd_portfolio_lookup (fixture->portfolio, texts[i].type, texts[i].id));

      g_object_set (draft, texts[i].property, "As VOLQUARRA-RE’s board wants it", NULL);
      save (fixture, draft);

      for (gsize n = 0; n < G_N_ELEMENTS (formats); n++)
        {
          g_autoptr(GError) error = NULL;
          const QdFormat *format = qd_format_find (formats[n]);
          QdFormatOptions options = { { QD_REPORT_PAPER_LOCALE, QD_DAY_NONE, NULL, FALSE }, { .stamp = STAMP } };
          g_autoptr(GBytes) bytes =
                        format->create (fixture->portfolio, QD_EXCHANGE_KIND_PLAN, PLAN, QD_AUDIENCE_INTERNAL, &options, &error);

          g_assert_null (bytes);
          g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_AUDIENCE);

          if (strstr (error->message, texts[i].place) == NULL)
            g_error ("“%s” does not say “%s”", error->message, texts[i].place);
        }

      qd_test_undo (fixture->store);
    }
}

/* A day off has a name only where there are calendars. */
static void
test_leak_of_calendar (Fixture      *fixture,
                       gconstpointer data)
{
  GType           type = g_type_from_name ("QdClosure");
  gpointer        draft = qd_record_dup_draft (qd_portfolio_lookup (fixture->portfolio, type, 0x82));
  QdFormatOptions options = { { QD_REPORT_PAPER_LOCALE, QD_DAY_NONE, NULL, FALSE }, { .stamp = STAMP } };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) chart = NULL;
  g_autoptr(GBytes) project = NULL;

  g_object_set (draft, "name", "Visit to Volquarra Re", NULL);
  save (fixture, draft);
  chart = qd_format_find ("mermaid")->create (
      fixture->portfolio, QD_EXCHANGE_KIND_PLAN, PLAN, QD_AUDIENCE_INTERNAL, &options, &error);
  g_assert_no_error (error);
  g_assert_nonnull (chart);
  project = qd_format_find ("mspdi")->create (
      fixture->portfolio, QD_EXCHANGE_KIND_PLAN, PLAN, QD_AUDIENCE_INTERNAL, &options, &error);
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_AUDIENCE);
  g_assert_nonnull (strstr (error->message, "the name of a day off"));
}

/* Mermaid */

static void
test_mermaid (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(QdPlanOutline) outline = gather (fixture, QD_AUDIENCE_CUSTOMER);
  const gint64     critical[] = { 0x32, 0x3c };
  QdOutlineOptions options = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  qd_plan_outline_mark_critical (outline, critical, G_N_ELEMENTS (critical));
  bytes = qd_mermaid_write (outline, &options, &error);
  g_assert_no_error (error);
  text = dup_bytes (bytes);
  g_assert_cmpstr (text, ==,
                   "```mermaid\n"
                   "gantt\n"
                   "  title Volquarra Re – CI/CD accelerator\n"
                   "  dateFormat YYYY-MM-DD HH:mm\n"
                   "  axisFormat %d %b\n"
                   "  section Discovery\n"
                   "    Kick-off :done, t1, 2026-10-05 10:00, 2026-10-05 11:00\n"
                   "    Discovery workshop :crit, t2, 2026-10-06 09:30, 2026-10-06 11:00\n"
                   "    1#46; Baseline#58; where are we#59; #35;now#44; “really”? :active, t3, 2026-10-07 00:00, 2026-10-10 00:00\n"
                   "    Outcomes document accepted :milestone, t4, 2026-10-09 00:00, 2026-10-10 00:00\n"
                   "  section Delivery#58; sprints\n"
                   "    Sprint 1 :t5, 2026-10-12 00:00, 2026-10-22 00:00\n"
                   "    #99;all the pipelines team – 日本語 🚀 :active, t6, 2026-10-12 00:00, 2026-10-17 00:00\n"
                   "    عربي#58; من اليمين إلى اليسار :t7, 2026-10-19 00:00, 2026-10-22 00:00\n"
                   "    #115;ection 8 of the audit#44; 100#37; done :active, t8, 2026-10-22 10:00, 2026-10-27 16:00\n"
                   "  section Reporting\n"
                   "    Close-out :t9, 2026-11-02 00:00, 2026-11-04 00:00\n"
                   "    =SUM(A1#58;A9) :crit, milestone, t10, 2026-11-04 12:00, 2026-11-04 12:00\n"
                   "  section No Phase\n"
                   "    #45; [ ] not a list :t11, 2026-11-05 00:00, 2026-11-07 00:00\n"
                   "```\n");
}

static void
test_mermaid_only (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(QdPlanOutline) outline = gather (fixture, QD_AUDIENCE_ME);
  QdOutlineOptions milestones = { QD_OUTLINE_ONLY_MILESTONES };
  QdOutlineOptions summaries = { QD_OUTLINE_ONLY_SUMMARIES };
  g_autoptr(GBytes) few = qd_mermaid_write (outline, &milestones, NULL);
  g_autoptr(GBytes) some = qd_mermaid_write (outline, &summaries, NULL);
  g_autofree char *few_text = dup_bytes (few);
  g_autofree char *some_text = dup_bytes (some);

  g_assert_nonnull (strstr (few_text,
                            "  section Discovery\n"
                            "    Outcomes document accepted :milestone, t1, 2026-10-09 00:00, 2026-10-10 00:00\n"
                            "  section Reporting\n"
                            "    =SUM(A1#58;A9) :milestone, t2, 2026-11-04 12:00, 2026-11-04 12:00\n"
                            "```\n"));
  g_assert_nonnull (strstr (some_text,
                            "  section Discovery\n"
                            "    Discovery :active, t1, 2026-10-05 00:00, 2026-10-10 00:00\n"
                            "    Outcomes document accepted :milestone, t2, 2026-10-09 00:00, 2026-10-10 00:00\n"
                            "  section Delivery#58; sprints\n"
                            "    Sprint 1 :t3, 2026-10-12 00:00, 2026-10-22 00:00\n"
                            "  section Reporting\n"
                            "    Reporting :t4, 2026-11-02 00:00, 2026-11-05 00:00\n"));
}

/* Returns: (transfer full): a plan of @n tasks of a day each */
static QdPlanOutline *
create_plan (guint n)
{
  QdPlanOutline *outline = qd_plan_outline_new_empty ();

  outline->name = g_strdup ("Plan");
  outline->customer = g_strdup ("Acme");
  outline->start = 20738;
  outline->target = 20800;
  outline->calendars = qd_plan_calendars_new (NULL, NULL, NULL, NULL, 20700, 21200);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %u", i);
      QdOutlineTask   *task = qd_plan_outline_add_task (outline, title);

      task->id = i + 1;
      task->start = task->due = 20738 + (int)i % 5;
    }

  qd_plan_outline_arrange (outline);

  return outline;
}

/* GitLab’s limits, counted in characters of the chart */
static void
test_mermaid_limits (void)
{
  QdOutlineOptions options = { 0 };
  QdOutlineOptions milestones = { QD_OUTLINE_ONLY_MILESTONES };
  g_autoptr(QdPlanOutline) small = create_plan (50);
  g_autoptr(QdPlanOutline) middle = create_plan (200);
  g_autoptr(QdPlanOutline) large = create_plan (1200);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_auto(GStrv) losses = qd_plan_outline_list_losses (middle, "mermaid", &options);

  g_assert_false (qd_mermaid_needs_click (small, &options));
  g_assert_true (qd_mermaid_needs_click (middle, &options));
  g_assert_true (g_strv_contains ((const char *const *)losses,
                                  "GitLab draws a chart of more than 5000 characters only after a click"));
  g_assert_null (qd_mermaid_write (large, &options, &error));
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_TARGET);
  g_assert_nonnull (strstr (error->message, "only milestones"));
  bytes = qd_mermaid_write (large, &milestones, NULL);
  g_assert_nonnull (bytes);
}

/* Tables */

static GPtrArray *
parse_csv (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = qd_csv_decode (bytes, &error);
  GPtrArray       *rows;

  g_assert_no_error (error);
  rows = qd_csv_parse (text, ',', &error);
  g_assert_no_error (error);

  return rows;
}

static const char *
get_field (GPtrArray  *rows,
           guint       row,
           const char *column)
{
  QdCsvRow *header = g_ptr_array_index (rows, 0);

  for (guint i = 0; i < header->n_fields; i++)
    {
      if (g_str_equal (header->fields[i], column))
        return ((QdCsvRow *)g_ptr_array_index (rows, row))->fields[i];
    }

  g_error ("No column %s", column);
}

static void
test_csv (Fixture      *fixture,
          gconstpointer data)
{
  const struct
  {
    guint       row;
    const char *column;
    const char *value;
  } cells[] = {
    { 1, "Title", "Kick-off" },
    { 1, "Start Time", "10:00" },
    { 1, "Due Time", "11:00" },
    { 1, "Predecessors", "" },
    { 2, "Predecessors", "1" },
    { 2, "Works On", "Working Days of Both" },
    { 2, "Duration", "90" },
    { 3, "Predecessors", "2FS+1h" },
    { 3, "Progress", "40" },
    { 3, "Source", "services: baseline" },
    { 4, "Predecessors", "3FF" },
    { 4, "Constraint", "Finish Not After" },
    { 4, "Constraint Day", "2026-10-12" },
    { 6, "Outline Number", "5.1" },
    { 6, "Row", "6" },
    { 6, "Predecessors", "4FS+2d" },
    { 6, "Phase", "Delivery: sprints" },
    { 6, "Objective", "Runners that scale" },
    { 9, "Predecessors", "6SS-1d; 8" },
    { 9, "Constraint Time", "10:00" },
    { 11, "Predecessors", "9FS+3ed" },
    { 12, "Title", "'=SUM(A1:A9)" },
    { 12, "Predecessors", "11SF+30m" },
  };
  g_autoptr(QdPlanOutline) outline = gather (fixture, QD_AUDIENCE_ME);
  g_autoptr(GBytes) bytes = qd_plan_csv_write (outline);
  g_autoptr(GPtrArray) rows = parse_csv (bytes);

  g_assert_cmpuint (rows->len, ==, 14);

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (get_field (rows, cells[i].row, cells[i].column), ==, cells[i].value);
}

static void
test_gitlab_csv (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(QdPlanOutline) outline = gather (fixture, QD_AUDIENCE_ME);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = qd_gitlab_csv_write (outline, &error);
  g_autoptr(GPtrArray) rows = NULL;

  g_assert_no_error (error);
  rows = parse_csv (bytes);
  g_assert_cmpuint (rows->len, ==, 14);
  g_assert_cmpstr (get_field (rows, 1, "description"), ==,
                   "## Update\n\n"
                   "- Phase: Discovery\n"
                   "- Objective: Pipelines in ten minutes\n"
                   "- Start: 2026-10-05\n"
                   "- Customer Owner: Jolanda Ferreira-Whitt\n\n"
                   "/label ~\"SP Initiative::Status::On Track\"\n"
                   "/assign @maren.ilves\n"
                   "/due 2026-10-05\n"
                   "/health_status on_track\n"
                   "/epic https://gitlab.example.com/groups/volquarra/-/epics/12\n");

  /* What a person wrote is no command. */
  g_assert_cmpstr (get_field (rows, 2, "description"), ==,
                   "## Update\n\n"
                   "Bring the pipeline figures.\n"
                   "\\/close\n"
                   "Two rooms, “Nord” & <Süd>; 50% remote, x;y,z\\w.\n\n"
                   "- Phase: Discovery\n"
                   "- Objective: Pipelines in ten minutes\n"
                   "- Start: 2026-10-06\n"
                   "- Owner: Maren Ilves\n"
                   "- Customer Owner: Amrit Bhandari\n\n"
                   "- [x] Room booked\n"
                   "- [ ] Agenda sent\n\n"
                   "/label ~\"SP Initiative::Status::Not Started\"\n"
                   "/due 2026-10-06\n"
                   "/epic https://gitlab.example.com/groups/volquarra/-/epics/12\n");
  g_assert_nonnull (strstr (get_field (rows, 3, "description"), "/health_status on_track\n/estimate 1d 30m\n"));
  g_assert_nonnull (strstr (get_field (rows, 6, "description"), "/health_status needs_attention\n"));
  g_assert_nonnull (strstr (get_field (rows, 9, "description"), "/health_status at_risk\n"));
  g_assert_cmpstr (get_field (rows, 12, "title"), ==, " =SUM(A1:A9)");
  g_assert_cmpstr (get_field (rows, 13, "title"), ==, " - [ ] not a list");
  g_assert_cmpstr (get_field (rows, 10, "due_date"), ==, "");
  g_assert_cmpstr (get_field (rows, 12, "due_date"), ==, "2026-11-04");
  g_assert_cmpstr (get_field (rows, 12, "milestone"), ==, "");
  g_assert_cmpstr (get_field (rows, 12, "type"), ==, "issue");
}

static void
test_gitlab_limit (void)
{
  g_autoptr(QdPlanOutline) outline = create_plan (120);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < outline->tasks->len; i++)
    qd_plan_outline_get_task (outline, i)->notes = g_strnfill (100000, 'x');

  g_assert_null (qd_gitlab_csv_write (outline, &error));
  g_assert_error (error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_TARGET);
  g_assert_nonnull (strstr (error->message, "10 MB"));
}

/* The headings and labels of the handbook's page on success plans */
static void
test_gitlab_md (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(QdPlanOutline) outline = gather (fixture, QD_AUDIENCE_ME);
  g_autoptr(QdPlanOutline) customer = gather (fixture, QD_AUDIENCE_CUSTOMER);
  g_autoptr(GBytes) bytes = qd_gitlab_md_write (outline);
  g_autoptr(GBytes) customer_bytes = qd_gitlab_md_write (customer);
  g_autofree char *text = dup_bytes (bytes);
  g_autofree char *customer_text = dup_bytes (customer_bytes);

  g_assert_true (g_str_has_prefix (text,
                                   "# Epic: Pipelines in ten minutes\n\n"
                                   "## Summary\n\n"
                                   "See https://gitlab.example.com/groups/volquarra/-/epics/12 for the epic.\n\n"
                                   "Two releases a week.\n\n"
                                   "- Customer Owner: Jolanda Ferreira-Whitt\n\n"
                                   "### Successes\n\n"
                                   "First pipeline moved.\n\n"
                                   "### Risks\n\n"
                                   "They may churn.\n\n"
                                   "## Success Criteria\n\n"
                                   "- Baseline: The median is 41 minutes.\n"
                                   "- Target: The median is ten minutes or less.\n"
                                   "  \\/label is no command here\n"
                                   "- Date: 2026-11-06\n\n"
                                   "## Updates\n\n"
                                   "/label ~\"SP Objective\" ~\"SP Objective::Status::On Track\" ~\"Verifiable Outcome::Accepted\""
                                   " ~\"UseCase::CI\" ~\"Priority::High\" ~\"Success Accelerator\"\n"
                                   "/assign @maren.ilves\n"
                                   "/due 2026-11-06\n\n"
                                   "---\n\n"
                                   "# Issue: Kick-off\n\n"
                                   "## Update\n"));
  g_assert_nonnull (strstr (text, "---\n\n# Epic: Runners that scale\n\n## Summary\n\n## Success Criteria\n\n## Updates\n\n"
                                  "/label ~\"SP Objective\" ~\"SP Objective::Status::Not Started\" ~\"UseCase::Infrastructure\"\n\n---\n"));
  g_assert_null (strstr (customer_text, "Risks"));
  g_assert_null (strstr (customer_text, "churn"));
  g_assert_null (strstr (customer_text, "Success Accelerator"));
  g_assert_nonnull (strstr (customer_text, "### Successes"));
}

static void
test_gitlab_user (void)
{
  g_assert_true (qd_gitlab_is_user ("@ada"));
  g_assert_true (qd_gitlab_is_user ("@ada.love-lace_1"));
  g_assert_false (qd_gitlab_is_user ("ada"));
  g_assert_false (qd_gitlab_is_user ("@"));
  g_assert_false (qd_gitlab_is_user ("@ada lovelace"));
  g_assert_false (qd_gitlab_is_user ("@-ada"));
  g_assert_false (qd_gitlab_is_user (NULL));
}

/* iCalendar: what tests/check-exports.py does not see, since it reads unfolded lines */
static void
test_ics_lines (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(QdPlanOutline) outline = gather (fixture, QD_AUDIENCE_ME);
  QdOutlineOptions options = { .stamp = STAMP, .all_tasks = TRUE };
  QdOutlineOptions later = { .stamp = STAMP + 3600, .all_tasks = TRUE };
  g_autoptr(GBytes) bytes = qd_ics_write (outline, &options);
  g_autoptr(GBytes) again = qd_ics_write (outline, &options);
  g_autoptr(GBytes) changed = qd_ics_write (outline, &later);
  g_autofree char *text = dup_bytes (bytes);
  g_autofree char *later_text = dup_bytes (changed);
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint n_folded = 0;

  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (text, "\r\nSEQUENCE:3624960\r\n"));
  g_assert_nonnull (strstr (later_text, "\r\nSEQUENCE:3625020\r\n"));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
      n_folded += lines[i][0] == ' ';
    }

  g_assert_cmpuint (n_folded, >, 5);
}

/* What is lost, against what the files have: a thing that is said to be left out makes no difference to the bytes, and
 * any other makes one. */

typedef struct
{
  const char *sentence; /* a part of it that no other has; after “=” all of it */
  void (*give) (QdPlanOutline *outline);
} Feature;

static QdOutlineTask *
first_task (QdPlanOutline *outline)
{
  return qd_plan_outline_get_task (outline, 0);
}

static void
give_time (QdPlanOutline *outline)
{
  first_task (outline)->start_time = 600;
  first_task (outline)->due_time = 1000;
}

static void
give_duration (QdPlanOutline *outline)
{
  first_task (outline)->duration = 300;
}

static void
give_progress (QdPlanOutline *outline)
{
  first_task (outline)->progress = 30;
}

static void
give_on_track (QdPlanOutline *outline)
{
  first_task (outline)->status = QD_TASK_STATUS_ON_TRACK;
}

static void
give_concern (QdPlanOutline *outline)
{
  first_task (outline)->status = QD_TASK_STATUS_CONCERN;
}

static void
give_done (QdPlanOutline *outline)
{
  first_task (outline)->status = QD_TASK_STATUS_DONE;
  first_task (outline)->progress = 100;
}

/* So that a summary is no longer than it was. */
static void
give_same_days (QdPlanOutline *outline)
{
  qd_plan_outline_get_task (outline, 2)->start = qd_plan_outline_get_task (outline, 1)->start;
  qd_plan_outline_get_task (outline, 2)->due = qd_plan_outline_get_task (outline, 1)->due;
}

static void
give_parent (QdPlanOutline *outline)
{
  qd_plan_outline_get_task (outline, 2)->parent = 1;
  qd_plan_outline_arrange (outline);
}

static void
give_owner (QdPlanOutline *outline)
{
  first_task (outline)->owner = g_strdup ("Maren Okafor");
}

static void
give_customer_owner (QdPlanOutline *outline)
{
  first_task (outline)->customer_owner = g_strdup ("Amrit Bhandari");
}

static void
give_notes (QdPlanOutline *outline)
{
  first_task (outline)->notes = g_strdup ("Notes");
}

static void
give_checks (QdPlanOutline *outline)
{
  QdOutlineCheck *check = g_new0 (QdOutlineCheck, 1);

  check->title = g_strdup ("Booked");
  g_ptr_array_add (first_task (outline)->checks, check);
}

static void
give_work (QdPlanOutline *outline)
{
  first_task (outline)->work = 90;
}

static void
give_side (QdPlanOutline *outline)
{
  first_task (outline)->side = QD_TASK_SIDE_OURS;
}

static void
give_constraint (QdPlanOutline *outline)
{
  first_task (outline)->constraint_kind = QD_CONSTRAINT_KIND_NOT_AFTER;
  first_task (outline)->constraint_day = 20750;
}

static void
give_module (QdPlanOutline *outline)
{
  first_task (outline)->content_module = g_strdup ("ci-cd");
}

static void
give_source (QdPlanOutline *outline)
{
  first_task (outline)->source = g_strdup ("handbook");
}

static void
give_link (QdPlanOutline *outline)
{
  qd_plan_outline_add_link (outline, (QdOutlineLink){ 0, 2, QD_LINK_KIND_FINISH_START, 0, FALSE });
  qd_plan_outline_arrange (outline);
}

static void
give_lag (QdPlanOutline *outline)
{
  g_array_index (outline->links, QdOutlineLink, 0).lag = 480;
}

static void
give_dayless (QdPlanOutline *outline)
{
  qd_plan_outline_add_task (outline, "Someday")->kind = QD_TASK_KIND_CALL;
  qd_plan_outline_arrange (outline);
}

static void
give_baseline (QdPlanOutline *outline)
{
  QdOutlineBaseline    *baseline = qd_plan_outline_add_baseline (outline, "As agreed");
  QdOutlineBaselineTask was = { 0, 20738, 20739, QD_INTEGER_NONE, QD_INTEGER_NONE, QD_INTEGER_NONE };

  g_array_append_val (baseline->tasks, was);
}

static void
give_baseline_name (QdPlanOutline *outline)
{
  g_set_str (&((QdOutlineBaseline *)g_ptr_array_index (outline->baselines, 0))->name, "As agreed again");
}

static void
give_objective (QdPlanOutline *outline)
{
  qd_plan_outline_add_objective (outline, "Ten minutes");
  first_task (outline)->objective = (int)outline->objectives->len - 1;
}

static void
give_objective_words (QdPlanOutline *outline)
{
  g_set_str (&qd_plan_outline_get_objective (outline, 0)->criteria, "The median");
}

static void
give_phase_days (QdPlanOutline *outline)
{
  qd_plan_outline_get_phase (outline, 0)->last++;
}

static void
give_status_day (QdPlanOutline *outline)
{
  outline->status_day = 20740;
}

static void
give_workshop (QdPlanOutline *outline)
{
  first_task (outline)->kind = QD_TASK_KIND_WORKSHOP;
}

static void
give_nothing (QdPlanOutline *outline)
{
}

static const Feature features[] = {
  { "time of day", give_time },
  { "duration", give_duration },
  { "Progress", give_progress },
  { "belong", give_owner },
  { "belong", give_customer_owner },
  { "notes", give_notes },
  { "checklist", give_checks },
  { "work of", give_work },
  { "working days", give_side },
  { "constraint", give_constraint },
  { "content module", give_module },
  { "source", give_source },
  { "link", give_link },
  { "=1 baseline is left out", give_baseline },
  { "=1 objective is left out", give_objective },
  { "without days", give_dayless },
  { "workshop", give_workshop },
  { "status day", give_status_day },
};

/* The same for what only counts where there is something else */
static const struct
{
  Feature     feature;
  const char *sentence;
  void (*first) (QdPlanOutline *outline);
} parts[] = {
  { { "lag", give_lag }, "=1 link is left out", give_link },
  { { "concern", give_concern }, NULL, give_on_track },
  { { "done", give_done }, NULL, give_on_track },
  { { "below", give_parent }, NULL, give_same_days },
  { { "but for its name", give_objective_words }, "=1 objective is left out", give_objective },
  { { "name and the progress of", give_baseline_name }, "=1 baseline is left out", give_baseline },
  { { "days of", give_phase_days }, NULL, give_nothing },
};

static const char *const lossy[] = { "csv", "mermaid", "gitlab-csv", "gitlab-md", "ics", "mspdi" };

static GBytes *
write_as (const QdPlanOutline *outline,
          const char          *format)
{
  QdOutlineOptions options = { .all_tasks = TRUE, .no_alarms = TRUE, .stamp = STAMP };

  return g_str_equal (format, "csv")          ? qd_plan_csv_write (outline)
         : g_str_equal (format, "mermaid")    ? qd_mermaid_write (outline, &options, NULL)
         : g_str_equal (format, "gitlab-csv") ? qd_gitlab_csv_write (outline, NULL)
         : g_str_equal (format, "gitlab-md")  ? qd_gitlab_md_write (outline)
         : g_str_equal (format, "ics")        ? qd_ics_write (outline, &options)
                                              : qd_mspdi_write (outline);
}

static gboolean
is_said_lost (const QdPlanOutline *outline,
              const char          *format,
              const char          *sentence)
{
  QdOutlineOptions options = { .all_tasks = TRUE, .no_alarms = TRUE, .stamp = STAMP };
  g_auto(GStrv) losses = qd_plan_outline_list_losses (outline, format, &options);

  for (guint i = 0; losses[i] != NULL; i++)
    {
      if (*sentence == '=' ? g_str_equal (losses[i], sentence + 1) : strstr (losses[i], sentence) != NULL)
        return TRUE;
    }

  return FALSE;
}

static QdPlanOutline *
create_phased_plan (void)
{
  QdPlanOutline  *outline = create_plan (3);
  QdOutlinePhase *phase = qd_plan_outline_add_phase (outline, "Discovery");

  phase->first = 20738;
  phase->last = 20750;

  for (guint i = 0; i < 3; i++)
    qd_plan_outline_get_task (outline, i)->phase = 0;

  return outline;
}

static void
check_loss (const char *format,
            void (*first) (QdPlanOutline *outline),
            const Feature *feature,
            const char    *sentence)
{
  g_autoptr(QdPlanOutline) without = create_phased_plan ();
  g_autoptr(QdPlanOutline) with = create_phased_plan ();
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  gboolean lost;

  first (without);
  first (with);
  feature->give (with);
  before = write_as (without, format);
  after = write_as (with, format);
  lost = is_said_lost (with, format, feature->sentence) || (sentence != NULL && is_said_lost (with, format, sentence));

  if (g_bytes_equal (before, after) != lost)
    g_error ("%s: “%s” is %s, and the bytes are %s",
             format,
             feature->sentence,
             lost ? "said to be lost" : "not said to be lost",
             lost ? "not alike" : "alike");
}

static void
test_losses (void)
{
  for (gsize n = 0; n < G_N_ELEMENTS (lossy); n++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (features); i++)
        check_loss (lossy[n], give_nothing, &features[i], NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        check_loss (lossy[n], parts[i].first, &parts[i].feature, parts[i].sentence);
    }
}

/* A plan with nothing that is lost loses nothing; JSON loses nothing of any. */
static void
test_no_losses (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(QdPlanOutline) all = gather (fixture, QD_AUDIENCE_ME);
  g_autoptr(QdPlanOutline) plain = create_plan (3);
  QdOutlineOptions options = { .all_tasks = TRUE };
  g_auto(GStrv) json = qd_plan_outline_list_losses (all, "json", &options);
  g_auto(GStrv) pdf = qd_plan_outline_list_losses (all, "pdf", &options);

  g_assert_cmpuint (g_strv_length (json), ==, 0);
  g_assert_cmpuint (g_strv_length (pdf), ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (lossy); i++)
    {
      g_auto(GStrv) losses = qd_plan_outline_list_losses (plain, lossy[i], &options);

      if (losses[0] != NULL)
        g_error ("%s: “%s”", lossy[i], losses[0]);
    }
}

/* The numbers, counted by hand in the fixture */
static void
test_loss_counts (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(QdPlanOutline) outline = gather (fixture, QD_AUDIENCE_ME);
  QdOutlineOptions options = { 0 };
  const struct
  {
    const char *format;
    const char *losses;
  } cases[] = {
    { "mermaid",
      "1 task without days is left out|The durations of 2 tasks become their days|9 links become dates|5 lags become dates|"
      "Progress of 2 tasks is left out|That 2 tasks are a watchpoint or a concern is left out|That 3 tasks are workshops or calls is left out|"
      "3 tasks are no longer below their summary|Who 7 tasks belong to is left out|The notes of 2 tasks are left out|"
      "The checklist of 1 task is left out|The work of 1 task is left out|Whose working days 2 tasks keep is left out|"
      "The constraints of 3 tasks are left out|The content module of 1 task is left out|The source of 1 task is left out|"
      "The days of 3 phases are left out|2 objectives are left out|1 baseline is left out|The plan’s strategy and highlights are left out" },
    { "ics",
      "1 task without days is left out|7 tasks that are no workshops, calls or milestones are left out|9 links become dates|5 lags become dates|That 1 task is done is left out|"
      "The checklist of 1 task is left out|Whose working days 1 task keeps is left out|The constraint of 1 task is left out|"
      "The content module of 1 task is left out|The days of 3 phases are left out|2 objectives are left out|1 baseline is left out|"
      "The plan’s strategy and highlights are left out" },
    { "mspdi",
      "The checklist of 1 task is left out|2 objectives are left out but for their names|"
      "The name and the progress of 1 baseline are left out|The plan’s strategy and highlights are left out" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) losses = qd_plan_outline_list_losses (outline, cases[i].format, &options);
      g_autofree char *joined = g_strjoinv ("|", losses);

      g_assert_cmpstr (joined, ==, cases[i].losses);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/exports/outline", test_outline);
  ADD ("/exports/audiences", test_audiences);
  ADD ("/exports/hidden-summary", test_hidden_summary);
  ADD ("/exports/leak-refused", test_leak_refused);
  ADD ("/exports/leak-of-calendar", test_leak_of_calendar);
  ADD ("/exports/mermaid", test_mermaid);
  ADD ("/exports/mermaid-only", test_mermaid_only);
  g_test_add_func ("/exports/mermaid-limits", test_mermaid_limits);
  ADD ("/exports/csv", test_csv);
  ADD ("/exports/gitlab-csv", test_gitlab_csv);
  g_test_add_func ("/exports/gitlab-limit", test_gitlab_limit);
  ADD ("/exports/gitlab-md", test_gitlab_md);
  g_test_add_func ("/exports/gitlab-user", test_gitlab_user);
  ADD ("/exports/ics-lines", test_ics_lines);
  g_test_add_func ("/exports/losses", test_losses);
  ADD ("/exports/no-losses", test_no_losses);
  ADD ("/exports/loss-counts", test_loss_counts);

  return g_test_run ();
}
