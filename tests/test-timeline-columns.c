/* test-timeline-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-baseline-edits.h"
#include "qd-test-timeline.h"
#include "qd-timeline-column.h"
#include "qd-timeline-layout.h"

static void
assert_text (QdTestTimeline  *fixture,
             QdTimelineColumn column,
             QdTask          *task,
             const char      *expected)
{
  g_autofree char *text = qd_timeline_column_dup_text (column, fixture->model, qd_test_get_row (fixture, task));

  g_assert_cmpstr (text, ==, expected);
}

static void
type (QdTestTimeline  *fixture,
      QdTimelineColumn column,
      QdTask          *task,
      const char      *text)
{
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch =
      qd_timeline_column_set_text (column, fixture->model, qd_test_get_row (fixture, task), text, &label, &error);

  g_assert_no_error (error);

  if (batch == NULL)
    return;

  qd_test_apply (fixture, batch, label, &error);
  g_assert_no_error (error);
}

/* It is not taken, in one sentence, and what was there stays. */
static void
assert_refused (QdTestTimeline  *fixture,
                QdTimelineColumn column,
                QdTask          *task,
                const char      *text,
                const char      *sentence)
{
  g_autofree char *before = qd_timeline_column_dup_editable (column, fixture->model, qd_test_get_row (fixture, task));
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (qd_timeline_column_set_text (
      column, fixture->model, qd_test_get_row (fixture, task), text, &label, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, sentence);
  after = qd_timeline_column_dup_editable (column, fixture->model, qd_test_get_row (fixture, task));
  g_assert_cmpstr (after, ==, before);
}

static void
test_texts (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTask *design = qd_test_add_task (fixture, "Design", 0, 1), *build = qd_test_add_task (fixture, "Build", 2, 4);
  QdTask *live = qd_test_add_milestone (fixture, "Go-live", 11), *all = qd_test_add_task (fixture, "All", QD_DAY_NONE, QD_DAY_NONE);
  QdTask *part = qd_test_add_child (fixture, all, "Part", 7, 8), *nowhere = qd_test_add_task (fixture, "Someday", QD_DAY_NONE, QD_DAY_NONE);

  qd_test_add_link (fixture, design, build);
  qd_test_change (fixture, design, "owner", "Ada", "customer-owner", "Max", "progress", G_GINT64_CONSTANT (25));
  qd_test_change (fixture, part, "progress", G_GINT64_CONSTANT (50));
  assert_text (fixture, QD_TIMELINE_COLUMN_NUMBER, design, "1");
  assert_text (fixture, QD_TIMELINE_COLUMN_NUMBER, part, "5");
  assert_text (fixture, QD_TIMELINE_COLUMN_TITLE, design, "Design");
  assert_text (fixture, QD_TIMELINE_COLUMN_OWNER, design, "Ada, Max");
  assert_text (fixture, QD_TIMELINE_COLUMN_START, build, "Wed 3 Jun");
  assert_text (fixture, QD_TIMELINE_COLUMN_END, build, "Fri 5 Jun");
  assert_text (fixture, QD_TIMELINE_COLUMN_DURATION, build, "3 d");
  assert_text (fixture, QD_TIMELINE_COLUMN_PROGRESS, design, "25%");
  assert_text (fixture, QD_TIMELINE_COLUMN_FLOAT, build, "5 d");
  assert_text (fixture, QD_TIMELINE_COLUMN_PREDECESSORS, build, "1");
  assert_text (fixture, QD_TIMELINE_COLUMN_BASELINE, build, "");
  assert_text (fixture, QD_TIMELINE_COLUMN_MOVED, build, "");

  /* A milestone is on a day, and takes no time; a summary is what it sums up. */
  assert_text (fixture, QD_TIMELINE_COLUMN_START, live, "Fri 12 Jun");
  assert_text (fixture, QD_TIMELINE_COLUMN_END, live, "Fri 12 Jun");
  assert_text (fixture, QD_TIMELINE_COLUMN_DURATION, live, "");
  assert_text (fixture, QD_TIMELINE_COLUMN_PROGRESS, live, "");
  assert_text (fixture, QD_TIMELINE_COLUMN_START, all, "Mon 8 Jun");
  assert_text (fixture, QD_TIMELINE_COLUMN_DURATION, all, "2 d");
  assert_text (fixture, QD_TIMELINE_COLUMN_PROGRESS, all, "50%");
  assert_text (fixture, QD_TIMELINE_COLUMN_START, nowhere, "");
  assert_text (fixture, QD_TIMELINE_COLUMN_FLOAT, nowhere, "");
}

static void
test_moved (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTask *late = qd_test_add_task (fixture, "Late", 0, 1), *early = qd_test_add_task (fixture, "Early", 7, 8);
  QdTask *same = qd_test_add_task (fixture, "Same", 0, 0);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(QdBaseline) baseline = qd_baseline_create_async (fixture->portfolio,
                                                             qd_record_get_id (fixture->plan),
                                                             "First",
                                                             QD_TEST_MONDAY,
                                                             qd_test_async_cb,
                                                             &slot);

  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  qd_test_change (fixture, late, "start", QD_TEST_MONDAY + 3, "due", QD_TEST_MONDAY + 4);
  qd_test_change (fixture, early, "start", QD_TEST_MONDAY + 2, "due", QD_TEST_MONDAY + 3);
  qd_timeline_model_set_baseline (fixture->model, qd_record_get_id (baseline));
  assert_text (fixture, QD_TIMELINE_COLUMN_BASELINE, late, "Tue 2 Jun");
  assert_text (fixture, QD_TIMELINE_COLUMN_MOVED, late, "+3 d");
  assert_text (fixture, QD_TIMELINE_COLUMN_MOVED, early, "−5 d");
  assert_text (fixture, QD_TIMELINE_COLUMN_MOVED, same, "0");
}

static void
test_editable (QdTestTimeline *fixture,
               gconstpointer   data)
{
  /* For each column: of a task, a milestone, a summary */
  static const gboolean expected[QD_TIMELINE_N_COLUMNS][3] = {
    [QD_TIMELINE_COLUMN_TITLE] = { TRUE, TRUE, TRUE },
    [QD_TIMELINE_COLUMN_OWNER] = { TRUE, TRUE, TRUE },
    [QD_TIMELINE_COLUMN_START] = { TRUE, TRUE, FALSE },
    [QD_TIMELINE_COLUMN_END] = { TRUE, TRUE, FALSE },
    [QD_TIMELINE_COLUMN_DURATION] = { TRUE, FALSE, FALSE },
    [QD_TIMELINE_COLUMN_PROGRESS] = { TRUE, TRUE, FALSE },
    [QD_TIMELINE_COLUMN_PREDECESSORS] = { TRUE, TRUE, TRUE },
  };
  QdTask *all;

  qd_test_add_task (fixture, "Task", 0, 1);
  qd_test_add_milestone (fixture, "Go", 2);
  all = qd_test_add_task (fixture, "All", QD_DAY_NONE, QD_DAY_NONE);
  qd_test_add_child (fixture, all, "Part", 7, 8);

  for (int column = 0; column < QD_TIMELINE_N_COLUMNS; column++)
    for (guint i = 0; i < 3; i++)
      g_assert_cmpint (qd_timeline_column_is_editable (column, fixture->model, i), ==, expected[column][i]);

  /* Nothing of a group */
  qd_timeline_model_set_grouping (fixture->model, QD_TIMELINE_GROUPING_PHASE);

  for (int column = 0; column < QD_TIMELINE_N_COLUMNS; column++)
    g_assert_false (qd_timeline_column_is_editable (column, fixture->model, 0));
}

/* What is typed, and what is stored: Task takes two days from Monday on. */
static void
test_typed (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTask *task = qd_test_add_task (fixture, "Task", 0, 1), *other = qd_test_add_task (fixture, "Other", 2, 2);

  type (fixture, QD_TIMELINE_COLUMN_TITLE, task, "  Draft  ");
  g_assert_cmpstr (task->title, ==, "Draft");
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Change Title");
  type (fixture, QD_TIMELINE_COLUMN_OWNER, task, "Ada");
  g_assert_cmpstr (task->owner, ==, "Ada");
  type (fixture, QD_TIMELINE_COLUMN_OWNER, task, "");
  g_assert_null (task->owner);
  qd_test_change (fixture, other, "customer-owner", "Max");
  type (fixture, QD_TIMELINE_COLUMN_OWNER, other, "Eve");
  g_assert_cmpstr (other->customer_owner, ==, "Eve");
  g_assert_null (other->owner);

  /* A start moves it whole; from a Saturday on to Monday. */
  type (fixture, QD_TIMELINE_COLUMN_START, task, "2026-06-04");
  g_assert_cmpint (task->start, ==, QD_TEST_MONDAY + 3);
  g_assert_cmpint (task->due, ==, QD_TEST_MONDAY + 4);
  type (fixture, QD_TIMELINE_COLUMN_START, task, "2026-06-06");
  g_assert_cmpint (task->start, ==, QD_TEST_MONDAY + 7);
  g_assert_cmpint (task->due, ==, QD_TEST_MONDAY + 8);

  /* An end makes it longer. */
  type (fixture, QD_TIMELINE_COLUMN_END, task, "2026-06-11");
  g_assert_cmpint (task->start, ==, QD_TEST_MONDAY + 7);
  g_assert_cmpint (task->due, ==, QD_TEST_MONDAY + 10);
  assert_text (fixture, QD_TIMELINE_COLUMN_DURATION, task, "4 d");

  /* A length says where it ends. */
  type (fixture, QD_TIMELINE_COLUMN_DURATION, task, "2 weeks");
  g_assert_cmpint (task->duration, ==, 10 * 480);
  g_assert_cmpint (task->due, ==, QD_TEST_MONDAY + 18);
  type (fixture, QD_TIMELINE_COLUMN_DURATION, task, "4 h");
  g_assert_cmpint (task->due, ==, QD_TEST_MONDAY + 7);
  g_assert_cmpint (task->due_time, ==, 13 * 60);

  type (fixture, QD_TIMELINE_COLUMN_PROGRESS, task, "40 %");
  g_assert_cmpint (task->progress, ==, 40);
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_ON_TRACK);
  type (fixture, QD_TIMELINE_COLUMN_PROGRESS, task, "100");
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_DONE);
  type (fixture, QD_TIMELINE_COLUMN_PROGRESS, task, "");
  g_assert_cmpint (task->progress, ==, 0);
  g_assert_cmpint (task->status, ==, QD_TASK_STATUS_NOT_STARTED);

  type (fixture, QD_TIMELINE_COLUMN_PREDECESSORS, other, "1");
  assert_text (fixture, QD_TIMELINE_COLUMN_PREDECESSORS, other, "1");
}

