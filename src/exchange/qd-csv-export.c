/* qd-csv-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-csv-export"

#include "qd-csv-export.h"

#include <glib/gi18n.h>
#include <math.h>

#include "qd-csv.h"
#include "qd-leaks.h"
#include "qd-money.h"

static char *
dup_day (int day)
{
  char text[QD_DAY_TEXT_SIZE];

  if (day == QD_DAY_NONE)
    return g_strdup ("");

  qd_day_format (day, text);

  return g_strdup (text);
}

static char *
dup_number (gint64 number)
{
  return number != QD_INTEGER_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static char *
dup_amount (const QdAccount *account)
{
  g_autofree char *number = NULL;

  if (account->arr == QD_INTEGER_NONE)
    return g_strdup ("");

  number = qd_money_format (account->arr, account->currency);

  return account->currency != NULL ? g_strdup_printf ("%s %s", account->currency, number)
                                   : g_steal_pointer (&number);
}

/* As the roster's column, but exact and the same in every locale: what is in
 * words there, such as “in 4 months”, is a day here. */
static char *
dup_value (QdRosterColumn  column,
           QdAccountFacts *facts,
           QdAudience      audience)
{
  QdAccount *account = facts->account;

  switch (column)
    {
    case QD_ROSTER_COLUMN_NAME:
      return qd_audience_dup_account_name (audience, account);

    case QD_ROSTER_COLUMN_HEALTH:
      return g_strdup (facts->health_day != QD_DAY_NONE ? qd_nicks_get_label (qd_health_levels, facts->health) : "");

    case QD_ROSTER_COLUMN_LAST_CONTACT:
      return dup_day (facts->last_contact);

    case QD_ROSTER_COLUMN_FOLLOW_UPS:
      return dup_number (facts->open_follow_ups);

    case QD_ROSTER_COLUMN_PROGRESS:
      return facts->n_tasks > 0 ? g_strdup_printf ("%ld%%", lround (facts->progress * 100)) : g_strdup ("");

    case QD_ROSTER_COLUMN_RENEWAL:
      return dup_day (account->renewal);

    case QD_ROSTER_COLUMN_ARR:
      return dup_amount (account);

    case QD_ROSTER_COLUMN_SEATS:
      return dup_number (account->seats);

    case QD_ROSTER_COLUMN_NEXT_STEP:
      return g_strdup (account->next_step != NULL ? account->next_step : "");

    case QD_ROSTER_COLUMN_TEAM:
      return g_strdup (facts->team != NULL ? facts->team : "");

    case QD_ROSTER_COLUMN_TIER:
      return g_strdup (qd_nicks_get_label (qd_tiers, account->tier));

    case QD_ROSTER_COLUMN_OFFERING:
      return g_strdup (qd_nicks_get_label (qd_offerings, account->offering));

    case QD_ROSTER_COLUMN_STAGE:
      return g_strdup (qd_nicks_get_label (qd_stages, account->stage));

    case QD_ROSTER_COLUMN_REGION:
      return g_strdup (qd_nicks_get_label (qd_regions, account->region));

    case QD_ROSTER_COLUMN_PRIORITY:
      return g_strdup (qd_nicks_get_label (qd_priorities, account->priority));

    case QD_ROSTER_N_COLUMNS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* Returns: (transfer full): what is to be written of @value */
static char *
take_value (QdLeaks        *leaks,
            QdRosterColumn  column,
            QdAccountFacts *facts,
            QdAudience      audience,
            const char     *value)
{
  g_autofree char *name = qd_audience_dup_account_name (audience, facts->account);
  /* Translators: a column of the list of accounts, and the account: Next Step of Osprey */
  g_autofree char *place = g_strdup_printf (_ ("%1$s of %2$s"), _ (qd_roster_columns[column].label), name);

  return qd_leaks_take (leaks, QD_TYPE_ACCOUNT, qd_roster_columns[column].nick, value, place);
}

/**
 * qd_csv_export_roster:
 * @facts: (element-type QdAccountFacts): the accounts, in the order of the list
 * @columns: what is shown, in the order it is shown in
 *
 * It is refused where a text would give away a name that @audience must not
 * read.
 *
 * Returns: (transfer full) (nullable): RFC 4180 in UTF-8 with a byte order mark,
 *   as spreadsheets want it; qd_csv_table_new() reads it back
 */
GBytes *
qd_csv_export_roster (QdPortfolio          *portfolio,
                      GPtrArray            *facts,
                      const QdRosterColumn *columns,
                      guint                 n_columns,
                      QdAudience            audience,
                      GError              **error)
{
  g_autoptr(QdLeaks) leaks = qd_leaks_new (portfolio, audience, 0);
  g_autoptr(GString) csv = g_string_new ("\xef\xbb\xbf");

  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append (csv, i > 0 ? "," : "");
      qd_csv_append_field (csv, _ (qd_roster_columns[columns[i]].label));
    }

  for (guint row = 0; row < facts->len; row++)
    {
      g_string_append (csv, "\r\n");

      for (guint i = 0; i < n_columns; i++)
        {
          QdAccountFacts  *account = g_ptr_array_index (facts, row);
          g_autofree char *text = dup_value (columns[i], account, audience);
          g_autofree char *value = take_value (leaks, columns[i], account, audience, text);

          g_string_append (csv, i > 0 ? "," : "");
          qd_csv_append_field (csv, value);
        }
    }

  g_string_append (csv, "\r\n");

  return qd_leaks_check (leaks, error) ? g_string_free_to_bytes (g_steal_pointer (&csv)) : NULL;
}
