/* qd-week-plan.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-tenant-calendar.h"

G_BEGIN_DECLS

#define QD_DAYS_PER_WEEK 7

/**
 * QdWeekEvent:
 * @from: where it begins, in days of the week as its clocks have them; it may be less than 0
 * @until: where it ends; it may be more than 7
 * @time: “01:00–05:00”
 * @words: what it is
 */
typedef struct
{
  QdTenantEvent event;
  double        from;
  double        until;
  char         *time;
  char         *words;
} QdWeekEvent;

/**
 * QdWeekRow:
 * @title: what its customer is called
 * @note: its window and its version: “EMEA · 19.4”
 * @events: (element-type QdWeekEvent): in order, without the change locks
 * @locks: (element-type QdWeekEvent): the change locks that hold for it
 *
 * The week of one tenant.
 */
typedef struct
{
  QdTenant *tenant;
  char     *title;
  char     *note;
  GArray   *events;
  GArray   *locks;
} QdWeekRow;

/**
 * QdWeekPlan:
 * @first_day: the day it begins with, on the clocks of @zone
 * @from: the instant at which it begins
 * @until: the instant at which it is over
 * @rows: (element-type QdWeekRow): by their titles
 *
 * What happens to all tenants in a week. What it says of change locks lives as long as the facts of its book.
 */
typedef struct
{
  GTimeZone *zone;
  int        first_day;
  gint64     from;
  gint64     until;
  GPtrArray *rows;
} QdWeekPlan;

QdWeekPlan *qd_week_plan_new (QdFactBook *book,
                              int         first_day,
                              GTimeZone  *zone,
                              gboolean    show_codenames);
void        qd_week_plan_free (QdWeekPlan *self);
double      qd_week_plan_get_place (const QdWeekPlan *self,
                                    gint64            instant);
gboolean    qd_week_plan_has_events (const QdWeekPlan *self);
char       *qd_week_event_dup_name (const QdWeekEvent *self,
                                    const QdWeekRow   *row,
                                    GTimeZone         *zone);

char       *qd_tenant_dup_title (QdPortfolio *portfolio,
                                 QdTenant    *tenant,
                                 gboolean     show_codenames);
GPtrArray  *qd_tenants_list_shown (QdPortfolio *portfolio,
                                   gboolean     show_codenames);
gint64      qd_day_get_instant (int        day,
                                int        minute,
                                GTimeZone *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdWeekPlan, qd_week_plan_free)

G_END_DECLS
