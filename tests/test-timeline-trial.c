/* test-timeline-trial.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <math.h>

#include "qd-schedule-edits.h"
#include "qd-test-timeline.h"
#include "qd-timeline-trial.h"

#define N_TASKS 14

static const QdTimeStep day_step = { QD_TIME_UNIT_DAY, 1 };

/* What a drag may change of a task */
typedef struct
{
  int    start;
  int    due;
  gint64 start_time;
  gint64 due_time;
  gint64 duration;
  int    constraint_kind;
  int    constraint_day;
  gint64 constraint_time;
} Place;

static Place
get_place (QdTask *task)
{
  return (Place){ task->start, task->due,
                  task->start_time, task->due_time,
                  task->duration, (int)task->constraint_kind,
                  task->constraint_day, task->constraint_time };
}

static QdTimelineTrial *
create_trial (QdTestTimeline *fixture,
              QdTimelineGrip  grip,
              QdTask         *first,
              QdTask         *second)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  QdTask *tasks[] = { first, second };

  for (int i = 0; i < 2; i++)
    if (tasks[i] != NULL)
      {
        const QdTimelineRow *row = qd_timeline_model_get_row (fixture->model, qd_test_get_row (fixture, tasks[i]));
        guint                task = (guint)row->task;

        g_array_append_val (rows, task);
      }

  return qd_timeline_trial_new (fixture->model, 0, rows, grip);
}

static void
assert_words (QdTimelineTrial *trial,
              const char      *expected)
{
  g_autofree char *words = qd_timeline_trial_dup_words (trial);

  g_assert_cmpstr (words, ==, expected);
}

static gboolean
drop (QdTestTimeline  *fixture,
      QdTimelineTrial *trial,
      GError         **error)
{
  g_autofree char *label = NULL;
  QdBatch         *batch = qd_timeline_trial_create_batch (trial, &label);

  return qd_test_apply (fixture, batch, label, error);
}

static void
assert_days (QdTask *task,
             int     first,
             int     last)
{
  g_assert_cmpint (task->start - QD_TEST_MONDAY, ==, first);
  g_assert_cmpint (task->due - QD_TEST_MONDAY, ==, last);
}

/* By hand: two days from Monday on, moved by three, go from Thursday to Friday; what waits goes to the next week. */
static void
test_move (QdTestTimeline *fixture,
           gconstpointer   data)
{
  QdTask *design = qd_test_add_task (fixture, "Design", 0, 1), *build = qd_test_add_task (fixture, "Build", 2, 4);
  g_autoptr(QdTimelineTrial) trial = NULL;
  GArray *ghosts;

  qd_test_add_link (fixture, design, build);
  trial = create_trial (fixture, QD_TIMELINE_GRIP_BAR, design, NULL);
  g_assert_cmpuint (qd_timeline_trial_get_n_tasks (trial), ==, 1);
  g_assert_false (qd_timeline_trial_is_moved (trial));
  g_assert_true (qd_timeline_trial_move (trial, 3 * QD_MINUTES_PER_DAY + 100, day_step));
  g_assert_false (qd_timeline_trial_move (trial, 3 * QD_MINUTES_PER_DAY - 100, day_step));
  assert_words (trial, "Thu 4 Jun – Fri 5 Jun · 2 d\n1 other task moves\nThe plan then ends on Wed 10 Jun");
  ghosts = qd_timeline_trial_get_ghosts (trial);
  g_assert_cmpuint (ghosts->len, ==, 2);

  for (guint i = 0; i < 2; i++)
    {
      const QdTimelineGhost *ghost = &g_array_index (ghosts, QdTimelineGhost, i);

      g_assert_cmpint (ghost->hand, ==, ghost->position == 0);
      g_assert_false (ghost->broken);
      g_assert_cmpint (ghost->start, ==, qd_minute_from_day (QD_TEST_MONDAY + (ghost->hand ? 3 : 7)) + 540);
      g_assert_cmpint (ghost->finish, ==, qd_minute_from_day (QD_TEST_MONDAY + (ghost->hand ? 4 : 9)) + 1020);
    }

  /* Until it is let go, nothing has happened. */
  assert_days (design, 0, 1);
  assert_days (build, 2, 4);
  g_assert_true (drop (fixture, trial, NULL));
  assert_days (design, 3, 4);
  assert_days (build, 7, 9);
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Move “Design”");
  qd_test_undo (fixture->store);
  assert_days (design, 0, 1);
  assert_days (build, 2, 4);
}

