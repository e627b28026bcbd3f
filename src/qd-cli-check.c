/* qd-cli-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-check"

#include <glib/gi18n.h>
#include <stdio.h>

#include "qd-check-query.h"
#include "qd-cli-private.h"
#include "qd-kinds.h"

/* What a newer rule refuses that an older version let in: it can be read, but not saved again. */
static void
check_records (QdCli     *cli,
               GPtrArray *faults)
{
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GListModel *list = G_LIST_MODEL (qd_portfolio_get_list (cli->portfolio, types[i]));

      for (guint n = 0; n < g_list_model_get_n_items (list); n++)
        {
          g_autoptr(QdRecord) record = g_list_model_get_item (list, n);
          g_autoptr(GError) error = NULL;

          if (!qd_record_check (record, &error))
            g_ptr_array_add (faults,
                             g_strdup_printf (_ ("The row %" G_GINT64_FORMAT " of “%s” breaks a rule: %s"),
                                              qd_record_get_id (record),
                                              QD_RECORD_GET_CLASS (record)->table,
                                              error->message));
        }
    }
}

QdCliStatus
qd_cli_check (QdCli *cli,
              int    argc,
              char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  QdCliStatus status;

  if (!qd_cli_parse (cli, entries, 0, &argc, &argv, &status))
    return status;

  if (!qd_cli_open (cli, FALSE, &error))
    return qd_cli_fail (error);

  qd_check_async (cli->store, NULL, qd_cli_await_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  if (!(faults = qd_check_finish (cli->store, result, &error)))
    return qd_cli_fail (error);

  check_records (cli, faults);

  for (guint i = 0; i < faults->len; i++)
    {
      fprintf (stderr, "quarterdeck: %s\n", (char *)g_ptr_array_index (faults, i));
    }

  if (faults->len > 0)
    return QD_CLI_FAILED;

  qd_cli_put (_ ("The database is sound\n"));

  return QD_CLI_OK;
}
