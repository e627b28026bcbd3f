/* qd-star.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-star"

#include "qd-star.h"

#include <glib/gi18n.h>

#include "qd-audience-check.h"
#include "qd-instant.h"

/* The hours in which the form of Support can be used, in the book. */
#define SUPPORT_HOURS "24x5"

/* All that the reasons and checks look at. */
typedef struct
{
  QdFactBook   *book;
  QdTicket     *ticket;
  QdAccount    *account;
  QdTicketClock clock;
  gint64        now;
} Case;

static gint64
get_instant (const char *text,
             gint64      otherwise)
{
  gint64 instant;

  return text != NULL && qd_instant_parse (text, &instant) ? instant : otherwise;
}

/* When the customer wrote last; a ticket begins with it. */
static gint64
get_customer_reply (Case *self)
{
  return get_instant (self->ticket->customer_reply_at, get_instant (self->ticket->opened_at, self->now));
}

/* When Support wrote last; %G_MININT64 for never */
static gint64
get_support_reply (Case *self)
{
  return get_instant (self->ticket->support_reply_at, get_instant (self->ticket->first_reply_at, G_MININT64));
}

static gboolean
is_late (Case                   *self,
         const QdStarReasonFact *reason)
{
  gint64 least = reason->minutes != QD_INTEGER_NONE ? reason->minutes * QD_SECONDS_PER_MINUTE : 0;

  return self->clock.sla != NULL && !self->clock.replied && self->clock.breached && self->clock.late >= least;
}

static gboolean
is_urgent (Case                   *self,
           const QdStarReasonFact *reason)
{
  return self->ticket->severity <= QD_TICKET_SEVERITY_HIGH;
}

/* The day is that of the customer, who waits. */
static gboolean
is_next_day (Case                   *self,
             const QdStarReasonFact *reason)
{
  g_autoptr(GTimeZone) zone = self->account->time_zone != NULL ? g_time_zone_new_identifier (self->account->time_zone) : NULL;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  gint64 wrote = get_customer_reply (self);

  if (get_support_reply (self) > wrote)
    return FALSE;

  return qd_instant_get_day (self->now, zone != NULL ? zone : utc) > qd_instant_get_day (wrote, zone != NULL ? zone : utc);
}

static gboolean
is_dissatisfied (Case                   *self,
                 const QdStarReasonFact *reason)
{
  return self->ticket->dissatisfied;
}

static gboolean
has_business_reason (Case                   *self,
                     const QdStarReasonFact *reason)
{
  return self->ticket->business_reason != NULL;
}

static gboolean
has_wrong_severity (Case                   *self,
                    const QdStarReasonFact *reason)
{
  return self->ticket->wrong_severity;
}

static gboolean
is_stalled (Case                   *self,
            const QdStarReasonFact *reason)
{
  return self->ticket->stalled;
}

static const struct
{
  const char *key;
  gboolean (*applies) (Case                   *self,
                       const QdStarReasonFact *reason);
} reasons[] = {
  { "past-sla-hour", is_late },
  { "past-sla", is_late },
  { "urgent", is_urgent },
  { "next-day", is_next_day },
  { "dissatisfied", is_dissatisfied },
  { "business-reason", has_business_reason },
  { "wrong-severity", has_wrong_severity },
  { "stalled", is_stalled },
};

static gboolean
applies (Case                   *self,
         const QdStarReasonFact *reason)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_str_equal (reasons[i].key, reason->fact.key))
        return reasons[i].applies (self, reason);
    }

  return FALSE;
}

static void
read_verdict (Case          *self,
              QdStarRule     rule,
              QdStarVerdict *verdict)
{
  GPtrArray *facts = qd_fact_book_peek (self->book, QD_FACT_TOPIC_STAR_REASON);

  verdict->reasons = g_ptr_array_new ();
  verdict->urgency = QD_STAR_URGENCY_NOT_URGENT;

  for (guint i = 0; qd_ticket_is_open (self->ticket) && i < facts->len; i++)
    {
      const QdStarReasonFact *reason = g_ptr_array_index (facts, i);

      if ((reason->rule != QD_ENUM_NONE && reason->rule != (int)rule) || !applies (self, reason))
        continue;

      g_ptr_array_add (verdict->reasons, (gpointer)reason);
      verdict->urgency = MAX (verdict->urgency, reason->urgency);
    }
}

/* A check of a person's own is one to look after: nothing here can know of it. */
static gboolean
is_checked (Case                  *self,
            const QdStarCheckFact *check)
{
  const char        *key = check->fact.key;
  const QdHoursFact *hours;

  if (g_str_equal (key, "asked-owner"))
    return self->ticket->asked_owner;

  if (g_str_equal (key, "customer-last"))
    return get_customer_reply (self) > get_support_reply (self);

  if (g_str_equal (key, "old-enough"))
    return self->now - get_instant (self->ticket->opened_at, self->now) > check->minutes * QD_SECONDS_PER_MINUTE;

  if (g_str_equal (key, "complete"))
    return self->ticket->complete;

  if (g_str_equal (key, "organisation"))
    return self->ticket->organisation_set;

  hours = g_str_equal (key, "support-hours") ? qd_fact_book_lookup (self->book, QD_FACT_TOPIC_HOURS, SUPPORT_HOURS) : NULL;

  return hours != NULL && qd_hours_is_open (hours, self->now);
}

/**
 * qd_star_advise:
 * @account: whose ticket it is
 *
 * Returns: (transfer full): whether Support should be asked for attention to @ticket now, and why
 */
