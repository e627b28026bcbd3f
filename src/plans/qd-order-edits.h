/* qd-order-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

/*
 * The order people put things in. A position is a number between those of the
 * neighbours, so that a move writes one row; where none is left between them,
 * the siblings are numbered afresh.
 */

#define QD_ORDER_STEP 1024.0

gboolean   qd_order_find_between (double  before,
                                  double  after,
                                  double *position);
int        qd_order_compare (double position_a,
                             gint64 id_a,
                             double position_b,
                             gint64 id_b);

GPtrArray *qd_order_dup_sorted (GPtrArray *records);

/**
 * QdOrderScope:
 * @table: a string literal
 * @where: a string literal, of the siblings; `?1` and `?2` are @parent and @group
 * @group: 0 is none
 *
 * Those that a thing is in order among.
 */
typedef struct
{
  const char *table;
  const char *where;
  gint64      parent;
  gint64      group;
} QdOrderScope;

/* On the store's thread. */
gboolean qd_order_make_room (QdDb               *db,
                             const QdOrderScope *scope,
                             gint64              id,
                             gint64              before,
                             double             *position,
                             GError            **error);

G_END_DECLS
