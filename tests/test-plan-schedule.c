/* test-plan-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-plan-fixture.h"
#include "qd-task-edits.h"
#include "qd-task-table-edits.h"
#include "qd-working-calendar.h"

/* What waits for a task goes along with it, and comes back with one undo. */
static void
test_push (Fixture      *fixture,
           gconstpointer data)
{
  QdTask *first = add_task (fixture, "First", MONDAY, MONDAY + 1, 2);
  QdTask *second = add_task (fixture, "Second", MONDAY + 2, MONDAY + 4, 3);
  QdTask *other = add_task (fixture, "Other", MONDAY + 2, MONDAY + 2, 1);

  qd_test_add (fixture->portfolio, create_link (fixture, first, second));
  assert_days (second, MONDAY + 2, MONDAY + 4);

  /* A day later: Wednesday to Friday becomes Thursday to Monday. */
  set_day (fixture, first, "start", MONDAY + 1);
  assert_days (first, MONDAY + 1, MONDAY + 2);
  assert_days (second, MONDAY + 3, MONDAY + 7);
  assert_days (other, MONDAY + 2, MONDAY + 2);
  g_assert_cmpint (second->duration, ==, 3 * 480);

  qd_test_undo (fixture->store);
  assert_days (first, MONDAY, MONDAY + 1);
  assert_days (second, MONDAY + 2, MONDAY + 4);
  qd_test_redo (fixture->store);
  assert_days (second, MONDAY + 3, MONDAY + 7);

  /* Earlier again, it follows. */
  set_day (fixture, first, "start", MONDAY);
  assert_days (second, MONDAY + 2, MONDAY + 4);
}

/* A task that waits is put later: it is held there; as early as it can be: it follows. */
static void
test_hold (Fixture      *fixture,
           gconstpointer data)
{
  QdTask *first = add_task (fixture, "First", MONDAY, MONDAY + 1, 2);
  QdTask *second = add_task (fixture, "Second", MONDAY + 2, MONDAY + 2, 1);

  qd_test_add (fixture->portfolio, create_link (fixture, first, second));
  set_day (fixture, second, "start", MONDAY + 8);
  assert_days (second, MONDAY + 8, MONDAY + 8);
  g_assert_cmpint (second->constraint_kind, ==, QD_CONSTRAINT_KIND_NOT_BEFORE);
  g_assert_cmpint (second->constraint_day, ==, MONDAY + 8);

  set_day (fixture, first, "start", MONDAY + 3);
  assert_days (second, MONDAY + 8, MONDAY + 8);

  /* Before it may: it goes where it may, and no link is broken. */
  set_day (fixture, second, "start", MONDAY);
  assert_days (second, MONDAY + 7, MONDAY + 7);
  g_assert_cmpint (second->constraint_kind, ==, QD_CONSTRAINT_KIND_NONE);
}

/* A milestone has no start: the day it is due is the day it is held on. */
static void
test_hold_milestone (Fixture      *fixture,
                     gconstpointer data)
{
  QdTask *first = add_task (fixture, "First", MONDAY, MONDAY + 1, 2);
  QdTask *milestone = add_task (fixture, "Milestone", QD_DAY_NONE, MONDAY + 1, 0);

  set_kind (fixture, milestone, QD_TASK_KIND_MILESTONE);
  qd_test_add (fixture->portfolio, create_link (fixture, first, milestone));
  assert_days (milestone, QD_DAY_NONE, MONDAY + 1);
  set_day (fixture, milestone, "due", MONDAY + 4);
  assert_days (milestone, QD_DAY_NONE, MONDAY + 4);
  g_assert_cmpint (milestone->constraint_kind, ==, QD_CONSTRAINT_KIND_NOT_BEFORE);
  g_assert_cmpint (milestone->constraint_day, ==, MONDAY + 4);

  set_day (fixture, first, "start", MONDAY + 2);
  assert_days (milestone, QD_DAY_NONE, MONDAY + 4);
  set_day (fixture, first, "start", MONDAY + 7);
  assert_days (milestone, QD_DAY_NONE, MONDAY + 8);

  set_day (fixture, milestone, "due", MONDAY);
  assert_days (milestone, QD_DAY_NONE, MONDAY + 8);
  g_assert_cmpint (milestone->constraint_kind, ==, QD_CONSTRAINT_KIND_NONE);
}

