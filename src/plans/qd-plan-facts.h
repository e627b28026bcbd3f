/* qd-plan-facts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-plan-progress.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_PLAN_FACTS (qd_plan_facts_get_type ())

G_DECLARE_FINAL_TYPE (QdPlanFacts, qd_plan_facts, QD, PLAN_FACTS, GObject)

/**
 * QdPlanFacts:
 *
 * What is known of a plan at a glance, worked out from its tasks. Its fields may
 * be read; `changed` is emitted after any of them, or a field of the plan,
 * changed.
 */
struct _QdPlanFacts
{
  GObject      parent_instance;

  QdPlan      *plan;    /* owned */
  char        *account; /* what its account is called */
  char        *name;    /* of the plan, and of what is next, as they stand on a screen */
  char        *next_title;
  QdPlanCounts counts;
  double       done;     /* 0 to 1 */
  double       expected; /* what the calendar expects by today, 0 to 1 */
  QdTask      *next;     /* (nullable) (owned): the open task that is due first */
  char        *key;      /* what a search looks in, folded */
};

#define QD_TYPE_PLAN_LIST (qd_plan_list_get_type ())

G_DECLARE_FINAL_TYPE (QdPlanList, qd_plan_list, QD, PLAN_LIST, GObject)

QdPlanList *qd_plan_list_new (QdPortfolio *portfolio,
                              int          today,
                              gboolean     show_codenames);
int         qd_plan_list_get_today (QdPlanList *self);
void        qd_plan_list_set_today (QdPlanList *self,
                                    int         today);
void        qd_plan_list_set_show_codenames (QdPlanList *self,
                                             gboolean    show_codenames);

G_END_DECLS
