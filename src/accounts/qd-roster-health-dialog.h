/* qd-roster-health-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_HEALTH_DIALOG (qd_roster_health_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterHealthDialog, qd_roster_health_dialog, QD, ROSTER_HEALTH_DIALOG, AdwDialog)

AdwDialog *qd_roster_health_dialog_new (guint n_accounts);

G_END_DECLS