static void
test_cycle (Fixture      *fixture,
            gconstpointer data)
{
  QdTask *first = add_task (fixture, "First", MONDAY, MONDAY + 1, 2);
  QdTask *second = add_task (fixture, "Second", MONDAY + 2, MONDAY + 2, 1);
  g_autoptr(QdLink) back = create_link (fixture, second, first);
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  qd_test_add (fixture->portfolio, create_link (fixture, first, second));
  qd_record_add_async (back, fixture->store, "Link", qd_test_async_cb, &slot);
  g_assert_false (qd_test_await_edit (fixture->store, &slot, &error));
  g_assert_error (error, QD_PLAN_ERROR, QD_PLAN_ERROR_CYCLE);
  g_assert_true (strstr (error->message, "“First” → “Second” → “First”") != NULL ||
                 strstr (error->message, "“Second” → “First” → “Second”") != NULL);
  g_assert_null (qd_portfolio_lookup (fixture->portfolio, QD_TYPE_LINK, qd_record_get_id (back)));
}

/* Both ends said: the length is what lies between. The end said: the same. A window stays as it is. */
static void
test_lengths (Fixture      *fixture,
              gconstpointer data)
{
  QdTask *task = add_task (fixture, "Task", MONDAY, MONDAY + 1, 2);
  QdTask *window = add_task (fixture, "Window", MONDAY, MONDAY + 9, 0);

  set_day (fixture, task, "due", MONDAY + 7);
  assert_days (task, MONDAY, MONDAY + 7);
  g_assert_cmpint (task->duration, ==, 6 * 480);

  set_day (fixture, window, "start", MONDAY + 5);
  assert_days (window, MONDAY + 5, MONDAY + 9);
}

/* What waits for another and is put before it goes back: no link is broken, and no summary
 * is elsewhere than what it sums up. */
static void
test_put_back (Fixture      *fixture,
               gconstpointer data)
{
  QdTask *first = add_task (fixture, "First", MONDAY, MONDAY + 1, 2);
  QdTask *second = add_task (fixture, "Second", MONDAY + 2, MONDAY + 3, 2);
  QdTask *summary = add_task (fixture, "Summary", MONDAY, MONDAY + 3, 0);

  qd_test_add (fixture->portfolio, create_link (fixture, first, second));
  set_number (fixture, first, "parent", qd_record_get_id (summary));
  set_number (fixture, second, "parent", qd_record_get_id (summary));
  assert_days (summary, MONDAY, MONDAY + 3);

  set_day (fixture, second, "start", MONDAY);
  assert_days (second, MONDAY + 2, MONDAY + 3);
  set_day (fixture, second, "start", MONDAY + 1);
  assert_days (second, MONDAY + 2, MONDAY + 3);
  g_assert_cmpint (second->constraint_kind, ==, QD_CONSTRAINT_KIND_NONE);

  set_day (fixture, summary, "start", MONDAY - 7);
  assert_days (summary, MONDAY, MONDAY + 3);
  set_day (fixture, summary, "due", MONDAY + 30);
  assert_days (summary, MONDAY, MONDAY + 3);
}

/* All by as many days: over a weekend they take as long as before. */
static void
test_shift (Fixture      *fixture,
            gconstpointer data)
{
  QdTask *task = add_task (fixture, "Task", MONDAY + 3, MONDAY + 4, 2);
  g_autoptr(GPtrArray) tasks = g_ptr_array_new ();
  g_autoptr(GAsyncResult) slot = NULL;

  g_ptr_array_add (tasks, task);
  qd_tasks_shift_async (tasks, 1, fixture->store, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  g_assert_cmpint (task->duration, ==, 2 * 480);
  assert_days (task, MONDAY + 4, MONDAY + 7);
}

/* A circle that a file has brought along is no reason to refuse what has nothing to do with
 * it, but neither to let another in. */
static void
test_cycle_beside (Fixture      *fixture,
                   gconstpointer data)
{
  QdTask *tasks[4];
  g_autoptr(QdLink) there = NULL;
  g_autoptr(QdLink) back = NULL;
  g_autoptr(QdLink) joining = NULL;
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch = qd_batch_new ();

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("%c", 'A' + i);

      tasks[i] = add_task (fixture, title, MONDAY, MONDAY, 1);
    }

  there = create_link (fixture, tasks[0], tasks[1]);
  back = create_link (fixture, tasks[1], tasks[0]);
  qd_batch_insert (batch, there);
  qd_batch_insert (batch, back);
  qd_batch_apply_async (batch, fixture->store, "Import", NULL, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));

  qd_test_add (fixture->portfolio, create_link (fixture, tasks[1], tasks[2]));
  set_day (fixture, tasks[3], "start", MONDAY + 2);
  assert_days (tasks[3], MONDAY + 2, MONDAY + 2);

  /* The knot would grow: no more knots than before, but two tasks more that wait for themselves. */
  joining = create_link (fixture, tasks[2], tasks[0]);
  qd_record_add_async (joining, fixture->store, "Link", qd_test_async_cb, &slot);
  g_assert_false (qd_test_await_edit (fixture->store, &slot, &error));
  g_assert_error (error, QD_PLAN_ERROR, QD_PLAN_ERROR_CYCLE);
  g_assert_nonnull (strstr (error->message, "“C” → "));
}

