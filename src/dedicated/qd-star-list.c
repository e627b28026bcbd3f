/* qd-star-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-star-list"

#include "qd-star-list.h"

static void
case_free (gpointer data)
{
  QdStarCase *self = data;

  g_clear_object (&self->ticket);
  g_clear_object (&self->account);
  g_clear_pointer (&self->advice, qd_star_advice_free);
  g_free (self);
}

/* The most urgent first, then what is longest past its time, then the oldest. */
static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  const QdStarCase *first = *(QdStarCase **)a;
  const QdStarCase *second = *(QdStarCase **)b;
  QdStarUrgency     urgency = qd_star_advice_get_verdict (first->advice)->urgency;
  QdStarUrgency     other = qd_star_advice_get_verdict (second->advice)->urgency;

  if (urgency != other)
    return urgency > other ? -1 : 1;

  if (first->advice->clock.late != second->advice->clock.late)
    return first->advice->clock.late > second->advice->clock.late ? -1 : 1;

  return g_strcmp0 (first->ticket->opened_at, second->ticket->opened_at);
}

/* Whether Support was asked, and the customer has not written since. Instants are text that compares as they do. */
gboolean
qd_ticket_was_asked (QdTicket *self)
{
  const char *wrote;

  g_return_val_if_fail (QD_IS_TICKET (self), FALSE);

  wrote = self->customer_reply_at != NULL ? self->customer_reply_at : self->opened_at;

  return self->starred_at != NULL && g_strcmp0 (self->starred_at, wrote) >= 0;
}

/**
 * qd_star_list_due:
 * @book: of a portfolio
 *
 * Returns: (transfer full) (element-type QdStarCase): the tickets to ask for attention to now, by the rule of each
 *   account, without those for which that was done since the customer wrote last; the most urgent first
 */
GPtrArray *
qd_star_list_due (QdFactBook *book,
                  gint64      now)
{
  GPtrArray   *cases = g_ptr_array_new_with_free_func (case_free);
  QdPortfolio *portfolio;
  GListModel  *tickets;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book) && qd_fact_book_get_portfolio (book) != NULL, cases);

  portfolio = qd_fact_book_get_portfolio (book);
  tickets = G_LIST_MODEL (qd_portfolio_get_list (portfolio, QD_TYPE_TICKET));

  for (guint i = 0; i < g_list_model_get_n_items (tickets); i++)
    {
      g_autoptr(QdTicket) ticket = g_list_model_get_item (tickets, i);
      QdAccount *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, ticket->account);
      g_autoptr(QdStarAdvice) advice = NULL;
      QdStarCase *one;

      if (account == NULL || account->archived || qd_ticket_was_asked (ticket))
        continue;

      advice = qd_star_advise (book, ticket, account, now);

      if (!qd_star_advice_is_due (advice))
        continue;

      one = g_new0 (QdStarCase, 1);
      one->ticket = g_steal_pointer (&ticket);
      one->account = g_object_ref (account);
      one->advice = g_steal_pointer (&advice);
      g_ptr_array_add (cases, one);
    }

  g_ptr_array_sort (cases, compare_cases);

  return cases;
}
