/* test-plan-schedule-random.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-closure.h"
#include "qd-plan-fixture.h"
#include "qd-plan-schedule.h"
#include "qd-task-edits.h"
#include "qd-task-table-edits.h"
#include "qd-working-calendar.h"

/* Plans that a person works on at random, and what must hold after each step. */

#define N_SEEDS 12
#define N_SEEDS_SLOW 300
#define N_TASKS 14
#define N_EDITS 40

typedef struct
{
  Fixture           *fixture;
  GRand             *rand;
  QdPlanSchedule    *live;
  QdWorkingCalendar *calendars[2]; /* ours and theirs */
  gboolean           by_calendar;  /* whether the last edit was of one of those, which writes no task */
} Run;

static GPtrArray *
get_children (Run  *run,
              GType type)
{
  return qd_portfolio_peek_children (run->fixture->portfolio, type, qd_record_get_id (run->fixture->plan));
}

/* Returns: (nullable): one of the plan's, at random */
static gpointer
pick (Run  *run,
      GType type)
{
  GPtrArray *children = get_children (run, type);

  return children != NULL && children->len > 0 ? g_ptr_array_index (children, g_rand_int_range (run->rand, 0, children->len)) : NULL;
}

static int
pick_day (Run *run)
{
  return MONDAY + g_rand_int_range (run->rand, -5, 60);
}

/* Every row of what a plan is made of, with every column */
static gpointer
dump_func (QdDb    *db,
           gpointer data,
           GError **error)
{
  static const char *const tables[] = { "plan", "task", "link", "working_calendar", "closure" };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", tables[i]);
      sqlite3_stmt    *stmt = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (qd_db_get_native (db), sql, -1, &stmt, NULL), ==, SQLITE_OK);

      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          for (int column = 0; column < sqlite3_column_count (stmt); column++)
            g_string_append_printf (text,
                                    "%d:%s|",
                                    sqlite3_column_type (stmt, column),
                                    (const char *)sqlite3_column_text (stmt, column));

          g_string_append_c (text, '\n');
        }

      sqlite3_finalize (stmt);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_rows (Run *run)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  qd_store_read_async (run->fixture->store, dump_func, NULL, NULL, g_free, NULL, qd_test_async_cb, &slot);
  result = qd_test_await (&slot);

  return qd_store_read_finish (run->fixture->store, result, NULL);
}

/* Saves it, or lets the store say why not. */
static gboolean
try_save (Run     *run,
          gpointer draft,
          gboolean is_new)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GError) error = NULL;

  if (is_new)
    qd_record_add_async (draft, run->fixture->store, "Add", qd_test_async_cb, &slot);
  else
    qd_record_save_async (draft, run->fixture->store, "Change", qd_test_async_cb, &slot);

  if (qd_test_await_edit (run->fixture->store, &slot, &error))
    return TRUE;

  g_assert_true (g_error_matches (error, QD_PLAN_ERROR, QD_PLAN_ERROR_CYCLE) ||
                 g_error_matches (error, QD_PLAN_ERROR, QD_PLAN_ERROR_NO_WORK) ||
                 g_error_matches (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE));
  g_test_message ("%s", error->message);

  return FALSE;
}

static gboolean
add_at_random (Run *run)
{
  g_autoptr(QdTask) task = qd_record_new_draft (QD_TYPE_TASK);
  g_autofree char *title = g_strdup_printf ("T%d", g_rand_int_range (run->rand, 0, 1000));
  int              start = pick_day (run);
  QdTaskKind       kind = g_rand_int_range (run->rand, 0, 8) == 0 ? QD_TASK_KIND_MILESTONE : QD_TASK_KIND_TASK;

  g_object_set (task, "plan", qd_record_get_id (run->fixture->plan), "title", title, "kind", kind, NULL);

  if (kind == QD_TASK_KIND_MILESTONE)
    g_object_set (task, "due", start, NULL);
  else if (g_rand_int_range (run->rand, 0, 6) > 0)
    g_object_set (task, "start", start, "due", start + g_rand_int_range (run->rand, 0, 9), NULL);

  if (kind != QD_TASK_KIND_MILESTONE && g_rand_boolean (run->rand))
    g_object_set (task, "duration", (gint64)g_rand_int_range (run->rand, 1, 8) * 240, NULL);

  if (g_rand_boolean (run->rand))
    g_object_set (task, g_rand_boolean (run->rand) ? "owner" : "customer-owner", "Somebody", NULL);

  return try_save (run, task, TRUE);
}

