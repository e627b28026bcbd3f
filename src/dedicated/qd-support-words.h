/* qd-support-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-escalation-clock.h"
#include "qd-ticket-clock.h"

G_BEGIN_DECLS

/**
 * QdTone:
 * @QD_TONE_PLAIN: nothing to mind
 * @QD_TONE_GOOD: as it should be
 * @QD_TONE_SOON: it needs somebody before long
 * @QD_TONE_BAD: it is late
 *
 * How something is said; a word and an icon say the same.
 */
typedef enum
{
  QD_TONE_PLAIN,
  QD_TONE_GOOD,
  QD_TONE_SOON,
  QD_TONE_BAD,
} QdTone;

char *qd_support_dup_span (gint64 seconds);
char *qd_support_dup_instant (gint64 instant,
                              gint64 now);
char *qd_ticket_clock_dup_due (const QdTicketClock *self,
                               gint64               now,
                               QdTone              *tone);
char *qd_ticket_clock_dup_exact (const QdTicketClock *self,
                                 gint64               now);
char *qd_escalation_dup_due (QdFactBook   *book,
                             QdEscalation *self,
                             int           today,
                             QdTone       *tone);

G_END_DECLS
