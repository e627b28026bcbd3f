/* qd-roster-columns-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-roster-list.h"

G_BEGIN_DECLS

#define QD_TYPE_ROSTER_COLUMNS_DIALOG (qd_roster_columns_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdRosterColumnsDialog, qd_roster_columns_dialog, QD, ROSTER_COLUMNS_DIALOG, AdwDialog)

AdwDialog *qd_roster_columns_dialog_new (QdRosterList *list);

G_END_DECLS
