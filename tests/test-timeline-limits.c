/* test-timeline-limits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-closure.h"
#include "qd-test-timeline.h"
#include "qd-timeline-column.h"
#include "qd-timeline-drawing.h"
#include "qd-timeline-edits.h"
#include "qd-timeline-trial.h"
#include "qd-timeline-words.h"
#include "qd-working-calendar.h"

#define N_LINKS 10000

/* What nobody wants to wait for, in seconds: generous, as a sanitizer and a busy machine are slow. */
#define PATIENCE 4.0

static QdTimelineFrame
get_frame (QdTestTimeline *fixture,
           double          scale)
{
  return (QdTimelineFrame){ .model = fixture->model,
                            .axis = { qd_minute_from_day (QD_TEST_MONDAY), scale },
                            .width = 800,
                            .height = 340,
                            .row_height = 34,
                            .show = QD_TIMELINE_SHOW_USUAL,
                            .now = qd_minute_from_day (QD_TEST_MONDAY),
                            .current = -1,
                            .hover = -1,
                            .chosen_link = -1 };
}

static guint
count_shapes (const QdTimelineFrame *frame)
{
  QdScene *scene = qd_test_create_scene ();
  guint    n_shapes;

  qd_timeline_draw_body (frame, scene);
  qd_timeline_draw_header (frame, 50, scene);
  qd_scene_get_shapes (scene, &n_shapes);
  qd_scene_free (scene);

  return n_shapes;
}

static void
assert_fast (GTimer     *timer,
             const char *what)
{
  double elapsed = g_timer_elapsed (timer, NULL);

  g_test_message ("%s: %.3f s", what, elapsed);
  g_assert_cmpfloat (elapsed, <, PATIENCE);
  g_timer_start (timer);
}

static QdTimelineTrial *
create_trial (QdTestTimeline *fixture,
              QdTask         *task)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint row = (guint)qd_timeline_model_get_row (fixture->model, qd_test_get_row (fixture, task))->task;

  g_array_append_val (rows, row);

  return qd_timeline_trial_new (fixture->model, 0, rows, QD_TIMELINE_GRIP_BAR);
}

/* A task that waits for ten thousand others */
static void
test_many_links (QdTestTimeline *fixture,
                 gconstpointer   data)
{
  QdTask          *task = qd_test_add_task (fixture, "Last", 40, 41);
  QdBatch         *batch = qd_batch_new (), *change;
  QdTimelineFrame  frame;
  g_autofree char *text = NULL, *words = NULL, *label = NULL;
  g_autoptr(GTimer) timer = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(QdTimelineTrial) trial = NULL;
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < N_LINKS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %d", i);
      QdTask          *other = qd_test_draft_task (fixture, title, i % 20, i % 20);
      QdLink          *link = qd_test_draft_link (fixture, other, task, QD_LINK_KIND_FINISH_START, 0);

      g_ptr_array_add (drafts, other);
      g_ptr_array_add (drafts, link);
      qd_batch_insert (batch, other);
      qd_batch_insert (batch, link);
    }

  g_assert_true (qd_test_apply (fixture, batch, "Fill", NULL));
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, N_LINKS + 1);
  frame = get_frame (fixture, 10);
  timer = g_timer_new ();
  g_assert_cmpuint (count_shapes (&frame), <, 3000);
  assert_fast (timer, "a frame");

  for (int i = 0; i < 20; i++)
    qd_timeline_frame_pick (&frame, 500 + i, 20, 0);

  assert_fast (timer, "twenty moves of the pointer");
  words = qd_timeline_dup_row_words (fixture->model, 0);
  g_assert_nonnull (strstr (words, " and 9996 more"));
  assert_fast (timer, "its words");

  text = qd_timeline_dup_predecessors (fixture->model, 0);
  g_assert_null (qd_timeline_set_predecessors (fixture->model, 0, text, &label, &error));
  g_assert_no_error (error);
  assert_fast (timer, "its predecessors as they are");

  trial = create_trial (fixture, task);
  g_assert_true (qd_timeline_trial_move (trial, 7 * QD_MINUTES_PER_DAY, (QdTimeStep){ QD_TIME_UNIT_DAY, 1 }));
  assert_fast (timer, "a drag");

  change = qd_timeline_set_predecessors (fixture->model, 0, "2; 3", &label, &error);
  g_assert_no_error (error);
  g_assert_true (qd_test_apply (fixture, change, label, &error));
  assert_fast (timer, "all but two of them gone");
  g_clear_pointer (&text, g_free);
  text = qd_timeline_dup_predecessors (fixture->model, 0);
  g_assert_cmpstr (text, ==, "2; 3");
  qd_test_undo (fixture->store);
  qd_test_settle (fixture->store);
  assert_fast (timer, "and back");
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (qd_portfolio_get_list (fixture->portfolio, QD_TYPE_LINK))), ==, N_LINKS);
}

