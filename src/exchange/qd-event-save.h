/* qd-event-save.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-shell.h"

G_BEGIN_DECLS

void qd_event_save_present (GtkWidget   *parent,
                            QdPortfolio *portfolio,
                            gint64       account);

G_END_DECLS
