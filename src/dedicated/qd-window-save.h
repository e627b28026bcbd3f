/* qd-window-save.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-fact-book.h"
#include "qd-shell.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

void qd_window_save_present (GtkWidget  *parent,
                             QdFactBook *book,
                             QdTenant   *tenant);

G_END_DECLS
