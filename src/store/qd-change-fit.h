/* qd-change-fit.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-changes.h"

G_BEGIN_DECLS

void qd_change_fit_explain (QdDb      *db,
                            QdChanges *changes,
                            gint64     id,
                            GError   **error);

G_END_DECLS
