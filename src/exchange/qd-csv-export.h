/* qd-csv-export.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-portfolio.h"
#include "qd-roster-column.h"

G_BEGIN_DECLS

GBytes *qd_csv_export_roster (QdPortfolio          *portfolio,
                              GPtrArray            *facts,
                              const QdRosterColumn *columns,
                              guint                 n_columns,
                              QdAudience            audience,
                              GError              **error);

G_END_DECLS
