/* qd-exit-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-exit-gate.h"

G_BEGIN_DECLS

#define QD_TYPE_EXIT_DIALOG (qd_exit_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdExitDialog, qd_exit_dialog, QD, EXIT_DIALOG, AdwDialog)

typedef void (*QdExitCleanFunc) (gpointer data);

void qd_exit_dialog_present (GtkWidget      *parent,
                             QdExitGate     *gate,
                             QdExitTryFunc   func,
                             QdExitCleanFunc clean,
                             gpointer        data,
                             GDestroyNotify  destroy);

G_END_DECLS
