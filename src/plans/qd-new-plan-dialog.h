/* qd-new-plan-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-template-plan.h"

G_BEGIN_DECLS

#define QD_TYPE_NEW_PLAN_DIALOG (qd_new_plan_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdNewPlanDialog, qd_new_plan_dialog, QD, NEW_PLAN_DIALOG, AdwDialog)

QdNewPlanDialog *qd_new_plan_dialog_new (GtkWidget   *parent,
                                         QdPortfolio *portfolio,
                                         gint64       account);
void             qd_new_plan_dialog_present (GtkWidget   *parent,
                                             QdPortfolio *portfolio,
                                             gint64       account);
void             qd_new_plan_dialog_select_template (QdNewPlanDialog *self,
                                                     const char      *key);
gboolean         qd_new_plan_dialog_create (QdNewPlanDialog *self);
const char      *qd_new_plan_dialog_get_problem (QdNewPlanDialog *self);
QdPlan          *qd_new_plan_dialog_get_draft (QdNewPlanDialog *self);

G_END_DECLS
