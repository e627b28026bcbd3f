/* qd-change-tidy.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

gboolean qd_change_tidy (QdDb  *db,
                         gint64 limit);

G_END_DECLS
