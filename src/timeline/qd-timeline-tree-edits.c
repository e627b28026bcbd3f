/* qd-timeline-tree-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-timeline-tree-edits"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>

#include "qd-order-edits.h"
#include "qd-predecessors.h"
#include "qd-schedule-edits.h"
#include "qd-timeline-edits.h"

/* What a task is part of, and which tasks it waits for as a person writes that. */

/* Returns: the row of the task that stands before it and is part of the same, or -1 */
static int
find_sibling_before (QdTaskTree *tree,
                     guint       task)
{
  guint depth = qd_task_tree_get_depth (tree, task);

  for (guint place = qd_task_tree_get_place (tree, task); place > 0; place--)
    {
      guint other = qd_task_tree_get_row (tree, place - 1);

      if (qd_task_tree_get_depth (tree, other) == depth)
        return (int)other;

      if (qd_task_tree_get_depth (tree, other) < depth)
        return -1;
    }

  return -1;
}

static int
find_sibling_after (QdTaskTree *tree,
                    guint       task)
{
  guint depth = qd_task_tree_get_depth (tree, task);

  for (guint place = qd_task_tree_get_place (tree, task) + 1; place < qd_task_tree_get_length (tree); place++)
    {
      guint other = qd_task_tree_get_row (tree, place);

      if (qd_task_tree_get_depth (tree, other) == depth)
        return (int)other;

      if (qd_task_tree_get_depth (tree, other) < depth)
        return -1;
    }

  return -1;
}

/* Returns: the id of the one that stands after it in its phase and under its summary; 0 for none */
gint64
qd_timeline_find_next_sibling (QdTimelineModel *model,
                               guint            position)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (model, position);
  QdPlanNetwork       *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, row->source));
  int                  after = find_sibling_after (qd_timeline_model_get_tree (model, row->source), row->task);
  QdTask              *task = qd_plan_network_get_task (network, row->task);
  QdTask              *other = after >= 0 ? qd_plan_network_get_task (network, after) : NULL;

  return other != NULL && other->phase == task->phase ? qd_record_get_id (other) : 0;
}

/* Returns: the next sibling in its phase that is to be seen, above or below; or -1 */
static int
find_neighbour (QdTimelineModel     *model,
                const QdTimelineRow *row,
                gboolean             up)
{
  QdPlanNetwork *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, row->source));
  QdTaskTree    *tree = qd_timeline_model_get_tree (model, row->source);
  int            other = row->task;

  do
    other = up ? find_sibling_before (tree, (guint)other) : find_sibling_after (tree, (guint)other);
  while (other >= 0 && qd_timeline_model_get_position (model, row->source, (guint)other) < 0);

  return other >= 0 && qd_plan_network_get_task (network, (guint)other)->phase ==
                           qd_plan_network_get_task (network, (guint)row->task)->phase
             ? other
             : -1;
}

/**
 * qd_timeline_find_place:
 * @position: of a task
 * @up: whether it is to go above the one that stands before it, rather than below the next
 * @before: (out): the id of the task that it then goes before in its phase; 0 for the end
 * @error: %G_IO_ERROR_NOT_FOUND where it is the first or the last already
 *
 * Returns: whether there is such a place
 */
gboolean
qd_timeline_find_place (QdTimelineModel *model,
                        guint            position,
                        gboolean         up,
                        gint64          *before,
                        GError         **error)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (model, position);
  QdTimelineGrouping   grouping = qd_timeline_model_get_grouping (model);
  QdPlanNetwork       *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, row->source));
  QdTask              *task, *next;
  int                  other;

  g_return_val_if_fail (row->kind == QD_TIMELINE_ROW_TASK, FALSE);

  if (qd_timeline_model_get_sort (model, NULL) != QD_TIMELINE_SORT_PLAN || grouping == QD_TIMELINE_GROUPING_OWNER ||
      grouping == QD_TIMELINE_GROUPING_OBJECTIVE)
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Rows can be put in another order where they are sorted as planned, and not grouped by "
                              "owner or objective"));
      return FALSE;
    }

  task = qd_plan_network_get_task (network, (guint)row->task);
  other = find_neighbour (model, row, up);

  if (other < 0)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_NOT_FOUND,
                   up ? _ ("“%s” is the first already") : _ ("“%s” is the last already"),
                   task->title);
      return FALSE;
    }

  if (!up)
    other = find_sibling_after (qd_timeline_model_get_tree (model, row->source), (guint)other);

  next = other >= 0 ? qd_plan_network_get_task (network, (guint)other) : NULL;
  *before = next != NULL && next->phase == task->phase ? qd_record_get_id (next) : 0;

  return TRUE;
}

