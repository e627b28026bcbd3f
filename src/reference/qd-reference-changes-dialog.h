/* qd-reference-changes-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-reference.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_CHANGES_DIALOG (qd_reference_changes_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceChangesDialog, qd_reference_changes_dialog, QD, REFERENCE_CHANGES_DIALOG, AdwDialog)

AdwDialog *qd_reference_changes_dialog_new (QdReference      *reference,
                                            QdReferenceEntry *entry);

G_END_DECLS
