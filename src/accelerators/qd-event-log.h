/* qd-event-log.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-catalogue.h"
#include "qd-plan.h"
#include "qd-task.h"
#include "qd-work-time.h"

G_BEGIN_DECLS

/* What a CSA logs of accelerators: each such activity counts as work on one. */

gboolean    qd_task_is_of_accelerator (QdPortfolio *portfolio,
                                       QdTask      *task);
QdActivity *qd_activity_new_from_task (QdCatalogue *catalogue,
                                       QdTask      *task,
                                       gint64       now);
QdActivity *qd_task_find_event (QdPortfolio *portfolio,
                                QdTask      *task);
GPtrArray  *qd_plan_list_unlogged (QdPortfolio *portfolio,
                                   QdPlan      *plan,
                                   QdMinute     now);
GPtrArray  *qd_account_list_unlogged (QdPortfolio *portfolio,
                                      gint64       account,
                                      QdMinute     now);
GPtrArray  *qd_account_list_events (QdPortfolio *portfolio,
                                    gint64       account);

G_END_DECLS
