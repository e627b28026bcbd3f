/* qd-question.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-question"

#include "qd-question.h"

#include <glib/gi18n.h>

#include "qd-clock-time.h"
#include "qd-duration.h"

static void
question_free (gpointer data)
{
  QdQuestion *question = data;

  g_free (question->name);
  g_free (question->rule);
  g_free (question);
}

static void
add_tickets (QdFactBook *book,
             int         day,
             GPtrArray  *questions)
{
  for (int severity = QD_TICKET_SEVERITY_URGENT; severity <= QD_TICKET_SEVERITY_LOW; severity++)
    {
      const QdSlaFact   *sla = qd_sla_find (book, severity, QD_ENUM_NONE, QD_SUPPORT_PLAN_ULTIMATE, day);
      const QdHoursFact *hours = sla != NULL ? qd_fact_book_lookup (book, QD_FACT_TOPIC_HOURS, sla->hours) : NULL;
      g_autofree char   *length = NULL;
      QdQuestion        *question;

      if (hours == NULL)
        continue;

      length = qd_clock_length_dup_words (sla->minutes);
      question = g_new0 (QdQuestion, 1);
      /* Translators: how severe a ticket is */
      question->name = g_strdup_printf (_ ("Ticket, %s"), _ (qd_ticket_severities[severity].label));
      /* Translators: hours and minutes, and the name of the hours in which they count */
      question->rule = g_strdup_printf (_ ("First reply of Support within %1$s, counted %2$s"), length, hours->fact.name);
      question->hours = hours;
      question->minutes = sla->minutes;
      g_ptr_array_add (questions, question);
    }
}

static void
add_people (QdFactBook *book,
            GPtrArray  *questions)
{
  GPtrArray *all = qd_fact_book_peek (book, QD_FACT_TOPIC_HOURS);

  for (guint i = 0; i < all->len; i++)
    {
      const QdHoursFact *hours = g_ptr_array_index (all, i);
      QdQuestion        *question;

      if (hours->team == QD_SUPPORT_TEAM_COVER)
        continue;

      question = g_new0 (QdQuestion, 1);
      /* Translators: a team that is asked */
      question->name = g_strdup_printf (_ ("Question to %s"), hours->fact.name);
      question->hours = hours;
      question->minutes = hours->answer;

      if (hours->answer != QD_INTEGER_NONE)
        {
          g_autofree char *length = qd_duration_dup_words (hours->answer);

          /* Translators: working time, such as “3 d” */
          question->rule = g_strdup_printf (_ ("Within %s of their working time"), length);
        }
      else
        question->rule = g_strdup (_ ("Nothing is promised: it is when somebody is there"));

      g_ptr_array_add (questions, question);
    }
}

/**
 * qd_questions_list:
 * @day: on which it is asked
 *
 * Returns: (transfer full) (element-type QdQuestion): what can be asked: tickets by their severity, and the teams
 */
GPtrArray *
qd_questions_list (QdFactBook *book,
                   int         day)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (question_free);

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), questions);

  add_tickets (book, day, questions);
  add_people (book, questions);

  return questions;
}

/**
 * qd_question_get_answer:
 * @asked: an instant
 * @by: (out): when it is answered, at the latest where that is promised
 *
 * Returns: whether it ever is
 */
gboolean
qd_question_get_answer (const QdQuestion *self,
                        gint64            asked,
                        gint64           *by)
{
  QdAnswer answer;

  g_return_val_if_fail (self != NULL && by != NULL, FALSE);

  if (self->minutes != QD_INTEGER_NONE)
    return qd_hours_add (self->hours, asked, self->minutes, by);

  if (!qd_hours_get_answer (self->hours, asked, &answer))
    return FALSE;

  *by = answer.by;

  return TRUE;
}

static char *
dup_time (gint64     instant,
          gint64     now,
          GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);
  gboolean today = qd_instant_get_day (instant, zone) == qd_instant_get_day (now, zone);

  /* Translators: when people come or go, with the zone, as strftime has it: today, or on another day */
  return g_date_time_format (local, today ? C_ ("hours change", "%H:%M %Z") : C_ ("hours change", "%a %H:%M %Z"));
}

/**
 * qd_hours_dup_state_words:
 * @is_open: (out): whether somebody is there
 *
 * Returns: (transfer full): “Open until 17:00 UTC · 18:00 CET”, or when it opens
 */
char *
qd_hours_dup_state_words (const QdHoursFact *self,
                          gint64             now,
                          GTimeZone         *mine,
                          gboolean          *is_open)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *in_utc = NULL;
  g_autofree char *in_mine = NULL;
  g_autofree char *times = NULL;
  QdAnswer         answer;

  g_return_val_if_fail (self != NULL && mine != NULL && is_open != NULL, NULL);

  *is_open = FALSE;

  if (!qd_hours_get_answer (self, now, &answer))
    return g_strdup (_ ("Never open"));

  *is_open = answer.is_there;
  in_utc = dup_time (answer.changes, now, utc);
  in_mine = dup_time (answer.changes, now, mine);
  times = g_str_equal (in_utc, in_mine) ? g_strdup (in_utc) : g_strdup_printf ("%s · %s", in_utc, in_mine);

  return g_strdup_printf (answer.is_there ? _ ("Open until %s") : _ ("Opens %s"), times);
}
