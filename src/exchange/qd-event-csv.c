/* qd-event-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-event-csv"

#include "qd-event-csv.h"

#include <glib/gi18n.h>

#include "qd-csv.h"
#include "qd-event-log.h"
#include "qd-exchange.h"
#include "qd-leaks.h"
#include "qd-record-json.h"
#include "qd-team-member.h"

/* What a Gainsight administrator maps: the header, which is the same in every language, and the
 * column of an activity that says whether the audience may read it. */
static const struct
{
  const char *header;
  const char *column; /* (nullable) */
} columns[] = {
  { "ExternalId", NULL },
  { "Company Name", NULL },
  { "Activity Type", "kind" },
  { "Subject", "subject" },
  { "Activity Date", "day" },
  { "Notes", "notes" },
  { "Author Email", NULL },
  { "Internal Attendees", "internal_attendees" },
  { "External Attendees", "external_attendees" },
  { "Meeting Type", "meeting" },
  { "CSM Sentiment", "csm_sentiment" },
  { "Accelerator Type", "accelerator" },
  { "Accelerator Content Module", "content_module" },
};

enum
{
  COLUMN_EXTERNAL_ID,
  COLUMN_COMPANY,
  COLUMN_KIND,
  COLUMN_SUBJECT,
  COLUMN_DATE,
  COLUMN_NOTES,
  COLUMN_AUTHOR,
  COLUMN_INTERNAL,
  COLUMN_EXTERNAL,
  COLUMN_MEETING,
  COLUMN_SENTIMENT,
  COLUMN_ACCELERATOR,
  COLUMN_MODULE,
};

/* Who runs accelerators for the account: its CSA, else its CSM. */
static const char *
find_author (QdPortfolio *portfolio,
             gint64       account)
{
  static const QdTeamRole roles[] = { QD_TEAM_ROLE_CSA, QD_TEAM_ROLE_CSM };
  GPtrArray              *team = qd_portfolio_peek_children (portfolio, QD_TYPE_TEAM_MEMBER, account);

  for (guint i = 0; team != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      for (guint n = 0; n < team->len; n++)
        {
          QdTeamMember *member = g_ptr_array_index (team, n);

          if (member->role == roles[i])
            return member->email;
        }
    }

  return NULL;
}

static char *
dup_date (QdActivity *event)
{
  char day[QD_DAY_TEXT_SIZE];

  if (event->begins_at != NULL)
    return g_strdup (event->begins_at);

  qd_day_format (event->day, day);

  return g_strdup (day);
}

static char *
dup_label (const QdNick *nicks,
           int           value)
{
  return g_strdup (value != QD_ENUM_NONE ? nicks[value].label : NULL);
}

/* In the words of Gainsight, and never in those of another language. */
static char *
dup_value (QdPortfolio *portfolio,
           QdAccount   *account,
           QdAudience   audience,
           QdActivity  *event,
           guint        column)
{
  switch (column)
    {
    case COLUMN_EXTERNAL_ID:
      return qd_record_format_id (qd_record_get_id (event));

    case COLUMN_COMPANY:
      return qd_audience_dup_account_name (audience, account);

    case COLUMN_KIND:
      return dup_label (qd_activity_kinds, event->kind);

    case COLUMN_SUBJECT:
      return g_strdup (event->subject);

    case COLUMN_DATE:
      return dup_date (event);

    case COLUMN_NOTES:
      return g_strdup (event->notes);

    case COLUMN_AUTHOR:
      return g_strdup (find_author (portfolio, event->account));

    case COLUMN_INTERNAL:
      return g_strdup (event->internal_attendees);

    case COLUMN_EXTERNAL:
      return g_strdup (event->external_attendees);

    case COLUMN_MEETING:
      return dup_label (qd_meetings, event->meeting);

    case COLUMN_SENTIMENT:
      return dup_label (qd_sentiments, event->csm_sentiment);

    case COLUMN_ACCELERATOR:
      return dup_label (qd_accelerators, event->accelerator);

    case COLUMN_MODULE:
      return g_strdup (event->content_module);

    default:
      g_return_val_if_reached (NULL);
    }
}

static void
write_event (GString     *csv,
             QdPortfolio *portfolio,
             QdAudience   audience,
             QdLeaks     *leaks,
             QdActivity  *event)
{
  QdAccount *account = qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, event->account);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gboolean readable = columns[i].column == NULL ||
                          qd_audience_may_read_column (audience, account, QD_TYPE_ACTIVITY, columns[i].column);
      g_autofree char *text = readable ? dup_value (portfolio, account, audience, event, i) : NULL;
      /* Translators: a column of the log of events, and an event: Notes of “Discovery workshop” */
      g_autofree char *place = g_strdup_printf (_ ("%1$s of “%2$s”"), columns[i].header, event->subject);

      g_autofree char *value = qd_leaks_take (leaks, QD_TYPE_ACTIVITY, columns[i].column, text, place);

      g_string_append (csv, i > 0 ? "," : "");
      qd_csv_append_field (csv, value != NULL ? value : "");
    }

  g_string_append (csv, "\r\n");
}

/**
 * qd_event_csv_export:
 * @account: an id; 0 for all accounts
 *
 * It is refused where a text would give away a name that @audience must not read.
 *
 * Returns: (transfer full) (nullable): what is logged of accelerators, one a line, the oldest
 *   first, in the columns that Gainsight has for an activity
 */
GBytes *
qd_event_csv_export (QdPortfolio *portfolio,
                     gint64       account,
                     QdAudience   audience,
                     GError     **error)
{
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(QdLeaks) leaks = NULL;
  g_autoptr(GString) csv = g_string_new ("\xef\xbb\xbf");

  g_return_val_if_fail (QD_IS_PORTFOLIO (portfolio), NULL);

  if (account != 0 && qd_portfolio_lookup (portfolio, QD_TYPE_ACCOUNT, account) == NULL)
    {
      g_set_error_literal (
          error, QD_EXCHANGE_ERROR, QD_EXCHANGE_ERROR_NOT_FOUND, _ ("It is no longer there; nothing was exported"));
      return NULL;
    }

  events = qd_account_list_events (portfolio, account);
  leaks = qd_leaks_new (portfolio, audience, account);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_string_append (csv, i > 0 ? "," : "");
      qd_csv_append_field (csv, columns[i].header);
    }

  g_string_append (csv, "\r\n");

  for (guint i = 0; i < events->len; i++)
    {
      if (qd_audience_may_read (audience, g_ptr_array_index (events, i)))
        write_event (csv, portfolio, audience, leaks, g_ptr_array_index (events, i));
    }

  return qd_leaks_check (leaks, error) ? g_string_free_to_bytes (g_steal_pointer (&csv)) : NULL;
}