/* A customer and we who never work: bars stand on their days, and what cannot be is said. */
static void
test_no_work (QdTestTimeline *fixture,
              gconstpointer   data)
{
  QdWorkingCalendar *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
  QdClosure         *closure = qd_record_new_draft (QD_TYPE_CLOSURE);
  QdTask            *one = qd_test_add_task (fixture, "One", 0, 1), *two = qd_test_add_task (fixture, "Two", 0, 1);
  QdTimelineFrame    frame = get_frame (fixture, 10);
  QdRect             bar;
  GArray            *findings;
  g_autoptr(QdTimelineTrial) trial = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  g_object_set (calendar, "hours", QD_WORK_WEEK_USUAL, NULL);
  calendar = qd_test_add (fixture->portfolio, calendar);
  g_object_set (closure,
                "calendar", qd_record_get_id (calendar),
                "kind", QD_CLOSURE_KIND_HOLIDAY,
                "name", "For ever",
                "first", qd_day_from_ymd (1970, 1, 1),
                "last", qd_day_from_ymd (2199, 12, 31),
                NULL);
  qd_test_add (fixture->portfolio, closure);
  qd_test_settle (fixture->store);
  g_assert_true (qd_timeline_frame_get_bar (&frame, qd_test_get_row (fixture, one), &bar));
  g_assert_cmpfloat_with_epsilon (bar.x, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (bar.width, 20, 1e-6);
  g_assert_cmpuint (count_shapes (&frame), >, 10);
  words = qd_timeline_dup_row_words (fixture->model, 0);
  g_assert_true (g_str_has_prefix (words, "Mon 1 Jun – Tue 2 Jun"));

  trial = create_trial (fixture, one);
  g_assert_false (qd_timeline_trial_move (trial, 7 * QD_MINUTES_PER_DAY, (QdTimeStep){ QD_TIME_UNIT_DAY, 1 }));
  g_assert_false (qd_timeline_trial_is_moved (trial));
  g_assert_null (qd_timeline_column_set_text (QD_TIMELINE_COLUMN_START, fixture->model, 0, "2026-06-08", &label, &error));
  g_assert_cmpstr (error->message, ==, "There is no working time after that day: look at the calendar");
  g_clear_error (&error);

  /* A link is kept, and nothing is moved to the end of time. */
  g_assert_true (qd_test_apply (
      fixture, qd_timeline_create_link (fixture->model, 0, 1, QD_LINK_KIND_FINISH_START, &label, NULL), "Link", &error));
  findings = qd_plan_schedule_get_findings (qd_timeline_model_get_schedule (fixture->model, 0));
  g_assert_cmpuint (findings->len, ==, 2);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *finding =
          qd_timeline_dup_finding_words (qd_plan_schedule_get_network (qd_timeline_model_get_schedule (fixture->model, 0)),
                                         &g_array_index (findings, QdScheduleFinding, i),
                                         QD_TEST_MONDAY);

      g_assert_true (g_str_equal (finding, "There is no working time for “One”: look at its calendar") ||
                     g_str_equal (finding, "There is no working time for “Two”: look at its calendar"));
    }

  g_assert_cmpint (two->start, ==, QD_TEST_MONDAY);
}

/* Days that only a damaged file can have: drawn nowhere near, and nothing waits for them. */
static void
test_strange_years (QdTestTimeline *fixture,
                    gconstpointer   data)
{
  static const double scales[] = { QD_TIME_AXIS_MIN_SCALE, 0.2, 5, 30, 800 };
  QdMinuteSpan        span;
  g_autoptr(GTimer) timer = NULL;

  qd_test_add_task (fixture, "Old", 0, 1);
  qd_test_add_task (fixture, "Far", 0, 1);
  qd_test_exec (fixture->store, "UPDATE task SET start = '1900-01-01', due = '1900-01-05' WHERE title = 'Old'");
  qd_test_exec (fixture->store, "UPDATE task SET start = '9999-12-30', due = '9999-12-31' WHERE title = 'Far'");
  qd_test_settle (fixture->store);
  timer = g_timer_new ();
  g_assert_true (qd_timeline_model_find_span (fixture->model, &span));
  g_assert_cmpint (qd_minute_get_day (span.from), >=, qd_day_from_ymd (1970, 1, 1));
  g_assert_cmpint (qd_minute_get_day (span.until), <=, qd_day_from_ymd (2200, 1, 1));

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    for (int century = -20; century <= 20; century++)
      {
        QdTimelineFrame frame = get_frame (fixture, scales[i]);

        frame.axis.origin += century * 36525.0 * QD_MINUTES_PER_DAY;
        count_shapes (&frame);
        qd_timeline_frame_pick (&frame, 10, 10, 0);
      }

  assert_fast (timer, "two hundred frames over four thousand years");

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *words = qd_timeline_dup_row_words (fixture->model, i);

      for (int column = 0; column < QD_TIMELINE_N_COLUMNS; column++)
        g_free (qd_timeline_column_dup_text (column, fixture->model, i));

      g_assert_nonnull (words);
    }
}

