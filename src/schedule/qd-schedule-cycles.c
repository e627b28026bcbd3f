/* qd-schedule-cycles.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-cycles"

#include <string.h>

#include "qd-schedule-private.h"

/* What waits for itself: knots of such tasks, which are left out of the reckoning, and
 * in each a circle that can be named. */

/* Tarjan's algorithm, without recursion: a chain may be as long as the plan. */
typedef struct
{
  QdSchedule *self;
  guint      *index; /* 0: not yet seen */
  guint      *low;
  guint      *component; /* 0: none yet */
  guint      *edge;      /* the next one to follow */
  GArray     *stack;
  GArray     *path;
  guint       n_seen;
  guint       n_components;
} Search;

static void
enter_node (Search *search,
            guint   node)
{
  search->index[node] = search->low[node] = ++search->n_seen;
  search->edge[node] = search->self->out_first[node];
  g_array_append_val (search->stack, node);
  g_array_append_val (search->path, node);
}

static void
leave_node (Search *search,
            guint   node)
{
  guint member;

  g_array_set_size (search->path, search->path->len - 1);

  if (search->path->len > 0)
    {
      guint above = g_array_index (search->path, guint, search->path->len - 1);

      search->low[above] = MIN (search->low[above], search->low[node]);
    }

  if (search->low[node] != search->index[node])
    return;

  search->n_components++;

  do
    {
      member = g_array_index (search->stack, guint, search->stack->len - 1);
      g_array_set_size (search->stack, search->stack->len - 1);
      search->component[member] = search->n_components;
    }
  while (member != node);
}

static void
search_from (Search *search,
             guint   root)
{
  enter_node (search, root);

  while (search->path->len > 0)
    {
      guint         node = g_array_index (search->path, guint, search->path->len - 1);
      const QdEdge *edge;

      if (search->edge[node] == search->self->out_first[node + 1])
        {
          leave_node (search, node);
          continue;
        }

      edge = &search->self->out[search->edge[node]++];

      if (edge->ignored)
        continue;

      if (search->index[edge->node] == 0)
        enter_node (search, edge->node);
      else if (search->component[edge->node] == 0)
        search->low[node] = MIN (search->low[node], search->index[edge->node]);
    }
}

/* Returns: (transfer full): of each node, the number of what goes in circles with it */
static guint *
find_components (QdSchedule *self)
{
  g_autofree guint *index = g_new0 (guint, self->n_nodes);
  g_autofree guint *low = g_new0 (guint, self->n_nodes);
  g_autofree guint *edge = g_new0 (guint, self->n_nodes);
  g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { self, index, low, g_new0 (guint, self->n_nodes), edge, stack, path, 0, 0 };

  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (index[i] == 0)
        search_from (&search, i);
    }

  return search.component;
}

/* Whether @edge is left out because it is part of a knot. */
static gboolean
is_in_knot (QdSchedule   *self,
            const QdEdge *edge)
{
  return edge->ignored && !(qd_edge_holds_finish (edge) && (self->flags[edge->node] & QD_NODE_IS_SUMMARY));
}

/* A way back to @start that is as short as can be, or nothing: nodes. @came_from is of each
 * node, 0 before and afterwards. */
static GArray *
find_way_back (QdSchedule *self,
               guint       start,
               guint      *came_from)
{
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *backward = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (queue, start);

  for (guint next = 0; next < queue->len && came_from[start] == 0; next++)
    {
      guint node = g_array_index (queue, guint, next);

      for (guint i = self->out_first[node]; i < self->out_first[node + 1]; i++)
        {
          guint other = self->out[i].node;

          if (!is_in_knot (self, &self->out[i]) || came_from[other] != 0)
            continue;

          came_from[other] = node + 1;
          g_array_append_val (queue, other);
        }
    }

  if (came_from[start] != 0)
    {
      guint node = start;

      do
        {
          node = came_from[node] - 1;
          g_array_append_val (backward, node);
        }
      while (node != start);
    }

  for (guint i = 0; i < queue->len; i++)
    came_from[g_array_index (queue, guint, i)] = 0;

  return backward;
}

/* Which places of @nodes, which may be a circle, are between where a summary begins and where
 * it is over: what it sums up says nothing there that is not to be known. */
static gboolean *
find_inner (QdSchedule *self,
            GArray     *nodes)
{
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autofree int *steps = g_new0 (int, nodes->len + 1);
  gboolean       *is_inner = g_new0 (gboolean, nodes->len);
  int             depth = 0;

  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_insert (places, GUINT_TO_POINTER (g_array_index (nodes, guint, i)), GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      guint begin = GPOINTER_TO_UINT (
          g_hash_table_lookup (places, GUINT_TO_POINTER (qd_schedule_get_owner (self, node))));

      if (!(self->flags[node] & QD_NODE_IS_END) || begin == 0)
        continue;

      /* From the place after it until here, be it over the end of the list */
      steps[begin]++;
      steps[i + 1]--;
      depth += begin > i;
    }

  for (guint i = 0; i < nodes->len; i++)
    {
      depth += steps[i];
      is_inner[i] = depth > 0;
    }

  return is_inner;
}

