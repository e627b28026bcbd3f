/* qd-notice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-notice"

#include "qd-notice.h"

#include <glib/gi18n.h>

#include "qd-account-rules.h"
#include "qd-day-words.h"
#include "qd-follow-up.h"
#include "qd-found.h"
#include "qd-page-uri.h"
#include "qd-record-json.h"
#include "qd-support-words.h"
#include "qd-tenant-week.h"

/* What is late for longer is no news. */
#define LATE_DAYS 7
#define LATE_SECONDS (24 * 60 * 60)

/* How far ahead maintenance is told of */
#define AHEAD_SECONDS (24 * 60 * 60)

typedef struct
{
  QdFactBook  *book;
  QdPortfolio *portfolio;
  gint64       now;
  int          today;
  gboolean     show_codenames;
  GPtrArray   *notices;
} Look;

/* Returns: (nullable): whose it is, if that is still looked after */
static QdAccount *
find_account (Look  *look,
              gint64 id)
{
  QdAccount *account = qd_portfolio_lookup (look->portfolio, QD_TYPE_ACCOUNT, id);

  return account != NULL && !account->archived ? account : NULL;
}

/* @title: a format that takes what the account is called, and @when */
static QdNotice *
add_notice (Look       *look,
            const char *kind,
            gpointer    record,
            gint64      when,
            QdAccount  *account,
            const char *format,
            const char *when_words)
{
  QdNotice        *notice = g_new0 (QdNotice, 1);
  g_autofree char *id = qd_record_format_id (qd_record_get_id (record));
  g_autofree char *name = qd_account_dup_title (account, look->show_codenames);

  notice->id = g_strdup_printf ("%s-%s-%" G_GINT64_FORMAT, kind, id, when);
  notice->title = g_strdup_printf (format, name, when_words);
  g_ptr_array_add (look->notices, notice);

  return notice;
}

static void
look_at_follow_up (Look       *look,
                   QdFollowUp *follow_up)
{
  QdAccount       *account = find_account (look, follow_up->account);
  g_autofree char *when = NULL;
  QdNotice        *notice;

  if (account == NULL || follow_up->done != QD_DAY_NONE || follow_up->due == QD_DAY_NONE ||
      follow_up->due > look->today || follow_up->due < look->today - LATE_DAYS)
    return;

  when = qd_day_dup_relative (follow_up->due, look->today);
  notice = add_notice (look,
                       "follow-up",
                       follow_up,
                       follow_up->due,
                       account,
                       /* Translators: of a promise: %1$s is an account, %2$s when: “today”, “2 days ago” */
                       follow_up->side == QD_SIDE_OURS ? _ ("%1$s: we promised this, due %2$s")
                                                       : _ ("%1$s: they promised this, due %2$s"),
                       when);
  notice->body = qd_found_dup_text (look->portfolio, follow_up->what);
  notice->uri = qd_page_uri_format (account);
}

static void
look_at_maintenance (Look                    *look,
                     const QdTenantWeekEvent *one)
{
  const QdTenantEvent *event = &one->event;
  QdAccount           *account = find_account (look, one->tenant->account);
  g_autofree char     *when = NULL;
  g_autofree char     *words = NULL;
  QdNotice            *notice;

  if (account == NULL || event->kind == QD_TENANT_EVENT_LOCK || event->kind == QD_TENANT_EVENT_LOCKED ||
      event->span.from <= look->now || event->span.from > look->now + AHEAD_SECONDS)
    return;

  when = qd_support_dup_instant (event->span.from, look->now);
  words = qd_tenant_event_dup_words (event);
  /* Translators: %1$s is an account, %2$s a day and a time */
  notice = add_notice (look, "maintenance", one->tenant, event->span.from, account, _ ("%1$s: maintenance %2$s"), when);
  notice->body = qd_found_dup_text (look->portfolio, words);
  notice->uri = qd_page_uri_format (one->tenant);
}

static void
look_at_ticket (Look     *look,
                QdTicket *ticket)
{
  QdAccount       *account = find_account (look, ticket->account);
  QdTicketClock    clock;
  QdTone           tone;
  g_autofree char *due = NULL;
  g_autofree char *when = NULL;
  g_autofree char *subject = NULL;
  QdNotice        *notice;

  if (account == NULL || !qd_ticket_is_open (ticket) ||
      !qd_ticket_read_clock (look->book, ticket, account, look->now, &clock) || clock.sla == NULL || clock.replied)
    return;

  due = qd_ticket_clock_dup_due (&clock, look->now, &tone);

  if ((tone != QD_TONE_SOON && tone != QD_TONE_BAD) || clock.due < look->now - LATE_SECONDS)
    return;

  when = qd_support_dup_instant (clock.due, look->now);
  /* Translators: of a ticket: %1$s is an account, %2$s a time */
  notice = add_notice (look, "ticket", ticket, clock.due, account, _ ("%1$s: first reply due %2$s"), when);
  subject = qd_found_dup_text (look->portfolio, ticket->subject);
  notice->body = g_strdup_printf ("#%s · %s", ticket->number, subject);
  notice->uri = g_strdup (QD_PAGE_URI_SCHEME "://support");
  notice->urgent = TRUE;
}

/**
 * qd_notices_list:
 * @now: in seconds since 1970
 * @today: the day that it is where the person is
 * @show_codenames: the setting of that name
 *
 * What is due: follow-ups for a week from their day on, maintenance within a day before it begins,
 * and tickets from an hour before their first reply is due until there is one, a day at most.
 *
 * Returns: (transfer full) (element-type QdNotice): those at that time, whatever was told before
 */
GPtrArray *
qd_notices_list (QdFactBook *book,
                 gint64      now,
                 int         today,
                 gboolean    show_codenames)
{
  Look        look = { book, qd_fact_book_get_portfolio (book), now, today, show_codenames, NULL };
  GListModel *follow_ups = G_LIST_MODEL (qd_portfolio_get_list (look.portfolio, QD_TYPE_FOLLOW_UP));
  GListModel *tickets = G_LIST_MODEL (qd_portfolio_get_list (look.portfolio, QD_TYPE_TICKET));
  g_autoptr(GArray) events = qd_tenants_list_events (book, now, now + AHEAD_SECONDS + 1);

  look.notices = g_ptr_array_new_with_free_func ((GDestroyNotify)qd_notice_free);

  for (guint i = 0; i < g_list_model_get_n_items (follow_ups); i++)
    {
      g_autoptr(QdFollowUp) follow_up = g_list_model_get_item (follow_ups, i);

      look_at_follow_up (&look, follow_up);
    }

  for (guint i = 0; i < events->len; i++)
    look_at_maintenance (&look, &g_array_index (events, QdTenantWeekEvent, i));

  for (guint i = 0; i < g_list_model_get_n_items (tickets); i++)
    {
      g_autoptr(QdTicket) ticket = g_list_model_get_item (tickets, i);

      look_at_ticket (&look, ticket);
    }

  return look.notices;
}

void
qd_notice_free (QdNotice *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
  g_free (self->uri);
  g_free (self);
}
