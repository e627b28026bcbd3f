/* qd-typed-line.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line in which something new is typed: it is empty for the next as soon as it was
 * handed over, and has its text back where that could not be saved. */

gpointer qd_typed_line_take (gpointer widget,
                             gpointer line);
void     qd_typed_line_cb (GObject      *store,
                           GAsyncResult *result,
                           gpointer      typed_line);

void     qd_typed_line_give_back (gpointer    line,
                                  const char *text);

G_END_DECLS
