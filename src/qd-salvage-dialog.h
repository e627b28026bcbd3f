/* qd-salvage-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QD_TYPE_SALVAGE_DIALOG (qd_salvage_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdSalvageDialog, qd_salvage_dialog, QD, SALVAGE_DIALOG, AdwDialog)

void qd_salvage_dialog_present (GtkWidget  *parent,
                                const char *path);

G_END_DECLS
