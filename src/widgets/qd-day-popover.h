/* qd-day-popover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-field.h"

G_BEGIN_DECLS

#define QD_TYPE_DAY_POPOVER (qd_day_popover_get_type ())

G_DECLARE_FINAL_TYPE (QdDayPopover, qd_day_popover, QD, DAY_POPOVER, GtkPopover)

GtkWidget *qd_day_popover_new (void);
void       qd_day_popover_set_field (QdDayPopover *self,
                                     QdField      *field);

G_END_DECLS
