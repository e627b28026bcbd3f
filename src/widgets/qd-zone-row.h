/* qd-zone-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-editor.h"

G_BEGIN_DECLS

#define QD_TYPE_ZONE_ROW (qd_zone_row_get_type ())

G_DECLARE_FINAL_TYPE (QdZoneRow, qd_zone_row, QD, ZONE_ROW, AdwEntryRow)

GtkWidget *qd_zone_row_new (const char *field);

G_END_DECLS
