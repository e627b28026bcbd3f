/* qd-fact-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"

G_BEGIN_DECLS

#define QD_TYPE_FACT_DIALOG (qd_fact_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdFactDialog, qd_fact_dialog, QD, FACT_DIALOG, AdwDialog)

AdwDialog *qd_fact_dialog_new (QdFactBook   *book,
                               const QdFact *fact);
GtkWidget *qd_fact_dialog_get_row (QdFactDialog *self,
                                   const char   *field);

G_END_DECLS
