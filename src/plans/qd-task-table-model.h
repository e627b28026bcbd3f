/* qd-task-table-model.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-task-groups.h"

G_BEGIN_DECLS

/* Which tasks are shown; several mean those that all of them let through. */
typedef enum
{
  QD_TASK_FILTER_NONE = 0,
  QD_TASK_FILTER_OPEN = 1 << 0,
  QD_TASK_FILTER_LATE = 1 << 1,
  QD_TASK_FILTER_OURS = 1 << 2,
  QD_TASK_FILTER_CUSTOMER = 1 << 3,
  QD_TASK_FILTER_INTERNAL = 1 << 4,
} QdTaskFilter;

#define QD_TYPE_TASK_TABLE_MODEL (qd_task_table_model_get_type ())

G_DECLARE_FINAL_TYPE (QdTaskTableModel, qd_task_table_model, QD, TASK_TABLE_MODEL, GObject)

QdTaskTableModel  *qd_task_table_model_new (QdPortfolio *portfolio,
                                            QdPlan      *plan,
                                            int          today);
QdPortfolio       *qd_task_table_model_get_portfolio (QdTaskTableModel *self);
char              *qd_task_table_model_dup_hint (QdTaskTableModel *self,
                                                 QdTask           *task);
QdStore           *qd_task_table_model_get_store (QdTaskTableModel *self);
QdPlan            *qd_task_table_model_get_plan (QdTaskTableModel *self);
int                qd_task_table_model_get_today (QdTaskTableModel *self);
void               qd_task_table_model_set_today (QdTaskTableModel *self,
                                                  int               today);
QdTaskGrouping     qd_task_table_model_get_grouping (QdTaskTableModel *self);
void               qd_task_table_model_set_grouping (QdTaskTableModel *self,
                                                     QdTaskGrouping    grouping);
void               qd_task_table_model_set_search (QdTaskTableModel *self,
                                                   const char       *text);
QdTaskFilter       qd_task_table_model_get_filter (QdTaskTableModel *self);
void               qd_task_table_model_set_filter (QdTaskTableModel *self,
                                                   QdTaskFilter      filter);
gboolean           qd_task_table_model_is_filtered (QdTaskTableModel *self);
void               qd_task_table_model_set_sorter (QdTaskTableModel *self,
                                                   GtkSorter        *sorter);
void               qd_task_table_model_set_with_drafts (QdTaskTableModel *self,
                                                        gboolean          with_drafts);
GListModel        *qd_task_table_model_get_rows (QdTaskTableModel *self);
GPtrArray         *qd_task_table_model_peek_tasks (QdTaskTableModel *self);
const QdTaskGroup *qd_task_table_model_get_group (QdTaskTableModel *self,
                                                  QdTask           *task);
QdTask            *qd_task_table_model_get_draft (QdTaskTableModel *self,
                                                  gint64            group);
void               qd_task_table_model_renew_draft (QdTaskTableModel *self,
                                                    QdTask           *draft);

G_END_DECLS
