/* qd-activity.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

/* Activity types, with the exact words of the Gainsight timeline. */
typedef enum
{
  QD_ACTIVITY_KIND_CUSTOMER_CALL,
  QD_ACTIVITY_KIND_UPDATE,
  QD_ACTIVITY_KIND_IN_PERSON_MEETING,
  QD_ACTIVITY_KIND_EMAIL,
  QD_ACTIVITY_KIND_HEALTH_UPDATE,
  QD_ACTIVITY_KIND_WORKSHOP,
  QD_ACTIVITY_KIND_CSE_ENGAGEMENT,
  QD_ACTIVITY_KIND_CSA_ENGAGEMENT,
  QD_ACTIVITY_KIND_VERIFIED_OUTCOMES,
  QD_ACTIVITY_KIND_AT_RISK_ESCALATION,
} QdActivityKind;

typedef enum
{
  QD_MEETING_KICKOFF,
  QD_MEETING_CADENCE_CALL,
  QD_MEETING_EXECUTIVE_BUSINESS_REVIEW,
  QD_MEETING_RENEWAL_CALL,
} QdMeeting;

typedef enum
{
  QD_SENTIMENT_GREEN,
  QD_SENTIMENT_YELLOW,
  QD_SENTIMENT_RED,
} QdSentiment;

typedef enum
{
  QD_RISK_REASON_LACK_OF_ADOPTION,
  QD_RISK_REASON_PRODUCT_VALUE_GAPS,
  QD_RISK_REASON_PRODUCT_QUALITY_AVAILABILITY,
  QD_RISK_REASON_LACK_OF_ENGAGEMENT_SPONSOR,
  QD_RISK_REASON_LOSS_OF_BUDGET,
  QD_RISK_REASON_CORPORATE_DECISION,
  QD_RISK_REASON_OTHER,
} QdRiskReason;

typedef enum
{
  QD_RISK_IMPACT_CUSTOMER_CHURN,
  QD_RISK_IMPACT_TIER_DOWNGRADE,
  QD_RISK_IMPACT_SEAT_CHURN,
  QD_RISK_IMPACT_CUSTOMER_SENTIMENT,
  QD_RISK_IMPACT_COMPETITOR,
  QD_RISK_IMPACT_STAGE_NAME,
} QdRiskImpact;

typedef enum
{
  QD_ACCELERATOR_AGILE_PLANNING,
  QD_ACCELERATOR_CI,
  QD_ACCELERATOR_CD,
  QD_ACCELERATOR_SECURITY,
  QD_ACCELERATOR_AI,
  QD_ACCELERATOR_COMPLIANCE,
  QD_ACCELERATOR_SYSTEM_ADMINISTRATION,
} QdAccelerator;

extern const QdNick qd_activity_kinds[];
extern const QdNick qd_meetings[];
extern const QdNick qd_sentiments[];
extern const QdNick qd_risk_reasons[];
extern const QdNick qd_risk_impacts[];
extern const QdNick qd_accelerators[];

#define QD_TYPE_ACTIVITY (qd_activity_get_type ())

G_DECLARE_FINAL_TYPE (QdActivity, qd_activity, QD, ACTIVITY, QdRecord)

/**
 * QdActivity:
 *
 * Something that happened with the customer: a call, a mail, a workshop.
 *
 * Its fields may be read; they are set as properties, and only on a draft.
 */
struct _QdActivity
{
  QdRecord       parent_instance;

  gint64         account;
  QdActivityKind kind;
  char          *subject;
  int            day;
  char          *begins_at; /* an instant in UTC, as 2026-05-03T14:00:00Z */
  char          *time_zone;
  gint64         minutes;
  QdMeeting      meeting;
  char          *internal_attendees;
  char          *external_attendees;
  gboolean       sponsor_attended;
  QdSentiment    csm_sentiment;
  QdSentiment    product_sentiment;
  char          *milestone;
  QdRiskReason   risk_reason;
  QdRiskImpact   risk_impact;
  QdAccelerator  accelerator;
  char          *content_module;
  char          *notes;
  gint64         created; /* seconds since 1970, in UTC */
  gint64         task;    /* of a plan, that it was part of, or 0 */
};

G_END_DECLS