static gboolean
link_at_random (Run *run)
{
  QdTask *from = pick (run, QD_TYPE_TASK), *to = pick (run, QD_TYPE_TASK);
  g_autoptr(QdLink) link = NULL;

  if (from == to)
    return FALSE;

  link = create_link (run->fixture, from, to);
  g_object_set (link,
                "kind", g_rand_int_range (run->rand, 0, 2) == 0 ? g_rand_int_range (run->rand, 0, 4) : 0,
                "lag", (gint64)g_rand_int_range (run->rand, -2, 3) * 240,
                "elapsed", g_rand_boolean (run->rand),
                NULL);

  return try_save (run, link, TRUE);
}

static gboolean
change_link_at_random (Run *run)
{
  QdLink *link = pick (run, QD_TYPE_LINK);
  g_autoptr(QdLink) draft = NULL;
  g_autoptr(GAsyncResult) slot = NULL;

  if (link == NULL)
    return FALSE;

  if (g_rand_boolean (run->rand))
    {
      draft = qd_record_dup_draft (link);
      g_object_set (draft, "lag", (gint64)g_rand_int_range (run->rand, -2, 5) * 480, "kind", g_rand_int_range (run->rand, 0, 4), NULL);

      return try_save (run, draft, FALSE);
    }

  qd_record_remove_async (link, run->fixture->store, "Unlink", qd_test_async_cb, &slot);

  return qd_test_await_edit (run->fixture->store, &slot, NULL);
}

/* What a person says of when it is done */
static void
set_time_at_random (Run    *run,
                    QdTask *draft)
{
  switch (g_rand_int_range (run->rand, 0, 5))
    {
    case 0:
      g_object_set (draft, draft->kind == QD_TASK_KIND_MILESTONE ? "due" : "start", pick_day (run), NULL);
      break;

    case 1:
      g_object_set (draft, "due", pick_day (run), NULL);
      break;

    case 2:
      g_object_set (draft, "duration", (gint64)g_rand_int_range (run->rand, 0, 10) * 240, NULL);
      break;

    case 3:
      g_object_set (draft, "constraint-kind", g_rand_int_range (run->rand, 0, 3), "constraint-day", pick_day (run), NULL);
      break;

    default:
      g_object_set (draft, "constraint-kind", QD_CONSTRAINT_KIND_NONE, "constraint-day", QD_DAY_NONE, "constraint-time", QD_INTEGER_NONE, NULL);
      break;
    }
}

static gboolean
change_task_at_random (Run *run)
{
  QdTask *task = pick (run, QD_TYPE_TASK), *other = pick (run, QD_TYPE_TASK);
  g_autoptr(QdTask) draft = qd_record_dup_draft (task);

  switch (g_rand_int_range (run->rand, 0, 7))
    {
    case 0:
      g_object_set (draft, "owner", g_rand_boolean (run->rand) ? "Somebody" : NULL, NULL);
      break;

    case 1:
      g_object_set (draft, "progress", (gint64)g_rand_int_range (run->rand, 0, 100), NULL);
      break;

    case 2:
      g_object_set (draft, "status", QD_TASK_STATUS_DONE, "progress", G_GINT64_CONSTANT (100), NULL);
      break;

    case 3:
      g_object_set (draft, "parent", other != task && g_rand_boolean (run->rand) ? qd_record_get_id (other) : G_GINT64_CONSTANT (0), NULL);
      break;

    default:
      set_time_at_random (run, draft);
      break;
    }

  return try_save (run, draft, FALSE);
}

static gboolean
delete_at_random (Run *run)
{
  QdTask *task = pick (run, QD_TYPE_TASK);
  g_autoptr(GAsyncResult) slot = NULL;

  qd_task_delete_async (run->fixture->store, task, qd_test_async_cb, &slot);

  return qd_test_await_edit (run->fixture->store, &slot, NULL);
}

static gboolean
shift_at_random (Run *run)
{
  g_autoptr(GPtrArray) tasks = g_ptr_array_new ();
  g_autoptr(GAsyncResult) slot = NULL;
  GPtrArray *children = get_children (run, QD_TYPE_TASK);

  for (guint i = 0; i < children->len; i++)
    {
      if (g_rand_int_range (run->rand, 0, 3) == 0)
        g_ptr_array_add (tasks, g_ptr_array_index (children, i));
    }

  return qd_tasks_shift_async (tasks, g_rand_int_range (run->rand, 1, 9), run->fixture->store, qd_test_async_cb, &slot) > 0 &&
         qd_test_await_edit (run->fixture->store, &slot, NULL);
}

static gboolean
change_plan_at_random (Run *run)
{
  g_autoptr(GAsyncResult) slot = NULL;
  int day = g_rand_int_range (run->rand, 0, 3) == 0 ? QD_DAY_NONE : MONDAY + g_rand_int_range (run->rand, 0, 20);

  if (g_rand_int_range (run->rand, 0, 3) == 0)
    qd_plan_reschedule_async (run->fixture->store, run->fixture->plan, qd_test_async_cb, &slot);
  else
    qd_plan_set_status_day_async (run->fixture->store, run->fixture->plan, day, qd_test_async_cb, &slot);

  return qd_test_await_edit (run->fixture->store, &slot, NULL);
}

