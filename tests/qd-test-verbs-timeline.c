/* qd-test-verbs-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "qd-link.h"
#include "qd-plan.h"
#include "qd-task.h"
#include "qd-test-verbs.h"
#include "qd-timeline-column.h"
#include "qd-timeline-edits.h"
#include "qd-timeline-trial.h"

/* Verbs of the rows of a timeline: each makes a batch, which the page applies. */

static QdTimelineModel *
show_plan (QdTestDesk *desk)
{
  QdTimelineModel *model = qd_timeline_model_new (desk->portfolio);
  g_autoptr(GPtrArray) plans = g_ptr_array_new ();

  g_ptr_array_add (plans, qd_test_desk_get_plan (desk));
  qd_timeline_model_set_today (model, QD_TEST_TODAY);
  qd_timeline_model_set_grouping (model, QD_TIMELINE_GROUPING_NONE);
  qd_timeline_model_set_plans (model, plans);

  return model;
}

static guint
find_row (QdTimelineModel *model,
          gint64           task)
{
  int position = qd_timeline_model_find_row (model, QD_TIMELINE_ROW_TASK, task);

  g_assert_cmpint (position, >=, 0);

  return (guint)position;
}

/* Returns: (transfer full) (element-type guint): the rows of these tasks, up to %NULL */
static GArray *
list_rows (QdTimelineModel *model,
           gpointer         task,
           gpointer         other)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint   row = find_row (model, qd_record_get_id (task));

  g_array_append_val (rows, row);

  if (other != NULL)
    {
      row = find_row (model, qd_record_get_id (other));
      g_array_append_val (rows, row);
    }

  return rows;
}

/* Takes @batch. */
static void
apply (QdTestDesk *desk,
       QdBatch    *batch,
       const char *label)
{
  g_assert_nonnull (batch);
  qd_batch_apply_async (batch, desk->store, label, NULL, qd_test_async_cb, &desk->slot);
}

/* Returns: (transfer none): a task of the plan that waits for none, and for which none waits */
static QdTask *
find_free_task (QdTestDesk *desk,
                guint       index)
{
  gpointer   plan = qd_test_desk_get_plan (desk);
  GPtrArray *links = qd_portfolio_peek_children (desk->portfolio, QD_TYPE_LINK, qd_record_get_id (plan));

  for (guint i = 0;; i++)
    {
      QdTask  *task = qd_test_desk_get_child (desk, QD_TYPE_TASK, plan, i);
      gint64   id = qd_record_get_id (task);
      gboolean linked = task->parent != 0 || task->kind != QD_TASK_KIND_TASK;

      for (guint n = 0; n < links->len && !linked; n++)
        {
          QdLink *link = g_ptr_array_index (links, n);

          linked = link->predecessor == id || link->successor == id;
        }

      if (!linked && index-- == 0)
        return task;
    }
}

static void
create_link (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  g_autoptr(QdTimelineModel) model = show_plan (desk);
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  guint    from = find_row (model, qd_record_get_id (find_free_task (desk, 0)));
  guint    to = find_row (model, qd_record_get_id (find_free_task (desk, 1)));
  QdBatch *batch = qd_timeline_create_link (model, from, to, QD_LINK_KIND_FINISH_START, &label, &error);

  g_assert_no_error (error);
  apply (desk, batch, label);
}

static void
create_chain (QdTestDesk       *desk,
              const QdTestVerb *verb)
{
  g_autoptr(QdTimelineModel) model = show_plan (desk);
  g_autoptr(GArray) rows = list_rows (model, find_free_task (desk, 0), find_free_task (desk, 1));
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch = qd_timeline_create_chain (model, rows, &label, &error);

  g_assert_no_error (error);
  apply (desk, batch, label);
}

/* Returns: (transfer none): what the first link of the plan leads to */
static QdTask *
get_successor (QdTestDesk *desk)
{
  QdLink *link = qd_test_desk_get_child (desk, QD_TYPE_LINK, qd_test_desk_get_plan (desk), 0);

  return qd_portfolio_lookup (desk->portfolio, QD_TYPE_TASK, link->successor);
}

static void
remove_links (QdTestDesk       *desk,
              const QdTestVerb *verb)
{
  g_autoptr(QdTimelineModel) model = show_plan (desk);
  g_autoptr(GArray) rows = list_rows (model, get_successor (desk), NULL);
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch = qd_timeline_remove_links (model, rows, &label, &error);

  g_assert_no_error (error);
  apply (desk, batch, label);
}

