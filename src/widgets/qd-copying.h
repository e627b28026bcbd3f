/* qd-copying.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-exit-gate.h"

G_BEGIN_DECLS

/**
 * QdCopyingFunc:
 *
 * Returns: (transfer full) (nullable): what is to be on the clipboard; %NULL with @error where it
 *   may not be. It may be asked for several times.
 */
typedef char *(*QdCopyingFunc) (gpointer data,
                                GError **error);

void qd_copying_run (gpointer       widget,
                     QdPortfolio   *portfolio,
                     QdAudience     audience,
                     gint64         account,
                     QdCopyingFunc  func,
                     gpointer       data,
                     GDestroyNotify destroy,
                     const char    *told);

G_END_DECLS
