/* qd-plan-follower.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-follower"

#include "qd-plan-follower.h"

#include <glib/gi18n.h>

#include "qd-db.h"
#include "qd-schedule-words.h"
#include "qd-task-moves.h"

/*
 * Reading a plan takes longer than reckoning with it. What an edit made of it is kept
 * for the next one, and of the tasks that only change no others are read again.
 */

/**
 * State:
 * @network: the plan as it was before the change, and then as it is
 * @old_tasks: (element-type gint64 QdTask): as they were, by id, of those the change touched
 * @old_dates: (element-type guint QdScheduleDates): of rows that came out otherwise, or may have
 * @touched: (element-type gint64): the ids of tasks that are to be looked at
 * @whole: whether all rows are, as tasks or links came or went
 */
typedef struct
{
  QdPlan        *plan;
  QdPlanNetwork *network;
  GHashTable    *old_tasks;
  GHashTable    *old_dates;
  GHashTable    *touched;
  gboolean       whole;
} State;

static void
state_free (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->network, qd_plan_network_free);
  g_clear_pointer (&state->old_tasks, g_hash_table_unref);
  g_clear_pointer (&state->old_dates, g_hash_table_unref);
  g_clear_pointer (&state->touched, g_hash_table_unref);
  g_clear_object (&state->plan);
  g_free (state);
}

static gpointer
begin_func (QdDb    *db,
            gint64   plan,
            GError **error)
{
  State *state = qd_db_take_kept (db, plan);

  if (state == NULL)
    {
      state = g_new0 (State, 1);

      if (!(state->plan = qd_record_load (db, QD_TYPE_PLAN, plan, error)) ||
          !(state->network = qd_plan_network_load (db, state->plan, error)))
        {
          state_free (state);
          return NULL;
        }
    }

  state->whole = FALSE;
  state->old_tasks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  state->old_dates = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  state->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return state;
}

/* Returns: (transfer none) (nullable): the task as it was before */
static QdTask *
find_before (State  *state,
             QdTask *task)
{
  gint64 id = qd_record_get_id (task);

  return g_hash_table_lookup (state->old_tasks, &id);
}

/* Whether a person moved it, and what that means for its length and for what it waits for. */
static gboolean
settle_moved (QdDb     *db,
              State    *state,
              guint     row,
              gboolean *any,
              GError  **error)
{
  QdTask *task = qd_plan_network_get_task (state->network, row);
  QdTask *before = find_before (state, task);
  g_autoptr(QdTask) draft = NULL;

  if (before == NULL || qd_plan_network_is_summary (state->network, row) ||
      (!qd_task_is_start_moved (before, task) && !qd_task_is_finish_moved (before, task)))
    return TRUE;

  *any = TRUE;
  draft = qd_record_dup_draft (task);
  qd_task_fit_length (draft, before, qd_plan_network_get_calendars (state->network));

  if (qd_task_is_put (before, task) && before->constraint_kind == task->constraint_kind &&
      before->constraint_day == task->constraint_day)
    qd_task_hold (draft,
                  qd_plan_network_get_calendars (state->network),
                  qd_plan_network_get_schedule (state->network),
                  row,
                  qd_plan_network_is_linked (state->network, row));

  return qd_record_update (db, draft, error);
}

static const char *
get_title (guint    row,
           gpointer data)
{
  return qd_plan_network_get_task (data, row)->title;
}

static gboolean
was_in_circle (QdPlanNetwork *before,
               QdTask        *task)
{
  int row = qd_plan_network_find_task (before, qd_record_get_id (task));

  return row >= 0 && qd_schedule_waits_for_itself (qd_plan_network_get_schedule (before), row);
}

/* A circle that was there before, as in a file that was imported, is no reason to refuse
 * what has nothing to do with it. */
