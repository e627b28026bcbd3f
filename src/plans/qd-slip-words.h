/* qd-slip-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-slip.h"

G_BEGIN_DECLS

/**
 * QdSlipMayNameFunc:
 *
 * Whether @task may be named; where not, the reader learns that there is one, and no more.
 */
typedef gboolean (*QdSlipMayNameFunc) (QdTask  *task,
                                       gpointer data);

/**
 * QdSlipReader:
 * @may_name: (nullable): %NULL for who may read all
 * @guarded: whether days off, freezes and windows of our own calendar are not to be named
 * @today: says which year goes without saying
 */
typedef struct
{
  QdSlipMayNameFunc may_name;
  gpointer          data;
  gboolean          guarded;
  int               today;
} QdSlipReader;

char         *qd_slip_dup_move_words (QdPlanNetwork      *network,
                                      const QdSlip       *slip,
                                      const QdSlipReader *reader);
char         *qd_slip_dup_why_words (QdPlanNetwork      *network,
                                     const QdSlip       *slip,
                                     const QdSlipReader *reader);
char         *qd_slips_dup_chain_words (QdPlanNetwork      *network,
                                        GPtrArray          *slips,
                                        const QdSlip       *slip,
                                        const QdSlipReader *reader);
const QdSlip *qd_slips_find_last (QdPlanNetwork *network,
                                  GPtrArray     *slips);

G_END_DECLS
