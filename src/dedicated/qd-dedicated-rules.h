/* qd-dedicated-rules.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-record.h"

G_BEGIN_DECLS

/* What the records of this room check. All name the columns by their @labels, which are translated. */

gboolean qd_dedicated_check_instant (const char *text,
                                     const char *label,
                                     GError    **error);
gboolean qd_dedicated_check_order (const char *first,
                                   const char *first_label,
                                   const char *last,
                                   const char *last_label,
                                   GError    **error);
gboolean qd_dedicated_check_days (int         first,
                                  const char *first_label,
                                  int         last,
                                  const char *last_label,
                                  GError    **error);
gboolean qd_dedicated_check_count (gint64      count,
                                   const char *label,
                                   GError    **error);

G_END_DECLS