/* After the last of those that @parent sums up already */
static double
find_last_position (QdPlanNetwork *network,
                    guint          parent)
{
  double position = 0;

  for (guint i = 0; i < qd_plan_network_get_n_tasks (network); i++)
    if (qd_schedule_get_task (qd_plan_network_get_schedule (network), i)->parent == (int)parent)
      position = MAX (position, qd_plan_network_get_task (network, i)->position);

  return position;
}

static gboolean
is_selected (QdTimelineModel *model,
             GArray          *positions,
             guint            source,
             int              task)
{
  int position = task >= 0 ? qd_timeline_model_get_position (model, source, task) : -1;

  for (guint i = 0; position >= 0 && i < positions->len; i++)
    if ((int)g_array_index (positions, guint, i) == position)
      return TRUE;

  return FALSE;
}

/* What a selected row sums up goes with it. */
static gboolean
is_carried (QdTimelineModel     *model,
            GArray              *positions,
            const QdTimelineRow *row,
            QdSchedule          *schedule)
{
  for (int parent = qd_schedule_get_task (schedule, row->task)->parent; parent >= 0;
       parent = qd_schedule_get_task (schedule, parent)->parent)
    if (is_selected (model, positions, row->source, parent))
      return TRUE;

  return FALSE;
}

/* Returns: whether it can be part of the task above it, and then is in @batch */
static gboolean
indent (QdTimelineModel     *model,
        GArray              *positions,
        const QdTimelineRow *row,
        double              *offset,
        QdBatch             *batch)
{
  QdPlanNetwork *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, row->source));
  QdSchedule    *schedule = qd_plan_network_get_schedule (network);
  QdTaskTree    *tree = qd_timeline_model_get_tree (model, row->source);
  QdTask        *task = qd_plan_network_get_task (network, row->task);
  int            above = find_sibling_before (tree, row->task);
  g_autoptr(QdTask) draft = NULL;
  QdTask *parent;

  /* Rows that are selected together become part of the one above them all. */
  while (above >= 0 && is_selected (model, positions, row->source, above))
    above = find_sibling_before (tree, above);

  if (above < 0 || is_carried (model, positions, row, schedule))
    return FALSE;

  parent = qd_plan_network_get_task (network, above);

  /* Neither does a milestone sum up anything, nor a meeting. */
  if (parent->kind != QD_TASK_KIND_TASK)
    return FALSE;

  *offset += 1;
  draft = qd_record_dup_draft (task);
  g_object_set (draft,
                "parent", qd_record_get_id (parent),
                "phase", parent->phase,
                "position", find_last_position (network, above) + *offset,
                NULL);
  qd_batch_change (batch, draft);

  return TRUE;
}

QdBatch *
qd_timeline_indent (QdTimelineModel *model,
                    GArray          *positions,
                    char           **label,
                    GError         **error)
{
  g_autoptr(QdBatch) batch = qd_batch_new ();
  double offset = 0;

  for (guint i = 0; i < positions->len; i++)
    {
      const QdTimelineRow *row = qd_timeline_model_get_row (model, g_array_index (positions, guint, i));

      if (row != NULL && row->kind == QD_TIMELINE_ROW_TASK)
        indent (model, positions, row, &offset, batch);
    }

  if (qd_batch_get_length (batch) > 0)
    {
      *label = g_strdup (_ ("Indent"));
      return g_steal_pointer (&batch);
    }

  g_set_error_literal (error,
                       G_IO_ERROR,
                       G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("A task becomes part of the task above it; there is none here, or it is a milestone or a meeting"));
  return NULL;
}

