/* test-timeline-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "qd-test-timeline.h"

static QdPhase *
add_phase (QdTestTimeline *fixture,
           const char     *name,
           double          position)
{
  QdPhase *phase = qd_record_new_draft (QD_TYPE_PHASE);

  g_object_set (phase, "plan", qd_record_get_id (fixture->plan), "name", name, "position", position, NULL);

  return qd_test_add (fixture->portfolio, phase);
}

static QdObjective *
add_objective (QdTestTimeline *fixture,
               const char     *name,
               double          position)
{
  QdObjective *objective = qd_record_new_draft (QD_TYPE_OBJECTIVE);

  g_object_set (objective, "plan", qd_record_get_id (fixture->plan), "name", name, "position", position, NULL);

  return qd_test_add (fixture->portfolio, objective);
}

static void
assert_filter (QdTestTimeline  *fixture,
               QdTimelineFilter filter,
               const char      *expected)
{
  qd_timeline_model_set_filter (fixture->model, filter);
  qd_test_assert_rows (fixture, expected);
  g_assert_true (qd_timeline_model_is_filtered (fixture->model));
  qd_timeline_model_set_filter (fixture->model, QD_TIMELINE_FILTER_NONE);
}

static void
test_tree (QdTestTimeline *fixture,
           gconstpointer   data)
{
  QdTask *one = qd_test_add_task (fixture, "One", 0, 1);
  QdTask *two = qd_test_add_task (fixture, "Two", 0, 1);
  QdTask *part = qd_test_add_child (fixture, one, "Part", 0, 1);

  qd_test_add_child (fixture, part, "Detail", 0, 1);
  qd_test_assert_rows (fixture, "One, -Part, --Detail, Two");

  /* Closed and open again */
  qd_timeline_model_set_expanded (fixture->model, 1, FALSE);
  qd_test_assert_rows (fixture, "One, -Part, Two");
  qd_timeline_model_set_expanded (fixture->model, 0, FALSE);
  qd_test_assert_rows (fixture, "One, Two");
  g_assert_cmpint (qd_timeline_model_find_row (fixture->model, QD_TIMELINE_ROW_TASK, qd_record_get_id (part)), ==, -1);
  qd_timeline_model_set_expanded (fixture->model, 0, TRUE);
  qd_test_assert_rows (fixture, "One, -Part, Two");
  qd_timeline_model_set_all_expanded (fixture->model, TRUE);
  qd_test_assert_rows (fixture, "One, -Part, --Detail, Two");
  qd_timeline_model_set_all_expanded (fixture->model, FALSE);
  qd_test_assert_rows (fixture, "One, Two");

  /* What has nothing below it has nothing to close. */
  qd_timeline_model_set_expanded (fixture->model, qd_test_get_row (fixture, two), FALSE);
  qd_test_assert_rows (fixture, "One, Two");
}

static void
test_phases (QdTestTimeline *fixture,
             gconstpointer   data)
{
  QdPhase *deliver = add_phase (fixture, "Deliver", 2);
  QdPhase *discover = add_phase (fixture, "Discover", 1);
  QdTask  *build = qd_test_add_task (fixture, "Build", 7, 9);
  QdTask  *ask = qd_test_add_task (fixture, "Ask", 0, 1);
  QdTask  *loose = qd_test_add_task (fixture, "Loose", 0, 3);

  qd_test_change (fixture, build, "phase", qd_record_get_id (deliver), "progress", G_GINT64_CONSTANT (50));
  qd_test_change (fixture, ask, "phase", qd_record_get_id (discover));
  qd_test_add_child (fixture, build, "Part", 7, 9);
  qd_timeline_model_set_grouping (fixture->model, QD_TIMELINE_GROUPING_PHASE);
  qd_test_assert_rows (fixture, "Discover, -Ask, Deliver, -Build, --Part, No Phase, -Loose");
  g_assert_cmpstr (loose->title, ==, "Loose");

  /* The bar of a group spans what is in it. */
  {
    QdTimelineFacts facts;

    qd_timeline_model_get_facts (fixture->model, 2, &facts);
    g_assert_cmpint (facts.start, ==, qd_minute_from_day (QD_TEST_MONDAY + 7) + 540);
    g_assert_cmpint (facts.finish, ==, qd_minute_from_day (QD_TEST_MONDAY + 9) + 1020);
    g_assert_true (facts.summary);
    qd_timeline_model_get_facts (fixture->model, 5, &facts);
    g_assert_cmpint (facts.finish, ==, qd_minute_from_day (QD_TEST_MONDAY + 3) + 1020);
  }

  qd_timeline_model_set_expanded (fixture->model, 0, FALSE);
  qd_test_assert_rows (fixture, "Discover, Deliver, -Build, --Part, No Phase, -Loose");

  /* A phase that is called otherwise is so here too. */
  qd_test_change (fixture, discover, "name", "Explore");
  qd_test_assert_rows (fixture, "Explore, Deliver, -Build, --Part, No Phase, -Loose");
}

