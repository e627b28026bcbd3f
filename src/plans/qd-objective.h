/* qd-objective.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

/* The values of the UseCase label. */
typedef enum
{
  QD_USE_CASE_AI,
  QD_USE_CASE_CD,
  QD_USE_CASE_CI,
  QD_USE_CASE_DEDICATED,
  QD_USE_CASE_DEVELOPER_EXPERIENCE,
  QD_USE_CASE_INFRASTRUCTURE,
  QD_USE_CASE_OTHER,
  QD_USE_CASE_PLAN,
  QD_USE_CASE_SCM,
  QD_USE_CASE_SECURITY,
} QdUseCase;

typedef enum
{
  QD_OBJECTIVE_PRIORITY_LOW,
  QD_OBJECTIVE_PRIORITY_MEDIUM,
  QD_OBJECTIVE_PRIORITY_HIGH,
} QdObjectivePriority;

/* The values of the SP Objective::Status label. */
typedef enum
{
  QD_OBJECTIVE_STATUS_NOT_STARTED,
  QD_OBJECTIVE_STATUS_ON_TRACK,
  QD_OBJECTIVE_STATUS_WATCHPOINT,
  QD_OBJECTIVE_STATUS_CONCERN,
  QD_OBJECTIVE_STATUS_CLOSED_SUCCESS,
} QdObjectiveStatus;

/* The states of a Verifiable Outcome, in the order of its life cycle. */
typedef enum
{
  QD_OUTCOME_PROPOSED,
  QD_OUTCOME_ACCEPTED,
  QD_OUTCOME_DELIVERED,
  QD_OUTCOME_VERIFIED,
} QdOutcome;

/* Who may see it; internal unless a person says otherwise. */
typedef enum
{
  QD_VISIBILITY_INTERNAL,
  QD_VISIBILITY_CUSTOMER,
} QdVisibility;

extern const QdNick qd_use_cases[];
extern const QdNick qd_objective_priorities[];
extern const QdNick qd_objective_statuses[];
extern const QdNick qd_outcomes[];
extern const QdNick qd_visibilities[];

#define QD_TYPE_OBJECTIVE (qd_objective_get_type ())

G_DECLARE_FINAL_TYPE (QdObjective, qd_objective, QD, OBJECTIVE, QdRecord)

/**
 * QdObjective:
 *
 * What a plan is to reach; with an outcome, a Verifiable Outcome.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdObjective
{
  QdRecord            parent_instance;

  gint64              plan;
  char               *name;
  QdUseCase           use_case;
  QdObjectivePriority priority;
  QdObjectiveStatus   status;
  QdOutcome           outcome;
  char               *baseline;
  char               *criteria;
  char               *impact;
  int                 due;
  int                 closed; /* the day it was */
  char               *owner;
  char               *customer_owner;
  char               *summary;
  char               *successes;
  char               *risks;
  gboolean            accelerator;
  QdVisibility        visibility;
  double              position;
  gint64              supports; /* the objective of another plan that it is part of, or 0 */
};

G_END_DECLS