static gboolean
change_calendar_at_random (Run *run)
{
  static const char *const hours[] = { "Mo-Fr 09:00-17:00", "Mo-Th 07:00-11:00,12:00-16:00", "Su-Th 10:00-18:00" };
  QdWorkingCalendar       *calendar = run->calendars[g_rand_int_range (run->rand, 0, 2)];
  g_autoptr(QdClosure) closure = qd_record_new_draft (QD_TYPE_CLOSURE);
  g_autoptr(QdWorkingCalendar) draft = NULL;
  int first = pick_day (run);

  run->by_calendar = TRUE;

  if (g_rand_int_range (run->rand, 0, 3) == 0)
    {
      draft = qd_record_dup_draft (calendar);
      g_object_set (draft, "hours", hours[g_rand_int_range (run->rand, 0, 3)], NULL);

      return try_save (run, draft, FALSE);
    }

  g_object_set (closure,
                "calendar", qd_record_get_id (calendar),
                "kind", QD_CLOSURE_KIND_HOLIDAY,
                "stops", QD_CLOSURE_STOP_ALL,
                "name", "Holiday",
                "first", first,
                "last", first + g_rand_int_range (run->rand, 0, 4),
                NULL);

  return try_save (run, closure, TRUE);
}

/* Returns: whether anything was written */
static gboolean
edit_at_random (Run *run)
{
  run->by_calendar = FALSE;

  switch (g_rand_int_range (run->rand, 0, 14))
    {
    case 0:
      return add_at_random (run);

    case 1:
    case 2:
    case 3:
      return link_at_random (run);

    case 4:
      return change_link_at_random (run);

    case 5:
      return get_children (run, QD_TYPE_TASK)->len > N_TASKS / 2 && delete_at_random (run);

    case 6:
      return shift_at_random (run);

    case 7:
      return change_plan_at_random (run);

    case 8:
      return change_calendar_at_random (run);

    default:
      return change_task_at_random (run);
    }
}

static gboolean
has_said_days (QdPlanNetwork *network,
               guint          row)
{
  QdTask *task = qd_plan_network_get_task (network, row);

  if (!qd_task_is_placed (task))
    return TRUE;

  return !qd_plan_network_is_linked (network, row) && !qd_plan_network_is_summary (network, row) &&
         (task->duration <= 0 || task->start == QD_DAY_NONE);
}

static gboolean
has_slipped (Run  *run,
             guint row)
{
  GPtrArray *slips = qd_plan_schedule_get_slips (run->live);

  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      if (((QdSlip *)g_ptr_array_index (slips, i))->row == row)
        return TRUE;
    }

  return FALSE;
}

/* Of what the edit has moved the days are written as the schedule that is shown has them;
 * where nothing says otherwise than the days themselves, they are as they were said. */
static void
assert_written (Run        *run,
                GHashTable *before)
{
  QdPlanNetwork   *network = qd_plan_schedule_get_network (run->live);
  QdPlanCalendars *calendars = qd_plan_network_get_calendars (network);
  QdSchedule      *schedule = qd_plan_network_get_schedule (network);

  for (guint i = 0; i < qd_plan_network_get_n_tasks (network); i++)
    {
      QdTask         *task = qd_plan_network_get_task (network, i);
      gint64          id = qd_record_get_id (task);
      QdTask         *was = g_hash_table_lookup (before, &id);
      QdScheduleDates dates = qd_schedule_get_dates (schedule, i);

      if (was == NULL || has_said_days (network, i) ||
          (was->start == task->start && was->due == task->due && (run->by_calendar || !has_slipped (run, i))))
        continue;

      g_test_message ("“%s”", task->title);
      g_assert_cmpint (qd_task_get_finish_minute (task, calendars), ==, dates.finish);

      /* A milestone that sums up others has nowhere to say when they begin. */
      if (task->kind != QD_TASK_KIND_MILESTONE)
        g_assert_cmpint (qd_task_get_start_minute (task, calendars), ==, dates.start);
    }
}

/* What is shown is what comes of the records, from nothing. */
static void
assert_live (Run *run)
{
  QdPlanNetwork *network = qd_plan_schedule_get_network (run->live);
  QdSchedule    *schedule = qd_plan_network_get_schedule (network);
  g_autoptr(QdPlanNetwork) whole = qd_plan_network_new (run->fixture->plan,
                                                        get_children (run, QD_TYPE_TASK),
                                                        get_children (run, QD_TYPE_LINK),
                                                        qd_plan_schedule_get_calendars (run->live));

  for (guint i = 0; i < qd_plan_network_get_n_tasks (whole); i++)
    {
      QdScheduleDates dates = qd_schedule_get_dates (schedule, i);
      QdScheduleDates expected = qd_schedule_get_dates (qd_plan_network_get_schedule (whole), i);

      g_assert_true (qd_plan_network_get_task (network, i) == qd_plan_network_get_task (whole, i));
      g_assert_cmpmem (&dates, sizeof dates, &expected, sizeof expected);
    }
}

