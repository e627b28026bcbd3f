/* qd-plan.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-activity.h"

G_BEGIN_DECLS

typedef enum
{
  QD_PLAN_KIND_ONBOARDING,
  QD_PLAN_KIND_DEDICATED_ONBOARDING,
  QD_PLAN_KIND_HANDOVER,
  QD_PLAN_KIND_EBR,
  QD_PLAN_KIND_ADOPTION,
  QD_PLAN_KIND_UPGRADE,
  QD_PLAN_KIND_INFRASTRUCTURE,
  QD_PLAN_KIND_RECOVERY,
  QD_PLAN_KIND_SUCCESS,
  QD_PLAN_KIND_ACCELERATOR,
} QdPlanKind;

typedef enum
{
  QD_PLAN_STATUS_DRAFT,
  QD_PLAN_STATUS_ACTIVE,
  QD_PLAN_STATUS_CLOSED,
} QdPlanStatus;

extern const QdNick qd_plan_kinds[];
extern const QdNick qd_plan_statuses[];

#define QD_TYPE_PLAN (qd_plan_get_type ())

G_DECLARE_FINAL_TYPE (QdPlan, qd_plan, QD, PLAN, QdRecord)

/**
 * QdPlan:
 *
 * Phases of tasks towards objectives, for one account.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdPlan
{
  QdRecord     parent_instance;

  gint64       account;
  QdPlanKind   kind;
  char        *name;
  int          start;
  int          target;
  QdPlanStatus status;
  char        *strategy;
  char        *highlights;
  char *template;            /* the key of the one it was made from */
  int           status_day;  /* what is not done by then is planned after it */
  QdAccelerator accelerator; /* which type of accelerator it is; none for other plans */
  gboolean      uncounted;   /* whether it is not one of the contract's accelerators */
};

G_END_DECLS
