/* qd-health-panel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account-facts.h"

G_BEGIN_DECLS

#define QD_TYPE_HEALTH_PANEL (qd_health_panel_get_type ())

G_DECLARE_FINAL_TYPE (QdHealthPanel, qd_health_panel, QD, HEALTH_PANEL, AdwBin)

void qd_health_panel_bind (QdHealthPanel *self, QdPortfolio *portfolio, QdAccount *account);

G_END_DECLS
