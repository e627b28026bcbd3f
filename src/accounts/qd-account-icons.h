/* qd-account-icons.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account-facts.h"
#include "qd-activity.h"

G_BEGIN_DECLS

/* The icon that stands beside a word, and the style class that colours both. */

const char *qd_health_level_get_icon (QdHealthLevel level);
const char *qd_health_level_get_style (QdHealthLevel level);
const char *qd_trend_get_icon (QdTrend trend);
const char *qd_sentiment_get_icon (QdSentiment sentiment);
const char *qd_sentiment_get_style (QdSentiment sentiment);
const char *qd_activity_kind_get_icon (QdActivityKind kind);

G_END_DECLS