static void
test_owners (QdTestTimeline *fixture,
             gconstpointer   data)
{
  QdTask         *two = qd_test_add_task (fixture, "Two", 0, 1);
  QdTask         *one = qd_test_add_task (fixture, "One", 0, 1);
  QdTask         *theirs = qd_test_add_task (fixture, "Theirs", 0, 4);
  QdTask         *nobody = qd_test_add_task (fixture, "Nobody", 7, 8);
  QdTimelineFacts facts;

  qd_test_change (fixture, two, "owner", "Zoe");
  qd_test_change (fixture, one, "owner", "Ada");
  qd_test_change (fixture, theirs, "customer-owner", "Max");
  qd_timeline_model_set_grouping (fixture->model, QD_TIMELINE_GROUPING_OWNER);
  qd_test_assert_rows (fixture, "Ada, -One, Max, -Theirs, Zoe, -Two, No Owner, -Nobody");
  qd_timeline_model_get_facts (fixture->model, 2, &facts);
  g_assert_cmpint (facts.finish, ==, qd_minute_from_day (QD_TEST_MONDAY + 4) + 1020);

  /* What nobody owns has a bar as well. */
  qd_timeline_model_get_facts (fixture->model, 6, &facts);
  g_assert_cmpint (facts.start, ==, qd_minute_from_day (QD_TEST_MONDAY + 7) + 540);
  g_assert_cmpint (facts.finish, ==, qd_minute_from_day (QD_TEST_MONDAY + 8) + 1020);
  g_assert_cmpstr (nobody->title, ==, "Nobody");
}

static void
test_objectives (QdTestTimeline *fixture,
                 gconstpointer   data)
{
  QdObjective *second = add_objective (fixture, "Second", 2), *first = add_objective (fixture, "First", 1);
  QdTask      *a = qd_test_add_task (fixture, "A", 0, 1), *b = qd_test_add_task (fixture, "B", 0, 1);

  qd_test_add_task (fixture, "C", 0, 1);
  qd_test_change (fixture, a, "objective", qd_record_get_id (second));
  qd_test_change (fixture, b, "objective", qd_record_get_id (first));
  qd_timeline_model_set_grouping (fixture->model, QD_TIMELINE_GROUPING_OBJECTIVE);
  qd_test_assert_rows (fixture, "First, -B, Second, -A, No Objective, -C");
}

/* Several plans: closed at first, and below their accounts */
static void
test_accounts (QdTestTimeline *fixture,
               gconstpointer   data)
{
  QdAccount *account = qd_record_new_draft (QD_TYPE_ACCOUNT);
  QdPlan    *other, *first = fixture->plan;
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();

  g_object_set (account, "name", "Capstan", NULL);
  account = qd_test_add (fixture->portfolio, account);
  qd_test_add_task (fixture, "One", 0, 1);
  other = fixture->plan = qd_test_add_plan (fixture, account, "Upgrade");
  qd_test_add_task (fixture, "Two", 0, 1);
  fixture->plan = first;
  g_ptr_array_add (plans, first);
  g_ptr_array_add (plans, other);
  qd_test_show_plans (fixture, plans);
  qd_test_assert_rows (fixture, "Rollout, Upgrade");
  qd_timeline_model_set_expanded (fixture->model, 1, TRUE);
  qd_test_assert_rows (fixture, "Rollout, Upgrade, -Two");
  g_assert_cmpuint (qd_timeline_model_get_row (fixture->model, 2)->source, ==, 1);

  qd_timeline_model_set_grouping (fixture->model, QD_TIMELINE_GROUPING_ACCOUNT);
  qd_test_assert_rows (fixture, "Heron, -Rollout, Capstan, -Upgrade, --Two");

  /* Grouped by what the tasks have in common they stand side by side. */
  qd_timeline_model_set_grouping (fixture->model, QD_TIMELINE_GROUPING_OWNER);
  qd_test_assert_rows (fixture, "No Owner, -One, -Two");
}

