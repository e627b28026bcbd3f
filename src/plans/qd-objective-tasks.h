/* qd-objective-tasks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-objective.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

GPtrArray *qd_objective_dup_tasks (QdPortfolio *portfolio,
                                   QdObjective *objective);
GPtrArray *qd_objective_dup_supporting (QdPortfolio *portfolio,
                                        QdObjective *objective);
GPtrArray *qd_objective_dup_supportable (QdPortfolio *portfolio,
                                         QdObjective *objective);

G_END_DECLS
