/* qd-onboarding-panel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_ONBOARDING_PANEL (qd_onboarding_panel_get_type ())

G_DECLARE_FINAL_TYPE (QdOnboardingPanel, qd_onboarding_panel, QD, ONBOARDING_PANEL, AdwPreferencesGroup)

void qd_onboarding_panel_bind (QdOnboardingPanel *self,
                               QdPortfolio       *portfolio,
                               QdAccount         *account);

G_END_DECLS
