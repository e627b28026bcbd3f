/* qd-daily-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

void     qd_daily_check_async (QdStore            *store,
                               const char         *path,
                               int                 today,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
gboolean qd_daily_check_finish (QdStore      *store,
                                GAsyncResult *result,
                                GError      **error);

G_END_DECLS
