/* qd-cli-salvage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-cli-salvage"

#include <glib/gi18n.h>

#include "qd-cli-private.h"
#include "qd-kinds.h"
#include "qd-salvage-words.h"

QdCliStatus
qd_cli_salvage (QdCli *cli,
                int    argc,
                char **argv)
{
  g_autofree char   *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where the new file goes; it must not be there yet"), N_ ("NEW") },
    { NULL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(QdSalvageReport) report = NULL;
  g_autofree char *text = NULL;
  QdCliStatus      status;

  if (!qd_cli_parse (cli, entries, 1, &argc, &argv, &status))
    return status;

  if (output == NULL)
    return qd_cli_misuse (cli, _ ("“--output” is missing: say where the new file is to go"));

  if (!(report = qd_kinds_salvage (argv[1], output, NULL, NULL, &error)))
    return qd_cli_fail (error);

  text = qd_salvage_dup_text (report, argv[1]);
  qd_cli_put (text);

  return QD_CLI_OK;
}
