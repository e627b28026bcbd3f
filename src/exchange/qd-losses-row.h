/* qd-losses-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QD_TYPE_LOSSES_ROW (qd_losses_row_get_type ())

G_DECLARE_FINAL_TYPE (QdLossesRow, qd_losses_row, QD, LOSSES_ROW, AdwPreferencesRow)

GtkWidget *qd_losses_row_new (const char *const *losses);

G_END_DECLS
