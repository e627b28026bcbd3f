/* qd-pill.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QD_TYPE_PILL (qd_pill_get_type ())

G_DECLARE_FINAL_TYPE (QdPill, qd_pill, QD, PILL, AdwBin)

GtkWidget *qd_pill_new (const char *icon_name,
                        const char *text,
                        const char *style);
void       qd_pill_set (QdPill     *self,
                        const char *icon_name,
                        const char *text,
                        const char *style);

G_END_DECLS