/* What is said already is no edit. */
static void
test_unchanged (QdTestTimeline *fixture,
                gconstpointer   data)
{
  QdTask *task = qd_test_add_task (fixture, "Task", 0, 1);

  for (int column = 0; column < QD_TIMELINE_N_COLUMNS; column++)
    {
      guint            row = qd_test_get_row (fixture, task);
      g_autofree char *text = NULL;
      g_autofree char *label = NULL;

      if (!qd_timeline_column_is_editable (column, fixture->model, row))
        continue;

      text = qd_timeline_column_dup_editable (column, fixture->model, row);
      g_assert_null (qd_timeline_column_set_text (column, fixture->model, row, text, &label, NULL));
    }
}

/* Either of the days of a milestone is its day. */
static void
test_milestone (QdTestTimeline *fixture,
                gconstpointer   data)
{
  QdTask          *milestone = qd_test_add_milestone (fixture, "Go", 2);
  QdTask          *nowhere = qd_test_add_milestone (fixture, "Someday", QD_DAY_NONE);
  g_autofree char *start = NULL;

  start = qd_timeline_column_dup_editable (QD_TIMELINE_COLUMN_START, fixture->model, 0);
  g_assert_cmpstr (start, !=, "");
  type (fixture, QD_TIMELINE_COLUMN_START, milestone, "2026-06-08");
  g_assert_cmpint (milestone->due, ==, QD_TEST_MONDAY + 7);
  type (fixture, QD_TIMELINE_COLUMN_END, milestone, "2026-06-09");
  g_assert_cmpint (milestone->due, ==, QD_TEST_MONDAY + 8);
  type (fixture, QD_TIMELINE_COLUMN_START, nowhere, "2026-06-10");
  g_assert_cmpint (nowhere->due, ==, QD_TEST_MONDAY + 9);
  assert_text (fixture, QD_TIMELINE_COLUMN_END, nowhere, "Wed 10 Jun");
}

