/* qd-reference-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_ROW (qd_reference_row_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceRow, qd_reference_row, QD, REFERENCE_ROW, AdwComboRow)

void qd_reference_row_fill (QdReferenceRow *self,
                            QdPortfolio    *portfolio,
                            GPtrArray      *records,
                            const char     *name,
                            const char     *none,
                            gint64          selected);

G_END_DECLS