QdStarAdvice *
qd_star_advise (QdFactBook *book,
                QdTicket   *ticket,
                QdAccount  *account,
                gint64      now)
{
  Case          self = { book, ticket, account, { NULL }, now };
  QdStarAdvice *advice;
  GPtrArray    *checks;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (QD_IS_ACCOUNT (account), NULL);

  qd_ticket_read_clock (book, ticket, account, now, &self.clock);
  checks = qd_fact_book_peek (book, QD_FACT_TOPIC_STAR_CHECK);
  advice = g_new0 (QdStarAdvice, 1);
  advice->rule = (int)account->star_rule != QD_ENUM_NONE ? account->star_rule : QD_STAR_RULE_PAGE;
  advice->is_emergency = qd_ticket_is_open (ticket) && ticket->severity == QD_TICKET_SEVERITY_URGENT;
  advice->open_checks = g_ptr_array_new ();
  advice->clock = self.clock;

  for (guint rule = 0; rule < G_N_ELEMENTS (advice->verdicts); rule++)
    read_verdict (&self, rule, &advice->verdicts[rule]);

  for (guint i = 0; i < checks->len; i++)
    {
      if (!is_checked (&self, g_ptr_array_index (checks, i)))
        g_ptr_array_add (advice->open_checks, g_ptr_array_index (checks, i));
    }

  return advice;
}

void
qd_star_advice_free (QdStarAdvice *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->verdicts); i++)
    g_ptr_array_unref (self->verdicts[i].reasons);

  g_ptr_array_unref (self->open_checks);
  g_free (self);
}

/* Returns: (transfer none): what the rule says that counts for the account */
const QdStarVerdict *
qd_star_advice_get_verdict (const QdStarAdvice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->verdicts[self->rule];
}

/* Whether there is a reason, by the rule that counts for the account. */
gboolean
qd_star_advice_is_due (const QdStarAdvice *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->verdicts[self->rule].reasons->len > 0;
}

static char *
dup_reasons (const QdStarVerdict *verdict,
             const char          *separator)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < verdict->reasons->len; i++)
    g_string_append_printf (
        words, "%s%s", i > 0 ? separator : "", ((const QdFact *)g_ptr_array_index (verdict->reasons, i))->name);

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* Returns: (transfer full): why, one reason a line; empty for none */
char *
qd_star_verdict_dup_words (const QdStarVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_reasons (self, "\n");
}

static gboolean
check_field (QdNameBook *names,
             QdAccount  *account,
             const char *text,
             const char *label,
             GError    **error)
{
  g_autoptr(GPtrArray) found = NULL;

  if (text == NULL)
    return TRUE;

  found = qd_audience_check (names, QD_AUDIENCE_INTERNAL, qd_record_get_id (account), text, -1);

  if (!qd_hits_have_sure (found))
    return TRUE;

  g_set_error (error,
               QD_RECORD_ERROR,
               QD_RECORD_ERROR_RULE,
               _ ("“%s” names a customer who is known by a codename; nothing was copied"),
               label);

  return FALSE;
}

static void
append_field (GString    *text,
              const char *label,
              const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s: %s\n", label, value);
}

/**
 * qd_star_dup_request:
 * @self: of @ticket and @account
 * @names: what names a customer
 *
 * Returns: (transfer full) (nullable): the text for the form of Support, under the codename; %NULL where
 *   something in it would name a customer who has one
 */
char *
qd_star_dup_request (const QdStarAdvice *self,
                     QdTicket           *ticket,
                     QdAccount          *account,
                     QdNameBook         *names,
                     GError            **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char     *words = NULL;
  g_autofree char     *customer = NULL;
  const QdStarVerdict *verdict;
  gboolean             dedicated;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (QD_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (QD_IS_ACCOUNT (account), NULL);

  dedicated = account->offering == QD_OFFERING_DEDICATED || account->offering == QD_OFFERING_DEDICATED_GOVERNMENT;

  if (dedicated && account->codename == NULL)
    {
      g_set_error_literal (error,
                           QD_RECORD_ERROR,
                           QD_RECORD_ERROR_RULE,
                           _ ("“Codename” is not set, and a customer of Dedicated is named by nothing else; nothing was copied"));
      return NULL;
    }

  if (!check_field (names, account, ticket->subject, _ ("Subject"), error) ||
      !check_field (names, account, ticket->gitlab_group, _ ("GitLab.com Group"), error) ||
      !check_field (names, account, ticket->business_reason, _ ("Business Reason"), error) ||
      !check_field (names, account, ticket->desired_result, _ ("Desired Result"), error))
    return NULL;

  verdict = qd_star_advice_get_verdict (self);
  words = dup_reasons (verdict, "; ");
  customer = qd_audience_dup_account_name (QD_AUDIENCE_INTERNAL, account);
  append_field (text, _ ("Ticket"), ticket->number);
  append_field (text, _ ("Customer"), customer);
  append_field (text, _ ("Subject"), ticket->subject);
  append_field (text, _ ("Severity"), _ (qd_ticket_severities[ticket->severity].label));
  append_field (text, _ ("Urgency"), _ (qd_star_urgencies[verdict->urgency].label));
  append_field (text, _ ("Plan"), _ (qd_support_plans[qd_ticket_get_plan (ticket, account)].label));
  append_field (text, _ ("GitLab.com Group"), ticket->gitlab_group);
  append_field (text, _ ("Reason"), words);
  append_field (text, _ ("Business Reason"), ticket->business_reason);
  append_field (text, _ ("Desired Result"), ticket->desired_result);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
