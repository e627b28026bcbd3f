/* qd-upgrade-panel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"
#include "qd-upgrade-request.h"

G_BEGIN_DECLS

#define QD_TYPE_UPGRADE_PANEL (qd_upgrade_panel_get_type ())

G_DECLARE_FINAL_TYPE (QdUpgradePanel, qd_upgrade_panel, QD, UPGRADE_PANEL, AdwPreferencesGroup)

GtkWidget *qd_upgrade_panel_new (QdFactBook       *book,
                                 QdUpgradeRequest *request);
GtkWidget *qd_upgrade_panel_get_focus (QdUpgradePanel *self);

G_END_DECLS
