/* qd-csv-save.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-roster-view.h"
#include "qd-shell.h"

G_BEGIN_DECLS

void qd_csv_save_present (GtkWidget          *parent,
                          QdPortfolio        *portfolio,
                          const gint64       *ids,
                          gsize               n_ids,
                          const QdRosterView *view);

G_END_DECLS
