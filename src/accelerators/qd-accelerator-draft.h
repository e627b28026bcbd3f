/* qd-accelerator-draft.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-activity.h"
#include "qd-plan-calendars.h"

G_BEGIN_DECLS

#define QD_ACCELERATOR_N_SPRINTS 5

/**
 * QdPhaseNaming:
 * @QD_PHASE_NAMING_REPORTING: Discovery, Planning, Delivery, Reporting (Success Services page)
 * @QD_PHASE_NAMING_MEASURE: Discovery, Design, Deliver, Measure (accelerator catalogue, 2026)
 *
 * What the four phases of an accelerator are called.
 */
typedef enum
{
  QD_PHASE_NAMING_REPORTING,
  QD_PHASE_NAMING_MEASURE,
} QdPhaseNaming;

/**
 * QdAcceleratorDraft:
 * @name: (nullable): of the plan; none: after its type
 * @accelerator: #QdAccelerator; none: that of the first module that has one
 * @modules: (element-type utf8): the keys of the content modules, in order
 * @start: any day of the first week
 * @calendars: of both sides, from @start until well after the last week
 * @reporting_week: whether there is a 13th week, for the results
 * @workshop_time: the minute of the day at which workshops begin, where that can be
 * @discovery_minutes: how long the discovery workshop is, and so the others; more than 0
 * @objectives: (element-type gint64): the objectives of the account's success plans that it supports
 * @uncounted: whether it is not one of the contract's accelerators
 * @owner: (nullable): ours
 * @customer_owner: (nullable): the customer's
 *
 * What a person has chosen for an accelerator, before there is one. Its fields are set freely.
 */
typedef struct
{
  gint64           account;
  char            *name;
  int              accelerator;
  GPtrArray       *modules;
  int              start;
  QdPlanCalendars *calendars;
  gboolean         reporting_week;
  int              workshop_time;
  int              discovery_minutes;
  int              planning_minutes;
  int              review_minutes;
  QdPhaseNaming    phase_naming;
  GArray          *objectives;
  gboolean         uncounted;
  char            *owner;
  char            *customer_owner;
} QdAcceleratorDraft;

QdAcceleratorDraft *qd_accelerator_draft_new (gint64 account,
                                              int    start);
void                qd_accelerator_draft_free (QdAcceleratorDraft *self);
void                qd_accelerator_draft_set_calendars (QdAcceleratorDraft *self,
                                                        QdPlanCalendars    *calendars);
void                qd_accelerator_draft_fill (QdAcceleratorDraft *self,
                                               QdPortfolio        *portfolio);
int                 qd_accelerator_draft_get_n_weeks (const QdAcceleratorDraft *self);
char               *qd_accelerator_find_owner (QdPortfolio *portfolio,
                                               gint64       account);
char               *qd_accelerator_find_customer_owner (QdPortfolio *portfolio,
                                                        gint64       account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdAcceleratorDraft, qd_accelerator_draft_free)

G_END_DECLS
