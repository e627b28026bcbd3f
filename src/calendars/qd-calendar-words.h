/* qd-calendar-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-closure.h"
#include "qd-portfolio.h"
#include "qd-work-week.h"
#include "qd-working-calendar.h"

G_BEGIN_DECLS

/* Calendars as people say them. All return text the caller owns. */

char *qd_work_week_dup_words (const QdWorkWeek *week);
char *qd_holidays_dup_next_words (const char *country,
                                  int         today,
                                  guint       n_holidays);
char *qd_closure_dup_when (QdClosure *closure,
                           int        today);
char *qd_closure_dup_words (QdClosure *closure,
                            int        today);
char *qd_closure_dup_hours_in (QdClosure  *closure,
                               const char *time_zone);
char *qd_working_calendar_dup_summary (QdWorkingCalendar *calendar,
                                       GPtrArray         *closures,
                                       int                today);
char *qd_account_dup_calendar_summary (QdPortfolio *portfolio,
                                       gint64       account,
                                       int          today);

G_END_DECLS