/* Before which the next one goes that was part of the same */
typedef struct
{
  QdTask *parent;
  double  position;
} Bound;

/* Returns: where to stand right after @parent */
static double
find_position_after (QdPlanNetwork *network,
                     QdTask        *parent,
                     int            next,
                     const Bound   *bound)
{
  QdTask *other = next >= 0 ? qd_plan_network_get_task (network, (guint)next) : NULL;
  double  end = other != NULL && other->phase == parent->phase ? other->position : INFINITY;
  double  position;

  if (bound->parent == parent)
    end = bound->position;

  return end > parent->position && qd_order_find_between (parent->position, end, &position) ? position
                                                                                            : parent->position + 1;
}

/* Right after what it was part of */
static gboolean
outdent (QdTimelineModel     *model,
         GArray              *positions,
         const QdTimelineRow *row,
         Bound               *bound,
         QdBatch             *batch)
{
  QdPlanNetwork *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, row->source));
  QdSchedule    *schedule = qd_plan_network_get_schedule (network);
  QdTask        *task = qd_plan_network_get_task (network, row->task);
  int            above = qd_schedule_get_task (schedule, row->task)->parent;
  QdTask        *parent;
  g_autoptr(QdTask) draft = NULL;

  if (above < 0 || is_carried (model, positions, row, schedule))
    return FALSE;

  parent = qd_plan_network_get_task (network, above);
  bound->position = find_position_after (
      network, parent, find_sibling_after (qd_timeline_model_get_tree (model, row->source), above), bound);
  bound->parent = parent;
  draft = qd_record_dup_draft (task);
  g_object_set (draft, "parent", parent->parent, "phase", parent->phase, "position", bound->position, NULL);
  qd_batch_change (batch, draft);

  return TRUE;
}

QdBatch *
qd_timeline_outdent (QdTimelineModel *model,
                     GArray          *positions,
                     char           **label,
                     GError         **error)
{
  g_autoptr(QdBatch) batch = qd_batch_new ();
  Bound bound = { NULL, 0 };

  /* From the last on, as each goes before those that went before. */
  for (guint i = positions->len; i > 0; i--)
    {
      const QdTimelineRow *row = qd_timeline_model_get_row (model, g_array_index (positions, guint, i - 1));

      if (row != NULL && row->kind == QD_TIMELINE_ROW_TASK)
        outdent (model, positions, row, &bound, batch);
    }

  if (qd_batch_get_length (batch) > 0)
    {
      *label = g_strdup (_ ("Outdent"));
      return g_steal_pointer (&batch);
    }

  g_set_error_literal (
      error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("It is not part of another task"));
  return NULL;
}

static int
compare_predecessors (gconstpointer a,
                      gconstpointer b)
{
  const QdPredecessor *first = a, *second = b;

  return (first->row > second->row) - (first->row < second->row);
}

/* By the numbers that the rows have and in their order, such as “4FS+2d; 7”; empty for what waits for nothing */
char *
qd_timeline_dup_predecessors (QdTimelineModel *model,
                              guint            position)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (model, position);
  QdPlanNetwork       *network;
  QdTaskTree          *tree;
  const guint         *links;
  guint                n_links;
  g_autoptr(GArray) predecessors = g_array_new (FALSE, FALSE, sizeof (QdPredecessor));

  if (row->kind != QD_TIMELINE_ROW_TASK)
    return g_strdup ("");

  network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, row->source));
  tree = qd_timeline_model_get_tree (model, row->source);
  links = qd_plan_network_get_links_of (network, row->task, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (qd_plan_network_get_schedule (network), links[i]);
      QdPredecessor         predecessor = {
                .row = qd_task_tree_get_place (tree, link->from) + 1, .kind = link->kind, .lag = link->lag, .elapsed = link->elapsed
      };

      if (link->to == (guint)row->task && link->from != link->to)
        g_array_append_val (predecessors, predecessor);
    }

  g_array_sort (predecessors, compare_predecessors);

  return qd_predecessors_format ((const QdPredecessor *)predecessors->data, predecessors->len);
}

