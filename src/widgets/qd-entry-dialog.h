/* qd-entry-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-reference.h"

G_BEGIN_DECLS

#define QD_TYPE_ENTRY_DIALOG (qd_entry_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdEntryDialog, qd_entry_dialog, QD, ENTRY_DIALOG, AdwDialog)

typedef void (*QdEntryFunc) (QdReferenceEntry *entry,
                             gpointer          user_data);

void qd_entry_dialog_ask (GtkWidget     *parent,
                          QdReference   *reference,
                          const char    *text,
                          QdEntryFunc    func,
                          gpointer       user_data,
                          GDestroyNotify destroy);

G_END_DECLS
