/* qd-seal-group.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-account.h"
#include "qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_SEAL_GROUP (qd_seal_group_get_type ())

G_DECLARE_FINAL_TYPE (QdSealGroup, qd_seal_group, QD, SEAL_GROUP, AdwPreferencesGroup)

void qd_seal_group_bind (QdSealGroup *self,
                         QdStore     *store,
                         QdAccount   *account);

G_END_DECLS
