/* qd-place.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * QdPlace:
 *
 * Where the file of a connection was when it was opened, to see whether it is there still.
 */
typedef struct _QdPlace QdPlace;

QdPlace                *qd_place_new (sqlite3 *native);
void                    qd_place_free (QdPlace *self);
gboolean                qd_place_check (QdPlace *self,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPlace, qd_place_free)

G_END_DECLS
