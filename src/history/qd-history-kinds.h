/* qd-history-kinds.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-history-entry.h"
#include "qd-record.h"

G_BEGIN_DECLS

/* What people call the kinds of record, and what a change of one means to them. */

const char *qd_history_kinds_get_label (const char *table);
gboolean    qd_history_kinds_is_done (const char *table,
                                      const char *column,
                                      const char *value);
gboolean    qd_history_kinds_is_move (const QdColumn *column);

G_END_DECLS
