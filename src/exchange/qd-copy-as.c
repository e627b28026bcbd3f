/* qd-copy-as.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-copy-as"

#include "qd-copy-as.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "qd-account-facts.h"
#include "qd-day-words.h"
#include "qd-exit.h"
#include "qd-follow-up.h"
#include "qd-gitlab-words.h"
#include "qd-instant.h"
#include "qd-order-edits.h"
#include "qd-plan-progress.h"
#include "qd-plan-writers.h"
#include "qd-task.h"
#include "qd-ticket.h"

const QdNick qd_copy_styles[] = {
  { "slack", N_ ("For Slack, by Codename") },
  { "customer", N_ ("For the Customer") },
  { "gitlab", N_ ("As GitLab Markdown") },
  { NULL },
};

/* What Slack would wake a whole channel with */
static const char *const mentions[] = { "@channel", "@here", "@everyone" };

typedef struct
{
  QdPortfolio *portfolio;
  QdAccount   *account;
  QdCopyStyle  style;
  QdAudience   audience;
  QdExit      *exit;
  GString     *text;
} Copying;

QdAudience
qd_copy_style_get_audience (QdCopyStyle self)
{
  return self == QD_COPY_CUSTOMER ? QD_AUDIENCE_CUSTOMER : QD_AUDIENCE_INTERNAL;
}

/* What would be a mark is a character, and nobody is called. */
static void
append_escaped (Copying    *copying,
                const char *words)
{
  GString *text = copying->text;
  gsize    start = text->len;

  for (const char *c = words; *c != '\0'; c++)
    {
      if (copying->style == QD_COPY_GITLAB && strchr ("\\`*_[]<>#|~", *c) != NULL)
        g_string_append_c (text, '\\');

      g_string_append_c (text, *c == '\r' || *c == '\n' ? ' ' : *c);
    }

  for (gsize i = 0; copying->style == QD_COPY_SLACK && i < G_N_ELEMENTS (mentions); i++)
    {
      const char *found;

      /* A character of no width comes between. */
      while ((found = strstr (text->str + start, mentions[i])))
        g_string_insert (text, found - text->str + 1, "\u200b");
    }
}

static void
add_heading (Copying    *copying,
             const char *words,
             const char *detail)
{
  g_string_append (copying->text, copying->style == QD_COPY_GITLAB ? "## " : copying->style == QD_COPY_SLACK ? "*"
                                                                                                             : "");
  append_escaped (copying, words);
  g_string_append (copying->text, copying->style == QD_COPY_SLACK ? "*" : "");

  if (detail != NULL)
    {
      g_string_append (copying->text, " · ");
      append_escaped (copying, detail);
    }

  g_string_append (copying->text, copying->style == QD_COPY_GITLAB ? "\n\n" : "\n");
}

/* @value: (nullable): nothing is said where there is none */
static void
add_pair (Copying    *copying,
          const char *label,
          const char *value)
{
  const char *mark = copying->style == QD_COPY_GITLAB ? "**" : copying->style == QD_COPY_SLACK ? "*"
                                                                                               : "";

  if (value == NULL || *value == '\0')
    return;

  g_string_append_printf (copying->text, "%s%s%s:%s ", copying->style == QD_COPY_GITLAB ? "- " : "", mark, label, mark);
  append_escaped (copying, value);
  g_string_append_c (copying->text, '\n');
}

static void
add_day (Copying    *copying,
         const char *label,
         int         day)
{
  g_autofree char *words = day != QD_DAY_NONE ? qd_day_dup_full (day) : NULL;

  add_pair (copying, label, words);
}

static void
add_item (Copying    *copying,
          const char *words,
          int         day,
          const char *detail)
{
  g_autofree char *when = day != QD_DAY_NONE ? qd_day_dup_full (day) : NULL;

  g_string_append (copying->text, copying->style == QD_COPY_SLACK ? "• " : "- ");
  append_escaped (copying, words);

  if (when != NULL)
    g_string_append_printf (copying->text, ", %s", when);

  if (detail != NULL)
    {
      g_string_append (copying->text, " · ");
      append_escaped (copying, detail);
    }

  g_string_append_c (copying->text, '\n');
}

/* Returns: (transfer full) (nullable): what @column of @record says, with what it is to be read as */
static char *
take (Copying    *copying,
      gpointer    record,
      const char *column)
{
  const QdColumn *found = qd_record_find_column (G_OBJECT_TYPE (record), column);
  const char     *text = *(char **)G_STRUCT_MEMBER_P (record, found->offset);

  if (text == NULL ||
      !qd_audience_may_read_column (copying->audience, copying->account, G_OBJECT_TYPE (record), column))
    return NULL;

  return qd_audience_is_person_column (G_OBJECT_TYPE (record), column) ? qd_exit_dup_person (copying->exit, text)
                                                                       : qd_exit_dup_text (copying->exit, text);
}

