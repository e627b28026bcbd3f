/* qd-reference-form.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-reference.h"

G_BEGIN_DECLS

/* The dialogs that write an entry */

void qd_reference_form_edit (GtkWidget        *parent,
                             QdReference      *reference,
                             QdReferenceEntry *entry);
void qd_reference_form_add (GtkWidget   *parent,
                            QdReference *reference,
                            int          category,
                            const char  *title);

G_END_DECLS
