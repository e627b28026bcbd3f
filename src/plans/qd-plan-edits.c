/* qd-plan-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-plan-edits"

#include "qd-plan-edits.h"

#include <glib/gi18n.h>

#include "qd-batch.h"
#include "qd-check-item.h"
#include "qd-db.h"
#include "qd-link.h"
#include "qd-order-edits.h"
#include "qd-task.h"

#define DAYS_OF_A_PHASE 30

/* A phase or an objective that is to stand before another. */
typedef struct
{
  QdRecord *draft;
  gint64    before;
  gboolean  is_new;
} Placement;

static void
placement_free (Placement *placement)
{
  g_object_unref (placement->draft);
  g_free (placement);
}

static gboolean
place_func (QdDb    *db,
            gpointer data,
            GError **error)
{
  Placement   *placement = data;
  QdOrderScope scope = {
    QD_IS_PHASE (placement->draft) ? "phase" : "objective",
    "plan = ?1",
    qd_record_get_parent (placement->draft),
    0,
  };
  double position;

  if (!qd_order_make_room (
          db, &scope, qd_record_get_id (placement->draft), placement->before, &position, error))
    return FALSE;

  g_object_set (placement->draft, "position", position, NULL);

  return placement->is_new ? qd_record_insert (db, placement->draft, error)
                           : qd_record_update (db, placement->draft, error);
}

static void
place_async (gpointer            draft,
             gint64              before,
             gboolean            is_new,
             QdStore            *store,
             const char         *label,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  Placement *placement = g_new (Placement, 1);

  *placement = (Placement){ qd_record_dup_draft (draft), before, is_new };
  qd_store_edit_async (
      store, label, place_func, placement, (GDestroyNotify)placement_free, NULL, callback, user_data);
}

/* Plans */

/**
 * qd_plan_find_shifted:
 * @tasks: of a plan
 *
 * What moves along when a plan's start moves by @n_days: the days of each open
 * task, and of what holds it. What is done was done when it was.
 *
 * Returns: (transfer full) (element-type QdTask): drafts
 */
GPtrArray *
qd_plan_find_shifted (GPtrArray *tasks,
                      int        n_days)
{
  GPtrArray *shifted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; n_days != 0 && i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);
      QdTask *draft;

      if (task->status == QD_TASK_STATUS_DONE || (task->start == QD_DAY_NONE && task->due == QD_DAY_NONE))
        continue;

      draft = qd_record_dup_draft (task);

      if (task->start != QD_DAY_NONE)
        g_object_set (draft, "start", task->start + n_days, NULL);

      if (task->due != QD_DAY_NONE)
        g_object_set (draft, "due", task->due + n_days, NULL);

      if (task->constraint_day != QD_DAY_NONE)
        g_object_set (draft, "constraint-day", task->constraint_day + n_days, NULL);

      g_ptr_array_add (shifted, draft);
    }

  return shifted;
}

/**
 * qd_plan_shift_async:
 * @tasks: (nullable): of the plan; those that are open move along
 *
 * Moves a plan to another start. The target and the phases, which count from the
 * start, keep their distance.
 */
void
qd_plan_shift_async (QdStore            *store,
                     QdPlan             *plan,
                     int                 start,
                     GPtrArray          *tasks,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr(QdPlan) draft = qd_record_dup_draft (plan);
  int      n_days = start - plan->start;
  QdBatch *batch = qd_batch_new ();

  g_object_set (draft, "start", start, "target", plan->target + n_days, NULL);
  qd_batch_update (batch, draft);

  if (tasks != NULL)
    {
      g_autoptr(GPtrArray) shifted = qd_plan_find_shifted (tasks, n_days);

      for (guint i = 0; i < shifted->len; i++)
        qd_batch_update (batch, g_ptr_array_index (shifted, i));
    }

  qd_batch_apply_async (batch, store, _ ("Move Plan"), NULL, callback, user_data);
}

/* Returns: the id of what @id was copied to, or @fallback */
static gint64
find_copy (GHashTable *ids,
           gint64      id,
           gint64      fallback)
{
  const gint64 *copy = g_hash_table_lookup (ids, &id);

  return copy != NULL ? *copy : fallback;
}

