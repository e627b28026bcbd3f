/* qd-schedule-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-edits"

#include "qd-schedule-edits.h"

#include <glib/gi18n.h>

#include "qd-db.h"

/* A plan as it was before a change */
typedef struct
{
  gint64         plan;
  QdPlanNetwork *before;
} State;

static void
state_free (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->before, qd_plan_network_free);
  g_free (state);
}

/* Returns: (transfer full) (nullable): that of @account, or our own for 0; %NULL without @error if there is none */
static QdWorkingCalendar *
load_calendar (QdDb       *db,
               gint64      account,
               GPtrArray **closures,
               GError    **error)
{
  g_autoptr(GPtrArray) calendars = qd_record_load_children (db, QD_TYPE_WORKING_CALENDAR, account, error);
  QdWorkingCalendar *calendar;

  if (calendars == NULL || calendars->len == 0)
    return NULL;

  calendar = g_ptr_array_index (calendars, 0);

  if (!(*closures = qd_record_load_children (db, QD_TYPE_CLOSURE, qd_record_get_id (calendar), error)))
    return NULL;

  return g_object_ref (calendar);
}

static QdPlanCalendars *
load_calendars (QdDb      *db,
                QdPlan    *plan,
                GPtrArray *tasks,
                GError   **error)
{
  g_autoptr(GPtrArray) our_closures = NULL;
  g_autoptr(GPtrArray) their_closures = NULL;
  g_autoptr(QdWorkingCalendar) ours = NULL;
  g_autoptr(QdWorkingCalendar) theirs = NULL;
  g_autoptr(GError) reason = NULL;
  int first_day, last_day;

  ours = load_calendar (db, 0, &our_closures, &reason);

  if (reason == NULL)
    theirs = load_calendar (db, plan->account, &their_closures, &reason);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  qd_plan_find_horizon (plan, tasks, &first_day, &last_day);

  return qd_plan_calendars_new (ours, our_closures, theirs, their_closures, first_day, last_day);
}

/* Returns: (transfer full) (nullable): the plan as the database has it */
static QdPlanNetwork *
load_network (QdDb    *db,
              gint64   id,
              GError **error)
{
  g_autoptr(QdPlan) plan = qd_record_load (db, QD_TYPE_PLAN, id, error);
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(GPtrArray) links = NULL;
  g_autoptr(QdPlanCalendars) calendars = NULL;

  if (plan == NULL || !(tasks = qd_record_load_children (db, QD_TYPE_TASK, id, error)) ||
      !(links = qd_record_load_children (db, QD_TYPE_LINK, id, error)) ||
      !(calendars = load_calendars (db, plan, tasks, error)))
    return NULL;

  return qd_plan_network_new (plan, tasks, links, calendars);
}

static gpointer
begin_func (QdDb    *db,
            gint64   plan,
            GError **error)
{
  QdPlanNetwork *before = load_network (db, plan, error);
  State         *state;

  if (before == NULL)
    return NULL;

  state = g_new0 (State, 1);
  state->plan = plan;
  state->before = before;

  return state;
}

/* Returns: (transfer none) (nullable): the task as it was before */
static QdTask *
find_before (State  *state,
             QdTask *task)
{
  int row = qd_plan_network_find_task (state->before, qd_record_get_id (task));

  return row >= 0 ? qd_plan_network_get_task (state->before, row) : NULL;
}

static gboolean
is_start_moved (QdTask *before,
                QdTask *after)
{
  return before->start != after->start || before->start_time != after->start_time;
}

static gboolean
is_finish_moved (QdTask *before,
                 QdTask *after)
{
  return before->due != after->due || before->due_time != after->due_time;
}

static void
set_constraint (QdTask          *draft,
                QdPlanCalendars *calendars,
                QdMinute         start)
{
  QdWorkTime *time = qd_task_get_work_time (draft, calendars);
  int         day = qd_minute_get_day (start);
  gboolean    whole = start == qd_work_time_next (time, qd_minute_from_day (day));

  g_object_set (draft,
                "constraint-kind", QD_CONSTRAINT_KIND_NOT_BEFORE,
                "constraint-day", day,
                "constraint-time", whole ? QD_INTEGER_NONE : (gint64)qd_minute_get_time (start),
                NULL);
}

static void
clear_constraint (QdTask *draft)
{
  g_object_set (draft,
                "constraint-kind", QD_CONSTRAINT_KIND_NONE,
                "constraint-day", QD_DAY_NONE,
                "constraint-time", QD_INTEGER_NONE,
                NULL);
}

/* Who puts a task that waits for another at a later day means that day; who puts it
 * as early as it can be, or earlier, wants it to follow the other. What is fixed moves
 * with the task. */
