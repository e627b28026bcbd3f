/* qd-schedule-update.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-schedule-update"

#include "qd-schedule-private.h"

/*
 * Following a change: only nodes that a changed one touches are worked out
 * again, in their order, and where one comes out as it was, it goes no further.
 */

/* Places in the order, one bit each */
typedef struct
{
  guint64 *words;
  guint    n_words;
} Marks;

typedef struct
{
  QdSchedule *self;
  Marks       forward;
  Marks       backward;
  guint8     *is_changed; /* of each task */
} Update;

static void
marks_init (Marks *marks,
            guint  n_places)
{
  marks->n_words = n_places / 64 + 1;
  marks->words = g_new0 (guint64, marks->n_words);
}

static void
mark (Update *update,
      Marks  *marks,
      guint   node)
{
  guint place = update->self->position[node];

  marks->words[place / 64] |= G_GUINT64_CONSTANT (1) << (place % 64);
}

static void
mark_both (Update *update,
           Marks  *marks,
           guint   task)
{
  mark (update, marks, task);
  mark (update, marks, qd_schedule_get_end_node (update->self, task));
}

static void
note_changed (Update *update,
              guint   task)
{
  if (update->is_changed[task])
    return;

  update->is_changed[task] = TRUE;
  g_array_append_val (update->self->changed, task);
}

/* The float of what comes before has changed too, even if its days have not; also of what
 * a link no longer holds since this sums up others. */
static void
node_moved (Update *update,
            guint   node)
{
  QdSchedule *self = update->self;

  note_changed (update, qd_schedule_get_owner (self, node));
  mark (update, &update->backward, node);

  for (guint i = self->out_first[node]; i < self->out_first[node + 1]; i++)
    {
      if (!self->out[i].ignored)
        mark (update, &update->forward, self->out[i].node);
    }

  for (guint i = self->in_first[node]; i < self->in_first[node + 1]; i++)
    {
      note_changed (update, qd_schedule_get_owner (self, self->in[i].node));
      mark (update, &update->backward, self->in[i].node);
    }
}

static void
pass_forward (Update *update)
{
  QdSchedule *self = update->self;

  for (guint word = 0; word < update->forward.n_words; word++)
    {
      while (update->forward.words[word] != 0)
        {
          guint    bit = __builtin_ctzll (update->forward.words[word]);
          guint    node = self->order[word * 64 + bit];
          QdMinute es = self->dates[node].es, ef = self->dates[node].ef;

          update->forward.words[word] &= ~(G_GUINT64_CONSTANT (1) << bit);
          qd_schedule_pass_forward (self, node);

          if (self->dates[node].es != es || self->dates[node].ef != ef)
            node_moved (update, node);
        }
    }
}

static void
pass_backward (Update *update)
{
  QdSchedule *self = update->self;

  for (guint word = update->backward.n_words; word-- > 0;)
    {
      while (update->backward.words[word] != 0)
        {
          guint       bit = 63 - __builtin_clzll (update->backward.words[word]);
          guint       node = self->order[word * 64 + bit];
          QdNodeDates dates = self->dates[node];
          QdNodeWork  work = self->work[node];

          update->backward.words[word] &= ~(G_GUINT64_CONSTANT (1) << bit);
          qd_schedule_pass_backward (self, node);

          if (self->dates[node].ls == dates.ls && self->dates[node].lf == dates.lf && self->work[node].lf == work.lf)
            continue;

          note_changed (update, qd_schedule_get_owner (self, node));

          for (guint i = self->in_first[node]; i < self->in_first[node + 1]; i++)
            {
              if (!self->in[i].ignored)
                mark (update, &update->backward, self->in[i].node);
            }
        }
    }
}

static void
follow (Update *update)
{
  QdSchedule *self = update->self;
  QdMinute    end = self->end;

  for (guint i = 0; i < self->pending->len; i++)
    {
      guint task = g_array_index (self->pending, guint, i);

      /* What it says may mean something else for those beside it, even if its days stay:
       * a lag is in the working time of what waits, a summary may have become a task. */
      mark_both (update, &update->forward, task);
      node_moved (update, task);
      node_moved (update, qd_schedule_get_end_node (self, task));
    }

  pass_forward (update);
  qd_schedule_settle_end (self);

  for (guint i = 0; self->end != end && i < self->n_nodes; i++)
    {
      if ((self->flags[i] & QD_NODE_BY_END) || self->dates[i].lf > self->end)
        mark (update, &update->backward, i);
    }

  pass_backward (update);
}

/* Of the graph before, to be carried into the next */
typedef struct
{
  guint       *ends;
  guint8      *flags;
  QdNodeDates *dates;
  QdNodeWork  *work;
} Before;

