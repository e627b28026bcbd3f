/* qd-wide-bin.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_WIDE_BIN (qd_wide_bin_get_type ())

G_DECLARE_FINAL_TYPE (QdWideBin, qd_wide_bin, QD, WIDE_BIN, GtkWidget)

GtkWidget *qd_wide_bin_new (GtkWidget *child);

G_END_DECLS