/* Onto a Saturday is nearer to Friday, onto a Sunday nearer to Monday. */
static void
test_weekend (QdTestTimeline *fixture,
              gconstpointer   data)
{
  static const int cases[][2] = { { 4, 4 }, { 5, 4 }, { 6, 7 }, { 7, 7 } };
  QdTask          *task = qd_test_add_task (fixture, "Task", 0, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(QdTimelineTrial) trial = create_trial (fixture, QD_TIMELINE_GRIP_BAR, task, NULL);
      const QdTimelineGhost *ghost;

      qd_timeline_trial_move (trial, cases[i][0] * QD_MINUTES_PER_DAY, day_step);
      ghost = &g_array_index (qd_timeline_trial_get_ghosts (trial), QdTimelineGhost, 0);
      g_assert_cmpint (qd_minute_get_day (ghost->start) - QD_TEST_MONDAY, ==, cases[i][1]);
    }
}

/* Before what it waits for it cannot be: the words say so, and it is drawn where it would come to lie. */
static void
test_blocked (QdTestTimeline *fixture,
              gconstpointer   data)
{
  QdTask *design = qd_test_add_task (fixture, "Design", 0, 1), *build = qd_test_add_task (fixture, "Build", 2, 4);
  g_autoptr(QdTimelineTrial) trial = NULL;
  const QdTimelineGhost *ghost;

  qd_test_add_link (fixture, design, build);
  trial = create_trial (fixture, QD_TIMELINE_GRIP_BAR, build, NULL);
  g_assert_true (qd_timeline_trial_move (trial, -2 * QD_MINUTES_PER_DAY, day_step));
  assert_words (trial, "Wed 3 Jun – Fri 5 Jun · 3 d\nWaits for “Design”");
  ghost = &g_array_index (qd_timeline_trial_get_ghosts (trial), QdTimelineGhost, 0);
  g_assert_true (ghost->broken);
  g_assert_cmpint (ghost->start, ==, qd_minute_from_day (QD_TEST_MONDAY + 2) + 540);
  g_assert_true (drop (fixture, trial, NULL));
  assert_days (build, 2, 4);
}

/* What would be too late is named. */
static void
test_breaks (QdTestTimeline *fixture,
             gconstpointer   data)
{
  QdTask *design = qd_test_add_task (fixture, "Design", 0, 1), *build = qd_test_add_task (fixture, "Build", 2, 4);
  g_autoptr(QdTimelineTrial) trial = NULL;
  gboolean broken = FALSE;

  qd_test_add_link (fixture, design, build);
  qd_test_change (fixture, build, "constraint-kind", QD_CONSTRAINT_KIND_NOT_AFTER, "constraint-day", QD_TEST_MONDAY + 4);
  trial = create_trial (fixture, QD_TIMELINE_GRIP_END, design, NULL);
  g_assert_true (qd_timeline_trial_move (trial, QD_MINUTES_PER_DAY, day_step));
  assert_words (trial,
                "Mon 1 Jun – Wed 3 Jun · 3 d\n1 other task moves\nThe plan then ends on Mon 8 Jun\n"
                "“Build” ends after Fri 5 Jun, by which it is to be finished");

  for (guint i = 0; i < 2; i++)
    {
      const QdTimelineGhost *ghost = &g_array_index (qd_timeline_trial_get_ghosts (trial), QdTimelineGhost, i);

      broken |= ghost->broken && ghost->position == 1;
    }

  g_assert_true (broken);
}

/* An end does not cross the other: by days the task is at least a day long. */
static void
test_ends (QdTestTimeline *fixture,
           gconstpointer   data)
{
  QdTask *task = qd_test_add_task (fixture, "Task", 7, 9);

  for (int i = 0; i < 2; i++)
    {
      QdTimelineGrip grip = i == 0 ? QD_TIMELINE_GRIP_END : QD_TIMELINE_GRIP_START;
      g_autoptr(QdTimelineTrial) trial = create_trial (fixture, grip, task, NULL);

      g_assert_true (qd_timeline_trial_move (trial, (i == 0 ? -1 : 1) * 30 * QD_MINUTES_PER_DAY, day_step));
      g_assert_true (drop (fixture, trial, NULL));
      assert_days (task, i == 0 ? 7 : 9, i == 0 ? 7 : 9);
      g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Change Length of “Task”");
      qd_test_undo (fixture->store);
      assert_days (task, 7, 9);
    }
}

