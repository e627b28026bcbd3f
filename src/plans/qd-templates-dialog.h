/* qd-templates-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-template-plan.h"

G_BEGIN_DECLS

#define QD_TYPE_TEMPLATES_DIALOG (qd_templates_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdTemplatesDialog, qd_templates_dialog, QD, TEMPLATES_DIALOG, AdwDialog)

QdTemplatesDialog *qd_templates_dialog_new (QdPortfolio *portfolio);
void               qd_templates_dialog_present (GtkWidget   *parent,
                                                QdPortfolio *portfolio);
void               qd_templates_dialog_show (QdTemplatesDialog *self,
                                             const char        *key);
void               qd_save_template_dialog_present (GtkWidget   *parent,
                                                    QdPortfolio *portfolio,
                                                    QdPlan      *plan);

G_END_DECLS
