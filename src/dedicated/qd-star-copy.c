/* qd-star-copy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-star-copy"

#include "qd-star-copy.h"

#include <glib/gi18n.h>

#include "qd-exit.h"
#include "qd-shell.h"
#include "qd-support-edits.h"

/**
 * qd_star_dup_copy:
 * @book: of the portfolio of @ticket
 *
 * Returns: (transfer full) (nullable): the text of the request, as it may leave; %NULL where something in it
 *   would name a customer who is known by a codename
 */
char *
qd_star_dup_copy (QdFactBook *book,
                  QdTicket   *ticket,
                  gint64      now,
                  GError    **error)
{
  QdPortfolio *portfolio;
  QdAccount   *account;
  g_autoptr(QdStarAdvice) advice = NULL;
  g_autoptr(QdNameBook) names = NULL;
  g_autoptr(QdExit) leaving = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (QD_IS_FACT_BOOK (book), NULL);
  g_return_val_if_fail (QD_IS_TICKET (ticket), NULL);

  portfolio = qd_fact_book_get_portfolio (book);
  account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, ticket->account);

  if (account == NULL)
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("The account of the ticket is no longer there; nothing was copied"));
      return NULL;
    }

  advice = qd_star_advise (book, ticket, account, now);
  names = qd_name_book_get (portfolio);
  text = qd_star_dup_request (advice, ticket, account, names, error);

  if (text == NULL)
    return NULL;

  /* The fields were looked at one by one; what stands in all of it is what leaves. */
  leaving = qd_exit_new (portfolio, QD_AUDIENCE_INTERNAL, ticket->account);
  name = qd_exit_find (leaving, text);

  if (name == NULL)
    return g_steal_pointer (&text);

  g_set_error_literal (
      error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("The request names a customer who is known by a codename; nothing was copied"));

  return NULL;
}

/* The same, put on the clipboard of @widget. Returns: whether it was */
gboolean
qd_star_copy (GtkWidget  *widget,
              QdFactBook *book,
              QdTicket   *ticket,
              gint64      now,
              GError    **error)
{
  g_autofree char *text = qd_star_dup_copy (book, ticket, now, error);

  if (text == NULL)
    return FALSE;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);

  return TRUE;
}

/* @ticket: (nullable) */
void
qd_support_copy_request (GtkWidget     *widget,
                         QdFactBook    *book,
                         QdTicket      *ticket,
                         QdMinuteClock *clock)
{
  g_autoptr(GError) error = NULL;

  if (ticket == NULL)
    gtk_widget_error_bell (widget);
  else if (qd_star_copy (widget, book, ticket, qd_minute_clock_get_now (clock), &error))
    qd_shell_tell (widget, _ ("Request copied"));
  else
    qd_shell_report (widget, error);
}

/* @escalation: (nullable) */
void
qd_support_log_update (GtkWidget     *widget,
                       QdPortfolio   *portfolio,
                       QdEscalation  *escalation,
                       QdMinuteClock *clock)
{
  if (escalation == NULL || escalation->closed != QD_DAY_NONE)
    {
      gtk_widget_error_bell (widget);
      return;
    }

  qd_escalation_log_update_async (escalation,
                                  qd_portfolio_get_store (portfolio),
                                  qd_minute_clock_get_today (clock),
                                  qd_minute_clock_get_now (clock),
                                  qd_shell_edit_cb,
                                  g_object_ref (widget));
  qd_shell_tell_undoable (widget, _ ("Escalation update logged"));
}
