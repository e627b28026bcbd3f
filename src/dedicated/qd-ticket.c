/* qd-ticket.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-ticket"

#include "qd-ticket.h"

#include <glib/gi18n.h>

#include "qd-dedicated-rules.h"

G_DEFINE_FINAL_TYPE (QdTicket, qd_ticket, QD_TYPE_RECORD)

const QdNick qd_ticket_severities[] = {
  { "urgent", N_ ("Urgent") },
  { "high", N_ ("High") },
  { "normal", N_ ("Normal") },
  { "low", N_ ("Low") },
  { NULL },
};

const QdNick qd_support_plans[] = {
  { "free", N_ ("Free") },
  { "starter", N_ ("Starter") },
  { "premium", N_ ("Premium") },
  { "ultimate", N_ ("Ultimate") },
  { "us-government", N_ ("US Government") },
  { NULL },
};

const QdNick qd_ticket_states[] = {
  { "new", N_ ("New") },
  { "open", N_ ("Open") },
  { "pending", N_ ("Pending") },
  { "on-hold", N_ ("On-hold") },
  { "solved", N_ ("Solved") },
  { "closed", N_ ("Closed") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdTicket, account, N_ ("Account")),
  QD_COLUMN_LINE (QdTicket, number, N_ ("Number")),
  QD_COLUMN_LINE (QdTicket, subject, N_ ("Subject")),
  QD_COLUMN_LINE (QdTicket, url, N_ ("Address"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdTicket, severity, QdTicketSeverity, qd_ticket_severities, N_ ("Severity")),
  QD_COLUMN_ENUM (QdTicket, support_plan, QdSupportPlan, qd_support_plans, N_ ("Support Plan"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdTicket, state, QdTicketState, qd_ticket_states, N_ ("State")),
  QD_COLUMN_LINE (QdTicket, opened_at, N_ ("Opened"), .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_LINE (QdTicket, first_reply_at, N_ ("First Reply"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_LINE (QdTicket, customer_reply_at, N_ ("Last Reply of the Customer"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_LINE (QdTicket, support_reply_at, N_ ("Last Reply of Support"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_LINE (QdTicket, owner, N_ ("Owner"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTicket, hours, N_ ("Preferred Hours"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdTicket, dissatisfied, N_ ("Dissatisfied")),
  QD_COLUMN_BOOLEAN (QdTicket, wrong_severity, N_ ("Severity Is Too Low")),
  QD_COLUMN_BOOLEAN (QdTicket, stalled, N_ ("Stalled")),
  QD_COLUMN_LINE (QdTicket, business_reason, N_ ("Business Reason"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdTicket, asked_owner, N_ ("Owner Was Asked")),
  QD_COLUMN_BOOLEAN (QdTicket, complete, N_ ("Information Is Complete")),
  QD_COLUMN_BOOLEAN (QdTicket, organisation_set, N_ ("Organisation Is Set")),
  QD_COLUMN_LINE (QdTicket, gitlab_group, N_ ("GitLab.com Group"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTicket, desired_result, N_ ("Desired Result"), .nullable = TRUE),
  QD_COLUMN_LINE (QdTicket, starred_at, N_ ("Attention Requested"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_TEXT (QdTicket, notes, N_ ("Notes"), .nullable = TRUE),
};

static gboolean
qd_ticket_check (gpointer draft,
                 GError **error)
{
  const char *const pairs[] = {
    "opened_at",
    "first_reply_at",
    "opened_at",
    "customer_reply_at",
    "opened_at",
    "support_reply_at",
    NULL,
  };

  return qd_dedicated_check (draft, pairs, error);
}

static void
qd_ticket_class_init (QdTicketClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "ticket", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_ticket_check;
}

static void
qd_ticket_init (QdTicket *self)
{
}
