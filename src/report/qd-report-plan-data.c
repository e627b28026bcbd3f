/* qd-report-plan-data.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-report-plan-data"

#include <glib/gi18n.h>

#include "qd-check-item.h"
#include "qd-objective-tasks.h"
#include "qd-phase.h"
#include "qd-plan-progress.h"
#include "qd-report-data.h"
#include "qd-task.h"

static const struct
{
  QdReportMark   mark;
  QdReportColour colour;
} task_states[] = {
  [QD_TASK_STATUS_NOT_STARTED] = { QD_REPORT_MARK_CIRCLE, QD_REPORT_COLOUR_MUTED },
  [QD_TASK_STATUS_ON_TRACK] = { QD_REPORT_MARK_DISC, QD_REPORT_COLOUR_ACCENT },
  [QD_TASK_STATUS_WATCHPOINT] = { QD_REPORT_MARK_TRIANGLE, QD_REPORT_COLOUR_WATCH },
  [QD_TASK_STATUS_CONCERN] = { QD_REPORT_MARK_DIAMOND, QD_REPORT_COLOUR_BAD },
  [QD_TASK_STATUS_DONE] = { QD_REPORT_MARK_TICK, QD_REPORT_COLOUR_GOOD },
};

/* The two enumerations have the same five steps in the same order. */
G_STATIC_ASSERT ((int)QD_TASK_STATUS_DONE == (int)QD_OBJECTIVE_STATUS_CLOSED_SUCCESS);

static QdReportState
get_state (const QdNick *nicks,
           int           status)
{
  return (QdReportState){
    .label = g_strdup (qd_nicks_get_label (nicks, status)),
    .mark = task_states[status].mark,
    .colour = task_states[status].colour,
  };
}

static QdReportState
get_plan_state (QdPlanStatus status)
{
  QdReportState state = { .label = g_strdup (qd_nicks_get_label (qd_plan_statuses, status)) };

  switch (status)
    {
    case QD_PLAN_STATUS_ACTIVE:
      state.mark = QD_REPORT_MARK_DISC;
      state.colour = QD_REPORT_COLOUR_ACCENT;
      break;

    case QD_PLAN_STATUS_CLOSED:
      state.mark = QD_REPORT_MARK_TICK;
      state.colour = QD_REPORT_COLOUR_GOOD;
      break;

    case QD_PLAN_STATUS_DRAFT:
    default:
      state.mark = QD_REPORT_MARK_CIRCLE;
      state.colour = QD_REPORT_COLOUR_MUTED;
      break;
    }

  return state;
}

static void
check_item_clear (gpointer data)
{
  QdReportCheckItem *item = data;

  g_clear_pointer (&item->title, g_free);
}

static void
task_clear (gpointer data)
{
  QdReportTask *task = data;

  g_free (task->title);
  g_free (task->kind);
  g_free (task->state.label);
  g_free (task->owner);
  g_free (task->customer_owner);
  g_free (task->notes);
  g_free (task->source);
  g_array_unref (task->check_items);
}

static void
phase_clear (gpointer data)
{
  QdReportPhase *phase = data;

  g_free (phase->name);
}

static void
objective_clear (gpointer data)
{
  QdReportObjective *objective = data;

  g_free (objective->name);
  g_free (objective->state.label);
  g_free (objective->outcome);
  g_free (objective->use_case);
  g_free (objective->priority);
  g_free (objective->baseline);
  g_free (objective->criteria);
  g_free (objective->impact);
  g_free (objective->owner);
  g_free (objective->customer_owner);
  g_free (objective->summary);
  g_free (objective->successes);
  g_free (objective->risks);
}

static GArray *
new_array (gsize          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);

  return array;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gpointer one = *(gpointer *)a, other = *(gpointer *)b;
  gint64   id = qd_record_get_id (one), other_id = qd_record_get_id (other);
  double   position, other_position;

  g_object_get (one, "position", &position, NULL);
  g_object_get (other, "position", &other_position, NULL);

  if (position != other_position)
    return position < other_position ? -1 : 1;

  return (id > other_id) - (id < other_id);
}

