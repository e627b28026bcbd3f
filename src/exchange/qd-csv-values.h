/* qd-csv-values.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-csv-table.h"
#include "qd-health.h"

G_BEGIN_DECLS

/* What a person wrote into a cell, as a value of a record. */

gboolean qd_csv_set_value (gpointer    draft,
                           const char *property,
                           const char *text,
                           QdDateOrder order,
                           const char *currency,
                           GError    **error);
gboolean qd_csv_parse_health (const char    *text,
                              QdHealthLevel *level,
                              GError       **error);

G_END_DECLS
