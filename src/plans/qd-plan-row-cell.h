/* qd-plan-row-cell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-plan-facts.h"
#include "qd-plan-icons.h"

G_BEGIN_DECLS

typedef enum
{
  QD_PLAN_COLUMN_ACCOUNT,
  QD_PLAN_COLUMN_NAME,
  QD_PLAN_COLUMN_STATUS,
  QD_PLAN_COLUMN_PROGRESS,
  QD_PLAN_COLUMN_NEXT,
  QD_PLAN_COLUMN_LATE,
  QD_PLAN_COLUMN_TARGET,
  QD_PLAN_COLUMN_START,
  QD_PLAN_COLUMN_KIND,
  QD_PLAN_N_COLUMNS
} QdPlanColumn;

const char *qd_plan_column_get_id (QdPlanColumn column);
const char *qd_plan_column_get_title (QdPlanColumn column);
int         qd_plan_column_get_width (QdPlanColumn column);
char       *qd_plan_column_dup_text (QdPlanColumn column,
                                     QdPlanFacts *facts,
                                     int          today);
int         qd_plan_column_compare (QdPlanColumn column,
                                    QdPlanFacts *a,
                                    QdPlanFacts *b);

#define QD_TYPE_PLAN_ROW_CELL (qd_plan_row_cell_get_type ())

G_DECLARE_FINAL_TYPE (QdPlanRowCell, qd_plan_row_cell, QD, PLAN_ROW_CELL, GtkBox)

GtkWidget  *qd_plan_row_cell_new (QdPlanColumn column,
                                  QdPlanList  *list);
void        qd_plan_row_cell_set_facts (QdPlanRowCell *self,
                                        QdPlanFacts   *facts);
const char *qd_plan_row_cell_get_text (QdPlanRowCell *self);

G_END_DECLS