static void
add_column (Copying    *copying,
            gpointer    record,
            const char *column)
{
  g_autofree char *text = take (copying, record, column);

  add_pair (copying, _ (qd_record_find_column (G_OBJECT_TYPE (record), column)->label), text);
}

static char *
dup_percent (double share)
{
  return g_strdup_printf ("%ld%%", lround (share * 100));
}

static GPtrArray *
list_tasks (Copying *copying,
            QdPlan  *plan)
{
  GPtrArray *tasks = qd_portfolio_peek_children (copying->portfolio, QD_TYPE_TASK, qd_record_get_id (plan));
  g_autoptr(GPtrArray) readable = g_ptr_array_new ();

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      if (qd_audience_may_read (copying->audience, g_ptr_array_index (tasks, i)))
        g_ptr_array_add (readable, g_ptr_array_index (tasks, i));
    }

  return qd_order_dup_sorted (readable);
}

static void
add_plan (Copying *copying,
          QdPlan  *plan)
{
  g_autoptr(GPtrArray) tasks = list_tasks (copying, plan);
  g_autofree char *name = take (copying, plan, "name");
  g_autofree char *who = qd_audience_dup_account_name (copying->audience, copying->account);
  g_autofree char *done = dup_percent (qd_plan_progress_done (tasks));

  add_heading (copying, name, who);
  add_pair (copying, _ ("Status"), _ (qd_nicks_get_label (qd_plan_statuses, plan->status)));
  add_day (copying, _ ("Start"), plan->start);
  add_day (copying, _ ("Target"), plan->target);
  add_pair (copying, _ ("Done"), done);
  add_column (copying, plan, "highlights");
  g_string_append_c (copying->text, '\n');

  for (guint i = 0; i < tasks->len; i++)
    {
      QdTask          *task = g_ptr_array_index (tasks, i);
      g_autofree char *title = take (copying, task, "title");

      add_item (copying, title, task->due, _ (qd_nicks_get_label (qd_task_statuses, task->status)));
    }
}

static void
add_task (Copying *copying,
          QdTask  *task,
          QdPlan  *plan)
{
  g_autofree char *title = take (copying, task, "title");
  g_autofree char *who = qd_audience_dup_account_name (copying->audience, copying->account);
  g_autofree char *name = take (copying, plan, "name");

  add_heading (copying, title, who);
  add_pair (copying, _ ("Plan"), name);
  add_pair (copying, _ ("Status"), _ (qd_nicks_get_label (qd_task_statuses, task->status)));
  add_day (copying, _ ("Start"), task->start);
  add_day (copying, _ ("Due"), task->due);
  add_column (copying, task, "owner");
  add_column (copying, task, "customer_owner");
  add_column (copying, task, "notes");
}

static void
add_health (Copying *copying,
            int      today)
{
  g_autoptr(QdAccountFacts) facts = qd_account_facts_new (copying->portfolio, copying->account, today, TRUE);
  g_autofree char *reason = qd_exit_dup_text (copying->exit, facts->health_reason);

  if (facts->health_day != QD_DAY_NONE)
    add_pair (copying, _ ("Health"), _ (qd_nicks_get_label (qd_health_levels, facts->health)));

  add_pair (copying, _ ("Reason"), reason);
  add_day (copying, _ ("Last Contact"), facts->last_contact);
}

static void
add_promises (Copying *copying)
{
  GPtrArray *promises =
      qd_portfolio_peek_children (copying->portfolio, QD_TYPE_FOLLOW_UP, qd_record_get_id (copying->account));

  for (guint i = 0; promises != NULL && i < promises->len; i++)
    {
      QdFollowUp      *promise = g_ptr_array_index (promises, i);
      g_autofree char *what = NULL;
      g_autofree char *whose = NULL;

      if (promise->done != QD_DAY_NONE || !qd_audience_may_read (copying->audience, promise))
        continue;

      what = take (copying, promise, "what");
      whose = take (copying, promise, "whose");
      add_item (copying, what, promise->due, whose);
    }
}

static void
add_account (Copying *copying,
             int      today)
{
  QdAccount       *account = copying->account;
  g_autofree char *who = qd_audience_dup_account_name (copying->audience, account);

  add_heading (copying, who, account->tier != (QdTier)QD_ENUM_NONE ? _ (qd_nicks_get_label (qd_tiers, account->tier)) : NULL);

  if (account->offering != (QdOffering)QD_ENUM_NONE)
    add_pair (copying, _ ("Offering"), _ (qd_nicks_get_label (qd_offerings, account->offering)));

  if (!qd_audience_is_outside (copying->audience))
    add_health (copying, today);

  add_column (copying, account, "next_step");
  add_day (copying, _ ("Renewal"), account->renewal);
  g_string_append_c (copying->text, '\n');
  add_promises (copying);
}

