/* qd-content-lines.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of a longer line the rest is not kept: pictures stand in some. */
#define QD_CONTENT_LINE_MAX_BYTES (64 * 1024)

/**
 * QdContentLines:
 * @line: where the line at hand begins, counted from 1 as an editor does
 * @text: the line, with those joined that it was folded into; not always valid UTF-8
 * @is_cut: whether it is longer than is kept
 *
 * The lines of an iCalendar file (RFC 5545, section 3.1), one after the other.
 * Blank ones are passed over. The bytes must outlive it.
 */
typedef struct
{
  guint       line;
  GString    *text;
  gboolean    is_cut;
  /*< private >*/
  const char *next;
  const char *end;
  guint       next_line;
} QdContentLines;

void     qd_content_lines_init (QdContentLines *self,
                                const char     *data,
                                gsize           size);
void     qd_content_lines_clear (QdContentLines *self);
gboolean qd_content_lines_next (QdContentLines *self);
gboolean qd_content_lines_has_name (const QdContentLines *self,
                                    const char           *name);
char    *qd_content_lines_dup_value (const QdContentLines *self);

gboolean qd_content_line_fail (guint       line,
                               GError    **error,
                               const char *format,
                               ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QdContentLines, qd_content_lines_clear)

G_END_DECLS
