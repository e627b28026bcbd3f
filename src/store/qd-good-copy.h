/* qd-good-copy.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QdGoodCopy:
 * @path: of the copy
 * @time: when it was made, in seconds since 1970
 */
typedef struct
{
  char  *path;
  gint64 time;
} QdGoodCopy;

void        qd_good_copy_free (QdGoodCopy *self);

void        qd_good_copy_find_async (const char         *database,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
QdGoodCopy *qd_good_copy_find_finish (GAsyncResult *result,
                                      GError      **error);

void        qd_good_copy_take_async (const QdGoodCopy   *self,
                                     const char         *database,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
char       *qd_good_copy_take_finish (GAsyncResult *result,
                                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdGoodCopy, qd_good_copy_free)

G_END_DECLS
