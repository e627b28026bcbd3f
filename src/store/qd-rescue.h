/* qd-rescue.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

void     qd_store_rescue_async (QdStore            *self,
                                const char         *path,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
gboolean qd_store_rescue_finish (QdStore      *self,
                                 GAsyncResult *result,
                                 GError      **error);

G_END_DECLS
