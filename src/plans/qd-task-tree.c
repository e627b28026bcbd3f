/* qd-task-tree.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-task-tree"

#include "qd-task-tree.h"

#include "qd-order-edits.h"
#include "qd-phase.h"

struct _QdTaskTree
{
  guint  n_rows;
  guint *rows;   /* of each place */
  guint *places; /* of each row */
  guint *depths; /* of each row */
};

/* What tasks are sorted by */
typedef struct
{
  guint  row;
  int    parent;
  double phase;
  gint64 phase_id;
  double position;
  gint64 id;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;
  int          order;

  if (first->parent != second->parent)
    return first->parent < second->parent ? -1 : 1;

  /* What a task sums up stands in its own order, whatever phases that is in. */
  if (first->parent < 0)
    {
      order = qd_order_compare (first->phase, first->phase_id, second->phase, second->phase_id);

      if (order != 0)
        return order;
    }

  return qd_order_compare (first->position, first->id, second->position, second->id);
}

/* Whether following the summaries of @row ends: in a damaged file they may go in a circle. */
static gboolean
has_root (QdPlanNetwork *network,
          guint          row)
{
  QdSchedule *schedule = qd_plan_network_get_schedule (network);
  guint       n_tasks = qd_plan_network_get_n_tasks (network);
  int         parent = qd_schedule_get_task (schedule, row)->parent;

  for (guint i = 0; parent >= 0; i++)
    {
      if (i > n_tasks)
        return FALSE;

      parent = qd_schedule_get_task (schedule, parent)->parent;
    }

  return TRUE;
}

static GArray *
collect_entries (QdPortfolio   *portfolio,
                 QdPlanNetwork *network)
{
  GArray     *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  QdSchedule *schedule = qd_plan_network_get_schedule (network);

  for (guint i = 0; i < qd_plan_network_get_n_tasks (network); i++)
    {
      QdTask  *task = qd_plan_network_get_task (network, i);
      QdPhase *phase = qd_portfolio_lookup (portfolio, QD_TYPE_PHASE, task->phase);
      int      parent = qd_schedule_get_task (schedule, i)->parent;
      Entry    entry = { .row = i,
                         .parent = parent >= 0 && has_root (network, i) ? parent : -1,
                         .phase = phase != NULL ? phase->position : G_MAXDOUBLE,
                         .phase_id = phase != NULL ? task->phase : 0,
                         .position = task->position,
                         .id = qd_record_get_id (task) };

      g_array_append_val (entries, entry);
    }

  g_array_sort (entries, compare_entries);

  return entries;
}

/* Entries of one parent stand together: @first says where those of each row begin. */
static void
add_children (QdTaskTree  *self,
              GArray      *entries,
              const guint *first,
              int          parent,
              guint        depth)
{
  for (guint i = first[parent + 1]; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->parent != parent)
        break;

      self->places[entry->row] = self->n_rows;
      self->depths[entry->row] = depth;
      self->rows[self->n_rows++] = entry->row;
      add_children (self, entries, first, entry->row, depth + 1);
    }
}

QdTaskTree *
qd_task_tree_new (QdPortfolio   *portfolio,
                  QdPlan        *plan,
                  QdPlanNetwork *network)
{
  QdTaskTree *self = g_new0 (QdTaskTree, 1);
  guint       n_tasks = qd_plan_network_get_n_tasks (network);
  g_autoptr(GArray) entries = collect_entries (portfolio, network);
  g_autofree guint *first = g_new (guint, n_tasks + 1);

  self->rows = g_new (guint, n_tasks);
  self->places = g_new (guint, n_tasks);
  self->depths = g_new (guint, n_tasks);

  for (guint i = 0; i <= n_tasks; i++)
    first[i] = entries->len;

  for (guint i = entries->len; i > 0; i--)
    first[g_array_index (entries, Entry, i - 1).parent + 1] = i - 1;

  add_children (self, entries, first, -1, 0);

  return self;
}

void
qd_task_tree_free (QdTaskTree *self)
{
  g_free (self->rows);
  g_free (self->places);
  g_free (self->depths);
  g_free (self);
}

guint
qd_task_tree_get_length (QdTaskTree *self)
{
  return self->n_rows;
}

/* Returns: the row of the network that stands at @place */
guint
qd_task_tree_get_row (QdTaskTree *self,
                      guint       place)
{
  g_return_val_if_fail (place < self->n_rows, 0);

  return self->rows[place];
}

/* Returns: from 0 on; the number of the task is one more */
guint
qd_task_tree_get_place (QdTaskTree *self,
                        guint       row)
{
  g_return_val_if_fail (row < self->n_rows, 0);

  return self->places[row];
}

/* How many tasks sum it up, one in the other. */
guint
qd_task_tree_get_depth (QdTaskTree *self,
                        guint       row)
{
  g_return_val_if_fail (row < self->n_rows, 0);

  return self->depths[row];
}
