/* qd-template-instance.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-template-instance"

#include <glib/gi18n.h>

#include "qd-check-item.h"
#include "qd-link.h"
#include "qd-phase.h"
#include "qd-template-plan.h"

/* A template on its way to becoming a plan. */
typedef struct
{
  QdTemplatePlan *template;
  QdBatch    *batch;
  QdPlan     *plan;
  int         anchor;     /* the day that the template's day 0 falls on */
  GHashTable *phases;     /* key -> id, as a pointer to the draft */
  GHashTable *objectives; /* the same */
  GHashTable *tasks;      /* the same, of those that have a key */
} Instance;

#define SATURDAY 6

/* The next working day, but never past @target: then the last one before. */
static int
leave_weekend (int day,
               int target)
{
  int weekday = qd_day_get_weekday (day);
  int monday;

  if (weekday < SATURDAY)
    return day;

  monday = day + SATURDAY + 2 - weekday;

  return monday <= target ? monday : day - (weekday - SATURDAY + 1);
}

static int
place (Instance *instance,
       int       offset)
{
  return offset != QD_DAY_NONE ? instance->anchor + offset : QD_DAY_NONE;
}

static gint64
lookup_id (GHashTable *drafts,
           const char *key)
{
  QdRecord *draft = key != NULL ? g_hash_table_lookup (drafts, key) : NULL;

  return draft != NULL ? qd_record_get_id (draft) : 0;
}

static void
add_phase (Instance              *instance,
           const QdTemplatePhase *item,
           guint                  index)
{
  QdPhase *draft = qd_record_new_draft (QD_TYPE_PHASE);
  gint64   shift = instance->anchor - instance->plan->start;

  g_object_set (draft,
                "plan", qd_record_get_id (instance->plan),
                "name", item->name,
                "first", item->first + shift,
                "last", item->last + shift,
                "position", index + 1.0,
                NULL);
  qd_batch_insert (instance->batch, draft);
  g_hash_table_insert (instance->phases, item->key, draft);
}

static void
add_objective (Instance                  *instance,
               const QdTemplateObjective *item,
               guint                      index)
{
  QdObjective *draft = qd_record_new_draft (QD_TYPE_OBJECTIVE);

  g_object_set (draft,
                "plan", qd_record_get_id (instance->plan),
                "name", item->name,
                "use-case", item->use_case,
                "priority", item->priority,
                "status", QD_OBJECTIVE_STATUS_NOT_STARTED,
                "baseline", item->baseline,
                "criteria", item->criteria,
                "impact", item->impact,
                "due", place (instance, item->due),
                "owner", item->owner,
                "customer-owner", item->customer_owner,
                "visibility", item->visibility,
                "position", index + 1.0,
                NULL);
  qd_batch_insert (instance->batch, draft);
  g_hash_table_insert (instance->objectives, item->key, draft);
}

static void
add_checklist (Instance *instance,
               QdTask   *task,
               char    **titles)
{
  for (guint i = 0; titles != NULL && titles[i] != NULL; i++)
    {
      g_autoptr(QdCheckItem) draft = qd_record_new_draft (QD_TYPE_CHECK_ITEM);

      g_object_set (draft, "task", qd_record_get_id (task), "title", titles[i], "position", i + 1.0, NULL);
      qd_batch_insert (instance->batch, draft);
    }
}

/* So that tasks can refer to others, whatever their order. */
static void
add_task_keys (Instance *instance)
{
  for (guint i = 0; i < instance->template->tasks->len; i++)
    {
      const QdTemplateTask *item = g_ptr_array_index (instance->template->tasks, i);

      if (item->key != NULL)
        g_hash_table_insert (instance->tasks, item->key, qd_record_new_draft (QD_TYPE_TASK));
    }
}

static void
add_links (Instance             *instance,
           const QdTemplateTask *item,
           QdTask               *task)
{
  for (guint i = 0; i < item->links->len; i++)
    {
      const QdTemplateLink *link = g_ptr_array_index (item->links, i);
      g_autoptr(QdLink) draft = qd_record_new_draft (QD_TYPE_LINK);

      g_object_set (draft,
                    "plan", qd_record_get_id (instance->plan),
                    "predecessor", lookup_id (instance->tasks, link->from),
                    "successor", qd_record_get_id (task),
                    "kind", link->kind,
                    "lag", (gint64)link->lag,
                    "elapsed", link->lag_time == 1,
                    NULL);
      qd_batch_insert (instance->batch, draft);
    }
}

