/* qd-wizard-modules.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-accelerator-draft.h"
#include "qd-catalogue.h"

G_BEGIN_DECLS

#define QD_TYPE_WIZARD_MODULES (qd_wizard_modules_get_type ())

G_DECLARE_FINAL_TYPE (QdWizardModules, qd_wizard_modules, QD, WIZARD_MODULES, AdwBin)

void  qd_wizard_modules_bind (QdWizardModules *self,
                              QdCatalogue     *catalogue);
void  qd_wizard_modules_show_room (QdWizardModules          *self,
                                   const QdAcceleratorDraft *draft);
void  qd_wizard_modules_fill (QdWizardModules    *self,
                              QdAcceleratorDraft *draft);
guint qd_wizard_modules_get_n_chosen (QdWizardModules *self);
void  qd_wizard_modules_search (QdWizardModules *self);

G_END_DECLS