static gboolean
check_cycles (QdPlanNetwork *before,
              QdPlanNetwork *after,
              GError       **error)
{
  QdSchedule *schedule = qd_plan_network_get_schedule (after);

  for (guint i = 0; i < qd_plan_network_get_n_tasks (after); i++)
    {
      g_autoptr(GArray) cycle = NULL;
      g_autofree char *words = NULL;

      if (!qd_schedule_waits_for_itself (schedule, i) || was_in_circle (before, qd_plan_network_get_task (after, i)))
        continue;

      cycle = qd_schedule_find_cycle (schedule, i);
      words = qd_schedule_cycle_dup_words (cycle, get_title, after);
      g_set_error (error,
                   QD_PLAN_ERROR,
                   QD_PLAN_ERROR_CYCLE,
                   _ ("A task would wait for itself: %s. Nothing was changed"),
                   words);

      return FALSE;
    }

  return TRUE;
}

/* What a person said stays as it was said, where neither a link nor a length says something else. */
static gboolean
is_said (State *state,
         guint  row)
{
  QdTask *task = qd_plan_network_get_task (state->network, row);
  QdTask *before = find_before (state, task);

  if (qd_plan_network_is_summary (state->network, row) || qd_plan_network_is_linked (state->network, row))
    return FALSE;

  /* It is new, or it is none of those that were changed. */
  if (before == NULL)
    return state->whole && (task->duration <= 0 || task->due != QD_DAY_NONE);

  return (task->duration <= 0 || task->start == QD_DAY_NONE) &&
         (qd_task_is_start_moved (before, task) || qd_task_is_finish_moved (before, task));
}

static gboolean
is_same_date (State *state,
              guint  row)
{
  QdTask                *task = qd_plan_network_get_task (state->network, row);
  QdTask                *before = find_before (state, task);
  QdPlanCalendars       *calendars = qd_plan_network_get_calendars (state->network);
  QdScheduleDates        now = qd_schedule_get_dates (qd_plan_network_get_schedule (state->network), row);
  const QdScheduleDates *then = g_hash_table_lookup (state->old_dates, GUINT_TO_POINTER (row));

  if (before != NULL && task->due == QD_DAY_NONE && before->due != QD_DAY_NONE)
    return FALSE;

  if (before != NULL && (qd_task_is_start_moved (before, task) || qd_task_is_finish_moved (before, task)))
    return qd_task_get_start_minute (task, calendars) == now.start &&
           qd_task_get_finish_minute (task, calendars) == now.finish;

  if (then == NULL)
    return !state->whole;

  return now.start == then->start && now.finish == then->finish;
}

static gboolean
write_dates (QdDb          *db,
             QdPlanNetwork *network,
             guint          row,
             GError       **error)
{
  QdTask               *task = qd_plan_network_get_task (network, row);
  QdSchedule           *schedule = qd_plan_network_get_schedule (network);
  const QdScheduleTask *work = qd_schedule_get_task (schedule, row);
  QdScheduleDates       dates = qd_schedule_get_dates (schedule, row);
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

  /* Once what is left of it is put off, its days no longer say how long it takes. */
  if (task->duration <= 0 && !qd_task_is_meeting (task) && work->duration > 0 && work->progress > 0 && work->progress < 100)
    g_object_set (draft, "duration", (gint64)work->duration, NULL);

  qd_task_place (draft, qd_plan_network_get_calendars (network), dates.start, dates.finish);
  qd_task_fit_finish (draft, qd_plan_network_get_calendars (network), dates.finish);

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

/* What is part of something that waits is where that lets it be, whatever was said of it. */
static gboolean
is_pushed (QdPlanNetwork *network,
           guint          row)
{
  int link;

  return !qd_plan_network_is_summary (network, row) &&
         qd_schedule_get_driver (qd_plan_network_get_schedule (network), row, &link) == QD_SCHEDULE_DRIVER_PARENT;
}

static gboolean
write_if_moved (QdDb    *db,
                State   *state,
                guint    row,
                GError **error)
{
  if (!is_planned (state->network, row) || (is_said (state, row) && !is_pushed (state->network, row)) ||
      is_same_date (state, row))
    return TRUE;

  return write_dates (db, state->network, row, error);
}

static void
touch (GHashTable *ids,
       gint64      id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* Returns: (transfer full) (element-type int): the rows to look at, in order */
static GArray *
list_rows (State *state)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       key;
  int            n_tasks = (int)qd_plan_network_get_n_tasks (state->network);

  for (int row = 0; state->whole && row < n_tasks; row++)
    g_array_append_val (rows, row);

  if (state->whole)
    return rows;

  g_hash_table_iter_init (&iter, state->touched);

  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (seen, GINT_TO_POINTER (qd_plan_network_find_task (state->network, *(gint64 *)key)));

  g_hash_table_iter_init (&iter, state->old_dates);

  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (seen, key);

  g_hash_table_iter_init (&iter, seen);

  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      int row = GPOINTER_TO_INT (key);

      g_array_append_val (rows, row);
    }

  g_array_sort (rows, compare_rows);

  return rows;
}

