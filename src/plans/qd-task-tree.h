/* qd-task-tree.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan-network.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

/**
 * QdTaskTree:
 *
 * The tasks of a network in the order of the plan: by phase and place, each after
 * what sums it up. Their numbers in it, from 1 on, are those by which links are
 * written, such as “4FS+2d”.
 */
typedef struct _QdTaskTree QdTaskTree;

QdTaskTree                *qd_task_tree_new (QdPortfolio   *portfolio,
                                             QdPlan        *plan,
                                             QdPlanNetwork *network);
void                       qd_task_tree_free (QdTaskTree *self);
guint                      qd_task_tree_get_length (QdTaskTree *self);
guint                      qd_task_tree_get_row (QdTaskTree *self,
                                                 guint       place);
guint                      qd_task_tree_get_place (QdTaskTree *self,
                                                   guint       row);
guint                      qd_task_tree_get_depth (QdTaskTree *self,
                                                   guint       row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdTaskTree, qd_task_tree_free)

G_END_DECLS
