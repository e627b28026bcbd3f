/* qd-outcome-rules.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-objective.h"

G_BEGIN_DECLS

/*
 * The life cycle of a Verifiable Outcome, Proposed → Accepted → Delivered →
 * Verified, and the order in which its objective is closed: the status Closed
 * Success first, then Verified (or Delivered, where nobody confirmed it), then
 * the objective. Reports leave out what skips a step.
 *
 * Source: GitLab handbook, customer-success/csm/success-plans. Pure functions.
 */

#define QD_OUTCOME_ERROR (qd_outcome_error_quark ())

/**
 * QdOutcomeError:
 * @QD_OUTCOME_ERROR_MISSING: what the step rests on is not there
 * @QD_OUTCOME_ERROR_ORDER: another step comes first
 */
typedef enum
{
  QD_OUTCOME_ERROR_MISSING,
  QD_OUTCOME_ERROR_ORDER,
} QdOutcomeError;

GQuark qd_outcome_error_quark (void);

/**
 * QdOutcomeStep:
 * @QD_OUTCOME_STEP_PROPOSE: outcome Proposed, a draft of ours
 * @QD_OUTCOME_STEP_ACCEPT: outcome Accepted, the customer agreed
 * @QD_OUTCOME_STEP_DELIVER: outcome Delivered, our work is done
 * @QD_OUTCOME_STEP_SUCCEED: status Closed Success
 * @QD_OUTCOME_STEP_VERIFY: outcome Verified, the customer confirmed
 * @QD_OUTCOME_STEP_CLOSE: the objective is closed
 * @QD_OUTCOME_STEP_REOPEN: it is open again
 */
typedef enum
{
  QD_OUTCOME_STEP_PROPOSE,
  QD_OUTCOME_STEP_ACCEPT,
  QD_OUTCOME_STEP_DELIVER,
  QD_OUTCOME_STEP_SUCCEED,
  QD_OUTCOME_STEP_VERIFY,
  QD_OUTCOME_STEP_CLOSE,
  QD_OUTCOME_STEP_REOPEN,
} QdOutcomeStep;

/**
 * QdOutcomeState:
 *
 * Where an objective stands in the life cycle.
 */
typedef struct
{
  QdObjectiveStatus status;
  QdOutcome         outcome;
  int               closed;
} QdOutcomeState;

/**
 * QdOutcomeGap:
 * @property: the objective's, to go and fill it in; %NULL where no field helps
 * @what: is missing, a translated sentence
 * @why: it is asked for, a translated sentence
 * @refuses: whether the step waits for it; otherwise it is advice
 */
typedef struct
{
  const char *property;
  char       *what;
  const char *why;
  gboolean    refuses;
} QdOutcomeGap;

void           qd_outcome_gap_free (QdOutcomeGap *gap);

QdOutcomeState qd_outcome_get_state (QdObjective *objective);
QdOutcomeStep  qd_outcome_get_next_step (QdObjective *objective);
const char    *qd_outcome_step_get_label (QdOutcomeStep step);
const char    *qd_outcome_get_meaning (QdOutcome outcome);
GPtrArray     *qd_outcome_find_missing (QdObjective  *objective,
                                        QdOutcomeStep step,
                                        GPtrArray    *tasks);
gboolean       qd_outcome_check_step (QdObjective  *objective,
                                      QdOutcomeStep step,
                                      GError      **error);
gboolean       qd_outcome_check_change (const QdOutcomeState *before,
                                        QdObjective          *after,
                                        GError              **error);
void           qd_outcome_take_step (QdObjective  *draft,
                                     QdOutcomeStep step,
                                     int           today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdOutcomeGap, qd_outcome_gap_free)

G_END_DECLS
