/* qd-tenant-inputs.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "qd-fact-book.h"
#include "qd-tenant.h"

G_BEGIN_DECLS

#define QD_TYPE_TENANT_INPUTS (qd_tenant_inputs_get_type ())

G_DECLARE_FINAL_TYPE (QdTenantInputs, qd_tenant_inputs, QD, TENANT_INPUTS, AdwPreferencesGroup)

void qd_tenant_inputs_bind (QdTenantInputs *self,
                            QdFactBook     *book,
                            QdTenant       *tenant);

G_END_DECLS
