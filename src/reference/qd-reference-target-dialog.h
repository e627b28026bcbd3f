/* qd-reference-target-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-reference-target.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_TARGET_DIALOG (qd_reference_target_dialog_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceTargetDialog, qd_reference_target_dialog, QD, REFERENCE_TARGET_DIALOG, AdwDialog)

typedef void (*QdReferenceTargetFunc) (QdReferenceTarget *target,
                                       gpointer           user_data);

void qd_reference_target_dialog_ask (GtkWidget            *parent,
                                     QdPortfolio          *portfolio,
                                     QdReferenceTargetFunc func,
                                     gpointer              user_data,
                                     GDestroyNotify        destroy);

G_END_DECLS