/* Reads the tasks at @rows again, and works out what depends on them. */
static gboolean
read_again (QdDb    *db,
            State   *state,
            GArray  *rows,
            GError **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      int    row = g_array_index (rows, int, i);
      gint64 id = qd_record_get_id (qd_plan_network_get_task (state->network, row));
      g_autoptr(QdTask) task = qd_record_load (db, QD_TYPE_TASK, id, error);

      if (task == NULL)
        return FALSE;

      qd_plan_network_set_task (state->network, row, task);
      touch (ids, qd_record_get_id (task));
    }

  qd_plan_network_update (state->network, ids, state->old_dates);

  return TRUE;
}

/* Whether the same tasks are tied by the same links, and the calendars reach far enough for where they are now. */
static gboolean
keeps_its_shape (State   *state,
                 QdBatch *batch)
{
  for (guint i = 0; i < qd_batch_get_length (batch); i++)
    {
      gboolean update;
      QdTask  *task = qd_batch_get_draft (batch, i, &update);
      int      row;

      if (!update)
        return FALSE;

      if (QD_IS_PLAN (task) || QD_IS_LINK (task) || QD_IS_WORKING_CALENDAR (task) || QD_IS_CLOSURE (task))
        return FALSE;

      if (!QD_IS_TASK (task))
        continue;

      row = qd_plan_network_find_task (state->network, qd_record_get_id (task));

      if (row < 0 ? task->plan == qd_record_get_id (state->plan)
                  : task->plan != qd_record_get_id (state->plan) ||
                        task->parent != qd_plan_network_get_task (state->network, row)->parent)
        return FALSE;
    }

  return TRUE;
}

static gboolean
reaches_far_enough (State *state)
{
  g_autoptr(GPtrArray) tasks = g_ptr_array_new ();
  g_autoptr(GPtrArray) links = g_ptr_array_new ();
  QdPlanCalendars *calendars = qd_plan_network_get_calendars (state->network);
  guint            n_links = qd_schedule_get_n_links (qd_plan_network_get_schedule (state->network));
  int              first_day, last_day;

  for (guint i = 0; i < qd_plan_network_get_n_tasks (state->network); i++)
    g_ptr_array_add (tasks, qd_plan_network_get_task (state->network, i));

  for (guint i = 0; i < n_links; i++)
    g_ptr_array_add (links, qd_plan_network_get_link (state->network, i));

  qd_plan_find_horizon (state->plan, tasks, links, &first_day, &last_day);

  return first_day >= qd_plan_calendars_get_first_day (calendars) &&
         last_day <= qd_plan_calendars_get_last_day (calendars);
}

