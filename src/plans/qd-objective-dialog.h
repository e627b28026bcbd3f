/* qd-objective-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-objective.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_OBJECTIVE_DIALOG (qd_objective_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdObjectiveDialog, qd_objective_dialog, QD, OBJECTIVE_DIALOG, AdwDialog)

QdObjectiveDialog *qd_objective_dialog_new (QdPortfolio *portfolio,
                                            QdObjective *objective);
void               qd_objective_dialog_present (GtkWidget   *parent,
                                                QdPortfolio *portfolio,
                                                QdObjective *objective);

G_END_DECLS