static void
hold (QdTask        *draft,
      QdPlanNetwork *after,
      guint          row)
{
  QdPlanCalendars *calendars = qd_plan_network_get_calendars (after);
  QdMinute         start = qd_task_get_start_minute (draft, calendars);
  QdMinute         earliest = qd_schedule_get_earliest (qd_plan_network_get_schedule (after), row, NULL);

  if (draft->constraint_kind == QD_CONSTRAINT_KIND_FIXED)
    {
      set_constraint (draft, calendars, start);
      g_object_set (draft, "constraint-kind", QD_CONSTRAINT_KIND_FIXED, NULL);
    }
  else if (draft->constraint_kind != QD_CONSTRAINT_KIND_NOT_AFTER && qd_plan_network_is_linked (after, row) && start > earliest)
    {
      set_constraint (draft, calendars, start);
    }
  else if (draft->constraint_kind == QD_CONSTRAINT_KIND_NOT_BEFORE)
    {
      clear_constraint (draft);
    }
}

/* Where both ends were said, the length is what lies between; where one was, the other
 * follows from the length. */
static void
fit_length (QdTask          *draft,
            QdTask          *before,
            QdPlanCalendars *calendars)
{
  QdWorkTime *time = qd_task_get_work_time (draft, calendars);
  QdMinute    start = qd_task_get_start_minute (draft, calendars);
  QdMinute    finish = qd_task_get_finish_minute (draft, calendars);
  int         length;

  if (draft->duration <= 0 || draft->kind == QD_TASK_KIND_MILESTONE || qd_task_is_meeting (draft) ||
      draft->start == QD_DAY_NONE || draft->due == QD_DAY_NONE || start == QD_MINUTE_NONE || draft->duration != before->duration || !is_finish_moved (before, draft))
    return;

  length = qd_work_time_count (time, finish) - qd_work_time_count (time, start);

  if (length > 0)
    g_object_set (draft, "duration", (gint64)length, NULL);
}

/* Returns: whether a person moved it */
static gboolean
settle_moved (QdDb          *db,
              State         *state,
              QdPlanNetwork *after,
              guint          row,
              gboolean      *any,
              GError       **error)
{
  QdTask *task = qd_plan_network_get_task (after, row);
  QdTask *before = find_before (state, task);
  g_autoptr(QdTask) draft = NULL;

  if (before == NULL || qd_plan_network_is_summary (after, row) ||
      (!is_start_moved (before, task) && !is_finish_moved (before, task)))
    return TRUE;

  *any = TRUE;
  draft = qd_record_dup_draft (task);
  fit_length (draft, before, qd_plan_network_get_calendars (after));

  if (is_start_moved (before, task) && before->constraint_kind == task->constraint_kind &&
      before->constraint_day == task->constraint_day)
    hold (draft, after, row);

  return qd_record_update (db, draft, error);
}