static void
test_filters (QdTestTimeline *fixture,
              gconstpointer   data)
{
  QdTask *done = qd_test_add_task (fixture, "Done", -14, -13);
  QdTask *late = qd_test_add_task (fixture, "Late", -7, -6);
  QdTask *ours = qd_test_add_task (fixture, "Ours", 0, 1);
  QdTask *theirs = qd_test_add_task (fixture, "Theirs", 40, 44);
  QdTask *summary = qd_test_add_task (fixture, "All", QD_DAY_NONE, QD_DAY_NONE);

  qd_test_add_child (fixture, summary, "Élan", 2, 3);
  qd_test_change (fixture, done, "status", QD_TASK_STATUS_DONE, "progress", G_GINT64_CONSTANT (100));
  qd_test_change (fixture, ours, "owner", "Ada");
  qd_test_change (fixture, theirs, "customer-owner", "Max");
  g_assert_false (qd_timeline_model_is_filtered (fixture->model));
  assert_filter (fixture, QD_TIMELINE_FILTER_OPEN, "Late, Ours, Theirs, All, -Élan");
  g_assert_cmpint (late->due, <, QD_TEST_MONDAY);
  assert_filter (fixture, QD_TIMELINE_FILTER_LATE, "Late");
  assert_filter (fixture, QD_TIMELINE_FILTER_CRITICAL, "Theirs");
  assert_filter (fixture, QD_TIMELINE_FILTER_OURS, "Ours");
  assert_filter (fixture, QD_TIMELINE_FILTER_THEIRS, "Theirs");

  /* April to June: 1 June and forty days is July. */
  assert_filter (fixture, QD_TIMELINE_FILTER_QUARTER, "Done, Late, Ours, All, -Élan");
  assert_filter (fixture, QD_TIMELINE_FILTER_OPEN | QD_TIMELINE_FILTER_THEIRS, "Theirs");
  assert_filter (fixture, QD_TIMELINE_FILTER_LATE | QD_TIMELINE_FILTER_THEIRS, "");

  /* By text in any case, with or without accents, and by who owns it */
  qd_timeline_model_set_search (fixture->model, "elan");
  qd_test_assert_rows (fixture, "All, -Élan");
  g_assert_true (qd_timeline_model_is_filtered (fixture->model));
  qd_timeline_model_set_search (fixture->model, "MAX");
  qd_test_assert_rows (fixture, "Theirs");
  qd_timeline_model_set_search (fixture->model, "nothing of the kind");
  qd_test_assert_rows (fixture, "");
  qd_timeline_model_set_search (fixture->model, "  ");
  g_assert_false (qd_timeline_model_is_filtered (fixture->model));
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, 6);
}

static void
assert_sort (QdTestTimeline *fixture,
             QdTimelineSort  sort,
             const char     *up,
             const char     *down)
{
  qd_timeline_model_set_sort (fixture->model, sort, FALSE);
  qd_test_assert_rows (fixture, up);
  qd_timeline_model_set_sort (fixture->model, sort, TRUE);
  qd_test_assert_rows (fixture, down);
}

static void
test_sorts (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTask *b = qd_test_add_task (fixture, "B", 1, 8);
  QdTask *c = qd_test_add_task (fixture, "C", 0, 1);
  QdTask *a = qd_test_add_task (fixture, "A", 2, 2);
  QdTask *part = qd_test_add_child (fixture, b, "Part 2", 8, 8);

  qd_test_add_child (fixture, b, "Part 1", 1, 2);
  qd_test_change (fixture, part, "progress", G_GINT64_CONSTANT (40));
  qd_test_change (fixture, a, "owner", "Zoe", "progress", G_GINT64_CONSTANT (50));
  qd_test_change (fixture, c, "owner", "Ada", "progress", G_GINT64_CONSTANT (30));
  qd_test_assert_rows (fixture, "B, -Part 2, -Part 1, C, A");

  /* What a task sums up stays with it, and is sorted in itself. */
  assert_sort (fixture, QD_TIMELINE_SORT_TITLE, "A, B, -Part 1, -Part 2, C", "C, B, -Part 2, -Part 1, A");
  assert_sort (fixture, QD_TIMELINE_SORT_START, "C, B, -Part 1, -Part 2, A", "A, B, -Part 2, -Part 1, C");
  assert_sort (fixture, QD_TIMELINE_SORT_DUE, "C, A, B, -Part 1, -Part 2", "B, -Part 2, -Part 1, A, C");
  qd_timeline_model_set_sort (fixture->model, QD_TIMELINE_SORT_OWNER, FALSE);
  qd_test_assert_rows (fixture, "B, -Part 2, -Part 1, C, A");
  qd_timeline_model_set_expanded (fixture->model, 0, FALSE);

  /* As they are shown: B is two fifths done in the one of its three days that it is, a sixth in all. */
  assert_sort (fixture, QD_TIMELINE_SORT_PROGRESS, "B, C, A", "A, C, B");

  /* One, two and six days */
  assert_sort (fixture, QD_TIMELINE_SORT_DURATION, "A, C, B", "B, C, A");

  /* B ends last: it has no float; A ends on Wednesday and C on Tuesday. */
  assert_sort (fixture, QD_TIMELINE_SORT_FLOAT, "B, A, C", "C, A, B");
  qd_timeline_model_set_sort (fixture->model, QD_TIMELINE_SORT_PLAN, FALSE);
  qd_test_assert_rows (fixture, "B, C, A");
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          gpointer    user_data)
{
  guint *counts = user_data;

  counts[0] = position;
  counts[1] = removed;
  counts[2]++;
}

