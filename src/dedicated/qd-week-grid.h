/* qd-week-grid.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-week-plan.h"

G_BEGIN_DECLS

#define QD_TYPE_WEEK_GRID (qd_week_grid_get_type ())

G_DECLARE_FINAL_TYPE (QdWeekGrid, qd_week_grid, QD, WEEK_GRID, GtkWidget)

GtkWidget *qd_week_grid_new (void);
void       qd_week_grid_show (QdWeekGrid       *self,
                              const QdWeekPlan *plan,
                              gint64            now);
void       qd_week_grid_set_now (QdWeekGrid *self,
                                 double      now);

G_END_DECLS