/* Has @copy refer to the copies of what @record refers to. */
static void
refer_to_copies (gpointer    record,
                 gpointer    copy,
                 GHashTable *ids)
{
  if (QD_IS_OBJECTIVE (record))
    {
      gint64 supports = QD_OBJECTIVE (record)->supports;

      /* That may be one of another plan, too. */
      g_object_set (copy, "supports", find_copy (ids, supports, supports), NULL);
    }
  else if (QD_IS_TASK (record))
    {
      QdTask *task = record;

      g_object_set (copy,
                    "phase", find_copy (ids, task->phase, 0),
                    "objective", find_copy (ids, task->objective, 0),
                    "parent", find_copy (ids, task->parent, 0),
                    NULL);
    }
  else if (QD_IS_LINK (record))
    {
      QdLink *link = record;

      g_object_set (copy,
                    "predecessor", find_copy (ids, link->predecessor, 0),
                    "successor", find_copy (ids, link->successor, 0),
                    NULL);
    }
}

/* Copies the @type records of @parent into @batch, and takes note of their new ids. */
static void
duplicate_children (QdBatch     *batch,
                    QdPortfolio *portfolio,
                    GType        type,
                    gint64       parent,
                    gint64       new_parent,
                    GHashTable  *ids)
{
  GPtrArray *children = qd_portfolio_peek_children (portfolio, type, parent);
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  /* They may refer to each other, in any order. */
  for (guint i = 0; i < children->len; i++)
    {
      QdRecord *copy = qd_record_dup_as_new (g_ptr_array_index (children, i));
      gint64    id = qd_record_get_id (g_ptr_array_index (children, i));
      gint64    new_id = qd_record_get_id (copy);

      qd_record_set_parent (copy, new_parent);
      g_hash_table_insert (ids, g_memdup2 (&id, sizeof id), g_memdup2 (&new_id, sizeof new_id));
      g_ptr_array_add (copies, copy);
    }

  for (guint i = 0; i < children->len; i++)
    {
      QdRecord *copy = g_ptr_array_index (copies, i);

      refer_to_copies (g_ptr_array_index (children, i), copy, ids);
      qd_batch_insert (batch, copy);

      if (type == QD_TYPE_TASK)
        duplicate_children (batch,
                            portfolio,
                            QD_TYPE_CHECK_ITEM,
                            qd_record_get_id (g_ptr_array_index (children, i)),
                            qd_record_get_id (copy),
                            ids);
    }
}

/**
 * qd_plan_duplicate_async:
 *
 * Copies a plan with all that is in it, as a draft. Its baselines stay behind: they
 * say how that plan once was.
 *
 * Returns: (transfer full): a draft of the copy, to find it by its id later
 */
QdPlan *
qd_plan_duplicate_async (QdPortfolio        *portfolio,
                         QdPlan             *plan,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  static GType (*const types[]) (void) = {
    qd_phase_get_type, qd_objective_get_type, qd_task_get_type, qd_link_get_type
  };
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autofree char *start = g_utf8_substring (plan->name, 0, MIN (g_utf8_strlen (plan->name, -1), 180));
  /* Translators: the name of a copied plan */
  g_autofree char *name = g_strdup_printf (_ ("%s (copy)"), start);
  QdPlan          *copy = qd_record_dup_as_new (plan);
  QdBatch         *batch = qd_batch_new ();

  g_object_set (copy, "name", name, "status", QD_PLAN_STATUS_DRAFT, NULL);
  qd_batch_insert (batch, copy);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    duplicate_children (batch, portfolio, types[i](), qd_record_get_id (plan), qd_record_get_id (copy), ids);

  qd_batch_apply_async (
      batch, qd_portfolio_get_store (portfolio), _ ("Duplicate Plan"), NULL, callback, user_data);

  return copy;
}

void
qd_plan_delete_async (QdStore            *store,
                      QdPlan             *plan,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  qd_record_remove_async (plan, store, _ ("Delete Plan"), callback, user_data);
}

/* Phases */

/**
 * qd_phase_create_next:
 * @phases: those that @plan has
 *
 * Returns: (transfer full): a draft of a phase that follows the last of them
 */
QdPhase *
qd_phase_create_next (QdPlan     *plan,
                      GPtrArray  *phases,
                      const char *name)
{
  QdPhase *draft = qd_record_new_draft (QD_TYPE_PHASE);
  gint64   first = 0;

  for (guint i = 0; i < phases->len; i++)
    first = MAX (first, QD_PHASE (g_ptr_array_index (phases, i))->last + 1);

  g_object_set (draft,
                "plan", qd_record_get_id (plan),
                "name", name,
                "first", first,
                "last", first + DAYS_OF_A_PHASE - 1,
                NULL);

  return draft;
}

