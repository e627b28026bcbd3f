/* qd-test-verbs-plans.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-baseline-edits.h"
#include "qd-outcome-rules.h"
#include "qd-plan-edits.h"
#include "qd-schedule-edits.h"
#include "qd-task.h"
#include "qd-template-plan.h"
#include "qd-test-verbs.h"

/* Verbs of plans, their phases and objectives, and templates. */

static void
plan_shift (QdTestDesk       *desk,
            const QdTestVerb *verb)
{
  QdPlan *plan = qd_test_desk_get_plan (desk);

  qd_plan_shift_async (desk->store,
                       plan,
                       plan->start + 7,
                       qd_portfolio_peek_children (desk->portfolio, QD_TYPE_TASK, qd_record_get_id (plan)),
                       qd_test_async_cb,
                       &desk->slot);
}

static void
plan_duplicate (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  g_autoptr(QdPlan) copy =
                qd_plan_duplicate_async (desk->portfolio, qd_test_desk_get_plan (desk), qd_test_async_cb, &desk->slot);
}

static void
plan_delete (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  qd_plan_delete_async (desk->store, qd_test_desk_get_plan (desk), qd_test_async_cb, &desk->slot);
}

static void
phase_add (QdTestDesk       *desk,
           const QdTestVerb *verb)
{
  QdPlan *plan = qd_test_desk_get_plan (desk);
  g_autoptr(QdPhase) draft = qd_phase_create_next (
      plan, qd_portfolio_peek_children (desk->portfolio, QD_TYPE_PHASE, qd_record_get_id (plan)), "Afterwards");

  qd_phase_add_async (desk->store, draft, qd_test_async_cb, &desk->slot);
}

static void
phase_move (QdTestDesk       *desk,
            const QdTestVerb *verb)
{
  qd_phase_move_async (desk->store,
                       qd_test_desk_get_child (desk, QD_TYPE_PHASE, qd_test_desk_get_plan (desk), 0),
                       0,
                       qd_test_async_cb,
                       &desk->slot);
}

static void
phase_delete (QdTestDesk       *desk,
              const QdTestVerb *verb)
{
  qd_phase_delete_async (desk->store,
                         qd_test_desk_get_child (desk, QD_TYPE_PHASE, qd_test_desk_get_plan (desk), 0),
                         qd_test_async_cb,
                         &desk->slot);
}

static void
objective_add (QdTestDesk       *desk,
               const QdTestVerb *verb)
{
  g_autoptr(QdObjective) draft = qd_objective_create (qd_test_desk_get_plan (desk), "Deploy every day");

  qd_objective_add_async (desk->store, draft, qd_test_async_cb, &desk->slot);
}

static void
objective_save (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  g_autoptr(QdObjective) draft =
                qd_record_dup_draft (qd_test_desk_get_child (desk, QD_TYPE_OBJECTIVE, qd_test_desk_get_plan (desk), 0));

  g_object_set (draft, "risks", "Nobody has the time", NULL);
  qd_objective_save_async (desk->store, draft, verb->label, qd_test_async_cb, &desk->slot);
}

static void
objective_step (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (desk->portfolio, QD_TYPE_OBJECTIVE));

  for (guint i = 0;; i++)
    {
      g_autoptr(QdObjective) objective = g_list_model_get_item (list, i);

      if (objective->outcome != QD_OUTCOME_ACCEPTED || objective->closed != QD_DAY_NONE)
        continue;

      qd_objective_step_async (
          desk->store, objective, QD_OUTCOME_STEP_DELIVER, QD_TEST_TODAY, qd_test_async_cb, &desk->slot);
      return;
    }
}

static void
objective_move (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  qd_objective_move_async (desk->store,
                           qd_test_desk_get_child (desk, QD_TYPE_OBJECTIVE, qd_test_desk_get_plan (desk), 0),
                           0,
                           qd_test_async_cb,
                           &desk->slot);
}

static void
objective_delete (QdTestDesk       *desk,
                  const QdTestVerb *verb)
{
  qd_objective_delete_async (desk->store,
                             qd_test_desk_get_child (desk, QD_TYPE_OBJECTIVE, qd_test_desk_get_plan (desk), 0),
                             qd_test_async_cb,
                             &desk->slot);
}

static void
baseline_create (QdTestDesk       *desk,
                 const QdTestVerb *verb)
{
  g_autoptr(QdBaseline) baseline = qd_baseline_create_async (desk->portfolio,
                                                             qd_record_get_id (qd_test_desk_get_plan (desk)),
                                                             "As agreed",
                                                             QD_TEST_TODAY,
                                                             qd_test_async_cb,
                                                             &desk->slot);
}

static void
plan_reschedule (QdTestDesk       *desk,
                 const QdTestVerb *verb)
{
  GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (desk->portfolio, QD_TYPE_TASK));

  for (guint i = 0;; i++)
    {
      g_autoptr(QdTask) task = g_list_model_get_item (list, i);

      if (g_str_equal (task->title, QD_TEST_TOO_EARLY))
        {
          qd_plan_reschedule_async (
              desk->store, qd_portfolio_lookup (desk->portfolio, QD_TYPE_PLAN, task->plan), qd_test_async_cb, &desk->slot);
          return;
        }
    }
}

static void
plan_set_status_day (QdTestDesk       *desk,
                     const QdTestVerb *verb)
{
  QdPlan *plan = qd_test_desk_get_plan (desk);

  qd_plan_set_status_day_async (desk->store, plan, plan->start + 30, qd_test_async_cb, &desk->slot);
}

static void
plan_new_from_template (QdTestDesk       *desk,
                        const QdTestVerb *verb)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) shipped = qd_templates_load_shipped (&error);

  g_assert_no_error (error);
  qd_plan_new_from_template_async (g_ptr_array_index (shipped, 0),
                                   desk->store,
                                   ((QdPlan *)qd_test_desk_get_plan (desk))->account,
                                   "The next ninety days",
                                   QD_TEST_TODAY,
                                   NULL,
                                   qd_test_async_cb,
                                   &desk->slot);
}

const QdTestVerb qd_test_verbs_plans[] = {
  { "qd_plan_shift_async", "Move Plan", plan_shift },
  { "qd_plan_duplicate_async", "Duplicate Plan", plan_duplicate },
  { "qd_plan_delete_async", "Delete Plan", plan_delete },
  { "qd_phase_add_async", "Add Phase", phase_add },
  { "qd_phase_move_async", "Move Phase", phase_move },
  { "qd_phase_delete_async", "Delete Phase", phase_delete },
  { "qd_objective_add_async", "Add Objective", objective_add },
  { "qd_objective_save_async", "Edit Objective", objective_save },
  { "qd_objective_step_async", "Mark as Delivered", objective_step },
  { "qd_objective_move_async", "Move Objective", objective_move },
  { "qd_objective_delete_async", "Delete Objective", objective_delete },
  { "qd_baseline_create_async", "Set Baseline", baseline_create },
  { "qd_plan_reschedule_async", "Reschedule Plan", plan_reschedule },
  { "qd_plan_set_status_day_async", "Set Status Day", plan_set_status_day },
  { "qd_plan_new_from_template_async", "New Plan", plan_new_from_template },
  { NULL },
};
