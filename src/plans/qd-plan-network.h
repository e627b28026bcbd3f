/* qd-plan-network.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-link.h"
#include "qd-plan-calendars.h"
#include "qd-plan.h"
#include "qd-task.h"

G_BEGIN_DECLS

#define QD_PLAN_ERROR (qd_plan_error_quark ())

/**
 * QdPlanError:
 * @QD_PLAN_ERROR_CYCLE: a task would wait for itself
 * @QD_PLAN_ERROR_NO_WORK: there is no working time for it
 */
typedef enum
{
  QD_PLAN_ERROR_CYCLE,
  QD_PLAN_ERROR_NO_WORK,
} QdPlanError;

GQuark                        qd_plan_error_quark (void);

/**
 * QdPlanNetwork:
 *
 * The tasks of a plan and the links between them as the scheduler takes them,
 * with what it made of them: rows in the order of their ids. Between records,
 * which have days, and a schedule, which has minutes of the plan's clock.
 *
 * Made from live records on the main thread or from rows of the database on the
 * store's. It holds the records, and does not follow them. To be used by one
 * thread at a time.
 */
typedef struct _QdPlanNetwork QdPlanNetwork;

QdPlanNetwork                *qd_plan_network_new (QdPlan          *plan,
                                                   GPtrArray       *tasks,
                                                   GPtrArray       *links,
                                                   QdPlanCalendars *calendars);
QdPlanNetwork                *qd_plan_network_load (QdDb    *db,
                                                    QdPlan  *plan,
                                                    GError **error);
void                          qd_plan_network_free (QdPlanNetwork *self);

QdPlanCalendars              *qd_plan_network_get_calendars (QdPlanNetwork *self);
QdSchedule                   *qd_plan_network_get_schedule (QdPlanNetwork *self);
guint                         qd_plan_network_get_n_tasks (QdPlanNetwork *self);
QdTask                       *qd_plan_network_get_task (QdPlanNetwork *self,
                                                        guint          row);
QdLink                       *qd_plan_network_get_link (QdPlanNetwork *self,
                                                        guint          link);
int                           qd_plan_network_find_task (QdPlanNetwork *self,
                                                         gint64         id);
int                           qd_plan_network_find_link (QdPlanNetwork *self,
                                                         gint64         id);
gboolean                      qd_plan_network_is_summary (QdPlanNetwork *self,
                                                          guint          row);
gboolean                      qd_plan_network_is_linked (QdPlanNetwork *self,
                                                         guint          row);

int                           qd_plan_network_get_progress (QdPlanNetwork *self,
                                                            guint          row);
gboolean                      qd_plan_network_is_misplaced (QdPlanNetwork *self,
                                                            guint          row);
guint                         qd_plan_network_count_misplaced (QdPlanNetwork *self);
const guint                  *qd_plan_network_get_links_of (QdPlanNetwork *self,
                                                            guint          row,
                                                            guint         *n_links);
gboolean                      qd_plan_network_is_reparented (QdPlanNetwork *self,
                                                             guint          row);
QdScheduleTask                qd_plan_network_get_row_of (QdPlanNetwork *self,
                                                          QdTask        *task);
void                          qd_plan_network_set_task (QdPlanNetwork *self,
                                                        guint          row,
                                                        QdTask        *task);
void                          qd_plan_network_update (QdPlanNetwork *self,
                                                      GHashTable    *ids,
                                                      GHashTable    *before);

/* Where tasks stand, on the plan's clock */

QdCalendarSide                qd_task_get_side (QdTask *task);
gboolean                      qd_task_is_meeting (QdTask *task);
gboolean                      qd_task_is_placed (QdTask *task);
int                           qd_plan_get_sensible_day (int day);
QdMinute                      qd_task_get_constraint_minute (QdTask          *task,
                                                             QdPlanCalendars *calendars);
QdWorkTime                   *qd_task_get_work_time (QdTask          *task,
                                                     QdPlanCalendars *calendars);
QdMinute                      qd_task_get_start_minute (QdTask          *task,
                                                        QdPlanCalendars *calendars);
QdMinute                      qd_task_get_finish_minute (QdTask          *task,
                                                         QdPlanCalendars *calendars);
int                           qd_task_get_length (QdTask          *task,
                                                  QdPlanCalendars *calendars);
void                          qd_task_place (QdTask          *draft,
                                             QdPlanCalendars *calendars,
                                             QdMinute         start,
                                             QdMinute         finish);

void                          qd_plan_find_horizon (QdPlan    *plan,
                                                    GPtrArray *tasks,
                                                    GPtrArray *links,
                                                    int       *first_day,
                                                    int       *last_day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPlanNetwork, qd_plan_network_free)

G_END_DECLS
