/* qd-account-rules.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-account.h"
#include "qd-activity.h"
#include "qd-health.h"

G_BEGIN_DECLS

/* How the newest health entry stands to the one before. */
typedef enum
{
  QD_TREND_NONE, /* there is none before, or one of the two is “Unknown” */
  QD_TREND_BETTER,
  QD_TREND_SAME,
  QD_TREND_WORSE,
} QdTrend;

/*
 * The rules: pure functions over the records of one account, each an array of
 * QdHealth, QdActivity or QdFollowUp in any order
 */

QdHealth   *qd_health_find_latest (GPtrArray *entries,
                                   QdTrend   *trend);
gboolean    qd_activity_is_contact (const QdActivity *activity,
                                    int               today);
int         qd_activities_find_last_contact (GPtrArray *activities,
                                             int        today);
guint       qd_follow_ups_count_open (GPtrArray *follow_ups,
                                      int        today,
                                      guint     *n_overdue);
const char *qd_trend_get_label (QdTrend trend);
char       *qd_account_dup_title (QdAccount *account,
                                  gboolean   show_codenames);
char       *qd_account_dup_secret (QdAccount *account);

G_END_DECLS
