/* test-timeline-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "qd-closure.h"
#include "qd-slip-text.h"
#include "qd-test-timeline.h"
#include "qd-timeline-drawing.h"
#include "qd-timeline-words.h"
#include "qd-working-calendar.h"

static void
assert_words (QdTestTimeline *fixture,
              QdTask         *task,
              const char     *expected)
{
  g_autofree char *words = qd_timeline_dup_row_words (fixture->model, qd_test_get_row (fixture, task));

  g_assert_cmpstr (words, ==, expected);
}

static QdPlanNetwork *
get_network (QdTestTimeline *fixture)
{
  return qd_plan_schedule_get_network (qd_timeline_model_get_schedule (fixture->model, 0));
}

/* What a screen reader says of a bar after its title. Go-live in the fourth week gives the others room. */
static void
test_row (QdTestTimeline *fixture,
          gconstpointer   data)
{
  QdTask          *design = qd_test_add_task (fixture, "Design", 0, 1), *build = qd_test_add_task (fixture, "Build", 2, 4);
  QdTask          *live = qd_test_add_milestone (fixture, "Go-live", 25);
  QdTask          *nowhere = qd_test_add_task (fixture, "Someday", QD_DAY_NONE, QD_DAY_NONE);
  g_autofree char *place = NULL;

  qd_test_add_link (fixture, design, build);
  assert_words (fixture, design, "Mon 1 Jun – Tue 2 Jun · 2 d · 0 % done · float 15 d");
  assert_words (fixture, build, "Wed 3 Jun – Fri 5 Jun · 3 d · 0 % done · float 15 d · waits for “Design”");
  assert_words (fixture, live, "Fri 26 Jun · critical");
  assert_words (fixture, nowhere, "No day yet · 0 % done");
  place = qd_timeline_dup_place_words (fixture->model, qd_test_get_row (fixture, build));
  g_assert_cmpstr (place, ==, "row 2 of 4");

  /* Half done, and late */
  qd_test_change (fixture, design, "progress", G_GINT64_CONSTANT (50));
  qd_timeline_model_set_today (fixture->model, QD_TEST_MONDAY + 2);
  assert_words (fixture, design, "Mon 1 Jun – Tue 2 Jun · 2 d · 50 % done · late · float 15 d");
  qd_test_change (fixture, design, "status", QD_TASK_STATUS_DONE, "progress", G_GINT64_CONSTANT (100));
  assert_words (fixture, design, "Mon 1 Jun – Tue 2 Jun · 2 d · done");

  /* One day goes without saying it twice; hours where it is hours; another year is said. */
  qd_test_change (fixture, design, "due", QD_TEST_MONDAY);
  assert_words (fixture, design, "Mon 1 Jun · 1 d · done");
  qd_test_change (fixture, design, "start-time", G_GINT64_CONSTANT (600), "due-time", G_GINT64_CONSTANT (720));
  assert_words (fixture, design, "Mon 1 Jun, 10:00 – 12:00 · 2 h · done");
  qd_timeline_model_set_today (fixture->model, QD_TEST_MONDAY - 365);
  assert_words (fixture, live, "26 Jun 2026 · critical");
}

/* Nobody listens to more than four. */
static void
test_many_predecessors (QdTestTimeline *fixture,
                        gconstpointer   data)
{
  QdTask          *task = qd_test_add_task (fixture, "Task", 4, 4);
  g_autofree char *words = NULL;

  for (int i = 0; i < 6; i++)
    {
      g_autofree char *title = g_strdup_printf ("Before %d", i);

      qd_test_add_link (fixture, qd_test_add_task (fixture, title, 0, 0), task);
    }

  words = qd_timeline_dup_row_words (fixture->model, qd_test_get_row (fixture, task));
  g_assert_true (g_str_has_suffix (
      words, " · waits for “Before 0”, “Before 1”, “Before 2”, “Before 3” and 2 more"));
}

