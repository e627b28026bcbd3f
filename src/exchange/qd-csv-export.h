/* qd-csv-export.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-audience.h"
#include "qd-roster-column.h"

G_BEGIN_DECLS

GBytes *qd_csv_export_roster (GPtrArray            *facts,
                              const QdRosterColumn *columns,
                              guint                 n_columns,
                              QdAudience            audience);

G_END_DECLS
