/* qd-field-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *qd_field_row_new (GType       type,
                             const char *field);

G_END_DECLS