/* A group says from when until when, and how far it is. */
static void
test_group (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTask          *one = qd_test_add_task (fixture, "One", 0, 1);
  g_autofree char *words = NULL;

  qd_test_add_task (fixture, "Two", 7, 8);
  qd_test_change (fixture, one, "progress", G_GINT64_CONSTANT (50));
  qd_timeline_model_set_grouping (fixture->model, QD_TIMELINE_GROUPING_OWNER);
  words = qd_timeline_dup_row_words (fixture->model, 0);
  g_assert_cmpstr (words, ==, "Mon 1 Jun – Tue 9 Jun · 25 % done");
}

static void
test_links (QdTestTimeline *fixture,
            gconstpointer   data)
{
  static const struct
  {
    QdLinkKind  kind;
    int         lag;
    gboolean    elapsed;
    const char *words;
  } cases[] = {
    { QD_LINK_KIND_FINISH_START, 0, FALSE, "“Build” starts when “Design” is finished" },
    { QD_LINK_KIND_FINISH_START, 960, FALSE, "“Build” starts when “Design” is finished, and 2 d more" },
    { QD_LINK_KIND_FINISH_START, -240, FALSE, "“Build” starts when “Design” is finished, less 4 h" },
    { QD_LINK_KIND_FINISH_START, 3 * 1440, TRUE, "“Build” starts when “Design” is finished, and 3 calendar days more" },
    { QD_LINK_KIND_FINISH_START, 1440, TRUE, "“Build” starts when “Design” is finished, and 1 calendar day more" },
    { QD_LINK_KIND_FINISH_START, 2160, TRUE, "“Build” starts when “Design” is finished, and 36 h more" },
    { QD_LINK_KIND_START_START, 0, FALSE, "“Build” starts when “Design” has started" },
    { QD_LINK_KIND_FINISH_FINISH, 0, FALSE, "“Build” is finished when “Design” is finished" },
    { QD_LINK_KIND_START_FINISH, 0, FALSE, "“Build” is finished when “Design” has started" },
  };
  QdTask *design = qd_test_add_task (fixture, "Design", 0, 1), *build = qd_test_add_task (fixture, "Build", 7, 8);
  QdLink *link = qd_test_add_link (fixture, design, build);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;

      qd_test_change (
          fixture, link, "kind", cases[i].kind, "lag", (gint64)cases[i].lag, "elapsed", cases[i].elapsed);
      words = qd_timeline_dup_link_words (fixture->model, 0, 0);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
assert_link_trial (QdTestTimeline *fixture,
                   guint           from,
                   guint           to,
                   gboolean        to_end,
                   const char     *expected,
                   gboolean        expect_refused)
{
  gboolean         refused = !expect_refused;
  g_autofree char *words = qd_timeline_dup_link_trial_words (fixture->model,
                                                             qd_timeline_model_get_row (fixture->model, from),
                                                             qd_timeline_model_get_row (fixture->model, to),
                                                             to_end,
                                                             &refused);

  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpint (refused, ==, expect_refused);
}

static void
test_link_trial (QdTestTimeline *fixture,
                 gconstpointer   data)
{
  QdTask *design = qd_test_add_task (fixture, "Design", 0, 1), *build = qd_test_add_task (fixture, "Build", 7, 8);
  QdTask *summary = qd_test_add_task (fixture, "All", QD_DAY_NONE, QD_DAY_NONE);

  qd_test_add_child (fixture, summary, "Part", 0, 0);
  assert_link_trial (fixture, 0, 1, FALSE, "“Build” starts when “Design” is finished", FALSE);
  assert_link_trial (fixture, 0, 1, TRUE, "“Build” is finished when “Design” is finished", FALSE);
  qd_test_add_link (fixture, design, build);
  assert_link_trial (fixture, 0, 1, FALSE, "They are linked already", TRUE);
  assert_link_trial (fixture, 1, 0, FALSE, "“Design” would wait for itself", TRUE);

  /* What is part of something cannot wait for all of it, nor the other way round. */
  assert_link_trial (fixture, 2, 3, FALSE, "“Part” would wait for itself", TRUE);
  assert_link_trial (fixture, 3, 2, FALSE, "“All” would wait for itself", TRUE);
}

static void
test_float (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTask          *task = qd_test_add_task (fixture, "Task", 0, 3);
  g_autofree char *critical = NULL, *negative = NULL, *finding = NULL;
  GArray          *findings;

  critical = qd_timeline_dup_float_words (get_network (fixture), 0);
  g_assert_cmpstr (critical, ==, "0 min");
  qd_test_change (
      fixture, task, "constraint-kind", QD_CONSTRAINT_KIND_NOT_AFTER, "constraint-day", QD_TEST_MONDAY + 1);
  negative = qd_timeline_dup_float_words (get_network (fixture), 0);
  g_assert_cmpstr (negative, ==, "−2 d");
  findings = qd_plan_schedule_get_findings (qd_timeline_model_get_schedule (fixture->model, 0));
  g_assert_cmpuint (findings->len, ==, 1);
  finding = qd_timeline_dup_finding_words (
      get_network (fixture), &g_array_index (findings, QdScheduleFinding, 0), QD_TEST_MONDAY);
  g_assert_cmpstr (finding, ==, "“Task” ends after Tue 2 Jun, by which it is to be finished");
}

/* A freeze of theirs, and a window of an hour */
static void
test_bands (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdWorkingCalendar    *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
  QdClosure            *freeze = qd_record_new_draft (QD_TYPE_CLOSURE);
  const QdCalendarBand *bands;
  guint                 n_bands, n_found = 0;

  g_object_set (calendar, "account", qd_record_get_id (fixture->account), "hours", QD_WORK_WEEK_USUAL, NULL);
  calendar = qd_test_add (fixture->portfolio, calendar);
  g_object_set (freeze,
                "calendar", qd_record_get_id (calendar),
                "kind", QD_CLOSURE_KIND_CHANGE_FREEZE,
                "name", "Year end",
                "first", QD_TEST_MONDAY + 1,
                "last", QD_TEST_MONDAY + 3,
                NULL);
  qd_test_add (fixture->portfolio, freeze);
  qd_test_settle (fixture->store);
  bands = qd_plan_calendars_get_bands (qd_plan_network_get_calendars (get_network (fixture)), &n_bands);

  for (guint i = 0; i < n_bands; i++)
    {
      g_autofree char *words = qd_timeline_dup_band_words (&bands[i], QD_TEST_MONDAY);

      if (!g_str_equal (bands[i].name, "Year end"))
        continue;

      n_found++;
      g_assert_cmpstr (words, ==, "Year end · Change Freeze · Tue 2 Jun – Thu 4 Jun · the customer’s");
    }

  g_assert_cmpuint (n_found, ==, 1);
}

/* Whether any text drawn of the rows is @text */
static gboolean
is_drawn (QdTestTimeline *fixture,
          const char     *text)
{
  QdTimelineFrame frame = { .model = fixture->model,
                            .axis = { qd_minute_from_day (QD_TEST_MONDAY), 20 },
                            .width = 900,
                            .height = 340,
                            .row_height = 34,
                            .show = QD_TIMELINE_SHOW_USUAL,
                            .now = QD_MINUTE_NONE,
                            .current = -1,
                            .hover = -1,
                            .chosen_link = -1 };
  QdScene        *scene = qd_test_create_scene ();
  guint           n_shapes;
  const QdShape  *shapes;
  gboolean        found = FALSE;

  qd_timeline_draw_body (&frame, scene);
  shapes = qd_scene_get_shapes (scene, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    found |= shapes[i].kind == QD_SHAPE_TEXT && g_str_equal (pango_layout_get_text (shapes[i].layout), text);

  qd_scene_free (scene);

  return found;
}

/* What is written on a bar tells its state without its colour. */
static void
test_bar_labels (QdTestTimeline *fixture,
                 gconstpointer   data)
{
  QdTask *done = qd_test_add_task (fixture, "Audit", 0, 4), *call = qd_test_draft_task (fixture, "Kick-off", 1, 1);

  g_object_set (call,
                "kind", QD_TASK_KIND_CALL,
                "start-time", G_GINT64_CONSTANT (840),
                "duration", G_GINT64_CONSTANT (60),
                NULL);
  qd_test_add (fixture->portfolio, call);
  qd_test_add_task (fixture, "Report", 0, 1);
  qd_test_add_task (fixture, "Long ago", -40, -39);
  g_assert_true (is_drawn (fixture, "Audit"));
  g_assert_true (is_drawn (fixture, "14:00 · Kick-off"));
  g_assert_true (is_drawn (fixture, "Report"));
  g_assert_true (is_drawn (fixture, "‹ Long ago"));
  qd_test_change (fixture, done, "status", QD_TASK_STATUS_DONE, "progress", G_GINT64_CONSTANT (100));
  qd_timeline_model_set_today (fixture->model, QD_TEST_MONDAY + 3);
  g_assert_true (is_drawn (fixture, "✓ Audit"));
  g_assert_true (is_drawn (fixture, "Report · late"));
}

static char *
dup_copy (QdTestTimeline *fixture,
          QdAudience      audience,
          GError        **error)
{
  return qd_slip_text_dup_for (qd_timeline_model_get_schedule (fixture->model, 0), audience, QD_TEST_MONDAY, error);
}

static void
assert_not_copied (QdTestTimeline *fixture,
                   QdAudience      audience,
                   const char     *sentence)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (dup_copy (fixture, audience, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, sentence);
}

/* Design is put three days later, and Build goes along. */
static QdTask *
slip (QdTestTimeline *fixture)
{
  QdTask *design = qd_test_add_task (fixture, "Design", 0, 1), *build = qd_test_add_task (fixture, "Build", 2, 4);

  qd_test_change (fixture, build, "visibility", QD_VISIBILITY_CUSTOMER);
  qd_test_add_link (fixture, design, build);
  qd_test_settle (fixture->store);
  qd_test_change (fixture, design, "start", QD_TEST_MONDAY + 3, "due", QD_TEST_MONDAY + 4);

  return design;
}

static void
test_strip (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdPlanSchedule  *schedule;
  g_autofree char *headline = NULL, *lines = NULL;

  slip (fixture);
  schedule = qd_timeline_model_get_schedule (fixture->model, 0);
  headline = qd_slip_text_dup_headline (schedule, QD_TEST_MONDAY);
  g_assert_cmpstr (headline,
                   ==,
                   "“Build” ends on Wed 10 Jun, 5 days later: it waits for “Design”; “Design” ends on Fri 5 Jun, 3 days "
                   "later: it was moved. 1 other task moved.");
  lines = qd_slip_text_dup_lines (schedule, QD_TEST_MONDAY);
  g_assert_nonnull (strstr (lines, "• “Design” ends on Fri 5 Jun, 3 days later: it was moved"));
  g_assert_nonnull (strstr (lines, "• “Build” ends on Wed 10 Jun, 5 days later: it waits for “Design”"));
}

/* The customer reads its own name, what it may see, and nothing of what it may not; colleagues read the codename. */
static void
test_copies (QdTestTimeline *fixture,
             gconstpointer   data)
{
  g_autofree char *customer = NULL, *internal = NULL;
  g_autoptr(GError) error = NULL;

  slip (fixture);
  customer = dup_copy (fixture, QD_AUDIENCE_CUSTOMER, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (customer,
                   ==,
                   "Changes to “Rollout”, Bowsprit Bank\n\n"
                   "• “Build” ends on Wed 10 Jun, 5 days later: it waits for other work\n");
  internal = dup_copy (fixture, QD_AUDIENCE_INTERNAL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (internal, "Changes to “Rollout”, Heron\n\n"));
  g_assert_nonnull (strstr (internal, "it waits for “Design”"));
  g_assert_null (strstr (internal, "Bowsprit"));
}

/* A name that would be given away by what a person wrote stops the copy, and is told. */
static void
test_guarded (QdTestTimeline *fixture,
              gconstpointer   data)
{
  QdAccount *other = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdTask    *build;

  g_object_set (other, "name", "Capstan", NULL);
  qd_test_add (fixture->portfolio, other);
  slip (fixture);
  build = qd_timeline_model_get_task (fixture->model, 1);
  qd_test_change (fixture, build, "title", "Ask bowsprit bank", "start", QD_TEST_MONDAY + 14, "due", QD_TEST_MONDAY + 15);
  assert_not_copied (fixture,
                     QD_AUDIENCE_INTERNAL,
                     "Nothing was copied, because colleagues would read the real name “bowsprit bank”");
  qd_test_change (fixture, build, "title", "Do as for Capstan", "start", QD_TEST_MONDAY + 21, "due", QD_TEST_MONDAY + 22);
  assert_not_copied (fixture,
                     QD_AUDIENCE_CUSTOMER,
                     "Nothing was copied, because the customer would read “Capstan”, a codename or another customer");
  qd_test_change (fixture, build, "title", "Ask Heron", "start", QD_TEST_MONDAY + 28, "due", QD_TEST_MONDAY + 29);
  assert_not_copied (fixture,
                     QD_AUDIENCE_CUSTOMER,
                     "Nothing was copied, because the customer would read “Heron”, a codename or another customer");
  qd_test_change (fixture, build, "visibility", QD_VISIBILITY_INTERNAL, "start", QD_TEST_MONDAY + 35, "due", QD_TEST_MONDAY + 36);
  assert_not_copied (fixture,
                     QD_AUDIENCE_CUSTOMER,
                     "Nothing was copied: none of the tasks that moved is one they may see");
}

/* Why somebody of ours is away is nothing that the customer reads. */
static void
test_days_off (QdTestTimeline *fixture,
               gconstpointer   data)
{
  QdWorkingCalendar *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
  QdClosure         *leave = qd_record_new_draft (QD_TYPE_CLOSURE);
  QdTask            *build;
  g_autofree char   *customer = NULL, *internal = NULL;

  g_object_set (calendar, "hours", QD_WORK_WEEK_USUAL, NULL);
  calendar = qd_test_add (fixture->portfolio, calendar);
  g_object_set (leave,
                "calendar", qd_record_get_id (calendar),
                "kind", QD_CLOSURE_KIND_HOLIDAY,
                "name", "Parental leave",
                "first", QD_TEST_MONDAY + 8,
                "last", QD_TEST_MONDAY + 9,
                NULL);
  qd_test_add (fixture->portfolio, leave);
  slip (fixture);
  build = qd_timeline_model_get_task (fixture->model, 1);
  g_assert_cmpint (build->due, ==, QD_TEST_MONDAY + 11);
  customer = dup_copy (fixture, QD_AUDIENCE_CUSTOMER, NULL);
  internal = dup_copy (fixture, QD_AUDIENCE_INTERNAL, NULL);
  g_assert_nonnull (customer);
  g_assert_null (strstr (customer, "Parental leave"));
  g_assert_nonnull (strstr (customer, "it waits for other work, and a day off is in the way"));
  g_assert_nonnull (strstr (internal, "“Parental leave” is in the way"));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/timeline-words/" path, QdTestTimeline, NULL, qd_test_timeline_set_up, func, qd_test_timeline_tear_down)
  ADD ("row", test_row);
  ADD ("many-predecessors", test_many_predecessors);
  ADD ("group", test_group);
  ADD ("links", test_links);
  ADD ("link-trial", test_link_trial);
  ADD ("float", test_float);
  ADD ("bands", test_bands);
  ADD ("bar-labels", test_bar_labels);
  ADD ("strip", test_strip);
  ADD ("copies", test_copies);
  ADD ("guarded", test_guarded);
  ADD ("days-off", test_days_off);
#undef ADD

  return g_test_run ();
}
