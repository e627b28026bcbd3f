/* qd-timeline-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-edits"

#include "qd-timeline-edits.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "qd-schedule-edits.h"
#include "qd-task-edits.h"

/* Only so that what was asked for, and cannot be, is said. */
static QdBatch *
refuse (const char *message,
        GError    **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);

  return NULL;
}

static QdPlanNetwork *
get_network (QdTimelineModel     *model,
             const QdTimelineRow *row)
{
  return qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, row->source));
}

static const QdTimelineRow *
get_task_row (QdTimelineModel *model,
              guint            position)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (model, position);

  return row != NULL && row->kind == QD_TIMELINE_ROW_TASK ? row : NULL;
}

/* Returns: the link from the one task to the other, or -1 */
static int
find_link (QdPlanNetwork *network,
           guint          from,
           guint          to)
{
  guint        n_links;
  const guint *links = qd_plan_network_get_links_of (network, from, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (qd_plan_network_get_schedule (network), links[i]);

      if (link->from == from && link->to == to)
        return (int)links[i];
    }

  return -1;
}

static void
add_link (QdBatch       *batch,
          QdPlanNetwork *network,
          guint          from,
          guint          to,
          QdLinkKind     kind,
          gint64         lag,
          gboolean       elapsed)
{
  QdTask *first = qd_plan_network_get_task (network, from), *second = qd_plan_network_get_task (network, to);
  g_autoptr(QdLink) draft = qd_record_new_draft (QD_TYPE_LINK);

  g_object_set (draft,
                "plan", first->plan,
                "predecessor", qd_record_get_id (first),
                "successor", qd_record_get_id (second),
                "kind", kind,
                "lag", lag,
                "elapsed", elapsed,
                NULL);
  qd_batch_insert (batch, draft);
  qd_plan_follow (batch, first->plan);
}

/* @from: that is waited for */
QdBatch *
qd_timeline_create_link (QdTimelineModel *model,
                         guint            from,
                         guint            to,
                         QdLinkKind       kind,
                         char           **label,
                         GError         **error)
{
  const QdTimelineRow *first = get_task_row (model, from), *second = get_task_row (model, to);
  QdBatch             *batch;

  if (first == NULL || second == NULL || from == to)
    return NULL;

  if (first->source != second->source)
    return refuse (_ ("Only tasks of one plan can wait for each other"), error);

  if (find_link (get_network (model, first), first->task, second->task) >= 0)
    return refuse (_ ("They are linked already"), error);

  batch = qd_batch_new ();
  add_link (batch, get_network (model, first), first->task, second->task, kind, 0, FALSE);
  *label = g_strdup (_ ("Link Tasks"));

  return batch;
}

/* Each waits for the one above it. */
QdBatch *
qd_timeline_create_chain (QdTimelineModel *model,
                          GArray          *positions,
                          char           **label,
                          GError         **error)
{
  g_autoptr(QdBatch) batch = qd_batch_new ();
  const QdTimelineRow *last = NULL;
  guint                n_pairs = 0;

  for (guint i = 0; i < positions->len; i++)
    {
      const QdTimelineRow *row = get_task_row (model, g_array_index (positions, guint, i));

      if (row == NULL)
        continue;

      n_pairs += last != NULL && last->source == row->source;

      if (last != NULL && last->source == row->source &&
          find_link (get_network (model, row), last->task, row->task) < 0)
        add_link (batch, get_network (model, row), last->task, row->task, QD_LINK_KIND_FINISH_START, 0, FALSE);

      last = row;
    }

  if (qd_batch_get_length (batch) == 0)
    return refuse (n_pairs > 0 ? _ ("They are linked already")
                               : _ ("Select two tasks or more to link them in their order"),
                   error);

  *label = g_strdup (_ ("Link Tasks"));

  return g_steal_pointer (&batch);
}

static gboolean
is_among (QdTimelineModel *model,
          GArray          *positions,
          guint            source,
          guint            task)
{
  int position = qd_timeline_model_get_position (model, source, task);

  for (guint i = 0; i < positions->len; i++)
    if ((int)g_array_index (positions, guint, i) == position)
      return TRUE;

  return FALSE;
}

