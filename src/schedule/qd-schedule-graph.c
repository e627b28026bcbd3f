/* qd-schedule-graph.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-graph"

#include "qd-schedule-private.h"

static void
create_nodes (QdSchedule *self)
{
  guint n_summaries = 0;

  self->flags = g_new0 (guint8, self->n_tasks);

  for (guint i = 0; i < self->n_tasks; i++)
    {
      int parent = self->tasks[i].parent;

      if (parent >= 0 && self->flags[parent] == 0)
        {
          self->flags[parent] = QD_NODE_IS_SUMMARY;
          n_summaries++;
        }
    }

  self->n_nodes = self->n_tasks + n_summaries;

  if (n_summaries == 0)
    return;

  self->flags = g_renew (guint8, self->flags, self->n_nodes);
  self->ends = g_new (guint, self->n_tasks);
  self->owners = g_new (guint, n_summaries);
  n_summaries = 0;

  for (guint i = 0; i < self->n_tasks; i++)
    {
      self->ends[i] = i;

      if (self->flags[i] == 0)
        continue;

      self->ends[i] = self->n_tasks + n_summaries;
      self->owners[n_summaries++] = i;
      self->flags[self->ends[i]] = QD_NODE_IS_SUMMARY | QD_NODE_IS_END;
    }
}

typedef void (*EdgeFunc) (QdSchedule *self,
                          guint       from,
                          guint       to,
                          QdEdge      edge);

/* All edges, in the order of the links and then of the tasks. */
static inline void
foreach_edge (QdSchedule *self,
              EdgeFunc    func)
{
  const QdScheduleLink *links = (const QdScheduleLink *)self->links->data;

  for (guint i = 0; i < self->links->len; i++)
    {
      QdEdge edge = { .link = i, .kind = links[i].kind & 3, .lagged = links[i].lag != 0 };

      if (links[i].kind == QD_LINK_REMOVED)
        continue;

      /* When a summary is over follows from its tasks. */
      edge.ignored = qd_edge_holds_finish (&edge) && (self->flags[links[i].to] & QD_NODE_IS_SUMMARY);
      func (self, qd_schedule_get_end_node (self, links[i].from), links[i].to, edge);
    }

  for (guint i = 0; self->ends != NULL && i < self->n_tasks; i++)
    {
      int parent = self->tasks[i].parent;

      if (parent < 0)
        continue;

      func (self, parent, i, (QdEdge){ .kind = QD_EDGE_BEGIN });
      func (self, self->ends[i], self->ends[parent], (QdEdge){ .kind = QD_EDGE_END });
    }
}

static void
count_outgoing (QdSchedule *self,
                guint       from,
                guint       to,
                QdEdge      edge)
{
  self->out_first[from + 2]++;
}

static void
place_outgoing (QdSchedule *self,
                guint       from,
                guint       to,
                QdEdge      edge)
{
  edge.node = to;
  self->out[self->out_first[from + 1]++] = edge;

  self->n_in[to] += !edge.ignored;

  if (self->ends != NULL && qd_edge_is_link (&edge) && !edge.ignored)
    self->flags[to] |= QD_NODE_IS_LINKED;
}

static void
sum_up (guint *first,
        guint  n_nodes)
{
  for (guint i = 2; i < n_nodes + 2; i++)
    first[i] += first[i - 1];
}

/* Sorts them by where they come from, and keeps their order otherwise. */
static void
create_edges (QdSchedule *self)
{
  self->out_first = g_new0 (guint, self->n_nodes + 2);
  foreach_edge (self, count_outgoing);
  sum_up (self->out_first, self->n_nodes);
  self->out = g_new (QdEdge, self->out_first[self->n_nodes + 1]);
  self->n_in = g_new0 (guint, self->n_nodes);
  foreach_edge (self, place_outgoing);

  /* Without summaries there are only links. */
  for (guint i = 0; self->ends == NULL && i < self->n_nodes; i++)
    self->flags[i] |= self->n_in[i] > 0 ? QD_NODE_IS_LINKED : 0;
}

/* The same edges, by where they go to. */
void
qd_schedule_ensure_incoming (QdSchedule *self)
{
  guint n_edges = self->out_first[self->n_nodes];

  if (self->in_first != NULL)
    return;

  self->in_first = g_new0 (guint, self->n_nodes + 2);
  self->in = g_new (QdEdge, n_edges);
  self->position = g_new (guint, self->n_nodes);

  for (guint i = 0; i < n_edges; i++)
    self->in_first[self->out[i].node + 2]++;

  sum_up (self->in_first, self->n_nodes);

  for (guint node = 0; node < self->n_nodes; node++)
    {
      self->position[self->order[node]] = node;

      for (guint i = self->out_first[node]; i < self->out_first[node + 1]; i++)
        {
          QdEdge edge = self->out[i];
          guint  to = edge.node;

          edge.node = node;
          self->in[self->in_first[to + 1]++] = edge;
        }
    }
}

/* Returns: (transfer full): of each node, for how many others it waits */
guint *
qd_schedule_take_n_in (QdSchedule *self)
{
  guint *n_in = g_steal_pointer (&self->n_in);

  if (n_in != NULL)
    return n_in;

  n_in = g_new0 (guint, self->n_nodes);

  for (guint i = 0; i < self->out_first[self->n_nodes]; i++)
    n_in[self->out[i].node] += !self->out[i].ignored;

  return n_in;
}

/* Kahn's algorithm, as in the forward pass, for when nothing else is to be worked out.
 * Returns: whether every node has a place; if not, there is a circle */
gboolean
qd_schedule_find_order (QdSchedule *self)
{
  g_autofree guint *n_waiting = qd_schedule_take_n_in (self);
  guint             n_done = 0;

  self->order = g_renew (guint, self->order, self->n_nodes);

  for (guint node = 0; node < self->n_nodes; node++)
    {
      if (n_waiting[node] == 0)
        self->order[n_done++] = node;
    }

  for (guint i = 0; i < n_done; i++)
    {
      guint node = self->order[i];

      for (guint j = self->out_first[node]; j < self->out_first[node + 1]; j++)
        {
          if (!self->out[j].ignored && --n_waiting[self->out[j].node] == 0)
            self->order[n_done++] = self->out[j].node;
        }
    }

  return n_done == self->n_nodes;
}

void
qd_schedule_clear_graph (QdSchedule *self)
{
  g_clear_pointer (&self->ends, g_free);
  g_clear_pointer (&self->owners, g_free);
  g_clear_pointer (&self->flags, g_free);
  g_clear_pointer (&self->n_in, g_free);
  g_clear_pointer (&self->in, g_free);
  g_clear_pointer (&self->in_first, g_free);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->out_first, g_free);
  g_clear_pointer (&self->position, g_free);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
}

/* Makes nodes and edges of the tasks and links. */
void
qd_schedule_build (QdSchedule *self)
{
  create_nodes (self);
  create_edges (self);
}
