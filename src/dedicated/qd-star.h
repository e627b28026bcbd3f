/* qd-star.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-name-book.h"
#include "qd-ticket-clock.h"

G_BEGIN_DECLS

/**
 * QdStarVerdict:
 * @reasons: (element-type QdStarReasonFact): why, by the rule
 * @urgency: the highest of theirs, if there are any
 *
 * Whether one rule lets Support be asked for attention to a ticket (STAR).
 */
typedef struct
{
  GPtrArray    *reasons;
  QdStarUrgency urgency;
} QdStarVerdict;

/**
 * QdStarAdvice:
 * @verdicts: by #QdStarRule
 * @rule: the one that counts for the account
 * @open_checks: (element-type QdStarCheckFact): what is still to be done or waited for before
 * @is_emergency: whether the customer had better raise an emergency
 * @clock: how it stands with its first reply
 *
 * What both published rules say of a ticket. What it points to lives as long as the
 * facts of the book.
 */
typedef struct
{
  QdStarVerdict verdicts[2];
  QdStarRule    rule;
  GPtrArray    *open_checks;
  gboolean      is_emergency;
  QdTicketClock clock;
} QdStarAdvice;

QdStarAdvice        *qd_star_advise (QdFactBook *book,
                                     QdTicket   *ticket,
                                     QdAccount  *account,
                                     gint64      now);
void                 qd_star_advice_free (QdStarAdvice *self);
const QdStarVerdict *qd_star_advice_get_verdict (const QdStarAdvice *self);
gboolean             qd_star_advice_is_due (const QdStarAdvice *self);
char                *qd_star_verdict_dup_words (const QdStarVerdict *self);
char                *qd_star_dup_request (const QdStarAdvice *self,
                                          QdTicket           *ticket,
                                          QdAccount          *account,
                                          QdNameBook         *names,
                                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdStarAdvice, qd_star_advice_free)

G_END_DECLS