void
qd_phase_add_async (QdStore            *store,
                    QdPhase            *draft,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  place_async (draft, 0, TRUE, store, _ ("Add Phase"), callback, user_data);
}

/* @before: the id of the one it is to stand before; 0 for the end */
void
qd_phase_move_async (QdStore            *store,
                     QdPhase            *phase,
                     gint64              before,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  place_async (phase, before, FALSE, store, _ ("Move Phase"), callback, user_data);
}

/* Its tasks stay in the plan, in no phase. */
void
qd_phase_delete_async (QdStore            *store,
                       QdPhase            *phase,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  qd_record_remove_async (phase, store, _ ("Delete Phase"), callback, user_data);
}

/* Objectives */

/* Where the objective of @data stands in the file, whatever the page last saw. */
static gboolean
load_state (QdDb           *db,
            gint64          id,
            QdOutcomeState *state,
            GError        **error)
{
  sqlite3_stmt *stmt = qd_db_prepare (db, "SELECT status, outcome, closed FROM objective WHERE id = ?", error);
  const char   *closed;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);

  if (!qd_db_next (db, stmt, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, QD_DB_ERROR, QD_DB_ERROR_NOT_FOUND, _ ("The objective is no longer there"));

      return FALSE;
    }

  closed = (const char *)sqlite3_column_text (stmt, 2);
  state->status = qd_nicks_parse (qd_objective_statuses, (const char *)sqlite3_column_text (stmt, 0));
  state->outcome = sqlite3_column_type (stmt, 1) == SQLITE_NULL
                       ? QD_ENUM_NONE
                       : qd_nicks_parse (qd_outcomes, (const char *)sqlite3_column_text (stmt, 1));

  if (closed == NULL || !qd_day_parse (closed, &state->closed))
    state->closed = QD_DAY_NONE;

  sqlite3_reset (stmt);

  return TRUE;
}

static gboolean
save_objective_func (QdDb    *db,
                     gpointer data,
                     GError **error)
{
  QdOutcomeState before;

  return load_state (db, qd_record_get_id (data), &before, error) &&
         qd_outcome_check_change (&before, data, error) && qd_record_update (db, data, error);
}

/* Returns: (transfer full): a draft, Proposed and ours alone until a person says otherwise */
QdObjective *
qd_objective_create (QdPlan     *plan,
                     const char *name)
{
  QdObjective *draft = qd_record_new_draft (QD_TYPE_OBJECTIVE);

  g_object_set (draft,
                "plan", qd_record_get_id (plan),
                "name", name,
                "outcome", QD_OUTCOME_PROPOSED,
                NULL);

  return draft;
}

void
qd_objective_add_async (QdStore            *store,
                        QdObjective        *draft,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  place_async (draft, 0, TRUE, store, _ ("Add Objective"), callback, user_data);
}

/* Refuses what the life cycle does not allow, see qd_outcome_check_change(). */
void
qd_objective_save_async (QdStore            *store,
                         QdObjective        *draft,
                         const char         *label,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  qd_store_edit_async (
      store, label, save_objective_func, qd_record_dup_draft (draft), g_object_unref, NULL, callback, user_data);
}

/* @today: the day it is closed, where the step is that */
void
qd_objective_step_async (QdStore            *store,
                         QdObjective        *objective,
                         QdOutcomeStep       step,
                         int                 today,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(QdObjective) draft = qd_record_dup_draft (objective);

  qd_outcome_take_step (draft, step, today);
  qd_objective_save_async (store, draft, qd_outcome_step_get_label (step), callback, user_data);
}

/* @before: the id of the one it is to stand before; 0 for the end */
void
qd_objective_move_async (QdStore            *store,
                         QdObjective        *objective,
                         gint64              before,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  place_async (objective, before, FALSE, store, _ ("Move Objective"), callback, user_data);
}

/* Its tasks stay in the plan, towards no objective. */
void
qd_objective_delete_async (QdStore            *store,
                           QdObjective        *objective,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  qd_record_remove_async (objective, store, _ ("Delete Objective"), callback, user_data);
}