static void
test_bad (QdTestTimeline *fixture,
          gconstpointer   data)
{
  const char *day = "“Start” must be a day, such as “24 Nov”, “next Tuesday” or “in 3 weeks”";
  const char *length = "“Duration” must be a length of work, such as “90 min”, “4 h” or “2 d”";
  const char *progress = "“Progress” must be between 0 and 100";
  QdTask     *task = qd_test_add_task (fixture, "Task", 0, 1), *milestone = qd_test_add_milestone (fixture, "Go", 2);

  assert_refused (fixture, QD_TIMELINE_COLUMN_TITLE, task, "  ", "“Title” must be given");
  assert_refused (fixture, QD_TIMELINE_COLUMN_START, task, "soon-ish", day);
  assert_refused (fixture, QD_TIMELINE_COLUMN_START, task, "2026-02-30", day);
  assert_refused (fixture, QD_TIMELINE_COLUMN_DURATION, task, "long", length);
  assert_refused (fixture, QD_TIMELINE_COLUMN_DURATION, task, "-2 d", length);
  assert_refused (fixture, QD_TIMELINE_COLUMN_DURATION, task, "0", length);
  assert_refused (fixture, QD_TIMELINE_COLUMN_DURATION, task, "99999 weeks", length);
  assert_refused (fixture, QD_TIMELINE_COLUMN_PROGRESS, task, "101", progress);
  assert_refused (fixture, QD_TIMELINE_COLUMN_PROGRESS, task, "-1", progress);
  assert_refused (fixture, QD_TIMELINE_COLUMN_PROGRESS, task, "half", progress);
  assert_refused (fixture, QD_TIMELINE_COLUMN_END, task, "2026-05-29", "“Due” must not be before “Start”");

  /* Years that can only be typing errors */
  assert_refused (fixture, QD_TIMELINE_COLUMN_START, task, "1900-01-01", day);
  assert_refused (fixture, QD_TIMELINE_COLUMN_START, task, "9999-12-31", day);
  assert_refused (fixture, QD_TIMELINE_COLUMN_END, task, "9999-12-31", "“End” must be a day, such as “24 Nov”, “next Tuesday” or “in 3 weeks”");
  assert_refused (fixture, QD_TIMELINE_COLUMN_START, milestone, "1900-01-01", day);
}