/* Milestones and brackets have no ends of their own; a bracket is moved by what it sums up. */
static void
test_held (QdTestTimeline *fixture,
           gconstpointer   data)
{
  QdTask *summary = qd_test_add_task (fixture, "All", QD_DAY_NONE, QD_DAY_NONE);
  QdTask *one = qd_test_add_child (fixture, summary, "One", 0, 1), *two = qd_test_add_child (fixture, summary, "Two", 2, 4);
  QdTask *milestone = qd_test_add_milestone (fixture, "Go", 4);
  QdTask *nowhere = qd_test_add_task (fixture, "Someday", QD_DAY_NONE, QD_DAY_NONE);
  g_autoptr(QdTimelineTrial) trial = create_trial (fixture, QD_TIMELINE_GRIP_BAR, summary, one);

  g_assert_cmpuint (qd_timeline_trial_get_n_tasks (trial), ==, 2);
  g_assert_true (qd_timeline_trial_move (trial, 7 * QD_MINUTES_PER_DAY, day_step));
  g_assert_true (drop (fixture, trial, NULL));
  g_assert_cmpstr (qd_store_get_undo_label (fixture->store), ==, "Move 2 Tasks");
  assert_days (one, 7, 8);
  assert_days (two, 9, 11);
  assert_days (summary, 7, 11);
  g_clear_pointer (&trial, qd_timeline_trial_free);

  trial = create_trial (fixture, QD_TIMELINE_GRIP_END, summary, milestone);
  g_assert_cmpuint (qd_timeline_trial_get_n_tasks (trial), ==, 0);
  g_clear_pointer (&trial, qd_timeline_trial_free);

  trial = create_trial (fixture, QD_TIMELINE_GRIP_BAR, nowhere, NULL);
  g_assert_cmpuint (qd_timeline_trial_get_n_tasks (trial), ==, 0);
  g_clear_pointer (&trial, qd_timeline_trial_free);

  trial = create_trial (fixture, QD_TIMELINE_GRIP_BAR, milestone, NULL);
  g_assert_true (qd_timeline_trial_move (trial, 7 * QD_MINUTES_PER_DAY, day_step));
  g_assert_true (drop (fixture, trial, NULL));
  g_assert_cmpint (milestone->due, ==, QD_TEST_MONDAY + 11);
}

/* Where one of several finds no working time, none of them is moved, and the place they had before stays. */
static void
test_all_or_none (QdTestTimeline *fixture,
                  gconstpointer   data)
{
  QdTask *one = qd_test_add_task (fixture, "One", 0, 1), *far = qd_test_add_task (fixture, "Far", 900, 1200);
  g_autoptr(QdTimelineTrial) trial = create_trial (fixture, QD_TIMELINE_GRIP_BAR, one, far);
  Place before;
  int   by;

  g_assert_true (qd_timeline_trial_move (trial, 7 * QD_MINUTES_PER_DAY, day_step));
  assert_words (trial, "2 tasks\nThe plan then ends on 20 Sep 2029");

  /* Further than any calendar */
  for (by = 1000; by < 30000 && qd_timeline_trial_move (trial, by * (double)QD_MINUTES_PER_DAY, day_step); by += 1000)
    continue;

  g_assert_cmpint (by, <, 30000);
  before = get_place (one);
  g_assert_true (qd_timeline_trial_move (trial, 7 * QD_MINUTES_PER_DAY, day_step));
  g_assert_false (qd_timeline_trial_move (trial, by * (double)QD_MINUTES_PER_DAY, day_step));
  g_assert_true (drop (fixture, trial, NULL));
  g_assert_cmpint (one->start, ==, before.start + 7);
  g_assert_cmpint (far->start, ==, QD_TEST_MONDAY + 907);
}