/* An edit that moves no row leaves the items as they are; one that does replaces but those. */
static void
test_stays (QdTestTimeline *fixture,
            gconstpointer   data)
{
  QdTask *tasks[5];
  guint   counts[3] = { 0, 0, 0 };
  g_autoptr(QdTimelineItem) first = NULL;
  g_autoptr(QdTimelineItem) last = NULL;
  g_autoptr(QdTimelineItem) again = NULL;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %d", i);

      tasks[i] = qd_test_add_task (fixture, title, i, i + 1);
    }

  first = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  last = g_list_model_get_item (G_LIST_MODEL (fixture->model), 4);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (count_cb), counts);
  qd_test_change (fixture, tasks[2], "title", "Another", "start", QD_TEST_MONDAY + 8, "due", QD_TEST_MONDAY + 9);
  g_assert_cmpuint (counts[2], ==, 0);
  g_assert_cmpint (qd_test_get_row (fixture, tasks[2]), ==, 2);

  /* One more in the middle: what was below it is one further down, and the same. */
  qd_test_add_child (fixture, tasks[2], "Part", 0, 1);
  g_assert_cmpuint (counts[2], ==, 1);
  g_assert_cmpuint (counts[0], ==, 2);
  g_assert_cmpuint (counts[1], ==, 1);
  g_assert_cmpuint (qd_timeline_item_get_position (first), ==, 0);
  g_assert_cmpuint (qd_timeline_item_get_position (last), ==, 5);
  again = g_list_model_get_item (G_LIST_MODEL (fixture->model), 5);
  g_assert_true (again == last);
  g_assert_cmpint (qd_test_get_row (fixture, tasks[4]), ==, 5);
  qd_test_undo (fixture->store);
  qd_test_settle (fixture->store);
  g_assert_cmpuint (qd_timeline_item_get_position (last), ==, 4);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->model), 5));
  g_signal_handlers_disconnect_by_func (fixture->model, count_cb, counts);
}

/* Every row knows its place, and every task its row. */
static void
test_many (QdTestTimeline *fixture,
           gconstpointer   data)
{
  QdBatch     *batch = qd_batch_new ();
  const guint  n_tasks = 10000;
  gint64       begin;
  QdMinuteSpan span;

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %05u", n_tasks - i);
      g_autofree char *owner = g_strdup_printf ("Ada%02u", i % 20);
      g_autoptr(QdTask) task = qd_test_draft_task (fixture, title, (int)(i % 80), (int)(i % 80) + 1);

      g_object_set (task, "owner", owner, NULL);
      qd_batch_insert (batch, task);
    }

  g_assert_true (qd_test_apply (fixture, batch, "Fill", NULL));
  begin = g_get_monotonic_time ();
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, n_tasks);
  qd_timeline_model_set_sort (fixture->model, QD_TIMELINE_SORT_TITLE, FALSE);
  g_assert_cmpstr (qd_timeline_model_get_task (fixture->model, 0)->title, ==, "Task 00001");
  qd_timeline_model_set_grouping (fixture->model, QD_TIMELINE_GROUPING_OWNER);
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, n_tasks + 20);
  qd_timeline_model_set_search (fixture->model, "ada07");
  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, n_tasks / 20 + 1);
  qd_timeline_model_set_search (fixture->model, "");
  g_test_minimized_result ((g_get_monotonic_time () - begin) / 1e6, "arranging 10,000 rows three times, in seconds");

  for (guint i = 0; i < qd_timeline_model_get_n_rows (fixture->model); i += 97)
    {
      const QdTimelineRow *row = qd_timeline_model_get_row (fixture->model, i);

      if (row->kind == QD_TIMELINE_ROW_TASK)
        g_assert_cmpint (qd_timeline_model_get_position (fixture->model, 0, (guint)row->task), ==, (int)i);
    }

  g_assert_true (qd_timeline_model_find_span (fixture->model, &span));
  g_assert_cmpint (span.from, ==, qd_minute_from_day (QD_TEST_MONDAY) + 540);
  g_assert_cmpint (span.until, ==, qd_minute_from_day (QD_TEST_MONDAY + 80) + 1020);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/timeline-rows/" path, QdTestTimeline, NULL, qd_test_timeline_set_up, func, qd_test_timeline_tear_down)
  ADD ("tree", test_tree);
  ADD ("phases", test_phases);
  ADD ("owners", test_owners);
  ADD ("objectives", test_objectives);
  ADD ("accounts", test_accounts);
  ADD ("filters", test_filters);
  ADD ("sorts", test_sorts);
  ADD ("stays", test_stays);
  ADD ("many", test_many);
#undef ADD

  return g_test_run ();
}
