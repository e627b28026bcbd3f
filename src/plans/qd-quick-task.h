/* qd-quick-task.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-phase.h"
#include "qd-plan.h"
#include "qd-portfolio.h"
#include "qd-task-line.h"
#include "qd-task.h"

G_BEGIN_DECLS

/**
 * QdQuickContext:
 * @account: whose page one is on; 0 for none
 * @plan: the plan one looks at; 0 for none
 *
 * What a line is read with.
 */
typedef struct
{
  gint64     account;
  gint64     plan;
  int        today;
  QdDayOrder order;
  gboolean   show_codenames;
} QdQuickContext;

/**
 * QdQuickTask:
 * @line: what was typed, in its parts
 * @plan: (nullable): where it goes, once that is clear
 * @phase: (nullable): of the plan
 * @owner: (nullable): of our side
 * @customer_owner: (nullable): of the customer’s
 * @problem: (nullable): a sentence that says why it cannot be added
 *
 * A task that is typed in one line, with the records that are named in it.
 */
typedef struct
{
  QdTaskLine *line;
  QdPlan     *plan;
  QdPhase    *phase;
  char       *owner;
  char       *customer_owner;
  char       *problem;
} QdQuickTask;

QdQuickTask *qd_quick_task_read (QdPortfolio          *portfolio,
                                 const char           *text,
                                 const QdQuickContext *context);
QdTask      *qd_quick_task_create_draft (QdQuickTask *self);
char        *qd_quick_task_dup_place (QdQuickTask          *self,
                                      QdPortfolio          *portfolio,
                                      const QdQuickContext *context);
void         qd_quick_task_free (QdQuickTask *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdQuickTask, qd_quick_task_free)

G_END_DECLS