static void
generate (QdTestTimeline *fixture,
          GRand          *rand,
          QdTask        **tasks)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < N_TASKS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %d", i);
      int              first = g_rand_int_range (rand, 0, 40), n_days = g_rand_int_range (rand, 1, 6);
      QdTask          *task = qd_test_draft_task (fixture, title, first, first + n_days - 1);
      int              kind = g_rand_int_range (rand, 0, 10);

      if (kind == 0)
        g_object_set (task, "kind", QD_TASK_KIND_MILESTONE, "start", QD_DAY_NONE, NULL);
      else if (kind == 1)
        g_object_set (task,
                      "kind", QD_TASK_KIND_WORKSHOP,
                      "due", task->start,
                      "start-time", (gint64)600 + 30 * g_rand_int_range (rand, 0, 6),
                      "duration", G_GINT64_CONSTANT (120),
                      NULL);
      else if (kind < 6)
        g_object_set (task, "duration", (gint64)n_days * 480 - 60 * g_rand_int_range (rand, 0, 5), "due", QD_DAY_NONE, NULL);

      if (i > 0 && kind > 1 && g_rand_int_range (rand, 0, 5) == 0 && tasks[i - 1]->kind == QD_TASK_KIND_TASK)
        g_object_set (task, "parent", qd_record_get_id (tasks[i - 1]), NULL);
      else if (g_rand_int_range (rand, 0, 6) == 0)
        g_object_set (task,
                      "constraint-kind", g_rand_int_range (rand, 0, 3),
                      "constraint-day", QD_TEST_MONDAY + first + g_rand_int_range (rand, -2, 3),
                      NULL);

      tasks[i] = qd_test_add (fixture->portfolio, task);
    }

  for (int i = 1; i < N_TASKS; i++)
    {
      int     from = g_rand_int_range (rand, 0, i);
      QdLink *link = qd_test_draft_link (fixture,
                                         tasks[from],
                                         tasks[i],
                                         g_rand_int_range (rand, 0, 4) == 0 ? g_rand_int_range (rand, 0, 4) : QD_LINK_KIND_FINISH_START,
                                         60 * g_rand_int_range (rand, -4, 12));
      g_autoptr(GAsyncResult) added = NULL;

      g_object_set (link, "elapsed", g_rand_boolean (rand), NULL);

      if (g_rand_boolean (rand) && tasks[i]->parent != qd_record_get_id (tasks[from]))
        {
          /* One that closes a circle by way of a summary is refused. */
          qd_record_add_async (link, fixture->store, "Link", qd_test_async_cb, &added);
          qd_test_await_edit (fixture->store, &added, NULL);
        }

      g_object_unref (link);
    }

  qd_plan_reschedule_async (fixture->store, fixture->plan, qd_test_async_cb, &slot);
  qd_test_await_edit (fixture->store, &slot, &error);
  g_assert_no_error (error);
  qd_test_settle (fixture->store);
}

/* What was shown is what has happened, task by task. */
static void
assert_as_shown (QdTestTimeline *fixture,
                 GHashTable     *ghosts,
                 QdTask        **tasks,
                 const Place    *before)
{
  QdPlanCalendars *calendars =
      qd_plan_schedule_get_calendars (qd_timeline_model_get_schedule (fixture->model, 0));

  for (int i = 0; i < N_TASKS; i++)
    {
      guint                  row = qd_test_get_row (fixture, tasks[i]);
      const QdTimelineGhost *ghost = g_hash_table_lookup (ghosts, GUINT_TO_POINTER (row));

      if (ghost != NULL)
        {
          g_assert_cmpint (qd_task_get_start_minute (tasks[i], calendars), ==, ghost->start);
          g_assert_cmpint (qd_task_get_finish_minute (tasks[i], calendars), ==, ghost->finish);
        }
      else
        {
          g_assert_cmpint (tasks[i]->start, ==, before[i].start);
          g_assert_cmpint (tasks[i]->due, ==, before[i].due);
          g_assert_cmpint (tasks[i]->start_time, ==, before[i].start_time);
          g_assert_cmpint (tasks[i]->due_time, ==, before[i].due_time);
        }
    }
}

static void
assert_places (QdTask     **tasks,
               const Place *places)
{
  for (int i = 0; i < N_TASKS; i++)
    {
      Place now = get_place (tasks[i]);

      g_assert_cmpmem (&now, sizeof now, &places[i], sizeof places[i]);
    }
}