/* Of several rows, what ties them to one another; of one, what it waits for. */
QdBatch *
qd_timeline_remove_links (QdTimelineModel *model,
                          GArray          *positions,
                          char           **label,
                          GError         **error)
{
  g_autoptr(QdBatch) batch = qd_batch_new ();

  for (guint i = 0; i < positions->len; i++)
    {
      const QdTimelineRow *row = get_task_row (model, g_array_index (positions, guint, i));
      QdPlanNetwork       *network;
      const guint         *links;
      guint                n_links;

      if (row == NULL)
        continue;

      network = get_network (model, row);
      links = qd_plan_network_get_links_of (network, row->task, &n_links);

      for (guint j = 0; j < n_links; j++)
        {
          const QdScheduleLink *edge = qd_schedule_get_link (qd_plan_network_get_schedule (network), links[j]);
          QdLink               *link = qd_plan_network_get_link (network, links[j]);

          if (edge->to != (guint)row->task || (positions->len > 1 && !is_among (model, positions, row->source, edge->from)))
            continue;

          qd_batch_delete (batch, link);
          qd_plan_follow (batch, link->plan);
        }
    }

  if (qd_batch_get_length (batch) == 0)
    return refuse (_ ("There is no link to remove"), error);

  *label = g_strdup (_ ("Unlink Tasks"));

  return g_steal_pointer (&batch);
}

/* @link: of the schedule of that plan */
QdBatch *
qd_timeline_remove_link (QdTimelineModel *model,
                         guint            source,
                         guint            link,
                         char           **label)
{
  QdPlanNetwork *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, source));
  QdLink        *record = qd_plan_network_get_link (network, link);
  QdBatch       *batch = qd_batch_new ();

  qd_batch_delete (batch, record);
  qd_plan_follow (batch, record->plan);
  *label = g_strdup (_ ("Remove Link"));

  return batch;
}

/**
 * qd_timeline_set_progress:
 * @progress: 0 to 100, which is done
 */
QdBatch *
qd_timeline_set_progress (QdTimelineModel *model,
                          GArray          *positions,
                          int              progress,
                          char           **label)
{
  g_autoptr(QdBatch) batch = qd_batch_new ();

  for (guint i = 0; i < positions->len; i++)
    {
      QdTask *task = qd_timeline_model_get_task (model, g_array_index (positions, guint, i));
      g_autoptr(QdTask) draft = NULL;

      if (task == NULL || (task->progress == progress && (task->status == QD_TASK_STATUS_DONE) == (progress == 100)))
        continue;

      draft = qd_record_dup_draft (task);
      qd_task_apply_progress (draft, progress);
      qd_batch_change (batch, draft);
    }

  if (qd_batch_get_length (batch) == 0)
    return NULL;

  *label = g_strdup (_ ("Set Progress"));

  return g_steal_pointer (&batch);
}

/**
 * qd_timeline_create_task:
 * @position: the row beside which it is to be; -1 for the end
 * @above: whether it is to be above it
 * @before: (out): the id of the task that it goes before in its phase; 0 for the end
 *
 * Returns: (transfer full) (nullable): a draft without a title, in the same phase and under the
 *   same summary; %NULL if there is no plan to add to
 */
QdTask *
qd_timeline_create_task (QdTimelineModel *model,
                         int              position,
                         gboolean         above,
                         gint64          *before)
{
  const QdTimelineRow *row = position >= 0 ? qd_timeline_model_get_row (model, (guint)position) : NULL;
  guint                source = row != NULL ? row->source : 0;
  QdTask              *beside = row != NULL ? qd_timeline_model_get_task (model, (guint)position) : NULL;
  QdTask              *draft;

  *before = 0;

  if (qd_timeline_model_get_n_plans (model) == 0)
    return NULL;

  draft = qd_record_new_draft (QD_TYPE_TASK);
  g_object_set (
      draft,
      "plan", qd_record_get_id (qd_plan_schedule_get_plan (qd_timeline_model_get_schedule (model, source))),
      NULL);

  if (row != NULL && row->kind == QD_TIMELINE_ROW_GROUP && row->id > 0)
    {
      if (qd_timeline_model_get_grouping (model) == QD_TIMELINE_GROUPING_PHASE)
        g_object_set (draft, "phase", row->id, NULL);
      else if (qd_timeline_model_get_grouping (model) == QD_TIMELINE_GROUPING_OBJECTIVE)
        g_object_set (draft, "objective", row->id, NULL);
    }

  if (beside != NULL)
    {
      g_object_set (
          draft, "phase", beside->phase, "parent", beside->parent, "objective", beside->objective, NULL);
      *before = above ? qd_record_get_id (beside) : qd_timeline_find_next_sibling (model, (guint)position);
    }

  return draft;
}
