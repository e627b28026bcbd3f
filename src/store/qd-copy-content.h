/* qd-copy-content.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

#define QD_COPY_DIGEST_SIZE 33

/**
 * QdCopyContent:
 * @version: of the schema
 * @n_rows: of all recorded tables
 * @digest: 32 hexadecimal digits, the same for two files with the same recorded rows
 *
 * What a database file holds of what the person made. What is this machine's own, and
 * what follows from the rest, does not count.
 */
typedef struct
{
  gint64      version;
  gint64      n_rows;
  GHashTable *tables; /* name -> gint64, how many rows */
  char        digest[QD_COPY_DIGEST_SIZE];
} QdCopyContent;

QdCopyContent *qd_copy_content_read (QdDb         *db,
                                     GCancellable *cancellable,
                                     GError      **error);
QdCopyContent *qd_copy_content_check (const char   *path,
                                      gint64        known_version,
                                      GCancellable *cancellable,
                                      GError      **error);
void           qd_copy_content_free (QdCopyContent *self);
gint64         qd_copy_content_count (QdCopyContent *self,
                                      const char    *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdCopyContent, qd_copy_content_free)

G_END_DECLS
