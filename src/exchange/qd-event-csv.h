/* qd-event-csv.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-portfolio.h"

G_BEGIN_DECLS

GBytes *qd_event_csv_export (QdPortfolio *portfolio,
                             gint64       account,
                             QdAudience   audience,
                             GError     **error);

G_END_DECLS
