/* qd-record-value.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "qd-record.h"

G_BEGIN_DECLS

/* What one value of a record says, where there is no record that holds it any more. */

gboolean qd_record_is_title (const char *column,
                             gsize      *rank);
char    *qd_record_dup_title (gpointer record);
char    *qd_record_dup_value_display (GType          type,
                                      guint          column,
                                      sqlite3_value *value);
char    *qd_record_dup_field_display (gpointer        record,
                                      const QdColumn *column);
gboolean qd_record_has_same (gpointer        record,
                             gpointer        other,
                             const QdColumn *column);

G_END_DECLS
