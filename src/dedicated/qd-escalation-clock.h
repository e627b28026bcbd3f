/* qd-escalation-clock.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-escalation.h"
#include "qd-fact-book.h"

G_BEGIN_DECLS

/**
 * QdEscalationState:
 * @QD_ESCALATION_STATE_QUIET: no update is expected, or it is closed
 * @QD_ESCALATION_STATE_AHEAD: the next update is due on a later day
 * @QD_ESCALATION_STATE_DUE: it is due
 * @QD_ESCALATION_STATE_LATE: it should have been written by now
 */
typedef enum
{
  QD_ESCALATION_STATE_QUIET,
  QD_ESCALATION_STATE_AHEAD,
  QD_ESCALATION_STATE_DUE,
  QD_ESCALATION_STATE_LATE,
} QdEscalationState;

QdEscalationState qd_escalation_get_state (QdFactBook   *book,
                                           QdEscalation *self,
                                           int           today,
                                           int          *due);

G_END_DECLS
