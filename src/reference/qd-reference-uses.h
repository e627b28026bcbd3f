/* qd-reference-uses.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-reference.h"

G_BEGIN_DECLS

#define QD_TYPE_REFERENCE_USES (qd_reference_uses_get_type ())

G_DECLARE_FINAL_TYPE (QdReferenceUses, qd_reference_uses, QD, REFERENCE_USES, AdwBin)

void qd_reference_uses_show (QdReferenceUses *self,
                             QdReference     *reference,
                             const char      *key);

G_END_DECLS
