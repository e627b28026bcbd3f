/* qd-account-icons.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-account-icons"

#include "qd-account-icons.h"

const char *
qd_health_level_get_icon (QdHealthLevel level)
{
  switch (level)
    {
    case QD_HEALTH_LEVEL_GREEN:
      return "quarterdeck-health-green-symbolic";

    case QD_HEALTH_LEVEL_YELLOW:
      return "quarterdeck-health-yellow-symbolic";

    case QD_HEALTH_LEVEL_RED:
      return "quarterdeck-health-red-symbolic";

    case QD_HEALTH_LEVEL_UNKNOWN:
    default:
      return "quarterdeck-health-unknown-symbolic";
    }
}

const char *
qd_health_level_get_style (QdHealthLevel level)
{
  switch (level)
    {
    case QD_HEALTH_LEVEL_GREEN:
      return "success";

    case QD_HEALTH_LEVEL_YELLOW:
      return "warning";

    case QD_HEALTH_LEVEL_RED:
      return "error";

    case QD_HEALTH_LEVEL_UNKNOWN:
    default:
      return "dim-label";
    }
}

/* Returns: (nullable): nothing where there is no trend */
const char *
qd_trend_get_icon (QdTrend trend)
{
  switch (trend)
    {
    case QD_TREND_BETTER:
      return "quarterdeck-trend-better-symbolic";

    case QD_TREND_WORSE:
      return "quarterdeck-trend-worse-symbolic";

    case QD_TREND_SAME:
      return "quarterdeck-trend-same-symbolic";

    case QD_TREND_NONE:
    default:
      return NULL;
    }
}

/* @sentiment: or %QD_ENUM_NONE */
const char *
qd_sentiment_get_icon (QdSentiment sentiment)
{
  switch (sentiment)
    {
    case QD_SENTIMENT_GREEN:
      return "face-smile-symbolic";

    case QD_SENTIMENT_YELLOW:
      return "face-plain-symbolic";

    case QD_SENTIMENT_RED:
      return "face-sad-symbolic";

    default:
      return "face-uncertain-symbolic";
    }
}

const char *
qd_sentiment_get_style (QdSentiment sentiment)
{
  switch (sentiment)
    {
    case QD_SENTIMENT_GREEN:
      return "success";

    case QD_SENTIMENT_YELLOW:
      return "warning";

    case QD_SENTIMENT_RED:
      return "error";

    default:
      return "dim-label";
    }
}

const char *
qd_activity_kind_get_icon (QdActivityKind kind)
{
  switch (kind)
    {
    case QD_ACTIVITY_KIND_CUSTOMER_CALL:
      return "call-start-symbolic";

    case QD_ACTIVITY_KIND_IN_PERSON_MEETING:
      return "system-users-symbolic";

    case QD_ACTIVITY_KIND_EMAIL:
      return "mail-unread-symbolic";

    case QD_ACTIVITY_KIND_HEALTH_UPDATE:
      return "emote-love-symbolic";

    case QD_ACTIVITY_KIND_WORKSHOP:
      return "x-office-presentation-symbolic";

    case QD_ACTIVITY_KIND_CSE_ENGAGEMENT:
    case QD_ACTIVITY_KIND_CSA_ENGAGEMENT:
      return "applications-engineering-symbolic";

    case QD_ACTIVITY_KIND_VERIFIED_OUTCOMES:
      return "starred-symbolic";

    case QD_ACTIVITY_KIND_AT_RISK_ESCALATION:
      return "dialog-warning-symbolic";

    case QD_ACTIVITY_KIND_UPDATE:
    default:
      return "document-edit-symbolic";
    }
}
