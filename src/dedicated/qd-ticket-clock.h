/* qd-ticket-clock.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-service-hours.h"
#include "qd-ticket.h"

G_BEGIN_DECLS

/**
 * QdTicketClock:
 * @sla: (nullable): by which rule; none: the first reply has no clock
 * @hours: (nullable): in which its minutes count
 * @due: when the first reply is due
 * @replied: whether there was a first reply
 * @breached: whether it came, or did not come, after it was due
 * @minutes_left: until it is due, of those that count; less than 0 where it is late
 * @late: seconds by which it is or was late; 0 where it is not
 *
 * How a ticket stands with its first reply: later replies have no clock.
 */
typedef struct
{
  const QdSlaFact   *sla;
  const QdHoursFact *hours;
  gint64             due;
  gboolean           replied;
  gboolean           breached;
  gint64             minutes_left;
  gint64             late;
} QdTicketClock;

QdSupportPlan    qd_ticket_get_plan (QdTicket  *self,
                                     QdAccount *account);
gboolean         qd_ticket_is_open (QdTicket *self);
const QdSlaFact *qd_sla_find (QdFactBook      *book,
                              QdTicketSeverity severity,
                              int              tier,
                              QdSupportPlan    plan,
                              int              day);
gboolean         qd_ticket_read_clock (QdFactBook    *book,
                                       QdTicket      *self,
                                       QdAccount     *account,
                                       gint64         now,
                                       QdTicketClock *clock);
char            *qd_ticket_clock_dup_words (const QdTicketClock *clock);

G_END_DECLS