static GHashTable *
dup_ghosts (QdTimelineTrial *trial)
{
  GHashTable *ghosts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GArray     *array = qd_timeline_trial_get_ghosts (trial);

  for (guint i = 0; i < array->len; i++)
    {
      const QdTimelineGhost *ghost = &g_array_index (array, QdTimelineGhost, i);

      g_hash_table_insert (ghosts, GUINT_TO_POINTER (ghost->position), g_memdup2 (ghost, sizeof *ghost));
    }

  return ghosts;
}

static void
drag (QdTestTimeline *fixture,
      GRand          *rand,
      QdTask        **tasks)
{
  static const double scales[] = { 10, 200, 1000, 4000 };
  QdTimeAxis          axis = { 0, scales[g_rand_int_range (rand, 0, G_N_ELEMENTS (scales))] };
  QdTimeStep          step = qd_time_axis_get_snap (&axis);
  QdTimelineGrip      grip = g_rand_boolean (rand) ? QD_TIMELINE_GRIP_BAR : g_rand_int_range (rand, 1, 3);
  double              reach = step.unit == QD_TIME_UNIT_DAY ? 12 * QD_MINUTES_PER_DAY : 2 * QD_MINUTES_PER_DAY;
  QdTask             *first = tasks[g_rand_int_range (rand, 0, N_TASKS)], *second = tasks[g_rand_int_range (rand, 0, N_TASKS)];
  Place               before[N_TASKS];
  g_autoptr(QdTimelineTrial) trial = create_trial (fixture, grip, first, g_rand_int_range (rand, 0, 3) == 0 && second != first ? second : NULL);
  g_autoptr(GHashTable) ghosts = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean         changed = FALSE;

  for (int i = 0; i < N_TASKS; i++)
    before[i] = get_place (tasks[i]);

  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    qd_timeline_trial_move (trial, g_rand_double_range (rand, -reach, reach), step);

  words = qd_timeline_trial_dup_words (trial);
  assert_places (tasks, before);

  if (!qd_timeline_trial_is_moved (trial))
    return;

  g_assert_cmpstr (words, !=, "");
  ghosts = dup_ghosts (trial);

  if (g_test_verbose ())
    g_test_message ("grip %d of “%s”, step %d × %d: %s", grip, first->title, step.unit, step.count, words);

  g_assert_true (drop (fixture, trial, &error));
  g_assert_no_error (error);
  assert_as_shown (fixture, ghosts, tasks, before);

  /* What goes back to where it was is no step. */
  for (int i = 0; i < N_TASKS; i++)
    {
      Place now = get_place (tasks[i]);

      changed |= memcmp (&now, &before[i], sizeof now) != 0;
    }

  if (!changed || g_rand_int_range (rand, 0, 3) != 0)
    return;

  qd_test_undo (fixture->store);
  qd_test_settle (fixture->store);
  assert_places (tasks, before);
}

/* For any plan and any drag: what is shown while a bar is in the hand is what comes of it, and one step undoes all of it. */
static void
test_property (QdTestTimeline *fixture,
               gconstpointer   data)
{
  guint   seed = GPOINTER_TO_UINT (data);
  GRand  *rand = g_rand_new_with_seed (seed);
  QdTask *tasks[N_TASKS];

  generate (fixture, rand, tasks);

  g_assert_cmpuint (qd_timeline_model_get_n_rows (fixture->model), ==, N_TASKS);

  for (int i = 0; i < 40; i++)
    drag (fixture, rand, tasks);

  g_rand_free (rand);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/timeline-trial/" path, QdTestTimeline, NULL, qd_test_timeline_set_up, func, qd_test_timeline_tear_down)
  ADD ("move", test_move);
  ADD ("weekend", test_weekend);
  ADD ("blocked", test_blocked);
  ADD ("breaks", test_breaks);
  ADD ("ends", test_ends);
  ADD ("held", test_held);
  ADD ("all-or-none", test_all_or_none);
#undef ADD

  for (guint i = 1; i <= 24; i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-trial/property/%u", i);

      g_test_add (path,
                  QdTestTimeline,
                  GUINT_TO_POINTER (i),
                  qd_test_timeline_set_up,
                  test_property,
                  qd_test_timeline_tear_down);
    }

  return g_test_run ();
}