/* Over a weekend, New Year, and the end of the year in which one looks */
static void
test_new_year (QdTestTimeline *fixture,
               gconstpointer   data)
{
  int     eve = qd_day_from_ymd (2026, 12, 30) - QD_TEST_MONDAY;
  QdTask *task = qd_test_add_task (fixture, "Task", eve, eve + 1);
  g_autoptr(QdTimelineTrial) trial = create_trial (fixture, task);
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  g_assert_true (qd_timeline_trial_move (trial, QD_MINUTES_PER_DAY, (QdTimeStep){ QD_TIME_UNIT_DAY, 1 }));
  words = qd_timeline_trial_dup_words (trial);
  g_assert_true (g_str_has_prefix (words, "Thu 31 Dec – 1 Jan 2027 · 2 d"));
  g_assert_true (qd_test_apply (fixture, qd_timeline_trial_create_batch (trial, &label), "Move", NULL));
  g_assert_cmpint (task->due, ==, qd_day_from_ymd (2027, 1, 1));
}

/* On a Saturday alone it is as long as its day, and can be moved to work. */
static void
test_day_off (QdTestTimeline *fixture,
              gconstpointer   data)
{
  QdTask         *task = qd_test_add_task (fixture, "Task", 5, 5);
  QdTimelineFrame frame = get_frame (fixture, 10);
  QdRect          bar;
  g_autoptr(QdTimelineTrial) trial = create_trial (fixture, task);
  g_autofree char *label = NULL;

  g_assert_true (qd_timeline_frame_get_bar (&frame, 0, &bar));
  g_assert_cmpfloat_with_epsilon (bar.x, 50, 1e-6);
  g_assert_cmpfloat_with_epsilon (bar.width, 10, 1e-6);
  g_assert_true (qd_timeline_trial_move (trial, 2 * QD_MINUTES_PER_DAY, (QdTimeStep){ QD_TIME_UNIT_DAY, 1 }));
  g_assert_true (qd_test_apply (fixture, qd_timeline_trial_create_batch (trial, &label), "Move", NULL));
  g_assert_cmpint (task->start, ==, QD_TEST_MONDAY + 7);
  g_assert_cmpint (task->due, ==, QD_TEST_MONDAY + 7);
}

/* Nothing to show is shown, too. */
static void
test_empty (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTimelineFrame frame = get_frame (fixture, 10);
  QdMinuteSpan    span;
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();

  for (int i = 0; i < 2; i++)
    {
      g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, 0);
      g_assert_false (qd_timeline_model_find_span (fixture->model, &span));
      g_assert_cmpuint (count_shapes (&frame), >, 10);
      g_assert_cmpint (qd_timeline_frame_pick (&frame, 10, 10, 0).part, ==, QD_TIMELINE_PART_NOTHING);
      qd_test_show_plans (fixture, nothing);
    }
}

/* One below the other, five hundred deep */
static void
test_deep (QdTestTimeline *fixture,
           gconstpointer   data)
{
  const int n_levels = 500;
  QdBatch  *batch = qd_batch_new ();
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_levels; i++)
    {
      QdTask *task = qd_test_draft_task (fixture, "Level", 0, 1);

      if (i > 0)
        g_object_set (task, "parent", qd_record_get_id (g_ptr_array_index (drafts, i - 1)), NULL);

      g_ptr_array_add (drafts, task);
      qd_batch_insert (batch, task);
    }

  g_assert_true (qd_test_apply (fixture, batch, "Fill", NULL));
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, n_levels);
  g_assert_cmpuint (qd_timeline_model_get_row (fixture->model, n_levels - 1)->depth, ==, n_levels - 1);
  qd_timeline_model_set_all_expanded (fixture->model, FALSE);
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, 1);
  qd_timeline_model_set_all_expanded (fixture->model, TRUE);
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, n_levels);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/timeline-limits/" path, QdTestTimeline, NULL, qd_test_timeline_set_up, func, qd_test_timeline_tear_down)
  ADD ("many-links", test_many_links);
  ADD ("no-work", test_no_work);
  ADD ("strange-years", test_strange_years);
  ADD ("new-year", test_new_year);
  ADD ("day-off", test_day_off);
  ADD ("empty", test_empty);
  ADD ("deep", test_deep);
#undef ADD

  return g_test_run ();
}