static void
carry_over (QdSchedule   *self,
            const Before *before)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      guint  task = qd_schedule_get_owner (self, i);
      guint8 carried = self->flags[i] & QD_NODE_IS_END ? QD_NODE_BY_END : QD_NODE_BY_END | QD_NODE_HAS_BEGUN;
      guint  node = self->flags[i] & QD_NODE_IS_END && before->ends != NULL ? before->ends[task] : task;

      self->dates[i] = before->dates[node];
      self->work[i] = before->work[node];
      self->flags[i] |= before->flags[node] & carried;

      /* What sums up others now did not before, or the other way round. */
      if ((self->flags[i] ^ before->flags[node]) & QD_NODE_IS_SUMMARY)
        g_array_append_val (self->pending, task);
    }
}

/* With other links the graph is another; what was worked out stays as far as it goes. */
static void
rebuild (QdSchedule *self)
{
  Before   before = { g_steal_pointer (&self->ends), g_steal_pointer (&self->flags), g_steal_pointer (&self->dates), g_steal_pointer (&self->work) };
  gboolean circles = self->cycles != NULL;

  qd_schedule_clear_graph (self);
  qd_schedule_build (self);

  if (circles || !qd_schedule_find_order (self))
    {
      qd_schedule_run (self, NULL, NULL);
      g_array_set_size (self->pending, 0);

      for (guint i = 0; i < self->n_tasks; i++)
        g_array_append_val (self->pending, i);
    }
  else
    {
      self->dates = g_new (QdNodeDates, self->n_nodes);
      self->work = g_new (QdNodeWork, self->n_nodes);
      carry_over (self, &before);
    }

  g_free (before.ends);
  g_free (before.flags);
  g_free (before.dates);
  g_free (before.work);
}

/**
 * qd_schedule_update:
 * @n_changed: (out): how many tasks came out otherwise, be it only their total float
 *
 * Works out anew what depends on the changes since the last time.
 *
 * Returns: (transfer none): the tasks, each once, in no particular order; valid
 *   until the next change
 */
const guint *
qd_schedule_update (QdSchedule *self,
                    guint      *n_changed)
{
  g_autofree guint8 *is_changed = g_new0 (guint8, self->n_tasks);
  Update             update = { .self = self, .is_changed = is_changed };

  g_array_set_size (self->changed, 0);

  if (self->links_changed)
    rebuild (self);

  if (self->pending->len > 0)
    {
      qd_schedule_ensure_incoming (self);
      marks_init (&update.forward, self->n_nodes);
      marks_init (&update.backward, self->n_nodes);
      follow (&update);
      g_free (update.forward.words);
      g_free (update.backward.words);
    }

  g_array_set_size (self->pending, 0);
  self->links_changed = FALSE;
  *n_changed = self->changed->len;

  return (const guint *)self->changed->data;
}

static void
append_parent (QdSchedule *self,
               int         parent)
{
  guint task = parent;

  if (parent >= 0)
    g_array_append_val (self->pending, task);
}

/* To be followed by qd_schedule_update(), as the changes below. */
void
qd_schedule_set_task (QdSchedule           *self,
                      guint                 task,
                      const QdScheduleTask *value)
{
  g_return_if_fail (task < self->n_tasks);
  g_return_if_fail (qd_schedule_task_is_sane (value, self->n_tasks, self->n_calendars));

  if (self->tasks[task].parent != value->parent)
    {
      append_parent (self, self->tasks[task].parent);
      append_parent (self, value->parent);
      self->links_changed = TRUE;
    }

  self->tasks[task] = *value;
  g_array_append_val (self->pending, task);
}

static void
append_ends (QdSchedule           *self,
             const QdScheduleLink *link)
{
  g_array_append_val (self->pending, link->from);
  g_array_append_val (self->pending, link->to);
  self->links_changed = TRUE;
}

void
qd_schedule_set_link (QdSchedule           *self,
                      guint                 link,
                      const QdScheduleLink *value)
{
  QdScheduleLink *old;

  g_return_if_fail (link < self->links->len && qd_schedule_link_is_sane (value, self->n_tasks));

  old = &g_array_index (self->links, QdScheduleLink, link);
  append_ends (self, old);
  append_ends (self, value);
  *old = *value;
}

/* Returns: its number */
guint
qd_schedule_add_link (QdSchedule           *self,
                      const QdScheduleLink *link)
{
  g_return_val_if_fail (qd_schedule_link_is_sane (link, self->n_tasks), G_MAXUINT);

  g_array_append_val (self->links, *link);
  append_ends (self, link);

  return self->links->len - 1;
}

/* The others keep their numbers. */
void
qd_schedule_remove_link (QdSchedule *self,
                         guint       link)
{
  QdScheduleLink *old;

  g_return_if_fail (link < self->links->len);

  old = &g_array_index (self->links, QdScheduleLink, link);
  append_ends (self, old);
  old->kind = QD_LINK_REMOVED;
}
