/* qd-pages.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QdPages:
 *
 * The pages of a database file as they are, with what its log holds of them, read
 * without SQLite's say on whether they are in order. Never writes.
 */
typedef struct _QdPages QdPages;

/* The sizes that a page may have: https://sqlite.org/fileformat.html §1.3.2 */
#define QD_PAGES_MIN_SIZE 512
#define QD_PAGES_MAX_SIZE 65536

/* The first byte of a page that holds rows, or leads to them: ibid. §1.6 */
#define QD_PAGES_LEAF 13
#define QD_PAGES_INTERIOR 5

QdPages *qd_pages_open (const char *path,
                        GError    **error);
void     qd_pages_free (QdPages *self);
guint    qd_pages_get_size (QdPages *self);
guint    qd_pages_get_count (QdPages *self);
gint64   qd_pages_get_version (QdPages *self,
                               gint64   known);
gboolean qd_pages_is_log_cut (QdPages *self);
gboolean qd_pages_read (QdPages *self,
                        guint    number,
                        guint8  *page);
void     qd_pages_mark_free (QdPages *self,
                             guint8  *marks,
                             guint8   mark);

guint    qd_pages_get_begin (guint number);
guint    qd_pages_get_uint16 (const guint8 *bytes);
guint    qd_pages_get_uint32 (const guint8 *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPages, qd_pages_free)

G_END_DECLS