static void
remove_link (QdTestDesk       *desk,
             const QdTestVerb *verb)
{
  g_autoptr(QdTimelineModel) model = show_plan (desk);
  g_autofree char *label = NULL;
  QdBatch         *batch = qd_timeline_remove_link (model, 0, 0, &label);

  apply (desk, batch, label);
}

static void
set_predecessors (QdTestDesk       *desk,
                  const QdTestVerb *verb)
{
  g_autoptr(QdTimelineModel) model = show_plan (desk);
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  guint    row = find_row (model, qd_record_get_id (get_successor (desk)));
  QdBatch *batch = qd_timeline_set_predecessors (model, row, "", &label, &error);

  g_assert_no_error (error);
  apply (desk, batch, label);
}

/* The first row that can be */
static void
indent (QdTestDesk       *desk,
        const QdTestVerb *verb)
{
  g_autoptr(QdTimelineModel) model = show_plan (desk);

  for (guint i = 0; i < qd_timeline_model_get_n_rows (model); i++)
    {
      g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *label = NULL;
      QdBatch         *batch;

      g_array_append_val (rows, i);

      if (!(batch = qd_timeline_indent (model, rows, &label, NULL)))
        continue;

      apply (desk, batch, label);
      return;
    }

  g_assert_not_reached ();
}

static void
outdent (QdTestDesk       *desk,
         const QdTestVerb *verb)
{
  g_autoptr(QdTimelineModel) model = show_plan (desk);
  QdTask *child = NULL;
  g_autoptr(GArray) rows = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  QdBatch *batch;

  for (guint i = 0; child == NULL || child->parent == 0; i++)
    child = qd_test_desk_get_child (desk, QD_TYPE_TASK, qd_test_desk_get_plan (desk), i);

  rows = list_rows (model, child, NULL);
  batch = qd_timeline_outdent (model, rows, &label, &error);
  g_assert_no_error (error);
  apply (desk, batch, label);
}

static void
set_progress (QdTestDesk       *desk,
              const QdTestVerb *verb)
{
  g_autoptr(QdTimelineModel) model = show_plan (desk);
  g_autoptr(GArray) rows = list_rows (model, qd_test_desk_get_task (desk, 1), qd_test_desk_get_task (desk, 2));
  g_autofree char *label = NULL;
  QdBatch         *batch = qd_timeline_set_progress (model, rows, 35, &label);

  apply (desk, batch, label);
}

/* As it is typed into the table beside the bars */
static void
column_set_text (QdTestDesk       *desk,
                 const QdTestVerb *verb)
{
  g_autoptr(QdTimelineModel) model = show_plan (desk);
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  guint    row = find_row (model, qd_record_get_id (qd_test_desk_get_task (desk, 0)));
  QdBatch *batch = qd_timeline_column_set_text (QD_TIMELINE_COLUMN_OWNER, model, row, "Priya", &label, &error);

  g_assert_no_error (error);
  apply (desk, batch, label);
}

/* Two bars that are dragged a week further */
static void
trial_create_batch (QdTestDesk       *desk,
                    const QdTestVerb *verb)
{
  g_autoptr(QdTimelineModel) model = show_plan (desk);
  g_autoptr(GArray) held = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(QdTimelineTrial) trial = NULL;
  g_autofree char *label = NULL;
  QdBatch         *batch;

  for (guint i = 0; i < 2; i++)
    {
      guint position = find_row (model, qd_record_get_id (find_free_task (desk, i)));
      guint task = (guint)qd_timeline_model_get_row (model, position)->task;

      g_array_append_val (held, task);
    }

  trial = qd_timeline_trial_new (model, 0, held, QD_TIMELINE_GRIP_BAR);
  g_assert_true (qd_timeline_trial_move (trial, 7.0 * QD_MINUTES_PER_DAY, (QdTimeStep){ QD_TIME_UNIT_DAY, 1 }));
  batch = qd_timeline_trial_create_batch (trial, &label);
  apply (desk, batch, label);
}

const QdTestVerb qd_test_verbs_timeline[] = {
  { "qd_timeline_create_link", "Link Tasks", create_link },
  { "qd_timeline_create_chain", "Link Tasks", create_chain },
  { "qd_timeline_remove_links", "Unlink Tasks", remove_links },
  { "qd_timeline_remove_link", "Remove Link", remove_link },
  { "qd_timeline_set_predecessors", "Change Predecessors", set_predecessors },
  { "qd_timeline_indent", "Indent", indent },
  { "qd_timeline_outdent", "Outdent", outdent },
  { "qd_timeline_set_progress", "Set Progress", set_progress },
  { "qd_timeline_column_set_text", "Change Owner", column_set_text },
  { "qd_timeline_trial_create_batch", "Move 2 Tasks", trial_create_batch },
  { NULL },
};
