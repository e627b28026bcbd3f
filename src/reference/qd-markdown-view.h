/* qd-markdown-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QD_TYPE_MARKDOWN_VIEW (qd_markdown_view_get_type ())

G_DECLARE_FINAL_TYPE (QdMarkdownView, qd_markdown_view, QD, MARKDOWN_VIEW, AdwBin)

void qd_markdown_view_set_markdown (QdMarkdownView *self,
                                    const char     *markdown);

G_END_DECLS