static char *
dup_cycle (QdPlanNetwork *network,
           GArray        *cycle)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i <= cycle->len; i++)
    {
      guint row = g_array_index (cycle, guint, i % cycle->len);

      g_string_append_printf (words, "%s“%s”", i > 0 ? " → " : "", qd_plan_network_get_task (network, row)->title);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* A circle that was there before, as in a file that was imported, is no reason to refuse what has nothing to do with it. */
static gboolean
check_cycles (State         *state,
              QdPlanNetwork *after,
              GError       **error)
{
  g_autoptr(GPtrArray) before = qd_schedule_find_cycles (qd_plan_network_get_schedule (state->before));
  g_autoptr(GPtrArray) cycles = qd_schedule_find_cycles (qd_plan_network_get_schedule (after));
  g_autofree char *words = NULL;

  if (cycles->len <= before->len)
    return TRUE;

  words = dup_cycle (after, g_ptr_array_index (cycles, cycles->len - 1));
  g_set_error (error,
               QD_PLAN_ERROR,
               QD_PLAN_ERROR_CYCLE,
               _ ("A task would wait for itself: %s. Nothing was changed"),
               words);

  return FALSE;
}

/* What a person said stays as it was said, where neither a link nor a length says something else. */
static gboolean
is_said (State         *state,
         QdPlanNetwork *after,
         guint          row)
{
  QdTask *task = qd_plan_network_get_task (after, row);
  QdTask *before = find_before (state, task);

  if (qd_plan_network_is_summary (after, row) || qd_plan_network_is_linked (after, row))
    return FALSE;

  if (before == NULL || task->start == QD_DAY_NONE)
    return task->duration <= 0 || task->due != QD_DAY_NONE;

  return task->duration <= 0 && (is_start_moved (before, task) || is_finish_moved (before, task));
}

static gboolean
is_same_date (State         *state,
              QdPlanNetwork *after,
              guint          row)
{
  QdTask         *task = qd_plan_network_get_task (after, row);
  int             old_row = qd_plan_network_find_task (state->before, qd_record_get_id (task));
  QdScheduleDates now = qd_schedule_get_dates (qd_plan_network_get_schedule (after), row);
  QdScheduleDates then;

  if (old_row < 0 || (task->due == QD_DAY_NONE && find_before (state, task)->due != QD_DAY_NONE))
    return FALSE;

  then = qd_schedule_get_dates (qd_plan_network_get_schedule (state->before), old_row);

  return now.start == then.start && now.finish == then.finish;
}

static gboolean
write_dates (QdDb          *db,
             QdPlanNetwork *network,
             guint          row,
             GError       **error)
{
  QdTask         *task = qd_plan_network_get_task (network, row);
  QdScheduleDates dates = qd_schedule_get_dates (qd_plan_network_get_schedule (network), row);
  g_autoptr(QdTask) draft = qd_record_dup_draft (task);

  if (dates.finish >= QD_MINUTE_LAST)
    {
      g_set_error (error,
                   QD_PLAN_ERROR,
                   QD_PLAN_ERROR_NO_WORK,
                   _ ("There is no working time left for “%s”: look at its calendar. Nothing was changed"),
                   task->title);
      return FALSE;
    }

  qd_task_place (draft, qd_plan_network_get_calendars (network), dates.start, dates.finish);

  return qd_record_update (db, draft, error);
}

/* A task without a day is not yet planned, until it waits for another. */
static gboolean
is_planned (QdPlanNetwork *network,
            guint          row)
{
  return qd_task_is_placed (qd_plan_network_get_task (network, row)) || qd_plan_network_is_linked (network, row) ||
         qd_plan_network_is_summary (network, row);
}

static gboolean
write_moved (QdDb          *db,
             State         *state,
             QdPlanNetwork *after,
             GError       **error)
{
  for (guint i = 0; i < qd_plan_network_get_n_tasks (after); i++)
    {
      if (is_planned (after, i) && !is_said (state, after, i) && !is_same_date (state, after, i) &&
          !write_dates (db, after, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
end_func (QdDb    *db,
          gpointer data,
          GError **error)
{
  State *state = data;
  g_autoptr(QdPlanNetwork) after = load_network (db, state->plan, error);
  gboolean any = FALSE;

  if (after == NULL || !check_cycles (state, after, error))
    return FALSE;

  for (guint i = 0; i < qd_plan_network_get_n_tasks (after); i++)
    {
      if (!settle_moved (db, state, after, i, &any, error))
        return FALSE;
    }

  if (any)
    {
      g_clear_pointer (&after, qd_plan_network_free);

      if (!(after = load_network (db, state->plan, error)))
        return FALSE;
    }

  return write_moved (db, state, after, error);
}

static const QdFollower follower = { begin_func, end_func, state_free };

/* Moves whatever waits for what @batch changes in @plan. */
void
qd_plan_follow (QdBatch *batch,
                gint64   plan)
{
  qd_batch_follow (batch, &follower, plan);
}

/* What of a task others, or its own dates, depend on */
static const char *const scheduling[] = { "start", "due", "duration", "start-time", "due-time", "side", "parent",
                                          "constraint-kind", "constraint-day", "constraint-time", "status", "progress",
                                          "kind", "owner", "customer-owner" };

void
qd_task_follow (gpointer draft,
                QdBatch *batch)
{
  QdTask *task = draft;

  /* A live one is about to be deleted. */
  if (qd_record_is_live (draft))
    qd_plan_follow (batch, task->plan);

  /* When it starts later than it was to end, its length says when that is now. */
  if (qd_task_follows_start (task) && task->start != QD_DAY_NONE && task->due != QD_DAY_NONE && task->due < task->start)
    g_object_set (draft, "due", QD_DAY_NONE, "due-time", QD_INTEGER_NONE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (scheduling); i++)
    {
      if (qd_record_is_touched (draft, scheduling[i]))
        {
          qd_plan_follow (batch, task->plan);
          return;
        }
    }
}

void
qd_link_follow (gpointer draft,
                QdBatch *batch)
{
  qd_plan_follow (batch, QD_LINK (draft)->plan);
}

static gboolean
reschedule_func (QdDb    *db,
                 gpointer data,
                 GError **error)
{
  gint64 *plan = data;
  g_autoptr(QdPlanNetwork) network = load_network (db, *plan, error);

  if (network == NULL)
    return FALSE;

  for (guint i = 0; i < qd_plan_network_get_n_tasks (network); i++)
    {
      if (is_planned (network, i) && !write_dates (db, network, i, error))
        return FALSE;
    }

  return TRUE;
}

/* Puts every task where its links, its constraint and the calendars want it. */
void
qd_plan_reschedule_async (QdStore            *store,
                          QdPlan             *plan,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  gint64 id = qd_record_get_id (plan);

  qd_store_edit_async (
      store, _ ("Reschedule Plan"), reschedule_func, g_memdup2 (&id, sizeof id), g_free, NULL, callback, user_data);
}

/**
 * qd_plan_set_status_day_async:
 * @day: %QD_DAY_NONE for none
 *
 * What is not done by then is moved to after it.
 */
void
qd_plan_set_status_day_async (QdStore            *store,
                              QdPlan             *plan,
                              int                 day,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(QdPlan) draft = qd_record_dup_draft (plan);
  QdBatch *batch = qd_batch_new ();

  g_object_set (draft, "status-day", day, NULL);
  qd_batch_update (batch, draft);
  qd_plan_follow (batch, qd_record_get_id (plan));
  qd_batch_apply_async (batch,
                        store,
                        day != QD_DAY_NONE ? _ ("Set Status Day") : _ ("Clear Status Day"),
                        NULL,
                        callback,
                        user_data);
}
