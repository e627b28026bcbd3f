/* qd-wizard-preview.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-accelerator-layout.h"
#include "qd-allowance.h"

G_BEGIN_DECLS

#define QD_TYPE_WIZARD_PREVIEW (qd_wizard_preview_get_type ())

G_DECLARE_FINAL_TYPE (QdWizardPreview, qd_wizard_preview, QD, WIZARD_PREVIEW, AdwBin)

void qd_wizard_preview_show (QdWizardPreview           *self,
                             const QdAcceleratorLayout *layout,
                             const QdAllowance         *allowance);

G_END_DECLS
