/* qd-fact-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"

G_BEGIN_DECLS

#define QD_TYPE_FACT_ROW (qd_fact_row_get_type ())

G_DECLARE_FINAL_TYPE (QdFactRow, qd_fact_row, QD, FACT_ROW, AdwExpanderRow)

GtkWidget  *qd_fact_row_new (QdFactBook   *book,
                             const QdFact *fact);
const char *qd_fact_row_get_key (QdFactRow *self);

G_END_DECLS
