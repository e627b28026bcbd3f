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

/* Whether following the summaries of a row ends: in a damaged file they may go in a circle. */
typedef enum
{
  ROOT_UNKNOWN,
  ROOT_ASKED, /* and not yet answered */
  ROOT_FOUND,
  ROOT_NONE,
} Root;

static int
get_parent (QdPlanNetwork *network,
            int            row)
{
  return qd_schedule_get_task (qd_plan_network_get_schedule (network), row)->parent;
}

/* However deep they are, each is asked once. */
static Root
find_root (QdPlanNetwork *network,
           Root          *roots,
           int            row)
{
  Root found;
  int  above = row;

  while (above >= 0 && roots[above] == ROOT_UNKNOWN)
    {
      roots[above] = ROOT_ASKED;
      above = get_parent (network, above);
    }

  found = above < 0 || roots[above] == ROOT_FOUND ? ROOT_FOUND : ROOT_NONE;

  for (; row >= 0 && roots[row] == ROOT_ASKED; row = get_parent (network, row))
    roots[row] = found;

  return found;
}

static GArray *
collect_entries (QdPortfolio   *portfolio,
                 QdPlanNetwork *network)
{
  GArray          *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autofree Root *roots = g_new0 (Root, qd_plan_network_get_n_tasks (network));

  for (guint i = 0; i < qd_plan_network_get_n_tasks (network); i++)
    {
      QdTask  *task = qd_plan_network_get_task (network, i);
      QdPhase *phase = qd_portfolio_lookup (portfolio, QD_TYPE_PHASE, task->phase);
      Entry    entry = { .row = i,
                         .parent = find_root (network, roots, i) == ROOT_FOUND ? get_parent (network, i) : -1,
                         .phase = phase != NULL ? phase->position : G_MAXDOUBLE,
                         .phase_id = phase != NULL ? task->phase : 0,
                         .position = task->position,
                         .id = qd_record_get_id (task) };

      g_array_append_val (entries, entry);
    }

  g_array_sort (entries, compare_entries);

  return entries;
}

/* Of one parent, the entry that comes next */
typedef struct
{
  int   parent;
  guint next;
} Level;

static void
push_level (GArray      *levels,
            const guint *first,
            int          parent)
{
  Level level = { parent, first[parent + 1] };

  g_array_append_val (levels, level);
}

/* Entries of one parent stand together: @first says where those of each row begin. */
static void
add_entries (QdTaskTree  *self,
             GArray      *entries,
             const guint *first)
{
  g_autoptr(GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));

  push_level (levels, first, -1);

  while (levels->len > 0)
    {
      Level       *level = &g_array_index (levels, Level, levels->len - 1);
      const Entry *entry = level->next < entries->len ? &g_array_index (entries, Entry, level->next) : NULL;

      if (entry == NULL || entry->parent != level->parent)
        {
          g_array_set_size (levels, levels->len - 1);
          continue;
        }

      level->next++;
      self->places[entry->row] = self->n_rows;
      self->depths[entry->row] = levels->len - 1;
      self->rows[self->n_rows++] = entry->row;
      push_level (levels, first, entry->row);
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

  add_entries (self, entries, first);

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