static void
add_task (Instance             *instance,
          const QdTemplateTask *item,
          guint                 index)
{
  QdTask *known = item->key != NULL ? g_hash_table_lookup (instance->tasks, item->key) : NULL;
  g_autoptr(QdTask) draft = known != NULL ? g_object_ref (known) : qd_record_new_draft (QD_TYPE_TASK);
  int start = place (instance, item->start);
  int due = place (instance, item->due);

  if (item->kind != QD_TASK_KIND_MILESTONE)
    {
      start = start != QD_DAY_NONE ? leave_weekend (start, instance->plan->target) : start;
      due = due != QD_DAY_NONE ? leave_weekend (due, instance->plan->target) : due;

      if (start != QD_DAY_NONE && due != QD_DAY_NONE && due < start)
        start = due;
    }

  g_object_set (draft,
                "plan", qd_record_get_id (instance->plan),
                "phase", lookup_id (instance->phases, item->phase),
                "objective", lookup_id (instance->objectives, item->objective),
                "title", item->title,
                "kind", item->kind,
                "status", QD_TASK_STATUS_NOT_STARTED,
                "start", start,
                "due", due,
                "duration", item->duration,
                "work", item->work,
                "start-time", item->start_time,
                "due-time", item->due_time,
                "side", item->side,
                "parent", lookup_id (instance->tasks, item->parent),
                "content-module", item->content_module,
                "owner", item->owner,
                "customer-owner", item->customer_owner,
                "visibility", item->visibility,
                "notes", item->notes,
                "source", item->source,
                "position", index + 1.0,
                NULL);
  qd_batch_insert (instance->batch, draft);
  add_checklist (instance, draft, item->checklist);
  add_links (instance, item, draft);
}

static QdPlan *
create_plan (QdTemplatePlan *self,
             gint64          account,
             const char     *name,
             int             day)
{
  QdPlan *draft = qd_record_new_draft (QD_TYPE_PLAN);
  int     start = self->anchor == QD_TEMPLATE_ANCHOR_TARGET ? day - self->days : day;

  g_object_set (draft,
                "account", account,
                "kind", self->plan_kind,
                "name", name != NULL ? name : self->name,
                "start", start,
                "target", start + self->days,
                "status", QD_PLAN_STATUS_DRAFT,
                "strategy", self->strategy,
                "template", self->key,
                NULL);

  return draft;
}

/**
 * qd_template_plan_instantiate:
 * @account: whose plan it is to be
 * @name: (nullable): of the plan, instead of the template's
 * @day: the plan's start, or its target where the template counts back from one
 * @batch: takes the drafts, each after what it refers to
 *
 * A task, workshop or call that would start or fall due on a weekend moves to
 * the Monday after, or, where that is past the plan's target, to the Friday
 * before. A milestone stays where it is: it marks a day, and is no work. So
 * does what an objective is due.
 *
 * Returns: (transfer full): a draft of the plan, which is in @batch
 */
QdPlan *
qd_template_plan_instantiate (QdTemplatePlan *self,
                              gint64          account,
                              const char     *name,
                              int             day,
                              QdBatch        *batch)
{
  g_autoptr(GHashTable) phases = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr(GHashTable) objectives = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr(GHashTable) tasks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  QdPlan  *plan;
  Instance instance;

  g_return_val_if_fail (QD_IS_TEMPLATE_PLAN (self), NULL);
  g_return_val_if_fail (day != QD_DAY_NONE, NULL);

  plan = create_plan (self, account, name, day);
  instance = (Instance){ self, batch, plan, day, phases, objectives, tasks };
  qd_batch_insert (batch, plan);

  for (guint i = 0; i < self->phases->len; i++)
    add_phase (&instance, g_ptr_array_index (self->phases, i), i);

  for (guint i = 0; i < self->objectives->len; i++)
    add_objective (&instance, g_ptr_array_index (self->objectives, i), i);

  add_task_keys (&instance);

  for (guint i = 0; i < self->tasks->len; i++)
    add_task (&instance, g_ptr_array_index (self->tasks, i), i);

  return plan;
}

/**
 * qd_plan_new_from_template_async:
 * @plan_id: (out) (optional): set at once to the id that the plan will have
 *
 * Makes a plan as qd_template_plan_instantiate() says, in one step. Ends with
 * qd_store_edit_finish().
 */
void
qd_plan_new_from_template_async (QdTemplatePlan     *self,
                                 QdStore            *store,
                                 gint64              account,
                                 const char         *name,
                                 int                 day,
                                 gint64             *plan_id,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();
  g_autoptr(QdPlan) plan = qd_template_plan_instantiate (self, account, name, day, batch);

  if (plan_id != NULL)
    *plan_id = qd_record_get_id (plan);

  qd_batch_apply_async (batch, store, _ ("New Plan"), NULL, callback, user_data);
}
