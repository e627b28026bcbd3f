/* qd-objectives-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-plan.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_OBJECTIVES_VIEW (qd_objectives_view_get_type ())

G_DECLARE_FINAL_TYPE (QdObjectivesView, qd_objectives_view, QD, OBJECTIVES_VIEW, AdwBin)

GtkWidget *qd_objectives_view_new (QdPortfolio *portfolio,
                                   QdPlan      *plan);
void       qd_objectives_view_set_today (QdObjectivesView *self,
                                         int               today);

G_END_DECLS
