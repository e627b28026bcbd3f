/* qd-accelerator-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-accelerator-edits"

#include "qd-accelerator-edits.h"

#include <glib/gi18n.h>

#include "qd-link.h"
#include "qd-phase.h"

/* A layout on its way to becoming a plan. */
typedef struct
{
  const QdAcceleratorDraft *draft;
  QdAcceleratorLayout      *layout;
  QdBatch                  *batch;
  QdPlan                   *plan;
  GPtrArray                *phases;     /* drafts, as in the layout */
  GPtrArray                *objectives; /* drafts */
  GPtrArray                *tasks;      /* drafts, as in the layout */
} Instance;

/* Of what use case an objective is that a module of this type helps with. */
static int
get_use_case (int accelerator)
{
  switch (accelerator)
    {
    case QD_ACCELERATOR_AGILE_PLANNING:
      return QD_USE_CASE_PLAN;

    case QD_ACCELERATOR_CI:
      return QD_USE_CASE_CI;

    case QD_ACCELERATOR_CD:
      return QD_USE_CASE_CD;

    case QD_ACCELERATOR_SECURITY:
    case QD_ACCELERATOR_COMPLIANCE:
      return QD_USE_CASE_SECURITY;

    case QD_ACCELERATOR_AI:
      return QD_USE_CASE_AI;

    case QD_ACCELERATOR_SYSTEM_ADMINISTRATION:
      return QD_USE_CASE_INFRASTRUCTURE;

    default:
      return QD_ENUM_NONE;
    }
}

/* What is done for a module counts towards the objective of its use case, else the first. */
static gint64
find_objective (Instance           *instance,
                const QdLayoutTask *item)
{
  if (item->module == NULL || instance->objectives->len == 0)
    return 0;

  for (guint i = 0; i < instance->objectives->len; i++)
    {
      QdObjective *objective = g_ptr_array_index (instance->objectives, i);

      if ((int)objective->use_case != QD_ENUM_NONE &&
          (int)objective->use_case == get_use_case (item->module->accelerator))
        return qd_record_get_id (objective);
    }

  return qd_record_get_id (instance->objectives->pdata[0]);
}

static int
find_type (const QdAcceleratorDraft *draft,
           QdCatalogue              *catalogue)
{
  if (draft->accelerator != QD_ENUM_NONE)
    return draft->accelerator;

  for (guint i = 0; i < draft->modules->len; i++)
    {
      QdCatalogueModule *module = qd_catalogue_lookup (catalogue, g_ptr_array_index (draft->modules, i));

      if (module != NULL && module->accelerator != QD_ENUM_NONE)
        return module->accelerator;
    }

  return QD_ENUM_NONE;
}

static void
add_plan (Instance    *instance,
          QdCatalogue *catalogue)
{
  const QdAcceleratorDraft *draft = instance->draft;
  int                       type = find_type (draft, catalogue);
  g_autofree char          *name = NULL;

  if (draft->name != NULL && *draft->name != '\0')
    name = g_strdup (draft->name);
  else if (type != QD_ENUM_NONE)
    /* Translators: the name of a plan; %s is its type, such as “Security” */
    name = g_strdup_printf (_ ("%s accelerator"), _ (qd_nicks_get_label (qd_accelerators, type)));
  else
    name = g_strdup (_ ("Accelerator"));

  instance->plan = qd_record_new_draft (QD_TYPE_PLAN);
  g_object_set (instance->plan,
                "account", draft->account,
                "kind", QD_PLAN_KIND_ACCELERATOR,
                "name", name,
                "start", instance->layout->start,
                "target", instance->layout->target,
                "status", QD_PLAN_STATUS_DRAFT,
                "accelerator", type,
                "uncounted", draft->uncounted,
                NULL);
  qd_batch_insert (instance->batch, instance->plan);
}