/* Returns: (nullable): the one that says the same but perhaps in kind and lag, which is then taken out of @wanted */
static const QdPredecessor *
take_wanted (GArray        *wanted,
             guint          number,
             QdPredecessor *found)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      if (g_array_index (wanted, QdPredecessor, i).row != number)
        continue;

      *found = g_array_index (wanted, QdPredecessor, i);
      g_array_remove_index (wanted, i);
      return found;
    }

  return NULL;
}

static void
change_link (QdBatch             *batch,
             QdLink              *link,
             const QdPredecessor *wanted)
{
  g_autoptr(QdLink) draft = NULL;

  if (wanted == NULL)
    {
      qd_batch_delete (batch, link);
      return;
    }

  if (link->kind == wanted->kind && link->lag == wanted->lag && link->elapsed == wanted->elapsed)
    return;

  draft = qd_record_dup_draft (link);
  g_object_set (draft, "kind", wanted->kind, "lag", wanted->lag, "elapsed", wanted->elapsed, NULL);
  qd_batch_update (batch, draft);
}

/* @text: as a person typed it */
QdBatch *
qd_timeline_set_predecessors (QdTimelineModel *model,
                              guint            position,
                              const char      *text,
                              char           **label,
                              GError         **error)
{
  const QdTimelineRow *row = qd_timeline_model_get_row (model, position);
  QdPlanNetwork       *network = qd_plan_schedule_get_network (qd_timeline_model_get_schedule (model, row->source));
  QdTaskTree          *tree = qd_timeline_model_get_tree (model, row->source);
  QdTask              *task = qd_plan_network_get_task (network, row->task);
  guint                number = qd_task_tree_get_place (tree, row->task) + 1;
  guint                n_links;
  const guint         *links = qd_plan_network_get_links_of (network, row->task, &n_links);
  g_autoptr(GArray) wanted = qd_predecessors_parse (text, number, qd_task_tree_get_length (tree), error);
  g_autoptr(QdBatch) batch = NULL;

  if (wanted == NULL)
    return NULL;

  batch = qd_batch_new ();

  for (guint i = 0; i < n_links; i++)
    {
      const QdScheduleLink *link = qd_schedule_get_link (qd_plan_network_get_schedule (network), links[i]);
      QdPredecessor         found;

      if (link->to == (guint)row->task && link->from != link->to)
        change_link (batch,
                     qd_plan_network_get_link (network, links[i]),
                     take_wanted (wanted, qd_task_tree_get_place (tree, link->from) + 1, &found));
    }

  for (guint i = 0; i < wanted->len; i++)
    {
      const QdPredecessor *predecessor = &g_array_index (wanted, QdPredecessor, i);
      QdTask              *other = qd_plan_network_get_task (network, qd_task_tree_get_row (tree, predecessor->row - 1));
      g_autoptr(QdLink) draft = qd_record_new_draft (QD_TYPE_LINK);

      g_object_set (draft,
                    "plan", task->plan,
                    "predecessor", qd_record_get_id (other),
                    "successor", qd_record_get_id (task),
                    "kind", predecessor->kind,
                    "lag", predecessor->lag,
                    "elapsed", predecessor->elapsed,
                    NULL);
      qd_batch_insert (batch, draft);
    }

  if (qd_batch_get_length (batch) == 0)
    return NULL;

  qd_plan_follow (batch, task->plan);
  *label = g_strdup (_ ("Change Predecessors"));

  return g_steal_pointer (&batch);
}
