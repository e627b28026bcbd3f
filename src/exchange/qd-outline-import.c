/* qd-outline-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-outline-import"

#include "qd-outline-import.h"

#include <glib/gi18n.h>

#include "qd-baseline.h"
#include "qd-exchange.h"
#include "qd-json-file.h"
#include "qd-link.h"
#include "qd-order-edits.h"
#include "qd-outline-import-private.h"
#include "qd-phase.h"

/*
 * Makes of an outline that was read the file of ours that says the same, so that
 * it is compared, shown and written as any other. What is there already, by its
 * id or else by its name in the same plan, gets its id; and only what differs is
 * said: a task that begins at nine because work does is not one that begins at
 * nine by itself.
 */

static JsonArray *
write_phases (QdOutlineImport *import)
{
  JsonArray *array = json_array_new ();
  double     last = 0;

  for (guint i = 0; i < import->outline->phases->len; i++)
    {
      const QdOutlinePhase *phase = qd_plan_outline_get_phase (import->outline, i);
      QdPhase              *live = qd_portfolio_lookup (import->portfolio, QD_TYPE_PHASE, import->phases[i]);
      JsonObject           *object = json_object_new ();

      /* A summary there is as long as its tasks, which says nothing of the phase. */
      last = live != NULL && live->position > last ? live->position : last + QD_ORDER_STEP;
      qd_json_set_id (object, "id", import->phases[i]);
      json_object_set_string_member (object, "name", phase->name);
      json_object_set_int_member (object, "first", live != NULL ? live->first : phase->first - import->outline->start);
      json_object_set_int_member (object, "last", live != NULL ? live->last : phase->last - import->outline->start);
      json_object_set_double_member (object, "position", last);
      json_array_add_object_element (array, object);
    }

  return array;
}

/* Only what is new: of the others the file has no more than their names. */
static JsonArray *
write_objectives (QdOutlineImport *import)
{
  JsonArray *array = json_array_new ();
  GPtrArray *there = import->plan != NULL
                         ? qd_portfolio_peek_children (import->portfolio, QD_TYPE_OBJECTIVE, qd_record_get_id (import->plan))
                         : NULL;
  double     last = 0;

  for (guint i = 0; there != NULL && i < there->len; i++)
    last = MAX (last, QD_OBJECTIVE (g_ptr_array_index (there, i))->position);

  for (guint i = 0; i < import->outline->objectives->len; i++)
    {
      JsonObject *object;

      if (qd_portfolio_lookup (import->portfolio, QD_TYPE_OBJECTIVE, import->objectives[i]) != NULL)
        continue;

      object = json_object_new ();
      last += QD_ORDER_STEP;
      qd_json_set_id (object, "id", import->objectives[i]);
      json_object_set_string_member (object, "name", qd_plan_outline_get_objective (import->outline, i)->name);
      json_object_set_string_member (object, "status", qd_objective_statuses[QD_OBJECTIVE_STATUS_NOT_STARTED].nick);
      json_object_set_boolean_member (object, "accelerator", FALSE);
      json_object_set_string_member (object, "visibility", qd_visibilities[QD_VISIBILITY_INTERNAL].nick);
      json_object_set_double_member (object, "position", last);
      json_array_add_object_element (array, object);
    }

  return array;
}

/* A link is known by the two tasks that it ties. */
static JsonArray *
write_links (QdOutlineImport *import)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < import->outline->links->len; i++)
    {
      const QdOutlineLink *link = &g_array_index (import->outline->links, QdOutlineLink, i);
      JsonObject          *object = json_object_new ();

      qd_json_set_id (object, "id", qd_outline_import_create_id (QD_TYPE_LINK));
      qd_json_set_id (object, "predecessor", import->tasks[link->from]);
      qd_json_set_id (object, "successor", import->tasks[link->to]);
      qd_json_set_choice (object, "kind", qd_link_kinds, link->kind);
      json_object_set_int_member (object, "lag", link->lag);
      json_object_set_boolean_member (object, "elapsed", link->elapsed);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
write_baseline_tasks (QdOutlineImport         *import,
                      const QdOutlineBaseline *baseline)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < baseline->tasks->len; i++)
    {
      const QdOutlineBaselineTask *was = &g_array_index (baseline->tasks, QdOutlineBaselineTask, i);
      JsonObject                  *object = json_object_new ();

      qd_json_set_id (object, "id", qd_outline_import_create_id (QD_TYPE_BASELINE_TASK));
      qd_json_set_id (object, "task", import->tasks[was->task]);
      json_object_set_string_member (object, "title", qd_plan_outline_get_task (import->outline, was->task)->title);
      qd_json_set_day (object, "start", was->start);
      qd_json_set_integer (object, "start_time", was->start_time);
      qd_json_set_day (object, "due", was->due);
      qd_json_set_integer (object, "due_time", was->due_time);
      qd_json_set_integer (object, "duration", was->duration);
      json_object_set_int_member (object, "progress", 0);
      json_array_add_object_element (array, object);
    }

  return array;
}

