/* qd-task-table-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-table-edits"

#include "qd-task-table-edits.h"

#include <glib/gi18n.h>

#include "qd-check-item.h"
#include "qd-schedule-edits.h"
#include "qd-task-edits.h"

static guint
apply (QdBatch            *batch,
       QdStore            *store,
       const char         *label,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  guint n_tasks = qd_batch_get_length (batch);

  if (n_tasks > 0)
    qd_batch_apply_async (batch, store, label, NULL, callback, user_data);
  else
    qd_batch_free (batch);

  return n_tasks;
}

/* Progress goes along, as it does for one task. */
guint
qd_tasks_set_status_async (GPtrArray          *tasks,
                           QdTaskStatus        status,
                           QdPortfolio        *portfolio,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);
      g_autoptr(QdTask) draft = NULL;

      if (task->status == status)
        continue;

      draft = qd_record_dup_draft (task);
      qd_task_apply_status (
          draft, status, qd_portfolio_peek_children (portfolio, QD_TYPE_CHECK_ITEM, qd_record_get_id (task)));
      qd_batch_change (batch, draft);
    }

  return apply (batch, qd_portfolio_get_store (portfolio), _ ("Set Status of Tasks"), callback, user_data);
}

/* @property: one that no other follows; not the status or the progress */
guint
qd_tasks_set_async (GPtrArray          *tasks,
                    const char         *property,
                    const GValue       *value,
                    QdStore            *store,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  QdBatch         *batch = qd_batch_new ();
  const QdColumn  *column = qd_record_find_column (QD_TYPE_TASK, property);
  g_autofree char *label = NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask     *task = g_ptr_array_index (tasks, i);
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (task), property);
      g_auto(GValue) before = G_VALUE_INIT;
      g_autoptr(QdTask) draft = NULL;

      g_value_init (&before, pspec->value_type);
      g_object_get_property (G_OBJECT (task), property, &before);

      if (g_param_values_cmp (pspec, &before, value) == 0)
        continue;

      draft = qd_record_dup_draft (task);
      g_object_set_property (G_OBJECT (draft), property, value);
      qd_batch_change (batch, draft);
    }

  /* Translators: the name of an edit of several tasks; %s is a field of theirs, such as “Owner” */
  label = g_strdup_printf (_ ("Set %s of Tasks"), _ (column->label));

  return apply (batch, store, label, callback, user_data);
}

/* Start and due day of each, as far as it has them. */
guint
qd_tasks_shift_async (GPtrArray          *tasks,
                      int                 n_days,
                      QdStore            *store,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  QdBatch *batch = qd_batch_new ();

  for (guint i = 0; n_days != 0 && i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);
      g_autoptr(QdTask) draft = NULL;

      if (task->start == QD_DAY_NONE && task->due == QD_DAY_NONE)
        continue;

      draft = qd_record_dup_draft (task);

      if (task->start != QD_DAY_NONE)
        g_object_set (draft, "start", task->start + n_days, NULL);

      if (task->due != QD_DAY_NONE)
        g_object_set (draft, "due", task->due + n_days, NULL);

      qd_batch_change (batch, draft);
    }

  return apply (batch, store, _ ("Shift Tasks"), callback, user_data);
}

guint
qd_tasks_delete_async (GPtrArray          *tasks,
                       QdStore            *store,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  QdBatch         *batch = qd_batch_new ();
  g_autofree char *label = g_strdup (ngettext ("Delete Task", "Delete Tasks", tasks->len));

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask *task = g_ptr_array_index (tasks, i);

      qd_batch_delete (batch, task);
      qd_plan_follow (batch, task->plan);
    }

  return apply (batch, store, label, callback, user_data);
}

char *
qd_tasks_dup_changed_words (guint n_tasks)
{
  return g_strdup_printf (ngettext ("%u task changed", "%u tasks changed", n_tasks), n_tasks);
}

/* Returns: (transfer full): “3 tasks moved 5 days later” */
char *
qd_tasks_dup_shifted_words (guint n_tasks,
                            int   n_days)
{
  g_autofree char *days = NULL;

  days = g_strdup_printf (n_days > 0 ? ngettext ("%d day later", "%d days later", n_days)
                                     : ngettext ("%d day earlier", "%d days earlier", -n_days),
                          ABS (n_days));

  /* Translators: %s is “5 days later” or “1 day earlier” */
  return g_strdup_printf (ngettext ("%u task moved %s", "%u tasks moved %s", n_tasks), n_tasks, days);
}

char *
qd_tasks_dup_deleted_words (guint n_tasks)
{
  return g_strdup_printf (ngettext ("%u task deleted", "%u tasks deleted", n_tasks), n_tasks);
}
