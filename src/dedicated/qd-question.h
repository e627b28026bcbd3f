/* qd-question.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-service-hours.h"
#include "qd-ticket-clock.h"

G_BEGIN_DECLS

/**
 * QdQuestion:
 * @name: what is asked, and whom
 * @rule: how it was worked out: “The first reply within 4:00 of 24x5”
 * @hours: in which it is answered
 * @minutes: of these hours until the answer; %QD_INTEGER_NONE: as the hours say
 *
 * A kind of question that somebody is asked.
 */
typedef struct
{
  char              *name;
  char              *rule;
  const QdHoursFact *hours;
  gint64             minutes;
} QdQuestion;

/* Who answers what, and when. What a question points to lives as long as the facts of its book. Pure. */

GPtrArray *qd_questions_list (QdFactBook *book,
                              int         day);
gboolean   qd_question_get_answer (const QdQuestion *self,
                                   gint64            asked,
                                   gint64           *by);
char      *qd_hours_dup_state_words (const QdHoursFact *self,
                                     gint64             now,
                                     GTimeZone         *mine,
                                     gboolean          *is_open);

G_END_DECLS
