/* qd-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

void       qd_check_async (QdStore            *store,
                           const GType        *types,
                           guint               n_types,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);
GPtrArray *qd_check_finish (QdStore      *store,
                            GAsyncResult *result,
                            GError      **error);

G_END_DECLS