/* A summary spans what it sums up. */
static void
test_summary (Fixture      *fixture,
              gconstpointer data)
{
  QdTask *summary = add_task (fixture, "Summary", MONDAY, MONDAY, 0);
  QdTask *task = add_task (fixture, "Task", MONDAY + 1, MONDAY + 2, 2);
  g_autoptr(QdTask) draft = qd_record_dup_draft (task);
  g_autoptr(GAsyncResult) slot = NULL;

  g_object_set (draft, "parent", qd_record_get_id (summary), NULL);
  qd_record_save_async (draft, fixture->store, "Indent", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  assert_days (summary, MONDAY + 1, MONDAY + 2);

  set_day (fixture, task, "start", MONDAY + 4);
  assert_days (task, MONDAY + 4, MONDAY + 7);
  assert_days (summary, MONDAY + 4, MONDAY + 7);
}

/* What is not done by the status day is done after it. */
static void
test_status_day (Fixture      *fixture,
                 gconstpointer data)
{
  QdTask *done = add_task (fixture, "Done", MONDAY, MONDAY + 1, 2);
  QdTask *open = add_task (fixture, "Open", MONDAY + 1, MONDAY + 2, 2);
  g_autoptr(QdTask) draft = qd_record_dup_draft (done);
  g_autoptr(GAsyncResult) slot = NULL;

  g_object_set (draft, "status", QD_TASK_STATUS_DONE, "progress", G_GINT64_CONSTANT (100), NULL);
  qd_record_save_async (draft, fixture->store, "Complete", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  qd_plan_set_status_day_async (fixture->store, fixture->plan, MONDAY + 7, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  assert_days (done, MONDAY, MONDAY + 1);
  assert_days (open, MONDAY + 7, MONDAY + 8);
  qd_test_undo (fixture->store);
  assert_days (open, MONDAY + 1, MONDAY + 2);
  g_assert_cmpint (fixture->plan->status_day, ==, QD_DAY_NONE);
}

/* A task of theirs waits until their public holiday is over, one of ours does not. */
static void
test_public_holiday (Fixture      *fixture,
                     gconstpointer data)
{
  const int          christmas_eve = 20811; /* a Thursday: 2026-12-24 */
  QdWorkingCalendar *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
  QdTask            *ours = add_task (fixture, "Ours", christmas_eve, QD_DAY_NONE, 2);
  QdTask            *theirs = add_task (fixture, "Theirs", christmas_eve, QD_DAY_NONE, 2);
  g_autoptr(QdTask) draft = qd_record_dup_draft (theirs);
  g_autoptr(GAsyncResult) slot = NULL;

  g_object_set (calendar, "account", qd_record_get_id (fixture->account), "hours", QD_WORK_WEEK_USUAL, "country", "DE", NULL);
  qd_test_add (fixture->portfolio, calendar);
  g_object_set (draft, "customer-owner", "Ada", NULL);
  qd_record_save_async (draft, fixture->store, "Assign", qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  set_day (fixture, theirs, "start", christmas_eve - 1);
  set_day (fixture, theirs, "start", christmas_eve);
  assert_days (ours, christmas_eve, christmas_eve + 1);
  assert_days (theirs, christmas_eve, christmas_eve + 4);
}

/* A task that waits cannot be put before what it waits for: it goes back to where it can be. */
static void
test_too_early (Fixture      *fixture,
                gconstpointer data)
{
  QdTask *first = add_task (fixture, "First", MONDAY, MONDAY + 1, 2);
  QdTask *second = add_task (fixture, "Second", MONDAY + 2, MONDAY + 2, 1);

  qd_test_add (fixture->portfolio, create_link (fixture, first, second));
  set_day (fixture, second, "start", MONDAY);
  assert_days (second, MONDAY + 2, MONDAY + 2);
}

#define N_TASKS 12

/* Edits of one plan one after another come out as if each had read the plan anew. */
static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  Fixture other;
  QdTask *tasks[2][N_TASKS];
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  set_up (&other, NULL);

  for (int i = 0; i < N_TASKS; i++)
    {
      int start = MONDAY + g_rand_int_range (rand, 0, 10);
      int n_days = g_rand_int_range (rand, 1, 4);

      tasks[0][i] = add_task (fixture, "Task", start, QD_DAY_NONE, n_days);
      tasks[1][i] = add_task (&other, "Task", start, QD_DAY_NONE, n_days);

      if (i > 2)
        {
          int from = g_rand_int_range (rand, 0, i);

          qd_test_add (fixture->portfolio, create_link (fixture, tasks[0][from], tasks[0][i]));
          qd_test_add (other.portfolio, create_link (&other, tasks[1][from], tasks[1][i]));
        }
    }

  for (int i = 0; i < 60; i++)
    {
      int         index = g_rand_int_range (rand, 0, N_TASKS);
      const char *property = g_rand_boolean (rand) ? "start" : "due";
      int         day = MONDAY + g_rand_int_range (rand, 0, 30);

      if (g_str_equal (property, "due"))
        day = MAX (day, tasks[0][index]->start);

      set_day (fixture, tasks[0][index], property, day);

      /* Whatever else is written makes the next edit read the plan. */
      qd_test_undo (other.store);
      qd_test_redo (other.store);
      set_day (&other, tasks[1][index], property, day);

      if (i % 7 == 0)
        {
          qd_test_undo (fixture->store);
          qd_test_undo (other.store);
        }

      for (int j = 0; j < N_TASKS; j++)
        {
          assert_days (tasks[0][j], tasks[1][j]->start, tasks[1][j]->due);
          g_assert_cmpint (tasks[0][j]->duration, ==, tasks[1][j]->duration);
          g_assert_cmpint (tasks[0][j]->constraint_kind, ==, tasks[1][j]->constraint_kind);
          g_assert_cmpint (tasks[0][j]->constraint_day, ==, tasks[1][j]->constraint_day);
        }
    }

  tear_down (&other, NULL);
}

/* A milestone, and what only has a day it is due, are moved to it as well, and each as often
 * as it is asked for to the same day. */
static void
test_status_day_again (Fixture      *fixture,
                       gconstpointer data)
{
  QdTask *milestone = add_task (fixture, "Milestone", QD_DAY_NONE, MONDAY, 0);
  QdTask *due = add_task (fixture, "Due", QD_DAY_NONE, MONDAY + 1, 0);
  QdTask *begun = add_task (fixture, "Begun", MONDAY, MONDAY + 3, 0);
  g_autoptr(GAsyncResult) slot = NULL;

  set_kind (fixture, milestone, QD_TASK_KIND_MILESTONE);
  set_number (fixture, begun, "progress", 50);
  qd_plan_set_status_day_async (fixture->store, fixture->plan, MONDAY + 7, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));

  for (guint i = 0; i < 3; i++)
    {
      assert_days (milestone, QD_DAY_NONE, MONDAY + 7);
      assert_days (due, MONDAY + 7, MONDAY + 7);
      assert_days (begun, MONDAY, MONDAY + 8);
      qd_plan_reschedule_async (fixture->store, fixture->plan, qd_test_async_cb, &slot);
      g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
    }

  g_assert_cmpint (begun->duration, ==, 4 * 480);
}

/* Work stands still over lunch, also where it ends with the day. */
static void
test_lunch (Fixture      *fixture,
            gconstpointer data)
{
  QdWorkingCalendar *calendar = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);
  QdTask            *task;
  QdTask            *next;
  g_autoptr(QdPlanCalendars) calendars = NULL;

  g_object_set (calendar, "hours", "Mo-Fr 09:00-12:00,13:00-18:00", NULL);
  qd_test_add (fixture->portfolio, calendar);
  task = add_task (fixture, "Task", MONDAY, MONDAY, 0);
  next = add_task (fixture, "Next", MONDAY, MONDAY, 0);
  set_number (fixture, task, "duration", 6 * 60);
  set_number (fixture, next, "duration", 2 * 60);
  qd_test_add (fixture->portfolio, create_link (fixture, task, next));
  set_number (fixture, task, "start-time", 11 * 60);

  /* An hour before lunch, and five after it: until six. */
  assert_days (task, MONDAY, MONDAY);
  g_assert_cmpint (task->due_time, ==, QD_INTEGER_NONE);
  calendars = qd_plan_calendars_new_for (fixture->portfolio, 0, MONDAY, MONDAY + 7);
  g_assert_cmpint (qd_task_get_finish_minute (task, calendars), ==, qd_minute_from_day (MONDAY) + 18 * 60);
  assert_days (next, MONDAY + 1, MONDAY + 1);
  g_assert_cmpint (next->start_time, ==, QD_INTEGER_NONE);
  g_assert_cmpint (next->due_time, ==, 11 * 60);
}

/* What has begun waits no longer; once nothing of its checklist is done, it does again. */
static void
test_checklist (Fixture      *fixture,
                gconstpointer data)
{
  QdTask      *first = add_task (fixture, "First", MONDAY, MONDAY + 1, 2);
  QdTask      *second = add_task (fixture, "Second", MONDAY + 2, MONDAY + 3, 2);
  QdCheckItem *item = qd_record_new_draft (QD_TYPE_CHECK_ITEM);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GAsyncResult) slot = NULL;

  qd_test_add (fixture->portfolio, create_link (fixture, first, second));
  g_object_set (item, "task", qd_record_get_id (second), "title", "Item", NULL);
  item = qd_test_add (fixture->portfolio, item);
  g_ptr_array_add (items, item);
  set_number (fixture, second, "progress", 50);
  set_day (fixture, first, "start", MONDAY + 7);
  assert_days (second, MONDAY + 2, MONDAY + 3);

  qd_check_item_set_done_async (fixture->store, second, item, FALSE, items, qd_test_async_cb, &slot);
  g_assert_true (qd_test_await_edit (fixture->store, &slot, NULL));
  g_assert_cmpint (second->progress, ==, 0);
  assert_days (second, MONDAY + 9, MONDAY + 10);
}

