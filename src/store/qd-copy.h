/* qd-copy.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-copy-content.h"

G_BEGIN_DECLS

/**
 * QdCopyPlace:
 * @QD_COPY_NEW: fails with %G_IO_ERROR_EXISTS where there is something already
 * @QD_COPY_REPLACE: takes the place of what is there; of a link, the link's
 */
typedef enum
{
  QD_COPY_NEW,
  QD_COPY_REPLACE,
} QdCopyPlace;

/* Copies of a database file that are whole and checked, or not there at all. */

QdCopyContent *qd_copy_make (const char   *database,
                             const char   *target,
                             QdCopyPlace   place,
                             gint64        known_version,
                             GCancellable *cancellable,
                             GError      **error);
gboolean       qd_copy_is_draft (const char *name);

G_END_DECLS
