/* qd-ticket.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

typedef enum
{
  QD_TICKET_SEVERITY_URGENT,
  QD_TICKET_SEVERITY_HIGH,
  QD_TICKET_SEVERITY_NORMAL,
  QD_TICKET_SEVERITY_LOW,
} QdTicketSeverity;

typedef enum
{
  QD_SUPPORT_PLAN_FREE,
  QD_SUPPORT_PLAN_STARTER,
  QD_SUPPORT_PLAN_PREMIUM,
  QD_SUPPORT_PLAN_ULTIMATE,
  QD_SUPPORT_PLAN_US_GOVERNMENT,
} QdSupportPlan;

typedef enum
{
  QD_TICKET_STATE_NEW,
  QD_TICKET_STATE_OPEN,
  QD_TICKET_STATE_PENDING,
  QD_TICKET_STATE_ON_HOLD,
  QD_TICKET_STATE_SOLVED,
  QD_TICKET_STATE_CLOSED,
} QdTicketState;

extern const QdNick qd_ticket_severities[];
extern const QdNick qd_support_plans[];
extern const QdNick qd_ticket_states[];

#define QD_TYPE_TICKET (qd_ticket_get_type ())

G_DECLARE_FINAL_TYPE (QdTicket, qd_ticket, QD, TICKET, QdRecord)

/**
 * QdTicket:
 *
 * A ticket at Support: what its clock needs, and what speaks for asking for attention to it.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdTicket
{
  QdRecord         parent_instance;

  gint64           account;
  char            *number;
  char            *subject;
  char            *url;
  QdTicketSeverity severity;
  QdSupportPlan    support_plan; /* none: that of the account */
  QdTicketState    state;
  char            *opened_at;         /* an instant in UTC */
  char            *first_reply_at;    /* an instant in UTC */
  char            *customer_reply_at; /* an instant in UTC */
  char            *support_reply_at;  /* an instant in UTC */
  char            *owner;             /* the support engineer */
  char            *hours;             /* the key of a fact of QD_FACT_TOPIC_HOURS */
  gboolean         dissatisfied;
  gboolean         wrong_severity;
  gboolean         stalled; /* it needs another engineer */
  char            *business_reason;
  gboolean         asked_owner;
  gboolean         complete;
  gboolean         organisation_set;
  char            *gitlab_group;
  char            *desired_result;
  char            *starred_at; /* an instant in UTC */
  char            *notes;
};

G_END_DECLS