static void
add_phases (Instance *instance)
{
  for (guint i = 0; i < instance->layout->phases->len; i++)
    {
      const QdLayoutPhase *phase = g_ptr_array_index (instance->layout->phases, i);
      QdPhase             *draft = qd_record_new_draft (QD_TYPE_PHASE);

      g_object_set (draft,
                    "plan", qd_record_get_id (instance->plan),
                    "name", phase->name,
                    "first", (gint64)(phase->first - instance->layout->start),
                    "last", (gint64)(phase->last - instance->layout->start),
                    "position", i + 1.0,
                    NULL);
      qd_batch_insert (instance->batch, draft);
      g_ptr_array_add (instance->phases, draft);
    }
}

/* An objective that went meanwhile is supported no more. */
static void
add_objectives (Instance    *instance,
                QdPortfolio *portfolio)
{
  for (guint i = 0; i < instance->draft->objectives->len; i++)
    {
      gint64       id = g_array_index (instance->draft->objectives, gint64, i);
      QdObjective *mutual = qd_portfolio_lookup (portfolio, QD_TYPE_OBJECTIVE, id);
      QdObjective *draft;

      if (mutual == NULL)
        continue;

      draft = qd_record_new_draft (QD_TYPE_OBJECTIVE);
      g_object_set (draft,
                    "plan", qd_record_get_id (instance->plan),
                    "name", mutual->name,
                    "use-case", mutual->use_case,
                    "priority", mutual->priority,
                    "criteria", mutual->criteria,
                    "due", instance->layout->target,
                    "owner", instance->draft->owner,
                    "customer-owner", instance->draft->customer_owner,
                    "accelerator", TRUE,
                    "visibility", mutual->visibility,
                    "position", i + 1.0,
                    "supports", id,
                    NULL);
      qd_batch_insert (instance->batch, draft);
      g_ptr_array_add (instance->objectives, draft);
    }
}

/* A day's midnight is the end of that day where something ends then. */
static void
set_finish (QdTask  *draft,
            QdMinute finish,
            gboolean with_time)
{
  gboolean midnight = qd_minute_get_time (finish) == 0 && draft->kind != QD_TASK_KIND_MILESTONE;
  int      day = qd_minute_get_day (finish) - midnight;

  g_object_set (draft, "due", day, NULL);

  if (with_time)
    g_object_set (draft, "due-time", (gint64)(finish - qd_minute_from_day (day)), NULL);
}

/* The times of meetings are always said; those of tasks where work begins or ends at another. */
static void
set_dates (Instance           *instance,
           const QdLayoutTask *item,
           QdTask             *draft)
{
  QdWorkTime *hours = qd_layout_task_get_hours (item, instance->draft->calendars);
  gboolean    exact = qd_layout_task_is_meeting (item) || item->kind == QD_TASK_KIND_MILESTONE;
  int         day = qd_minute_get_day (item->start);
  int         last_day = qd_minute_get_day (item->finish - 1);
  gint64      time = qd_minute_get_time (item->start);

  if (item->start == QD_MINUTE_NONE)
    return;

  if (item->role == QD_LAYOUT_ROLE_MODULE)
    {
      g_object_set (draft, "start", day, "due", last_day, NULL);
      return;
    }

  g_object_set (draft, "start", day, "duration", (gint64)item->duration, NULL);

  if (exact || qd_work_time_next (hours, qd_minute_from_day (day)) != item->start)
    g_object_set (draft, "start-time", time, NULL);

  set_finish (draft,
              item->finish,
              exact || qd_work_time_previous (hours, qd_minute_from_day (last_day + 1)) != item->finish);

  if (item->held)
    g_object_set (draft,
                  "constraint-kind", QD_CONSTRAINT_KIND_NOT_BEFORE,
                  "constraint-day", day,
                  "constraint-time", time,
                  NULL);
}

/* Returns: (transfer full) (nullable): what is worth knowing of a module, from its summary on */
static char *
dup_notes (const QdLayoutTask *item)
{
  g_autofree char *phases = NULL;

  if (item->role != QD_LAYOUT_ROLE_MODULE)
    return NULL;

  if (item->module->phases == NULL)
    return g_strdup (item->module->outcome);

  phases = g_strjoinv (", ", item->module->phases);

  /* Translators: the outcome of a programme, and the names of its phases */
  return g_strdup_printf (
      _ ("%1$s\nIts phases: %2$s"), item->module->outcome != NULL ? item->module->outcome : item->module->name, phases);
}