static void
assert_same_layout (const QdTimelineLayout *a,
                    const QdTimelineLayout *b)
{
  g_assert_cmpint (a->grouping, ==, b->grouping);
  g_assert_cmpint (a->filter, ==, b->filter);
  g_assert_cmpint (a->sort, ==, b->sort);
  g_assert_cmpint (a->descending, ==, b->descending);
  g_assert_cmpint (a->show, ==, b->show);
  g_assert_cmpint (a->sides, ==, b->sides);
  g_assert_cmpuint (a->hidden, ==, b->hidden);
  g_assert_cmpfloat (a->scale, ==, b->scale);
}

static void
test_layout (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (int i = 0; i < 200; i++)
    {
      QdTimelineLayout layout = { .grouping = g_rand_int_range (rand, 0, QD_TIMELINE_GROUPING_ACCOUNT + 1),
                                  .filter = g_rand_int_range (rand, 0, 64),
                                  .sort = g_rand_int_range (rand, 0, QD_TIMELINE_SORT_FLOAT + 1),
                                  .descending = g_rand_boolean (rand),
                                  .show = g_rand_int_range (rand, 0, QD_TIMELINE_SHOW_USUAL + 1),
                                  .sides = g_rand_int_range (rand, 0, 3),
                                  .hidden = g_rand_int_range (rand, 0, 1 << QD_TIMELINE_N_COLUMNS),
                                  .scale = g_rand_int_range (rand, 0, 5760) };
      QdTimelineLayout again;
      g_autofree char *body = qd_timeline_layout_to_json (&layout);

      g_assert_true (qd_timeline_layout_from_json (&again, body, NULL));
      assert_same_layout (&layout, &again);
    }
}

/* What another version wrote is taken as far as it is known; what says nothing is as usual. */
static void
test_layout_of_others (void)
{
  QdTimelineLayout layout, expected = qd_timeline_layout_usual;

  g_assert_true (qd_timeline_layout_from_json (&layout, "{}", NULL));
  assert_same_layout (&layout, &expected);
  g_assert_true (qd_timeline_layout_from_json (
      &layout,
      "{\"grouping\": \"moon\", \"sort\": 7, \"sides\": null, \"filter\": \"late\", \"show\": {}, \"hidden\": [\"colour\", 3, null], "
      "\"descending\": \"yes\", \"scale\": \"wide\", \"rocket\": [1, {\"a\": 2}]}",
      NULL));
  assert_same_layout (&layout, &expected);
  expected.filter = QD_TIMELINE_FILTER_LATE;
  expected.grouping = QD_TIMELINE_GROUPING_OWNER;
  expected.scale = QD_TIME_AXIS_MAX_SCALE;
  g_assert_true (qd_timeline_layout_from_json (
      &layout, "{\"grouping\": \"owner\", \"filter\": [\"late\", \"new in 3.0\"], \"scale\": 1e300}", NULL));
  assert_same_layout (&layout, &expected);
}

static void
test_bad_layout (void)
{
  static const char *const bodies[] = { "", "nonsense", "[]", "7", "null", "{\"grouping\":", "\"owner\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      QdTimelineLayout layout;
      g_autoptr(GError) error = NULL;

      g_assert_false (qd_timeline_layout_from_json (&layout, bodies[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_cmpstr (error->message, ==, "The saved layout cannot be read. The timeline stays as it is.");
      assert_same_layout (&layout, &qd_timeline_layout_usual);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/timeline-columns/" path, QdTestTimeline, NULL, qd_test_timeline_set_up, func, qd_test_timeline_tear_down)
  ADD ("texts", test_texts);
  ADD ("moved", test_moved);
  ADD ("editable", test_editable);
  ADD ("typed", test_typed);
  ADD ("unchanged", test_unchanged);
  ADD ("milestone", test_milestone);
  ADD ("bad", test_bad);
#undef ADD
  g_test_add_func ("/timeline-columns/layout", test_layout);
  g_test_add_func ("/timeline-columns/layout-of-others", test_layout_of_others);
  g_test_add_func ("/timeline-columns/bad-layout", test_bad_layout);

  return g_test_run ();
}