/* The customer knows its own ticket; what speaks for attention to it, and what is noted, is ours. */
static void
add_ticket (Copying  *copying,
            QdTicket *ticket)
{
  g_autofree char *number = take (copying, ticket, "number");
  g_autofree char *subject = take (copying, ticket, "subject");
  g_autofree char *heading = g_strdup_printf ("#%s %s", number, subject);
  g_autofree char *who = qd_audience_dup_account_name (copying->audience, copying->account);
  gint64           opened;

  add_heading (copying, heading, who);
  add_pair (copying, _ ("Severity"), _ (qd_nicks_get_label (qd_ticket_severities, ticket->severity)));
  add_pair (copying, _ ("State"), _ (qd_nicks_get_label (qd_ticket_states, ticket->state)));

  if (qd_instant_parse (ticket->opened_at, &opened))
    add_day (copying, _ ("Opened"), (int)(opened / (24 * 60 * 60)));

  add_column (copying, ticket, "url");

  if (qd_audience_is_outside (copying->audience))
    return;

  add_column (copying, ticket, "owner");
  add_column (copying, ticket, "business_reason");
  add_column (copying, ticket, "desired_result");
  add_column (copying, ticket, "notes");
}

static gboolean
check (Copying *copying,
       GError **error)
{
  g_autofree char *name = qd_exit_find (copying->exit, copying->text->str);

  qd_exit_look (copying->exit, copying->text->str, _ ("what is copied"));

  if (name != NULL)
    g_set_error (error,
                 QD_RECORD_ERROR,
                 QD_RECORD_ERROR_RULE,
                 copying->audience == QD_AUDIENCE_INTERNAL
                     ? _ ("Nothing was copied, because colleagues would read “%s”, which is sealed")
                     : _ ("Nothing was copied, because the customer would read “%s”, a codename or another customer"),
                 name);

  return name == NULL;
}

/* A plan and a task have labels and headings there. */
static char *
dup_gitlab (QdPortfolio *portfolio,
            gint64       plan,
            gint64       task,
            GError     **error)
{
  g_autoptr(QdPlanOutline) outline = qd_plan_outline_new (portfolio, plan, QD_AUDIENCE_INTERNAL, error);
  g_autoptr(GBytes) bytes = NULL;

  if (outline == NULL)
    return NULL;

  for (guint i = 0; task != 0 && i < outline->tasks->len; i++)
    {
      if (qd_plan_outline_get_task (outline, i)->id == task)
        return qd_gitlab_dup_issue (outline, i);
    }

  bytes = qd_gitlab_md_write (outline);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/**
 * qd_copy_as:
 * @record: a #QdAccount, #QdPlan, #QdTask or #QdTicket of @portfolio
 *
 * Returns: (transfer full) (nullable): its text for the readers of @style; %NULL with @error
 *   where they may not read it, or it would give a name away
 */
char *
qd_copy_as (QdPortfolio *portfolio,
            gpointer     record,
            QdCopyStyle  style,
            int          today,
            GError     **error)
{
  QdTask   *task = QD_IS_TASK (record) ? record : NULL;
  QdTicket *ticket = QD_IS_TICKET (record) ? record : NULL;
  QdPlan   *plan = task != NULL          ? qd_portfolio_lookup (portfolio, QD_TYPE_PLAN, task->plan)
                   : QD_IS_PLAN (record) ? record
                                         : NULL;
  Copying   copying = { portfolio, NULL, style, qd_copy_style_get_audience (style), NULL, NULL };
  gboolean  clean;

  g_return_val_if_fail (plan != NULL || ticket != NULL || QD_IS_ACCOUNT (record), NULL);

  copying.account = plan != NULL     ? qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, plan->account)
                    : ticket != NULL ? qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, ticket->account)
                                     : record;
  g_return_val_if_fail (copying.account != NULL, NULL);

  if (task != NULL && !qd_audience_may_read (copying.audience, task))
    {
      g_set_error_literal (
          error, QD_RECORD_ERROR, QD_RECORD_ERROR_RULE, _ ("Nothing was copied: the customer may not see this task"));
      return NULL;
    }

  if (plan != NULL && style == QD_COPY_GITLAB)
    return dup_gitlab (portfolio, qd_record_get_id (plan), task != NULL ? qd_record_get_id (task) : 0, error);

  copying.exit = qd_exit_new (portfolio, copying.audience, qd_record_get_id (copying.account));
  copying.text = g_string_new (NULL);

  if (task != NULL)
    add_task (&copying, task, plan);
  else if (plan != NULL)
    add_plan (&copying, plan);
  else if (ticket != NULL)
    add_ticket (&copying, ticket);
  else
    add_account (&copying, today);

  clean = check (&copying, error);
  qd_exit_free (copying.exit);

  return g_string_free (copying.text, !clean);
}
