/* qd-load-panel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-accelerator-load.h"
#include "qd-timeline-chart.h"

G_BEGIN_DECLS

#define QD_TYPE_LOAD_PANEL (qd_load_panel_get_type ())

G_DECLARE_FINAL_TYPE (QdLoadPanel, qd_load_panel, QD, LOAD_PANEL, AdwBin)

GtkWidget *qd_load_panel_new (QdTimelineChart *chart);
void       qd_load_panel_show (QdLoadPanel       *self,
                               QdAcceleratorLoad *load,
                               const char        *owner,
                               QdWorkTime        *hours,
                               int                today);

G_END_DECLS
