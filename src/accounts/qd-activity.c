/* qd-activity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-activity"

#include "qd-activity.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (QdActivity, qd_activity, QD_TYPE_RECORD)

const QdNick qd_activity_kinds[] = {
  { "customer-call", N_ ("Customer Call") },
  { "update", N_ ("Update") },
  { "in-person-meeting", N_ ("In-Person Meeting") },
  { "email", N_ ("Email") },
  { "health-update", N_ ("Health Update") },
  { "workshop", N_ ("Workshop") },
  { "cse-engagement", N_ ("CSE Engagement") },
  { "csa-engagement", N_ ("CSA Engagement") },
  { "verified-outcomes", N_ ("Verified Outcomes") },
  { "at-risk-escalation", N_ ("At-Risk/Escalation") },
  { NULL },
};

const QdNick qd_meetings[] = {
  { "kickoff", N_ ("Kickoff") },
  { "cadence-call", N_ ("Cadence Call") },
  { "executive-business-review", N_ ("Executive Business Review") },
  { "renewal-call", N_ ("Renewal Call") },
  { NULL },
};

const QdNick qd_sentiments[] = {
  { "green", N_ ("Green") },
  { "yellow", N_ ("Yellow") },
  { "red", N_ ("Red") },
  { NULL },
};

const QdNick qd_risk_reasons[] = {
  { "lack-of-adoption", N_ ("Lack of adoption") },
  { "product-value-gaps", N_ ("Product Value / Gaps") },
  { "product-quality-availability", N_ ("Product Quality / Availability") },
  { "lack-of-engagement-sponsor", N_ ("Lack of Engagement / Sponsor") },
  { "loss-of-budget", N_ ("Loss of Budget") },
  { "corporate-decision", N_ ("Corporate Decision") },
  { "other", N_ ("Other") },
  { NULL },
};

const QdNick qd_risk_impacts[] = {
  { "customer-churn", N_ ("Customer Churn") },
  { "tier-downgrade", N_ ("Tier Downgrade") },
  { "seat-churn", N_ ("Seat Churn") },
  { "customer-sentiment", N_ ("Customer Sentiment") },
  { "competitor", N_ ("Competitor") },
  { "stage-name", N_ ("Stage Name") },
  { NULL },
};

const QdNick qd_accelerators[] = {
  { "agile-planning", N_ ("Agile Planning") },
  { "ci", N_ ("CI") },
  { "cd", N_ ("CD") },
  { "security", N_ ("Security") },
  { "ai", N_ ("AI") },
  { "compliance", N_ ("Compliance") },
  { "system-administration", N_ ("System Administration") },
  { NULL },
};

static const QdColumn columns[] = {
  QD_COLUMN_REFERENCE (QdActivity, account, N_ ("Account")),
  QD_COLUMN_ENUM (QdActivity, kind, QdActivityKind, qd_activity_kinds, N_ ("Type")),
  QD_COLUMN_LINE (QdActivity, subject, N_ ("Subject")),
  QD_COLUMN_DAY (QdActivity, day, N_ ("Day")),
  QD_COLUMN_LINE (QdActivity, begins_at, N_ ("Begins At"), .nullable = TRUE, .unit = QD_COLUMN_UNIT_INSTANT),
  QD_COLUMN_LINE (QdActivity, time_zone, N_ ("Time Zone"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdActivity, minutes, N_ ("Minutes"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdActivity, meeting, QdMeeting, qd_meetings, N_ ("Meeting Type"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdActivity, internal_attendees, N_ ("Internal Attendees"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdActivity, external_attendees, N_ ("External Attendees"), .nullable = TRUE),
  QD_COLUMN_BOOLEAN (QdActivity, sponsor_attended, N_ ("Executive Sponsor Attended")),
  QD_COLUMN_ENUM (QdActivity, csm_sentiment, QdSentiment, qd_sentiments, N_ ("CSM Sentiment"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdActivity, product_sentiment, QdSentiment, qd_sentiments, N_ ("Product Sentiment"), .nullable = TRUE),
  QD_COLUMN_LINE (QdActivity, milestone, N_ ("Milestone Type"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdActivity, risk_reason, QdRiskReason, qd_risk_reasons, N_ ("Risk Reason"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdActivity, risk_impact, QdRiskImpact, qd_risk_impacts, N_ ("Risk Impact"), .nullable = TRUE),
  QD_COLUMN_ENUM (QdActivity, accelerator, QdAccelerator, qd_accelerators, N_ ("Accelerator Type"), .nullable = TRUE),
  QD_COLUMN_LINE (QdActivity, content_module, N_ ("Accelerator Content Module"), .nullable = TRUE),
  QD_COLUMN_TEXT (QdActivity, notes, N_ ("Notes"), .nullable = TRUE),
  QD_COLUMN_INTEGER (QdActivity, created, N_ ("Created")),
  QD_COLUMN_REFERENCE (QdActivity, task, N_ ("Task"), .nullable = TRUE),
};

static gboolean
qd_activity_check (gpointer draft,
                   GError **error)
{
  QdActivity *self = draft;

  if (self->minutes != QD_INTEGER_NONE && self->minutes < 0)
    {
      g_set_error_literal (error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("“Minutes” must not be less than 0"));
      return FALSE;
    }

  return TRUE;
}

static void
qd_activity_class_init (QdActivityClass *klass)
{
  qd_record_class_install_columns (QD_RECORD_CLASS (klass), "activity", columns, G_N_ELEMENTS (columns));
  QD_RECORD_CLASS (klass)->check = qd_activity_check;
}

static void
qd_activity_init (QdActivity *self)
{
}
