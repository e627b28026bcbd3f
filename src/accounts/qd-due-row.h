/* qd-due-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-day.h"

G_BEGIN_DECLS

#define QD_TYPE_DUE_ROW (qd_due_row_get_type ())

G_DECLARE_FINAL_TYPE (QdDueRow, qd_due_row, QD, DUE_ROW, AdwPreferencesRow)

GtkWidget *qd_due_row_new (void);
void       qd_due_row_add_prefix (QdDueRow  *self,
                                  GtkWidget *widget);
void       qd_due_row_show (QdDueRow   *self,
                            const char *caption,
                            const char *text,
                            const char *note);
void       qd_due_row_show_due (QdDueRow *self,
                                int       due,
                                int       done,
                                int       today);

G_END_DECLS
