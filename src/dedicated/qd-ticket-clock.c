/* qd-ticket-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-ticket-clock"

#include "qd-ticket-clock.h"

#include <glib/gi18n.h>

#include "qd-instant.h"

/* What a clock that never stops is called in the book: a region that somebody prefers does not matter to it. */
#define ALWAYS "24x7"

gboolean
qd_ticket_is_open (QdTicket *self)
{
  g_return_val_if_fail (QD_IS_TICKET (self), FALSE);

  return self->state != QD_TICKET_STATE_SOLVED && self->state != QD_TICKET_STATE_CLOSED;
}

/**
 * qd_ticket_get_plan:
 * @account: whose ticket it is
 *
 * Returns: the plan of Support that counts: what the ticket says, else what the account has;
 *   Dedicated is always Ultimate
 */
QdSupportPlan
qd_ticket_get_plan (QdTicket  *self,
                    QdAccount *account)
{
  g_return_val_if_fail (QD_IS_TICKET (self), QD_SUPPORT_PLAN_FREE);
  g_return_val_if_fail (QD_IS_ACCOUNT (account), QD_SUPPORT_PLAN_FREE);

  if ((int)self->support_plan != QD_ENUM_NONE)
    return self->support_plan;

  if (account->offering == QD_OFFERING_DEDICATED_GOVERNMENT)
    return QD_SUPPORT_PLAN_US_GOVERNMENT;

  if (account->offering == QD_OFFERING_DEDICATED || account->licence == QD_LICENCE_ULTIMATE)
    return QD_SUPPORT_PLAN_ULTIMATE;

  return account->licence == QD_LICENCE_PREMIUM ? QD_SUPPORT_PLAN_PREMIUM : QD_SUPPORT_PLAN_FREE;
}

/* How closely @fact is about these; -1 where it is about something else. A plan counts more than a tier. */
static int
rate (const QdSlaFact *fact,
      QdTicketSeverity severity,
      int              tier,
      QdSupportPlan    plan,
      int              day)
{
  if ((fact->severity != QD_ENUM_NONE && fact->severity != (int)severity) ||
      (fact->tier != QD_ENUM_NONE && fact->tier != tier) || (fact->plan != QD_ENUM_NONE && fact->plan != (int)plan) ||
      (fact->since != QD_DAY_NONE && day < fact->since))
    return -1;

  /* Who has no support is promised nothing that is promised to all who have. */
  if (plan == QD_SUPPORT_PLAN_FREE && fact->plan == QD_ENUM_NONE)
    return -1;

  return (fact->plan != QD_ENUM_NONE) * 4 + (fact->tier != QD_ENUM_NONE) * 2 + (fact->severity != QD_ENUM_NONE);
}

/**
 * qd_sla_find:
 * @tier: a #QdTier, or %QD_ENUM_NONE
 * @day: on which the ticket was opened
 *
 * Returns: (transfer none) (nullable): how soon the first reply is due; none: no time is promised
 */
const QdSlaFact *
qd_sla_find (QdFactBook      *book,
             QdTicketSeverity severity,
             int              tier,
             QdSupportPlan    plan,
             int              day)
{
  GPtrArray       *facts = qd_fact_book_peek (book, QD_FACT_TOPIC_SLA);
  const QdSlaFact *found = NULL;
  int              best = -1;

  for (guint i = 0; i < facts->len; i++)
    {
      const QdSlaFact *fact = g_ptr_array_index (facts, i);
      int              rating = rate (fact, severity, tier, plan, day);

      if (rating > best)
        {
          found = fact;
          best = rating;
        }
    }

  return found;
}

static const QdHoursFact *
find_hours (QdFactBook      *book,
            QdTicket        *ticket,
            const QdSlaFact *sla)
{
  const QdHoursFact *preferred =
      g_str_equal (sla->hours, ALWAYS) ? NULL : qd_fact_book_lookup (book, QD_FACT_TOPIC_HOURS, ticket->hours);

  return preferred != NULL ? preferred : qd_fact_book_lookup (book, QD_FACT_TOPIC_HOURS, sla->hours);
}

/**
 * qd_ticket_read_clock:
 * @account: whose ticket it is
 *
 * Returns: whether the first reply has a clock at all
 */
gboolean
qd_ticket_read_clock (QdFactBook    *book,
                      QdTicket      *self,
                      QdAccount     *account,
                      gint64         now,
                      QdTicketClock *clock)
{
  gint64 opened, ends;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), FALSE);
  g_return_val_if_fail (QD_IS_TICKET (self), FALSE);
  g_return_val_if_fail (QD_IS_ACCOUNT (account), FALSE);

  *clock = (QdTicketClock){ NULL };

  if (!qd_instant_parse (self->opened_at, &opened))
    return FALSE;

  clock->sla = qd_sla_find (book,
                            self->severity,
                            account->tier,
                            qd_ticket_get_plan (self, account),
                            (int)(opened / QD_SECONDS_PER_DAY));
  clock->hours = clock->sla != NULL ? find_hours (book, self, clock->sla) : NULL;

  if (clock->hours == NULL || !qd_hours_add (clock->hours, opened, clock->sla->minutes, &clock->due))
    {
      clock->sla = NULL;
      return FALSE;
    }

  clock->replied = self->first_reply_at != NULL && qd_instant_parse (self->first_reply_at, &ends);
  ends = clock->replied ? ends : now;
  clock->breached = ends > clock->due;
  clock->late = clock->breached ? ends - clock->due : 0;
  clock->minutes_left = clock->breached ? -qd_hours_count (clock->hours, clock->due, ends)
                                        : qd_hours_count (clock->hours, ends, clock->due);

  return TRUE;
}

static char *
dup_length (gint64 minutes)
{
  int hours = (int)(minutes / 60);
  int rest = (int)(minutes % 60);

  return hours > 0 ? g_strdup_printf (_ ("%d h %d min"), hours, rest) : g_strdup_printf (_ ("%d min"), rest);
}

/* Returns: (transfer full): how it stands, in a few words */
char *
qd_ticket_clock_dup_words (const QdTicketClock *clock)
{
  g_autofree char *late = NULL;
  g_autofree char *left = NULL;

  g_return_val_if_fail (clock != NULL, NULL);

  if (clock->sla == NULL)
    return g_strdup (_ ("No time is promised"));

  late = dup_length (clock->late / QD_SECONDS_PER_MINUTE);
  left = dup_length (MAX (clock->minutes_left, 0));

  if (clock->replied)
    return clock->breached ? g_strdup_printf (_ ("First reply was %s late"), late) : g_strdup (_ ("First reply was in time"));

  return clock->breached ? g_strdup_printf (_ ("First reply is %s late"), late)
                         : g_strdup_printf (_ ("First reply within %s"), left);
}