static void
add_task (Instance *instance,
          guint     index)
{
  const QdLayoutTask *item = g_ptr_array_index (instance->layout->tasks, index);
  QdTask             *draft = qd_record_new_draft (QD_TYPE_TASK);
  g_autofree char    *notes = dup_notes (item);
  gboolean            ours = item->side == QD_TASK_SIDE_OURS;

  g_object_set (draft,
                "plan", qd_record_get_id (instance->plan),
                "phase", qd_record_get_id (instance->phases->pdata[item->phase]),
                "objective", find_objective (instance, item),
                "title", item->title,
                "kind", item->kind,
                "status", QD_TASK_STATUS_NOT_STARTED,
                "work", item->work,
                "side", item->side,
                "parent", item->parent >= 0 ? qd_record_get_id (instance->tasks->pdata[item->parent]) : G_GINT64_CONSTANT (0),
                "content-module", item->module != NULL ? item->module->key : NULL,
                "owner", instance->draft->owner,
                "customer-owner", ours ? NULL : instance->draft->customer_owner,
                "visibility", QD_VISIBILITY_CUSTOMER,
                "notes", notes,
                "source", item->module != NULL ? item->module->source : NULL,
                "position", index + 1.0,
                NULL);
  set_dates (instance, item, draft);
  qd_batch_insert (instance->batch, draft);
  g_ptr_array_add (instance->tasks, draft);
}

static void
add_links (Instance *instance)
{
  for (guint i = 0; i < instance->layout->links->len; i++)
    {
      const QdLayoutLink *link = &g_array_index (instance->layout->links, QdLayoutLink, i);
      g_autoptr(QdLink) draft = qd_record_new_draft (QD_TYPE_LINK);

      g_object_set (draft,
                    "plan", qd_record_get_id (instance->plan),
                    "predecessor", qd_record_get_id (instance->tasks->pdata[link->from]),
                    "successor", qd_record_get_id (instance->tasks->pdata[link->to]),
                    "kind", QD_LINK_KIND_FINISH_START,
                    "lag", G_GINT64_CONSTANT (0),
                    NULL);
      qd_batch_insert (instance->batch, draft);
    }
}

/**
 * qd_accelerator_draft_instantiate:
 * @batch: takes the drafts, each after what it refers to
 *
 * Returns: (transfer full): a draft of the plan, which is in @batch
 */
QdPlan *
qd_accelerator_draft_instantiate (const QdAcceleratorDraft *draft,
                                  QdCatalogue              *catalogue,
                                  QdPortfolio              *portfolio,
                                  QdBatch                  *batch)
{
  g_autoptr(QdAcceleratorLayout) layout = NULL;
  g_autoptr(GPtrArray) phases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) objectives = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);
  Instance instance;

  g_return_val_if_fail (QD_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  layout = qd_accelerator_lay_out (draft, catalogue);
  instance = (Instance){ draft, layout, batch, NULL, phases, objectives, tasks };
  add_plan (&instance, catalogue);
  add_phases (&instance);
  add_objectives (&instance, portfolio);

  for (guint i = 0; i < layout->tasks->len; i++)
    add_task (&instance, i);

  add_links (&instance);

  return instance.plan;
}

/**
 * qd_accelerator_new_async:
 * @plan_id: (out) (optional): set at once to the id that the plan will have
 *
 * Makes the plan that qd_accelerator_lay_out() shows, in one step. Ends with
 * qd_store_edit_finish().
 */
void
qd_accelerator_new_async (const QdAcceleratorDraft *draft,
                          QdCatalogue              *catalogue,
                          QdPortfolio              *portfolio,
                          gint64                   *plan_id,
                          GAsyncReadyCallback       callback,
                          gpointer                  user_data)
{
  QdBatch *batch = qd_batch_new ();
  g_autoptr(QdPlan) plan = qd_accelerator_draft_instantiate (draft, catalogue, portfolio, batch);

  if (plan_id != NULL)
    *plan_id = qd_record_get_id (plan);

  qd_batch_apply_async (batch, qd_portfolio_get_store (portfolio), _ ("New Accelerator"), NULL, callback, user_data);
}
