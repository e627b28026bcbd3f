/* qd-sealed-label.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_SEALED_LABEL (qd_sealed_label_get_type ())

G_DECLARE_FINAL_TYPE (QdSealedLabel, qd_sealed_label, QD, SEALED_LABEL, GtkWidget)

GtkWidget  *qd_sealed_label_new (void);
void        qd_sealed_label_set (QdSealedLabel *self,
                                 const char    *label,
                                 const char    *secret);
const char *qd_sealed_label_get_shown (QdSealedLabel *self);
const char *qd_sealed_label_get_label (QdSealedLabel *self);

G_END_DECLS
