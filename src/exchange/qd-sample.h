/* qd-sample.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-portfolio.h"

G_BEGIN_DECLS

/* The sample portfolio that ships with the app: one step in, one step out. */

gboolean qd_sample_is_loaded (QdPortfolio *portfolio);
void     qd_sample_load_async (QdPortfolio        *portfolio,
                               int                 today,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
void     qd_sample_remove_async (QdPortfolio        *portfolio,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
gboolean qd_sample_finish (GAsyncResult *result,
                           GError      **error);

G_END_DECLS