/**
 * qd_schedule_name_way:
 * @backward: (element-type guint): nodes, each waiting for the next
 *
 * Returns: (transfer full) (element-type guint): the tasks that they are of, each waiting for
 *   the one before
 */
GArray *
qd_schedule_name_way (QdSchedule *self,
                      GArray     *backward)
{
  g_autoptr(GArray) nodes = g_array_sized_new (FALSE, FALSE, sizeof (guint), backward->len);
  g_autofree gboolean *is_inner = NULL;
  GArray              *tasks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = backward->len; i > 0; i--)
    g_array_append_val (nodes, g_array_index (backward, guint, i - 1));

  is_inner = find_inner (self, nodes);

  for (guint i = 0; i < nodes->len; i++)
    {
      guint task = qd_schedule_get_owner (self, g_array_index (nodes, guint, i));

      if (!is_inner[i])
        g_array_append_val (tasks, task);
    }

  for (guint i = 0; tasks->len == 0 && i < nodes->len; i++)
    {
      guint task = qd_schedule_get_owner (self, g_array_index (nodes, guint, i));

      g_array_append_val (tasks, task);
    }

  return tasks;
}

static gboolean
are_alike (GArray *a,
           GArray *b)
{
  return a->len == b->len && memcmp (a->data, b->data, sizeof (guint) * a->len) == 0;
}

static void
name_cycles (QdSchedule  *self,
             const guint *component)
{
  g_autofree guint *came_from = g_new0 (guint, self->n_nodes);
  g_autofree guint *names = g_new0 (guint, self->n_nodes + 1); /* of each component, one more */

  self->cycles = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint node = 0; node < self->n_nodes; node++)
    {
      g_autoptr(GArray) backward = NULL;
      g_autoptr(GArray) tasks = NULL;
      guint same;

      if (!(self->flags[node] & QD_NODE_IN_KNOT) || names[component[node]] != 0)
        continue;

      backward = find_way_back (self, node, came_from);
      tasks = qd_schedule_name_way (self, backward);
      same = names[component[qd_schedule_get_owner (self, node)]];
      names[component[node]] = self->cycles->len + 1;

      /* Summaries that sum each other up neither begin nor end. */
      if (same == 0 || !are_alike (tasks, g_ptr_array_index (self->cycles, same - 1)))
        g_ptr_array_add (self->cycles, g_steal_pointer (&tasks));
    }
}

/* Leaves out what makes circles, so that the rest can be worked out, and remembers them. */
void
qd_schedule_break_cycles (QdSchedule *self)
{
  g_autofree guint *component = find_components (self);

  for (guint node = 0; node < self->n_nodes; node++)
    self->flags[node] &= ~QD_NODE_IS_LINKED;

  for (guint node = 0; node < self->n_nodes; node++)
    {
      for (guint i = self->out_first[node]; i < self->out_first[node + 1]; i++)
        {
          QdEdge *edge = &self->out[i];

          if (!edge->ignored && component[edge->node] == component[node])
            {
              edge->ignored = TRUE;
              self->flags[node] |= QD_NODE_IN_KNOT;
              self->flags[edge->node] |= QD_NODE_IN_KNOT;
            }

          if (qd_edge_is_link (edge) && !edge->ignored)
            self->flags[edge->node] |= QD_NODE_IS_LINKED;
        }
    }

  name_cycles (self, component);
}

/**
 * qd_schedule_find_cycles:
 *
 * Returns: (transfer full) (element-type GArray): one circle of each knot of them:
 *   the tasks, as guint, each waiting for the one before and the first for the last
 */
GPtrArray *
qd_schedule_find_cycles (QdSchedule *self)
{
  if (self->cycles != NULL)
    return g_ptr_array_ref (self->cycles);

  return g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
}

/* Whether @task is part of a circle. */
gboolean
qd_schedule_waits_for_itself (QdSchedule *self,
                              guint       task)
{
  g_return_val_if_fail (task < self->n_tasks, FALSE);

  return ((self->flags[task] | self->flags[qd_schedule_get_end_node (self, task)]) & QD_NODE_IN_KNOT) != 0;
}

/**
 * qd_schedule_find_cycle:
 *
 * Returns: (transfer full) (nullable) (element-type guint): the shortest circle that
 *   @task is part of, as qd_schedule_find_cycles() has them; %NULL if it does not wait for itself
 */
GArray *
qd_schedule_find_cycle (QdSchedule *self,
                        guint       task)
{
  g_autofree guint *came_from = NULL;
  g_autoptr(GArray) backward = NULL;
  guint node;

  g_return_val_if_fail (task < self->n_tasks, NULL);

  if (!qd_schedule_waits_for_itself (self, task))
    return NULL;

  node = self->flags[task] & QD_NODE_IN_KNOT ? task : qd_schedule_get_end_node (self, task);
  came_from = g_new0 (guint, self->n_nodes);
  backward = find_way_back (self, node, came_from);

  return qd_schedule_name_way (self, backward);
}
