/* qd-cli-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-history"

#include <glib/gi18n.h>

#include "qd-cli-private.h"
#include "qd-history.h"
#include "qd-kinds.h"
#include "qd-quote.h"

static GAsyncResult *
await_result (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (slot);
}

/**
 * qd_cli_parse_day:
 * @day: (out): %QD_DAY_NONE where @text is %NULL
 */
gboolean
qd_cli_parse_day (QdCli       *cli,
                  const char  *text,
                  int         *day,
                  QdCliStatus *status)
{
  *day = QD_DAY_NONE;

  if (text == NULL || (qd_day_parse (text, day) && qd_day_is_sensible (*day)))
    return TRUE;

  *status = qd_cli_misuse (cli, _ ("“%s” is no day such as “2026-05-03”"), text);
  return FALSE;
}

/**
 * qd_cli_open_as_of:
 * @day: %QD_DAY_NONE for now
 *
 * Opens the database as it was at the end of @day, and reads all of it.
 */
gboolean
qd_cli_open_as_of (QdCli   *cli,
                   int      day,
                   GError **error)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  QdStore *then;

  if (!qd_cli_open (cli, FALSE, error))
    return FALSE;

  if (day == QD_DAY_NONE)
    return TRUE;

  qd_history_as_of_async (cli->portfolio, day, NULL, qd_cli_await_cb, &slot);
  result = await_result (&slot);

  if (!(then = qd_history_as_of_finish (cli->portfolio, result, error)))
    return FALSE;

  qd_store_close (cli->store);
  g_clear_object (&cli->portfolio);
  g_clear_object (&result);
  g_object_unref (cli->store);
  cli->store = then;
  cli->portfolio = qd_kinds_new_portfolio (then);
  qd_portfolio_load_async (cli->portfolio, NULL, qd_cli_await_cb, &slot);
  result = await_result (&slot);

  return qd_portfolio_load_finish (cli->portfolio, result, error);
}

static void
put_entries (GPtrArray *entries)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < entries->len; i++)
    {
      QdHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (entry->time);
      char **row = g_new0 (char *, 5);

      row[0] = g_strdup_printf ("%" G_GINT64_FORMAT, entry->id);
      row[1] = g_date_time_format (moment, "%Y-%m-%d %H:%M");
      row[2] = g_strdup (entry->label);
      row[3] = entry->reverted ? g_strdup_printf (_ ("%s (taken back)"), entry->words) : g_strdup (entry->words);
      g_strdelimit (row[2], "\n\t", ' ');
      g_strdelimit (row[3], "\n\t", ' ');
      g_ptr_array_add (rows, row);
    }

  if (rows->len > 0)
    qd_cli_put_table (rows, 4);
}

static QdCliStatus
list_entries (QdCli                *cli,
              const QdHistoryQuery *query)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  qd_history_find_async (cli->portfolio, query, NULL, qd_cli_await_cb, &slot);
  result = await_result (&slot);

  if (!(entries = qd_history_find_finish (cli->portfolio, result, &error)))
    return qd_cli_fail (error);

  put_entries (entries);

  return QD_CLI_OK;
}

static QdCliStatus
run_revert (QdCli      *cli,
            const char *word)
{
  g_autoptr(GAsyncResult) slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint64 entry;

  if (!g_ascii_string_to_unsigned (word, 10, 1, G_MAXINT64, &entry, NULL))
    {
      g_autofree char *quoted = qd_quote (word);

      return qd_cli_misuse (cli, _ ("“%s” is not the number of a change; “quarterdeck history” prints them"), quoted);
    }

  if (!qd_cli_open (cli, FALSE, &error))
    return qd_cli_fail (error);

  qd_history_revert_async (cli->portfolio, entry, NULL, NULL, qd_cli_await_cb, &slot);
  result = await_result (&slot);

  return qd_history_revert_finish (cli->portfolio, result, &error) ? QD_CLI_OK : qd_cli_fail (error);
}

static QdCliStatus
run_list (QdCli          *cli,
          const char     *account_word,
          const char     *plan_word,
          QdHistoryQuery *query)
{
  g_autoptr(GError) error = NULL;
  QdAccount *account = NULL;
  QdPlan    *plan = NULL;

  if (!qd_cli_open (cli, FALSE, &error) ||
      (account_word != NULL && !(account = qd_cli_find_account (cli, account_word, &error))) ||
      (plan_word != NULL && !(plan = qd_cli_find_plan (cli, plan_word, &error))))
    return qd_cli_fail (error);

  query->account = account != NULL ? qd_record_get_id (account) : 0;
  query->plan = plan != NULL ? qd_record_get_id (plan) : 0;

  return list_entries (cli, query);
}

QdCliStatus
qd_cli_history (QdCli *cli,
                int    argc,
                char **argv)
{
  g_autofree char   *account = NULL;
  g_autofree char   *plan = NULL;
  g_autofree char   *since = NULL;
  g_autofree char   *text = NULL;
  int                limit = 100;
  const GOptionEntry entries[] = {
    { "account", 0, 0, G_OPTION_ARG_STRING, &account, N_ ("Only what is about this account"), N_ ("ACCOUNT") },
    { "plan", 0, 0, G_OPTION_ARG_STRING, &plan, N_ ("Only what is about this plan"), N_ ("PLAN") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_ ("Only from this day on"), N_ ("YYYY-MM-DD") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &text, N_ ("Only where this is in the name of the change or of what it is about"), N_ ("WORDS") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("How many at most, newest first; 100 if not given"), N_ ("NUMBER") },
    { NULL },
  };
  QdHistoryQuery query = { .to_day = QD_DAY_NONE };
  QdCliStatus    status;

  if (!qd_cli_parse (cli, entries, G_MAXUINT, &argc, &argv, &status))
    return status;

  if (argc == 3 && g_str_equal (argv[1], "revert"))
    return run_revert (cli, argv[2]);

  if (argc > 1)
    return qd_cli_misuse (cli, g_str_equal (argv[1], "revert") ? _ ("Give the number of one change") : _ ("“%s” is one too many"), argv[1]);

  if (limit < 1)
    return qd_cli_misuse (cli, _ ("--limit must be at least 1"));

  if (!qd_cli_parse_day (cli, since, &query.from_day, &status))
    return status;

  query.text = text;
  query.limit = limit;

  return run_list (cli, account, plan, &query);
}
