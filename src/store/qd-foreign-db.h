/* qd-foreign-db.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "qd-record.h"

G_BEGIN_DECLS

/**
 * QdForeignDb:
 *
 * A database that somebody else made, and that may have been made to do harm. It
 * is only ever read, by queries of ours, and nothing that stands in it is run.
 * Lives and dies on one thread.
 */
typedef struct _QdForeignDb QdForeignDb;

QdForeignDb                *qd_foreign_db_open (const char        *path,
                                                const char *const *scripts,
                                                GCancellable      *cancellable,
                                                GError           **error);
void                        qd_foreign_db_close (QdForeignDb *self);
gboolean                    qd_foreign_db_has (QdForeignDb *self,
                                               GType        type,
                                               const char  *column);
JsonArray                  *qd_foreign_db_read (QdForeignDb *self,
                                                GType        type,
                                                GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdForeignDb, qd_foreign_db_close)

G_END_DECLS
