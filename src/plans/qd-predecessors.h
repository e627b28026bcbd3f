/* qd-predecessors.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "qd-schedule.h"

G_BEGIN_DECLS

#define QD_PREDECESSORS_ERROR (qd_predecessors_error_quark ())

/**
 * QdPredecessorsError:
 * @QD_PREDECESSORS_ERROR_SYNTAX: a part is not a row, a kind and a lag
 * @QD_PREDECESSORS_ERROR_NO_ROW: there is no such row
 * @QD_PREDECESSORS_ERROR_SELF: it is the row of the task itself
 * @QD_PREDECESSORS_ERROR_DUPLICATE: a row is named twice
 */
typedef enum
{
  QD_PREDECESSORS_ERROR_SYNTAX,
  QD_PREDECESSORS_ERROR_NO_ROW,
  QD_PREDECESSORS_ERROR_SELF,
  QD_PREDECESSORS_ERROR_DUPLICATE,
} QdPredecessorsError;

GQuark qd_predecessors_error_quark (void);

/**
 * QdPredecessor:
 * @row: of the task that is waited for, counted from 1
 * @lag: minutes between the two; less than 0 for a lead
 * @elapsed: whether they run day and night, rather than in working time
 */
typedef struct
{
  guint      row;
  QdLinkKind kind;
  gint64     lag;
  gboolean   elapsed;
} QdPredecessor;

char   *qd_predecessors_format (const QdPredecessor *predecessors,
                                guint                n_predecessors);
GArray *qd_predecessors_parse (const char *text,
                               guint       row,
                               guint       n_rows,
                               GError    **error);

G_END_DECLS
