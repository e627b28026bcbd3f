/* qd-help-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QD_TYPE_HELP_DIALOG (qd_help_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdHelpDialog, qd_help_dialog, QD, HELP_DIALOG, AdwDialog)

AdwDialog  *qd_help_dialog_new (const char *topic);
const char *qd_help_dialog_get_topic (QdHelpDialog *self);

G_END_DECLS
