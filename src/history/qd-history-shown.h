/* qd-history-shown.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * QdHistoryShown:
 * @table: that such records are in
 * @get_type: of the record
 * @label: what several are called, marked for translation
 * @action: (nullable): of the window, that opens one, told its id
 *
 * A kind of record that the history can be narrowed to.
 */
typedef struct
{
  const char *table;
  GType (*get_type) (void);
  const char *label;
  const char *action;
} QdHistoryShown;

const QdHistoryShown *qd_history_shown_get (guint *n_kinds);
const QdHistoryShown *qd_history_shown_find (const char *table);

G_END_DECLS
