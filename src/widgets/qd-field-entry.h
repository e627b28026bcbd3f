/* qd-field-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "qd-field.h"

G_BEGIN_DECLS

#define QD_TYPE_FIELD_ENTRY (qd_field_entry_get_type ())

G_DECLARE_FINAL_TYPE (QdFieldEntry, qd_field_entry, QD, FIELD_ENTRY, GObject)

QdFieldEntry *qd_field_entry_new (QdField     *field,
                                  GtkEditable *editable);
void          qd_field_entry_commit (QdFieldEntry *self);
void          qd_field_entry_show_problem (GtkWidget  *widget,
                                           GtkWidget  *focusable,
                                           const char *problem);

G_END_DECLS
