/* qd-bench.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <stdlib.h>

#include <glib.h>

/* How a benchmark says what it found: `./dev bench` makes one table of what all
 * of them say. A figure means little on a busy machine, so each stands beside
 * another of the same run. */

static inline int
qd_bench_compare (const void *a,
                  const void *b)
{
  double difference = *(const double *)a - *(const double *)b;

  return (difference > 0) - (difference < 0);
}

/* Sorts @values. */
static inline double
qd_bench_median (double *values,
                 guint   n_values)
{
  qsort (values, n_values, sizeof *values, qd_bench_compare);

  return n_values % 2 ? values[n_values / 2] : (values[n_values / 2 - 1] + values[n_values / 2]) / 2;
}

/* @beside: what @base is the figure of; NULL if there is none. */
static inline void
qd_bench_report (const char *what,
                 double      value,
                 const char *unit,
                 const char *beside,
                 double      base)
{
  if (beside != NULL)
    g_print ("bench\t%s\t%.1f %s\t%s\t%.1f %s\t%.2f\n", what, value, unit, beside, base, unit, value / base);
  else
    g_print ("bench\t%s\t%.1f %s\n", what, value, unit);
}
