/* qd-reference-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-portfolio.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_DIALOG (qd_reference_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceDialog, qd_reference_dialog, QD, REFERENCE_DIALOG, AdwDialog)

AdwDialog  *qd_reference_dialog_new (QdPortfolio *portfolio,
                                     const char  *key);
const char *qd_reference_dialog_get_key (QdReferenceDialog *self);

G_END_DECLS
