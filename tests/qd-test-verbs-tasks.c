/* qd-test-verbs-tasks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-check-item.h"
#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-task-edits.h"
#include "qd-task-table-edits.h"
#include "qd-test-verbs.h"

/* Verbs of one task, its checklist, and several tasks at once. */

static GPtrArray *
peek_items (QdTestDesk *desk,
            QdTask     *task)
{
  return qd_portfolio_peek_children (desk->portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (task));
}

static void
task_add (QdTestDesk       *desk,
          const QdTestVerb *verb)
{
  QdTask *task = qd_test_desk_get_task (desk, 0);
  g_autoptr(QdTask) draft = qd_record_new_draft (QD_TYPE_TASK);

  g_object_set (draft, "plan", task->plan, "phase", task->phase, "title", "Ask for the licence", NULL);
  qd_task_add_async (desk->store, draft, qd_record_get_id (task), qd_test_async_cb, &desk->slot);
}

static void
task_move (QdTestDesk       *desk,
           const QdTestVerb *verb)
{
  QdTask  *task = qd_test_desk_get_task (desk, 0);
  gpointer plan = qd_test_desk_get_plan (desk);
  gint64   phase = qd_record_get_id (qd_test_desk_get_child (desk, QD_TYPE_PHASE, plan, 0));

  if (phase == task->phase)
    phase = qd_record_get_id (qd_test_desk_get_child (desk, QD_TYPE_PHASE, plan, 1));

  qd_task_move_async (desk->store, task, phase, 0, qd_test_async_cb, &desk->slot);
}

static void
task_set_status (QdTestDesk       *desk,
                 const QdTestVerb *verb)
{
  QdTask *task = qd_test_desk_get_task (desk, 0);

  qd_task_set_status_async (
      desk->store, task, QD_TASK_STATUS_DONE, peek_items (desk, task), qd_test_async_cb, &desk->slot);
}

static void
task_duplicate (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  QdTask *task = qd_test_desk_get_task (desk, 0);
  g_autoptr(QdTask) copy =
                qd_task_duplicate_async (desk->store, task, peek_items (desk, task), 0, qd_test_async_cb, &desk->slot);
}

static void
task_delete (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  qd_task_delete_async (desk->store, qd_test_desk_get_task (desk, 0), qd_test_async_cb, &desk->slot);
}

static void
check_item_add (QdTestDesk       *desk,
                const QdTestVerb *verb)
{
  QdTask *task = qd_test_desk_get_task (desk, 0);

  qd_check_item_add_async (
      desk->store, task, "The window is agreed", peek_items (desk, task), qd_test_async_cb, &desk->slot);
}

static void
check_item_set_done (QdTestDesk       *desk,
                     const QdTestVerb *verb)
{
  QdTask      *task = qd_test_desk_get_task (desk, 0);
  QdCheckItem *item = qd_test_desk_get_child (desk, QD_TYPE_CHECK_ITEM, task, 0);

  qd_check_item_set_done_async (
      desk->store, task, item, !item->done, peek_items (desk, task), qd_test_async_cb, &desk->slot);
}

static void
check_item_move (QdTestDesk       *desk,
                 const QdTestVerb *verb)
{
  GPtrArray   *items = peek_items (desk, qd_test_desk_get_task (desk, 0));
  QdCheckItem *first = g_ptr_array_index (items, 0);

  for (guint i = 1; i < items->len; i++)
    {
      QdCheckItem *item = g_ptr_array_index (items, i);

      if (item->position < first->position)
        first = item;
    }

  /* To the end */
  qd_check_item_move_async (desk->store, first, 0, qd_test_async_cb, &desk->slot);
}

static void
check_item_delete (QdTestDesk       *desk,
                   const QdTestVerb *verb)
{
  QdTask *task = qd_test_desk_get_task (desk, 0);

  qd_check_item_delete_async (desk->store,
                              task,
                              qd_test_desk_get_child (desk, QD_TYPE_CHECK_ITEM, task, 0),
                              peek_items (desk, task),
                              qd_test_async_cb,
                              &desk->slot);
}

static void
tasks_set_status (QdTestDesk       *desk,
                  const QdTestVerb *verb)
{
  g_autoptr(GPtrArray) tasks = qd_test_desk_list_tasks (desk, 3);

  qd_tasks_set_status_async (tasks, QD_TASK_STATUS_DONE, desk->portfolio, qd_test_async_cb, &desk->slot);
}

static void
tasks_set (QdTestDesk       *desk,
           const QdTestVerb *verb)
{
  g_autoptr(GPtrArray) tasks = qd_test_desk_list_tasks (desk, 3);
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "Priya");
  qd_tasks_set_async (tasks, "owner", &value, desk->store, qd_test_async_cb, &desk->slot);
}

static void
tasks_shift (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  g_autoptr(GPtrArray) tasks = qd_test_desk_list_tasks (desk, 3);

  qd_tasks_shift_async (tasks, 14, desk->store, qd_test_async_cb, &desk->slot);
}

static void
tasks_delete (QdTestDesk       *desk,
              const QdTestVerb *verb)
{
  g_autoptr(GPtrArray) tasks = qd_test_desk_list_tasks (desk, 3);

  qd_tasks_delete_async (tasks, desk->store, qd_test_async_cb, &desk->slot);
}

const QdTestVerb qd_test_verbs_tasks[] = {
  { "qd_task_add_async", "Add Task", task_add },
  { "qd_task_move_async", "Move Task", task_move },
  { "qd_task_set_status_async", "Complete Task", task_set_status },
  { "qd_task_duplicate_async", "Duplicate Task", task_duplicate },
  { "qd_task_delete_async", "Delete Task", task_delete },
  { "qd_check_item_add_async", "Add Checklist Item", check_item_add },
  { "qd_check_item_set_done_async", "Check Item", check_item_set_done },
  { "qd_check_item_move_async", "Move Checklist Item", check_item_move },
  { "qd_check_item_delete_async", "Delete Checklist Item", check_item_delete },
  { "qd_tasks_set_status_async", "Set Status of Tasks", tasks_set_status },
  { "qd_tasks_set_async", "Set Owner of Tasks", tasks_set },
  { "qd_tasks_shift_async", "Shift Tasks", tasks_shift },
  { "qd_tasks_delete_async", "Delete Tasks", tasks_delete },
  { NULL },
};
