/* qd-task-groups.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-plan.h"
#include "qd-portfolio.h"
#include "qd-task.h"

G_BEGIN_DECLS

/* What tasks are grouped by. */
typedef enum
{
  QD_TASK_GROUPING_PHASE,
  QD_TASK_GROUPING_OBJECTIVE,
} QdTaskGrouping;

/**
 * QdTaskGroup:
 * @id: of the phase or the objective; 0 for the tasks that have none
 * @name: what it is called
 * @days: when it is; empty where it has no days
 */
typedef struct
{
  gint64 id;
  char  *name;
  char  *days;
  guint  n_tasks;
  guint  n_done;
  guint  n_late;
} QdTaskGroup;

/**
 * QdTaskGroups:
 *
 * The phases or the objectives of a plan, in order, with its tasks counted, and
 * last a group for the tasks that have none.
 */
typedef struct _QdTaskGroups QdTaskGroups;

QdTaskGroups                *qd_task_groups_new (QdPortfolio   *portfolio,
                                                 QdPlan        *plan,
                                                 QdTaskGrouping grouping,
                                                 int            today);
void                         qd_task_groups_free (QdTaskGroups *self);
guint                        qd_task_groups_get_length (QdTaskGroups *self);
const QdTaskGroup           *qd_task_groups_get (QdTaskGroups *self,
                                                 guint         index);
guint                        qd_task_groups_find (QdTaskGroups *self,
                                                  QdTask       *task);
int                          qd_tasks_compare_positions (QdTask *a,
                                                         QdTask *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdTaskGroups, qd_task_groups_free)

G_END_DECLS
