/* qd-switch-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_SWITCH_ROW (qd_switch_row_get_type ())

G_DECLARE_FINAL_TYPE (QdSwitchRow, qd_switch_row, QD, SWITCH_ROW, AdwActionRow)

GtkWidget *qd_switch_row_new (const char *field);

G_END_DECLS
