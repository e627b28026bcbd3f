/* qd-reference-out.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-markdown.h"
#include "qd-reference.h"

G_BEGIN_DECLS

/* The ways out of the reference: a page in the browser, a text on the clipboard */

void  qd_reference_open_page (GtkWidget   *widget,
                              QdPortfolio *portfolio,
                              const char  *url);
void  qd_reference_copy (GtkWidget   *widget,
                         QdPortfolio *portfolio,
                         const char  *text,
                         const char  *said);
char *qd_reference_entry_dup_markdown (QdReferenceEntry *entry);
char *qd_reference_entry_dup_text (QdReferenceEntry *entry,
                                   QdMarkdownFormat  format);

G_END_DECLS
