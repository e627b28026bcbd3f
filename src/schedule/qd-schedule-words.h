/* qd-schedule-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-schedule.h"

G_BEGIN_DECLS

/* What a schedule has to say, in sentences. */

/* Returns: (transfer none): what @task is called */
typedef const char *(*QdScheduleTitleFunc) (guint    task,
                                            gpointer data);

/* Returns: (transfer full): @minute as it is shown */
typedef char *(*QdScheduleMinuteFunc) (QdMinute minute,
                                       gpointer data);

/**
 * QdScheduleSpeaker:
 *
 * How tasks and times are named.
 */
typedef struct
{
  QdScheduleTitleFunc  get_title;
  QdScheduleMinuteFunc dup_minute;
  gpointer             data;
} QdScheduleSpeaker;

const char *qd_schedule_finding_get_nick (QdScheduleFindingKind kind);
char       *qd_schedule_finding_dup_words (QdSchedule              *schedule,
                                           const QdScheduleFinding *finding,
                                           const QdScheduleSpeaker *speaker);
char       *qd_schedule_cycle_dup_words (GArray             *cycle,
                                         QdScheduleTitleFunc get_title,
                                         gpointer            data);

G_END_DECLS
