/* qd-accelerator-wizard.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-accelerator-draft.h"

G_BEGIN_DECLS

#define QD_TYPE_ACCELERATOR_WIZARD (qd_accelerator_wizard_get_type ())

G_DECLARE_FINAL_TYPE (QdAcceleratorWizard, qd_accelerator_wizard, QD, ACCELERATOR_WIZARD, AdwDialog)

QdAcceleratorWizard      *qd_accelerator_wizard_new (GtkWidget   *parent,
                                                     QdPortfolio *portfolio,
                                                     gint64       account);
void                      qd_accelerator_wizard_present (GtkWidget   *parent,
                                                         QdPortfolio *portfolio,
                                                         gint64       account);
const char               *qd_accelerator_wizard_get_step (QdAcceleratorWizard *self);
const char               *qd_accelerator_wizard_get_problem (QdAcceleratorWizard *self);
const QdAcceleratorDraft *qd_accelerator_wizard_get_draft (QdAcceleratorWizard *self);

G_END_DECLS
