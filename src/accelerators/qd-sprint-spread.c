/* qd-sprint-spread.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-sprint-spread"

#include "qd-sprint-spread.h"

#include <math.h>

/* Of the first blocks in the first sprints: how uneven they are at best, and where the last
 * of the sprints then begins. */
typedef struct
{
  double cost;
  guint  first;
} Cell;

/* Twice the load in one sprint weighs four times, so that the even way is the cheapest. */
static double
get_cost (double load,
          int    capacity)
{
  return load * load / capacity;
}

static void
find_best (Cell      *before,
           Cell      *cells,
           const int *weights,
           guint      n_blocks,
           int        capacity)
{
  for (guint end = 0; end <= n_blocks; end++)
    {
      double load = 0;

      cells[end] = (Cell){ INFINITY, end };

      /* Of what costs the same, the sprints before take the most. */
      for (guint first = end + 1; first-- > 0;)
        {
          double cost;

          if (first < end)
            load += weights[first];

          cost = before[first].cost + get_cost (load, capacity);

          if (cost < cells[end].cost)
            cells[end] = (Cell){ cost, first };
        }
    }
}

static void
spread_evenly (const int   *weights,
               guint        n_blocks,
               const int   *capacities,
               const guint *usable,
               guint        n_usable,
               guint       *sprints)
{
  g_autofree Cell *cells = g_new (Cell, (n_usable + 1) * (n_blocks + 1));
  guint            end = n_blocks;

  for (guint i = 0; i <= n_blocks; i++)
    cells[i] = (Cell){ i == 0 ? 0 : INFINITY, 0 };

  for (guint i = 0; i < n_usable; i++)
    find_best (
        &cells[i * (n_blocks + 1)], &cells[(i + 1) * (n_blocks + 1)], weights, n_blocks, capacities[usable[i]]);

  for (guint i = n_usable; i > 0; i--)
    {
      guint first = cells[i * (n_blocks + 1) + end].first;

      for (guint block = first; block < end; block++)
        sprints[block] = usable[i - 1];

      end = first;
    }
}

/**
 * qd_sprints_spread:
 * @weights: (array length=n_blocks): how much work each block is, in the order in which they are done
 * @capacities: (array length=n_sprints): how much there is time for; a sprint with 0 or less gets nothing
 * @sprints: (out) (array length=n_blocks): in which each goes
 *
 * Spreads blocks over sprints, in their order and as evenly as that allows. While there are
 * as many sprints as blocks, each block has one to itself, from the first on.
 *
 * Returns: whether any sprint has time
 */
gboolean
qd_sprints_spread (const int *weights,
                   guint      n_blocks,
                   const int *capacities,
                   guint      n_sprints,
                   guint     *sprints)
{
  g_autofree guint *usable = g_new (guint, n_sprints + 1);
  guint             n_usable = 0;

  for (guint i = 0; i < n_sprints; i++)
    {
      if (capacities[i] > 0)
        usable[n_usable++] = i;
    }

  if (n_usable == 0)
    return FALSE;

  if (n_blocks > n_usable)
    {
      spread_evenly (weights, n_blocks, capacities, usable, n_usable, sprints);
      return TRUE;
    }

  for (guint i = 0; i < n_blocks; i++)
    sprints[i] = usable[i];

  return TRUE;
}