/* A plan that is there keeps its own: theirs have no names to know them by. */
static JsonArray *
write_baselines (QdOutlineImport *import)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; import->plan == NULL && i < import->outline->baselines->len; i++)
    {
      const QdOutlineBaseline *baseline = g_ptr_array_index (import->outline->baselines, i);
      JsonObject              *object = json_object_new ();

      qd_json_set_id (object, "id", qd_outline_import_create_id (QD_TYPE_BASELINE));
      json_object_set_string_member (object, "name", baseline->name);
      qd_json_set_day (object, "day", baseline->day);
      json_object_set_int_member (object, "created", (gint64)baseline->day * 86400 + i);
      json_object_set_array_member (object, "tasks", write_baseline_tasks (import, baseline));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
write_plan (QdOutlineImport *import)
{
  JsonObject    *object = json_object_new ();
  QdPlanOutline *outline = import->outline;
  QdPlan        *live = import->plan;
  gint64         id = live != NULL ? qd_record_get_id (live) : qd_outline_import_claim_id (import, QD_TYPE_PLAN, outline->id);

  qd_json_set_id (object, "id", id != 0 ? id : qd_outline_import_create_id (QD_TYPE_PLAN));
  qd_json_set_choice (object, "kind", qd_plan_kinds, live != NULL ? live->kind : outline->kind);
  json_object_set_string_member (object, "name", outline->name);
  qd_json_set_day (object, "start", outline->start);
  qd_json_set_day (object, "target", outline->target);
  qd_json_set_day (object, "status_day", outline->status_day);
  qd_json_set_choice (object, "status", qd_plan_statuses, live != NULL ? live->status : QD_PLAN_STATUS_DRAFT);
  json_object_set_boolean_member (object, "uncounted", live != NULL && live->uncounted);
  json_object_set_array_member (object, "phases", write_phases (import));
  json_object_set_array_member (object, "objectives", write_objectives (import));
  json_object_set_array_member (object, "tasks", qd_outline_import_write_tasks (import));
  json_object_set_array_member (object, "links", write_links (import));
  json_object_set_array_member (object, "baselines", write_baselines (import));

  return object;
}

static JsonNode *
write_file (QdOutlineImport *import)
{
  JsonObject *file = qd_json_file_new_object (qd_exchange_kinds[QD_EXCHANGE_KIND_PLAN].nick);
  JsonObject *account = json_object_new ();
  JsonNode   *root = json_node_init_object (json_node_alloc (), file);

  json_object_unref (file);
  qd_json_set_id (account, "id", qd_record_get_id (import->account));
  json_object_set_string_member (account, "name", import->account->name);
  json_object_set_object_member (file, "account", account);
  json_object_set_object_member (file, "plan", write_plan (import));

  return root;
}

/* The plan that the file is of: by its id, else the one of its name */
static QdPlan *
find_plan (QdPortfolio         *portfolio,
           const QdPlanOutline *outline,
           gint64               account)
{
  GPtrArray *plans = qd_portfolio_peek_children (portfolio, QD_TYPE_PLAN, account);
  QdPlan    *plan = outline->id != 0 ? qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, outline->id) : NULL;

  if (plan != NULL && plan->account == account)
    return plan;

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      plan = g_ptr_array_index (plans, i);

      if (g_str_equal (plan->name, outline->name))
        return plan;
    }

  return NULL;
}

/**
 * qd_outline_import_guess_account:
 *
 * Returns: the id of the account that the file seems to be of: whose plan it is,
 *   else who has the name or codename that it says; 0 for none
 */
gint64
qd_outline_import_guess_account (QdPortfolio         *portfolio,
                                 const QdPlanOutline *outline)
{
  GListModel *accounts = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_ACCOUNT));
  QdPlan     *plan = outline->id != 0 ? qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, outline->id) : NULL;
  gint64      found = 0;

  if (plan != NULL)
    return plan->account;

  for (guint i = 0; outline->customer != NULL && i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(QdAccount) account = g_list_model_get_item (accounts, i);

      if (g_strcmp0 (account->name, outline->customer) != 0 && g_strcmp0 (account->codename, outline->customer) != 0)
        continue;

      if (found != 0)
        return 0;

      found = qd_record_get_id (account);
    }

  return found;
}

/**
 * qd_outline_import_new:
 * @outline: as qd_mspdi_read() gives it; its calendars are replaced by those of the account
 * @account: the id of whose plan it is to be
 *
 * Returns: (transfer full) (nullable): what importing it would do: a new plan, or
 *   changes to the one that it is of
 */
QdImportPlan *
qd_outline_import_new (QdPortfolio   *portfolio,
                       QdPlanOutline *outline,
                       gint64         account,
                       GError       **error)
{
  g_autoptr(QdPlanOutline) before = NULL;
  g_autoptr(GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *tasks = g_new0 (gint64, outline->tasks->len);
  g_autofree gint64 *phases = g_new0 (gint64, outline->phases->len);
  g_autofree gint64 *objectives = g_new0 (gint64, outline->objectives->len);
  g_autoptr(JsonNode) root = NULL;
  QdOutlineImport import = { portfolio, outline, qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, account), NULL, NULL, known, tasks, phases, objectives };

  if (import.account == NULL)
    {
      g_set_error_literal (
          error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_NOT_FOUND, _ ("The account is no longer there; nothing was imported"));
      return NULL;
    }

  if ((import.plan = find_plan (portfolio, outline, account)))
    {
      if (!(before = qd_plan_outline_new (portfolio, qd_record_get_id (import.plan), QD_AUDIENCE_ME, error)))
        return NULL;

      /* The same hours for both, so that the same days are the same minutes. */
      qd_plan_calendars_unref (outline->calendars);
      outline->calendars = qd_plan_calendars_ref (before->calendars);
    }

  import.before = before;

  for (guint i = 0; before != NULL && i < before->tasks->len; i++)
    g_hash_table_insert (known, &qd_plan_outline_get_task (before, i)->id, GUINT_TO_POINTER (i + 1));

  qd_outline_import_resolve (&import);
  root = write_file (&import);

  return qd_import_plan_new_from_json (portfolio, root, 0, error);
}
