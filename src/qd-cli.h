/* qd-cli.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The commands: what the app does without a window, and so without a display. */

gboolean qd_cli_wants (int    argc,
                       char **argv);
int      qd_cli_run (int    argc,
                     char **argv);

G_END_DECLS
