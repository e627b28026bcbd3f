/* qd-service-hours.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-maintenance-window.h"
#include "qd-work-time.h"

G_BEGIN_DECLS

/**
 * QdAnswer:
 * @is_there: whether somebody is there now
 * @changes: when that changes next
 * @by: when a question that is asked now is answered; where nothing is said of that, when
 *   somebody is there who may answer
 *
 * Who is awake, and when they will answer. Instants are seconds since 1970.
 */
typedef struct
{
  gboolean is_there;
  gint64   changes;
  gint64   by;
} QdAnswer;

/* The hours of people, in any zone. Pure. */

gboolean qd_hours_is_open (const QdHoursFact *self,
                           gint64             now);
gboolean qd_hours_add (const QdHoursFact *self,
                       gint64             from,
                       gint64             minutes,
                       gint64            *due);
gint64   qd_hours_count (const QdHoursFact *self,
                         gint64             from,
                         gint64             until);
gboolean qd_hours_get_answer (const QdHoursFact *self,
                              gint64             now,
                              QdAnswer          *answer);
char    *qd_answer_dup_words (const QdAnswer *self,
                              gint64          now,
                              GTimeZone      *zone);

G_END_DECLS
