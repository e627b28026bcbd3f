/* qd-plan-schedule.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-plan-network.h"
#include "qd-portfolio.h"
#include "qd-slip.h"

G_BEGIN_DECLS

#define QD_TYPE_PLAN_SCHEDULE (qd_plan_schedule_get_type ())

G_DECLARE_FINAL_TYPE (QdPlanSchedule, qd_plan_schedule, QD, PLAN_SCHEDULE, GObject)

QdPlanSchedule  *qd_plan_schedule_new (QdPortfolio *portfolio,
                                       QdPlan      *plan);
QdPlanSchedule  *qd_plan_schedule_new_for (QdPortfolio *portfolio,
                                           QdPlan      *plan,
                                           QdAudience   audience);
QdPlan          *qd_plan_schedule_get_plan (QdPlanSchedule *self);
QdPortfolio     *qd_plan_schedule_get_portfolio (QdPlanSchedule *self);
QdPlanNetwork   *qd_plan_schedule_get_network (QdPlanSchedule *self);
QdSchedule      *qd_plan_schedule_get_schedule (QdPlanSchedule *self);
QdPlanCalendars *qd_plan_schedule_get_calendars (QdPlanSchedule *self);
GPtrArray       *qd_plan_schedule_get_slips (QdPlanSchedule *self);
GArray          *qd_plan_schedule_get_findings (QdPlanSchedule *self);

G_END_DECLS
