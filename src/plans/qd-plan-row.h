/* qd-plan-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-plan-facts.h"

G_BEGIN_DECLS

#define QD_TYPE_PLAN_ROW (qd_plan_row_get_type ())

G_DECLARE_FINAL_TYPE (QdPlanRow, qd_plan_row, QD, PLAN_ROW, GtkBox)

GtkWidget *qd_plan_row_new (QdPlanList *list);
void       qd_plan_row_set_item (QdPlanRow   *self,
                                 GtkListItem *item);
char      *qd_plan_row_dup_label (QdPlanFacts *facts,
                                  int          today);

G_END_DECLS
