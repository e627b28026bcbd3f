/* qd-automaton.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-automaton"

#include "qd-automaton.h"

#include <string.h>

#define ROOT 0
#define NO_STRING G_MAXUINT32
#define N_BYTES 256

/* While it is built, children are a list; then they lie one behind the other, by breadth. */
typedef struct
{
  guint32 child;
  guint32 sibling;
  guint32 string;
  guint8  byte;
} Sprout;

typedef struct
{
  guint32 first;      /* child */
  guint32 fail;       /* the longest ending of it that is a beginning too */
  guint32 string;     /* that ends here */
  guint32 dictionary; /* the next along @fail where one ends; ROOT for none */
  guint16 n_children;
} Node;

struct _QdAutomaton
{
  GArray  *sprouts; /* (nullable): of Sprout, until it is built */
  guint    n_strings;
  Node    *nodes;
  guint8  *bytes; /* of each node, apart: they are read most */
  guint32 *table; /* where each byte leads to from the root and its children, which are met most */
  guint32  n_nodes;
  guint32  n_tables;
};

static guint32
add_sprout (QdAutomaton *self,
            guint8       byte,
            guint32      sibling)
{
  Sprout sprout = { 0, sibling, NO_STRING, byte };

  g_array_append_val (self->sprouts, sprout);

  return self->sprouts->len - 1;
}

QdAutomaton *
qd_automaton_new (void)
{
  QdAutomaton *self = g_new0 (QdAutomaton, 1);

  self->sprouts = g_array_new (FALSE, FALSE, sizeof (Sprout));
  add_sprout (self, 0, 0);

  return self;
}

void
qd_automaton_free (QdAutomaton *self)
{
  g_clear_pointer (&self->sprouts, g_array_unref);
  g_free (self->nodes);
  g_free (self->bytes);
  g_free (self->table);
  g_free (self);
}

/**
 * qd_automaton_add:
 * @length: more than 0
 *
 * Returns: the number of the string: the same for the same bytes
 */
guint
qd_automaton_add (QdAutomaton *self,
                  const char  *bytes,
                  gsize        length)
{
  guint32 at = ROOT;
  Sprout *end;

  g_return_val_if_fail (self->sprouts != NULL && length > 0, 0);

  for (gsize i = 0; i < length; i++)
    {
      guint8  byte = (guint8)bytes[i];
      guint32 child = g_array_index (self->sprouts, Sprout, at).child;

      while (child != ROOT && g_array_index (self->sprouts, Sprout, child).byte != byte)
        child = g_array_index (self->sprouts, Sprout, child).sibling;

      if (child == ROOT)
        {
          child = add_sprout (self, byte, g_array_index (self->sprouts, Sprout, at).child);
          g_array_index (self->sprouts, Sprout, at).child = child;
        }

      at = child;
    }

  end = &g_array_index (self->sprouts, Sprout, at);

  if (end->string == NO_STRING)
    end->string = self->n_strings++;

  return end->string;
}

/* Puts the nodes in the order of their depth, so that those with one parent are neighbours. */
static void
lay_out (QdAutomaton *self)
{
  g_autofree guint32 *sprouts = NULL; /* of each node */
  guint32             n_nodes = 1;

  self->n_nodes = self->sprouts->len;
  self->nodes = g_new0 (Node, self->n_nodes);
  self->bytes = g_new0 (guint8, self->n_nodes);
  sprouts = g_new0 (guint32, self->n_nodes);

  for (guint32 i = 0; i < self->n_nodes; i++)
    {
      const Sprout *sprout = &g_array_index (self->sprouts, Sprout, sprouts[i]);
      Node         *node = &self->nodes[i];

      node->string = sprout->string;
      node->first = n_nodes;

      for (guint32 child = sprout->child; child != ROOT; child = g_array_index (self->sprouts, Sprout, child).sibling)
        {
          self->bytes[n_nodes] = g_array_index (self->sprouts, Sprout, child).byte;
          sprouts[n_nodes++] = child;
          node->n_children++;
        }
    }

  g_clear_pointer (&self->sprouts, g_array_unref);
}

/* Returns: the child, or ROOT for none */
static inline guint32
find_child (const QdAutomaton *self,
            guint32            node,
            guint8             byte)
{
  const guint8 *bytes = self->bytes + self->nodes[node].first;

  for (guint i = 0; i < self->nodes[node].n_children; i++)
    {
      if (bytes[i] == byte)
        return self->nodes[node].first + i;
    }

  return ROOT;
}

static inline guint32
step (const QdAutomaton *self,
      guint32            node,
      guint8             byte)
{
  while (node >= self->n_tables)
    {
      guint32 child = find_child (self, node, byte);

      if (child != ROOT)
        return child;

      node = self->nodes[node].fail;
    }

  return self->table[node * N_BYTES + byte];
}

/* Of the root and its children, all that follows is worked out: they are what a text mostly leads to. */
static void
fill_tables (QdAutomaton *self)
{
  self->n_tables = 1 + self->nodes[ROOT].n_children;
  self->table = g_new0 (guint32, (gsize)self->n_tables * N_BYTES);

  for (guint i = 0; i < self->nodes[ROOT].n_children; i++)
    self->table[self->bytes[self->nodes[ROOT].first + i]] = self->nodes[ROOT].first + i;

  for (guint32 node = 1; node < self->n_tables; node++)
    {
      memcpy (self->table + (gsize)node * N_BYTES, self->table, N_BYTES * sizeof *self->table);

      for (guint i = 0; i < self->nodes[node].n_children; i++)
        self->table[node * N_BYTES + self->bytes[self->nodes[node].first + i]] = self->nodes[node].first + i;
    }
}

/* By breadth, so that what a node falls back to is known before it is asked for. */
static void
link_nodes (QdAutomaton *self)
{
  for (guint32 node = 0; node < self->n_nodes; node++)
    {
      for (guint i = 0; i < self->nodes[node].n_children; i++)
        {
          guint32 child = self->nodes[node].first + i;
          guint32 fail = node == ROOT ? ROOT : step (self, self->nodes[node].fail, self->bytes[child]);

          self->nodes[child].fail = fail;
          self->nodes[child].dictionary =
              self->nodes[fail].string != NO_STRING ? fail : self->nodes[fail].dictionary;
        }
    }
}

/* To be called once, after all strings were added. */
void
qd_automaton_build (QdAutomaton *self)
{
  g_return_if_fail (self->sprouts != NULL);

  lay_out (self);
  fill_tables (self);
  link_nodes (self);
}

/* Calls @func for each string wherever it ends, however many are in one another. */
void
qd_automaton_scan (QdAutomaton    *self,
                   const char     *bytes,
                   gsize           length,
                   QdAutomatonFunc func,
                   gpointer        data)
{
  guint32 node = ROOT;

  g_return_if_fail (self->nodes != NULL);

  for (gsize i = 0; i < length; i++)
    {
      node = step (self, node, (guint8)bytes[i]);

      for (guint32 at = node; at != ROOT; at = self->nodes[at].dictionary)
        {
          if (self->nodes[at].string != NO_STRING)
            func (i + 1, self->nodes[at].string, data);
        }
    }
}
