/* qd-file-out.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QdFileOut:
 *
 * A file on its way out, written as a draft beside the place it is to take.
 *
 * The draft is of a name that nobody can foresee, made where nothing was, and for its
 * owner's eyes only. What was in that place is whole until the new file is, and keeps
 * who may read it. A symbolic link in that place stays one, and what it leads to is
 * replaced; one that leads nowhere is replaced itself. Nothing is ever written through
 * a link that somebody puts there meanwhile.
 *
 * To be used by one thread at a time.
 */
typedef struct _QdFileOut QdFileOut;

QdFileOut                *qd_file_out_open (const char *path,
                                            GError    **error);
void                      qd_file_out_free (QdFileOut *self);
int                       qd_file_out_get_descriptor (QdFileOut *self);
gboolean                  qd_file_out_write (QdFileOut    *self,
                                             gconstpointer bytes,
                                             gsize         length,
                                             GError      **error);
gboolean                  qd_file_out_finish (QdFileOut *self,
                                              GError   **error);
gboolean                  qd_file_out_refuse (const char *path,
                                              int         code,
                                              const char *reason,
                                              GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFileOut, qd_file_out_free)

G_END_DECLS
