/* qd-escalation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-escalation"

#include "qd-escalation.h"

#include <glib/gi18n.h>

#include "qd-dedicated-rules.h"

G_DEFINE_FINAL_TYPE (QdEscalation, qd_escalation, QD_TYPE_RECORD)

const QdNick qd_escalation_severities[] = {
  { "critical", N_ ("Critical") },
  { "high", N_ ("High") },
  { "medium", N_ ("Medium") },
  { "low", N_ ("Low") },
  { NULL },
};

const QdNick qd_escalation_outcomes[] = {
  { "positive", N_ ("Positive") },
  { "negative", N_ ("Negative") },
  { "none", N_ ("None") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdEscalation, account, N_ ("Account")),
  QD_COLUMN_REFERENCE (QdEscalation, ticket, N_ ("Ticket"), .nullable = TRUE),
  QD_COLUMN_LINE (QdEscalation, name, N_ ("Name")),
  QD_COLUMN_ENUM (QdEscalation, severity, QdEscalationSeverity, qd_escalation_severities, N_ ("Severity")),
  QD_COLUMN_DAY (QdEscalation, opened, N_ ("Opened")),
  QD_COLUMN_DAY (QdEscalation, updated, N_ ("Last Update"), .nullable = TRUE),
  QD_COLUMN_DAY (QdEscalation, closed, N_ ("Closed"), .nullable = TRUE),
  QD_COLUMN_LINE (QdEscalation, owner, N_ ("Owner"), .nullable = TRUE),
  QD_COLUMN_LINE (QdEscalation, channel, N_ ("Channel"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdEscalation, exit_criteria, N_ ("Exit Criteria"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdEscalation, next_steps, N_ ("Next Steps"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdEscalation, outcome, QdEscalationOutcome, qd_escalation_outcomes, N_ ("Outcome"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdEscalation, notes, N_ ("Notes"), .nullable = TRUE),
};

static gboolean
qd_escalation_check (gpointer draft,
                     GError **error)
{
  const char *const pairs[] = { "opened", "updated", "opened", "closed", NULL };

  return qd_dedicated_check (draft, pairs, error);
}

static void
qd_escalation_class_init (QdEscalationClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "escalation", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_escalation_check;
}

static void
qd_escalation_init (QdEscalation *self)
{
}