/* Remembers all tasks and dates as they were, and reads the plan anew. */
static gboolean
read_all (QdDb    *db,
          State   *state,
          GError **error)
{
  g_autoptr(QdPlanNetwork) before = g_steal_pointer (&state->network);
  gint64 plan = qd_record_get_id (state->plan);

  g_clear_object (&state->plan);
  state->whole = TRUE;

  if (!(state->plan = qd_record_load (db, QD_TYPE_PLAN, plan, error)) ||
      !(state->network = qd_plan_network_load (db, state->plan, error)) ||
      !check_cycles (before, state->network, error))
    return FALSE;

  for (guint i = 0; i < qd_plan_network_get_n_tasks (before); i++)
    {
      QdTask         *task = qd_plan_network_get_task (before, i);
      QdScheduleDates dates = qd_schedule_get_dates (qd_plan_network_get_schedule (before), i);
      gint64          id = qd_record_get_id (task);
      int             row = qd_plan_network_find_task (state->network, id);
      QdTask         *known = g_hash_table_lookup (state->old_tasks, &id);

      if (row < 0)
        continue;

      if (known == NULL)
        g_hash_table_insert (state->old_tasks, g_memdup2 (&id, sizeof id), g_object_ref (task));

      if (!g_hash_table_contains (state->old_dates, GINT_TO_POINTER (row)))
        g_hash_table_insert (state->old_dates, GINT_TO_POINTER (row), g_memdup2 (&dates, sizeof dates));
    }

  return TRUE;
}

static gboolean
read_change (QdDb    *db,
             State   *state,
             QdBatch *batch,
             GError **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (int));

  if (!keeps_its_shape (state, batch))
    return read_all (db, state, error);

  for (guint i = 0; i < qd_batch_get_length (batch); i++)
    {
      gboolean update;
      gpointer draft = qd_batch_get_draft (batch, i, &update);
      gint64   id = qd_record_get_id (draft);
      int      row = QD_IS_TASK (draft) ? qd_plan_network_find_task (state->network, id) : -1;

      if (row < 0 || g_hash_table_contains (state->old_tasks, &id))
        continue;

      touch (state->touched, id);
      g_hash_table_insert (state->old_tasks,
                           g_memdup2 (&id, sizeof id),
                           g_object_ref (qd_plan_network_get_task (state->network, row)));
      g_array_append_val (rows, row);
    }

  return read_again (db, state, rows, error);
}

/* For the next edit, with the tasks as they were written. */
static gboolean
keep (QdDb    *db,
      State   *state,
      GArray  *rows,
      GError **error)
{
  State *kept;

  if (!read_again (db, state, rows, error))
    return FALSE;

  if (!reaches_far_enough (state))
    return TRUE;

  kept = g_new0 (State, 1);
  kept->plan = g_steal_pointer (&state->plan);
  kept->network = g_steal_pointer (&state->network);
  qd_db_keep (db, qd_record_get_id (kept->plan), kept, state_free);

  return TRUE;
}

static gboolean
end_func (QdDb    *db,
          gpointer data,
          QdBatch *batch,
          GError **error)
{
  State *state = data;
  g_autoptr(GArray) rows = NULL;
  gboolean any = FALSE;

  if (!read_change (db, state, batch, error))
    return FALSE;

  rows = list_rows (state);

  for (guint i = 0; i < rows->len; i++)
    if (!settle_moved (db, state, g_array_index (rows, int, i), &any, error))
      return FALSE;

  if (any && !read_again (db, state, rows, error))
    return FALSE;

  g_clear_pointer (&rows, g_array_unref);
  rows = list_rows (state);

  for (guint i = 0; i < rows->len; i++)
    if (!write_if_moved (db, state, g_array_index (rows, int, i), error))
      return FALSE;

  return keep (db, state, rows, error);
}

const QdFollower qd_plan_follower = { begin_func, end_func, state_free };

gboolean
qd_plan_reschedule_func (QdDb    *db,
                         gpointer data,
                         GError **error)
{
  g_autoptr(QdPlan) plan = qd_record_load (db, QD_TYPE_PLAN, *(gint64 *)data, error);
  g_autoptr(QdPlanNetwork) network = NULL;

  if (plan == NULL || !(network = qd_plan_network_load (db, plan, error)))
    return FALSE;

  for (guint i = 0; i < qd_plan_network_get_n_tasks (network); i++)
    {
      if (is_planned (network, i) && !write_dates (db, network, i, error))
        return FALSE;
    }

  return TRUE;
}
