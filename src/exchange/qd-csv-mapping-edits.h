/* qd-csv-mapping-edits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/* How a file's columns were read is remembered on this machine, by their names.
 * It is no edit of the person's: there is nothing to undo. */

void  qd_csv_mapping_remember_async (QdStore            *store,
                                     const char         *signature,
                                     const char         *mapping,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
void  qd_csv_mapping_recall_async (QdStore            *store,
                                   const char         *signature,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
char *qd_csv_mapping_recall_finish (QdStore      *store,
                                    GAsyncResult *result,
                                    GError      **error);

G_END_DECLS
