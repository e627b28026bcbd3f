/* main.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/stat.h>

#include "qd-application.h"
#include "qd-cli.h"
#include "qd-config.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(QdApplication) app = NULL;

  /* Whoever started it may have had no secrets: what this writes, libraries included, is its owner's. */
  umask (0077);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, QD_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (qd_cli_wants (argc, argv))
    return qd_cli_run (argc, argv);

  app = qd_application_new ();

  return g_application_run (G_APPLICATION (app), argc, argv);
}