/* Returns: (transfer full): the children of @parent in their order */
static GPtrArray *
dup_sorted (QdPortfolio *portfolio,
            GType        type,
            gint64       parent)
{
  GPtrArray *sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, qd_portfolio_peek_children (portfolio, type, parent), NULL, NULL);
  g_ptr_array_sort (sorted, compare_positions);

  return sorted;
}

/* Returns: (transfer full) (nullable): @text, if the audience may read that column */
static char *
dup_readable (QdReportPlan *self,
              GType         type,
              const char   *column,
              const char   *text)
{
  return qd_audience_may_read_column (self->audience, NULL, type, column) ? g_strdup (text) : NULL;
}

static void
gather_phases (QdReportPlan *self,
               QdPortfolio  *portfolio,
               QdPlan       *plan)
{
  g_autoptr(GPtrArray) phases = dup_sorted (portfolio, QD_TYPE_PHASE, qd_record_get_id (plan));

  for (guint i = 0; i < phases->len; i++)
    {
      QdPhase      *phase = g_ptr_array_index (phases, i);
      QdReportPhase copy = {
        .id = qd_record_get_id (phase),
        .name = g_strdup (phase->name),
        .first = qd_plan_get_phase_first (plan, phase),
        .last = qd_plan_get_phase_last (plan, phase),
      };

      g_array_append_val (self->phases, copy);
    }
}

static void
count_tasks (QdReportPlan      *self,
             QdPortfolio       *portfolio,
             QdObjective       *objective,
             QdReportObjective *copy)
{
  g_autoptr(GPtrArray) tasks = qd_objective_dup_tasks (portfolio, objective);

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      if (!qd_audience_may_read (self->audience, task))
        continue;

      copy->n_tasks++;
      copy->n_done += task->status == QD_TASK_STATUS_DONE;
    }
}

static void
gather_objectives (QdReportPlan *self,
                   QdPortfolio  *portfolio,
                   gint64        plan)
{
  g_autoptr(GPtrArray) objectives = dup_sorted (portfolio, QD_TYPE_OBJECTIVE, plan);

  for (guint i = 0; i < objectives->len; i++)
    {
      QdObjective *objective = g_ptr_array_index (objectives, i);

      if (!qd_audience_may_read (self->audience, objective))
        continue;

      QdReportObjective copy = {
        .id = qd_record_get_id (objective),
        .name = g_strdup (objective->name),
        .state = get_state (qd_objective_statuses, objective->status),
        .outcome = g_strdup (qd_nicks_get_label (qd_outcomes, objective->outcome)),
        .use_case = g_strdup (qd_nicks_get_label (qd_use_cases, objective->use_case)),
        .priority = g_strdup (qd_nicks_get_label (qd_objective_priorities, objective->priority)),
        .baseline = g_strdup (objective->baseline),
        .criteria = g_strdup (objective->criteria),
        .impact = g_strdup (objective->impact),
        .due = objective->due,
        .closed = objective->closed,
        .owner = g_strdup (objective->owner),
        .customer_owner = g_strdup (objective->customer_owner),
        .summary = g_strdup (objective->summary),
        .successes = g_strdup (objective->successes),
        .risks = dup_readable (self, QD_TYPE_OBJECTIVE, "risks", objective->risks),
        .internal = objective->visibility == QD_VISIBILITY_INTERNAL,
      };

      count_tasks (self, portfolio, objective, &copy);
      g_array_append_val (self->objectives, copy);
    }
}

static gboolean
has_objective (QdReportPlan *self,
               gint64        id)
{
  for (guint i = 0; i < self->objectives->len; i++)
    if (g_array_index (self->objectives, QdReportObjective, i).id == id)
      return TRUE;

  return FALSE;
}

