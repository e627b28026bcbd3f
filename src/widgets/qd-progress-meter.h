/* qd-progress-meter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_PROGRESS_METER (qd_progress_meter_get_type ())

G_DECLARE_FINAL_TYPE (QdProgressMeter, qd_progress_meter, QD, PROGRESS_METER, GtkWidget)

GtkWidget *qd_progress_meter_new (void);
void       qd_progress_meter_set (QdProgressMeter *self,
                                  double           done,
                                  double           expected);

G_END_DECLS