/* From slip to slip by the main reason: it ends, and at something that a person did. */
static void
assert_slips (Run *run)
{
  GPtrArray          *slips = qd_plan_schedule_get_slips (run->live);
  QdPlanNetwork      *network = qd_plan_schedule_get_network (run->live);
  guint               n_rows = qd_plan_network_get_n_tasks (network);
  g_autofree QdSlip **by_row = g_new0 (QdSlip *, n_rows);

  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      QdSlip *slip = g_ptr_array_index (slips, i);

      g_assert_null (by_row[slip->row]);
      g_assert_true (slip->before.start != slip->after.start || slip->before.finish != slip->after.finish);
      by_row[slip->row] = slip;
    }

  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      QdSlip *slip = g_ptr_array_index (slips, i);
      guint   n_steps = 0;

      g_test_message ("Slip of “%s”", qd_plan_network_get_task (network, slip->row)->title);

      for (;; n_steps++)
        {
          QdSlipReason reason;

          g_assert_cmpuint (n_steps, <=, n_rows);
          g_assert_cmpuint (slip->reasons->len, >, 0);
          reason = g_array_index (slip->reasons, QdSlipReason, 0);
          g_assert_cmpint (reason.kind, !=, QD_SLIP_REASON_PARENT);

          if (reason.kind != QD_SLIP_REASON_PREDECESSOR && reason.kind != QD_SLIP_REASON_CHILD)
            break;

          if (reason.kind == QD_SLIP_REASON_CHILD && reason.row < 0)
            break;

          g_assert_nonnull (by_row[reason.row]);
          slip = by_row[reason.row];
        }
    }
}

static GHashTable *
copy_tasks (Run *run)
{
  GHashTable *copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  GPtrArray  *tasks = get_children (run, QD_TYPE_TASK);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      gint64 id = qd_record_get_id (g_ptr_array_index (tasks, i));

      g_hash_table_insert (copies, g_memdup2 (&id, sizeof id), qd_record_dup_draft (g_ptr_array_index (tasks, i)));
    }

  return copies;
}

static void
step (Run *run)
{
  g_autofree char *before = dup_rows (run);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *back = NULL;
  g_autoptr(GHashTable) tasks = copy_tasks (run);
  gboolean written;

  qd_plan_schedule_get_network (run->live);
  written = edit_at_random (run);
  after = dup_rows (run);
  assert_live (run);

  if (!written)
    {
      g_assert_cmpstr (before, ==, after);
      return;
    }

  /* What it was before already is no change, and no news. */
  if (g_str_equal (before, after))
    return;

  assert_written (run, tasks);
  assert_slips (run);
  qd_test_undo (run->fixture->store);
  back = dup_rows (run);
  g_assert_cmpstr (before, ==, back);
  assert_live (run);
  assert_slips (run);
  qd_test_redo (run->fixture->store);
  again = dup_rows (run);
  g_assert_cmpstr (after, ==, again);
  assert_live (run);
}

static void
add_calendars (Run *run)
{
  for (guint i = 0; i < 2; i++)
    {
      QdWorkingCalendar *draft = qd_record_new_draft (QD_TYPE_WORKING_CALENDAR);

      g_object_set (draft, "hours", "Mo-Fr 09:00-17:00", NULL);

      if (i == 1)
        g_object_set (draft, "account", qd_record_get_id (run->fixture->account), NULL);

      run->calendars[i] = qd_test_add (run->fixture->portfolio, draft);
    }
}

static void
test_edits (void)
{
  guint n_seeds = g_test_slow () ? N_SEEDS_SLOW : N_SEEDS;

  for (guint32 seed = 0; seed < n_seeds; seed++)
    {
      Fixture fixture = { NULL };
      Run     run = { .fixture = &fixture, .rand = g_rand_new_with_seed (seed) };

      set_up (&fixture, NULL);
      add_calendars (&run);

      for (guint i = 0; i < N_TASKS; i++)
        add_at_random (&run);

      run.live = qd_plan_schedule_new (fixture.portfolio, fixture.plan);

      for (guint i = 0; i < N_EDITS; i++)
        {
          g_test_message ("Seed %u, edit %u", seed, i);
          step (&run);
        }

      g_clear_object (&run.live);
      g_rand_free (run.rand);
      tear_down (&fixture, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-schedule/random", test_edits);

  return g_test_run ();
}