static void
gather_task (QdReportPlan *self,
             QdPortfolio  *portfolio,
             QdTask       *task)
{
  g_autoptr(GPtrArray) items = dup_sorted (portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (task));
  QdReportTask copy = {
    .id = qd_record_get_id (task),
    .phase = task->phase,
    .objective = has_objective (self, task->objective) ? task->objective : 0,
    .title = g_strdup (task->title),
    .kind = g_strdup (qd_nicks_get_label (qd_task_kinds, task->kind)),
    .milestone = task->kind == QD_TASK_KIND_MILESTONE,
    .state = get_state (qd_task_statuses, task->status),
    .done = task->status == QD_TASK_STATUS_DONE,
    .internal = task->visibility == QD_VISIBILITY_INTERNAL,
    .start = task->start,
    .due = task->due,
    .owner = g_strdup (task->owner),
    .customer_owner = g_strdup (task->customer_owner),
    .notes = dup_readable (self, QD_TYPE_TASK, "notes", task->notes),
    .source = dup_readable (self, QD_TYPE_TASK, "source", task->source),
    .check_items = new_array (sizeof (QdReportCheckItem), check_item_clear),
  };

  for (guint i = 0; i < items->len; i++)
    {
      QdCheckItem      *item = g_ptr_array_index (items, i);
      QdReportCheckItem line = { g_strdup (item->title), item->done };

      g_array_append_val (copy.check_items, line);
    }

  g_array_append_val (self->tasks, copy);
}

static void
gather_tasks (QdReportPlan *self,
              QdPortfolio  *portfolio,
              gint64        plan)
{
  g_autoptr(GPtrArray) tasks = dup_sorted (portfolio, QD_TYPE_TASK, plan);
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      if (!qd_audience_may_read (self->audience, task))
        continue;

      g_ptr_array_add (shown, task);
      gather_task (self, portfolio, task);
    }

  self->done = qd_plan_progress_done (shown);
  self->expected = qd_plan_progress_expected (shown, self->day);
}

/**
 * qd_report_plan_gather:
 * @day: when the report is made, which is also its today
 *
 * Gathers what @audience may read of @plan, as QdAudience says, and no progress
 * that counts what is left out.
 *
 * Returns: (transfer full)
 */
QdReportPlan *
qd_report_plan_gather (QdPortfolio *portfolio,
                       QdPlan      *plan,
                       QdAudience   audience,
                       int          day)
{
  QdReportPlan *self = g_new0 (QdReportPlan, 1);
  QdAccount    *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account);
  gint64        id = qd_record_get_id (plan);

  self->audience = audience;
  self->day = day;
  self->customer = account != NULL ? qd_audience_dup_account_name (audience, account) : g_strdup ("");
  self->name = g_strdup (plan->name);
  self->kind = g_strdup (qd_nicks_get_label (qd_plan_kinds, qd_audience_get_plan_kind (audience, plan->kind)));
  self->state = get_plan_state (plan->status);
  self->start = plan->start;
  self->target = plan->target;
  self->strategy = dup_readable (self, QD_TYPE_PLAN, "strategy", plan->strategy);
  self->highlights = dup_readable (self, QD_TYPE_PLAN, "highlights", plan->highlights);

  self->phases = new_array (sizeof (QdReportPhase), phase_clear);
  self->objectives = new_array (sizeof (QdReportObjective), objective_clear);
  self->tasks = new_array (sizeof (QdReportTask), task_clear);
  gather_phases (self, portfolio, plan);
  gather_objectives (self, portfolio, id);
  gather_tasks (self, portfolio, id);

  return self;
}

void
qd_report_plan_free (QdReportPlan *self)
{
  g_clear_pointer (&self->chart, qd_report_chart_free);
  g_free (self->customer);
  g_free (self->name);
  g_free (self->kind);
  g_free (self->state.label);
  g_free (self->strategy);
  g_free (self->highlights);
  g_array_unref (self->phases);
  g_array_unref (self->objectives);
  g_array_unref (self->tasks);
  g_free (self);
}
