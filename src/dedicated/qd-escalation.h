/* qd-escalation.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_ESCALATION_SEVERITY_CRITICAL,
  QD_ESCALATION_SEVERITY_HIGH,
  QD_ESCALATION_SEVERITY_MEDIUM,
  QD_ESCALATION_SEVERITY_LOW,
} QdEscalationSeverity;

typedef enum
{
  QD_ESCALATION_OUTCOME_POSITIVE,
  QD_ESCALATION_OUTCOME_NEGATIVE,
  QD_ESCALATION_OUTCOME_NONE,
} QdEscalationOutcome;

extern const QdNick qd_escalation_severities[];
extern const QdNick qd_escalation_outcomes[];

#define QD_TYPE_ESCALATION (qd_escalation_get_type ())

G_DECLARE_FINAL_TYPE (QdEscalation, qd_escalation, QD, ESCALATION, QdRecord)

/**
 * QdEscalation:
 *
 * That an account is escalated, which is more than attention to one ticket.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdEscalation
{
  QdRecord             parent_instance;

  gint64               account;
  gint64               ticket; /* (nullable): that it began with */
  char                *name;
  QdEscalationSeverity severity;
  int                  opened;
  int                  updated;
  int                  closed;
  char                *owner;
  char                *channel;
  char                *exit_criteria;
  char                *next_steps;
  QdEscalationOutcome  outcome;
  char                *notes;
};

G_END_DECLS
