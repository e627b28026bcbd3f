/* qd-cli-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-check"

#include <glib/gi18n.h>
#include <stdio.h>

#include "qd-check.h"
#include "qd-cli-private.h"
#include "qd-kinds.h"

QdCliStatus
qd_cli_check (QdCli *cli,
              int    argc,
              char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  QdCliStatus  status;
  guint        n_types;
  const GType *types = qd_kinds_get_types (&n_types);

  if (!qd_cli_parse (cli, entries, 0, &argc, &argv, &status))
    return status;

  if (!qd_cli_open (cli, FALSE, &error))
    return qd_cli_fail (error);

  qd_check_async (cli->store, types, n_types, NULL, qd_cli_await_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  if (!(faults = qd_check_finish (cli->store, result, &error)))
    return qd_cli_fail (error);

  for (guint i = 0; i < faults->len; i++)
    {
      fprintf (stderr, "quarterdeck: %s\n", (char *)g_ptr_array_index (faults, i));
    }

  if (faults->len > 0)
    return QD_CLI_FAILED;

  qd_cli_put (_ ("The database is sound\n"));

  return QD_CLI_OK;
}
