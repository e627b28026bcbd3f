/* qd-star-return.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-star-return"

#include "qd-star-return.h"

#include "qd-instant.h"

/* As in qd-star.c. */
#define SUPPORT_HOURS "24x5"

/* Of the checks, those that time alone closes. */
static gboolean
is_of_time (const char *key)
{
  return g_str_equal (key, "old-enough") || g_str_equal (key, "support-hours");
}

static void
add_instant (GArray *instants,
             gint64  now,
             gint64  instant)
{
  if (instant > now)
    g_array_append_val (instants, instant);
}

/* When the customer’s next day begins, on its clock. */
static void
add_next_day (GArray    *instants,
              QdAccount *account,
              gint64     now)
{
  g_autoptr(GTimeZone) zone = account->time_zone != NULL ? g_time_zone_new_identifier (account->time_zone) : NULL;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) midnight = NULL;
  int year, month, day_of_month;

  if (zone == NULL)
    zone = g_time_zone_ref (utc);

  qd_day_get_ymd (qd_instant_get_day (now, zone) + 1, &year, &month, &day_of_month);
  midnight = g_date_time_new (zone, year, month, day_of_month, 0, 0, 0);

  if (midnight != NULL)
    add_instant (instants, now, g_date_time_to_unix (midnight));
}

/* When the hours of Support begin next, from each instant that was found. */
static void
add_hours (GArray            *instants,
           const QdHoursFact *hours,
           gint64             now)
{
  guint n = instants->len;

  for (guint i = 0; i <= n; i++)
    {
      gint64   from = i < n ? g_array_index (instants, gint64, i) : now;
      QdAnswer answer;

      if (qd_hours_get_answer (hours, from, &answer) && !answer.is_there)
        add_instant (instants, now, answer.changes);
    }
}

static int
compare_instants (gconstpointer a,
                  gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return (first > second) - (first < second);
}

/* Returns: (transfer full): when something may be another than it is @now, the earliest first */
static GArray *
list_instants (QdFactBook         *book,
               QdTicket           *ticket,
               QdAccount          *account,
               const QdStarAdvice *advice,
               gint64              now)
{
  GArray            *instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray         *reasons = qd_fact_book_peek (book, QD_FACT_TOPIC_STAR_REASON);
  GPtrArray         *checks = qd_fact_book_peek (book, QD_FACT_TOPIC_STAR_CHECK);
  const QdHoursFact *hours = qd_fact_book_lookup (book, QD_FACT_TOPIC_HOURS, SUPPORT_HOURS);
  gint64             opened;

  for (guint i = 0; advice->clock.sla != NULL && i < reasons->len; i++)
    {
      const QdStarReasonFact *reason = g_ptr_array_index (reasons, i);

      /* A second later than due is late. */
      if (reason->minutes != QD_INTEGER_NONE)
        add_instant (instants, now, advice->clock.due + MAX (reason->minutes * QD_SECONDS_PER_MINUTE, 1));
    }

  for (guint i = 0; qd_instant_parse (ticket->opened_at, &opened) && i < checks->len; i++)
    {
      const QdStarCheckFact *check = g_ptr_array_index (checks, i);

      if (check->minutes != QD_INTEGER_NONE)
        add_instant (instants, now, opened + check->minutes * QD_SECONDS_PER_MINUTE + 1);
    }

  add_next_day (instants, account, now);

  if (hours != NULL)
    add_hours (instants, hours, now);

  g_array_sort (instants, compare_instants);

  return instants;
}

static gboolean
is_time (const QdStarAdvice *advice)
{
  for (guint i = 0; i < advice->open_checks->len; i++)
    {
      const QdFact *check = g_ptr_array_index (advice->open_checks, i);

      if (is_of_time (check->key))
        return FALSE;
    }

  return qd_star_advice_is_due (advice);
}

/**
 * qd_star_find_return:
 * @at: (out): when to look at the ticket again
 *
 * Returns: whether there is something to wait for: that time gives a reason by the rule of the account, or
 *   closes the checks that it alone closes. What else would have to happen is not waited for.
 */
gboolean
qd_star_find_return (QdFactBook *book,
                     QdTicket   *ticket,
                     QdAccount  *account,
                     gint64      now,
                     gint64     *at)
{
  g_autoptr(QdStarAdvice) advice = NULL;
  g_autoptr(GArray) instants = NULL;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), FALSE);
  g_return_val_if_fail (QD_IS_TICKET (ticket), FALSE);
  g_return_val_if_fail (QD_IS_ACCOUNT (account), FALSE);

  advice = qd_star_advise (book, ticket, account, now);

  if (!qd_ticket_is_open (ticket) || is_time (advice))
    return FALSE;

  instants = list_instants (book, ticket, account, advice, now);

  for (guint i = 0; i < instants->len; i++)
    {
      gint64 instant = g_array_index (instants, gint64, i);
      g_autoptr(QdStarAdvice) then = qd_star_advise (book, ticket, account, instant);

      if (is_time (then))
        {
          *at = instant;
          return TRUE;
        }
    }

  return FALSE;
}