/* Calendars reach as far as lags lead. */
static void
test_long_lag (Fixture      *fixture,
               gconstpointer data)
{
  QdTask *first = add_task (fixture, "First", MONDAY, MONDAY, 1);
  QdTask *second = add_task (fixture, "Second", MONDAY, MONDAY, 1);
  QdLink *link = create_link (fixture, first, second);

  g_object_set (link, "lag", G_GINT64_CONSTANT (9 * 52) * 5 * 480, NULL);
  qd_test_add (fixture->portfolio, link);
  assert_days (second, MONDAY + 9 * 52 * 7 + 1, MONDAY + 9 * 52 * 7 + 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/plan-schedule/push", test_push);
  ADD ("/plan-schedule/hold", test_hold);
  ADD ("/plan-schedule/hold/milestone", test_hold_milestone);
  ADD ("/plan-schedule/put-back", test_put_back);
  ADD ("/plan-schedule/shift", test_shift);
  ADD ("/plan-schedule/cycle", test_cycle);
  ADD ("/plan-schedule/cycle/beside", test_cycle_beside);
  ADD ("/plan-schedule/lengths", test_lengths);
  ADD ("/plan-schedule/summary", test_summary);
  ADD ("/plan-schedule/status-day", test_status_day);
  ADD ("/plan-schedule/public-holiday", test_public_holiday);
  ADD ("/plan-schedule/too-early", test_too_early);
  ADD ("/plan-schedule/kept", test_kept);
  ADD ("/plan-schedule/status-day/again", test_status_day_again);
  ADD ("/plan-schedule/checklist", test_checklist);
  ADD ("/plan-schedule/lunch", test_lunch);
  ADD ("/plan-schedule/long-lag", test_long_lag);

  return g_test_run ();
}
